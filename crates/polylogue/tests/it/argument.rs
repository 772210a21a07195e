//! Argdown and Web Annotations, out and in again; two readers of one text; what says nearly the
//! same; marks that are hard.

use serde_json::Value;

use crate::place::{Place, done, found, json, made, refused};

/// A dialogue of one turn with a claim and remarks, and their ids.
struct Talk {
    farms: String,
    turn: String,
    claim: String,
    remark: String,
}

fn talk(place: &Place) -> Talk {
    let alice = &place.alice;
    found(alice);
    let farms = made(
        alice,
        &["perspective", "add", "Upstream farms", "--short", "Farms"],
    );
    made(alice, &["question", "add", "What does the water need?"]);
    made(
        alice,
        &["dialogue", "open", "Summer", "--perspective", "Farms"],
    );
    let words = "The channels lose a third. Who pays for the mending? النهر يحتاج إلى سهله.";
    let turn = made(alice, &["say", "Summer", "--for", "Farms", words]);
    let claim = [
        "claim",
        "add",
        "A mended channel {is} everybody's [gain] // so they say.",
    ];
    let lifted = [
        "--from",
        &turn,
        "--quote",
        "lose a third",
        "--held-by",
        "Farms",
    ];
    let claim = made(alice, &[&claim[..], &lifted[..]].concat());
    let caution = [
        "move",
        "cautions",
        &claim,
        "--object",
        "no water #left for the reeds",
    ];
    let remark = made(
        alice,
        &[&caution[..], &["--for", "Farms", "--on-behalf"]].concat(),
    );
    made(
        alice,
        &[
            "move",
            "disagrees",
            &remark,
            "--because",
            "The reeds drink {little}.",
        ],
    );
    let asks = [
        "move",
        "asks",
        &farms,
        "--because",
        "Who pays?",
        "--found-in",
        &turn,
    ];
    made(
        alice,
        &[&asks[..], &["--words", "Who pays for the mending?"]].concat(),
    );
    Talk {
        farms,
        turn,
        claim,
        remark,
    }
}

fn file(place: &Place, name: &str) -> String {
    let path = place.folder().join(name);
    path.to_str().expect("a path in UTF-8").to_owned()
}

/// What counts of an export, without what is other in another commons: ids, keys, names, times.
fn plain(text: &str) -> String {
    let mut kept = String::new();
    let mut digits = String::new();
    let flush = |digits: &mut String, kept: &mut String| {
        let is_id = digits.len() >= 8;
        kept.push_str(if is_id { "(id)" } else { digits });
        digits.clear();
    };
    for character in text.chars() {
        if character.is_ascii_hexdigit() {
            digits.push(character);
        } else {
            flush(&mut digits, &mut kept);
            kept.push(character);
        }
    }
    flush(&mut digits, &mut kept);
    kept
}

#[test]
fn argdown_goes_out_and_comes_back() {
    let place = Place::new();
    let talk = talk(&place);
    let alice = &place.alice;
    let out = file(&place, "talk.argdown");
    let said = json(alice, &["export", "argdown", &out]);
    assert_eq!((&said["claims"], &said["moves"]), (&1.into(), &3.into()));
    let text = std::fs::read_to_string(&out).expect("it was written");
    assert!(
        text.contains("[A mended channel is everybody's gain so they say.]"),
        "{text}"
    );
    assert!(text.contains("  _ <cautions "), "{text}");
    assert!(text.contains("    - <disagrees "), "{text}");

    // Back to where it came from: everything is known again.
    let again = json(alice, &["import", "argdown", &out]);
    assert_eq!(
        (&again["claims"], &again["moves"]),
        (&0.into(), &0.into()),
        "{again}"
    );
    assert_eq!(again["skipped"], Value::Array(Vec::new()));
    let before = json(alice, &["claim", "show", &talk.claim]);
    assert_eq!(
        before["text"]["words"],
        json(alice, &["trace", &talk.claim])["target"]["words"]["words"]
    );
}

