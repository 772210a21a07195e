//! Voting: the next claim and why, the last vote, where one sits after it, the list.

use std::sync::Arc;

use polylogue_core::id::{Key, OperationId};
use polylogue_node::maps::{Asking, MapOf, Next, Why};
use polylogue_store::query::{ClaimRow, Page, VoteRow, VotingProgress};

use super::seat::{self, Seat};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the voting page shows.
#[derive(Debug, Clone)]
pub struct VoteView {
    /// The claim to vote on; none: all are done, or there are none.
    pub next: Option<ClaimRow>,
    /// Why it is asked now.
    pub why: Option<Why>,
    /// Reasons others gave on it.
    pub reasons: Vec<VoteRow>,
    /// The map one stays on while voting, as addresses name it.
    pub on: Option<OperationId>,
    /// The claim voted on last, for the undo.
    pub last: Option<ClaimRow>,
    /// Where the reader sits after that vote.
    pub seat: Option<Seat>,
    /// A few claims of the same map before and after, with the reader's votes.
    pub list: Vec<ClaimRow>,
    /// Claims the reader has voted on.
    pub voted: u64,
    /// Claims in all.
    pub count: u64,
}

/// Claims beside the ballot.
const LIST: usize = 8;
/// Reasons of others that are shown, folded away.
const REASONS: u64 = 20;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<VoteView, Trouble> {
    let (reader, commons, me) = (asked.reader()?, asked.commons()?, asked.me()?);
    let VotingProgress {
        claims: count,
        voted,
    } = progress(asked)?;
    let named = |name: &str| {
        asked
            .query
            .given(name)
            .map(|it| asked.resolve(it))
            .transpose()
    };
    let last = match named("last")? {
        Some(id) => reader.claim(id, Some(me))?,
        None => None,
    };
    let left = match named("after")? {
        Some(id) => reader.claim(id, Some(me))?,
        None => None,
    };
    let on = named("of")?;
    // Who has just voted or put a claim off stays where they are.
    let here = last.as_ref().or(left.as_ref());
    let asking = Asking {
        on: on
            .map(|id| (id != commons).then_some(id))
            .or_else(|| here.map(|it| it.under.as_ref().map(|of| of.id))),
        left: left.as_ref().map(|it| it.said.id),
    };
    let found = asked.node()?.next_claim(commons, reader, me, asking)?;
    let next = match &found {
        Some(it) => reader.claim(it.claim, Some(me))?,
        None => None,
    };
    let list = match &found {
        Some(it) => reader.claims_named(&around(it, me))?,
        None => reader.claims_listed(Page {
            offset: voted.saturating_sub(LIST as u64),
            limit: LIST as u64,
        })?,
    };
    Ok(VoteView {
        reasons: reasons(asked, next.as_ref())?,
        why: found.map(|it| it.why),
        next,
        on,
        seat: match &last {
            Some(claim) => seat_after(asked, claim)?,
            None => None,
        },
        last,
        list,
        voted,
        count,
    })
}

/// Some claims of the map before and after the one that is asked, in the order of asking.
fn around(next: &Next, me: Key) -> Vec<OperationId> {
    let order = next.open.asked_of(&me);
    let ids: Vec<OperationId> = order.iter().map(|it| next.open.claims[*it]).collect();
    let at = ids.iter().position(|it| *it == next.claim).unwrap_or(0);
    let begin = at.saturating_sub(LIST / 2);
    ids.into_iter().skip(begin).take(LIST).collect()
}

/// Where the reader sits on the map of a claim they have voted on.
fn seat_after(asked: &Asked<'_>, claim: &ClaimRow) -> Result<Option<Seat>, Trouble> {
    let under = claim.under.as_ref().map(|it| it.id);
    let open = super::map::opened(asked, MapOf::members(under))?;
    let placed = open.placed(&asked.reader()?.stances(under)?)?;
    let id = under.unwrap_or(asked.commons()?);
    seat::of(asked, id, &Arc::clone(&open), &placed)
}

/// What others gave as their reasons on a claim.
fn reasons(asked: &Asked<'_>, claim: Option<&ClaimRow>) -> Result<Vec<VoteRow>, Trouble> {
    let Some(claim) = claim else {
        return Ok(Vec::new());
    };
    let mut rows = asked.reader()?.votes(claim.said.id, Page::first(REASONS))?;
    rows.retain(|it| it.reason.is_some());
    Ok(rows)
}

/// How far the reader is, among the claims that can be voted on.
pub(crate) fn progress(asked: &Asked<'_>) -> Result<VotingProgress, Trouble> {
    asked.known()?.progress(asked.reader()?, asked.me()?)
}

/// How many claims the reader has voted on.
pub(crate) fn voted_count(asked: &Asked<'_>) -> Result<u64, Trouble> {
    asked.known()?.voted(asked.reader()?, asked.me()?)
}
