//! A greeter admits a person.

use minicbor::{Decode, Encode};

use crate::id::{Key, OperationId};
use crate::kind::{Kind, Malformed, Reference, Say, Scope, check_named};
use crate::limits::NAMED_MAX;

/// Admits a root key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Admit {
    /// The root key.
    #[n(0)]
    pub person: Key,
    /// What they may say.
    #[n(1)]
    pub scope: Scope,
    /// Removals this answers, in order of id: a removal beats admissions that do not name it.
    #[n(2)]
    pub names: Vec<OperationId>,
    /// Why, in a note that can be erased.
    #[n(3)]
    pub words: Option<OperationId>,
}

impl Say for Admit {
    fn check(&self) -> Result<(), Malformed> {
        check_named(&self.names, "the removals", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.names, &[Kind::Removal]);
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
