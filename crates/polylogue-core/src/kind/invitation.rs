//! A member opens a way in.

use minicbor::{Decode, Encode};

use crate::id::Key;
use crate::kind::{Malformed, Say, Scope};
use crate::limits::TIME_END;

/// A public key; whoever holds its private half may join until the end.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Invitation {
    /// The invitation's key.
    #[n(0)]
    pub key: Key,
    /// Claimed times from here on are too late (seconds).
    #[n(1)]
    pub end: u64,
    /// What those who join may say.
    #[n(2)]
    pub scope: Scope,
}

impl Say for Invitation {
    fn check(&self) -> Result<(), Malformed> {
        if self.end < TIME_END {
            Ok(())
        } else {
            Err(Malformed::Range("the end"))
        }
    }
}
