//! One commons: a writer behind a lock, readers on snapshots.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Erasable, Kind};
use polylogue_core::limits::RULES_VERSION;
use polylogue_core::operation::Operation;

use crate::codes;
use crate::crowd::Shared;
use crate::database::{Database, Opening, as_i64, as_u64};
use crate::fault::StoreFault;
use crate::fold::{Fold, Followed, Record};
use crate::journal::Journal;
use crate::log::{Appended, Appending, BATCH_OPERATIONS_MAX, heads, load, load_encoded};
use crate::names::Names;
use crate::query::{Counts, DriftNow, Languages, TextNow};
use crate::reader::Reader;
use crate::sift::Sifted;
use crate::similar::Similar;

const SECONDS_PER_DAY: u64 = 86_400;

/// The store of one commons. Clones share it.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) path: PathBuf,
    pub(crate) founding: Operation,
    writer: Mutex<Writer>,
    pub(crate) readers: Mutex<Vec<Database>>,
    version: AtomicU64,
    /// Votes that changed of late.
    pub(crate) voted: Mutex<Journal>,
    /// Turns and moves that were said of late: the number of the kind, and their own.
    pub(crate) said: Mutex<Journal>,
    /// What was written in documents of late: the number of the kind, and its own.
    pub(crate) written: Mutex<Journal>,
    /// Documents as they were last read.
    pub(crate) texts: Mutex<BTreeMap<OperationId, Arc<TextNow>>>,
    /// How their lines stand to what they rest on, as was last looked at.
    pub(crate) drifts: Mutex<BTreeMap<OperationId, Arc<DriftNow>>>,
    /// The sifting of the version beside it.
    pub(crate) sifted: Mutex<Option<(u64, Arc<Sifted>)>>,
    /// Rows of the search by language, as far as they were counted.
    pub(crate) languages: Mutex<Languages>,
    /// Counts of the version beside them.
    pub(crate) counts: Mutex<Option<(u64, Counts)>>,
    /// Claims, and questions, by what stands in them; filled when it is first asked.
    pub(crate) similar: (Mutex<Similar>, Mutex<Similar>),
    /// How the indexes are made that a store in memory began without.
    left_out: Mutex<Vec<String>>,
}

#[derive(Debug)]
pub(crate) struct Writer {
    pub(crate) database: Database,
    names: Option<Names>,
    fold: Option<Fold>,
}

/// What an author needs to know before signing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorState {
    /// The heads of the person's operations here, highest (counter, id) first, at most eight.
    pub heads: Vec<(u64, OperationId)>,
    /// The highest counter among them; 0 if there are none.
    pub counter: u64,
    /// The highest counter anybody may sign with.
    pub counter_max: u64,
    /// The latest law on the chain.
    pub act: OperationId,
    /// The admission to stand on; none while the person's first counts.
    pub standing: Option<OperationId>,
}

/// Whether the read models follow at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Follow,
    Leave,
}

impl Store {
    /// Makes the store of a commons that begins with this operation.
    ///
    /// # Errors
    /// [`StoreFault::Exists`] if something is at the path, [`StoreFault::NotAFounding`], or a
    /// failure of the disk.
    pub fn create(path: &Path, founding: &Operation) -> Result<Self, StoreFault> {
        let says = founding.body();
        if !matches!(says, Some(Ok(Body::Founding(_)))) {
            return Err(StoreFault::NotAFounding);
        }
        if path.exists() && !is_unfinished(path) {
            return Err(StoreFault::Exists {
                path: path.to_owned(),
            });
        }
        let database = Database::open(path, Opening::Make)?;
        let store = Self::with(path, database, founding.clone());
        store.append(std::slice::from_ref(founding), founding.header().time)?;
        store.set_folded_here()?;
        Ok(store)
    }

