//! One claim.

use std::collections::BTreeMap;

use polylogue_core::id::{Key, OperationId};
use polylogue_map::Count;
use polylogue_node::maps::MapOf;
use polylogue_store::query::{ClaimRow, MoveRow, VoteRow};

use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What a claim's page shows.
#[derive(Debug, Clone)]
pub struct ClaimView {
    /// The claim.
    pub row: ClaimRow,
    /// This part of its votes, those with a reason first.
    pub votes: Vec<VoteRow>,
    /// Which part it is: votes before, votes at most.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
    /// What its map says of it; none where nobody has voted on it.
    pub on_map: Option<OnMap>,
    /// Remarks on it.
    pub moves: Vec<MoveRow>,
    /// Whether the reader has ever voted here.
    pub has_voted: bool,
}

/// A claim on its map.
#[derive(Debug, Clone)]
pub struct OnMap {
    /// What stands for the map in addresses.
    pub id: OperationId,
    /// Its votes by group; one where nobody is told apart.
    pub counts: Vec<Count>,
    /// The groups of those whose votes are shown.
    pub group_of: BTreeMap<Key, usize>,
}

/// Votes whose reasons one part of a claim's page shows.
const VOTES: u64 = 200;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the claim is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<ClaimView, Trouble> {
    let id = asked.thing()?;
    let row = super::claim(asked, &id)?;
    let has_voted = row.mine.is_some() || super::vote::voted_count(asked)? > 0;
    let page = part(asked, VOTES);
    let mut votes = asked.reader()?.votes(id, and_one(page))?;
    let has_more = cut(&mut votes, page);
    Ok(ClaimView {
        on_map: on_map(asked, &row, &votes)?,
        votes,
        part: (page.offset, page.limit),
        has_more,
        moves: super::remarks_about(asked, &id)?,
        row,
        has_voted,
    })
}

fn on_map(asked: &Asked<'_>, row: &ClaimRow, votes: &[VoteRow]) -> Result<Option<OnMap>, Trouble> {
    let under = row.under.as_ref().map(|it| it.id);
    let open = super::map::opened(asked, MapOf::members(under))?;
    let Some(number) = open.claim(&row.said.id) else {
        return Ok(None);
    };
    let results = &open.map.results;
    if results.counts[number].seen() == 0 {
        return Ok(None);
    }
    let grouping = &open.map.grouping;
    let has_groups = grouping.count() > 1;
    let groups: BTreeMap<&Key, Option<u8>> = open
        .people
        .iter()
        .zip(grouping.group_of.iter().copied())
        .collect();
    let group_of = votes.iter().filter(|_| has_groups).filter_map(|vote| {
        let key = vote.said.by.key;
        Some((key, usize::from((*groups.get(&key)?)?)))
    });
    Ok(Some(OnMap {
        id: under.unwrap_or(asked.commons()?),
        counts: if has_groups {
            results.by_group.iter().map(|it| it[number]).collect()
        } else {
            vec![results.counts[number]]
        },
        group_of: group_of.collect(),
    }))
}
