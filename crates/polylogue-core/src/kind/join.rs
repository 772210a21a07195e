//! A newcomer's first operation, by their root key.

use minicbor::{Decode, Encode};

use crate::id::{Key, OperationId};
use crate::kind::{DeviceKind, Kind, Malformed, Proof, Reference, Say};

/// The invitation somebody comes in by.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Invited {
    /// The invitation.
    #[n(0)]
    pub invitation: OperationId,
    /// The invitation's public key.
    #[n(1)]
    pub key: Key,
    /// That key's signature over commons, invitation and the newcomer's root key.
    #[n(2)]
    pub proof: Proof,
}

/// Asks to be a member, or is one by an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Join {
    /// The invitation, if there is one.
    #[n(0)]
    pub invited: Option<Invited>,
    /// What kind of key the root is.
    #[n(1)]
    pub root: DeviceKind,
    /// The helper who keeps an entered person's root.
    #[n(2)]
    pub helper: Option<Key>,
}

impl Say for Join {
    fn check(&self) -> Result<(), Malformed> {
        if (self.root == DeviceKind::EnteredBy) == self.helper.is_some() {
            Ok(())
        } else {
            Err(Malformed::Missing("the helper"))
        }
    }

    fn references(&self) -> Vec<Reference> {
        let invited = self.invited.as_ref();
        invited
            .map(|it| Reference::to(it.invitation, &[Kind::Invitation]))
            .into_iter()
            .collect()
    }
}
