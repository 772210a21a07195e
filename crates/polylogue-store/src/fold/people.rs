//! People, their keys and devices, and the chain of law, as rows.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::authority::{Authority, PersonStanding};
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, DeviceKind, Scope};

use super::{Because, Folding, How, Record};
use crate::fault::StoreFault;
use crate::set::AUTHORITY_VERSION;

/// Standings as numbers in a row. Frozen within schema 1.
pub(crate) const MEMBER: i64 = 0;
/// A member who may only vote.
pub(crate) const VOTER: i64 = 1;
/// Not admitted.
pub(crate) const NEWCOMER: i64 = 2;
/// Left.
pub(crate) const LEFT: i64 = 3;
/// Removed.
pub(crate) const REMOVED: i64 = 4;

fn standing_code(standing: PersonStanding) -> i64 {
    match standing {
        PersonStanding::Member(Scope::All) => MEMBER,
        PersonStanding::Member(Scope::Vote) => VOTER,
        PersonStanding::Newcomer => NEWCOMER,
        PersonStanding::Left => LEFT,
        PersonStanding::Removed => REMOVED,
    }
}

impl Folding<'_> {
    /// Writes who is who under the authority now; gives the keys to judge again, and how.
    pub(super) fn follow_people(
        &mut self,
        before: &Authority,
    ) -> Result<BTreeMap<i64, How>, StoreFault> {
        let authority = self.judge.authority();
        let mut changed = before.changed(authority);
        let mut moved: BTreeSet<i64> = BTreeSet::new();
        let mut admitted = BTreeSet::new();
        for person in authority.admitted() {
            admitted.insert(self.names.key(self.database, person)?);
        }
        // Other keys are known here by chance: a key has a row once it spoke or was admitted.
        for (number, key) in self.names.keys() {
            if !self.names.has_person(number) && !admitted.contains(&number) {
                continue;
            }
            let person = authority.person_of(&key);
            let root = self.names.key(self.database, person)?;
            if !self.names.has_person(number) || self.names.person(number) != root {
                if let Some(old) = self.names.key_of(self.names.person(number)) {
                    changed.insert(old);
                }
                changed.insert(person);
                moved.extend([number, root]);
                self.write_person_key(number, root)?;
            }
        }
        let mut due = BTreeMap::new();
        for person in changed {
            let number = self.names.key(self.database, person)?;
            self.write_person(number, &person)?;
            for key in before.keys_of(&person).union(&authority.keys_of(&person)) {
                let key = self.names.key(self.database, *key)?;
                let is_moved = moved.contains(&key) || moved.contains(&number);
                let how = due.entry(key).or_insert(How::Again);
                if is_moved {
                    *how = How::Anew;
                }
            }
        }
        self.write_chain()?;
        self.count_change()?;
        Ok(due)
    }

    /// Writes that these people joined, and nothing else changed; gives the keys to judge again.
    pub(super) fn follow_joined(
        &mut self,
        joined: &[(Key, OperationId)],
    ) -> Result<BTreeMap<i64, How>, StoreFault> {
        let mut due = BTreeMap::new();
        for (person, _) in joined {
            let number = self.names.key(self.database, *person)?;
            let is_moved = !self.names.has_person(number) || self.names.person(number) != number;
            if is_moved {
                self.write_person_key(number, number)?;
            }
            self.write_person(number, person)?;
            due.insert(number, if is_moved { How::Anew } else { How::Again });
        }
        self.count_change()?;
        Ok(due)
    }

    fn count_change(&mut self) -> Result<(), StoreFault> {
        let version = self.database.state(AUTHORITY_VERSION)?;
        self.database.set_state(AUTHORITY_VERSION, version + 1)
    }

    /// A key nobody spoke of before: a newcomer.
    pub(super) fn welcome(&mut self, key: i64) -> Result<(), StoreFault> {
        let Some(known) = self.names.key_of(key) else {
            return Ok(());
        };
        let person = self.judge.authority().person_of(&known);
        let root = self.names.key(self.database, person)?;
        self.write_person_key(key, root)?;
        self.write_person(root, &person)
    }

    fn write_person_key(&mut self, key: i64, person: i64) -> Result<(), StoreFault> {
        const WRITE: &str = "INSERT INTO person_key (key, person) VALUES (?1, ?2)
            ON CONFLICT (key) DO UPDATE SET person = excluded.person";
        self.database.write(WRITE, (key, person))?;
        self.names.set_person(key, person);
        Ok(())
    }

    fn write_person(&mut self, number: i64, person: &Key) -> Result<(), StoreFault> {
        let authority = self.judge.authority();
        let root_kind = self.judge.root_kind(person);
        let root = self.names.key(self.database, authority.person_of(person))?;
        self.database
            .write("DELETE FROM person WHERE person = ?1", [number])?;
        self.database
            .write("DELETE FROM device WHERE person = ?1", [number])?;
        if root != number || !self.is_somebody(number, person)? {
            return Ok(());
        }
        let admitted = authority.admission_of(person);
        let admission = match &admitted {
            Some(it) => Some(self.names.number(self.database, it.id)?),
            None => None,
        };
        let by = match admitted.and_then(|it| it.by) {
            Some(key) => Some(self.names.key(self.database, key)?),
            None => None,
        };
        const PERSON: &str = "INSERT INTO person (person, standing, is_reconciled, admission,
            admitted_by, scope, root_kind, tie) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let row = (
            number,
            standing_code(authority.standing(person)),
            authority.is_reconciled(person),
            admission,
            by,
            admitted.map(|it| scope_code(it.scope)),
            device_kind_code(root_kind),
            crate::database::tie_of(&person.0),
        );
        self.database.write(PERSON, row)?;
        for (key, device) in authority.devices_of(person) {
            let key = self.names.key(self.database, key)?;
            let added = self.names.number(self.database, device.added)?;
            self.write_person_key(key, number)?;
            const DEVICE: &str = "INSERT INTO device (key, person, added, kind, end, is_ended)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (key) DO UPDATE SET
                person = excluded.person, added = excluded.added, kind = excluded.kind,
                end = excluded.end, is_ended = excluded.is_ended";
            let end = device.end.map(crate::database::as_i64);
            let kind = device_kind_code(device.kind);
            self.database
                .write(DEVICE, (key, number, added, kind, end, device.is_ended))?;
        }
        Ok(())
    }

    /// Whether a key is somebody here: admitted, or heard. Forgets whoever is neither any more.
    fn is_somebody(&mut self, number: i64, person: &Key) -> Result<bool, StoreFault> {
        if !self.names.has_person(number) {
            return Ok(false);
        }
        const HEARD: &str = "SELECT n FROM operation WHERE key = ?1 LIMIT 1";
        if self.judge.authority().is_reconciled(person)
            || self.database.value::<i64>(HEARD, [number])?.is_some()
        {
            return Ok(true);
        }
        self.database
            .write("DELETE FROM person_key WHERE key = ?1", [number])?;
        self.names.forget_person(number);
        Ok(false)
    }

    fn write_chain(&mut self) -> Result<(), StoreFault> {
        let mut chain = Vec::new();
        for id in self.judge.authority().chain() {
            chain.push(self.names.number(self.database, *id)?);
        }
        if self
            .database
            .numbers("SELECT n FROM chain ORDER BY place", [])?
            == chain
        {
            return Ok(());
        }
        self.database.write("DELETE FROM chain", [])?;
        for (place, n) in (1_i64..).zip(chain) {
            self.database
                .write("INSERT INTO chain (place, n) VALUES (?1, ?2)", (place, n))?;
        }
        Ok(())
    }

    /// Which newly arrived acts the coming changes are because of.
    pub(super) fn find_because(&mut self) -> Result<Because, StoreFault> {
        const ALL: &str = "SELECT n, id, key, counter, time, kind, header, body FROM operation
            WHERE kind < 500 AND header IS NOT NULL";
        // Not by its kind, and what is late first: else all there ever was would be gone through.
        const NEW: &str = "SELECT n, id, key, counter, time, kind, header, body FROM operation
            WHERE n > ?1 AND +kind < 500 AND header IS NOT NULL
            UNION ALL SELECT operation.n, id, key, counter, time, kind, header, body FROM late
            CROSS JOIN operation ON operation.n = late.n
            WHERE late.n <= ?1 AND +kind < 500 AND header IS NOT NULL";
        let mut because = Because::default();
        let mut records = match self.at {
            0 => self.database.all(ALL, [], Record::read)?,
            at => self.database.all(NEW, [at], Record::read)?,
        };
        records.sort_by_key(|it| it.n);
        for record in records {
            because.any = Some(record.n);
            let about = match record.said() {
                Some(Ok(Body::Removal(it))) => Some(it.person),
                Some(Ok(Body::Admit(it))) => Some(it.person),
                Some(Ok(Body::Vouch(it))) => Some(it.person),
                Some(Ok(
                    Body::Join(_)
                    | Body::Leave(_)
                    | Body::DeviceAdd(_)
                    | Body::DeviceEnd(_)
                    | Body::Handover(_),
                )) => self.names.key_of(record.key),
                Some(_) | None => None,
            };
            if let Some(key) = about {
                let person = self.judge.authority().person_of(&key);
                because.person.insert(person, record.n);
            }
        }
        Ok(because)
    }

    /// The act that most likely changed this verdict; the operation itself if none is known.
    pub(super) fn because_of(&self, record: &Record) -> i64 {
        let person = self.names.key_of(self.names.person(record.key));
        let about = person.and_then(|key| self.because.person.get(&key).copied());
        about.or(self.because.any).unwrap_or(record.n)
    }
}

/// Kinds of device as numbers in a row. Frozen within schema 1.
pub(crate) fn device_kind_code(kind: DeviceKind) -> i64 {
    match kind {
        DeviceKind::Own => 0,
        DeviceKind::Browser => 1,
        DeviceKind::EnteredBy => 2,
    }
}

/// Scopes as numbers in a row. Frozen within schema 1.
pub(crate) fn scope_code(scope: Scope) -> i64 {
    match scope {
        Scope::All => 0,
        Scope::Vote => 1,
    }
}
