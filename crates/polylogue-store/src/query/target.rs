//! Anything by its id: what it is, in a few words; passages and whether their words still stand.

use std::collections::hash_map::Entry;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind};
use polylogue_core::passage::Passage;
use polylogue_core::text::normalised;
use polylogue_core::verdict::Verdict;

use crate::database::{as_i64, id_at};
use crate::fault::StoreFault;
use crate::fold::Record;
use crate::index::{wording_of_line, wording_of_perspective, wording_of_turn, words_of};
use crate::query::said::no_words;
use crate::query::{Anchored, PassageRow, Shown, TargetRow, Thing, Words};
use crate::reader::{Reader, TextStanding};

/// Characters of a thing's words shown where it is only named.
const BEGINNING_CHARACTERS: usize = 140;
/// Digits a prefix of an id must have.
const PREFIX_DIGITS_MIN: usize = 4;
const FOUND_MAX: u64 = 64;

impl Reader {
    /// What an id names, in a few words; none if nothing here has this id or names it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn what(&self, id: OperationId) -> Result<Option<TargetRow>, StoreFault> {
        match self.number(id)? {
            Some(_) => self.target(id, None).map(Some),
            None => Ok(None),
        }
    }

    /// Operations whose id begins with these hexadecimal digits (at least four), with the numbers
    /// of their kinds, in order of id, at most 64.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn resolve(&self, prefix: &str) -> Result<Vec<(OperationId, u16)>, StoreFault> {
        let prefix = prefix.trim().to_ascii_lowercase();
        if prefix.len() < PREFIX_DIGITS_MIN || prefix.len() > 64 {
            return Ok(Vec::new());
        }
        let low = OperationId::from_hex(&format!("{prefix:0<64}"));
        let high = OperationId::from_hex(&format!("{prefix:f<64}"));
        let (Some(low), Some(high)) = (low, high) else {
            return Ok(Vec::new());
        };
        const FIND: &str = "SELECT id, kind FROM operation
            WHERE id >= ?1 AND id <= ?2 AND header IS NOT NULL ORDER BY id LIMIT ?3";
        self.database()
            .all(FIND, (low.0, high.0, as_i64(FOUND_MAX)), |row| {
                Ok((id_at(row, 0)?, row.get(1)?))
            })
    }

    /// What refers to a thing and counts: what rests on it. In order of number here, at most
    /// 1,000; votes are not among them.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn rest_on(&self, id: OperationId) -> Result<Vec<TargetRow>, StoreFault> {
        const SOURCES: &str = "SELECT operation.id FROM reference
            JOIN operation ON operation.n = reference.source
            WHERE reference.target = ?1 ORDER BY operation.time, operation.id LIMIT 1000";
        let Some(n) = self.number(id)? else {
            return Ok(Vec::new());
        };
        let sources = self.database().all(SOURCES, [n], |row| id_at(row, 0))?;
        sources
            .into_iter()
            .map(|id| self.target(id, None))
            .collect()
    }

    /// What an id names, with the passage of it that is meant.
    pub(crate) fn target(
        &self,
        id: OperationId,
        passage: Option<&Passage>,
    ) -> Result<TargetRow, StoreFault> {
        let passage = passage.map(|it| self.passage(it)).transpose()?;
        if let Some(known) = self.targets.borrow().get(&id) {
            return Ok(TargetRow {
                passage,
                ..known.clone()
            });
        }
        let row = match self.record_of(id)? {
            Some(record) => self.look_up(&record)?,
            None => not_here(id),
        };
        self.targets.borrow_mut().insert(id, row.clone());
        Ok(TargetRow { passage, ..row })
    }

    /// As [`Reader::target`], of a record that was read already.
    pub(crate) fn target_of(&self, record: &Record) -> Result<TargetRow, StoreFault> {
        if let Some(known) = self.targets.borrow().get(&record.id) {
            return Ok(known.clone());
        }
        let row = self.look_up(record)?;
        self.targets.borrow_mut().insert(record.id, row.clone());
        Ok(row)
    }

    fn look_up(&self, record: &Record) -> Result<TargetRow, StoreFault> {
        let mut row = not_here(record.id);
        if self.verdict(record)? != Verdict::Accepted {
            return Ok(row);
        }
        row.what = Thing::of_kind(record.kind);
        row.dialogue = self.dialogue_of(record)?;
        row.by = Some(self.person_ref(self.person_behind(record.key)?)?);
        row.shown = self.shown(record)?;
        if matches!(row.shown, Shown::Whole | Shown::Withdrawn(_)) {
            row.words = self.beginning(record)?;
            (row.speaker, row.said_at) = told(record);
            row.made = match record.said() {
                Some(Ok(Body::Move(it))) => Some(it.kind),
                Some(_) | None => None,
            };
        }
        Ok(row)
    }

    /// The beginning of a thing's words, in its current wording.
    fn beginning(&self, record: &Record) -> Result<Words, StoreFault> {
        let Some(body) = self.current_body(record)? else {
            return Ok(no_words());
        };
        let name = match &body {
            Body::Perspective(it) => Some(&it.name),
            Body::PerspectiveRevise(it) => Some(&it.name),
            Body::Dialogue(it) => Some(&it.title),
            Body::Source(it) => Some(&it.title),
            Body::Practice(it) => Some(&it.title),
            Body::Profile(it) => Some(&it.name),
            Body::Document(it) => Some(&it.title),
            Body::Dissent(it) => Some(&it.title),
            Body::Comment(it) => Some(&it.text),
            Body::Action(it) => Some(&it.text),
            Body::Stage(it) => Some(&it.plan.name),
            Body::LeaveOut(it) => Some(&it.reason),
            Body::Note(it) => Some(&it.text),
            Body::Line(it) => Some(&it.text),
            Body::LineText(it) => Some(&it.text),
            Body::Turn(it) => Some(&it.text),
            _ => None,
        };
        if let Some(text) = name {
            let words = beginning(&text.words);
            return Ok(Words {
                words,
                ..crate::query::said::words(text)
            });
        }
        Ok(match words_of(&body) {
            Some((_, language, words)) => Words {
                words: beginning(&words),
                language: language.to_owned(),
                direction: "auto",
            },
            None => no_words(),
        })
    }

    /// What a thing says in its current wording.
    pub(crate) fn current_body(&self, record: &Record) -> Result<Option<Body>, StoreFault> {
        let wording = match Kind::of(record.kind) {
            Some(Kind::Turn) => wording_of_turn(self.database(), record.n)?,
            Some(Kind::Perspective) => wording_of_perspective(self.database(), record.n)?,
            Some(Kind::Line) => wording_of_line(self.database(), record.n)?,
            _ => None,
        };
        let revision = match wording {
            Some(n) => self.record(n)?.filter(|it| it.body.is_some()),
            None => None,
        };
        Ok(revision
            .as_ref()
            .unwrap_or(record)
            .said()
            .and_then(Result::ok))
    }

    fn dialogue_of(&self, record: &Record) -> Result<Option<OperationId>, StoreFault> {
        const TURN: &str = "SELECT place FROM turn WHERE n = ?1";
        const MOVE: &str = "SELECT dialogue FROM move WHERE n = ?1 AND dialogue > 0";
        let n: Option<i64> = match Kind::of(record.kind) {
            Some(Kind::Turn) => self.database().value(TURN, [record.n])?,
            Some(Kind::Move) => self.database().value(MOVE, [record.n])?,
            Some(Kind::Dialogue) => return Ok(Some(record.id)),
            Some(Kind::Claim) => {
                return Ok(match record.said() {
                    Some(Ok(Body::Claim(claim))) => claim.under,
                    Some(_) | None => None,
                });
            }
            _ => None,
        };
        match n {
            Some(n) => crate::names::id_of(self.database(), n),
            None => Ok(None),
        }
    }

    /// A passage, and whether its words still stand.
    pub(crate) fn passage(&self, passage: &Passage) -> Result<PassageRow, StoreFault> {
        let mut row = PassageRow {
            of: passage.of,
            dialogue: None,
            number: None,
            revision: passage.revision,
            exact: passage.exact.clone(),
            before: passage.before.clone(),
            after: passage.after.clone(),
            start: passage.start,
            anchored: Anchored::TextNotHere,
        };
        let is_kept = passage.revision == passage.of || !self.is_taken_out(passage.revision)?;
        let mut texts = self.texts.borrow_mut();
        let standing = match texts.entry(passage.of) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(self.standing_text(passage.of)?),
        };
        (row.dialogue, row.number) = (standing.dialogue, standing.number);
        if standing.is_emptied || !is_kept {
            row.anchored = Anchored::Emptied;
            for words in [&mut row.exact, &mut row.before, &mut row.after] {
                words.clear();
            }
        } else if let Some(text) = &standing.words {
            row.anchored = if stands_in(text, &passage.exact) {
                Anchored::Here
            } else {
                Anchored::Orphaned
            };
        }
        Ok(row)
    }

    /// Whether the words of a thing were emptied, or a moderator hid them.
    fn is_taken_out(&self, id: OperationId) -> Result<bool, StoreFault> {
        match self.record_of(id)? {
            Some(record) => Ok(is_taken_out(&self.shown(&record)?)),
            None => Ok(false),
        }
    }

    /// What passages of a text are looked for in; read once for all of them.
    fn standing_text(&self, of: OperationId) -> Result<TextStanding, StoreFault> {
        let mut standing = TextStanding::default();
        let Some(record) = self.record_of(of)? else {
            return Ok(standing);
        };
        if self.verdict(&record)? != Verdict::Accepted {
            return Ok(standing);
        }
        standing.is_emptied = is_taken_out(&self.shown(&record)?);
        if !self.may_read(&record)? {
            return Ok(standing);
        }
        standing.dialogue = self.dialogue_of(&record)?;
        standing.number = self.turn_number(record.n)?;
        standing.words = self.current_body(&record)?.map(|body| match body {
            Body::Turn(it) => it.text.words,
            Body::TurnRevise(it) => it.text.words,
            Body::Source(it) => it.text.map_or_else(String::new, |text| text.words),
            Body::Line(it) => it.text.words,
            Body::LineText(it) => it.text.words,
            _ => String::new(),
        });
        Ok(standing)
    }
}

