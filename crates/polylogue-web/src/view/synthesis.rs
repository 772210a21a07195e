//! A document written together, each line with what it rests on.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_node::references::{References, references};
use polylogue_store::query::{
    CommentCounts, CommentRow, CommentState, DissentRow, DocumentRow, EditionRow, LineDrift,
    LineRow, Page, RestRow,
};

use super::figure::{self, FigureView};
use crate::asked::Asked;
use crate::routes::Name;
use crate::trouble::Trouble;

/// Editions of one document shown at most.
const EDITIONS: u64 = 100;

/// What a document shows.
#[derive(Debug)]
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
    /// What each wording rests on, by wording.
    pub rests: BTreeMap<OperationId, Vec<RestRow>>,
    /// Figures by the wording that asks for them.
    pub figures: BTreeMap<OperationId, FigureView>,
    /// Works cited.
    pub references: References,
    /// How the text is to be written in, if it is.
    pub writing: Writing,
}

/// Whether the text is only read, or written in line by line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// It is read.
    No,
    /// Every line has a way to be worded anew.
    Lines,
    /// This line is being worded anew.
    One(OperationId),
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
    let writing = writing(asked)?;
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
        writing,
        row,
        rests: reader.rests(&lines)?,
        figures: figure::load(asked, &lines)?,
        references: references(reader, &lines)?,
        lines,
        drifts: drifts.into_iter().map(|it| (it.wording, it)).collect(),
    })
}

/// What the address asks to write; who may not write here only reads.
fn writing(asked: &Asked<'_>) -> Result<Writing, Trouble> {
    if !asked.here()?.may.speak.is() || asked.query.given("write").is_none() {
        return Ok(Writing::No);
    }
    let Some(digits) = asked.query.given("line") else {
        return Ok(Writing::Lines);
    };
    let line = asked.resolve(digits)?;
    asked.with_draft(Name::WordLine, &line)?;
    Ok(Writing::One(line))
}
