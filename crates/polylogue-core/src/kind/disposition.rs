//! What became of a comment, with a reason.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Disposed {
    /// Taken as it is.
    #[n(0)]
    Accepted,
    /// Taken in another form.
    #[n(1)]
    Adapted,
    /// Not taken.
    #[n(2)]
    Declined,
}

/// Disposes of a comment. Of several that nothing replaces all are shown.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Disposition {
    /// The comment.
    #[n(0)]
    pub comment: OperationId,
    /// What became of it.
    #[n(1)]
    pub disposed: Disposed,
    /// Why; never empty.
    #[n(2)]
    pub reason: Text,
    /// The wording of the line that was written for it, if one was.
    #[n(3)]
    pub wrote: Option<OperationId>,
    /// Earlier dispositions this replaces, in order of id.
    #[n(4)]
    pub replaces: Vec<OperationId>,
}

impl Say for Disposition {
    fn check(&self) -> Result<(), Malformed> {
        self.reason.check("the reason", NOTE_BYTES_MAX)?;
        check_named(&self.replaces, "the earlier dispositions", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.replaces, &[Kind::Disposition]);
        references.push(Reference::to(self.comment, &[Kind::Comment]));
        references.extend(
            self.wrote
                .map(|id| Reference::to(id, &[Kind::Line, Kind::LineText])),
        );
        references
    }
}
