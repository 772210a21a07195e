//! A line that one strikes while another words it: both stand until somebody settles it, and every
//! peer shows the same.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, Struck};
use polylogue_node::intent::{BaseLine, Intent, Knowingly, NewEdition, OpenComments};
use polylogue_node::refusal::Refusal;
use polylogue_node::{Invite, Node};
use polylogue_store::query::LineRow;

use super::documents::{begin, lines, save, words};
use super::newcomers::joined;
use super::{carry, founded, open};

/// Two who hold the same text of two lines.
struct Pair {
    ada: Node,
    bea: Node,
    commons: OperationId,
    document: OperationId,
    _homes: [tempfile::TempDir; 2],
}

fn pair() -> Pair {
    let homes = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    let ada = open(homes[0].path());
    let commons = founded(&ada, Admission::Invitation);
    let document = begin(&ada, &commons, "In short");
    let text = "The weir holds the water.\nWe meet in May.";
    save(&ada, &commons, document, text);
    let bea = joined(&ada, &homes[1], Invite::Yes);
    carry(&ada, &bea, &commons);
    carry(&bea, &ada, &commons);
    Pair {
        ada,
        bea,
        commons,
        document,
        _homes: homes,
    }
}

impl Pair {
    fn meet(&self) {
        carry(&self.ada, &self.bea, &self.commons);
        carry(&self.bea, &self.ada, &self.commons);
    }

    fn all(&self, node: &Node) -> Vec<LineRow> {
        let reader = node.reader(&self.commons).expect("open");
        let rows = reader.lines(self.document).expect("readable");
        for row in &rows {
            let alone = reader.line(row.said.id).expect("readable").expect("here");
            assert_eq!(alone.1, *row, "a line alone reads as in its text");
        }
        let anew = reader.text_anew(self.document).expect("readable");
        let anew: Vec<LineRow> = anew.lines().iter().map(|it| LineRow::clone(it)).collect();
        assert_eq!(anew, rows, "what was kept reads as what is read anew");
        rows
    }

    /// What both show, which is the same.
    fn shown(&self) -> Vec<LineRow> {
        let (one, other) = (self.all(&self.ada), self.all(&self.bea));
        assert_eq!(one, other, "two homes show different texts");
        one
    }

    fn did(&self, node: &Node, act: Intent) {
        node.perform(&self.commons, act).expect("done");
    }

    fn strike(&self, node: &Node, line: OperationId, struck: Struck) {
        self.did(node, Intent::StrikeLine { line, struck });
    }

    fn base(&self, node: &Node) -> Vec<BaseLine> {
        let of = |it: &LineRow| BaseLine {
            line: it.said.id,
            wordings: it.wordings.iter().map(|it| it.said.id).collect(),
        };
        lines(node, &self.commons, self.document)
            .iter()
            .map(of)
            .collect()
    }

    fn save_against(&self, node: &Node, base: Vec<BaseLine>, text: &str) {
        let document = self.document;
        let text = text.into();
        self.did(
            node,
            Intent::SaveDocument {
                document,
                base,
                text,
            },
        );
    }
}

const LEAKS: &str = "The weir leaks the water.";

/// One strikes the first line while the other words it, in either order of arrival.
fn struck_and_worded(pair: &Pair) -> LineRow {
    let line = lines(&pair.ada, &pair.commons, pair.document)[0].said.id;
    pair.strike(&pair.ada, line, Struck::Yes);
    save(
        &pair.bea,
        &pair.commons,
        pair.document,
        &format!("{LEAKS}\nWe meet in May."),
    );
    pair.meet();
    pair.shown().swap_remove(0)
}

#[test]
fn a_line_struck_by_one_and_worded_by_another_stands_beside_the_strike() {
    let pair = pair();
    let row = struck_and_worded(&pair);
    assert!(!row.is_struck && row.is_contested() && row.is_open());
    assert_eq!(words(std::slice::from_ref(&row)), [LEAKS]);
    assert_eq!(row.strikes.len(), 1);
    assert_eq!(
        row.strikes[0].by.key,
        pair.ada.me(&pair.commons).expect("me")
    );
    let edition = Intent::MakeEdition(Box::new(NewEdition {
        document: pair.document,
        name: "1".to_owned(),
        licence: None,
        open: OpenComments::Refuse,
        knowingly: Knowingly::No,
    }));
    let refused = pair
        .ada
        .perform(&pair.commons, edition)
        .expect_err("it is nobody's text yet");
    assert!(matches!(refused, Refusal::EditionStruck { line, .. } if line == row.said.id));
}

#[test]
fn whoever_settles_a_strike_lets_the_words_stand_or_strikes_them_too() {
    let pair = pair();
    let row = struck_and_worded(&pair);
    let (line, wording) = (row.said.id, row.wordings[0].said.id);
    pair.did(&pair.ada, Intent::SettleLine { line, wording });
    pair.meet();
    let row = pair.shown().swap_remove(0);
    assert!(!row.is_struck && !row.is_open());
    assert_eq!(words(&[row]), [LEAKS]);
    pair.strike(&pair.bea, line, Struck::Yes);
    pair.meet();
    assert!(pair.shown()[0].is_struck);
    let other = self::pair();
    let row = struck_and_worded(&other);
    other.strike(&other.bea, row.said.id, Struck::Yes);
    other.meet();
    let row = other.shown().swap_remove(0);
    assert!(row.is_struck && !row.is_contested());
    other.strike(&other.ada, row.said.id, Struck::No);
    other.meet();
    assert!(
        other
            .shown()
            .iter()
            .all(|it| !it.is_struck && !it.is_open())
    );
}

