//! The next claim for one person: on the map they are at, then on the others.

use std::collections::BTreeSet;
use std::sync::Arc;

use polylogue_core::id::{Key, OperationId};
use polylogue_map::Standing;
use polylogue_store::Reader;

use super::{MapOf, OpenMap, Why};
use crate::node::Node;
use crate::refusal::Refusal;

/// Where a person is while they vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asking {
    /// The map they vote on: a question, a dialogue, or (inner none) what hangs on nothing; none:
    /// wherever votes are missing most.
    pub on: Option<Option<OperationId>>,
    /// A claim left for later.
    pub left: Option<OperationId>,
}

/// The next claim to ask a person.
#[derive(Debug, Clone)]
pub struct Next {
    /// The claim.
    pub claim: OperationId,
    /// Why this one.
    pub why: Why,
    /// The map it is on.
    pub open: Arc<OpenMap>,
}

impl Node {
    /// The claim to ask a person next, and why; none if they have voted on all that can be read.
    /// It is on the map they are at, as long as that has one for them; then on the map whose claim
    /// has the fewest votes.
    ///
    /// # Errors
    /// A failure to read.
    pub fn next_claim(
        &self,
        commons: OperationId,
        reader: &Reader,
        person: Key,
        asking: Asking,
    ) -> Result<Option<Next>, Refusal> {
        if let Some(under) = asking.on {
            let open = self.map(commons, reader, MapOf::members(under))?;
            if let Some(next) = next_on(reader, open, (under, person), asking.left)? {
                return Ok(Some(next));
            }
        }
        let Some(row) = reader.next_claim(person, None)? else {
            return Ok(None);
        };
        let under = row.under.map(|it| it.id);
        let open = self.map(commons, reader, MapOf::members(under))?;
        if let Some(next) = next_on(reader, Arc::clone(&open), (under, person), asking.left)? {
            return Ok(Some(next));
        }
        // Only what was left for later is left.
        Ok(open.claim(&row.said.id).map(|number| Next {
            claim: row.said.id,
            why: open.why(number),
            open,
        }))
    }
}

/// The next claim on one map that is not the one left for later. Who leaves one goes on behind it,
/// so that nobody is asked the same two in turn.
fn next_on(
    reader: &Reader,
    open: Arc<OpenMap>,
    (under, person): (Option<OperationId>, Key),
    left: Option<OperationId>,
) -> Result<Option<Next>, Refusal> {
    let own = reader.ballot_of(under, person)?.into_iter();
    let voted: BTreeSet<OperationId> = own.map(|(claim, _)| claim).collect();
    let mut order = open.asked_of(&person);
    if let Some(at) = order.iter().position(|it| Some(open.claims[*it]) == left) {
        order.rotate_left(at + 1);
        order.pop();
    }
    let is_open =
        |it: &usize| open.standing[*it] == Standing::Shown && !voted.contains(&open.claims[*it]);
    let found = order.into_iter().find(is_open);
    Ok(found.map(|number| Next {
        claim: open.claims[number],
        why: open.why(number),
        open,
    }))
}
