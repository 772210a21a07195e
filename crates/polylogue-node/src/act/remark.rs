//! Making moves, marking them in another's words, and accepting answers.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Accept, Move, Target};
use polylogue_store::query::Thing;

use crate::act::desk::Desk;
use crate::act::say::check_standpoint;
use crate::intent::{MakeMove, Worded};
use crate::refusal::Refusal;

const TARGETS: &[Thing] = &[
    Thing::Perspective,
    Thing::Claim,
    Thing::Turn,
    Thing::Question,
    Thing::Source,
    Thing::Move,
];

pub(crate) fn make(desk: &mut Desk<'_>, made: MakeMove) -> Result<(), Refusal> {
    let what = "perspective, claim, turn, question, source or remark";
    desk.expect(made.target, TARGETS, what)?;
    check_standpoint(desk, made.standpoint)?;
    let passage = made
        .passage
        .as_ref()
        .map(|it| desk.passage(it))
        .transpose()?;
    let found_in = made
        .found_in
        .as_ref()
        .map(|it| desk.passage(it))
        .transpose()?;
    desk.say(Move {
        kind: made.kind.number(),
        target: Target {
            id: made.target,
            passage,
        },
        perspective: made.standpoint.perspective,
        voice: made.standpoint.voice,
        found_in,
        reason: desk.optional_text(made.reason.as_ref()),
        object: desk.optional_text(made.object.as_ref()),
        condition: desk.optional_text(made.condition.as_ref()),
        from: desk.optional_text(made.from.as_ref()),
        to: desk.optional_text(made.to.as_ref()),
    })?;
    Ok(())
}

/// Only whoever asked says that a question was answered.
pub(crate) fn accept_answer(
    desk: &mut Desk<'_>,
    question: OperationId,
    answer: OperationId,
    words: &Worded,
) -> Result<(), Refusal> {
    let what = "remark or turn";
    desk.expect(question, &[Thing::Move, Thing::Turn], what)?;
    desk.expect(answer, &[Thing::Move, Thing::Turn], what)?;
    desk.check_author(question)?;
    desk.say(Accept {
        question,
        answer,
        words: desk.text(words),
    })?;
    Ok(())
}
