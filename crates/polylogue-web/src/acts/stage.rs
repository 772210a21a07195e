//! Stages of a process and dated actions.

use polylogue_core::kind::{Signs, StageStep};
use polylogue_node::intent::{Intent, NewPlan, Worded};
use polylogue_node::template::StageTemplate;

use super::{Outcome, needed, worded};
use crate::asked::Asked;
use crate::date::Day;
use crate::link::{Link, short};
use crate::routes::Name;
use crate::trouble::Trouble;

/// Adds a stage.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn add(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "name", "unclear-name")?;
    let plan = Box::new(plan(asked)?);
    let made = asked.perform(Intent::AddStage { plan })?;
    let link = Link::within(&asked.commons()?, Name::Stages);
    Ok(Outcome::See(link.at(short(&made.main()))))
}

fn plan(asked: &Asked<'_>) -> Result<NewPlan, Trouble> {
    let language = asked.form.given("language").map(ToOwned::to_owned);
    let needs = asked.form.get("needs").lines();
    let needs = needs.map(str::trim).filter(|it| !it.is_empty());
    let needs = needs.map(|it| Worded {
        words: it.to_owned(),
        language: language.clone(),
    });
    Ok(NewPlan {
        name: worded(asked, "name"),
        purpose: worded(asked, "purpose"),
        needs: needs.collect(),
        checks: Vec::new(),
        from: day(asked, "starts")?,
        until: day(asked, "until")?,
        responsible: None,
        place: None,
    })
}

/// A day of a form, if one is given.
fn day(asked: &Asked<'_>, name: &str) -> Result<Option<u64>, Trouble> {
    match asked.form.given(name) {
        None => Ok(None),
        Some(text) => {
            let seconds = Day::seconds_of(text);
            seconds.map(Some).ok_or(Trouble::Unclear("unclear-day"))
        }
    }
}

/// Plans a stage anew; what it counts stays.
///
/// # Errors
/// As [`add`].
pub fn revise(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "name", "unclear-name")?;
    let stage = asked.thing()?;
    let row = asked.reader()?.stage(stage)?.ok_or(Trouble::NotFound)?;
    let before = row.plan();
    let mut plan = plan(asked)?;
    plan.checks.clone_from(&before.checks);
    plan.responsible = match asked.form.given("responsible") {
        None => None,
        Some(prefix) => {
            let people = asked.people()?.iter();
            let known = people
                .map(|it| it.key)
                .chain(before.responsible.iter().map(|it| it.key));
            let mut named = known.filter(|it| crate::link::beginning(&it.0) == prefix);
            Some(named.next().ok_or(Trouble::Unclear("unclear-who"))?)
        }
    };
    let place = asked.form.number("place");
    let place = place.and_then(|it| u32::try_from(it).ok());
    plan.place = Some(place.unwrap_or(before.place));
    asked.perform(Intent::ReviseStage {
        stage,
        plan: Box::new(plan),
    })?;
    see(asked, &stage)
}

fn see(asked: &Asked<'_>, stage: &polylogue_core::id::OperationId) -> Result<Outcome, Trouble> {
    let commons = asked.commons()?;
    Ok(Outcome::See(Link::of(&commons, Name::Stage, stage)))
}

/// Says how far a stage is.
///
/// # Errors
/// As [`add`].
pub fn set(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let stage = asked.thing()?;
    let step = match asked.form.get("step") {
        "done" => StageStep::Done,
        "open" => StageStep::Open,
        "skipped" => StageStep::Skipped,
        _ => return Err(Trouble::Unclear("unclear-step")),
    };
    asked.perform(Intent::SetStage {
        stage,
        step,
        rests_on: asked.things("rests")?,
        words: worded(asked, "text"),
    })?;
    see(asked, &stage)
}

/// Adds the stages that a template prepares.
///
/// # Errors
/// As [`add`].
pub fn begin(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let template = StageTemplate::of_name(asked.form.get("template"));
    let template = template.ok_or(Trouble::Unclear("unclear-template"))?;
    asked.perform(Intent::BeginStages { template })?;
    let commons = asked.commons()?;
    Ok(Outcome::See(Link::within(&commons, Name::Stages)))
}

/// Says that something will be done by a day.
///
/// # Errors
/// As [`add`].
pub fn promise(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-text")?;
    let until = day(asked, "until")?.ok_or(Trouble::Unclear("unclear-day"))?;
    let from = asked.form.given("from");
    let made = asked.perform(Intent::Act {
        text: worded(asked, "text"),
        until,
        from: from.map(|it| asked.resolve(it)).transpose()?,
    })?;
    let link = Link::within(&asked.commons()?, Name::Actions);
    Ok(Outcome::See(link.done(&made.main())))
}

/// Puts one's name under an action, or takes it off.
///
/// # Errors
/// As [`add`].
pub fn sign(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let of = asked.thing()?;
    let signs = match asked.form.given("leaves") {
        Some(_) => Signs::No,
        None => Signs::Yes,
    };
    asked.perform(Intent::CoSign {
        of,
        signs,
        words: None,
    })?;
    let link = Link::within(&asked.commons()?, Name::Actions);
    Ok(Outcome::See(link.at(short(&of))))
}
