//! Every verb: it ends with 0, and its `--json` has stable keys. `UPDATE_EXPECT=1` writes the keys
//! anew; a key that goes away breaks somebody's script.

use expect_test::expect_file;
use polylogue_testkit::command::Program;
use serde_json::Value;

use crate::place::{Place, done, json, made, serve};

/// The keys of a document, with those inside behind a dot and those of rows behind `[]`.
fn keys(document: &Value, before: &str, found: &mut Vec<String>) {
    match document {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if before.is_empty() {
                    name.clone()
                } else {
                    format!("{before}.{name}")
                };
                keys(value, &path, found);
            }
        }
        Value::Array(rows) => match rows.first() {
            Some(first) => keys(first, &format!("{before}[]"), found),
            None => found.push(format!("{before}[]")),
        },
        _ => found.push(before.to_owned()),
    }
}

/// Runs verbs with `--json` and notes their keys.
struct Recorder<'a> {
    program: &'a Program,
    text: String,
}

impl Recorder<'_> {
    fn run(&mut self, arguments: &[&str]) -> Value {
        let document = json(self.program, arguments);
        self.note(arguments, &document);
        document
    }

    fn note(&mut self, arguments: &[&str], document: &Value) {
        let named: Vec<&str> = arguments
            .iter()
            .take_while(|it| it.chars().all(|it| it.is_ascii_lowercase()))
            .copied()
            .collect();
        let mut found = Vec::new();
        keys(document, "", &mut found);
        found.sort();
        found.dedup();
        self.text.push_str(&format!("{}\n", named.join(" ")));
        found
            .iter()
            .for_each(|key| self.text.push_str(&format!("  {key}\n")));
    }

    fn id(&mut self, arguments: &[&str]) -> String {
        self.run(arguments)["id"]
            .as_str()
            .expect("an id in full")
            .to_owned()
    }
}

#[test]
fn every_verb_has_its_keys() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    let mut recorder = Recorder {
        program: alice,
        text: String::new(),
    };
    recorder.run(&[
        "commons",
        "new",
        "Test",
        "--question",
        "Does it hold?",
        "--as",
        "Alice",
    ]);
    say_things(&mut recorder);
    read_things(&mut recorder);

    let owner = serve(alice);
    let ticket = recorder.run(&["ticket", "--invite"]);
    let ticket = ticket["ticket"].as_str().expect("a ticket").to_owned();
    recorder.run(&["invitation", "list"]);
    recorder.run(&["export", "mediawiki", "test.xml"]);
    recorder.program = bob;
    recorder.run(&["join", &ticket, "--as", "Bob"]);
    recorder.run(&["sync"]);
    recorder.run(&["status"]);
    // Bob's own sync brought everything: his process has ended, so that Alice would reach nobody.
    recorder.program = alice;
    act_on_people(&mut recorder);
    assert_eq!(owner.stop().code, Some(0));

    recorder.run(&["bundle", "write", "test.bundle"]);
    recorder.run(&["bundle", "read", "test.bundle"]);
    recorder.run(&["backup", "test.backup"]);
    recorder.program = bob;
    let home = place.folder().join("homes/again");
    recorder.run(&[
        "restore",
        "test.backup",
        "--home",
        home.to_str().expect("plain"),
    ]);
    recorder.run(&["commons", "leave", "--because", "This was a test."]);
    expect_file!["verbs.txt"].assert_eq(&recorder.text);
}

