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
    for target in in_order(targets) {
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
