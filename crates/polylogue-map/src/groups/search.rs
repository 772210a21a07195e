//! The split with the least sum of squared distances among those without tiny groups, from fixed
//! starts.
//!
//! One more centre is set where it helps most, for several such places; each start is improved
//! until nobody changes (Lloyd 1982), then centres are lifted and set elsewhere while that helps
//! (Likas, Vlassis and Verbeek 2003, “The global k-means clustering algorithm”). It runs on few
//! cells first, and the best are finished on all.

use super::cells::{Cell, Grid, Point};
use crate::number::real64;

/// Cells on which starts are tried: the square of this is the cost of a look for the next centre.
const COARSE_MAX: usize = 160;
/// Cells on which the best are finished; every place is its own up to here.
const FINE_MAX: usize = 65_536;
/// Places tried for one more centre beside the best split, and beside the next best.
const STARTS: usize = 10;
const STARTS_OF_NEXT: usize = 4;
/// Places tried for a centre that was lifted.
const STARTS_LIFTED: usize = 2;
/// Splits finished on all cells; the next number of groups starts from them.
const FINISHED: usize = 2;
/// Rounds until nobody changes; ten to twenty are usual.
const ROUNDS_MAX: usize = 200;
/// Times that all centres are lifted in turn.
const LIFTS_MAX: usize = 2;
/// Directions across which everybody is cut in two.
const DIRECTIONS: [(f64, f64); 8] = [
    (1.0, 0.0),
    (2.0, 1.0),
    (1.0, 1.0),
    (1.0, 2.0),
    (0.0, 1.0),
    (-1.0, 2.0),
    (-1.0, 1.0),
    (-2.0, 1.0),
];

/// A way to split people.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Split {
    pub(crate) centres: Vec<Point>,
    /// People at each centre.
    pub(crate) weights: Vec<i64>,
    /// Sum of the squared lengths of the groups' centres, each times its people: what is to be as
    /// large as possible, since it and the sum of squared distances add up to a constant.
    gathered: f64,
    /// Sum of squared distances to the centres, in steps of the grid; only of those found best.
    pub(crate) within: f64,
}

impl Split {
    /// Everybody together.
    pub(crate) fn whole(grid: &Grid) -> Self {
        let cells = grid.cells(1);
        improved(&cells, vec![Point::default()]).unwrap_or(Self {
            centres: Vec::new(),
            weights: Vec::new(),
            gathered: 0.0,
            within: 0.0,
        })
    }
}

/// The best splits found into 2 and more, up to `most`; fewer where there are fewer places. Those
/// in which every group has `least` people go before all others.
pub(crate) fn splits(grid: &Grid, most: usize, least: i64) -> Vec<Split> {
    let coarse = grid.cells(COARSE_MAX);
    let fine = grid.cells(FINE_MAX);
    let whole = Split::whole(grid);
    let mut best = vec![whole];
    let mut found = Vec::new();
    for groups in 2..=most {
        let mut tried: Vec<Split> = Vec::new();
        for (before, count) in best.iter().zip([STARTS, STARTS_OF_NEXT]) {
            let starts = starts_from(&coarse, &before.centres, count);
            tried.extend(starts.into_iter().filter_map(|it| improved(&coarse, it)));
        }
        if groups == 2 {
            let cuts = DIRECTIONS.iter().filter_map(|it| cut(&coarse, *it));
            tried.extend(cuts.filter_map(|it| improved(&coarse, it)));
        }
        tried.retain(|it| it.centres.len() == groups);
        rank(&mut tried, least);
        tried.truncate(FINISHED);
        let lifted = tried.first().map(|it| lifted(&coarse, it.clone(), least));
        tried.extend(lifted);
        rank(&mut tried, least);
        tried.truncate(FINISHED);
        best.clone_from(&tried);
        // Lifting often comes back to the same split, which need not be finished twice.
        tried.dedup();
        let finished = tried.into_iter();
        let mut finished: Vec<Split> = finished
            .filter_map(|it| improved(&fine, it.centres))
            .collect();
        finished.retain(|it| it.centres.len() == groups);
        rank(&mut finished, least);
        let Some(mut first) = finished.into_iter().next() else {
            break;
        };
        let apart = fine
            .iter()
            .map(|cell| real64(cell.weight) * nearest(&first.centres, cell.middle).1);
        first.within = apart.sum();
        found.push(first);
    }
    found
}

