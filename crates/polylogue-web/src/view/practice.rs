//! One practice.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Evidence;
use polylogue_store::query::{PracticeRow, SourceRow, Words};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a practice's page shows.
#[derive(Debug, Clone)]
pub struct PracticeView {
    /// The practice.
    pub row: PracticeRow,
    /// Claims it bears on.
    pub links: Vec<Link>,
    /// Works it rests on.
    pub sources: Vec<SourceRow>,
}

/// A claim a practice bears on.
#[derive(Debug, Clone)]
pub struct Link {
    /// The claim.
    pub claim: OperationId,
    /// Its words; empty if it is not here.
    pub words: Words,
    /// Which way.
    pub evidence: Evidence,
    /// How.
    pub reason: String,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the practice is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<PracticeView, Trouble> {
    let id = asked.thing()?;
    let reader = asked.reader()?;
    let row = reader.practice(id)?.ok_or(Trouble::NotFound)?;
    let mut links = Vec::new();
    for link in &row.practice.links {
        links.push(Link {
            claim: link.claim,
            words: reader
                .what(link.claim)?
                .map(|it| it.words)
                .unwrap_or_default(),
            evidence: link.evidence,
            reason: link.reason.words.clone(),
        });
    }
    let mut sources = Vec::new();
    for source in &row.practice.sources {
        sources.extend(reader.source(*source)?);
    }
    Ok(PracticeView {
        row,
        links,
        sources,
    })
}
