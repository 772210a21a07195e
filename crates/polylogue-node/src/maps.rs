//! Opinion maps that are open: their counts are kept in memory, so that a vote costs what it
//! changes and not the whole map again. Nothing of it is written down.
//!
//! One map per question or dialogue. An open map is brought up to the snapshot it is asked for
//! with; what it shows is what [`polylogue_map::compute`] gives for the same votes, bit for bit.

mod asking;
mod next;
pub mod past;
mod placing;
mod seat;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Choice;
use polylogue_map::{BallotFault, Ballots, Ledger, OpinionMap, Standing, Vote};
use polylogue_store::Reader;
use polylogue_store::query;

use crate::cores::Cores;
use crate::refusal::{Failure, Refusal};

pub use self::asking::Why;
pub use self::next::{Asking, Next};
pub use self::placing::{Apart, Placed};
pub use self::seat::Alike;

/// Maps kept open. Chosen by us: more than people look at in turn.
const OPEN_MAX: usize = 8;
/// Bytes of counts kept for all of them; the one in use is kept whatever it takes. Chosen by us:
/// a map of 1,000 claims takes about 24 MB.
const BYTES_MAX: usize = 64 * 1024 * 1024;
/// Votes changed at once, as a share of all, from which on it is cheaper to count anew.
const CHANGED_SHARE: usize = 8;

/// What a map is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MapOf {
    /// The question or dialogue whose claims are voted on; none: claims under nothing.
    pub under: Option<OperationId>,
    /// Whose votes are in it.
    pub who: Who,
}

impl MapOf {
    /// The map of a question, a dialogue, or what hangs on nothing, by members' votes.
    #[must_use]
    pub fn members(under: Option<OperationId>) -> Self {
        let who = Who::Members;
        Self { under, who }
    }
}

/// Whose votes are in a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Members': the map everybody gets.
    Members,
    /// Those of newcomers too, as far as they are held here: never published.
    NewcomersToo,
}

/// A map with what its numbers stand for.
#[derive(Debug)]
pub struct OpenMap {
    /// The version of the snapshot it is of.
    pub version: u64,
    /// The claim of each number, ascending.
    pub claims: Vec<OperationId>,
    /// Which claims take part.
    pub standing: Vec<Standing>,
    /// The person of each number, everybody with a vote in it; in an order that means nothing.
    pub people: Vec<Key>,
    /// The votes.
    pub ballots: Ballots,
    /// What follows from them.
    pub map: OpinionMap,
    /// Votes of newcomers that are not in it.
    pub left_out: LeftOut,
}

/// Votes of newcomers that are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// How many newcomers voted.
    pub people: usize,
    /// How many votes that is.
    pub votes: usize,
}

impl OpenMap {
    /// The number of a person who has one.
    #[must_use]
    pub fn person(&self, key: &Key) -> Option<usize> {
        self.people.iter().position(|it| it == key)
    }

    /// The number of a claim that is on the map.
    #[must_use]
    pub fn claim(&self, id: &OperationId) -> Option<usize> {
        self.claims.binary_search(id).ok()
    }
}

/// A vote as the map takes it.
#[must_use]
pub fn vote_of(choice: Choice) -> Vote {
    match choice {
        Choice::Agree => Vote::Agree,
        Choice::Disagree => Vote::Disagree,
        Choice::Pass => Vote::Pass,
    }
}

/// The maps that are open, the longest unused first to go.
#[derive(Debug, Default)]
pub(crate) struct Maps {
    open: Mutex<Vec<((OperationId, MapOf), Arc<Mutex<Kept>>)>>,
}

/// One open map with its counts.
#[derive(Debug, Default)]
struct Kept {
    ledger: Option<Ledger>,
    claims: Vec<(OperationId, i64)>,
    /// Where each person stands in the votes, by number in the store.
    places: BTreeMap<i64, usize>,
    people: Vec<Key>,
    latest: Option<Arc<OpenMap>>,
}

