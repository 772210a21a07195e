//! Anything said here.

use polylogue_core::kind::{Erasable, Kind};
use polylogue_store::query::{LogRow, Said, TargetRow, Thing};

use super::near::{self, Near};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of a thing shows.
#[derive(Debug, Clone)]
pub struct ThingView {
    /// The thing in words.
    pub target: TargetRow,
    /// Who signed it, and what became of it.
    pub log: LogRow,
    /// What has become of its words, and by which act.
    pub said: Said,
    /// Whether its words can be emptied.
    pub erasable: Erasable,
    /// Whether the reader signed it.
    pub is_mine: bool,
    /// How many acts hold words of it, where it can be emptied.
    pub quoted: usize,
    /// Things it can be suggested with.
    pub others: Near,
}

/// What can be suggested with something.
const SUGGESTED: [Thing; 6] = [
    Thing::Perspective,
    Thing::Question,
    Thing::Dialogue,
    Thing::Turn,
    Thing::Claim,
    Thing::Move,
];

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if nothing here has the id.
pub fn load(asked: &Asked<'_>) -> Result<ThingView, Trouble> {
    let id = asked.thing()?;
    let reader = asked.reader()?;
    let log = reader.operation(id)?.ok_or(Trouble::NotFound)?;
    let me = asked.me()?;
    let erasable = Kind::of(log.kind).map_or(Erasable::No, Kind::erasable);
    let quoted = match erasable {
        Erasable::Yes => reader.quoted_in(&[id])?.len(),
        Erasable::No => 0,
    };
    let target = super::target(asked, &id)?;
    let nearby = near::of_sort(asked, target.what)?;
    Ok(ThingView {
        others: near::near(asked, &id, &SUGGESTED, &nearby)?,
        target,
        said: reader.said_of(id)?.ok_or(Trouble::NotFound)?,
        erasable,
        quoted,
        is_mine: log.by.key == me,
        log,
    })
}
