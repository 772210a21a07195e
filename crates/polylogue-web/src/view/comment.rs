//! One comment: what it is on, what became of it, the replies.

use polylogue_store::query::{CommentRow, DocumentRow, LineRow, Page, TargetRow, WordingVotes};

use crate::asked::Asked;
use crate::trouble::Trouble;
use crate::view::part;

/// Replies on one part of the page.
pub const REPLIES: u64 = 50;

/// What the page of a comment shows.
#[derive(Debug, Clone)]
pub struct CommentView {
    /// The comment.
    pub row: CommentRow,
    /// The document it is in.
    pub document: Option<DocumentRow>,
    /// The line it is on.
    pub line: Option<LineRow>,
    /// What it answers, where it is a reply.
    pub answers: Option<TargetRow>,
    /// Replies to it.
    pub replies: Vec<CommentRow>,
    /// Which of them.
    pub part: Page,
    /// Votes on the wording it proposes.
    pub votes: WordingVotes,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the comment is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<CommentView, Trouble> {
    use polylogue_store::query::CommentOn;

    let reader = asked.reader()?;
    let row = reader.comment(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let document = match row.document {
        Some(id) => reader.document(id)?,
        None => None,
    };
    let line = match row.on {
        CommentOn::Line(id) => reader.line(id)?.map(|(_, row)| row),
        _ => None,
    };
    let answers = match row.on {
        CommentOn::Comment(id) | CommentOn::LeaveOut(id) => reader.what(id)?,
        _ => None,
    };
    let part = part(asked, REPLIES);
    let replies = reader.replies(row.said.id, part)?;
    let votes = reader.wording_votes(row.said.id, Some(asked.me()?))?;
    Ok(CommentView {
        row,
        document,
        line,
        answers,
        replies,
        part,
        votes,
    })
}
