//! A part of what an edition consists of, as bytes: the list is longer than one operation may be.

use minicbor::{Decode, Encode};

use crate::kind::{Malformed, Say};
use crate::limits::EDITION_PART_BYTES_MAX;

/// Some bytes of a [`crate::edition::Manifest`]. By itself it does nothing.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct EditionPart {
    /// The bytes.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

impl Say for EditionPart {
    fn check(&self) -> Result<(), Malformed> {
        if self.bytes.is_empty() {
            return Err(Malformed::Empty("the part"));
        }
        if self.bytes.len() > EDITION_PART_BYTES_MAX {
            return Err(Malformed::TooLong("the part"));
        }
        Ok(())
    }
}
