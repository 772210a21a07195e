//! The standing questions.

use polylogue_store::query::QuestionRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of questions shows.
#[derive(Debug, Clone)]
pub struct QuestionsView {
    /// The questions in their order.
    pub rows: Vec<QuestionRow>,
    /// Questions asked in turns that nobody answered.
    pub open_count: u64,
    /// The place a new one would get.
    pub next_place: u32,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<QuestionsView, Trouble> {
    let reader = asked.reader()?;
    let rows = reader.questions()?;
    Ok(QuestionsView {
        next_place: rows
            .iter()
            .map(|it| it.place)
            .max()
            .unwrap_or_default()
            .saturating_add(1),
        open_count: reader.count_open_questions()?,
        rows,
    })
}
