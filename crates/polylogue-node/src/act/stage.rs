//! Stages of a process: added one by one or as a template prepares them, changed, done.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Kind, Plan, Stage, StageRevise, StageState, StageStep};
use polylogue_core::text::{Text, is_blank};

use crate::act::desk::Desk;
use crate::intent::{NewPlan, Worded};
use crate::refusal::Refusal;
use crate::template::StageTemplate;

const DAY_SECONDS: u64 = 86_400;

/// Adds a stage behind the others, or where the plan says.
pub(crate) fn add(desk: &mut Desk<'_>, new: &NewPlan) -> Result<(), Refusal> {
    let plan = plan(desk, new)?;
    desk.say(Stage { plan })?;
    Ok(())
}

/// Plans a stage anew.
pub(crate) fn revise(
    desk: &mut Desk<'_>,
    stage: OperationId,
    new: &NewPlan,
) -> Result<(), Refusal> {
    desk.expect_kind(stage, Kind::Stage, "stage")?;
    let plan = plan(desk, new)?;
    let replaces = desk.standing_writes(Kind::StageRevise, stage, None)?;
    desk.say(StageRevise {
        stage,
        plan,
        replaces,
    })?;
    Ok(())
}

fn plan(desk: &Desk<'_>, new: &NewPlan) -> Result<Plan, Refusal> {
    if is_blank(&new.name.words) {
        return Err(Refusal::NoWords { what: "the name" });
    }
    let place = match new.place {
        Some(place) => place,
        None => next_place(desk)?,
    };
    Ok(Plan {
        name: desk.text(&new.name),
        purpose: desk.text(&new.purpose),
        needs: new.needs.iter().map(|it| desk.text(it)).collect(),
        checks: new.checks.clone(),
        from: new.from,
        until: new.until,
        responsible: new.responsible,
        place,
    })
}

fn next_place(desk: &Desk<'_>) -> Result<u32, Refusal> {
    let stages = desk.reader().stages()?;
    let last = stages.iter().map(|it| it.plan().place).max();
    Ok(last.unwrap_or(0).saturating_add(1))
}

/// Says how far a stage is, and what that rests on.
pub(crate) fn set(
    desk: &mut Desk<'_>,
    stage: OperationId,
    step: StageStep,
    (rests_on, words): (Vec<OperationId>, &Worded),
) -> Result<(), Refusal> {
    desk.expect_kind(stage, Kind::Stage, "stage")?;
    for id in &rests_on {
        desk.operation(*id)?;
    }
    let state = StageState {
        stage,
        step,
        rests_on,
        words: desk.text(words),
        replaces: desk.standing_writes(Kind::StageState, stage, None)?,
    };
    desk.say(state)?;
    Ok(())
}

/// Adds the stages that a template prepares, one after the other from now on, with whoever asks
/// for them as the one who answers for each until somebody else does.
pub(crate) fn begin(desk: &mut Desk<'_>, template: StageTemplate) -> Result<(), Refusal> {
    let (mut place, mut from) = (next_place(desk)?, desk.now());
    let prepared = template.stages(desk.language());
    let responsible = Some(desk.person());
    let Some(last) = prepared.stages.len().checked_sub(1) else {
        return Err(Refusal::TooFew {
            what: "the stages of this template",
            least: 1,
        });
    };
    for (index, stage) in prepared.stages.iter().enumerate() {
        let until = from + stage.days * DAY_SECONDS;
        let text = |words: &str| Text::new(words, prepared.language);
        desk.say(Stage {
            plan: Plan {
                name: text(stage.name),
                purpose: text(stage.purpose),
                needs: stage.needs.iter().map(|it| text(it)).collect(),
                checks: stage.checks.iter().map(|it| it.number()).collect(),
                from: Some(from),
                until: Some(until),
                responsible,
                place,
            },
        })?;
        if index < last {
            (place, from) = (place.saturating_add(1), until);
        }
    }
    Ok(())
}
