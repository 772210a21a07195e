//! A document as it was after one change, with what that change did and who wrote each line.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{Blame, CameFrom, DocumentChangeRow, DocumentRow};
use polylogue_store::versions::LineDifference;

use super::synthesis::came_from;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a version shows.
#[derive(Debug, Clone)]
pub struct SynthesisVersionView {
    /// The document.
    pub row: DocumentRow,
    /// The change that left it.
    pub change: DocumentChangeRow,
    /// What the change did; or, where another version is asked for, what differs from that.
    pub differences: Vec<LineDifference>,
    /// The other version.
    pub since: Option<OperationId>,
    /// Its lines, with where their wordings came from.
    pub blame: Blame,
    /// Wordings that were taken from another document.
    pub came: BTreeMap<OperationId, CameFrom>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the change is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesisVersionView, Trouble> {
    let reader = asked.reader()?;
    let id = asked.thing()?;
    let row = reader.document_of_act(id)?.ok_or(Trouble::NotFound)?;
    let document = row.said.id;
    let change = reader.document_change(document, id)?;
    let change = change.ok_or(Trouble::NotFound)?;
    let at = change.said.id;
    let since = asked.query.given("since");
    let since = since.map(|it| asked.resolve(it)).transpose()?;
    let differences = reader.document_differences(document, (since, Some(at)))?;
    let blame = reader.blame(document, Some(at))?.ok_or(Trouble::NotFound)?;
    Ok(SynthesisVersionView {
        row,
        change,
        differences: differences.ok_or(Trouble::NotFound)?,
        since,
        came: came_from(asked, document, &blame.0)?,
        blame,
    })
}
