//! `polylogue appeal`: answers an act of moderation; the answer stands beside the act.

use polylogue_node::intent::Intent;

use crate::arguments::InLanguage;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What was hidden, or the act that hid it: see `polylogue log --acts`
    act: String,
    /// Your answer
    text: String,
    #[command(flatten)]
    language: InLanguage,
}

/// Answers.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let act = context.anything(&arguments.act)?;
    let text = context.worded(&arguments.text, &arguments.language)?;
    let it = context.perform(Intent::Appeal { act, text })?;
    Ok(done("your answer stands beside the act", &it))
}
