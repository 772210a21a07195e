//! The ledger of questions asked.

use polylogue_core::id::OperationId;
use polylogue_store::query::AskedRow;
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
    /// How many there are in each state, whatever is shown.
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

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftQuestionsView, Trouble> {
    let sifted = asked.sifted()?;
    let state = AskState::of_name(asked.query.get("state"));
    let to = asked
        .query
        .given("to")
        .map(|it| asked.resolve(it))
        .transpose()?;
    let place = to.and_then(|it| sifted.place(&it));
    let fits = |it: &&sift::Asked| {
        state.is_none_or(|state| it.state == state)
            && (to.is_none() || place.is_some_and(|place| it.to.contains(&place)))
    };
    let all: Vec<&sift::Asked> = sifted.ledger.iter().filter(fits).collect();
    let page = part(asked, QUESTIONS);
    let mut rows = Vec::new();
    for it in slice(&all, page) {
        rows.extend(asked.reader()?.asked_row(it)?);
    }
    Ok(SiftQuestionsView {
        perspectives: sifted.perspectives.clone(),
        rows,
        counts: sifted.count_of_asked(),
        state,
        to,
        has_more: (all.len() as u64) > page.offset.saturating_add(page.limit),
        part: (page.offset, page.limit),
    })
}
