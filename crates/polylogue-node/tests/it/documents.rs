//! Texts written together: what changed, when and why; any version; taking a change back; many
//! who save while they are apart.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::OperationId;
use polylogue_core::kind::Admission;
use polylogue_node::intent::{BaseLine, Done, Intent, Tracing, Worded};
use polylogue_node::{Invite, Node};
use polylogue_store::query::{Did, LineRow, Page};

use super::newcomers::joined;
use super::{carry, founded, open};

pub(super) fn begin(node: &Node, commons: &OperationId, title: &str) -> OperationId {
    let begin = Intent::BeginDocument {
        title: title.into(),
        lines: Vec::new(),
    };
    node.perform(commons, begin).expect("begun").main()
}

pub(super) fn lines(node: &Node, commons: &OperationId, document: OperationId) -> Vec<LineRow> {
    let reader = node.reader(commons).expect("open");
    let mut rows = reader.lines(document).expect("readable");
    rows.retain(|it| !it.is_struck);
    rows
}

fn base(rows: &[LineRow]) -> Vec<BaseLine> {
    let line = |it: &LineRow| BaseLine {
        line: it.said.id,
        wordings: it.wordings.iter().map(|it| it.said.id).collect(),
    };
    rows.iter().map(line).collect()
}

pub(super) fn words(rows: &[LineRow]) -> Vec<String> {
    let first = |it: &LineRow| it.wordings[0].text.words.clone();
    rows.iter().map(first).collect()
}

pub(super) fn save(node: &Node, commons: &OperationId, document: OperationId, text: &str) -> Done {
    let base = base(&lines(node, commons, document));
    save_against(node, commons, document, (base, text))
}

fn save_against(
    node: &Node,
    commons: &OperationId,
    document: OperationId,
    (base, text): (Vec<BaseLine>, &str),
) -> Done {
    let save = Intent::SaveDocument {
        document,
        base,
        text: text.into(),
    };
    let because = Intent::Because {
        act: Box::new(save),
        reason: Worded::from("so it reads better"),
    };
    node.perform(commons, because).expect("saved")
}

fn version(node: &Node, document: OperationId, commons: &OperationId, at: OperationId) -> String {
    let reader = node.reader(commons).expect("open");
    let rows = reader.lines_at(document, at).expect("readable");
    let mut rows = rows.expect("a version");
    rows.retain(|it| !it.is_struck);
    words(&rows).join("|")
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in order")]
fn every_change_says_who_why_and_what_and_leaves_a_version_that_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let document = begin(&node, &commons, "In short");
    let first = save(
        &node,
        &commons,
        document,
        "The river is low.\nThe weir holds.",
    )
    .changes[0];
    let second = save(
        &node,
        &commons,
        document,
        "The river is low.\nThe weir leaks.",
    )
    .changes[0];
    let third = save(
        &node,
        &commons,
        document,
        "The weir leaks.\nWe meet in May.",
    )
    .changes[0];
    let told = version(&node, document, &commons, first);
    assert_eq!(told, "The river is low.|The weir holds.");
    assert_eq!(
        version(&node, document, &commons, second),
        "The river is low.|The weir leaks."
    );
    assert_eq!(
        version(&node, document, &commons, third),
        "The weir leaks.|We meet in May."
    );
    let reader = node.reader(&commons).expect("open");
    let (count, changes) = reader
        .document_changes(document, Page::first(10))
        .expect("read");
    assert_eq!(count, 4, "it was begun, and saved three times");
    let ids: Vec<OperationId> = changes.iter().map(|it| it.said.id).take(3).collect();
    assert_eq!(ids, [third, second, first]);
    let because = changes[0].because.as_ref().map(|it| it.words.as_str());
    assert_eq!(because, Some("so it reads better"));
    let did = |at: usize| {
        changes[at]
            .deeds
            .iter()
            .map(|it| it.did)
            .collect::<Vec<_>>()
    };
    assert_eq!(did(0), [Did::Added, Did::Struck]);
    assert_eq!(did(1), [Did::Reworded]);
    assert_eq!(changes[1].deeds[0].before.words, "The weir holds.");
    let differences = reader.document_differences(document, (Some(first), Some(third)));
    let differences = differences.expect("read").expect("both are versions");
    assert_eq!(differences.len(), 3, "one went, one was reworded, one came");
    let own = reader.document_differences(document, (None, Some(second)));
    assert_eq!(own.expect("read").expect("a change").len(), 1);
    let (rows, origins) = reader.blame(document, None).expect("read").expect("here");
    let of = |text: &str| {
        let row = rows
            .iter()
            .find(|it| it.wordings[0].text.words == text)
            .expect("it stands");
        origins[&row.wordings[0].said.id]
    };
    assert_eq!(
        (of("The weir leaks.").change, of("The weir leaks.").earlier),
        (second, 1)
    );
    assert_eq!(
        (of("We meet in May.").change, of("We meet in May.").earlier),
        (third, 0)
    );
    assert!(reader.lines_at(document, commons).expect("read").is_none());
}

