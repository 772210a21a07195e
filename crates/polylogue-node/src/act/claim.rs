//! Putting claims, saying who holds them, and making new ones out of others.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Change, Claim, ClaimHeld, Held, Kind, Lineage, Voice};
use polylogue_store::query::Thing;

use crate::act::desk::Desk;
use crate::intent::{Quoting, Worded};
use crate::refusal::Refusal;

/// A claim to put.
pub(crate) struct Putting {
    pub(crate) text: Worded,
    pub(crate) under: Option<OperationId>,
    pub(crate) passages: Vec<Quoting>,
    pub(crate) held_by: Vec<OperationId>,
}

/// A word on a perspective and a claim.
pub(crate) struct Holding {
    pub(crate) claim: OperationId,
    pub(crate) perspective: OperationId,
    pub(crate) held: Held,
    pub(crate) voice: Voice,
    pub(crate) reason: Worded,
}

/// Claims to make out of others.
pub(crate) struct Reshaping {
    pub(crate) change: Change,
    pub(crate) from: Vec<OperationId>,
    pub(crate) to: Vec<Worded>,
    pub(crate) reason: Worded,
}

pub(crate) fn add(desk: &mut Desk<'_>, putting: Putting) -> Result<(), Refusal> {
    if let Some(under) = putting.under {
        desk.expect(
            under,
            &[Thing::Question, Thing::Dialogue],
            "question or dialogue",
        )?;
    }
    desk.expect_all(&putting.held_by, &[Thing::Perspective], "perspective")?;
    let passages = putting
        .passages
        .iter()
        .map(|it| desk.passage(it))
        .collect::<Result<_, _>>()?;
    desk.say(Claim {
        text: desk.text(&putting.text),
        under: putting.under,
        passages,
        held_by: putting.held_by,
        brought_in: None,
    })?;
    Ok(())
}

pub(crate) fn hold(desk: &mut Desk<'_>, holding: Holding) -> Result<(), Refusal> {
    desk.expect(holding.claim, &[Thing::Claim], "claim")?;
    desk.expect(holding.perspective, &[Thing::Perspective], "perspective")?;
    let me = desk.me();
    let mine = desk.standing_writes(Kind::ClaimHeld, holding.claim, Some(me))?;
    let replaces = mine
        .into_iter()
        .filter(|id| desk.is_about(*id, holding.perspective))
        .collect();
    desk.say(ClaimHeld {
        claim: holding.claim,
        perspective: holding.perspective,
        held: holding.held,
        voice: holding.voice,
        reason: desk.text(&holding.reason),
        replaces,
    })?;
    Ok(())
}

pub(crate) fn reshape(desk: &mut Desk<'_>, reshaping: Reshaping) -> Result<(), Refusal> {
    desk.expect_all(&reshaping.from, &[Thing::Claim], "claim")?;
    check_numbers(&reshaping)?;
    let under = match reshaping.from.first() {
        Some(first) => desk.claim_is_under(*first)?,
        None => None,
    };
    let mut to = Vec::new();
    for text in &reshaping.to {
        let claim = Claim {
            text: desk.text(text),
            under,
            passages: Vec::new(),
            held_by: Vec::new(),
            brought_in: None,
        };
        to.push(desk.say(claim)?);
    }
    desk.say(Lineage {
        change: reshaping.change,
        from: reshaping.from,
        to,
        name: None,
        reason: desk.text(&reshaping.reason),
        when: String::new(),
    })?;
    Ok(())
}

fn check_numbers(reshaping: &Reshaping) -> Result<(), Refusal> {
    let (from, to) = (reshaping.from.len(), reshaping.to.len());
    let fault = |what, least| Err(Refusal::TooFew { what, least });
    match reshaping.change {
        _ if from == 0 => fault("the claims to change", 1),
        Change::Merged if from < 2 => fault("the claims to merge", 2),
        Change::Split if to < 2 => fault("the new claims", 2),
        Change::Merged | Change::Reworded if to == 0 => fault("the new claims", 1),
        _ => Ok(()),
    }
}
