//! The ledger of questions asked.

use clap::ValueEnum;
use polylogue_node::sheets::{self, Names};
use polylogue_store::query::{AnswerSeen, AskedRow};
use polylogue_store::sift::{AskState, Asked};
use serde_json::{Value, json};

use super::{Known, as_csv};
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{indented, parts};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Only questions in this state
    #[arg(long)]
    state: Option<State>,
    /// Only questions put to this perspective
    #[arg(long, value_name = "PERSPECTIVE")]
    to: Option<String>,
    /// Only questions asked for this perspective
    #[arg(long, value_name = "PERSPECTIVE")]
    by: Option<String>,
    /// Write a table for other programs
    #[arg(long)]
    csv: bool,
}

/// A state, or all states without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum State {
    /// Without an answer: open or left open
    Waiting,
    /// With no word in reply
    Open,
    /// Said to be left open, or left to somebody else
    LeftOpen,
    /// With an answer offered
    Answered,
    /// With an answer that whoever asked accepts
    Accepted,
    /// Taken back by whoever asked
    Withdrawn,
}

impl State {
    fn fits(self, state: AskState) -> bool {
        match self {
            Self::Waiting => state.waits(),
            Self::Open => state == AskState::Open,
            Self::LeftOpen => state == AskState::LeftOpen,
            Self::Answered => state == AskState::Answered,
            Self::Accepted => state == AskState::Accepted,
            Self::Withdrawn => state == AskState::Withdrawn,
        }
    }
}

/// Shows the ledger.
pub(super) fn run(
    context: &Context,
    known: &Known,
    arguments: &Arguments,
) -> Result<Output, Failure> {
    let place = |typed: &Option<String>| -> Result<Option<usize>, Failure> {
        let Some(typed) = typed else { return Ok(None) };
        Ok(known.sifted.place(&context.perspective(typed)?))
    };
    let (to, by) = (place(&arguments.to)?, place(&arguments.by)?);
    let fits = |it: &&Asked| {
        arguments.state.is_none_or(|state| state.fits(it.state))
            && to.is_none_or(|to| it.to.contains(&to))
            && by.is_none_or(|by| it.by == Some(by))
    };
    let mut rows = Vec::new();
    for asked in known.sifted.ledger.values().filter(fits) {
        rows.extend(known.reader.asked_row(asked, usize::MAX)?);
    }
    if arguments.csv {
        return Ok(as_csv(sheets::questions(
            &rows,
            &Names(known.reader.perspectives()?),
        )));
    }
    Ok(Output::new(text(known, &rows), json_of(known, &rows)))
}

fn question(row: &AskedRow) -> &str {
    let said = [&row.question.reason, &row.question.object];
    let said = said.into_iter().flatten().next();
    said.map_or("", |it| it.words.as_str())
}

fn text(known: &Known, rows: &[AskedRow]) -> String {
    let counts = known.sifted.count_of_asked();
    let all = known.sifted.ledger.len() as u64;
    let head = format!(
        "{} asked, {} without an answer",
        words::count(all, "question", "questions"),
        counts.waiting()
    );
    let block = |row: &AskedRow| {
        let from = match row.by {
            Some(place) => known.name(place).to_owned(),
            None => words::speaker(&row.question.said),
        };
        let place = row.dialogue.as_ref();
        let mut lines = vec![
            format!("from {from} to {}", known.names(&row.to)),
            format!(
                "{}, {}",
                place.map_or("in no dialogue", |it| it.words.words.as_str()),
                words::day(row.question.said.time)
            ),
        ];
        lines.extend(row.answers.iter().map(|it| {
            let how = match it.accepted_by.is_empty() {
                true => "answered",
                false => "answered and accepted",
            };
            let words = words::clip(answer_words(it), 72);
            format!("{how} in {}: {words}", it.target.id.short())
        }));
        format!(
            "{}  {}  {}\n{}",
            row.question.said.id.short(),
            row.state.name(),
            words::clip(question(row), 100),
            indented(&lines.join("\n"))
        )
    };
    let blocks: Vec<String> = std::iter::once(head)
        .chain(rows.iter().map(block))
        .collect();
    parts(&blocks)
}

/// The words that answer: of the passage, else of the move or turn.
fn answer_words(it: &AnswerSeen) -> &str {
    let passage = it.by_move.as_ref().and_then(|it| it.found_in.as_ref());
    let reason = it.by_move.as_ref().and_then(|it| it.reason.as_ref());
    passage
        .map(|it| it.exact.as_str())
        .or(reason.map(|it| it.words.as_str()))
        .unwrap_or(&it.target.words.words)
}

fn json_of(known: &Known, rows: &[AskedRow]) -> Value {
    let counts = known.sifted.count_of_asked();
    let row = |it: &AskedRow| {
        json!({
            "state": it.state.name(),
            "asked_for": it.by.map(|by| known.id(by)),
            "to": known.ids(&it.to),
            "dialogue": rows_json::optional(it.dialogue.as_ref(), rows_json::target),
            "question": rows_json::remark(&it.question),
            "answers": rows_json::list(&it.answers, answer),
            "left_open": rows_json::list(&it.left_open, rows_json::remark),
        })
    };
    let states: serde_json::Map<String, Value> = AskState::ALL
        .into_iter()
        .map(|state| (state.name().replace('-', "_"), json!(counts.of(state))))
        .collect();
    json!({
        "counts": states,
        "waiting": counts.waiting(),
        "perspectives": known.list(),
        "questions": rows_json::list(rows, row),
    })
}

fn answer(it: &AnswerSeen) -> Value {
    json!({
        "id": rows_json::id(it.target.id),
        "words": answer_words(it),
        "move": rows_json::optional(it.by_move.as_ref(), rows_json::remark),
        "target": rows_json::target(&it.target),
        "accepted_by": rows_json::list(&it.accepted_by, rows_json::person),
    })
}
