//! Shared documents and their lines: wordings with what each rests on, places, what each says.

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind, LineClause, Trace};

use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::said::words;
use crate::query::{ClauseRow, DocumentRow, LineRow, Page, TargetRow, Wording};
use crate::reader::Reader;

impl Reader {
    /// Documents, in order of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn documents(&self) -> Result<Vec<DocumentRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Document, Page::first(1_000))? {
            rows.extend(self.document_at(n)?);
        }
        Ok(rows)
    }

    /// One document, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn document(&self, id: OperationId) -> Result<Option<DocumentRow>, StoreFault> {
        const COUNTS: &str = "SELECT n FROM thing WHERE n = ?1 AND kind = 600";
        let Some(n) = self.number(id)? else {
            return Ok(None);
        };
        match self.database().value::<i64>(COUNTS, [n])? {
            Some(n) => self.document_at(n),
            None => Ok(None),
        }
    }

    fn document_at(&self, n: i64) -> Result<Option<DocumentRow>, StoreFault> {
        let Some(entry) = self.entry_at(n)? else {
            return Ok(None);
        };
        let Some(Body::Document(document)) = &entry.body else {
            return Ok(None);
        };
        Ok(Some(DocumentRow {
            title: entry.text(&document.title),
            licence: document.licence.clone(),
            said: entry.said,
        }))
    }

    /// The lines of a document in order of place, ties by id. A line's first wording stands
    /// beside the others until one of them replaces it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn lines(&self, document: OperationId) -> Result<Vec<LineRow>, StoreFault> {
        let text = self.text_now(document)?;
        Ok(text.lines().iter().map(|it| LineRow::clone(it)).collect())
    }

    /// One line, if it counts, with the document it stands in.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn line(&self, id: OperationId) -> Result<Option<(OperationId, LineRow)>, StoreFault> {
        const COUNTS: &str = "SELECT n FROM thing WHERE n = ?1 AND kind = 601";
        let Some(n) = self.number(id)? else {
            return Ok(None);
        };
        if self.database().value::<i64>(COUNTS, [n])?.is_none() {
            return Ok(None);
        }
        let document = match self.record(n)?.and_then(|it| it.said()) {
            Some(Ok(Body::Line(it))) => it.document,
            Some(_) | None => return Ok(None),
        };
        Ok(self.line_at(n)?.map(|row| (document, row)))
    }

    fn line_at(&self, n: i64) -> Result<Option<LineRow>, StoreFault> {
        let Some(entry) = self.entry_at(n)? else {
            return Ok(None);
        };
        let Some(Body::Line(line)) = &entry.body else {
            return Ok(None);
        };
        let mut wordings = self.later_wordings(n)?;
        if wordings.is_empty() || !self.is_replaced(n)? {
            wordings.push(Wording {
                text: entry.text(&line.text),
                traces: line.traces.clone(),
                said: entry.said.clone(),
            });
        }
        let struck = self.standing_writes(n, Register::LineStruck)?;
        let struck = self.struck_by(struck, entry.said.id)?;
        let is_struck = struck.meets(&mut wordings);
        Ok(Some(LineRow {
            wordings,
            place: self.line_place(n)?.unwrap_or_else(|| line.place.clone()),
            is_struck,
            strikes: struck.strikes,
            clauses: self.clauses_of(n)?,
            said: entry.said,
        }))
    }

    /// What a line's traces lead to, in their order.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn traced(&self, traces: &[Trace]) -> Result<Vec<TargetRow>, StoreFault> {
        traces
            .iter()
            .map(|it| self.target(it.of, it.passage.as_ref()))
            .collect()
    }

    fn standing_writes(&self, line: i64, register: Register) -> Result<Vec<i64>, StoreFault> {
        const STANDING: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND about = 0 AND standing > 0 ORDER BY standing DESC, counter, tie";
        self.database().numbers(STANDING, (line, register.number()))
    }

    fn later_wordings(&self, line: i64) -> Result<Vec<Wording>, StoreFault> {
        let mut wordings = Vec::new();
        for n in self.standing_writes(line, Register::LineText)? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::LineText(it)) = &entry.body
            {
                wordings.push(Wording {
                    text: entry.text(&it.text),
                    traces: it.traces.clone(),
                    said: entry.said,
                });
            }
        }
        Ok(wordings)
    }

    /// Whether a wording that counts replaces a line's first.
    fn is_replaced(&self, line: i64) -> Result<bool, StoreFault> {
        const REPLACED: &str = "SELECT 1 FROM write JOIN replaces
            ON replaces.n = write.n AND replaces.replaced = ?1
            WHERE write.register = ?2 AND write.target = ?1 AND write.about = 0";
        let asked = (line, Register::LineText.number());
        Ok(self.database().value::<i64>(REPLACED, asked)?.is_some())
    }

    fn clauses_of(&self, line: i64) -> Result<Vec<ClauseRow>, StoreFault> {
        let mut clauses = Vec::new();
        for n in self.standing_writes(line, Register::LineClause)? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::LineClause(it)) = &entry.body
                && entry.may_read
            {
                clauses.push(clause_row(it, entry.said));
            }
        }
        Ok(clauses)
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

    /// The words of one wording of a line, by the operation it is from: the line itself for its
    /// first. Nothing where it is no wording or may not be read.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn wording(&self, id: OperationId) -> Result<Option<Wording>, StoreFault> {
        let Some(record) = self.record_of(id)? else {
            return Ok(None);
        };
        let entry = self.entry_of(record)?;
        let (text, traces) = match &entry.body {
            Some(Body::Line(it)) => (entry.text(&it.text), it.traces.clone()),
            Some(Body::LineText(it)) => (entry.text(&it.text), it.traces.clone()),
            Some(_) | None => return Ok(None),
        };
        Ok(Some(Wording {
            text,
            traces,
            said: entry.said,
        }))
    }
}

pub(super) fn clause_row(it: &LineClause, said: crate::query::Said) -> ClauseRow {
    ClauseRow {
        perspective: it.perspective,
        kind: it.kind,
        target: it.target,
        condition: it.condition.as_ref().map(words),
        said,
    }
}

/// Everything that standing lines rest on.
pub(crate) fn traced_by(lines: &[LineRow]) -> BTreeSet<OperationId> {
    let standing = lines.iter().filter(|it| !it.is_struck);
    let wordings = standing.flat_map(|it| &it.wordings);
    wordings.flat_map(|it| &it.traces).map(|it| it.of).collect()
}
