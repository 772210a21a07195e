//! The reader's own name, and what others are told.

use polylogue_node::Telling;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the settings show.
#[derive(Debug, Clone)]
pub struct SettingsView {
    /// The reader's name; empty if none.
    pub name: String,
    /// What they say of themselves.
    pub about: String,
    /// Whether others are told what the reader is writing.
    pub telling: Telling,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SettingsView, Trouble> {
    let row = asked.reader()?.person(asked.me()?)?;
    let (name, about) = row.map_or_else(Default::default, |it| {
        (it.person.name.words, it.about.words)
    });
    Ok(SettingsView {
        name,
        about,
        telling: asked.node()?.presence_telling(&asked.commons()?)?,
    })
}
