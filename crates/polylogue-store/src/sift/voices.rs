//! Who answers whom, who speaks from within, and who was never answered.

use std::collections::BTreeMap;

use polylogue_core::kind::Voice;

use super::take::offers_answer;
use super::{Fate, Index, MoveOf, Rows, TurnOf};
use crate::shelf::Shelf;

/// One perspective answers another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edge {
    /// Turns of the one that answer a turn of the other, take up its words, or follow it.
    pub turns: Vec<i64>,
    /// Moves of the one that answer a question of the other.
    pub answers: Vec<i64>,
    /// Of both, said from within.
    pub within: usize,
    /// Of both, said on its behalf.
    pub on_behalf: usize,
}

/// How far a perspective was heard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heard {
    /// Turns from within.
    pub turns_within: usize,
    /// Turns on its behalf.
    pub turns_on_behalf: usize,
    /// Moves from within.
    pub moves_within: usize,
    /// Moves on its behalf.
    pub moves_on_behalf: usize,
}

impl Heard {
    /// Whether anybody spoke for it.
    #[must_use]
    pub fn is_heard(&self) -> bool {
        self.turns_within + self.turns_on_behalf + self.moves_within + self.moves_on_behalf > 0
    }

    /// Whether anybody spoke from within it.
    #[must_use]
    pub fn is_heard_within(&self) -> bool {
        self.turns_within + self.moves_within > 0
    }
}

/// The shape of who answers whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    /// Pairs of perspectives of which at least one answers the other.
    pub pairs: usize,
    /// Of these, pairs that answer each other.
    pub both_ways: usize,
    /// Of these, pairs that answer each other and both from within.
    pub both_ways_within: usize,
    /// The perspective at one end of every edge, where there are at least two pairs.
    pub star_around: Option<usize>,
    /// Perspectives that nobody answers.
    pub no_reply: Vec<usize>,
    /// Perspectives that neither answer nor are answered.
    pub no_edge: Vec<usize>,
}

pub(super) fn edges(rows: &Rows, index: &Index) -> Edges {
    let mut edges: BTreeMap<(usize, usize), Edge> = BTreeMap::new();
    for (from, to, n) in answering(rows.turns.iter(), index) {
        let edge = edges.entry((from, to)).or_default();
        edge.turns.push(n);
        if let Some(turn) = index.turn(n) {
            edge.count(turn.voice);
        }
    }
    for made in super::standing(rows) {
        if let Some(ends) = answers(made, index) {
            let edge = edges.entry(ends).or_default();
            edge.answers.push(made.n);
            edge.count(made.voice);
        }
    }
    edges.into_iter().collect()
}

/// Who answers whom: (answers, is answered).
type Edges = Shelf<(usize, usize), Edge>;

/// Who answers whom by a move, if it answers a question of another perspective.
pub(super) fn answers(made: &MoveOf, index: &Index) -> Option<(usize, usize)> {
    if !offers_answer(made) {
        return None;
    }
    let from = index.place(made.perspective)?;
    let to = index.made_for(index.move_(made.target)?)?;
    (from != to).then_some((from, to))
}

/// Who answers whom by which turn, of turns in the order they are read, those of a dialogue one
/// behind the other: in order, and a turn that answers several of one perspective once.
pub(super) fn answering<'rows>(
    turns: impl Iterator<Item = &'rows TurnOf>,
    index: &Index,
) -> Vec<(usize, usize, i64)> {
    /// Who spoke last in a dialogue, and the last before them that is another.
    type Last = (usize, Option<usize>);
    let mut last: BTreeMap<i64, Last> = BTreeMap::new();
    let mut found = Vec::new();
    for turn in turns.filter(|it| it.fate == Fate::Stands) {
        let Some(place) = index.place(turn.perspective) else {
            continue;
        };
        let known = last.get(&turn.dialogue).copied();
        let other = match known {
            Some((latest, other)) if latest == place => other,
            Some((latest, _)) => Some(latest),
            None => None,
        };
        last.insert(turn.dialogue, (place, other));
        let mut names_one = false;
        for answered in index.answered_by(turn.n).filter_map(|it| index.turn(it)) {
            names_one = true;
            let to = index.place(answered.perspective);
            found.extend(to.filter(|it| *it != place).map(|to| (place, to, turn.n)));
        }
        if !names_one {
            found.extend(other.map(|other| (place, other, turn.n)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

impl Edge {
    pub(super) fn count(&mut self, voice: Voice) {
        match voice {
            Voice::Within => self.within += 1,
            Voice::OnBehalf => self.on_behalf += 1,
            Voice::Oneself => {}
        }
    }

    pub(super) fn discount(&mut self, voice: Voice) {
        match voice {
            Voice::Within => self.within -= 1,
            Voice::OnBehalf => self.on_behalf -= 1,
            Voice::Oneself => {}
        }
    }
}

pub(super) fn heard(rows: &Rows, index: &Index) -> Vec<Heard> {
    let mut heard = vec![Heard::default(); rows.perspectives.len()];
    for turn in rows.turns.iter().filter(|it| it.fate == Fate::Stands) {
        if let Some(place) = index.place(turn.perspective) {
            match turn.voice {
                Voice::Within => heard[place].turns_within += 1,
                Voice::OnBehalf => heard[place].turns_on_behalf += 1,
                Voice::Oneself => {}
            }
        }
    }
    for made in super::standing(rows) {
        if let Some(place) = index.place(made.perspective) {
            match made.voice {
                Voice::Within => heard[place].moves_within += 1,
                Voice::OnBehalf => heard[place].moves_on_behalf += 1,
                Voice::Oneself => {}
            }
        }
    }
    heard
}

pub(super) fn shape(edges: &Edges, perspectives: usize) -> Shape {
    let (mut answers, mut is_answered) = (vec![false; perspectives], vec![false; perspectives]);
    let mut shape = Shape::default();
    // Both ends of the first pair, as long as they are at an end of every other one.
    let mut centres: Option<Vec<usize>> = None;
    for ((from, to), edge) in edges {
        (answers[*from], is_answered[*to]) = (true, true);
        let back = edges.get(&(*to, *from));
        if let Some(back) = back
            && from < to
        {
            shape.both_ways += 1;
            shape.both_ways_within += usize::from(edge.within > 0 && back.within > 0);
        }
        shape.pairs += usize::from(back.is_none() || from < to);
        let ends = [*from.min(to), *from.max(to)];
        let centres = centres.get_or_insert_with(|| ends.to_vec());
        centres.retain(|it| ends.contains(it));
    }
    shape.no_reply = (0..perspectives).filter(|it| !is_answered[*it]).collect();
    let unheard = shape.no_reply.iter().filter(|it| !answers[**it]);
    shape.no_edge = unheard.copied().collect();
    if shape.pairs >= 2 {
        shape.star_around = centres.and_then(|it| it.first().copied());
    }
    shape
}
