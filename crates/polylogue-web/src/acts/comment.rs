//! Comments, what becomes of them, and votes on wordings.

use polylogue_core::kind::{Choice, Disposed};
use polylogue_node::intent::Intent;

use super::{Outcome, needed, optional, reason, worded};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;

/// Comments on a line, a document or a comment.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn make(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-text")?;
    let on = asked.thing()?;
    let made = asked.perform(Intent::Comment {
        on,
        words: asked.form.get("words").to_owned(),
        text: worded(asked, "text"),
        proposes: optional(asked, "proposes"),
    })?;
    let commons = asked.commons()?;
    Ok(Outcome::See(
        Link::of(&commons, Name::Comment, &made.main()).done(&made.main()),
    ))
}

/// Says what became of a comment.
///
/// # Errors
/// As [`make`].
pub fn dispose(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let comment = asked.thing()?;
    let disposed = match asked.form.get("disposed") {
        "accepted" => Disposed::Accepted,
        "adapted" => Disposed::Adapted,
        "declined" => Disposed::Declined,
        _ => return Err(Trouble::Unclear("unclear-disposed")),
    };
    needed(asked, "reason", "unclear-reason")?;
    asked.perform(Intent::Dispose {
        comment,
        disposed,
        reason: reason(asked),
    })?;
    let commons = asked.commons()?;
    Ok(Outcome::See(Link::of(&commons, Name::Comment, &comment)))
}

fn choice(asked: &Asked<'_>) -> Result<Choice, Trouble> {
    match asked.form.get("choice") {
        "agree" => Ok(Choice::Agree),
        "disagree" => Ok(Choice::Disagree),
        "pass" => Ok(Choice::Pass),
        _ => Err(Trouble::Unclear("unclear-choice")),
    }
}

/// Votes on the wording that a comment proposes.
///
/// # Errors
/// As [`make`].
pub fn vote_proposal(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let wording = asked.thing()?;
    let choice = choice(asked)?;
    asked.perform(Intent::VoteWording {
        wording,
        choice,
        reason: optional(asked, "reason"),
    })?;
    let commons = asked.commons()?;
    Ok(Outcome::See(Link::of(&commons, Name::Comment, &wording)))
}

/// Votes on a wording of a line, from the line's page.
///
/// # Errors
/// As [`make`].
pub fn vote_wording(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let line = asked.thing()?;
    let choice = choice(asked)?;
    asked.perform(Intent::VoteWording {
        wording: asked.resolve(asked.form.get("wording"))?,
        choice,
        reason: optional(asked, "reason"),
    })?;
    let commons = asked.commons()?;
    Ok(Outcome::See(
        Link::of(&commons, Name::Line, &line).at("votes"),
    ))
}
