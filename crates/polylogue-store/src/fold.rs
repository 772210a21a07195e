//! The read models follow the log: verdicts first, then the rows of what counts.
//!
//! Whatever is written here is a function of the set of operations in the log and of the pin, so
//! that any order of arrival ends in the same rows. Progress is one number, the cursor: everything
//! up to it has been judged, but for what is listed in `late`. Judging again is harmless, so a
//! process that dies between two transactions goes on where it was.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use polylogue_core::authority::{Act, Authority, BodyState};
use polylogue_core::header::Header;
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Erasable, Kind, Layer};
use polylogue_core::operation::Operation;
use polylogue_core::verdict::{Reason, Verdict, Wait};
use rusqlite::Row;

use crate::codes::{self, code_of};
use crate::database::{Database, as_i64};
use crate::fault::StoreFault;
use crate::judge::{Judge, Reach};
use crate::log::BATCH_OPERATIONS_MAX;
use crate::names::Names;

mod apply;
mod documented;
mod people;
mod place;
mod record;
mod register;
mod said;
mod twin;
mod vote;

pub(crate) use apply::{is_about, voice_code};
pub(crate) use documented::is_of_texts;
pub(crate) use people::device_kind_code;
pub(crate) use record::{RECORD, Record};
pub(crate) use register::Register;
pub use twin::Known;
pub(crate) use twin::{brought_in, emptied_name, page_number};
pub(crate) use vote::choice_of;

/// Operations folded in one transaction: more than are appended in one, since tallies are written
/// once for each claim in it.
const FOLDED_AT_ONCE_MAX: usize = 20_000;

const ANY_ON_PORCH: &str = "SELECT n FROM porch LIMIT 1";

/// What folding keeps at hand between batches.
#[derive(Debug)]
pub(crate) struct Fold {
    judge: Judge,
    /// Operations that an accepted erasure or withdrawal names, whether or not it may.
    taken_back: HashSet<i64>,
    /// What bears on verdicts and the authority has not seen.
    due: Due,
    /// Claims and people whose votes changed since somebody last took note; none: not known.
    voted: Changes,
    /// Turns and moves said since somebody last took note, by kind and number; none: more than
    /// that happened to what sifting counts with.
    said: Changes,
    /// What was written in documents since somebody last took note, by kind and number; none: more
    /// than that happened to what lines show.
    documented: Changes,
}

/// Pairs of numbers since somebody last took note; none: not known.
type Changes = Option<Vec<(i64, i64)>>;

/// How much is to be judged again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Nothing,
    /// Acts came, and that is all.
    Acts,
    Everything,
}

/// What became of the authority.
enum Refreshed {
    /// It is as it was.
    Not,
    /// These joined, by these joinings, and nothing else changed.
    Joined(Vec<(Key, OperationId)>),
    /// It was computed again; this is what it was.
    Anew(Box<Authority>),
}

/// How an operation is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// For the first time.
    First,
    /// Again, because its verdict may differ now.
    Again,
    /// Again, and its rows are written anew even if its verdict is the same.
    Anew,
}

impl Fold {
    /// Judges what the read models already follow, so that what is new can be told from it.
    pub(crate) fn load(database: &Database, founding: &Operation) -> Result<Self, StoreFault> {
        let pin = read_pin(database, "pin_followed")?;
        let judge = Judge::load(database, founding, pin, Reach::Followed)?;
        const NAMED: &str = "SELECT DISTINCT target FROM reference
            WHERE kind IN (104, 301, 550)";
        let taken_back = database.numbers(NAMED, [])?.into_iter().collect();
        const DUE: &str = "SELECT (SELECT max(n) FROM operation) > value
            OR EXISTS (SELECT 1 FROM late) FROM state WHERE name = 'cursor'";
        let is_behind: Option<bool> = database.value(DUE, [])?;
        let is_due = is_behind.unwrap_or(true) || pin != read_pin(database, "pin")?;
        let due = if is_due {
            Due::Everything
        } else {
            Due::Nothing
        };
        Ok(Self {
            judge,
            taken_back,
            due,
            voted: None,
            said: None,
            documented: None,
        })
    }

