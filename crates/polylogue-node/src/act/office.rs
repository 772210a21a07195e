//! Granting and recalling offices: each is a step of the law.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Office, OfficeKind};
use polylogue_store::query::{Standing, Thing};

use crate::act::desk::Desk;
use crate::act::{law, office_name};
use crate::intent::Worded;
use crate::refusal::Refusal;

const DAY_SECONDS: u64 = 24 * 60 * 60;

/// An office to give.
pub(crate) struct Granting {
    pub(crate) person: Key,
    pub(crate) office: OfficeKind,
    pub(crate) scope: Option<OperationId>,
    pub(crate) days: u64,
    pub(crate) reason: Worded,
}

/// Gives an office until its end; a second grant of the same office only moves the end.
pub(crate) fn grant(desk: &mut Desk<'_>, granting: Granting) -> Result<(), Refusal> {
    if let Some(dialogue) = granting.scope {
        desk.expect(dialogue, &[Thing::Dialogue], "dialogue")?;
    }
    if desk.standing_of(granting.person)? != Standing::Member {
        return Err(Refusal::NotAMemberThere {
            person: granting.person,
        });
    }
    let mut next = desk.law().clone();
    let end = (desk.now() + granting.days.saturating_mul(DAY_SECONDS)).min(next.roll_end);
    let office = Office {
        kind: granting.office,
        holder: granting.person,
        scope: granting.scope,
        end,
    };
    let is_same =
        |it: &Office| (it.kind, it.holder, it.scope) == (office.kind, office.holder, office.scope);
    next.offices.retain(|it| !is_same(it));
    next.offices.push(office);
    law::propose(desk, next, &granting.reason)
}

/// Takes an office back; what was done under it so far still counts.
pub(crate) fn recall(
    desk: &mut Desk<'_>,
    person: Key,
    office: OfficeKind,
    reason: &Worded,
) -> Result<(), Refusal> {
    let mut next = desk.law().clone();
    let before = next.offices.len();
    next.offices
        .retain(|it| !(it.kind == office && it.holder == person));
    if next.offices.len() == before {
        return Err(Refusal::OfficeNotHeld {
            person,
            office: office_name(office),
        });
    }
    law::propose(desk, next, reason)
}
