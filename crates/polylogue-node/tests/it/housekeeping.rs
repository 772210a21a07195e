//! Drafts, settings, the doctor, the search index, changes that are told, forgetting.

use polylogue_core::kind::Admission;
use polylogue_node::doctor::Health;
use polylogue_node::{Failure, Owner};
use polylogue_node::{HomeFault, Node, Refusal};
use polylogue_store::query::{Page, Search};

use super::{dialogue, founded, open, options, say};

#[test]
fn drafts_stay_in_this_home_until_they_are_empty() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    node.keep_draft(&commons, "turn", "It runs").expect("kept");
    assert_eq!(
        node.draft(&commons, "turn").expect("read").as_deref(),
        Some("It runs")
    );
    node.keep_draft(&commons, "turn", "").expect("forgotten");
    assert_eq!(node.draft(&commons, "turn").expect("read"), None);
}

#[test]
fn what_was_just_said_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    let turn = say(&node, &commons, river, "The watermill stands still.");
    node.index_search(&commons).expect("indexed");
    let search = Search {
        words: "watermill".to_owned(),
        ..Search::default()
    };
    let hits = node
        .reader(&commons)
        .expect("open")
        .search(&search, Page::first(10));
    assert_eq!(hits.expect("searched")[0].target.id, turn);
}

#[test]
fn whoever_follows_is_told_of_every_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let mut changes = node.subscribe();
    let before = changes.borrow_and_update().get(&commons).copied();
    dialogue(&node, &commons);
    assert!(changes.has_changed().expect("the node runs"));
    assert!(changes.borrow_and_update().get(&commons).copied() > before);
}

#[test]
fn a_second_process_is_told_who_owns_the_home_and_where_to_ask() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let owner = Owner {
        pid: 42,
        socket: Some("/somewhere/socket".into()),
    };
    node.tell_owner(&owner).expect("told");
    let refused = Node::open(folder.path(), options());
    assert!(matches!(
        refused,
        Err(Refusal::Failure(Failure::Home(HomeFault::Owned { owner: told, .. }))) if told == owner
    ));
}

#[test]
fn the_doctor_says_what_is_missing_and_a_commons_can_be_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let findings = node.doctor().expect("looked");
    assert!(
        findings.iter().all(|it| it.state != Health::Fault),
        "{findings:?}"
    );
    assert!(
        findings
            .iter()
            .any(|it| it.what == "peers" && it.state == Health::Note)
    );
    node.forget(&commons).expect("forgotten");
    assert!(node.commons().expect("listed").is_empty());
    assert!(matches!(
        node.reader(&commons),
        Err(Refusal::NoSuchCommons { .. })
    ));
    drop(node);
    assert!(open(folder.path()).commons().expect("listed").is_empty());
}

#[test]
fn one_damaged_commons_does_not_keep_the_others_shut() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let first = founded(&node, Admission::Invitation);
    let second = founded(&node, Admission::Open);
    drop(node);
    let held = folder.path().join("commons").join(first.to_string());
    for entry in std::fs::read_dir(&held).expect("its folder") {
        std::fs::remove_file(entry.expect("readable").path()).expect("taken away");
    }
    let words = "not a store at all, but some other file of a hundred bytes or so".repeat(2);
    std::fs::write(held.join("store.sqlite"), words).expect("written");
    let node = open(folder.path());
    assert_eq!(node.commons().expect("listed").len(), 1);
    assert!(node.reader(&second).is_ok());
    assert!(matches!(node.reader(&first), Err(Refusal::Unopened { .. })));
    let findings = node.doctor().expect("looked");
    assert!(findings.iter().any(|it| it.state == Health::Fault));
}
