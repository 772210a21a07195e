//! What makes the writes of one act in a document one change, and takes a change back.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Body, DocumentChange, Kind, LineClause, LinePlace, LineStruck, LineText, Struck,
};
use polylogue_core::limits::REFERENCES_MAX;
use polylogue_core::operation::Operation;

use crate::act::desk::{Desk, in_order};
use crate::act::document::{strike_line, strike_seen};
use crate::refusal::Refusal;

/// Closes what was written in documents: one change for each. Nothing where none was touched.
pub(crate) fn close(desk: &mut Desk<'_>) -> Result<Vec<OperationId>, Refusal> {
    let mut first: Vec<(OperationId, OperationId)> = Vec::new();
    let mut documents: BTreeMap<OperationId, OperationId> = BTreeMap::new();
    let mut written = Vec::new();
    for operation in desk.signed() {
        let Some(Ok(body)) = operation.body() else {
            continue;
        };
        let line = match body {
            Body::Document(_) => {
                written.push((operation.id(), Ok(operation.id())));
                continue;
            }
            Body::Line(it) => {
                documents.insert(operation.id(), it.document);
                written.push((operation.id(), Ok(it.document)));
                continue;
            }
            Body::LineText(it) => it.line,
            Body::LinePlace(it) => it.line,
            Body::LineStruck(it) => it.line,
            Body::LineClause(it) => it.line,
            _ => continue,
        };
        written.push((operation.id(), Err(line)));
    }
    for (id, named) in written {
        let document = match named {
            Ok(document) => Some(document),
            Err(line) => match documents.get(&line) {
                Some(document) => Some(*document),
                None => {
                    let found = desk.document_of_line(line)?;
                    documents.extend(found.map(|it| (line, it)));
                    found
                }
            },
        };
        if let Some(document) = document
            && !first.iter().any(|(it, _)| *it == document)
        {
            first.push((document, id));
        }
    }
    if first.is_empty() {
        return Ok(Vec::new());
    }
    let (because, undoes) = desk.take_reason()?;
    let mut changes = Vec::with_capacity(first.len());
    for (document, first) in first {
        let mut after = desk.reader().document_heads(document)?;
        after.truncate(REFERENCES_MAX);
        changes.push(desk.say(DocumentChange {
            document,
            first,
            after: in_order(after),
            because,
            undoes,
        })?);
    }
    Ok(changes)
}

/// Takes back what a change did, by ordinary writes that name its own: where somebody wrote on
/// meanwhile, both wordings stand.
pub(crate) fn undo(desk: &mut Desk<'_>, change: OperationId) -> Result<(), Refusal> {
    let not_a_change = || Refusal::OtherThing {
        id: change,
        expected: "change of a document",
    };
    let document = desk
        .reader()
        .document_of_act(change)?
        .ok_or_else(not_a_change)?;
    let acts = desk.reader().acts_of_change(document.said.id, change)?;
    let (address, acts) = acts.ok_or_else(not_a_change)?;
    let before = desk.signed().len();
    for act in acts.iter().rev() {
        match desk.body_of(*act)? {
            Some(Body::Line(_)) => unadd(desk, *act, &acts)?,
            Some(Body::LineText(it)) => unword(desk, *act, &it)?,
            Some(Body::LinePlace(it)) => unplace(desk, *act, &it)?,
            Some(Body::LineStruck(it)) => unstrike(desk, *act, &it)?,
            Some(Body::LineClause(it)) => unsay(desk, *act, &it)?,
            Some(_) | None => {}
        }
    }
    if desk.signed().len() == before {
        desk.leave_as_is(address);
    } else {
        desk.note_undone(address);
    }
    Ok(())
}

/// Strikes a line as the change left it: what somebody wrote on it meanwhile stands beside.
fn unadd(desk: &mut Desk<'_>, line: OperationId, change: &[OperationId]) -> Result<(), Refusal> {
    let Some((_, row)) = desk.reader().line(line)? else {
        return Ok(());
    };
    // Taken back already.
    if row.is_struck || row.is_contested() {
        return Ok(());
    }
    let left = row.wordings.iter().map(|it| it.said.id);
    let left: Vec<OperationId> = left.filter(|it| change.contains(it)).collect();
    strike_seen(desk, line, &left)
}

/// Lets the wordings stand again that a wording replaced.
fn unword(desk: &mut Desk<'_>, act: OperationId, it: &LineText) -> Result<(), Refusal> {
    let standing = desk.wordings_of(it.line)?;
    for replaced in &it.replaces {
        let Some(wording) = desk.reader().wording(*replaced)? else {
            continue;
        };
        // Taken back already, or said again by somebody.
        let text = desk.text(&super::document::as_worded(&wording));
        let says_so = |it: &polylogue_store::query::Wording| {
            it.text.words == text.words && it.traces == wording.traces
        };
        if standing.iter().any(says_so) || text.words.is_empty() {
            continue;
        }
        desk.say(LineText {
            line: it.line,
            text,
            traces: wording.traces,
            replaces: vec![act],
        })?;
    }
    Ok(())
}

fn unplace(desk: &mut Desk<'_>, act: OperationId, it: &LinePlace) -> Result<(), Refusal> {
    let standing = desk.standing_writes(Kind::LinePlace, it.line, None)?;
    let Some(replaced) = it.replaces.first().filter(|_| standing.contains(&act)) else {
        return Ok(());
    };
    let place = match desk.body_of(*replaced)? {
        Some(Body::Line(it)) => it.place,
        Some(Body::LinePlace(it)) => it.place,
        Some(_) | None => return Ok(()),
    };
    desk.say(LinePlace {
        line: it.line,
        place,
        replaces: standing,
    })?;
    Ok(())
}

fn unstrike(desk: &mut Desk<'_>, act: OperationId, it: &LineStruck) -> Result<(), Refusal> {
    let standing = desk.standing_writes(Kind::LineStruck, it.line, None)?;
    if !standing.contains(&act) {
        return Ok(());
    }
    let is_done = |done: &Operation| match done.body() {
        Some(Ok(Body::LineStruck(done))) => done.line == it.line,
        Some(_) | None => false,
    };
    // A strike of many wordings is several acts.
    if desk.signed().iter().any(is_done) {
        return Ok(());
    }
    let struck = match it.struck {
        Struck::Yes => Struck::No,
        Struck::No => Struck::Yes,
    };
    strike_line(desk, it.line, struck)
}

/// Says again what was said as data before; what was said for the first time stays, since a
/// clause has no empty form.
fn unsay(desk: &mut Desk<'_>, act: OperationId, it: &LineClause) -> Result<(), Refusal> {
    let standing = desk.standing_writes(Kind::LineClause, it.line, None)?;
    let Some(replaced) = it.replaces.first().filter(|_| standing.contains(&act)) else {
        return Ok(());
    };
    if let Some(Body::LineClause(earlier)) = desk.body_of(*replaced)? {
        desk.say(LineClause {
            replaces: standing,
            ..earlier
        })?;
    }
    Ok(())
}
