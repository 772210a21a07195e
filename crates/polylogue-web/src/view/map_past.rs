//! How a map came about.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_node::maps::past::{Moment, past};
use polylogue_store::query::{ClaimRow, TargetRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of a map's history shows.
#[derive(Debug)]
pub struct MapPastView {
    /// The question or dialogue the map is of; none: claims under nothing.
    pub of: Option<TargetRow>,
    /// What stands for it in addresses.
    pub id: OperationId,
    /// The map as it was, oldest first.
    pub moments: Vec<Moment>,
    /// The claims that were ever common ground.
    pub claims: BTreeMap<OperationId, ClaimRow>,
}

/// Claims named on the page.
const NAMED: usize = 100;

/// Reads the view.
///
/// # Errors
/// As [`super::map::load`].
pub fn load(asked: &Asked<'_>) -> Result<MapPastView, Trouble> {
    let (id, of) = super::map::named(asked)?;
    let reader = asked.reader()?;
    let moments = past(reader, of.as_ref().map(|it| it.id))?;
    let shared = moments.iter().flat_map(|it| &it.shared).map(|(id, _)| *id);
    let mut shared: Vec<OperationId> = shared.collect();
    shared.sort_unstable();
    shared.dedup();
    shared.truncate(NAMED);
    let rows = reader.claims_named(&shared)?;
    Ok(MapPastView {
        claims: rows.into_iter().map(|it| (it.said.id, it)).collect(),
        moments,
        of,
        id,
    })
}
