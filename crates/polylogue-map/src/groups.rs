//! Who stands near whom: groups by their places along the first two axes.
//!
//! The grouping with the least sum of squared distances to the groups' centres, among those without
//! tiny groups ([`least`]), is looked for with fixed starts, on whole numbers; so it is the same
//! for any order of people, claims and votes.
//! How many groups there are, and whether there are any, is decided by [`choose`].

mod cells;
mod search;

use crate::axes::{Axes, Position};
use crate::ballots::Ballots;
use crate::number::real;

use self::cells::{Grid, Point};
use self::search::Split;

/// People are grouped once they voted on so many claims (or on all, where there are fewer): the
/// threshold of Polis.
pub const VOTES_MIN: usize = 7;
/// With fewer people than this above the threshold, the most active of the others join them, all
/// equally active ones together: the figure of Polis.
pub const PEOPLE_FILLED_TO: usize = 15;
/// With fewer people than this there are no groups, and the votes themselves say more.
pub const PEOPLE_MIN: usize = 10;
/// A group has at least so many people: counts are published for no fewer.
pub const GROUP_MIN: usize = 5;
/// At most so many groups are looked for, as in Polis.
pub const GROUPS_MAX: usize = 5;
/// Below this silhouette there is no substantial structure: Kaufman and Rousseeuw 1990, “Finding
/// groups in data”, chapter 2, table 4.
pub const SILHOUETTE_MIN: f64 = 0.25;
/// More groups must be told apart better than fewer by this much: two nearly equal silhouettes
/// are decided by a handful of people.
pub const SILHOUETTE_GAIN: f64 = 0.05;

/// One number of groups that was tried.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tried {
    /// How many groups.
    pub groups: usize,
    /// How well they are told apart: mean silhouette of their people in −1..=1 (Rousseeuw 1987).
    pub silhouette: f64,
    /// Sum of squared distances of people to their group's centre.
    pub within: f64,
    /// People in the smallest group.
    pub smallest: usize,
}

/// Why there are the groups there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There are groups.
    Grouped,
    /// Fewer than [`PEOPLE_MIN`] people voted enough.
    TooFewPeople {
        /// How many did.
        people: usize,
    },
    /// Everybody who voted on a claim gave the same answer.
    AllAlike,
    /// The strongest pattern is not above what independent votes could show by chance.
    NoMoreThanChance,
    /// No number of groups keeps people apart well enough.
    NoGap,
}

/// The groups people are in.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouping {
    /// For each person the number of their group, from 0 for the largest; none for those who voted
    /// too little. Where there are no groups, everybody who voted enough is in group 0.
    pub group_of: Vec<Option<u8>>,
    /// People in each group, largest first; one group where no split holds, none without people.
    pub sizes: Vec<usize>,
    /// The centre of each group, as (x, y) on the map.
    pub centres: Vec<(f64, f64)>,
    /// Each number of groups that was tried.
    pub tried: Vec<Tried>,
    /// Why it is so.
    pub outcome: Outcome,
}

impl Grouping {
    /// How many groups there are, 1 where nobody is told apart.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// A grouping made elsewhere, for results about given groups. The numbers need no order.
    #[must_use]
    pub fn given(group_of: Vec<Option<u8>>) -> Self {
        let mut sizes = Vec::new();
        for group in group_of.iter().flatten() {
            let group = usize::from(*group);
            if sizes.len() <= group {
                sizes.resize(group + 1, 0);
            }
            sizes[group] += 1;
        }
        Self {
            group_of,
            centres: vec![(0.0, 0.0); sizes.len()],
            sizes,
            tried: Vec::new(),
            outcome: Outcome::Grouped,
        }
    }
}

