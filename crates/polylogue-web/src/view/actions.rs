//! Dated actions with those who sign them.

use polylogue_core::id::Key;
use polylogue_store::query::{ActionRow, Page};

use crate::asked::Asked;
use crate::trouble::Trouble;
use crate::view::{and_one, cut, part};

/// Actions on one part of the page.
pub const ACTIONS: u64 = 50;

/// What the page of the actions shows.
#[derive(Debug, Clone)]
pub struct ActionsView {
    /// The actions, the earliest day first.
    pub rows: Vec<ActionRow>,
    /// Which part.
    pub part: Page,
    /// Whether there are more.
    pub has_more: bool,
    /// The reader's person.
    pub me: Key,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<ActionsView, Trouble> {
    let reader = asked.reader()?;
    let part = part(asked, ACTIONS);
    let mut rows = reader.actions(and_one(part))?;
    Ok(ActionsView {
        has_more: cut(&mut rows, part),
        rows,
        part,
        me: reader.person_of_key(&asked.me()?)?.key,
    })
}
