//! Which standing question each perspective takes up.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::QuestionRow;
use polylogue_store::sift::Covered;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of coverage shows.
#[derive(Debug, Clone)]
pub struct SiftCoverageView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// Standing questions in their order.
    pub questions: Vec<QuestionRow>,
    /// By perspective and question.
    pub cells: BTreeMap<(usize, usize), Covered>,
}

/// Questions in columns, at most: beyond that no table is readable.
const QUESTIONS_MAX: usize = 40;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftCoverageView, Trouble> {
    let sifted = asked.sifted()?;
    let mut questions = asked.reader()?.questions()?;
    questions.truncate(QUESTIONS_MAX);
    Ok(SiftCoverageView {
        perspectives: sifted.perspectives.clone(),
        cells: sifted.coverage.clone(),
        questions,
    })
}
