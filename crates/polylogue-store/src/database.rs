//! One connection to the file: pragmas, migrations, and short ways to ask and to write.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use polylogue_core::id::{Key, OperationId};
use rusqlite::config::DbConfig;
use rusqlite::types::FromSql;
use rusqlite::{CachedStatement, Connection, OpenFlags, OptionalExtension, Params, Row};

use crate::fault::StoreFault;

/// Says in the file's first bytes that it is ours ("poly").
const APPLICATION_ID: i64 = 0x706f_6c79;
/// Migrations in order; the file's `user_version` is how many have run.
const MIGRATIONS: [&str; 3] = [
    include_str!("../migrations/1.sql"),
    include_str!("../migrations/2.sql"),
    include_str!("../migrations/3.sql"),
];
const STATEMENTS_KEPT: usize = 256;
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// A connection. Writing needs a transaction of the caller's.
#[derive(Debug)]
pub(crate) struct Database {
    connection: Connection,
    /// Writes until one fails; for tests of failing disks.
    writes_left: Cell<Option<u64>>,
    /// Whether folding leaves out noting whose words are to be indexed.
    pub(crate) leaves_words: Cell<bool>,
}

/// Whether a file is made or must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    Make,
    Write,
    Read,
}

/// What the path of a store begins with that is kept in this process's memory alone; connections
/// to the same name see the same.
const MEMORY: &str = "file:/polylogue-";
static IN_MEMORY: AtomicU64 = AtomicU64::new(0);

/// A path that nothing in this process's memory has yet.
pub(crate) fn path_in_memory() -> PathBuf {
    let number = IN_MEMORY.fetch_add(1, Ordering::Relaxed);
    PathBuf::from(format!("{MEMORY}{number}?vfs=memdb"))
}

fn is_in_memory(path: &Path) -> bool {
    path.to_str().is_some_and(|it| it.starts_with(MEMORY))
}

