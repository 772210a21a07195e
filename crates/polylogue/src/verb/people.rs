//! `polylogue people`: who takes part, and where each stands.

use polylogue_node::newcomer::NewcomerRow;
use polylogue_store::query::{PersonRow, Standing};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::table::{Table, pairs, parts};
use crate::{json, words};

/// Characters of each thing a newcomer said that are shown; `--json` has all.
const WORDS_SHOWN_MAX: usize = 60;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Show this person: their name or key [default: list everybody]
    person: Option<String>,
    /// Newcomers only: those nobody has greeted yet
    #[arg(long, conflicts_with = "person")]
    newcomers: bool,
}

/// Lists, or shows one.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    if let Some(person) = &arguments.person {
        let row = context.person_row(person)?;
        let mut document = json::person_row(&row);
        if row.person.standing != Standing::Newcomer {
            return Ok(Output::new(text(&row), document));
        }
        let commons = context.commons()?;
        let waiting = context.node.said_by_newcomer(&commons, row.person.key)?;
        document["waiting"] = json::list(&waiting, waiting_json);
        let text = parts(&[text(&row), waiting_text(&waiting)]);
        return Ok(Output::new(text, document));
    }
    let mut rows = context.people()?;
    rows.retain(|it| !arguments.newcomers || it.person.standing == Standing::Newcomer);
    Ok(Output::new(
        list_text(&rows),
        json::list(&rows, json::person_row),
    ))
}

/// A person, as others see them.
pub(crate) fn text(row: &PersonRow) -> String {
    let admitted = row.admission.as_ref().map(|it| match &it.by {
        None => "by founding".to_owned(),
        Some(by) => format!("by {}", words::person(by)),
    });
    let offices: Vec<&str> = row.offices.iter().map(|it| words::office(*it)).collect();
    let about = pairs(&[
        ("key", row.person.key.to_string()),
        ("standing", words::takes_part(row).to_owned()),
        ("admitted", admitted.unwrap_or_default()),
        ("offices", offices.join(", ")),
        ("turns", row.turns.to_string()),
        ("recorded", words::count(row.operations, "thing", "things")),
        (
            "devices",
            (1 + row.devices.iter().filter(|it| !it.is_ended).count()).to_string(),
        ),
    ]);
    let name = match row.person.name.words.as_str() {
        "" => "(no name)".to_owned(),
        name => name.to_owned(),
    };
    parts(&[name, about, row.about.words.clone()])
}

/// What a newcomer said, for whoever thinks of admitting them.
fn waiting_text(rows: &[NewcomerRow]) -> String {
    let mut table = Table::new(["id", "time", "what", "words"]);
    for row in rows {
        table.row([
            row.id.short(),
            words::time(row.time),
            row.kind.to_owned(),
            words::clip(&row.words, WORDS_SHOWN_MAX),
        ]);
    }
    let listed = table.text_or("nothing");
    format!("Said so far, and not counted until somebody admits them:\n{listed}")
}

fn waiting_json(row: &NewcomerRow) -> Value {
    json!({
        "id": json::id(row.id),
        "kind": row.kind,
        "time": row.time,
        "about": json::optional(row.about, json::id),
        "words": row.words,
    })
}

fn list_text(rows: &[PersonRow]) -> String {
    let mut table = Table::new(["key", "standing", "turns", "offices", "name"]);
    for row in rows {
        let offices: Vec<&str> = row.offices.iter().map(|it| words::office(*it)).collect();
        let me = if row.is_me { " (you)" } else { "" };
        table.row([
            row.person.key.short(),
            words::takes_part(row).to_owned(),
            row.turns.to_string(),
            offices.join(", "),
            format!("{}{me}", row.person.name.words),
        ]);
    }
    table.text_or("nobody")
}