#[test]
fn a_change_is_taken_back_and_the_taking_back_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let document = begin(&node, &commons, "In short");
    save(
        &node,
        &commons,
        document,
        "One two three.\nFour five six.\nSeven eight.",
    );
    let text = "Seven eight.\nOne two four.\nNine ten.";
    let change = save(&node, &commons, document, text).changes[0];
    let undo = |change| {
        node.perform(&commons, Intent::UndoChange { change })
            .expect("undone")
    };
    let undone = undo(change);
    let before = ["One two three.", "Four five six.", "Seven eight."];
    assert_eq!(words(&lines(&node, &commons, document)), before);
    assert!(
        undo(change).is_unchanged,
        "what is taken back already is left as it is"
    );
    undo(undone.changes[0]);
    assert_eq!(words(&lines(&node, &commons, document)).join("\n"), text);
    let reader = node.reader(&commons).expect("open");
    let (_, changes) = reader
        .document_changes(document, Page::first(2))
        .expect("read");
    assert_eq!(changes[1].undoes, Some(change));
}

#[test]
fn what_was_written_on_meanwhile_stands_beside_what_was_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let document = begin(&node, &commons, "In short");
    save(&node, &commons, document, "The weir holds the water.");
    let change = save(&node, &commons, document, "The weir leaks the water.").changes[0];
    save(
        &node,
        &commons,
        document,
        "The weir leaks much of the water.",
    );
    node.perform(&commons, Intent::UndoChange { change })
        .expect("undone");
    let rows = lines(&node, &commons, document);
    let stand: BTreeSet<&str> = rows[0]
        .wordings
        .iter()
        .map(|it| it.text.words.as_str())
        .collect();
    let both = [
        "The weir holds the water.",
        "The weir leaks much of the water.",
    ];
    assert_eq!(stand, BTreeSet::from(both));
}

/// The folded rows of one line and those of the whole document are read in two ways.
fn check_each_line(node: &Node, commons: &OperationId, document: OperationId) {
    let reader = node.reader(commons).expect("open");
    for row in reader.lines(document).expect("readable") {
        let alone = reader.line(row.said.id).expect("readable").expect("here");
        assert_eq!(alone, (document, row));
    }
}

/// A number below `below`, the same in every run of one seed.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from((self.0 >> 33) % below as u64).expect("it is small")
    }
}

