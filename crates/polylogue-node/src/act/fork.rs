//! A document made from another, and laid beside it again: ordinary writes, and where each line
//! comes from.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Document, Kind, Line, LineClause, LineFrom, LineText, LinesFrom, Struck,
};
use polylogue_core::limits::{LINES_FROM_MAX, PLACE_BYTES_MAX};
use polylogue_core::text::Text;
use polylogue_store::query::{LineRow, Wording, Words};

use crate::act::desk::Desk;
use crate::act::document::{as_worded, say_over, strike_line};
use crate::intent::{Forked, OtherDocument, Worded};
use crate::lines::places;
use crate::merging::{Choice, Moved, MovedLine};
use crate::refusal::Refusal;

fn text(desk: &Desk<'_>, words: &Words) -> Text {
    desk.text(&Worded {
        words: words.words.clone(),
        language: Some(words.language.clone()),
    })
}

/// Makes a document of another's lines, with all wordings that stand.
pub(crate) fn fork(desk: &mut Desk<'_>, title: &Worded, from: Forked) -> Result<(), Refusal> {
    let document = desk.say(Document {
        title: desk.text(title),
        licence: from.licence,
    })?;
    let mut lines = Vec::with_capacity(from.lines.len());
    for row in from.lines.iter().filter(|it| !it.is_struck) {
        let Some(first) = row.wordings.first() else {
            continue;
        };
        let line = desk.say(Line {
            document,
            text: text(desk, &first.text),
            traces: first.traces.clone(),
            place: row.place.clone(),
        })?;
        for other in &row.wordings[1..] {
            beside(desk, line, other)?;
        }
        if from.other.commons.is_none() {
            clause(desk, line, row)?;
        }
        lines.push(LineFrom {
            line: Some(line),
            from: row.said.id,
            wording: first.said.id,
        });
    }
    record(desk, document, from.other, &lines)
}

/// Says a wording that replaces none.
fn beside(desk: &mut Desk<'_>, line: OperationId, wording: &Wording) -> Result<(), Refusal> {
    let text = desk.text(&as_worded(wording));
    desk.say(LineText {
        line,
        text,
        traces: wording.traces.clone(),
        replaces: Vec::new(),
    })?;
    Ok(())
}

/// Says of a line as data what another says.
fn clause(desk: &mut Desk<'_>, line: OperationId, row: &LineRow) -> Result<(), Refusal> {
    let Some(said) = row.clauses.first() else {
        return Ok(());
    };
    let condition = said.condition.as_ref().map(|it| text(desk, it));
    desk.say(LineClause {
        line,
        perspective: said.perspective,
        kind: said.kind,
        target: said.target,
        condition,
        replaces: Vec::new(),
    })?;
    Ok(())
}

fn record(
    desk: &mut Desk<'_>,
    document: OperationId,
    other: OtherDocument,
    lines: &[LineFrom],
) -> Result<(), Refusal> {
    for lines in lines.chunks(LINES_FROM_MAX) {
        desk.say(LinesFrom {
            document,
            commons: other.commons,
            origin: other.document,
            lines: lines.to_vec(),
        })?;
    }
    Ok(())
}

/// Does here what was decided about lines that moved on elsewhere, and keeps what was decided.
pub(crate) fn merge(
    desk: &mut Desk<'_>,
    document: OperationId,
    other: OtherDocument,
    decided: &[(MovedLine, Choice)],
) -> Result<(), Refusal> {
    desk.expect_kind(document, Kind::Document, "document")?;
    let mut known = desk.places_of(document)?;
    // Several new lines behind one line come in their order.
    let mut behind: BTreeMap<Option<OperationId>, OperationId> = BTreeMap::new();
    let mut lines = Vec::new();
    for (line, choice) in decided {
        let here = line.here.as_ref().map(|it| it.said.id);
        let mut level = LineFrom {
            line: here,
            from: line.there.said.id,
            wording: line.wording.said.id,
        };
        match (line.moved, choice, &line.here) {
            (Moved::Reworded | Moved::Both, Choice::Take, Some(row)) => take(desk, line, row)?,
            (Moved::Reworded | Moved::Both, Choice::Discuss, Some(row)) => {
                beside(desk, row.said.id, &line.wording)?;
            }
            (Moved::Struck, Choice::Take, Some(row)) => {
                strike_line(desk, row.said.id, Struck::Yes)?;
            }
            // They part: it is not asked again.
            (Moved::Struck, Choice::Keep, _) => level.line = None,
            (Moved::Added, Choice::Take, _) => {
                let after = behind.get(&line.after).copied().or(line.after);
                let id = add(desk, document, (&mut known, after), line)?;
                behind.insert(line.after, id);
                level.line = Some(id);
            }
            (_, Choice::Keep, _) => {}
            // Left open: it is asked again.
            (_, Choice::Discuss | Choice::Take, _) => continue,
        }
        lines.push(level);
    }
    if lines.is_empty() {
        desk.leave_as_is(document);
        return Ok(());
    }
    record(desk, document, other, &lines)
}

fn take(desk: &mut Desk<'_>, line: &MovedLine, row: &LineRow) -> Result<(), Refusal> {
    let said = LineText {
        line: row.said.id,
        text: desk.text(&as_worded(&line.wording)),
        traces: line.wording.traces.clone(),
        replaces: row.wordings.iter().map(|it| it.said.id).collect(),
    };
    say_over(desk, said)
}

fn add(
    desk: &mut Desk<'_>,
    document: OperationId,
    (known, after): (&mut Vec<(String, OperationId)>, Option<OperationId>),
    line: &MovedLine,
) -> Result<OperationId, Refusal> {
    let lower = known.iter().find(|(_, id)| Some(*id) == after);
    let lower = lower.map_or(String::new(), |(place, _)| place.clone());
    let upper = known.iter().map(|(place, _)| place.as_str());
    let upper = upper.filter(|it| **it > *lower).min();
    let mut fresh = places(&lower, upper, 1, PLACE_BYTES_MAX);
    let place = fresh.pop().unwrap_or(lower);
    let id = desk.say(Line {
        document,
        text: desk.text(&as_worded(&line.wording)),
        traces: line.wording.traces.clone(),
        place: place.clone(),
    })?;
    known.push((place, id));
    Ok(id)
}
