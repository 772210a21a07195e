//! Remarks.

use polylogue_core::id::OperationId;
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{MoveFilter, MoveRow, Page, TargetRow};

use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of remarks shows.
#[derive(Debug, Clone)]
pub struct MovesView {
    /// This part of the remarks.
    pub rows: Vec<MoveRow>,
    /// Which part it is.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
    /// Whether only questions without an answer are shown.
    pub is_open_only: bool,
    /// The filter as the address has it.
    pub filter: Vec<(&'static str, String)>,
    /// What all of them are about, where one thing was asked for.
    pub about: Option<TargetRow>,
}

/// Remarks on one page.
const MOVES: u64 = 25;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<MovesView, Trouble> {
    let page = part(asked, MOVES);
    let is_open_only = asked.query.get("state") == "open";
    let filter = ["state", "kind", "dialogue", "target"].into_iter();
    let filter = filter.filter_map(|it| Some((it, asked.query.given(it)?.to_owned())));
    let dialogue = asked
        .query
        .given("dialogue")
        .map(|it| asked.resolve(it))
        .transpose()?;
    let mut rows = if is_open_only {
        asked.reader()?.waiting_questions(dialogue, and_one(page))?
    } else {
        of_kind(asked, dialogue, page)?
    };
    let has_more = cut(&mut rows, page);
    Ok(MovesView {
        rows,
        part: (page.offset, page.limit),
        has_more,
        is_open_only,
        filter: filter.collect(),
        about: match asked.query.given("target") {
            Some(it) => asked.reader()?.what(asked.resolve(it)?)?,
            None => None,
        },
    })
}

fn of_kind(
    asked: &Asked<'_>,
    dialogue: Option<OperationId>,
    page: Page,
) -> Result<Vec<MoveRow>, Trouble> {
    let kind = MoveKind::of_name(asked.query.get("kind")).map(MoveKind::number);
    let target = asked.query.given("target");
    let filter = MoveFilter {
        kind,
        dialogue,
        target: target.map(|it| asked.resolve(it)).transpose()?,
        ..MoveFilter::default()
    };
    Ok(asked.reader()?.moves(&filter, and_one(page))?)
}
