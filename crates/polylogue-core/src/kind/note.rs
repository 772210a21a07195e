//! Words that an act of authority names, so that they can be erased.

use minicbor::{Decode, Encode};

use crate::kind::{Malformed, Say};
use crate::limits::NOTE_BYTES_MAX;
use crate::text::Text;

/// A short text.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Note {
    /// The words, plain.
    #[n(0)]
    pub text: Text,
}

impl Say for Note {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the note", NOTE_BYTES_MAX)
    }
}
