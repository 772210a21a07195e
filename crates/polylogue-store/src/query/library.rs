//! Sources and practices, and pieces brought in from elsewhere.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind, Practice};
use polylogue_core::text::{Direction, Text};

use crate::database::id_at;
use crate::fault::StoreFault;
use crate::fold::{Known, emptied_name, page_number};
use crate::query::said::{Entry, no_words, words};
use crate::query::{Page, PracticeRow, SourceRow, TwinRow};
use crate::reader::Reader;

impl Reader {
    /// The library's sources, in order of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn sources(&self) -> Result<Vec<SourceRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Source, Page::first(1_000))? {
            rows.extend(self.entry_at(n)?.map(source_row));
        }
        Ok(rows)
    }

    /// One source, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn source(&self, id: OperationId) -> Result<Option<SourceRow>, StoreFault> {
        Ok(self.entry(id, Kind::Source)?.map(source_row))
    }

    /// Documented practices, in order of claimed time; one that cannot be read has no words.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn practices(&self) -> Result<Vec<PracticeRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Practice, Page::first(1_000))? {
            rows.extend(self.entry_at(n)?.map(practice_row));
        }
        Ok(rows)
    }

    /// One practice, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn practice(&self, id: OperationId) -> Result<Option<PracticeRow>, StoreFault> {
        Ok(self.entry(id, Kind::Practice)?.map(practice_row))
    }

    /// What was brought in from one revision of a page, in order of id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn brought_in(
        &self,
        address: &str,
        revision: &str,
    ) -> Result<Vec<OperationId>, StoreFault> {
        const PAGE: &str = "SELECT operation.id FROM brought
            JOIN operation ON operation.n = brought.n WHERE brought.page = ?1
            ORDER BY operation.id";
        let page = page_number(address, revision);
        self.database().all(PAGE, [page], |row| id_at(row, 0))
    }

    /// What is known again by this and was emptied while this home held its words; words are the
    /// same in any case and spacing.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn emptied(&self, known: Known<'_>) -> Result<Option<OperationId>, StoreFault> {
        const EMPTIED: &str = "SELECT value FROM local WHERE name = ?1";
        self.database()
            .one(EMPTIED, [emptied_name(known)], |row| id_at(row, 0))
    }

    /// Pieces that several people brought in from one place: the one shown, and one that is not.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn brought_in_twice(&self) -> Result<Vec<TwinRow>, StoreFault> {
        const TWINS: &str = "SELECT shown.id, other.id FROM brought
            JOIN operation AS shown ON shown.n = brought.same_as
            JOIN operation AS other ON other.n = brought.n
            WHERE brought.same_as > 0 ORDER BY shown.id, other.id LIMIT 10000";
        self.database().all(TWINS, [], |row| {
            Ok(TwinRow {
                shown: id_at(row, 0)?,
                other: id_at(row, 1)?,
            })
        })
    }
}

fn source_row(entry: Entry) -> SourceRow {
    let mut row = SourceRow {
        said: entry.said.clone(),
        csl_type: String::new(),
        title: no_words(),
        authors: String::new(),
        issued: String::new(),
        address: String::new(),
        licence: String::new(),
        note: no_words(),
        text: None,
    };
    if let Some(Body::Source(it)) = entry.body.filter(|_| entry.may_read) {
        row.title = words(&it.title);
        row.note = words(&it.note);
        row.text = it.text.as_ref().map(words);
        row.csl_type = it.csl_type;
        row.authors = it.authors;
        row.issued = it.issued;
        row.address = it.address;
        row.licence = it.licence;
    }
    row
}

fn practice_row(entry: Entry) -> PracticeRow {
    let practice = match entry.body.filter(|_| entry.may_read) {
        Some(Body::Practice(practice)) => practice,
        Some(_) | None => Practice {
            title: no_text(),
            place: no_text(),
            when: String::new(),
            who: no_text(),
            steps: Vec::new(),
            outcomes: no_text(),
            failures: no_text(),
            links: Vec::new(),
            sources: Vec::new(),
        },
    };
    PracticeRow {
        said: entry.said,
        practice,
    }
}

/// Words in no language, where there are none to show.
fn no_text() -> Text {
    Text {
        words: String::new(),
        language: String::new(),
        direction: Direction::Auto,
    }
}
