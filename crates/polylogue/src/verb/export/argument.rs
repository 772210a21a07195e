//! Claims and moves as Argdown, or as Web Annotations.

use std::path::Path;

use polylogue_node::export::argument::Written;
use serde_json::json;

use crate::context::Context;
use crate::failure::{Failure, FileAct, check_replaceable};
use crate::output::Output;
use crate::words;

/// Writes Argdown.
pub(super) fn argdown(context: &Context, path: &Path) -> Result<Output, Failure> {
    let replaced = check_name(path, &["argdown", "ad"], "===\n")?;
    let (text, written) = context.node.export_argdown(&context.commons()?)?;
    write(path, &text, written, replaced)
}

/// Writes Web Annotations.
pub(super) fn annotations(context: &Context, path: &Path) -> Result<Output, Failure> {
    let replaced = check_name(path, &["json", "jsonld"], "{\n  \"@context\"")?;
    let (text, written) = context.node.export_annotations(&context.commons()?)?;
    write(path, &text, written, replaced)
}

/// Refuses a name by which the file would not be known again.
fn check_name(path: &Path, ends: &[&str], begins: &'static str) -> Result<Option<String>, Failure> {
    let is_known = |it: &std::ffi::OsStr| ends.iter().any(|end| it.eq_ignore_ascii_case(end));
    if !path.extension().is_some_and(is_known) {
        return Err(Failure::usage(
            format!("{} is no name for such a file", path.display()),
            format!("let it end in `.{}`: by that it is known again", ends[0]),
        ));
    }
    check_replaceable(path, begins)
}

fn write(
    path: &Path,
    text: &str,
    written: Written,
    replaced: Option<String>,
) -> Result<Output, Failure> {
    let failed = |it: std::io::Error| Failure::file(FileAct::Write, path, &it);
    let next = path.with_extension("part");
    std::fs::write(&next, text).map_err(failed)?;
    std::fs::rename(&next, path).map_err(failed)?;
    let summary = format!(
        "{}, {} in {}",
        words::count(written.claims, "claim", "claims"),
        words::count(written.moves, "move", "moves"),
        words::bytes(text.len() as u64),
    );
    let document = json!({
        "file": path,
        "bytes": text.len(),
        "things": written.things,
        "claims": written.claims,
        "moves": written.moves,
        "left_out": written.left_out,
    });
    let output = Output::new(summary, document);
    let output = replaced.into_iter().fold(output, Output::noting);
    Ok(match written.left_out {
        0 => output,
        count => output.noting(format!(
            "left out: {} erased, hidden, taken back or not here",
            words::count(count, "move", "moves")
        )),
    })
}
