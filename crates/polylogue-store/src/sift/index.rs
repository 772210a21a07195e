//! Rows by what they are looked up by. Looking up is half of folding, and it is kept with the
//! tables, so that what is said later finds its place in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Held;

use super::shared::{Kin, became};
use super::{Fate, MoveOf, Order, Rows, TurnOf};
use crate::shelf::Shelf;

/// The rows by what they are looked up by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Index {
    pub(super) turns: Shelf<i64, TurnOf>,
    pub(super) moves: Shelf<i64, MoveOf>,
    /// Turns as they are read: by dialogue, then in their order.
    read: Shelf<(i64, Order, i64), ()>,
    /// Turns with those they answer.
    replies: Shelf<(i64, i64), ()>,
    pub(super) set: Arc<Set>,
}

/// What turns and moves do not change.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Set {
    places: BTreeMap<i64, usize>,
    questions: BTreeMap<i64, usize>,
    holders: BTreeMap<i64, BTreeSet<usize>>,
    /// Perspectives that meet in each dialogue.
    pub(super) meeting: BTreeMap<i64, Vec<usize>>,
    /// The place of each claim in their order.
    pub(super) claims: BTreeMap<i64, usize>,
    became: BTreeMap<i64, i64>,
    pub(super) kin: Kin,
}

impl Set {
    fn of(rows: &Rows) -> Self {
        let numbered = |list: &[(i64, OperationId)]| -> BTreeMap<i64, usize> {
            list.iter().zip(0..).map(|((n, _), at)| (*n, at)).collect()
        };
        let mut places = numbered(&rows.perspectives);
        let mut questions = numbered(&rows.questions);
        for (n, shown) in &rows.same_as {
            for known in [&mut places, &mut questions] {
                if let Some(place) = known.get(shown).copied() {
                    known.insert(*n, place);
                }
            }
        }
        let mut holders: BTreeMap<i64, BTreeSet<usize>> = BTreeMap::new();
        for held in rows.held.iter().filter(|it| it.held == Held::Holds) {
            let holders = holders.entry(held.claim).or_default();
            holders.extend(places.get(&held.perspective));
        }
        let mut meeting: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
        for (dialogue, perspective) in &rows.meeting {
            let met = meeting.entry(*dialogue).or_default();
            if let Some(place) = places.get(perspective)
                && !met.contains(place)
            {
                met.push(*place);
            }
        }
        Self {
            kin: Kin::of(rows, &places),
            places,
            questions,
            holders,
            meeting,
            claims: rows
                .claims
                .iter()
                .zip(0..)
                .map(|(it, at)| (it.0, at))
                .collect(),
            became: became(&rows.merged),
        }
    }
}

impl Index {
    pub(super) fn of(rows: &Rows) -> Self {
        let mut index = Self {
            moves: rows.moves.iter().map(|it| (it.n, *it)).collect(),
            replies: rows.replies.iter().map(|it| (*it, ())).collect(),
            set: Arc::new(Set::of(rows)),
            ..Self::default()
        };
        index.turns = rows.turns.iter().map(|it| (it.n, *it)).collect();
        index.read = rows.turns.iter().map(|it| (read_at(it), ())).collect();
        index
    }

    pub(super) fn place(&self, perspective: i64) -> Option<usize> {
        self.set.places.get(&perspective).copied()
    }

    pub(super) fn question(&self, n: i64) -> Option<usize> {
        self.set.questions.get(&n).copied()
    }

    pub(super) fn turn(&self, n: i64) -> Option<&TurnOf> {
        self.turns.get(&n)
    }

    pub(super) fn move_(&self, n: i64) -> Option<&MoveOf> {
        self.moves.get(&n)
    }

    /// Moves that stand, in order of claimed time.
    pub(super) fn standing(&self) -> Vec<&MoveOf> {
        let moves = self.moves.values();
        let mut standing: Vec<&MoveOf> = moves.filter(|it| it.fate == Fate::Stands).collect();
        standing.sort_by_key(|it| it.place());
        standing
    }

    /// The perspectives that hold a claim.
    pub(super) fn holders(&self, claim: i64) -> Option<&BTreeSet<usize>> {
        self.set.holders.get(&claim)
    }

    /// The claim that a claim became, if it was made one with others; else itself.
    pub(super) fn became(&self, claim: i64) -> i64 {
        self.set.became.get(&claim).copied().unwrap_or(claim)
    }

    /// The turns of a dialogue as they are read.
    pub(super) fn turns_of(&self, dialogue: i64) -> impl Iterator<Item = &TurnOf> {
        let first = (dialogue, (i64::MIN, i64::MIN, i64::MIN), i64::MIN);
        let read = self.read.since(&first).map(|(key, ())| *key);
        let read = read.take_while(move |(of, ..)| *of == dialogue);
        read.filter_map(|(_, _, n)| self.turn(n))
    }

    /// The turns that a turn answers or takes up the words of.
    pub(super) fn answered_by(&self, turn: i64) -> impl Iterator<Item = i64> {
        let replies = self.replies.since(&(turn, i64::MIN)).map(|(key, ())| *key);
        replies.take_while(move |it| it.0 == turn).map(|it| it.1)
    }

    /// The perspective that a turn was said for.
    pub(super) fn said_for(&self, turn: i64) -> Option<usize> {
        self.turn(turn).and_then(|it| self.place(it.perspective))
    }

    /// The perspective a move was made for, or that of the turn whose words make it.
    pub(super) fn made_for(&self, made: &MoveOf) -> Option<usize> {
        self.place(made.perspective)
            .or_else(|| self.said_for(made.found_in))
    }

    /// The perspectives that a move about this speaks to.
    pub(super) fn spoken_to(&self, target: i64) -> Vec<usize> {
        if let Some(place) = self.place(target) {
            return vec![place];
        }
        if let Some(holders) = self.holders(target) {
            return holders.iter().copied().collect();
        }
        let of_move = self.move_(target).and_then(|it| self.made_for(it));
        of_move
            .or_else(|| self.said_for(target))
            .into_iter()
            .collect()
    }

    pub(super) fn put_move(&mut self, made: MoveOf) {
        self.moves.insert(made.n, made);
    }

    pub(super) fn put_turn(&mut self, turn: TurnOf, answered: &[i64]) {
        self.read.insert(read_at(&turn), ());
        self.turns.insert(turn.n, turn);
        for n in answered {
            self.replies.insert((turn.n, *n), ());
        }
    }
}

fn read_at(turn: &TurnOf) -> (i64, Order, i64) {
    let (at, n) = turn.place();
    (turn.dialogue, at, n)
}
