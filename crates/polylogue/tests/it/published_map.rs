//! A published map is computed again from the signed votes, by its author and by another peer.

use std::path::Path;

use polylogue_testkit::command::Program;
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

    nothing_forged_is_equal(alice, &file, &document);

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

/// Nothing that a map says can be changed without being found.
fn nothing_forged_is_equal(alice: &Program, file: &Path, document: &Value) {
    let name = file.to_str().expect("a plain path");
    type Forged = fn(&mut Value);
    let forged: [(Forged, &str); 5] = [
        (
            |it| it["counted"]["rows"][0]["people"] = Value::from(40),
            "people: 40 published, 1 computed",
        ),
        (
            |it| it["counted"]["bursts"] = serde_json::json!([{"people": ["a"]}]),
            "counted.bursts: 1 published, 0 computed",
        ),
        (
            |it| it["verdict"] = Value::from("the river won"),
            "verdict: published, and no part of a map",
        ),
        (
            |it| it["claims"][0]["text"] = Value::from("It needs a dam."),
            ".text: “It needs a dam.” published, “It needs ",
        ),
        (
            |it| it["claims"].as_array_mut().expect("a list").truncate(1),
            "claims: 1 published, 2 computed: only computed: ",
        ),
    ];
    for (forge, said) in forged {
        let mut changed = document.clone();
        forge(&mut changed);
        std::fs::write(file, changed.to_string()).expect("written");
        let ended = alice.run(&["map", "verify", name]);
        assert_eq!(ended.code, Some(1), "{}", ended.output);
        assert!(ended.error.contains(said), "{said}\n{}", ended.error);
    }
}

/// Words typed one after the other.
fn with<'a>(of: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [of, more].concat()
}

#[test]
fn a_map_counted_without_some_too_shows_both_results_and_whose_word_it_is() {
    let place = Place::new();
    let Place { alice, .. } = &place;
    crate::place::found(alice);
    let question = made(alice, &["question", "add", "What does the river need?"]);
    let under = ["--question", &question];
    let claim = made(
        alice,
        &[&["claim", "add", "It needs shade."][..], &under].concat(),
    );
    made(alice, &["vote", &claim, "agree"]);
    let before = json(alice, &["map"]);
    let of = ["map", "without", "--of", &question];
    let refused = |arguments: &[&str], sentence: &str| {
        let ended = alice.run(arguments);
        assert_ne!(ended.code, Some(0), "{}", ended.output);
        assert!(ended.error.contains(sentence), "{}", ended.error);
    };
    refused(&with(&of, &["me"]), "reason");
    refused(&with(&of, &["--because", "why"]), "nobody is named");
    refused(
        &with(&of, &["--sign", "copies", "--because", "why"]),
        "names nobody on this map",
    );
    refused(
        &with(&of, &["--sign", "odd", "--because", "why"]),
        "no sign called",
    );

    made(alice, &with(&of, &["me", "--because", "I voted for two."]));
    let text = done(alice, &["map"]);
    assert!(
        text.contains("counts this map without 1 person too, because “I voted for two.”")
            && text.contains("without those a moderator leaves out"),
        "{text}"
    );
    let after = json(alice, &["map"]);
    for part in ["votes", "axes", "grouping", "claims", "people"] {
        assert_eq!(after[part], before[part], "the map of everybody stays");
    }
    let counted = &after["counted"];
    assert_eq!(counted["recorded"][0]["reason"], "I voted for two.");
    let rows = counted["rows"].as_array().expect("rows");
    let ways: Vec<&str> = rows
        .iter()
        .filter_map(|it| it["counted"].as_str())
        .collect();
    assert_eq!(ways, ["everybody", "recorded"]);
    assert_eq!(rows[1]["left_out"].as_array().map(Vec::len), Some(1));

    let again = [
        "map",
        "everybody",
        "--of",
        &question,
        "--because",
        "It was one.",
    ];
    made(alice, &again);
    assert_eq!(
        json(alice, &["map"])["counted"]["recorded"],
        Value::Array(Vec::new())
    );
    refused(&again, "of everybody alone already");
    let log = done(alice, &["log", "--acts"]);
    assert!(log.contains("I voted for two."), "{log}");
}

