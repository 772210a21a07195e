//! Votes counted elsewhere, entered as counts: they are shown beside the votes, never among them.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{BroughtIn, Kind, Malformed, Reference, Say};
use crate::limits::SENTENCE_BYTES_MAX;
use crate::text::Text;

/// How one group voted on one claim.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Count {
    /// The claim.
    #[n(0)]
    pub claim: OperationId,
    /// Which group, where and when.
    #[n(1)]
    pub group: Text,
    /// People who agreed.
    #[n(2)]
    pub agree: u32,
    /// People who disagreed.
    #[n(3)]
    pub disagree: u32,
    /// People who passed.
    #[n(4)]
    pub pass: u32,
    /// Where the count is from.
    #[n(5)]
    pub brought_in: BroughtIn,
}

impl Say for Count {
    fn check(&self) -> Result<(), Malformed> {
        self.group.check("the group", SENTENCE_BYTES_MAX)?;
        self.brought_in.check()
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.claim, &[Kind::Claim])]
    }
}
