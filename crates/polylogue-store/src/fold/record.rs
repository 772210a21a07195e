//! An operation as folding reads it: out of the log, or as it was just appended.

use std::borrow::Cow;

use polylogue_core::header::Header;
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Malformed};
use polylogue_core::operation::Operation;
use rusqlite::Row;

use crate::database::{as_i64, id_at};
use crate::fault::StoreFault;
use crate::names::{Here, Known};

/// Reads one record; [`Record::read`] takes its row.
pub(crate) const RECORD: &str = "SELECT n, id, key, counter, time, kind, header, body
    FROM operation WHERE n = ?1 AND header IS NOT NULL";

/// An operation as the log holds it.
#[derive(Debug)]
pub(crate) struct Record<'log> {
    pub(crate) n: i64,
    pub(crate) id: OperationId,
    pub(crate) key: i64,
    pub(crate) counter: i64,
    pub(crate) time: i64,
    pub(crate) kind: u16,
    header: Head<'log>,
    pub(crate) body: Option<Cow<'log, [u8]>>,
}

/// A header as bytes of the log, or as it was read when it came in.
#[derive(Debug)]
enum Head<'log> {
    Bytes(Vec<u8>),
    Read(&'log Header),
}

impl Record<'static> {
    pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let body: Option<Vec<u8>> = row.get(7)?;
        Ok(Self {
            n: row.get(0)?,
            id: id_at(row, 1)?,
            key: row.get(2)?,
            counter: row.get(3)?,
            time: row.get(4)?,
            kind: row.get(5)?,
            header: Head::Bytes(row.get(6)?),
            body: body.map(Cow::Owned),
        })
    }
}

impl<'log> Record<'log> {
    /// One that was appended under this number just now, signed by the key of this number.
    pub(crate) fn arrived(n: i64, key: i64, operation: &'log Operation) -> Self {
        let header = operation.header();
        Self {
            n,
            id: operation.id(),
            key,
            counter: as_i64(header.counter),
            time: as_i64(header.time),
            kind: header.kind,
            header: Head::Read(header),
            body: operation.body_bytes().map(Cow::Borrowed),
        }
    }

    pub(crate) fn known(&self) -> Known {
        let here = Here {
            key: self.key,
            counter: self.counter,
            kind: self.kind,
        };
        Known {
            n: self.n,
            here: Some(here),
        }
    }

    /// What the header says; it was checked when it came in.
    pub(crate) fn header(&self) -> Result<Cow<'_, Header>, StoreFault> {
        match &self.header {
            Head::Bytes(bytes) => Header::decode(bytes)
                .map(Cow::Owned)
                .map_err(|_| StoreFault::DamagedRow { n: self.n }),
            Head::Read(header) => Ok(Cow::Borrowed(header)),
        }
    }

    /// What the body says, if it is held.
    pub(crate) fn said(&self) -> Option<Result<Body, Malformed>> {
        self.body
            .as_deref()
            .map(|bytes| Body::decode(self.kind, bytes))
    }
}
