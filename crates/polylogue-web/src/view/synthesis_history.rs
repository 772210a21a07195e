//! Who changed a document, when, why, and which lines; or what differs between two versions.

use polylogue_core::id::OperationId;
use polylogue_store::query::{DocumentChangeRow, DocumentRow};

use super::part;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the history shows.
#[derive(Debug, Clone)]
pub struct SynthesisHistoryView {
    /// The document.
    pub row: DocumentRow,
    /// How many changes there are.
    pub count: u64,
    /// This part of them, the latest first.
    pub changes: Vec<DocumentChangeRow>,
    /// Whether it was made from another text.
    pub is_fork: bool,
    /// The commons of this home that it can be forked into.
    pub commons: Vec<(OperationId, String)>,
    /// Which part it is.
    pub part: (u64, u64),
}

/// Changes on one page.
const CHANGES: u64 = 30;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesisHistoryView, Trouble> {
    let reader = asked.reader()?;
    let row = reader.document(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let page = part(asked, CHANGES);
    let (count, changes) = reader.document_changes(row.said.id, page)?;
    Ok(SynthesisHistoryView {
        is_fork: !reader.origins(row.said.id)?.is_empty(),
        commons: asked
            .node
            .commons()?
            .into_iter()
            .map(|it| (it.id, it.title))
            .collect(),
        row,
        count,
        changes,
        part: (page.offset, page.limit),
    })
}
