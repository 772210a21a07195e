//! What became of things, and where they came from.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Body;

use crate::fault::StoreFault;
use crate::query::LineageRow;
use crate::query::said::{no_words, words};
use crate::reader::Reader;

impl Reader {
    /// Changes that name a thing, in order of claimed time.
    pub(crate) fn lineage(&self, n: i64) -> Result<Vec<LineageRow>, StoreFault> {
        const CHANGES: &str = "SELECT thing.n FROM reference
            JOIN thing ON thing.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 512
            ORDER BY thing.time, thing.counter, thing.tie LIMIT 64";
        let mut rows = Vec::new();
        for n in self.database().numbers(CHANGES, [n])? {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            let Some(Body::Lineage(change)) = &entry.body else {
                continue;
            };
            let reason = entry.text(&change.reason);
            rows.push(LineageRow {
                change: change.change,
                from: self.named(&change.from)?,
                to: self.named(&change.to)?,
                name: change.name.as_ref().filter(|_| entry.may_read).map(words),
                reason: if entry.may_read { reason } else { no_words() },
                when: change.when.clone(),
                said: entry.said,
            });
        }
        Ok(rows)
    }

    fn named(&self, ids: &[OperationId]) -> Result<Vec<(OperationId, String)>, StoreFault> {
        let name = |id: &OperationId| Ok((*id, self.target(*id, None)?.words.words));
        ids.iter().map(name).collect()
    }
}
