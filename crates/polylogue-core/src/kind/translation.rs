//! A translation beside the original, by a named person.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{REFERENCES_MAX, TURN_BYTES_MAX};
use crate::text::Text;

/// Says a text in another language; the person's latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Translation {
    /// What is translated.
    #[n(0)]
    pub of: OperationId,
    /// The revision translated; the thing itself if it was never revised.
    #[n(1)]
    pub revision: OperationId,
    /// The translation, with its language.
    #[n(2)]
    pub text: Text,
    /// Earlier writes this replaces, in order of id.
    #[n(3)]
    pub replaces: Vec<OperationId>,
}

impl Say for Translation {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the translation", TURN_BYTES_MAX)?;
        check_named(&self.replaces, "the earlier translations", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        const TEXTS: &[Kind] = &[
            Kind::Turn,
            Kind::Claim,
            Kind::Question,
            Kind::Perspective,
            Kind::Dialogue,
            Kind::Line,
        ];
        vec![Reference::to(self.of, TEXTS)]
    }
}
