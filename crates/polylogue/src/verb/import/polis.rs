//! A conversation exported by Polis.

use polylogue_core::id::OperationId;
use polylogue_formats::polis::{Conversation, Matrix, Options, Report};
use polylogue_node::import::polis::{PolisOptions, PolisReport};
use serde_json::{Value, json};

use super::{Arguments, listed};
use crate::context::Context;
use crate::exported;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::parts;
use crate::words;

/// Brings a conversation in.
pub(super) fn run(
    context: &Context,
    into: Option<OperationId>,
    arguments: Arguments,
) -> Result<Output, Failure> {
    let options = Options {
        signs: exported::signs(arguments.turned),
        matrix: Matrix::Groups,
    };
    let path = context.path(&arguments.path);
    let mut conversation = exported::read(&path, options)?;
    if conversation.summary.topic.is_empty() {
        let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned());
        conversation.summary.topic = stem.unwrap_or_default();
    }
    let (has_licence, options) = (
        arguments.licence.is_some(),
        PolisOptions {
            licence: arguments.licence,
            source: arguments.source,
            language: arguments.language,
            name: arguments.name,
        },
    );
    let report = context.node.import_polis(into, &conversation, &options)?;
    context.use_commons(report.commons);
    let title = context.reader_of(report.commons)?.commons()?.title.words;
    let text = text(&report, &conversation.report, &title);
    let output = Output::new(text, json_of(&report, &conversation));
    let output = output.making([report.commons.to_string(), report.question.to_string()]);
    let mut output = exported::noting_sign(output, &conversation);
    if !has_licence {
        output = output.noting(
            "the files tell no licence; say it with --licence: what Polis publishes as open data \
             is CC-BY-4.0",
        );
    }
    for (shown, other) in context.node.fusable(&report.commons)? {
        if shown == report.question {
            output = output.noting(format!(
                "brought in by two of you; it is shown once. To say so for good: \
                 `polylogue suggestion add fuse {} {}`",
                shown.short(),
                other.short(),
            ));
        }
    }
    Ok(if report.is_founded {
        crate::verb::join::noting_no_name(output, &options.name)
    } else {
        output
    })
}

fn text(report: &PolisReport, read: &Report, title: &str) -> String {
    let counts = &report.counts;
    let place = if report.is_founded {
        format!("founded “{title}”  {}", report.commons.short())
    } else {
        format!("into “{title}”  {}", report.commons.short())
    };
    let summary = format!(
        "brought in {}, {}, {}; {} and {} here already",
        words::count(counts.claims, "claim", "claims"),
        words::count(counts.people, "voter", "voters"),
        words::count(counts.votes, "vote", "votes"),
        words::count(counts.claims_here, "claim", "claims"),
        words::count(counts.votes_here, "vote", "votes"),
    );
    let reworded = match counts.claims_reworded {
        0 => String::new(),
        count => format!(
            "{} corrected since: said anew, the old words marked",
            words::count(count, "claim was", "claims were")
        ),
    };
    let rejected = match counts.claims_rejected {
        0 => String::new(),
        count => format!(
            "{} rejected where they came from: marked as taken back",
            words::count(count, "claim was", "claims were")
        ),
    };
    let files: Vec<String> = read
        .read
        .iter()
        .map(|(file, lines)| {
            let lines = u64::try_from(*lines).unwrap_or(u64::MAX);
            format!("{file}: {}", words::count(lines, "line", "lines"))
        })
        .collect();
    let told = |told: &[polylogue_formats::polis::Told]| {
        told.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let notes = [&report.notes[..], &read.notes[..]].concat();
    parts(&[
        lines_of(&[place, summary, reworded, rejected]),
        listed("Read:", &files),
        listed("Skipped:", &told(&read.skipped)),
        listed("Repaired:", &told(&read.repaired)),
        notes.join("\n"),
    ])
}

/// Those that say something, one below the other.
fn lines_of(said: &[String]) -> String {
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let said: Vec<&str> = said.into_iter().filter(|it| !it.is_empty()).collect();
    said.join("\n")
}

fn json_of(report: &PolisReport, conversation: &Conversation) -> Value {
    let read = &conversation.report;
    let told = |told: &[polylogue_formats::polis::Told]| {
        told.iter()
            .map(|it| json!({"file": it.file, "line": it.line, "what": it.what}))
            .collect::<Value>()
    };
    let files = read
        .read
        .iter()
        .map(|(file, lines)| json!({"file": file, "lines": lines}));
    let notes = [&report.notes[..], &read.notes[..]].concat();
    json!({
        "commons": rows_json::id(report.commons),
        "founded": report.is_founded,
        "question": rows_json::id(report.question),
        "counts": report.counts,
        "read": files.collect::<Value>(),
        "skipped": told(&read.skipped),
        "repaired": told(&read.repaired),
        "notes": notes,
    })
}
