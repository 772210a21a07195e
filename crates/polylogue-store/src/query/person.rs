//! People: names that are only claims, how they came in, which devices speak for them.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, DeviceKind, Kind, Scope};
use rusqlite::Row;

use crate::database::{as_i64, as_u64, key_at};
use crate::fault::StoreFault;
use crate::fold::Record;
use crate::query::said::{no_words, words};
use crate::query::target::beginning;
use crate::query::{
    ActRow, AdmissionRow, DeviceRow, Page, PersonRef, PersonRow, Shown, TargetRow, Thing,
};
use crate::reader::Reader;

fn device_kind(code: i64) -> DeviceKind {
    match code {
        1 => DeviceKind::Browser,
        2 => DeviceKind::EnteredBy,
        _ => DeviceKind::Own,
    }
}

impl Page {
    /// Rows to give, bounded.
    pub(crate) fn rows(self) -> i64 {
        as_i64(self.limit.min(1_000))
    }

    /// Rows to skip.
    pub(crate) fn skipped(self) -> i64 {
        as_i64(self.offset)
    }
}

impl Reader {
    /// A person as shown beside what they said, by any of their keys; somebody never heard of is
    /// a newcomer without a name.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn person_of_key(&self, key: &Key) -> Result<PersonRef, StoreFault> {
        match self.person_number(key)? {
            Some(person) => self.person_ref(person),
            None => Ok(PersonRef {
                key: *key,
                name: no_words(),
                standing: crate::query::Standing::Newcomer,
            }),
        }
    }

    /// People: members first, then newcomers, then those who left or were removed.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn people(&self, page: Page) -> Result<Vec<PersonRow>, StoreFault> {
        const PEOPLE: &str = "SELECT person FROM person ORDER BY standing, tie LIMIT ?1 OFFSET ?2";
        let people = self
            .database()
            .numbers(PEOPLE, (page.rows(), page.skipped()))?;
        people
            .into_iter()
            .map(|person| self.person_row(person))
            .collect()
    }

    /// One person, by any of their keys.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn person(&self, key: Key) -> Result<Option<PersonRow>, StoreFault> {
        self.person_number(&key)?
            .map(|person| self.person_row(person))
            .transpose()
    }

    fn person_row(&self, person: i64) -> Result<PersonRow, StoreFault> {
        const ROW: &str = "SELECT admission, admitted_by, scope, root_kind FROM person
            WHERE person = ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        type Admitted = (Option<i64>, Option<i64>, Option<i64>, i64);
        let found: Option<Admitted> = self.database().one(ROW, [person], read)?;
        let (admission, by, scope, root) = found.unwrap_or((None, None, None, 0));
        let admission = match admission {
            Some(n) => crate::names::id_of(self.database(), n)?,
            None => None,
        };
        let admission = match admission {
            Some(id) => {
                let by = by.map(|it| self.person_ref(it)).transpose()?;
                let scope = if scope == Some(1) {
                    Scope::Vote
                } else {
                    Scope::All
                };
                Some(AdmissionRow { id, by, scope })
            }
            None => None,
        };
        let about = match self.profile(person)? {
            Some((_, Body::Profile(profile))) => words(&profile.about),
            Some(_) | None => no_words(),
        };
        const OPERATIONS: &str = "SELECT count(*) FROM person_key
            JOIN operation ON operation.key = person_key.key WHERE person_key.person = ?1";
        const TURNS: &str = "SELECT count(*) FROM turn WHERE person = ?1 AND twin = 0";
        let person_ref = self.person_ref(person)?;
        let me = self
            .me
            .map(|key| self.person_number(&key))
            .transpose()?
            .flatten();
        Ok(PersonRow {
            about,
            admission,
            devices: self.devices(person)?,
            root: device_kind(root),
            operations: self.database().count(OPERATIONS, [person])?,
            turns: self.database().count(TURNS, [person])?,
            offices: self.offices_of(person)?,
            is_me: me == Some(person),
            person: person_ref,
        })
    }

    /// Everybody whom somebody let in, with whoever did: by an invitation, an admission or a
    /// vouch; ascending.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn let_in_by(&self) -> Result<Vec<(Key, Key)>, StoreFault> {
        const LET_IN: &str = "SELECT own.key, other.key FROM person
            JOIN key AS own ON own.n = person.person
            JOIN key AS other ON other.n = person.admitted_by";
        let read = |row: &Row<'_>| Ok((key_at(row, 0)?, key_at(row, 1)?));
        let mut all = self.database().all(LET_IN, [], read)?;
        all.sort_unstable();
        Ok(all)
    }

    fn offices_of(&self, person: i64) -> Result<Vec<polylogue_core::kind::OfficeKind>, StoreFault> {
        let held = self.offices()?.iter().filter(|(it, _)| *it == person);
        Ok(held.map(|(_, kind)| *kind).collect())
    }

    fn devices(&self, person: i64) -> Result<Vec<DeviceRow>, StoreFault> {
        const DEVICES: &str = "SELECT key.key, device.kind, device.end, device.is_ended,
            device.added FROM device JOIN key ON key.n = device.key
            WHERE device.person = ?1 ORDER BY key.key";
        let read = |row: &Row<'_>| {
            let device = DeviceRow {
                key: key_at(row, 0)?,
                kind: device_kind(row.get(1)?),
                name: String::new(),
                end: row.get::<_, Option<i64>>(2)?.map(as_u64),
                is_ended: row.get(3)?,
            };
            Ok((device, row.get::<_, i64>(4)?))
        };
        let mut devices = Vec::new();
        for (mut device, added) in self.database().all(DEVICES, [person], read)? {
            if let Some(record) = self.record(added)?
                && let Some(Ok(Body::DeviceAdd(add))) = record.said()
            {
                device.name = self.note(add.words)?.words;
            }
            devices.push(device);
        }
        Ok(devices)
    }

    /// What a person did here, latest first by their own count, whatever became of it; also what
    /// nobody's admission covers yet.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn person_acts(&self, key: Key, page: Page) -> Result<Vec<ActRow>, StoreFault> {
        let Some(person) = self.person_number(&key)? else {
            return Ok(Vec::new());
        };
        const KEYS: &str = "SELECT key FROM person_key WHERE person = ?1";
        const OF_KEY: &str = "SELECT counter, time, n FROM operation WHERE key = ?1
            ORDER BY counter DESC LIMIT ?2";
        let mut latest: Vec<(i64, i64, i64)> = Vec::new();
        for key in self.database().numbers(KEYS, [person])? {
            let asked = (key, page.rows().saturating_add(page.skipped()));
            let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            latest.extend(self.database().all(OF_KEY, asked, read)?);
        }
        latest.sort_unstable_by(|first, second| second.cmp(first));
        let skipped = usize::try_from(page.offset).unwrap_or(usize::MAX);
        let rows = usize::try_from(page.rows()).unwrap_or(0);
        let mut acts = Vec::new();
        for (_, _, n) in latest.into_iter().skip(skipped).take(rows) {
            if let Some(record) = self.record(n)? {
                acts.push(self.act_row(&record)?);
            }
        }
        Ok(acts)
    }

    /// What an operation did, in a few words; none if it is not here.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn act(&self, id: OperationId) -> Result<Option<ActRow>, StoreFault> {
        self.record_of(id)?
            .map(|record| self.act_row(&record))
            .transpose()
    }

    fn act_row(&self, record: &Record) -> Result<ActRow, StoreFault> {
        let verdict = self.verdict(record)?;
        let subject = match record.said() {
            Some(Ok(Body::Vote(vote))) => Some(vote.claim),
            Some(Ok(Body::TurnRevise(it))) => Some(it.turn),
            Some(Ok(Body::PerspectiveRevise(it))) => Some(it.perspective),
            Some(Ok(Body::ClaimHeld(it))) => Some(it.claim),
            Some(Ok(Body::DialogueState(it))) => Some(it.dialogue),
            Some(Ok(Body::Withdraw(it))) => Some(it.target),
            Some(Ok(Body::Dispute(it))) => Some(it.target),
            Some(Ok(Body::Translation(it))) => Some(it.of),
            Some(Ok(Body::Accept(it))) => Some(it.question),
            Some(Ok(Body::Count(it))) => Some(it.claim),
            Some(_) | None => None,
        };
        let mut target = self.target(subject.unwrap_or(record.id), None)?;
        if target.what.is_none() && self.shown(record)? == Shown::Whole {
            self.describe_unlisted(record, &mut target);
        }
        target.id = subject.unwrap_or(record.id);
        Ok(ActRow {
            target,
            time: as_u64(record.time),
            kind: record.kind,
            verdict,
        })
    }

    /// Says in a few words what stands in no list: newcomers' things, and what is set aside.
    fn describe_unlisted(&self, record: &Record, target: &mut TargetRow) {
        if let Some(Ok(body)) = record.said()
            && let Some((thing, language, said)) = crate::index::words_of(&body)
        {
            target.what = Kind::of(record.kind).and_then(|it| Thing::of_kind(it.number()));
            target.what = target.what.or(Some(thing));
            target.words.words = beginning(&said);
            language.clone_into(&mut target.words.language);
        }
    }
}