/// Whose places count for the groups: those with at least [`VOTES_MIN`] votes (or votes on all
/// claims, where there are fewer), filled up to [`PEOPLE_FILLED_TO`] with the most active.
#[must_use]
pub fn eligible(ballots: &Ballots, voted_claims: usize) -> Vec<bool> {
    let votes = |person: usize| ballots.cells_of(person).len();
    let people = 0..ballots.person_count();
    let enough = VOTES_MIN.min(voted_claims).max(1);
    let count = people.clone().filter(|it| votes(*it) >= enough).count();
    let mut threshold = enough;
    if count < PEOPLE_FILLED_TO {
        let mut activity: Vec<usize> = people.clone().map(votes).filter(|it| *it > 0).collect();
        activity.sort_unstable_by(|left, right| right.cmp(left));
        let last = activity.get(PEOPLE_FILLED_TO - 1).or(activity.last());
        threshold = last.copied().unwrap_or(enough).min(enough);
    }
    people.map(|it| votes(it) >= threshold).collect()
}

/// Groups people by their places.
pub(crate) fn compute(axes: &Axes, positions: &[Position], eligible: &[bool]) -> Grouping {
    let chosen = positions.iter().zip(eligible).filter(|(_, is_in)| **is_in);
    let places: Vec<(f64, f64)> = chosen.map(|(it, _)| (it.x, it.y)).collect();
    let refused = if places.len() < PEOPLE_MIN {
        let people = places.len();
        Some(Outcome::TooFewPeople { people })
    } else if axes.strengths[0] <= axes.total.max(1.0) * 1e-12 {
        Some(Outcome::AllAlike)
    } else if axes.strengths[0] <= axes.chance {
        Some(Outcome::NoMoreThanChance)
    } else {
        None
    };
    let (grid, least) = (Grid::of(&places), least(places.len()));
    let mut tried = Vec::new();
    let mut splits = Vec::new();
    if refused.is_none() {
        splits = search::splits(&grid, GROUPS_MAX, i64::try_from(least).unwrap_or(i64::MAX));
        let silhouettes = search::silhouettes(&grid, &splits);
        for (split, silhouette) in splits.iter().zip(silhouettes) {
            let smallest = split.weights.iter().min().copied().unwrap_or(0);
            tried.push(Tried {
                groups: split.centres.len(),
                silhouette,
                within: split.within * grid.unit * grid.unit,
                smallest: usize::try_from(smallest).unwrap_or(0),
            });
        }
    }
    let found = choose(&tried, least).map(|it| &splits[it]);
    let outcome = refused.unwrap_or(match found {
        Some(_) => Outcome::Grouped,
        None => Outcome::NoGap,
    });
    let whole = Split::whole(&grid);
    assigned(
        &grid,
        found.unwrap_or(&whole),
        (eligible, positions),
        tried,
        outcome,
    )
}

/// The fewest people that are a group among so many: [`GROUP_MIN`], and √(people ÷ 2).
///
/// Setting a few far-off people apart lowers the sum of squared distances most, so that without a
/// bound they would be a group. Ours grows as chance does; it was set by the conversation
/// bg2050-volunteers (107 people, of whom 1, 5, 6 or 8 can be set apart, and 8 were) and keeps
/// every group published for the conversations it was compared with (16 of 281, 39 of 138).
#[must_use]
pub fn least(people: usize) -> usize {
    let mut root = 0;
    while 2 * root * root < people {
        root += 1;
    }
    GROUP_MIN.max(root)
}

/// Chooses among the numbers of groups tried, fewest first: only those count whose smallest group
/// has `least` people and whose silhouette is at least [`SILHOUETTE_MIN`]; a larger number
/// replaces a smaller one only if its silhouette is better by more than [`SILHOUETTE_GAIN`]. None
/// is better than a false one.
#[must_use]
pub fn choose(tried: &[Tried], least: usize) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (place, it) in tried.iter().enumerate() {
        let is_fit = it.smallest >= least && it.silhouette >= SILHOUETTE_MIN;
        let is_better =
            best.is_none_or(|best| it.silhouette > tried[best].silhouette + SILHOUETTE_GAIN);
        if is_fit && is_better {
            best = Some(place);
        }
    }
    best
}

