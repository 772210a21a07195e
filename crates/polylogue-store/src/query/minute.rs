//! Acts of moderation and law, for a log that reads like minutes.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Body;

use crate::fault::StoreFault;
use crate::fold::Record;
use crate::query::{MinuteRow, Page, PersonRef, TargetRow, Words};
use crate::reader::Reader;

/// Things named by one act that are put into words.
const ABOUT_MAX: usize = 32;

impl Reader {
    /// Acts of moderation and law, counted or not, latest claimed time first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn minutes(&self, page: Page) -> Result<Vec<MinuteRow>, StoreFault> {
        const MINUTES: &str = "SELECT n FROM operation
            WHERE (kind BETWEEN 200 AND 202 OR kind = 301 OR kind = 404
            OR kind BETWEEN 406 AND 407 OR kind BETWEEN 570 AND 571 OR kind BETWEEN 573 AND 574)
            ORDER BY time DESC, counter DESC, id DESC LIMIT ?1 OFFSET ?2";
        let mut rows = Vec::new();
        for n in self
            .database()
            .numbers(MINUTES, (page.rows(), page.skipped()))?
        {
            if let Some(record) = self.record(n)? {
                rows.push(self.minute(&record)?);
            }
        }
        Ok(rows)
    }

    fn minute(&self, record: &Record) -> Result<MinuteRow, StoreFault> {
        let (about, person) = match record.said() {
            Some(Ok(body)) => named(&body),
            Some(Err(_)) | None => (Vec::new(), None),
        };
        let about: Result<Vec<TargetRow>, _> = about
            .iter()
            .take(ABOUT_MAX)
            .map(|id| self.target(*id, None))
            .collect();
        Ok(MinuteRow {
            said: self.said(record, None)?,
            kind: record.kind,
            about: about?,
            person: person.map(|key| self.person_of_key(&key)).transpose()?,
            reason: self.reason_words(record)?,
            appeals: self.appeals(record.n)?,
            verdict: self.verdict(record)?,
        })
    }

    fn appeals(&self, n: i64) -> Result<Vec<(PersonRef, Words)>, StoreFault> {
        const APPEALS: &str = "SELECT operation.n FROM reference
            JOIN operation ON operation.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 572
            ORDER BY operation.time, operation.id LIMIT 64";
        let mut rows = Vec::new();
        for n in self.database().numbers(APPEALS, [n])? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::Appeal(appeal)) = &entry.body
            {
                rows.push((entry.said.by.clone(), entry.text(&appeal.text)));
            }
        }
        Ok(rows)
    }
}

/// What an act is about: things, and a person.
fn named(body: &Body) -> (Vec<OperationId>, Option<Key>) {
    match body {
        Body::Assent(it) => (vec![it.resolution], None),
        Body::Resolution(it) => (vec![it.parent], None),
        Body::ModeratorErase(it) => (it.targets.clone(), None),
        Body::Hide(it) => (it.targets.clone(), None),
        Body::Restore(it) => (it.hides.clone(), None),
        Body::Hold(it) => (vec![it.target], None),
        Body::Closing(it) => (vec![it.of], None),
        Body::Admit(it) => (it.names.clone(), Some(it.person)),
        Body::Removal(it) => (Vec::new(), Some(it.person)),
        _ => (Vec::new(), None),
    }
}
