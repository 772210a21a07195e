//! One line of a document: its wordings side by side, what each rests on and how it stands to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_store::query::{
    CameFrom, CommentRow, CreditRow, DocumentRow, Hit, LineDrift, LineRow, Page, RestRow, RoundRow,
    Search, TargetRow, TextNow, Wording,
};

use super::synthesis::came_from;
use crate::asked::Asked;
use crate::routes::Name;
use crate::trouble::Trouble;

/// What the page of a line shows.
#[derive(Debug, Clone)]
pub struct LineView {
    /// The document it stands in.
    pub document: DocumentRow,
    /// The document as it stands.
    pub text: Arc<TextNow>,
    /// The line.
    pub row: LineRow,
    /// For each wording, what it rests on.
    pub rests: Vec<Vec<RestRow>>,
    /// What was found for the words asked for, to rest on.
    pub found: Vec<Hit>,
    /// Wordings beside what they rest on.
    pub drifts: Vec<LineDrift>,
    /// To whom or what the line says something, where that is said as data.
    pub about: Option<TargetRow>,
    /// The first comments on it, those to be answered first.
    pub comments: Vec<CommentRow>,
    /// How many comments there are on it.
    pub comment_count: u64,
    /// For each wording, whose proposals it was taken from.
    pub credits: Vec<Vec<CreditRow>>,
    /// Wordings that were voted on.
    pub rounds: Vec<RoundRow>,
    /// Wordings that were taken from another document.
    pub came: BTreeMap<OperationId, CameFrom>,
}

/// Comments on the page of a line.
const COMMENTS: u64 = 20;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the line is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<LineView, Trouble> {
    let reader = asked.reader()?;
    let (document, row) = reader.line(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let text = reader.text_now(document)?;
    let drift = reader.drift_now(asked.sifted()?, document)?;
    let document = reader.document(document)?.ok_or(Trouble::NotFound)?;
    asked.with_draft(Name::WordLine, &row.said.id)?;
    let mut rests = reader.rests(std::slice::from_ref(&row))?;
    let of = |it: &Wording| rests.remove(&it.said.id).unwrap_or_default();
    let rests = row.wordings.iter().map(of).collect();
    let drifts = drift.of_line(&row.said.id).to_vec();
    let clause = drifts.iter().find_map(|it| it.clause.as_ref());
    let about = clause.or(row.clauses.first()).map(|it| it.target);
    let (comments, comment_count) = reader.comments_in(row.said.id, None, Page::first(COMMENTS))?;
    let wordings = row.wordings.iter();
    let credits: Result<_, _> = wordings.map(|it| reader.credits(it.said.id)).collect();
    let came = came_from(asked, document.said.id, std::slice::from_ref(&row))?;
    Ok(LineView {
        came,
        comments,
        comment_count,
        credits: credits?,
        rounds: reader.rounds(row.said.id, Some(asked.me()?))?,
        about: about.map(|it| reader.what(it)).transpose()?.flatten(),
        found: found(asked)?,
        text,
        document,
        row,
        rests,
        drifts,
    })
}

/// Hits of a search for something to rest on.
const FOUND: u64 = 12;

fn found(asked: &Asked<'_>) -> Result<Vec<Hit>, Trouble> {
    let Some(words) = asked.query.given("find") else {
        return Ok(Vec::new());
    };
    let search = Search {
        words: words.to_owned(),
        ..Search::default()
    };
    let mut found = asked.reader()?.search(&search, Page::first(FOUND))?;
    found.retain(|it| {
        it.target
            .what
            .is_some_and(|what| super::use_in::USED.contains(&what))
    });
    Ok(found)
}
