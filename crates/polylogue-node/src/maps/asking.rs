//! What to ask a person next, and why.
//!
//! Claims are drawn by the weight the map gives them (few votes yet, held by many, far from the
//! middle), each person in an order of their own, so that no claim is asked of everybody first.

use polylogue_core::id::{Key, OperationId};
use polylogue_map::lens::common_ground::VOTES_MIN;
use polylogue_map::{Count, Standing};

use super::OpenMap;

/// Why a claim is worth asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A group has hardly voted on it.
    GroupUnheard {
        /// Which, from 0.
        group: usize,
        /// How many of it voted on it.
        votes: u64,
    },
    /// Hardly anybody has voted on it.
    FewVotes {
        /// How many did.
        votes: u64,
    },
    /// The groups differ on it.
    Divides,
    /// Most of every group would say the same, but it is not sure yet.
    NearlyShared,
    /// It tells more than others about who stands where.
    Telling,
}

impl OpenMap {
    /// Why a claim is worth asking; the first that holds in the order of [`Why`].
    #[must_use]
    pub fn why(&self, claim: usize) -> Why {
        let results = &self.map.results;
        let votes = |count: &Count| u64::from(count.seen());
        if results.by_group.len() > 1 {
            let by_group = results.by_group.iter().map(|it| it[claim]).enumerate();
            let least = by_group.min_by_key(|(_, it)| it.seen());
            if let Some((group, count)) = least.filter(|(_, it)| it.seen() < VOTES_MIN) {
                let votes = votes(&count);
                return Why::GroupUnheard { group, votes };
            }
        }
        let all = results.counts[claim];
        if all.seen() < VOTES_MIN {
            return Why::FewVotes { votes: votes(&all) };
        }
        if results.divisions.iter().any(|it| it.claim == claim) {
            return Why::Divides;
        }
        let shared = results.common_ground.iter().find(|it| it.claim == claim);
        if shared.is_some_and(|it| it.lowest <= 0.5) {
            return Why::NearlyShared;
        }
        Why::Telling
    }

    /// The claims that take part, by how much is learnt from asking them, most first.
    #[must_use]
    pub fn by_priority(&self) -> Vec<usize> {
        let mut claims = self.shown();
        let weight = |it: &usize| self.map.results.priorities[*it];
        claims.sort_by(|left, right| weight(right).total_cmp(&weight(left)).then(left.cmp(right)));
        claims
    }

    /// The claims that take part, in the order in which to ask them of a person: a draw by weight
    /// without putting back (Efraimidis and Spirakis 2006), whose chance comes from the person and
    /// the claim, so that asking again gives the same.
    #[must_use]
    pub fn asked_of(&self, person: &Key) -> Vec<usize> {
        let mut drawn: Vec<(f64, usize)> = self
            .shown()
            .into_iter()
            .map(|claim| {
                let weight = self.map.results.priorities[claim].max(f64::MIN_POSITIVE);
                let wait = -chance(person, &self.claims[claim]).ln() / weight;
                (wait, claim)
            })
            .collect();
        drawn.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
        drawn.into_iter().map(|(_, claim)| claim).collect()
    }

    fn shown(&self) -> Vec<usize> {
        let claims = 0..self.claims.len();
        claims
            .filter(|it| self.standing[*it] == Standing::Shown)
            .collect()
    }
}

/// A number above 0 and at most 1 that belongs to a person and a claim.
fn chance(person: &Key, claim: &OperationId) -> f64 {
    let mut hasher = blake3::Hasher::new_derive_key("polylogue 2026 which claim to ask next");
    hasher.update(&person.0).update(&claim.0);
    let mut bytes = [0; 4];
    hasher.finalize_xof().fill(&mut bytes);
    (f64::from(u32::from_le_bytes(bytes)) + 1.0) / (f64::from(u32::MAX) + 1.0)
}
