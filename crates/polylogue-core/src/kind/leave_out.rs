//! A document is left out of an edition, with a reason; comments on it are the replies.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say};
use crate::limits::{NOTE_BYTES_MAX, SENTENCE_BYTES_MAX};
use crate::text::Text;

/// Says under one's name that a document does not stand in an edition, and why.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LeaveOut {
    /// The document.
    #[n(0)]
    pub document: OperationId,
    /// The edition, where it is made already.
    #[n(1)]
    pub edition: Option<OperationId>,
    /// What the edition is called, in words.
    #[n(2)]
    pub name: Text,
    /// Why; never empty.
    #[n(3)]
    pub reason: Text,
}

impl Say for LeaveOut {
    fn check(&self) -> Result<(), Malformed> {
        self.name.check("the edition", SENTENCE_BYTES_MAX)?;
        self.reason.check("the reason", NOTE_BYTES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = vec![Reference::to(self.document, &[Kind::Document])];
        references.extend(self.edition.map(|id| Reference::to(id, &[])));
        references
    }
}
