//! Joining a commons.

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page that takes an invitation shows beside its form.
#[derive(Debug, Clone)]
pub struct JoinView {
    /// The name the reader goes by elsewhere in this home.
    pub name: String,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the home cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<JoinView, Trouble> {
    let name = super::own_name(asked, &asked.node()?.commons()?)?;
    Ok(JoinView { name })
}
