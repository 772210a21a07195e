//! Naming perspectives, wording them anew, and recording what became of them.

use polylogue_core::kind::Change;
use polylogue_node::intent::{Intent, Worded};

use super::{Outcome, done, needed, optional, reason, worded};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;

/// Names a perspective.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn add(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "name", "unclear-name")?;
    let made = asked.perform(Intent::AddPerspective {
        name: worded(asked, "name"),
        short: asked.form.get("short").to_owned(),
        summary: worded(asked, "summary"),
        sources: Vec::new(),
    })?;
    Ok(Outcome::See(done(asked, Name::Perspective, &made.main())?))
}

/// Words a perspective anew; its sources stay.
///
/// # Errors
/// As [`add`].
pub fn revise(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "name", "unclear-name")?;
    let perspective = asked.thing()?;
    let row = asked
        .reader()?
        .perspective(perspective)?
        .ok_or(Trouble::NotFound)?;
    let made = asked.perform(Intent::RevisePerspective {
        perspective,
        name: worded(asked, "name"),
        short: asked.form.get("short").to_owned(),
        summary: worded(asked, "summary"),
        sources: row.sources,
    })?;
    let link = Link::of(&asked.commons()?, Name::Perspective, &perspective);
    Ok(Outcome::See(link.done(&made.main())))
}

/// Records a rename, split, merger, drop or fusion.
///
/// # Errors
/// As [`add`].
pub fn lineage(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let perspective = asked.thing()?;
    let others = asked.things("others")?;
    let change = match asked.form.get("change") {
        "split" => Change::Split,
        "merged" => Change::Merged,
        "dropped" => Change::Dropped,
        "fused" => Change::Fused,
        _ => Change::Renamed,
    };
    let name: Option<Worded> = optional(asked, "name");
    if change == Change::Renamed && name.is_none() {
        return Err(Trouble::Unclear("unclear-new-name"));
    }
    let (from, to) = match change {
        // Several became this one; this one became several.
        Change::Merged => ([vec![], others].concat(), vec![perspective]),
        Change::Fused => ([vec![perspective], others].concat(), vec![]),
        _ => (vec![perspective], others),
    };
    if from.is_empty() {
        return Err(Trouble::Unclear("unclear-others"));
    }
    let made = asked.perform(Intent::RecordLineage {
        change,
        from,
        to,
        name,
        reason: reason(asked),
        when: asked.form.get("when").to_owned(),
    })?;
    let link = Link::of(&asked.commons()?, Name::Perspective, &perspective);
    Ok(Outcome::See(link.done(&made.main())))
}
