//! Which opinion maps there are.

use polylogue_store::query::MapRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of maps shows.
#[derive(Debug, Clone)]
pub struct MapsView {
    /// A map for each question or dialogue with claims under it.
    pub rows: Vec<MapRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<MapsView, Trouble> {
    Ok(MapsView {
        rows: asked.reader()?.maps()?,
    })
}
