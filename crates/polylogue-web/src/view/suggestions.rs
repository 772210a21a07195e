//! Suggestions.

use polylogue_store::query::{Page, SuggestionRow};

use super::ALL;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of suggestions shows.
#[derive(Debug, Clone)]
pub struct SuggestionsView {
    /// The suggestions: unanswered ones first.
    pub rows: Vec<SuggestionRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SuggestionsView, Trouble> {
    let mut rows = asked.reader()?.suggestions(Page::first(ALL))?;
    rows.sort_by_key(|it| !it.answers.is_empty());
    Ok(SuggestionsView { rows })
}
