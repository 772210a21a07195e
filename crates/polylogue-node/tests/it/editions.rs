//! Editions: frozen with what they rest on, opened by somebody who never saw the commons.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, Choice, DissentForm, Matters, SignedAs, Struck};
use polylogue_formats::csl;
use polylogue_node::edition::{self, EditionFault, Fits, Opened};
use polylogue_node::intent::{
    BaseLine, Intent, Knowingly, NewEdition, NewLine, OpenComments, Quoting, Tracing,
};
use polylogue_node::{Node, Refusal};

use crate::{carry, claim, dialogue, founded, open, say};

const SAID: &str = "The river was low in July, and nobody asked the people downstream.";

/// A small commons with a document that rests on a passage, a claim and something erased.
struct Small {
    _folder: tempfile::TempDir,
    node: Node,
    commons: OperationId,
    document: OperationId,
    turn: OperationId,
    claim: OperationId,
}

fn small() -> Small {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let dialogue = dialogue(&node, &commons);
    let turn = say(&node, &commons, dialogue, SAID);
    let claim = claim(&node, &commons, "Measure the river every week.");
    let vote = Intent::Vote {
        claim,
        choice: Choice::Agree,
        matters: Matters::Unsaid,
        reason: None,
    };
    node.perform(&commons, vote).expect("a vote");
    let quoting = Quoting {
        of: turn,
        words: "nobody asked the people downstream".to_owned(),
        paragraph: None,
    };
    let lines = vec![
        line("# The river", Vec::new()),
        line(
            "Those downstream were not asked.",
            vec![tracing(turn, Some(quoting))],
        ),
        line("It should be measured.", vec![tracing(claim, None)]),
    ];
    let begin = Intent::BeginDocument {
        title: "A river kept".into(),
        lines,
    };
    let operations = node
        .perform(&commons, begin)
        .expect("a document")
        .operations;
    let document = operations[0];
    Small {
        _folder: folder,
        node,
        commons,
        document,
        turn,
        claim,
    }
}

fn line(words: &str, traces: Vec<Tracing>) -> NewLine {
    NewLine {
        text: words.into(),
        traces,
        clause: None,
    }
}

fn tracing(of: OperationId, passage: Option<Quoting>) -> Tracing {
    Tracing { of, passage }
}

fn make(small: &Small, name: &str) -> OperationId {
    let new = NewEdition {
        document: small.document,
        name: name.to_owned(),
        licence: None,
        open: OpenComments::Refuse,
        knowingly: Knowingly::No,
    };
    let intent = Intent::MakeEdition(Box::new(new));
    small
        .node
        .perform(&small.commons, intent)
        .expect("an edition")
        .main()
}

fn file(small: &Small, id: OperationId) -> Vec<u8> {
    small.node.edition_file(&small.commons, id).expect("a file")
}

fn read(bytes: &[u8]) -> Opened {
    edition::read(bytes).expect("an edition that holds")
}

/// Whoever only checks a file folds less of it, and finds the same.
#[test]
fn words_that_nobody_said_are_found_however_an_edition_is_looked_at() {
    let mut small = small();
    let trace = || vec![tracing(small.turn, None)];
    let lines = vec![
        line(
            "It was said: “nobody asked the people downstream”.",
            trace(),
        ),
        line("It was said: “everybody was asked at once”.", trace()),
    ];
    let title = "What was said".into();
    let begin = Intent::BeginDocument { title, lines };
    let begun = small.node.perform(&small.commons, begin).expect("a text");
    small.document = begun.operations[0];
    let bytes = file(&small, make(&small, "1.0"));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("said.edition");
    std::fs::write(&path, &bytes).expect("written");
    let checked = edition::verify(&path).expect("it holds").drift;
    assert_eq!(checked, read(&bytes).report().expect("checked").drift);
    let stand: Vec<&str> = checked.iter().map(|it| it.verdict.name()).collect();
    assert_eq!(stand, ["supported", "not-found"]);
}

