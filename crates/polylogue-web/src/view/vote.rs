//! Voting: the next claim, the last vote, the list.

use polylogue_core::id::OperationId;
use polylogue_store::query::{ClaimRow, Page, Shown};

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
const LIST: u64 = 8;
/// Claims looked through for one to vote on after another was left for later.
const LATER: u64 = 200;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<VoteView, Trouble> {
    let reader = asked.reader()?;
    let voted = voted_count(asked)?;
    let last = match asked.query.given("last") {
        Some(prefix) => reader.claim(asked.resolve(prefix)?, Some(asked.me()?))?,
        None => None,
    };
    let next = match asked.query.given("after") {
        Some(prefix) => after(asked, asked.resolve(prefix)?)?,
        None => reader.next_claim(asked.me()?, None)?,
    };
    let offset = voted.saturating_sub(LIST / 2);
    let list = reader.claims_listed(Page {
        offset,
        limit: LIST,
    })?;
    Ok(VoteView {
        next,
        last,
        list,
        voted,
        count: asked.commons_row()?.counts.claims,
    })
}

/// The next claim after one that was left for later: claims few have voted on first.
fn after(asked: &Asked<'_>, left: OperationId) -> Result<Option<ClaimRow>, Trouble> {
    let mut open = asked.reader()?.claims_listed(Page::first(LATER))?;
    let is_votable = |it: &ClaimRow| it.said.shown == Shown::Whole && it.mine.is_none();
    open.retain(is_votable);
    open.sort_by_key(|it| {
        (
            it.tally.agree + it.tally.disagree + it.tally.pass,
            it.said.id,
        )
    });
    if let Some(at) = open.iter().position(|it| it.said.id == left) {
        open.rotate_left(at + 1);
    }
    match open.first() {
        Some(row) => Ok(asked.reader()?.claim(row.said.id, Some(asked.me()?))?),
        None => Ok(None),
    }
}

/// How many claims the reader has voted on.
pub(crate) fn voted_count(asked: &Asked<'_>) -> Result<u64, Trouble> {
    asked.known()?.voted(asked.reader()?, asked.me()?)
}
