//! The comments on a document, by what became of them.

use polylogue_store::query::{
    CommentCounts, CommentRow, CommentState, DocumentRow, LeaveOutRow, Page,
};

use crate::asked::Asked;
use crate::trouble::Trouble;
use crate::view::part;

/// Comments on one page of the list.
pub const COMMENTS: u64 = 50;

/// What the page of a document's comments shows.
#[derive(Debug, Clone)]
pub struct CommentsView {
    /// The document.
    pub document: DocumentRow,
    /// How many are in each state.
    pub counts: CommentCounts,
    /// The state asked for; none: all, those to be answered first.
    pub state: Option<CommentState>,
    /// The comments of this part.
    pub rows: Vec<CommentRow>,
    /// How many there are of what was asked for.
    pub all: u64,
    /// Which part.
    pub part: Page,
    /// The editions it was left out of.
    pub left_out: Vec<LeaveOutRow>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<CommentsView, Trouble> {
    let reader = asked.reader()?;
    let document = reader.document(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let state = CommentState::of_name(asked.query.get("state"));
    let part = part(asked, COMMENTS);
    let (rows, all) = reader.comments_in(document.said.id, state, part)?;
    Ok(CommentsView {
        counts: reader.comment_counts(document.said.id)?,
        left_out: reader.left_out(document.said.id)?,
        document,
        state,
        rows,
        all,
        part,
    })
}
