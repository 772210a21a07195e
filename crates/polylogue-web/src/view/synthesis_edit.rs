//! The text of a document, to be saved against the lines it was loaded from.

use polylogue_store::query::{DocumentRow, LineRow};

use crate::asked::Asked;
use crate::routes::Name;
use crate::trouble::Trouble;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct SynthesisEditView {
    /// The document.
    pub row: DocumentRow,
    /// Its lines that stand, in order.
    pub lines: Vec<LineRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesisEditView, Trouble> {
    let reader = asked.reader()?;
    let row = reader.document(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let mut lines = reader.lines(row.said.id)?;
    lines.retain(|it| !it.is_struck);
    asked.with_draft(Name::SaveSynthesis, &row.said.id)?;
    Ok(SynthesisEditView { row, lines })
}
