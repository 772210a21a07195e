//! One remark.

use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{MoveRow, TargetRow, TurnRow};

use super::near::turns_after;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a remark's page shows.
#[derive(Debug, Clone)]
pub struct RemarkView {
    /// The remark.
    pub row: MoveRow,
    /// Answers offered to it, in words, where it asks.
    pub answers: Vec<TargetRow>,
    /// Turns that may answer it, for whoever asked.
    pub turns: Vec<TurnRow>,
    /// Whether the reader made it.
    pub is_mine: bool,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the remark is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<RemarkView, Trouble> {
    let row = super::remark(asked, &asked.thing()?)?;
    let is_mine = row.said.brought_in.is_none() && row.said.by.key == asked.me()?;
    let mut answers = Vec::new();
    for answer in &row.answers {
        answers.extend(asked.reader()?.what(answer.id)?);
    }
    let asks = MoveKind::of(row.kind) == Some(MoveKind::Asks);
    Ok(RemarkView {
        turns: match asks && is_mine {
            true => turns_after(asked, &row.target)?,
            false => Vec::new(),
        },
        answers,
        is_mine,
        row,
    })
}
