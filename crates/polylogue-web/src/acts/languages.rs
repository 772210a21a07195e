//! Choosing the language of the pages, for this home alone.

use super::Outcome;
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;
use crate::words::Tongue;

/// Chooses a language, or leaves it to the browser.
///
/// # Errors
/// A [`Trouble`] if it cannot be remembered.
pub fn choose(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let tongue = Tongue::of_tag(asked.form.get("language"));
    let mut settings = asked.node()?.settings()?;
    settings.language = tongue.map(|it| it.tag().to_owned());
    asked.node()?.remember(&settings)?;
    asked.lasting.choose(tongue);
    let came_from = asked.form.given("commons");
    let commons = came_from.and_then(|it| asked.node().ok()?.find_commons(Some(it)).ok());
    Ok(Outcome::See(match commons {
        Some(commons) => Link::within(&commons, Name::Home),
        None => Link::to(Name::CommonsList),
    }))
}
