//! What one number of a table opens.

use polylogue_core::id::OperationId;
use polylogue_core::move_kind::{MoveKind, Polarity};
use polylogue_store::query::{MoveRow, TargetRow, Thing};
use polylogue_store::sift::{InCell, Sifted};

use super::Part;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// Which table a number stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Who says what about whom.
    Moves,
    /// Who answers whom.
    Answers,
    /// Which standing question a perspective takes up.
    Coverage,
}

impl Table {
    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Moves => "moves",
            Self::Answers => "answers",
            Self::Coverage => "coverage",
        }
    }

    fn of_name(name: &str) -> Self {
        match name {
            "answers" => Self::Answers,
            "coverage" => Self::Coverage,
            _ => Self::Moves,
        }
    }
}

/// What the page of one number shows.
#[derive(Debug, Clone)]
pub struct SiftCellView {
    /// The table.
    pub table: Table,
    /// The perspective at the beginning of its row.
    pub speaks: OperationId,
    /// What its column is about: a perspective, or a standing question.
    pub about: TargetRow,
    /// Only moves of this polarity.
    pub polarity: Option<Polarity>,
    /// Only moves of this kind.
    pub kind: Option<MoveKind>,
    /// This part of what it counts.
    pub rows: Vec<Evidence>,
    /// Which part it is.
    pub part: Part,
}

/// One thing that a number counts.
#[derive(Debug, Clone)]
pub enum Evidence {
    /// A move.
    Move(Box<MoveRow>),
    /// A turn or a claim.
    Thing(Box<TargetRow>),
}

/// Rows on one page.
const ROWS: usize = 25;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftCellView, Trouble> {
    let sifted = asked.sifted()?;
    let reader = asked.reader()?;
    let speaks = asked.resolve(asked.query.get("speaks"))?;
    let about = asked.resolve(asked.query.get("about"))?;
    let table = Table::of_name(asked.query.get("table"));
    let named = asked.query.get("polarity");
    let polarity = Polarity::ALL.into_iter().find(|it| it.name() == named);
    let kind = MoveKind::of_name(asked.query.get("kind"));
    let numbers = numbers(sifted, table, (speaks, about), (polarity, kind));
    let part = Part::asked(asked, "from", ROWS).of(numbers.len());
    let mut rows = Vec::new();
    for n in &numbers[part.places()] {
        for target in reader.targets_at(&[*n])? {
            let moved = match target.what {
                Some(Thing::Move) => reader.move_(target.id)?,
                Some(_) | None => None,
            };
            rows.push(match moved {
                Some(row) => Evidence::Move(Box::new(row)),
                None => Evidence::Thing(Box::new(target)),
            });
        }
    }
    Ok(SiftCellView {
        table,
        speaks,
        about: reader.what(about)?.ok_or(Trouble::NotFound)?,
        polarity,
        kind,
        part,
        rows,
    })
}

/// What the number counts, as numbers of the store.
fn numbers(
    sifted: &Sifted,
    table: Table,
    (speaks, about): (OperationId, OperationId),
    (polarity, kind): (Option<Polarity>, Option<MoveKind>),
) -> Vec<i64> {
    let Some(from) = sifted.place(&speaks) else {
        return Vec::new();
    };
    if table == Table::Coverage {
        let question = sifted.questions.iter().position(|it| *it == about);
        let cell = question.and_then(|at| sifted.coverage.get(&(from, at)));
        return cell.map_or(Vec::new(), |it| it.evidence.clone());
    }
    let Some(to) = sifted.place(&about) else {
        return Vec::new();
    };
    if table == Table::Answers {
        let edge = sifted.edges.get(&(from, to));
        let all = edge.map(|it| it.turns.iter().chain(&it.answers).copied().collect());
        return all.unwrap_or_default();
    }
    let cell = sifted.matrix.get(&(from, to));
    let is_of_kind = |it: &&InCell| kind.is_none_or(|kind| kind.number() == it.kind);
    cell.map_or(Vec::new(), |cell| match polarity {
        Some(polarity) => cell.of(polarity).collect(),
        None => cell
            .moves
            .iter()
            .filter(is_of_kind)
            .map(|it| it.n)
            .collect(),
    })
}
