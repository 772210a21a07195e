//! One standing question.

use polylogue_store::query::{ClaimRow, DialogueRow, MoveRow, Page, QuestionRow};

use super::ALL;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a question's page shows.
#[derive(Debug, Clone)]
pub struct QuestionView {
    /// The question.
    pub row: QuestionRow,
    /// Dialogues under it.
    pub dialogues: Vec<DialogueRow>,
    /// Claims under it.
    pub claims: Vec<ClaimRow>,
    /// Remarks on it.
    pub moves: Vec<MoveRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the question is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<QuestionView, Trouble> {
    let id = asked.thing()?;
    let reader = asked.reader()?;
    let mut dialogues = reader.dialogues(Page::first(ALL))?;
    dialogues.retain(|it| it.questions.contains(&id));
    Ok(QuestionView {
        row: super::question(asked, &id)?,
        dialogues,
        claims: reader.claims(Some(id), Page::first(200))?,
        moves: super::remarks_about(asked, &id)?,
    })
}
