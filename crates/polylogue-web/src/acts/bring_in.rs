//! Bringing in a conversation that somebody pastes.

use super::draft::shown_on;
use super::{Outcome, done, needed};
use crate::asked::Asked;
use crate::routes::{self, Name};
use crate::trouble::Trouble;
use crate::view::bring_in::{pasted, read};

/// Shows what was pasted as it would be brought in; once that was looked at, brings it in.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn now(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-text")?;
    let commons = asked.commons()?;
    let form = &asked.form;
    if !form.is_ticked("sure") || form.given("look").is_some() {
        let written = form.written(&["back", "draft", "sure", "look"]);
        asked.keep_draft(Name::BringInNow, &commons, &written)?;
        let word = routes::of(Name::BringInNow).word;
        let link = shown_on(asked, Name::BringInNow, &commons)?;
        return Ok(Outcome::See(link.with("preview", word).at("preview")));
    }
    needed(asked, "title", "unclear-title")?;
    let said = read(form);
    let pasted = pasted(asked, &said)?;
    let dialogue = asked.import_transcript(&said, &pasted)?;
    asked.keep_draft(Name::BringInNow, &commons, "")?;
    Ok(Outcome::See(done(asked, Name::Dialogue, &dialogue)?))
}
