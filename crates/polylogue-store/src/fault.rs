//! Why the store could not do what was asked. A fault is never a verdict.

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// A failure of the machine, the disk or the file; nothing acknowledged is lost by any of them.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    /// Nothing is at the path.
    #[error("there is no commons at {}", path.display())]
    NotHere {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Something is at the path already.
    #[error("something is kept at {} already", path.display())]
    Exists {
        /// Where it was to be made.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{} is not a commons kept by Polylogue", path.display())]
    NotAStore {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a newer version.
    #[error(
        "{} was written by a newer Polylogue (schema {found}; this one reads up to {known})",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest this version reads.
        known: i64,
    },
    /// The file's bytes contradict each other.
    #[error("the file of the commons is damaged")]
    Damaged(#[source] rusqlite::Error),
    /// A row of the log does not read as it was written.
    #[error("operation {n} in the log is damaged")]
    DamagedRow {
        /// Its number in this file.
        n: i64,
    },
    /// There is no room.
    #[error("the disk is full")]
    Full(#[source] rusqlite::Error),
    /// The file or disk cannot be written.
    #[error("the file of the commons cannot be written")]
    ReadOnly(#[source] rusqlite::Error),
    /// Another process holds the file.
    #[error("another process is using the file of the commons")]
    Busy(#[source] rusqlite::Error),
    /// Anything else the database says.
    #[error("the file of the commons could not be read or written")]
    Database(#[source] rusqlite::Error),
    /// The operation to found with founds nothing.
    #[error("the operation does not found a commons")]
    NotAFounding,
    /// A write was made to fail by [`crate::Store::fail_after_writes`].
    #[error("a write was made to fail")]
    Injected,
}

impl StoreFault {
    /// What to do next.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotHere { .. } => "look where it is with `polylogue commons list`",
            Self::Exists { .. } => "choose another place, or open what is there",
            Self::NotAStore { .. } => "move the file away; the commons can be fetched from a peer",
            Self::Newer { .. } => "update Polylogue on this machine, then try again",
            Self::Damaged(_) | Self::DamagedRow { .. } => {
                "keep the file, put back a backup or join again with a ticket: peers hold the rest"
            }
            Self::Full(_) => "make room on the disk and try again; nothing was lost",
            Self::ReadOnly(_) => "check who may write to the file and its folder",
            Self::Busy(_) => "let the other Polylogue finish, or stop it",
            Self::Database(_) => "try again; if it stays so, run `polylogue verify`",
            Self::NotAFounding => "found one with `polylogue commons new`",
            Self::Injected => "this happens in tests alone",
        }
    }

    /// Whether trying again later, with nothing else changed, is of no use.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        !matches!(self, Self::Full(_) | Self::Busy(_) | Self::Injected)
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full(error),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly(error)
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(error),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error),
            _ => Self::Database(error),
        }
    }
}
