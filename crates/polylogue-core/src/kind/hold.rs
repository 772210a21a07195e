//! A caucus asks to hold a publication, with a reason and a time limit.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Malformed, Reference, Say};
use crate::limits::{NAME_BYTES_MAX, NOTE_BYTES_MAX, TIME_END};
use crate::text::Text;

/// Asks to wait; shown, answered, and over at its end.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Hold {
    /// What is to wait.
    #[n(0)]
    pub target: OperationId,
    /// For whom this is said.
    #[n(1)]
    pub caucus: Text,
    /// Why.
    #[n(2)]
    pub reason: Text,
    /// When it is over (seconds).
    #[n(3)]
    pub end: u64,
}

impl Say for Hold {
    fn check(&self) -> Result<(), Malformed> {
        self.caucus.check("for whom", NAME_BYTES_MAX)?;
        self.reason.check("the reason", NOTE_BYTES_MAX)?;
        if self.end < TIME_END {
            Ok(())
        } else {
            Err(Malformed::Range("the end"))
        }
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.target, &[])]
    }
}
