//! Terms and their history.

use polylogue_store::query::TermRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the glossary shows.
#[derive(Debug, Clone)]
pub struct GlossaryView {
    /// The terms, in order of their words.
    pub rows: Vec<TermRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<GlossaryView, Trouble> {
    Ok(GlossaryView {
        rows: asked.reader()?.glossary()?,
    })
}
