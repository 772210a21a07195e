//! One perspective against all others, on one page.

use polylogue_core::id::OperationId;
use polylogue_store::query::{ClaimRow, MoveRow, Page};
use polylogue_store::sift::{ClauseOf, Toward};

use super::Part;
use crate::asked::Asked;
use crate::page::parts::is_readable;
use crate::trouble::Trouble;

/// What a synopsis shows.
#[derive(Debug, Clone)]
pub struct SynopsisView {
    /// The perspective that speaks.
    pub who: OperationId,
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// This part of the others it speaks about.
    pub toward: Vec<About>,
    /// Claims it holds, the first of them.
    pub holds: Vec<ClaimRow>,
    /// Whether it holds more.
    pub holds_more: bool,
    /// What it says about itself.
    pub itself: Option<About>,
    /// Others it says nothing about.
    pub silent_about: Vec<OperationId>,
    /// Which part it is.
    pub part: Part,
}

/// What it says about one.
#[derive(Debug, Clone)]
pub struct About {
    /// The other.
    pub whom: OperationId,
    /// What it says first.
    pub headlines: Vec<Clause>,
    /// What it keeps back.
    pub qualifiers: Vec<Clause>,
    /// The counts, and what is unanswered.
    pub toward: Toward,
}

/// One kind of remark about another, with the words of its first moves.
#[derive(Debug, Clone)]
pub struct Clause {
    /// The kind and all its moves, by number.
    pub of: ClauseOf,
    /// The first of them.
    pub rows: Vec<MoveRow>,
}

/// Perspectives on one page: more than any sheet holds.
const OTHERS: usize = 24;
/// Claims it holds that are shown.
const HOLDS: usize = 12;
/// Moves whose words stand in one clause.
const WORDS: usize = 2;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the perspective is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynopsisView, Trouble> {
    let sifted = asked.sifted()?;
    let who = asked.thing()?;
    let place = sifted.place(&who).ok_or(Trouble::NotFound)?;
    let synopsis = sifted.synopsis(place);
    let part = Part::asked(asked, "from", OTHERS).of(synopsis.toward.len());
    let id = |place: usize| sifted.perspectives.get(place).copied();
    let mut toward = Vec::new();
    for it in &synopsis.toward[part.places()] {
        toward.extend(about(asked, id(it.whom), it)?);
    }
    let itself = match &synopsis.itself {
        Some(it) => about(asked, Some(who), it)?,
        None => None,
    };
    let page = Page {
        offset: 0,
        limit: HOLDS as u64 + 1,
    };
    let mut holds = asked.reader()?.claims_held_by(who, page)?;
    let holds_more = holds.len() > HOLDS;
    holds.truncate(HOLDS);
    holds.retain(|it| is_readable(&it.said.shown));
    Ok(SynopsisView {
        who,
        holds,
        holds_more,
        perspectives: sifted.perspectives.clone(),
        toward,
        itself,
        silent_about: synopsis.silent_about.into_iter().filter_map(id).collect(),
        part,
    })
}

fn about(
    asked: &Asked<'_>,
    whom: Option<OperationId>,
    toward: &Toward,
) -> Result<Option<About>, Trouble> {
    let Some(whom) = whom else { return Ok(None) };
    let clauses = |all: &[ClauseOf]| -> Result<Vec<Clause>, Trouble> {
        let clause = |of: &ClauseOf| {
            let first = &of.moves[..of.moves.len().min(WORDS)];
            Ok(Clause {
                rows: asked.reader()?.moves_at(first)?,
                of: of.clone(),
            })
        };
        all.iter().map(clause).collect()
    };
    Ok(Some(About {
        whom,
        headlines: clauses(&toward.headlines)?,
        qualifiers: clauses(&toward.qualifiers)?,
        toward: toward.clone(),
    }))
}
