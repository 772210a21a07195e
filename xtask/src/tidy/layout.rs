//! Sizes, names and leftovers: what any file of the project must and must not be.

use super::{File, Finding};

/// The largest file, in bytes: what is larger is data and belongs elsewhere.
const FILE_BYTES_MAX: usize = 256 * 1024;

/// The longest line of Rust, in characters.
const LINE_CHARACTERS_MAX: usize = 100;

/// Marks of unfinished work, in halves so that this file does not find itself.
const LEFTOVERS: [&str; 4] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("HA", "CK"),
];

/// Beginnings of paths that exist on one machine only, in halves for the same reason.
const MACHINE_PATHS: [&str; 6] = [
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Use", "rs/"),
    concat!(":\\Use", "rs\\"),
];

/// The one place packages may come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Finds oversized files, long lines, leftovers, machine paths and misplaced names.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = files.iter().flat_map(check_file).collect();
    findings.extend(check_changelog(files));
    findings
}

/// Checks one file against every rule of this module.
fn check_file(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    if file.byte_count > FILE_BYTES_MAX {
        let message = format!(
            "{} bytes, at most {FILE_BYTES_MAX} are kept here",
            file.byte_count
        );
        findings.push(Finding::new(&file.path, 0, message));
    }
    if file.path.ends_with("/mod.rs") {
        let message = "name the module's file after the module, beside its folder";
        findings.push(Finding::new(&file.path, 0, message));
    }
    let Some(text) = &file.text else {
        return findings;
    };
    for (index, line) in text.lines().enumerate() {
        let messages = [
            check_length(&file.path, line),
            check_leftover(&file.path, line),
            check_machine_path(line),
            check_registry(&file.path, line),
        ];
        let found = messages.into_iter().flatten();
        findings.extend(found.map(|message| Finding::new(&file.path, index + 1, message)));
    }
    findings
}

/// Refuses a long line of Rust; one that carries an address is let be.
fn check_length(path: &str, line: &str) -> Option<String> {
    let characters = line.chars().count();
    let too_long = path.ends_with(".rs") && characters > LINE_CHARACTERS_MAX;
    (too_long && !line.contains("://"))
        .then(|| format!("{characters} characters, at most {LINE_CHARACTERS_MAX} fit a line"))
}

/// Refuses a mark of unfinished work that names no issue.
fn check_leftover(path: &str, line: &str) -> Option<String> {
    let is_checked = [
        ".rs", ".toml", ".md", ".sql", ".ftl", ".js", ".css", ".sh", "/run",
    ];
    if !is_checked.iter().any(|ending| path.ends_with(ending)) {
        return None;
    }
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let is_bare = |mark: &str| {
        line.match_indices(mark).any(|(position, _)| {
            let after = &line[position + mark.len()..];
            let begins_apart = !line[..position].chars().next_back().is_some_and(is_part);
            let ends_apart = !after.chars().next().is_some_and(is_part);
            begins_apart && ends_apart && !after.starts_with("(#")
        })
    };
    let mark = LEFTOVERS.into_iter().find(|mark| is_bare(mark))?;
    Some(format!(
        "a bare {mark}: finish it, or name the issue as `{mark}(#12)`"
    ))
}

/// Refuses a path of somebody's machine; a part of an address or of a longer path is no such.
fn check_machine_path(line: &str) -> Option<String> {
    let continues = |character: char| character.is_alphanumeric() || "._-~})/".contains(character);
    let path = MACHINE_PATHS.into_iter().find(|path| {
        line.match_indices(path).any(|(position, _)| {
            path.starts_with(':') || !line[..position].chars().next_back().is_some_and(continues)
        })
    })?;
    Some(format!(
        "`{path}` is a path of one machine: name it from the project's root"
    ))
}

/// Refuses a locked package that does not come from crates.io.
fn check_registry(path: &str, line: &str) -> Option<String> {
    let source = line.strip_prefix("source = \"")?.strip_suffix('"')?;
    (path == "Cargo.lock" && source != REGISTRY)
        .then(|| "packages come from crates.io alone".to_owned())
}

/// Refuses a project without a changelog that says what is new.
fn check_changelog(files: &[File]) -> Option<Finding> {
    let path = "CHANGELOG.md";
    let Some(changelog) = files.iter().find(|file| file.path == path) else {
        return Some(Finding::new(path, 0, "there is no changelog"));
    };
    let text = changelog.text.as_deref().unwrap_or_default();
    let has_section = text.lines().any(|line| line.starts_with("## [Unreleased]"));
    (!has_section).then(|| Finding::new(path, 0, "there is no `## [Unreleased]` section"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    fn findings_in(path: &str, text: &str) -> Vec<String> {
        check_file(&file(path, text))
            .into_iter()
            .map(|finding| finding.to_string())
            .collect()
    }

    #[test]
    fn large_files_are_data() {
        let text = "a".repeat(256 * 1024 + 1);
        assert_eq!(
            findings_in("a.txt", &text),
            ["a.txt: 262145 bytes, at most 262144 are kept here"]
        );
        assert!(findings_in("a.txt", &text[1..]).is_empty());
    }

    #[test]
    fn a_module_is_named_after_itself() {
        assert_eq!(findings_in("crates/a/src/b/mod.rs", "").len(), 1);
        assert!(findings_in("crates/a/src/b.rs", "").is_empty());
    }

    #[test]
    fn rust_lines_fit_a_hundred_columns() {
        let fitting = format!("{}é", "a".repeat(99));
        assert!(findings_in("a.rs", &fitting).is_empty());
        assert_eq!(findings_in("a.rs", &format!("{fitting}a")).len(), 1);
        assert!(findings_in("a.md", &format!("{fitting}a")).is_empty());
    }

    #[test]
    fn unfinished_work_names_its_issue() {
        let mark = LEFTOVERS[0];
        assert_eq!(findings_in("a.rs", &format!("// {mark}: later")).len(), 1);
        assert!(findings_in("a.rs", &format!("// {mark}(#12): later")).is_empty());
        assert!(findings_in("a.rs", &format!("const {mark}S: u8 = 1;")).is_empty());
        assert!(findings_in("LICENSES/a.txt", mark).is_empty());
    }

    #[test]
    fn paths_of_one_machine_are_refused() {
        let path = MACHINE_PATHS[2];
        assert_eq!(
            findings_in("a.md", &format!("see `{path}ana/a.md`")).len(),
            1
        );
        assert!(findings_in("a.md", &format!("https://example.org{path}a")).is_empty());
        assert_eq!(
            findings_in("a.md", &format!("C{}ana", MACHINE_PATHS[5])).len(),
            1
        );
    }

    #[test]
    fn packages_come_from_one_place() {
        assert!(findings_in("Cargo.lock", &format!("source = \"{REGISTRY}\"")).is_empty());
        let elsewhere = "source = \"git+https://example.org/a\"";
        assert_eq!(findings_in("Cargo.lock", elsewhere).len(), 1);
    }

    #[test]
    fn the_changelog_says_what_is_new() {
        assert!(check_changelog(&[]).is_some());
        assert!(check_changelog(&[file("CHANGELOG.md", "# Changelog\n")]).is_some());
        let text = "# Changelog\n\n## [Unreleased]\n";
        assert!(check_changelog(&[file("CHANGELOG.md", text)]).is_none());
    }
}
