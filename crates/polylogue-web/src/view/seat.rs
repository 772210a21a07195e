//! Where the reader sits on a map: with whom and with which perspectives they voted alike.

use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_map::groups::VOTES_MIN;
use polylogue_node::maps::{Alike, OpenMap, Placed};
use polylogue_store::query::PersonRef;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// Where somebody sits.
#[derive(Debug, Clone)]
pub struct Seat {
    /// What stands for the map in addresses.
    pub id: OperationId,
    /// Claims they voted on.
    pub votes: usize,
    /// Claims on the map.
    pub claims: usize,
    /// Their group, where there are groups and they are in one.
    pub group: Option<usize>,
    /// Whether there are groups.
    pub has_groups: bool,
    /// Those who voted most like them, surest first.
    pub nearest: Vec<(PersonRef, Alike)>,
    /// How their votes match what perspectives hold, surest first; those with nothing to compare
    /// are left out.
    pub perspectives: Vec<(OperationId, Alike)>,
}

impl Seat {
    /// Whether they voted on too little to be likened to anybody.
    #[must_use]
    pub fn is_early(&self) -> bool {
        self.votes < VOTES_MIN.min(self.claims)
    }
}

/// People named as voting alike.
const NEAREST: usize = 3;

/// Where a person sits on a map that is open; none if they have no vote that counts on it.
///
/// # Errors
/// A [`Trouble`] if names cannot be read.
pub(crate) fn of(
    asked: &Asked<'_>,
    id: OperationId,
    open: &Arc<OpenMap>,
    placed: &[Placed],
) -> Result<Option<Seat>, Trouble> {
    let Some(me) = open.person(&asked.me()?) else {
        return Ok(None);
    };
    let votes = open.ballots.votes_of(me).count();
    let is_early = votes < VOTES_MIN.min(open.claims.len());
    let nearest = open.nearest(me, if is_early { 0 } else { NEAREST });
    let keys = nearest.iter().map(|(it, _)| open.people[*it]);
    let names = super::map::names(asked, keys.collect())?;
    let nearest = nearest.into_iter().map(|(it, alike)| {
        let key = open.people[it];
        let name = names.get(&key).cloned();
        (name.unwrap_or_else(|| super::map::nameless(key)), alike)
    });
    let has_groups = open.map.grouping.count() > 1;
    let group = open.map.grouping.group_of[me].map(usize::from);
    Ok(Some(Seat {
        id,
        votes,
        claims: open.claims.len(),
        group: group.filter(|_| has_groups),
        has_groups,
        nearest: nearest.collect(),
        perspectives: matched(open, me, placed),
    }))
}

/// How a person's votes match what perspectives hold.
fn matched(open: &OpenMap, me: usize, placed: &[Placed]) -> Vec<(OperationId, Alike)> {
    let alike = placed.iter().map(|it| {
        let own = open.ballots.votes_of(me);
        (it.perspective, Alike::of(it.votes.iter().copied(), own))
    });
    let mut matched: Vec<(OperationId, Alike)> = alike.filter(|(_, it)| it.both > 0).collect();
    matched.sort_by(|left, right| {
        let surest = right.1.range().0.total_cmp(&left.1.range().0);
        surest.then(left.0.cmp(&right.0))
    });
    matched
}
