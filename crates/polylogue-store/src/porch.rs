//! The porch: what people say whom nobody has admitted yet. It bears on no verdict, is not
//! reconciled, and is bounded: of each key the first stay, since the others stand on them; of each
//! introducer, and where all together are too many of those introducers who have most, the latest.
//! What nobody introduced was written in this very home, and is never dropped.

use crate::database::{Database, as_u64, id_at, key_at};
use crate::fault::StoreFault;
use crate::fold::Fold;
use crate::log::Loaded;
use crate::names::Names;
use crate::store::Store;
use polylogue_core::id::{Key, OperationId};
use polylogue_core::operation::Operation;
use rusqlite::Row;

/// Operations kept of one newcomer's key.
pub const PORCH_KEY_MAX: u64 = 256;
/// Operations kept of all that one peer introduced.
pub const PORCH_INTRODUCER_MAX: u64 = 2_048;
/// Operations kept of all newcomers.
pub const PORCH_MAX: u64 = 8_192;

/// Drops what is over a bound; no introducer's flood takes the room of another's few.
pub(crate) fn trim(
    database: &Database,
    names: &mut Names,
    fold: &mut Fold,
) -> Result<(), StoreFault> {
    const OVER: &str = "SELECT n FROM (
            SELECT n, of_key, of_introducer, introducer,
            row_number() OVER (ORDER BY of_introducer, n DESC) AS of_all FROM (
                SELECT n, introducer,
                row_number() OVER (PARTITION BY key ORDER BY n) AS of_key,
                row_number() OVER (PARTITION BY introducer ORDER BY n DESC) AS of_introducer
                FROM porch WHERE introducer > 0))
        WHERE of_key > ?1 OR of_introducer > ?2 OR of_all > ?3";
    if database.count("SELECT count(*) FROM porch", [])? <= PORCH_KEY_MAX {
        return Ok(());
    }
    let bounds = [PORCH_KEY_MAX, PORCH_INTRODUCER_MAX, PORCH_MAX].map(crate::database::as_i64);
    let over = database.numbers(OVER, bounds)?;
    if over.is_empty() {
        Ok(())
    } else {
        fold.drop_operations(database, names, &over)?;
        fold.follow(database, names, 0, &[]).map(|_| ())
    }
}

impl Store {
    /// What the porch holds, in the order it came: whose each is, its claimed time in seconds and
    /// its id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn porch_keys(&self) -> Result<Vec<(Key, u64, OperationId)>, StoreFault> {
        const KEYS: &str = "SELECT key.key, operation.time, operation.id FROM porch
            JOIN operation ON operation.n = porch.n
            JOIN key ON key.n = porch.key
            WHERE operation.time IS NOT NULL ORDER BY porch.n";
        let row = |row: &Row<'_>| Ok((key_at(row, 0)?, as_u64(row.get(1)?), id_at(row, 2)?));
        self.reader()?.database().all(KEYS, [], row)
    }

    /// Newcomers' operations, newest first, until the next would make them longer than
    /// `bytes_max` bytes together.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn porch(&self, bytes_max: usize) -> Result<Vec<Operation>, StoreFault> {
        const PORCH: &str = "SELECT header, signature, body, operation.n FROM porch
            JOIN operation ON operation.n = porch.n ORDER BY porch.n DESC";
        let mut loaded = Loaded::new(bytes_max);
        self.reader()?
            .database()
            .each(PORCH, [], |row| loaded.take_row(row))?;
        Ok(loaded.operations)
    }
}
