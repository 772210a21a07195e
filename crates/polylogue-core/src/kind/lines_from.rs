//! Where the lines of a document come from: another document, here or in another commons.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_listed};
use crate::limits::LINES_FROM_MAX;

/// One line, and the wording elsewhere that it was last laid beside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(array)]
pub struct LineFrom {
    /// The line of this document; none: it was decided to leave the other out.
    #[n(0)]
    pub line: Option<OperationId>,
    /// The line elsewhere.
    #[n(1)]
    pub from: OperationId,
    /// Its wording then: the base of the next merge.
    #[n(2)]
    pub wording: OperationId,
}

/// Says of many lines at once where they come from, when a document is forked and whenever it is
/// laid beside the other again. Of several words on one line the highest (counter, id) counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LinesFrom {
    /// This document.
    #[n(0)]
    pub document: OperationId,
    /// The commons of the other; none: this one.
    #[n(1)]
    pub commons: Option<OperationId>,
    /// The other document.
    #[n(2)]
    pub origin: OperationId,
    /// The lines, in the order of this document.
    #[n(3)]
    pub lines: Vec<LineFrom>,
}

impl Say for LinesFrom {
    fn check(&self) -> Result<(), Malformed> {
        check_listed(&self.lines, "the lines", LINES_FROM_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = vec![Reference::to(self.document, &[Kind::Document])];
        if self.commons.is_none() {
            references.push(Reference::to(self.origin, &[Kind::Document]));
        }
        references
    }
}
