//! An inviter, or a greeter, closes an invitation and says who came in by it.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::NAMED_MAX;

/// Closes an invitation; joinings not named here become newcomers.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct InvitationClose {
    /// The invitation.
    #[n(0)]
    pub invitation: OperationId,
    /// Joinings that count, in order of id.
    #[n(1)]
    pub accepts: Vec<OperationId>,
}

impl Say for InvitationClose {
    fn check(&self) -> Result<(), Malformed> {
        check_named(&self.accepts, "the joinings", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.accepts, &[Kind::Join]);
        references.push(Reference::to(self.invitation, &[Kind::Invitation]));
        references
    }
}
