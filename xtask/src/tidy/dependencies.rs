//! Every direct dependency is argued for in docs/dependencies.md, and its version stands once.

use super::{File, Finding};

/// Where the arguments are.
const DOCUMENT: &str = "docs/dependencies.md";

/// What must be said about each, as the beginning of a list item in its section.
const LABELS: [&str; 5] = [
    "- For: ",
    "- Size: ",
    "- Licence: ",
    "- Kept by: ",
    "- Instead: ",
];

/// Compares the root manifest with the document, both ways, and looks for versions elsewhere.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = files.iter().flat_map(check_manifest).collect();
    let manifest = text_of(files, "Cargo.toml").unwrap_or_default();
    let Some(document) = text_of(files, DOCUMENT) else {
        findings.push(Finding::new(
            DOCUMENT,
            0,
            "the argument for each dependency is missing",
        ));
        return findings;
    };
    let sections = read_sections(document);
    let direct = read_direct(manifest);
    for (line, name) in &direct {
        let Some(section) = sections.iter().find(|section| section.name == *name) else {
            let message = format!("{DOCUMENT} has no section `## {name}` that argues for it");
            findings.push(Finding::new("Cargo.toml", *line, message));
            continue;
        };
        for label in LABELS {
            if !section.lines.iter().any(|line| line.starts_with(label)) {
                let message = format!("the section on {name} has no `{}`", label.trim());
                findings.push(Finding::new(DOCUMENT, section.line, message));
            }
        }
    }
    for section in &sections {
        if !direct.iter().any(|(_, name)| *name == section.name) {
            let message = format!("{} is no direct dependency any more", section.name);
            findings.push(Finding::new(DOCUMENT, section.line, message));
        }
    }
    findings
}

/// Counts the packages of Cargo.lock, our own among them.
pub(crate) fn count_locked_packages(files: &[File]) -> usize {
    let lock = text_of(files, "Cargo.lock").unwrap_or_default();
    lock.lines().filter(|line| *line == "[[package]]").count()
}

/// Returns the text of one file.
fn text_of<'files>(files: &'files [File], path: &str) -> Option<&'files str> {
    files.iter().find(|file| file.path == path)?.text.as_deref()
}

/// Returns the names in `[workspace.dependencies]` that are not crates of ours, with their lines.
fn read_direct(manifest: &str) -> Vec<(usize, &str)> {
    read_tables(manifest)
        .filter(|entry| entry.table == "workspace.dependencies" && !entry.value.contains("path ="))
        .map(|entry| (entry.line, entry.key))
        .collect()
}

/// Refuses a crate's manifest that sets a version itself.
fn check_manifest(file: &File) -> Vec<Finding> {
    // `fuzz` is a workspace of its own and inherits nothing.
    let is_of_crate = file.path.ends_with("/Cargo.toml") && file.path != "fuzz/Cargo.toml";
    let text = file
        .text
        .as_deref()
        .filter(|_| is_of_crate)
        .unwrap_or_default();
    let is_table = |table: &str| table == "dependencies" || table.ends_with("-dependencies");
    read_tables(text)
        .filter(|entry| is_table(entry.table) || entry.table.ends_with(".dependencies"))
        .filter(|entry| !entry.key.ends_with(".workspace") && !entry.value.contains("workspace ="))
        .map(|entry| {
            let message = "versions stand in the root Cargo.toml: write `.workspace = true`";
            Finding::new(&file.path, entry.line, message)
        })
        .collect()
}

/// One `key = value` of a manifest.
struct Entry<'text> {
    line: usize,
    table: &'text str,
    key: &'text str,
    value: &'text str,
}

/// Reads the entries of a manifest that writes each on one line, as ours do.
fn read_tables(manifest: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut table = "";
    manifest
        .lines()
        .enumerate()
        .filter_map(move |(index, line)| {
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
            {
                table = name;
                return None;
            }
            let (key, value) = line.split_once(" = ")?;
            let is_key = !key.starts_with([' ', '#', '"']);
            is_key.then_some(Entry {
                line: index + 1,
                table,
                key,
                value,
            })
        })
}

/// One `## name` section of the document.
struct Section<'text> {
    line: usize,
    name: &'text str,
    lines: Vec<&'text str>,
}

/// Splits the document at its second-level headings.
fn read_sections(document: &str) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for (index, line) in document.lines().enumerate() {
        if let Some(name) = line.strip_prefix("## ") {
            sections.push(Section {
                line: index + 1,
                name: name.trim(),
                lines: Vec::new(),
            });
        } else if let Some(section) = sections.last_mut() {
            section.lines.push(line);
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    const MANIFEST: &str = "[workspace.dependencies]\n\
        polylogue-core = { path = \"crates/polylogue-core\" }\n\n\
        blake3 = \"1\"\n\n[profile.release]\nopt-level = 3\n";

    const ARGUED: &str = "# Dependencies\n\n## blake3\n\n- For: ids\n- Size: 8 packages\n\
        - Licence: CC0-1.0\n- Kept by: its team\n- Instead: sha2\n";

    fn findings_in(document: &str) -> Vec<String> {
        let files = [file("Cargo.toml", MANIFEST), file(DOCUMENT, document)];
        check(&files)
            .into_iter()
            .map(|finding| finding.to_string())
            .collect()
    }

    #[test]
    fn each_dependency_is_argued_for() {
        assert!(findings_in(ARGUED).is_empty());
        assert_eq!(
            findings_in("# Dependencies\n"),
            ["Cargo.toml:4: docs/dependencies.md has no section `## blake3` that argues for it"]
        );
        let unsaid = ARGUED.replace("- Instead: sha2\n", "");
        assert_eq!(
            findings_in(&unsaid),
            ["docs/dependencies.md:3: the section on blake3 has no `- Instead:`"]
        );
        assert_eq!(findings_in(&format!("{ARGUED}\n## gone\n")).len(), 1);
    }

    #[test]
    fn versions_stand_in_one_place() {
        let inherited = "[dependencies]\nserde.workspace = true\ntokio = { workspace = true }\n";
        assert!(check_manifest(&file("crates/a/Cargo.toml", inherited)).is_empty());
        let own = "[package]\nname = \"a\"\n\n[dev-dependencies]\nserde = \"1\"\n";
        assert_eq!(check_manifest(&file("crates/a/Cargo.toml", own)).len(), 1);
    }

    #[test]
    fn locked_packages_are_counted() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\n\n[[package]]\nname = \"b\"\n";
        assert_eq!(count_locked_packages(&[file("Cargo.lock", lock)]), 2);
    }
}
