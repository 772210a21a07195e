//! Somebody signs an edition, and says what they sign.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// What a signer signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum SignedAs {
    /// They agree with what it says.
    #[n(0)]
    Agree,
    /// They agree, and keep something back, which they say.
    #[n(1)]
    Reservation,
    /// They saw how it came about, and say nothing of what it says.
    #[n(2)]
    Witness,
}

impl SignedAs {
    /// All, in order of number.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Reservation, Self::Witness];

    /// Its name in commands and `--json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Reservation => "reservation",
            Self::Witness => "witness",
        }
    }

    /// The one of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Signs an edition; the person's latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct EditionSign {
    /// The edition.
    #[n(0)]
    pub edition: OperationId,
    /// As what.
    #[n(1)]
    pub signed_as: SignedAs,
    /// A reservation's words; else what a signer wants to say beside, which may be empty.
    #[n(2)]
    pub words: Text,
    /// Earlier signatures of the same person this replaces, in order of id.
    #[n(3)]
    pub replaces: Vec<OperationId>,
}

impl Say for EditionSign {
    fn check(&self) -> Result<(), Malformed> {
        match self.signed_as {
            SignedAs::Reservation => self.words.check("the reservation", NOTE_BYTES_MAX)?,
            SignedAs::Agree | SignedAs::Witness => {
                self.words.check_optional("the words", NOTE_BYTES_MAX)?;
            }
        }
        check_named(&self.replaces, "the earlier signatures", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.edition, &[Kind::Edition])]
    }
}
