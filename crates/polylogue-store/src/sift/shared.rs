//! Claims on which perspectives converge or divide, each with its own reasons, counted by
//! independent sources.
//!
//! A perspective supports a claim that it holds, and one that it makes a move of support or of
//! qualified support about; it challenges one that it does not hold, or makes a move of challenge
//! about. Claims that were merged or fused count for the one they became. Perspectives that rest
//! on a source they share count once, and so do those that share one with them.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::kind::{Held, Voice};
use polylogue_core::move_kind::{MoveKind, Polarity};

use super::{Index, Rows};

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

/// Convergence and division, the widest first.
pub(super) fn fold(rows: &Rows, index: &Index<'_>) -> (Vec<Shared>, Vec<Shared>) {
    let became = became(&rows.merged);
    let one = |claim: i64| became.get(&claim).copied().unwrap_or(claim);
    let known: BTreeSet<i64> = rows.claims.iter().map(|it| it.0).collect();
    let mut claims: BTreeMap<i64, Sides> = BTreeMap::new();
    for held in &rows.held {
        let Some(place) = index.place(held.perspective) else {
            continue;
        };
        let sides = claims.entry(one(held.claim)).or_default();
        let side = match held.held {
            Held::Holds => &mut sides.support,
            Held::DoesNot => &mut sides.challenge,
        };
        stand(side, place, held.voice, held.said_in).is_qualified = false;
    }
    for made in super::standing(rows).filter(|it| known.contains(&it.target)) {
        let polarity = MoveKind::of(made.kind).map(MoveKind::polarity);
        let Some(place) = index.place(made.perspective) else {
            continue;
        };
        let sides = claims.entry(one(made.target)).or_default();
        let (side, is_qualified) = match polarity {
            Some(Polarity::Support) => (&mut sides.support, false),
            Some(Polarity::Qualified) => (&mut sides.support, true),
            Some(Polarity::Challenge) => (&mut sides.challenge, false),
            Some(Polarity::Transform | Polarity::Ask) | None => continue,
        };
        let is_new = !side.contains_key(&place);
        let stand = stand(side, place, made.voice, made.n);
        stand.is_qualified = is_qualified && (is_new || stand.is_qualified);
    }
    let kin = Kin::of(rows, index);
    let order = rows.claims.iter().map(|it| it.0);
    let all = order.filter_map(|claim| Some(kin.shared(claim, claims.remove(&claim)?)));
    let all: Vec<Shared> = all.collect();
    (converging(&all), dividing(&all))
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
fn became(merged: &[(i64, i64)]) -> BTreeMap<i64, i64> {
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

fn converging(all: &[Shared]) -> Vec<Shared> {
    let mut shared: Vec<Shared> = all
        .iter()
        .filter(|it| it.support.len() >= 2)
        .cloned()
        .collect();
    shared.sort_by_key(|it| std::cmp::Reverse((it.support_independent, it.support.len())));
    shared
}

fn dividing(all: &[Shared]) -> Vec<Shared> {
    let differ = |it: &&Shared| {
        let mut against = it.challenge.iter();
        against.any(|no| {
            it.support
                .iter()
                .any(|yes| yes.perspective != no.perspective)
        })
    };
    let mut shared: Vec<Shared> = all.iter().filter(differ).cloned().collect();
    shared.sort_by_key(|it| {
        let (yes, no) = (it.support_independent, it.challenge_independent);
        std::cmp::Reverse((yes.min(no), yes + no))
    });
    shared
}

/// Perspectives by the sources they share: each with the lowest it is bound to.
struct Kin {
    root: Vec<usize>,
}

impl Kin {
    fn of(rows: &Rows, index: &Index<'_>) -> Self {
        let mut kin = Self {
            root: (0..rows.perspectives.len()).collect(),
        };
        let mut first: BTreeMap<i64, usize> = BTreeMap::new();
        for (perspective, source) in &rows.sources {
            if let Some(place) = index.place(*perspective) {
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
