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

/// Gives an office until its end; a second grant of the same office only makes it longer.
pub(crate) fn grant(desk: &mut Desk<'_>, granting: Granting) -> Result<(), Refusal> {
    if let Some(dialogue) = granting.scope {
        desk.expect(dialogue, &[Thing::Dialogue], "dialogue")?;
    }
    if desk.standing_of(granting.person)? != Standing::Member {
        return Err(Refusal::NotAMemberThere {
            person: granting.person,
        });
    }
    if granting.office == OfficeKind::Greeter && granting.scope.is_some() {
        let office = office_name(granting.office);
        return Err(Refusal::OfficeWhole { office });
    }
    let mut next = desk.law().clone();
    let end = end_of_day(desk.now(), granting.days).min(next.roll_end);
    let office = Office {
        kind: granting.office,
        holder: granting.person,
        scope: granting.scope,
        end,
    };
    let is_same =
        |it: &Office| (it.kind, it.holder, it.scope) == (office.kind, office.holder, office.scope);
    let held = next.offices.iter().filter(|it| is_same(it));
    if let Some(until) = held.map(|it| it.end).max()
        && until >= office.end
        && until > desk.now()
    {
        return Err(Refusal::OfficeHeld {
            person: office.holder,
            office: office_name(office.kind),
            days: (until - desk.now()).div_ceil(DAY_SECONDS),
        });
    }
    next.offices.retain(|it| !is_same(it));
    next.offices.push(office);
    law::propose(desk, next, &granting.reason)
}

/// So many days from now, at the end of that day (UTC): whoever grants the same twice on one day,
/// or at the same time elsewhere, says the same.
fn end_of_day(now: u64, days: u64) -> u64 {
    let end = now.saturating_add(days.saturating_mul(DAY_SECONDS));
    end.div_ceil(DAY_SECONDS).saturating_mul(DAY_SECONDS)
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
