//! Pages of a wiki.

use polylogue_core::id::OperationId;
use polylogue_node::import::{ImportOptions, ImportReport};
use serde_json::{Value, json};

use super::{Arguments, listed};
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::parts;
use crate::words;

/// Brings pages in.
pub(super) fn run(
    context: &Context,
    into: Option<OperationId>,
    arguments: Arguments,
) -> Result<Output, Failure> {
    let options = ImportOptions {
        licence: arguments.licence,
        source: arguments.source,
        speaker: arguments.speaker.into_iter().next(),
        said: arguments.said,
        language: arguments.language,
        name: arguments.name,
    };
    let path = context.path(&arguments.path);
    let report = context.node.import_mediawiki(into, &path, &options)?;
    if let Some(id) = report.commons {
        context.use_commons(id);
    }
    let title = match report.commons {
        Some(id) => context.reader_of(id)?.commons()?.title.words,
        None => String::new(),
    };
    let output = Output::new(text(&report, &title), json_of(&report));
    let output = output.making(report.commons.map(|it| it.to_string()));
    Ok(if report.is_founded {
        crate::verb::join::noting_no_name(output, &options.name)
    } else {
        output
    })
}

/// Where it went: a commons founded for it, or one that was here.
fn place(report: &ImportReport, title: &str) -> String {
    match report.commons {
        Some(id) if report.is_founded => format!("founded “{title}”  {}", id.short()),
        Some(id) => format!("into “{title}”  {}", id.short()),
        None => String::new(),
    }
}

fn text(report: &ImportReport, title: &str) -> String {
    let counts = &report.counts;
    let summary = format!(
        "read {}: {}, {}, {}, {}; {} here already",
        words::count(counts.pages, "page", "pages"),
        words::count(counts.perspectives, "perspective", "perspectives"),
        words::count(counts.questions, "question", "questions"),
        words::count(counts.dialogues, "dialogue", "dialogues"),
        words::count(counts.turns, "turn", "turns"),
        words::count(counts.pages_unchanged, "page", "pages"),
    );
    let read: Vec<String> = report.read.iter().map(ToString::to_string).collect();
    let skipped: Vec<String> = report.skipped.iter().map(ToString::to_string).collect();
    let repaired: Vec<String> = report.repaired.iter().map(ToString::to_string).collect();
    let head = format!("{}\n{summary}", place(report, title));
    parts(&[
        head.trim_start().to_owned(),
        listed("Read:", &read),
        listed("Skipped:", &skipped),
        listed("Repaired:", &repaired),
        report.notes.join("\n"),
    ])
}

fn json_of(report: &ImportReport) -> Value {
    let read = report.read.iter().map(|it| {
        json!({
            "page": it.page,
            "first_line": it.first_line,
            "last_line": it.last_line,
            "what": it.kind.to_string(),
        })
    });
    let skipped = report.skipped.iter().map(|it| {
        json!({
            "page": it.page,
            "line": it.line,
            "section": it.section,
            "why": it.why.to_string(),
        })
    });
    let repaired = report
        .repaired
        .iter()
        .map(|it| json!({"page": it.page, "line": it.line, "what": it.kind.to_string()}));
    json!({
        "commons": rows_json::optional(report.commons, rows_json::id),
        "founded": report.is_founded,
        "counts": report.counts,
        "read": read.collect::<Value>(),
        "skipped": skipped.collect::<Value>(),
        "repaired": repaired.collect::<Value>(),
        "notes": report.notes,
    })
}
