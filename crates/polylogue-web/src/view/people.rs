//! The people of a commons.

use polylogue_store::query::{PersonRow, Standing};

use super::{part, slice};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of people shows.
#[derive(Debug, Clone)]
pub struct PeopleView {
    /// This part of everybody known here: newcomers, then members, then those who went.
    pub rows: Vec<PersonRow>,
    /// Which part it is: rows before, rows at most.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
    /// Newcomers in all.
    pub newcomers: u64,
    /// Members in all.
    pub members: u64,
    /// People whose words or votes a member brought in.
    pub brought_in: u64,
}

/// People on one page.
const PEOPLE: u64 = 50;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<PeopleView, Trouble> {
    let reader = asked.reader()?;
    let page = part(asked, PEOPLE);
    let all = asked.people()?;
    let count = |wanted: &[Standing]| {
        let of = all.iter().filter(|it| wanted.contains(&it.standing));
        of.count() as u64
    };
    let brought_in = asked.commons_row()?.counts.brought_in;
    let mut rows = Vec::new();
    for brief in slice(all, page) {
        rows.extend(reader.person(brief.key)?);
    }
    Ok(PeopleView {
        rows,
        part: (page.offset, page.limit),
        has_more: page.offset.saturating_add(page.limit) < all.len() as u64,
        newcomers: count(&[Standing::Newcomer]),
        members: count(&[Standing::Member, Standing::Voter]).saturating_sub(brought_in),
        brought_in,
    })
}
