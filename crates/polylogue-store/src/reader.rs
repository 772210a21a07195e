//! A snapshot of one commons, to be asked with the functions of [`crate::query`].

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Law};

use crate::database::{Database, Opening, as_u64};
use crate::fault::StoreFault;
use crate::fold::{RECORD, Record};
use crate::query::{PersonRef, TargetRow};
use crate::store::Inner;

/// One snapshot: whatever is asked of it fits together. Keep it for one page, not longer.
#[derive(Debug)]
pub struct Reader {
    database: Option<Database>,
    pub(crate) inner: Arc<Inner>,
    pub(crate) me: Option<Key>,
    /// People looked up so far, by number.
    pub(crate) people: RefCell<HashMap<i64, PersonRef>>,
    /// Things looked up so far, by id.
    pub(crate) targets: RefCell<HashMap<OperationId, TargetRow>>,
}

impl Reader {
    pub(crate) fn begin(inner: Arc<Inner>) -> Result<Self, StoreFault> {
        let kept = inner
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let database = match kept {
            Some(database) => database,
            None => Database::open(&inner.path, Opening::Read)?,
        };
        database.batch("BEGIN")?;
        // The snapshot begins with the first read.
        database.state("cursor")?;
        Ok(Self {
            database: Some(database),
            inner,
            me: None,
            people: RefCell::default(),
            targets: RefCell::default(),
        })
    }

    /// Says who is asking, for [`crate::query::PersonRow::is_me`].
    #[must_use]
    pub fn for_me(mut self, me: Option<Key>) -> Self {
        self.me = me;
        self
    }

    /// The version of what this snapshot shows ([`crate::Store::version`]).
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn version(&self) -> Result<u64, StoreFault> {
        self.database().state("version").map(as_u64)
    }

    pub(crate) fn database(&self) -> &Database {
        self.database
            .as_ref()
            .expect("it is given back only when the reader is dropped")
    }

    /// The number of an id that something here names, if it is here or named.
    pub(crate) fn number(&self, id: OperationId) -> Result<Option<i64>, StoreFault> {
        self.database()
            .value("SELECT n FROM operation WHERE id = ?1", [id.0])
    }

    pub(crate) fn record(&self, n: i64) -> Result<Option<Record>, StoreFault> {
        self.database().one(RECORD, [n], Record::read)
    }

    pub(crate) fn record_of(&self, id: OperationId) -> Result<Option<Record>, StoreFault> {
        match self.number(id)? {
            Some(n) => self.record(n),
            None => Ok(None),
        }
    }

    /// The law in force.
    pub(crate) fn law(&self) -> Result<Law, StoreFault> {
        const LATEST: &str = "SELECT n FROM chain ORDER BY place DESC LIMIT 1";
        let latest = self.database().value(LATEST, [])?;
        let record = match latest {
            Some(n) => self.record(n)?,
            None => None,
        };
        let body = record.and_then(|it| it.said()).and_then(Result::ok);
        let founding = self.inner.founding.body().and_then(Result::ok);
        match body.or(founding) {
            Some(Body::Resolution(it)) => Ok(it.law),
            Some(Body::Founding(it)) => Ok(it.law),
            Some(_) | None => Err(StoreFault::NotAFounding),
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        const KEPT: usize = 8;
        if let Some(database) = self.database.take() {
            database.roll_back();
            let mut kept = self
                .inner
                .readers
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            if kept.len() < KEPT {
                kept.push(database);
            }
        }
    }
}
