//! What a thing rests on, and what rests on it.

use polylogue_store::query::TraceRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of a trace shows.
#[derive(Debug, Clone)]
pub struct TraceView {
    /// Both lists.
    pub row: TraceRow,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if nothing here has the id.
pub fn load(asked: &Asked<'_>) -> Result<TraceView, Trouble> {
    let id = asked.thing()?;
    let row = asked.reader()?.trace(id)?;
    match row.target.what {
        Some(_) => Ok(TraceView { row }),
        None => Err(Trouble::NotFound),
    }
}
