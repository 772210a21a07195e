//! `polylogue import`: brings a dialogue in from elsewhere, and says what was read, skipped and
//! repaired, with line numbers.

use std::path::PathBuf;

use clap::ValueEnum;
use polylogue_node::import::{ImportOptions, ImportReport};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::parts;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What it is
    kind: KindName,
    /// A folder of pages, or an XML export
    path: PathBuf,
    /// The licence of all of it, such as `CC-BY-SA-3.0`
    #[arg(long, value_name = "SPDX")]
    licence: Option<String>,
    /// The address that page titles are appended to
    #[arg(long, value_name = "URL")]
    source: Option<String>,
    /// Who spoke where no page says so
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// The language of the pages
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Your name, where a commons is founded for it
    #[arg(long = "as", default_value = "", value_name = "NAME")]
    name: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindName {
    /// A folder of MediaWiki pages, or a MediaWiki XML export
    Mediawiki,
}

/// Lines of each sort shown to people; `--json` has all of them.
const LINES_SHOWN_MAX: usize = 40;

/// Brings it in: into the commons named, or into one founded for it.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let KindName::Mediawiki = arguments.kind;
    let into = match &context.common.commons {
        Some(_) => Some(context.commons()?),
        None => None,
    };
    let options = ImportOptions {
        licence: arguments.licence,
        source: arguments.source,
        speaker: arguments.speaker,
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
        super::join::noting_no_name(output, &options.name)
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

fn listed(head: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return format!("{head} nothing");
    }
    let mut text = head.to_owned();
    for line in lines.iter().take(LINES_SHOWN_MAX) {
        text.push_str(&format!("\n  {line}"));
    }
    if lines.len() > LINES_SHOWN_MAX {
        text.push_str(&format!(
            "\n  and {} more; --json lists all",
            lines.len() - LINES_SHOWN_MAX
        ));
    }
    text
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
