//! Documents written together.

use polylogue_store::query::DocumentRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the list of documents shows.
#[derive(Debug, Clone)]
pub struct SynthesesView {
    /// All of them, the latest first.
    pub rows: Vec<DocumentRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesesView, Trouble> {
    let mut rows = asked.reader()?.documents()?;
    rows.reverse();
    Ok(SynthesesView { rows })
}
