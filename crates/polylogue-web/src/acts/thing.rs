//! What can be done with anything said: take it back, dispute, erase, translate, suggest, hold,
//! hide, show again, answer.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Answer, Way};
use polylogue_node::intent::Intent;
use polylogue_store::query::Thing;

use super::{Outcome, needed, reason, worded};
use crate::asked::Asked;
use crate::link::{Link, short};
use crate::page::turns::note_address;
use crate::routes::Name;
use crate::trouble::Trouble;

const DAY_SECONDS: u64 = 86_400;

/// Leads to a thing's own page.
///
/// # Errors
/// [`Trouble::NotFound`] if nothing here has the id.
pub fn go(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    see(asked, &asked.thing()?)
}

/// The page of a thing: a turn where it stands in its dialogue.
fn see(asked: &Asked<'_>, id: &OperationId) -> Result<Outcome, Trouble> {
    let commons = asked.commons()?;
    let what = asked.reader()?.what(*id)?.and_then(|it| it.what);
    Ok(Outcome::See(Link::of(&commons, page_of(what), id)))
}

/// The page of a sort of thing.
pub(crate) fn page_of(what: Option<Thing>) -> Name {
    match what {
        Some(Thing::Perspective) => Name::Perspective,
        Some(Thing::Question) => Name::Question,
        Some(Thing::Dialogue) => Name::Dialogue,
        Some(Thing::Turn) => Name::Turn,
        Some(Thing::Claim) => Name::Claim,
        Some(Thing::Move) => Name::Move,
        Some(Thing::Source) => Name::Source,
        Some(Thing::Practice) => Name::Practice,
        Some(Thing::Document) => Name::Synthesis,
        Some(Thing::Line) => Name::Line,
        Some(Thing::Comment) => Name::Comment,
        Some(Thing::Dissent) => Name::Dissent,
        Some(Thing::Person) | None => Name::Thing,
    }
}

/// The passage a thing stands at, as [`super::remark`] shows it; else its page.
fn see_passage(asked: &Asked<'_>, id: &OperationId) -> Result<Outcome, Trouble> {
    let reader = asked.reader()?;
    let made = reader.move_(*id)?;
    let of = made.as_ref().map_or(*id, |it| match &it.found_in {
        Some(words) => words.of,
        None => it.target.id,
    });
    let Some(turn) = reader.turn(of)? else {
        return see(asked, id);
    };
    let link = Link::of_turn(&asked.commons()?, &turn.dialogue, turn.number);
    Ok(Outcome::See(match made {
        Some(made) => link.at(note_address(turn.number, &made)),
        None => link,
    }))
}

/// Takes one's own words back.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn withdraw(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let target = asked.thing()?;
    asked.perform(Intent::Withdraw {
        target,
        reason: reason(asked),
    })?;
    if asked.form.get("back") == "vote" {
        let link = Link::within(&asked.commons()?, Name::NextClaim);
        let on = asked.form.given("of").map(|it| asked.resolve(it));
        return Ok(Outcome::See(match on.transpose()? {
            Some(on) => link.with("of", short(&on)),
            None => link,
        }));
    }
    match asked.form.get("back") {
        "passage" => see_passage(asked, &target),
        _ => see(asked, &target),
    }
}

/// Disputes a move or an attribution.
///
/// # Errors
/// As [`withdraw`].
pub fn dispute(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "reason", "unclear-reason")?;
    let target = asked.thing()?;
    asked.perform(Intent::Dispute {
        target,
        reason: reason(asked),
    })?;
    see(asked, &target)
}

/// Empties words for good.
///
/// # Errors
/// As [`withdraw`].
pub fn erase(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let target = asked.thing()?;
    asked.perform(Intent::Erase {
        targets: vec![target],
        reason: reason(asked),
    })?;
    see(asked, &target)
}

/// Translates.
///
/// # Errors
/// As [`withdraw`].
pub fn translate(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "language", "unclear-language")?;
    needed(asked, "text", "unclear-text")?;
    let of = asked.thing()?;
    asked.perform(Intent::Translate {
        of,
        language: asked.form.get("language").to_owned(),
        words: asked.form.get("text").replace("\r\n", "\n"),
    })?;
    see(asked, &of)
}

/// Suggests to bring things together or keep them apart.
///
/// # Errors
/// As [`withdraw`].
pub fn suggest(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "others", "unclear-others")?;
    needed(asked, "reason", "unclear-reason")?;
    let way = match asked.form.get("way") {
        "fuse" => Way::Fuse,
        "sequence" => Way::Sequence,
        "meet" => Way::Meet,
        "keep-apart" => Way::KeepApart,
        _ => Way::Dialogue,
    };
    let of = [vec![asked.thing()?], asked.things("others")?].concat();
    let made = asked.perform(Intent::Suggest {
        way,
        of,
        reason: reason(asked),
    })?;
    Ok(Outcome::See(
        Link::within(&asked.commons()?, Name::Suggestions).done(&made.main()),
    ))
}

/// Answers a suggestion.
///
/// # Errors
/// As [`withdraw`].
pub fn consent(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let answer = if asked.form.get("answer") == "no" {
        Answer::No
    } else {
        Answer::Yes
    };
    let suggestion = asked.thing()?;
    asked.perform(Intent::AnswerSuggestion {
        suggestion,
        answer,
        reason: reason(asked),
    })?;
    Ok(Outcome::See(Link::within(
        &asked.commons()?,
        Name::Suggestions,
    )))
}

/// Asks to hold a publication.
///
/// # Errors
/// As [`withdraw`].
pub fn hold(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "caucus", "unclear-caucus")?;
    needed(asked, "reason", "unclear-reason")?;
    let days = asked
        .form
        .number("days")
        .filter(|it| (1..=3650).contains(it))
        .unwrap_or(14);
    asked.perform(Intent::Hold {
        target: asked.thing()?,
        caucus: worded(asked, "caucus"),
        reason: reason(asked),
        end: asked.now + days * DAY_SECONDS,
    })?;
    Ok(Outcome::See(Link::within(&asked.commons()?, Name::Log)))
}

/// Hides content, as a moderator.
///
/// # Errors
/// As [`withdraw`].
pub fn hide(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "reason", "unclear-reason")?;
    let target = asked.thing()?;
    asked.perform(Intent::Hide {
        targets: vec![target],
        reason: reason(asked),
    })?;
    Ok(Outcome::See(Link::within(&asked.commons()?, Name::Log)))
}

/// Shows hidden content again, as a moderator.
///
/// # Errors
/// As [`withdraw`].
pub fn restore(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "reason", "unclear-reason")?;
    asked.perform(Intent::Restore {
        hides: vec![asked.thing()?],
        reason: reason(asked),
    })?;
    Ok(Outcome::See(Link::within(&asked.commons()?, Name::Log)))
}

/// Answers an act of moderation.
///
/// # Errors
/// As [`withdraw`].
pub fn appeal(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-text")?;
    asked.perform(Intent::Appeal {
        act: asked.thing()?,
        text: worded(asked, "text"),
    })?;
    Ok(Outcome::See(Link::within(&asked.commons()?, Name::Log)))
}
