//! `polylogue source`: the library of works that passages can anchor to.

use std::path::PathBuf;

use polylogue_node::intent::{Intent, Worded};
use polylogue_store::query::SourceRow;

use crate::arguments::InLanguage;
use crate::context::Context;
use crate::failure::{Failure, read_file};
use crate::output::{Output, done};
use crate::table::{Table, pairs, parts};
use crate::{json, words};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Add a work
    Add(Add),
    /// List them
    List,
    /// Show one
    Show {
        /// Which source
        source: String,
    },
}

#[derive(Debug, clap::Args)]
struct Add {
    /// Its title
    title: String,
    /// Who wrote it
    #[arg(long, default_value = "", value_name = "NAMES")]
    authors: String,
    /// When it came out: `2016`, `2016-05-01`
    #[arg(long, default_value = "", value_name = "DATE")]
    issued: String,
    /// Where it can be found
    #[arg(long, default_value = "", value_name = "URL")]
    address: String,
    /// Its licence (SPDX)
    #[arg(long, default_value = "", value_name = "SPDX")]
    licence: String,
    /// What it is, in CSL's words: `book`, `article-journal`, `webpage` …
    #[arg(long = "type", default_value = "document", value_name = "TYPE")]
    csl_type: String,
    /// A note, in Markdown
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// A file with its text, in Markdown, so that passages can be quoted
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    #[command(flatten)]
    language: InLanguage,
}

/// A text kept with a source is no longer than this, in bytes.
const TEXT_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Add(arguments) => add(context, arguments),
        Act::List => {
            let rows = context.sources()?;
            Ok(Output::new(
                list_text(&rows),
                json::list(&rows, json::source),
            ))
        }
        Act::Show { source } => {
            let row = context.source_row(&source)?;
            Ok(Output::new(text(&row), json::source(&row)))
        }
    }
}

fn add(context: &Context, arguments: Add) -> Result<Output, Failure> {
    let language = &arguments.language;
    let text = match &arguments.text {
        None => None,
        Some(file) => {
            let bytes = read_file(&context.path(file), TEXT_BYTES_MAX)?;
            let words = String::from_utf8(bytes).map_err(|_| {
                Failure::refused(
                    format!("{} is not text in UTF-8", file.display()),
                    "convert it to UTF-8 first",
                )
            })?;
            Some(Worded {
                words,
                language: language.language.clone(),
            })
        }
    };
    let intent = Intent::AddSource {
        csl_type: arguments.csl_type,
        title: context.worded(&arguments.title, language)?,
        authors: arguments.authors,
        issued: arguments.issued,
        address: arguments.address,
        licence: arguments.licence,
        note: context
            .worded_if(arguments.note.as_ref(), language)?
            .unwrap_or_default(),
        text,
    };
    let it = context.perform(intent)?;
    Ok(done("added the source", &it))
}

fn text(row: &SourceRow) -> String {
    let about = pairs(&[
        ("id", row.said.id.short()),
        ("type", row.csl_type.clone()),
        ("by", row.authors.clone()),
        ("issued", row.issued.clone()),
        ("at", row.address.clone()),
        ("licence", row.licence.clone()),
        ("added by", words::person(&row.said.by)),
        ("state", words::shown(&row.said.shown)),
    ]);
    let text = row
        .text
        .as_ref()
        .map(|it| it.words.clone())
        .unwrap_or_default();
    let title = words::or_state(&row.title.words, &row.said);
    parts(&[title, about, row.note.words.clone(), text])
}

fn list_text(rows: &[SourceRow]) -> String {
    let mut table = Table::new(["id", "issued", "by", "title"]);
    for row in rows {
        let cells = [
            row.said.id.short(),
            row.issued.clone(),
            row.authors.clone(),
            words::or_state(&row.title.words, &row.said),
        ];
        table.row(cells);
    }
    table.text_or("no source yet: add one with `polylogue source add TITLE`")
}
