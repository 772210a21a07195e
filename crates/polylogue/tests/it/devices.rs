//! One person with two homes: a device is linked, speaks for its person, and is ended.

use crate::place::{Place, done, found, json, made, refused};
use polylogue_testkit::command::Program;

/// Carries everything from one home to another in a file.
fn carry(from: &Program, to: &Program) {
    done(from, &["bundle", "write", "carried.bundle"]);
    done(to, &["bundle", "read", "carried.bundle"]);
}

fn key_of(program: &Program) -> String {
    let profile = json(program, &["profile"]);
    profile["key"].as_str().expect("a key").to_owned()
}

/// How many agree and disagree.
fn tally(program: &Program, claim: &str) -> (u64, u64) {
    let shown = json(program, &["claim", "show", claim]);
    let tally = &shown["tally"];
    let count = |name: &str| tally[name].as_u64().expect("a count");
    (count("agree"), count("disagree"))
}

#[test]
fn a_device_is_linked_speaks_for_its_person_and_is_ended() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    found(alice);
    let claim = made(alice, &["claim", "add", "The river belongs to all."]);
    carry(alice, bob);
    let root = key_of(alice);
    let line = made(bob, &["device", "link", &root]);
    let device = line.split('.').next().expect("a key").to_owned();
    assert_ne!(device, root);
    done(alice, &["device", "link", &line, "--name", "Alice's phone"]);
    carry(alice, bob);

    done(bob, &["vote", &claim, "agree"]);
    carry(bob, alice);
    assert_eq!(tally(alice, &claim), (1, 0));
    done(alice, &["vote", &claim, "disagree"]);
    carry(alice, bob);
    for home in [alice, bob] {
        assert_eq!(tally(home, &claim), (0, 1), "one person, one vote");
        assert_eq!(key_of(home), root, "both are Alice");
        assert_eq!(json(home, &["people"]).as_array().map(Vec::len), Some(1));
        let listed = done(home, &["device", "list"]);
        assert!(listed.contains("Alice's phone"), "{listed}");
        assert!(listed.contains("speaks"), "{listed}");
    }

    let sentence = refused(bob, &["device", "revoke", &device[..12]], 1);
    assert!(!sentence.contains("panicked"), "{sentence}");
    let because = ["--because", "lost on the train"];
    let revoke = [&["device", "revoke", &device[..12]][..], &because].concat();
    done(alice, &revoke);
    carry(alice, bob);
    let sentence = refused(bob, &["vote", &claim, "agree"], 1);
    assert!(sentence.contains("this device was ended"), "{sentence}");
    for home in [alice, bob] {
        assert_eq!(
            tally(home, &claim),
            (0, 1),
            "what it said so far still counts"
        );
        let devices = json(home, &["device", "list"]);
        let ended: Vec<(Option<&str>, Option<bool>)> = devices
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| (it["key"].as_str(), it["ended"].as_bool()))
            .collect();
        assert_eq!(ended, [(Some(device.as_str()), Some(true))]);
        assert!(done(home, &["verify"]).starts_with("equal"));
    }
}

#[test]
fn a_device_is_not_linked_by_a_line_that_is_not_its_own() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    found(alice);
    carry(alice, bob);
    let root = key_of(alice);
    // The new device agreed to speak for somebody else.
    let for_another = made(bob, &["device", "link", &"11".repeat(32)]);
    refused(alice, &["device", "link", &for_another], 1);
    let line = made(bob, &["device", "link", &root]);
    let (device, proof) = line.split_once('.').expect("a key and a proof");
    let last = if proof.ends_with('0') { "1" } else { "0" };
    let forged = format!("{device}.{}{last}", &proof[..proof.len() - 1]);
    refused(alice, &["device", "link", &forged], 1);
    for nonsense in ["phone", &line[..100], &format!("{line}0"), ""] {
        refused(alice, &["device", "link", nonsense], 2);
    }
    assert_eq!(
        json(alice, &["device", "list"]).as_array().map(Vec::len),
        Some(0)
    );
    let sentence = refused(alice, &["device", "revoke", &device[..12]], 1);
    assert!(sentence.contains("no device of yours"), "{sentence}");
}
