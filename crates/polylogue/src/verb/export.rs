//! `polylogue export`: takes what is here away in other people's formats.

mod argument;
mod mediawiki;
mod polis;

use std::path::PathBuf;

use clap::ValueEnum;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What it is to become
    kind: KindName,
    /// The file to write, whose name ends in `.xml`, `.argdown` or `.json`; for Polis the folder
    path: PathBuf,
    /// Whose claims and votes: a dialogue or question [default: the only one with claims]
    #[arg(long, value_name = "DIALOGUE|QUESTION")]
    of: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindName {
    /// The dialogues, as an XML export of MediaWiki talk pages
    Mediawiki,
    /// Claims, and what is said about them and about perspectives and turns, as Argdown
    Argdown,
    /// The same, and claims where they were lifted, as Web Annotations (W3C)
    Annotations,
    /// The claims and votes of one dialogue or question, as Polis exports a conversation
    Polis,
}

/// Writes it.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let path = context.path(&arguments.path);
    match (arguments.kind, arguments.of) {
        (KindName::Mediawiki | KindName::Argdown | KindName::Annotations, Some(_)) => {
            Err(Failure::usage(
                "--of is for `polylogue export polis`",
                "leave it out: everything is written",
            ))
        }
        (KindName::Mediawiki, None) => mediawiki::run(context, &path),
        (KindName::Argdown, None) => argument::argdown(context, &path),
        (KindName::Annotations, None) => argument::annotations(context, &path),
        (KindName::Polis, of) => polis::run(context, &path, of.as_deref()),
    }
}
