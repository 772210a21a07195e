//! One person.

use polylogue_store::query::{ActRow, Page, PersonRow, Thing};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a person's page shows.
#[derive(Debug, Clone)]
pub struct PersonView {
    /// The person.
    pub row: PersonRow,
    /// What they said last.
    pub said: Vec<ActRow>,
}

/// Pieces said last on a person's page.
const SAID: u64 = 20;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if nobody has such a key.
pub fn load(asked: &Asked<'_>) -> Result<PersonView, Trouble> {
    let key = asked.person()?;
    let reader = asked.reader()?;
    let mut row = reader.person(key)?.ok_or(Trouble::NotFound)?;
    row.is_me = key == asked.me()?;
    let mut said = reader.person_acts(key, Page::first(SAID))?;
    said.retain(|it| it.target.what.is_some_and(|what| what != Thing::Person));
    Ok(PersonView { row, said })
}
