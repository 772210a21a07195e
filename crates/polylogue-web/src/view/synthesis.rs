//! A document written together, each line with what it rests on.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{DocumentRow, LineDrift, LineRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a document shows.
#[derive(Debug, Clone)]
pub struct SynthesisView {
    /// The document.
    pub row: DocumentRow,
    /// Its lines, in order; struck ones are among them.
    pub lines: Vec<LineRow>,
    /// Wordings beside what they rest on, by wording.
    pub drifts: BTreeMap<OperationId, LineDrift>,
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
        row,
        lines,
        drifts: drifts.into_iter().map(|it| (it.wording, it)).collect(),
    })
}
