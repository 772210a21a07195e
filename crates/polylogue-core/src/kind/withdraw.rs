//! An author takes something back; it stays readable, marked.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Malformed, Reference, Say};
use crate::limits::NOTE_BYTES_MAX;
use crate::text::Text;

/// Takes one's own words back.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Withdraw {
    /// What.
    #[n(0)]
    pub target: OperationId,
    /// Why; may be empty for one's own.
    #[n(1)]
    pub reason: Text,
}

impl Say for Withdraw {
    fn check(&self) -> Result<(), Malformed> {
        self.reason.check_optional("the reason", NOTE_BYTES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.target, &[])]
    }
}
