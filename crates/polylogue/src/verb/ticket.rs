//! `polylogue ticket`: the way in, as one line of text.

use polylogue_node::Invite;
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Let whoever opens it become a member
    #[arg(long)]
    invite: bool,
    /// Draw it as a picture that a telephone can read
    #[arg(long)]
    qr: bool,
}

/// Writes the ticket.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let invite = if arguments.invite {
        Invite::Yes
    } else {
        Invite::No
    };
    let ticket = context.node.ticket(&context.commons()?, invite)?;
    let is_reachable = !ticket.addresses.is_empty();
    let ticket = ticket.to_text();
    let text = if arguments.qr {
        drawn(&ticket)?
    } else {
        ticket.clone()
    };
    let note = if arguments.invite {
        "whoever holds this can read everything here and become a member: treat it as a key"
    } else {
        "whoever holds this can read everything here: treat it as a key"
    };
    let document = json!({"ticket": ticket, "invites": arguments.invite});
    let output = Output::new(text, document).making([ticket]).noting(note);
    Ok(if is_reachable {
        output
    } else {
        output.noting("it names no peer to ask: run `polylogue serve`, then make the ticket again")
    })
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
