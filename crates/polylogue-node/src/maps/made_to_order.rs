//! Signs that votes were made to order: the same answers given by many, and many who came at once;
//! and the map without those people, to be held against the map with them.
//!
//! Nobody is left out of a map by this: who wants to see it without them asks for it, and is told
//! who is left out and why.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::Key;
use polylogue_map::lens::copies::{self, Copies};
use polylogue_map::{Ballots, compute};

use super::{OpenMap, too_large};
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

/// What looks made to order.
#[derive(Debug, Clone, PartialEq)]
pub struct Signs {
    /// People whose votes are the same.
    pub copies: Vec<Copies>,
    /// People who came at once.
    pub bursts: Vec<Burst>,
}

impl Signs {
    /// Everybody named by a sign but the first of each set of copies, whose votes stay.
    #[must_use]
    pub fn people(&self) -> BTreeSet<usize> {
        let copies = self.copies.iter().flat_map(|it| it.people.iter().skip(1));
        let bursts = self.bursts.iter().flat_map(|it| &it.people);
        copies.chain(bursts).copied().collect()
    }
}

impl OpenMap {
    /// Looks for signs; `first` is when each person first voted (claimed seconds).
    #[must_use]
    pub fn signs(&self, first: &[(Key, u64)]) -> Signs {
        let numbers = self.people.iter().zip(0..);
        let numbers: BTreeMap<&Key, usize> = numbers.collect();
        let came = first.iter();
        let came = came.filter_map(|(key, time)| Some((*time, *numbers.get(key)?)));
        Signs {
            copies: copies::find(&self.ballots, &self.map),
            bursts: bursts(came.collect()),
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
        })
    }
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
    fn a_vote_held_in_one_evening_is_no_burst() {
        let came: Vec<(u64, usize)> = (0..40).zip(0..).map(|(it, at)| (it * 30, at)).collect();
        assert_eq!(bursts(came), []);
        assert_eq!(bursts(Vec::new()), []);
    }
}
