//! The dialogues of a commons.

use polylogue_core::kind::State;
use polylogue_store::query::{DialogueRow, Page, QuestionRow};

use super::ALL;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of dialogues shows.
#[derive(Debug, Clone)]
pub struct DialoguesView {
    /// Dialogues: open ones with unanswered questions first, then open, planned, closed.
    pub rows: Vec<DialogueRow>,
    /// The standing questions, for a new one.
    pub questions: Vec<QuestionRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<DialoguesView, Trouble> {
    let reader = asked.reader()?;
    Ok(DialoguesView {
        rows: by_need(reader.dialogues(Page::first(ALL))?),
        questions: reader.questions()?,
    })
}

/// By need: what waits for an answer, what is open, what is planned, what is over.
pub(crate) fn by_need(mut rows: Vec<DialogueRow>) -> Vec<DialogueRow> {
    rows.sort_by_key(|it| {
        let rank = match it.state {
            State::Open => 0,
            State::Planned => 1,
            State::Closed => 2,
        };
        (rank, it.open_questions == 0)
    });
    rows
}
