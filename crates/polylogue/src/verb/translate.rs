//! `polylogue translate`: puts a translation beside the original, under one's own name.

use polylogue_node::intent::Intent;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What to translate
    target: String,
    /// The language of the translation, such as `en` or `pt-BR`
    language: String,
    /// The translation
    text: String,
}

/// Translates.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let of = context.anything(&arguments.target)?;
    let words = context.text(&arguments.text)?;
    let language = arguments.language;
    let it = context.perform(Intent::Translate {
        of,
        language: language.clone(),
        words,
    })?;
    Ok(done(&format!("translated into {language}"), &it))
}
