//! Who answers whom, who speaks from within, and who was never answered.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::kind::Voice;
use polylogue_core::move_kind::MoveKind;

use super::{Fate, Index, Rows, TurnOf};

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

pub(super) fn edges(rows: &Rows, index: &Index<'_>) -> BTreeMap<(usize, usize), Edge> {
    let mut edges: BTreeMap<(usize, usize), Edge> = BTreeMap::new();
    // Who answers whom by which turn; a turn that answers several of one perspective counts once.
    let mut by_turn: Vec<(usize, usize, i64)> = Vec::new();
    let mut answer = |turn: &TurnOf, to: Option<usize>| {
        if let (Some(from), Some(to)) = (index.place(turn.perspective), to)
            && turn.fate == Fate::Stands
            && from != to
        {
            by_turn.push((from, to, turn.n));
        }
    };
    let mut names_one = BTreeSet::new();
    for (answering, answered) in &rows.replies {
        if let (Some(turn), Some(_)) = (index.turn(*answering), index.turn(*answered)) {
            names_one.insert(turn.n);
            answer(turn, index.said_for(*answered));
        }
    }
    for (turn, to) in before(rows, index) {
        if !names_one.contains(&turn.n) {
            answer(turn, Some(to));
        }
    }
    by_turn.sort_unstable();
    by_turn.dedup();
    for (from, to, n) in by_turn {
        let edge = edges.entry((from, to)).or_default();
        edge.turns.push(n);
        if let Some(turn) = index.turn(n) {
            edge.count(turn.voice);
        }
    }
    for made in super::standing(rows) {
        let Some(asked) = index.move_(made.target) else {
            continue;
        };
        let is_answer = made.kind == MoveKind::Answers.number();
        let (from, to) = (index.place(made.perspective), index.made_for(asked));
        if let (true, Some(from), Some(to)) = (is_answer, from, to)
            && from != to
        {
            let edge = edges.entry((from, to)).or_default();
            edge.answers.push(made.n);
            edge.count(made.voice);
        }
    }
    edges
}

/// Each turn with the perspective that spoke last before it in its dialogue and is another one:
/// whom it answers if it names no turn.
fn before<'rows>(rows: &'rows Rows, index: &Index<'_>) -> Vec<(&'rows TurnOf, usize)> {
    /// Who spoke last in a dialogue, and the last before them that is another.
    type Last = (usize, Option<usize>);
    let mut last: BTreeMap<i64, Last> = BTreeMap::new();
    let mut found = Vec::new();
    for turn in rows.turns.iter().filter(|it| it.fate == Fate::Stands) {
        let Some(place) = index.place(turn.perspective) else {
            continue;
        };
        let known = last.get(&turn.dialogue).copied();
        let other = match known {
            Some((latest, other)) if latest == place => other,
            Some((latest, _)) => Some(latest),
            None => None,
        };
        found.extend(other.map(|other| (turn, other)));
        last.insert(turn.dialogue, (place, other));
    }
    found
}

impl Edge {
    fn count(&mut self, voice: Voice) {
        match voice {
            Voice::Within => self.within += 1,
            Voice::OnBehalf => self.on_behalf += 1,
            Voice::Oneself => {}
        }
    }
}

pub(super) fn heard(rows: &Rows, index: &Index<'_>) -> Vec<Heard> {
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

pub(super) fn shape(edges: &BTreeMap<(usize, usize), Edge>, perspectives: usize) -> Shape {
    let pairs: BTreeSet<(usize, usize)> = edges
        .keys()
        .map(|(from, to)| (*from.min(to), *from.max(to)))
        .collect();
    let mut shape = Shape {
        pairs: pairs.len(),
        ..Shape::default()
    };
    for (one, other) in &pairs {
        if let (Some(there), Some(back)) = (edges.get(&(*one, *other)), edges.get(&(*other, *one)))
        {
            shape.both_ways += 1;
            shape.both_ways_within += usize::from(there.within > 0 && back.within > 0);
        }
    }
    for place in 0..perspectives {
        if !edges.keys().any(|(_, to)| *to == place) {
            shape.no_reply.push(place);
            if !edges.keys().any(|(from, _)| *from == place) {
                shape.no_edge.push(place);
            }
        }
    }
    let is_centre = |place: &usize| pairs.iter().all(|(a, b)| a == place || b == place);
    if pairs.len() >= 2 {
        shape.star_around = (0..perspectives).find(is_centre);
    }
    shape
}
