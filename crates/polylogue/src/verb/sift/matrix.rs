//! Who says what about whom.

use polylogue_core::move_kind::Polarity;
use polylogue_node::sheets::Table as Sheet;
use polylogue_store::sift::Cell;
use serde_json::{Map, Value, json};

use super::Known;
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::Table;
use crate::verb::trace::move_line;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// List the moves of this perspective
    #[arg(long, value_name = "PERSPECTIVE", requires = "to")]
    from: Option<String>,
    /// … about this one
    #[arg(long, value_name = "PERSPECTIVE", requires = "from")]
    to: Option<String>,
    /// Write a table for other programs
    #[arg(long, conflicts_with = "from")]
    csv: bool,
}

/// Shows the matrix, or one cell of it.
pub(super) fn run(
    context: &Context,
    known: &Known,
    arguments: &Arguments,
) -> Result<Output, Failure> {
    if let (Some(from), Some(to)) = (&arguments.from, &arguments.to) {
        return cell(context, known, (from, to));
    }
    if arguments.csv {
        return known.sheet(Sheet::Matrix);
    }
    Ok(Output::new(text(known), json_of(known)))
}

fn cell(context: &Context, known: &Known, (from, to): (&str, &str)) -> Result<Output, Failure> {
    let (from, to) = (context.perspective(from)?, context.perspective(to)?);
    let at = known.sifted.place(&from).zip(known.sifted.place(&to));
    let cell = at.and_then(|at| known.sifted.matrix.get(&at));
    let numbers: Vec<i64> = cell.map_or(Vec::new(), |it| it.moves.iter().map(|it| it.n).collect());
    let rows = known.reader.moves_at(&numbers)?;
    let lines: Vec<String> = rows.iter().map(move_line).collect();
    let text = match lines.is_empty() {
        true => "no move yet".to_owned(),
        false => lines.join("\n"),
    };
    let document = json!({
        "from": rows_json::id(from),
        "to": rows_json::id(to),
        "moves": rows_json::list(&rows, rows_json::remark),
    });
    Ok(Output::new(text, document))
}

fn text(known: &Known) -> String {
    let mut table = Table::new([
        "from",
        "to",
        "support",
        "qualified",
        "challenge",
        "transform",
        "ask",
    ]);
    for ((from, to), cell) in &known.sifted.matrix {
        let counts = cell.polarities().map(|it| it.to_string());
        let names = [known.name(*from).to_owned(), known.name(*to).to_owned()];
        table.row([names.to_vec(), counts.to_vec()].concat());
    }
    table.text_or("no move between perspectives yet: `polylogue move … --for NAME` makes one")
}

fn polarities(cell: &Cell) -> Map<String, Value> {
    let names = Polarity::ALL.map(Polarity::name);
    let pairs = names.into_iter().zip(cell.polarities());
    pairs
        .map(|(name, count)| (name.to_owned(), json!(count)))
        .collect()
}

fn json_of(known: &Known) -> Value {
    let cells: Vec<Value> = known
        .sifted
        .matrix
        .iter()
        .map(|((from, to), cell)| {
            let kinds: Map<String, Value> = cell
                .kinds()
                .into_iter()
                .map(|(kind, count)| (words::move_kind(kind), json!(count)))
                .collect();
            json!({
                "from": known.id(*from),
                "to": known.id(*to),
                "moves": cell.moves.len(),
                "polarities": polarities(cell),
                "kinds": kinds,
            })
        })
        .collect();
    json!({
        "perspectives": known.list(),
        "cells": cells,
        "elsewhere": known.sifted.elsewhere,
    })
}
