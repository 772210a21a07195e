//! Invitations: those that everybody sees, and the private halves of those opened here, which stay
//! in this home until a ticket carries them.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Scope;
use polylogue_core::verdict::Verdict;
use polylogue_store::Store;
use polylogue_store::query::PersonRef;
use serde::{Deserialize, Serialize};

use crate::node::Node;
use crate::refusal::Refusal;

/// Whether one can still come in by an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// One can.
    Open,
    /// Its end has passed.
    Over,
    /// Somebody closed it; those who came in by it before stay.
    Closed,
    /// It never counted, or no longer does: whoever opened it may not invite.
    Void,
}

/// An invitation as everybody in the commons sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationRow {
    /// The operation that opened it.
    pub id: OperationId,
    /// Who opened it.
    pub by: PersonRef,
    /// When, as claimed (seconds).
    pub opened: u64,
    /// Who joins from here on is too late (seconds).
    pub end: u64,
    /// What those who join may say.
    pub scope: Scope,
    /// Whether one can still come in by it.
    pub state: InvitationState,
    /// Who came in by it, as far as that counts.
    pub used_by: Vec<PersonRef>,
    /// For whom it is meant, as noted in this home alone; empty where nobody noted it.
    pub whom: String,
}

impl Node {
    /// Every invitation of a commons, the latest first.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn invitations(&self, commons: &OperationId) -> Result<Vec<InvitationRow>, Refusal> {
        let held = self.held(commons)?;
        let now = (self.edge().clock)();
        let (reader, notes) = (held.reader()?, notes(&held.store)?);
        let used_by = |id| -> Result<Vec<PersonRef>, Refusal> {
            let mut people = Vec::new();
            for joined in reader.joined_by(id)? {
                people.extend(reader.said_of(joined)?.map(|it| it.by));
            }
            Ok(people)
        };
        let row = |it: polylogue_store::query::InvitationRow| -> Result<_, Refusal> {
            Ok(InvitationRow {
                used_by: used_by(it.said.id)?,
                whom: notes
                    .get(&it.said.id.to_string())
                    .cloned()
                    .unwrap_or_default(),
                id: it.said.id,
                by: it.said.by,
                opened: it.said.time,
                end: it.end,
                scope: it.scope,
                state: match it.verdict {
                    Verdict::Waiting(_) | Verdict::SetAside(_) => InvitationState::Void,
                    Verdict::Accepted if it.is_closed => InvitationState::Closed,
                    Verdict::Accepted if it.end > now => InvitationState::Open,
                    Verdict::Accepted => InvitationState::Over,
                },
            })
        };
        reader.invitations()?.into_iter().map(row).collect()
    }

    /// Notes for whom an invitation is meant: in this home alone, for whoever made it.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be written.
    pub fn note_invitation(
        &self,
        commons: &OperationId,
        invitation: &OperationId,
        whom: &str,
    ) -> Result<(), Refusal> {
        let held = self.held(commons)?;
        let mut notes = notes(&held.store)?;
        let whom: String = whom.trim().chars().take(WHOM_CHARACTERS_MAX).collect();
        notes.insert(invitation.to_string(), whom);
        while notes.len() > KEPT_MAX {
            notes.pop_first();
        }
        let bytes = serde_json::to_vec(&notes).expect("notes are plain");
        Ok(held.store.local_put(NOTES, &bytes)?)
    }
}

const NOTES: &str = "invitation-notes";
const WHOM_CHARACTERS_MAX: usize = 120;

/// For whom invitations are meant, by their ids in full.
fn notes(store: &Store) -> Result<BTreeMap<String, String>, Refusal> {
    let kept = store.local_get(NOTES)?;
    Ok(kept
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default())
}

const INVITATIONS: &str = "invitations";
const KEPT_MAX: usize = 256;

/// The private half of one invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) id: OperationId,
    pub(crate) secret: [u8; 32],
    /// Claimed times from here on are too late (seconds).
    pub(crate) end: u64,
}

#[derive(Serialize, Deserialize)]
struct Row {
    id: [u8; 32],
    secret: [u8; 32],
    end: u64,
}

impl Kept {
    /// Keeps it beside the others, the latest last; the oldest make room.
    pub(crate) fn keep(self, store: &Store) -> Result<(), Refusal> {
        let mut rows = rows(store)?;
        rows.push(Row {
            id: self.id.0,
            secret: self.secret,
            end: self.end,
        });
        let surplus = rows.len().saturating_sub(KEPT_MAX);
        let bytes = serde_json::to_vec(&rows[surplus..]).expect("rows are plain");
        Ok(store.local_put(INVITATIONS, &bytes)?)
    }

    /// Every invitation opened here, the latest last.
    pub(crate) fn all(store: &Store) -> Result<Vec<Self>, Refusal> {
        let kept = |it: Row| Self {
            id: OperationId(it.id),
            secret: it.secret,
            end: it.end,
        };
        Ok(rows(store)?.into_iter().map(kept).collect())
    }
}

fn rows(store: &Store) -> Result<Vec<Row>, Refusal> {
    let kept = store.local_get(INVITATIONS)?;
    Ok(kept
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default())
}