    /// What changed since this was last asked: votes, what was said, what was written in documents.
    pub(crate) fn take_changes(&mut self) -> [Changes; 3] {
        [
            self.voted.replace(Vec::new()),
            self.said.replace(Vec::new()),
            self.documented.replace(Vec::new()),
        ]
    }

    /// The authority over what the read models follow.
    pub(crate) fn judge(&self) -> &Judge {
        &self.judge
    }

    /// Notes what was appended, and whether verdicts have to be computed again for it.
    pub(crate) fn note(&mut self, operation: &Operation) {
        let header = operation.header();
        let due = if self.judge.is_missed(&operation.id()) {
            Due::Everything
        } else if Layer::of(header.kind) != Layer::Content {
            Due::Acts
        } else {
            Due::Nothing
        };
        self.due = self.due.max(due);
        self.judge.note(&header.key);
    }

    /// Verdicts have to be computed again: the pin moved, or an act left the log.
    pub(crate) fn note_due(&mut self) {
        self.due = Due::Everything;
    }

    /// Catches the read models up with the log. `arrived` is what was appended just now if the read
    /// models were level with the log before; else it is empty, and the log is read.
    pub(crate) fn follow(
        &mut self,
        database: &Database,
        names: &mut Names,
        introducer: i64,
        arrived: &[Record<'_>],
    ) -> Result<Followed, StoreFault> {
        let cursor = database.state("cursor")?;
        let end = database
            .value::<Option<i64>>("SELECT max(n) FROM operation", [])?
            .flatten();
        let end = end.unwrap_or(0);
        let late = database.all("SELECT n, is_new FROM late ORDER BY n", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?))
        })?;
        if cursor == 0 {
            self.due = Due::Everything;
        }
        if end == cursor && late.is_empty() && self.due == Due::Nothing {
            return Ok(Followed::Nothing);
        }
        let refreshed = self.refresh(database, cursor)?;
        if !late.is_empty() || !matches!(refreshed, Refreshed::Not) {
            self.documented = None;
        }
        const WAITS: &str = "SELECT n FROM verdict WHERE waits IS NOT NULL LIMIT 1";
        let may_wait = database.value::<i64>(WAITS, [])?.is_some();
        let mut folding = self.folding(database, names, cursor)?;
        folding.pending = late.iter().map(|(n, _)| *n).collect();
        folding.end = end;
        folding.introducer = introducer;
        folding.may_wait = may_wait;
        // What was folded before this may name what is folded now, unless the read models were
        // level with the log, or this is all there is. What is judged again comes before it.
        let is_known = cursor == 0 || !arrived.is_empty();
        folding.named_ahead = is_known.then(HashSet::new);
        match refreshed {
            Refreshed::Not => {}
            Refreshed::Joined(joined) => folding.judge_joined(&joined)?,
            Refreshed::Anew(before) => folding.judge_again(&before)?,
        }
        folding.take_late(&late)?;
        folding.take_new(arrived)?;
        if folding.has_destroyed {
            // What was destroyed is in the write-ahead file still.
            database.truncate_log()?;
        }
        Ok(Followed::Something)
    }

    fn folding<'a>(
        &'a mut self,
        database: &'a Database,
        names: &'a mut Names,
        cursor: i64,
    ) -> Result<Folding<'a>, StoreFault> {
        Ok(Folding {
            database,
            statements: vote::Statements::prepare(database)?,
            names,
            judge: &self.judge,
            taken_back: &mut self.taken_back,
            voted: &mut self.voted,
            said: &mut self.said,
            documented: &mut self.documented,
            tallies: BTreeMap::new(),
            revoted: BTreeSet::new(),
            written: BTreeSet::new(),
            queue: Vec::new(),
            at: cursor,
            end: cursor,
            pending: BTreeSet::new(),
            because: Because::default(),
            may_wait: true,
            has_held_to: database.value::<i64>(place::ANY_HELD_TO, [])?.is_some(),
            has_porch: database.value::<i64>(ANY_ON_PORCH, [])?.is_some(),
            has_twins: database.value::<i64>(place::ANY_TWIN, [])?.is_some(),
            named_ahead: None,
            unnamed: None,
            introducer: 0,
            newcomers: BTreeMap::new(),
            has_destroyed: false,
        })
    }

    /// Lets operations go that nothing counts with; only their ids stay, for whatever names them.
    /// [`Fold::follow`] does what this bears on.
    pub(crate) fn drop_operations(
        &mut self,
        database: &Database,
        names: &mut Names,
        numbers: &[i64],
    ) -> Result<(), StoreFault> {
        let cursor = database.state("cursor")?;
        let mut dropped = Vec::new();
        let late = database.numbers("SELECT n FROM late", [])?;
        let mut folding = self.folding(database, names, cursor)?;
        folding.pending = late.into_iter().collect();
        database.begin()?;
        let mut keys = BTreeSet::new();
        for n in numbers {
            if let Some(record) = folding.drop_operation(*n)? {
                keys.insert(record.key);
                dropped.push((record.key, record.kind, record.id));
            }
        }
        for key in &keys {
            folding.settle_key(*key)?;
        }
        folding.work()?;
        folding.finish()?;
        drop(folding);
        for (key, kind, id) in dropped {
            let key = names.key_of(key);
            let is_fenced = key.is_some_and(|it| self.judge.is_fenced(&it));
            key.iter().for_each(|it| self.judge.note(it));
            if Layer::of(kind) != Layer::Content {
                self.judge.forget(&id);
                self.due = Due::Everything;
            }
            if is_fenced {
                self.due = Due::Everything;
            }
        }
        Ok(())
    }

    fn refresh(&mut self, database: &Database, cursor: i64) -> Result<Refreshed, StoreFault> {
        let due = std::mem::replace(&mut self.due, Due::Nothing);
        if due == Due::Nothing {
            return Ok(Refreshed::Not);
        }
        let new = load_unfollowed(database, cursor)?;
        if due == Due::Acts && self.judge.join(&new) {
            let joined = new.iter().map(|it| (it.header().key, it.id()));
            return Ok(Refreshed::Joined(joined.collect()));
        }
        let pin = read_pin(database, "pin")?;
        Ok(Refreshed::Anew(self.judge.refresh(database, new, pin)?))
    }
}

