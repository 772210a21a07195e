//! A document as it stands, kept from one snapshot to the next: its acts and its lines. What is
//! written in a document is put to what was read before, so that a save costs the lines it
//! touched; after anything else that lines show (who people are, what was hidden or emptied) all is
//! read again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind};
use rusqlite::Row;

use crate::database::{as_i64, id_at};
use crate::fault::StoreFault;
use crate::fold::{Register, is_of_texts};
use crate::query::{LineRow, Said, Shown};
use crate::reader::Reader;
use crate::versions::{Act, Log, What};

/// Lines of one document that are read.
const LINES_MAX: usize = 10_000;
/// Writes of one document that are read.
const WRITES_MAX: usize = 200_000;
/// Documents kept of one commons. Chosen by us: more than are written in at once.
const KEPT: usize = 4;

/// A document as it stands in one version of its commons.
#[derive(Debug, Clone)]
pub struct TextNow {
    document: OperationId,
    version: u64,
    log: Arc<Log>,
    lines: Vec<Arc<LineRow>>,
    /// What its changes name and is not here: if it comes, they are read again.
    missing: BTreeSet<OperationId>,
    /// Whether nothing of it was taken back, hidden or emptied, so that no reason is shown.
    is_whole: bool,
}

impl TextNow {
    /// Its lines in order of place, ties by id; struck ones are among them.
    #[must_use]
    pub fn lines(&self) -> &[Arc<LineRow>] {
        &self.lines
    }

    pub(crate) fn version(&self) -> u64 {
        self.version
    }

    /// Every act in it.
    #[must_use]
    pub fn log(&self) -> &Arc<Log> {
        &self.log
    }
}

/// What an act is, by the register it writes.
fn what_of(register: i64, line: usize) -> Option<What> {
    [
        (Register::LineText, What::Worded(line)),
        (Register::LinePlace, What::Placed(line)),
        (Register::LineStruck, What::Struck(line)),
        (Register::LineClause, What::Said(line)),
    ]
    .into_iter()
    .find_map(|(it, what)| (it.number() == register).then_some(what))
}

fn act(row: &Row<'_>) -> rusqlite::Result<Act> {
    Ok(Act {
        n: row.get(0)?,
        id: id_at(row, 1)?,
        key: row.get(2)?,
        counter: row.get(3)?,
        time: row.get(4)?,
        what: What::Added,
        names: Vec::new(),
        replaces: Vec::new(),
    })
}

/// A write of a line: the act, the register, and what it writes of.
type Write = (Act, i64, i64);
/// A change with the bytes of its body.
type Closing = (Act, Option<Vec<u8>>);

fn write_at(row: &Row<'_>) -> rusqlite::Result<Write> {
    Ok((act(row)?, row.get(5)?, row.get(6)?))
}

fn closing_at(row: &Row<'_>) -> rusqlite::Result<Closing> {
    Ok((act(row)?, row.get(5)?))
}

/// Acts of one document while they are put together.
#[derive(Default)]
struct Acts {
    all: Vec<Act>,
    /// Their places, by number.
    places: BTreeMap<i64, usize>,
    by_id: BTreeMap<OperationId, usize>,
    missing: BTreeSet<OperationId>,
}

impl Acts {
    /// Of acts that were put together before.
    fn of(text: &TextNow) -> Self {
        let all = text.log.acts().to_vec();
        Self {
            places: all.iter().enumerate().map(|(at, it)| (it.n, at)).collect(),
            by_id: all.iter().enumerate().map(|(at, it)| (it.id, at)).collect(),
            missing: text.missing.clone(),
            all,
        }
    }

    fn push(&mut self, act: Act) {
        self.places.insert(act.n, self.all.len());
        self.by_id.insert(act.id, self.all.len());
        self.all.push(act);
    }

