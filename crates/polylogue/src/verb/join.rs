//! `polylogue join`: enters a commons by its ticket.

use polylogue_core::kind::Admission;
use polylogue_node::Arrival;
use polylogue_store::query::Standing;
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
    /// Your name there [default: none; others see the beginning of your key]
    #[arg(long = "as", default_value = "", value_name = "NAME")]
    name: String,
}

/// Enters.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let ticket = context.text(&arguments.ticket)?;
    let entered = context.node.enter(ticket.trim(), &arguments.name)?;
    let (id, is_whole) = (entered.commons, entered.arrival == Arrival::Whole);
    let reader = context.reader_of(id)?;
    let row = reader.commons()?;
    let me = reader.person_of_key(&context.node.me(&id)?)?;
    let rest = if is_whole {
        ""
    } else {
        "\nnot everything has come: run `polylogue sync`"
    };
    let text = format!(
        "entered “{}”  {}  {}{rest}",
        row.title.words,
        id.short(),
        words::people(&row.counts)
    );
    let document = json!({
        "id": rows_json::id(id),
        "title": row.title.words,
        "whole": is_whole,
    });
    let output = Output::new(text, document).making([id.to_string()]);
    let output = standing_note(me.standing, row.admission)
        .into_iter()
        .fold(output, Output::noting);
    Ok(noting_no_name(output, &arguments.name))
}

/// What whoever entered has to know where they may not do everything yet.
fn standing_note(standing: Standing, admission: Admission) -> Option<&'static str> {
    match (standing, admission) {
        (Standing::Voter, _) => Some(
            "you may read and vote here, and nothing else; a greeter can admit you for everything",
        ),
        (Standing::Newcomer, Admission::Vouching) => Some(
            "you are not a member yet: somebody must vouch for you; ask one to type \
            `polylogue vouch` with your name",
        ),
        (Standing::Newcomer, Admission::Open) => Some(
            "what you write is shown at once, and counts once a greeter admits you or a member \
            vouches for you",
        ),
        (Standing::Newcomer, Admission::Invitation) => Some(
            "you may read here and are not a member; if the ticket was an invitation, not \
            everything has come: run `polylogue sync`",
        ),
        (Standing::Member | Standing::Left | Standing::Removed, _) => None,
    }
}

/// The same, with a word to whoever gave no name: it is optional, and others see a key instead.
pub(super) fn noting_no_name(output: Output, name: &str) -> Output {
    if name.trim().is_empty() {
        output.noting("you gave no name here; `polylogue profile --name NAME` says one")
    } else {
        output
    }
}