/// Best first, those with a tiny group last; those that are as good keep their order.
fn rank(splits: &mut Vec<Split>, least: i64) {
    let is_tiny = |it: &Split| it.weights.iter().any(|weight| *weight < least);
    splits.sort_by(|left, right| {
        let by_size = is_tiny(left).cmp(&is_tiny(right));
        by_size.then(right.gathered.total_cmp(&left.gathered))
    });
    splits.dedup_by(|later, earlier| later.gathered == earlier.gathered);
}

/// Centres with one more, for the places where it helps most.
fn starts_from(cells: &[Cell], centres: &[Point], count: usize) -> Vec<Vec<Point>> {
    let near: Vec<f64> = cells
        .iter()
        .map(|cell| real64(cell.weight) * nearest(centres, cell.middle).1)
        .collect();
    let weights: Vec<f64> = cells.iter().map(|it| real64(it.weight)).collect();
    let mut gains: Vec<(f64, usize)> = Vec::with_capacity(cells.len());
    for (at, candidate) in cells.iter().enumerate() {
        let mut gain = 0.0;
        for ((cell, near), weight) in cells.iter().zip(&near).zip(&weights) {
            let apart = near - weight * cell.middle.square_to(candidate.middle);
            gain += if apart > 0.0 { apart } else { 0.0 };
        }
        gains.push((gain, at));
    }
    gains.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    // Of the better half, places spread evenly: the very best lie beside each other.
    let half = gains.len().div_ceil(2).max(1);
    let stride = (half / count.max(1)).max(1);
    gains
        .iter()
        .take(half)
        .step_by(stride)
        .take(count)
        .map(|(_, at)| {
            let mut more = centres.to_vec();
            more.push(cells[*at].middle);
            more
        })
        .collect()
}

/// The two centres of the best straight cut across a direction.
fn cut(cells: &[Cell], (x, y): (f64, f64)) -> Option<Vec<Point>> {
    let along = |it: &Cell| it.middle.x * x + it.middle.y * y;
    let mut order: Vec<&Cell> = cells.iter().collect();
    order.sort_by(|left, right| along(left).total_cmp(&along(right)));
    let all = order
        .iter()
        .fold(Cell::default(), |sum, it| joined(&sum, it));
    let mut left = Cell::default();
    let mut best: Option<(f64, Vec<Point>)> = None;
    for cell in &order[..order.len().saturating_sub(1)] {
        left = joined(&left, cell);
        let right = Cell {
            weight: all.weight - left.weight,
            x: all.x - left.x,
            y: all.y - left.y,
            ..all
        };
        let gathered = length(&left) + length(&right);
        if best.as_ref().is_none_or(|(most, _)| gathered > *most) {
            best = Some((gathered, vec![centre(&left), centre(&right)]));
        }
    }
    best.map(|(_, centres)| centres)
}

fn joined(left: &Cell, right: &Cell) -> Cell {
    Cell {
        weight: left.weight + right.weight,
        x: left.x + right.x,
        y: left.y + right.y,
        middle: left.middle,
    }
}

fn centre(sum: &Cell) -> Point {
    let weight = real64(sum.weight.max(1));
    Point {
        x: real64(sum.x) / weight,
        y: real64(sum.y) / weight,
    }
}

/// The squared length of a group's centre, times its people.
fn length(sum: &Cell) -> f64 {
    let middle = centre(sum);
    real64(sum.x) * middle.x + real64(sum.y) * middle.y
}

