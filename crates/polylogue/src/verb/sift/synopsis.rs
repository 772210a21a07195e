//! One perspective against all others, on one page, every clause with what it rests on.

use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{MoveRow, Words};
use polylogue_store::sift::{ClauseOf, Synopsis, Toward};
use serde_json::{Value, json};

use super::{Known, digits, sheet};
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{indented, parts};
use crate::words;

/// What stands above every synopsis.
const WARNING: &str =
    "One line can only point. To understand any of these, read the dialogue it opens.";
/// Moves whose words are printed for one clause; `--json` has all.
const PRINTED: usize = 2;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The perspective that speaks
    perspective: String,
    /// Write a table for other programs
    #[arg(long)]
    csv: bool,
}

/// Shows one perspective against all others.
pub(super) fn run(
    context: &Context,
    known: &Known,
    arguments: &Arguments,
) -> Result<Output, Failure> {
    let id = context.perspective(&arguments.perspective)?;
    let Some(who) = known.sifted.place(&id) else {
        return Err(Failure::refused(
            "This perspective was brought in twice; the other entry is the one shown.".to_owned(),
            "`polylogue perspective list` names it".to_owned(),
        ));
    };
    let synopsis = known.sifted.synopsis(who);
    if arguments.csv {
        return for_sheet(known, who, &synopsis);
    }
    Ok(Output::new(
        text(known, who, &synopsis)?,
        json_of(known, who, &synopsis)?,
    ))
}

/// A clause with the rows of its moves.
fn rows(known: &Known, clause: &ClauseOf) -> Result<Vec<MoveRow>, Failure> {
    Ok(known.reader.moves_at(&clause.moves)?)
}

/// What a move says, or the words that make it.
pub(super) fn words_of(row: &MoveRow) -> String {
    let say = |it: &Option<Words>| it.as_ref().map(|it| it.words.clone());
    let from_to = say(&row.from).zip(say(&row.to));
    let mut said: Vec<String> = say(&row.object).into_iter().collect();
    said.extend(from_to.map(|(from, to)| match MoveKind::of(row.kind) {
        Some(MoveKind::Distinguishes) => format!("{from}, and {to}"),
        _ => format!("{from}: rather {to}"),
    }));
    said.extend(say(&row.condition).map(|it| format!("on condition: {it}")));
    said.extend(say(&row.reason));
    said.dedup();
    match (&row.found_in, said.is_empty()) {
        (Some(passage), true) => format!("“{}”", passage.exact),
        // Bare, it says nothing without what it is about.
        (None, true) => match &row.target.passage {
            Some(passage) if !passage.exact.is_empty() => format!("“{}”", passage.exact),
            _ => row.target.words.words.clone(),
        },
        _ => said.join("; "),
    }
}

fn clause_line(known: &Known, clause: &ClauseOf) -> Result<String, Failure> {
    let glyph = MoveKind::of(clause.kind).map_or("·", MoveKind::glyph);
    let rows = rows(known, clause)?;
    let said: Vec<String> = rows
        .iter()
        .take(PRINTED)
        .map(|it| format!("{} {}", it.said.id.short(), words::clip(&words_of(it), 96)))
        .collect();
    let more = match rows.len().saturating_sub(PRINTED) {
        0 => String::new(),
        more => format!(" | and {more} more"),
    };
    let kind = words::move_kind(clause.kind);
    Ok(format!("{glyph} {kind}: {}{more}", said.join(" | ")))
}

fn toward_lines(known: &Known, toward: &Toward) -> Result<String, Failure> {
    let mut lines = Vec::new();
    for clause in &toward.headlines {
        lines.push(clause_line(known, clause)?);
    }
    for clause in &toward.qualifiers {
        lines.push(format!("but {}", clause_line(known, clause)?));
    }
    for (numbers, how) in [
        (&toward.unanswered, "has not answered"),
        (&toward.asked_in_vain, "asked without an answer"),
    ] {
        for row in known.reader.moves_at(numbers)? {
            let question = words::clip(&words_of(&row), 96);
            lines.push(format!("? {how} {}: {question}", row.said.id.short()));
        }
    }
    lines.push(evidence(toward));
    Ok(lines.join("\n"))
}

fn evidence(toward: &Toward) -> String {
    let count = |number: usize, one, many| words::count(number as u64, one, many);
    format!(
        "{}, {} from within, {} on its behalf; {} in answer; {} back",
        count(toward.moves, "move", "moves"),
        toward.within,
        toward.on_behalf,
        count(toward.turns, "turn", "turns"),
        count(toward.back, "move", "moves"),
    )
}

