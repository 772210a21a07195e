//! The ledger of questions asked.

use polylogue_core::id::OperationId;
use polylogue_store::query::AskedRow;
use polylogue_store::sift::{self, AskState, CountOfAsked};

use super::Part;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the ledger shows.
#[derive(Debug, Clone)]
pub struct SiftQuestionsView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// This part of the questions: first those that wait, the longest waiting before the others.
    pub rows: Vec<AskedRow>,
    /// How many put to whom this is about are in each state.
    pub counts: CountOfAsked,
    /// Only those in this state.
    pub state: Option<AskState>,
    /// Only those put to this perspective.
    pub to: Option<OperationId>,
    /// Which part it is.
    pub part: Part,
}

/// Questions on one page.
const QUESTIONS: usize = 50;
/// Questions in a figure of a document.
const DRAWN: usize = 8;
/// Answers shown of one question, and as many words that leave it open; its own page has all.
const ANSWERS: usize = 3;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftQuestionsView, Trouble> {
    let state = AskState::of_name(asked.query.get("state"));
    let to = asked
        .query
        .given("to")
        .map(|it| asked.resolve(it))
        .transpose()?;
    read(asked, (state, to), Part::asked(asked, "from", QUESTIONS))
}

/// Reads the first part of the ledger, as a figure of a document: all of it, or what was put to
/// one perspective.
///
/// # Errors
/// As [`load`].
pub fn load_of(asked: &Asked<'_>, to: Option<OperationId>) -> Result<SiftQuestionsView, Trouble> {
    read(asked, (None, to), Part::first(DRAWN, 0))
}

fn read(
    asked: &Asked<'_>,
    (state, to): (Option<AskState>, Option<OperationId>),
    part: Part,
) -> Result<SiftQuestionsView, Trouble> {
    let sifted = asked.sifted()?;
    // Somebody who is not here was asked nothing.
    let place = to.map(|it| sifted.place(&it));
    let is_put = |it: &sift::Asked| place.is_none_or(|at| at.is_some_and(|at| it.to.contains(&at)));
    let counts = match place {
        None => sifted.count_of_asked(),
        Some(_) => sift::count(sifted.ledger.values().filter(|it| is_put(it))),
    };
    let fits = |it: &&sift::Asked| state.is_none_or(|state| it.state == state) && is_put(it);
    let part = part.of(match state {
        Some(state) => counts.of(state),
        None => counts.0.iter().sum(),
    });
    let waits = |it: &&sift::Asked| it.state.waits();
    let all = || sifted.ledger.values().filter(fits);
    let all = all().filter(waits).chain(all().filter(|it| !waits(it)));
    let mut rows = Vec::new();
    for it in all.skip(part.from).take(part.limit) {
        rows.extend(asked.reader()?.asked_row(it, ANSWERS)?);
    }
    Ok(SiftQuestionsView {
        perspectives: sifted.perspectives.clone(),
        rows,
        counts,
        state,
        to,
        part,
    })
}