#[test]
fn a_map_is_verified_against_its_export_which_numbers_what_the_commons_names() {
    let place = Place::new();
    let Place { alice, .. } = &place;
    done(
        alice,
        &[
            "commons",
            "new",
            "Test",
            "--question",
            "Does it hold?",
            "--as",
            "Alice",
            "--rows-travel",
        ],
    );
    let question = made(alice, &["question", "add", "What does the river need?"]);
    let under = ["--question", &question];
    let add = |words: &str| made(alice, &[&["claim", "add", words][..], &under].concat());
    add("Nobody has voted on this.");
    for (words, vote) in [("It needs shade.", "agree"), ("It needs fish.", "disagree")] {
        let claim = add(words);
        made(alice, &["vote", &claim, vote]);
    }
    let folder = place.folder().join("exported");
    let folder = folder.to_str().expect("a plain path");
    done(alice, &["export", "polis", folder]);
    let file = place.folder().join("map.json");
    let name = file.to_str().expect("a plain path");
    let mut document = json(alice, &["map"]);
    std::fs::write(&file, document.to_string()).expect("written");
    let equal = done(alice, &["map", "verify", name, folder]);
    assert!(equal.starts_with("equal: all "), "{equal}");

    // What was counted is named before what follows from it, with the words of the claim.
    let shade = document["claims"].as_array_mut().expect("claims");
    let shade = shade.iter_mut().find(|it| it["text"] == "It needs shade.");
    let shade = shade.expect("it was added");
    shade["mean"] = Value::from(-1.0);
    shade["votes"]["pass"] = Value::from(1);
    std::fs::write(&file, document.to_string()).expect("written");
    let ended = alice.run(&["map", "verify", name, folder]);
    assert_eq!(ended.code, Some(1), "{}", ended.output);
    let mut places = ended.error.lines().skip(1);
    let first = places.next().unwrap_or_default();
    assert!(
        first.contains("“It needs shade.”: claims[")
            && first.contains("votes.pass: 1 published, 0 computed"),
        "{}",
        ended.error
    );
}

/// Votes of some people on some claims, as Polis exports them; one line may be said otherwise.
fn votes_of_twelve(changed: Option<(u32, u32)>) -> String {
    let mut votes = "timestamp,datetime,comment-id,voter-id,vote\n".to_owned();
    for claim in 0..8 {
        for person in 0..12 {
            // No two claims could be exchanged: then only their numbers would tell them apart.
            let is_odd = (person * person + 3 * claim * claim + person * claim) % 11 < 2;
            let is_with = ((person < 7) == (claim % 2 == 0)) != is_odd;
            let is_turned = changed == Some((claim, person));
            let sign = if is_with != is_turned { 1 } else { -1 };
            votes += &format!("16000{person:02}0{claim:02}0,x,{claim},{person},{sign}\n");
        }
    }
    votes
}

#[test]
fn what_was_brought_in_is_verified_against_the_files_it_came_in() {
    let place = Place::new();
    let Place { alice, .. } = &place;
    let folder = place.folder().join("talk");
    std::fs::create_dir(&folder).expect("made");
    let mut comments =
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
            .to_owned();
    for claim in 0..8 {
        // Two are rejected, and their words are not shown where they were brought in.
        let moderated = if claim > 5 { -1 } else { 1 };
        comments += &format!("1600000000,x,{claim},0,0,0,{moderated},Claim {claim}\n");
    }
    std::fs::write(folder.join("comments.csv"), comments).expect("written");
    std::fs::write(folder.join("votes.csv"), votes_of_twelve(None)).expect("written");
    let from = folder.to_str().expect("a plain path");
    done(alice, &["import", "polis", from, "--licence", "CC0-1.0"]);
    let file = place.folder().join("map.json");
    let name = file.to_str().expect("a plain path");
    std::fs::write(&file, json(alice, &["map"]).to_string()).expect("written");
    let equal = done(alice, &["map", "verify", name, from]);
    assert!(equal.starts_with("equal: all "), "{equal}");

    let turned = votes_of_twelve(Some((3, 5)));
    std::fs::write(folder.join("votes.csv"), turned).expect("written");
    let ended = alice.run(&["map", "verify", name, from]);
    let lines: Vec<&str> = ended.error.lines().collect();
    assert!(lines[1].contains("“Claim 3”: claims["), "{}", ended.error);
    assert!(lines[2].contains("“Claim 3”: claims["), "{}", ended.error);
    assert!(
        lines[3].ends_with("that follow from these"),
        "{}",
        ended.error
    );
    assert!(
        lines[4].trim_start().starts_with("5 moved furthest"),
        "{}",
        ended.error
    );
}
