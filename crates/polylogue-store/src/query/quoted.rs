//! Who quoted something: acts that hold words of it, whatever becomes of it.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Body;
use rusqlite::Row;

use crate::fault::StoreFault;
use crate::fold::{RECORD, Record};
use crate::query::link::ends;
use crate::reader::Reader;

impl Reader {
    /// Acts that hold words of these things, in order of id: when the things are emptied these stay
    /// signed as they are, and what they quote is shown no more.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn quoted_in(&self, of: &[OperationId]) -> Result<Vec<OperationId>, StoreFault> {
        const NAMING: &str = "SELECT DISTINCT source FROM reference WHERE target = ?1
            ORDER BY source LIMIT 10000";
        let mut found = Vec::new();
        for id in of {
            let Some(number) = self.number(*id)? else {
                continue;
            };
            for n in self.database().numbers(NAMING, [number])? {
                let read = |row: &Row<'_>| Record::read(row);
                let record = self.database().one(RECORD, [n], read)?;
                let body = record.as_ref().and_then(Record::said);
                if let (Some(record), Some(Ok(body))) = (&record, body)
                    && quotes(&body, *id)
                {
                    found.push(record.id);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }
}

/// Whether a body holds words of something.
fn quotes(body: &Body, of: OperationId) -> bool {
    if let Body::Comment(it) = body {
        return it.passage.as_ref().is_some_and(|it| it.of == of);
    }
    ends(body)
        .iter()
        .any(|(_, id, words)| *id == of && words.is_some())
}