#[test]
fn an_edition_says_what_its_document_said_and_what_it_rests_on() {
    let small = small();
    let id = make(&small, "1.0");
    let sign = Intent::SignEdition {
        edition: id,
        signed_as: SignedAs::Reservation,
        words: "Not the third line.".into(),
    };
    small.node.perform(&small.commons, sign).expect("signed");
    let bytes = file(&small, id);
    // What comes later is no part of it.
    let strike = Intent::StrikeLine {
        line: read(&bytes).manifest.lines[1].line,
        struck: Struck::Yes,
    };
    small.node.perform(&small.commons, strike).expect("struck");
    say_more(&small);
    assert_eq!(file(&small, id), bytes);

    let opened = read(&bytes);
    let text = opened.text().expect("read");
    let words: Vec<_> = text.lines.iter().map(|it| it.words.as_ref()).collect();
    let words: Vec<_> = words
        .into_iter()
        .flatten()
        .map(|it| it.words.as_str())
        .collect();
    assert_eq!(
        words,
        [
            "# The river",
            "Those downstream were not asked.",
            "It should be measured."
        ]
    );
    assert_eq!(
        (text.name.as_str(), text.licence.as_str()),
        ("1.0", "CC-BY-SA-4.0")
    );
    assert_eq!(text.lines[1].traces[0].target.id, small.turn);
    assert_eq!(text.lines[2].traces[0].target.id, small.claim);
    let signer = &text.signers[0];
    assert_eq!(signer.by.name.words, "Ada");
    assert_eq!(signer.signed_as, SignedAs::Reservation);
    assert_eq!(signer.words.words, "Not the third line.");
    let turns = opened.reader().expect("a reader").turn(small.turn);
    assert_eq!(turns.expect("read").expect("there").text.words, SAID);
    let report = opened.report().expect("checked");
    assert_eq!(report.traces_stand, 2, "{report:?}");
    assert!(report.is_text_checked);
}

fn say_more(small: &Small) {
    let dialogue = dialogue(&small.node, &small.commons);
    say(
        &small.node,
        &small.commons,
        dialogue,
        "Something said later.",
    );
}

#[test]
fn every_peer_makes_the_same_file() {
    let small = small();
    let id = make(&small, "1.0");
    let folder = tempfile::tempdir().expect("a folder");
    let other = open(folder.path());
    carry(&small.node, &other, &small.commons);
    let made = other.edition_file(&small.commons, id).expect("a file");
    assert_eq!(made, file(&small, id));
}

#[test]
fn a_changed_byte_is_noticed_wherever_it_is_and_its_place_is_named() {
    let small = small();
    let id = make(&small, "1.0");
    let bytes = file(&small, id);
    read(&bytes);
    for index in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[index] ^= 1 << (index % 8);
        let fault = edition::read(&changed).err();
        let fault = fault.unwrap_or_else(|| panic!("byte {index} of {}", bytes.len()));
        match fault {
            EditionFault::Broken { at, .. } => {
                assert!(at.byte <= index, "byte {index} is said to be at {at}")
            }
            EditionFault::NotAnEdition | EditionFault::Newer(_) => assert!(index < 20),
            other => panic!("byte {index}: {other}"),
        }
    }
    for length in (0..bytes.len()).step_by(7) {
        assert!(edition::read(&bytes[..length]).is_err(), "cut at {length}");
    }
}

fn intent(small: &Small, open: OpenComments) -> Intent {
    Intent::MakeEdition(Box::new(NewEdition {
        document: small.document,
        name: "1.0".to_owned(),
        licence: Some("CC-BY-4.0".to_owned()),
        open,
        knowingly: Knowingly::No,
    }))
}