/// Whether the read models changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Followed {
    Nothing,
    Something,
}

fn load_unfollowed(database: &Database, cursor: i64) -> Result<Vec<Act>, StoreFault> {
    const ALL: &str = "SELECT header, signature, body, n FROM operation
        WHERE kind < 500 AND body IS NOT NULL";
    // Not by its kind, and what is late first: else all there ever was would be gone through.
    const NEW: &str = "SELECT header, signature, body, n FROM operation
        WHERE n > ?1 AND +kind < 500 AND body IS NOT NULL
        UNION ALL SELECT header, signature, body, operation.n FROM late
        CROSS JOIN operation ON operation.n = late.n
        WHERE late.n <= ?1 AND +kind < 500 AND body IS NOT NULL";
    let mut loaded = crate::log::Loaded::new(usize::MAX);
    match cursor {
        0 => database.each(ALL, [], |row| loaded.take_row(row))?,
        cursor => database.each(NEW, [cursor], |row| loaded.take_row(row))?,
    }
    Ok(loaded.operations.iter().filter_map(Act::of).collect())
}

/// The resolution pinned, or last followed as such.
pub(crate) fn read_pin(database: &Database, name: &str) -> Result<Option<OperationId>, StoreFault> {
    match database.state(name)? {
        0 => Ok(None),
        n => crate::names::id_of(database, n),
    }
}

/// Which act changed verdicts, for the history of changes.
#[derive(Debug, Default)]
struct Because {
    /// The latest act about one person.
    person: BTreeMap<Key, i64>,
    /// The latest act at all.
    any: Option<i64>,
}

