//! The ledger of questions asked.

use polylogue_core::id::OperationId;
use polylogue_store::query::{AskedRow, Page};
use polylogue_store::sift::{self, AskState, CountOfAsked};

use super::{part, slice};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the ledger shows.
#[derive(Debug, Clone)]
pub struct SiftQuestionsView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// This part of the questions, the longest waiting first.
    pub rows: Vec<AskedRow>,
    /// How many put to whom this is about are in each state.
    pub counts: CountOfAsked,
    /// Only those in this state.
    pub state: Option<AskState>,
    /// Only those put to this perspective.
    pub to: Option<OperationId>,
    /// Which part it is.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
}

/// Questions on one page.
const QUESTIONS: u64 = 25;
/// Questions in a figure of a document.
const DRAWN: u64 = 8;

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
    read(asked, (state, to), part(asked, QUESTIONS))
}

/// Reads the first part of the ledger, as a figure of a document: all of it, or what was put to
/// one perspective.
///
/// # Errors
/// As [`load`].
pub fn load_of(asked: &Asked<'_>, to: Option<OperationId>) -> Result<SiftQuestionsView, Trouble> {
    read(asked, (None, to), Page::first(DRAWN))
}

fn read(
    asked: &Asked<'_>,
    (state, to): (Option<AskState>, Option<OperationId>),
    page: Page,
) -> Result<SiftQuestionsView, Trouble> {
    let sifted = asked.sifted()?;
    let place = to.and_then(|it| sifted.place(&it));
    let is_put =
        |it: &&sift::Asked| to.is_none() || place.is_some_and(|place| it.to.contains(&place));
    let put: Vec<&sift::Asked> = sifted.ledger.iter().filter(is_put).collect();
    let count = |state: AskState| put.iter().filter(|it| it.state == state).count();
    let counts = CountOfAsked(AskState::ALL.map(count));
    let all: Vec<&sift::Asked> = put
        .into_iter()
        .filter(|it| state.is_none_or(|state| it.state == state))
        .collect();
    let mut rows = Vec::new();
    for it in slice(&all, page) {
        rows.extend(asked.reader()?.asked_row(it)?);
    }
    Ok(SiftQuestionsView {
        perspectives: sifted.perspectives.clone(),
        rows,
        counts,
        state,
        to,
        has_more: (all.len() as u64) > page.offset.saturating_add(page.limit),
        part: (page.offset, page.limit),
    })
}
