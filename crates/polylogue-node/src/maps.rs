//! Opinion maps that are open: their counts are kept in memory, so that a vote costs what it
//! changes and not the whole map again. Nothing of it is written down.
//!
//! One map per question or dialogue. An open map is brought up to the snapshot it is asked for
//! with, by the votes that changed since where the store still knows which; what it shows is what
//! [`polylogue_map::compute`] gives for the same votes, bit for bit.

mod asking;
mod made_to_order;
mod next;
pub mod past;
mod placing;
mod scrutiny;
mod seat;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Choice;
use polylogue_map::lens::bridging::Bridging;
use polylogue_map::{BallotFault, Ballots, Ledger, OpinionMap, Standing, Vote};
use polylogue_store::Reader;
use polylogue_store::query::{self, VotedRow};

use crate::cores::Cores;
use crate::refusal::{Failure, Refusal};

pub use self::asking::Why;
pub use self::made_to_order::{Burst, Invited, Signs};
pub use self::next::{Asking, Next};
pub use self::placing::{Apart, Placed};
pub use self::scrutiny::{BRIDGING_MIN, Counted, Findings, Row, SURE, Scrutiny, SignKind};
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
    /// Bridging scores, once somebody asked for them.
    pub scores: OnceLock<Bridging>,
    /// What it comes to with and without those whose votes look made to order, once somebody asked.
    pub scrutiny: OnceLock<Arc<Scrutiny>>,
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

    /// How much each claim is held wherever people stand; worked out when it is first asked for.
    pub fn bridging(&self) -> &Bridging {
        let votes = (&self.ballots, &self.standing[..]);
        let compute =
            || polylogue_map::bridging(votes.0, votes.1, &self.map, &Cores::of_this_machine());
        self.scores.get_or_init(compute)
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
pub struct Maps {
    open: Mutex<Vec<(OfCommons, Shared)>>,
}

/// A map of one commons.
type OfCommons = (OperationId, MapOf);

/// An open map that requests take in turn.
type Shared = Arc<Mutex<Kept>>;

/// One open map with its counts.
#[derive(Debug, Default)]
struct Kept {
    ledger: Option<Ledger>,
    claims: Vec<(OperationId, i64)>,
    /// Where each person stands in the votes, by number in the store.
    places: BTreeMap<i64, usize>,
    people: Vec<Key>,
    /// Newcomers' votes that are not in it, as person and claim by number in the store.
    left_out: BTreeSet<(i64, i64)>,
    latest: Option<Arc<OpenMap>>,
}

impl Maps {
    /// The map of a commons as a snapshot of it shows the votes.
    ///
    /// # Errors
    /// A [`Refusal`] if the votes cannot be read or are too many for one map.
    pub fn of(
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
        let is_older = own.latest.as_ref().is_some_and(|it| it.version > version);
        if is_older {
            // A page that began before another: what is kept is newer, and stays.
            return Ok(Arc::new(Kept::default().follow(reader, of)?));
        }
        let map = Arc::new(own.follow(reader, of)?);
        own.latest = Some(Arc::clone(&map));
        drop(own);
        self.make_room();
        Ok(map)
    }

    /// The place of a map, made if there is none, and put last in the queue of those to go.
    fn kept(&self, of: OfCommons) -> Shared {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let found = open.iter().position(|(it, _)| *it == of);
        let kept = found.map_or_else(Arc::default, |at| open.remove(at).1);
        open.push((of, Arc::clone(&kept)));
        kept
    }

    fn make_room(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        // One that is being counted is in use, and not asked.
        let size = |kept: &Shared| kept.try_lock().map_or(0, |it| it.bytes());
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
    fn follow(&mut self, reader: &Reader, of: MapOf) -> Result<OpenMap, Refusal> {
        let mut claims = reader.ballot_claims(of.under)?;
        claims.sort_by_key(|it| it.id);
        let standing: Vec<Standing> = claims.iter().map(standing_of).collect();
        let claims: Vec<(OperationId, i64)> = claims.iter().map(|it| (it.id, it.number)).collect();
        let mut ledger = match self.followed(reader, &claims, of.who)? {
            Some(ledger) => ledger,
            None => self.anew(&reader.ballots(of.under)?, &claims, of.who)?,
        };
        for (claim, own) in standing.iter().enumerate() {
            ledger.set_standing(claim, *own);
        }
        let map = ledger.map(&Cores::of_this_machine());
        let newcomers: BTreeSet<i64> = self.left_out.iter().map(|(person, _)| *person).collect();
        let open = OpenMap {
            version: reader.version()?,
            claims: claims.iter().map(|(id, _)| *id).collect(),
            standing,
            people: self.people.clone(),
            ballots: ledger.ballots().clone(),
            map,
            left_out: LeftOut {
                people: newcomers.len(),
                votes: self.left_out.len(),
            },
            scores: OnceLock::new(),
            scrutiny: OnceLock::new(),
        };
        (self.claims, self.ledger) = (claims, Some(ledger));
        Ok(open)
    }

    /// The counts as they were, with what changed; none where it is not known what did, where it
    /// is cheaper to begin anew, or where a claim is gone, or somebody who has taken all their
    /// votes back.
    fn followed(
        &mut self,
        reader: &Reader,
        claims: &[(OperationId, i64)],
        who: Who,
    ) -> Result<Option<Ledger>, Refusal> {
        let (Some(mut ledger), Some(latest)) = (self.ledger.take(), &self.latest) else {
            return Ok(None);
        };
        let Some(changed) = reader.voted_since(latest.version)? else {
            return Ok(None);
        };
        let now: BTreeSet<&(OperationId, i64)> = claims.iter().collect();
        let before: BTreeSet<&(OperationId, i64)> = self.claims.iter().collect();
        if !before.is_subset(&now) {
            return Ok(None);
        }
        // Claims are numbered by their ids, so that a new one may come between others; votes on it
        // may have been here before it was.
        let mut changed = changed;
        for (at, claim) in claims.iter().enumerate() {
            if !before.contains(claim) {
                ledger.insert_claim(at).map_err(too_large)?;
                changed.extend(reader.voted_on(claim.1)?);
            }
        }
        let numbers = numbered(claims);
        changed.retain(|it| numbers.contains_key(&it.claim));
        if changed.len() > ledger.ballots().vote_count() / CHANGED_SHARE + 1 {
            return Ok(None);
        }
        let mut touched = BTreeSet::new();
        for row in &changed {
            touched.extend(self.cast(&mut ledger, row, numbers[&row.claim], who)?);
        }
        let is_gone = |it: &usize| ledger.ballots().votes_of(*it).next().is_none();
        let is_anybody_gone = touched.iter().any(is_gone);
        Ok(Some(ledger).filter(|_| !is_anybody_gone))
    }

    /// Casts one vote as it counts now; tells whose, if they have a place.
    fn cast(
        &mut self,
        ledger: &mut Ledger,
        row: &VotedRow,
        claim: usize,
        who: Who,
    ) -> Result<Option<usize>, Refusal> {
        let of = (row.person, row.claim);
        self.left_out.remove(&of);
        let vote = match row.vote {
            Some((choice, is_counted)) if is_in(is_counted, who) => Some(vote_of(choice)),
            Some(_) => {
                self.left_out.insert(of);
                None
            }
            None => None,
        };
        let place = match (self.places.get(&row.person), vote) {
            (Some(place), _) => *place,
            (None, None) => return Ok(None),
            (None, Some(_)) => {
                let place = ledger.add_person().map_err(too_large)?;
                self.places.insert(row.person, place);
                self.people.push(row.key);
                place
            }
        };
        ledger.cast(place, claim, vote).map_err(too_large)?;
        Ok(Some(place))
    }

    /// Counts from nothing.
    fn anew(
        &mut self,
        rows: &query::Ballots,
        claims: &[(OperationId, i64)],
        who: Who,
    ) -> Result<Ledger, Refusal> {
        *self = Self {
            latest: self.latest.take(),
            ..Self::default()
        };
        let numbers = numbered(claims);
        let keys: BTreeMap<i64, Key> = rows.people.iter().copied().collect();
        let mut wanted: BTreeMap<(Key, i64), Vec<(usize, Vote)>> = BTreeMap::new();
        for row in &rows.votes {
            let (Some(claim), Some(key)) = (numbers.get(&row.claim), keys.get(&row.person)) else {
                continue;
            };
            if is_in(row.is_counted, who) {
                let own = wanted.entry((*key, row.person)).or_default();
                own.push((*claim, vote_of(row.choice)));
            } else {
                self.left_out.insert((row.person, row.claim));
            }
        }
        let mut ballots = Ballots::new(claims.len()).map_err(too_large)?;
        ballots.reserve(wanted.len(), rows.votes.len());
        for ((key, person), own) in wanted {
            self.places.insert(person, self.people.len());
            self.people.push(key);
            ballots.push_person(own).map_err(too_large)?;
        }
        Ok(Ledger::new(ballots, &[]))
    }
}

/// The number of each claim on the map by its number in the store.
fn numbered(claims: &[(OperationId, i64)]) -> BTreeMap<i64, usize> {
    let numbers = claims.iter().zip(0..);
    numbers.map(|((_, number), at)| (*number, at)).collect()
}

fn is_in(is_counted: bool, who: Who) -> bool {
    is_counted || who == Who::NewcomersToo
}

fn standing_of(claim: &query::BallotClaim) -> Standing {
    if claim.is_shown {
        Standing::Shown
    } else {
        Standing::Rejected
    }
}

fn too_large(fault: BallotFault) -> Refusal {
    Refusal::Failure(Failure::Map(fault))
}
