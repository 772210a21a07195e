//! A published map is computed again from the signed votes, by its author and by another peer.

use serde_json::Value;

use crate::place::{Place, done, json, made};

#[test]
fn a_published_map_is_equal_until_somebody_changes_it_or_votes() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    crate::place::found(alice);
    let question = made(alice, &["question", "add", "What does the river need?"]);
    let under = ["--question", &question];
    let add = |words: &str| made(alice, &[&["claim", "add", words][..], &under].concat());
    let claims = [add("It needs shade."), add("It needs fish.")];
    made(alice, &["vote", &claims[0], "agree"]);
    let file = place.folder().join("map.json");
    let name = file.to_str().expect("a plain path");
    let document = json(alice, &["map"]);
    std::fs::write(&file, document.to_string()).expect("written");
    let equal = done(alice, &["map", "verify", name]);
    assert!(equal.starts_with("equal: all "), "{equal}");

    // Another peer has the same votes and needs nobody's word for it.
    let bundle = place.folder().join("copy.bundle");
    let bundle = bundle.to_str().expect("a plain path");
    done(alice, &["bundle", "write", bundle]);
    done(bob, &["bundle", "read", bundle]);
    let theirs = done(bob, &["map", "verify", name]);
    assert!(theirs.starts_with("equal: all "), "{theirs}");

    let mut changed = document.clone();
    changed["claims"][0]["votes"]["pass"] = Value::from(7);
    std::fs::write(&file, changed.to_string()).expect("written");
    let ended = alice.run(&["map", "verify", name]);
    assert_eq!(ended.code, Some(1), "{}", ended.output);
    assert!(
        ended.error.contains("votes.pass: 7 published, 0 computed")
            && ended.error.contains("the map, or a vote, was changed"),
        "{}",
        ended.error
    );

    std::fs::write(&file, document.to_string()).expect("written");
    made(alice, &["vote", &claims[1], "disagree"]);
    let ended = alice.run(&["map", "verify", name]);
    assert_eq!(ended.code, Some(1), "{}", ended.output);
    assert!(
        ended
            .error
            .contains("the map counts 1 vote, and here are 2"),
        "{}",
        ended.error
    );

    std::fs::write(&file, "{\"votes\": 1}").expect("written");
    let ended = alice.run(&["map", "verify", name]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.error.contains("is no map"), "{}", ended.error);
}
