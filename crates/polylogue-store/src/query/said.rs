//! Who said a thing, when, and what has become of it.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, BroughtIn, Kind};
use polylogue_core::text::Text;
use polylogue_core::verdict::{Reason, Verdict, Wait};
use rusqlite::Row;

use crate::codes;
use crate::database::{as_u64, key_at};
use crate::fault::StoreFault;
use crate::fold::{Record, Register};
use crate::query::{BroughtInRow, PersonRef, Said, Shown, Standing, Words};
use crate::reader::Reader;

/// The words of a text as a row.
pub(crate) fn words(text: &Text) -> Words {
    Words {
        words: text.words.clone(),
        language: text.language.clone(),
        direction: text.direction.attribute(),
    }
}

/// No words.
pub(crate) fn no_words() -> Words {
    Words {
        words: String::new(),
        language: "und".to_owned(),
        direction: "auto",
    }
}

fn brought_in_row(from: &BroughtIn) -> BroughtInRow {
    BroughtInRow {
        speaker: from.speaker.clone(),
        naming: from.naming,
        address: from.address.clone(),
        revision: from.revision.clone(),
        licence: from.licence.clone(),
        date: from.date.clone(),
    }
}

/// The standing of a number in a row.
pub(crate) fn standing_of(code: i64) -> Standing {
    match code {
        0 => Standing::Member,
        1 => Standing::Voter,
        3 => Standing::Left,
        4 => Standing::Removed,
        _ => Standing::Newcomer,
    }
}

impl Reader {
    /// The number of the person behind a key, if the key ever spoke here or was spoken of.
    pub(crate) fn person_number(&self, key: &Key) -> Result<Option<i64>, StoreFault> {
        const FIND: &str = "SELECT coalesce(person_key.person, key.n) FROM key
            LEFT JOIN person_key ON person_key.key = key.n WHERE key.key = ?1";
        self.database().value(FIND, [key.0])
    }

    /// The number of the person behind a key's number.
    pub(crate) fn person_behind(&self, key: i64) -> Result<i64, StoreFault> {
        if let Some(person) = self.behind.borrow().get(&key) {
            return Ok(*person);
        }
        const BEHIND: &str = "SELECT person FROM person_key WHERE key = ?1";
        let person = self.database().value(BEHIND, [key])?.unwrap_or(key);
        self.behind.borrow_mut().insert(key, person);
        Ok(person)
    }

    /// A person as shown beside what they said.
    pub(crate) fn person_ref(&self, person: i64) -> Result<PersonRef, StoreFault> {
        if let Some(known) = self.people.borrow().get(&person) {
            return Ok(known.clone());
        }
        // A profile that a moderator hid, with nobody having answered it, names nobody.
        const PERSON: &str = "SELECT key.key, person.standing, operation.body FROM key
            LEFT JOIN person ON person.person = key.n
            LEFT JOIN write ON write.register = ?2 AND write.target = 0 AND write.about = 0
                AND write.person = key.n AND write.standing = 2
                AND NOT EXISTS (SELECT 1 FROM reference AS hide
                    WHERE hide.target = write.n AND hide.kind = 570
                    AND NOT EXISTS (SELECT 1 FROM reference AS answer
                        WHERE answer.target = hide.source AND answer.kind = 571))
            LEFT JOIN operation ON operation.n = write.n
            WHERE key.n = ?1";
        type Found = (Key, Option<i64>, Option<Vec<u8>>);
        let read = |row: &Row<'_>| Ok((key_at(row, 0)?, row.get(1)?, row.get(2)?));
        let asked = (person, Register::Profile.number());
        let found: Option<Found> = self.database().one(PERSON, asked, read)?;
        let (key, standing, body) = found.unwrap_or((Key([0; 32]), None, None));
        let said = body.and_then(|it| Body::decode(Kind::Profile.number(), &it).ok());
        let name = match said {
            Some(Body::Profile(profile)) => words(&profile.name),
            Some(_) | None => no_words(),
        };
        let standing = standing_of(standing.unwrap_or(2));
        let person_ref = PersonRef {
            key,
            name,
            standing,
        };
        self.people.borrow_mut().insert(person, person_ref.clone());
        Ok(person_ref)
    }

