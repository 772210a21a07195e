//! The log as it is: every operation, whatever its verdict, and verdicts that changed.

use polylogue_core::id::OperationId;

use crate::database::as_u64;
use crate::fault::StoreFault;
use crate::fold::Record;
use crate::query::{ChangeRow, LogFilter, LogRow, Page};
use crate::reader::Reader;

impl Reader {
    /// Operations that were judged, latest here first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn log(&self, page: Page) -> Result<Vec<LogRow>, StoreFault> {
        self.log_of(&LogFilter::default(), page)
    }

    /// As [`Reader::log`], of these only.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn log_of(&self, filter: &LogFilter, page: Page) -> Result<Vec<LogRow>, StoreFault> {
        const LOG: &str = "SELECT n FROM operation WHERE header IS NOT NULL
            AND n <= (SELECT value FROM state WHERE name = 'cursor')
            AND (?3 IS NULL OR key IN (SELECT key FROM person_key WHERE person = ?3))
            AND (?4 IS NULL OR kind IN (SELECT value FROM json_each(?4)))
            ORDER BY n DESC LIMIT ?1 OFFSET ?2";
        let person = match &filter.by {
            // Somebody never heard of signed nothing.
            Some(key) => Some(self.person_number(key)?.unwrap_or(-1)),
            None => None,
        };
        let kinds: Vec<String> = filter.kinds.iter().map(ToString::to_string).collect();
        let kinds = (!kinds.is_empty()).then(|| format!("[{}]", kinds.join(",")));
        let asked = (page.rows(), page.skipped(), person, kinds);
        let mut rows = Vec::new();
        for n in self.database().numbers(LOG, asked)? {
            if let Some(record) = self.record(n)? {
                rows.push(self.log_row(&record)?);
            }
        }
        Ok(rows)
    }

    /// One operation, whatever its verdict.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn operation(&self, id: OperationId) -> Result<Option<LogRow>, StoreFault> {
        self.record_of(id)?
            .map(|record| self.log_row(&record))
            .transpose()
    }

    fn log_row(&self, record: &Record) -> Result<LogRow, StoreFault> {
        let header = record.header()?;
        Ok(LogRow {
            id: record.id,
            by: self.person_ref(self.person_behind(record.key)?)?,
            key: header.key,
            counter: header.counter,
            time: as_u64(record.time),
            arrived: self.arrived(record.id)?.unwrap_or(0),
            kind: record.kind,
            verdict: self.verdict(record)?,
            has_body: record.body.is_some(),
        })
    }

    /// Verdicts that changed after they were first given here, latest first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn changes(&self, page: Page) -> Result<Vec<ChangeRow>, StoreFault> {
        const CHANGES: &str = "SELECT n, because, before_code, before_waits, now_code, now_waits
            FROM change ORDER BY seq DESC LIMIT ?1 OFFSET ?2";
        type Numbers = (i64, i64, i64, Option<i64>, i64, Option<i64>);
        let asked = (page.rows(), page.skipped());
        let changes: Vec<Numbers> = self.database().all(CHANGES, asked, |row| {
            let before = (row.get(2)?, row.get(3)?);
            Ok((
                row.get(0)?,
                row.get(1)?,
                before.0,
                before.1,
                row.get(4)?,
                row.get(5)?,
            ))
        })?;
        let mut rows = Vec::new();
        for (n, because, before, before_waits, now, now_waits) in changes {
            let Some(record) = self.record(n)? else {
                continue;
            };
            let because = crate::names::id_of(self.database(), because)?;
            rows.push(ChangeRow {
                id: record.id,
                because: because.unwrap_or(record.id),
                before: self.verdict_of(before, before_waits, &record)?,
                now: self.verdict_of(now, now_waits, &record)?,
            });
        }
        Ok(rows)
    }
}
