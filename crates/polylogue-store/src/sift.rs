//! Where each perspective stands: tables folded from rows of numbers, without a disk.
//!
//! [`Rows`] are read by [`Reader::sift`](crate::Reader::sift); [`sift`] folds them. What is
//! counted: every turn and move that counts and was neither taken back by whoever made it nor
//! hidden. To whom a move speaks is said in one place, [`Rows`]' targets: a perspective is
//! itself, a claim all perspectives that hold it, a turn or a passage the perspective it was said
//! for, and a move the perspective it was made for, or that of the turn whose words make it.
//!
//! What was folded takes what is said later to itself ([`Sifted::take_move`],
//! [`Sifted::take_turn`]), and then equals what is folded from all of it.
//!
//! Numbers: perspectives and standing questions are places in their lists, from 0; everything
//! else is a number of the store, which [`Reader`](crate::Reader) turns into rows.

mod coverage;
mod drift;
mod index;
mod ledger;
mod shared;
mod synopsis;
mod take;
mod voices;
mod weight;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Held, Voice};
use polylogue_core::move_kind::{MoveKind, Polarity};

use crate::shelf::Shelf;

pub(crate) use index::Index;

pub use coverage::{Cover, Covered};
pub(crate) use drift::drift;
pub use drift::{ChangedHow, Drift, Finding, Sentence, Side, Since, Traced, Verdict};
pub use ledger::{AskState, Asked, CountOfAsked, count};
pub use shared::{Ranked, Shared, Stand};
pub use synopsis::{ClauseOf, Synopsis, Toward};
pub use voices::{Edge, Heard, Shape};
pub use weight::{Weight, qualifies};

/// Claimed time, counter and tie: the order in which turns and moves are read.
pub type Order = (i64, i64, i64);

/// A turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TurnOf {
    /// The turn.
    pub n: i64,
    /// The dialogue it stands in.
    pub dialogue: i64,
    /// The perspective it was said for, by number; 0: oneself.
    pub perspective: i64,
    /// From where.
    pub voice: Voice,
    /// When, in the order they are read.
    pub at: Order,
    /// What became of it.
    pub fate: Fate,
}

impl TurnOf {
    /// Its place among all of its dialogue; arrival decides where all else is the same.
    fn place(&self) -> (Order, i64) {
        (self.at, self.n)
    }
}

/// A move that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoveOf {
    /// The move.
    pub n: i64,
    /// The number of its kind.
    pub kind: u16,
    /// What it is about.
    pub target: i64,
    /// The turn whose words make it; 0: none.
    pub found_in: i64,
    /// The dialogue it stands in; 0: none.
    pub dialogue: i64,
    /// The perspective it was made for; 0: oneself.
    pub perspective: i64,
    /// From where.
    pub voice: Voice,
    /// When, in the order they are read.
    pub at: Order,
    /// What became of it.
    pub fate: Fate,
}

impl MoveOf {
    /// Its place among all; arrival decides where all else is the same.
    fn place(&self) -> (Order, i64) {
        (self.at, self.n)
    }
}

/// Whether a turn or move still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It does.
    Stands,
    /// Whoever made it took it back.
    Withdrawn,
    /// A moderator hid it, or its words were emptied.
    Hidden,
}

/// A word on whether a perspective holds a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldBy {
    /// The claim.
    pub claim: i64,
    /// The perspective, by number.
    pub perspective: i64,
    /// Whether it holds it.
    pub held: Held,
    /// From where that is said.
    pub voice: Voice,
    /// What says so: the claim itself, or a later word.
    pub said_in: i64,
}

/// An answer that was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// The move or turn that asks.
    pub question: i64,
    /// The move or turn that answers.
    pub answer: i64,
}

/// What is folded: rows of numbers, in any order but where one is named.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<(i64, OperationId)>,
    /// Things brought in twice, with the one shown in their place.
    pub same_as: BTreeMap<i64, i64>,
    /// Standing questions in their order.
    pub questions: Vec<(i64, OperationId)>,
    /// Turns, those of one dialogue in the order they are read.
    pub turns: Vec<TurnOf>,
    /// Turns that answer another or take up its words: which, and the other.
    pub replies: Vec<(i64, i64)>,
    /// Moves in order of claimed time.
    pub moves: Vec<MoveOf>,
    /// Answers accepted.
    pub accepted: Vec<Accepted>,
    /// Claims in order of claimed time, with what they are under.
    pub claims: Vec<(i64, i64)>,
    /// Who holds which.
    pub held: Vec<HeldBy>,
    /// Claims that were made one: from, to.
    pub merged: Vec<(i64, i64)>,
    /// Dialogues with the questions they stand under.
    pub under: Vec<(i64, i64)>,
    /// Dialogues with the perspectives that meet in them.
    pub meeting: Vec<(i64, i64)>,
    /// Perspectives with the sources they rest on.
    pub sources: Vec<(i64, i64)>,
}

/// The moves of one perspective about one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The moves, in order of claimed time.
    pub moves: Vec<InCell>,
    polarities: [usize; 5],
}

/// One move in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InCell {
    /// The move.
    pub n: i64,
    /// The number of its kind.
    pub kind: u16,
    /// From where it was said.
    pub voice: Voice,
    /// Whether it is about the perspective itself, not about a claim or words of it.
    pub is_direct: bool,
}

