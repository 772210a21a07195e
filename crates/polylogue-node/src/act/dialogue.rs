//! Putting standing questions; beginning, opening and closing dialogues.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Dialogue, DialogueState, Kind, Question, State};
use polylogue_store::query::Thing;

use crate::act::desk::Desk;
use crate::intent::Worded;
use crate::refusal::Refusal;

/// A dialogue to begin.
pub(crate) struct Beginning {
    pub(crate) title: Worded,
    pub(crate) about: Worded,
    pub(crate) perspectives: Vec<OperationId>,
    pub(crate) questions: Vec<OperationId>,
    pub(crate) state: State,
    pub(crate) scheduled: Option<u64>,
}

pub(crate) fn add_question(desk: &mut Desk<'_>, text: &Worded, place: u32) -> Result<(), Refusal> {
    desk.say(Question {
        text: desk.text(text),
        place,
        brought_in: None,
    })?;
    Ok(())
}

pub(crate) fn begin(desk: &mut Desk<'_>, beginning: Beginning) -> Result<(), Refusal> {
    desk.expect_all(
        &beginning.perspectives,
        &[Thing::Perspective],
        "perspective",
    )?;
    desk.expect_all(&beginning.questions, &[Thing::Question], "question")?;
    desk.say(Dialogue {
        title: desk.text(&beginning.title),
        about: desk.text(&beginning.about),
        perspectives: beginning.perspectives,
        questions: beginning.questions,
        state: beginning.state,
        scheduled: beginning.scheduled,
        brought_in: None,
    })?;
    Ok(())
}

pub(crate) fn set_state(
    desk: &mut Desk<'_>,
    dialogue: OperationId,
    state: State,
    reason: &Worded,
) -> Result<(), Refusal> {
    desk.expect(dialogue, &[Thing::Dialogue], "dialogue")?;
    desk.say(DialogueState {
        dialogue,
        state,
        reason: desk.text(reason),
        replaces: desk.standing_writes(Kind::DialogueState, dialogue, None)?,
    })?;
    Ok(())
}
