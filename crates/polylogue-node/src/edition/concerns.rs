//! What stands against an edition before it is made: cited material whose licence does not fit, and
//! evidence that nobody can read any more. Whoever makes it all the same says so, and the edition
//! says it on.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use polylogue_core::cbor;
use polylogue_core::edition::Figure;
use polylogue_core::id::OperationId;
use polylogue_store::query::{LineRow, Shown, TargetRow};
use polylogue_store::{Reader, StoreFault};

use super::figures::KNOWINGLY;
use super::licence::{Fits, Notice};
use super::view::{notices_of, text_of};
use crate::references::references;

/// What stands against an edition.
#[derive(Debug, Clone, Default)]
pub(crate) struct Concerns {
    /// Cited material that may not stand in it under its licence.
    pub(crate) conflicts: Vec<Notice>,
    /// Evidence without words, by the number of the line that rests on it.
    pub(crate) gone: Vec<(usize, TargetRow)>,
}

/// Something that was known to stand against an edition when it was made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(array)]
pub struct Known {
    /// The cited material, or the evidence.
    #[n(0)]
    pub of: OperationId,
    /// Its licence, where that does not fit; none: it could not be read.
    #[n(1)]
    pub licence: Option<String>,
}

impl Concerns {
    /// Whether nothing stands against it.
    pub(crate) fn is_empty(&self) -> bool {
        self.conflicts.is_empty() && self.gone.is_empty()
    }

    /// All of it, as an edition says on that it was known.
    pub(crate) fn known(&self) -> Figure {
        let conflicts = self.conflicts.iter().map(|it| Known {
            of: it.of,
            licence: Some(it.licence.clone()),
        });
        let gone = self.gone.iter().map(|(_, it)| Known {
            of: it.id,
            licence: None,
        });
        let known: BTreeSet<Known> = conflicts.chain(gone).collect();
        Figure {
            line: None,
            what: KNOWINGLY.to_owned(),
            of: None,
            bytes: cbor::encode(&known.into_iter().collect::<Vec<_>>()),
        }
    }
}

/// What an edition says was known to stand against it; nothing where it says nothing.
pub(super) fn known_of(figures: &[Figure]) -> Vec<Known> {
    let found = figures.iter().find(|it| it.what == KNOWINGLY);
    let known = found.and_then(|it| cbor::decode(&it.bytes).ok());
    known.unwrap_or_default()
}

/// Looks at everything that lines rest on and cite. `licences` are those of the whole and of the
/// commons.
pub(super) fn concerns(
    reader: &Reader,
    lines: &[LineRow],
    licences: (&str, &str),
) -> Result<Concerns, StoreFault> {
    let mut texts = BTreeSet::new();
    let mut gone = Vec::new();
    for (line, number) in lines.iter().zip(1..) {
        for wording in &line.wordings {
            for target in reader.traced(&wording.traces)? {
                texts.insert(text_of(reader, &target)?);
                if is_gone(&target) {
                    gone.push((number, target));
                }
            }
        }
    }
    let cited = references(reader, lines)?.works;
    texts.extend(cited.iter().map(|it| it.row.said.id));
    let mut conflicts = notices_of(reader, texts, licences)?;
    conflicts.retain(|it| it.fits == Fits::Conflicts);
    Ok(Concerns { conflicts, gone })
}

fn is_gone(target: &TargetRow) -> bool {
    let is_unread = match target.shown {
        Shown::Whole | Shown::Withdrawn(_) => false,
        Shown::TextNotHere
        | Shown::ErasedByAuthor(_)
        | Shown::ErasedByModerator(_)
        | Shown::Hidden(_) => true,
    };
    target.what.is_none() || is_unread
}
