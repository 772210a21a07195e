//! Who wrote the lines that a text took from another, what a save must tell its writer, and what is
//! shown of quotations whose source went out of sight.

use std::collections::BTreeMap;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Admission;
use polylogue_node::aftermath::aftermath;
use polylogue_node::edition::{self, Work};
use polylogue_node::intent::{
    Intent, Knowingly, NewEdition, NewLine, OpenComments, Quoting, Tracing,
};
use polylogue_node::{InCommons, Invite, Node};
use polylogue_store::query::{Anchored, CameFrom, LineRow};

use super::documents::{begin, lines, save};
use super::newcomers::joined;
use super::{carry, dialogue, founded, open, say};

fn came(node: &Node, of: InCommons) -> (Vec<LineRow>, BTreeMap<OperationId, CameFrom>) {
    let rows = lines(node, &of.commons, of.document);
    let came = node.came_from(of, &rows).expect("read");
    (rows, came)
}

fn writers(node: &Node, of: InCommons) -> Vec<Option<Key>> {
    let (rows, came) = came(node, of);
    let by = |row: &LineRow| {
        let from = came.get(&row.wordings[0].said.id)?;
        Some(from.said.as_ref()?.by.key)
    };
    rows.iter().map(by).collect()
}

fn who_wrote(node: &Node, of: InCommons) -> Vec<Key> {
    let new = NewEdition {
        document: of.document,
        name: "1".to_owned(),
        licence: None,
        open: OpenComments::Refuse,
        knowingly: Knowingly::No,
    };
    let made = node.perform(&of.commons, Intent::MakeEdition(Box::new(new)));
    let made = made.expect("an edition").main();
    let bytes = node.edition_file(&of.commons, made).expect("a file");
    let text = edition::read(&bytes)
        .expect("it holds")
        .text()
        .expect("a text");
    let wrote = text.contributors.iter().find(|it| it.work == Work::Wrote);
    wrote.map_or(Vec::new(), |it| it.people.iter().map(|it| it.key).collect())
}

#[test]
fn the_lines_of_a_fork_are_their_writers_and_what_is_reworded_its_own() {
    let homes = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    let ada = open(homes[0].path());
    let commons = founded(&ada, Admission::Invitation);
    let document = begin(&ada, &commons, "In short");
    save(
        &ada,
        &commons,
        document,
        "The weir holds the water.\nWe meet in May.",
    );
    let bea = joined(&ada, &homes[1], Invite::Yes);
    carry(&ada, &bea, &commons);
    let from = InCommons { commons, document };
    let fork = |of| {
        let made = bea.fork(of, &commons, None).expect("forked").operations[0];
        InCommons {
            commons,
            document: made,
        }
    };
    let first = fork(from);
    let (me, other) = (bea.me(&commons).expect("me"), ada.me(&commons).expect("me"));
    assert_eq!(writers(&bea, first), [Some(other); 2]);
    assert_eq!(
        who_wrote(&bea, first),
        [other],
        "whoever forked wrote none of it"
    );
    save(
        &bea,
        &commons,
        first.document,
        "The weir leaks the water.\nWe meet in May.",
    );
    assert_eq!(writers(&bea, first), [None, Some(other)]);
    // A fork of a fork: each line leads to where it was first written.
    let second = fork(first);
    assert_eq!(writers(&bea, second), [Some(me), Some(other)]);
    let mut both = vec![me, other];
    both.sort_unstable();
    let mut wrote = who_wrote(&bea, second);
    wrote.sort_unstable();
    assert_eq!(wrote, both);
    assert_eq!(
        writers(&bea, from),
        [None, None],
        "the original is its writers' own"
    );
}