    /// Puts writes of lines that are here to the others.
    fn write(&mut self, writes: Vec<Write>) {
        for (mut write, register, target) in writes {
            let Some(line) = self.places.get(&target).copied() else {
                continue;
            };
            let Some(what) = what_of(register, line) else {
                continue;
            };
            write.what = what;
            write.names = vec![line];
            self.push(write);
        }
    }

    /// Finds what the writes behind this place replace.
    fn replace(&mut self, reader: &Reader, from: usize) -> Result<(), StoreFault> {
        const REPLACES: &str = "SELECT replaced FROM replaces WHERE n = ?1";
        let mut replaces = reader.database().statement(REPLACES)?;
        for at in from..self.all.len() {
            let named: Vec<i64> = replaces.numbers([self.all[at].n])?;
            let known = named.iter().filter_map(|it| self.places.get(it).copied());
            let mut known: Vec<usize> = known.collect();
            // Numbers are this home's own; what is shown must not be in their order.
            known.sort_by_key(|it| self.all[*it].id);
            self.all[at].names.extend(&known);
            self.all[at].replaces = known;
        }
        Ok(())
    }

    /// Puts changes to the others.
    fn close(&mut self, changes: Vec<Closing>) {
        let from = self.all.len();
        let mut named: Vec<Vec<OperationId>> = Vec::with_capacity(changes.len());
        for (mut change, body) in changes {
            let number = Kind::DocumentChange.number();
            let body = body.and_then(|it| Body::decode(number, &it).ok());
            let Some(Body::DocumentChange(body)) = body else {
                continue;
            };
            let first = self.by_id.get(&body.first).map(|it| &self.all[*it]);
            if first.is_none() {
                self.missing.insert(body.first);
            }
            let first = first.filter(|it| it.key == change.key);
            change.what = What::Change(first.map(|it| it.counter));
            self.push(change);
            named.push(body.after);
        }
        for (at, after) in (from..).zip(named) {
            for id in after {
                match self.by_id.get(&id) {
                    Some(place) => self.all[at].names.push(*place),
                    None => drop(self.missing.insert(id)),
                }
            }
        }
    }
}

