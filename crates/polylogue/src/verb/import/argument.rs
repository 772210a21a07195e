//! Claims and moves from Argdown, or from Web Annotations.

use polylogue_node::import::argument::Brought;
use serde_json::json;

use super::{Arguments, KindName, listed};
use crate::context::Context;
use crate::failure::{Failure, read_file};
use crate::output::Output;
use crate::table::parts;
use crate::words;

/// A file is no longer than this, in bytes.
const BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Brings it in.
pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Output, Failure> {
    let path = context.path(&arguments.path);
    let bytes = read_file(&path, BYTES_MAX)?;
    let text = String::from_utf8(bytes).map_err(|it| {
        let good = it.utf8_error().valid_up_to();
        let line = it.as_bytes()[..good]
            .iter()
            .filter(|it| **it == b'\n')
            .count()
            + 1;
        Failure::refused(
            format!("{} is no text in UTF-8: see line {line}", path.display()),
            "save it as UTF-8 and bring it in again",
        )
    })?;
    let commons = context.commons()?;
    let brought = match arguments.kind {
        KindName::Annotations => context.node.import_annotations(&commons, &text)?,
        _ => context.node.import_argdown(&commons, &text)?,
    };
    Ok(Output::new(summary(&brought), json_of(&brought)))
}

fn summary(it: &Brought) -> String {
    let head = format!(
        "brought in {}, {}, {}; {} here already",
        words::count(
            it.things,
            "perspective or question",
            "perspectives and questions"
        ),
        words::count(it.claims, "claim", "claims"),
        words::count(it.moves, "move", "moves"),
        it.known
    );
    let skipped = match it.skipped.is_empty() {
        true => String::new(),
        false => listed("left out or read otherwise:", &it.skipped),
    };
    parts(&[head, skipped])
}

fn json_of(it: &Brought) -> serde_json::Value {
    json!({
        "things": it.things,
        "claims": it.claims,
        "moves": it.moves,
        "known": it.known,
        "skipped": it.skipped,
    })
}
