//! `polylogue action`: what people will have done by a day, under their own names.

use polylogue_core::kind::Signs;
use polylogue_node::intent::Intent;
use polylogue_store::query::{ActionRow, Page};
use serde_json::json;

use crate::arguments::InLanguage;
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done, said};
use crate::table::Table;
use crate::verb::stage::day;
use crate::verb::synthesis::signers_json;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// List actions by their day
    List,
    /// Say what you will have done by a day
    Add {
        /// What will be done
        text: String,
        /// By when, such as 2026-11-22
        #[arg(long, value_name = "DAY")]
        until: String,
        /// What it comes from: a document, a claim, a dialogue, a stage
        #[arg(long, value_name = "ID")]
        from: Option<String>,
        #[command(flatten)]
        language: InLanguage,
    },
    /// Put your name under an action
    Join {
        /// Which action
        action: String,
    },
    /// Take your name off
    Leave {
        /// Which action
        action: String,
    },
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let sign = |typed: &str, signs: Signs| {
        let of = context.anything(typed)?;
        let words = None;
        context.perform(Intent::CoSign { of, signs, words })
    };
    match arguments.act {
        Act::List => list(context),
        Act::Add {
            text,
            until,
            from,
            language,
        } => {
            let it = context.perform(Intent::Act {
                text: context.worded(&text, &language)?,
                until: day(&until)?,
                from: from.map(|it| context.anything(&it)).transpose()?,
            })?;
            Ok(said("promised", &it))
        }
        Act::Join { action } => Ok(done(
            "your name stands under it",
            &sign(&action, Signs::Yes)?,
        )),
        Act::Leave { action } => Ok(done("your name is off it", &sign(&action, Signs::No)?)),
    }
}

fn list(context: &Context) -> Result<Output, Failure> {
    const AT_ONCE: u64 = 1_000;
    let rows: Vec<ActionRow> = context.reader()?.actions(Page::first(AT_ONCE))?;
    let mut table = Table::new(["id", "by", "signed by", "what"]);
    for row in &rows {
        let names: Vec<String> = row
            .signers
            .iter()
            .map(|it| words::person(&it.who))
            .collect();
        table.row([
            row.said.id.short(),
            words::day(row.until),
            names.join(", "),
            words::clip(&words::or_state(&row.text.words, &row.said), 60),
        ]);
    }
    let text = table.text_or("no action yet: `polylogue action add` says what you will do");
    let json = rows_json::list(&rows, |it| {
        let own = json!({
            "text": rows_json::words(&it.text),
            "until": it.until,
            "from": rows_json::optional(it.from.as_ref(), rows_json::target),
            "signers": signers_json(&it.signers),
        });
        rows_json::thing(&it.said, own)
    });
    Ok(Output::new(text, json))
}
