//! Where a document comes from, line by line.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, LinesFrom};
use rusqlite::Row;

use crate::fault::StoreFault;
use crate::fold::{RECORD, Record};
use crate::reader::Reader;

/// Words on where lines come from that are read of one document.
const RECORDS_MAX: i64 = 10_000;

/// Where one document comes from, or what it was laid beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginRow {
    /// The commons of the other; none: the same.
    pub commons: Option<OperationId>,
    /// The other document.
    pub document: OperationId,
    /// For each line of the other that was laid beside this: the line here, if it has one, and the
    /// wording there.
    pub lines: BTreeMap<OperationId, (Option<OperationId>, OperationId)>,
}

impl Reader {
    /// The documents that a document comes from or was laid beside, by id; the one that it was
    /// made from has the earliest word on it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn origins(&self, document: OperationId) -> Result<Vec<OriginRow>, StoreFault> {
        let mut origins: Vec<OriginRow> = Vec::new();
        for said in self.lines_from(document)? {
            let known = origins
                .iter()
                .position(|it| it.document == said.origin && it.commons == said.commons);
            let at = known.unwrap_or_else(|| {
                origins.push(OriginRow {
                    commons: said.commons,
                    document: said.origin,
                    lines: BTreeMap::new(),
                });
                origins.len() - 1
            });
            for line in said.lines {
                origins[at]
                    .lines
                    .insert(line.from, (line.line, line.wording));
            }
        }
        Ok(origins)
    }

    /// What was said of where the lines of a document come from, in order of (counter, id).
    pub(crate) fn lines_from(&self, document: OperationId) -> Result<Vec<LinesFrom>, StoreFault> {
        const RECORDS: &str = "SELECT thing.n FROM thing WHERE thing.kind = 607
            AND thing.place = ?1 AND thing.twin = 0 LIMIT ?2";
        let Some(number) = self.number(document)? else {
            return Ok(Vec::new());
        };
        let mut records: Vec<Record<'static>> = Vec::new();
        for n in self.database().numbers(RECORDS, (number, RECORDS_MAX))? {
            let read = |row: &Row<'_>| Record::read(row);
            records.extend(self.database().one(RECORD, [n], read)?);
        }
        records.sort_by_key(|it| (it.counter, it.id));
        let said = records.iter().filter_map(|it| match it.said() {
            Some(Ok(Body::LinesFrom(said))) => Some(said),
            Some(_) | None => None,
        });
        Ok(said.collect())
    }

    /// The operations that say where the lines of a document come from.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn origins_said(&self, document: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        const SAID: &str = "SELECT operation.id FROM thing
            JOIN operation ON operation.n = thing.n
            WHERE thing.kind = 607 AND thing.place = ?1 AND thing.twin = 0";
        self.listed(SAID, document)
    }
}