#[expect(clippy::too_many_lines, reason = "one script, a line for each verb")]
fn say_things(recorder: &mut Recorder<'_>) {
    let source = recorder.id(&["source", "add", "Old maps", "--issued", "1911"]);
    recorder.id(&["perspective", "add", "Town", "--source", &source]);
    for name in ["Farms", "Fields", "Meadows"] {
        made(recorder.program, &["perspective", "add", name]);
    }
    recorder.run(&[
        "perspective",
        "revise",
        "Town",
        "--summary",
        "Four thousand people.",
    ]);
    recorder.run(&[
        "perspective",
        "rename",
        "Town",
        "The town",
        "--because",
        "It is one.",
    ]);
    recorder.run(&[
        "perspective",
        "split",
        "Farms",
        "--into",
        "Fields",
        "--into",
        "Meadows",
    ]);
    recorder.run(&[
        "perspective",
        "merge",
        "Fields",
        "Meadows",
        "--into",
        "Farms",
    ]);
    recorder.run(&[
        "perspective",
        "drop",
        "Meadows",
        "--because",
        "Nobody spoke for it.",
    ]);
    recorder.run(&["question", "add", "Who decides?"]);
    recorder.run(&[
        "dialogue",
        "plan",
        "Summer",
        "--question",
        "1",
        "--when",
        "2030-01-01",
    ]);
    recorder.run(&["dialogue", "open", "Summer"]);
    recorder.run(&["dialogue", "close", "Summer"]);
    recorder.run(&["dialogue", "open", "Winter", "--perspective", "Farms"]);
    let turn = recorder.id(&["say", "Winter", "The channels leak.", "--for", "Farms"]);
    recorder.run(&["revise", &turn, "The channels leak in winter."]);
    let claim = recorder.id(&[
        "claim",
        "add",
        "Mend them.",
        "--from",
        &turn,
        "--quote",
        "channels leak",
    ]);
    recorder.run(&["claim", "reword", &claim, "Mend the channels."]);
    recorder.run(&[
        "claim",
        "split",
        &claim,
        "--into",
        "Mend one.",
        "--into",
        "Mend two.",
    ]);
    let other = made(recorder.program, &["claim", "add", "Mend nothing."]);
    recorder.run(&["claim", "merge", &claim, &other, "--into", "Mend some."]);
    recorder.run(&["claim", "held", &claim, "Farms"]);
    let group = "the parish, by show of hands";
    recorder.run(&[
        "claim",
        "count",
        &claim,
        "--group",
        group,
        "--agree",
        "12",
        "--source",
        "https://example.org/minutes",
    ]);
    recorder.run(&["translate", &claim, "de", "Flickt sie."]);
    recorder.run(&[
        "vote",
        &claim,
        "agree",
        "--matters",
        "--because",
        "It is cheap.",
    ]);
    let asks = recorder.id(&["move", "asks", &turn, "--because", "Since when?"]);
    let answer = made(
        recorder.program,
        &["move", "answers", &asks, "--because", "Since May."],
    );
    recorder.run(&["accept", &answer]);
    recorder.run(&["dispute", &asks, "--because", "Nobody asked."]);
    recorder.run(&[
        "practice",
        "add",
        "A channel",
        "--for",
        &claim,
        "--step",
        "Dig.",
    ]);
    let suggestion = recorder.id(&[
        "suggestion",
        "add",
        "fuse",
        &claim,
        &other,
        "--because",
        "Alike.",
    ]);
    recorder.run(&["suggestion", "answer", &suggestion, "yes"]);
    let slip = made(recorder.program, &["say", "Winter", "A slip."]);
    recorder.run(&["withdraw", &slip, "--because", "It was a slip."]);
    recorder.run(&["erase", &slip]);
    recorder.run(&["trace", &claim]);
    for table in ["questions", "voices", "matrix", "coverage", "convergence"] {
        recorder.run(&["sift", table]);
    }
    recorder.run(&["sift", "synopsis", "Farms"]);
    recorder.run(&["synthesis", "new", "In short"]);
    let line = recorder.id(&[
        "synthesis",
        "line",
        "add",
        "In short",
        "Mending helps.",
        "--trace",
        &claim,
        "--for",
        "Farms",
        "--does",
        "agrees",
        "--about",
        &claim,
    ]);
    recorder.run(&["synthesis", "line", "set", &line, "Mending helps all."]);
    recorder.run(&[
        "synthesis",
        "edit",
        "In short",
        "Mending helps all.\nSo do reeds.",
    ]);
    recorder.run(&["synthesis", "list"]);
    recorder.run(&["synthesis", "show", "In short"]);
    recorder.run(&["sift", "drift", "In short"]);
    let edition = recorder.id(&["edition", "make", "In short", "--name", "1.0"]);
    recorder.run(&["edition", "sign", &edition, "--as", "witness"]);
    recorder.run(&["edition", "list"]);
    recorder.run(&["edition", "show", &edition]);
    recorder.run(&["edition", "file", &edition, "test.edition"]);
    recorder.run(&["edition", "verify", "test.edition"]);
    criticise(recorder, &line);
    recorder.run(&["cite", &claim]);
    recorder.run(&["claim", "show", &claim]);
    recorder.run(&["claim", "similar", &claim]);
    recorder.run(&["source", "show", &source]);
}

