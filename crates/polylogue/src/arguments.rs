//! What may be typed: the flags every verb takes, and the verbs.

use std::path::PathBuf;

use clap::{Args, Parser};

use crate::output::Form;
use crate::verb::Verb;

/// Work something out together, from different standpoints, without anybody's server.
#[derive(Debug, Parser)]
#[command(name = "polylogue", version, max_term_width = 100)]
#[command(after_help = "\
Any id may be shortened while it stays unambiguous; perspectives, dialogues and people may be
named by their name. A text that is `-` is read from standard input. Data goes to standard
output, everything else to standard error.
Exit codes: 0 done, 1 refused or not found, 2 not understood, 3 the machine did not let it
happen, 101 a fault of the program.")]
pub(crate) struct Arguments {
    /// Flags every verb takes.
    #[command(flatten)]
    pub(crate) common: Common,
    /// What to do.
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// Flags every verb takes.
#[derive(Debug, Clone, Args)]
pub(crate) struct Common {
    /// The directory with your keys and commons [default: POLYLOGUE_HOME, or the platform's own]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    /// The commons, by title or id [default: the only one, or the last used]
    #[arg(long, global = true, value_name = "NAME|ID")]
    pub(crate) commons: Option<String>,
    /// Write one JSON document, with ids in full
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Write only what a script needs: the id of what was made
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
}

impl Common {
    /// How standard output is to be written.
    pub(crate) fn form(&self) -> Form {
        match (self.json, self.quiet) {
            (true, _) => Form::Json,
            (false, true) => Form::Quiet,
            (false, false) => Form::Text,
        }
    }
}

/// What a text argument looks like when it is to be read from standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// A licence, a reason and the like: options that several verbs share.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Because {
    /// Why, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub(crate) because: Option<String>,
}

/// The language of what is typed.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct InLanguage {
    /// The language of these words, such as `en` or `pt-BR` [default: the commons' own]
    #[arg(long, value_name = "TAG")]
    pub(crate) language: Option<String>,
}

/// From where one speaks.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct For {
    /// The perspective spoken for [default: only yourself]
    #[arg(long = "for", value_name = "PERSPECTIVE")]
    pub(crate) perspective: Option<String>,
    /// You do not stand in that perspective: you speak on its behalf
    #[arg(long, requires = "perspective")]
    pub(crate) on_behalf: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }
}
