//! A documented case, linked to claims as evidence for or against.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_listed};
use crate::limits::{NAME_BYTES_MAX, NOTE_BYTES_MAX, REFERENCES_MAX, SENTENCE_BYTES_MAX};
use crate::text::{Text, check_words};

/// What a case says to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Evidence {
    /// It speaks for it.
    #[n(0)]
    For,
    /// It speaks against it.
    #[n(1)]
    Against,
}

/// A claim the case bears on.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct EvidenceLink {
    /// The claim.
    #[n(0)]
    pub claim: OperationId,
    /// Which way.
    #[n(1)]
    pub evidence: Evidence,
    /// How; may be empty.
    #[n(2)]
    pub reason: Text,
}

/// What was done, where, when, by whom, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Practice {
    /// The title.
    #[n(0)]
    pub title: Text,
    /// Where.
    #[n(1)]
    pub place: Text,
    /// When, as told.
    #[n(2)]
    pub when: String,
    /// Who.
    #[n(3)]
    pub who: Text,
    /// The steps, in order.
    #[n(4)]
    pub steps: Vec<Text>,
    /// What came of it, Markdown; may be empty.
    #[n(5)]
    pub outcomes: Text,
    /// What failed, Markdown; may be empty.
    #[n(6)]
    pub failures: Text,
    /// Claims it bears on.
    #[n(7)]
    pub links: Vec<EvidenceLink>,
    /// Sources.
    #[n(8)]
    pub sources: Vec<OperationId>,
}

impl Say for Practice {
    fn check(&self) -> Result<(), Malformed> {
        self.title.check("the title", SENTENCE_BYTES_MAX)?;
        self.place.check_optional("the place", SENTENCE_BYTES_MAX)?;
        self.who.check_optional("who", NOTE_BYTES_MAX)?;
        check_words(&self.when, "the date", NAME_BYTES_MAX)?;
        if self.steps.len().max(self.links.len()) > REFERENCES_MAX {
            return Err(Malformed::Named("the steps or claims"));
        }
        self.steps
            .iter()
            .try_for_each(|it| it.check("a step", NOTE_BYTES_MAX))?;
        self.outcomes
            .check_optional("the outcomes", NOTE_BYTES_MAX)?;
        self.failures
            .check_optional("the failures", NOTE_BYTES_MAX)?;
        self.links
            .iter()
            .try_for_each(|it| it.reason.check_optional("how", SENTENCE_BYTES_MAX))?;
        check_listed(&self.sources, "the sources", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.sources, &[Kind::Source]);
        references.extend(
            self.links
                .iter()
                .map(|it| Reference::to(it.claim, &[Kind::Claim])),
        );
        references
    }
}