impl Cell {
    /// How many moves there are of each polarity, in the order of [`Polarity::ALL`].
    #[must_use]
    pub fn polarities(&self) -> [usize; 5] {
        self.polarities
    }

    /// Puts a move to its place among them.
    fn put(&mut self, at: usize, made: InCell) {
        let polarity = MoveKind::of(made.kind).map(MoveKind::polarity);
        let known = Polarity::ALL.iter().position(|it| Some(*it) == polarity);
        if let Some(known) = known {
            self.polarities[known] += 1;
        }
        self.moves.insert(at, made);
    }

    /// The moves of one polarity.
    pub fn of(&self, polarity: Polarity) -> impl Iterator<Item = i64> {
        let fits = move |kind: u16| MoveKind::of(kind).map(MoveKind::polarity) == Some(polarity);
        self.moves
            .iter()
            .filter(move |it| fits(it.kind))
            .map(|it| it.n)
    }

    /// How many moves there are of each kind, by number of kind.
    #[must_use]
    pub fn kinds(&self) -> BTreeMap<u16, usize> {
        let mut kinds = BTreeMap::new();
        for made in &self.moves {
            *kinds.entry(made.kind).or_default() += 1;
        }
        kinds
    }
}

/// Everything that sifting shows, of one version of a commons. A copy costs little.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sifted {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// Standing questions in their order.
    pub questions: Vec<OperationId>,
    /// Who says what about whom: (speaks, is spoken about).
    pub matrix: Shelf<(usize, usize), Cell>,
    /// Moves that stand and are in no cell: made for oneself, or about nobody's words.
    pub elsewhere: usize,
    /// Questions asked, the longest waiting first.
    pub ledger: Shelf<(Order, i64), Asked>,
    /// Who answers whom: (answers, is answered).
    pub edges: Shelf<(usize, usize), Edge>,
    /// How far each perspective was heard.
    pub heard: Vec<Heard>,
    /// Which standing question each perspective takes up: (perspective, question).
    pub coverage: Shelf<(usize, usize), Covered>,
    /// Claims that at least two perspectives support.
    pub convergence: Ranked,
    /// Claims that one perspective supports and another challenges.
    pub division: Ranked,
    /// Questions by their state.
    asked: CountOfAsked,
    /// Claims that somebody stands on, in their order.
    stands: Shelf<usize, Arc<Shared>>,
    /// What all of it was folded from, by what it is looked up by.
    pub(crate) index: Index,
}

impl Sifted {
    /// The place of a perspective in the list.
    #[must_use]
    pub fn place(&self, perspective: &OperationId) -> Option<usize> {
        self.perspectives.iter().position(|it| it == perspective)
    }

    /// The shape of who answers whom.
    #[must_use]
    pub fn shape(&self) -> Shape {
        voices::shape(&self.edges, self.perspectives.len())
    }

    /// How many questions are in each state.
    #[must_use]
    pub fn count_of_asked(&self) -> CountOfAsked {
        self.asked
    }

    /// How many moves it was folded from, whatever became of them.
    #[must_use]
    pub fn moves(&self) -> usize {
        self.index.moves.len()
    }
}

/// Folds rows into tables.
#[must_use]
pub fn sift(rows: &Rows) -> Sifted {
    let index = Index::of(rows);
    let (matrix, elsewhere) = matrix(rows, &index);
    let stands = shared::fold(rows, &index);
    let ledger = ledger::fold(rows, &index);
    Sifted {
        perspectives: rows.perspectives.iter().map(|it| it.1).collect(),
        questions: rows.questions.iter().map(|it| it.1).collect(),
        matrix,
        elsewhere,
        asked: ledger::count(ledger.values()),
        ledger,
        edges: voices::edges(rows, &index),
        heard: voices::heard(rows, &index),
        coverage: coverage::fold(rows, &index),
        convergence: shared::converging(&stands),
        division: shared::dividing(&stands),
        stands,
        index,
    }
}

/// Moves that stand.
pub(crate) fn standing(rows: &Rows) -> impl Iterator<Item = &MoveOf> {
    rows.moves.iter().filter(|it| it.fate == Fate::Stands)
}

type Matrix = Shelf<(usize, usize), Cell>;

fn matrix(rows: &Rows, index: &Index) -> (Matrix, usize) {
    let mut matrix: BTreeMap<(usize, usize), Cell> = BTreeMap::new();
    let mut elsewhere = 0;
    for made in standing(rows) {
        let cells = cells_of(made, index);
        elsewhere += usize::from(cells.is_empty());
        for at in cells {
            let cell = matrix.entry(at).or_default();
            cell.put(cell.moves.len(), in_cell(made, index));
        }
    }
    (matrix.into_iter().collect(), elsewhere)
}

/// The cells that a move stands in: (speaks, is spoken about).
fn cells_of(made: &MoveOf, index: &Index) -> Vec<(usize, usize)> {
    let Some(from) = index.place(made.perspective) else {
        return Vec::new();
    };
    let about = index.spoken_to(made.target).into_iter();
    about.map(|about| (from, about)).collect()
}

fn in_cell(made: &MoveOf, index: &Index) -> InCell {
    InCell {
        n: made.n,
        kind: made.kind,
        voice: made.voice,
        is_direct: index.place(made.target).is_some(),
    }
}
