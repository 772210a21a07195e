//! Making a text from another, and taking over what moved on in one of them.

use std::collections::BTreeMap;

use polylogue_node::InCommons;
use polylogue_node::merging::Choice;

use super::{Outcome, optional};
use crate::asked::Asked;
use crate::link::{Link, short};
use crate::routes::Name;
use crate::trouble::Trouble;
use crate::view::synthesis_merge::plan;

/// Makes a text from another, here or in another commons of this home.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn fork(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let commons = asked.commons()?;
    let from = InCommons {
        commons,
        document: asked.thing()?,
    };
    let into = match asked.form.given("into") {
        Some(typed) => asked.node.find_commons(Some(typed))?,
        None => commons,
    };
    let done = asked.node.fork(from, &into, optional(asked, "title"))?;
    let made = done.operations.first().copied().unwrap_or(done.main());
    Ok(Outcome::See(Link::of(&into, Name::Synthesis, &made)))
}

/// Does what was decided about lines that moved on.
///
/// # Errors
/// As [`fork`].
pub fn merge(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let is_back = asked.form.given("way") == Some("back");
    let plan = plan(asked, is_back)?.ok_or(Trouble::NotFound)?;
    let choice = |it: &polylogue_node::merging::MovedLine| {
        let id = it.there.said.id;
        Some((id, Choice::of_name(asked.form.get(&short(&id)))?))
    };
    let choices: BTreeMap<_, _> = plan.lines.iter().filter_map(choice).collect();
    let here = plan.here;
    if !choices.is_empty() {
        asked
            .node
            .merge(plan, &choices, optional(asked, "because"))?;
    }
    Ok(Outcome::See(Link::of(
        &here.commons,
        Name::Synthesis,
        &here.document,
    )))
}
