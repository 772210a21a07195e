//! What whoever keeps a document must know of what was folded: that it may take what is new to
//! what it has.

use polylogue_core::kind::Kind;
use polylogue_core::verdict::Verdict;

use super::{Folding, How, Record};
use crate::journal::CHANGES_MAX;

/// What belongs to the text of a document. Notes give reasons beside it.
const OF_TEXTS: [Kind; 6] = [
    Kind::Line,
    Kind::LineText,
    Kind::LinePlace,
    Kind::LineStruck,
    Kind::LineClause,
    Kind::DocumentChange,
];

/// Whether a kind, by its number, belongs to the text of a document.
pub(crate) fn is_of_texts(number: i64) -> bool {
    OF_TEXTS.iter().any(|it| i64::from(it.number()) == number)
}

/// What no line of a document shows anything of, whatever becomes of it; what a line rests on may
/// be among it.
const BEARS_NOT: [Kind; 25] = [
    Kind::Accept,
    Kind::Claim,
    Kind::ClaimHeld,
    Kind::CoSign,
    Kind::Comment,
    Kind::Dialogue,
    Kind::DialogueState,
    Kind::Disposition,
    Kind::Dissent,
    Kind::Document,
    Kind::Edition,
    Kind::EditionPart,
    Kind::EditionSign,
    Kind::LinesFrom,
    Kind::Move,
    Kind::Perspective,
    Kind::PerspectiveRevise,
    Kind::Practice,
    Kind::Question,
    Kind::Source,
    Kind::Suggestion,
    Kind::Turn,
    Kind::TurnRevise,
    Kind::Vote,
    Kind::WordingVote,
];

impl Folding<'_> {
    /// Notes what was written in a document just now, and beside it whatever lines show nothing of;
    /// of anything else, that all has to be read again.
    pub(super) fn note_documented(&mut self, record: &Record<'_>, (how, verdict): (How, Verdict)) {
        let kind = Kind::of(record.kind);
        let bears_not = kind.is_some_and(|it| BEARS_NOT.contains(&it));
        let is_note = kind == Some(Kind::Note);
        let is_written = (is_note || is_of_texts(i64::from(record.kind))) && how == How::First;
        if !is_written && !bears_not {
            *self.documented = None;
            return;
        }
        if !bears_not && verdict != Verdict::Accepted {
            return;
        }
        if let Some(written) = &mut self.documented {
            // Nobody will take note of more.
            if written.len() <= CHANGES_MAX {
                written.push((i64::from(record.kind), record.n));
            }
        }
    }
}