#[test]
fn a_line_let_stand_by_one_and_struck_by_another_is_asked_about() {
    let pair = pair();
    let line = lines(&pair.ada, &pair.commons, pair.document)[0].said.id;
    pair.strike(&pair.ada, line, Struck::Yes);
    pair.meet();
    pair.strike(&pair.ada, line, Struck::No);
    pair.strike(&pair.ada, line, Struck::Yes);
    pair.strike(&pair.bea, line, Struck::No);
    pair.meet();
    assert!(pair.shown()[0].is_contested());
}

#[test]
fn words_are_not_set_on_a_line_that_is_struck() {
    let pair = pair();
    let line = lines(&pair.ada, &pair.commons, pair.document)[0].said.id;
    pair.strike(&pair.ada, line, Struck::Yes);
    let revise = Intent::ReviseLine {
        line,
        text: Some("The weir is new.".into()),
        traces: None,
    };
    let refused = pair
        .ada
        .perform(&pair.commons, revise)
        .expect_err("nobody would see it");
    assert!(matches!(refused, Refusal::LineIsStruck { .. }), "{refused}");
    let again = Intent::StrikeLine {
        line,
        struck: Struck::Yes,
    };
    let again = pair.ada.perform(&pair.commons, again).expect("as it is");
    assert!(again.is_unchanged);
}

#[test]
fn words_saved_against_a_line_that_went_meanwhile_are_seen() {
    let pair = pair();
    let base = pair.base(&pair.bea);
    let line = base[0].line;
    pair.strike(&pair.ada, line, Struck::Yes);
    pair.meet();
    // Bea has the strike, and her form is of before.
    pair.save_against(
        &pair.bea,
        base.clone(),
        &format!("{LEAKS}\nWe meet in May."),
    );
    pair.meet();
    let row = pair.shown().swap_remove(0);
    assert!(row.is_contested());
    assert_eq!(words(&[row]), [LEAKS]);
    // What she did not touch stays struck.
    let other = self::pair();
    let base = other.base(&other.bea);
    other.strike(&other.ada, base[0].line, Struck::Yes);
    other.meet();
    other.save_against(
        &other.bea,
        base,
        "The weir holds the water.\nWe meet in June.",
    );
    other.meet();
    assert!(other.shown()[0].is_struck);
}

#[test]
fn a_line_that_a_form_of_before_strikes_stands_with_what_was_written_since() {
    let pair = pair();
    let base = pair.base(&pair.bea);
    save(
        &pair.ada,
        &pair.commons,
        pair.document,
        &format!("{LEAKS}\nWe meet in May."),
    );
    pair.meet();
    pair.save_against(&pair.bea, base, "We meet in May.");
    pair.meet();
    let row = pair.shown().swap_remove(0);
    assert!(row.is_contested());
    assert_eq!(words(&[row]), [LEAKS]);
}

#[test]
fn taking_an_addition_back_leaves_what_another_wrote_on_it() {
    let pair = pair();
    let text = "The weir holds the water.\nWe meet in May.\nWe bring bread and salt.";
    let change = save(&pair.ada, &pair.commons, pair.document, text).changes[0];
    pair.meet();
    let text = text.replace("salt", "wine");
    save(&pair.bea, &pair.commons, pair.document, &text);
    pair.meet();
    let undo = || {
        pair.ada
            .perform(&pair.commons, Intent::UndoChange { change })
    };
    assert!(!undo().expect("undone").is_unchanged);
    assert!(undo().expect("as it is").is_unchanged);
    pair.meet();
    let row = pair.shown().pop().expect("a line");
    assert!(row.is_contested());
    assert_eq!(words(&[row]), ["We bring bread and wine."]);
}

#[test]
fn a_line_of_two_hundred_wordings_is_struck_with_all_of_them() {
    let pair = pair();
    let loaded = pair.base(&pair.ada);
    for it in 0..200 {
        let text = format!("The weir number {it} holds the water.\nWe meet in May.");
        pair.save_against(&pair.ada, loaded.clone(), &text);
    }
    let line = loaded[0].line;
    pair.strike(&pair.ada, line, Struck::Yes);
    assert!(pair.all(&pair.ada)[0].is_struck);
    let change = {
        let reader = pair.ada.reader(&pair.commons).expect("open");
        let page = polylogue_store::query::Page::first(1);
        reader
            .document_changes(pair.document, page)
            .expect("read")
            .1[0]
            .said
            .id
    };
    pair.did(&pair.ada, Intent::UndoChange { change });
    let row = pair.all(&pair.ada).swap_remove(0);
    assert!(!row.is_struck && row.strikes.is_empty());
    assert_eq!(row.wordings.len(), 200);
}
