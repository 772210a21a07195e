//! A dialogue with its turns.

use polylogue_store::query::{DialogueRow, QuestionRow, TurnRow};

use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a dialogue's page shows.
#[derive(Debug, Clone)]
pub struct DialogueView {
    /// The dialogue.
    pub dialogue: DialogueRow,
    /// The questions it stands under.
    pub questions: Vec<QuestionRow>,
    /// This part of its turns, in reading order.
    pub turns: Vec<TurnRow>,
    /// Which part it is: turns before, turns at most.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
}

/// Turns on one page: what takes a few milliseconds to make, and about an hour to read.
pub(crate) const TURNS: u64 = 30;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the dialogue is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<DialogueView, Trouble> {
    let id = asked.thing()?;
    let reader = asked.reader()?;
    let dialogue = super::dialogue(asked, &id)?;
    let page = part(asked, TURNS);
    let mut turns = reader.turns(id, and_one(page))?;
    let has_more = cut(&mut turns, page);
    let mut questions = reader.questions()?;
    questions.retain(|it| dialogue.questions.contains(&it.said.id));
    Ok(DialogueView {
        dialogue,
        questions,
        turns,
        part: (page.offset, page.limit),
        has_more,
    })
}
