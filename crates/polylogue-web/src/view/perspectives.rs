//! The perspectives of a commons.

use polylogue_store::query::PerspectiveRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of perspectives shows.
#[derive(Debug, Clone)]
pub struct PerspectivesView {
    /// Those not heard first, then those heard only on their behalf, then the others; within
    /// each in order of arrival.
    pub rows: Vec<PerspectiveRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<PerspectivesView, Trouble> {
    let mut rows = asked.perspectives()?.to_vec();
    rows.sort_by_key(|it| (it.turns > 0, it.turns_within > 0, it.mark));
    Ok(PerspectivesView { rows })
}
