//! `polylogue join`: enters a commons by its ticket.

use polylogue_node::Arrival;
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The ticket, as somebody gave it to you
    ticket: String,
    /// Your name there
    #[arg(long = "as", default_value = "", value_name = "NAME")]
    name: String,
}

/// Enters.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let ticket = context.text(&arguments.ticket)?;
    let entered = context.node.enter(ticket.trim(), &arguments.name)?;
    let (id, is_whole) = (entered.commons, entered.arrival == Arrival::Whole);
    let row = context.reader_of(id)?.commons()?;
    let rest = if is_whole {
        ""
    } else {
        "\nnot everything has come: run `polylogue sync`"
    };
    let text = format!(
        "entered “{}”  {}  {}{rest}",
        row.title.words,
        id.short(),
        words::count(row.counts.people, "member", "members")
    );
    let document = json!({
        "id": rows_json::id(id),
        "title": row.title.words,
        "whole": is_whole,
    });
    Ok(Output::new(text, document).making([id.to_string()]))
}
