//! What perspectives hold of the claims under one thing, and who speaks from within them.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Held, Voice};
use polylogue_core::move_kind::{MoveKind, Polarity};
use rusqlite::Row;

use crate::database::{id_at, key_at};
use crate::fault::StoreFault;
use crate::fold::voice_code;
use crate::query::{Stance, StanceRow};
use crate::reader::Reader;

impl Reader {
    /// What perspectives hold of the claims under a question or dialogue, or (with none) of those
    /// under nothing, in order of perspective and claim: what is said of holding a claim, and
    /// where nothing is, what the remarks of their voices on it say. Where remarks of one
    /// perspective say different things, it takes the claim up in part.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn stances(&self, under: Option<OperationId>) -> Result<Vec<StanceRow>, StoreFault> {
        const CLAIMS: &str = "SELECT n FROM claim WHERE under = ?1 AND twin = 0 AND gap = 0";
        const REMARKS: &str = "SELECT move.n, move.kind, claim.n, perspective.id, operation.id
            FROM claim CROSS JOIN move ON move.target = claim.n
            JOIN operation ON operation.n = claim.n
            JOIN operation AS perspective ON perspective.n = move.perspective
            WHERE claim.under = ?1 AND claim.twin = 0 AND claim.gap = 0 AND move.perspective > 0";
        let under = match under {
            Some(id) => self.number(id)?.unwrap_or(-1),
            None => 0,
        };
        let mut said = BTreeMap::new();
        for n in self.database().numbers(CLAIMS, [under])? {
            let Some(record) = self.record(n)? else {
                continue;
            };
            if let Some(Ok(Body::Claim(claim))) = record.said() {
                for (perspective, held) in self.held_by(n, &claim)? {
                    let says = match held {
                        Held::Holds => Stance::Holds,
                        Held::DoesNot => Stance::Refuses,
                    };
                    said.insert((perspective, record.id), says);
                }
            }
        }
        let remark = |row: &Row<'_>| {
            let numbers: (i64, u16) = (row.get(0)?, row.get(1)?);
            Ok((numbers, (id_at(row, 3)?, id_at(row, 4)?)))
        };
        let mut remarked: BTreeMap<(OperationId, OperationId), BTreeSet<Stance>> = BTreeMap::new();
        for ((n, kind), of) in self.database().all(REMARKS, [under], remark)? {
            let Some(says) = stance_of(kind) else {
                continue;
            };
            let may_read = match self.record(n)? {
                Some(record) => self.may_read(&record)?,
                None => false,
            };
            if may_read && !said.contains_key(&of) {
                remarked.entry(of).or_default().insert(says);
            }
        }
        for (of, says) in remarked {
            let only = says.first().filter(|_| says.len() == 1);
            said.insert(of, only.copied().unwrap_or(Stance::InPart));
        }
        let rows = said.into_iter();
        Ok(rows
            .map(|((perspective, claim), says)| StanceRow {
                perspective,
                claim,
                says,
            })
            .collect())
    }

    /// Who said a turn from within a perspective, in order of perspective and person; what was
    /// brought in from elsewhere was said by nobody here.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn voices_within(&self) -> Result<Vec<(OperationId, Key)>, StoreFault> {
        const VOICES: &str = "SELECT DISTINCT operation.id, key.key FROM turn
            JOIN operation ON operation.n = turn.perspective
            JOIN key ON key.n = turn.person
            WHERE turn.perspective > 0 AND turn.voice = ?1 AND turn.twin = 0 AND turn.gap = 0
            AND NOT EXISTS (SELECT 1 FROM brought WHERE brought.n = turn.n)
            ORDER BY operation.id, key.key";
        let within = voice_code(Voice::Within);
        let read = |row: &Row<'_>| Ok((id_at(row, 0)?, key_at(row, 1)?));
        self.database().all(VOICES, [within], read)
    }
}

/// What a remark says of the claim it is on; none: it asks, or turns to something else.
fn stance_of(kind: u16) -> Option<Stance> {
    match MoveKind::of(kind)?.polarity() {
        Polarity::Support => Some(Stance::Holds),
        Polarity::Qualified => Some(Stance::InPart),
        Polarity::Challenge => Some(Stance::Refuses),
        Polarity::Transform | Polarity::Ask => None,
    }
}
