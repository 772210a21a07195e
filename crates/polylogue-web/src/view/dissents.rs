//! Minority reports and reservations on a document.

use polylogue_store::query::{DissentRow, DocumentRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of a document's dissents shows.
#[derive(Debug, Clone)]
pub struct DissentsView {
    /// The document.
    pub document: DocumentRow,
    /// The dissents.
    pub rows: Vec<DissentRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<DissentsView, Trouble> {
    let reader = asked.reader()?;
    let document = reader.document(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    Ok(DissentsView {
        rows: reader.dissents(document.said.id)?,
        document,
    })
}
