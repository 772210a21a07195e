//! A document left out of an edition, with the replies.

use polylogue_store::query::LeaveOutRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of a leaving out shows.
#[derive(Debug, Clone)]
pub struct LeftOutView {
    /// What was left out, why, and the replies.
    pub row: LeaveOutRow,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the act is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<LeftOutView, Trouble> {
    let row = asked.reader()?.leave_out(asked.thing()?)?;
    Ok(LeftOutView {
        row: row.ok_or(Trouble::NotFound)?,
    })
}
