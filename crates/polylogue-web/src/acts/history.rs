//! Taking a change of a document back.

use polylogue_node::intent::Intent;

use super::{Outcome, optional};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;

/// Takes back what a change did.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn undo(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let change = asked.thing()?;
    let document = asked.reader()?.document_of_act(change)?;
    let document = document.ok_or(Trouble::NotFound)?.said.id;
    let done = asked.perform(because(asked, Intent::UndoChange { change }))?;
    let link = Link::of(&asked.commons()?, Name::SynthesisHistory, &document);
    Ok(Outcome::See(if done.is_unchanged {
        link.with("unchanged", "yes")
    } else {
        link
    }))
}

/// An intent with the reason that was given for it, if one was.
#[must_use]
pub fn because(asked: &Asked<'_>, act: Intent) -> Intent {
    match optional(asked, "because") {
        Some(reason) => Intent::Because {
            act: Box::new(act),
            reason,
        },
        None => act,
    }
}
