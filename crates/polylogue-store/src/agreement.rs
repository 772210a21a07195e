//! How far two readers of the same texts agree: their marks side by side, and Krippendorff's
//! alpha, without a disk.
//!
//! The unit is a passage: two marks, one of each reader, belong to one unit where their passages
//! overlap in one text; each mark belongs to one unit at most. Of several that overlap, those that
//! share the larger part of both go together first; of as much, those of one kind, then those
//! further up. What only one reader marked is a unit of one mark.

use std::collections::{BTreeMap, BTreeSet};

/// A reader's mark on a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The move.
    pub n: i64,
    /// The text its passage is of.
    pub text: i64,
    /// Where the passage begins, in characters.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The number of the move's kind.
    pub kind: u16,
}

/// One passage as two readers marked it: at least one did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The first reader's mark with its kind.
    pub first: Option<(i64, u16)>,
    /// The second's.
    pub second: Option<(i64, u16)>,
}

/// How far two readers agree on one kind of move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OfKind {
    /// The number of the kind.
    pub kind: u16,
    /// Marks of it by the first reader.
    pub first: usize,
    /// By the second.
    pub second: usize,
    /// Units where both marked it.
    pub both: usize,
    /// Twice those units by all marks of the kind (Dice 1945), in 0..=1.
    pub share: f64,
    /// Alpha of "this kind or another" over the units that both marked; none where only one of the
    /// two occurs.
    pub alpha: Option<f64>,
}

/// What two readers' marks have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agreement {
    /// All units: by text, then by place of the first mark.
    pub units: Vec<Unit>,
    /// Units that both marked.
    pub both: usize,
    /// Of these, as the same kind.
    pub same: usize,
    /// Krippendorff's alpha of the kinds over units that both marked, nominal; none where nothing
    /// could differ.
    pub alpha: Option<f64>,
    /// The same over all units, where not to mark counts as a kind of its own.
    pub alpha_with_gaps: Option<f64>,
    /// By kind, in order of number.
    pub kinds: Vec<OfKind>,
}

/// Compares two readers' marks.
#[must_use]
pub fn agreement(first: &[Mark], second: &[Mark]) -> Agreement {
    let units = units(first, second);
    let marked = |unit: &Unit| -> Option<(u16, u16)> { Some((unit.first?.1, unit.second?.1)) };
    let both: Vec<(u16, u16)> = units.iter().filter_map(marked).collect();
    let values: Vec<Vec<u32>> = both
        .iter()
        .map(|(one, other)| vec![u32::from(*one), u32::from(*other)])
        .collect();
    let or_none = |mark: Option<(i64, u16)>| mark.map_or(0, |it| u32::from(it.1));
    let all: Vec<Vec<u32>> = units
        .iter()
        .map(|it| vec![or_none(it.first), or_none(it.second)])
        .collect();
    let known: BTreeSet<u16> = first.iter().chain(second).map(|it| it.kind).collect();
    let of_kind = |kind: u16| of_kind(kind, &both, (first, second));
    Agreement {
        both: both.len(),
        same: both.iter().filter(|(one, other)| one == other).count(),
        alpha: nominal_alpha(&values),
        alpha_with_gaps: nominal_alpha(&all),
        kinds: known.into_iter().map(of_kind).collect(),
        units,
    }
}

fn of_kind(kind: u16, both: &[(u16, u16)], (first, second): (&[Mark], &[Mark])) -> OfKind {
    let count = |marks: &[Mark]| marks.iter().filter(|it| it.kind == kind).count();
    let (of_first, of_second) = (count(first), count(second));
    let is = |it: u16| u32::from(it == kind);
    let values: Vec<Vec<u32>> = both
        .iter()
        .map(|(one, other)| vec![is(*one), is(*other)])
        .collect();
    let same = both.iter().filter(|it| **it == (kind, kind)).count();
    OfKind {
        kind,
        first: of_first,
        second: of_second,
        both: same,
        share: 2.0 * number(same) / number((of_first + of_second).max(1)),
        alpha: nominal_alpha(&values),
    }
}