/// One run of folding.
pub(crate) struct Folding<'a> {
    database: &'a Database,
    statements: vote::Statements<'a>,
    names: &'a mut Names,
    judge: &'a Judge,
    /// As [`Fold::taken_back`].
    taken_back: &'a mut HashSet<i64>,
    /// As [`Fold::voted`].
    voted: &'a mut Changes,
    /// As [`Fold::said`].
    said: &'a mut Changes,
    /// As [`Fold::documented`].
    documented: &'a mut Changes,
    /// Changes of tallies not yet written, by claim.
    tallies: BTreeMap<i64, vote::Delta>,
    /// Claims and people who voted on them more than once in this transaction.
    revoted: BTreeSet<(i64, i64)>,
    /// Registers written in this transaction: what of, about what, by whom.
    written: BTreeSet<(Register, i64, i64, i64)>,
    /// Operations to judge again within this transaction.
    queue: Vec<(i64, How, i64)>,
    /// What is behind this has been judged, but for `pending`.
    at: i64,
    end: i64,
    pending: BTreeSet<i64>,
    because: Because,
    /// Whether anything may be waiting for an operation.
    may_wait: bool,
    /// Whether an act of moderation may be held to one dialogue.
    has_held_to: bool,
    /// Whether anything may be listed as a newcomer's.
    has_porch: bool,
    /// Whether anything may be shown in another's place.
    has_twins: bool,
    /// What was named, by number, before it was folded; none: nobody knows.
    named_ahead: Option<HashSet<i64>>,
    /// The operation that is folded for the first time and that nothing folded before it names.
    unnamed: Option<i64>,
    /// The peer that brought what is new, by the number of its key; 0: nobody in particular.
    introducer: i64,
    /// Whether nobody admitted whoever signs with a key.
    newcomers: BTreeMap<i64, bool>,
    /// Whether a body was taken out of the log.
    has_destroyed: bool,
}

