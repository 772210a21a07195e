//! Invitations to vote alone, and dialogues taken away and brought back, through the commands.

use crate::place::{Place, done, found, json, made, refused, serve};

#[test]
fn a_ticket_to_vote_lets_vote_and_says_until_when() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    found(alice);
    let claim = made(alice, &["claim", "add", "Voters may vote."]);
    let alices = serve(alice);
    let ticket = json(alice, &["ticket", "--invite", "--vote-only", "--days", "7"]);
    assert_eq!(ticket["scope"].as_str(), Some("vote"));
    let text = ticket["ticket"].as_str().expect("a ticket");
    done(bob, &["join", text, "--as", "Bob"]);
    done(bob, &["vote", &claim, "agree"]);
    refused(bob, &["claim", "add", "Voters may speak."], 1);
    let listed = json(bob, &["invitation", "list"]);
    assert_eq!(
        (
            listed[0]["id"].as_str(),
            listed[0]["scope"].as_str(),
            listed[0]["state"].as_str(),
            listed[0]["end"].as_u64()
        ),
        (
            ticket["invitation"].as_str(),
            Some("vote"),
            Some("open"),
            ticket["end"].as_u64()
        )
    );
    assert!(done(alice, &["invitation", "list"]).contains("vote"));
    for wrong in [
        ["ticket", "--vote-only"].as_slice(),
        &["ticket", "--days", "3"],
        &["ticket", "--invite", "--days", "0"],
    ] {
        assert_eq!(alice.run(wrong).code, Some(2), "{wrong:?}");
    }
    assert_eq!(alices.stop().code, Some(0));
}

#[test]
fn dialogues_are_taken_away_and_brought_back() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    found(alice);
    made(alice, &["dialogue", "open", "Bread"]);
    for words in ["One oven.", "# Two\n\n- ovens, *please*", "[[Three]]"] {
        made(alice, &["say", "Bread", words]);
    }
    refused(alice, &["export", "mediawiki", "away.txt"], 2);
    let report = json(alice, &["export", "mediawiki", "away.xml"]);
    assert_eq!(
        (report["dialogues"].as_u64(), report["turns"].as_u64()),
        (Some(1), Some(3))
    );
    let file = report["file"].as_str().expect("a path");
    done(bob, &["import", "mediawiki", file, "--as", "Bob"]);
    let turns = |program| {
        let shown = json(program, &["dialogue", "show", "Bread"]);
        shown["turn_rows"].as_array().map(Vec::len)
    };
    assert_eq!((turns(alice), turns(bob)), (Some(3), Some(3)));
    let told = done(bob, &["dialogue", "show", "Bread"]);
    for words in ["Alice, brought in by Bob", "One oven.", "ovens, ", "Three"] {
        assert!(told.contains(words), "{words} is not in\n{told}");
    }
}
