//! A comment on a line, a whole document, another comment, or the leaving out of a document.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say};
use crate::limits::{LINE_BYTES_MAX, NOTE_BYTES_MAX};
use crate::passage::Passage;
use crate::text::Text;

/// Says something to a line or document; whoever works on it answers with a disposition.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Comment {
    /// A line, a document, a comment that is on one of these, or a leaving out.
    #[n(0)]
    pub on: OperationId,
    /// The exact words meant, where it is not all of the line.
    #[n(1)]
    pub passage: Option<Passage>,
    /// What is said.
    #[n(2)]
    pub text: Text,
    /// How the whole line should read instead, Markdown.
    #[n(3)]
    pub proposes: Option<Text>,
}

impl Say for Comment {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the comment", NOTE_BYTES_MAX)?;
        if let Some(passage) = &self.passage {
            passage.check()?;
        }
        match &self.proposes {
            Some(text) => text.check("the wording", LINE_BYTES_MAX),
            None => Ok(()),
        }
    }

    fn references(&self) -> Vec<Reference> {
        const ON: &[Kind] = &[Kind::Document, Kind::Line, Kind::Comment, Kind::LeaveOut];
        vec![Reference::to(self.on, ON)]
    }
}
