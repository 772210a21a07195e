//! An asker accepts an answer.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say};
use crate::limits::NOTE_BYTES_MAX;
use crate::text::Text;

/// Says that a question asked was answered by this.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Accept {
    /// The move that asks, or the turn.
    #[n(0)]
    pub question: OperationId,
    /// The move, turn or passage's turn that answers.
    #[n(1)]
    pub answer: OperationId,
    /// A few words; may be empty.
    #[n(2)]
    pub words: Text,
}

impl Say for Accept {
    fn check(&self) -> Result<(), Malformed> {
        self.words.check_optional("the words", NOTE_BYTES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        Reference::all(&[self.question, self.answer], &[Kind::Move, Kind::Turn])
    }
}
