//! Minority reports and reservations, names under them, and leaving a document out of an edition.

use polylogue_core::kind::{DissentForm, Signs};
use polylogue_node::intent::Intent;

use super::{Outcome, done, needed, optional, reason, worded};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;

/// Dissents from a document.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn make(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "title", "unclear-title")?;
    needed(asked, "text", "unclear-text")?;
    let made = asked.perform(Intent::Dissent {
        on: asked.thing()?,
        form: match asked.form.get("form") {
            "reservation" => DissentForm::Reservation,
            _ => DissentForm::Report,
        },
        title: worded(asked, "title"),
        text: worded(asked, "text"),
    })?;
    Ok(Outcome::See(done(asked, Name::Dissent, &made.main())?))
}

/// Puts one's name under a dissent, or takes it off.
///
/// # Errors
/// As [`make`].
pub fn sign(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let of = asked.thing()?;
    let signs = match asked.form.given("leaves") {
        Some(_) => Signs::No,
        None => Signs::Yes,
    };
    asked.perform(Intent::CoSign {
        of,
        signs,
        words: optional(asked, "words"),
    })?;
    Ok(Outcome::See(Link::of(
        &asked.commons()?,
        Name::Dissent,
        &of,
    )))
}

/// Leaves a document out of an edition.
///
/// # Errors
/// As [`make`].
pub fn leave_out(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "edition", "unclear-edition")?;
    needed(asked, "reason", "unclear-reason")?;
    let made = asked.perform(Intent::LeaveOut {
        document: asked.thing()?,
        edition: None,
        name: worded(asked, "edition"),
        reason: reason(asked),
    })?;
    Ok(Outcome::See(done(asked, Name::LeftOut, &made.main())?))
}

/// Replies to the leaving out of a document.
///
/// # Errors
/// As [`make`].
pub fn reply(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-text")?;
    let on = asked.thing()?;
    let made = asked.perform(Intent::Comment {
        on,
        words: String::new(),
        text: worded(asked, "text"),
        proposes: None,
    })?;
    let link = Link::of(&asked.commons()?, Name::LeftOut, &on);
    Ok(Outcome::See(link.done(&made.main())))
}
