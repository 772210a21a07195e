//! A joining that concerns nobody but who joins, judged without judging everything again: in a
//! large commons nearly all that ever happens to membership is of this sort.

use std::collections::BTreeSet;

use super::membership::Membership;
use super::{Act, Authority};
use crate::id::{Key, OperationId};
use crate::kind::Body;
use crate::verdict::Verdict;

/// What a joining must not meet with to be judged alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stirred {
    /// Keys that signed any act but a joining.
    signers: BTreeSet<Key>,
    /// Invitations that somebody closed, whether or not they may.
    closed: BTreeSet<OperationId>,
}

impl Stirred {
    pub(super) fn of(acts: &[&Act]) -> Self {
        let mut stirred = Self::default();
        for act in acts {
            if let Ok(Body::InvitationClose(close)) = &act.body {
                stirred.closed.insert(close.invitation);
            }
            if !matches!(act.body, Ok(Body::Join(_))) {
                stirred.signers.insert(act.header.key);
            }
        }
        stirred
    }
}

impl Authority {
    /// Takes in joinings, each with the invitation it names, as [`super::compute`] would with them
    /// among the acts. Where more may hang on one of them than its person's standing, it answers
    /// `false` and changes nothing; then everything is to be judged again.
    #[must_use]
    pub fn join(&mut self, joinings: &[(&Act, &Act)]) -> bool {
        let keys: BTreeSet<Key> = joinings.iter().map(|(it, _)| it.header.key).collect();
        let is_alone = keys.len() == joinings.len()
            && joinings
                .iter()
                .all(|(joining, invitation)| self.is_alone(joining, invitation));
        if is_alone {
            for (joining, invitation) in joinings {
                self.join_alone(joining, invitation);
            }
        }
        is_alone
    }

    /// Whether an invitation in force lets somebody in of whom nothing is known: neither did they
    /// sign another act, nor does any admission, ending, device or move to a new root name them.
    fn is_alone(&self, joining: &Act, invitation: &Act) -> bool {
        let (Ok(Body::Join(join)), Ok(Body::Invitation(offered))) =
            (&joining.body, &invitation.body)
        else {
            return false;
        };
        let key = &joining.header.key;
        let is_let_in = join.invited.as_ref().is_some_and(|it| {
            it.invitation == invitation.id
                && it.key == offered.key
                && joining.header.time < offered.end
        });
        is_let_in
            && joining.is_proven
            && self.verdicts.get(&invitation.id) == Some(&Verdict::Accepted)
            && !self.stirred.closed.contains(&invitation.id)
            && !self.stirred.signers.contains(key)
            && !self.persons.knows(key)
            && !self.membership.knows(key)
            && !self.missing.contains(&joining.id)
            && !self.verdicts.contains_key(&joining.id)
    }

    fn join_alone(&mut self, joining: &Act, invitation: &Act) {
        let (Ok(Body::Join(join)), Ok(Body::Invitation(offered))) =
            (&joining.body, &invitation.body)
        else {
            return;
        };
        let by = self.persons.person_of(&invitation.header.key);
        let membership: &mut Membership = &mut self.membership;
        membership.join(joining, by, offered.scope);
        self.persons.take_root(joining, join);
        self.verdicts.insert(joining.id, Verdict::Accepted);
    }
}
