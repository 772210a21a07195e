//! Saying, quoting, voting, revising, taking back.

use polylogue_core::kind::{Admission, Choice, Matters, Voice};
use polylogue_core::move_kind::MoveKind;
use polylogue_node::intent::{Intent, MakeMove, Quoting, Standpoint, Worded};
use polylogue_node::{Heard, Refusal};
use polylogue_store::query::{Page, Shown};

use super::{claim, dialogue, founded, open, say, saying};

#[test]
fn what_is_said_is_there_to_read_also_after_closing() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    let turn = say(&node, &commons, river, "It *runs* dry.\n\nEvery summer.");
    drop(node);
    let node = open(folder.path());
    let row = node
        .reader(&commons)
        .expect("open")
        .turn(turn)
        .expect("readable")
        .expect("here");
    assert_eq!(row.text.words, "It *runs* dry.\n\nEvery summer.");
    assert_eq!(row.said.by.name.words, "Ada");
    assert_eq!(node.commons().expect("listed")[0].title, "Water");
}

#[test]
fn quoted_words_are_anchored_in_what_a_reader_sees() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    let turn = say(&node, &commons, river, "It *runs* dry.\n\nEvery summer.");
    let quote = |words: &str, paragraph| Quoting {
        of: turn,
        words: words.to_owned(),
        paragraph,
    };
    let reply = saying(
        river,
        "Not every one.",
        vec![quote("dry.  Every\nsummer", None)],
    );
    let reply = node.perform(&commons, reply).expect("found").main();
    let row = node
        .reader(&commons)
        .expect("open")
        .turn(reply)
        .expect("readable")
        .expect("here");
    assert_eq!(row.quotes[0].passage.exact, "dry. Every summer");
    let whole = saying(river, "Quite.", vec![quote("", Some(2))]);
    let whole = node.perform(&commons, whole).expect("found").main();
    let row = node
        .reader(&commons)
        .expect("open")
        .turn(whole)
        .expect("readable")
        .expect("here");
    assert_eq!(row.quotes[0].passage.exact, "Every summer.");
    let missing = saying(river, "No.", vec![quote("Every winter", None)]);
    let refused = node.perform(&commons, missing);
    assert!(matches!(refused, Err(Refusal::WordsNotFound { .. })));
    let beyond = saying(river, "No.", vec![quote("", Some(3))]);
    let refused = node.perform(&commons, beyond).expect_err("there is none");
    assert_eq!(
        refused.to_string(),
        "there is no paragraph 3: the text has 2"
    );
}

#[test]
fn a_second_vote_takes_the_place_of_the_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let claim = claim(
        &node,
        &commons,
        "The river belongs to all who drink from it.",
    );
    let vote = |choice| Intent::Vote {
        claim,
        choice,
        matters: Matters::Yes,
        reason: None,
    };
    node.perform(&commons, vote(Choice::Agree)).expect("a vote");
    node.perform(&commons, vote(Choice::Disagree))
        .expect("a vote");
    let me = node.me(&commons).expect("here");
    let row = node
        .reader(&commons)
        .expect("open")
        .claim(claim, Some(me))
        .expect("readable");
    let row = row.expect("here");
    assert_eq!(
        (row.tally.agree, row.tally.disagree, row.tally.matters),
        (0, 1, 1)
    );
    let mine = row.mine.expect("voted");
    assert_eq!(mine.choice, Choice::Disagree);
    assert!(
        mine.others.is_empty(),
        "the first was replaced, not stood beside"
    );
    let operation = &node
        .store(&commons)
        .expect("here")
        .load(&[mine.id], usize::MAX)
        .expect("readable")[0];
    assert_eq!(
        operation.header().time % 60,
        0,
        "votes are dated in whole minutes"
    );
}

#[test]
fn a_turn_is_revised_by_its_author_and_keeps_its_earlier_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    let turn = say(&node, &commons, river, "It runs dry.");
    for words in ["It ran dry.", "It ran dry once."] {
        let revise = Intent::ReviseTurn {
            turn,
            text: words.into(),
            quotes: Vec::new(),
        };
        node.perform(&commons, revise).expect("revised");
    }
    let row = node
        .reader(&commons)
        .expect("open")
        .turn(turn)
        .expect("readable")
        .expect("here");
    assert_eq!(row.text.words, "It ran dry once.");
    assert_eq!((row.wordings, row.is_forked), (3, false));
}

