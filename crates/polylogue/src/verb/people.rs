//! `polylogue people`: who takes part, and where each stands.

use polylogue_store::query::{PersonRow, Standing};

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::table::{Table, pairs, parts};
use crate::{json, words};

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
        return Ok(Output::new(text(&row), json::person_row(&row)));
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
        ("standing", words::standing(row.person.standing).to_owned()),
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

fn list_text(rows: &[PersonRow]) -> String {
    let mut table = Table::new(["key", "standing", "turns", "offices", "name"]);
    for row in rows {
        let offices: Vec<&str> = row.offices.iter().map(|it| words::office(*it)).collect();
        let me = if row.is_me { " (you)" } else { "" };
        table.row([
            row.person.key.short(),
            words::standing(row.person.standing).to_owned(),
            row.turns.to_string(),
            offices.join(", "),
            format!("{}{me}", row.person.name.words),
        ]);
    }
    table.text_or("nobody")
}
