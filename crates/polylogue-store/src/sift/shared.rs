//! Claims on which perspectives converge or divide, each with its own reasons, counted by
//! independent sources.
//!
//! A perspective supports a claim that it holds, and one that it makes a move of support or of
//! qualified support about; it challenges one that it does not hold, or makes a move of challenge
//! about. Claims that were merged or fused count for the one they became. Perspectives that rest
//! on a source they share count once, and so do those that share one with them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polylogue_core::kind::{Held, Voice};
use polylogue_core::move_kind::{MoveKind, Polarity};

use super::take::place_among;
use super::{Index, MoveOf, Rows};
use crate::shelf::Shelf;

/// Where one perspective stands on a claim, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stand {
    /// The perspective.
    pub perspective: usize,
    /// Whether this was said from within at least once.
    pub is_within: bool,
    /// Whether it comes only with a condition or in part.
    pub is_qualified: bool,
    /// What says so: claims, words on holding one, moves.
    pub because: Vec<i64>,
}

/// A claim with the perspectives that support and challenge it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The claim.
    pub claim: i64,
    /// Who supports it.
    pub support: Vec<Stand>,
    /// Who challenges it.
    pub challenge: Vec<Stand>,
    /// How many independent of each other support it.
    pub support_independent: usize,
    /// How many independent of each other challenge it.
    pub challenge_independent: usize,
}

#[derive(Default)]
struct Sides {
    support: BTreeMap<usize, Stand>,
    challenge: BTreeMap<usize, Stand>,
}

impl Shared {
    /// How many perspectives stand on both sides: they support the claim and have objections.
    #[must_use]
    pub fn both(&self) -> usize {
        let of = |it: &&Stand| stands_in(&self.challenge, it.perspective);
        self.support.iter().filter(of).count()
    }

    /// Whether a perspective stands on both sides.
    #[must_use]
    pub fn is_both(&self, perspective: usize) -> bool {
        stands_in(&self.support, perspective) && stands_in(&self.challenge, perspective)
    }
}

fn stands_in(side: &[Stand], perspective: usize) -> bool {
    side.iter().any(|it| it.perspective == perspective)
}

/// What a claim's place in a list goes by, the highest first.
type Rank = [usize; 4];

/// Claims by how plainly and how wide they are shared, or how evenly they divide; then in their
/// order.
pub type Ranked = Shelf<(Reverse<Rank>, usize), Arc<Shared>>;

/// Claims that somebody stands on, by their place.
type Stands = Shelf<usize, Arc<Shared>>;

/// Where perspectives stand on claims.
pub(super) fn fold(rows: &Rows, index: &Index) -> Stands {
    let mut claims: BTreeMap<i64, Sides> = BTreeMap::new();
    for held in &rows.held {
        let Some(place) = index.place(held.perspective) else {
            continue;
        };
        let sides = claims.entry(index.became(held.claim)).or_default();
        let side = match held.held {
            Held::Holds => &mut sides.support,
            Held::DoesNot => &mut sides.challenge,
        };
        stand(side, place, held.voice, held.said_in).is_qualified = false;
    }
    for made in super::standing(rows) {
        let Some((claim, place, side)) = stands_on(made, index) else {
            continue;
        };
        let sides = claims.entry(claim).or_default();
        let is_qualified = side == Side::Qualified;
        let side = match side {
            Side::Support | Side::Qualified => &mut sides.support,
            Side::Challenge => &mut sides.challenge,
        };
        let is_new = !side.contains_key(&place);
        let stand = stand(side, place, made.voice, made.n);
        stand.is_qualified = is_qualified && (is_new || stand.is_qualified);
    }
    let order = rows.claims.iter().map(|it| it.0).zip(0..);
    let kin = &index.set.kin;
    let all = order.filter_map(|(claim, at)| {
        let sides = claims.remove(&claim)?;
        Some((at, Arc::new(kin.shared(claim, sides))))
    });
    all.collect()
}

/// The side a move takes on a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Support,
    Qualified,
    Challenge,
}

/// The claim that a move takes a side on, as what it became, for whom, and which side.
fn stands_on(made: &MoveOf, index: &Index) -> Option<(i64, usize, Side)> {
    if !index.set.claims.contains_key(&made.target) {
        return None;
    }
    let side = match MoveKind::of(made.kind).map(MoveKind::polarity)? {
        Polarity::Support => Side::Support,
        Polarity::Qualified => Side::Qualified,
        Polarity::Challenge => Side::Challenge,
        Polarity::Transform | Polarity::Ask => return None,
    };
    let place = index.place(made.perspective)?;
    Some((index.became(made.target), place, side))
}

