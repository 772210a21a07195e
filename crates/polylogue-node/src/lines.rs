//! A text saved against the lines it was loaded from: which lines it keeps, words anew, adds,
//! strikes and moves. Pure. A save says nothing of lines it did not touch, so that what others
//! wrote meanwhile stands.
//!
//! Lines that read the same are matched first (longest common subsequence), so that they keep
//! their ids. Between two matches, what went and what came are paired in order where they share
//! half their words, or a quarter where one went and one came alone; what is left is struck and
//! added, and a line that only changed its place is moved.

use std::collections::{BTreeMap, BTreeSet};

use crate::difference::pairs;

/// How much of their words a line and its new wording share, in hundredths.
const SHARED_MIN: usize = 50;
/// As much where one line went and one came between two that stayed, so that no other could be
/// meant. Chosen by us: two sentences on other things share their small words, a fifth or so.
const SHARED_ALONE_MIN: usize = 25;

/// One thing a save does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineChange {
    /// The line at this place of the base reads otherwise.
    Reword {
        /// Place in the base.
        line: usize,
        /// Its new words.
        text: String,
    },
    /// A new line behind another of the new text, or before all others.
    Add {
        /// Place in the new text.
        at: usize,
        /// Its words.
        text: String,
    },
    /// The line at this place of the base is gone.
    Strike {
        /// Place in the base.
        line: usize,
    },
    /// The line at this place of the base stands elsewhere.
    Move {
        /// Place in the base.
        line: usize,
        /// Place in the new text.
        at: usize,
    },
}

/// The lines of a text as they are saved: without what stands before and behind them, and without
/// empty ones.
#[must_use]
pub fn lines_of(text: &str) -> Vec<&str> {
    text.lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect()
}

/// A line as it stands in a text of lines: on one line.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a save does, and for each line of the new text the place in the base that it continues.
#[must_use]
pub fn changes(base: &[&str], new: &[&str]) -> (Vec<LineChange>, Vec<Option<usize>>) {
    let mut continues: Vec<Option<usize>> = vec![None; new.len()];
    for (old, at) in pairs(base, new) {
        continues[at] = Some(old);
    }
    reworded(base, new, &mut continues);
    let mut moved = BTreeSet::new();
    let mut taken: BTreeSet<usize> = continues.iter().flatten().copied().collect();
    let mut elsewhere: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for old in (0..base.len()).rev().filter(|it| !taken.contains(it)) {
        elsewhere.entry(base[old]).or_default().push(old);
    }
    for at in 0..new.len() {
        if continues[at].is_none()
            && let Some(old) = elsewhere.get_mut(new[at]).and_then(Vec::pop)
        {
            continues[at] = Some(old);
            taken.insert(old);
            moved.insert(old);
        }
    }
    let mut all = Vec::new();
    for (at, continued) in continues.iter().enumerate() {
        match continued {
            None => all.push(LineChange::Add {
                at,
                text: new[at].to_owned(),
            }),
            Some(line) if moved.contains(line) => all.push(LineChange::Move { line: *line, at }),
            Some(line) if base[*line] != new[at] => all.push(LineChange::Reword {
                line: *line,
                text: new[at].to_owned(),
            }),
            Some(_) => {}
        }
    }
    let gone = (0..base.len()).filter(|line| !taken.contains(line));
    all.extend(gone.map(|line| LineChange::Strike { line }));
    (all, continues)
}

/// Between two lines that stayed, pairs what went with what came, in order. A line that stands
/// elsewhere word by word has only moved.
fn reworded(base: &[&str], new: &[&str], continues: &mut [Option<usize>]) {
    let (old, fresh): (BTreeSet<&str>, BTreeSet<&str>) = (
        base.iter().copied().collect(),
        new.iter().copied().collect(),
    );
    let (mut from, mut at) = (0, 0);
    while at < new.len() {
        if let Some(old) = continues[at] {
            (from, at) = (old + 1, at + 1);
            continue;
        }
        let open = new.len() - at;
        let end = at
            + continues[at..]
                .iter()
                .position(Option::is_some)
                .unwrap_or(open);
        let until = continues.get(end).copied().flatten().unwrap_or(base.len());
        let came: Vec<usize> = (at..end).filter(|it| !old.contains(new[*it])).collect();
        let went = (from..until).filter(|it| !fresh.contains(base[*it]));
        let went: Vec<usize> = went.collect();
        if let ([line], [place]) = (went.as_slice(), came.as_slice()) {
            if shared(base[*line], new[*place]) >= SHARED_ALONE_MIN {
                continues[*place] = Some(*line);
            }
            at = end;
            continue;
        }
        for place in came {
            let mut gone = (from..until).filter(|it| !fresh.contains(base[*it]));
            let fits = gone.find(|it| shared(base[*it], new[place]) >= SHARED_MIN);
            if let Some(line) = fits {
                continues[place] = Some(line);
                from = line + 1;
            }
        }
        at = end;
    }
}