#[test]
fn open_comments_stop_an_edition_or_are_listed_in_it_and_dissent_is_printed() {
    let small = small();
    let perform = |intent| small.node.perform(&small.commons, intent);
    let comment = Intent::Comment {
        on: small.document,
        words: String::new(),
        text: "Who is to measure it?".into(),
        proposes: None,
    };
    let comment = perform(comment).expect("a comment").main();
    let dissent = Intent::Dissent {
        on: small.document,
        form: DissentForm::Report,
        title: "Against measuring".into(),
        text: "Measuring mends nothing.".into(),
    };
    perform(dissent).expect("a report");
    let refused = perform(intent(&small, OpenComments::Refuse)).err();
    assert!(
        matches!(refused, Some(Refusal::EditionOpen { count: 1 })),
        "{refused:?}"
    );
    let refused = perform(intent(&small, OpenComments::List)).err();
    let Some(Refusal::EditionConflicts { licence, what }) = &refused else {
        panic!("{refused:?}");
    };
    assert_eq!(licence, "CC-BY-4.0");
    assert!(what.contains("(Ada, CC-BY-SA-4.0)"), "{what}");
    let id = perform(all_the_same(intent(&small, OpenComments::List)))
        .expect("made")
        .main();
    let opened = read(&file(&small, id));
    let text = opened.text().expect("read");
    let known: Vec<_> = text.knowingly.iter().map(|it| it.of).collect();
    assert_eq!(known, [small.turn]);
    assert_eq!(text.knowingly[0].licence.as_deref(), Some("CC-BY-SA-4.0"));
    // It is said, not computed, and not among what could not be checked.
    let report = opened.report().expect("checked");
    assert!(nothing_but_votes(&report), "{:?}", report.unchecked);
    assert_eq!(text.open[0].id, comment);
    assert_eq!(text.dissent[0].text.words, "Measuring mends nothing.");
    assert_eq!(text.dissent[0].signers[0].who.name.words, "Ada");
    // What was said under the commons' own licence does not fit a more open one.
    let notice = text.notices.iter().find(|it| it.of == small.turn);
    assert_eq!(notice.expect("it is cited").fits, Fits::Conflicts);
    assert_eq!(notice.expect("it is cited").holder, "Ada");
}

/// Votes stay in the commons of these tests, so that what is counted from them does too.
fn nothing_but_votes(report: &edition::Report) -> bool {
    let unchecked = report.unchecked.iter();
    unchecked
        .map(|it| it.why)
        .all(|it| it == edition::Why::Stays)
}

fn all_the_same(intent: Intent) -> Intent {
    match intent {
        Intent::MakeEdition(mut new) => {
            new.knowingly = Knowingly::Yes;
            Intent::MakeEdition(new)
        }
        other => other,
    }
}

#[test]
fn evidence_that_was_erased_is_named_before_an_edition_is_made() {
    let small = small();
    let erase = Intent::Erase {
        targets: vec![small.turn],
        reason: "I was not there.".into(),
    };
    small.node.perform(&small.commons, erase).expect("erased");
    let new = |knowingly| {
        Intent::MakeEdition(Box::new(NewEdition {
            document: small.document,
            name: "1.0".to_owned(),
            licence: None,
            open: OpenComments::Refuse,
            knowingly,
        }))
    };
    let refused = small.node.perform(&small.commons, new(Knowingly::No)).err();
    let Some(Refusal::EditionGone { what }) = &refused else {
        panic!("{refused:?}");
    };
    assert_eq!(*what, format!("2: {}", small.turn.short()));
    let made = small.node.perform(&small.commons, new(Knowingly::Yes));
    let text = read(&file(&small, made.expect("made").main())).text();
    let known = text.expect("read").knowingly;
    assert_eq!((known[0].of, &known[0].licence), (small.turn, &None));
}