    /// A person's current profile.
    pub(crate) fn profile(
        &self,
        person: i64,
    ) -> Result<Option<(Record<'static>, Body)>, StoreFault> {
        const PROFILE: &str = "SELECT n FROM write WHERE register = ?2 AND target = 0
            AND about = 0 AND person = ?1 AND standing = 2";
        let asked = (person, Register::Profile.number());
        let Some(n) = self.database().value::<i64>(PROFILE, asked)? else {
            return Ok(None);
        };
        if crate::index::is_hidden(self.database(), n)? {
            return Ok(None);
        }
        let record = self.record(n)?;
        Ok(record.and_then(|record| match record.said() {
            Some(Ok(body)) => Some((record, body)),
            Some(Err(_)) | None => None,
        }))
    }

    /// Who signed an operation, when, and what has become of it.
    pub(crate) fn said(&self, record: &Record, body: Option<&Body>) -> Result<Said, StoreFault> {
        let by = self.person_ref(self.person_behind(record.key)?)?;
        let (shown, act) = self.fate(record)?;
        Ok(Said {
            id: record.id,
            by,
            time: as_u64(record.time),
            is_earlier_than_parent: self.is_earlier_than_parent(record)?,
            shown,
            act,
            brought_in: body.and_then(crate::fold::brought_in).map(brought_in_row),
        })
    }

    fn is_earlier_than_parent(&self, record: &Record) -> Result<bool, StoreFault> {
        const TIME: &str = "SELECT time FROM operation WHERE id = ?1";
        for previous in &record.header()?.previous {
            let time: Option<Option<i64>> = self.database().value(TIME, [previous.0])?;
            if time.flatten().is_some_and(|time| time > record.time) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a thing can be read, and if not, why.
    pub(crate) fn shown(&self, record: &Record) -> Result<Shown, StoreFault> {
        Ok(self.fate(record)?.0)
    }

    /// Who signed an operation that is here, when, and what has become of it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn said_of(&self, id: OperationId) -> Result<Option<Said>, StoreFault> {
        self.record_of(id)?
            .map(|record| self.said(&record, None))
            .transpose()
    }

    /// As [`Reader::shown`], with the act that emptied or hid it.
    fn fate(&self, record: &Record) -> Result<(Shown, Option<OperationId>), StoreFault> {
        const MARKS: &str = "SELECT kind, source FROM reference
            WHERE target = ?1 AND kind IN (104, 301, 550, 570)";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let marks: Vec<(u16, i64)> = self.database().all(MARKS, [record.n], read)?;
        let mut shown = Shown::Whole;
        if record.body.is_none() {
            shown = Shown::TextNotHere;
        }
        if marks.is_empty() {
            return Ok((shown, None));
        }
        let mut act = None;
        let person = self.person_behind(record.key)?;
        let erasable = polylogue_core::kind::Kind::of(record.kind).map(|it| it.erasable())
            == Some(polylogue_core::kind::Erasable::Yes);
        // Of several of one sort the lowest id, so that no order of arrival shows.
        let mut strongest = None;
        for (kind, source) in marks {
            let Some(mark) = self.record(source)? else {
                continue;
            };
            let is_own = self.person_behind(mark.key)? == person;
            let (rank, becomes): (u8, fn(String) -> Shown) = match kind {
                104 if is_own && erasable => (4, Shown::ErasedByAuthor),
                301 if erasable => (3, Shown::ErasedByModerator),
                570 if self.is_unanswered(source)? => (2, Shown::Hidden),
                550 if is_own => (1, Shown::Withdrawn),
                _ => continue,
            };
            let strength = Some((rank, std::cmp::Reverse(mark.id)));
            if strength > strongest && (rank > 1 || record.body.is_some()) {
                strongest = strength;
                shown = becomes(self.reason_of(&mark)?);
                act = (rank > 1).then_some(mark.id);
            }
        }
        Ok((shown, act))
    }

    pub(crate) fn is_unanswered(&self, hide: i64) -> Result<bool, StoreFault> {
        const ANSWER: &str = "SELECT source FROM reference WHERE target = ?1 AND kind = 571";
        Ok(self.database().value::<i64>(ANSWER, [hide])?.is_none())
    }

    /// The reason given with an act, where it can still be read.
    pub(crate) fn reason_of(&self, record: &Record) -> Result<String, StoreFault> {
        Ok(self.reason_words(record)?.words)
    }

    /// The reason given with an act, with its language.
    pub(crate) fn reason_words(&self, record: &Record) -> Result<Words, StoreFault> {
        let note = match record.said() {
            Some(Ok(Body::Withdraw(it))) => return Ok(words(&it.reason)),
            Some(Ok(Body::Hold(it))) => return Ok(words(&it.reason)),
            Some(Ok(Body::Erase(it))) => it.words,
            Some(Ok(Body::ModeratorErase(it))) => it.words,
            Some(Ok(Body::Hide(it))) => it.words,
            Some(Ok(Body::Restore(it))) => it.words,
            Some(Ok(Body::Removal(it))) => it.words,
            Some(Ok(Body::Admit(it))) => it.words,
            Some(Ok(Body::Leave(it))) => it.words,
            Some(Ok(Body::Resolution(it))) => it.words,
            Some(Ok(Body::Closing(it))) => it.words,
            Some(Ok(Body::CountWithout(it))) => it.words,
            Some(Ok(Body::DocumentChange(it))) => it.because,
            Some(_) | None => None,
        };
        self.note(note)
    }

    /// The words of a note that counts and can be read.
    pub(crate) fn note(&self, note: Option<OperationId>) -> Result<Words, StoreFault> {
        let record = match note {
            Some(id) => self.record_of(id)?,
            None => None,
        };
        let Some(record) = record else {
            return Ok(no_words());
        };
        let counts = self.verdict(&record)? == Verdict::Accepted;
        match record.said() {
            Some(Ok(Body::Note(note))) if counts && self.may_read(&record)? => {
                Ok(words(&note.text))
            }
            Some(_) | None => Ok(no_words()),
        }
    }

    /// Whether the words of an operation may be shown.
    pub(crate) fn may_read(&self, record: &Record) -> Result<bool, StoreFault> {
        Ok(matches!(
            self.shown(record)?,
            Shown::Whole | Shown::Withdrawn(_)
        ))
    }

    /// The verdict on an operation that was judged.
    pub(crate) fn verdict(&self, record: &Record) -> Result<Verdict, StoreFault> {
        const VERDICT: &str = "SELECT code, waits FROM verdict WHERE n = ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        match self.database().one(VERDICT, [record.n], read)? {
            None => Ok(Verdict::Accepted),
            Some((code, waits)) => self.verdict_of(code, waits, record),
        }
    }

