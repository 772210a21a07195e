//! The ledger of open questions: what was asked, of whom, and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::move_kind::MoveKind;

use super::{Fate, Index, MoveOf, Rows};

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

    /// How many wait for an answer.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.of(AskState::Open) + self.of(AskState::LeftOpen)
    }
}

pub(super) fn count(ledger: &[Asked]) -> CountOfAsked {
    CountOfAsked(AskState::ALL.map(|state| ledger.iter().filter(|it| it.state == state).count()))
}

/// Questions in order of claimed time: every move that asks, and every one that leaves open or
/// defers something that is not itself a question of this list.
pub(super) fn fold(rows: &Rows, index: &Index<'_>) -> Vec<Asked> {
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
    let mut ledger = Vec::new();
    for made in rows.moves.iter().filter(|it| asks(it, index)) {
        let answers = answers.remove(&made.n).unwrap_or_default();
        let left_open = left_open.remove(&made.n).unwrap_or_default();
        let is_left = !left_open.is_empty() || made.kind != MoveKind::Asks.number();
        let state = match () {
            () if made.fate == Fate::Withdrawn => AskState::Withdrawn,
            () if accepted.contains(&made.n) => AskState::Accepted,
            () if !answers.is_empty() => AskState::Answered,
            () if is_left => AskState::LeftOpen,
            () => AskState::Open,
        };
        ledger.push(Asked {
            n: made.n,
            state,
            by: index.place(made.perspective),
            to: index.spoken_to(made.target),
            dialogue: made.dialogue,
            answers,
            left_open,
        });
    }
    ledger
}

fn asks(made: &MoveOf, index: &Index<'_>) -> bool {
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
