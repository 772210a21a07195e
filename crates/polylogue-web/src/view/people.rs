//! The people of a commons.

use polylogue_store::query::{Page, PersonRow};

use super::ALL;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of people shows.
#[derive(Debug, Clone)]
pub struct PeopleView {
    /// Everybody known here.
    pub rows: Vec<PersonRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<PeopleView, Trouble> {
    let me = asked.me()?;
    let mut rows = asked.reader()?.people(Page::first(ALL))?;
    for row in &mut rows {
        row.is_me = row.person.key == me;
    }
    rows.sort_by(|first, second| {
        let order = |it: &PersonRow| (!it.is_me, it.turns == 0, it.person.name.words.clone());
        order(first).cmp(&order(second))
    });
    Ok(PeopleView { rows })
}
