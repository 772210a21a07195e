//! What a person says of themselves: a name is only a claim.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NAME_BYTES_MAX, NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// A name and a few words; the person's latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Profile {
    /// The name.
    #[n(0)]
    pub name: Text,
    /// A few words, plain; may be empty.
    #[n(1)]
    pub about: Text,
    /// Earlier writes this replaces, in order of id.
    #[n(2)]
    pub replaces: Vec<OperationId>,
}

impl Say for Profile {
    fn check(&self) -> Result<(), Malformed> {
        self.name.check("the name", NAME_BYTES_MAX)?;
        self.about
            .check_optional("what is said of yourself", NOTE_BYTES_MAX)?;
        check_named(&self.replaces, "the earlier profiles", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        Reference::all(&self.replaces, &[Kind::Profile])
    }
}
