//! Editions that were made here.

use polylogue_store::query::{EditionRow, Page};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// Editions shown at most.
const SHOWN: u64 = 1_000;

/// What the list of editions shows.
#[derive(Debug, Clone)]
pub struct EditionsView {
    /// All of them, the latest first, each with how many signed it.
    pub rows: Vec<(EditionRow, usize)>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<EditionsView, Trouble> {
    let reader = asked.reader()?;
    let mut rows = Vec::new();
    for row in reader.editions(None, Page::first(SHOWN))? {
        let signed = reader.signatures(row.said.id)?.len();
        rows.push((row, signed));
    }
    rows.reverse();
    Ok(EditionsView { rows })
}
