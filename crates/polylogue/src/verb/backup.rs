//! `polylogue backup`: the whole home in one file, keys included.

use std::path::PathBuf;

use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The file to write
    file: PathBuf,
}

/// Writes the backup.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let file = context.path(&arguments.file);
    context.node.backup(&file)?;
    let bytes = std::fs::metadata(&file).map(|it| it.len()).unwrap_or(0);
    let text = format!("{} written, {}", file.display(), words::bytes(bytes));
    let output = Output::new(text, json!({"file": file, "bytes": bytes}));
    Ok(output.noting("your keys are in it: whoever holds it can speak as you"))
}
