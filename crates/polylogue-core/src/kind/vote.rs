//! A person's vote on a claim; the latest counts, the history stays.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// What a person says to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Choice {
    /// Agrees.
    #[n(0)]
    Agree,
    /// Disagrees.
    #[n(1)]
    Disagree,
    /// Neither.
    #[n(2)]
    Pass,
}

/// Whether it matters to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Matters {
    /// Nothing said.
    #[n(0)]
    Unsaid,
    /// It matters to them.
    #[n(1)]
    Yes,
}

/// One vote. Its claimed time is a whole minute.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Vote {
    /// The claim.
    #[n(0)]
    pub claim: OperationId,
    /// The choice.
    #[n(1)]
    pub choice: Choice,
    /// Whether it matters to them.
    #[n(2)]
    pub matters: Matters,
    /// Why, if they say.
    #[n(3)]
    pub reason: Option<Text>,
    /// Earlier votes this replaces, in order of id.
    #[n(4)]
    pub replaces: Vec<OperationId>,
}

impl Say for Vote {
    fn check(&self) -> Result<(), Malformed> {
        if let Some(reason) = &self.reason {
            reason.check("the reason", NOTE_BYTES_MAX)?;
        }
        check_named(&self.replaces, "the earlier votes", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.claim, &[Kind::Claim])]
    }
}
