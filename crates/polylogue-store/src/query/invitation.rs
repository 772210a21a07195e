//! The ways in: every invitation, open or not.

use std::collections::BTreeSet;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Body;
use polylogue_core::verdict::Verdict;

use crate::fault::StoreFault;
use crate::query::{Door, InvitationRow};
use crate::reader::Reader;

impl Reader {
    /// Every invitation, counted or not, latest claimed time first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn invitations(&self) -> Result<Vec<InvitationRow>, StoreFault> {
        const ACTS: &str = "SELECT n FROM operation WHERE kind IN (401, 402) AND kind < 500
            ORDER BY time DESC, counter DESC, id DESC";
        let mut closed: BTreeSet<OperationId> = BTreeSet::new();
        let mut rows = Vec::new();
        for n in self.database().numbers(ACTS, [])? {
            let Some(record) = self.record(n)? else {
                continue;
            };
            let verdict = self.verdict(&record)?;
            match record.said() {
                Some(Ok(Body::Invitation(it))) => rows.push(InvitationRow {
                    said: self.said(&record, None)?,
                    end: it.end,
                    scope: it.scope,
                    is_closed: false,
                    verdict,
                }),
                Some(Ok(Body::InvitationClose(it))) if verdict == Verdict::Accepted => {
                    closed.insert(it.invitation);
                }
                Some(Ok(_) | Err(_)) | None => {}
            }
        }
        for row in &mut rows {
            row.is_closed = closed.contains(&row.said.id);
        }
        Ok(rows)
    }

    /// Invitations that a person wrote, or came by, as far as they count, in order of id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn doors_of(&self, person: Key) -> Result<Vec<Door>, StoreFault> {
        const ACTS: &str = "SELECT operation.n FROM person_key
            JOIN operation ON operation.key = person_key.key
            WHERE person_key.person = ?1 AND operation.kind IN (401, 403) AND operation.kind < 500";
        let Some(number) = self.person_number(&person)? else {
            return Ok(Vec::new());
        };
        let mut ids = BTreeSet::new();
        for n in self.database().numbers(ACTS, [number])? {
            let Some(record) = self.record(n)? else {
                continue;
            };
            match record.said() {
                Some(Ok(Body::Invitation(_))) => drop(ids.insert(record.id)),
                Some(Ok(Body::Join(join))) => ids.extend(join.invited.map(|it| it.invitation)),
                Some(Ok(_) | Err(_)) | None => {}
            }
        }
        let mut doors = Vec::new();
        for id in ids {
            if let Some(record) = self.record_of(id)?
                && let Some(Ok(Body::Invitation(it))) = record.said()
                && self.verdict(&record)? == Verdict::Accepted
            {
                const CLOSED: &str = "SELECT source FROM reference
                    WHERE target = ?1 AND kind = 402 LIMIT 1";
                let closed: Option<i64> = self.database().value(CLOSED, [record.n])?;
                doors.push(Door {
                    id,
                    end: it.end,
                    is_closed: closed.is_some(),
                });
            }
        }
        Ok(doors)
    }

    /// Joinings that count and name an invitation, in order of id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn joined_by(&self, invitation: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        const JOINED: &str = "SELECT joined.id FROM operation
            JOIN reference ON reference.target = operation.n AND reference.kind = 403
            JOIN operation AS joined ON joined.n = reference.source
            WHERE operation.id = ?1 ORDER BY joined.id";
        self.database()
            .all(JOINED, [invitation.0], |row| crate::database::id_at(row, 0))
    }
}
