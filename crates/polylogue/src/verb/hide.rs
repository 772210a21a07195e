//! `polylogue hide`: a moderator hides something, with a reason everybody can read and answer.

use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What to hide
    #[arg(required = true)]
    targets: Vec<String>,
    #[command(flatten)]
    because: Because,
}

/// Hides.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let targets = context.all(&arguments.targets)?;
    let reason = context.reason_given(&arguments.because)?;
    let it = context.perform(Intent::Hide { targets, reason })?;
    Ok(done(
        "hidden; the text is kept, and `polylogue restore` shows it again",
        &it,
    ))
}
