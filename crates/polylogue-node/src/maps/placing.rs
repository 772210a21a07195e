//! Perspectives on a map: where somebody would stand who voted as a perspective speaks, and how
//! far two perspectives are apart.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_map::axes::Position;
use polylogue_map::{Standing, Vote, places};
use polylogue_store::query::{Stance, StanceRow};

use super::{OpenMap, too_large};
use crate::refusal::Refusal;

/// A perspective on a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The perspective.
    pub perspective: OperationId,
    /// How it would vote: what it holds, refuses, or takes up in part (a pass), by claim.
    pub votes: Vec<(usize, Vote)>,
    /// Where somebody would stand who voted so.
    pub place: Position,
}

/// How far two perspectives are apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// The two, as numbers in the list they were compared in.
    pub two: (usize, usize),
    /// Of how many claims out of all people near the one and near the other would say otherwise,
    /// in 0..=1.
    pub share: f64,
    /// The claims on which they differ most, with the votes expected near the one and near the
    /// other, each in −1..=1; at most three.
    pub reasons: Vec<(usize, f64, f64)>,
}

/// Claims named as reasons for a distance.
const REASONS: usize = 3;

impl OpenMap {
    /// Places perspectives, in the order of their ids; those that hold nothing here have no place.
    ///
    /// # Errors
    /// More claims than a map takes.
    pub fn placed(&self, stances: &[StanceRow]) -> Result<Vec<Placed>, Refusal> {
        let mut by_perspective: BTreeMap<OperationId, Vec<(usize, Vote)>> = BTreeMap::new();
        for row in stances {
            let Some(claim) = self.claim(&row.claim) else {
                continue;
            };
            if self.standing[claim] == Standing::Shown {
                let own = by_perspective.entry(row.perspective).or_default();
                own.push((claim, vote_of_stance(row.says)));
            }
        }
        let votes: Vec<Vec<(usize, Vote)>> = by_perspective.values().cloned().collect();
        let found = places(&self.ballots, &self.standing, &self.map, &votes).map_err(too_large)?;
        let all = by_perspective.into_iter().zip(found);
        Ok(all
            .map(|((perspective, votes), place)| Placed {
                perspective,
                votes,
                place,
            })
            .collect())
    }

    /// The vote expected on a claim of somebody who stands somewhere, in −1..=1: the mean vote, and
    /// how far agreeing goes along with standing there.
    #[must_use]
    pub fn expected(&self, claim: usize, at: &Position) -> f64 {
        let axes = &self.map.axes;
        let along = axes.loadings[0][claim] * at.likely_x + axes.loadings[1][claim] * at.likely_y;
        (axes.means[claim] + along).clamp(-1.0, 1.0)
    }

    /// Every two of the perspectives, nearest first.
    #[must_use]
    pub fn apart(&self, placed: &[Placed]) -> Vec<Apart> {
        let shown: Vec<usize> = (0..self.claims.len())
            .filter(|it| self.map.results.counts[*it].seen() > 0)
            .filter(|it| self.standing[*it] == Standing::Shown)
            .collect();
        let mut found = Vec::new();
        for first in 0..placed.len() {
            for second in first + 1..placed.len() {
                found.push(self.compared(&shown, placed, (first, second)));
            }
        }
        found.sort_by(|left, right| {
            left.share
                .total_cmp(&right.share)
                .then(left.two.cmp(&right.two))
        });
        found
    }

    fn compared(&self, shown: &[usize], placed: &[Placed], two: (usize, usize)) -> Apart {
        let mut reasons: Vec<(usize, f64, f64)> = shown
            .iter()
            .map(|claim| {
                let expected = |it: usize| self.expected(*claim, &placed[it].place);
                (*claim, expected(two.0), expected(two.1))
            })
            .collect();
        let gap = |it: &(usize, f64, f64)| (it.1 - it.2).abs();
        let count = f64::from(u32::try_from(reasons.len().max(1)).unwrap_or(u32::MAX));
        // A vote of agreement and one of disagreement are 2 apart.
        let share = reasons.iter().map(gap).sum::<f64>() / 2.0 / count;
        reasons.sort_by(|left, right| gap(right).total_cmp(&gap(left)).then(left.0.cmp(&right.0)));
        reasons.truncate(REASONS);
        Apart {
            two,
            share,
            reasons,
        }
    }
}

fn vote_of_stance(says: Stance) -> Vote {
    match says {
        Stance::Holds => Vote::Agree,
        Stance::Refuses => Vote::Disagree,
        Stance::InPart => Vote::Pass,
    }
}
