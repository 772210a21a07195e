//! The ways in: every invitation, open or not.

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Body;
use polylogue_core::verdict::Verdict;

use crate::fault::StoreFault;
use crate::query::InvitationRow;
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
}