#[test]
fn argdown_goes_into_another_commons() {
    let place = Place::new();
    talk(&place);
    let (alice, bob) = (&place.alice, &place.bob);
    let out = file(&place, "talk.argdown");
    done(alice, &["export", "argdown", &out]);
    // What needs no text of the first commons comes whole.
    done(
        bob,
        &[
            "commons",
            "new",
            "Other",
            "--question",
            "And here?",
            "--as",
            "Bob",
        ],
    );
    let there = json(bob, &["import", "argdown", &out]);
    assert_eq!(
        (&there["claims"], &there["moves"]),
        (&1.into(), &2.into()),
        "{there}"
    );
    let skipped = there["skipped"].as_array().expect("a list");
    assert_eq!(skipped.len(), 1, "{there}");
    let told = skipped[0].as_str().expect("a sentence");
    assert!(
        told.starts_with("line ") && told.contains("is not here"),
        "{told}"
    );
    let theirs = file(&place, "theirs.argdown");
    done(bob, &["export", "argdown", &theirs]);
    let theirs = std::fs::read_to_string(&theirs).expect("it was written");
    for words in [
        "no water \\#left for the reeds",
        "The reeds drink \\{little}.",
        "Upstream farms",
    ] {
        assert!(theirs.contains(words), "{words}: {theirs}");
    }
    let third = json(bob, &["import", "argdown", &out]);
    assert_eq!(third["known"].as_u64().map(|it| it > 0), Some(true));
}

#[test]
fn argdown_written_by_hand_becomes_claims_and_remarks() {
    let place = Place::new();
    found(&place.alice);
    let bob = &place.alice;
    let hand = file(&place, "hand.argdown");
    let words = "[Eels]: The eels must come back.\n  + <Ladders>: Ladders work.\n    - Too dear.\n";
    std::fs::write(
        &hand,
        format!("{words}  - [Silt]: The silt is full of lead.\n"),
    )
    .expect("written");
    let hand = json(bob, &["import", "argdown", &hand]);
    assert_eq!(
        (&hand["claims"], &hand["moves"]),
        (&2.into(), &3.into()),
        "{hand}"
    );
}

#[test]
fn annotations_go_out_and_come_back() {
    let place = Place::new();
    let talk = talk(&place);
    let alice = &place.alice;
    let out = file(&place, "talk.json");
    let said = json(alice, &["export", "annotations", &out]);
    assert_eq!((&said["claims"], &said["moves"]), (&1.into(), &3.into()));
    let text = std::fs::read_to_string(&out).expect("it was written");
    let document: Value = serde_json::from_str(&text).expect("it is JSON");
    let items = document["first"]["items"].as_array().expect("a page");
    assert_eq!(items.len(), 4);
    let asks = items
        .iter()
        .find(|it| it["motivation"][0] == "questioning")
        .expect("asked");
    assert_eq!(
        asks["target"]["source"],
        format!("urn:polylogue:{}", talk.turn)
    );
    assert_eq!(
        asks["target"]["selector"][0]["exact"],
        "Who pays for the mending?"
    );
    let again = json(alice, &["import", "annotations", &out]);
    assert_eq!(
        (&again["known"], &again["moves"]),
        (&4.into(), &0.into()),
        "{again}"
    );

    // Somebody else's, on the same turn: words from right to left among others.
    let other = file(&place, "other.json");
    let selector = r#"{"type": "TextQuoteSelector", "exact": "النهر يحتاج"}"#;
    let mark = |source: &str, exact: &str| {
        format!(
            r#"{{"target": {{"source": "{source}", "selector": {exact}}}, "body": "So it does."}}"#
        )
    };
    let gone = r#"{"type": "TextQuoteSelector", "exact": "no such words"}"#;
    let list = [
        mark(&talk.turn, selector),
        mark(&talk.turn, gone),
        mark("https://example.org/nowhere", selector),
    ];
    std::fs::write(&other, format!("[{}]", list.join(","))).expect("written");
    let brought = json(alice, &["import", "annotations", &other]);
    assert_eq!(brought["moves"], 1, "{brought}");
    let skipped = brought["skipped"].as_array().expect("a list");
    assert_eq!(skipped.len(), 2, "{brought}");
    assert!(
        skipped[0]
            .as_str()
            .expect("words")
            .starts_with("annotation 2: "),
        "{brought}"
    );
    std::fs::write(&other, "[\n {\n").expect("written");
    let brought = json(alice, &["import", "annotations", &other]);
    assert!(
        brought["skipped"][0]
            .as_str()
            .expect("words")
            .starts_with("line 3"),
        "{brought}"
    );
    let exported = std::fs::read_to_string(&out).expect("there");
    assert_eq!(plain(&exported).matches("\"Annotation\"").count(), 4);
}

