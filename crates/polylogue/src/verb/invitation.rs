//! `polylogue invitation`: the ways in, and closing one; whoever came in by it so far stays.

use polylogue_core::kind::Scope;
use polylogue_node::intent::Intent;
use polylogue_node::{InvitationRow, InvitationState};
use polylogue_store::query::PersonRef;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
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
    /// Every invitation, the latest first: who opened it, until when, and for what
    List,
    /// Close one: those who came in by it so far stay, later ones become newcomers
    Close {
        /// Which invitation, by id: `polylogue invitation list` names them
        invitation: String,
    },
}

/// Lists, or closes.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::List => {
            let rows = context.node.invitations(&context.commons()?)?;
            Ok(Output::new(text(&rows), rows_json::list(&rows, json_of)))
        }
        Act::Close { invitation } => {
            let invitation = context.anything(&invitation)?;
            let it = context.perform(Intent::CloseInvitation { invitation })?;
            Ok(done("closed; whoever came in by it so far stays", &it))
        }
    }
}

fn text(rows: &[InvitationRow]) -> String {
    let head = [
        "id", "now", "made", "until", "lets one", "by", "used by", "for",
    ];
    let mut table = Table::new(head);
    for row in rows {
        let lets = match row.scope {
            Scope::All => "speak and vote",
            Scope::Vote => "vote",
        };
        table.row([
            row.id.short(),
            state(row.state).to_owned(),
            words::day(row.opened),
            words::time(row.end),
            lets.to_owned(),
            words::person(&row.by),
            used_by(&row.used_by),
            row.whom.clone(),
        ]);
    }
    table.text_or("nobody was invited by ticket so far")
}

/// Who came in by an invitation; of many, how many.
fn used_by(people: &[PersonRef]) -> String {
    match people {
        [] => "nobody yet".to_owned(),
        [_, _, _, _, ..] => words::count(people.len() as u64, "person", "people"),
        few => few.iter().map(words::person).collect::<Vec<_>>().join(", "),
    }
}

fn state(state: InvitationState) -> &'static str {
    match state {
        InvitationState::Open => "open",
        InvitationState::Over => "over",
        InvitationState::Closed => "closed",
        InvitationState::Void => "void",
    }
}

fn json_of(row: &InvitationRow) -> Value {
    json!({
        "id": rows_json::id(row.id),
        "by": rows_json::person(&row.by),
        "opened": row.opened,
        "end": row.end,
        "scope": words::scope(row.scope),
        "state": state(row.state),
        "used_by": rows_json::list(&row.used_by, rows_json::person),
        "for": row.whom,
    })
}
