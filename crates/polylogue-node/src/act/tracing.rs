//! What a line rests on, one thing at a time: everything else it rests on stays as it is, with the
//! passages that were meant.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Kind, LineText, Trace};
use polylogue_store::query::Wording;

use crate::act::desk::{Desk, in_order};
use crate::act::document::{as_worded, traces};
use crate::intent::Tracing;
use crate::refusal::Refusal;

/// Makes a line rest on more. What it rests on already is not added again.
pub(crate) fn attach(
    desk: &mut Desk<'_>,
    line: OperationId,
    tracings: &[Tracing],
) -> Result<(), Refusal> {
    let added = traces(desk, tracings)?;
    change(desk, line, |now| with(now, added))
}

/// Makes a line rest on all that another of its document rested on, with the passages that were
/// meant there: what a save left behind on a line that went.
pub(crate) fn take(
    desk: &mut Desk<'_>,
    line: OperationId,
    from: OperationId,
) -> Result<(), Refusal> {
    if desk.document_of(line)? != desk.document_of(from)? {
        return Err(Refusal::OtherThing {
            id: from,
            expected: "line of the same document",
        });
    }
    let wordings = desk.wordings_of(from)?;
    let added = wordings.into_iter().flat_map(|it| it.traces).collect();
    change(desk, line, |now| with(now, added))
}

fn with(now: &[Trace], added: Vec<Trace>) -> Vec<Trace> {
    let mut all = now.to_vec();
    for trace in added {
        if !all.iter().any(|it| is_same(it, &trace)) {
            all.push(trace);
        }
    }
    all
}

/// Lets a line no longer rest on something: on one passage of it, or on all of it.
pub(crate) fn detach(
    desk: &mut Desk<'_>,
    line: OperationId,
    (of, words): (OperationId, Option<&str>),
) -> Result<(), Refusal> {
    let is_meant = |it: &Trace| {
        let exact = it.passage.as_ref().map_or("", |it| it.exact.as_str());
        it.of == of && words.is_none_or(|words| words == exact)
    };
    change(desk, line, |now| {
        now.iter().filter(|it| !is_meant(it)).cloned().collect()
    })
}

fn is_same(one: &Trace, other: &Trace) -> bool {
    let exact = |it: &Trace| it.passage.as_ref().map(|it| it.exact.clone());
    one.of == other.of && exact(one) == exact(other)
}

/// Writes the first wording that stands again with other traces; of several, only that one.
fn change(
    desk: &mut Desk<'_>,
    line: OperationId,
    traces: impl FnOnce(&[Trace]) -> Vec<Trace>,
) -> Result<(), Refusal> {
    desk.expect_kind(line, Kind::Line, "line")?;
    let wordings: Vec<Wording> = desk.wordings_of(line)?;
    let Some(current) = wordings.first() else {
        return Err(Refusal::TextNotHere { id: line });
    };
    let changed = traces(&current.traces);
    if changed == current.traces {
        desk.leave_as_is(line);
        return Ok(());
    }
    desk.say(LineText {
        line,
        text: desk.text(&as_worded(current)),
        traces: changed,
        replaces: in_order(vec![current.said.id]),
    })?;
    Ok(())
}
