//! Terms and their history.

use polylogue_store::query::TermRow;

use super::Part;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the glossary shows.
#[derive(Debug, Clone)]
pub struct GlossaryView {
    /// This part of the terms, in order of their words.
    pub rows: Vec<TermRow>,
    /// Which part it is.
    pub part: Part,
}

/// Terms on one page: each is looked for in all texts.
const TERMS: usize = 10;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<GlossaryView, Trouble> {
    let reader = asked.reader()?;
    let mut terms = reader.terms()?;
    let part = Part::asked(asked, "from", TERMS).of(terms.len());
    let shown = terms.drain(part.places());
    let rows: Result<Vec<TermRow>, _> = shown.map(|it| reader.term(it)).collect();
    Ok(GlossaryView { rows: rows?, part })
}
