//! Convergence and division.

use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_store::query::{ReasonRow, TargetRow};
use polylogue_store::sift::{Shared, Stand};

use super::Part;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of shared and divided claims shows.
#[derive(Debug, Clone)]
pub struct SiftSharedView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// This part of the claims: those that divide, if asked for, else those that are shared.
    pub rows: Vec<SharedClaim>,
    /// Whether it is those that divide.
    pub is_division: bool,
    /// How many claims are shared, and how many divide.
    pub counts: (usize, usize),
    /// Which part it is.
    pub part: Part,
}

/// A claim with who supports and challenges it, and why.
#[derive(Debug, Clone)]
pub struct SharedClaim {
    /// The claim.
    pub claim: TargetRow,
    /// Who supports and challenges it, by number.
    pub shared: Arc<Shared>,
    /// Reasons of each who supports it, in the same order.
    pub support: Vec<Vec<ReasonRow>>,
    /// Reasons of each who challenges it.
    pub challenge: Vec<Vec<ReasonRow>>,
}

/// Claims on one page.
const CLAIMS: usize = 10;
/// Reasons shown of one perspective on one claim.
const REASONS: usize = 5;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftSharedView, Trouble> {
    let is_division = asked.query.get("list") == "division";
    read(asked, is_division, Part::asked(asked, "from", CLAIMS))
}

/// Reads the first part of what is shared, as a figure of a document.
///
/// # Errors
/// As [`load`].
pub fn load_of(asked: &Asked<'_>) -> Result<SiftSharedView, Trouble> {
    read(asked, false, Part::first(CLAIMS, 0))
}

fn read(asked: &Asked<'_>, is_division: bool, part: Part) -> Result<SiftSharedView, Trouble> {
    let sifted = asked.sifted()?;
    let all = if is_division {
        &sifted.division
    } else {
        &sifted.convergence
    };
    let part = part.of(all.len());
    let mut rows = Vec::new();
    for (_, shared) in all.part(part.from, part.limit) {
        for claim in asked.reader()?.targets_at(&[shared.claim])? {
            rows.push(SharedClaim {
                claim,
                support: reasons(asked, &shared.support)?,
                challenge: reasons(asked, &shared.challenge)?,
                shared: Arc::clone(shared),
            });
        }
    }
    Ok(SiftSharedView {
        perspectives: sifted.perspectives.clone(),
        rows,
        is_division,
        counts: (sifted.convergence.len(), sifted.division.len()),
        part,
    })
}

fn reasons(asked: &Asked<'_>, side: &[Stand]) -> Result<Vec<Vec<ReasonRow>>, Trouble> {
    let of = |stand: &Stand| -> Result<Vec<ReasonRow>, Trouble> {
        let mut reasons = Vec::new();
        for n in stand.because.iter().take(REASONS) {
            reasons.extend(asked.reader()?.reason_at(*n)?);
        }
        Ok(reasons)
    };
    side.iter().map(of).collect()
}
