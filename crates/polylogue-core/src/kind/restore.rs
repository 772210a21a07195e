//! A moderator shows again what was hidden.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::NAMED_MAX;

/// Answers hides.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Restore {
    /// What, in order of id.
    #[n(0)]
    pub hides: Vec<OperationId>,
    /// Why, in a note that can be erased.
    #[n(1)]
    pub words: Option<OperationId>,
    /// The dialogue this is held to: it answers only hides held to the same. A moderator of one
    /// dialogue names it. Not what this act is about, so no reference.
    #[n(2)]
    pub dialogue: Option<OperationId>,
}

impl Say for Restore {
    fn check(&self) -> Result<(), Malformed> {
        if self.words.is_none() || self.hides.is_empty() {
            return Err(Malformed::Missing("the reason, or what it is about"));
        }
        check_named(&self.hides, "the things named", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.hides, &[Kind::Hide]);
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
