//! `polylogue revise`: says one's own turn again; the earlier wording stays readable.

use polylogue_node::intent::Intent;

use crate::arguments::InLanguage;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Your turn
    turn: String,
    /// The whole new wording
    text: String,
    #[command(flatten)]
    language: InLanguage,
}

/// Says it again.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let turn = context.anything(&arguments.turn)?;
    let text = context.worded(&arguments.text, &arguments.language)?;
    let it = context.perform(Intent::ReviseTurn {
        turn,
        text,
        quotes: Vec::new(),
    })?;
    Ok(done("said again; the earlier wording stays readable", &it))
}