fn text(known: &Known, who: usize, synopsis: &Synopsis) -> Result<String, Failure> {
    let mut blocks = vec![
        format!("{} and the others, on one page", known.name(who)),
        WARNING.to_owned(),
    ];
    for toward in &synopsis.toward {
        let lines = toward_lines(known, toward)?;
        blocks.push(format!("{}\n{}", known.name(toward.whom), indented(&lines)));
    }
    if synopsis.toward.is_empty() {
        blocks.push(
            "It has said nothing about another yet: `polylogue move … --for NAME` does".to_owned(),
        );
    }
    if let Some(itself) = &synopsis.itself {
        let lines = toward_lines(known, itself)?;
        blocks.push(format!("of itself\n{}", indented(&lines)));
    }
    if !synopsis.silent_about.is_empty() {
        let names = known.names(&synopsis.silent_about);
        blocks.push(format!("Not on this page: it says nothing about {names}."));
    }
    Ok(parts(&blocks))
}

fn json_of(known: &Known, who: usize, synopsis: &Synopsis) -> Result<Value, Failure> {
    let mut toward = Vec::new();
    for it in &synopsis.toward {
        toward.push(toward_json(known, who, it)?);
    }
    let itself = synopsis.itself.as_ref();
    let itself = itself.map(|it| toward_json(known, who, it)).transpose()?;
    Ok(json!({
        "perspective": known.id(who),
        "warning": WARNING,
        "perspectives": known.list(),
        "toward": toward,
        "itself": itself,
        "silent_about": known.ids(&synopsis.silent_about),
    }))
}

fn toward_json(known: &Known, who: usize, toward: &Toward) -> Result<Value, Failure> {
    let clauses = |all: &[ClauseOf]| -> Result<Vec<Value>, Failure> {
        all.iter()
            .map(|it| clause_json(known, (who, toward.whom), it))
            .collect()
    };
    let unanswered = known.reader.moves_at(&toward.unanswered)?;
    let in_vain = known.reader.moves_at(&toward.asked_in_vain)?;
    Ok(json!({
        "about": known.id(toward.whom),
        "headlines": clauses(&toward.headlines)?,
        "qualifiers": clauses(&toward.qualifiers)?,
        "evidence": {
            "moves": toward.moves,
            "within": toward.within,
            "on_behalf": toward.on_behalf,
            "turns": toward.turns,
            "back": toward.back,
        },
        "unanswered": rows_json::list(&unanswered, rows_json::remark),
        "asked_without_answer": rows_json::list(&in_vain, rows_json::remark),
    }))
}

/// Who does what to whom, from where, and on what it rests.
fn clause_json(
    known: &Known,
    (who, whom): (usize, usize),
    clause: &ClauseOf,
) -> Result<Value, Failure> {
    let rows = rows(known, clause)?;
    let kind = MoveKind::of(clause.kind);
    Ok(json!({
        "who": known.id(who),
        "does": words::move_kind(clause.kind),
        "polarity": kind.map(|it| it.polarity().name()),
        "whom": known.id(whom),
        "within": clause.within,
        "on_behalf": clause.on_behalf,
        "words": rows.iter().map(words_of).collect::<Vec<_>>(),
        "moves": rows_json::list(&rows, rows_json::remark),
    }))
}

fn for_sheet(known: &Known, who: usize, synopsis: &Synopsis) -> Result<Output, Failure> {
    const HEAD: [&str; 10] = [
        "perspective",
        "about",
        "about-id",
        "part",
        "kind",
        "polarity",
        "from-within",
        "on-behalf",
        "words",
        "evidence",
    ];
    let mut sheet_rows = Vec::new();
    for toward in synopsis.toward.iter().chain(&synopsis.itself) {
        let row = |part: &str, kind: String, rest: [String; 5]| {
            let about = [known.name(who), known.name(toward.whom)].map(str::to_owned);
            let about = [about.to_vec(), vec![known.digits(toward.whom)]].concat();
            [about, vec![part.to_owned(), kind], rest.to_vec()].concat()
        };
        for (part, clauses) in [
            ("headline", &toward.headlines),
            ("qualifier", &toward.qualifiers),
        ] {
            for clause in clauses {
                let rows = rows(known, clause)?;
                let said: Vec<String> = rows.iter().map(words_of).collect();
                let ids: Vec<_> = rows.iter().map(|it| it.said.id).collect();
                let polarity = MoveKind::of(clause.kind).map_or("", |it| it.polarity().name());
                let rest = [
                    polarity.to_owned(),
                    clause.within.to_string(),
                    clause.on_behalf.to_string(),
                    said.join(" | "),
                    digits(&ids),
                ];
                sheet_rows.push(row(part, words::move_kind(clause.kind), rest));
            }
        }
        for question in known.reader.moves_at(&toward.unanswered)? {
            let empty = String::new;
            let id = question.said.id.to_string();
            let rest = ["ask".to_owned(), empty(), empty(), words_of(&question), id];
            sheet_rows.push(row("unanswered", words::move_kind(question.kind), rest));
        }
    }
    Ok(sheet(&HEAD, sheet_rows))
}
