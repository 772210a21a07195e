//! Documents left out of editions, with the reason and the replies to it.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind};

use crate::fault::StoreFault;
use crate::query::{CommentRow, Page, Said, TargetRow, Words};
use crate::reader::Reader;

/// Replies that are shown beside a leaving out.
const REPLIES_MAX: u64 = 200;

/// A document left out of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaveOutRow {
    /// Who left it out, when; taken back where it stands in after all.
    pub said: Said,
    /// The document.
    pub document: TargetRow,
    /// The edition, where it is made already.
    pub edition: Option<OperationId>,
    /// What the edition is called.
    pub name: Words,
    /// Why.
    pub reason: Words,
    /// Replies by anyone, in order of claimed time.
    pub replies: Vec<CommentRow>,
}

impl Reader {
    /// Documents left out of editions, in order of document and claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn leave_outs(&self, page: Page) -> Result<Vec<LeaveOutRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::LeaveOut, page)? {
            rows.extend(self.leave_out_at(n)?);
        }
        Ok(rows)
    }

    /// The editions that a document was left out of, in order of claimed time, at most 1,000.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn left_out(&self, document: OperationId) -> Result<Vec<LeaveOutRow>, StoreFault> {
        const LEFT: &str = "SELECT n FROM thing WHERE kind = 620 AND twin = 0 AND place = ?1
            ORDER BY time, counter, tie LIMIT 1000";
        let Some(n) = self.number(document)? else {
            return Ok(Vec::new());
        };
        let mut rows = Vec::new();
        for n in self.database().numbers(LEFT, [n])? {
            rows.extend(self.leave_out_at(n)?);
        }
        Ok(rows)
    }

    /// One leaving out, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn leave_out(&self, id: OperationId) -> Result<Option<LeaveOutRow>, StoreFault> {
        const COUNTS: &str = "SELECT n FROM thing WHERE n = ?1 AND kind = 620";
        let Some(n) = self.number(id)? else {
            return Ok(None);
        };
        match self.database().value::<i64>(COUNTS, [n])? {
            Some(n) => self.leave_out_at(n),
            None => Ok(None),
        }
    }

    fn leave_out_at(&self, n: i64) -> Result<Option<LeaveOutRow>, StoreFault> {
        let Some(entry) = self.entry_at(n)? else {
            return Ok(None);
        };
        let Some(Body::LeaveOut(it)) = &entry.body else {
            return Ok(None);
        };
        Ok(Some(LeaveOutRow {
            document: self.target(it.document, None)?,
            edition: it.edition,
            name: entry.text(&it.name),
            reason: entry.text(&it.reason),
            replies: self.replies(entry.said.id, Page::first(REPLIES_MAX))?,
            said: entry.said,
        }))
    }
}
