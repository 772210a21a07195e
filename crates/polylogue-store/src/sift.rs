//! Where each perspective stands: tables folded from rows of numbers, without a disk.
//!
//! [`Rows`] are read by [`Reader::sift`](crate::Reader::sift); [`sift`] folds them. What is
//! counted: every turn and move that counts and was neither taken back by whoever made it nor
//! hidden. To whom a move speaks is said in one place, [`Rows`]' targets: a perspective is
//! itself, a claim all perspectives that hold it, a turn or a passage the perspective it was said
//! for, and a move the perspective it was made for, or that of the turn whose words make it.
//!
//! Numbers: perspectives and standing questions are places in their lists, from 0; everything
//! else is a number of the store, which [`Reader`](crate::Reader) turns into rows.

mod coverage;
mod drift;
mod ledger;
mod shared;
mod synopsis;
mod voices;
mod weight;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Held, Voice};
use polylogue_core::move_kind::{MoveKind, Polarity};

pub use coverage::{Cover, Covered};
pub use drift::{ChangedHow, Drift, Finding, Sentence, Side, Since, Traced, Verdict, drift};
pub use ledger::{AskState, Asked, CountOfAsked};
pub use shared::{Shared, Stand};
pub use synopsis::{ClauseOf, Synopsis, Toward};
pub use voices::{Edge, Heard, Shape};
pub use weight::{Weight, qualifies};

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
    /// What became of it.
    pub fate: Fate,
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
    /// What became of it.
    pub fate: Fate,
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
        let mut counts = [0; 5];
        for (kind, count) in self.kinds() {
            let polarity = MoveKind::of(kind).map(MoveKind::polarity);
            let at = Polarity::ALL.iter().position(|it| Some(*it) == polarity);
            if let Some(at) = at {
                counts[at] += count;
            }
        }
        counts
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

/// Everything that sifting shows, of one version of a commons.
#[derive(Debug, Clone, Default)]
pub struct Sifted {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// Standing questions in their order.
    pub questions: Vec<OperationId>,
    /// Who says what about whom: (speaks, is spoken about).
    pub matrix: BTreeMap<(usize, usize), Cell>,
    /// Moves that stand and are in no cell: made for oneself, or about nobody's words.
    pub elsewhere: usize,
    /// Questions asked, the longest waiting first.
    pub ledger: Vec<Asked>,
    /// Who answers whom: (answers, is answered).
    pub edges: BTreeMap<(usize, usize), Edge>,
    /// How far each perspective was heard.
    pub heard: Vec<Heard>,
    /// Which standing question each perspective takes up: (perspective, question).
    pub coverage: BTreeMap<(usize, usize), Covered>,
    /// Claims that at least two perspectives support.
    pub convergence: Vec<Shared>,
    /// Claims that one perspective supports and another challenges.
    pub division: Vec<Shared>,
    /// What all of it was folded from.
    pub rows: Arc<Rows>,
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
        ledger::count(&self.ledger)
    }
}

/// Folds rows into tables.
#[must_use]
pub fn sift(rows: &Arc<Rows>) -> Sifted {
    let index = Index::of(rows);
    let (matrix, elsewhere) = matrix(rows, &index);
    let (convergence, division) = shared::fold(rows, &index);
    Sifted {
        perspectives: rows.perspectives.iter().map(|it| it.1).collect(),
        questions: rows.questions.iter().map(|it| it.1).collect(),
        matrix,
        elsewhere,
        ledger: ledger::fold(rows, &index),
        edges: voices::edges(rows, &index),
        heard: voices::heard(rows, &index),
        coverage: coverage::fold(rows, &index),
        convergence,
        division,
        rows: Arc::clone(rows),
    }
}

/// The rows by what they are looked up by.
pub(crate) struct Index<'rows> {
    places: BTreeMap<i64, usize>,
    questions: BTreeMap<i64, usize>,
    turns: Numbered<'rows, TurnOf>,
    moves: Numbered<'rows, MoveOf>,
    holders: BTreeMap<i64, BTreeSet<usize>>,
}

impl<'rows> Index<'rows> {
    fn of(rows: &'rows Rows) -> Self {
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
        let mut index = Self {
            places,
            questions,
            turns: Numbered::of(&rows.turns, |it| it.n),
            moves: Numbered::of(&rows.moves, |it| it.n),
            holders: BTreeMap::new(),
        };
        for held in rows.held.iter().filter(|it| it.held == Held::Holds) {
            let holders = index.holders.entry(held.claim).or_default();
            holders.extend(index.places.get(&held.perspective));
        }
        index
    }

    pub(crate) fn place(&self, perspective: i64) -> Option<usize> {
        self.places.get(&perspective).copied()
    }

    pub(crate) fn question(&self, n: i64) -> Option<usize> {
        self.questions.get(&n).copied()
    }

    pub(crate) fn turn(&self, n: i64) -> Option<&'rows TurnOf> {
        self.turns.get(n)
    }

    pub(crate) fn move_(&self, n: i64) -> Option<&'rows MoveOf> {
        self.moves.get(n)
    }

    /// The perspective that a turn was said for.
    pub(crate) fn said_for(&self, turn: i64) -> Option<usize> {
        self.turn(turn).and_then(|it| self.place(it.perspective))
    }

    /// The perspective a move was made for, or that of the turn whose words make it.
    pub(crate) fn made_for(&self, made: &MoveOf) -> Option<usize> {
        self.place(made.perspective)
            .or_else(|| self.said_for(made.found_in))
    }

    /// The perspectives that a move about this speaks to.
    pub(crate) fn spoken_to(&self, target: i64) -> Vec<usize> {
        if let Some(place) = self.place(target) {
            return vec![place];
        }
        if let Some(holders) = self.holders.get(&target) {
            return holders.iter().copied().collect();
        }
        let of_move = self.move_(target).and_then(|it| self.made_for(it));
        of_move
            .or_else(|| self.said_for(target))
            .into_iter()
            .collect()
    }
}

/// Rows by their numbers: in order, since they come nearly so, and looking up is half of folding.
struct Numbered<'rows, T> {
    rows: &'rows [T],
    at: Vec<(i64, u32)>,
}

impl<'rows, T> Numbered<'rows, T> {
    fn of(rows: &'rows [T], number: impl Fn(&T) -> i64) -> Self {
        let mut at: Vec<(i64, u32)> = rows.iter().map(number).zip(0..).collect();
        at.sort_unstable();
        Self { rows, at }
    }

    fn get(&self, n: i64) -> Option<&'rows T> {
        let found = self.at.binary_search_by_key(&n, |it| it.0).ok()?;
        self.rows.get(self.at[found].1 as usize)
    }
}

/// Moves that stand.
pub(crate) fn standing(rows: &Rows) -> impl Iterator<Item = &MoveOf> {
    rows.moves.iter().filter(|it| it.fate == Fate::Stands)
}

fn matrix(rows: &Rows, index: &Index<'_>) -> (BTreeMap<(usize, usize), Cell>, usize) {
    let mut matrix: BTreeMap<(usize, usize), Cell> = BTreeMap::new();
    let mut elsewhere = 0;
    for made in standing(rows) {
        let to = match index.place(made.perspective) {
            Some(from) => (from, index.spoken_to(made.target)),
            None => (0, Vec::new()),
        };
        elsewhere += usize::from(to.1.is_empty());
        for about in to.1 {
            let cell = matrix.entry((to.0, about)).or_default();
            cell.moves.push(InCell {
                n: made.n,
                kind: made.kind,
                voice: made.voice,
                is_direct: index.place(made.target).is_some(),
            });
        }
    }
    (matrix, elsewhere)
}
