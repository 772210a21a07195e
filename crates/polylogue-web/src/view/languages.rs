//! The languages of the pages, and the one chosen.

use crate::asked::Asked;
use crate::trouble::Trouble;
use crate::words::Tongue;

/// What the page of languages shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguagesView {
    /// The language that was chosen; none: as the browser asks.
    pub chosen: Option<Tongue>,
    /// The beginning of the id of the commons the reader came from; empty if from none.
    pub commons: String,
}

/// Reads the view.
///
/// # Errors
/// None; the sign of every view.
pub fn load(asked: &Asked<'_>) -> Result<LanguagesView, Trouble> {
    let commons = asked.query.given("commons");
    let commons = commons.or_else(|| asked.form.given("commons"));
    Ok(LanguagesView {
        chosen: asked.lasting.chosen(),
        commons: commons.unwrap_or_default().to_owned(),
    })
}
