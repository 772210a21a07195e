//! `polylogue erase`: empties one's own words, or as a moderator another's; the gap is shown.

use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

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
    let it = context.perform(Intent::Erase { targets, reason })?;
    Ok(done(
        "emptied; the log still says who wrote something, and when",
        &it,
    )
    .noting("peers that keep the rules empty their copies too; nobody can promise it for all"))
}