impl Folding<'_> {
    /// After the authority changed: judges again what it bears on, in bounded transactions.
    fn judge_again(&mut self, before: &Authority) -> Result<(), StoreFault> {
        self.database.begin()?;
        let people = self.follow_people(before)?;
        self.because = self.find_because()?;
        self.database.commit()?;
        let acts = before.changed_acts(self.judge.authority());
        self.judge_due(people, acts)
    }

    /// After these joined and nothing else changed: judges again what they said.
    fn judge_joined(&mut self, joined: &[(Key, OperationId)]) -> Result<(), StoreFault> {
        if joined.is_empty() {
            return Ok(());
        }
        self.database.begin()?;
        let people = self.follow_joined(joined)?;
        self.because = self.find_because()?;
        self.database.commit()?;
        self.judge_due(people, joined.iter().map(|(_, id)| *id).collect())
    }

    /// Judges again what these keys signed, and these acts.
    fn judge_due(
        &mut self,
        people: BTreeMap<i64, How>,
        acts: Vec<OperationId>,
    ) -> Result<(), StoreFault> {
        let mut due: Vec<(i64, How)> = Vec::new();
        for id in acts {
            if let Some(known) = self.names.find(self.database, id)? {
                due.push((known.n, How::Again));
            }
        }
        const OF_KEY: &str = "SELECT n FROM operation WHERE key = ?1 ORDER BY n";
        for (key, how) in people {
            let numbers = self.database.numbers(OF_KEY, [key])?;
            due.extend(numbers.into_iter().map(|n| (n, how)));
        }
        due.retain(|(n, _)| self.is_folded(*n));
        for chunk in due.chunks(BATCH_OPERATIONS_MAX) {
            self.database.begin()?;
            for (n, how) in chunk {
                self.queue.push((*n, *how, 0));
                self.work()?;
            }
            self.finish()?;
        }
        Ok(())
    }

    fn take_late(&mut self, late: &[(i64, bool)]) -> Result<(), StoreFault> {
        for chunk in late.chunks(BATCH_OPERATIONS_MAX) {
            self.database.begin()?;
            for (n, is_new) in chunk {
                self.pending.remove(n);
                if let Some(record) = self.record(*n)? {
                    let how = if *is_new { How::First } else { How::Anew };
                    self.settle(&record, how, *n)?;
                    self.wake(*n)?;
                    self.work()?;
                }
                self.database.write("DELETE FROM late WHERE n = ?1", [n])?;
            }
            self.finish()?;
        }
        Ok(())
    }

    fn take_new(&mut self, arrived: &[Record<'_>]) -> Result<(), StoreFault> {
        self.database.begin()?;
        if arrived.is_empty() {
            self.take_logged()?;
        } else {
            arrived.iter().try_for_each(|it| self.take_one(it))?;
        }
        self.named_ahead = None;
        // Beyond the last operation there are only names given while folding.
        let named = self.database.value("SELECT max(n) FROM operation", [])?;
        self.at = named.unwrap_or(self.at);
        self.database.set_state("cursor", self.at)?;
        let pin = self.database.state("pin")?;
        self.database.set_state("pin_followed", pin)?;
        self.finish()
    }

    fn take_logged(&mut self) -> Result<(), StoreFault> {
        const NEW: &str = "SELECT n, id, key, counter, time, kind, header, body
            FROM operation WHERE n > ?1 AND n <= ?2 AND header IS NOT NULL ORDER BY n LIMIT 250";
        let mut in_transaction = 0;
        loop {
            let records = self.database.all(NEW, (self.at, self.end), Record::read)?;
            for record in &records {
                self.names.note(record.id, record.known());
                self.take_one(record)?;
            }
            in_transaction += records.len();
            if records.is_empty() {
                return Ok(());
            }
            if in_transaction >= FOLDED_AT_ONCE_MAX {
                self.database.set_state("cursor", self.at)?;
                self.finish()?;
                self.database.begin()?;
                in_transaction = 0;
            }
        }
    }

    fn take_one(&mut self, record: &Record<'_>) -> Result<(), StoreFault> {
        self.at = record.n;
        let is_named = self
            .named_ahead
            .as_mut()
            .is_none_or(|it| it.remove(&record.n));
        self.unnamed = (!is_named).then_some(record.n);
        self.settle(record, How::First, record.n)?;
        self.unnamed = None;
        self.wake(record.n)?;
        self.work()
    }

    /// Writes what was gathered and ends the transaction.
    fn finish(&mut self) -> Result<(), StoreFault> {
        self.flush_registers()?;
        self.flush_votes()?;
        self.flush_tallies()?;
        let version = self.database.state("version")?;
        self.database.set_state("version", version + 1)?;
        self.database.commit()
    }

    fn record(&self, n: i64) -> Result<Option<Record<'static>>, StoreFault> {
        self.database.one(RECORD, [n], Record::read)
    }

    /// Whether an operation was judged before.
    fn is_folded(&self, n: i64) -> bool {
        n <= self.at && !self.pending.contains(&n)
    }

    /// Queues what waits for this operation.
    fn wake(&mut self, n: i64) -> Result<(), StoreFault> {
        if !self.may_wait {
            return Ok(());
        }
        const WAITERS: &str = "SELECT n FROM verdict WHERE waits = ?1";
        for waiter in self.database.numbers(WAITERS, [n])? {
            self.queue.push((waiter, How::Again, n));
        }
        Ok(())
    }

    /// Judges again what is queued, and what that queues.
    fn work(&mut self) -> Result<(), StoreFault> {
        while let Some((n, how, because)) = self.queue.pop() {
            if self.is_folded(n)
                && let Some(record) = self.record(n)?
            {
                self.settle(&record, how, because)?;
            }
        }
        Ok(())
    }

    /// Judges one operation and makes its rows what its verdict says.
    fn settle(&mut self, record: &Record, how: How, because: i64) -> Result<(), StoreFault> {
        if !self.names.has_person(record.key) {
            self.welcome(record.key)?;
        }
        let said = record.said();
        let erasure = self.erasure(record)?;
        let state = match (&said, erasure) {
            (_, Some(_)) => BodyState::Erased,
            (None, None) => BodyState::Missing,
            (Some(Ok(body)), None) => BodyState::Held(within(body)),
            (Some(Err(malformed)), None) => BodyState::Malformed(*malformed),
        };
        if let (Some(_), Some(Ok(body))) = (erasure, &said) {
            self.note_emptied(record, body)?;
        }
        let header = record.header()?;
        let verdict = self.judge_record(record, &header, state)?;
        if how != How::First {
            let is_same = !self.note_change(record, verdict, because)?;
            if is_same && how == How::Again {
                return self.note_porch(record, how);
            }
            if let Some(Ok(body)) = &said {
                self.unapply(record, body)?;
            }
        }
        self.note_said(
            record,
            said.as_ref().and_then(|it| it.as_ref().ok()),
            (how, verdict),
        );
        self.note_documented(record, (how, verdict));
        self.write_verdict(record, verdict, how)?;
        if let Some(Ok(body)) = &said
            && erasure.is_none()
            && counts(record.kind, verdict)
        {
            self.apply(record, body, verdict)?;
        } else if record.kind == Kind::Turn.number() {
            self.place_gap(record.n)?;
        } else if is_listed_when_emptied(record.kind) {
            self.leave_gap(record, erasure.filter(|_| verdict == Verdict::Accepted))?;
        }
        if erasure == Some(Erasure::ByAuthor) && record.body.is_some() {
            self.destroy(record.n)?;
        }
        self.note_porch(record, how)
    }

    fn judge_record(
        &mut self,
        record: &Record,
        header: &Header,
        state: BodyState,
    ) -> Result<Verdict, StoreFault> {
        if Layer::of(record.kind) != Layer::Content {
            let judged = self.judge.act(&record.id);
            return Ok(judged.unwrap_or(Verdict::Waiting(Wait::Body)));
        }
        if let Some(verdict) = self.judge_place(record, header)? {
            return Ok(verdict);
        }
        Ok(self.judge.content(&record.id, header, state))
    }

    /// Judges the place of content in its author's log. Nothing that is set aside or whose body
    /// is missing holds up what follows it. What is named and can never be what it is named as is
    /// waited for as if it were not here: it may be, on another peer, that has let it go.
    fn judge_place(
        &mut self,
        record: &Record,
        header: &Header,
    ) -> Result<Option<Verdict>, StoreFault> {
        let person = self.names.person(record.key);
        let mut highest = 0;
        for previous in &header.previous {
            let known = self.names.find(self.database, *previous)?;
            let here = known.and_then(|it| it.here);
            let Some(here) = here.filter(|it| self.names.person(it.key) == person) else {
                return Ok(Some(Verdict::Waiting(Wait::Operation(*previous))));
            };
            highest = highest.max(here.counter);
        }
        let Some(act) = header.act else {
            return Ok(Some(Verdict::SetAside(Reason::Act)));
        };
        let is_act = |kind| Layer::of(kind) != Layer::Content;
        for named in [Some(act), header.standing].into_iter().flatten() {
            let known = self.names.find(self.database, named)?;
            if !known
                .and_then(|it| it.here)
                .is_some_and(|it| is_act(it.kind))
            {
                return Ok(Some(Verdict::Waiting(Wait::Operation(named))));
            }
        }
        if as_i64(header.counter) != highest.saturating_add(1) {
            return Ok(Some(Verdict::SetAside(Reason::Chain)));
        }
        let law = self.names.find(self.database, act)?.and_then(|it| it.here);
        let is_law = law
            .and_then(|it| Kind::of(it.kind))
            .is_some_and(|it| matches!(it, Kind::Founding | Kind::Resolution));
        Ok((!is_law).then_some(Verdict::SetAside(Reason::Act)))
    }

    /// Notes that a verdict changed; says whether it did.
    fn note_change(
        &mut self,
        record: &Record,
        verdict: Verdict,
        because: i64,
    ) -> Result<bool, StoreFault> {
        const BEFORE: &str = "SELECT code, waits FROM verdict WHERE n = ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let before: Option<(i64, Option<i64>)> = self.database.one(BEFORE, [record.n], read)?;
        let before = before.unwrap_or((codes::ACCEPTED, None));
        let now = (code_of(verdict), self.waits(verdict)?);
        if before == now {
            return Ok(false);
        }
        let because = match because {
            0 => self.because_of(record),
            n => n,
        };
        const CHANGE: &str = "INSERT INTO change
            (n, because, before_code, before_waits, now_code, now_waits)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let row = (record.n, because, before.0, before.1, now.0, now.1);
        self.database.write(CHANGE, row)?;
        Ok(true)
    }

    fn waits(&mut self, verdict: Verdict) -> Result<Option<i64>, StoreFault> {
        match verdict {
            Verdict::Waiting(Wait::Operation(id)) => {
                self.may_wait = true;
                self.names.number(self.database, id).map(Some)
            }
            Verdict::Accepted | Verdict::Waiting(_) | Verdict::SetAside(_) => Ok(None),
        }
    }

    fn write_verdict(
        &mut self,
        record: &Record,
        verdict: Verdict,
        how: How,
    ) -> Result<(), StoreFault> {
        if verdict == Verdict::Accepted {
            if how != How::First {
                self.database
                    .write("DELETE FROM verdict WHERE n = ?1", [record.n])?;
            }
            return Ok(());
        }
        const WRITE: &str = "INSERT INTO verdict (n, code, waits) VALUES (?1, ?2, ?3)
            ON CONFLICT (n) DO UPDATE SET code = excluded.code, waits = excluded.waits";
        let waits = self.waits(verdict)?;
        self.database
            .write(WRITE, (record.n, code_of(verdict), waits))?;
        Ok(())
    }

    /// Who emptied an operation, if anybody who may.
    fn erasure(&mut self, record: &Record) -> Result<Option<Erasure>, StoreFault> {
        if !self.taken_back.contains(&record.n)
            || Kind::of(record.kind).map(Kind::erasable) != Some(Erasable::Yes)
        {
            return Ok(None);
        }
        const ERASES: &str = "SELECT reference.kind, operation.key FROM reference
            JOIN operation ON operation.n = reference.source
            WHERE reference.target = ?1 AND reference.kind IN (104, 301)";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let erases: Vec<(u16, i64)> = self.database.all(ERASES, [record.n], read)?;
        let person = self.names.person(record.key);
        let own = Kind::Erase.number();
        if erases
            .iter()
            .any(|(kind, key)| *kind == own && self.names.person(*key) == person)
        {
            return Ok(Some(Erasure::ByAuthor));
        }
        let is_moderated = erases.iter().any(|(kind, _)| *kind != own);
        Ok(is_moderated.then_some(Erasure::ByModerator))
    }

    /// Deletes a body's bytes from the file.
    fn destroy(&mut self, n: i64) -> Result<(), StoreFault> {
        self.has_destroyed = true;
        self.database.batch("PRAGMA secure_delete = ON")?;
        self.database
            .write("UPDATE operation SET body = NULL WHERE n = ?1", [n])?;
        self.database.batch("PRAGMA secure_delete = FAST")
    }

    /// Takes an operation out of the log.
    fn drop_operation(&mut self, n: i64) -> Result<Option<Record<'static>>, StoreFault> {
        let Some(record) = self.record(n)? else {
            return Ok(None);
        };
        self.restore_heads(&record)?;
        *self.said = None;
        *self.documented = None;
        if let Some(Ok(body)) = record.said() {
            self.unapply(&record, &body)?;
        }
        const NAME_ALONE: &str = "UPDATE operation SET key = NULL, counter = NULL, time = NULL,
            kind = NULL, arrived = NULL, header = NULL, signature = NULL, body = NULL
            WHERE n = ?1";
        self.database.write(NAME_ALONE, [n])?;
        self.database.write("DELETE FROM porch WHERE n = ?1", [n])?;
        self.database
            .write("DELETE FROM verdict WHERE n = ?1", [n])?;
        self.database.write(
            "DELETE FROM head WHERE key = ?1 AND n = ?2",
            (record.key, n),
        )?;
        self.database.write("DELETE FROM late WHERE n = ?1", [n])?;
        self.names.forget(&record.id);
        if record.kind == Kind::Turn.number() {
            self.place_gap(n)?;
        } else if is_listed_when_emptied(record.kind) {
            self.leave_gap(&record, None)?;
        }
        Ok(Some(record))
    }

    /// What an operation followed may be the last of its log again. One too many is no harm:
    /// whoever writes next names it beside the others.
    fn restore_heads(&mut self, record: &Record) -> Result<(), StoreFault> {
        for previous in &record.header()?.previous {
            let known = self.names.find(self.database, *previous)?;
            if let Some(known) = known
                && let Some(here) = known.here
            {
                const COMES: &str = "INSERT INTO head (key, n, counter) VALUES (?1, ?2, ?3)
                    ON CONFLICT DO NOTHING";
                self.database
                    .write(COMES, (here.key, known.n, here.counter))?;
            }
        }
        Ok(())
    }

    /// After some of a newcomer's operations went: judges the others again; forgets a newcomer of
    /// whom nothing is left.
    fn settle_key(&mut self, key: i64) -> Result<(), StoreFault> {
        const OTHERS: &str = "SELECT n FROM operation WHERE key = ?1 ORDER BY n";
        let others = self.database.numbers(OTHERS, [key])?;
        if others.is_empty() {
            self.database
                .write("DELETE FROM person_key WHERE key = ?1", [key])?;
            self.database
                .write("DELETE FROM person WHERE person = ?1", [key])?;
            self.names.forget_person(key);
        }
        // What stands on one of them may be signed with another key of the same person.
        const OF_PERSON: &str = "SELECT operation.n FROM person_key
            JOIN operation ON operation.key = person_key.key
            WHERE person_key.person = ?1 ORDER BY operation.n";
        let person = self.names.person(key);
        let others = self.database.numbers(OF_PERSON, [person])?;
        self.queue
            .extend(others.into_iter().map(|n| (n, How::Again, n)));
        Ok(())
    }

    /// Keeps the list of what nobody's admission covers, whatever its verdict. What once counted
    /// is not listed: it comes back with a new vouch and is never dropped.
    fn note_porch(&mut self, record: &Record, how: How) -> Result<(), StoreFault> {
        let is_newcomer = self.is_newcomer(record.key);
        if how == How::First && is_newcomer {
            const ENTER: &str = "INSERT INTO porch (n, key, introducer) VALUES (?1, ?2, ?3)
                ON CONFLICT DO NOTHING";
            self.has_porch = true;
            self.database
                .write(ENTER, (record.n, record.key, self.introducer))?;
        } else if !is_newcomer && (how != How::First || self.has_porch) {
            self.database
                .write("DELETE FROM porch WHERE n = ?1", [record.n])?;
        }
        Ok(())
    }

    fn is_newcomer(&mut self, key: i64) -> bool {
        if let Some(known) = self.newcomers.get(&key) {
            return *known;
        }
        let known = self.names.key_of(key);
        let is_newcomer = known.is_none_or(|it| !self.judge.authority().is_reconciled(&it));
        self.newcomers.insert(key, is_newcomer);
        is_newcomer
    }
}

