//! Signs that votes were made to order: the same answers given by many, and many who came at once;
//! and the map without those people, to be held against the map with them.
//!
//! Nobody is left out of a map by this: who wants to see it without them asks for it, and is told
//! who is left out and why.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use polylogue_core::id::Key;
use polylogue_map::lens::copies::{self, Copies};
use polylogue_map::{Ballots, compute};

use super::{OpenMap, SignKind, too_large};
use crate::cores::Cores;
use crate::refusal::Refusal;

/// How long people may come one after the other and still have come at once (seconds).
const AT_ONCE_SECONDS: u64 = 3_600;
/// Fewer people who came at once are not named.
const BURST_MIN: usize = 8;
/// More than this share of everybody is no burst within a vote: it is when the vote was held.
const BURST_SHARE_MAX: usize = 3;
/// So many times as many came in that hour as in an hour on average.
const BURST_TIMES: u64 = 10;

/// Many who first voted within one hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Burst {
    /// When the first of them did (claimed seconds).
    pub from: u64,
    /// When the last of them did.
    pub to: u64,
    /// Who they are, by their number on the map.
    pub people: Vec<usize>,
}

/// Many who came in through one person, or through those who did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// Through whom.
    pub by: Key,
    /// Who they are, by their number on the map.
    pub people: Vec<usize>,
}

/// What looks made to order.
#[derive(Debug, Clone, PartialEq)]
pub struct Signs {
    /// People whose votes are the same.
    pub copies: Vec<Copies>,
    /// People who came at once.
    pub bursts: Vec<Burst>,
    /// People who came in through one person.
    pub invited: Vec<Invited>,
}

impl Signs {
    /// Everybody named by a sign but the first of each set of copies, whose votes stay.
    #[must_use]
    pub fn people(&self) -> BTreeSet<usize> {
        let each = SignKind::ALL.into_iter();
        each.flat_map(|it| self.people_of(it)).collect()
    }

    /// Those named by one sort of sign, the first of each set of copies apart.
    #[must_use]
    pub fn people_of(&self, kind: SignKind) -> BTreeSet<usize> {
        match kind {
            SignKind::Copies => {
                let copies = self.copies.iter();
                copies.flat_map(|it| &it.people[1..]).copied().collect()
            }
            SignKind::Bursts => {
                let bursts = self.bursts.iter();
                bursts.flat_map(|it| &it.people).copied().collect()
            }
            SignKind::Invited => {
                let invited = self.invited.iter();
                invited.flat_map(|it| &it.people).copied().collect()
            }
        }
    }
}

impl OpenMap {
    /// Looks for signs; `first` is when each person first voted (claimed seconds), `let_in` who
    /// was let in by whom.
    #[must_use]
    pub fn signs(&self, first: &[(Key, u64)], let_in: &[(Key, Key)]) -> Signs {
        let numbers = self.people.iter().zip(0..);
        let numbers: BTreeMap<&Key, usize> = numbers.collect();
        let came = first.iter();
        let came = came.filter_map(|(key, time)| Some((*time, *numbers.get(key)?)));
        Signs {
            copies: copies::find(&self.ballots, &self.map),
            bursts: bursts(came.collect()),
            invited: invited(let_in, &numbers),
        }
    }

    /// The map without some people.
    ///
    /// # Errors
    /// More claims or people than a map takes, which this one had not.
    pub fn without(&self, out: &BTreeSet<usize>) -> Result<Self, Refusal> {
        let mut ballots = Ballots::new(self.claims.len()).map_err(too_large)?;
        let mut people = Vec::new();
        for (person, key) in self.people.iter().enumerate() {
            if !out.contains(&person) {
                people.push(*key);
                ballots
                    .push_person(self.ballots.votes_of(person))
                    .map_err(too_large)?;
            }
        }
        let map = compute(&ballots, &self.standing, &Cores::of_this_machine());
        Ok(Self {
            version: self.version,
            claims: self.claims.clone(),
            standing: self.standing.clone(),
            people,
            ballots,
            map,
            left_out: self.left_out,
            scores: OnceLock::new(),
            scrutiny: OnceLock::new(),
        })
    }
}

