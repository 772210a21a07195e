//! Shared documents and their lines, as far as this version shows them.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind, Struck};

use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::{DocumentRow, LineRow, Page, Words};
use crate::reader::Reader;

impl Reader {
    /// Documents, in order of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn documents(&self) -> Result<Vec<DocumentRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Document, Page::first(1_000))? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::Document(document)) = &entry.body
            {
                rows.push(DocumentRow {
                    title: entry.text(&document.title),
                    licence: document.licence.clone(),
                    said: entry.said,
                });
            }
        }
        Ok(rows)
    }

    /// The lines of a document in order of place, ties by id. A line's first wording stands
    /// beside the others until one of them replaces it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn lines(&self, document: OperationId) -> Result<Vec<LineRow>, StoreFault> {
        const LINES: &str = "SELECT n FROM thing WHERE kind = 601 AND place = ?1 AND twin = 0
            ORDER BY time, counter, tie LIMIT 10000";
        let Some(document) = self.number(document)? else {
            return Ok(Vec::new());
        };
        let mut rows = Vec::new();
        for n in self.database().numbers(LINES, [document])? {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            let Some(Body::Line(line)) = &entry.body else {
                continue;
            };
            let mut texts = self.line_texts(n)?;
            if !self.is_replaced(n)? {
                texts.push((entry.record.id, entry.text(&line.text)));
            }
            rows.push(LineRow {
                texts,
                place: self.line_place(n)?.unwrap_or_else(|| line.place.clone()),
                is_struck: self.is_struck(n)?,
                said: entry.said,
            });
        }
        rows.sort_by(|first, second| {
            (&first.place, first.said.id).cmp(&(&second.place, second.said.id))
        });
        Ok(rows)
    }

    fn standing_writes(&self, line: i64, register: Register) -> Result<Vec<i64>, StoreFault> {
        const STANDING: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND about = 0 AND standing > 0 ORDER BY standing DESC, counter, tie";
        self.database().numbers(STANDING, (line, register.number()))
    }

    fn line_texts(&self, line: i64) -> Result<Vec<(OperationId, Words)>, StoreFault> {
        let mut texts = Vec::new();
        for n in self.standing_writes(line, Register::LineText)? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::LineText(it)) = &entry.body
            {
                texts.push((entry.record.id, entry.text(&it.text)));
            }
        }
        Ok(texts)
    }

    /// Whether a wording that counts replaces a line's first.
    fn is_replaced(&self, line: i64) -> Result<bool, StoreFault> {
        const REPLACED: &str = "SELECT 1 FROM write JOIN replaces
            ON replaces.n = write.n AND replaces.replaced = ?1
            WHERE write.register = ?2 AND write.target = ?1 AND write.about = 0";
        let asked = (line, Register::LineText.number());
        Ok(self.database().value::<i64>(REPLACED, asked)?.is_some())
    }

    fn line_place(&self, line: i64) -> Result<Option<String>, StoreFault> {
        let Some(n) = self
            .standing_writes(line, Register::LinePlace)?
            .first()
            .copied()
        else {
            return Ok(None);
        };
        Ok(match self.record(n)?.and_then(|it| it.said()) {
            Some(Ok(Body::LinePlace(it))) => Some(it.place),
            Some(_) | None => None,
        })
    }

    fn is_struck(&self, line: i64) -> Result<bool, StoreFault> {
        let Some(n) = self
            .standing_writes(line, Register::LineStruck)?
            .first()
            .copied()
        else {
            return Ok(false);
        };
        let said = self.record(n)?.and_then(|it| it.said());
        Ok(matches!(said, Some(Ok(Body::LineStruck(it))) if it.struck == Struck::Yes))
    }
}
