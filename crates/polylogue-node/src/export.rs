//! Writing what is held here in other people's formats.

use std::io::Write;

use polylogue_core::id::OperationId;
use polylogue_formats::mediawiki::{Export, WrittenDialogue, WrittenSite, WrittenTurn};
use polylogue_store::Reader;
use polylogue_store::query::{DialogueRow, Page, Shown, TurnRow};

use crate::node::Node;
use crate::refusal::{Failure, Refusal};

pub mod argument;
pub mod polis;

const PAGE_ROWS: u64 = 200;
const MINUTE_SECONDS: u64 = 60;

/// What an export holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExportReport {
    /// Pages written: one for each dialogue, more where one is very long.
    pub pages: u64,
    /// Dialogues written.
    pub dialogues: u64,
    /// Turns written.
    pub turns: u64,
    /// Turns left out: erased, hidden, or their text is not here.
    pub left_out: u64,
}

impl Node {
    /// Writes every dialogue of a commons as an XML export of MediaWiki talk pages, one at a time.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here, or a failure to read it or to write.
    pub fn export_mediawiki(
        &self,
        commons: &OperationId,
        to: &mut dyn Write,
    ) -> Result<ExportReport, Refusal> {
        let held = self.held(commons)?;
        let reader = held.reader()?;
        let row = reader.commons()?;
        let licence = row.licence;
        let me = reader.person(held.me())?;
        let (mut export, head) = Export::begin(WrittenSite {
            name: row.title.words,
            language: row.language,
            contributor: me.map(|it| it.person.name.words).unwrap_or_default(),
            time: (self.edge().clock)(),
        });
        let mut report = ExportReport::default();
        put(to, &head)?;
        let mut page = Page::first(PAGE_ROWS);
        loop {
            let dialogues = reader.dialogues(page)?;
            if dialogues.is_empty() {
                break;
            }
            page.offset += PAGE_ROWS;
            for row in &dialogues {
                let dialogue = written(&reader, (row, &licence), &mut report)?;
                put(to, &export.dialogue(&dialogue))?;
            }
        }
        report.pages = export.pages();
        put(to, export.end())?;
        to.flush().map_err(failed)?;
        Ok(report)
    }
}

fn put(to: &mut dyn Write, text: &str) -> Result<(), Refusal> {
    to.write_all(text.as_bytes()).map_err(failed)
}

fn failed(what: std::io::Error) -> Refusal {
    Failure::Export { what }.into()
}

fn written(
    reader: &Reader,
    (row, licence): (&DialogueRow, &str),
    report: &mut ExportReport,
) -> Result<WrittenDialogue, Refusal> {
    let mut turns = Vec::new();
    let mut page = Page::first(PAGE_ROWS);
    loop {
        let rows = reader.turns(row.said.id, page)?;
        if rows.is_empty() {
            break;
        }
        page.offset += PAGE_ROWS;
        for turn in rows {
            let is_readable = matches!(turn.said.shown, Shown::Whole | Shown::Withdrawn(_));
            if is_readable && !turn.text.words.trim().is_empty() {
                turns.push(said(turn, licence));
                report.turns += 1;
            } else {
                report.left_out += 1;
            }
        }
    }
    report.dialogues += 1;
    Ok(WrittenDialogue {
        title: row.title.words.clone(),
        turns,
    })
}

/// A turn as others know it: what was brought in keeps the speaker, date, licence and address it
/// came with; what was written here is its author's, at its claimed time, under the licence of the
/// commons unless it names another.
fn said(turn: TurnRow, licence: &str) -> WrittenTurn {
    let by = turn.said.by;
    let named = match by.name.words.trim() {
        "" => by.key.short(),
        name => name.to_owned(),
    };
    match turn.said.brought_in {
        None => WrittenTurn {
            speaker: named,
            said_at: Some(turn.said.time),
            markdown: turn.text.words,
            licence: if turn.licence.is_empty() {
                licence.to_owned()
            } else {
                turn.licence
            },
            source: format!("polylogue:{}", turn.said.id),
        },
        Some(it) => WrittenTurn {
            speaker: it.speaker,
            said_at: seconds_of(&it.date),
            markdown: turn.text.words,
            licence: if it.licence.is_empty() {
                turn.licence
            } else {
                it.licence
            },
            source: it.address,
        },
    }
}

/// Reads a date as imports write it, `YYYY-MM-DDTHH:MMZ`; anything else is no time to sign with.
fn seconds_of(date: &str) -> Option<u64> {
    let (day, clock) = date.strip_suffix('Z')?.split_once('T')?;
    let mut parts = day.split('-').chain(clock.split(':'));
    let mut next = || parts.next()?.parse::<u64>().ok();
    let (year, month, day, hour, minute) = (next()?, next()?, next()?, next()?, next()?);
    let is_date = (1970..10_000).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hour < 24
        && minute < 60;
    if !is_date {
        return None;
    }
    // Years begin in March here, so that the day of a leap year comes last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1;
    let days = days.checked_sub(719_468)?;
    Some((days * 24 * 60 + hour * 60 + minute) * MINUTE_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_imports_are_times() {
        assert_eq!(seconds_of("1970-01-01T00:00Z"), Some(0));
        assert_eq!(seconds_of("2011-05-03T12:34Z"), Some(1_304_426_040));
        assert_eq!(seconds_of("2000-02-29T12:34Z"), Some(951_827_640));
        assert_eq!(seconds_of("2011"), None);
        assert_eq!(seconds_of("2011-13-03T12:34Z"), None);
    }
}
