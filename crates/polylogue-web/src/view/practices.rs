//! The practices of a commons.

use polylogue_core::id::OperationId;
use polylogue_store::query::{Page, PracticeRow, Words};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of practices shows.
#[derive(Debug, Clone)]
pub struct PracticesView {
    /// The practices.
    pub rows: Vec<PracticeRow>,
    /// Claims a new one may bear on.
    pub claims: Vec<(OperationId, Words)>,
}

/// Claims to choose from.
const CLAIMS: u64 = 200;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<PracticesView, Trouble> {
    let reader = asked.reader()?;
    let claims = reader.claims_listed(Page::first(CLAIMS))?;
    Ok(PracticesView {
        rows: reader.practices()?,
        claims: claims.into_iter().map(|it| (it.said.id, it.text)).collect(),
    })
}