#[test]
fn an_edition_carries_the_works_its_words_cite_and_their_licences() {
    let mut small = small();
    let source = |licence: &str| Intent::AddSource {
        csl_type: "book".to_owned(),
        title: "Rivers kept".into(),
        authors: "Moss, L.; Reed, A.".to_owned(),
        issued: "2016".to_owned(),
        address: String::new(),
        licence: licence.to_owned(),
        note: "".into(),
        text: None,
    };
    let add = |it| {
        small
            .node
            .perform(&small.commons, it)
            .expect("added")
            .main()
    };
    let (free, bound) = (add(source("CC0-1.0")), add(source("CC-BY-NC-4.0")));
    let words = format!("Rivers were kept before [@{free}, p. 3; @ffffffffff].");
    let begin = |words: &str| Intent::BeginDocument {
        title: "What others did".into(),
        lines: vec![line(words, Vec::new())],
    };
    let begun = small.node.perform(&small.commons, begin(&words));
    small.document = begun.expect("begun").operations[0];
    let text = read(&file(&small, make(&small, "1.0")))
        .text()
        .expect("read");
    let works = &text.references.works;
    assert_eq!(works.len(), 1, "{works:?}");
    assert_eq!(works[0].row.said.id, free);
    assert_eq!(works[0].row.authors, "Moss, L.; Reed, A.");
    assert!(
        text.notices.iter().any(|it| it.of == free),
        "{:?}",
        text.notices
    );
    let style = polylogue_formats::csl::CitationStyle::author_date();
    let set = text.references.set(style, "en", &|_| "a source".to_owned());
    let cited: Vec<String> = set.citations.values().map(|it| csl::plain(it)).collect();
    assert_eq!(cited, ["(Moss and Reed, 2016, p. 3)"]);
    assert!(csl::plain(&set.list[0].runs).starts_with("Moss, L. and Reed, A. (2016) Rivers kept"));
    // What is only cited may have a licence that does not fit, too.
    let begun = small
        .node
        .perform(&small.commons, begin(&format!("See [@{bound}].")));
    small.document = begun.expect("begun").operations[0];
    let refused = small
        .node
        .perform(&small.commons, intent(&small, OpenComments::List))
        .err();
    let Some(Refusal::EditionConflicts { what, .. }) = &refused else {
        panic!("{refused:?}");
    };
    assert_eq!(what, "“Rivers kept” (Moss, L.; Reed, A., CC-BY-NC-4.0)");
}

#[test]
fn a_later_edition_names_those_before_it_and_no_name_stands_twice() {
    let small = small();
    let first = make(&small, "1.0");
    let again = NewEdition {
        document: small.document,
        name: " 1.0 ".to_owned(),
        licence: None,
        open: OpenComments::Refuse,
        knowingly: Knowingly::No,
    };
    let again = Intent::MakeEdition(Box::new(again));
    let refused = small.node.perform(&small.commons, again).err();
    assert!(
        matches!(&refused, Some(Refusal::EditionNamed { id, .. }) if *id == first),
        "{refused:?}"
    );
    let second = make(&small, "1.1");
    let third = read(&file(&small, make(&small, "1.2")))
        .text()
        .expect("read");
    let before: Vec<_> = third
        .earlier
        .iter()
        .map(|it| (it.id, it.name.as_str()))
        .collect();
    assert_eq!(before.len(), 2);
    assert!(before.contains(&(first, "1.0")) && before.contains(&(second, "1.1")));
    assert!(
        third.earlier[0].time >= third.earlier[1].time,
        "the latest first"
    );
    let text = read(&file(&small, first)).text().expect("read");
    assert!(
        text.earlier.is_empty()
            && text.content == {
                let of = |it: &&edition::Earlier| it.id == first;
                third.earlier.iter().find(of).expect("named").content
            }
    );
}

