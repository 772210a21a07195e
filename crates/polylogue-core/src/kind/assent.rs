//! A keeper assents to a resolution; never withdrawn.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say};

/// Assents to one resolution.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Assent {
    /// The resolution.
    #[n(0)]
    pub resolution: OperationId,
}

impl Say for Assent {
    fn check(&self) -> Result<(), Malformed> {
        Ok(())
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.resolution, &[Kind::Resolution])]
    }
}
