//! `polylogue invitation`: closes a way in; whoever came in by it so far stays.

use polylogue_node::intent::Intent;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Close one: those who came in by it so far stay, later ones become newcomers
    Close {
        /// Which invitation, by id: `polylogue log` lists them
        invitation: String,
    },
}

/// Closes.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let Act::Close { invitation } = arguments.act;
    let invitation = context.anything(&invitation)?;
    let it = context.perform(Intent::CloseInvitation { invitation })?;
    Ok(done("closed; whoever came in by it so far stays", &it))
}