#[test]
fn what_was_left_out_stands_in_the_edition_with_the_reason_and_the_replies() {
    let small = small();
    let perform = |intent| {
        small
            .node
            .perform(&small.commons, intent)
            .expect("done")
            .main()
    };
    let other = Intent::BeginDocument {
        title: "The other bank".into(),
        lines: vec![line("They see it otherwise.", Vec::new())],
    };
    let other = small
        .node
        .perform(&small.commons, other)
        .expect("begun")
        .operations[0];
    let leave_out = |edition, name: &str, reason: &str| Intent::LeaveOut {
        document: other,
        edition,
        name: name.into(),
        reason: reason.into(),
    };
    let reply = |on, text: &str| Intent::Comment {
        on,
        words: String::new(),
        text: text.into(),
        proposes: None,
    };
    let by_name = perform(leave_out(None, "a river  kept 1.0", "It overlaps."));
    perform(reply(by_name, "It does not."));
    perform(leave_out(None, "Something else 3", "Not here."));
    let id = make(&small, "1.0");
    let by_id = perform(leave_out(Some(id), "1.0", "It came late."));
    perform(reply(by_id, "It came first."));
    // By name, and too late for this one.
    perform(leave_out(None, "1.0", "Too late."));
    let bytes = file(&small, id);
    let text = read(&bytes).text().expect("read");
    let said = |it: &polylogue_store::query::LeaveOutRow| {
        let replies: Vec<String> = it.replies.iter().map(|it| it.text.words.clone()).collect();
        (
            it.document.words.words.clone(),
            it.reason.words.clone(),
            replies,
        )
    };
    let mut left_out: Vec<_> = text.left_out.iter().map(said).collect();
    left_out.sort();
    let row = |reason: &str, reply: &str| {
        let title = "The other bank".to_owned();
        (title, reason.to_owned(), vec![reply.to_owned()])
    };
    assert_eq!(
        left_out,
        [
            row("It came late.", "It came first."),
            row("It overlaps.", "It does not.")
        ]
    );
    let report = read(&bytes).report().expect("checked");
    assert!(nothing_but_votes(&report), "{:?}", report.unchecked);
}

#[test]
fn a_line_with_two_wordings_stops_an_edition() {
    let small = small();
    let reader = small.node.reader(&small.commons).expect("a reader");
    let base: Vec<BaseLine> = reader
        .lines(small.document)
        .expect("read")
        .iter()
        .map(|it| BaseLine {
            line: it.said.id,
            wordings: it.wordings.iter().map(|it| it.said.id).collect(),
        })
        .collect();
    drop(reader);
    for last in [
        "It should be measured weekly.",
        "It should be measured daily.",
    ] {
        let text = format!("# The river\nThose downstream were not asked.\n{last}");
        let save = Intent::SaveDocument {
            document: small.document,
            base: base.clone(),
            text: text.as_str().into(),
        };
        small.node.perform(&small.commons, save).expect("saved");
    }
    let made = small
        .node
        .perform(&small.commons, intent(&small, OpenComments::List));
    let refused = made.err();
    assert!(
        matches!(refused, Some(Refusal::EditionUnsettled { line }) if line == base[2].line),
        "{refused:?}"
    );
}

#[test]
fn what_was_emptied_since_is_said_and_is_not_in_the_file() {
    let small = small();
    let id = make(&small, "1.0");
    let before = file(&small, id);
    let wording = read(&before).manifest.lines[2].wording;
    let erase = Intent::Erase {
        targets: vec![small.turn, wording],
        reason: "I was not there.".into(),
    };
    small.node.perform(&small.commons, erase).expect("erased");
    let after = file(&small, id);
    assert!(holds_words(&before, SAID) && !holds_words(&after, SAID));
    let report = read(&after).report().expect("checked");
    assert!(!report.is_text_checked);
    let emptied: Vec<_> = report.unchecked.iter().filter_map(|it| it.of).collect();
    assert!(
        emptied.contains(&small.turn) && emptied.contains(&wording),
        "{report:?}"
    );
    assert!(report.text.lines[2].words.is_none());
    assert_eq!(report.traces_open.len(), 1, "{:?}", report.traces_open);
}

fn holds_words(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|it| it == words.as_bytes())
}
