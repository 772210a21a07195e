//! Which standing question each perspective takes up.
//!
//! A question is taken up by a move about it that does not itself ask, leave open or defer, and
//! by a claim put under it. Such a move counts for the perspective it was made for, and, as said
//! by others, for every perspective that meets in the dialogue whose words make it.

use std::collections::BTreeSet;

use polylogue_core::kind::Voice;
use polylogue_core::move_kind::MoveKind;

use super::take::{offers_answer, place_before_others};
use super::{Index, MoveOf, Rows};
use crate::shelf::Shelf;

/// Who takes a question up, where it is about a perspective; the strongest is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cover {
    /// It was put, and nobody took it up.
    Asked,
    /// Taken up by another perspective it met.
    ByOthers,
    /// Taken up on its behalf.
    OnBehalf,
    /// Taken up from within.
    Within,
}

impl Cover {
    /// Its name in `--json` and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::ByOthers => "by-others",
            Self::OnBehalf => "on-behalf",
            Self::Within => "within",
        }
    }

    /// Whether the question was taken up.
    #[must_use]
    pub fn is_addressed(self) -> bool {
        self != Self::Asked
    }
}

/// One perspective and one question; where there is none, it was never put to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// By whom it was taken up.
    pub by: Cover,
    /// Whether a move answers the question itself, in words that take it up.
    pub is_explicit: bool,
    /// What takes it up: moves and claims.
    pub evidence: Vec<i64>,
}

type Cells = Shelf<(usize, usize), Covered>;

pub(super) fn fold(rows: &Rows, index: &Index) -> Cells {
    let mut cells = Cells::default();
    for (dialogue, question) in &rows.under {
        if let Some(question) = index.question(*question) {
            for place in index.set.meeting.get(dialogue).into_iter().flatten() {
                note(&mut cells, (*place, question), Cover::Asked);
            }
        }
    }
    for made in super::standing(rows) {
        for (at, by) in taken_up(made, index) {
            let cell = note(&mut cells, at, by);
            cell.is_explicit |= offers_answer(made);
            cell.evidence.push(made.n);
        }
    }
    let within = rows.held.iter().filter(|it| it.voice == Voice::Within);
    let within: Within = within
        .filter_map(|it| Some((it.claim, index.place(it.perspective)?)))
        .collect();
    for (claim, under) in &rows.claims {
        if let Some(question) = index.question(*under) {
            of_claim(index, &within, (*claim, question), &mut cells);
        }
    }
    cells
}

/// Takes a move that was said later: moves come before claims.
pub(super) fn take(made: &MoveOf, index: &Index, cells: &mut Cells) {
    for (at, by) in taken_up(made, index) {
        let cell = note(cells, at, by);
        cell.is_explicit |= offers_answer(made);
        let place = place_before_others(&cell.evidence, made, index, |_| true);
        cell.evidence.insert(place, made.n);
    }
}

/// The questions that a move takes up, each for a perspective.
fn taken_up(made: &MoveOf, index: &Index) -> Vec<((usize, usize), Cover)> {
    let Some(question) = index.question(made.target) else {
        return Vec::new();
    };
    let kind = MoveKind::of(made.kind);
    if matches!(
        kind,
        Some(MoveKind::Asks | MoveKind::LeavesOpen | MoveKind::Defers)
    ) {
        return Vec::new();
    }
    let own = index.place(made.perspective);
    let others = index.set.meeting.get(&made.dialogue).into_iter().flatten();
    let others = others.filter(|it| Some(**it) != own);
    let by = match made.voice {
        Voice::Within => Cover::Within,
        Voice::OnBehalf | Voice::Oneself => Cover::OnBehalf,
    };
    let own = own.map(|it| (it, by)).into_iter();
    let all = own.chain(others.map(|it| (*it, Cover::ByOthers)));
    all.map(|(place, by)| ((place, question), by)).collect()
}

/// Claims that somebody spoke of from within a perspective, with the perspective.
type Within = BTreeSet<(i64, usize)>;

fn of_claim(index: &Index, within: &Within, (claim, question): (i64, usize), cells: &mut Cells) {
    let Some(holders) = index.holders(claim) else {
        return;
    };
    for place in holders {
        let by = if within.contains(&(claim, *place)) {
            Cover::Within
        } else {
            Cover::OnBehalf
        };
        note(cells, (*place, question), by).evidence.push(claim);
    }
}

fn note(cells: &mut Cells, at: (usize, usize), by: Cover) -> &mut Covered {
    let cell = cells.entry(at, || Covered {
        by,
        is_explicit: false,
        evidence: Vec::new(),
    });
    cell.by = cell.by.max(by);
    cell
}