/// Marks that overlap, one of each reader, and those that stand alone.
fn units(first: &[Mark], second: &[Mark]) -> Vec<Unit> {
    let mut by_text: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (at, mark) in second.iter().enumerate() {
        by_text.entry(mark.text).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (one, mark) in first.iter().enumerate() {
        for other in by_text.get(&mark.text).into_iter().flatten() {
            let of = &second[*other];
            let shared = mark
                .end
                .min(of.end)
                .saturating_sub(mark.start.max(of.start));
            if shared > 0 {
                let together = mark.end.max(of.end) - mark.start.min(of.start);
                // In millionths, so that equal shares are equal.
                let share = u64::from(shared) * 1_000_000 / u64::from(together.max(1));
                let differs = mark.kind != of.kind;
                let place = (mark.start, of.start, mark.n, of.n);
                pairs.push((std::cmp::Reverse(share), differs, place, one, *other));
            }
        }
    }
    pairs.sort_unstable();
    let (mut of_first, mut of_second) = (BTreeMap::new(), BTreeSet::new());
    for (_, _, _, one, other) in pairs {
        if !of_first.contains_key(&one) && of_second.insert(other) {
            of_first.insert(one, other);
        }
    }
    let kind = |mark: &Mark| Some((mark.n, mark.kind));
    let place = |mark: &Mark| (mark.text, mark.start, mark.n);
    let mut all = Vec::new();
    for (one, mark) in first.iter().enumerate() {
        let other = of_first.get(&one).and_then(|it| kind(&second[*it]));
        let unit = Unit {
            first: kind(mark),
            second: other,
        };
        all.push((place(mark), unit));
    }
    let alone = second.iter().enumerate();
    for (_, mark) in alone.filter(|(at, _)| !of_second.contains(at)) {
        let unit = Unit {
            first: None,
            second: kind(mark),
        };
        all.push((place(mark), unit));
    }
    all.sort_unstable_by_key(|it| it.0);
    all.into_iter().map(|it| it.1).collect()
}

/// Krippendorff's alpha of nominal values: 1 is agreement throughout, 0 what chance would give,
/// below it disagreement. Each unit has the values it was given, by any number of readers; units
/// with fewer than two are left out. None where all values are the same: nothing could differ.
///
/// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C: observed and
/// expected disagreement from the matrix of coincidences.
#[must_use]
pub fn nominal_alpha(units: &[Vec<u32>]) -> Option<f64> {
    let mut totals: BTreeMap<u32, f64> = BTreeMap::new();
    let mut observed = 0.0;
    for unit in units.iter().filter(|it| it.len() >= 2) {
        let others = number(unit.len() - 1);
        for (at, value) in unit.iter().enumerate() {
            *totals.entry(*value).or_default() += 1.0;
            let differing = unit.iter().enumerate();
            let differing = differing.filter(|(other, it)| *other != at && *it != value);
            observed += number(differing.count()) / others;
        }
    }
    let all: f64 = totals.values().sum();
    let mut expected = 0.0;
    for (value, count) in &totals {
        let others = totals.iter().filter(|(other, _)| *other != value);
        expected += others.map(|(_, other)| count * other).sum::<f64>();
    }
    if expected <= 0.0 {
        return None;
    }
    Some(1.0 - observed * (all - 1.0) / expected)
}

/// A count as a number with a fraction: exact up to 2^32, far beyond any count here.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(alpha: Option<f64>) -> String {
        format!("{:.3}", alpha.expect("values differ"))
    }

    /// Two readers side by side.
    fn pairs(first: &str, second: &str) -> Vec<Vec<u32>> {
        let values = first.chars().zip(second.chars());
        values
            .map(|(one, other)| vec![u32::from(one), u32::from(other)])
            .collect()
    }

    /// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", sections A, B and C: the
    /// data and the values 0.095, 0.692 and 0.743 are the paper's.
    #[test]
    fn alpha_is_as_in_krippendorffs_examples() {
        let binary = pairs("0100000010", "1110010000");
        assert_eq!(rounded(nominal_alpha(&binary)), "0.095");
        let nominal = pairs("aabbdcccedda", "babbbccceddd");
        assert_eq!(rounded(nominal_alpha(&nominal)), "0.692");
        let readers = ["123321412", "1233224125.3", ".3332342251.", "12332441251."];
        let unit = |at: usize| -> Vec<u32> {
            let values = readers.iter().filter_map(|it| it.chars().nth(at));
            values.filter(|it| *it != '.').map(u32::from).collect()
        };
        let gaps: Vec<Vec<u32>> = (0..12).map(unit).collect();
        assert_eq!(rounded(nominal_alpha(&gaps)), "0.743");
    }

    #[test]
    fn alpha_is_silent_where_nothing_could_differ() {
        assert_eq!(nominal_alpha(&[]), None);
        assert_eq!(nominal_alpha(&pairs("aaa", "aaa")), None);
        assert_eq!(nominal_alpha(&[vec![1], vec![2]]), None);
        assert_eq!(rounded(nominal_alpha(&pairs("ab", "ab"))), "1.000");
    }

    fn mark(n: i64, text: i64, (start, end): (u32, u32), kind: u16) -> Mark {
        Mark {
            n,
            text,
            start,
            end,
            kind,
        }
    }

    #[test]
    fn overlapping_passages_are_one_unit_and_each_mark_is_in_one() {
        let first = [
            mark(1, 7, (0, 10), 9),
            mark(2, 7, (20, 30), 1),
            mark(3, 8, (0, 5), 1),
        ];
        let second = [
            mark(11, 7, (22, 32), 8),
            mark(12, 7, (2, 11), 9),
            // Overlaps the first mark too, and less.
            mark(13, 7, (8, 15), 9),
            mark(14, 9, (0, 5), 1),
        ];
        let found = agreement(&first, &second);
        let ends = |it: &Unit| (it.first.map(|it| it.0), it.second.map(|it| it.0));
        let units: Vec<_> = found.units.iter().map(ends).collect();
        assert_eq!(
            units,
            [
                (Some(1), Some(12)),
                (None, Some(13)),
                (Some(2), Some(11)),
                (Some(3), None),
                (None, Some(14)),
            ]
        );
        assert_eq!((found.both, found.same), (2, 1));
        let of_nine = found.kinds.iter().find(|it| it.kind == 9).expect("marked");
        assert_eq!((of_nine.first, of_nine.second, of_nine.both), (1, 2, 1));
        assert!((of_nine.share - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn two_kinds_on_the_same_words_go_with_their_like() {
        let first = [mark(1, 7, (0, 10), 1), mark(2, 7, (0, 10), 9)];
        let second = [mark(11, 7, (0, 10), 9), mark(12, 7, (0, 10), 1)];
        let found = agreement(&first, &second);
        assert_eq!((found.both, found.same), (2, 2));
        assert_eq!(rounded(found.alpha), "1.000");
    }
}
