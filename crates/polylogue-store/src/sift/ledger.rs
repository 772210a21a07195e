//! The ledger of open questions: what was asked, of whom, and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::move_kind::MoveKind;

use super::take::{offers_answer, place_among, place_before_others};
use super::{Fate, Index, MoveOf, Order, Rows};
use crate::shelf::Shelf;

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskState {
    /// Asked, with no word in reply.
    Open,
    /// Said to be left open, or left to somebody else, without an answer.
    LeftOpen,
    /// An answer was offered.
    Answered,
    /// Whoever asked accepted an answer.
    Accepted,
    /// Whoever asked took it back.
    Withdrawn,
}

impl AskState {
    /// All, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::LeftOpen,
        Self::Answered,
        Self::Accepted,
        Self::Withdrawn,
    ];

    /// Its name in `--json`, tables and addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::LeftOpen => "left-open",
            Self::Answered => "answered",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether it still waits for an answer.
    #[must_use]
    pub fn waits(self) -> bool {
        matches!(self, Self::Open | Self::LeftOpen)
    }
}

/// A question asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The move that asks, leaves open or defers.
    pub n: i64,
    /// What became of it.
    pub state: AskState,
    /// The perspective it was asked for; none: by somebody for themselves.
    pub by: Option<usize>,
    /// The perspectives it is put to.
    pub to: Vec<usize>,
    /// The dialogue it stands in; 0: none.
    pub dialogue: i64,
    /// Answers offered or accepted: moves and turns.
    pub answers: Vec<i64>,
    /// Moves that leave it open or defer it.
    pub left_open: Vec<i64>,
}

/// How many questions are in each state, in the order of [`AskState::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CountOfAsked(pub [usize; 5]);

impl CountOfAsked {
    /// How many are in a state.
    #[must_use]
    pub fn of(&self, state: AskState) -> usize {
        let at = AskState::ALL.iter().position(|it| *it == state);
        at.map_or(0, |at| self.0[at])
    }

    fn of_mut(&mut self, state: AskState) -> &mut usize {
        let at = AskState::ALL.iter().position(|it| *it == state);
        &mut self.0[at.expect("all states are there")]
    }

    /// How many wait for an answer.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.of(AskState::Open) + self.of(AskState::LeftOpen)
    }
}

/// How many of these questions are in each state.
#[must_use]
pub fn count<'a>(ledger: impl Iterator<Item = &'a Asked>) -> CountOfAsked {
    let mut count = CountOfAsked::default();
    ledger.for_each(|it| *count.of_mut(it.state) += 1);
    count
}

/// Questions in order of claimed time: every move that asks, and every one that leaves open or
/// defers something that is not itself a question of this list.
pub(super) fn fold(rows: &Rows, index: &Index) -> Ledger {
    let mut answers: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    let mut left_open: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for made in super::standing(rows) {
        match MoveKind::of(made.kind) {
            Some(MoveKind::Answers) => answers.entry(made.target).or_default().push(made.n),
            Some(MoveKind::LeavesOpen | MoveKind::Defers) => {
                left_open.entry(made.target).or_default().push(made.n);
            }
            _ => {}
        }
    }
    let mut accepted = BTreeSet::new();
    for it in &rows.accepted {
        accepted.insert(it.question);
        let offered = answers.entry(it.question).or_default();
        if !offered.contains(&it.answer) {
            offered.push(it.answer);
        }
    }
    let asked = rows.moves.iter().filter(|it| asks(it, index)).map(|made| {
        let mut asked = Asked {
            answers: answers.remove(&made.n).unwrap_or_default(),
            left_open: left_open.remove(&made.n).unwrap_or_default(),
            ..put(made, index)
        };
        if made.fate == Fate::Withdrawn {
            asked.state = AskState::Withdrawn;
        } else if accepted.contains(&made.n) {
            asked.state = AskState::Accepted;
        } else {
            asked.state = asked.state_so_far(made);
        }
        (made.place(), asked)
    });
    asked.collect()
}

/// Takes a move that was said later: it may ask, and it may answer or leave open what was asked.
pub(super) fn take(
    made: &MoveOf,
    index: &Index,
    (ledger, count): (&mut Ledger, &mut CountOfAsked),
) {
    if asks(made, index) {
        let mut asked = put(made, index);
        asked.state = asked.state_so_far(made);
        *count.of_mut(asked.state) += 1;
        ledger.insert(made.place(), asked);
    }
    let kind = MoveKind::of(made.kind);
    let is_word_on_one = matches!(
        kind,
        Some(MoveKind::Answers | MoveKind::LeavesOpen | MoveKind::Defers)
    );
    let question = index.move_(made.target).filter(|_| is_word_on_one);
    let Some(question) = question else { return };
    let Some(asked) = ledger.get_mut(&question.place()) else {
        return;
    };
    if kind == Some(MoveKind::Answers) {
        let is_offered = |it: &MoveOf| offers_answer(it) && it.target == question.n;
        let place = place_before_others(&asked.answers, made, index, is_offered);
        asked.answers.insert(place, made.n);
    } else {
        let place = place_among(asked.left_open.iter().copied(), made, index);
        asked.left_open.insert(place, made.n);
    }
    if !matches!(asked.state, AskState::Withdrawn | AskState::Accepted) {
        *count.of_mut(asked.state) -= 1;
        asked.state = asked.state_so_far(question);
        *count.of_mut(asked.state) += 1;
    }
}

/// Questions by their place in order of claimed time.
type Ledger = Shelf<(Order, i64), Asked>;

/// A question as it is when it is put.
fn put(made: &MoveOf, index: &Index) -> Asked {
    Asked {
        n: made.n,
        state: AskState::Open,
        by: index.place(made.perspective),
        to: index.spoken_to(made.target),
        dialogue: made.dialogue,
        answers: Vec::new(),
        left_open: Vec::new(),
    }
}

impl Asked {
    /// What became of it, unless whoever asked says more.
    fn state_so_far(&self, made: &MoveOf) -> AskState {
        let is_left = !self.left_open.is_empty() || made.kind != MoveKind::Asks.number();
        match () {
            () if !self.answers.is_empty() => AskState::Answered,
            () if is_left => AskState::LeftOpen,
            () => AskState::Open,
        }
    }
}

fn asks(made: &MoveOf, index: &Index) -> bool {
    if made.fate == Fate::Hidden {
        return false;
    }
    match MoveKind::of(made.kind) {
        Some(MoveKind::Asks) => true,
        Some(MoveKind::LeavesOpen | MoveKind::Defers) => {
            let target = index.move_(made.target).map(|it| MoveKind::of(it.kind));
            !matches!(
                target.flatten(),
                Some(MoveKind::Asks | MoveKind::LeavesOpen | MoveKind::Defers)
            )
        }
        _ => false,
    }
}