#[test]
fn two_readers_of_one_turn_are_compared() {
    let place = Place::new();
    let talk = talk(&place);
    let (alice, bob) = (&place.alice, &place.bob);
    let mark = |by, kind: &str, words: &str| {
        let about = [
            "move",
            kind,
            &talk.farms,
            "--found-in",
            &talk.turn,
            "--words",
            words,
        ];
        made(
            by,
            &[&about[..], &["--object", "it", "--because", "so"]].concat(),
        )
    };
    mark(alice, "cautions", "The channels lose a third.");
    let alices = crate::place::serve(alice);
    let ticket = made(alice, &["ticket", "--invite"]);
    done(bob, &["join", &ticket, "--as", "Bob"]);
    mark(bob, "cautions", "channels lose a third");
    mark(bob, "adds", "Who pays for the mending?");
    mark(bob, "links", "النهر يحتاج إلى سهله");
    let found = json(bob, &["sift", "agreement", "Alice", "Bob"]);
    assert_eq!(
        (&found["units"], &found["both"], &found["same"]),
        (&3.into(), &2.into(), &1.into())
    );
    let kinds = found["kinds"].as_array().expect("a list");
    let cautions = kinds
        .iter()
        .find(|it| it["kind"] == "cautions")
        .expect("marked");
    assert_eq!(
        (&cautions["both"], &cautions["share"]),
        (&1.into(), &1.0.into())
    );
    let sheet = done(bob, &["sift", "agreement", "Alice", "Bob", "--csv"]);
    assert_eq!(sheet.lines().count(), 4, "{sheet}");
    assert!(sheet.starts_with("text,first-mark,first-kind,second-mark,second-kind,same\n"));
    refused(bob, &["sift", "agreement", "Bob", "me"], 2);
    assert_eq!(alices.stop().code, Some(0));
}

#[test]
fn similar_things_are_suggested_and_their_owners_decide() {
    let place = Place::new();
    found(&place.alice);
    let alice = &place.alice;
    let first = made(
        alice,
        &[
            "claim",
            "add",
            "Endless growth cannot go on on a finite planet.",
        ],
    );
    let second = made(
        alice,
        &[
            "claim",
            "add",
            "Endless growth cannot go on upon a finite planet.",
        ],
    );
    let spanish = ["claim", "add", "El planeta es finito.", "--language", "es"];
    made(alice, &spanish);
    let like = json(
        alice,
        &["claim", "similar", "growth on a finite planet cannot go on"],
    );
    assert_eq!(
        (&like[0]["id"], &like[1]["id"]),
        (&first.clone().into(), &second.clone().into())
    );
    assert_eq!(like.as_array().map(Vec::len), Some(2));
    let own = json(alice, &["claim", "similar", &first]);
    assert_eq!(
        (own[0]["id"].as_str(), own.as_array().map(Vec::len)),
        (Some(second.as_str()), Some(1))
    );
    let pairs = json(alice, &["claim", "similar"]);
    assert_eq!(
        (&pairs[0]["suggests"], pairs.as_array().map(Vec::len)),
        (&"fuse".into(), Some(1))
    );
    made(
        alice,
        &[
            "suggestion",
            "add",
            "fuse",
            &first,
            &second,
            "--because",
            "the same",
        ],
    );
    let settled = json(alice, &["claim", "similar"]);
    assert_eq!(settled, Value::Array(Vec::new()));
    // Both are still there, and their trace says what was suggested.
    let up = json(alice, &["trace", &first]);
    let up = up["rested_on_by"].as_array().expect("a list");
    assert!(up.iter().any(|it| it["how"] == "suggests"), "{up:#?}");
    assert_eq!(
        json(alice, &["claim", "list"]).as_array().map(Vec::len),
        Some(3)
    );
}

