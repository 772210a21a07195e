//! Comments on documents and lines, what becomes of them, and votes on wordings.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Body, Choice, Comment, Disposed, Disposition, Kind, LineText, WordingVote,
};
use polylogue_core::passage::Passage;
use polylogue_store::query::{CommentOn, CommentRow, CommentState};

use crate::act::desk::{Desk, in_order};
use crate::intent::Worded;
use crate::refusal::Refusal;
use crate::rendered;

/// A comment to make.
pub(crate) struct Commenting {
    pub(crate) on: OperationId,
    pub(crate) words: String,
    pub(crate) text: Worded,
    pub(crate) proposes: Option<Worded>,
}

/// Comments on a line, a document, a comment on one of these, or a leaving out.
pub(crate) fn comment(desk: &mut Desk<'_>, made: &Commenting) -> Result<(), Refusal> {
    let on = desk.kind_of(made.on)?;
    match on {
        Some(Kind::Line | Kind::Document | Kind::LeaveOut) => {}
        Some(Kind::Comment) if !is_reply(desk, made.on)? => {}
        Some(_) | None => {
            return Err(Refusal::OtherThing {
                id: made.on,
                expected: "line, document, comment or leaving out that can be commented on",
            });
        }
    }
    let is_on_line = on == Some(Kind::Line);
    let has_words = !made.words.trim().is_empty();
    let proposes = desk.optional_text(made.proposes.as_ref());
    if !is_on_line && (has_words || proposes.is_some()) {
        return Err(Refusal::OtherThing {
            id: made.on,
            expected: "line: only a line has exact words, and can be worded otherwise",
        });
    }
    let passage = match has_words {
        true => Some(words_in_line(desk, made.on, &made.words)?),
        false => None,
    };
    desk.say(Comment {
        on: made.on,
        passage,
        text: desk.text(&made.text),
        proposes,
    })?;
    Ok(())
}

fn is_reply(desk: &Desk<'_>, comment: OperationId) -> Result<bool, Refusal> {
    let Some(Body::Comment(it)) = desk.body_of(comment)? else {
        return Err(Refusal::TextNotHere { id: comment });
    };
    Ok(desk.kind_of(it.on).ok().flatten() == Some(Kind::Comment))
}

/// Exact words of a line, anchored in the first of its wordings that has them.
fn words_in_line(desk: &Desk<'_>, line: OperationId, words: &str) -> Result<Passage, Refusal> {
    for wording in desk.wordings_of(line)? {
        let plain = rendered::paragraphs(&wording.text.words).join("\n\n");
        let found = Passage::of_words(line, wording.said.id, &plain, words);
        if let Some(passage) = found {
            passage.check()?;
            return Ok(passage);
        }
    }
    Err(Refusal::WordsNotFound {
        words: words.trim().to_owned(),
        id: line,
    })
}

fn comment_row(desk: &Desk<'_>, id: OperationId) -> Result<CommentRow, Refusal> {
    let other = || Refusal::OtherThing {
        id,
        expected: "comment",
    };
    desk.reader().comment(id)?.ok_or_else(other)
}

/// Disposes of a comment with a reason. Where a proposed wording is accepted, the line reads so
/// from then on, and the disposition says that it was written for it.
pub(crate) fn dispose(
    desk: &mut Desk<'_>,
    comment: OperationId,
    disposed: Disposed,
    reason: &Worded,
) -> Result<(), Refusal> {
    let row = comment_row(desk, comment)?;
    if row.state == CommentState::TakenBack {
        return Err(Refusal::AlreadyWithdrawn { id: comment });
    }
    let Some(reason) = desk.optional_text(Some(reason)) else {
        return Err(Refusal::NoWords { what: "the reason" });
    };
    if let [standing] = &row.dispositions[..]
        && standing.disposed == disposed
        && standing.reason.words == reason.words
    {
        desk.leave_as_is(standing.said.id);
        return Ok(());
    }
    let wrote = match (disposed, row.on, &row.proposes) {
        (Disposed::Accepted, CommentOn::Line(line), Some(_)) => write(desk, line, comment)?,
        _ => None,
    };
    let replaces = desk.standing_writes(Kind::Disposition, comment, None)?;
    desk.say(Disposition {
        comment,
        disposed,
        reason,
        wrote,
        replaces,
    })?;
    Ok(())
}

/// Lets a line read as a comment proposes; nothing where it does so already.
fn write(
    desk: &mut Desk<'_>,
    line: OperationId,
    comment: OperationId,
) -> Result<Option<OperationId>, Refusal> {
    let wordings = desk.wordings_of(line)?;
    let (Some(first), Some(Body::Comment(said))) = (wordings.first(), desk.body_of(comment)?)
    else {
        return Err(Refusal::TextNotHere { id: line });
    };
    let Some(text) = said.proposes else {
        return Ok(None);
    };
    if wordings.len() == 1 && first.text.words == text.words {
        return Ok(Some(first.said.id));
    }
    let traces = first.traces.clone();
    desk.say(LineText {
        line,
        text,
        traces,
        replaces: in_order(wordings.iter().map(|it| it.said.id).collect()),
    })
    .map(Some)
}

/// Votes on one exact wording of a line.
pub(crate) fn vote(
    desk: &mut Desk<'_>,
    wording: OperationId,
    choice: Choice,
    reason: Option<&Worded>,
) -> Result<(), Refusal> {
    let is_wording = match desk.body_of(wording)? {
        Some(Body::Line(_) | Body::LineText(_)) => true,
        Some(Body::Comment(it)) => it.proposes.is_some(),
        Some(_) | None => false,
    };
    if !is_wording {
        return Err(Refusal::OtherThing {
            id: wording,
            expected: "wording of a line, or comment that proposes one",
        });
    }
    let me = desk.me();
    let vote = WordingVote {
        wording,
        choice,
        reason: desk.optional_text(reason),
        replaces: desk.standing_writes(Kind::WordingVote, wording, Some(me))?,
    };
    if let [standing] = vote.replaces[..]
        && let Some(Body::WordingVote(before)) = desk.body_of(standing)?
        && (before.choice, &before.reason) == (vote.choice, &vote.reason)
        && desk.acts_on(standing, &[Kind::Withdraw])?.is_empty()
    {
        desk.leave_as_is(standing);
        return Ok(());
    }
    desk.say(vote)?;
    Ok(())
}
