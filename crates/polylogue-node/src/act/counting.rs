//! Counting an opinion map without some people too: recorded with a reason, beside the map of
//! everybody, until somebody says otherwise.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{CountWithout, OfficeKind};
use polylogue_core::limits::NAMED_MAX;
use polylogue_store::query::Thing;

use crate::act::desk::{Desk, in_order};
use crate::intent::Worded;
use crate::refusal::Refusal;

/// Names who is left out of a map, all of them each time; nobody ends it.
pub(crate) fn without(
    desk: &mut Desk<'_>,
    of: Option<OperationId>,
    people: Vec<Key>,
    reason: &Worded,
) -> Result<(), Refusal> {
    if let Some(of) = of {
        let of_what = [Thing::Question, Thing::Dialogue];
        desk.expect(of, &of_what, "question or dialogue")?;
    }
    desk.check_moderates(of)?;
    let mut people = people;
    people.sort_unstable();
    people.dedup();
    if people.len() > NAMED_MAX {
        return Err(Refusal::TooManyLeftOut {
            most: NAMED_MAX as u64,
        });
    }
    for person in &people {
        if !desk.reader().has_voted_under(of, *person)? {
            return Err(Refusal::NotOnTheMap { person: *person });
        }
    }
    let standing = desk.reader().counts_without(of)?;
    if people.is_empty() && standing.iter().all(|it| it.people.is_empty()) {
        return Err(Refusal::NobodyLeftOut);
    }
    let replaces = standing.iter().map(|it| it.said.id).collect();
    let words = Some(desk.needed_note(reason)?);
    desk.say(CountWithout {
        of,
        people,
        words,
        replaces: in_order(replaces),
    })?;
    Ok(())
}

impl Desk<'_> {
    /// Whether this person moderates the commons, or this one question or dialogue.
    fn check_moderates(&self, of: Option<OperationId>) -> Result<(), Refusal> {
        let office = OfficeKind::Moderator;
        match self.check_whole_office(office) {
            Err(_) if of.is_some() && self.holds_for(office, of) => Ok(()),
            other => other,
        }
    }
}
