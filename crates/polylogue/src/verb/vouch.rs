//! `polylogue vouch`: a member vouches for a newcomer.

use polylogue_core::kind::Scope;
use polylogue_node::intent::Intent;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The newcomer: their name, or their key as `polylogue people` shows it
    person: String,
    /// They may vote, and nothing else
    #[arg(long)]
    vote_only: bool,
}

/// Vouches.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let person = context.person(&arguments.person)?;
    let scope = if arguments.vote_only {
        Scope::Vote
    } else {
        Scope::All
    };
    let it = context.perform(Intent::Vouch { person, scope })?;
    Ok(done(&format!("vouched for {}", arguments.person), &it))
}
