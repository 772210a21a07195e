//! Something that named people will have done by a day.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Malformed, Reference, Say};
use crate::limits::{NOTE_BYTES_MAX, TIME_END};
use crate::text::Text;

/// A dated action; only who signs it is bound by it, and a commons never is.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Action {
    /// What will be done.
    #[n(0)]
    pub text: Text,
    /// By when (seconds).
    #[n(1)]
    pub until: u64,
    /// What it comes from: a document, a claim, a dialogue, a stage.
    #[n(2)]
    pub from: Option<OperationId>,
}

impl Say for Action {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the action", NOTE_BYTES_MAX)?;
        if self.until >= TIME_END {
            return Err(Malformed::Range("the date"));
        }
        Ok(())
    }

    fn references(&self) -> Vec<Reference> {
        self.from
            .map(|id| Reference::to(id, &[]))
            .into_iter()
            .collect()
    }
}