/// What a home shows of a document, to be compared byte for byte.
fn shown(node: &Node, commons: &OperationId, document: OperationId) -> (String, String) {
    let reader = node.reader(commons).expect("open");
    let lines = reader.lines(document).expect("readable");
    let (_, changes) = reader
        .document_changes(document, Page::first(1_000))
        .expect("readable");
    let versions: Vec<String> = changes
        .iter()
        .map(|it| format!("{:?}", reader.lines_at(document, it.said.id)))
        .map(|it| blake3::hash(it.as_bytes()).to_string())
        .collect();
    (format!("{lines:#?}"), format!("{versions:?}{changes:#?}"))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in order")]
fn two_hundred_saves_by_five_people_who_are_often_apart_lose_nothing() {
    const SAVES: usize = 200;
    let seed = 0x0d1a_1096;
    eprintln!("seed {seed:#x}");
    let mut dice = Dice(seed);
    let homes: [tempfile::TempDir; 5] = std::array::from_fn(|_| tempfile::tempdir().expect("one"));
    let ada = open(homes[0].path());
    let commons = founded(&ada, Admission::Invitation);
    let document = begin(&ada, &commons, "Together");
    let text: String = (0..12)
        .map(|it| format!("Line {it} of the first text.\n"))
        .collect();
    save(&ada, &commons, document, &text);
    let mut people = vec![ada];
    for home in &homes[1..] {
        let guest = joined(&people[0], home, Invite::Yes);
        people.push(guest);
    }
    let everybody = |people: &[Node]| {
        for _ in 0..2 {
            for from in 0..people.len() {
                for to in (0..people.len()).filter(|it| *it != from) {
                    carry(&people[from], &people[to], &commons);
                }
            }
        }
    };
    everybody(&people);
    // Every wording anybody saved, by what it says; each is unlike all others.
    let mut said: BTreeMap<String, usize> = BTreeMap::new();
    let mut versions: Vec<(OperationId, String)> = Vec::new();
    for save in 0..SAVES {
        // Three islands; who is on which changes every twenty saves.
        let island = |who: usize| (who + save / 20) % 3;
        let who = dice.below(5);
        let mut rows = lines(&people[who], &commons, document);
        let mut text = words(&rows);
        if !text.is_empty() {
            let at = dice.below(text.len());
            text[at] = format!("Said in save {save} by {who} in place of one line, at {at}.");
            said.insert(text[at].clone(), who);
        }
        match dice.below(6) {
            0 => {
                let added = format!("Added in save {save} by {who}.");
                text.insert(dice.below(text.len() + 1), added.clone());
                said.insert(added, who);
            }
            1 if text.len() > 6 => drop(text.remove(dice.below(text.len()))),
            2 if text.len() > 2 => {
                let line = text.remove(dice.below(text.len()));
                text.insert(dice.below(text.len() + 1), line);
            }
            _ => {}
        }
        // What went again before it was saved was never said.
        said.retain(|words, _| !words.contains(&format!("save {save} by")) || text.contains(words));
        let came = if dice.below(3) == 0 {
            // Saved against what was loaded before somebody else of the island came by.
            let loaded = base(&rows);
            let near = (0..5).find(|it| *it != who && island(*it) == island(who));
            if let Some(near) = near {
                carry(&people[near], &people[who], &commons);
            }
            loaded
        } else {
            base(&rows)
        };
        rows.clear();
        let done = save_against(&people[who], &commons, document, (came, &text.join("\n")));
        let reader = people[who].reader(&commons).expect("open");
        for change in done.changes {
            let then = reader
                .lines_at(document, change)
                .expect("read")
                .expect("a version");
            versions.push((change, format!("{then:#?}")));
        }
        if save % 7 == 6 {
            for near in (0..5).filter(|it| *it != who && island(*it) == island(who)) {
                carry(&people[who], &people[near], &commons);
            }
        }
    }
    everybody(&people);
    let first = shown(&people[0], &commons, document);
    for other in &people[1..] {
        let other = shown(other, &commons, document);
        assert!(
            other == first,
            "seed {seed:#x}: two homes show different texts"
        );
    }
    check_each_line(&people[0], &commons, document);
    // What one has saved is in the history for ever, and its version reads as it did then.
    let reader = people[0].reader(&commons).expect("open");
    let (count, changes) = reader
        .document_changes(document, Page::first(1_000))
        .expect("read");
    let told: BTreeSet<&str> = changes
        .iter()
        .flat_map(|it| &it.deeds)
        .filter(|it| matches!(it.did, Did::Added | Did::Reworded | Did::Settled))
        .map(|it| it.after.words.as_str())
        .collect();
    let lost: Vec<&String> = said
        .keys()
        .filter(|it| !told.contains(it.as_str()))
        .collect();
    assert!(lost.is_empty(), "seed {seed:#x}: lost {lost:?}");
    assert!(said.len() >= SAVES, "{} wordings", said.len());
    assert_eq!(count, changes.len() as u64);
    for (change, then) in &versions {
        let now = reader
            .lines_at(document, *change)
            .expect("read")
            .expect("a version");
        assert!(
            format!("{now:#?}") == *then,
            "seed {seed:#x}: version {change} changed"
        );
    }
    // A line is there until somebody strikes it; nobody's wording is gone unless it was named.
    let rows = reader.lines(document).expect("read");
    let added = changes
        .iter()
        .flat_map(|it| &it.deeds)
        .filter(|it| it.did == Did::Added);
    assert_eq!(
        rows.len(),
        added.count(),
        "seed {seed:#x}: a line is missing"
    );
}

#[test]
fn three_hundred_wordings_of_one_line_are_all_shown_and_one_can_stand_for_all() {
    const WORDINGS: usize = 300;
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let document = begin(&node, &commons, "In short");
    save(&node, &commons, document, "The weir holds the water.");
    let loaded = lines(&node, &commons, document);
    for it in 0..WORDINGS {
        let text = format!("The weir number {it} holds the water.");
        save_against(&node, &commons, document, (base(&loaded), &text));
    }
    let rows = lines(&node, &commons, document);
    let stand: BTreeSet<&str> = rows[0]
        .wordings
        .iter()
        .map(|it| it.text.words.as_str())
        .collect();
    assert_eq!((rows.len(), stand.len()), (1, WORDINGS));
    check_each_line(&node, &commons, document);
    let settle = Intent::SettleLine {
        line: rows[0].said.id,
        wording: rows[0].wordings[7].said.id,
    };
    node.perform(&commons, settle).expect("settled");
    let now = lines(&node, &commons, document);
    assert_eq!(now[0].wordings.len(), 1);
    assert_eq!(words(&now), [rows[0].wordings[7].text.words.clone()]);
}

#[test]
fn a_line_of_16_kib_is_kept_and_a_longer_one_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let document = begin(&node, &commons, "In short");
    let long = "weir ".repeat(3_277)[..16 * 1_024 - 1]
        .trim_end()
        .to_owned()
        + "s";
    assert!(long.len() <= 16 * 1_024);
    save(&node, &commons, document, &long);
    save(
        &node,
        &commons,
        document,
        &long.replace("weir weir weir weir", "weir"),
    );
    let reader = node.reader(&commons).expect("open");
    let (_, changes) = reader
        .document_changes(document, Page::first(1))
        .expect("read");
    assert_eq!(changes[0].deeds[0].before.words, long);
    let longer = Intent::SaveDocument {
        document,
        base: Vec::new(),
        text: Worded::from("w".repeat(16 * 1_024 + 1).as_str()),
    };
    node.perform(&commons, longer).expect_err("it is too long");
    assert_eq!(lines(&node, &commons, document).len(), 1);
}

#[test]
fn no_line_rests_on_a_line_so_that_texts_cannot_rest_on_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let (first, second) = (begin(&node, &commons, "One"), begin(&node, &commons, "Two"));
    save(&node, &commons, first, "The weir holds.");
    save(&node, &commons, second, "The weir leaks.");
    let line = lines(&node, &commons, second)[0].said.id;
    let of = lines(&node, &commons, first)[0].said.id;
    for of in [of, first] {
        let rest = Intent::ReviseLine {
            line,
            text: None,
            traces: Some(vec![Tracing { of, passage: None }]),
        };
        node.perform(&commons, rest)
            .expect_err("a line is no evidence");
    }
}
