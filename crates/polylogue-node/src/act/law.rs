//! Proposing a step of the law and assenting to one.

use polylogue_core::authority::narrowed;
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Assent, Ended, Kind, Law, OfficeKind, Power, Resolution};
use polylogue_core::limits::{NAMED_MAX, RULES_VERSION};

use crate::act::desk::{Desk, in_order};
use crate::intent::Worded;
use crate::refusal::Refusal;

/// Proposes a law to follow the one in force; proposing is assenting. Offices it drops or makes
/// smaller are ended with all that their holders did so far still counting; where it lets members
/// vouch no longer, all who came in by a vouch so far stay. Where another keeper proposed the same,
/// this is an assent to that.
pub(crate) fn propose(desk: &mut Desk<'_>, next: Law, reason: &Worded) -> Result<(), Refusal> {
    let law = desk.law().clone();
    if desk.now() >= law.roll_end && !is_renewal(&law, &next) {
        return Err(Refusal::RollOver);
    }
    let mut next = next;
    next.roll.sort_unstable();
    next.roll.dedup();
    let taken = narrowed(&law, &next);
    let mut ended = Vec::new();
    for (holder, kind) in taken.offices {
        let accepts = in_order(desk.heads_of(holder)?);
        ended.push(Ended {
            holder,
            power: power_of(kind),
            accepts,
        });
    }
    if let Some(id) = desk.waiting_proposal(&next)? {
        if desk.has_assented(id)? {
            return Err(Refusal::AlreadyProposed { id });
        }
        desk.say(Assent { resolution: id })?;
        return Ok(());
    }
    let words = desk.note(reason)?;
    let mut parent = desk.act();
    let mut vouches = match taken.vouching {
        Some(_) => Some(desk.vouches_relied_on()?),
        None => None,
    };
    // One step names so many and no more: the others are named by steps before it.
    while let Some(many) = vouches.as_mut().filter(|it| it.len() > NAMED_MAX) {
        let rest = many.split_off(NAMED_MAX);
        let named = std::mem::replace(many, rest);
        parent = desk.say(Resolution {
            rules: RULES_VERSION,
            parent,
            law: law.clone(),
            ended: Vec::new(),
            words,
            vouches: Some(named),
        })?;
    }
    desk.say(Resolution {
        rules: RULES_VERSION,
        parent,
        law: next,
        ended,
        words,
        vouches,
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

fn power_of(office: OfficeKind) -> Power {
    match office {
        OfficeKind::Greeter => Power::Greeter,
        OfficeKind::Moderator => Power::Moderator,
        OfficeKind::Facilitator => Power::Facilitator,
        OfficeKind::Publisher => Power::Publisher,
    }
}
