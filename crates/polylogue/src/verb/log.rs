//! `polylogue log`: what was recorded, by whom, and whether it counts.

use polylogue_store::query::{LogRow, MinuteRow, Page, TargetRow};

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::table::Table;
use crate::{json, words};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Acts of moderation and law only, with their reasons and the answers to them
    #[arg(long)]
    acts: bool,
    /// At most so many
    #[arg(long, default_value_t = 50, value_name = "N",
        value_parser = clap::value_parser!(u64).range(1..=1000))]
    limit: u64,
    /// Leave out so many first
    #[arg(long, default_value_t = 0, value_name = "N")]
    skip: u64,
}

/// Lists.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let page = Page {
        offset: arguments.skip,
        limit: arguments.limit,
    };
    let reader = context.reader()?;
    if arguments.acts {
        let rows = reader.minutes(page)?;
        return Ok(Output::new(
            acts_text(&rows),
            json::list(&rows, json::minute),
        ));
    }
    let rows = reader.log(page)?;
    Ok(Output::new(text(&rows), json::list(&rows, json::log_row)))
}

fn text(rows: &[LogRow]) -> String {
    let mut table = Table::new(["id", "time", "by", "what", "verdict"]);
    for row in rows {
        let reason = words::verdict_reason(row.verdict);
        let verdict = match reason.as_str() {
            "" => words::verdict_name(row.verdict).to_owned(),
            reason => format!("{}: {reason}", words::verdict_name(row.verdict)),
        };
        table.row([
            row.id.short(),
            words::time(row.time),
            words::person(&row.by),
            words::kind(row.kind),
            verdict,
        ]);
    }
    table.text_or("nothing is recorded here")
}

fn acts_text(rows: &[MinuteRow]) -> String {
    let lines: Vec<String> = rows.iter().map(act_text).collect();
    if lines.is_empty() {
        return "nobody has used an office or changed the charter".to_owned();
    }
    lines.join("\n")
}

fn act_text(row: &MinuteRow) -> String {
    let in_words = |it: &TargetRow| match words::clip(&it.words.words, 60) {
        none if none.is_empty() => it.id.short(),
        words => format!("“{words}”"),
    };
    let about: Vec<String> = row.about.iter().map(in_words).collect();
    let whom = row.person.as_ref().map(words::person);
    let what: Vec<String> = about.into_iter().chain(whom).collect();
    let mut text = format!(
        "{}  {}  {}: {} {}",
        row.said.id.short(),
        words::time(row.said.time),
        words::person(&row.said.by),
        words::kind(row.kind),
        what.join(", ")
    );
    text.truncate(text.trim_end().len());
    let (left_out, named) = &row.left_out;
    if *left_out > 0 {
        let names: Vec<String> = named.iter().map(words::person).collect();
        let more = left_out.saturating_sub(named.len() as u64);
        let people = words::count(*left_out, "person", "people");
        text.push_str(&format!("\n  without {people}: {}", names.join(", ")));
        if more > 0 {
            text.push_str(&format!(" and {more} more"));
        }
    }
    for change in &row.changes {
        text.push_str(&format!("\n  {}", words::law_change(change)));
    }
    let reason = words::verdict_reason(row.verdict);
    if !reason.is_empty() {
        text.push_str(&format!("\n  does not count: {reason}"));
    }
    if !row.reason.words.is_empty() {
        text.push_str(&format!(
            "\n  because: {}",
            words::clip(&row.reason.words, 200)
        ));
    }
    for (by, answer) in &row.appeals {
        text.push_str(&format!(
            "\n  {} answers: {}",
            words::person(by),
            words::clip(&answer.words, 200)
        ));
    }
    text
}