#[test]
fn hard_marks_are_defined() {
    let place = Place::new();
    let talk = talk(&place);
    let alice = &place.alice;
    let mark = |words: &str| {
        vec![
            "move",
            "emphasises",
            &talk.farms,
            "--found-in",
            &talk.turn,
            "--words",
        ]
        .into_iter()
        .map(ToOwned::to_owned)
        .chain([words.to_owned()])
        .collect::<Vec<String>>()
    };
    let run = |words: &str| {
        let all = mark(words);
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        made(alice, &all)
    };
    // Words that do not stand there.
    let gone = mark("no such words");
    let gone: Vec<&str> = gone.iter().map(String::as_str).collect();
    refused(alice, &gone, 1);
    // Words that stand there twice: the first place is meant. Marks that overlap, and words that
    // run the other way, are kept beside each other.
    let revised = "Water, water. النهر يحتاج إلى سهله. Water, water.";
    done(alice, &["revise", &talk.turn, revised]);
    run("Water, water");
    run("water. النهر");
    run("يحتاج إلى");
    let up = json(alice, &["trace", &talk.turn]);
    let up = up["rested_on_by"].as_array().expect("a list");
    let exact = |words: &str| {
        up.iter()
            .filter(|it| it["passage"]["exact"] == words)
            .count()
    };
    assert_eq!(
        (
            exact("Water, water"),
            exact("water. النهر"),
            exact("يحتاج إلى")
        ),
        (1, 1, 1)
    );
    let orphaned = up
        .iter()
        .find(|it| it["passage"]["exact"] == "lose a third")
        .expect("kept");
    assert_eq!(orphaned["passage"]["anchored"], "orphaned", "{orphaned:#}");
}

#[test]
fn deep_circular_and_erased_are_defined() {
    let place = Place::new();
    let talk = talk(&place);
    let alice = &place.alice;
    // Remarks on remarks, ten deep, and the way back from the last.
    let mut last = talk.remark.clone();
    for depth in 0..10 {
        let because = format!("because of {depth}");
        last = made(alice, &["move", "disagrees", &last, "--because", &because]);
    }
    let down = json(alice, &["trace", &last]);
    let down = down["rests_on"].as_array().expect("a list");
    let claim = down
        .iter()
        .find(|it| it["id"] == talk.claim.as_str())
        .expect("at its end");
    assert_eq!(claim["step"], 11);
    // A lineage in a circle ends.
    let other = made(alice, &["perspective", "add", "Downstream"]);
    let third = made(alice, &["perspective", "add", "The mouth"]);
    for (from, to) in [(&talk.farms, &other), (&other, &talk.farms)] {
        let split = ["perspective", "split", from, "--into", to, "--into", &third];
        made(alice, &[&split[..], &["--because", "a circle"]].concat());
    }
    json(alice, &["trace", &other]);
    // Erased: its words are gone from every mark, and the marks say so.
    done(alice, &["erase", &talk.turn, "--because", "said too much"]);
    let up = json(alice, &["trace", &talk.claim]);
    let lifted = &up["rests_on"].as_array().expect("a list")[0];
    assert_eq!(
        (&lifted["passage"]["anchored"], &lifted["passage"]["exact"]),
        (&"emptied".into(), &"".into())
    );
    json(alice, &["sift", "became"]);
    refused(alice, &["trace", "ffffffffffffffff"], 1);
}
