//! What a screen reader is told: the accessibility tree of every sort of page.

use polylogue_testkit::browser::{Browser, Spoken, pages};

use crate::place::{Peer, is_here, turn};

#[test]
fn every_page_reads_out_well() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let peer = Peer::with_sample();
    peer.enter(&browser);
    let home = peer.page("");
    let path = home.replace(&peer.base, "");
    let mut paths: Vec<String> = pages::found(&browser, &["/".to_owned(), path.clone()], 1)
        .into_iter()
        .map(|(_, path)| path)
        .collect();
    // Nothing of the sample leads to these.
    paths.extend([format!("{path}/suggestions"), "/nowhere".to_owned()]);
    for path in paths {
        browser.go(&format!("{}{path}", peer.base));
        let tree = browser.tree();
        check_headings(&path, &tree);
        check_landmarks(&path, &tree);
        check_names(&path, &tree);
        check_live(&path, &tree);
    }
}

fn check_headings(path: &str, tree: &[Spoken]) {
    let headings: Vec<(u64, &str)> = tree
        .iter()
        .filter(|it| it.role == "heading")
        .map(|it| {
            let level = it.property("level").and_then(serde_json::Value::as_u64);
            (level.unwrap_or_default(), it.name.as_str())
        })
        .collect();
    let firsts = headings.iter().filter(|(level, _)| *level == 1).count();
    assert_eq!(firsts, 1, "{path}: {headings:?}");
    let mut before = 0;
    for (level, name) in &headings {
        assert!(!name.trim().is_empty(), "{path}: a heading without words");
        assert!(
            *level <= before + 1,
            "{path}: {name} skips a level: {headings:?}"
        );
        before = *level;
    }
}

fn check_landmarks(path: &str, tree: &[Spoken]) {
    let count = |role: &str| tree.iter().filter(|it| it.role == role).count();
    for role in ["main", "banner", "contentinfo"] {
        assert_eq!(count(role), 1, "{path}: {role}");
    }
    let navigation: Vec<&str> = tree
        .iter()
        .filter(|it| ["navigation", "search"].contains(&it.role.as_str()))
        .map(|it| it.name.as_str())
        .collect();
    let is_named = navigation.iter().all(|it| !it.is_empty());
    assert!(is_named, "{path}: {navigation:?}");
    let mut distinct = navigation.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), navigation.len(), "{path}: {navigation:?}");
}

fn check_names(path: &str, tree: &[Spoken]) {
    let needs_name = [
        "link",
        "button",
        "textbox",
        "combobox",
        "checkbox",
        "radio",
        "searchbox",
        "spinbutton",
        "table",
        "dialog",
        "search",
    ];
    for node in tree
        .iter()
        .filter(|it| needs_name.contains(&it.role.as_str()))
    {
        assert!(
            !node.name.trim().is_empty(),
            "{path}: a {} without a name",
            node.role
        );
    }
}

fn check_live(path: &str, tree: &[Spoken]) {
    let polite =
        |it: &&Spoken| it.role == "status" && it.property("live").is_some_and(|it| it == "polite");
    assert!(
        tree.iter().any(|it| polite(&it)),
        "{path}: nothing is announced"
    );
}
