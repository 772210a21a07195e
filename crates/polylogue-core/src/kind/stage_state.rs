//! A stage is done, or goes on.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_listed, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// How far a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum StageStep {
    /// It goes on.
    #[n(0)]
    Open,
    /// It is done.
    #[n(1)]
    Done,
    /// It is left out of this process.
    #[n(2)]
    Skipped,
}

/// Says how far a stage is, and what that rests on.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct StageState {
    /// The stage.
    #[n(0)]
    pub stage: OperationId,
    /// How far it is.
    #[n(1)]
    pub step: StageStep,
    /// What shows it.
    #[n(2)]
    pub rests_on: Vec<OperationId>,
    /// Why, or what came of it; may be empty.
    #[n(3)]
    pub words: Text,
    /// Earlier words on it, in order of id.
    #[n(4)]
    pub replaces: Vec<OperationId>,
}

impl Say for StageState {
    fn check(&self) -> Result<(), Malformed> {
        self.words.check_optional("the words", NOTE_BYTES_MAX)?;
        check_listed(&self.rests_on, "the things named", REFERENCES_MAX)?;
        check_named(&self.replaces, "the earlier words", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.replaces, &[Kind::StageState]);
        references.push(Reference::to(self.stage, &[Kind::Stage]));
        references.extend(Reference::all(&self.rests_on, &[]));
        references
    }
}