/// How many of their words two lines share, in hundredths of all.
fn shared(one: &str, other: &str) -> usize {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|it: char| !it.is_alphanumeric());
        words
            .filter(|it| !it.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let all = one.len() + other.len();
    if all == 0 {
        return 0;
    }
    one.intersection(&other).count() * 200 / all
}

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Digits of places that are counted up at the end of a document.
const COUNTED: usize = 4;

/// Places above `lower` and below `upper`, in order, spread so that they stay short.
pub(crate) fn places(lower: &str, upper: Option<&str>, count: usize, most: usize) -> Vec<String> {
    let mut places = Vec::with_capacity(count);
    if upper.is_none() {
        let mut lower = lower.to_owned();
        for _ in 0..count {
            lower = after(&lower).unwrap_or_else(|| between(&lower, None, most));
            places.push(lower.clone());
        }
        return places;
    }
    spread(lower, upper, count, most, &mut places);
    places
}

fn spread(lower: &str, upper: Option<&str>, count: usize, most: usize, into: &mut Vec<String>) {
    if count == 0 {
        return;
    }
    let middle = between(lower, upper, most);
    let before = (count - 1) / 2;
    spread(lower, Some(&middle), before, most, into);
    into.push(middle.clone());
    spread(&middle, upper, count - 1 - before, most, into);
}

/// The next place of a few digits; none behind the last.
fn after(lower: &str) -> Option<String> {
    let value = |it: u8| DIGITS.iter().position(|digit| *digit == it).unwrap_or(0);
    if lower.is_empty() {
        return Some("U000".to_owned());
    }
    let mut number = 0;
    for index in 0..COUNTED {
        number = number * DIGITS.len() + lower.as_bytes().get(index).map_or(0, |it| value(*it));
    }
    let mut number = number + 1;
    let mut digits = [b'0'; COUNTED];
    for digit in digits.iter_mut().rev() {
        *digit = DIGITS[number % DIGITS.len()];
        number /= DIGITS.len();
    }
    // Nothing stands before `0…`: a place of noughts alone could have none below it.
    (number == 0).then(|| String::from_utf8_lossy(&digits).into_owned())
}

