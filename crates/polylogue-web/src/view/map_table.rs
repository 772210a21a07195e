//! A map as one table: every claim with the votes of every group.

use std::collections::BTreeMap;
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_node::maps::{MapOf, OpenMap};
use polylogue_store::query::{ClaimRow, TargetRow};

use super::{part, slice};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the table of a map shows.
#[derive(Debug)]
pub struct MapTableView {
    /// The question or dialogue it is of; none: claims under nothing.
    pub of: Option<TargetRow>,
    /// What stands for it in addresses.
    pub id: OperationId,
    /// The map.
    pub open: Arc<OpenMap>,
    /// The claims of this part by number, in order: those with the greatest share of agreement
    /// first.
    pub order: Vec<usize>,
    /// Their words.
    pub claims: BTreeMap<usize, ClaimRow>,
    /// Which part it is: rows before, rows at most.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
}

/// Claims in one part of the table.
const CLAIMS: u64 = 100;

/// Reads the view.
///
/// # Errors
/// As [`super::map::load`].
pub fn load(asked: &Asked<'_>) -> Result<MapTableView, Trouble> {
    let (id, of) = super::map::named(asked)?;
    let open = super::map::opened(asked, MapOf::members(of.as_ref().map(|it| it.id)))?;
    if open.claims.is_empty() {
        return Err(Trouble::NotFound);
    }
    let all = by_agreement(&open);
    let page = part(asked, CLAIMS);
    let order = slice(&all, page).to_vec();
    Ok(MapTableView {
        claims: super::map::claims(asked, &open, &order)?,
        has_more: page.offset + page.limit < all.len() as u64,
        part: (page.offset, page.limit),
        order,
        open,
        of,
        id,
    })
}

/// All claims by their share of agreement, greatest first; those nobody voted on last.
pub(crate) fn by_agreement(open: &OpenMap) -> Vec<usize> {
    let share = |it: &usize| {
        let count = open.map.results.counts[*it];
        let seen = count.seen();
        if seen > 0 {
            f64::from(count.agree) / f64::from(seen)
        } else {
            -1.0
        }
    };
    let mut all: Vec<usize> = (0..open.claims.len()).collect();
    all.sort_by(|left, right| share(right).total_cmp(&share(left)).then(left.cmp(right)));
    all
}
