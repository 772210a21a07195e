//! Which standing question each perspective takes up.

use polylogue_core::id::OperationId;
use polylogue_store::query::QuestionRow;
use polylogue_store::shelf::Shelf;
use polylogue_store::sift::Covered;

use super::Part;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of coverage shows.
#[derive(Debug, Clone)]
pub struct SiftCoverageView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// Which of them have their rows shown.
    pub rows: Part,
    /// The standing questions that are shown, in their order.
    pub questions: Vec<QuestionRow>,
    /// Which of all they are.
    pub columns: Part,
    /// By perspective and question.
    pub cells: Shelf<(usize, usize), Covered>,
}

/// Perspectives in the rows of one part.
const PERSPECTIVES: usize = 20;
/// Questions in columns, at most: beyond that no table is readable.
const QUESTIONS: usize = 40;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftCoverageView, Trouble> {
    let rows = Part::asked(asked, "from", PERSPECTIVES);
    read(asked, (rows, Part::asked(asked, "across", QUESTIONS)))
}

/// Reads the first part, as a figure of a document.
///
/// # Errors
/// As [`load`].
pub fn load_of(asked: &Asked<'_>) -> Result<SiftCoverageView, Trouble> {
    let rows = Part::first(PERSPECTIVES, 0);
    read(asked, (rows, Part::first(QUESTIONS, 0)))
}

fn read(asked: &Asked<'_>, (rows, columns): (Part, Part)) -> Result<SiftCoverageView, Trouble> {
    let sifted = asked.sifted()?;
    let mut questions = asked.reader()?.questions()?;
    let columns = columns.of(questions.len());
    questions.truncate(columns.places().end);
    questions.drain(..columns.places().start);
    Ok(SiftCoverageView {
        rows: rows.of(sifted.perspectives.len()),
        perspectives: sifted.perspectives.clone(),
        cells: sifted.coverage.clone(),
        questions,
        columns,
    })
}