/// The largest trees of people who came in through one person and voted: at least [`BURST_MIN`] of
/// them, and no more than a third of everybody, or it is how people come in here. Whoever nobody
/// let in is at the root of all and is not named. Each goes through a tree of acquaintances once.
fn invited(let_in: &[(Key, Key)], numbers: &BTreeMap<&Key, usize>) -> Vec<Invited> {
    let by: BTreeMap<&Key, &Key> = let_in.iter().map(|(own, by)| (own, by)).collect();
    let mut trees: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
    for (key, number) in numbers {
        let (mut at, mut passed) = (*key, BTreeSet::new());
        while let Some(above) = by.get(at).filter(|it| passed.insert(**it)) {
            if by.contains_key(above) {
                trees.entry(above).or_default().push(*number);
            }
            at = above;
        }
    }
    trees.retain(|_, it| it.len() >= BURST_MIN && it.len() * BURST_SHARE_MAX <= numbers.len());
    let mut found: Vec<(&Key, Vec<usize>)> = trees.into_iter().collect();
    found.sort_by_key(|it| (std::cmp::Reverse(it.1.len()), it.0));
    let mut named = BTreeSet::new();
    found.retain(|(_, people)| people.iter().filter(|it| named.insert(**it)).count() > 0);
    let found = found.into_iter().map(|(by, mut people)| {
        people.sort_unstable();
        Invited { by: *by, people }
    });
    found.collect()
}

/// The hours in which far more people first voted than in others, oldest first; they do not
/// overlap.
fn bursts(mut came: Vec<(u64, usize)>) -> Vec<Burst> {
    came.sort_unstable();
    let (Some(begin), Some(end)) = (came.first(), came.last()) else {
        return Vec::new();
    };
    let hours = (end.0 - begin.0) / AT_ONCE_SECONDS + 1;
    let mut found = Vec::new();
    let mut at = 0;
    while at < came.len() {
        let until = came.partition_point(|it| it.0 < came[at].0 + AT_ONCE_SECONDS);
        let count = until - at;
        let is_many = count as u64 * hours > BURST_TIMES * came.len() as u64;
        if count >= BURST_MIN && count * BURST_SHARE_MAX <= came.len() && is_many {
            let mut own: Vec<usize> = came[at..until].iter().map(|it| it.1).collect();
            own.sort_unstable();
            found.push(Burst {
                from: came[at].0,
                to: came[until - 1].0,
                people: own,
            });
            at = until;
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_who_come_within_an_hour_of_a_long_vote_are_named() {
        let mut came: Vec<(u64, usize)> =
            (0..40).zip(0..).map(|(it, at)| (it * 20_000, at)).collect();
        assert_eq!(bursts(came.clone()), []);
        let evening = 550_000;
        came.extend(
            (40..52)
                .zip(40..)
                .map(|(minute, it)| (evening + minute * 60, it)),
        );
        let found = bursts(came);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].people, (40..52).collect::<Vec<usize>>());
    }

    #[test]
    fn many_who_came_in_through_one_person_are_named_once() {
        let key = |number: u8| Key([number; 32]);
        // Nobody let 0 in; 0 let in 1 to 30; 5 let in 31, and 31 let in 32 to 41.
        let mut let_in: Vec<(Key, Key)> = (1..=30).map(|it| (key(it), key(0))).collect();
        let_in.push((key(31), key(5)));
        let_in.extend((32..=41).map(|it| (key(it), key(31))));
        let keys: Vec<Key> = (0..=41).map(key).collect();
        let numbers: BTreeMap<&Key, usize> = keys.iter().zip(0..).collect();
        let found = invited(&let_in, &numbers);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].by, found[0].people.len()), (key(5), 11));
        let few: BTreeMap<&Key, usize> = keys[..38].iter().zip(0..).collect();
        assert_eq!(invited(&let_in, &few), [], "seven are not many");
    }

    #[test]
    fn a_vote_held_in_one_evening_is_no_burst() {
        let came: Vec<(u64, usize)> = (0..40).zip(0..).map(|(it, at)| (it * 30, at)).collect();
        assert_eq!(bursts(came), []);
        assert_eq!(bursts(Vec::new()), []);
    }
}
