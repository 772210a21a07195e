//! A document written together, each line with what it rests on.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{DocumentRow, EditionRow, LineDrift, LineRow, Page};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// Editions of one document shown at most.
const EDITIONS: u64 = 100;

/// What a document shows.
#[derive(Debug, Clone)]
pub struct SynthesisView {
    /// The document.
    pub row: DocumentRow,
    /// Its lines, in order; struck ones are among them.
    pub lines: Vec<LineRow>,
    /// Wordings beside what they rest on, by wording.
    pub drifts: BTreeMap<OperationId, LineDrift>,
    /// Editions that were made of it, the earliest first.
    pub editions: Vec<EditionRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesisView, Trouble> {
    let reader = asked.reader()?;
    let row = reader.document(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let lines = reader.lines(row.said.id)?;
    let drifts = reader.drift(asked.sifted()?, &lines)?;
    Ok(SynthesisView {
        editions: reader.editions(Some(row.said.id), Page::first(EDITIONS))?,
        row,
        lines,
        drifts: drifts.into_iter().map(|it| (it.wording, it)).collect(),
    })
}
