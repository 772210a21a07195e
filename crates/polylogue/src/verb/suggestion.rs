//! `polylogue suggestion`: suggests to bring things together or keep them apart; nothing happens
//! without the consent of those whose things they are.

use clap::ValueEnum;
use polylogue_core::kind::{Answer, Way};
use polylogue_node::intent::Intent;
use polylogue_store::query::SuggestionRow;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};
use crate::table::Table;
use crate::{json, words};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Suggest something
    Add {
        /// What you suggest
        way: WayName,
        /// Of which things
        #[arg(required = true, num_args = 2..)]
        of: Vec<String>,
        #[command(flatten)]
        because: Because,
    },
    /// List suggestions and their answers
    List,
    /// Answer one
    Answer {
        /// Which suggestion
        suggestion: String,
        /// Your answer
        answer: AnswerName,
        #[command(flatten)]
        because: Because,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum WayName {
    /// Show them as one; both are kept
    Fuse,
    /// Put one after the other
    Sequence,
    /// Put them into dialogue
    Dialogue,
    /// Let their people meet
    Meet,
    /// Keep them apart, and say why
    KeepApart,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AnswerName {
    /// You consent
    Yes,
    /// You decline
    No,
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Add { way, of, because } => add(context, way, &of, &because),
        Act::List => {
            let rows = context.suggestions()?;
            Ok(Output::new(
                list_text(&rows),
                json::list(&rows, json::suggestion),
            ))
        }
        Act::Answer {
            suggestion,
            answer,
            because,
        } => {
            let intent = Intent::AnswerSuggestion {
                suggestion: context.anything(&suggestion)?,
                answer: match answer {
                    AnswerName::Yes => Answer::Yes,
                    AnswerName::No => Answer::No,
                },
                reason: context.reason(&because)?,
            };
            let it = context.perform(intent)?;
            Ok(done("answered", &it))
        }
    }
}

fn add(
    context: &Context,
    way: WayName,
    of: &[String],
    because: &Because,
) -> Result<Output, Failure> {
    let way = match way {
        WayName::Fuse => Way::Fuse,
        WayName::Sequence => Way::Sequence,
        WayName::Dialogue => Way::Dialogue,
        WayName::Meet => Way::Meet,
        WayName::KeepApart => Way::KeepApart,
    };
    let of = context.all(of)?;
    let reason = context.reason_given(because)?;
    let it = context.perform(Intent::Suggest { way, of, reason })?;
    Ok(done(
        "suggested; it happens only with the consent of those whose things they are",
        &it,
    ))
}

fn list_text(rows: &[SuggestionRow]) -> String {
    let mut table = Table::new(["id", "suggests", "answers", "of"]);
    for row in rows {
        let answers: Vec<String> = row
            .answers
            .iter()
            .map(|(by, answer)| format!("{}: {}", words::person(by), words::answer(*answer)))
            .collect();
        let of: Vec<String> = row
            .of
            .iter()
            .map(|it| words::clip(&it.words.words, 32))
            .collect();
        let cells = [
            row.said.id.short(),
            words::way(row.way).to_owned(),
            answers.join(", "),
            of.join(" · "),
        ];
        table.row(cells);
    }
    table.text_or("nobody has suggested anything")
}
