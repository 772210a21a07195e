//! One work of the library.

use polylogue_store::query::{MoveRow, SourceRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a source's page shows.
#[derive(Debug, Clone)]
pub struct SourceView {
    /// The work.
    pub row: SourceRow,
    /// Remarks on it.
    pub moves: Vec<MoveRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the source is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SourceView, Trouble> {
    let id = asked.thing()?;
    Ok(SourceView {
        row: super::source(asked, &id)?,
        moves: super::remarks_about(asked, &id)?,
    })
}
