//! Dialogues as an XML export of MediaWiki talk pages.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use polylogue_node::export::ExportReport;
use serde_json::json;

use crate::context::Context;
use crate::failure::{Failure, FileAct, check_replaceable};
use crate::output::Output;
use crate::words;

/// Writes the file.
pub(super) fn run(context: &Context, path: &Path) -> Result<Output, Failure> {
    let is_xml = path
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("xml"));
    if !is_xml {
        return Err(Failure::usage(
            format!("{} is no name for an XML export", path.display()),
            "let it end in `.xml`: by that it is known again",
        ));
    }
    let replaced = check_replaceable(path, "<mediawiki")?;
    let report = write(context, path)?;
    let bytes = std::fs::metadata(path).map(|it| it.len()).unwrap_or(0);
    let text = format!(
        "{}, {} in {}",
        words::count(report.dialogues, "dialogue", "dialogues"),
        words::count(report.turns, "turn", "turns"),
        words::bytes(bytes),
    );
    let document = json!({
        "file": path,
        "bytes": bytes,
        "pages": report.pages,
        "dialogues": report.dialogues,
        "turns": report.turns,
        "left_out": report.left_out,
    });
    let output = Output::new(text, document);
    let output = replaced
        .into_iter()
        .fold(output, Output::noting)
        .noting("turns, speakers and times; claims, votes and moves travel in `polylogue bundle`");
    Ok(match report.left_out {
        0 => output,
        count => output.noting(format!(
            "left out: {} erased, hidden or not here",
            words::count(count, "turn", "turns")
        )),
    })
}

fn write(context: &Context, path: &Path) -> Result<ExportReport, Failure> {
    let next = path.with_extension("part");
    let file = File::create(&next).map_err(|it| Failure::file(FileAct::Write, path, &it))?;
    let mut to = BufWriter::new(file);
    let written = context.node.export_mediawiki(&context.commons()?, &mut to);
    let kept = written.map_err(Failure::from).and_then(|report| {
        let file = to.into_inner().map_err(|it| it.into_error());
        file.and_then(|it| it.sync_all())
            .and_then(|()| std::fs::rename(&next, path))
            .map_err(|it| Failure::file(FileAct::Write, path, &it))?;
        Ok(report)
    });
    if kept.is_err() {
        // What is left of an export that was not finished is of no use to anybody.
        std::fs::remove_file(&next).unwrap_or_default();
    }
    kept
}
