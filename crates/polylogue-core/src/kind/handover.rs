//! A person moves to a new root key.

use minicbor::{Decode, Encode};

use crate::id::{Key, OperationId};
use crate::kind::{Malformed, Proof, Reference, Say, check_named};
use crate::limits::NAMED_MAX;

/// Moves a person to the root key that signs this.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Handover {
    /// The root key left behind.
    #[n(0)]
    pub old: Key,
    /// Heads of the old root whose past still counts, in order of id.
    #[n(1)]
    pub accepts: Vec<OperationId>,
    /// The old root's signature over commons and new root.
    #[n(2)]
    pub proof: Proof,
}

impl Say for Handover {
    fn check(&self) -> Result<(), Malformed> {
        check_named(&self.accepts, "the heads", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        Reference::all(&self.accepts, &[])
    }
}
