//! A moderator hides something, with a reason, in a public log.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::NAMED_MAX;

/// Hides content until it is restored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Hide {
    /// What, in order of id.
    #[n(0)]
    pub targets: Vec<OperationId>,
    /// Why, in a note that can be erased.
    #[n(1)]
    pub words: Option<OperationId>,
    /// The dialogue this is held to: what stands elsewhere stays shown. A moderator of one dialogue
    /// names it. Not what this act is about, so no reference.
    #[n(2)]
    pub dialogue: Option<OperationId>,
}

impl Say for Hide {
    fn check(&self) -> Result<(), Malformed> {
        if self.words.is_none() || self.targets.is_empty() {
            return Err(Malformed::Missing("the reason, or what it is about"));
        }
        check_named(&self.targets, "the things named", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.targets, &[]);
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
