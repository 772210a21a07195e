//! A line of a shared document, with its first text and place.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say};
use crate::limits::{LINE_BYTES_MAX, PLACE_BYTES_MAX, REFERENCES_MAX};
use crate::passage::Passage;
use crate::text::Text;

/// What a line rests on.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Trace {
    /// A move, claim, vote, turn, practice or source.
    #[n(0)]
    pub of: OperationId,
    /// The passage of it, where it is one.
    #[n(1)]
    pub passage: Option<Passage>,
}

/// Adds a line; its id is this operation's.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Line {
    /// The document.
    #[n(0)]
    pub document: OperationId,
    /// The text, Markdown; may be empty.
    #[n(1)]
    pub text: Text,
    /// What it rests on.
    #[n(2)]
    pub traces: Vec<Trace>,
    /// Its place: a fractional index, compared as bytes; ties by id.
    #[n(3)]
    pub place: String,
}

impl Say for Line {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check_optional("the line", LINE_BYTES_MAX)?;
        check_traces(&self.traces)?;
        check_place(&self.place)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = traced(&self.traces);
        references.push(Reference::to(self.document, &[Kind::Document]));
        references
    }
}

pub(super) fn check_traces(traces: &[Trace]) -> Result<(), Malformed> {
    if traces.len() > REFERENCES_MAX {
        return Err(Malformed::Named("the traces"));
    }
    traces
        .iter()
        .filter_map(|it| it.passage.as_ref())
        .try_for_each(Passage::check)
}

pub(super) fn check_place(place: &str) -> Result<(), Malformed> {
    let is_index = place.bytes().all(|it| it.is_ascii_alphanumeric());
    if place.is_empty() || place.len() > PLACE_BYTES_MAX || !is_index {
        return Err(Malformed::Range("the place"));
    }
    Ok(())
}

pub(super) fn traced(traces: &[Trace]) -> Vec<Reference> {
    traces.iter().map(|it| Reference::to(it.of, &[])).collect()
}
