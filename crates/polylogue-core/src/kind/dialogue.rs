//! A sequence of turns on perspectives under questions.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{BroughtIn, Kind, Malformed, Reference, Say, check_listed};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX, SENTENCE_BYTES_MAX, TIME_END};
use crate::text::Text;

/// How far a dialogue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum State {
    /// Foreseen.
    #[n(0)]
    Planned,
    /// Going on.
    #[n(1)]
    Open,
    /// Ended; it can be opened again.
    #[n(2)]
    Closed,
}

/// Begins a dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Dialogue {
    /// The title.
    #[n(0)]
    pub title: Text,
    /// What it is about, Markdown; may be empty.
    #[n(1)]
    pub about: Text,
    /// Perspectives that meet.
    #[n(2)]
    pub perspectives: Vec<OperationId>,
    /// Questions it stands under.
    #[n(3)]
    pub questions: Vec<OperationId>,
    /// How far it is at the start.
    #[n(4)]
    pub state: State,
    /// When it is to begin (seconds), if that is set.
    #[n(5)]
    pub scheduled: Option<u64>,
    /// Where it was brought in from, if it was.
    #[n(6)]
    pub brought_in: Option<BroughtIn>,
}

impl Say for Dialogue {
    fn check(&self) -> Result<(), Malformed> {
        self.title.check("the title", SENTENCE_BYTES_MAX)?;
        self.about
            .check_optional("what it is about", NOTE_BYTES_MAX)?;
        if self.scheduled.is_some_and(|it| it >= TIME_END) {
            return Err(Malformed::Range("the time"));
        }
        self.brought_in.as_ref().map_or(Ok(()), BroughtIn::check)?;
        check_listed(&self.perspectives, "the perspectives", REFERENCES_MAX)?;
        check_listed(&self.questions, "the questions", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.perspectives, &[Kind::Perspective]);
        references.extend(Reference::all(&self.questions, &[Kind::Question]));
        references
    }
}
