//! One claim.

use polylogue_store::query::{ClaimRow, MoveRow, Page, VoteRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a claim's page shows.
#[derive(Debug, Clone)]
pub struct ClaimView {
    /// The claim.
    pub row: ClaimRow,
    /// Its votes, the latest first.
    pub votes: Vec<VoteRow>,
    /// Remarks on it.
    pub moves: Vec<MoveRow>,
    /// Whether the reader has ever voted here.
    pub has_voted: bool,
}

/// Votes whose reasons a claim's page shows.
const VOTES: u64 = 200;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the claim is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<ClaimView, Trouble> {
    let id = asked.thing()?;
    let row = super::claim(asked, &id)?;
    let has_voted = row.mine.is_some() || super::vote::voted_count(asked)? > 0;
    Ok(ClaimView {
        votes: asked.reader()?.votes(id, Page::first(VOTES))?,
        moves: super::remarks_about(asked, &id)?,
        row,
        has_voted,
    })
}
