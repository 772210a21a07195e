//! What somebody about to write a register has to name: the writes that nothing replaces yet.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Kind;

use crate::database::{as_i64, id_at};
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
        const WRITES: &str = "SELECT operation.id FROM write
            JOIN operation ON operation.n = write.n
            WHERE write.register = ?1 AND write.target = ?2 AND write.standing > 0
            AND (write.person = ?3 OR ?3 = 0) ORDER BY operation.id";
        const VOTES: &str = "SELECT operation.id FROM vote
            JOIN operation ON operation.n = vote.n
            WHERE vote.claim = ?1 AND vote.standing > 0
            AND (vote.person = ?2 OR ?2 = 0) ORDER BY operation.id";
        let person = match by {
            Some(key) => match self.person_number(&key)? {
                Some(person) => person,
                None => return Ok(Vec::new()),
            },
            None => 0,
        };
        let target = if kind == Kind::Profile {
            Some(0)
        } else {
            self.number(of)?
        };
        let Some(target) = target else {
            return Ok(Vec::new());
        };
        if kind == Kind::Vote {
            return self
                .database()
                .all(VOTES, (target, person), |row| id_at(row, 0));
        }
        let Some(register) = Register::of(kind) else {
            return Ok(Vec::new());
        };
        let asked = (register.number(), target, person);
        self.database().all(WRITES, asked, |row| id_at(row, 0))
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
}
