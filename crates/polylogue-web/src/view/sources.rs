//! The shared library.

use polylogue_store::query::SourceRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the library shows.
#[derive(Debug, Clone)]
pub struct SourcesView {
    /// The works.
    pub rows: Vec<SourceRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SourcesView, Trouble> {
    Ok(SourcesView {
        rows: asked.reader()?.sources()?,
    })
}
