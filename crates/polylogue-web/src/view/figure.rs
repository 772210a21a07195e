//! What figures of a document show: live, from the same views as the pages they lead to.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_node::block::{self, Block, Figure};
use polylogue_store::query::LineRow;

use super::map::MapView;
use super::sift::SiftView;
use super::sift_coverage::SiftCoverageView;
use super::sift_questions::SiftQuestionsView;
use super::sift_shared::SiftSharedView;
use crate::asked::Asked;
use crate::link::short;
use crate::trouble::Trouble;

/// Figures of one document that are drawn; more lead to what they would show.
const DRAWN_MAX: usize = 12;

/// A figure of a line.
#[derive(Debug)]
pub struct FigureView {
    /// What it shows.
    pub shows: Shows,
    /// When that was so (seconds since 1970-01-01 UTC): now, until an edition freezes it.
    pub as_of: u64,
}

/// What a figure shows.
#[derive(Debug)]
pub enum Shows {
    /// An opinion map.
    Map(Box<MapView>),
    /// Who says what about whom.
    Matrix(SiftView),
    /// What was asked.
    Ledger(SiftQuestionsView),
    /// Which question each perspective takes up.
    Coverage(SiftCoverageView),
    /// What several perspectives share.
    Shared(SiftSharedView),
    /// What it names is not here, or holds nothing that could be drawn.
    Nothing,
    /// There are more than a page draws.
    TooMany,
}

/// Reads the figures of these lines, by wording.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub fn load(
    asked: &Asked<'_>,
    lines: &[LineRow],
) -> Result<BTreeMap<OperationId, FigureView>, Trouble> {
    let standing = lines.iter().filter(|it| !it.is_struck);
    let wordings = standing.flat_map(|it| &it.wordings);
    load_of(
        asked,
        wordings.map(|it| (it.said.id, it.text.words.as_str())),
        asked.now,
    )
}

/// Reads the figures among these wordings, each given by its id and words.
///
/// # Errors
/// As [`load`].
pub fn load_of<'a>(
    asked: &Asked<'_>,
    wordings: impl Iterator<Item = (OperationId, &'a str)>,
    as_of: u64,
) -> Result<BTreeMap<OperationId, FigureView>, Trouble> {
    let mut figures = BTreeMap::new();
    for (wording, words) in wordings {
        let Block::Figure(_, figure) = Block::of(words) else {
            continue;
        };
        let shows = if figures.len() < DRAWN_MAX {
            shows(asked, &wording, figure)?
        } else {
            Shows::TooMany
        };
        figures.insert(wording, FigureView { shows, as_of });
    }
    Ok(figures)
}

fn shows(
    asked: &Asked<'_>,
    wording: &OperationId,
    figure: block::Asked<'_>,
) -> Result<Shows, Trouble> {
    let id = match figure.of {
        "" => None,
        digits => match asked.resolve(digits) {
            Ok(id) => Some(id),
            Err(Trouble::NotFound | Trouble::Refused(_)) => return Ok(Shows::Nothing),
            Err(trouble) => return Err(trouble),
        },
    };
    let shown = match figure.figure {
        Some(Figure::Map) => {
            let commons = asked.commons()?;
            let at = format!("f-{}-", short(wording));
            super::map::load_of(asked, id.unwrap_or(commons), &at)
                .map(|it| Shows::Map(Box::new(it)))
        }
        Some(Figure::Matrix) => super::sift::load_of(asked).map(Shows::Matrix),
        Some(Figure::Ledger) => super::sift_questions::load_of(asked, id).map(Shows::Ledger),
        Some(Figure::Coverage) => super::sift_coverage::load_of(asked).map(Shows::Coverage),
        Some(Figure::Shared) => super::sift_shared::load_of(asked).map(Shows::Shared),
        None => return Ok(Shows::Nothing),
    };
    match shown {
        Err(Trouble::NotFound) => Ok(Shows::Nothing),
        other => other,
    }
}
