//! The standing questions.

use polylogue_core::id::OperationId;
use polylogue_store::query::{Compared, Hit, QuestionRow};

use super::similar::alike;
use crate::asked::Asked;
use crate::routes::Name;
use crate::trouble::Trouble;

/// What the page of questions shows.
#[derive(Debug, Clone)]
pub struct QuestionsView {
    /// The questions in their order.
    pub rows: Vec<QuestionRow>,
    /// Questions asked in turns that nobody answered.
    pub open_count: u64,
    /// The commons, which the kept form is about.
    pub commons: OperationId,
    /// Questions like the one being written.
    pub similar: Vec<Hit>,
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
    let commons = asked.commons()?;
    let draft = asked.with_draft(Name::AddQuestion, &commons)?;
    let draft = draft.filter(|_| asked.query.given("preview").is_some());
    Ok(QuestionsView {
        next_place: rows
            .iter()
            .map(|it| it.place)
            .max()
            .unwrap_or_default()
            .saturating_add(1),
        similar: match draft {
            Some(draft) => alike(asked, &draft, Compared::Questions)?,
            None => Vec::new(),
        },
        commons,
        open_count: reader.count_open_questions()?,
        rows,
    })
}
