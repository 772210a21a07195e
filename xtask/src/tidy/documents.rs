//! One title per document, no dead link, and no page under `docs/` that nothing leads to.

use std::collections::BTreeSet;

use super::{File, Finding};

/// Checks every Markdown file of the root, of `docs/` and of the crates' own folders.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let present: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut linked = BTreeSet::new();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_document(&file.path)) {
        let Some(text) = &file.text else { continue };
        let prose = read_prose(text);
        findings.extend(check_title(&file.path, &prose));
        for (line, target) in read_links(&prose) {
            let Some(path) = resolve(&file.path, &target) else {
                continue;
            };
            let is_folder = files.iter().any(|other| is_inside(&other.path, &path));
            if !present.contains(path.as_str()) && !is_folder {
                let message = format!("the link leads to `{path}`, which is not there");
                findings.push(Finding::new(&file.path, line, message));
            }
            if path != file.path {
                linked.insert(path);
            }
        }
    }
    for file in files {
        let needs_link = file.path.starts_with("docs/") && file.path.ends_with(".md");
        if needs_link && !linked.contains(&file.path) {
            findings.push(Finding::new(&file.path, 0, "no document links to this one"));
        }
    }
    findings
}

/// Tells documents from Markdown that is data: samples, fixtures, expected output.
fn is_document(path: &str) -> bool {
    let is_of_crate = path.starts_with("crates/") && path.split('/').count() == 3;
    path.ends_with(".md") && (!path.contains('/') || path.starts_with("docs/") || is_of_crate)
}

/// Tells whether a path lies inside a folder.
fn is_inside(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.starts_with('/'))
}

/// Returns the lines outside code fences, counted from 1, without what stands in back-ticks.
fn read_prose(text: &str) -> Vec<(usize, String)> {
    let mut prose = Vec::new();
    let mut is_fenced = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced {
            prose.push((index + 1, line.split('`').step_by(2).collect()));
        }
    }
    prose
}

/// Refuses a document with no title or with several.
fn check_title(path: &str, prose: &[(usize, String)]) -> Option<Finding> {
    let titles: Vec<usize> = prose
        .iter()
        .filter(|(_, line)| line.starts_with("# "))
        .map(|(number, _)| *number)
        .collect();
    match titles.as_slice() {
        [_] => None,
        [] => Some(Finding::new(path, 0, "there is no `# ` title")),
        [_, second, ..] => Some(Finding::new(path, *second, "a document has one `# ` title")),
    }
}

/// Returns the target of every inline link and link definition, with its line.
fn read_links(prose: &[(usize, String)]) -> Vec<(usize, String)> {
    let mut links = Vec::new();
    for (number, line) in prose {
        for part in line.split("](").skip(1) {
            if let Some((target, _)) = part.split_once(')') {
                links.push((*number, target.trim().to_owned()));
            }
        }
        if let Some((_, target)) = line
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("]: "))
        {
            links.push((*number, target.trim().to_owned()));
        }
    }
    links
}

/// Returns the path a link leads to, from the root; nothing for addresses and places on a page.
fn resolve(from: &str, target: &str) -> Option<String> {
    let without_title = target.split_whitespace().next()?;
    let bare = without_title.split('#').next()?.trim_matches(['<', '>']);
    if bare.is_empty() || bare.contains(':') || bare.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in bare.split('/') {
        match part {
            "" | "." => {}
            // A link out of the project cannot be checked from within.
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    fn findings_in(documents: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<File> = documents
            .iter()
            .map(|(path, text)| file(path, text))
            .collect();
        check(&files)
            .into_iter()
            .map(|finding| finding.to_string())
            .collect()
    }

    #[test]
    fn a_document_has_one_title() {
        assert!(findings_in(&[("A.md", "# A\n\n```\n# not a title\n```\n")]).is_empty());
        assert_eq!(
            findings_in(&[("A.md", "words\n")]),
            ["A.md: there is no `# ` title"]
        );
        assert_eq!(
            findings_in(&[("A.md", "# A\n\n# B\n")]),
            ["A.md:3: a document has one `# ` title"]
        );
        assert!(findings_in(&[("crates/a/tests/it/sample.md", "words\n")]).is_empty());
    }

    #[test]
    fn every_page_is_reached_and_no_link_is_dead() {
        let documents = [
            ("A.md", "# A\n[b](docs/b.md#top)\n"),
            ("docs/b.md", "# B\n[a](../A.md)\n"),
        ];
        assert!(findings_in(&documents).is_empty());
        let alone = [
            ("A.md", "# A\n`[b](docs/b.md)`\n"),
            ("docs/b.md", "# B\n[self](b.md)\n"),
        ];
        assert_eq!(
            findings_in(&alone),
            ["docs/b.md: no document links to this one"]
        );
        assert_eq!(
            findings_in(&[("A.md", "# A\n[gone](docs/gone.md)\n")]),
            ["A.md:2: the link leads to `docs/gone.md`, which is not there"]
        );
    }

    #[test]
    fn folders_addresses_and_the_outside_are_let_be() {
        let text = "# A\n[x](https://example.org) [y](crates/a) [z](../elsewhere/z.md) [t](#t)\n";
        assert!(findings_in(&[("A.md", text), ("crates/a/src/lib.rs", "")]).is_empty());
    }

    #[test]
    fn link_definitions_count() {
        let text = "# A\nsee [b][b]\n\n[b]: docs/b.md\n";
        assert!(findings_in(&[("A.md", text), ("docs/b.md", "# B\n")]).is_empty());
    }
}
