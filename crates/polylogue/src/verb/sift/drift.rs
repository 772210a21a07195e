//! The lines of a document beside what they rest on.

use polylogue_store::query::{FindingRow, LineDrift, LineRow};
use polylogue_store::sift::Verdict;
use serde_json::{Map, Value, json};

use super::synopsis::words_of as words_of_move;
use super::{Known, digits, sheet};
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{indented, parts};
use crate::verb::synthesis::document_row;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The title or id of the document
    document: String,
    /// Write a table for other programs
    #[arg(long)]
    csv: bool,
}

/// Checks a document.
pub(super) fn run(
    context: &Context,
    known: &Known,
    arguments: &Arguments,
) -> Result<Output, Failure> {
    let (row, lines) = document_row(context, &arguments.document)?;
    let drifts = known.reader.drift(&known.sifted, &lines)?;
    if arguments.csv {
        return Ok(for_sheet(&lines, &drifts));
    }
    let mut counts = Map::new();
    for verdict in Verdict::ALL {
        let count = drifts.iter().filter(|it| it.verdict == verdict).count();
        counts.insert(verdict.name().replace('-', "_"), json!(count));
    }
    let document = json!({
        "document": rows_json::id(row.said.id),
        "counts": counts,
        "lines": rows_json::list(&drifts, |it| line_json(&lines, it)),
    });
    Ok(Output::new(text(&lines, &drifts), document))
}

fn words_of<'a>(lines: &'a [LineRow], drift: &LineDrift) -> &'a str {
    let line = lines.iter().find(|it| it.said.id == drift.line);
    let wording = line.and_then(|it| it.wordings.iter().find(|it| it.said.id == drift.wording));
    wording.map_or("", |it| it.text.words.as_str())
}

/// What a finding says, in a few words, and the words that show it.
fn finding_text(row: &FindingRow) -> String {
    let shown = row.by_move.as_ref().map(|it| {
        let passage = it.found_in.as_ref().map(words::quoted);
        let words = passage.unwrap_or_else(|| words_of_move(it));
        let kind = words::move_kind(it.kind);
        format!(" {} {kind} {words}", it.said.id.short())
    });
    let other = row.shows.as_ref().map(|it| format!(" {}", it.id.short()));
    let shown = shown.or(other).unwrap_or_default();
    format!("{}:{shown}", row.finding.name())
}

fn text(lines: &[LineRow], drifts: &[LineDrift]) -> String {
    let block = |drift: &LineDrift| {
        let findings: Vec<String> = drift.findings.iter().map(finding_text).collect();
        let words = words::clip(words_of(lines, drift), 100);
        let head = format!("{}  {}  {words}", drift.line.short(), drift.verdict.name());
        match findings.is_empty() {
            true => head,
            false => format!("{head}\n{}", indented(&findings.join("\n"))),
        }
    };
    if drifts.is_empty() {
        return "no line says anything as data or rests on anything yet".to_owned();
    }
    parts(&drifts.iter().map(block).collect::<Vec<_>>())
}

fn line_json(lines: &[LineRow], drift: &LineDrift) -> Value {
    let findings = rows_json::list(&drift.findings, |it| {
        json!({
            "finding": it.finding.name(),
            "move": rows_json::optional(it.by_move.as_ref(), rows_json::remark),
            "shows": rows_json::optional(it.shows.as_ref(), rows_json::target),
        })
    });
    json!({
        "line": rows_json::id(drift.line),
        "wording": rows_json::id(drift.wording),
        "words": words_of(lines, drift),
        "verdict": drift.verdict.name(),
        "clause": rows_json::optional(drift.clause.as_ref(), |it| json!({
            "who": rows_json::id(it.perspective),
            "does": words::move_kind(it.kind),
            "whom": rows_json::id(it.target),
        })),
        "findings": findings,
    })
}

fn for_sheet(lines: &[LineRow], drifts: &[LineDrift]) -> Output {
    const HEAD: [&str; 6] = ["line", "wording", "verdict", "finding", "shown-by", "words"];
    let mut rows = Vec::new();
    for drift in drifts {
        let row = |finding: &str, shown: String| {
            vec![
                drift.line.to_string(),
                drift.wording.to_string(),
                drift.verdict.name().to_owned(),
                finding.to_owned(),
                shown,
                words_of(lines, drift).to_owned(),
            ]
        };
        if drift.findings.is_empty() {
            rows.push(row("", String::new()));
        }
        for it in &drift.findings {
            let ids: Vec<_> = it.shows.iter().map(|it| it.id).collect();
            rows.push(row(it.finding.name(), digits(&ids)));
        }
    }
    sheet(&HEAD, rows)
}
