//! Proposing a step of the law and assenting to one.

use std::collections::BTreeSet;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Assent, Ended, Kind, Law, OfficeKind, Power, Resolution};
use polylogue_core::limits::RULES_VERSION;

use crate::act::desk::{Desk, in_order};
use crate::intent::Worded;
use crate::refusal::Refusal;

/// Proposes a law to follow the one in force; proposing is assenting. Offices it drops are ended
/// with all that their holders did so far still counting.
pub(crate) fn propose(desk: &mut Desk<'_>, next: Law, reason: &Worded) -> Result<(), Refusal> {
    let law = desk.law().clone();
    if desk.now() >= law.roll_end && !is_renewal(&law, &next) {
        return Err(Refusal::RollOver);
    }
    let mut next = next;
    next.roll.sort_unstable();
    next.roll.dedup();
    let mut ended = Vec::new();
    for (holder, kind) in dropped(&law, &next) {
        let accepts = in_order(desk.heads_of(holder)?);
        ended.push(Ended {
            holder,
            power: power_of(kind),
            accepts,
        });
    }
    let words = desk.note(reason)?;
    let parent = desk.act();
    desk.say(Resolution {
        rules: RULES_VERSION,
        parent,
        law: next,
        ended,
        words,
    })?;
    Ok(())
}

pub(crate) fn assent(desk: &mut Desk<'_>, resolution: OperationId) -> Result<(), Refusal> {
    desk.expect_kind(resolution, Kind::Resolution, "proposal of law")?;
    desk.say(Assent { resolution })?;
    Ok(())
}

/// After its end a roll may only move ends and offices.
fn is_renewal(law: &Law, next: &Law) -> bool {
    let offices = next.offices.clone();
    *next
        == Law {
            roll_end: next.roll_end,
            offices,
            ..law.clone()
        }
}

fn dropped(law: &Law, next: &Law) -> BTreeSet<(Key, OfficeKind)> {
    let is_kept = |kind, holder, scope| {
        next.offices
            .iter()
            .any(|it| (it.kind, it.holder, it.scope) == (kind, holder, scope))
    };
    law.offices
        .iter()
        .filter(|it| !is_kept(it.kind, it.holder, it.scope))
        .map(|it| (it.holder, it.kind))
        .collect()
}

fn power_of(office: OfficeKind) -> Power {
    match office {
        OfficeKind::Greeter => Power::Greeter,
        OfficeKind::Moderator => Power::Moderator,
        OfficeKind::Facilitator => Power::Facilitator,
        OfficeKind::Publisher => Power::Publisher,
    }
}
