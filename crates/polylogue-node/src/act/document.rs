//! Shared documents: a set of lines, each worded, placed and struck by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Document, Kind, Line, LineClause, LinePlace, LineStruck, LineText, Struck, Trace,
};
use polylogue_core::limits::{PLACE_BYTES_MAX, REFERENCES_MAX};
use polylogue_store::query::{LineRow, PersonRef, Thing, Wording};

use crate::act::desk::{Desk, in_order};
use crate::intent::{BaseLine, NewClause, NewLine, Tracing, Worded};
use crate::lines::{LineChange, changes, lines_of, on_one_line, places};
use crate::refusal::Refusal;

/// What a line may rest on; a line rests on no line, so that nothing rests on itself.
const TRACED: &[Thing] = &[
    Thing::Move,
    Thing::Claim,
    Thing::Turn,
    Thing::Question,
    Thing::Source,
    Thing::Practice,
];

pub(crate) fn begin(desk: &mut Desk<'_>, title: &Worded, lines: &[NewLine]) -> Result<(), Refusal> {
    let document = desk.say(Document {
        title: desk.text(title),
        licence: String::new(),
    })?;
    let places = places("", None, lines.len(), PLACE_BYTES_MAX);
    for (line, place) in lines.iter().zip(places) {
        put_line(desk, document, line, place)?;
    }
    Ok(())
}

/// Adds lines after another, or before all others.
pub(crate) fn add_lines(
    desk: &mut Desk<'_>,
    document: OperationId,
    after: Option<OperationId>,
    lines: &[NewLine],
) -> Result<(), Refusal> {
    desk.expect_kind(document, Kind::Document, "document")?;
    let known = desk.places_of(document)?;
    let lower = match after {
        None => String::new(),
        Some(line) => {
            let found = known.iter().find(|(_, id)| *id == line);
            let found = found.map(|(place, _)| place.clone());
            found.ok_or(Refusal::OtherThing {
                id: line,
                expected: "line of this document",
            })?
        }
    };
    let all: Vec<&str> = known.iter().map(|(place, _)| place.as_str()).collect();
    let places = room(&all, &lower, lines.len());
    for (line, place) in lines.iter().zip(places) {
        put_line(desk, document, line, place)?;
    }
    Ok(())
}

/// Places behind one, before whatever stands next.
fn room(all: &[&str], lower: &str, count: usize) -> Vec<String> {
    let upper = all.iter().copied().filter(|it| *it > lower).min();
    places(lower, upper, count, PLACE_BYTES_MAX)
}

fn put_line(
    desk: &mut Desk<'_>,
    document: OperationId,
    line: &NewLine,
    place: String,
) -> Result<(), Refusal> {
    if line.text.words.trim().is_empty() {
        return Err(Refusal::NoWords { what: "the line" });
    }
    let traces = traces(desk, &line.traces)?;
    let id = desk.say(Line {
        document,
        text: desk.text(&line.text),
        traces,
        place,
    })?;
    match &line.clause {
        Some(clause) => write_clause(desk, id, clause, Vec::new()),
        None => Ok(()),
    }
}

pub(crate) fn traces(desk: &Desk<'_>, all: &[Tracing]) -> Result<Vec<Trace>, Refusal> {
    let mut traces = Vec::with_capacity(all.len());
    for tracing in all {
        let expected = "remark, claim, turn, question, source or practice";
        desk.expect(tracing.of, TRACED, expected)?;
        let passage = tracing.passage.as_ref();
        traces.push(Trace {
            of: tracing.of,
            passage: passage.map(|it| desk.passage(it)).transpose()?,
        });
    }
    Ok(traces)
}

/// Words a line anew, or says anew what it rests on.
pub(crate) fn revise_line(
    desk: &mut Desk<'_>,
    line: OperationId,
    text: Option<&Worded>,
    rests_on: Option<&[Tracing]>,
) -> Result<(), Refusal> {
    desk.expect_kind(line, Kind::Line, "line")?;
    let row = standing(desk, line)?;
    let Some(current) = row.wordings.first() else {
        return Err(Refusal::TextNotHere { id: line });
    };
    let answers_strike = text.is_some() && row.is_contested();
    let rests_on = match rests_on {
        Some(all) => traces(desk, all)?,
        None => current.traces.clone(),
    };
    let text = match text {
        Some(text) => desk.text(text),
        None => desk.text(&as_worded(current)),
    };
    let said = LineText {
        line,
        text,
        traces: rests_on,
        replaces: row.wordings.iter().map(|it| it.said.id).collect(),
    };
    say_over(desk, said)?;
    if answers_strike {
        write_struck(desk, line, Struck::No, &[])?;
    }
    Ok(())
}

/// What a person is called in a sentence.
pub(crate) fn called(who: &PersonRef) -> String {
    match who.name.words.as_str() {
        "" => who.key.short(),
        name => name.to_owned(),
    }
}

