//! `polylogue remove`: a moderator ends a membership, with a reason; what is here so far counts.

use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The member: their name, or their key as `polylogue people` shows it
    person: String,
    #[command(flatten)]
    because: Because,
}

/// Ends the membership.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let person = context.person(&arguments.person)?;
    let reason = context.reason_given(&arguments.because)?;
    let it = context.perform(Intent::Remove { person, reason })?;
    Ok(done(
        &format!("ended the membership of {}", arguments.person),
        &it,
    )
    .noting("what they said so far stays and counts; they can answer with `polylogue appeal`")
    .noting(
        "invitations they wrote or came by are closed: whoever comes by one from now on waits \
        among the newcomers",
    ))
}
