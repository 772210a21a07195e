//! Voting: the next claim, the last vote, the list.

use polylogue_store::query::{ClaimRow, Page, Shown};

use super::ALL;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the voting page shows.
#[derive(Debug, Clone)]
pub struct VoteView {
    /// The claim to vote on; none: all are done, or there are none.
    pub next: Option<ClaimRow>,
    /// The claim voted on last, for the undo.
    pub last: Option<ClaimRow>,
    /// A few claims before and after, with the reader's votes.
    pub list: Vec<ClaimRow>,
    /// Claims the reader has voted on.
    pub voted: u64,
    /// Claims in all.
    pub count: u64,
}

/// Claims beside the ballot.
const LIST: usize = 8;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<VoteView, Trouble> {
    let claims = votable(asked)?;
    let voted = claims.iter().filter(|it| it.mine.is_some()).count() as u64;
    let last = match asked.query.given("last") {
        Some(prefix) => {
            let id = asked.resolve(prefix)?;
            claims.iter().find(|it| it.said.id == id).cloned()
        }
        None => None,
    };
    let mut open: Vec<&ClaimRow> = claims.iter().filter(|it| it.mine.is_none()).collect();
    open.sort_by_key(|it| order(it));
    let skipped = asked.query.given("after").and_then(|it| asked.resolve(it).ok());
    if let Some(at) = open.iter().position(|it| Some(it.said.id) == skipped) {
        open.rotate_left(at + 1);
    }
    let next = open.first().map(|it| (*it).clone());
    let mut list: Vec<ClaimRow> =
        claims.iter().filter(|it| it.mine.is_some()).take(LIST / 2).cloned().collect();
    list.extend(open.iter().take(LIST - list.len()).map(|it| (*it).clone()));
    Ok(VoteView { next, last, list, voted, count: claims.len() as u64 })
}

/// Claims few have voted on first, then those that divide; never by popularity.
fn order(claim: &ClaimRow) -> (u64, u64) {
    let tally = claim.tally;
    let votes = tally.agree + tally.disagree + tally.pass;
    (votes / 5, tally.agree.abs_diff(tally.disagree))
}

fn votable(asked: &Asked<'_>) -> Result<Vec<ClaimRow>, Trouble> {
    let mut claims = asked.reader()?.claims(None, Page::first(ALL))?;
    claims.retain(|it| it.said.shown == Shown::Whole && !is_replaced(it));
    Ok(claims)
}

/// Whether other claims stand in its place.
fn is_replaced(claim: &ClaimRow) -> bool {
    claim.lineage.iter().any(|it| it.from.iter().any(|(id, _)| *id == claim.said.id))
}

/// How many claims the reader has voted on.
pub(crate) fn voted_count(asked: &Asked<'_>) -> Result<u64, Trouble> {
    Ok(asked.reader()?.claims_voted_by(asked.me()?)?)
}
