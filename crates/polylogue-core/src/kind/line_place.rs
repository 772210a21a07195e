//! A line moves.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::line::check_place;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::REFERENCES_MAX;

/// Writes a line's place.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LinePlace {
    /// The line.
    #[n(0)]
    pub line: OperationId,
    /// A fractional index, compared as bytes; ties by id.
    #[n(1)]
    pub place: String,
    /// Places this replaces, in order of id; the line itself for its first.
    #[n(2)]
    pub replaces: Vec<OperationId>,
}

impl Say for LinePlace {
    fn check(&self) -> Result<(), Malformed> {
        check_place(&self.place)?;
        check_named(&self.replaces, "the earlier places", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.replaces, &[Kind::Line, Kind::LinePlace]);
        references.push(Reference::to(self.line, &[Kind::Line]));
        references
    }
}
