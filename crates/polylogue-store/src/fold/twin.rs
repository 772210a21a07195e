//! Pieces brought in from elsewhere. What two people brought in of one place is shown once: the
//! one with the lowest id, and whatever else of that piece its bringer brought. Of turns that were
//! emptied here a hash is kept, so that bringing in their page again does not bring them back.

use polylogue_core::id::Hash;
use polylogue_core::kind::{Body, BroughtIn, Kind};
use polylogue_core::text::normalised;
use rusqlite::Row;

use super::{Folding, Record};
use crate::database::tie_of;
use crate::fault::StoreFault;

/// The beginning of a hash over some parts, as a number.
fn number_of(parts: &[&[u8]]) -> i64 {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend_from_slice(&part.len().to_be_bytes());
        bytes.extend_from_slice(part);
    }
    tie_of(&Hash::of(&bytes).0)
}

/// The number of a revision of a page.
pub(crate) fn page_number(address: &str, revision: &str) -> i64 {
    number_of(&[address.as_bytes(), revision.as_bytes()])
}

/// Where a body was brought in from, if it was.
pub(crate) fn brought_in(body: &Body) -> Option<&BroughtIn> {
    match body {
        Body::Turn(it) => it.brought_in.as_ref(),
        Body::Claim(it) => it.brought_in.as_ref(),
        Body::Dialogue(it) => it.brought_in.as_ref(),
        Body::Perspective(it) => it.brought_in.as_ref(),
        Body::Question(it) => it.brought_in.as_ref(),
        Body::Count(it) => Some(&it.brought_in),
        _ => None,
    }
}

fn words(body: &Body) -> &str {
    match body {
        Body::Turn(it) => &it.text.words,
        Body::Claim(it) => &it.text.words,
        Body::Dialogue(it) => &it.title.words,
        Body::Perspective(it) => &it.name.words,
        Body::Question(it) => &it.text.words,
        Body::Count(it) => &it.group.words,
        _ => "",
    }
}

/// What the revision of a claim begins with that has a number in the conversation it is from.
const NUMBERED: &str = "comment ";

/// A piece is the same by kind, address, lines and speaker; where the source has no lines, by its
/// words instead; and a claim that has a number where it is from, by that.
fn piece_number(kind: u16, from: &BroughtIn, body: &Body) -> i64 {
    let (first, last) = from.lines;
    if matches!(body, Body::Claim(_)) && from.revision.starts_with(NUMBERED) {
        let (address, revision) = (from.address.as_bytes(), from.revision.as_bytes());
        return number_of(&[&kind.to_be_bytes(), address, revision]);
    }
    let words = if from.lines == (0, 0) {
        words(body)
    } else {
        ""
    };
    number_of(&[
        &kind.to_be_bytes(),
        from.address.as_bytes(),
        &first.to_be_bytes(),
        &last.to_be_bytes(),
        from.speaker.as_bytes(),
        words.as_bytes(),
    ])
}

