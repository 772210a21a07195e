//! People entered by a helper: each has a root key of their own, kept by the helper, and comes in
//! by an invitation that is closed behind them.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{
    DeviceKind, Invitation, InvitationClose, Invited, Join, Profile, Proof, Scope,
};
use polylogue_core::signature::{self, INVITATION_DOMAIN, SigningKey};
use polylogue_core::text::Text;

use crate::act::in_order;
use crate::pen::{Edge, Pen};
use crate::refusal::Refusal;

const OPEN_SECONDS: u64 = 24 * 60 * 60;

/// An open invitation and those who came in by it so far. One lets in at most
/// [`NAMED_MAX`](polylogue_core::limits::NAMED_MAX) people: its closing names them all.
pub(crate) struct Door {
    key: SigningKey,
    invitation: OperationId,
    helper: Key,
    joins: Vec<OperationId>,
}

impl Door {
    /// Opens it with the helper's pen.
    pub(crate) fn open(pen: &mut Pen, edge: Edge) -> Result<Self, Refusal> {
        let secret: [u8; 32] = edge.bytes();
        let key = SigningKey::from(secret);
        let invitation = pen.say(Invitation {
            key: Key::of(&key),
            end: (edge.clock)() + OPEN_SECONDS,
            scope: Scope::All,
        })?;
        Ok(Self {
            key,
            invitation,
            helper: pen.key(),
            joins: Vec::new(),
        })
    }

    /// Lets a person in, with the person's own pen, under a name and a few words.
    pub(crate) fn enter(
        &mut self,
        pen: &mut Pen,
        (name, about): (Text, Text),
    ) -> Result<(), Refusal> {
        let root = pen.key();
        let parts: &[&[u8]] = &[&pen.commons().0, &self.invitation.0, &root.0];
        let invited = Some(Invited {
            invitation: self.invitation,
            key: Key::of(&self.key),
            proof: Proof(signature::sign(&self.key, INVITATION_DOMAIN, parts)),
        });
        self.joins.push(pen.say(Join {
            invited,
            root: DeviceKind::EnteredBy,
            helper: Some(self.helper),
        })?);
        pen.say(Profile {
            name,
            about,
            replaces: Vec::new(),
        })?;
        Ok(())
    }

    /// Closes it behind them, with the helper's pen.
    pub(crate) fn close(self, pen: &mut Pen) -> Result<(), Refusal> {
        pen.say(InvitationClose {
            invitation: self.invitation,
            accepts: in_order(self.joins),
        })?;
        Ok(())
    }
}
