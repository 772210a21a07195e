//! The reader's own name.

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the settings show.
#[derive(Debug, Clone, Default)]
pub struct SettingsView {
    /// The reader's name; empty if none.
    pub name: String,
    /// What they say of themselves.
    pub about: String,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SettingsView, Trouble> {
    let row = asked.reader()?.person(asked.me()?)?;
    Ok(row.map_or_else(SettingsView::default, |it| SettingsView {
        name: it.person.name.words,
        about: it.about.words,
    }))
}
