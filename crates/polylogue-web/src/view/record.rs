//! Everything received.

use polylogue_store::query::LogRow;

use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the record shows.
#[derive(Debug, Clone)]
pub struct RecordView {
    /// This part of it.
    pub rows: Vec<LogRow>,
    /// Which part it is.
    pub part: (u64, u64),
    /// Whether there is more.
    pub has_more: bool,
}

/// Rows on one page.
const ROWS: u64 = 200;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<RecordView, Trouble> {
    let page = part(asked, ROWS);
    let mut rows = asked.reader()?.log(and_one(page))?;
    let has_more = cut(&mut rows, page);
    Ok(RecordView {
        rows,
        part: (page.offset, page.limit),
        has_more,
    })
}