impl Maps {
    /// The map of a commons as a snapshot of it shows the votes.
    pub(crate) fn of(
        &self,
        commons: OperationId,
        reader: &Reader,
        of: MapOf,
    ) -> Result<Arc<OpenMap>, Refusal> {
        let kept = self.kept((commons, of));
        let mut own = kept.lock().unwrap_or_else(PoisonError::into_inner);
        let version = reader.version()?;
        if let Some(latest) = own.latest.as_ref().filter(|it| it.version == version) {
            return Ok(Arc::clone(latest));
        }
        let rows = reader.ballots(of.under)?;
        let is_older = own.latest.as_ref().is_some_and(|it| it.version > version);
        if is_older {
            // A page that began before another: what is kept is newer, and stays.
            return Ok(Arc::new(Kept::default().follow(&rows, of.who)?));
        }
        let map = Arc::new(own.follow(&rows, of.who)?);
        own.latest = Some(Arc::clone(&map));
        drop(own);
        self.make_room();
        Ok(map)
    }

    /// The place of a map, made if there is none, and put last in the queue of those to go.
    fn kept(&self, of: (OperationId, MapOf)) -> Arc<Mutex<Kept>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let found = open.iter().position(|(it, _)| *it == of);
        let kept = found.map_or_else(Arc::default, |at| open.remove(at).1);
        open.push((of, Arc::clone(&kept)));
        kept
    }

    fn make_room(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        // One that is being counted is in use, and not asked.
        let size = |kept: &Arc<Mutex<Kept>>| kept.try_lock().map_or(0, |it| it.bytes());
        let mut bytes: usize = open.iter().map(|(_, kept)| size(kept)).sum();
        while open.len() > 1 && (open.len() > OPEN_MAX || bytes > BYTES_MAX) {
            let (_, oldest) = open.remove(0);
            bytes -= size(&oldest).min(bytes);
        }
    }
}

impl Kept {
    /// About how much memory it takes: pair counts and spread by claims, and votes twice.
    fn bytes(&self) -> usize {
        let votes = self.latest.as_ref().map_or(0, |it| it.ballots.vote_count());
        24 * self.claims.len() * self.claims.len() + 8 * votes
    }

    /// Brings the counts to what a snapshot holds, and gives the map.
    fn follow(&mut self, rows: &query::Ballots, who: Who) -> Result<OpenMap, Refusal> {
        let is_in = |it: &query::BallotRow| it.is_counted || who == Who::NewcomersToo;
        let mut claims = rows.claims.clone();
        claims.sort_by_key(|it| it.id);
        let numbers: BTreeMap<i64, usize> = claims
            .iter()
            .zip(0..)
            .map(|(it, at)| (it.number, at))
            .collect();
        let mut wanted: BTreeMap<i64, Vec<(usize, Vote)>> = BTreeMap::new();
        for row in rows.votes.iter().filter(|it| is_in(it)) {
            if let Some(claim) = numbers.get(&row.claim) {
                let own = wanted.entry(row.person).or_default();
                own.push((*claim, vote_of(row.choice)));
            }
        }
        wanted.values_mut().for_each(|own| own.sort_unstable());
        let standing: Vec<Standing> = claims.iter().map(standing_of).collect();
        let keys: BTreeMap<i64, Key> = rows.people.iter().copied().collect();
        let claims: Vec<(OperationId, i64)> = claims.iter().map(|it| (it.id, it.number)).collect();
        let mut ledger = match self.followed(&claims, &wanted, &keys)? {
            Some(ledger) => ledger,
            None => self.anew(&claims, &wanted, &keys)?,
        };
        for (claim, own) in standing.iter().enumerate() {
            ledger.set_standing(claim, *own);
        }
        let map = ledger.map(&Cores::of_this_machine());
        let open = OpenMap {
            version: rows.version,
            claims: claims.iter().map(|(id, _)| *id).collect(),
            standing,
            people: self.people.clone(),
            ballots: ledger.ballots().clone(),
            map,
            left_out: left_out(rows, who),
        };
        (self.claims, self.ledger) = (claims, Some(ledger));
        Ok(open)
    }

