//! Invitations.

use polylogue_core::id::Key;
use polylogue_node::InvitationRow;
use polylogue_node::ticket::Ticket;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of invitations shows.
#[derive(Debug, Clone)]
pub struct InviteView {
    /// The invitation just made.
    pub ticket: Option<Made>,
    /// Invitations made so far, the latest first.
    pub opened: Vec<InvitationRow>,
    /// The reader's key.
    pub me: Key,
}

/// An invitation just made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The text to hand over.
    pub text: String,
    /// A picture of it; none if it is too long for one.
    pub picture: Option<Picture>,
    /// Whether it names a peer to ask.
    pub has_addresses: bool,
    /// Whether it invites, or only lets read.
    pub invites: bool,
}

/// A picture of squares.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Squares on a side.
    pub width: usize,
    /// The dark ones, as an SVG path.
    pub path: String,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<InviteView, Trouble> {
    let commons = asked.commons()?;
    let made = asked.query.given("made");
    let text = made.and_then(|it| asked.lasting.tickets.find(&commons, it));
    Ok(InviteView {
        ticket: text.map(shown),
        opened: asked.node()?.invitations(&commons)?,
        me: asked.me()?,
    })
}

fn shown(text: String) -> Made {
    let ticket = Ticket::parse(&text).ok();
    Made {
        picture: picture(&text),
        has_addresses: ticket.as_ref().is_some_and(|it| !it.addresses.is_empty()),
        invites: ticket.is_some_and(|it| it.invitation.is_some()),
        text,
    }
}

/// A QR picture: its dark squares as one path.
fn picture(text: &str) -> Option<Picture> {
    let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::L).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (index, colour) in code.to_colors().into_iter().enumerate() {
        if colour == qrcode::Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", index % width, index / width));
        }
    }
    Some(Picture { width, path })
}