/// Whether something of this kind keeps its line in a list after it was emptied: what others said
/// in it or about it must still be found.
fn is_listed_when_emptied(kind: u16) -> bool {
    matches!(
        Kind::of(kind),
        Some(
            Kind::Perspective
                | Kind::Question
                | Kind::Dialogue
                | Kind::Claim
                | Kind::Source
                | Kind::Practice
        )
    )
}

/// The one dialogue that an act under an office is held to, if it is.
fn held_to(body: &Body) -> Option<OperationId> {
    match body {
        Body::Hide(it) => it.dialogue,
        Body::Restore(it) => it.dialogue,
        _ => None,
    }
}

/// The one dialogue or question that an act under an office is about, if it is: who holds the
/// office for it alone may do it.
fn within(body: &Body) -> Option<OperationId> {
    match body {
        Body::CountWithout(it) => it.of,
        _ => held_to(body),
    }
}

/// By whom a body was emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Erasure {
    ByAuthor,
    ByModerator,
}

/// Whether an operation leaves rows: what is accepted, and newcomers' votes and names, which are
/// shown apart.
fn counts(kind: u16, verdict: Verdict) -> bool {
    match verdict {
        Verdict::Accepted => true,
        Verdict::Waiting(Wait::Admission) => {
            matches!(Kind::of(kind), Some(Kind::Vote | Kind::Profile))
        }
        Verdict::Waiting(_) | Verdict::SetAside(_) => false,
    }
}
