//! A document written together, each line with what it rests on.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{
    CommentCounts, CommentRow, CommentState, DissentRow, DocumentRow, EditionRow, LineDrift,
    LineRow, Page,
};

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
    /// How many comments there are, and on what.
    pub counts: CommentCounts,
    /// The first comments to be answered, by what they are on.
    pub open: BTreeMap<OperationId, Vec<CommentRow>>,
    /// Minority reports and reservations.
    pub dissents: Vec<DissentRow>,
    /// Editions that were made of it, the earliest first.
    pub editions: Vec<EditionRow>,
}

/// Comments whose words stand beside the lines of a document; of others only their number.
const OPEN: u64 = 50;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesisView, Trouble> {
    let reader = asked.reader()?;
    let row = reader.document(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let lines = reader.lines(row.said.id)?;
    let drifts = reader.drift(asked.sifted()?, &lines)?;
    let of = Page::first(OPEN);
    let mut open: BTreeMap<OperationId, Vec<CommentRow>> = BTreeMap::new();
    for it in reader
        .comments_in(row.said.id, Some(CommentState::Open), of)?
        .0
    {
        open.entry(it.on.id()).or_default().push(it);
    }
    Ok(SynthesisView {
        counts: reader.comment_counts(row.said.id)?,
        dissents: reader.dissents(row.said.id)?,
        open,
        editions: reader.editions(Some(row.said.id), Page::first(EDITIONS))?,
        row,
        lines,
        drifts: drifts.into_iter().map(|it| (it.wording, it)).collect(),
    })
}
