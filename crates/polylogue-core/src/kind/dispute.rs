//! Somebody disputes a mark or an attribution.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Malformed, Reference, Say};
use crate::limits::NOTE_BYTES_MAX;
use crate::text::Text;

/// Disputes, with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Dispute {
    /// What.
    #[n(0)]
    pub target: OperationId,
    /// Why.
    #[n(1)]
    pub reason: Text,
}

impl Say for Dispute {
    fn check(&self) -> Result<(), Malformed> {
        self.reason.check("the reason", NOTE_BYTES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.target, &[])]
    }
}
