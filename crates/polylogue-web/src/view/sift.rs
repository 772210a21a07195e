//! Who says what about whom.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::sift::CountOfAsked;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of moves between perspectives shows.
#[derive(Debug, Clone)]
pub struct SiftView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// How many moves of each polarity: (speaks, is spoken about).
    pub cells: BTreeMap<(usize, usize), [usize; 5]>,
    /// Questions asked, by state.
    pub asked: CountOfAsked,
    /// The perspective that all answers go through, if there is one.
    pub star_around: Option<OperationId>,
    /// Perspectives that nobody answers.
    pub no_reply: Vec<OperationId>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftView, Trouble> {
    let sifted = asked.sifted()?;
    let shape = sifted.shape();
    let id = |place: usize| sifted.perspectives.get(place).copied();
    Ok(SiftView {
        perspectives: sifted.perspectives.clone(),
        cells: sifted
            .matrix
            .iter()
            .map(|(at, it)| (*at, it.polarities()))
            .collect(),
        asked: sifted.count_of_asked(),
        star_around: shape.star_around.and_then(id),
        no_reply: shape.no_reply.into_iter().filter_map(id).collect(),
    })
}
