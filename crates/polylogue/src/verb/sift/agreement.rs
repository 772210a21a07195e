//! Two readers' marks side by side.

use polylogue_store::Reader;
use polylogue_store::agreement::{Agreement, OfKind, Unit, agreement};
use serde_json::{Value, json};

use super::sheet;
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{Table, parts};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The first reader: a name or the beginning of a key
    first: String,
    /// The second
    second: String,
    /// Write a table for other programs
    #[arg(long)]
    csv: bool,
}

/// Shows how far they agree.
pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Output, Failure> {
    let (first, second) = (
        context.person(&arguments.first)?,
        context.person(&arguments.second)?,
    );
    if first == second {
        return Err(Failure::usage(
            "a reader is compared with somebody else",
            "name two people; `polylogue people` lists them",
        ));
    }
    let reader = context.reader()?;
    let found = agreement(&reader.marks_of(&first)?, &reader.marks_of(&second)?);
    if arguments.csv {
        return for_sheet(&reader, &found);
    }
    let document = json!({
        "first": rows_json::id(first),
        "second": rows_json::id(second),
        "units": found.units.len(),
        "both": found.both,
        "same": found.same,
        "alpha": found.alpha,
        "alpha_with_gaps": found.alpha_with_gaps,
        "kinds": rows_json::list(&found.kinds, of_kind),
        "passages": passages(&reader, &found)?,
    });
    Ok(Output::new(text(&found), document))
}

fn alpha(it: Option<f64>) -> String {
    it.map_or_else(|| "not to be told".to_owned(), |it| format!("{it:.3}"))
}

fn text(found: &Agreement) -> String {
    if found.units.is_empty() {
        return "neither has marked a passage yet".to_owned();
    }
    let head = format!(
        "{} marked by either, {} by both, {} of these as the same kind\nKrippendorff's alpha of \
         the kinds: {}; with passages only one marked: {}",
        words::count(found.units.len() as u64, "passage", "passages"),
        found.both,
        found.same,
        alpha(found.alpha),
        alpha(found.alpha_with_gaps),
    );
    let mut table = Table::new(["kind", "first", "second", "both", "share", "alpha"]);
    for it in &found.kinds {
        table.row([
            words::move_kind(it.kind),
            it.first.to_string(),
            it.second.to_string(),
            it.both.to_string(),
            format!("{:.2}", it.share),
            it.alpha
                .map_or_else(|| "–".to_owned(), |it| format!("{it:.3}")),
        ]);
    }
    parts(&[head, table.text_or("")])
}

fn of_kind(it: &OfKind) -> Value {
    json!({
        "kind": words::move_kind(it.kind),
        "first": it.first,
        "second": it.second,
        "both": it.both,
        "share": it.share,
        "alpha": it.alpha,
    })
}

fn mark(reader: &Reader, mark: Option<(i64, u16)>) -> Result<Value, Failure> {
    let Some((n, kind)) = mark else {
        return Ok(Value::Null);
    };
    let ids = reader.ids_at(&[n])?;
    Ok(json!({"id": ids.first().map(rows_json::id), "kind": words::move_kind(kind)}))
}

fn passages(reader: &Reader, found: &Agreement) -> Result<Value, Failure> {
    let unit = |it: &Unit| -> Result<Value, Failure> {
        Ok(json!({"first": mark(reader, it.first)?, "second": mark(reader, it.second)?}))
    };
    found.units.iter().map(unit).collect()
}

fn for_sheet(reader: &Reader, found: &Agreement) -> Result<Output, Failure> {
    const HEAD: [&str; 6] = [
        "text",
        "first-mark",
        "first-kind",
        "second-mark",
        "second-kind",
        "same",
    ];
    let mut rows = Vec::new();
    for it in &found.units {
        let numbers: Vec<i64> = [it.first, it.second]
            .into_iter()
            .flatten()
            .map(|it| it.0)
            .collect();
        let marks = reader.moves_at(&numbers)?;
        let text = marks.first().map(|it| {
            let passage = it.found_in.as_ref().or(it.target.passage.as_ref());
            passage.map_or(it.target.id, |it| it.of).to_string()
        });
        let cells = |mark: Option<(i64, u16)>| -> Result<[String; 2], Failure> {
            let Some((n, kind)) = mark else {
                return Ok([String::new(), String::new()]);
            };
            let id = reader.ids_at(&[n])?.first().map(ToString::to_string);
            Ok([id.unwrap_or_default(), words::move_kind(kind)])
        };
        let is_same = it.first.map(|it| it.1) == it.second.map(|it| it.1);
        let row = [
            vec![text.unwrap_or_default()],
            cells(it.first)?.to_vec(),
            cells(it.second)?.to_vec(),
            vec![is_same.to_string()],
        ];
        rows.push(row.concat());
    }
    Ok(sheet(&HEAD, rows))
}