impl Database {
    /// Opens a connection and brings the schema up to date.
    pub(crate) fn open(path: &Path, opening: Opening) -> Result<Self, StoreFault> {
        let in_memory = is_in_memory(path);
        if opening != Opening::Make && !in_memory && !path.exists() {
            return Err(StoreFault::NotHere {
                path: path.to_owned(),
            });
        }
        let flags = match opening {
            Opening::Make => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
            Opening::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Opening::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let flags = match in_memory {
            true => flags | OpenFlags::SQLITE_OPEN_URI,
            false => flags,
        };
        let connection =
            Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
        connection.busy_timeout(BUSY_TIMEOUT)?;
        // Plans must not depend on the values asked for: else a statement is prepared anew for
        // every value (measured: a third of all time spent folding).
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        let database = Self {
            connection,
            writes_left: Cell::new(None),
            leaves_words: Cell::new(false),
        };
        match opening {
            Opening::Read => {
                database.set_pragmas("PRAGMA query_only = ON; PRAGMA cache_size = -6000;")?;
            }
            Opening::Make | Opening::Write => database.migrate(path, opening)?,
        }
        Ok(database)
    }

    /// WAL with `synchronous = NORMAL`: a killed process loses nothing that was acknowledged.
    /// When power fails, the latest transactions may be missing, never half of one; peers that
    /// have them give them back.
    fn migrate(&self, path: &Path, opening: Opening) -> Result<(), StoreFault> {
        let not_a_store = |fault: rusqlite::Error| match StoreFault::from(fault) {
            StoreFault::Damaged(_) => StoreFault::NotAStore {
                path: path.to_owned(),
            },
            fault => fault,
        };
        let pragma = |name: &str| -> Result<i64, StoreFault> {
            let read = self
                .connection
                .pragma_query_value(None, name, |row| row.get(0));
            read.map_err(not_a_store)
        };
        let (application, found) = (pragma("application_id")?, pragma("user_version")?);
        let known = i64::try_from(MIGRATIONS.len()).expect("few migrations");
        if opening == Opening::Write && application != APPLICATION_ID {
            return Err(StoreFault::NotAStore {
                path: path.to_owned(),
            });
        }
        if found > known {
            return Err(StoreFault::Newer {
                path: path.to_owned(),
                found,
                known,
            });
        }
        self.set_pragmas(if is_in_memory(path) {
            // Nothing of it outlives the process, and whoever meets a failure throws it away.
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
             PRAGMA foreign_keys = ON; PRAGMA cache_size = -24000;"
        } else {
            "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
             PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 67108864;
             PRAGMA wal_autocheckpoint = 16000; PRAGMA secure_delete = FAST;
             PRAGMA cache_size = -24000;"
        })?;
        let from = usize::try_from(found).expect("user_version is set by us alone");
        for (index, migration) in MIGRATIONS.iter().enumerate().skip(from) {
            let version = index + 1;
            self.connection.execute_batch(&format!(
                "BEGIN IMMEDIATE; {migration}
                 PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {version}; COMMIT;"
            ))?;
        }
        Ok(())
    }

    fn set_pragmas(&self, pragmas: &str) -> Result<(), StoreFault> {
        self.connection.execute_batch(pragmas)?;
        self.connection
            .execute_batch("PRAGMA temp_store = MEMORY;")?;
        Ok(())
    }

    /// Runs statements that give no rows.
    pub(crate) fn batch(&self, sql: &str) -> Result<(), StoreFault> {
        Ok(self.connection.execute_batch(sql)?)
    }

    /// Runs `inside` in one transaction: all of it or nothing.
    pub(crate) fn transaction<T>(
        &self,
        inside: impl FnOnce() -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        self.begin()?;
        let done = inside().and_then(|it| self.commit().map(|()| it));
        if done.is_err() {
            self.roll_back();
        }
        done
    }

    /// Moves everything from the write-ahead file into the main one and empties it, unless a
    /// reader still needs it; then a later checkpoint does.
    pub(crate) fn truncate_log(&self) -> Result<(), StoreFault> {
        self.connection.busy_timeout(Duration::ZERO)?;
        let emptied = self.value::<i64>("PRAGMA wal_checkpoint(TRUNCATE)", []);
        self.connection.busy_timeout(BUSY_TIMEOUT)?;
        match emptied {
            Ok(_) | Err(StoreFault::Busy(_)) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// Begins a transaction that writes.
    pub(crate) fn begin(&self) -> Result<(), StoreFault> {
        self.batch("BEGIN IMMEDIATE")
    }

    /// Makes what was written last; counts as a write for injected faults.
    pub(crate) fn commit(&self) -> Result<(), StoreFault> {
        self.count_write()?;
        self.batch("COMMIT")
    }

    /// Undoes the transaction, if one is open.
    pub(crate) fn roll_back(&self) {
        if !self.connection.is_autocommit() {
            // After a failure SQLite may have rolled back by itself; either way none is open then.
            self.connection.execute_batch("ROLLBACK").ok();
        }
    }

    /// Lets this many writes succeed; all later ones fail. For tests.
    pub(crate) fn fail_after_writes(&self, writes: Option<u64>) {
        self.writes_left.set(writes);
    }

    fn count_write(&self) -> Result<(), StoreFault> {
        match self.writes_left.get() {
            Some(0) => Err(StoreFault::Injected),
            Some(left) => {
                self.writes_left.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Runs one writing statement; gives how many rows it changed.
    pub(crate) fn write(
        &self,
        sql: &'static str,
        values: impl Params,
    ) -> Result<usize, StoreFault> {
        self.count_write()?;
        Ok(self.connection.prepare_cached(sql)?.execute(values)?)
    }

    /// A statement to run many times: looking it up each time costs as much as a short
    /// write.
    pub(crate) fn statement(&self, sql: &'static str) -> Result<Statement<'_>, StoreFault> {
        Ok(Statement {
            database: self,
            prepared: self.connection.prepare_cached(sql)?,
        })
    }

    /// The number of the row inserted last.
    pub(crate) fn last_row(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    /// The first row, if there is one.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreFault> {
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row(values, read)
            .optional()?)
    }

    /// The first column of the first row, if there is one.
    pub(crate) fn value<T: FromSql>(
        &self,
        sql: &str,
        values: impl Params,
    ) -> Result<Option<T>, StoreFault> {
        self.one(sql, values, |row| row.get(0))
    }

    /// A count or sum, zero where there is none.
    pub(crate) fn count(&self, sql: &str, values: impl Params) -> Result<u64, StoreFault> {
        let count: Option<Option<i64>> = self.value(sql, values)?;
        Ok(count.flatten().map_or(0, as_u64))
    }

    /// All rows.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreFault> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(values, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The first column of all rows.
    pub(crate) fn numbers(&self, sql: &str, values: impl Params) -> Result<Vec<i64>, StoreFault> {
        self.all(sql, values, |row| row.get(0))
    }

    /// Reads rows one by one until `take` says to stop.
    pub(crate) fn each(
        &self,
        sql: &str,
        values: impl Params,
        mut take: impl FnMut(&Row<'_>) -> Result<Go, StoreFault>,
    ) -> Result<(), StoreFault> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            if take(row)? == Go::Stop {
                break;
            }
        }
        Ok(())
    }

    /// A named value of the store's own.
    pub(crate) fn state(&self, name: &str) -> Result<i64, StoreFault> {
        let value: Option<i64> = self.value("SELECT value FROM state WHERE name = ?1", [name])?;
        Ok(value.unwrap_or(0))
    }

    /// Sets a named value of the store's own.
    pub(crate) fn set_state(&self, name: &str, value: i64) -> Result<(), StoreFault> {
        const SET: &str = "INSERT INTO state (name, value) VALUES (?1, ?2)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.write(SET, (name, value)).map(|_| ())
    }
}

/// A statement kept at hand.
pub(crate) struct Statement<'database> {
    database: &'database Database,
    prepared: CachedStatement<'database>,
}

impl Statement<'_> {
    /// Writes; gives how many rows it changed.
    pub(crate) fn write(&mut self, values: impl Params) -> Result<usize, StoreFault> {
        self.database.count_write()?;
        Ok(self.prepared.execute(values)?)
    }

    /// The first row, if there is one.
    pub(crate) fn one<T>(
        &mut self,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreFault> {
        Ok(self.prepared.query_row(values, read).optional()?)
    }

    /// The first column of all rows.
    pub(crate) fn numbers(&mut self, values: impl Params) -> Result<Vec<i64>, StoreFault> {
        let rows = self.prepared.query_map(values, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether there is a row.
    pub(crate) fn any(&mut self, values: impl Params) -> Result<bool, StoreFault> {
        Ok(self.prepared.exists(values)?)
    }
}

/// Whether to go on reading rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Go {
    On,
    Stop,
}

/// Reads an id out of a row.
pub(crate) fn id_at(row: &Row<'_>, index: usize) -> rusqlite::Result<OperationId> {
    row.get(index).map(OperationId)
}

/// Reads a key out of a row.
pub(crate) fn key_at(row: &Row<'_>, index: usize) -> rusqlite::Result<Key> {
    row.get(index).map(Key)
}

/// A count as the database holds it. Counters beyond 2^63 cannot come from honest authors; they
/// are kept as the highest number, and their verdict comes from the header.
pub(crate) fn as_i64(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A count as read from the database; negative numbers are never written.
pub(crate) fn as_u64(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// The beginning of an id as a number in the order of ids.
pub(crate) fn tie_of(id: &[u8; 32]) -> i64 {
    let (beginning, _) = id.split_first_chunk::<8>().expect("ids are 32 bytes");
    i64::from_be_bytes(*beginning) ^ i64::MIN
}