#[test]
fn the_lines_of_a_fork_in_another_commons_say_as_much_as_is_known() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let into = founded(&node, Admission::Invitation);
    let document = begin(&node, &commons, "In short");
    save(&node, &commons, document, "The weir holds the water.");
    let made = node
        .fork(InCommons { commons, document }, &into, None)
        .expect("forked");
    let fork = InCommons {
        commons: into,
        document: made.operations[0],
    };
    let (rows, known) = came(&node, fork);
    let from = &known[&rows[0].wordings[0].said.id];
    assert_eq!(
        from.title.as_ref().map(|it| it.words.as_str()),
        Some("In short")
    );
    assert_eq!(
        from.said.as_ref().map(|it| it.by.key),
        node.me(&commons).ok()
    );
    let alone = node
        .reader(&into)
        .expect("open")
        .came_from(fork.document, &rows);
    assert_eq!(
        alone
            .expect("read")
            .into_values()
            .next()
            .and_then(|it| it.said),
        None
    );
    assert!(who_wrote(&node, fork).is_empty(), "it was brought in");
}

/// A text whose second line rests on words of a turn.
fn resting(node: &Node) -> (OperationId, OperationId, OperationId) {
    let commons = founded(node, Admission::Invitation);
    let dialogue = dialogue(node, &commons);
    let turn = say(
        node,
        &commons,
        dialogue,
        "Nobody asked the people downstream.",
    );
    let quoting = Quoting {
        of: turn,
        words: "the people downstream".to_owned(),
        paragraph: None,
    };
    let line = |text: &str, traces| NewLine {
        text: text.into(),
        traces,
        clause: None,
    };
    let traced = vec![Tracing {
        of: turn,
        passage: Some(quoting),
    }];
    let begin = Intent::BeginDocument {
        title: "In short".into(),
        lines: vec![line("We met.", vec![]), line("Nobody asked them.", traced)],
    };
    let document = node.perform(&commons, begin).expect("begun").operations[0];
    (commons, document, turn)
}

#[test]
fn whoever_saves_is_told_which_line_lost_what_it_rested_on_and_can_put_it_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let (commons, document, _) = resting(&node);
    let change = save(
        &node,
        &commons,
        document,
        "We met.\nFish and eels are gone.",
    )
    .changes[0];
    let reader = node.reader(&commons).expect("open");
    let found = aftermath(&reader, document, change).expect("read");
    assert!(found.contested.is_empty());
    let [lost] = found.untraced.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(lost.number, 2);
    let take = Intent::TakeTraces {
        line: lost.line,
        from: lost.gone,
    };
    node.perform(&commons, take).expect("put back");
    assert_eq!(
        lines(&node, &commons, document)[1].wordings[0].traces.len(),
        1
    );
    let reader = node.reader(&commons).expect("open");
    let found = aftermath(&reader, document, change).expect("read");
    assert!(found.untraced.is_empty(), "it rests on it again");
    // What is only taken out took nothing from another line.
    let change = save(&node, &commons, document, "We met.").changes[0];
    let reader = node.reader(&commons).expect("open");
    assert_eq!(
        aftermath(&reader, document, change).expect("read"),
        Default::default()
    );
}

#[test]
fn quotations_of_a_turn_that_is_hidden_or_erased_show_no_word_of_it() {
    for is_erased in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let node = open(folder.path());
        let (commons, document, turn) = resting(&node);
        let reader = node.reader(&commons).expect("open");
        assert_eq!(reader.quoted_in(&[turn]).expect("read").len(), 1);
        let (targets, reason) = (vec![turn], "Not here.".into());
        let act = if is_erased {
            Intent::Erase { targets, reason }
        } else {
            Intent::Hide { targets, reason }
        };
        node.perform(&commons, act).expect("done");
        let reader = node.reader(&commons).expect("open");
        let traces = &lines(&node, &commons, document)[1].wordings[0].traces;
        let target = reader.traced(traces).expect("read").swap_remove(0);
        let passage = target.passage.expect("a passage");
        assert_eq!(passage.anchored, Anchored::Emptied);
        assert_eq!(passage.before + &passage.exact + &passage.after, "");
        assert_eq!(
            reader.quoted_in(&[turn]).expect("read").len(),
            1,
            "it is still said how many"
        );
    }
}

#[test]
fn a_line_of_blanks_is_no_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let (commons, document, _) = resting(&node);
    let line = NewLine {
        text: " \t".into(),
        traces: vec![],
        clause: None,
    };
    let add = Intent::AddLine {
        document,
        after: None,
        line: Box::new(line),
    };
    node.perform(&commons, add)
        .expect_err("nothing would be seen");
    assert_eq!(lines(&node, &commons, document).len(), 2);
}