/// A place above `lower` and below `upper`, compared as bytes; as short as it can be. Where there
/// is no room left within the limit, `lower` itself: ties are ordered by id.
pub(crate) fn between(lower: &str, upper: Option<&str>, most: usize) -> String {
    let value = |it: u8| DIGITS.iter().position(|digit| *digit == it);
    let (lower, upper) = (lower.as_bytes(), upper.map(str::as_bytes));
    let mut place = Vec::new();
    let mut is_below_upper = upper.is_none();
    for index in 0..most {
        let low = lower.get(index).and_then(|it| value(*it)).unwrap_or(0);
        let high = match upper {
            Some(upper) if !is_below_upper => {
                upper.get(index).and_then(|it| value(*it)).unwrap_or(0)
            }
            _ => DIGITS.len(),
        };
        if high > low + 1 {
            place.push(DIGITS[low + (high - low) / 2]);
            return String::from_utf8_lossy(&place).into_owned();
        }
        place.push(DIGITS[low]);
        is_below_upper |= low < high;
    }
    String::from_utf8_lossy(lower).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(base: &str, new: &str) -> Vec<LineChange> {
        changes(&lines_of(base), &lines_of(new)).0
    }

    fn add(at: usize, text: &str) -> LineChange {
        LineChange::Add {
            at,
            text: text.to_owned(),
        }
    }

    fn reword(line: usize, text: &str) -> LineChange {
        LineChange::Reword {
            line,
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_a_save_did_not_touch_it_does_not_name() {
        assert_eq!(of("a b\nc d", "a b\n\n  c d  "), []);
        assert_eq!(
            of("one two three\nx", "one two four\nx"),
            [reword(0, "one two four")]
        );
        assert_eq!(of("one\ntwo", "one\nnew\ntwo"), [add(1, "new")]);
        assert_eq!(
            of("one\ntwo\nthree", "one\nthree"),
            [LineChange::Strike { line: 1 }]
        );
        assert_eq!(of("", "one\ntwo"), [add(0, "one"), add(1, "two")]);
        assert_eq!(of("one", ""), [LineChange::Strike { line: 0 }]);
    }

    #[test]
    fn a_line_that_stands_elsewhere_is_moved_and_keeps_its_id() {
        let found = of(
            "the first line\nthe second line\nthe third",
            "the third\nthe first line\nthe second line",
        );
        assert_eq!(found, [LineChange::Move { line: 2, at: 0 }]);
    }

    #[test]
    fn lines_that_share_few_words_are_another_line() {
        let found = of("the river needs us\nz", "we pay for the channel\nz");
        assert_eq!(
            found,
            [
                add(0, "we pay for the channel"),
                LineChange::Strike { line: 0 }
            ]
        );
    }

    #[test]
    fn a_line_alone_in_its_place_is_reworded_where_a_quarter_of_its_words_stay() {
        let new = "Old weirs and mills hold the water of the north";
        assert_eq!(
            of(
                "a b\nThe weir holds the water\nc d",
                &format!("a b\n{new}\nc d")
            ),
            [reword(1, new)]
        );
        let two = of(
            "a b\nThe weir holds the water\nc d",
            &format!("a b\n{new}\nx y z\nc d"),
        );
        assert!(
            two.contains(&LineChange::Strike { line: 1 }),
            "either could be meant"
        );
    }

    /// Whatever is saved, carrying the changes out gives the text that was saved.
    #[test]
    fn the_changes_make_the_new_text() {
        let mut seed = 7_u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..400 {
            let mut text = |most: u64| -> String {
                let count = random(most);
                let line = |_| format!("w{} w{} w{}\n", random(3), random(3), random(3));
                (0..count).map(line).collect()
            };
            let (base, new) = (text(9), text(9));
            let (base, new) = (lines_of(&base), lines_of(&new));
            let (all, continues) = changes(&base, &new);
            let mut made: Vec<String> = continues
                .iter()
                .map(|it| it.map_or(String::new(), |it| base[it].to_owned()))
                .collect();
            let mut struck = BTreeSet::new();
            for change in all {
                match change {
                    LineChange::Add { at, text } => made[at] = text,
                    LineChange::Reword { line, text } => {
                        let at = continues.iter().position(|it| *it == Some(line));
                        made[at.expect("it goes on")] = text;
                    }
                    LineChange::Strike { line } => {
                        struck.insert(line);
                    }
                    LineChange::Move { .. } => {}
                }
            }
            assert_eq!(made, new);
            let kept: BTreeSet<usize> = continues.iter().flatten().copied().collect();
            assert!(kept.is_disjoint(&struck));
            assert_eq!(
                kept.len() + struck.len(),
                base.len(),
                "each line goes on or is struck"
            );
        }
    }

    #[test]
    fn places_stay_in_order_and_short() {
        let end = places("", None, 5_000, 64);
        assert!(end.is_sorted_by(|a, b| a < b) && end.iter().all(|it| it.len() <= 4));
        let within = places(&end[7], Some(&end[8]), 5_000, 64);
        assert!(within.is_sorted_by(|a, b| a < b));
        assert!(
            within
                .iter()
                .all(|it| *it > end[7] && *it < end[8] && it.len() <= 12)
        );
        let before = places("", Some(&end[0]), 300, 64);
        assert!(before.is_sorted_by(|a, b| a < b) && before.iter().all(|it| *it < end[0]));
        let mut places = vec![between("", None, 64)];
        for step in 0..300_usize {
            let index = (step * 7) % (places.len() + 1);
            let lower = index.checked_sub(1).map_or("", |it| places[it].as_str());
            let upper = places.get(index).map(String::as_str);
            let place = between(lower, upper, 64);
            assert!(place.as_str() > lower, "{place} after {lower}");
            assert!(
                upper.is_none_or(|upper| place.as_str() < upper),
                "{place} {upper:?}"
            );
            places.insert(index, place);
        }
        assert!(places.iter().all(|it| it.len() <= 64 && !it.is_empty()));
    }
}
