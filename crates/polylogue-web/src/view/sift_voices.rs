//! Who answers whom, and who was not heard.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{LanguageRow, PersonBrief, Standing};
use polylogue_store::sift::{Edge, Heard, Shape};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of voices shows.
#[derive(Debug, Clone)]
pub struct SiftVoicesView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// How far each was heard, in the same order.
    pub heard: Vec<Heard>,
    /// Who answers whom.
    pub edges: BTreeMap<(usize, usize), Edge>,
    /// The shape of that.
    pub shape: Shape,
    /// Languages things are said in.
    pub languages: Vec<LanguageRow>,
    /// Members who have not said a turn, at most [`PEOPLE_MAX`].
    pub silent: Vec<PersonBrief>,
    /// How many they are.
    pub silent_count: usize,
}

/// People named on the page.
pub const PEOPLE_MAX: usize = 40;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftVoicesView, Trouble> {
    let sifted = asked.sifted()?;
    let is_silent = |it: &&PersonBrief| !it.has_spoken && matches!(it.standing, Standing::Member);
    let people = asked.people()?;
    let silent_count = people.iter().filter(is_silent).count();
    let silent = people.iter().filter(is_silent).take(PEOPLE_MAX).cloned();
    let silent: Vec<PersonBrief> = silent.collect();
    Ok(SiftVoicesView {
        perspectives: sifted.perspectives.clone(),
        heard: sifted.heard.clone(),
        edges: sifted.edges.clone(),
        shape: sifted.shape(),
        languages: asked.reader()?.languages()?,
        silent,
        silent_count,
    })
}
