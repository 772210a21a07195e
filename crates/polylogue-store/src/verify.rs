//! Checking everything again: every signature, every hash, and that the read models are what the
//! log says, by folding it from nothing beside them.

use polylogue_core::id::OperationId;
use polylogue_core::operation::verify_all;

use crate::database::{Database, Opening};
use crate::fault::StoreFault;
use crate::log::each_batch;
use crate::store::{READ_MODELS, Store};

/// What [`Store::verify`] found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Operations checked.
    pub operations: u64,
    /// Bodies whose hash was checked.
    pub bodies: u64,
    /// Operations whose signature does not hold.
    pub bad_signatures: Vec<OperationId>,
    /// Rows of the log, by number in this file, that do not read as they were written.
    pub damaged: Vec<i64>,
    /// Tables of read models that differ from what the log says.
    pub differing: Vec<&'static str>,
}

impl VerifyReport {
    /// Whether everything is as it should be.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.bad_signatures.is_empty() && self.damaged.is_empty() && self.differing.is_empty()
    }
}

impl Store {
    /// Checks all signatures and hashes, folds the log from nothing into a scratch file beside
    /// this one, and compares. Changes nothing; takes as long as receiving everything again.
    ///
    /// # Errors
    /// A failure of the disk, such as no room for the scratch file.
    pub fn verify(&self) -> Result<VerifyReport, StoreFault> {
        self.follow()?;
        let mut report = VerifyReport::default();
        let reader = self.reader()?;
        check_log(reader.database(), &mut report)?;
        if !report.damaged.is_empty() {
            return Ok(report);
        }
        let scratch = self.inner.path.with_extension("verify");
        remove(&scratch);
        let name = scratch.to_string_lossy().into_owned();
        // A snapshot cannot be copied from inside its own transaction.
        drop(reader);
        let copy = Database::open(&self.inner.path, Opening::Write)?;
        copy.write("VACUUM INTO ?1", [&name])?;
        let compared = compare(&scratch, &self.inner.path);
        remove(&scratch);
        report.differing = compared?;
        Ok(report)
    }
}

fn check_log(database: &Database, report: &mut VerifyReport) -> Result<(), StoreFault> {
    let checked = each_batch(database, |batch| {
        let seed: [u8; 32] = database
            .value("SELECT randomblob(32)", [])?
            .unwrap_or_default();
        for (operation, holds) in batch.iter().zip(verify_all(batch, seed)) {
            report.operations += 1;
            report.bodies += u64::from(operation.body_bytes().is_some());
            if !holds {
                report.bad_signatures.push(operation.id());
            }
        }
        Ok(())
    });
    match checked {
        Err(StoreFault::DamagedRow { n }) => {
            report.damaged.push(n);
            Ok(())
        }
        other => other,
    }
}

/// Folds the scratch copy again and names the tables that then differ.
fn compare(
    scratch: &std::path::Path,
    kept: &std::path::Path,
) -> Result<Vec<&'static str>, StoreFault> {
    let store = Store::open(scratch)?;
    store.rebuild()?;
    drop(store);
    let database = Database::open(scratch, Opening::Write)?;
    database.write("ATTACH ?1 AS kept", [kept.to_string_lossy()])?;
    let mut differing = Vec::new();
    for table in READ_MODELS
        .into_iter()
        .filter(|it| !it.starts_with("search"))
    {
        let differences = format!(
            "SELECT count(*) FROM (
             SELECT * FROM (SELECT * FROM main.{table} EXCEPT SELECT * FROM kept.{table})
             UNION ALL
             SELECT * FROM (SELECT * FROM kept.{table} EXCEPT SELECT * FROM main.{table}))"
        );
        if database.count(&differences, [])? > 0 {
            differing.push(table);
        }
    }
    Ok(differing)
}

fn remove(scratch: &std::path::Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = scratch.as_os_str().to_owned();
        name.push(suffix);
        // It may not be there; what is left of it is overwritten next time.
        std::fs::remove_file(name).ok();
    }
}