/// A line that is not struck: whoever words one that is would see nothing of it.
fn standing(desk: &Desk<'_>, line: OperationId) -> Result<LineRow, Refusal> {
    let row = desk.reader().line(line)?.map(|(_, row)| row);
    let row = row.ok_or(Refusal::TextNotHere { id: line })?;
    match row.strikes.first().filter(|_| row.is_struck) {
        Some(strike) => Err(Refusal::LineIsStruck {
            line,
            by: called(&strike.by),
        }),
        None => Ok(row),
    }
}

pub(crate) fn as_worded(wording: &Wording) -> Worded {
    Worded {
        words: wording.text.words.clone(),
        language: Some(wording.text.language.clone()),
    }
}

/// Lets one wording stand for all of a line's, and the line stand where somebody struck it.
pub(crate) fn settle(
    desk: &mut Desk<'_>,
    line: OperationId,
    wording: OperationId,
) -> Result<(), Refusal> {
    desk.expect_kind(line, Kind::Line, "line")?;
    let row = standing(desk, line)?;
    let kept = row.wordings.iter().find(|it| it.said.id == wording);
    let kept = kept.ok_or(Refusal::OtherThing {
        id: wording,
        expected: "wording that stands on this line",
    })?;
    if !row.is_open() {
        desk.leave_as_is(wording);
    }
    if row.wordings.len() > 1 {
        let said = LineText {
            line,
            text: desk.text(&as_worded(kept)),
            traces: kept.traces.clone(),
            replaces: row.wordings.iter().map(|it| it.said.id).collect(),
        };
        say_over(desk, said)?;
    }
    if row.is_contested() {
        write_struck(desk, line, Struck::No, &[])?;
    }
    Ok(())
}

/// Says what a line says, as data.
pub(crate) fn say_clause(
    desk: &mut Desk<'_>,
    line: OperationId,
    clause: &NewClause,
) -> Result<(), Refusal> {
    desk.expect_kind(line, Kind::Line, "line")?;
    let replaces = desk.standing_writes(Kind::LineClause, line, None)?;
    write_clause(desk, line, clause, replaces)
}

fn write_clause(
    desk: &mut Desk<'_>,
    line: OperationId,
    clause: &NewClause,
    replaces: Vec<OperationId>,
) -> Result<(), Refusal> {
    desk.expect(clause.perspective, &[Thing::Perspective], "perspective")?;
    let about = [TRACED, &[Thing::Perspective]].concat();
    desk.expect(clause.target, &about, "perspective, claim, turn or remark")?;
    desk.say(LineClause {
        line,
        perspective: clause.perspective,
        kind: clause.kind.number(),
        target: clause.target,
        condition: desk.optional_text(clause.condition.as_ref()),
        replaces,
    })?;
    Ok(())
}

/// Strikes a line with all that stands on it, or lets it stand again.
pub(crate) fn strike_line(
    desk: &mut Desk<'_>,
    line: OperationId,
    struck: Struck,
) -> Result<(), Refusal> {
    desk.expect_kind(line, Kind::Line, "line")?;
    let row = desk.reader().line(line)?.map(|(_, row)| row);
    let is_so = row.as_ref().is_some_and(|it| match struck {
        Struck::Yes => it.is_struck,
        Struck::No => it.strikes.is_empty(),
    });
    if is_so {
        desk.leave_as_is(line);
        return Ok(());
    }
    let wordings = row.map_or(Vec::new(), |it| it.wordings);
    let seen: Vec<OperationId> = wordings.iter().map(|it| it.said.id).collect();
    write_struck(desk, line, struck, &seen)
}

/// Strikes a line of which these wordings were seen: others stand beside the strike. Nothing where
/// it is struck already.
pub(super) fn strike_seen(
    desk: &mut Desk<'_>,
    line: OperationId,
    seen: &[OperationId],
) -> Result<(), Refusal> {
    desk.expect_kind(line, Kind::Line, "line")?;
    let row = desk.reader().line(line)?;
    if row.is_some_and(|(_, row)| row.is_struck) {
        desk.leave_as_is(line);
        return Ok(());
    }
    write_struck(desk, line, Struck::Yes, seen)
}

/// Writes whether a line is struck. An act names so many at most: of more, each names the line and
/// some, and all of them stand.
fn write_struck(
    desk: &mut Desk<'_>,
    line: OperationId,
    struck: Struck,
    seen: &[OperationId],
) -> Result<(), Refusal> {
    let mut named = desk.standing_writes(Kind::LineStruck, line, None)?;
    let of_line = match struck {
        Struck::Yes => {
            named.extend(seen.iter().filter(|it| **it != line));
            Some(line)
        }
        Struck::No => None,
    };
    let named = in_order(named);
    let mut parts: Vec<&[OperationId]> = named.chunks(REFERENCES_MAX - 1).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    for part in parts {
        let replaces = in_order(part.iter().copied().chain(of_line).collect());
        desk.say(LineStruck {
            line,
            struck,
            replaces,
        })?;
    }
    Ok(())
}