    /// Opens a store, brings its schema up to date and its read models level with its log.
    ///
    /// # Errors
    /// [`StoreFault::NotHere`], [`StoreFault::NotAStore`], [`StoreFault::Newer`],
    /// [`StoreFault::Damaged`], or a failure of the disk; each with a hint.
    pub fn open(path: &Path) -> Result<Self, StoreFault> {
        let database = Database::open(path, Opening::Write)?;
        let founding = read_founding(&database)?;
        let founding = founding.ok_or_else(|| StoreFault::NotAStore {
            path: path.to_owned(),
        })?;
        let version = database.state("version")?;
        let store = Self::with(path, database, founding);
        store
            .inner
            .version
            .store(as_u64(version), Ordering::Release);
        if store.writer().is_behind()? {
            store.follow()?;
        }
        store.understand()?;
        Ok(store)
    }

    /// Folds everything again if another version's fold made the read models, or if something
    /// waited for a newer version and this may be one.
    fn understand(&self) -> Result<(), StoreFault> {
        let (folded, understood, waits) = {
            let database = &self.writer().database;
            const WAITS: &str = "SELECT n FROM verdict WHERE code = ?1 LIMIT 1";
            let waits: Option<i64> = database.value(WAITS, [codes::WAITS_NEWER])?;
            let folded = database.state("folded")?;
            (folded, database.state("understood")?, waits.is_some())
        };
        let is_understood = understood == understood_here();
        if folded == FOLD && is_understood {
            return Ok(());
        }
        if folded != FOLD || waits {
            self.rebuild()?;
        }
        self.set_folded_here()
    }

    fn set_folded_here(&self) -> Result<(), StoreFault> {
        self.write(|writer| {
            let database = &writer.database;
            database.transaction(|| {
                database.set_state("folded", FOLD)?;
                database.set_state("understood", understood_here())
            })
        })
    }

    fn with(path: &Path, database: Database, founding: Operation) -> Self {
        let inner = Inner {
            path: path.to_owned(),
            founding,
            writer: Mutex::new(Writer {
                database,
                names: None,
                fold: None,
            }),
            readers: Mutex::default(),
            version: AtomicU64::new(0),
            voted: Mutex::default(),
            said: Mutex::default(),
            written: Mutex::default(),
            texts: Mutex::default(),
            drifts: Mutex::default(),
            sifted: Mutex::default(),
            languages: Mutex::default(),
            counts: Mutex::default(),
            similar: <(Mutex<Similar>, Mutex<Similar>)>::default(),
            left_out: Mutex::default(),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// The id of the commons.
    #[must_use]
    pub fn commons(&self) -> OperationId {
        self.inner.founding.id()
    }

    /// The operation the commons began with.
    #[must_use]
    pub fn founding(&self) -> Operation {
        self.inner.founding.clone()
    }

    /// Where the store is kept.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Appends operations whose signatures were checked, and lets the read models follow.
    /// `now` in seconds is when they arrived here. Those of another commons are not stored.
    ///
    /// # Errors
    /// A failure of the disk. Batches of 8,000 before the failing one are in the log; the rest
    /// may be given again.
    pub fn append<O: Borrow<Operation>>(
        &self,
        operations: &[O],
        now: u64,
    ) -> Result<Appended, StoreFault> {
        self.take(operations, now, None, Then::Follow)
    }

    /// Appends as [`Store::append`] does what a peer introduced: what of it nobody's admission
    /// covers counts against that peer's share of the porch.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn append_from(
        &self,
        introducer: Key,
        operations: &[Operation],
        now: u64,
    ) -> Result<Appended, StoreFault> {
        self.take(operations, now, Some(introducer), Then::Follow)
    }

    /// Appends to the log alone; [`Store::follow`] does the rest.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn append_unfollowed(
        &self,
        operations: &[Operation],
        now: u64,
    ) -> Result<Appended, StoreFault> {
        self.take(operations, now, None, Then::Leave)
    }

    fn take<O: Borrow<Operation>>(
        &self,
        operations: &[O],
        now: u64,
        introducer: Option<Key>,
        then: Then,
    ) -> Result<Appended, StoreFault> {
        let mut appended = Appended::default();
        for batch in operations.chunks(BATCH_OPERATIONS_MAX) {
            self.write(|writer| {
                let (mut arrived, shared) =
                    writer.append(&self.inner.founding, batch, now, &mut appended)?;
                writer.make_room(&shared, &mut arrived, &mut appended)?;
                if then == Then::Follow {
                    writer.follow(introducer, &arrived)
                } else {
                    Ok(())
                }
            })?;
        }
        Ok(appended)
    }

