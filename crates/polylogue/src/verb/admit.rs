//! `polylogue admit`: a greeter admits a newcomer, or somebody removed before.

use polylogue_core::kind::Scope;
use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The person: their name, or their key as `polylogue people` shows it
    person: String,
    /// They may vote, and nothing else
    #[arg(long)]
    vote_only: bool,
    #[command(flatten)]
    because: Because,
}

/// Admits.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let person = context.person(&arguments.person)?;
    let scope = if arguments.vote_only {
        Scope::Vote
    } else {
        Scope::All
    };
    let reason = context.reason(&arguments.because)?;
    let it = context.perform(Intent::Admit {
        person,
        scope,
        reason,
    })?;
    Ok(done(&format!("admitted {}", arguments.person), &it))
}
