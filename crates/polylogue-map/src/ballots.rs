//! The votes of a conversation: for each person the claims they voted on, in the order of claims.
//!
//! Shape: people × claims, sparse; 4 bytes a vote. A person's or claim's place in the order is its
//! number here; [`Roll`] makes that order out of any ids.

use crate::number::{index, small};
use crate::vote::Vote;

/// The most claims taken, as many times more as any conversation known has had.
pub const CLAIMS_MAX: usize = 1 << 20;
/// The most people taken.
pub const PEOPLE_MAX: usize = 1 << 28;

/// Why votes are not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BallotFault {
    /// A vote names a claim that is not there.
    #[error("a vote on claim number {claim}, and there are {claim_count}, counted from 0")]
    NoSuchClaim {
        /// The number given.
        claim: usize,
        /// How many claims there are.
        claim_count: usize,
    },
    /// A vote names a person who is not there.
    #[error("a vote by person number {person}, and there are {person_count}, counted from 0")]
    NoSuchPerson {
        /// The number given.
        person: usize,
        /// How many people there are.
        person_count: usize,
    },
    /// More claims than are taken.
    #[error("{claim_count} claims, at most {CLAIMS_MAX} are taken")]
    TooManyClaims {
        /// How many there were.
        claim_count: usize,
    },
    /// More people than are taken.
    #[error("{person_count} people, at most {PEOPLE_MAX} are taken")]
    TooManyPeople {
        /// How many there were.
        person_count: usize,
    },
}

/// Everybody's votes, the last of each person on each claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballots {
    claim_count: usize,
    /// Where each person's cells begin, and the end of the last.
    starts: Vec<usize>,
    /// `4 × claim + code of the vote`, ascending for each person.
    cells: Vec<u32>,
}

impl Ballots {
    /// No people yet, and so many claims.
    ///
    /// # Errors
    /// More than [`CLAIMS_MAX`] claims.
    pub fn new(claim_count: usize) -> Result<Self, BallotFault> {
        if claim_count > CLAIMS_MAX {
            return Err(BallotFault::TooManyClaims { claim_count });
        }
        Ok(Self {
            claim_count,
            starts: vec![0],
            cells: Vec::new(),
        })
    }

    /// Room for so many people and votes, so that nothing is laid out twice.
    pub fn reserve(&mut self, people: usize, votes: usize) {
        self.starts.reserve_exact(people);
        self.cells.reserve_exact(votes);
    }

    /// Adds a person with their votes as (claim, vote); of two on one claim the later counts.
    ///
    /// # Errors
    /// A claim that is not there, or one person too many; then nothing was added.
    pub fn push_person(
        &mut self,
        votes: impl IntoIterator<Item = (usize, Vote)>,
    ) -> Result<(), BallotFault> {
        let (begin, claim_count) = (self.cells.len(), self.claim_count);
        if self.person_count() >= PEOPLE_MAX {
            let person_count = self.person_count() + 1;
            return Err(BallotFault::TooManyPeople { person_count });
        }
        let mut is_ascending = true;
        for (claim, vote) in votes {
            if claim >= claim_count {
                self.cells.truncate(begin);
                return Err(BallotFault::NoSuchClaim { claim, claim_count });
            }
            let cell = cell(claim, vote);
            let last = self.cells[begin..].last();
            is_ascending = is_ascending && last.is_none_or(|it| it >> 2 < cell >> 2);
            self.cells.push(cell);
        }
        if !is_ascending {
            self.settle(begin);
        }
        self.starts.push(self.cells.len());
        Ok(())
    }

    /// Sorts the cells from `begin` by claim and keeps the last of each.
    fn settle(&mut self, begin: usize) {
        self.cells[begin..].sort_by_key(|it| it >> 2);
        let mut kept = begin;
        for from in begin..self.cells.len() {
            let cell = self.cells[from];
            if kept > begin && self.cells[kept - 1] >> 2 == cell >> 2 {
                self.cells[kept - 1] = cell;
            } else {
                self.cells[kept] = cell;
                kept += 1;
            }
        }
        self.cells.truncate(kept);
    }

    /// Sets, changes or (with none) takes back one vote, and tells what stood there before.
    ///
    /// # Errors
    /// A person or claim that is not there.
    pub fn set(
        &mut self,
        person: usize,
        claim: usize,
        vote: Option<Vote>,
    ) -> Result<Option<Vote>, BallotFault> {
        self.check(person, claim)?;
        let (begin, end) = (self.starts[person], self.starts[person + 1]);
        let found = self.cells[begin..end].binary_search_by_key(&claim, |it| index(it >> 2));
        match (found, vote) {
            (Ok(at), Some(vote)) => {
                let before = self.cells[begin + at];
                self.cells[begin + at] = cell(claim, vote);
                Ok(Some(Vote::of_code(before)))
            }
            (Ok(at), None) => {
                let before = self.cells.remove(begin + at);
                self.starts[person + 1..].iter_mut().for_each(|it| *it -= 1);
                Ok(Some(Vote::of_code(before)))
            }
            (Err(at), Some(vote)) => {
                self.cells.insert(begin + at, cell(claim, vote));
                self.starts[person + 1..].iter_mut().for_each(|it| *it += 1);
                Ok(None)
            }
            (Err(_), None) => Ok(None),
        }
    }

