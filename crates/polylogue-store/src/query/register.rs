//! What somebody about to write a register has to name: the writes that nothing replaces yet.

use std::collections::BTreeSet;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Kind;

use crate::database::{as_i64, id_at, key_at};
use crate::fault::StoreFault;
use crate::fold::Register;
use crate::reader::Reader;

impl Reader {
    /// Writes of a kind about a thing that nothing replaces, in order of id: of one person, or of
    /// anybody. For [`Kind::Profile`] the thing does not matter. Kinds that write no register have
    /// none.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn unreplaced(
        &self,
        kind: Kind,
        of: OperationId,
        by: Option<Key>,
    ) -> Result<Vec<OperationId>, StoreFault> {
        // Whose is said in the statement, so that those of everybody else are not gone through.
        const PROFILES_BY: &str = "SELECT operation.id FROM write
            JOIN operation ON operation.n = write.n
            WHERE write.register = ?1 AND write.target = 0 AND write.about = 0
            AND write.person = ?2 AND write.standing > 0 ORDER BY operation.id";
        const WRITES: &str = "SELECT operation.id FROM write
            JOIN operation ON operation.n = write.n
            WHERE write.register = ?1 AND write.target = ?2 AND write.standing > 0
            AND (write.person = ?3 OR ?3 = 0) ORDER BY operation.id";
        const VOTES_BY: &str = "SELECT operation.id FROM vote
            JOIN operation ON operation.n = vote.n
            WHERE vote.claim = ?1 AND vote.person = ?2 AND vote.standing > 0
            ORDER BY operation.id";
        const VOTES: &str = "SELECT operation.id FROM vote
            JOIN operation ON operation.n = vote.n
            WHERE vote.claim = ?1 AND vote.standing > 0 ORDER BY operation.id";
        let person = match by.map(|key| self.person_number(&key)).transpose()? {
            Some(None) => return Ok(Vec::new()),
            Some(Some(person)) => person,
            None => 0,
        };
        let is_profile = kind == Kind::Profile;
        let target = if is_profile {
            Some(0)
        } else {
            self.number(of)?
        };
        let Some(target) = target else {
            return Ok(Vec::new());
        };
        let database = self.database();
        if kind == Kind::Vote {
            return match person {
                0 => database.all(VOTES, [target], |row| id_at(row, 0)),
                _ => database.all(VOTES_BY, (target, person), |row| id_at(row, 0)),
            };
        }
        let Some(register) = Register::of(kind) else {
            return Ok(Vec::new());
        };
        if is_profile && person != 0 {
            let asked = (register.number(), person);
            return database.all(PROFILES_BY, asked, |row| id_at(row, 0));
        }
        let asked = (register.number(), target, person);
        database.all(WRITES, asked, |row| id_at(row, 0))
    }

    /// Operations that arrived here at or after a time in seconds, in order of id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn arrived_since(&self, time: u64) -> Result<Vec<OperationId>, StoreFault> {
        const ARRIVED: &str = "SELECT id FROM operation WHERE arrived >= ?1 ORDER BY id";
        self.database()
            .all(ARRIVED, [as_i64(time)], |row| id_at(row, 0))
    }

    /// Signing keys whose operations peers reconcile: their person has an accepted admission, ended
    /// or not.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn reconciled_signers(&self) -> Result<BTreeSet<Key>, StoreFault> {
        const SIGNERS: &str = "SELECT key.key FROM person
            JOIN person_key ON person_key.person = person.person
            JOIN key ON key.n = person_key.key WHERE person.is_reconciled";
        let signers = self.database().all(SIGNERS, [], |row| key_at(row, 0))?;
        Ok(signers.into_iter().collect())
    }

    /// How many operations peers reconcile. Counted from an index, without reading any of them.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn count_reconciled(&self) -> Result<u64, StoreFault> {
        const ALL: &str =
            "SELECT count(*) FROM operation WHERE key IN (SELECT person_key.key FROM person
                JOIN person_key ON person_key.person = person.person
                WHERE person.is_reconciled)";
        self.database().count(ALL, [])
    }

    /// How many operations signed by a key are here.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn operations_of(&self, key: Key) -> Result<u64, StoreFault> {
        const COUNT: &str = "SELECT count(*) FROM key
            JOIN operation ON operation.key = key.n WHERE key.key = ?1";
        self.database().count(COUNT, [key.0])
    }
}
