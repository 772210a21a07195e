//! Pairs that say nearly the same.

use polylogue_store::query::{Compared, SimilarPairRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct AlikeView {
    /// Claims or questions.
    pub what: Compared,
    /// The pairs, the most alike first.
    pub rows: Vec<SimilarPairRow>,
}

/// Pairs on the page.
const PAIRS: usize = 25;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<AlikeView, Trouble> {
    let what = match asked.query.get("what") {
        "questions" => Compared::Questions,
        _ => Compared::Claims,
    };
    Ok(AlikeView {
        rows: asked.reader()?.similar_pairs(what, None, PAIRS)?,
        what,
    })
}
