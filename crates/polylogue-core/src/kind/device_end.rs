//! A person's root key ends a device key and says what still counts.

use minicbor::{Decode, Encode};

use crate::id::{Key, OperationId};
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::NAMED_MAX;

/// Ends a device key; signed by the root key. Devices never end each other.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DeviceEnd {
    /// The device's key.
    #[n(0)]
    pub device: Key,
    /// Heads by that device whose past still counts, in order of id.
    #[n(1)]
    pub accepts: Vec<OperationId>,
    /// Why, in a note that can be erased.
    #[n(2)]
    pub words: Option<OperationId>,
}

impl Say for DeviceEnd {
    fn check(&self) -> Result<(), Malformed> {
        check_named(&self.accepts, "the heads", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.accepts, &[]);
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
