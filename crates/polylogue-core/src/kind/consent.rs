//! An owner answers a suggestion.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Answer {
    /// Consents.
    #[n(0)]
    Yes,
    /// Declines.
    #[n(1)]
    No,
}

/// The person's latest answer counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Consent {
    /// The suggestion.
    #[n(0)]
    pub suggestion: OperationId,
    /// The answer.
    #[n(1)]
    pub answer: Answer,
    /// Why; may be empty.
    #[n(2)]
    pub reason: Text,
    /// Earlier writes this replaces, in order of id.
    #[n(3)]
    pub replaces: Vec<OperationId>,
}

impl Say for Consent {
    fn check(&self) -> Result<(), Malformed> {
        self.reason.check_optional("the reason", NOTE_BYTES_MAX)?;
        check_named(&self.replaces, "the earlier answers", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.suggestion, &[Kind::Suggestion])]
    }
}
