//! Withdrawing, disputing, erasing.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Body, Dispute, Erasable, Erase, Kind, ModeratorErase, OfficeKind, Withdraw,
};

use crate::act::desk::{Desk, in_order};
use crate::intent::Worded;
use crate::refusal::Refusal;

pub(crate) fn withdraw(
    desk: &mut Desk<'_>,
    target: OperationId,
    reason: &Worded,
) -> Result<(), Refusal> {
    desk.check_author(target)?;
    if !desk.acts_on(target, &[Kind::Withdraw])?.is_empty() {
        return Err(Refusal::AlreadyWithdrawn { id: target });
    }
    desk.say(Withdraw {
        target,
        reason: desk.text(reason),
    })?;
    Ok(())
}

pub(crate) fn dispute(
    desk: &mut Desk<'_>,
    target: OperationId,
    reason: &Worded,
) -> Result<(), Refusal> {
    desk.operation(target)?;
    desk.say(Dispute {
        target,
        reason: desk.text(reason),
    })?;
    Ok(())
}

/// Empties one's own words; a moderator's act where any of them is another's.
pub(crate) fn erase(
    desk: &mut Desk<'_>,
    targets: Vec<OperationId>,
    reason: &Worded,
) -> Result<(), Refusal> {
    let mut are_all_mine = true;
    let mut places: BTreeMap<Option<OperationId>, Vec<OperationId>> = BTreeMap::new();
    let targets = in_order(targets);
    let mut still_full = Vec::new();
    for target in &targets {
        if !is_erased(desk, *target)? {
            still_full.push(*target);
        }
    }
    if let (Some(id), true) = (targets.first(), still_full.is_empty()) {
        return Err(Refusal::AlreadyErased { id: *id });
    }
    for target in still_full {
        let operation = desk.operation(target)?;
        let kind = Kind::of(operation.header().kind);
        if kind.is_none_or(|it| it.erasable() == Erasable::No) {
            return Err(Refusal::NotErasable { id: target });
        }
        are_all_mine &= desk.is_mine(operation.header().key)?;
        let dialogue = match operation.body() {
            Some(Ok(Body::Turn(turn))) => Some(turn.dialogue),
            _ => None,
        };
        // What was worded anew was said too, and would go on to peers.
        let wordings = desk.wordings(target)?;
        places.entry(dialogue).or_default().extend(wordings);
    }
    if are_all_mine {
        let words = desk.note(reason)?;
        for (dialogue, targets) in places {
            desk.say(Erase {
                targets: in_order(targets),
                words,
                dialogue,
            })?;
        }
        return Ok(());
    }
    if desk.check_office(OfficeKind::Moderator).is_err() {
        return Err(Refusal::NotTheAuthor);
    }
    // Who never had the text cannot tell in which dialogue it stood.
    desk.check_whole_office(OfficeKind::Moderator)?;
    let words = Some(desk.needed_note(reason)?);
    for (dialogue, targets) in places {
        desk.say(ModeratorErase {
            targets: in_order(targets),
            words,
            dialogue,
        })?;
    }
    Ok(())
}

/// Whether a thing was emptied before. A text that is only not here yet was not.
fn is_erased(desk: &Desk<'_>, target: OperationId) -> Result<bool, Refusal> {
    if desk.operation(target)?.body_bytes().is_some() {
        return Ok(false);
    }
    let erasing = desk.acts_on(target, &[Kind::Erase, Kind::ModeratorErase])?;
    Ok(!erasing.is_empty())
}