    /// Lets the read models catch up with the log.
    ///
    /// # Errors
    /// A failure of the disk; what was done before it stays done.
    pub fn follow(&self) -> Result<(), StoreFault> {
        self.write(|writer| {
            writer.load(&self.inner.founding)?;
            writer.follow(None, &[])
        })
    }

    /// Indexes words for search, about `budget` things of them; says whether more are due.
    ///
    /// # Errors
    /// A failure of the disk; the rest stays due.
    pub fn index_search(&self, budget: usize) -> Result<bool, StoreFault> {
        self.write(|writer| crate::index::index(&writer.database, budget))
    }

    /// A snapshot to read from.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn reader(&self) -> Result<Reader, StoreFault> {
        Reader::begin(self.inner.clone())
    }

    /// The resolution this peer has pinned, if any.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn pin(&self) -> Result<Option<OperationId>, StoreFault> {
        crate::fold::read_pin(&self.writer().database, "pin")
    }

    /// Pins a resolution, and judges again under it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn set_pin(&self, resolution: OperationId) -> Result<(), StoreFault> {
        self.write(|writer| {
            writer.load(&self.inner.founding)?;
            let Writer {
                database,
                names,
                fold,
            } = writer;
            let (names, fold) = loaded(names, fold);
            database.transaction(|| {
                let n = names.number(database, resolution)?;
                database.set_state("pin", n)
            })?;
            fold.note_due();
            writer.follow(None, &[])
        })
    }

    /// Grows with every change of what pages show.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.inner.version.load(Ordering::Acquire)
    }

    /// Drops the read models and folds them again. The porch stays as it is: who introduced what is
    /// written nowhere else, and without that no share would hold.
    ///
    /// # Errors
    /// A failure of the disk; opening again finishes the work.
    pub fn rebuild(&self) -> Result<(), StoreFault> {
        self.write(|writer| {
            let database = &writer.database;
            database.transaction(|| {
                for table in READ_MODELS {
                    database.batch(&format!("DELETE FROM {table}"))?;
                }
                database.batch("INSERT INTO search (search) VALUES ('delete-all')")?;
                database.batch("DELETE FROM late")?;
                database.set_state("pin_followed", 0)?;
                database.set_state("cursor", 0)
            })?;
            writer.names = None;
            writer.fold = None;
            writer.load(&self.inner.founding)?;
            writer.follow(None, &[])
        })
    }

    /// What a person holding these keys must know before signing.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn author(&self, keys: &[Key]) -> Result<AuthorState, StoreFault> {
        self.write(|writer| {
            writer.load(&self.inner.founding)?;
            let Writer {
                database,
                names,
                fold,
            } = writer;
            let (names, fold) = loaded(names, fold);
            let authority = fold.judge().authority();
            let person = keys.first().map(|key| authority.person_of(key));
            let mut all: Vec<Key> = person
                .iter()
                .flat_map(|it| authority.keys_of(it))
                .chain(keys.to_vec())
                .collect();
            all.sort_unstable();
            all.dedup();
            let mut heads = heads(database, names, &all)?;
            heads.truncate(polylogue_core::limits::PREVIOUS_MAX);
            Ok(AuthorState {
                counter: heads.first().map_or(0, |(counter, _)| *counter),
                counter_max: quota_of(&self.inner.founding),
                heads,
                act: authority
                    .chain()
                    .last()
                    .copied()
                    .unwrap_or(self.inner.founding.id()),
                standing: person.and_then(|it| authority.standing_to_name(&it)),
            })
        })
    }

    /// Vouches that somebody's admission rests on, in order of id: what a law names that lets
    /// members vouch no longer.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn vouches_relied_on(&self) -> Result<Vec<OperationId>, StoreFault> {
        self.write(|writer| {
            writer.load(&self.inner.founding)?;
            let (_, fold) = loaded(&mut writer.names, &mut writer.fold);
            let vouches = fold.judge().authority().vouches_relied_on();
            Ok(vouches.into_iter().collect())
        })
    }

    /// The operations of these ids that are here, in the order asked for, until the next would
    /// make them longer than `bytes_max` bytes together; at least one.
    ///
    /// # Errors
    /// A failure of the disk, or [`StoreFault::DamagedRow`].
    pub fn load(
        &self,
        ids: &[OperationId],
        bytes_max: usize,
    ) -> Result<Vec<Operation>, StoreFault> {
        load(self.reader()?.database(), ids, bytes_max)
    }

    /// The bytes of the operations of these ids that are here, as they travel and in the order
    /// asked for, until they are `bytes_max` bytes or more together; and how many ids were looked
    /// up.
    /// They are given as they were kept: whoever takes them in checks them. What cannot be put
    /// together is left out.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn load_encoded(
        &self,
        ids: &[OperationId],
        bytes_max: usize,
    ) -> Result<(Vec<Vec<u8>>, usize), StoreFault> {
        load_encoded(self.reader()?.database(), ids, bytes_max)
    }

    /// Destroys the bytes a moderator's erasure named once the charter's delay is over; `now` in
    /// seconds. Gives how many bodies went.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn sweep(&self, now: u64) -> Result<u64, StoreFault> {
        let days = self.reader()?.law()?.erase_delay_days;
        self.write(|writer| {
            let database = &writer.database;
            let before = as_i64(now.saturating_sub(days * SECONDS_PER_DAY));
            const ERASURES: &str = "SELECT n FROM operation
                WHERE kind < 500 AND kind = 301 AND arrived <= ?1
                AND NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.n = operation.n)";
            const TARGETS: &str = "SELECT n, kind FROM operation
                WHERE id = ?1 AND body IS NOT NULL AND kind >= 500";
            let mut swept = 0;
            database.batch("PRAGMA secure_delete = ON")?;
            database.transaction(|| {
                for n in database.numbers(ERASURES, [before])? {
                    let record = database.one(crate::fold::RECORD, [n], Record::read)?;
                    let Some(Some(Ok(Body::ModeratorErase(erase)))) = record.map(|it| it.said())
                    else {
                        continue;
                    };
                    for target in erase.targets {
                        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
                        let found: Option<(i64, u16)> = database.one(TARGETS, [target.0], read)?;
                        if let Some((target, kind)) = found
                            && Kind::of(kind).map(Kind::erasable) == Some(Erasable::Yes)
                        {
                            const EMPTY: &str = "UPDATE operation SET body = NULL WHERE n = ?1";
                            database.write(EMPTY, [target])?;
                            swept += 1;
                        }
                    }
                }
                if swept > 0 {
                    // The words left the index when they were erased, not its pages of the file.
                    database.set_state(crate::index::ERASED, 1)?;
                }
                Ok(())
            })?;
            database.batch("PRAGMA secure_delete = FAST")?;
            if swept > 0 {
                database.truncate_log()?;
            }
            Ok(swept)
        })
    }

    /// A value of this home's own, which is no part of the commons.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn local_get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreFault> {
        let reader = self.reader()?;
        reader
            .database()
            .value("SELECT value FROM local WHERE name = ?1", [name])
    }

    /// Keeps a value of this home's own; an empty one is forgotten.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn local_put(&self, name: &str, value: &[u8]) -> Result<(), StoreFault> {
        const PUT: &str = "INSERT INTO local (name, value) VALUES (?1, ?2)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.write(|writer| {
            let database = &writer.database;
            database.transaction(|| {
                if value.is_empty() {
                    return database.write("DELETE FROM local WHERE name = ?1", [name]);
                }
                database.write(PUT, (name, value))
            })
        })?;
        Ok(())
    }

    /// Lets this many writes succeed and all later ones fail, until called with `None`. For tests
    /// of failing disks.
    pub fn fail_after_writes(&self, writes: Option<u64>) {
        self.writer().database.fail_after_writes(writes);
    }

    /// Lets the file grow to this many pages of 4 KiB and no further. For tests of full disks.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn limit_pages(&self, pages: u32) -> Result<(), StoreFault> {
        let writer = self.writer();
        let asked = format!("PRAGMA max_page_count = {pages}");
        writer.database.value::<i64>(&asked, []).map(|_| ())
    }

    /// Does something with the writing connection that is no part of the log or its read models.
    pub(crate) fn with_writer<T>(
        &self,
        act: impl FnOnce(&Database) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        act(&self.writer().database)
    }

    pub(crate) fn left_out(&self) -> MutexGuard<'_, Vec<String>> {
        let left_out = self.inner.left_out.lock();
        left_out.unwrap_or_else(PoisonError::into_inner)
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        // A panic elsewhere leaves no half-written state: transactions end with their connection.
        self.inner
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with the writer; after a failure nothing it kept in memory is trusted.
    fn write<T>(
        &self,
        act: impl FnOnce(&mut Writer) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        let mut writer = self.writer();
        let done = act(&mut writer);
        if done.is_err() {
            writer.database.roll_back();
            writer.names = None;
            writer.fold = None;
        }
        if let Ok(version) = writer.database.state("version").map(as_u64) {
            let fold = writer.fold.as_mut();
            let changes = fold.map_or([None, None, None], Fold::take_changes);
            let inner = &self.inner;
            for (journal, changes) in [&inner.voted, &inner.said, &inner.written]
                .into_iter()
                .zip(changes)
            {
                let mut journal = journal.lock().unwrap_or_else(PoisonError::into_inner);
                journal.note(version, changes);
            }
            self.inner.version.store(version, Ordering::Release);
        }
        done
    }
}

