//! `polylogue vote`: agrees, disagrees or passes on a claim; the latest vote counts.

use clap::ValueEnum;
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Choice, Matters};
use polylogue_node::intent::Intent;

use crate::arguments::{Because, InLanguage};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};
use crate::words;

/// A choice, as typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ChoiceName {
    /// You agree
    Agree,
    /// You disagree
    Disagree,
    /// Neither
    Pass,
    /// You take your vote back, and have none on this claim
    TakeBack,
}

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The claim
    claim: String,
    /// What you say to it
    choice: ChoiceName,
    /// It matters to you
    #[arg(long)]
    matters: bool,
    #[command(flatten)]
    because: Because,
}

/// Said once: votes are political opinions.
pub(super) const WITH_THE_FIRST: &str = "votes are signed with your name in this \
    commons and copied to every member; they cannot be called back from copies";

/// Votes.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let claim = context.claim(&arguments.claim)?;
    let choice = match arguments.choice {
        ChoiceName::TakeBack => return take_back(context, claim, &arguments.because),
        ChoiceName::Agree => Choice::Agree,
        ChoiceName::Disagree => Choice::Disagree,
        ChoiceName::Pass => Choice::Pass,
    };
    let matters = if arguments.matters {
        Matters::Yes
    } else {
        Matters::Unsaid
    };
    let reason = arguments.because.because.as_ref();
    let reason = context.worded_if(reason, &InLanguage::default())?;
    let me = context.node.me(&context.commons()?)?;
    let is_first = context.reader()?.claims_voted_by(me)? == 0;
    let it = context.perform(Intent::Vote {
        claim,
        choice,
        matters,
        reason,
    })?;
    let choice = words::choice(choice);
    if it.is_unchanged {
        let sentence = format!("nothing changed: you vote {choice} already");
        return Ok(done(&sentence, &it));
    }
    let output = done(&format!("voted {choice}"), &it);
    Ok(if is_first {
        output.noting(WITH_THE_FIRST)
    } else {
        output
    })
}

/// Takes one's own vote back, which one knows by its claim.
fn take_back(context: &Context, claim: OperationId, because: &Because) -> Result<Output, Failure> {
    let mine = context.claim_row(claim)?.mine.ok_or_else(|| {
        Failure::refused(
            "you have no vote on this claim: nothing changed",
            "vote on it with `polylogue vote CLAIM agree`, `disagree` or `pass`",
        )
    })?;
    let reason = context.reason(because)?;
    let target = mine.id;
    let it = context.perform(Intent::Withdraw { target, reason })?;
    Ok(done("took your vote back; it no longer counts", &it))
}
