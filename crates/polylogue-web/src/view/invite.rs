//! Invitations.

use polylogue_core::id::Key;
use polylogue_core::kind::Scope;
use polylogue_node::InvitationRow;
use polylogue_node::ticket::Ticket;

use crate::asked::Asked;
use crate::trouble::Trouble;
use crate::words::Tongue;

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
    /// What to send with it.
    pub letter: Letter,
}

/// A letter that hands an invitation over: whoever gets it knows nothing of all this yet.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The language it is in.
    pub tongue: Tongue,
    /// To whom it goes; empty if nobody said.
    pub whom: String,
    /// Who sends it; empty if they have no name.
    pub who: String,
    /// What the commons is called.
    pub title: String,
    /// The question it stands under; empty if it has none.
    pub question: String,
    /// What it lets its receiver do; nothing: only read.
    pub scope: Option<Scope>,
    /// Until when it is open, where it ends.
    pub end: Option<u64>,
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
    let opened = asked.node()?.invitations(&commons)?;
    Ok(InviteView {
        ticket: text.map(|it| shown(asked, it, &opened)).transpose()?,
        opened,
        me: asked.me()?,
    })
}

fn shown(asked: &Asked<'_>, text: String, opened: &[InvitationRow]) -> Result<Made, Trouble> {
    let ticket = Ticket::parse(&text).ok();
    let invitation = ticket.as_ref().and_then(|it| it.invitation.as_ref());
    let noted = invitation.and_then(|it| opened.iter().find(|row| row.id.0 == it.id));
    let row = asked.commons_row()?;
    let me = asked.reader()?.person_of_key(&asked.me()?)?;
    let letter = Letter {
        tongue: Tongue::of_tag(asked.query.get("letter")).unwrap_or(Tongue::English),
        whom: noted.map_or_else(String::new, |it| it.whom.clone()),
        who: me.name.words,
        title: row.title.words.clone(),
        question: row.question.words.clone(),
        scope: noted.map(|it| it.scope),
        end: noted.map(|it| it.end),
    };
    Ok(Made {
        picture: picture(&text),
        has_addresses: ticket.as_ref().is_some_and(|it| !it.addresses.is_empty()),
        letter,
        text,
    })
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
