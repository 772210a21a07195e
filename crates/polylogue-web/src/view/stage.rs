//! One stage: its plan, what it needs, how far it is.

use std::collections::BTreeMap;

use polylogue_core::id::Key;
use polylogue_store::query::{CheckRow, PersonBrief, StageRow, Standing};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// People who can be chosen to answer for a stage, at most.
const PEOPLE: usize = 200;

/// What the page of a stage shows.
#[derive(Debug, Clone)]
pub struct StageView {
    /// The stage.
    pub row: StageRow,
    /// What was counted, by the number of its check.
    pub checks: BTreeMap<u16, CheckRow>,
    /// Members who may answer for it.
    pub people: Vec<PersonBrief>,
    /// The reader.
    pub me: Key,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the stage is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<StageView, Trouble> {
    let row = asked.reader()?.stage(asked.thing()?)?;
    let row = row.ok_or(Trouble::NotFound)?;
    let people = asked.people()?.iter();
    let members = people.filter(|it| it.standing == Standing::Member && !it.name.words.is_empty());
    Ok(StageView {
        checks: super::stages::counted(asked, std::slice::from_ref(&row))?,
        people: members.take(PEOPLE).cloned().collect(),
        me: asked.me()?,
        row,
    })
}
