//! A moderator empties bodies, with a reason.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::NAMED_MAX;

/// Empties bodies of anybody's content. It hides at once; bytes go after the charter's delay.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ModeratorErase {
    /// What is emptied, in order of id.
    #[n(0)]
    pub targets: Vec<OperationId>,
    /// Why, in a note that can be erased.
    #[n(1)]
    pub words: Option<OperationId>,
    /// The dialogue that turns among them stood in, so that each leaves a gap there on every peer:
    /// only their bodies said it. Not what this act is about, so no reference.
    #[n(2)]
    pub dialogue: Option<OperationId>,
}

impl Say for ModeratorErase {
    fn check(&self) -> Result<(), Malformed> {
        if self.targets.is_empty() {
            return Err(Malformed::Missing("what to erase"));
        }
        if self.words.is_none() {
            return Err(Malformed::Missing("the reason"));
        }
        check_named(&self.targets, "what to erase", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.targets, &[]);
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
