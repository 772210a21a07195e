//! A standing point of reference put to every perspective.

use minicbor::{Decode, Encode};

use crate::kind::{BroughtIn, Malformed, Say};
use crate::limits::SENTENCE_BYTES_MAX;
use crate::text::Text;

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Question {
    /// The question.
    #[n(0)]
    pub text: Text,
    /// Its place among the standing questions, from 1; 0: none.
    #[n(1)]
    pub place: u32,
    /// Where it was brought in from, if it was.
    #[n(2)]
    pub brought_in: Option<BroughtIn>,
}

impl Say for Question {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the question", SENTENCE_BYTES_MAX)?;
        self.brought_in.as_ref().map_or(Ok(()), BroughtIn::check)
    }
}
