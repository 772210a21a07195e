//! Standing questions.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind};

use crate::fault::StoreFault;
use crate::query::said::{Entry, no_words};
use crate::query::{Page, QuestionRow};
use crate::reader::Reader;

impl Reader {
    /// All standing questions in order of place; those without one come last.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn questions(&self) -> Result<Vec<QuestionRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Question, Page::first(1_000))? {
            if let Some(entry) = self.entry_at(n)? {
                rows.push(self.question_row(entry)?);
            }
        }
        Ok(rows)
    }

    /// One question, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn question(&self, id: OperationId) -> Result<Option<QuestionRow>, StoreFault> {
        let entry = self.entry(id, Kind::Question)?;
        entry.map(|it| self.question_row(it)).transpose()
    }

    fn question_row(&self, entry: Entry) -> Result<QuestionRow, StoreFault> {
        let (text, place) = match &entry.body {
            Some(Body::Question(it)) => (entry.text(&it.text), it.place),
            Some(_) | None => (no_words(), 0),
        };
        Ok(QuestionRow {
            lineage: self.lineage(entry.record.n)?,
            said: entry.said,
            text,
            place,
        })
    }
}