/// The nearest centre (the first of equally near ones) and the square of its distance.
pub(crate) fn nearest(centres: &[Point], place: Point) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (at, centre) in centres.iter().enumerate() {
        let square = centre.square_to(place);
        if square < best.1 {
            best = (at, square);
        }
    }
    best
}

/// Moves centres until nobody changes; none if a centre was left without people.
fn improved(cells: &[Cell], mut centres: Vec<Point>) -> Option<Split> {
    let mut sums: Vec<Cell> = Vec::new();
    for _ in 0..ROUNDS_MAX {
        let mut next = vec![Cell::default(); centres.len()];
        for cell in cells {
            let sum = &mut next[nearest(&centres, cell.middle).0];
            sum.weight += cell.weight;
            sum.x += cell.x;
            sum.y += cell.y;
        }
        if next.iter().any(|it| it.weight == 0) {
            return None;
        }
        if next == sums {
            break;
        }
        centres = next.iter().map(centre).collect();
        sums = next;
    }
    if sums.is_empty() {
        return None;
    }
    Some(Split {
        weights: sums.iter().map(|it| it.weight).collect(),
        gathered: sums.iter().map(length).sum(),
        centres,
        within: 0.0,
    })
}

/// Lifts each centre in turn and sets it where it helps most, while that helps.
fn lifted(cells: &[Cell], mut best: Split, least: i64) -> Split {
    let is_fit = |it: &Split| it.weights.iter().all(|weight| *weight >= least);
    for _ in 0..LIFTS_MAX {
        let mut is_better = false;
        for lift in 0..best.centres.len() {
            let mut rest = best.centres.clone();
            rest.remove(lift);
            let starts = starts_from(cells, &rest, STARTS_LIFTED);
            let tried = starts.into_iter().filter_map(|it| improved(cells, it));
            for split in tried {
                if split.gathered > best.gathered && is_fit(&split) {
                    best = split;
                    is_better = true;
                }
            }
        }
        if !is_better {
            break;
        }
    }
    best
}

/// The mean silhouette of each split: for each person how much nearer their own group is than the
/// next, on cells where there are many people.
pub(crate) fn silhouettes(grid: &Grid, splits: &[Split]) -> Vec<f64> {
    let cells = grid.cells(COARSE_MAX);
    let group_of: Vec<Vec<usize>> = splits
        .iter()
        .map(|split| {
            let own = cells.iter().map(|it| nearest(&split.centres, it.middle).0);
            own.collect()
        })
        .collect();
    let mut sums = vec![0.0; splits.len()];
    let mut distances = vec![0.0; cells.len()];
    for (at, cell) in cells.iter().enumerate() {
        for (distance, other) in distances.iter_mut().zip(&cells) {
            *distance = real64(other.weight) * cell.middle.square_to(other.middle).sqrt();
        }
        for (split, group_of) in group_of.iter().enumerate() {
            let weight = real64(cell.weight);
            let groups = splits[split].centres.len();
            sums[split] += weight * silhouette((at, groups), (&cells, group_of), &distances);
        }
    }
    let people: i64 = cells.iter().map(|it| it.weight).sum();
    sums.iter().map(|it| it / real64(people.max(1))).collect()
}

/// The silhouette of those in one cell.
fn silhouette(
    (at, groups): (usize, usize),
    (cells, group_of): (&[Cell], &[usize]),
    distances: &[f64],
) -> f64 {
    let mut apart = vec![0.0; groups];
    let mut people = vec![0_i64; groups];
    for ((cell, group), distance) in cells.iter().zip(group_of).zip(distances) {
        apart[*group] += distance;
        people[*group] += cell.weight;
    }
    let own = group_of[at];
    if people[own] < 2 {
        return 0.0;
    }
    let near = apart[own] / real64(people[own] - 1);
    let others = (0..groups).filter(|it| *it != own && people[*it] > 0);
    let next = others
        .map(|it| apart[it] / real64(people[it]))
        .fold(f64::INFINITY, f64::min);
    let most = near.max(next);
    if most > 0.0 && next.is_finite() {
        (next - near) / most
    } else {
        0.0
    }
}
