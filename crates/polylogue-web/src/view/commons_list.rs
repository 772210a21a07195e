//! The commons held in this home.

use polylogue_node::CommonsSummary;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the list of commons shows.
#[derive(Debug, Clone)]
pub struct CommonsListView {
    /// Every commons here.
    pub rows: Vec<CommonsSummary>,
    /// The name the reader goes by elsewhere in this home.
    pub name: String,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the home cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<CommonsListView, Trouble> {
    let rows = asked.node()?.commons()?;
    Ok(CommonsListView {
        // In a trial the reader acts as the keeper of the sample, whose name is not theirs.
        name: match asked.lasting.is_trial {
            true => String::new(),
            false => super::own_name(asked, &rows)?,
        },
        rows,
    })
}
