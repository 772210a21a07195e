//! Checking an edition that rests on 10,000 operations, beside checking their signatures alone.

use std::time::Instant;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{State, Template};
use polylogue_core::move_kind::MoveKind;
use polylogue_core::operation::Operation;
use polylogue_node::edition;
use polylogue_node::intent::{
    Found, Intent, Knowingly, MakeMove, NewEdition, NewLine, OpenComments, Standpoint, Tracing,
    Worded,
};
use polylogue_node::{LocalOnly, Node, NodeOptions};

use crate::table::{Limit, Line, Table};
use crate::{Fault, floor};

const TURNS: usize = 5_000;
const LINES: usize = 100;
const RUNS: usize = 5;
/// How many times as long as the signatures alone checking all of it may take.
const TIMES_MAX: f64 = 1.5;

/// Makes an edition, then measures both in turns.
pub(crate) fn run(table: &mut Table) -> Result<(), Fault> {
    let folder = tempfile::tempdir()?;
    let began = Instant::now();
    let bytes = made(&folder.path().join("home"))?;
    table.say(Line::fact(
        "an edition of 10,000: dialogue said, edition made",
        began.elapsed().as_secs_f64(),
        "s",
    ));
    let operations = operations(&bytes);
    table.say(Line::fact(
        "an edition of 10,000: its file",
        bytes.len() as f64 / 1e6,
        "MB",
    ));
    table.say(Line::fact(
        "an edition of 10,000: operations in it",
        operations.len() as f64,
        "",
    ));
    let path = folder.path().join("bench.edition");
    std::fs::write(&path, &bytes)?;
    let (mut signed, mut checked) = (f64::MAX, f64::MAX);
    for _ in 0..RUNS {
        let began = Instant::now();
        floor::check(&operations);
        signed = signed.min(began.elapsed().as_secs_f64());
        let began = Instant::now();
        let report = edition::verify(&path)?;
        checked = checked.min(began.elapsed().as_secs_f64());
        assert_eq!(report.operations, operations.len() as u64, "all of it");
    }
    table.say(Line::fact(
        "an edition of 10,000: its signatures in batches, all cores",
        signed * 1_000.0,
        "ms",
    ));
    table.say(Line::new(
        "an edition of 10,000: checked whole",
        checked * 1_000.0,
        "ms",
        Limit::AtMost(TIMES_MAX * signed * 1_000.0),
    ));
    Ok(())
}

/// The operations of a file, behind its head.
fn operations(bytes: &[u8]) -> Vec<Operation> {
    const HEAD: usize = 20 + 32 + 32;
    let mut rest = &bytes[HEAD..];
    let mut operations = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_be_bytes(*length)).expect("four bytes");
        if length == 0 {
            break;
        }
        let (operation, after) = after.split_at(length);
        operations.push(Operation::decode(operation).expect("it was just made"));
        rest = after;
    }
    operations
}

fn made(home: &std::path::Path) -> Result<Vec<u8>, Fault> {
    let node = Node::open(home, NodeOptions::of_this_machine(LocalOnly::Yes))?;
    let commons = node.found(&Found {
        title: "Water".to_owned(),
        question: "Who looks after the river?".to_owned(),
        template: Template::Inquiry,
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission: polylogue_core::kind::Admission::Invitation,
        charter: "Answer what was said.".to_owned(),
        name: "Ada".to_owned(),
        rows: polylogue_core::kind::RowsOfPeople::MayTravel,
    })?;
    let begin = Intent::BeginDialogue {
        title: "The river".into(),
        about: Worded::default(),
        perspectives: Vec::new(),
        questions: Vec::new(),
        state: State::Open,
        scheduled: None,
    };
    let dialogue = node.perform(&commons, begin)?.main();
    let moves = said(&node, &commons, dialogue)?;
    let line = |number: usize| NewLine {
        text: format!("The river stood low in week {number}.")
            .as_str()
            .into(),
        traces: vec![Tracing {
            of: moves[number * (TURNS / LINES)],
            passage: None,
        }],
        clause: None,
    };
    let lines = (0..LINES).map(line).collect();
    let title = "A river kept".into();
    let begun = node.perform(&commons, Intent::BeginDocument { title, lines })?;
    let new = NewEdition {
        document: begun.operations[0],
        name: "1.0".to_owned(),
        licence: None,
        open: OpenComments::Refuse,
        knowingly: Knowingly::No,
    };
    let edition = node.perform(&commons, Intent::MakeEdition(Box::new(new)))?;
    Ok(node.edition_file(&commons, edition.main())?)
}

/// Says turns and a move on each; answers the moves.
fn said(
    node: &Node,
    commons: &OperationId,
    dialogue: OperationId,
) -> Result<Vec<OperationId>, Fault> {
    let mut moves = Vec::with_capacity(TURNS);
    for number in 0..TURNS {
        let text = format!("On day {number} the river stood low, and the weir held as it did.");
        let turn = node.perform(
            commons,
            Intent::Say {
                dialogue,
                text: text.as_str().into(),
                standpoint: Standpoint::ONESELF,
                reply_to: None,
                quotes: Vec::new(),
                licence: None,
            },
        )?;
        let made = MakeMove {
            kind: MoveKind::Emphasises,
            target: turn.main(),
            passage: None,
            standpoint: Standpoint::ONESELF,
            found_in: None,
            reason: Some("It was measured.".into()),
            object: None,
            condition: None,
            from: None,
            to: None,
        };
        let made = Intent::Move(Box::new(made));
        moves.push(node.perform(commons, made)?.main());
    }
    Ok(moves)
}