/// Tables that are folded from the log and can be dropped; search apart.
pub(crate) const READ_MODELS: [&str; 18] = [
    "verdict",
    "person",
    "person_key",
    "device",
    "chain",
    "reference",
    "held_to",
    "thing",
    "turn",
    "claim",
    "move",
    "vote",
    "tally",
    "write",
    "replaces",
    "brought",
    "search_due",
    "search_row",
];

/// Both parts of a writer that [`Writer::load`] has read.
fn loaded<'a>(
    names: &'a mut Option<Names>,
    fold: &'a mut Option<Fold>,
) -> (&'a mut Names, &'a mut Fold) {
    let names = names.as_mut().expect("the writer was loaded");
    (names, fold.as_mut().expect("the writer was loaded"))
}

impl Writer {
    fn is_behind(&self) -> Result<bool, StoreFault> {
        const BEHIND: &str = "SELECT (SELECT max(n) FROM operation) > (SELECT value FROM state
            WHERE name = 'cursor') OR EXISTS (SELECT 1 FROM late)";
        let behind: Option<Option<bool>> = self.database.value(BEHIND, [])?;
        Ok(behind.flatten().unwrap_or(true)
            || self.database.state("pin")? != self.database.state("pin_followed")?)
    }

    fn load(&mut self, founding: &Operation) -> Result<(), StoreFault> {
        if self.names.is_none() {
            self.names = Some(Names::load(&self.database)?);
        }
        if self.fold.is_none() {
            self.fold = Some(Fold::load(&self.database, founding)?);
            if self.is_behind()? {
                // Whoever appended last may not have come to it.
                let shared = crate::crowd::find_shared(&self.database)?;
                self.make_room(&shared, &mut Vec::new(), &mut Appended::default())?;
            }
        }
        Ok(())
    }

    /// Lets go what is more than one key may sign with one counter.
    fn make_room(
        &mut self,
        shared: &Shared,
        arrived: &mut Vec<Record<'_>>,
        appended: &mut Appended,
    ) -> Result<(), StoreFault> {
        let (names, fold) = loaded(&mut self.names, &mut self.fold);
        crate::crowd::make_room((&self.database, names, fold), shared, arrived, appended)
    }

    /// Appends one batch. Gives it in the order of the log if the read models were level with the
    /// log before it, nothing otherwise; and where something else of the same key may stand
    /// beside it.
    fn append<'batch, O: Borrow<Operation>>(
        &mut self,
        founding: &Operation,
        batch: &'batch [O],
        now: u64,
        appended: &mut Appended,
    ) -> Result<(Vec<Record<'batch>>, Shared), StoreFault> {
        self.load(founding)?;
        let is_level = !self.is_behind()?;
        let Self {
            database,
            names,
            fold,
        } = self;
        let (names, fold) = loaded(names, fold);
        let cursor = database.state("cursor")?;
        let commons = founding.id();
        let (new, filled) = (appended.new.len(), appended.filled.len());
        let (arrived, shared) = database.transaction(|| {
            let heads = BTreeMap::new();
            let mut appending = Appending {
                database,
                insert: database.statement(crate::log::INSERT)?,
                names,
                commons,
                quota: quota_of(founding),
                now,
                cursor,
                heads,
                arrived: is_level.then(|| Vec::with_capacity(batch.len())),
                shared: Shared::new(),
            };
            batch
                .iter()
                .try_for_each(|it| appending.take(it.borrow(), appended))?;
            appending.write_heads()?;
            Ok((appending.arrived, appending.shared))
        })?;
        // Both are in the order of the batch.
        let mut new = appended.new[new..].iter().peekable();
        let mut filled = appended.filled[filled..].iter().peekable();
        for operation in batch {
            let operation = operation.borrow();
            let id = operation.id();
            let is_new = new.next_if(|it| **it == id).is_some();
            if is_new || filled.next_if(|it| **it == id).is_some() {
                fold.note(operation);
            }
        }
        let mut arrived = arrived.unwrap_or_default();
        arrived.sort_unstable_by_key(|it| it.n);
        Ok((arrived, shared))
    }

    fn follow(
        &mut self,
        introducer: Option<Key>,
        arrived: &[Record<'_>],
    ) -> Result<(), StoreFault> {
        let Self {
            database,
            names,
            fold,
        } = self;
        let (names, fold) = loaded(names, fold);
        let introducer = match introducer {
            Some(key) => match names.number_of(&key) {
                Some(n) => n,
                None => database.transaction(|| names.key(database, key))?,
            },
            None => 0,
        };
        if fold.follow(database, names, introducer, arrived)? == Followed::Something {
            crate::porch::trim(database, names, fold)?;
        }
        Ok(())
    }
}

