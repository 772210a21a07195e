//! Lines that somebody struck: whether what was struck is what stands there.
//!
//! Whether a line is struck is a register that several people write, as its words are; the two meet
//! here. A strike names the line and the wordings its author saw. A wording it does not name was
//! written by somebody who did not know of it, or meant the line to stand: then the strike and the
//! words stand beside each other until somebody settles it. So do a strike and a restoring that
//! knew nothing of each other. A strike that does not name its line is of an older version, and
//! means whatever there is.

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Struck};

use crate::fault::StoreFault;
use crate::query::{Said, Wording};
use crate::reader::Reader;

/// What was written on whether a line is struck, and nothing replaces.
#[derive(Debug, Default)]
pub(super) struct StruckBy {
    /// Strikes that stand, the one that counts first.
    pub(super) strikes: Vec<Said>,
    /// Whether somebody let it stand beside these.
    is_restored: bool,
    /// Whether one of them means whatever there is.
    is_of_all: bool,
    /// Wordings that they mean.
    named: BTreeSet<OperationId>,
}

impl StruckBy {
    /// Whether a line with these wordings is struck; if it is not, though somebody struck it,
    /// wordings that no strike means come first.
    pub(super) fn meets(&self, wordings: &mut [Wording]) -> bool {
        if self.strikes.is_empty() {
            return false;
        }
        let is_meant = |it: &Wording| self.is_of_all || self.named.contains(&it.said.id);
        wordings.sort_by_key(is_meant);
        !self.is_restored && wordings.iter().all(is_meant)
    }
}

impl Reader {
    /// What these writes, the one that counts first, say of a line.
    pub(super) fn struck_by(
        &self,
        writes: impl IntoIterator<Item = i64>,
        line: OperationId,
    ) -> Result<StruckBy, StoreFault> {
        let mut struck = StruckBy::default();
        for n in writes {
            let Some(record) = self.record(n)? else {
                continue;
            };
            let Some(Ok(Body::LineStruck(it))) = record.said() else {
                continue;
            };
            match it.struck {
                Struck::No => struck.is_restored = true,
                Struck::Yes => {
                    struck.strikes.push(self.said(&record, None)?);
                    struck.is_of_all |= it.replaces.binary_search(&line).is_err();
                    struck.named.extend(it.replaces);
                }
            }
        }
        Ok(struck)
    }
}
