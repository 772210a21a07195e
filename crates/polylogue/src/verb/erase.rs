//! `polylogue erase`: empties one's own words, or as a moderator another's; the gap is shown.

use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What to empty
    #[arg(required = true)]
    targets: Vec<String>,
    #[command(flatten)]
    because: Because,
}

/// Empties.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let targets = context.all(&arguments.targets)?;
    let reason = context.reason(&arguments.because)?;
    let quoted = context.reader()?.quoted_in(&targets)?;
    let first = targets.first().map(|it| it.short()).unwrap_or_default();
    let it = context.perform(Intent::Erase { targets, reason })?;
    let output = done(
        "emptied; the log still says who wrote something, and when",
        &it,
    )
    .noting("peers that keep the rules empty their copies too; nobody can promise it for all");
    if quoted.is_empty() {
        return Ok(output);
    }
    let places = words::count(quoted.len() as u64, "signed act", "signed acts");
    Ok(output.noting(format!(
        "{places} quoted these words and cannot be changed: no page shows the words any more, \
         and they stay in the records, in copies and in editions made of them; \
         `polylogue trace {first}` lists them, and their authors can empty each"
    )))
}
