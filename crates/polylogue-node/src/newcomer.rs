//! What newcomers said and nobody has admitted yet: for those who greet, and for anyone who looks.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Choice, Kind};
use polylogue_core::move_kind::MoveKind;

use crate::node::Node;
use crate::refusal::Refusal;

/// As many bytes of the porch as one look at it reads, the newest first.
const PORCH_BYTES_MAX: usize = 16 * 1024 * 1024;

/// One thing a newcomer said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewcomerRow {
    /// The operation.
    pub id: OperationId,
    /// Whose it is.
    pub by: Key,
    /// Its kind's name; empty for kinds of a newer version.
    pub kind: &'static str,
    /// When, as claimed (seconds).
    pub time: u64,
    /// What it is about, where it is about one thing.
    pub about: Option<OperationId>,
    /// Its words: a turn's Markdown, a claim, a choice, a name; empty where it has none.
    pub words: String,
}

impl Node {
    /// What waits of one newcomer, the newest first.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn said_by_newcomer(
        &self,
        commons: &OperationId,
        person: Key,
    ) -> Result<Vec<NewcomerRow>, Refusal> {
        let held = self.held(commons)?;
        let porch = held.store.porch(PORCH_BYTES_MAX)?;
        let theirs = porch.iter().filter(|it| it.header().key == person);
        let rows = theirs.map(|operation| {
            let header = operation.header();
            let (about, words) = match operation.body() {
                Some(Ok(body)) => said(body),
                Some(Err(_)) | None => (None, String::new()),
            };
            NewcomerRow {
                id: operation.id(),
                by: person,
                kind: Kind::of(header.kind).map_or("", Kind::name),
                time: header.time,
                about,
                words,
            }
        });
        Ok(rows.collect())
    }
}

fn said(body: Body) -> (Option<OperationId>, String) {
    match body {
        Body::Turn(it) => (Some(it.dialogue), it.text.words),
        Body::TurnRevise(it) => (Some(it.turn), it.text.words),
        Body::Claim(it) => (it.under, it.text.words),
        Body::Vote(it) => (Some(it.claim), chosen(it.choice).to_owned()),
        Body::Move(it) => {
            let kind = MoveKind::of(it.kind).map_or("", MoveKind::name);
            let reason = it.reason.map(|it| it.words).unwrap_or_default();
            (None, format!("{kind} {reason}").trim().to_owned())
        }
        Body::Profile(it) => (None, it.name.words),
        Body::Question(it) => (None, it.text.words),
        Body::Dialogue(it) => (None, it.title.words),
        Body::Perspective(it) => (None, it.name.words),
        Body::Note(it) => (None, it.text.words),
        _ => (None, String::new()),
    }
}

fn chosen(choice: Choice) -> &'static str {
    match choice {
        Choice::Agree => "agree",
        Choice::Disagree => "disagree",
        Choice::Pass => "pass",
    }
}
