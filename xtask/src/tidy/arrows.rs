//! Which crate may depend on which, so that the arrows of ARCHITECTURE.md point one way only.

use serde_json::Value;

use super::Finding;

/// One crate and the crates of ours that its product code may depend on.
const ARROWS: [(&str, &[&str]); 9] = [
    (
        "polylogue",
        &[
            "polylogue-web",
            "polylogue-node",
            "polylogue-store",
            "polylogue-formats",
            "polylogue-core",
            "polylogue-map",
        ],
    ),
    (
        "polylogue-web",
        &[
            "polylogue-node",
            "polylogue-store",
            "polylogue-formats",
            "polylogue-core",
            "polylogue-map",
        ],
    ),
    (
        "polylogue-node",
        &[
            "polylogue-store",
            "polylogue-formats",
            "polylogue-core",
            "polylogue-map",
        ],
    ),
    ("polylogue-store", &["polylogue-core", "polylogue-map"]),
    ("polylogue-formats", &["polylogue-core"]),
    ("polylogue-map", &[]),
    ("polylogue-core", &[]),
    (
        "polylogue-testkit",
        &[
            "polylogue-core",
            "polylogue-store",
            "polylogue-node",
            "polylogue-web",
            "polylogue-formats",
            "polylogue-map",
        ],
    ),
    ("xtask", &[]),
];

/// The crate that others may depend on in their tests alone.
const TESTS_ONLY: &str = "polylogue-testkit";

/// Other people's crates that few crates of ours may depend on, and why. The testkit measures what
/// bare rows cost, beside what the store does with them.
const RESERVED: [(&str, &[&str], &str); 3] = [
    (
        "rusqlite",
        &["polylogue-store", TESTS_ONLY],
        "only the store speaks SQL",
    ),
    ("maud", &["polylogue-web"], "only web speaks HTML"),
    ("axum", &["polylogue-web"], "only web speaks HTTP"),
];

/// A crate of the workspace and what it depends on.
#[derive(Debug)]
pub(crate) struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

/// One line of a crate's manifest.
#[derive(Debug)]
struct Dependency {
    name: String,
    use_: Use,
}

/// What a dependency is for.
#[derive(Debug, PartialEq, Eq)]
enum Use {
    /// The product, or the program that builds it.
    Product,
    /// Tests, examples and benches.
    Tests,
}

/// Reads the answer of `cargo metadata --no-deps`, or says what in it was not understood.
pub(crate) fn read_packages(metadata: &str) -> Result<Vec<Package>, String> {
    let document: Value = serde_json::from_str(metadata)
        .map_err(|source| format!("`cargo metadata` did not answer in JSON: {source}"))?;
    let packages = document["packages"]
        .as_array()
        .ok_or("`cargo metadata` lists no packages")?;
    packages.iter().map(read_package).collect()
}

/// Reads one package of the answer.
fn read_package(package: &Value) -> Result<Package, String> {
    let name = package["name"].as_str().ok_or("a package without a name")?;
    let listed = package["dependencies"]
        .as_array()
        .ok_or("a package without dependencies")?;
    let mut dependencies = Vec::new();
    for dependency in listed {
        let dependency_name = dependency["name"]
            .as_str()
            .ok_or("a dependency without a name")?;
        let use_ = match dependency["kind"].as_str() {
            Some("dev") => Use::Tests,
            _ => Use::Product,
        };
        dependencies.push(Dependency {
            name: dependency_name.to_owned(),
            use_,
        });
    }
    Ok(Package {
        name: name.to_owned(),
        dependencies,
    })
}

/// Finds every arrow that is not in the tables above.
pub(crate) fn check(packages: &[Package]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in packages {
        let path = match package.name.as_str() {
            "xtask" => "xtask/Cargo.toml".to_owned(),
            name => format!("crates/{name}/Cargo.toml"),
        };
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == package.name) else {
            let message = "this crate is not in tidy's table of arrows: say what it may know";
            findings.push(Finding::new(&path, 0, message));
            continue;
        };
        for dependency in &package.dependencies {
            if let Some(message) = judge(package, dependency, allowed) {
                findings.push(Finding::new(&path, 0, message));
            }
        }
    }
    findings
}

/// Returns why one dependency is refused, if it is.
fn judge(package: &Package, dependency: &Dependency, allowed: &[&str]) -> Option<String> {
    let (from, to) = (package.name.as_str(), dependency.name.as_str());
    for (reserved, owners, reason) in RESERVED {
        if to == reserved && !owners.contains(&from) {
            return Some(format!("{from} may not depend on {to}: {reason}"));
        }
    }
    let is_ours = ARROWS.iter().any(|(name, _)| *name == to);
    if !is_ours || allowed.contains(&to) {
        return None;
    }
    if to == TESTS_ONLY {
        let for_tests = dependency.use_ == Use::Tests && from != "xtask";
        let refusal = format!("{from} may depend on {to} in [dev-dependencies] only");
        return (!for_tests).then_some(refusal);
    }
    Some(format!(
        "the arrow {from} → {to} is not allowed; ARCHITECTURE.md shows those that are"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings_for(from: &str, to: &str, kind: &str) -> Vec<String> {
        let metadata = format!(
            r#"{{"packages": [{{"name": "{from}",
                "dependencies": [{{"name": "{to}", "kind": {kind}}}]}}]}}"#
        );
        let packages = read_packages(&metadata).expect("the test's own document");
        check(&packages)
            .into_iter()
            .map(|finding| finding.to_string())
            .collect()
    }

    #[test]
    fn arrows_point_one_way() {
        assert!(findings_for("polylogue-web", "polylogue-node", "null").is_empty());
        assert_eq!(
            findings_for("polylogue-store", "polylogue-node", "null"),
            [
                "crates/polylogue-store/Cargo.toml: the arrow polylogue-store → polylogue-node \
              is not allowed; ARCHITECTURE.md shows those that are"
            ]
        );
        assert_eq!(
            findings_for("polylogue-core", "polylogue-map", "\"dev\"").len(),
            1
        );
        assert_eq!(
            findings_for("polylogue-formats", "polylogue-web", "null").len(),
            1
        );
        assert_eq!(
            findings_for("xtask", "polylogue-core", "\"build\"").len(),
            1
        );
    }

    #[test]
    fn the_testkit_is_for_tests() {
        assert!(findings_for("polylogue-core", "polylogue-testkit", "\"dev\"").is_empty());
        assert_eq!(
            findings_for("polylogue-core", "polylogue-testkit", "null").len(),
            1
        );
        assert_eq!(
            findings_for("xtask", "polylogue-testkit", "\"dev\"").len(),
            1
        );
    }

    #[test]
    fn some_crates_of_others_have_one_owner() {
        assert!(findings_for("polylogue-store", "rusqlite", "null").is_empty());
        assert_eq!(
            findings_for("polylogue-node", "rusqlite", "\"dev\"").len(),
            1
        );
        assert!(findings_for("polylogue-node", "tokio", "null").is_empty());
    }

    #[test]
    fn a_crate_nobody_placed_is_refused() {
        assert_eq!(findings_for("polylogue-extra", "serde", "null").len(), 1);
    }

    #[test]
    fn an_answer_that_is_not_understood_is_said_to_be_so() {
        assert!(read_packages("no").is_err());
        assert!(read_packages("{}").is_err());
    }
}
