//! An edition: the frozen text, and what came of checking it.

use std::collections::BTreeMap;
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_node::edition::Report;

use super::figure::{self, FigureView};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What an edition shows.
#[derive(Debug)]
pub struct EditionView {
    /// What came of checking its file, with its text.
    pub report: Arc<Report>,
    /// Its figures by wording, in a published copy: drawn from what the edition froze. Where the
    /// commons goes on they would show what came since, and the page leads to them instead.
    pub figures: BTreeMap<OperationId, FigureView>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the edition is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<EditionView, Trouble> {
    let id = asked.thing()?;
    let report = match asked.copy() {
        Some(copy) => copy.report.clone().filter(|it| it.text.id == id),
        None => Some(asked.node()?.edition(&asked.commons()?, id)?),
    };
    let report = report.ok_or(Trouble::NotFound)?;
    let lines = report.text.lines.iter();
    let wordings = lines.filter_map(|it| Some((it.wording, it.words.as_ref()?.words.as_str())));
    let figures = match asked.copy() {
        Some(_) => figure::load_of(asked, wordings, report.text.time)?,
        None => BTreeMap::new(),
    };
    Ok(EditionView { report, figures })
}
