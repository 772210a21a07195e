//! A person puts their name to a dissent or an action, or takes it off again.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// Whether one's name stands under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Signs {
    /// It does.
    #[n(0)]
    Yes,
    /// It does not, or no longer.
    #[n(1)]
    No,
}

/// The person's latest counts. Whoever wrote the thing signs it by that, until they say no here.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CoSign {
    /// The dissent or action.
    #[n(0)]
    pub of: OperationId,
    /// Whether one's name stands under it.
    #[n(1)]
    pub signs: Signs,
    /// A few words beside the name, if any.
    #[n(2)]
    pub words: Option<Text>,
    /// Earlier writes this replaces, in order of id.
    #[n(3)]
    pub replaces: Vec<OperationId>,
}

impl Say for CoSign {
    fn check(&self) -> Result<(), Malformed> {
        if let Some(words) = &self.words {
            words.check("the words beside the name", NOTE_BYTES_MAX)?;
        }
        check_named(&self.replaces, "the earlier signatures", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        vec![Reference::to(self.of, &[Kind::Dissent, Kind::Action])]
    }
}
