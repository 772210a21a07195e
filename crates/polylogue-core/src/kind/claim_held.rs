//! Somebody says whether a perspective holds a claim.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, Voice, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// Whether a perspective holds a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Held {
    /// It holds it.
    #[n(0)]
    Holds,
    /// It does not.
    #[n(1)]
    DoesNot,
}

/// A voice's word on a perspective and a claim; the person's latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ClaimHeld {
    /// The claim.
    #[n(0)]
    pub claim: OperationId,
    /// The perspective.
    #[n(1)]
    pub perspective: OperationId,
    /// Whether it holds it.
    #[n(2)]
    pub held: Held,
    /// From where this is said.
    #[n(3)]
    pub voice: Voice,
    /// Why; may be empty.
    #[n(4)]
    pub reason: Text,
    /// Earlier writes this replaces, in order of id.
    #[n(5)]
    pub replaces: Vec<OperationId>,
}

impl Say for ClaimHeld {
    fn check(&self) -> Result<(), Malformed> {
        self.reason.check_optional("the reason", NOTE_BYTES_MAX)?;
        if self.voice == Voice::Oneself {
            return Err(Malformed::Missing("from within or on its behalf"));
        }
        check_named(&self.replaces, "the earlier words", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        vec![
            Reference::to(self.claim, &[Kind::Claim]),
            Reference::to(self.perspective, &[Kind::Perspective]),
        ]
    }
}