impl Reader {
    /// A document as it stands; read once for a snapshot, and from what was read for an earlier
    /// one where it bears on little.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn text_now(&self, document: OperationId) -> Result<Arc<TextNow>, StoreFault> {
        if let Some(text) = &*self.text.borrow()
            && text.document == document
        {
            return Ok(Arc::clone(text));
        }
        let version = self.version()?;
        let place = &self.inner.texts;
        let all = place.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.get(&document).cloned();
        drop(all);
        let text = match kept {
            Some(kept) if kept.version == version => Some(kept),
            Some(kept) if kept.version < version => self.text_since(&kept, version)?.map(Arc::new),
            Some(_) | None => None,
        };
        let text = match text {
            Some(text) => text,
            None => Arc::new(self.text_anew(document)?),
        };
        *self.text.borrow_mut() = Some(Arc::clone(&text));
        let mut kept = place.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.get(&document).is_none_or(|it| it.version < version) {
            if kept.len() >= KEPT && !kept.contains_key(&document) {
                let oldest = kept.values().min_by_key(|it| it.version);
                let oldest = oldest.map(|it| it.document);
                oldest.map(|it| kept.remove(&it));
            }
            kept.insert(document, Arc::clone(&text));
        }
        Ok(text)
    }

    /// A document as it stands, with everything read again.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn text_anew(&self, document: OperationId) -> Result<TextNow, StoreFault> {
        let version = self.version()?;
        let acts = self.read_acts(document)?;
        let log = Arc::new(Log::of(acts.all));
        let lines: Vec<Arc<LineRow>> = self
            .lines_of(&log, &log.everything())?
            .into_iter()
            .map(Arc::new)
            .collect();
        Ok(TextNow {
            document,
            version,
            log,
            is_whole: lines.iter().all(|it| is_whole(it)),
            lines,
            missing: acts.missing,
        })
    }

    /// Every act of a document.
    pub(crate) fn document_log(&self, document: OperationId) -> Result<Arc<Log>, StoreFault> {
        Ok(Arc::clone(self.text_now(document)?.log()))
    }

    fn read_acts(&self, document: OperationId) -> Result<Acts, StoreFault> {
        const BEGUN: &str = "SELECT n, id, key, counter, time FROM operation
            WHERE n = ?1 AND header IS NOT NULL";
        const LINES: &str = "SELECT operation.n, operation.id, operation.key, operation.counter,
            operation.time FROM thing JOIN operation ON operation.n = thing.n
            WHERE thing.kind = 601 AND thing.place = ?1 AND thing.twin = 0
            ORDER BY thing.time, thing.counter, thing.tie LIMIT ?2";
        const WRITES: &str = "SELECT operation.n, operation.id, operation.key, operation.counter,
            operation.time, write.register, write.target FROM thing
            CROSS JOIN write ON write.register BETWEEN 8 AND 11 AND write.target = thing.n
                AND write.about = 0
            JOIN operation ON operation.n = write.n
            WHERE thing.kind = 601 AND thing.place = ?1 AND thing.twin = 0 LIMIT ?2";
        const CHANGES: &str = "SELECT operation.n, operation.id, operation.key, operation.counter,
            operation.time, operation.body FROM thing JOIN operation ON operation.n = thing.n
            WHERE thing.kind = 606 AND thing.place = ?1 AND thing.twin = 0";
        let mut acts = Acts::default();
        let Some(number) = self.number(document)? else {
            return Ok(acts);
        };
        for mut begun in self.database().all(BEGUN, [number], act)? {
            begun.what = What::Begun;
            acts.push(begun);
        }
        let lines = self
            .database()
            .all(LINES, (number, as_i64(LINES_MAX as u64)), act)?;
        lines.into_iter().for_each(|it| acts.push(it));
        let from = acts.all.len();
        let asked = (number, as_i64(WRITES_MAX as u64));
        acts.write(self.database().all(WRITES, asked, write_at)?);
        acts.replace(self, from)?;
        acts.close(self.database().all(CHANGES, [number], closing_at)?);
        Ok(acts)
    }

    /// Whether nothing happened since a version but writing in documents.
    pub(crate) fn is_only_written_since(&self, version: u64) -> Result<bool, StoreFault> {
        let until = self.version()?;
        let journal = self.inner.written.lock();
        let journal = journal.unwrap_or_else(PoisonError::into_inner);
        let written = journal.between(version, until);
        Ok(written.is_some_and(|all| all.iter().all(|it| is_of_texts(it.0))))
    }

    /// With what was written since a text was read, if that is known and bears on nothing else.
    fn text_since(&self, kept: &TextNow, version: u64) -> Result<Option<TextNow>, StoreFault> {
        let journal = self.inner.written.lock();
        let journal = journal.unwrap_or_else(PoisonError::into_inner);
        let written = journal.between(kept.version, version);
        drop(journal);
        let Some(mut written) = written else {
            return Ok(None);
        };
        let note = i64::from(Kind::Note.number());
        if !kept.is_whole && written.iter().any(|it| it.0 == note) {
            // It may be the reason that is shown.
            return Ok(None);
        }
        written.retain(|it| is_of_texts(it.0));
        let mut text = TextNow {
            version,
            ..kept.clone()
        };
        if written.is_empty() {
            return Ok(Some(text));
        }
        let Some(number) = self.number(kept.document)? else {
            return Ok(None);
        };
        let mut acts = Acts::of(kept);
        let from = acts.all.len();
        self.take_written(number, &written, &mut acts)?;
        let is_full = acts.all.len() >= LINES_MAX.min(WRITES_MAX);
        if is_full
            || acts.all[from..]
                .iter()
                .any(|it| kept.missing.contains(&it.id))
        {
            return Ok(None);
        }
        if acts.all.len() == from {
            return Ok(Some(text));
        }
        let line_of = |at: usize| match acts.all[at].what {
            What::Begun | What::Change(_) => None,
            What::Added => Some(at),
            What::Worded(line) | What::Placed(line) | What::Struck(line) | What::Said(line) => {
                Some(line)
            }
        };
        // Whoever means to may name a wording of another line as replaced.
        let replaced = |at: usize| acts.all[at].replaces.iter().copied().chain([at]);
        let touched = (from..acts.all.len()).flat_map(replaced);
        let touched: BTreeSet<usize> = touched.filter_map(line_of).collect();
        text.log = Arc::new(Log::of(acts.all));
        text.missing = acts.missing;
        self.take_lines(&mut text, &touched)?;
        Ok(Some(text))
    }

    /// Puts what was written in a document just now to its acts.
    fn take_written(
        &self,
        document: i64,
        written: &[(i64, i64)],
        acts: &mut Acts,
    ) -> Result<(), StoreFault> {
        const LINE: &str = "SELECT operation.n, operation.id, operation.key, operation.counter,
            operation.time FROM thing JOIN operation ON operation.n = thing.n
            WHERE thing.n = ?1 AND thing.kind = 601 AND thing.place = ?2 AND thing.twin = 0";
        const WRITE: &str = "SELECT operation.n, operation.id, operation.key, operation.counter,
            operation.time, write.register, write.target FROM write
            JOIN operation ON operation.n = write.n
            WHERE write.n = ?1 AND write.register BETWEEN 8 AND 11 AND write.about = 0";
        const CHANGE: &str = "SELECT operation.n, operation.id, operation.key, operation.counter,
            operation.time, operation.body FROM thing JOIN operation ON operation.n = thing.n
            WHERE thing.n = ?1 AND thing.kind = 606 AND thing.place = ?2 AND thing.twin = 0";
        let fresh: Vec<(i64, i64)> = written
            .iter()
            .copied()
            .filter(|(_, n)| !acts.places.contains_key(n))
            .collect();
        let (mut writes, mut changes) = (Vec::new(), Vec::new());
        for (kind, n) in fresh {
            match kind {
                601 => {
                    let line = self.database().one(LINE, (n, document), act)?;
                    line.into_iter().for_each(|it| acts.push(it));
                }
                606 => changes.extend(self.database().one(CHANGE, (n, document), closing_at)?),
                _ => writes.extend(self.database().one(WRITE, [n], write_at)?),
            }
        }
        let from = acts.all.len();
        acts.write(writes);
        acts.replace(self, from)?;
        acts.close(changes);
        Ok(())
    }

    /// Reads these lines of a text again, by the places of the acts that add them.
    fn take_lines(&self, text: &mut TextNow, touched: &BTreeSet<usize>) -> Result<(), StoreFault> {
        let log = Arc::clone(&text.log);
        let ids: BTreeSet<OperationId> = touched.iter().map(|it| log.acts()[*it].id).collect();
        text.lines.retain(|it| !ids.contains(&it.said.id));
        for state in log.lines_among(&log.everything(), touched) {
            let Some(row) = self.line_of(&log, &state)? else {
                continue;
            };
            text.is_whole &= is_whole(&row);
            let key = (row.place.as_str(), row.said.id);
            let at = text
                .lines
                .partition_point(|it| (it.place.as_str(), it.said.id) < key);
            text.lines.insert(at, Arc::new(row));
        }
        Ok(())
    }
}

/// Whether nothing of a line was taken back, hidden or emptied.
fn is_whole(line: &LineRow) -> bool {
    let whole = |said: &Said| said.shown == Shown::Whole;
    whole(&line.said)
        && line.wordings.iter().all(|it| whole(&it.said))
        && line.clauses.iter().all(|it| whole(&it.said))
}
