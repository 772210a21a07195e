//! Two readers' marks side by side.

use polylogue_core::id::Key;
use polylogue_store::agreement::{Agreement, Unit, agreement};
use polylogue_store::query::{MoveRow, PersonRef};

use super::{part, slice};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct AgreementView {
    /// People who made moves and can be chosen, each with how many.
    pub people: Vec<(PersonRef, u64)>,
    /// The two who were chosen.
    pub chosen: Option<(PersonRef, PersonRef)>,
    /// What they have in common.
    pub found: Agreement,
    /// This part of the passages they read differently.
    pub differing: Vec<(Option<MoveRow>, Option<MoveRow>)>,
    /// Which part it is.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
}

/// Passages on one page.
const PASSAGES: u64 = 20;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<AgreementView, Trouble> {
    let reader = asked.reader()?;
    let people = reader.who_made_moves()?;
    let of = |name: &str| -> Option<PersonRef> {
        let typed = asked.query.given(name)?;
        let mut all = people.iter().map(|it| &it.0);
        all.find(|it| it.key.to_string().starts_with(typed))
            .cloned()
    };
    let chosen = of("first").zip(of("second"));
    let chosen = chosen.filter(|(first, second)| first.key != second.key);
    let marks = |key: &Key| reader.marks_of(key);
    let found = match &chosen {
        Some((first, second)) => agreement(&marks(&first.key)?, &marks(&second.key)?),
        None => Agreement::default(),
    };
    let kind = |mark: Option<(i64, u16)>| mark.map(|it| it.1);
    let differs = |it: &&Unit| kind(it.first) != kind(it.second);
    let all: Vec<Unit> = found.units.iter().filter(differs).copied().collect();
    let page = part(asked, PASSAGES);
    let mut differing = Vec::new();
    for unit in slice(&all, page) {
        let row = |mark: Option<(i64, u16)>| -> Result<Option<MoveRow>, Trouble> {
            let Some((n, _)) = mark else { return Ok(None) };
            Ok(reader.moves_at(&[n])?.pop())
        };
        differing.push((row(unit.first)?, row(unit.second)?));
    }
    Ok(AgreementView {
        people,
        chosen,
        found,
        differing,
        has_more: (all.len() as u64) > page.offset.saturating_add(page.limit),
        part: (page.offset, page.limit),
    })
}
