//! A member vouches for a newcomer.

use minicbor::{Decode, Encode};

use crate::id::{Key, OperationId};
use crate::kind::{Malformed, Reference, Say, Scope, check_named};
use crate::limits::NAMED_MAX;

/// Admits a root key where the charter lets members vouch.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Vouch {
    /// The root key.
    #[n(0)]
    pub person: Key,
    /// What they may say.
    #[n(1)]
    pub scope: Scope,
    /// Heads of the newcomer to fetch, in order of id.
    #[n(2)]
    pub heads: Vec<OperationId>,
}

impl Say for Vouch {
    fn check(&self) -> Result<(), Malformed> {
        check_named(&self.heads, "the heads", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        Reference::all(&self.heads, &[])
    }
}
