//! Which standing question each perspective takes up.

use polylogue_node::sheets::Table as Sheet;
use polylogue_store::query::QuestionRow;
use polylogue_store::sift::{Cover, Covered};
use serde_json::{Value, json};

use super::Known;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::Table;

/// Where a question was never put to a perspective.
const NOT_ASKED: &str = "not-asked";

/// Shows the coverage.
pub(super) fn run(known: &Known, csv: bool) -> Result<Output, Failure> {
    let questions = known.reader.questions()?;
    if csv {
        return known.sheet(Sheet::Coverage);
    }
    Ok(Output::new(
        text(known, &questions),
        json_of(known, &questions)?,
    ))
}

fn state(cell: Option<&Covered>) -> &'static str {
    cell.map_or(NOT_ASKED, |it| it.by.name())
}

fn text(known: &Known, questions: &[QuestionRow]) -> String {
    let mut table = Table::new(["perspective", "question", "taken up", "in its words"]);
    for place in 0..known.perspectives.len() {
        for (at, question) in questions.iter().enumerate() {
            let cell = known.sifted.coverage.get(&(place, at));
            if cell.is_some_and(|it| it.by == Cover::Asked) || cell.is_none() {
                continue;
            }
            table.row([
                known.name(place).to_owned(),
                question.text.words.clone(),
                state(cell).to_owned(),
                if cell.is_some_and(|it| it.is_explicit) {
                    "yes"
                } else {
                    ""
                }
                .to_owned(),
            ]);
        }
    }
    table.text_or("no standing question has been taken up yet: mark who takes one up with `move`")
}

fn json_of(known: &Known, questions: &[QuestionRow]) -> Result<Value, Failure> {
    let mut cells = Vec::new();
    for ((place, at), cell) in &known.sifted.coverage {
        cells.push(json!({
            "perspective": known.id(*place),
            "question": known.sifted.questions.get(*at).map(rows_json::id),
            "state": cell.by.name(),
            "addressed": cell.by.is_addressed(),
            "explicit": cell.is_explicit,
            "evidence": rows_json::ids(&known.evidence(&cell.evidence)?),
        }));
    }
    Ok(json!({
        "perspectives": known.list(),
        "questions": rows_json::list(questions, rows_json::question),
        "cells": cells,
    }))
}