/// What was brought in, as it is known again when its page comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<'a> {
    /// A turn: its page, who spoke, and its words.
    Turn(&'a str, &'a str, &'a str),
    /// A dialogue: its page and its title.
    Dialogue(&'a str, &'a str),
    /// A perspective: its name, whichever page names it.
    Perspective(&'a str),
    /// A standing question: its words, whichever page puts it.
    Question(&'a str),
}

impl<'a> Known<'a> {
    fn of(body: &'a Body) -> Option<Self> {
        let from = brought_in(body)?;
        match body {
            Body::Turn(it) => Some(Self::Turn(&from.address, &from.speaker, &it.text.words)),
            Body::Dialogue(it) => Some(Self::Dialogue(&from.address, &it.title.words)),
            Body::Perspective(it) => Some(Self::Perspective(&it.name.words)),
            Body::Question(it) => Some(Self::Question(&it.text.words)),
            _ => None,
        }
    }
}

/// The name among this home's own values of a piece that was emptied: a hash of what it is known
/// by, words in any case and spacing.
pub(crate) fn emptied_name(known: Known<'_>) -> String {
    let (kind, parts) = match known {
        Known::Turn(address, speaker, words) => ("", [address, speaker, words]),
        Known::Dialogue(address, title) => ("dialogue-", [address, "", title]),
        Known::Perspective(name) => ("perspective-", ["", "", name]),
        Known::Question(words) => ("question-", ["", "", words]),
    };
    let [address, speaker, words] = parts;
    let mut bytes = Vec::new();
    for part in [address, speaker, &normalised(words).to_lowercase()] {
        bytes.extend_from_slice(&part.len().to_be_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    format!("emptied/{kind}{}", Hash::of(&bytes))
}

struct Piece {
    n: i64,
    person: i64,
    tie: i64,
    same_as: i64,
}

/// What a claim stands under and whether that is shown in another's place, so that all claims of
/// one bringer go before those of another.
type Standing = (bool, i64);

impl Folding<'_> {
    pub(super) fn apply_brought(&mut self, record: &Record, body: &Body) -> Result<(), StoreFault> {
        let Some(from) = brought_in(body) else {
            return Ok(());
        };
        const INSERT: &str = "INSERT INTO brought (n, page, piece, person, tie, same_as)
            VALUES (?1, ?2, ?3, ?4, ?5, 0)";
        let page = page_number(&from.address, &from.revision);
        let piece = piece_number(record.kind, from, body);
        let person = self.names.person(record.key);
        let tie = tie_of(&record.id.0);
        self.database
            .write(INSERT, (record.n, page, piece, person, tie))?;
        self.find_twins(piece)
    }

    pub(super) fn unapply_brought(
        &mut self,
        record: &Record,
        body: &Body,
    ) -> Result<(), StoreFault> {
        let Some(from) = brought_in(body) else {
            return Ok(());
        };
        self.database
            .write("DELETE FROM brought WHERE n = ?1", [record.n])?;
        self.find_twins(piece_number(record.kind, from, body))?;
        self.bring_claims_along(record.n)
    }

    /// Says again under what the claims stand that were put under a question or dialogue, after it
    /// began or ceased to be shown in another's place; and which of those brought in twice are
    /// shown.
    fn bring_claims_along(&mut self, n: i64) -> Result<(), StoreFault> {
        const UNDER: &str = "SELECT source FROM reference WHERE target = ?1 AND kind = 530";
        const PIECE: &str = "SELECT piece FROM brought WHERE n = ?1";
        let shown = self.shown_dialogue(n)?;
        for claim in self.database.numbers(UNDER, [n])? {
            if self.said_under(claim)? != n {
                continue;
            }
            self.database
                .write("UPDATE claim SET under = ?2 WHERE n = ?1", (claim, shown))?;
            if let Some(piece) = self.database.value(PIECE, [claim])? {
                self.find_twins(piece)?;
            }
        }
        Ok(())
    }

    /// What a claim was put under, by number, wherever it is shown; 0 for nothing.
    fn said_under(&self, claim: i64) -> Result<i64, StoreFault> {
        let said = self.record(claim)?.and_then(|it| it.said());
        let Some(Ok(Body::Claim(claim))) = said else {
            return Ok(0);
        };
        const NUMBER: &str = "SELECT n FROM operation WHERE id = ?1";
        let under = claim.under.map(|it| self.database.value(NUMBER, [it.0]));
        Ok(under.transpose()?.flatten().unwrap_or(0))
    }

    fn standing_of(&self, n: i64) -> Result<Standing, StoreFault> {
        const IS_CLAIM: &str = "SELECT n FROM claim WHERE n = ?1";
        const UNDER: &str = "SELECT tie, same_as FROM brought WHERE n = ?1";
        if self.database.value::<i64>(IS_CLAIM, [n])?.is_none() {
            return Ok((false, 0));
        }
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>(1)? > 0, row.get(0)?));
        let under = self.said_under(n)?;
        Ok(self.database.one(UNDER, [under], read)?.unwrap_or_default())
    }

    /// Keeps by what a piece that is emptied would be known again on its page. It is this home's
    /// own: folding again finds no words to know it by.
    pub(super) fn note_emptied(&mut self, record: &Record, body: &Body) -> Result<(), StoreFault> {
        let Some(known) = Known::of(body) else {
            return Ok(());
        };
        const KEEP: &str = "INSERT INTO local (name, value) VALUES (?1, ?2)
            ON CONFLICT (name) DO NOTHING";
        self.database
            .write(KEEP, (emptied_name(known), record.id.0))?;
        Ok(())
    }

    fn find_twins(&mut self, piece: i64) -> Result<(), StoreFault> {
        const PIECES: &str = "SELECT n, person, tie, same_as FROM brought WHERE piece = ?1";
        let read = |row: &Row<'_>| {
            Ok(Piece {
                n: row.get(0)?,
                person: row.get(1)?,
                tie: row.get(2)?,
                same_as: row.get(3)?,
            })
        };
        let pieces = self.database.all(PIECES, [piece], read)?;
        let mut ranked = Vec::with_capacity(pieces.len());
        for one in &pieces {
            let standing = match pieces.len() {
                1 => Standing::default(),
                _ => self.standing_of(one.n)?,
            };
            ranked.push((standing, one.tie, one));
        }
        let first = ranked.iter().min_by_key(|it| (it.0, it.1));
        let Some((_, _, shown)) = first else {
            return Ok(());
        };
        for one in &pieces {
            let same_as = if one.person == shown.person {
                0
            } else {
                shown.n
            };
            if same_as != one.same_as {
                self.set_twin(one.n, same_as)?;
            }
        }
        Ok(())
    }

    fn set_twin(&mut self, n: i64, same_as: i64) -> Result<(), StoreFault> {
        let twin = same_as > 0;
        self.has_twins |= twin;
        self.database
            .write("UPDATE brought SET same_as = ?2 WHERE n = ?1", (n, same_as))?;
        self.database
            .write("UPDATE thing SET twin = ?2 WHERE n = ?1", (n, twin))?;
        self.database
            .write("UPDATE turn SET twin = ?2 WHERE n = ?1", (n, twin))?;
        self.database
            .write("UPDATE claim SET twin = ?2 WHERE n = ?1", (n, twin))?;
        self.note_search(n)?;
        let dialogue = "SELECT 1 FROM thing WHERE n = ?1 AND kind = ?2";
        self.bring_claims_along(n)?;
        let is_dialogue: Option<i64> = self
            .database
            .value(dialogue, (n, Kind::Dialogue.number()))?;
        if is_dialogue.is_some() {
            self.place_dialogue(n)
        } else {
            Ok(())
        }
    }
}