    /// The verdict of numbers in a row.
    pub(crate) fn verdict_of(
        &self,
        code: i64,
        waits: Option<i64>,
        record: &Record,
    ) -> Result<Verdict, StoreFault> {
        if code == codes::MALFORMED
            && let Some(Err(malformed)) = record.said()
        {
            return Ok(Verdict::SetAside(Reason::Malformed(malformed)));
        }
        if code == codes::WAITS_OPERATION
            && let Some(n) = waits
            && let Some(id) = crate::names::id_of(self.database(), n)?
        {
            return Ok(Verdict::Waiting(Wait::Operation(id)));
        }
        Ok(codes::verdict_of(code))
    }

    /// Record, [`Said`] and body of an operation, if it counts and is of this kind. The body is
    /// absent where it may not be read; where only its place matters, the record has it.
    pub(crate) fn entry(
        &self,
        id: OperationId,
        kind: polylogue_core::kind::Kind,
    ) -> Result<Option<Entry>, StoreFault> {
        let Some(record) = self.record_of(id)? else {
            return Ok(None);
        };
        if record.kind != kind.number() || !self.is_listed(&record)? {
            return Ok(None);
        }
        self.entry_of(record).map(Some)
    }

    /// As [`Reader::entry`], of a number that a read model holds.
    pub(crate) fn entry_at(&self, n: i64) -> Result<Option<Entry>, StoreFault> {
        self.record(n)?
            .map(|record| self.entry_of(record))
            .transpose()
    }

    pub(crate) fn entry_of(&self, record: Record<'static>) -> Result<Entry, StoreFault> {
        let body = record.said().and_then(Result::ok);
        let said = self.said(&record, body.as_ref())?;
        let may_read = matches!(said.shown, Shown::Whole | Shown::Withdrawn(_));
        Ok(Entry {
            record,
            said,
            body,
            may_read,
        })
    }

    /// Whether an operation has a page of its own: it counts, or only its text is missing.
    fn is_listed(&self, record: &Record) -> Result<bool, StoreFault> {
        Ok(matches!(
            self.verdict(record)?,
            Verdict::Accepted | Verdict::Waiting(Wait::Body)
        ))
    }
}

/// One operation, read for a row.
pub(crate) struct Entry {
    pub(crate) record: Record<'static>,
    pub(crate) said: Said,
    /// What it says, also while hidden.
    pub(crate) body: Option<Body>,
    pub(crate) may_read: bool,
}

impl Entry {
    /// A text of it, empty where it may not be read.
    pub(crate) fn text(&self, text: &Text) -> Words {
        if self.may_read {
            words(text)
        } else {
            no_words()
        }
    }
}
