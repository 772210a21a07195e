//! Somebody suggests to bring things together, or to keep them apart.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Malformed, Reference, Say, check_listed};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// What is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Way {
    /// Show as one.
    #[n(0)]
    Fuse,
    /// One after the other.
    #[n(1)]
    Sequence,
    /// Put into dialogue.
    #[n(2)]
    Dialogue,
    /// Let their people meet.
    #[n(3)]
    Meet,
    /// Keep apart, and say why.
    #[n(4)]
    KeepApart,
}

/// A suggestion; acted on only with the owners' consent.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Suggestion {
    /// What is suggested.
    #[n(0)]
    pub way: Way,
    /// Of which things.
    #[n(1)]
    pub of: Vec<OperationId>,
    /// Why.
    #[n(2)]
    pub reason: Text,
}

impl Say for Suggestion {
    fn check(&self) -> Result<(), Malformed> {
        self.reason.check("the reason", NOTE_BYTES_MAX)?;
        if self.of.len() < 2 {
            return Err(Malformed::Missing("the other thing"));
        }
        check_listed(&self.of, "the things named", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        Reference::all(&self.of, &[])
    }
}
