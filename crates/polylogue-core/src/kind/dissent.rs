//! A minority report or a reservation on a document or line.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say};
use crate::limits::{SENTENCE_BYTES_MAX, TURN_BYTES_MAX};
use crate::text::Text;

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum DissentForm {
    /// A text of its own beside the document.
    #[n(0)]
    Report,
    /// Agreement but for this.
    #[n(1)]
    Reservation,
}

/// Dissents under one's name. Its words never change, so that nobody finds their name under
/// others than they signed; who means something else says it anew.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Dissent {
    /// The document or line.
    #[n(0)]
    pub on: OperationId,
    /// What it is.
    #[n(1)]
    pub form: DissentForm,
    /// Its title.
    #[n(2)]
    pub title: Text,
    /// Its words, Markdown.
    #[n(3)]
    pub text: Text,
}

impl Say for Dissent {
    fn check(&self) -> Result<(), Malformed> {
        self.title.check("the title", SENTENCE_BYTES_MAX)?;
        self.text.check("the dissent", TURN_BYTES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.on, &[Kind::Document, Kind::Line])]
    }
}
