//! `polylogue import`: brings in what was said elsewhere, and says what was read, skipped and
//! repaired, with line numbers.

mod argument;
mod mediawiki;
mod polis;
mod transcript;

use std::path::PathBuf;

use clap::ValueEnum;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What it is
    kind: KindName,
    /// A folder of pages, or an XML export; a folder or zip of Polis; a file
    path: PathBuf,
    /// The licence of all of it, such as `CC-BY-SA-3.0`
    #[arg(long, value_name = "SPDX")]
    licence: Option<String>,
    /// The address that page titles are appended to; where a conversation took place
    #[arg(long, value_name = "URL")]
    source: Option<String>,
    /// Who spoke where no page says so; for a transcript those who count as speakers
    #[arg(long, value_name = "NAME")]
    speaker: Vec<String>,
    /// When it was said, as far as is known, such as `2011`, where no page says so
    #[arg(long, value_name = "DATE")]
    said: Option<String>,
    /// The language of it
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The title of the dialogue that a transcript or mails become
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// Speakers of a transcript become perspectives of their names
    #[arg(long)]
    as_perspectives: bool,
    /// For whom a speaker of a transcript speaks, as `NAME=PERSPECTIVE`; may be given again
    #[arg(long = "for", value_name = "NAME=PERSPECTIVE")]
    speaks_for: Vec<String>,
    /// They speak from within their perspectives, and not on their behalf
    #[arg(long)]
    within: bool,
    /// Your name, where a commons is founded for it
    #[arg(long = "as", default_value = "", value_name = "NAME")]
    name: String,
    /// Read −1 as agree: for exports of Polis whose signs are the opposite ones
    #[arg(long)]
    turned: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum KindName {
    /// A folder of MediaWiki pages, or a MediaWiki XML export
    Mediawiki,
    /// A conversation as Polis exports it, in a folder or a zip
    Polis,
    /// Claims and remarks as Argdown, into the commons named
    Argdown,
    /// Web Annotations (W3C), or an export of Hypothes.is, on texts of the commons named
    Annotations,
    /// A transcript whose lines begin with a name and a colon, into the commons named
    Transcript,
    /// Mails one under another (mbox), as one dialogue of the commons named
    Mbox,
}

/// Lines of each sort shown to people; `--json` has all of them.
const LINES_SHOWN_MAX: usize = 40;

/// Brings it in: into the commons named, or into one founded for it.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let into = match &context.common.commons {
        Some(_) => Some(context.commons()?),
        None => None,
    };
    match arguments.kind {
        KindName::Mediawiki if arguments.turned => Err(not_for("--turned", "polis")),
        KindName::Polis if !arguments.speaker.is_empty() => Err(not_for("--speaker", "mediawiki")),
        KindName::Polis if arguments.said.is_some() => Err(not_for("--said", "mediawiki")),
        KindName::Argdown | KindName::Annotations => argument::run(context, &arguments),
        KindName::Transcript | KindName::Mbox => transcript::run(context, arguments),
        KindName::Mediawiki => mediawiki::run(context, into, arguments),
        KindName::Polis => polis::run(context, into, arguments),
    }
}

fn not_for(option: &str, kind: &str) -> Failure {
    Failure::usage(
        format!("{option} is for `polylogue import {kind}`"),
        "leave it out",
    )
}

fn listed(head: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return format!("{head} nothing");
    }
    let mut text = head.to_owned();
    for line in lines.iter().take(LINES_SHOWN_MAX) {
        text.push_str(&format!("\n  {line}"));
    }
    if lines.len() > LINES_SHOWN_MAX {
        text.push_str(&format!(
            "\n  and {} more; --json lists all",
            lines.len() - LINES_SHOWN_MAX
        ));
    }
    text
}
