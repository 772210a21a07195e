//! `polylogue dispute`: says that a mark or an attribution is wrong, and why.

use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What to dispute: a move, or anything attributed to somebody
    target: String,
    #[command(flatten)]
    because: Because,
}

/// Disputes.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let target = context.anything(&arguments.target)?;
    let reason = context.reason_given(&arguments.because)?;
    let it = context.perform(Intent::Dispute { target, reason })?;
    Ok(done("disputed; the mark is shown with your reason", &it))
}
