//! The dialogues of a commons.

use polylogue_store::query::{DialogueRow, Page, QuestionRow};

use super::{part, slice};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of dialogues shows.
#[derive(Debug, Clone)]
pub struct DialoguesView {
    /// This part of the dialogues: open ones with unanswered questions first, then open, planned,
    /// closed.
    pub rows: Vec<DialogueRow>,
    /// Which part it is: rows before, rows at most.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
    /// The standing questions, for a new one.
    pub questions: Vec<QuestionRow>,
}

/// Dialogues on one page.
const DIALOGUES: u64 = 50;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<DialoguesView, Trouble> {
    let page = part(asked, DIALOGUES);
    let all = asked.dialogues()?.len() as u64;
    Ok(DialoguesView {
        rows: by_need(asked, page)?,
        part: (page.offset, page.limit),
        has_more: page.offset.saturating_add(page.limit) < all,
        questions: asked.reader()?.questions()?,
    })
}

/// A part of the dialogues by need.
pub(crate) fn by_need(asked: &Asked<'_>, page: Page) -> Result<Vec<DialogueRow>, Trouble> {
    let reader = asked.reader()?;
    let mut rows = Vec::new();
    for brief in slice(asked.dialogues()?, page) {
        rows.extend(reader.dialogue(brief.id)?);
    }
    Ok(rows)
}
