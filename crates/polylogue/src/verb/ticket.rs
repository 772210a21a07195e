//! `polylogue ticket`: the way in, as one line of text.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Scope;
use polylogue_node::{InvitationRow, Invite, TICKET_DAYS};
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Let whoever opens it become a member
    #[arg(long)]
    invite: bool,
    /// Let them vote, and nothing else
    #[arg(long, requires = "invite")]
    vote_only: bool,
    /// How long one can come in by it, in days
    #[arg(long, requires = "invite", value_name = "N", default_value_t = TICKET_DAYS,
        value_parser = clap::value_parser!(u64).range(1..=3_650))]
    days: u64,
    /// For whom it is, as a note for yourself: kept in this home alone
    #[arg(
        long = "for",
        requires = "invite",
        default_value = "",
        value_name = "WHOM"
    )]
    whom: String,
    /// Draw it as a picture that a telephone can read
    #[arg(long)]
    qr: bool,
}

/// Writes the ticket.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let commons = context.commons()?;
    let ticket = context.node.ticket(&commons, wanted(&arguments))?;
    let invitation = match &ticket.invitation {
        None => None,
        Some(made) => {
            if !arguments.whom.is_empty() {
                let id = OperationId(made.id);
                context
                    .node
                    .note_invitation(&commons, &id, &arguments.whom)?;
            }
            let all = context.node.invitations(&commons)?;
            all.into_iter().find(|it| it.id.0 == made.id)
        }
    };
    let is_reachable = !ticket.addresses.is_empty();
    let ticket = ticket.to_text();
    let text = if arguments.qr {
        drawn(&ticket)?
    } else {
        ticket.clone()
    };
    let document = json!({
        "ticket": ticket,
        "invites": arguments.invite,
        "invitation": invitation.as_ref().map(|it| it.id.to_string()),
        "scope": invitation.as_ref().map(|it| words::scope(it.scope)),
        "end": invitation.as_ref().map(|it| it.end),
    });
    let output = Output::new(text, document)
        .making([ticket])
        .noting(note(invitation.as_ref()));
    Ok(if is_reachable {
        output
    } else {
        output.noting("it names no peer to ask: run `polylogue serve`, then make the ticket again")
    })
}

fn wanted(arguments: &Arguments) -> Invite {
    let scope = if arguments.vote_only {
        Scope::Vote
    } else {
        Scope::All
    };
    if arguments.invite {
        Invite::To {
            scope,
            days: arguments.days,
        }
    } else {
        Invite::No
    }
}

/// What whoever holds the ticket can do.
fn note(invitation: Option<&InvitationRow>) -> String {
    let more = match invitation {
        None => String::new(),
        Some(it) => {
            let what = match it.scope {
                Scope::All => "become a member",
                Scope::Vote => "come in to vote",
            };
            format!(" and, until {}, {what}", words::time(it.end))
        }
    };
    format!("whoever holds this can read everything here{more}: treat it as a key")
}

/// The ticket as a picture of half blocks, dark on light.
fn drawn(ticket: &str) -> Result<String, Failure> {
    let code =
        qrcode::QrCode::with_error_correction_level(ticket, qrcode::EcLevel::L).map_err(|_| {
            Failure::refused(
                "this ticket is too long for a picture",
                "send it as text instead",
            )
        })?;
    let width = code.width();
    let is_dark = |row: usize, column: usize| {
        let quiet = 2;
        let inside = |at: usize| (quiet..width + quiet).contains(&at);
        inside(row) && inside(column) && code[(column - quiet, row - quiet)] == qrcode::Color::Dark
    };
    let side = width + 4;
    let rows: Vec<String> = (0..side)
        .step_by(2)
        .map(|row| {
            (0..side)
                .map(
                    |column| match (is_dark(row, column), is_dark(row + 1, column)) {
                        (true, true) => ' ',
                        (true, false) => '▄',
                        (false, true) => '▀',
                        (false, false) => '█',
                    },
                )
                .collect()
        })
        .collect();
    Ok(rows.join("\n"))
}
