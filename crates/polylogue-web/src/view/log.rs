//! The public log.

use polylogue_store::query::{ChangeRow, MinuteRow, Page};

use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the minutes show.
#[derive(Debug, Clone)]
pub struct LogView {
    /// This part of the minutes, the latest first.
    pub rows: Vec<MinuteRow>,
    /// Which part it is.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
    /// What counted and no longer does, or the other way round.
    pub changes: Vec<ChangeRow>,
}

/// Minutes on one page.
const MINUTES: u64 = 100;
/// Changes on the page.
const CHANGES: u64 = 50;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<LogView, Trouble> {
    let reader = asked.reader()?;
    let page = part(asked, MINUTES);
    let mut rows = reader.minutes(and_one(page))?;
    let has_more = cut(&mut rows, page);
    Ok(LogView {
        rows,
        part: (page.offset, page.limit),
        has_more,
        changes: reader.changes(Page::first(CHANGES))?,
    })
}