    /// The counts as they were, with what changed; none where it is cheaper to begin anew, or where
    /// a claim is gone, or somebody who has taken all their votes back.
    fn followed(
        &mut self,
        claims: &[(OperationId, i64)],
        wanted: &BTreeMap<i64, Vec<(usize, Vote)>>,
        keys: &BTreeMap<i64, Key>,
    ) -> Result<Option<Ledger>, Refusal> {
        let Some(mut ledger) = self.ledger.take() else {
            return Ok(None);
        };
        let now: BTreeSet<&(OperationId, i64)> = claims.iter().collect();
        if !self.claims.iter().all(|it| now.contains(it)) {
            return Ok(None);
        }
        if !self.places.keys().all(|it| wanted.contains_key(it)) {
            return Ok(None);
        }
        let before: BTreeSet<&(OperationId, i64)> = self.claims.iter().collect();
        for (at, claim) in claims.iter().enumerate() {
            if !before.contains(claim) {
                ledger.insert_claim(at).map_err(too_large)?;
            }
        }
        let mut changes = Vec::new();
        for (person, own) in wanted {
            if let Some(place) = self.places.get(person) {
                let before: Vec<(usize, Vote)> = ledger.ballots().votes_of(*place).collect();
                differences(*place, &before, own, &mut changes);
            }
        }
        for (person, own) in wanted {
            if !self.places.contains_key(person) {
                let Some(key) = keys.get(person) else {
                    continue;
                };
                let place = ledger.add_person().map_err(too_large)?;
                self.places.insert(*person, place);
                self.people.push(*key);
                differences(place, &[], own, &mut changes);
            }
        }
        if changes.len() > ledger.ballots().vote_count() / CHANGED_SHARE + 1 {
            return Ok(None);
        }
        for (person, claim, vote) in changes {
            ledger.cast(person, claim, vote).map_err(too_large)?;
        }
        Ok(Some(ledger))
    }

    /// Counts from nothing.
    fn anew(
        &mut self,
        claims: &[(OperationId, i64)],
        wanted: &BTreeMap<i64, Vec<(usize, Vote)>>,
        keys: &BTreeMap<i64, Key>,
    ) -> Result<Ledger, Refusal> {
        (self.places, self.people) = (BTreeMap::new(), Vec::new());
        let mut ballots = Ballots::new(claims.len()).map_err(too_large)?;
        let mut ordered: Vec<(Key, i64, &Vec<(usize, Vote)>)> = wanted
            .iter()
            .filter_map(|(person, own)| Some((*keys.get(person)?, *person, own)))
            .collect();
        ordered.sort_unstable_by_key(|(key, ..)| *key);
        for (key, person, own) in ordered {
            self.places.insert(person, self.people.len());
            self.people.push(key);
            ballots
                .push_person(own.iter().copied())
                .map_err(too_large)?;
        }
        Ok(Ledger::new(ballots, &[]))
    }
}

fn standing_of(claim: &query::BallotClaim) -> Standing {
    if claim.is_shown {
        Standing::Shown
    } else {
        Standing::Rejected
    }
}

fn left_out(rows: &query::Ballots, who: Who) -> LeftOut {
    let out = rows
        .votes
        .iter()
        .filter(|it| !it.is_counted && who == Who::Members);
    let people: BTreeSet<i64> = out.clone().map(|it| it.person).collect();
    LeftOut {
        people: people.len(),
        votes: out.count(),
    }
}

/// What has to be cast so that the one list, ascending by claim, becomes the other.
fn differences(
    person: usize,
    from: &[(usize, Vote)],
    to: &[(usize, Vote)],
    changes: &mut Vec<(usize, usize, Option<Vote>)>,
) {
    let (mut from, mut to) = (from.iter().peekable(), to.iter().peekable());
    loop {
        let claims = (from.peek().map(|it| it.0), to.peek().map(|it| it.0));
        match claims {
            (None, None) => return,
            (Some(old), new) if new.is_none_or(|new| old < new) => {
                changes.push((person, old, None));
                from.next();
            }
            (Some(old), Some(new)) if old == new => {
                let (before, after) = (from.next(), to.next());
                if before != after {
                    changes.push((person, new, after.map(|it| it.1)));
                }
            }
            (_, _) => {
                let after = to.next();
                changes.extend(after.map(|(claim, vote)| (person, *claim, Some(*vote))));
            }
        }
    }
}

fn too_large(fault: BallotFault) -> Refusal {
    Refusal::Failure(Failure::Map(fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_cast_and_nothing_else() {
        let from = [(0, Vote::Agree), (1, Vote::Pass), (4, Vote::Agree)];
        let to = [(1, Vote::Disagree), (2, Vote::Agree), (4, Vote::Agree)];
        let mut changes = Vec::new();
        differences(7, &from, &to, &mut changes);
        let expected = [
            (7, 0, None),
            (7, 1, Some(Vote::Disagree)),
            (7, 2, Some(Vote::Agree)),
        ];
        assert_eq!(changes, expected);
        changes.clear();
        differences(7, &to, &to, &mut changes);
        assert!(changes.is_empty());
    }
}
