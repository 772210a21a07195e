//! What became of what a person said.

use polylogue_store::query::{BecameRow, PersonRow, SaidBy};

use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct BecameView {
    /// Who said it.
    pub person: PersonRow,
    /// What they said, the latest first, with what it led to.
    pub rows: Vec<BecameRow>,
    /// Which part it is.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
}

/// Pieces on one page.
const PIECES: u64 = 20;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if nobody has such a key.
pub fn load(asked: &Asked<'_>) -> Result<BecameView, Trouble> {
    let key = asked.person()?;
    let reader = asked.reader()?;
    let mut person = reader.person(key)?.ok_or(Trouble::NotFound)?;
    person.is_me = key == asked.me()?;
    let page = part(asked, PIECES);
    let mut rows = reader.became(&SaidBy::Person(person.person.key), and_one(page))?;
    Ok(BecameView {
        has_more: cut(&mut rows, page),
        part: (page.offset, page.limit),
        person,
        rows,
    })
}