/// Takes a move that was said later; gives the place of the claim it takes a side on, and how that
/// stood before.
pub(super) fn take(
    made: &MoveOf,
    index: &Index,
    stands: &mut Stands,
) -> Option<(usize, Option<Arc<Shared>>)> {
    let (claim, perspective, side) = stands_on(made, index)?;
    let at = *index.set.claims.get(&claim)?;
    let before = stands.get(&at).cloned();
    let mut shared = match &before {
        Some(before) => Shared::clone(before),
        None => index.set.kin.shared(claim, Sides::default()),
    };
    let is_qualified = side == Side::Qualified;
    let list = match side {
        Side::Support | Side::Qualified => &mut shared.support,
        Side::Challenge => &mut shared.challenge,
    };
    let place = match list.binary_search_by_key(&perspective, |it| it.perspective) {
        Ok(place) => {
            list[place].is_qualified &= is_qualified;
            place
        }
        Err(place) => {
            let new = Stand {
                perspective,
                is_qualified,
                ..Stand::default()
            };
            list.insert(place, new);
            place
        }
    };
    let stand = &mut list[place];
    stand.is_within |= made.voice == Voice::Within;
    let because = place_among(stand.because.iter().copied(), made, index);
    stand.because.insert(because, made.n);
    shared.support_independent = index.set.kin.count(&shared.support);
    shared.challenge_independent = index.set.kin.count(&shared.challenge);
    stands.insert(at, Arc::new(shared));
    Some((at, before))
}

/// Puts a claim where it belongs now, if anywhere.
pub(super) fn rank_again(
    ranked: &mut Ranked,
    rank: fn(&Shared) -> Option<Rank>,
    at: usize,
    (before, after): (&Option<Arc<Shared>>, Option<&Arc<Shared>>),
) {
    if let Some(rank) = before.as_ref().and_then(|it| rank(it)) {
        ranked.remove(&(Reverse(rank), at));
    }
    if let Some(shared) = after
        && let Some(rank) = rank(shared)
    {
        ranked.insert((Reverse(rank), at), Arc::clone(shared));
    }
}

fn stand(
    side: &mut BTreeMap<usize, Stand>,
    perspective: usize,
    voice: Voice,
    because: i64,
) -> &mut Stand {
    let stand = side.entry(perspective).or_insert_with(|| Stand {
        perspective,
        ..Stand::default()
    });
    stand.is_within |= voice == Voice::Within;
    if !stand.because.contains(&because) {
        stand.because.push(because);
    }
    stand
}

/// What each merged claim became in the end; of a circle, none became anything.
pub(super) fn became(merged: &[(i64, i64)]) -> BTreeMap<i64, i64> {
    let next: BTreeMap<i64, i64> = merged.iter().copied().filter(|(a, b)| a != b).collect();
    let follow = |from: i64| {
        let mut seen = BTreeSet::from([from]);
        let mut at = from;
        while let Some(to) = next.get(&at) {
            if !seen.insert(*to) {
                return None;
            }
            at = *to;
        }
        Some((from, at))
    };
    next.keys().filter_map(|from| follow(*from)).collect()
}

/// The claims that several support: first those nobody challenges, then those supported without
/// conditions, then the widest shared.
pub(super) fn converging(stands: &Stands) -> Ranked {
    ranked(stands, width)
}

/// The claims that divide, the most evenly first.
pub(super) fn dividing(stands: &Stands) -> Ranked {
    ranked(stands, split)
}

fn ranked(stands: &Stands, rank: fn(&Shared) -> Option<Rank>) -> Ranked {
    let all = stands.iter().filter_map(|(at, shared)| {
        let rank = rank(shared)?;
        Some(((Reverse(rank), *at), Arc::clone(shared)))
    });
    all.collect()
}

/// How plainly and how wide a claim is shared, if it is.
pub(super) fn width(shared: &Shared) -> Option<Rank> {
    let support = shared.support.len();
    let is_unchallenged = shared.challenge.is_empty();
    let is_plain = shared.support.iter().all(|it| !it.is_qualified);
    (support >= 2).then_some([
        usize::from(is_unchallenged),
        usize::from(is_plain),
        shared.support_independent,
        support,
    ])
}

/// How a claim divides, if it does.
pub(super) fn split(shared: &Shared) -> Option<Rank> {
    let differ = shared.challenge.iter().any(|no| {
        let mut support = shared.support.iter();
        support.any(|yes| yes.perspective != no.perspective)
    });
    let (yes, no) = (shared.support_independent, shared.challenge_independent);
    differ.then_some([yes.min(no), yes + no, 0, 0])
}

/// Perspectives by the sources they share: each with the lowest it is bound to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Kin {
    root: Vec<usize>,
}

impl Kin {
    pub(super) fn of(rows: &Rows, places: &BTreeMap<i64, usize>) -> Self {
        let mut kin = Self {
            root: (0..rows.perspectives.len()).collect(),
        };
        let mut first: BTreeMap<i64, usize> = BTreeMap::new();
        for (perspective, source) in &rows.sources {
            if let Some(place) = places.get(perspective).copied() {
                let with = *first.entry(*source).or_insert(place);
                kin.bind(with, place);
            }
        }
        kin
    }

    fn bind(&mut self, one: usize, other: usize) {
        let (from, to) = (self.root[one], self.root[other]);
        let low = from.min(to);
        for root in &mut self.root {
            if *root == from || *root == to {
                *root = low;
            }
        }
    }

    fn count(&self, side: &[Stand]) -> usize {
        let roots: BTreeSet<usize> = side.iter().map(|it| self.root[it.perspective]).collect();
        roots.len()
    }

    fn shared(&self, claim: i64, sides: Sides) -> Shared {
        let support: Vec<Stand> = sides.support.into_values().collect();
        let challenge: Vec<Stand> = sides.challenge.into_values().collect();
        Shared {
            claim,
            support_independent: self.count(&support),
            challenge_independent: self.count(&challenge),
            support,
            challenge,
        }
    }
}