    pub(crate) fn check(&self, person: usize, claim: usize) -> Result<(), BallotFault> {
        let (person_count, claim_count) = (self.person_count(), self.claim_count);
        if person >= person_count {
            return Err(BallotFault::NoSuchPerson {
                person,
                person_count,
            });
        }
        if claim >= claim_count {
            return Err(BallotFault::NoSuchClaim { claim, claim_count });
        }
        Ok(())
    }

    /// Makes room for a claim before the one that has this number now; `at` is at most the number
    /// of claims.
    ///
    /// # Errors
    /// A place beyond the end, or one claim too many.
    pub fn insert_claim(&mut self, at: usize) -> Result<(), BallotFault> {
        let claim_count = self.claim_count;
        if at > claim_count {
            let claim = at;
            return Err(BallotFault::NoSuchClaim { claim, claim_count });
        }
        if claim_count >= CLAIMS_MAX {
            let claim_count = claim_count + 1;
            return Err(BallotFault::TooManyClaims { claim_count });
        }
        self.claim_count += 1;
        let from = small(at) << 2;
        for cell in &mut self.cells {
            if *cell >= from {
                *cell += 4;
            }
        }
        Ok(())
    }

    /// How many people there are, those without a vote among them.
    #[must_use]
    pub fn person_count(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many claims there are, those without a vote among them.
    #[must_use]
    pub fn claim_count(&self) -> usize {
        self.claim_count
    }

    /// How many votes there are, one at most for each person and claim.
    #[must_use]
    pub fn vote_count(&self) -> usize {
        self.cells.len()
    }

    /// A person's votes in the order of claims; none for a person who is not there.
    pub fn votes_of(&self, person: usize) -> impl Iterator<Item = (usize, Vote)> {
        let cells = if person < self.person_count() {
            self.cells_of(person)
        } else {
            &[]
        };
        cells.iter().map(|it| (index(it >> 2), Vote::of_code(*it)))
    }

    /// A person's cells, `4 × claim + code`, ascending.
    pub(crate) fn cells_of(&self, person: usize) -> &[u32] {
        &self.cells[self.starts[person]..self.starts[person + 1]]
    }

    /// How many numbers a table needs that is looked up by cell.
    pub(crate) fn cell_count(&self) -> usize {
        self.claim_count * 4
    }
}

fn cell(claim: usize, vote: Vote) -> u32 {
    small(claim) << 2 | vote.code()
}

/// One vote as it was cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cast {
    /// Who voted; any number that stands for one person.
    pub person: u64,
    /// On what; any number that stands for one claim.
    pub claim: u64,
    /// When, in any unit: of several by one person on one claim the latest counts, and of equally
    /// late ones the one that comes later in the list.
    pub time: i64,
    /// What they said.
    pub vote: Vote,
}

/// Ballots with the ids of the people and claims whose numbers they use, both ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    /// The id of each person, ascending; only people who voted.
    pub people: Vec<u64>,
    /// The id of each claim, ascending; only claims somebody voted on.
    pub claims: Vec<u64>,
    /// Their votes.
    pub ballots: Ballots,
}

impl Roll {
    /// Puts votes in order. Which order they come in makes no difference but between equally late
    /// ones by one person on one claim.
    ///
    /// # Errors
    /// More people or claims than are taken.
    pub fn from_casts(casts: &[Cast]) -> Result<Self, BallotFault> {
        let people = Ids::of(casts.iter().map(|it| it.person));
        let claims = Ids::of(casts.iter().map(|it| it.claim));
        if people.ids.len() > PEOPLE_MAX {
            let person_count = people.ids.len();
            return Err(BallotFault::TooManyPeople { person_count });
        }
        let mut ballots = Ballots::new(claims.ids.len())?;
        let (starts, order) = by_person(casts, &people);
        ballots.reserve(people.ids.len(), casts.len());
        let mut own: Vec<(usize, i64, Vote)> = Vec::new();
        for person in 0..people.ids.len() {
            own.clear();
            for at in &order[starts[person]..starts[person + 1]] {
                let cast = &casts[index(*at)];
                own.push((claims.place(cast.claim), cast.time, cast.vote));
            }
            let is_ascending = own.windows(2).all(|two| two[0].0 < two[1].0);
            if !is_ascending {
                own.sort_by_key(|(claim, time, _)| (*claim, *time));
            }
            ballots.push_person(own.iter().map(|(claim, _, vote)| (*claim, *vote)))?;
        }
        Ok(Self {
            people: people.ids,
            claims: claims.ids,
            ballots,
        })
    }
}

