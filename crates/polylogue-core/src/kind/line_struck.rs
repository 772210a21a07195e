//! A line is struck, or stands again.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::REFERENCES_MAX;

/// Whether a line is struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Struck {
    /// It stands.
    #[n(0)]
    No,
    /// It is struck.
    #[n(1)]
    Yes,
}

/// Writes whether a line is struck.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LineStruck {
    /// The line.
    #[n(0)]
    pub line: OperationId,
    /// Whether it is struck.
    #[n(1)]
    pub struck: Struck,
    /// Earlier words on it, in order of id; for a strike also the line and the wordings that were
    /// seen: others are not struck. Without the line, whatever there is.
    #[n(2)]
    pub replaces: Vec<OperationId>,
}

impl Say for LineStruck {
    fn check(&self) -> Result<(), Malformed> {
        check_named(&self.replaces, "the earlier words", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        const NAMED: &[Kind] = &[Kind::Line, Kind::LineText, Kind::LineStruck];
        let mut references = Reference::all(&self.replaces, NAMED);
        references.push(Reference::to(self.line, &[Kind::Line]));
        references
    }
}
