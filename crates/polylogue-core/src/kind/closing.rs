//! An act that closes something and lists what it counted.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::NAMED_MAX;

/// Names what is closed and the operations counted.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Closing {
    /// What is closed.
    #[n(0)]
    pub of: OperationId,
    /// What was counted, in order of id.
    #[n(1)]
    pub counted: Vec<OperationId>,
    /// The outcome, in a note that can be erased.
    #[n(2)]
    pub words: Option<OperationId>,
}

impl Say for Closing {
    fn check(&self) -> Result<(), Malformed> {
        check_named(&self.counted, "the operations counted", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.counted, &[]);
        references.push(Reference::to(self.of, &[]));
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
