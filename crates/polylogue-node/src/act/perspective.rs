//! Naming perspectives, wording them anew, and recording what became of them.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Change, Kind, Lineage, Perspective, PerspectiveRevise};
use polylogue_core::text::{Text, is_blank};
use polylogue_store::query::Thing;

use crate::act::desk::Desk;
use crate::intent::Worded;
use crate::refusal::Refusal;

/// A perspective's words.
pub(crate) struct Wording {
    pub(crate) name: Worded,
    pub(crate) short: String,
    pub(crate) summary: Worded,
    pub(crate) sources: Vec<OperationId>,
}

/// A change to record.
pub(crate) struct Changed {
    pub(crate) change: Change,
    pub(crate) from: Vec<OperationId>,
    pub(crate) to: Vec<OperationId>,
    pub(crate) name: Option<Worded>,
    pub(crate) reason: Worded,
    pub(crate) when: String,
}

pub(crate) fn add(desk: &mut Desk<'_>, wording: Wording) -> Result<(), Refusal> {
    desk.expect_all(&wording.sources, &[Thing::Source], "source")?;
    let name = desk.text(&wording.name);
    desk.say(Perspective {
        short: Text::new(&wording.short, &name.language),
        name,
        summary: desk.text(&wording.summary),
        sources: wording.sources,
        brought_in: None,
    })?;
    Ok(())
}

pub(crate) fn revise(
    desk: &mut Desk<'_>,
    perspective: OperationId,
    wording: Wording,
) -> Result<(), Refusal> {
    desk.expect(perspective, &[Thing::Perspective], "perspective")?;
    desk.expect_all(&wording.sources, &[Thing::Source], "source")?;
    let name = desk.text(&wording.name);
    desk.say(PerspectiveRevise {
        perspective,
        short: Text::new(&wording.short, &name.language),
        name,
        summary: desk.text(&wording.summary),
        sources: wording.sources,
        replaces: desk.standing_writes(Kind::PerspectiveRevise, perspective, None)?,
    })?;
    Ok(())
}

pub(crate) fn record_lineage(desk: &mut Desk<'_>, changed: Changed) -> Result<(), Refusal> {
    const THINGS: &[Thing] = &[
        Thing::Perspective,
        Thing::Question,
        Thing::Claim,
        Thing::Dialogue,
        Thing::Source,
    ];
    let what = "perspective, question, claim, dialogue or source";
    desk.expect_all(&changed.from, THINGS, what)?;
    desk.expect_all(&changed.to, THINGS, what)?;
    check_numbers(&changed)?;
    desk.say(Lineage {
        change: changed.change,
        from: changed.from,
        to: changed.to,
        name: changed.name.as_ref().map(|it| desk.text(it)),
        reason: desk.text(&changed.reason),
        when: changed.when,
    })?;
    Ok(())
}

/// How many things each change needs on either side.
fn check_numbers(changed: &Changed) -> Result<(), Refusal> {
    let (from, to) = (changed.from.len(), changed.to.len());
    let fault = |what, least| Err(Refusal::TooFew { what, least });
    match changed.change {
        Change::Split if to < 2 => fault("what came of it", 2),
        Change::Merged if from < 2 => fault("what was merged", 2),
        Change::Merged if to == 0 => fault("what came of it", 1),
        Change::Fused if from + to < 2 => fault("what is shown as one", 2),
        Change::Renamed if to == 0 && changed.name.is_none() => Err(Refusal::Missing {
            what: "the other name",
        }),
        Change::Dropped if is_blank(&changed.reason.words) => {
            Err(Refusal::Missing { what: "the reason" })
        }
        _ => Ok(()),
    }
}
