//! One standing question.

use polylogue_store::query::{ClaimRow, DialogueRow, MoveRow, Page, QuestionRow};

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
    let mut dialogues = Vec::new();
    for brief in asked
        .dialogues()?
        .iter()
        .filter(|it| it.questions.contains(&id))
    {
        dialogues.extend(reader.dialogue(brief.id)?);
    }
    Ok(QuestionView {
        row: super::question(asked, &id)?,
        dialogues,
        claims: reader.claims(Some(id), Page::first(200))?,
        moves: super::remarks_about(asked, &id)?,
    })
}
