//! A person leaves.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say};

/// Ends one's own membership; what was said before still counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Leave {
    /// Why, in a note that can be erased.
    #[n(0)]
    pub words: Option<OperationId>,
}

impl Say for Leave {
    fn check(&self) -> Result<(), Malformed> {
        Ok(())
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Vec::new();
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