/// Saves a text against the lines it was loaded from: only lines it touched are written, and each
/// write names the wordings that were loaded, so that what others wrote meanwhile stands beside.
pub(crate) fn save(
    desk: &mut Desk<'_>,
    document: OperationId,
    base: &[BaseLine],
    text: &Worded,
) -> Result<(), Refusal> {
    desk.expect_kind(document, Kind::Document, "document")?;
    let stands = desk.reader().text_now(document)?;
    let rows = stands.lines();
    let known: Vec<(String, OperationId)> = rows
        .iter()
        .map(|it| (it.place.clone(), it.said.id))
        .collect();
    let loaded = loaded(desk, rows, base)?;
    let before: Vec<String> = loaded
        .iter()
        .map(|it| on_one_line(&it.text.words))
        .collect();
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let fresh = lines_of(&text.words);
    let (all, continues) = changes(&before, &fresh);
    if all.is_empty() {
        desk.leave_as_is(document);
        return Ok(());
    }
    let mut put = places_of_new(&known, base, &all, &continues);
    let worded = |words: String| Worded {
        words,
        ..text.clone()
    };
    for change in all {
        match change {
            LineChange::Reword { line, text } => {
                let text = desk.text(&worded(text));
                let said = LineText {
                    line: base[line].line,
                    text,
                    traces: loaded[line].traces.clone(),
                    replaces: base[line].wordings.clone(),
                };
                say_over(desk, said)?;
            }
            LineChange::Add { at, text } => {
                let line = NewLine {
                    text: worded(text),
                    traces: Vec::new(),
                    clause: None,
                };
                put_line(desk, document, &line, put.remove(&at).unwrap_or_default())?;
            }
            LineChange::Strike { line } => {
                strike_seen(desk, base[line].line, &base[line].wordings)?;
            }
            LineChange::Move { line, at } => {
                let line = base[line].line;
                let mut replaces = desk.standing_writes(Kind::LinePlace, line, None)?;
                if replaces.is_empty() {
                    replaces.push(line);
                }
                let place = put.remove(&at).unwrap_or_default();
                desk.say(LinePlace {
                    line,
                    place,
                    replaces,
                })?;
            }
        }
    }
    Ok(())
}

/// The wordings a text was loaded with: most of them stand still.
fn loaded(
    desk: &Desk<'_>,
    rows: &[Arc<LineRow>],
    base: &[BaseLine],
) -> Result<Vec<Wording>, Refusal> {
    let by_line: BTreeMap<OperationId, &Arc<LineRow>> =
        rows.iter().map(|row| (row.said.id, row)).collect();
    let mut loaded = Vec::with_capacity(base.len());
    for line in base {
        let row = by_line.get(&line.line).ok_or(Refusal::OtherThing {
            id: line.line,
            expected: "line of this document",
        })?;
        let stands = |id: &OperationId| row.wordings.iter().find(|it| it.said.id == *id);
        let first = line.wordings.first().and_then(stands);
        loaded.push(
            match first.filter(|_| line.wordings.iter().all(|it| stands(it).is_some())) {
                Some(wording) => wording.clone(),
                None => desk.wording_of(line)?,
            },
        );
    }
    Ok(loaded)
}

/// Says a wording that replaces others, however many these are: an act names so many at most, so
/// that the first of several names the next.
pub(super) fn say_over(desk: &mut Desk<'_>, said: LineText) -> Result<(), Refusal> {
    let mut left = in_order(said.replaces.clone());
    while left.len() > REFERENCES_MAX {
        let rest = left.split_off(REFERENCES_MAX);
        let so_far = desk.say(LineText {
            replaces: left,
            ..said.clone()
        })?;
        left = in_order([rest, vec![so_far]].concat());
    }
    desk.say(LineText {
        replaces: left,
        ..said
    })?;
    Ok(())
}

/// Places for what a save adds or moves, by place in the new text.
fn places_of_new(
    known: &[(String, OperationId)],
    base: &[BaseLine],
    all: &[LineChange],
    continues: &[Option<usize>],
) -> BTreeMap<usize, String> {
    let by_id: BTreeMap<OperationId, &str> = known
        .iter()
        .map(|(place, id)| (*id, place.as_str()))
        .collect();
    let every: Vec<&str> = known.iter().map(|(place, _)| place.as_str()).collect();
    let places = all.iter().filter_map(|it| match it {
        LineChange::Add { at, .. } | LineChange::Move { at, .. } => Some(*at),
        LineChange::Reword { .. } | LineChange::Strike { .. } => None,
    });
    let places: BTreeSet<usize> = places.collect();
    let is_put = |at: usize| places.contains(&at);
    let mut put = BTreeMap::new();
    let (mut lower, mut at) = (String::new(), 0);
    while at < continues.len() {
        let count = (at..continues.len()).take_while(|it| is_put(*it)).count();
        if count > 0 {
            let fresh = room(&every, &lower, count);
            put.extend((at..at + count).zip(fresh));
            at += count;
        }
        if let Some(place) = continues.get(at).copied().flatten() {
            lower = by_id
                .get(&base[place].line)
                .copied()
                .unwrap_or_default()
                .to_owned();
            at += 1;
        }
    }
    put
}