/// Whether words were taken out of what is shown: quotations of them show no more than they do.
fn is_taken_out(shown: &Shown) -> bool {
    matches!(
        shown,
        Shown::ErasedByAuthor(_) | Shown::ErasedByModerator(_) | Shown::Hidden(_)
    )
}

/// Who spoke and when, as far as the source tells of a piece that was brought in.
pub(super) fn told(record: &Record) -> (Option<String>, Option<String>) {
    let Some(Ok(body)) = record.said() else {
        return (None, None);
    };
    let Some(from) = crate::fold::brought_in(&body) else {
        return (None, None);
    };
    let is_turn = matches!(body, Body::Turn(_));
    let given = |words: &String| Some(words.clone()).filter(|it| !it.is_empty());
    (given(&from.speaker).filter(|_| is_turn), given(&from.date))
}

/// Something of which nothing but its id is known.
pub(crate) fn not_here(id: OperationId) -> TargetRow {
    TargetRow {
        id,
        what: None,
        words: no_words(),
        dialogue: None,
        by: None,
        speaker: None,
        said_at: None,
        made: None,
        shown: Shown::Whole,
        passage: None,
    }
}

/// Whether a passage's words stand in a text. Most do as they were written; the others are
/// compared as a reader sees them.
pub(crate) fn stands_in(text: &str, exact: &str) -> bool {
    text.contains(exact)
        || normalised(text).contains(exact)
        || as_read(text).contains(&as_read(exact))
}

/// The beginning of some words, cut between words.
pub(crate) fn beginning(words: &str) -> String {
    let enough = words
        .char_indices()
        .nth(4 * BEGINNING_CHARACTERS)
        .map_or(words.len(), |it| it.0);
    let one_line = normalised(&words[..enough]);
    if one_line.chars().count() <= BEGINNING_CHARACTERS {
        return one_line;
    }
    let cut: String = one_line.chars().take(BEGINNING_CHARACTERS).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// Roughly what a reader sees of Markdown: passages are taken from what is rendered, and only
/// pages render. Marks and the addresses of links are left out on both sides of a comparison.
fn as_read(markdown: &str) -> String {
    let mut read = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(character) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix("](") {
            rest = behind.split_once(')').map_or("", |(_, after)| after);
            continue;
        }
        if !matches!(
            character,
            '*' | '_' | '`' | '#' | '>' | '[' | ']' | '\\' | '~'
        ) {
            read.push(character);
        }
        rest = &rest[character.len_utf8()..];
    }
    normalised(&read)
}
