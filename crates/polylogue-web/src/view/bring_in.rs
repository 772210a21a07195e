//! A conversation that somebody pastes, read as it would be brought in.

use polylogue_core::id::OperationId;
use polylogue_node::import::transcript::{self, Speakers, Transcript};

use crate::asked::Asked;
use crate::form::Form;
use crate::routes::{self, Name};
use crate::trouble::Trouble;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct BringInView {
    /// The commons, which the kept form is about.
    pub commons: OperationId,
    /// What was pasted, read; none before somebody looked at it.
    pub read: Option<Transcript>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<BringInView, Trouble> {
    let commons = asked.commons()?;
    let draft = asked.with_draft(Name::BringInNow, &commons)?;
    let is_shown = asked.query.get("preview") == routes::of(Name::BringInNow).word;
    Ok(BringInView {
        read: draft.filter(|_| is_shown).map(|it| read(&it)),
        commons,
    })
}

/// What a form holds, read.
#[must_use]
pub fn read(form: &Form) -> Transcript {
    let how = match form.get("how") {
        "mails" => Speakers::Mails,
        _ => Speakers::Names,
    };
    let names = form.get("names").lines().map(str::trim);
    let names: Vec<String> = names
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    transcript::read(&form.get("text").replace("\r\n", "\n"), how, &names)
}
