//! One perspective against all others, on one page: what it says about each, with what it keeps
//! back, and what is left unanswered. Only moves are counted; nothing is put into words here.
//!
//! A clause is one kind of move of one perspective about another, with every move that makes it:
//! those about the other perspective itself before those about its claims and words, each in
//! order of claimed time.

use std::collections::BTreeMap;

use polylogue_core::kind::Voice;
use polylogue_core::move_kind::{MoveKind, Polarity};

use super::weight::{asks, qualifies};
use super::{Cell, InCell, Sifted};

/// One perspective against all others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synopsis {
    /// What it says about each it says anything about or has a question to or from, in order of
    /// arrival.
    pub toward: Vec<Toward>,
    /// What it says about itself.
    pub itself: Option<Toward>,
    /// Others it says nothing about.
    pub silent_about: Vec<usize>,
}

/// What one perspective says about another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Toward {
    /// The other.
    pub whom: usize,
    /// What it says first: polarities in order, within one the kinds in the order of their table.
    pub headlines: Vec<ClauseOf>,
    /// What it keeps back: parts, conditions, dangers, bounds, differences.
    pub qualifiers: Vec<ClauseOf>,
    /// Moves that stand behind all of it, questions and answers included.
    pub moves: usize,
    /// Of these, said from within.
    pub within: usize,
    /// Of these, said on its behalf.
    pub on_behalf: usize,
    /// Turns in which it answers the other.
    pub turns: usize,
    /// Questions of the other to it that have no answer.
    pub unanswered: Vec<i64>,
    /// Questions of it to the other that have no answer.
    pub asked_in_vain: Vec<i64>,
    /// Moves of the other about it.
    pub back: usize,
}

/// One kind of move of one perspective about another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseOf {
    /// The number of the kind.
    pub kind: u16,
    /// The moves that make it.
    pub moves: Vec<i64>,
    /// Of these, said from within.
    pub within: usize,
    /// Of these, said on its behalf.
    pub on_behalf: usize,
}

impl Sifted {
    /// One perspective, by its place, against all others.
    #[must_use]
    pub fn synopsis(&self, who: usize) -> Synopsis {
        let mut synopsis = Synopsis::default();
        for toward in towards(self, who) {
            let whom = toward.whom;
            let is_empty = toward.moves == 0
                && toward.unanswered.is_empty()
                && toward.asked_in_vain.is_empty();
            match (whom == who, is_empty) {
                (true, true) => {}
                (true, false) => synopsis.itself = Some(toward),
                (false, true) => synopsis.silent_about.push(whom),
                (false, false) => synopsis.toward.push(toward),
            }
        }
        synopsis
    }
}

/// What it says about each, itself included, in order of arrival.
fn towards(sifted: &Sifted, who: usize) -> Vec<Toward> {
    let toward = |whom: usize| {
        let back = sifted.matrix.get(&(whom, who));
        let turns = sifted.edges.get(&(who, whom));
        let mut toward = Toward {
            whom,
            back: back.map_or(0, |it| it.moves.len()),
            turns: turns.map_or(0, |it| it.turns.len()),
            ..Toward::default()
        };
        if let Some(cell) = sifted.matrix.get(&(who, whom)) {
            of_cell(cell, &mut toward);
        }
        toward
    };
    let mut all: Vec<Toward> = (0..sifted.perspectives.len()).map(toward).collect();
    for asked in sifted.ledger.values().filter(|it| it.state.waits()) {
        let Some(by) = asked.by else { continue };
        if asked.to.contains(&who) {
            all[by].unanswered.push(asked.n);
        }
        if by == who {
            for whom in asked.to.iter().filter(|it| **it != who) {
                all[*whom].asked_in_vain.push(asked.n);
            }
        }
    }
    all
}

fn of_cell(cell: &Cell, toward: &mut Toward) {
    let mut clauses: BTreeMap<u16, ClauseOf> = BTreeMap::new();
    let (direct, about_parts): (Vec<&InCell>, Vec<&InCell>) =
        cell.moves.iter().partition(|it| it.is_direct);
    for made in direct.into_iter().chain(about_parts) {
        toward.moves += 1;
        let is_within = usize::from(made.voice == Voice::Within);
        let is_on_behalf = usize::from(made.voice == Voice::OnBehalf);
        toward.within += is_within;
        toward.on_behalf += is_on_behalf;
        if asks(made.kind) {
            continue;
        }
        let clause = clauses.entry(made.kind).or_insert_with(|| ClauseOf {
            kind: made.kind,
            moves: Vec::new(),
            within: 0,
            on_behalf: 0,
        });
        clause.moves.push(made.n);
        clause.within += is_within;
        clause.on_behalf += is_on_behalf;
    }
    let (qualifiers, mut headlines): (Vec<_>, Vec<_>) =
        clauses.into_values().partition(|it| qualifies(it.kind));
    headlines.sort_by_key(|it| (rank(it.kind), it.kind));
    (toward.headlines, toward.qualifiers) = (headlines, qualifiers);
}

fn rank(kind: u16) -> usize {
    let polarity = MoveKind::of(kind).map(MoveKind::polarity);
    let at = Polarity::ALL.iter().position(|it| Some(*it) == polarity);
    at.unwrap_or(Polarity::ALL.len())
}
