//! `polylogue withdraw`: takes one's own words back; they stay readable, marked as taken back.

use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What to take back
    target: String,
    #[command(flatten)]
    because: Because,
}

/// Takes back.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let target = context.anything(&arguments.target)?;
    let reason = context.reason(&arguments.because)?;
    let it = context.perform(Intent::Withdraw { target, reason })?;
    Ok(done("taken back; it stays readable", &it))
}