/// Puts everybody into the nearest group, groups numbered by size.
fn assigned(
    grid: &Grid,
    split: &Split,
    (eligible, positions): (&[bool], &[Position]),
    tried: Vec<Tried>,
    outcome: Outcome,
) -> Grouping {
    let mut order: Vec<usize> = (0..split.centres.len()).collect();
    let key = |it: &usize| (split.weights[*it], split.centres[*it]);
    order.sort_by(|left, right| {
        let (left, right) = (key(left), key(right));
        let by_place = left
            .1
            .x
            .total_cmp(&right.1.x)
            .then(left.1.y.total_cmp(&right.1.y));
        right.0.cmp(&left.0).then(by_place)
    });
    let centres: Vec<Point> = order.iter().map(|it| split.centres[*it]).collect();
    let mut sizes = vec![0; centres.len()];
    let group_of = positions.iter().zip(eligible).map(|(it, is_in)| {
        if !is_in || centres.is_empty() {
            return None;
        }
        let nearest = search::nearest(&centres, grid.point(it.x, it.y)).0;
        sizes[nearest] += 1;
        u8::try_from(nearest).ok()
    });
    let group_of = group_of.collect();
    let on_map = |it: &Point| (it.x * grid.unit, it.y * grid.unit);
    Grouping {
        group_of,
        centres: centres.iter().map(on_map).collect(),
        sizes,
        tried,
        outcome,
    }
}

/// How alike two groupings are: the adjusted Rand index (Hubert and Arabie 1985) over the people
/// who are in both; 1 for the same, about 0 for unrelated ones.
#[must_use]
pub fn likeness(left: &[Option<u8>], right: &[Option<u8>]) -> f64 {
    let mut table = vec![[0_usize; 256]; 256];
    let mut people = 0;
    for (left, right) in left.iter().zip(right) {
        if let (Some(left), Some(right)) = (left, right) {
            table[usize::from(*left)][usize::from(*right)] += 1;
            people += 1;
        }
    }
    let pairs = |count: usize| real(count) * (real(count) - 1.0) / 2.0;
    let rows = table.iter().map(|row| pairs(row.iter().sum()));
    let in_left: f64 = rows.sum();
    let columns = (0..256).map(|at| pairs(table.iter().map(|row| row[at]).sum()));
    let in_right: f64 = columns.sum();
    let in_both: f64 = table.iter().flatten().map(|it| pairs(*it)).sum();
    let expected = in_left * in_right / pairs(people).max(1.0);
    let most = f64::midpoint(in_left, in_right);
    if most - expected == 0.0 {
        1.0
    } else {
        (in_both - expected) / (most - expected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(groups: usize, silhouette: f64, smallest: usize) -> Tried {
        Tried {
            groups,
            silhouette,
            within: 1.0,
            smallest,
        }
    }

    #[test]
    fn no_split_is_better_than_a_false_one() {
        assert_eq!(choose(&[], 5), None);
        assert_eq!(choose(&[tried(2, 0.2, 40)], 5), None);
        assert_eq!(choose(&[tried(2, 0.9, 1)], 5), None);
        assert_eq!(choose(&[tried(2, 0.4, 40), tried(3, 0.44, 20)], 5), Some(0));
        assert_eq!(choose(&[tried(2, 0.4, 40), tried(3, 0.6, 20)], 5), Some(1));
        assert_eq!(choose(&[tried(2, 0.4, 40), tried(3, 0.6, 2)], 5), Some(0));
    }

    #[test]
    fn likeness_is_one_for_the_same_groups_under_other_names() {
        let left = [Some(0), Some(0), Some(1), Some(1), None];
        let right = [Some(3), Some(3), Some(0), Some(0), Some(0)];
        assert_eq!(likeness(&left, &right), 1.0);
        let crossed = [Some(0), Some(1), Some(0), Some(1), None];
        assert!(likeness(&left, &crossed) < 0.0);
    }
}
