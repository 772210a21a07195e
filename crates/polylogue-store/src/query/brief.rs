//! Whole lists in brief: one statement for all rows, for orders and choices that need every name.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Kind};
use rusqlite::Row;

use crate::database::{id_at, key_at};
use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::said::{no_words, standing_of, words};
use crate::query::{DialogueBrief, PersonBrief};
use crate::reader::Reader;

/// Dialogues and people listed in brief, at most. Chosen by us: about 2 MB of names.
const BRIEF_MAX: i64 = 10_000;

impl Reader {
    /// All dialogues in brief, in the order of [`Reader::dialogues`].
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn dialogues_in_brief(&self) -> Result<Vec<DialogueBrief>, StoreFault> {
        // Marks on a dialogue are rare; where there is one, it is read like any other thing.
        const BRIEF: &str = "SELECT operation.id, operation.body, said.body,
                EXISTS (SELECT 1 FROM move WHERE move.dialogue = thing.n AND move.is_open = 1),
                EXISTS (SELECT 1 FROM reference WHERE reference.target = thing.n
                    AND reference.kind IN (104, 301, 570)), thing.n
            FROM thing JOIN operation ON operation.n = thing.n
            LEFT JOIN write ON write.register = ?2 AND write.target = thing.n
                AND write.about = 0 AND write.standing = 2
            LEFT JOIN operation AS said ON said.n = write.n
            WHERE thing.kind = ?1 AND thing.twin = 0
            ORDER BY thing.place, thing.time, thing.counter, thing.tie LIMIT ?3";
        let asked = (
            Kind::Dialogue.number(),
            Register::DialogueState.number(),
            BRIEF_MAX,
        );
        let mut marked = Vec::new();
        let mut rows = self.database().all(BRIEF, asked, |row| {
            let brief = dialogue_brief(row)?;
            if row.get(4)? {
                marked.push((brief.id, row.get::<_, i64>(5)?));
            }
            Ok(brief)
        })?;
        for (id, n) in marked {
            let may_read = match self.record(n)? {
                Some(record) => self.may_read(&record)?,
                None => false,
            };
            if !may_read && let Some(row) = rows.iter_mut().find(|it| it.id == id) {
                row.title = no_words();
            }
        }
        Ok(rows)
    }

    /// Everybody in brief: members first, then newcomers, then those who left or were removed.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn people_in_brief(&self) -> Result<Vec<PersonBrief>, StoreFault> {
        const BRIEF: &str = "SELECT key.key, person.standing, operation.body,
                EXISTS (SELECT 1 FROM turn WHERE turn.person = person.person), write.n,
                EXISTS (SELECT 1 FROM reference WHERE reference.target = write.n
                    AND reference.kind = 570), person.root_kind = 2
            FROM person JOIN key ON key.n = person.person
            LEFT JOIN write ON write.register = ?1 AND write.target = 0 AND write.about = 0
                AND write.person = person.person AND write.standing = 2
            LEFT JOIN operation ON operation.n = write.n
            ORDER BY person.standing, person.tie LIMIT ?2";
        let asked = (Register::Profile.number(), BRIEF_MAX);
        let mut marked = Vec::new();
        let mut rows = self.database().all(BRIEF, asked, |row| {
            let brief = PersonBrief {
                key: key_at(row, 0)?,
                name: match said(row, 2, Kind::Profile)? {
                    Some(Body::Profile(profile)) => words(&profile.name),
                    Some(_) | None => no_words(),
                },
                standing: standing_of(row.get(1)?),
                has_spoken: row.get(3)?,
                is_brought_in: row.get(6)?,
            };
            if row.get(5)? {
                marked.push((brief.key, row.get::<_, i64>(4)?));
            }
            Ok(brief)
        })?;
        for (key, profile) in marked {
            if crate::index::is_hidden(self.database(), profile)?
                && let Some(row) = rows.iter_mut().find(|it| it.key == key)
            {
                row.name = no_words();
            }
        }
        Ok(rows)
    }

    /// Whether somebody said a turn of their own here: one they did not bring in.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn has_spoken(&self, key: &Key) -> Result<bool, StoreFault> {
        const SPOKEN: &str = "SELECT EXISTS (SELECT 1 FROM turn WHERE turn.person = ?1
            AND NOT EXISTS (SELECT 1 FROM brought WHERE brought.n = turn.n))";
        match self.person_number(key)? {
            Some(person) => Ok(self.database().value(SPOKEN, [person])?.unwrap_or(false)),
            None => Ok(false),
        }
    }

    /// Who spoke from within which perspective, in words of their own: each pair once.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn speakers_within(&self) -> Result<Vec<(Key, OperationId)>, StoreFault> {
        const WITHIN: &str = "SELECT DISTINCT key.key, operation.id FROM turn
            JOIN key ON key.n = turn.person
            LEFT JOIN brought AS own ON own.n = turn.n
            LEFT JOIN brought AS shown ON shown.n = turn.perspective AND shown.same_as > 0
            JOIN operation ON operation.n = coalesce(shown.same_as, turn.perspective)
            WHERE turn.perspective > 0 AND turn.twin = 0 AND turn.voice = 1 AND own.n IS NULL
            LIMIT ?1";
        self.database().all(WITHIN, [BRIEF_MAX], |row| {
            Ok((key_at(row, 0)?, id_at(row, 1)?))
        })
    }

    /// Root keys of people that begin with these hexadecimal digits, in order, at most 64.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn people_of_digits(&self, prefix: &str) -> Result<Vec<Key>, StoreFault> {
        let bound = |filler: char| {
            let digits = prefix.chars().chain(std::iter::repeat(filler));
            OperationId::from_hex(&digits.take(64).collect::<String>())
        };
        let (Some(low), Some(high)) = (bound('0'), bound('f')) else {
            return Ok(Vec::new());
        };
        const FIND: &str = "SELECT key.key FROM key JOIN person ON person.person = key.n
            WHERE key.key >= ?1 AND key.key <= ?2 ORDER BY key.key LIMIT 64";
        self.database()
            .all(FIND, (low.0, high.0), |row| key_at(row, 0))
    }
}

fn dialogue_brief(row: &Row<'_>) -> rusqlite::Result<DialogueBrief> {
    let begun = match said(row, 1, Kind::Dialogue)? {
        Some(Body::Dialogue(begun)) => begun,
        Some(_) | None => super::dialogue::empty_dialogue(),
    };
    let later = match said(row, 2, Kind::DialogueState)? {
        Some(Body::DialogueState(it)) => Some(it.state),
        Some(_) | None => None,
    };
    Ok(DialogueBrief {
        id: id_at(row, 0)?,
        title: words(&begun.title),
        perspectives: begun.perspectives,
        questions: begun.questions,
        state: later.unwrap_or(begun.state),
        has_open_questions: row.get(3)?,
    })
}

/// What the body in a column says, if it is here.
fn said(row: &Row<'_>, column: usize, kind: Kind) -> rusqlite::Result<Option<Body>> {
    let bytes: Option<Vec<u8>> = row.get(column)?;
    Ok(bytes.and_then(|it| Body::decode(kind.number(), &it).ok()))
}