#[test]
fn a_move_needs_what_its_kind_asks_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let claim = claim(&node, &commons, "Dams help.");
    let made = |object: Option<&str>| {
        Intent::Move(Box::new(MakeMove {
            kind: MoveKind::Cautions,
            target: claim,
            passage: None,
            standpoint: Standpoint::ONESELF,
            found_in: None,
            reason: None,
            object: object.map(Worded::from),
            condition: None,
            from: None,
            to: None,
        }))
    };
    assert!(matches!(
        node.perform(&commons, made(None)),
        Err(Refusal::Malformed(_))
    ));
    let done = node
        .perform(&commons, made(Some("silt behind the wall")))
        .expect("a move");
    assert_eq!(done.heard, Heard::AsMember);
    let within = Standpoint {
        perspective: None,
        voice: Voice::Within,
    };
    let mut without = made(Some("silt"));
    if let Intent::Move(made) = &mut without {
        made.standpoint = within;
    }
    assert!(matches!(
        node.perform(&commons, without),
        Err(Refusal::NoPerspective)
    ));
}

#[test]
fn erased_words_leave_a_visible_gap() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    let turn = say(&node, &commons, river, "It runs dry.");
    let revise = Intent::ReviseTurn {
        turn,
        text: "It runs very dry.".into(),
        quotes: Vec::new(),
    };
    let revised = node.perform(&commons, revise).expect("revised").main();
    let erase = Intent::Erase {
        targets: vec![turn],
        reason: "said in anger".into(),
    };
    node.perform(&commons, erase).expect("erased");
    let store = node.store(&commons).expect("open");
    for said in store.load(&[turn, revised], usize::MAX).expect("a disk") {
        assert_eq!(said.body_bytes(), None, "every wording is emptied");
    }
    let row = node
        .reader(&commons)
        .expect("open")
        .turn(turn)
        .expect("readable")
        .expect("here");
    assert_eq!(
        row.said.shown,
        Shown::ErasedByAuthor("said in anger".to_owned())
    );
    assert_eq!(row.text.words, "");
}

#[test]
fn a_thing_of_another_sort_or_not_here_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    let vote = |claim| Intent::Vote {
        claim,
        choice: Choice::Agree,
        matters: Matters::Unsaid,
        reason: None,
    };
    let refused = node.perform(&commons, vote(river));
    assert!(matches!(
        refused,
        Err(Refusal::OtherThing {
            expected: "claim",
            ..
        })
    ));
    let nowhere = polylogue_core::id::OperationId([7; 32]);
    let refused = node
        .perform(&commons, vote(nowhere))
        .expect_err("nothing is there");
    assert!(refused.is_not_found());
    let before = node
        .reader(&commons)
        .expect("open")
        .counts()
        .expect("counted")
        .operations;
    let again = node
        .reader(&commons)
        .expect("open")
        .counts()
        .expect("counted")
        .operations;
    assert_eq!(before, again, "a refusal signs nothing");
}

#[test]
fn an_id_may_be_shortened() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    let found = node
        .resolve(&commons, &river.to_string()[..12])
        .expect("one fits");
    assert_eq!(found, river);
    assert!(matches!(
        node.resolve(&commons, "zz"),
        Err(Refusal::NotFound { .. })
    ));
    assert!(matches!(
        node.resolve(&commons, ""),
        Err(Refusal::Ambiguous { .. } | Refusal::NotFound { .. })
    ));
    assert_eq!(node.find_commons(Some("wat")).expect("one fits"), commons);
}

#[test]
fn dialogues_list_what_was_begun() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    say(&node, &commons, river, "One.");
    say(&node, &commons, river, "Two.");
    let reader = node.reader(&commons).expect("open");
    let rows = reader.dialogues(Page::first(10)).expect("listed");
    assert_eq!((rows.len(), rows[0].turns), (1, 2));
    let turns = reader.turns(river, Page::first(10)).expect("listed");
    let words: Vec<&str> = turns.iter().map(|it| it.text.words.as_str()).collect();
    assert_eq!(words, ["One.", "Two."]);
}
