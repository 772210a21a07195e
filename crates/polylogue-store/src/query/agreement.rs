//! The marks of one reader, to be compared with another's.

use polylogue_core::id::Key;
use polylogue_core::kind::Body;

use crate::agreement::Mark;
use crate::fault::StoreFault;
use crate::query::{PersonRef, Shown};
use crate::reader::Reader;

/// Marks of one reader, at most.
const MARKS: i64 = 100_000;
/// People who can be chosen as readers, at most.
const PEOPLE: i64 = 500;

impl Reader {
    /// Who made moves, each with how many, taken-back ones too; in no order that ranks anybody.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn who_made_moves(&self) -> Result<Vec<(PersonRef, u64)>, StoreFault> {
        const OF: &str = "SELECT person, count(*) FROM move GROUP BY person LIMIT ?1";
        let mut people = Vec::new();
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?));
        for (person, count) in self.database().all(OF, [PEOPLE], read)? {
            people.push((self.person_ref(person)?, count.unsigned_abs()));
        }
        Ok(people)
    }

    /// Marks that a person made on passages and did not take back, in order of claimed time. Where
    /// another's words make the move, those are the passage; else the words it is about.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn marks_of(&self, reader: &Key) -> Result<Vec<Mark>, StoreFault> {
        const OF: &str = "SELECT n FROM move WHERE person = ?1
            ORDER BY time, counter, tie LIMIT ?2";
        let Some(person) = self.person_number(reader)? else {
            return Ok(Vec::new());
        };
        let mut marks = Vec::new();
        for n in self.database().numbers(OF, (person, MARKS))? {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            let Some(Body::Move(made)) = &entry.body else {
                continue;
            };
            let passage = made.found_in.as_ref().or(made.target.passage.as_ref());
            let Some(passage) = passage.filter(|_| entry.said.shown == Shown::Whole) else {
                continue;
            };
            let Some(text) = self.number(passage.of)? else {
                continue;
            };
            let characters = u32::try_from(passage.exact.chars().count()).unwrap_or(u32::MAX);
            marks.push(Mark {
                n,
                text,
                start: passage.start,
                end: passage.start.saturating_add(characters),
                kind: made.kind,
            });
        }
        Ok(marks)
    }
}
