//! The claims of a commons.

use polylogue_core::id::OperationId;
use polylogue_store::query::{ClaimRow, Compared, Hit};

use super::similar::alike;
use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::routes::Name;
use crate::trouble::Trouble;

/// What the page of claims shows.
#[derive(Debug, Clone)]
pub struct ClaimsView {
    /// This part of the claims.
    pub rows: Vec<ClaimRow>,
    /// Which part it is: rows before, rows at most.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
    /// Claims in all.
    pub count: u64,
    /// Claims the reader has voted on.
    pub voted: u64,
    /// What a new claim can be put under.
    pub places: Vec<Place>,
    /// The commons, which the form for a new claim is about.
    pub commons: OperationId,
    /// Claims like the one that is being written, when it is looked at before it is put.
    pub similar: Vec<Hit>,
}

/// What a claim can be put under, with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A standing question.
    Question(OperationId, String),
    /// A dialogue.
    Dialogue(OperationId, String),
}

/// Claims on one page.
const CLAIMS: u64 = 25;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<ClaimsView, Trouble> {
    let reader = asked.reader()?;
    let page = part(asked, CLAIMS);
    let mut rows = reader.claims_listed(and_one(page))?;
    let has_more = cut(&mut rows, page);
    let questions = reader.questions()?.into_iter();
    let mut places: Vec<Place> = questions
        .map(|it| Place::Question(it.said.id, it.text.words))
        .collect();
    let dialogues = asked.dialogues()?.iter();
    places.extend(dialogues.map(|it| Place::Dialogue(it.id, it.title.words.clone())));
    // Nobody can choose what was emptied or hidden.
    places.retain(|(Place::Question(_, words) | Place::Dialogue(_, words))| !words.is_empty());
    let commons = asked.commons()?;
    let progress = super::vote::progress(asked)?;
    let draft = asked.with_draft(Name::AddClaim, &commons)?;
    Ok(ClaimsView {
        commons,
        similar: match draft.filter(|_| asked.query.given("preview").is_some()) {
            Some(draft) => alike(asked, &draft, Compared::Claims)?,
            None => Vec::new(),
        },
        rows,
        part: (page.offset, page.limit),
        has_more,
        count: progress.claims,
        voted: progress.voted,
        places,
    })
}
