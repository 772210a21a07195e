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
    use std::path::{Path, PathBuf};

    use clap::CommandFactory;

    use super::*;

    /// The files below a folder with one of these endings.
    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let ending = path.extension().and_then(|it| it.to_str());
            if path.is_dir() {
                files(&path, found);
            } else if matches!(ending, Some("rs" | "ftl")) {
                found.push(path);
            }
        }
    }

    /// The first word of a command line that names no verb, if there is one.
    fn unknown(line: &str) -> Option<String> {
        let mut command = Arguments::command();
        for word in line.split_whitespace() {
            let is_verb = word.chars().all(|it| it.is_ascii_lowercase() || it == '-');
            if !is_verb || word.starts_with('-') || word == "help" || !command.has_subcommands() {
                return None;
            }
            match command.find_subcommand(word) {
                Some(found) => command = found.clone(),
                None => return Some(word.to_owned()),
            }
        }
        None
    }

    #[test]
    fn every_verb_that_a_hint_or_a_page_names_is_one() {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut all = Vec::new();
        for folder in ["polylogue/src", "polylogue-node/src", "polylogue-web"] {
            files(&crates.join(folder), &mut all);
        }
        let (mut wrong, mut checked) = (Vec::new(), 0);
        for path in all {
            let text = std::fs::read_to_string(&path).expect("a text");
            // A sentence that goes on in the next line of the source.
            let text = text
                .replace("\\\n", " ")
                .replace("///", " ")
                .replace("//!", " ");
            for rest in text.split("`polylogue ").skip(1) {
                let line = rest.split('`').next().unwrap_or_default();
                checked += 1;
                let shown = path.display();
                wrong.extend(unknown(line).map(|it| format!("{shown}: {line} ({it})")));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(checked > 100, "{checked} were found");
        assert_eq!(unknown("comment"), Some("comment".to_owned()));
    }

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }
}
