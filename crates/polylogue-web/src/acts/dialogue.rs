//! Questions, dialogues and turns.

use polylogue_core::id::OperationId;
use polylogue_core::kind::State;
use polylogue_node::intent::{Intent, Quoting};
use polylogue_store::query::Compared;

use super::draft::shown_on;
use super::{Outcome, done, needed, quoting, reason, standpoint, worded};
use crate::asked::Asked;
use crate::date::Day;
use crate::link::Link;
use crate::routes::{self, Name};
use crate::trouble::Trouble;
use crate::view::similar::alike;

/// Puts a standing question.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn add_question(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-question")?;
    let commons = asked.commons()?;
    let is_sure = asked.form.is_ticked("sure");
    if !is_sure && !alike(asked, &asked.form, Compared::Questions)?.is_empty() {
        let written = asked.form.written(&["back", "draft"]);
        asked.keep_draft(Name::AddQuestion, &commons, &written)?;
        let link = shown_on(asked, Name::AddQuestion, &commons)?;
        let word = routes::of(Name::AddQuestion).word;
        return Ok(Outcome::See(link.with("preview", word).at("preview")));
    }
    let place = asked
        .form
        .number("place")
        .and_then(|it| u32::try_from(it).ok());
    let made = asked.perform(Intent::AddQuestion {
        text: worded(asked, "text"),
        place: place.unwrap_or_default(),
    })?;
    asked.keep_draft(Name::AddQuestion, &commons, "")?;
    Ok(Outcome::See(done(asked, Name::Question, &made.main())?))
}

/// Begins or plans a dialogue.
///
/// # Errors
/// As [`add_question`].
pub fn begin(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "title", "unclear-title")?;
    let is_planned = asked.form.get("state") == "planned";
    let made = asked.perform(Intent::BeginDialogue {
        title: worded(asked, "title"),
        about: worded(asked, "about"),
        perspectives: asked.things("perspectives")?,
        questions: asked.things("questions")?,
        state: if is_planned {
            State::Planned
        } else {
            State::Open
        },
        scheduled: asked.form.given("scheduled").and_then(Day::seconds_of),
    })?;
    Ok(Outcome::See(done(asked, Name::Dialogue, &made.main())?))
}

/// Opens, closes or puts off a dialogue.
///
/// # Errors
/// As [`add_question`].
pub fn set_state(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let dialogue = asked.thing()?;
    let state = match asked.form.get("state") {
        "planned" => State::Planned,
        "closed" => State::Closed,
        _ => State::Open,
    };
    let made = asked.perform(Intent::SetDialogueState {
        dialogue,
        state,
        reason: reason(asked),
    })?;
    let link = Link::of(&asked.commons()?, Name::Dialogue, &dialogue);
    Ok(Outcome::See(link.done(&made.main())))
}

/// Says a turn in a dialogue, perhaps in answer to another.
///
/// # Errors
/// As [`add_question`].
pub fn say(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let dialogue = asked.thing()?;
    let reply_to = asked
        .form
        .given("turn")
        .map(|it| asked.resolve(it))
        .transpose()?;
    let has_quote = ["quote", "paragraph"]
        .iter()
        .any(|it| asked.form.given(it).is_some());
    if has_quote && reply_to.is_none() {
        return Err(Trouble::Unclear("unclear-which-turn"));
    }
    let quote = match reply_to {
        Some(it) => quoting(asked, it)?,
        None => None,
    };
    let said = speak(asked, dialogue, reply_to, quote)?;
    asked.keep_draft(Name::Say, &dialogue, "")?;
    Ok(said)
}

/// Answers one turn.
///
/// # Errors
/// As [`add_question`].
pub fn answer(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let turn = asked.thing()?;
    let row = asked.reader()?.turn(turn)?.ok_or(Trouble::NotFound)?;
    let said = speak(asked, row.dialogue, Some(turn), quoting(asked, turn)?)?;
    asked.keep_draft(Name::AnswerTurn, &turn, "")?;
    Ok(said)
}

fn speak(
    asked: &Asked<'_>,
    dialogue: OperationId,
    reply_to: Option<OperationId>,
    quote: Option<Quoting>,
) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-text")?;
    let said = asked.perform(Intent::Say {
        dialogue,
        text: worded(asked, "text"),
        standpoint: standpoint(asked)?,
        reply_to,
        quotes: quote.into_iter().collect(),
        licence: asked.form.given("licence").map(ToOwned::to_owned),
    })?;
    see_turn(asked, dialogue, &said.main(), &said.main())
}

/// Says one's own turn again.
///
/// # Errors
/// As [`add_question`].
pub fn revise(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-text")?;
    let turn = asked.thing()?;
    let row = asked.reader()?.turn(turn)?.ok_or(Trouble::NotFound)?;
    let kept = row.quotes.iter().filter(|it| !it.passage.exact.is_empty());
    let quotes = kept.map(|it| Quoting {
        of: it.passage.of,
        words: it.passage.exact.clone(),
        paragraph: None,
    });
    let said = asked.perform(Intent::ReviseTurn {
        turn,
        text: worded(asked, "text"),
        quotes: quotes.collect(),
    })?;
    asked.keep_draft(Name::ReviseTurn, &turn, "")?;
    see_turn(asked, row.dialogue, &turn, &said.main())
}

/// The dialogue at a turn just said, on the part of it where the turn stands.
fn see_turn(
    asked: &Asked<'_>,
    dialogue: OperationId,
    turn: &OperationId,
    said: &OperationId,
) -> Result<Outcome, Trouble> {
    let commons = asked.commons()?;
    // The snapshot of this request is older than what was just said.
    let row = asked.node()?.reader(&commons)?.turn(*turn)?;
    let link = match row {
        Some(row) => Link::of_turn(&commons, &dialogue, row.number),
        None => Link::of(&commons, Name::Dialogue, &dialogue),
    };
    Ok(Outcome::See(link.done(said)))
}
