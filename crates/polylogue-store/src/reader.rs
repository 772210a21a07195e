//! A snapshot of one commons, to be asked with the functions of [`crate::query`].

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use std::sync::{Arc, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Law, OfficeKind};

use crate::database::{Database, Opening, as_u64};
use crate::fault::StoreFault;
use crate::fold::{RECORD, Record};
use crate::query::{PersonRef, TargetRow, TextNow};
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
    /// Texts that passages were looked for in, by id.
    pub(crate) texts: RefCell<HashMap<OperationId, TextStanding>>,
    /// Persons behind keys, both by number, looked up so far.
    pub(crate) behind: RefCell<HashMap<i64, i64>>,
    /// The document read last.
    pub(crate) text: RefCell<Option<Arc<TextNow>>>,
    law: OnceCell<Law>,
    offices: OnceCell<Vec<(i64, OfficeKind)>>,
}

/// A text that passages are taken from, as it stands now.
#[derive(Debug, Default)]
pub(crate) struct TextStanding {
    /// The dialogue it stands in.
    pub(crate) dialogue: Option<OperationId>,
    /// Its number there.
    pub(crate) number: Option<u64>,
    /// Its words; none where they may not be read.
    pub(crate) words: Option<String>,
    /// Whether its words were taken out for good.
    pub(crate) is_emptied: bool,
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
            texts: RefCell::default(),
            behind: RefCell::default(),
            text: RefCell::default(),
            law: OnceCell::new(),
            offices: OnceCell::new(),
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

    pub(crate) fn record(&self, n: i64) -> Result<Option<Record<'static>>, StoreFault> {
        self.database().one(RECORD, [n], Record::read)
    }

    pub(crate) fn record_of(&self, id: OperationId) -> Result<Option<Record<'static>>, StoreFault> {
        const BY_ID: &str = "SELECT n, id, key, counter, time, kind, header, body
            FROM operation WHERE id = ?1 AND header IS NOT NULL";
        self.database().one(BY_ID, [id.0], Record::read)
    }

    /// The law in force.
    pub(crate) fn law(&self) -> Result<&Law, StoreFault> {
        if let Some(law) = self.law.get() {
            return Ok(law);
        }
        let law = self.read_law()?;
        Ok(self.law.get_or_init(|| law))
    }

    /// Offices in force, with the numbers of those who hold them.
    pub(crate) fn offices(&self) -> Result<&[(i64, OfficeKind)], StoreFault> {
        if let Some(offices) = self.offices.get() {
            return Ok(offices);
        }
        let mut offices = Vec::new();
        for office in &self.law()?.offices {
            let holder = self.person_number(&office.holder)?;
            offices.extend(holder.map(|it| (it, office.kind)));
        }
        Ok(self.offices.get_or_init(|| offices))
    }

    fn read_law(&self) -> Result<Law, StoreFault> {
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
        // Each keeps up to 6 MB of pages and its statements.
        const KEPT: usize = 4;
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