/// How many operations one key may sign. It is the founding's word for good: a quota that later law
/// changed would decide which operations that law is judged from.
fn quota_of(founding: &Operation) -> u64 {
    match founding.body() {
        Some(Ok(Body::Founding(it))) => it.law.quota,
        // A store begins with its founding's body, and no act can empty it.
        Some(_) | None => 0,
    }
}

/// Which fold made the read models. Raised whenever the same operations would fold to other rows,
/// so that a home of an earlier version is folded anew when it is opened; a test tells when.
const FOLD: i64 = 2;

/// Tells this version from others by what it understands: kinds of operations, and rules.
fn understood_here() -> i64 {
    let kinds = as_i64(Kind::ALL.len() as u64);
    as_i64(RULES_VERSION) * 1_000 + kinds
}

fn read_founding(database: &Database) -> Result<Option<Operation>, StoreFault> {
    let mut founding = None;
    const FIRST: &str = "SELECT id FROM operation WHERE n = 1";
    let first = database.one(FIRST, [], |row| crate::database::id_at(row, 0))?;
    if let Some(id) = first {
        founding = load(database, &[id], usize::MAX)?.pop();
    }
    Ok(founding)
}

/// Whether a file was begun by [`Store::create`] and never held its first operation.
fn is_unfinished(path: &Path) -> bool {
    let is_empty = std::fs::metadata(path).is_ok_and(|it| it.len() == 0);
    is_empty
        || Database::open(path, Opening::Write)
            .and_then(|database| read_founding(&database))
            .is_ok_and(|founding| founding.is_none())
}
