//! What became of what somebody said.

use polylogue_store::query::{BecameRow, LinkRow, Page, SaidBy};
use serde_json::{Value, json};

use super::sheet;
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{indented, parts};
use crate::verb::trace::{how, link_json, told};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Whose words: a name or the beginning of a key [default: yours]
    person: Option<String>,
    /// Words brought in from elsewhere under this name instead
    #[arg(long, value_name = "NAME", conflicts_with = "person")]
    speaker: Option<String>,
    /// Skip so many, the latest first
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Show at most so many
    #[arg(long, default_value_t = 1_000)]
    most: u64,
    /// Write a table for other programs
    #[arg(long)]
    csv: bool,
}

/// Shows it.
pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Output, Failure> {
    let by = match (&arguments.speaker, &arguments.person) {
        (Some(name), _) => SaidBy::Speaker(name.clone()),
        (None, person) => SaidBy::Person(context.person(person.as_deref().unwrap_or("me"))?),
    };
    let page = Page {
        offset: arguments.from,
        limit: arguments.most,
    };
    let rows = context.reader()?.became(&by, page)?;
    if arguments.csv {
        return Ok(for_sheet(&rows));
    }
    let text = if rows.is_empty() {
        "nothing was said under this name yet".to_owned()
    } else {
        parts(&rows.iter().map(block).collect::<Vec<String>>())
    };
    Ok(Output::new(text, rows_json::list(&rows, json_of)))
}

fn what(row: &BecameRow) -> String {
    match row.kind {
        Some(kind) => words::move_kind(kind),
        None => row.thing.what.map_or("", words::thing).to_owned(),
    }
}

fn block(row: &BecameRow) -> String {
    let head = format!(
        "{} {}  {}",
        what(row),
        row.thing.id.short(),
        words::clip(&row.thing.words.words, 100)
    );
    let state = words::shown(&row.said.shown);
    let line = |it: &LinkRow| {
        let words = words::clip(told(it), 72);
        format!(
            "{}: {} {}  {words}",
            it.outcome().name(),
            how(it),
            it.thing.id.short()
        )
    };
    let mut lines: Vec<String> = Some(state)
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    lines.extend(row.led_to.iter().map(line));
    if row.led_to.is_empty() {
        lines.push("nothing yet".to_owned());
    }
    format!("{head}\n{}", indented(&lines.join("\n")))
}

fn json_of(row: &BecameRow) -> Value {
    let outcomes: serde_json::Map<String, Value> = row
        .outcomes()
        .into_iter()
        .map(|(outcome, count)| (outcome.name().replace('-', "_"), json!(count)))
        .collect();
    rows_json::thing(
        &row.said,
        json!({
            "thing": rows_json::target(&row.thing),
            "kind": row.kind.map(words::move_kind),
            "outcomes": outcomes,
            "led_to": rows_json::list(&row.led_to, link_json),
        }),
    )
}

fn for_sheet(rows: &[BecameRow]) -> Output {
    const HEAD: [&str; 10] = [
        "id", "what", "words", "said-at", "outcome", "how", "kind", "by-thing", "by-id", "reason",
    ];
    let mut lines = Vec::new();
    for row in rows {
        let said = [
            row.thing.id.to_string(),
            what(row),
            row.thing.words.words.clone(),
            row.said.time.to_string(),
        ];
        if row.led_to.is_empty() {
            lines.push([said.to_vec(), vec![String::new(); 6]].concat());
        }
        for it in &row.led_to {
            let led = vec![
                it.outcome().name().to_owned(),
                it.how.name().to_owned(),
                it.kind.map(words::move_kind).unwrap_or_default(),
                it.thing.what.map_or("", words::thing).to_owned(),
                it.thing.id.to_string(),
                it.words.words.clone(),
            ];
            lines.push([said.to_vec(), led].concat());
        }
    }
    sheet(&HEAD, lines)
}
