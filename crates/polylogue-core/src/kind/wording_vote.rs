//! A person's vote on one exact wording of a line; the latest counts, the history stays.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Choice, Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// One vote; a wording that is revised is another one, and is voted on anew.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct WordingVote {
    /// The wording: a line for its first, a later one, or a comment that proposes one.
    #[n(0)]
    pub wording: OperationId,
    /// The choice.
    #[n(1)]
    pub choice: Choice,
    /// Why, if they say.
    #[n(2)]
    pub reason: Option<Text>,
    /// Earlier votes this replaces, in order of id.
    #[n(3)]
    pub replaces: Vec<OperationId>,
}

impl Say for WordingVote {
    fn check(&self) -> Result<(), Malformed> {
        if let Some(reason) = &self.reason {
            reason.check("the reason", NOTE_BYTES_MAX)?;
        }
        check_named(&self.replaces, "the earlier votes", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        const WORDINGS: &[Kind] = &[Kind::Line, Kind::LineText, Kind::Comment];
        vec![Reference::to(self.wording, WORDINGS)]
    }
}
