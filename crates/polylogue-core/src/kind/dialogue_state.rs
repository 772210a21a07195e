//! A dialogue is opened, closed or put off.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, State, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// Says how far a dialogue is; of several that nothing replaces, the furthest counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DialogueState {
    /// The dialogue.
    #[n(0)]
    pub dialogue: OperationId,
    /// How far it is now.
    #[n(1)]
    pub state: State,
    /// Why, in a few words; may be empty.
    #[n(2)]
    pub reason: Text,
    /// Earlier writes this replaces, in order of id.
    #[n(3)]
    pub replaces: Vec<OperationId>,
}

impl Say for DialogueState {
    fn check(&self) -> Result<(), Malformed> {
        self.reason.check_optional("the reason", NOTE_BYTES_MAX)?;
        check_named(&self.replaces, "the earlier states", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.replaces, &[Kind::DialogueState]);
        references.push(Reference::to(self.dialogue, &[Kind::Dialogue]));
        references
    }
}
