//! Anyone answers an act of moderation.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say};
use crate::limits::NOTE_BYTES_MAX;
use crate::text::Text;

/// A reply to an act of moderation, kept beside it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Appeal {
    /// The act.
    #[n(0)]
    pub act: OperationId,
    /// The reply.
    #[n(1)]
    pub text: Text,
}

impl Say for Appeal {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the reply", NOTE_BYTES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        const ACTS: &[Kind] = &[
            Kind::Hide,
            Kind::ModeratorErase,
            Kind::Removal,
            Kind::Hold,
            Kind::CountWithout,
        ];
        vec![Reference::to(self.act, ACTS)]
    }
}
