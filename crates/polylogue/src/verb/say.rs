//! `polylogue say`: a turn in a dialogue.

use polylogue_node::intent::Intent;

use crate::arguments::{For, InLanguage};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, said};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The dialogue, by its title or id
    dialogue: String,
    /// What you say, in Markdown
    text: String,
    #[command(flatten)]
    speaking: For,
    /// The turn you answer
    #[arg(long, value_name = "TURN")]
    reply_to: Option<String>,
    /// Exact words of a turn you take up; of the turn you answer, or else of the latest turn in
    /// this dialogue in which they stand
    #[arg(long, value_name = "WORDS")]
    quote: Vec<String>,
    /// The licence of this turn (SPDX) [default: the commons' own]
    #[arg(long, value_name = "SPDX")]
    licence: Option<String>,
    #[command(flatten)]
    language: InLanguage,
}

/// Says it.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let dialogue = context.dialogue(&arguments.dialogue)?;
    let reply_to = arguments
        .reply_to
        .as_deref()
        .map(|it| context.anything(it))
        .transpose()?;
    let quotes = arguments
        .quote
        .into_iter()
        .map(|words| match reply_to {
            Some(turn) => Ok(crate::context::passage_of(turn, words)),
            None => context.quoting_in(dialogue, words),
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    let intent = Intent::Say {
        dialogue,
        text: context.worded(&arguments.text, &arguments.language)?,
        standpoint: context.standpoint(&arguments.speaking)?,
        reply_to,
        quotes,
        licence: arguments.licence,
    };
    let it = context.perform(intent)?;
    Ok(said("said", &it))
}
