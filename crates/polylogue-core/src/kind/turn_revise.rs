//! An author says a turn again; the earlier words stay readable.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::turn::{check_quotes, quoted};
use crate::kind::{Kind, LongText, Malformed, Quote, Reference, Say, check_named};
use crate::limits::{BLOB_BYTES_MAX, REFERENCES_MAX, TURN_BYTES_MAX};
use crate::text::Text;

/// A new wording of one's own turn.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct TurnRevise {
    /// The turn.
    #[n(0)]
    pub turn: OperationId,
    /// The words, Markdown; their beginning where `long` names more.
    #[n(1)]
    pub text: Text,
    /// The whole text, where it is too long for here.
    #[n(2)]
    pub long: Option<LongText>,
    /// Passages taken up.
    #[n(3)]
    pub quotes: Vec<Quote>,
    /// Earlier writes this replaces, in order of id.
    #[n(4)]
    pub replaces: Vec<OperationId>,
}

impl Say for TurnRevise {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the turn", TURN_BYTES_MAX)?;
        check_quotes(&self.quotes)?;
        if self
            .long
            .as_ref()
            .is_some_and(|it| it.bytes > BLOB_BYTES_MAX)
        {
            return Err(Malformed::TooLong("the turn"));
        }
        check_named(&self.replaces, "the earlier wordings", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = quoted(&self.quotes);
        references.extend(Reference::all(&self.replaces, &[Kind::TurnRevise]));
        references.push(Reference::to(self.turn, &[Kind::Turn]));
        references
    }
}
