//! An edition: the frozen text, and what came of checking it.

use std::sync::Arc;

use polylogue_node::edition::Report;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What an edition shows.
#[derive(Debug, Clone)]
pub struct EditionView {
    /// What came of checking its file, with its text.
    pub report: Arc<Report>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the edition is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<EditionView, Trouble> {
    let id = asked.thing()?;
    let report = match asked.copy() {
        Some(copy) => copy.report.clone().filter(|it| it.text.id == id),
        None => Some(asked.node()?.edition(&asked.commons()?, id)?),
    };
    let report = report.ok_or(Trouble::NotFound)?;
    Ok(EditionView { report })
}
