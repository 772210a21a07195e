//! Every vote that was cast, also those a later one replaced: what an export of them holds, and
//! what an import looks at so that it brings nothing in twice.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Choice, Matters};

use crate::database::{Go, as_u64, id_at};
use crate::fault::StoreFault;
use crate::fold::choice_of;
use crate::reader::Reader;

/// Whether a vote is among those that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// A member's, and not taken back; the last of them on a claim counts.
    Member,
    /// A newcomer's, not counted yet.
    Newcomer,
    /// Its author took it back.
    Withdrawn,
}

/// One vote as it was cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoteEvent {
    /// The operation.
    pub id: OperationId,
    /// The claim.
    pub claim: OperationId,
    /// Who cast it.
    pub person: Key,
    /// What they chose.
    pub choice: Choice,
    /// Whether it matters to them.
    pub matters: Matters,
    /// Claimed time in seconds, a whole minute.
    pub time: u64,
    /// Whether it is among those that count.
    pub weight: Weight,
    /// Whether a later vote of the same person stands in its place.
    pub is_replaced: bool,
}

const EVENTS: &str = "SELECT event.id, claimed.id, vote.person, vote.choice, vote.matters,
        event.time, vote.class, vote.is_withdrawn, vote.standing
    FROM claim
    JOIN vote ON vote.claim = claim.n
    JOIN operation AS event ON event.n = vote.n
    JOIN operation AS claimed ON claimed.n = claim.n
    WHERE claim.under = ?1 AND claim.twin = 0
    ORDER BY claim.time, claim.counter, claim.tie, vote.person, vote.standing,
        vote.counter, vote.tie";

impl Reader {
    /// Every vote on the claims under one question or dialogue: by claim, in the order of
    /// [`Reader::claims`], then by person; of one person's votes on a claim the one that counts
    /// comes last.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn vote_events(&self, under: OperationId) -> Result<Vec<VoteEvent>, StoreFault> {
        let Some(under) = self.number(under)? else {
            return Ok(Vec::new());
        };
        let mut events = Vec::new();
        self.database().each(EVENTS, [under], |row| {
            let is_withdrawn: bool = row.get(7)?;
            let weight = match row.get::<_, i64>(6)? {
                _ if is_withdrawn => Weight::Withdrawn,
                0 => Weight::Member,
                _ => Weight::Newcomer,
            };
            events.push(VoteEvent {
                id: id_at(row, 0)?,
                claim: id_at(row, 1)?,
                person: self.person_ref(row.get(2)?)?.key,
                choice: choice_of(row.get(3)?),
                matters: match row.get::<_, i64>(4)? {
                    0 => Matters::Unsaid,
                    _ => Matters::Yes,
                },
                time: as_u64(row.get(5)?),
                weight,
                is_replaced: row.get::<_, i64>(8)? != STANDING,
            });
            Ok(Go::On)
        })?;
        Ok(events)
    }
}

/// The standing of a vote that nothing replaces. Frozen within schema 1.
const STANDING: i64 = 2;