/// Comments and what becomes of them, votes on wordings, dissent, stages and actions.
#[expect(clippy::too_many_lines, reason = "one story, told in order")]
fn criticise(recorder: &mut Recorder<'_>, line: &str) {
    let comment = recorder.id(&[
        "synthesis",
        "comment",
        line,
        "Not all.",
        "--words",
        "helps all",
        "--propose",
        "Mending helps most.",
    ]);
    recorder.run(&["synthesis", "comment", "In short", "Too short."]);
    recorder.run(&[
        "synthesis",
        "vote",
        &comment,
        "agree",
        "--because",
        "So it is.",
    ]);
    recorder.run(&["synthesis", "vote", line, "pass"]);
    recorder.run(&["synthesis", "votes", line]);
    let because = ["--because", "It was counted."];
    recorder.run(
        &[
            &["synthesis", "dispose", &comment, "accepted"][..],
            &because,
        ]
        .concat(),
    );
    recorder.run(&["synthesis", "comments", "In short"]);
    recorder.run(&["synthesis", "comments", line, "--state", "accepted"]);
    let dissent = recorder.id(&[
        "synthesis",
        "dissent",
        "In short",
        "It was never broken.",
        "--title",
        "We read it otherwise",
    ]);
    recorder.run(&["synthesis", "dissent", "leave", &dissent]);
    recorder.run(&["synthesis", "dissent", "join", &dissent, "after all"]);
    recorder.run(&["synthesis", "dissent", "show", &dissent]);
    recorder.run(&["synthesis", "dissents", "In short"]);
    recorder.run(&[
        "synthesis",
        "leave-out",
        "In short",
        "The book",
        "--because",
        "Overlaps.",
    ]);
    recorder.run(&["synthesis", "left-out"]);
    recorder.run(&["stage", "template", "survey"]);
    recorder.run(&[
        "stage",
        "add",
        "Meet",
        "--need",
        "A room.",
        "--check",
        "dialogues",
    ]);
    recorder.run(&[
        "stage",
        "set",
        "Meet",
        "--until",
        "2126-12-24",
        "--place",
        "1",
    ]);
    recorder.run(&["stage", "done", "Meet", "We met.", "--rests-on", line]);
    recorder.run(&["stage", "list"]);
    let action = recorder.id(&["action", "add", "Plant reeds.", "--until", "2126-12-24"]);
    recorder.run(&["action", "leave", &action]);
    recorder.run(&["action", "join", &action]);
    recorder.run(&["action", "list"]);
}

fn read_things(recorder: &mut Recorder<'_>) {
    for arguments in [
        &["commons", "list"][..],
        &["commons", "show"],
        &["perspective", "list"],
        &["perspective", "show", "Farms"],
        &["question", "list"],
        &["dialogue", "list"],
        &["dialogue", "show", "Winter"],
        &["claim", "list"],
        &["next"],
        &["practice", "list"],
        &["practice", "show", "A channel"],
        &["source", "list"],
        &["suggestion", "list"],
        &["search", "channels"],
        &["log"],
        &["people"],
        &["profile"],
        &["charter", "show"],
        &["verify"],
        &["doctor"],
        &["device", "list"],
    ] {
        recorder.run(arguments);
    }
}

fn act_on_people(recorder: &mut Recorder<'_>) {
    recorder.run(&["profile", "--about", "Tests things."]);
    recorder.run(&["people", "Bob"]);
    recorder.run(&["grant", "Bob", "greeter", "--days", "30"]);
    recorder.run(&["recall", "Bob", "greeter", "--because", "It was a test."]);
    let claim = made(recorder.program, &["claim", "add", "Buy cheap tools."]);
    let hide = recorder.id(&["hide", &claim, "--because", "An advertisement."]);
    recorder.run(&["appeal", &hide, "It was a joke."]);
    recorder.run(&["log", "--acts"]);
    recorder.run(&["restore", &hide, "--because", "So it was."]);
    recorder.run(&["remove", "Bob", "--because", "It was a test."]);
    recorder.run(&["admit", "Bob", "--because", "Back again."]);
    let step = recorder.id(&[
        "charter",
        "propose",
        "--charter",
        "We test.",
        "--because",
        "So.",
    ]);
    recorder.run(&["charter", "assent", &step]);
}

#[test]
fn help_is_no_fault_and_names_every_verb() {
    let place = Place::new();
    let help = done(&place.alice, &["help"]);
    for verb in [
        "demo", "serve", "commons", "ticket", "join", "move", "vote", "import", "doctor",
    ] {
        assert!(
            help.contains(&format!("\n  {verb} ")),
            "{verb} is not in\n{help}"
        );
    }
    assert!(done(&place.alice, &["help", "move"]).contains("accepts-but"));
    assert!(done(&place.alice, &["--version"]).starts_with("polylogue "));
}
