//! A text of 2,000 lines with 6,000 traces: how long it takes to open, to save, to tell its
//! history, and to be laid beside a text made from it, where both moved on. Every save is followed
//! by each page once, so that no page is answered from before.

use std::time::{Duration, Instant};

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, RowsOfPeople, State, Template};
use polylogue_node::intent::{BaseLine, Found, Intent, NewLine, Standpoint, Tracing, Worded};
use polylogue_node::{InCommons, LocalOnly, Node, NodeOptions};
use polylogue_web::ServeOptions;

use crate::Fault;
use crate::pages::{Visitor, p99};
use crate::table::{Limit, Line, Table};

const LINES: usize = 2_000;
const TRACES_OF_LINE: usize = 3;
const TURNS: usize = 60;
/// Saves that are measured, each of a few lines.
const SAVES: usize = 100;
const OPEN_MILLISECONDS_MAX: f64 = 50.0;
const SAVE_MILLISECONDS_MAX: f64 = 30.0;
const HISTORY_MILLISECONDS_MAX: f64 = 50.0;
/// Merges that are measured, each after a save of both texts.
const MERGES: usize = 20;
const MERGE_MILLISECONDS_MAX: f64 = 50.0;

/// Measures all of them.
pub(crate) fn run(table: &mut Table) -> Result<(), Fault> {
    let folder = tempfile::tempdir()?;
    let options = NodeOptions::of_this_machine(LocalOnly::Yes);
    let node = Node::open(&folder.path().join("home"), options)?;
    let (commons, document) = written(&node)?;
    let server = polylogue_web::serve(node.clone(), ServeOptions::default())?;
    let mut visitor = Visitor::enter(&server.url)?;
    let short = |id: OperationId| id.to_string()[..12].to_owned();
    let path = format!("/c/{}/synthesis/{}", short(commons), short(document));
    let paths = [
        path.clone(),
        format!("{path}/edit"),
        format!("{path}/history"),
    ];
    let mut times: [Vec<Duration>; 4] = Default::default();
    for round in 0..SAVES {
        let (base, text) = edited(&node, &commons, document, round)?;
        let began = Instant::now();
        node.perform(
            &commons,
            Intent::SaveDocument {
                document,
                base,
                text,
            },
        )?;
        times[3].push(began.elapsed());
        for (path, times) in paths.iter().zip(&mut times) {
            let began = Instant::now();
            visitor.get(path)?;
            times.push(began.elapsed());
        }
    }
    let names = [
        ("opens, p99", OPEN_MILLISECONDS_MAX),
        ("opens to be written, p99", OPEN_MILLISECONDS_MAX),
        ("its history, p99", HISTORY_MILLISECONDS_MAX),
        ("saves, p99", SAVE_MILLISECONDS_MAX),
    ];
    for ((name, most), times) in names.into_iter().zip(times) {
        say(table, (name, most), times);
    }
    let merges = merged(&node, &commons, document)?;
    say(table, ("merges, p99", MERGE_MILLISECONDS_MAX), merges);
    Ok(())
}

fn say(table: &mut Table, (name, most): (&str, f64), mut times: Vec<Duration>) {
    times.sort_unstable();
    let half = times[times.len() / 2].as_secs_f64() * 1000.0;
    let what = format!("a text of 2,000 lines and 6,000 traces: {name}");
    let time = p99(times).as_secs_f64() * 1000.0;
    table.say(Line::new(&what, time, "ms", Limit::AtMost(most)));
    table.say(Line::fact("  the same: half of them within", half, "ms"));
}

/// Lays a text beside one made from it, after both moved on: what moved on, found three ways.
fn merged(
    node: &Node,
    commons: &OperationId,
    document: OperationId,
) -> Result<Vec<Duration>, Fault> {
    let of = |document| InCommons {
        commons: *commons,
        document,
    };
    let made = node.fork(of(document), commons, None)?;
    let fork = made.operations.first().copied().ok_or("a fork")?;
    let mut times = Vec::with_capacity(MERGES);
    for round in 0..MERGES {
        for (text, round) in [(document, 1_000 + round), (fork, 2_000 + round)] {
            let (base, text_now) = edited(node, commons, text, round)?;
            let save = Intent::SaveDocument {
                document: text,
                base,
                text: text_now,
            };
            node.perform(commons, save)?;
        }
        let began = Instant::now();
        let plan = node.merge_plan(of(fork), of(document))?;
        times.push(began.elapsed());
        assert!(plan.lines.len() > round, "what moved on is found");
    }
    Ok(times)
}

/// A commons with some turns, and a text whose every line rests on three of them.
fn written(node: &Node) -> Result<(OperationId, OperationId), Fault> {
    let commons = node.found(&Found {
        title: "A long text".to_owned(),
        question: "What holds?".to_owned(),
        template: Template::Blank,
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission: Admission::Invitation,
        charter: String::new(),
        name: "Ada".to_owned(),
        rows: RowsOfPeople::StayHere,
    })?;
    let begin = Intent::BeginDialogue {
        title: Worded::from("What it rests on"),
        about: Worded::from(""),
        perspectives: Vec::new(),
        questions: Vec::new(),
        state: State::Open,
        scheduled: None,
    };
    let dialogue = node.perform(&commons, begin)?.main();
    let mut turns = Vec::with_capacity(TURNS);
    for turn in 0..TURNS {
        let say = Intent::Say {
            dialogue,
            text: Worded::from(format!("Turn {turn} says that the weir holds.").as_str()),
            standpoint: Standpoint::ONESELF,
            reply_to: None,
            quotes: Vec::new(),
            licence: None,
        };
        turns.push(node.perform(&commons, say)?.main());
    }
    let trace = |line: usize, it: usize| Tracing {
        of: turns[(line * TRACES_OF_LINE + it) % TURNS],
        passage: None,
    };
    let line = |line: usize| NewLine {
        text: Worded::from(format!("Line {line} says what three turns said of the weir.").as_str()),
        traces: (0..TRACES_OF_LINE).map(|it| trace(line, it)).collect(),
        clause: None,
    };
    let begin = Intent::BeginDocument {
        title: Worded::from("A long text"),
        lines: (0..LINES).map(line).collect(),
    };
    let begun = node.perform(&commons, begin)?;
    let document = begun.operations.first().copied();
    Ok((commons, document.ok_or("a document")?))
}

/// The text with four lines said otherwise, one added and one gone.
fn edited(
    node: &Node,
    commons: &OperationId,
    document: OperationId,
    round: usize,
) -> Result<(Vec<BaseLine>, Worded), Fault> {
    let rows = node.reader(commons)?.lines(document)?;
    let standing: Vec<_> = rows.iter().filter(|it| !it.is_struck).collect();
    let base = standing.iter().map(|it| BaseLine {
        line: it.said.id,
        wordings: it.wordings.iter().map(|it| it.said.id).collect(),
    });
    let base = base.collect();
    let first = |it: &&polylogue_store::query::LineRow| it.wordings[0].text.words.clone();
    let mut text: Vec<String> = standing.iter().map(first).collect();
    for part in 0..4 {
        let at = (round * 17 + part * 499) % text.len();
        text[at] = format!("Line {at} says in round {round} what turns said of the weir.");
    }
    text.insert(round * 13 % text.len(), format!("A line of round {round}."));
    text.remove(round * 29 % text.len());
    Ok((base, Worded::from(text.join("\n").as_str())))
}
