//! Perspectives, with what was spoken for them.

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Held, Kind};
use polylogue_core::text::Text;
use rusqlite::Row;

use crate::database::id_at;
use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::said::Entry;
use crate::query::{ClaimRow, Page, PerspectiveRow};
use crate::reader::Reader;

impl Reader {
    /// All perspectives, in order of claimed time, then of their author's count, then id: the
    /// same order, and so the same marks, on every peer.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn perspectives(&self) -> Result<Vec<PerspectiveRow>, StoreFault> {
        let mut rows = Vec::new();
        for (mark, n) in (0..).zip(self.things(Kind::Perspective, Page::first(1_000))?) {
            if let Some(entry) = self.entry_at(n)? {
                rows.push(self.perspective_row(entry, mark)?);
            }
        }
        Ok(rows)
    }

    /// One perspective, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn perspective(&self, id: OperationId) -> Result<Option<PerspectiveRow>, StoreFault> {
        let Some(entry) = self.entry(id, Kind::Perspective)? else {
            return Ok(None);
        };
        const MARK: &str = "SELECT (SELECT count(*) FROM thing AS earlier
            WHERE earlier.kind = 510 AND earlier.place = 0 AND earlier.twin = 0
            AND (earlier.time, earlier.counter, earlier.tie)
                < (thing.time, thing.counter, thing.tie)) FROM thing WHERE n = ?1";
        let mark = self.database().count(MARK, [entry.record.n])?;
        self.perspective_row(entry, mark).map(Some)
    }

    fn perspective_row(&self, entry: Entry, mark: u64) -> Result<PerspectiveRow, StoreFault> {
        let n = entry.record.n;
        let nothing = Text::new("", "und");
        let current = if entry.may_read {
            self.current_body(&entry.record)?
        } else {
            None
        };
        let (name, short, summary, sources) = match &current {
            Some(Body::Perspective(it)) => (&it.name, &it.short, &it.summary, it.sources.clone()),
            Some(Body::PerspectiveRevise(it)) => {
                (&it.name, &it.short, &it.summary, it.sources.clone())
            }
            Some(_) | None => (&nothing, &nothing, &nothing, Vec::new()),
        };
        const TURNS: &str = "SELECT count(*) FROM turn WHERE perspective > 0 AND twin = 0
            AND perspective IN (SELECT ?1 UNION ALL SELECT n FROM brought
                WHERE same_as = ?1 AND same_as > 0)";
        const WITHIN: &str = "SELECT count(*) FROM turn WHERE perspective > 0 AND twin = 0
            AND voice = 1 AND perspective IN (SELECT ?1 UNION ALL SELECT n FROM brought
                WHERE same_as = ?1 AND same_as > 0)";
        let short_name = if short.words.is_empty() {
            &name.words
        } else {
            &short.words
        };
        Ok(PerspectiveRow {
            name: entry.text(name),
            short: short_name.clone(),
            summary: entry.text(summary),
            sources,
            mark,
            other_wordings: self.other_wordings(n)?,
            turns: self.database().count(TURNS, [n])?,
            turns_within: self.database().count(WITHIN, [n])?,
            claims: self.claims_held(n)?.len() as u64,
            lineage: self.lineage(n)?,
            said: entry.said,
        })
    }

    fn other_wordings(&self, n: i64) -> Result<Vec<OperationId>, StoreFault> {
        const OTHERS: &str = "SELECT operation.id FROM write
            JOIN operation ON operation.n = write.n WHERE write.register = ?2
            AND write.target = ?1 AND write.about = 0 AND write.standing = 1
            ORDER BY operation.id";
        let asked = (n, Register::Perspective.number());
        self.database().all(OTHERS, asked, |row| id_at(row, 0))
    }

    /// Claims said to be held by a perspective, in order of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn claims_held_by(
        &self,
        perspective: OperationId,
        page: Page,
    ) -> Result<Vec<ClaimRow>, StoreFault> {
        const TIME: &str = "SELECT time, counter, tie FROM claim WHERE n = ?1";
        let Some(perspective) = self.number(perspective)? else {
            return Ok(Vec::new());
        };
        let mut claims = Vec::new();
        for n in self.claims_held(perspective)? {
            let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            let place: Option<(i64, i64, i64)> = self.database().one(TIME, [n], read)?;
            claims.push((place, n));
        }
        claims.sort_unstable();
        let (skipped, rows) = (page.skipped(), page.rows());
        let part = claims
            .into_iter()
            .skip(skipped.try_into().unwrap_or(usize::MAX));
        let mut held = Vec::new();
        for (_, n) in part.take(rows.try_into().unwrap_or(0)) {
            held.extend(self.claim_at(n, self.me)?);
        }
        Ok(held)
    }

    fn claims_held(&self, n: i64) -> Result<BTreeSet<i64>, StoreFault> {
        const SAID_AT_ONCE: &str = "SELECT claim.n FROM reference
            JOIN claim ON claim.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 530 AND claim.twin = 0";
        let mut claims: BTreeSet<i64> = self
            .database()
            .numbers(SAID_AT_ONCE, [n])?
            .into_iter()
            .collect();
        const SAID_LATER: &str = "SELECT write.n, write.target FROM reference
            JOIN write ON write.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 531 AND write.about = ?1
            AND write.standing = 2";
        let later = self.database().all(SAID_LATER, [n], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        })?;
        for (write, claim) in later {
            let said = self.record(write)?.and_then(|it| it.said());
            if let Some(Ok(Body::ClaimHeld(it))) = said
                && it.held == Held::Holds
            {
                claims.insert(claim);
            }
        }
        Ok(claims)
    }
}
