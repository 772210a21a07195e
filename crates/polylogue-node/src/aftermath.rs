//! What whoever saved a document must be told of it: lines whose traces went with a line they
//! replaced, and lines that somebody struck meanwhile. Read from the change alone, so that it can
//! be told whenever it is asked for.

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Struck};
use polylogue_store::Reader;
use polylogue_store::query::LineRow;

use crate::refusal::Refusal;

/// A line that came in the place of one that went, which rested on something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untraced {
    /// The number of the new line, from 1.
    pub number: usize,
    /// The new line.
    pub line: OperationId,
    /// The line that went.
    pub gone: OperationId,
}

/// A line that a change wrote and that somebody struck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// Its number, from 1.
    pub number: usize,
    /// The line, with who struck it.
    pub row: LineRow,
}

/// What a change leaves to be looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aftermath {
    /// New lines that rest on nothing where an old one rested on something.
    pub untraced: Vec<Untraced>,
    /// Lines that were struck, and stand because of what the change wrote.
    pub contested: Vec<Contested>,
}

/// What a change of a document leaves to be looked at now.
///
/// # Errors
/// A [`Refusal`] if the disk fails.
pub fn aftermath(
    reader: &Reader,
    document: OperationId,
    change: OperationId,
) -> Result<Aftermath, Refusal> {
    let mut found = Aftermath::default();
    let Some((_, acts)) = reader.acts_of_change(document, change)? else {
        return Ok(found);
    };
    let (mut added, mut struck, mut worded) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for act in acts {
        match reader.body_of(act)? {
            Some(Body::Line(_)) => drop(added.insert(act)),
            Some(Body::LineText(it)) => drop(worded.insert(it.line)),
            Some(Body::LineStruck(it)) if it.struck == Struck::Yes => {
                struck.insert(it.line);
                worded.insert(it.line);
            }
            Some(_) | None => {}
        }
    }
    let text = reader.text_now(document)?;
    // What went and what came between two lines that the change left alone.
    let (mut went, mut came) = (Vec::new(), Vec::new());
    let mut number = 0;
    for row in text.lines() {
        let id = row.said.id;
        if !row.is_struck {
            number += 1;
            if worded.contains(&id) && row.is_contested() {
                let row = LineRow::clone(row);
                found.contested.push(Contested { number, row });
            }
        }
        if struck.contains(&id) {
            went.extend(row.is_struck.then_some(row));
        } else if added.contains(&id) {
            came.extend((!row.is_struck).then_some((number, row)));
        } else if !row.is_struck {
            paired(&mut went, &mut came, &mut found);
        }
    }
    paired(&mut went, &mut came, &mut found);
    Ok(found)
}

fn paired<'a>(
    went: &mut Vec<&'a std::sync::Arc<LineRow>>,
    came: &mut Vec<(usize, &'a std::sync::Arc<LineRow>)>,
    into: &mut Aftermath,
) {
    let rests = |it: &LineRow| it.wordings.iter().any(|it| !it.traces.is_empty());
    for (gone, (number, row)) in went.drain(..).zip(came.drain(..)) {
        if rests(gone) && !rests(row) {
            into.untraced.push(Untraced {
                number,
                line: row.said.id,
                gone: gone.said.id,
            });
        }
    }
    went.clear();
    came.clear();
}