/// Where each person's votes begin, and the numbers of the votes, by person and then as they come.
fn by_person(casts: &[Cast], people: &Ids) -> (Vec<usize>, Vec<u32>) {
    let places: Vec<u32> = casts
        .iter()
        .map(|it| small(people.place(it.person)))
        .collect();
    let mut starts = vec![0; people.ids.len() + 1];
    for place in &places {
        starts[index(*place) + 1] += 1;
    }
    for person in 0..people.ids.len() {
        starts[person + 1] += starts[person];
    }
    let mut next = starts.clone();
    let mut order = vec![0; casts.len()];
    for (number, place) in places.iter().enumerate() {
        let slot = &mut next[index(*place)];
        order[*slot] = small(number);
        *slot += 1;
    }
    (starts, order)
}

/// Distinct ids in ascending order, with a table of places where they are dense.
struct Ids {
    ids: Vec<u64>,
    places: Option<Vec<u32>>,
}

/// A table of places is kept up to so many entries for each id.
const ENTRIES_OF_AN_ID_MAX: usize = 8;

impl Ids {
    fn of(all: impl Iterator<Item = u64> + Clone) -> Self {
        let (mut count, mut most) = (0_usize, 0_u64);
        for id in all.clone() {
            count += 1;
            most = most.max(id);
        }
        let room = usize::try_from(most).unwrap_or(usize::MAX);
        if room < count.saturating_mul(ENTRIES_OF_AN_ID_MAX) {
            return Self::dense(all, room + 1);
        }
        let mut ids: Vec<u64> = all.collect();
        ids.sort_unstable();
        ids.dedup();
        Self { ids, places: None }
    }

    fn dense(all: impl Iterator<Item = u64>, room: usize) -> Self {
        let mut places = vec![0; room];
        for id in all {
            places[usize::try_from(id).unwrap_or(0)] = 1;
        }
        let mut ids = Vec::new();
        for (id, place) in places.iter_mut().enumerate() {
            if *place == 1 {
                *place = small(ids.len());
                ids.push(id as u64);
            }
        }
        let places = Some(places);
        Self { ids, places }
    }

    /// The place of an id that is among them.
    fn place(&self, id: u64) -> usize {
        match &self.places {
            Some(places) => index(places[usize::try_from(id).unwrap_or(0)]),
            None => self.ids.partition_point(|it| *it < id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cast(person: u64, claim: u64, time: i64, vote: Vote) -> Cast {
        Cast {
            person,
            claim,
            time,
            vote,
        }
    }

    #[test]
    fn a_late_vote_replaces_an_earlier_one() {
        let casts = [
            cast(9, 5, 20, Vote::Agree),
            cast(9, 5, 10, Vote::Disagree),
            cast(9, 2, 30, Vote::Pass),
            cast(1_000_000_000_000, 5, 1, Vote::Disagree),
            cast(1_000_000_000_000, 5, 1, Vote::Agree),
        ];
        let roll = Roll::from_casts(&casts).expect("few");
        assert_eq!(roll.people, [9, 1_000_000_000_000]);
        assert_eq!(roll.claims, [2, 5]);
        let own: Vec<_> = roll.ballots.votes_of(0).collect();
        assert_eq!(own, [(0, Vote::Pass), (1, Vote::Agree)]);
        let own: Vec<_> = roll.ballots.votes_of(1).collect();
        assert_eq!(own, [(1, Vote::Agree)]);
        assert_eq!(roll.ballots.votes_of(2).count(), 0);
    }

    #[test]
    fn votes_are_set_changed_and_taken_back() {
        let mut ballots = Ballots::new(3).expect("few");
        ballots
            .push_person([(2, Vote::Agree), (0, Vote::Pass)])
            .expect("there");
        ballots.push_person([]).expect("room");
        assert_eq!(ballots.set(1, 1, Some(Vote::Agree)), Ok(None));
        assert_eq!(
            ballots.set(0, 2, Some(Vote::Disagree)),
            Ok(Some(Vote::Agree))
        );
        assert_eq!(ballots.set(0, 0, None), Ok(Some(Vote::Pass)));
        assert_eq!(ballots.set(0, 0, None), Ok(None));
        ballots.insert_claim(1).expect("room");
        let own: Vec<_> = ballots.votes_of(0).collect();
        assert_eq!(own, [(3, Vote::Disagree)]);
        let own: Vec<_> = ballots.votes_of(1).collect();
        assert_eq!(own, [(2, Vote::Agree)]);
        assert!(ballots.set(2, 0, None).is_err());
        assert!(ballots.set(0, 4, None).is_err());
        assert!(
            ballots
                .push_person([(0, Vote::Agree), (9, Vote::Agree)])
                .is_err()
        );
        assert_eq!((ballots.person_count(), ballots.vote_count()), (2, 2));
    }
}
