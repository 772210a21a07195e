//! What sifting must know of what was folded: that it may take what is new to what it has.

use polylogue_core::kind::{Body, Kind};
use polylogue_core::verdict::Verdict;

use super::{Folding, How, Record};
use crate::journal::CHANGES_MAX;

impl Folding<'_> {
    /// Notes a turn or move that was said just now; of anything else that sifting counts with, that
    /// all has to be read again.
    pub(super) fn note_said(
        &mut self,
        record: &Record<'_>,
        body: Option<&Body>,
        (how, verdict): (How, Verdict),
    ) {
        if !bears_on_sifting(record.kind) {
            return;
        }
        let is_plain = match body {
            Some(Body::Turn(it)) => it.brought_in.is_none(),
            Some(Body::Move(_)) => true,
            Some(_) | None => false,
        };
        if !(is_plain && how == How::First && verdict == Verdict::Accepted) {
            *self.said = None;
        }
        if let Some(said) = &mut self.said {
            if said.len() > CHANGES_MAX {
                // Nobody will take note of so many.
                return;
            }
            said.push((i64::from(record.kind), record.n));
        }
    }
}

/// Whether the tables of sifting could differ for it. Documents and what is newer than this version
/// bear on nothing.
fn bears_on_sifting(kind: u16) -> bool {
    const BEARS_NOT: [Kind; 10] = [
        Kind::Count,
        Kind::DialogueState,
        Kind::Note,
        Kind::Practice,
        Kind::Profile,
        Kind::Source,
        Kind::Suggestion,
        Kind::Translation,
        Kind::TurnRevise,
        Kind::Vote,
    ];
    let is_document = kind >= Kind::Document.number();
    Kind::of(kind).is_some_and(|it| !is_document && !BEARS_NOT.contains(&it))
}
