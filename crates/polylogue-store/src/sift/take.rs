//! What is said later, put to what was folded: only the entries that it bears on change.
//!
//! A turn or move is taken that stands and that nothing here before it names; of anything else,
//! everything is folded again. A law holds the one to equal the other.

use polylogue_core::kind::Voice;
use polylogue_core::move_kind::MoveKind;

use super::voices::Edge;
use super::{
    Fate, Index, MoveOf, Sifted, TurnOf, cells_of, coverage, in_cell, ledger, shared, voices,
};

impl Sifted {
    /// Takes a move that stands and that nothing taken before it names.
    pub fn take_move(&mut self, made: MoveOf) {
        self.index.put_move(made);
        let cells = cells_of(&made, &self.index);
        self.elsewhere += usize::from(cells.is_empty());
        for at in cells {
            let cell = self.matrix.entry(at, Default::default);
            let place = place_among(cell.moves.iter().map(|it| it.n), &made, &self.index);
            cell.put(place, in_cell(&made, &self.index));
        }
        ledger::take(&made, &self.index, (&mut self.ledger, &mut self.asked));
        coverage::take(&made, &self.index, &mut self.coverage);
        if let Some(ends) = voices::answers(&made, &self.index) {
            let edge = self.edges.entry(ends, Edge::default);
            let place = place_among(edge.answers.iter().copied(), &made, &self.index);
            edge.answers.insert(place, made.n);
            edge.count(made.voice);
        }
        if let Some(place) = self.index.place(made.perspective) {
            match made.voice {
                Voice::Within => self.heard[place].moves_within += 1,
                Voice::OnBehalf => self.heard[place].moves_on_behalf += 1,
                Voice::Oneself => {}
            }
        }
        if let Some((claim, before)) = shared::take(&made, &self.index, &mut self.stands) {
            let after = self.stands.get(&claim);
            shared::rank_again(
                &mut self.convergence,
                shared::width,
                claim,
                (&before, after),
            );
            shared::rank_again(&mut self.division, shared::split, claim, (&before, after));
        }
    }

    /// Takes a turn that stands and that nothing taken before it names, with the turns that it
    /// answers or takes up the words of.
    pub fn take_turn(&mut self, turn: TurnOf, answered: &[i64]) {
        // One that comes between others is followed by one that may now answer it.
        let before = voices::answering(self.index.turns_of(turn.dialogue), &self.index);
        self.index.put_turn(turn, answered);
        let after = voices::answering(self.index.turns_of(turn.dialogue), &self.index);
        for (from, to, n) in before.iter().filter(|it| after.binary_search(it).is_err()) {
            if let (Some(edge), Some(turn)) =
                (self.edges.get_mut(&(*from, *to)), self.index.turn(*n))
            {
                edge.turns.retain(|it| it != n);
                edge.discount(turn.voice);
                if edge.turns.is_empty() && edge.answers.is_empty() {
                    self.edges.remove(&(*from, *to));
                }
            }
        }
        for (from, to, n) in after.iter().filter(|it| before.binary_search(it).is_err()) {
            if let Some(turn) = self.index.turn(*n) {
                let edge = self.edges.entry((*from, *to), Edge::default);
                let place = edge.turns.partition_point(|it| it < n);
                edge.turns.insert(place, *n);
                edge.count(turn.voice);
            }
        }
        if let Some(place) = self.index.place(turn.perspective) {
            match turn.voice {
                Voice::Within => self.heard[place].turns_within += 1,
                Voice::OnBehalf => self.heard[place].turns_on_behalf += 1,
                Voice::Oneself => {}
            }
        }
    }
}

/// Where a move stands among others in order of claimed time: nearly always behind all of them.
/// Whatever is no move stays before it.
pub(super) fn place_among(
    others: impl DoubleEndedIterator<Item = i64> + ExactSizeIterator,
    made: &MoveOf,
    index: &Index,
) -> usize {
    let count = others.len();
    let is_later = |n: &i64| index.move_(*n).is_some_and(|it| it.place() > made.place());
    count - others.rev().take_while(is_later).count()
}

/// Where a move stands among others of its sort that come before everything else in a list.
pub(super) fn place_before_others(
    list: &[i64],
    made: &MoveOf,
    index: &Index,
    is_of_sort: impl Fn(&MoveOf) -> bool,
) -> usize {
    let comes_first = |n: &i64| {
        let other = index.move_(*n).filter(|it| is_of_sort(it));
        other.is_some_and(|it| it.place() < made.place())
    };
    list.iter().rposition(comes_first).map_or(0, |it| it + 1)
}

/// Whether a move answers and still stands.
pub(super) fn offers_answer(made: &MoveOf) -> bool {
    made.fate == Fate::Stands && made.kind == MoveKind::Answers.number()
}
