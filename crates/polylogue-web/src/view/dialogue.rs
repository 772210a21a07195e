//! A dialogue with its turns.

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;
use polylogue_store::query::{DialogueRow, Hit, QuestionRow, Thing, TurnRow};

use super::similar::similar;
use super::{and_one, cut, part};
use crate::asked::{Asked, ReadUntil};
use crate::routes::Name;
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
    /// Up to where the reader said they had read, if they did.
    pub read_until: Option<ReadUntil>,
    /// Turns of this part that came since, by others.
    pub new: BTreeSet<OperationId>,
    /// Turns like the one that is being written, when it is looked at before it is published.
    pub similar: Vec<Hit>,
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
    let read_until = asked.read_until(&id)?;
    let draft = asked.with_draft(Name::Say, &id)?;
    Ok(DialogueView {
        new: new_turns(asked, &turns, read_until)?,
        read_until,
        similar: match draft.filter(|_| asked.query.given("preview").is_some()) {
            Some(draft) => similar(asked, draft.get("text"), Thing::Turn)?,
            None => Vec::new(),
        },
        dialogue,
        questions,
        turns,
        part: (page.offset, page.limit),
        has_more,
    })
}

/// Turns by others that came after the reader said how far they had read. What came in the same
/// second counts as read: it was on the page then.
fn new_turns(
    asked: &Asked<'_>,
    turns: &[TurnRow],
    read_until: Option<ReadUntil>,
) -> Result<BTreeSet<OperationId>, Trouble> {
    let Some(read) = read_until else {
        return Ok(BTreeSet::new());
    };
    let (reader, me) = (asked.reader()?, asked.me()?);
    let mut new = BTreeSet::new();
    for row in turns.iter().filter(|it| it.said.by.key != me) {
        if reader
            .arrived(row.said.id)?
            .is_some_and(|it| it > read.time)
        {
            new.insert(row.said.id);
        }
    }
    Ok(new)
}
