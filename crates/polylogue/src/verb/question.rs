//! `polylogue question`: the standing questions put to every perspective.

use polylogue_node::intent::Intent;
use polylogue_store::query::QuestionRow;
use serde_json::Value;

use crate::arguments::InLanguage;
use crate::context::Context;
use crate::failure::Failure;
use crate::json;
use crate::output::{Output, done};
use crate::table::Table;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Put a question
    Add {
        /// The question
        text: String,
        /// Its place among the questions, from 1 [default: behind the last]
        #[arg(long, value_name = "N")]
        place: Option<u32>,
        #[command(flatten)]
        language: InLanguage,
    },
    /// List them in their order
    List,
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Add {
            text,
            place,
            language,
        } => add(context, &text, place, &language),
        Act::List => {
            let rows = context.questions()?;
            Ok(Output::new(list_text(&rows), list_json(&rows)))
        }
    }
}

fn add(
    context: &Context,
    text: &str,
    place: Option<u32>,
    language: &InLanguage,
) -> Result<Output, Failure> {
    let last = context
        .questions()?
        .iter()
        .map(|it| it.place)
        .max()
        .unwrap_or(0);
    let place = place.unwrap_or_else(|| last.saturating_add(1));
    let text = context.worded(text, language)?;
    let it = context.perform(Intent::AddQuestion { text, place })?;
    Ok(done("put the question", &it))
}

fn list_text(rows: &[QuestionRow]) -> String {
    let mut table = Table::new(["place", "id", "question"]);
    for row in rows {
        let place = if row.place == 0 {
            String::new()
        } else {
            row.place.to_string()
        };
        table.row([
            place,
            row.said.id.short(),
            words::or_state(&row.text.words, &row.said),
        ]);
    }
    table.text_or("no question yet: put one with `polylogue question add TEXT`")
}

fn list_json(rows: &[QuestionRow]) -> Value {
    json::list(rows, json::question)
}
