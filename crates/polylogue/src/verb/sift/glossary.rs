//! Terms and their history.

use polylogue_node::sheets::Table as Sheet;
use polylogue_store::query::{LineageRow, TermRow, UseRow, UsedBy};
use serde_json::{Value, json};

use super::Known;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{indented, parts};
use crate::verb::trace::move_line;
use crate::words;

/// Shows the glossary.
pub(super) fn run(known: &Known, csv: bool) -> Result<Output, Failure> {
    if csv {
        return known.sheet(Sheet::Glossary);
    }
    let rows = known.reader.glossary()?;
    let text = if rows.is_empty() {
        "no term yet: put one with `polylogue source add TERM --type entry-dictionary`".to_owned()
    } else {
        let blocks: Vec<String> = rows.iter().map(|it| block(known, it)).collect();
        parts(&blocks)
    };
    Ok(Output::new(text, rows_json::list(&rows, json_of)))
}

fn name(known: &Known, used: &UsedBy) -> String {
    let place = used.perspective.and_then(|it| known.sifted.place(&it));
    match place {
        Some(place) => known.name(place).to_owned(),
        None => words::speaker(&used.first.said),
    }
}

fn block(known: &Known, row: &TermRow) -> String {
    let head = format!("{}  {}", row.source.title.words, row.source.said.id.short());
    let mut lines = Vec::new();
    match &row.born {
        Some(it) => lines.push(format!(
            "first said {} in {}: {}",
            it.date,
            it.thing.id.short(),
            words::clip(&rows_json::marked(&it.snippet), 90)
        )),
        None => lines.push("nobody here says it".to_owned()),
    }
    for used in &row.used_by {
        let texts = words::count(used.texts as u64, "text", "texts");
        lines.push(format!(
            "{}: {texts}, since {}",
            name(known, used),
            used.first.date
        ));
    }
    lines.extend(
        row.meanings
            .iter()
            .map(|it| format!("means: {}", move_line(it))),
    );
    lines.extend(row.lineage.iter().map(change));
    format!("{head}\n{}", indented(&lines.join("\n")))
}

fn change(row: &LineageRow) -> String {
    let name = row.name.as_ref().map_or("", |it| it.words.as_str());
    let to: Vec<&str> = row.to.iter().map(|it| it.1.as_str()).collect();
    let line = format!(
        "{} {} {} {}: {}",
        row.when,
        words::change(row.change),
        name,
        to.join(", "),
        row.reason.words
    );
    line.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn use_json(it: &UseRow) -> Value {
    json!({
        "date": it.date,
        "thing": rows_json::target(&it.thing),
        "perspective": it.perspective.map(rows_json::id),
        "snippet": rows_json::marked(&it.snippet),
        "said_by": words::speaker(&it.said),
    })
}

fn json_of(row: &TermRow) -> Value {
    let used = |it: &UsedBy| {
        json!({
            "perspective": it.perspective.map(rows_json::id),
            "texts": it.texts,
            "first": use_json(&it.first),
        })
    };
    rows_json::thing(
        &row.source.said,
        json!({
            "term": rows_json::words(&row.source.title),
            "note": rows_json::words(&row.source.note),
            "born": rows_json::optional(row.born.as_ref(), use_json),
            "used_by": rows_json::list(&row.used_by, used),
            "meanings": rows_json::list(&row.meanings, rows_json::remark),
            "lineage": rows_json::list(&row.lineage, rows_json::lineage),
        }),
    )
}
