//! How perspectives, questions and claims came from one another.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_listed};
use crate::limits::{NAME_BYTES_MAX, NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::{Text, check_words};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Change {
    /// It got another name.
    #[n(0)]
    Renamed,
    /// One became several.
    #[n(1)]
    Split,
    /// Several became one.
    #[n(2)]
    Merged,
    /// It was put down.
    #[n(3)]
    Dropped,
    /// It was said in other words.
    #[n(4)]
    Reworded,
    /// Two entries of the same thing, shown as one; both are kept.
    #[n(5)]
    Fused,
}

/// One change, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Lineage {
    /// What happened.
    #[n(0)]
    pub change: Change,
    /// What it happened to.
    #[n(1)]
    pub from: Vec<OperationId>,
    /// What came of it.
    #[n(2)]
    pub to: Vec<OperationId>,
    /// The former name, or the new one, where there is only a name.
    #[n(3)]
    pub name: Option<Text>,
    /// Why; may be empty.
    #[n(4)]
    pub reason: Text,
    /// When, as far as is known: `2011`, `2016-05`.
    #[n(5)]
    pub when: String,
}

impl Say for Lineage {
    fn check(&self) -> Result<(), Malformed> {
        if self.from.is_empty() {
            return Err(Malformed::Missing("what it happened to"));
        }
        if let Some(name) = &self.name {
            name.check("the name", NAME_BYTES_MAX)?;
        }
        self.reason.check_optional("the reason", NOTE_BYTES_MAX)?;
        check_words(&self.when, "the date", NAME_BYTES_MAX)?;
        check_listed(&self.from, "the things named", REFERENCES_MAX)?;
        check_listed(&self.to, "the things named", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        const THINGS: &[Kind] = &[
            Kind::Perspective,
            Kind::Question,
            Kind::Claim,
            Kind::Dialogue,
            Kind::Source,
        ];
        let mut references = Reference::all(&self.from, THINGS);
        references.extend(Reference::all(&self.to, THINGS));
        references
    }
}
