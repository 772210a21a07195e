//! Voting, and entering counts made elsewhere.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Choice, Count, Kind, Matters, Vote};
use polylogue_store::query::Thing;

use crate::act::desk::{Desk, brought_in};
use crate::intent::{Provenance, Worded};
use crate::refusal::Refusal;

/// A count made elsewhere.
pub(crate) struct Counted {
    pub(crate) claim: OperationId,
    pub(crate) group: Worded,
    pub(crate) agree: u32,
    pub(crate) disagree: u32,
    pub(crate) pass: u32,
    pub(crate) provenance: Provenance,
}

pub(crate) fn vote(
    desk: &mut Desk<'_>,
    claim: OperationId,
    choice: Choice,
    matters: Matters,
    reason: Option<Worded>,
) -> Result<(), Refusal> {
    desk.expect(claim, &[Thing::Claim], "claim")?;
    let me = desk.me();
    let replaces = desk.standing_writes(Kind::Vote, claim, Some(me))?;
    let vote = Vote {
        claim,
        choice,
        matters,
        reason: desk.optional_text(reason.as_ref()),
        replaces,
    };
    // The same vote again would say nothing new, and be one more record for everybody to keep.
    if let [standing] = vote.replaces[..]
        && let Some(Body::Vote(before)) = desk.body_of(standing)?
        && (before.choice, before.matters) == (vote.choice, vote.matters)
        && before.reason == vote.reason
        && desk.acts_on(standing, &[Kind::Withdraw])?.is_empty()
    {
        desk.leave_as_is(standing);
        return Ok(());
    }
    desk.say(vote)?;
    Ok(())
}

pub(crate) fn enter_count(desk: &mut Desk<'_>, counted: Counted) -> Result<(), Refusal> {
    desk.expect(counted.claim, &[Thing::Claim], "claim")?;
    desk.say(Count {
        claim: counted.claim,
        group: desk.text(&counted.group),
        agree: counted.agree,
        disagree: counted.disagree,
        pass: counted.pass,
        brought_in: brought_in(counted.provenance),
    })?;
    Ok(())
}
