//! One minority report or reservation.

use polylogue_store::query::{DissentRow, DocumentRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of a dissent shows.
#[derive(Debug, Clone)]
pub struct DissentView {
    /// The dissent.
    pub row: DissentRow,
    /// The document it is on.
    pub document: Option<DocumentRow>,
    /// Whether the reader's name stands under it.
    pub is_mine: bool,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the dissent is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<DissentView, Trouble> {
    let reader = asked.reader()?;
    let row = reader.dissent(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let document = match row.document {
        Some(id) => reader.document(id)?,
        None => None,
    };
    let me = reader.person_of_key(&asked.me()?)?.key;
    Ok(DissentView {
        is_mine: row.signers.iter().any(|it| it.who.key == me),
        row,
        document,
    })
}
