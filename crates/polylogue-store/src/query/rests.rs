//! What the wordings of a document's lines rest on, each with what became of it since and which
//! perspectives it shows to stand behind the words.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Held, Trace};

use crate::fault::StoreFault;
use crate::query::drift::Moves;
use crate::query::{LineRow, MoveRow, Tally, TargetRow, Thing};
use crate::reader::Reader;
use crate::sift::Since;

/// One thing a wording rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestRow {
    /// The thing, with the passage of it that is meant.
    pub target: TargetRow,
    /// The same as a move, if it is one.
    pub by_move: Option<MoveRow>,
    /// Votes of members on it, if it is a claim.
    pub tally: Option<Tally>,
    /// Perspectives that say so in it: the mover's, the speaker's, those that hold the claim.
    pub behind: Vec<OperationId>,
    /// What became of it since.
    pub since: Since,
}

impl Reader {
    /// What every wording of these lines rests on, by wording, in the order of its traces.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn rests(
        &self,
        lines: &[LineRow],
    ) -> Result<BTreeMap<OperationId, Vec<RestRow>>, StoreFault> {
        let mut moves = Moves::default();
        // Many lines rest on the same few things: each is read once.
        let mut known: BTreeMap<OperationId, RestRow> = BTreeMap::new();
        let mut all = BTreeMap::new();
        for wording in lines.iter().flat_map(|it| &it.wordings) {
            let mut rests = Vec::with_capacity(wording.traces.len());
            for trace in &wording.traces {
                if trace.passage.is_some() {
                    rests.push(self.rest(trace, &mut moves)?);
                    continue;
                }
                let row = match known.entry(trace.of) {
                    Entry::Occupied(row) => row.get().clone(),
                    Entry::Vacant(place) => place.insert(self.rest(trace, &mut moves)?).clone(),
                };
                rests.push(row);
            }
            all.insert(wording.said.id, rests);
        }
        Ok(all)
    }

    fn rest(&self, trace: &Trace, moves: &mut Moves) -> Result<RestRow, StoreFault> {
        let target = self.target(trace.of, trace.passage.as_ref())?;
        let since = self.since(trace, moves)?;
        let by_move = match target.what {
            Some(Thing::Move) => moves.of(self, trace.of)?.cloned(),
            Some(_) | None => None,
        };
        let mut row = RestRow {
            behind: by_move.iter().filter_map(|it| it.perspective).collect(),
            target,
            by_move,
            tally: None,
            since,
        };
        match row.target.what {
            Some(Thing::Turn) => row.behind.extend(self.speaks_for(trace.of)?),
            Some(Thing::Claim) => {
                if let Some(claim) = self.claim(trace.of, None)? {
                    let held = claim.held_by.iter().filter(|it| it.1 == Held::Holds);
                    row.behind.extend(held.map(|it| it.0));
                    row.tally = Some(claim.tally);
                }
            }
            Some(_) | None => {}
        }
        Ok(row)
    }

    /// The perspective a turn speaks for.
    fn speaks_for(&self, turn: OperationId) -> Result<Option<OperationId>, StoreFault> {
        use polylogue_core::kind::Body;
        let said = self.record_of(turn)?.and_then(|it| it.said());
        Ok(match said {
            Some(Ok(Body::Turn(it))) => it.perspective,
            Some(_) | None => None,
        })
    }
}

/// The perspectives behind some words, each once: how many independent ones say so. What is gone
/// says nothing any more.
#[must_use]
pub fn behind(rests: &[RestRow]) -> BTreeSet<OperationId> {
    let standing = rests
        .iter()
        .filter(|it| !matches!(it.since, Since::NotHere | Since::Withdrawn | Since::Gone));
    standing.flat_map(|it| it.behind.iter().copied()).collect()
}
