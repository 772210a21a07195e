//! One remark.

use polylogue_store::query::MoveRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a remark's page shows.
#[derive(Debug, Clone)]
pub struct RemarkView {
    /// The remark.
    pub row: MoveRow,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the remark is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<RemarkView, Trouble> {
    Ok(RemarkView {
        row: super::remark(asked, &asked.thing()?)?,
    })
}
