//! What one key signed, by the time it came to be held here: for the honest status.

use polylogue_core::id::{Key, OperationId};

use crate::database::{as_i64, as_u64, id_at};
use crate::fault::StoreFault;
use crate::query::{Page, SignedRow};
use crate::reader::Reader;

impl Reader {
    /// Operations that a key signed, the latest first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn signed_by(&self, key: Key, page: Page) -> Result<Vec<SignedRow>, StoreFault> {
        const SIGNED: &str = "SELECT operation.id, operation.kind, operation.arrived,
            EXISTS (SELECT 1 FROM porch WHERE porch.n = operation.n) FROM key
            JOIN operation ON operation.key = key.n WHERE key.key = ?1
            ORDER BY operation.counter DESC, operation.id DESC LIMIT ?2 OFFSET ?3";
        let asked = (key.0, page.rows(), page.skipped());
        self.database().all(SIGNED, asked, |row| {
            Ok(SignedRow {
                id: id_at(row, 0)?,
                kind: row.get(1)?,
                arrived: as_u64(row.get(2)?),
                is_waiting: row.get(3)?,
            })
        })
    }

    /// How many operations a key signed after the last one that was here before `time` (seconds).
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn signed_since(&self, key: Key, time: u64) -> Result<u64, StoreFault> {
        const SINCE: &str = "SELECT count(*) FROM key
            JOIN operation ON operation.key = key.n WHERE key.key = ?1
            AND operation.counter > coalesce((
                SELECT counter FROM operation AS before
                WHERE before.key = key.n AND before.arrived < ?2
                ORDER BY before.counter DESC LIMIT 1), 0)";
        self.database().count(SINCE, (key.0, as_i64(time)))
    }

    /// When an operation came to be held here (seconds); none if it is not.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn arrived(&self, id: OperationId) -> Result<Option<u64>, StoreFault> {
        const ARRIVED: &str = "SELECT arrived FROM operation WHERE id = ?1 AND arrived IS NOT NULL";
        let row = |row: &rusqlite::Row<'_>| row.get(0).map(as_u64);
        self.database().one(ARRIVED, [id.0], row)
    }
}
