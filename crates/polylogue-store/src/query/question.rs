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
            rows.extend(self.entry_at(n)?.map(question_row));
        }
        Ok(rows)
    }

    /// One question, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn question(&self, id: OperationId) -> Result<Option<QuestionRow>, StoreFault> {
        Ok(self.entry(id, Kind::Question)?.map(question_row))
    }
}

fn question_row(entry: Entry) -> QuestionRow {
    let (text, place) = match &entry.body {
        Some(Body::Question(it)) => (entry.text(&it.text), it.place),
        Some(_) | None => (no_words(), 0),
    };
    QuestionRow {
        said: entry.said,
        text,
        place,
    }
}
