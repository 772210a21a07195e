//! A moderator ends a membership, with a reason, and says what still counts.

use minicbor::{Decode, Encode};

use crate::id::{Key, OperationId};
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::NAMED_MAX;

/// Ends the admissions of a root key that do not name this.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Removal {
    /// The root key.
    #[n(0)]
    pub person: Key,
    /// Heads whose past still counts, in order of id; only a resolution may name none.
    #[n(1)]
    pub accepts: Vec<OperationId>,
    /// Why, in a note that can be erased.
    #[n(2)]
    pub words: Option<OperationId>,
}

impl Say for Removal {
    fn check(&self) -> Result<(), Malformed> {
        if self.accepts.is_empty() {
            return Err(Malformed::Missing("what still counts"));
        }
        if self.words.is_none() {
            return Err(Malformed::Missing("the reason"));
        }
        check_named(&self.accepts, "the heads", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.accepts, &[]);
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
