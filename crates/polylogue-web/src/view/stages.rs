//! The stages of a process, each with what it needs beside what there is.

use std::collections::BTreeMap;

use polylogue_store::query::{Check, CheckRow, StageRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of the stages shows.
#[derive(Debug, Clone)]
pub struct StagesView {
    /// The stages, in order.
    pub rows: Vec<StageRow>,
    /// What was counted, by the number of its check.
    pub checks: BTreeMap<u16, CheckRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<StagesView, Trouble> {
    let rows = asked.reader()?.stages()?;
    Ok(StagesView {
        checks: counted(asked, &rows)?,
        rows,
    })
}

/// Counts whatever these stages ask for, once each.
pub(crate) fn counted(
    asked: &Asked<'_>,
    rows: &[StageRow],
) -> Result<BTreeMap<u16, CheckRow>, Trouble> {
    let mut checks = BTreeMap::new();
    for number in rows.iter().flat_map(|it| &it.plan().checks) {
        if let Some(check) = Check::of(*number)
            && !checks.contains_key(number)
        {
            checks.insert(*number, asked.reader()?.check(check)?);
        }
    }
    Ok(checks)
}
