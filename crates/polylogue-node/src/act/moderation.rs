//! Ending memberships, hiding and restoring, each with a reason; answering that; asking to wait.

use std::collections::BTreeMap;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Appeal, Hide, Hold, Kind, OfficeKind, Removal, Restore};
use polylogue_store::query::Standing;

use crate::act::desk::{Desk, in_order};
use crate::act::membership;
use crate::intent::Worded;
use crate::refusal::Refusal;

/// A publication that is asked to wait.
pub(crate) struct Waiting {
    pub(crate) target: OperationId,
    pub(crate) caucus: Worded,
    pub(crate) reason: Worded,
    pub(crate) end: u64,
}

/// Ends a membership; everything of theirs that is here still counts, and the invitations they
/// wrote or came by are closed: whoever came by them so far stays.
pub(crate) fn remove(desk: &mut Desk<'_>, person: Key, reason: &Worded) -> Result<(), Refusal> {
    if person == desk.person() {
        return Err(Refusal::OneselfRemoved);
    }
    match desk.standing_of(person)? {
        Standing::Member | Standing::Voter => {}
        Standing::Newcomer | Standing::Left | Standing::Removed => {
            return Err(Refusal::NotAMemberThere { person });
        }
    }
    desk.check_whole_office(OfficeKind::Moderator)?;
    let mut accepts = desk.heads_of(person)?;
    if accepts.is_empty() {
        // Somebody admitted who has said nothing yet: their admission is all there is to name.
        accepts = desk.admission_of(person)?.into_iter().collect();
    }
    let words = Some(desk.needed_note(reason)?);
    desk.say(Removal {
        person,
        accepts: in_order(accepts),
        words,
    })?;
    // Whoever was removed holds the private halves of these, and would be back under another key.
    for door in desk.open_doors_of(person)? {
        membership::close(desk, door)?;
    }
    Ok(())
}

pub(crate) fn hide(
    desk: &mut Desk<'_>,
    targets: Vec<OperationId>,
    reason: &Worded,
) -> Result<(), Refusal> {
    let mut places: BTreeMap<Option<OperationId>, Vec<OperationId>> = BTreeMap::new();
    for target in targets {
        desk.operation(target)?;
        let within = desk.moderated_within(target)?;
        places.entry(within).or_default().push(target);
    }
    let words = Some(desk.needed_note(reason)?);
    for (dialogue, targets) in places {
        desk.say(Hide {
            targets: in_order(targets),
            words,
            dialogue,
        })?;
    }
    Ok(())
}

/// Shows again what was hidden; names the hides, or what they hid.
pub(crate) fn restore(
    desk: &mut Desk<'_>,
    hides: Vec<OperationId>,
    reason: &Worded,
) -> Result<(), Refusal> {
    let mut places: BTreeMap<Option<OperationId>, Vec<OperationId>> = BTreeMap::new();
    for id in hides {
        desk.operation(id)?;
        let standing = desk.hides_of(id)?;
        if standing.is_empty() {
            return Err(Refusal::NotHidden { id });
        }
        for hide in standing {
            let within = desk.restores_within(hide)?;
            places.entry(within).or_default().push(hide);
        }
    }
    let words = Some(desk.needed_note(reason)?);
    for (dialogue, hides) in places {
        desk.say(Restore {
            hides: in_order(hides),
            words,
            dialogue,
        })?;
    }
    Ok(())
}

/// Answers an act of moderation, named by its own id or by that of the thing it is about.
pub(crate) fn appeal(desk: &mut Desk<'_>, of: OperationId, text: &Worded) -> Result<(), Refusal> {
    const ACTS: &[Kind] = &[
        Kind::Hide,
        Kind::ModeratorErase,
        Kind::Removal,
        Kind::Hold,
        Kind::CountWithout,
    ];
    let is_act = desk.kind_of(of)?.is_some_and(|kind| ACTS.contains(&kind));
    let act = if is_act {
        of
    } else {
        let standing = desk.hides_of(of)?;
        let latest = match standing.first() {
            Some(hide) => Some(*hide),
            None => desk.acts_on(of, ACTS)?.last().copied(),
        };
        latest.ok_or(Refusal::NotModerated { id: of })?
    };
    desk.say(Appeal {
        act,
        text: desk.text(text),
    })?;
    Ok(())
}

pub(crate) fn hold(desk: &mut Desk<'_>, waiting: Waiting) -> Result<(), Refusal> {
    desk.operation(waiting.target)?;
    desk.say(Hold {
        target: waiting.target,
        caucus: desk.text(&waiting.caucus),
        reason: desk.text(&waiting.reason),
        end: waiting.end,
    })?;
    Ok(())
}
