//! What is kept on this machine alone: words not yet published, and up to where one has read.

use polylogue_core::id::OperationId;

use super::Outcome;
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::{self, Answer, Name};
use crate::trouble::Trouble;

/// Forms whose words are kept until they are published, each with its place on its page.
pub const DRAFTED: [(Name, &str); 10] = [
    (Name::Say, "reply"),
    (Name::AnswerTurn, "answer"),
    (Name::ReviseTurn, "revise"),
    (Name::LiftClaim, "lift"),
    (Name::MarkNow, "mark"),
    (Name::AddClaim, "new"),
    (Name::AddQuestion, "new"),
    (Name::BringInNow, "form"),
    (Name::SaveSynthesis, "form"),
    (Name::WordLine, "word-line"),
];

/// Of them, those that are worth keeping for their text alone.
const OF_TEXT: [Name; 6] = [
    Name::Say,
    Name::AnswerTurn,
    Name::ReviseTurn,
    Name::LiftClaim,
    Name::AddClaim,
    Name::AddQuestion,
];

/// Fields of a kept form that are of the keeping, and not of what is written.
const OF_KEEPING: [&str; 4] = ["draft", "forget", "back", "sure"];

/// Keeps what was written, and shows it as it would be read; or forgets it.
///
/// # Errors
/// [`Trouble::NotFound`] if there is no such form, else if it cannot be kept.
pub fn keep(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let about = about(asked)?;
    let forgotten = asked.form.given("forget");
    let word = forgotten.unwrap_or(asked.form.get("draft"));
    let form = DRAFTED.iter().find(|(it, _)| routes::of(*it).word == word);
    let (form, _) = form.ok_or(Trouble::NotFound)?;
    let written = match forgotten {
        Some(_) => String::new(),
        // A passage was chosen, and nothing written: that is no draft.
        None if OF_TEXT.contains(form) && asked.form.given("text").is_none() => String::new(),
        None => asked.form.written(&OF_KEEPING),
    };
    asked.keep_draft(*form, &about, &written)?;
    let link = shown_on(asked, *form, &about)?;
    Ok(Outcome::See(match forgotten {
        Some(_) => link,
        None => link.with("preview", word).at("preview"),
    }))
}

/// The thing of the path; the commons itself where a form is about none.
fn about(asked: &Asked<'_>) -> Result<OperationId, Trouble> {
    let commons = asked.commons()?;
    if commons.to_string().starts_with(&asked.id) {
        return Ok(commons);
    }
    asked.thing()
}

/// The page that holds a form, at the form.
pub(crate) fn shown_on(
    asked: &Asked<'_>,
    form: Name,
    about: &OperationId,
) -> Result<Link, Trouble> {
    let Answer::Act(_, page) = routes::of(form).answer else {
        return Err(Trouble::NotFound);
    };
    let commons = asked.commons()?;
    let link = if routes::of(page).path.contains("{id}") {
        Link::of(&commons, page, about)
    } else {
        Link::within(&commons, page)
    };
    let place = DRAFTED.iter().find(|(it, _)| *it == form);
    Ok(match place {
        Some((Name::LiftClaim | Name::ReviseTurn | Name::WordLine, place)) => {
            link.with("open", place).at(place)
        }
        Some((_, place)) => link.at(place),
        None => link,
    })
}

/// Puts the first steps away for good.
///
/// # Errors
/// A [`Trouble`] if it cannot be kept.
pub fn put_away(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    asked.keep_put_away()?;
    Ok(Outcome::See(Link::within(&asked.commons()?, Name::Home)))
}

/// Remembers that a dialogue was read as far as it goes now.
///
/// # Errors
/// A [`Trouble`] if the dialogue is not here or nothing can be kept.
pub fn read(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let id = asked.thing()?;
    let row = asked.reader()?.dialogue(id)?.ok_or(Trouble::NotFound)?;
    asked.keep_read(&id, row.turns)?;
    Ok(Outcome::See(Link::within(&asked.commons()?, Name::Home)))
}
