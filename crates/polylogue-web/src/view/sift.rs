//! Who says what about whom.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::OperationId;
use polylogue_store::sift::CountOfAsked;

use super::Part;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of moves between perspectives shows.
#[derive(Debug, Clone)]
pub struct SiftView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// Which of them speak in the rows shown.
    pub rows: Part,
    /// Which of them are spoken about in the columns shown.
    pub columns: Part,
    /// How many moves of each polarity, of what is shown: (speaks, is spoken about).
    pub cells: BTreeMap<(usize, usize), [usize; 5]>,
    /// Whether nothing is said about anybody, here or in another part.
    pub is_empty: bool,
    /// Of those shown, perspectives that say something about any.
    pub speaking: BTreeSet<usize>,
    /// Questions asked, by state.
    pub asked: CountOfAsked,
    /// The perspective that all answers go through, if there is one.
    pub star_around: Option<OperationId>,
    /// Perspectives that nobody answers.
    pub no_reply: Vec<OperationId>,
}

/// Perspectives in the rows and in the columns of one part: as many as somebody can take in, and
/// a page of them stays light.
const PERSPECTIVES: usize = 20;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftView, Trouble> {
    let rows = Part::asked(asked, "from", PERSPECTIVES);
    let columns = Part::asked(asked, "across", PERSPECTIVES);
    read(asked, (rows, columns))
}

/// Reads the first part, as a figure of a document.
///
/// # Errors
/// As [`load`].
pub fn load_of(asked: &Asked<'_>) -> Result<SiftView, Trouble> {
    let first = Part::first(PERSPECTIVES, 0);
    read(asked, (first, first))
}

fn read(asked: &Asked<'_>, (rows, columns): (Part, Part)) -> Result<SiftView, Trouble> {
    let sifted = asked.sifted()?;
    let shape = sifted.shape();
    let id = |place: usize| sifted.perspectives.get(place).copied();
    let all = sifted.perspectives.len();
    let (rows, columns) = (rows.of(all), columns.of(all));
    let mut cells = BTreeMap::new();
    let mut speaking = BTreeSet::new();
    for row in rows.places() {
        let of_row = sifted.matrix.since(&(row, 0));
        for (at, cell) in of_row.take_while(|((from, _), _)| *from == row) {
            speaking.insert(row);
            if columns.places().contains(&at.1) {
                cells.insert(*at, cell.polarities());
            }
        }
    }
    Ok(SiftView {
        perspectives: sifted.perspectives.clone(),
        rows,
        columns,
        cells,
        is_empty: sifted.matrix.is_empty(),
        speaking,
        asked: sifted.count_of_asked(),
        star_around: shape.star_around.and_then(id),
        no_reply: shape.no_reply.into_iter().filter_map(id).collect(),
    })
}
