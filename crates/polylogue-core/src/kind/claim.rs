//! One short debatable sentence.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{BroughtIn, Kind, Malformed, Reference, Say, check_listed};
use crate::limits::{REFERENCES_MAX, SENTENCE_BYTES_MAX};
use crate::passage::Passage;
use crate::text::Text;

/// Puts a claim under a question or dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Claim {
    /// The sentence.
    #[n(0)]
    pub text: Text,
    /// The question or dialogue it is put under.
    #[n(1)]
    pub under: Option<OperationId>,
    /// Passages it was lifted from.
    #[n(2)]
    pub passages: Vec<Passage>,
    /// Perspectives that hold it, as far as its author knows.
    #[n(3)]
    pub held_by: Vec<OperationId>,
    /// Where it was brought in from, if it was.
    #[n(4)]
    pub brought_in: Option<BroughtIn>,
}

impl Say for Claim {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the claim", SENTENCE_BYTES_MAX)?;
        if self.passages.len() > REFERENCES_MAX {
            return Err(Malformed::Named("the passages"));
        }
        self.passages.iter().try_for_each(Passage::check)?;
        self.brought_in.as_ref().map_or(Ok(()), BroughtIn::check)?;
        check_listed(&self.held_by, "the perspectives", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        const TEXTS: &[Kind] = &[Kind::Turn, Kind::Source, Kind::Line];
        let mut references = Reference::all(&self.held_by, &[Kind::Perspective]);
        references.extend(self.passages.iter().map(|it| Reference::to(it.of, TEXTS)));
        const PLACES: &[Kind] = &[Kind::Question, Kind::Dialogue];
        references.extend(self.under.map(|id| Reference::to(id, PLACES)));
        references
    }
}
