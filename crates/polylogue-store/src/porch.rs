//! The porch: what people say whom nobody has admitted yet. It bears on no verdict, is not
//! reconciled, and is bounded by dropping the oldest.

use crate::database::Database;
use crate::fault::StoreFault;
use crate::fold::Fold;
use crate::log::Loaded;
use crate::names::Names;
use crate::store::Store;
use polylogue_core::operation::Operation;

/// Operations kept of one newcomer's key.
pub const PORCH_KEY_MAX: u64 = 256;
/// Operations kept of all that one peer introduced.
pub const PORCH_INTRODUCER_MAX: u64 = 2_048;
/// Operations kept of all newcomers.
pub const PORCH_MAX: u64 = 8_192;

/// Drops the oldest of what is over a bound.
pub(crate) fn trim(
    database: &Database,
    names: &mut Names,
    fold: &mut Fold,
) -> Result<(), StoreFault> {
    const OVER: &str = "SELECT n FROM (
            SELECT n, row_number() OVER (PARTITION BY key ORDER BY n DESC) AS of_key,
            row_number() OVER (PARTITION BY introducer ORDER BY n DESC) AS of_introducer,
            row_number() OVER (ORDER BY n DESC) AS of_all, introducer FROM porch)
        WHERE of_key > ?1 OR (of_introducer > ?2 AND introducer > 0) OR of_all > ?3";
    if database.count("SELECT count(*) FROM porch", [])? <= PORCH_KEY_MAX {
        return Ok(());
    }
    let bounds = [PORCH_KEY_MAX, PORCH_INTRODUCER_MAX, PORCH_MAX].map(crate::database::as_i64);
    let over = database.numbers(OVER, bounds)?;
    if over.is_empty() {
        Ok(())
    } else {
        fold.drop_operations(database, names, &over)
    }
}

impl Store {
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
