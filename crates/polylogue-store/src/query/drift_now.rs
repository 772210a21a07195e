//! How the lines of a document stand to what they rest on, kept from one snapshot to the next:
//! after a save only the lines it touched are looked at again, after anything else all are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use polylogue_core::id::OperationId;

use crate::fault::StoreFault;
use crate::query::drift::gives_words;
use crate::query::{LineDrift, LineRow, TextNow};
use crate::reader::Reader;
use crate::sift::{Sifted, Verdict};

/// Documents kept of one commons: as many as their lines are.
const KEPT: usize = 4;

/// How the lines of a document stand to what they rest on, in one version of its commons.
#[derive(Debug, Clone)]
pub struct DriftNow {
    text: Arc<TextNow>,
    /// Everything that standing lines rest on.
    in_document: BTreeSet<OperationId>,
    by_line: BTreeMap<OperationId, Vec<LineDrift>>,
    /// Lines that give words as said, looked at while nobody could know whether anybody said them.
    unsure: BTreeSet<OperationId>,
}

impl DriftNow {
    /// The wordings of one line.
    #[must_use]
    pub fn of_line(&self, line: &OperationId) -> &[LineDrift] {
        self.by_line.get(line).map_or(&[], Vec::as_slice)
    }

    /// How many wordings stand how.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<Verdict, usize> {
        let mut counts = BTreeMap::new();
        for drift in self.by_line.values().flatten() {
            *counts.entry(drift.verdict).or_default() += 1;
        }
        counts
    }
}

impl Reader {
    /// How the lines of a document stand to what they rest on ([`Reader::drift`]). What was looked
    /// at for an earlier version is used again where nothing came but writing in documents.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn drift_now(
        &self,
        sifted: &Sifted,
        document: OperationId,
    ) -> Result<Arc<DriftNow>, StoreFault> {
        let text = self.text_now(document)?;
        let place = &self.inner.drifts;
        let all = place.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.get(&document).cloned();
        drop(all);
        let is_level = |it: &DriftNow| it.text.version() == text.version() && it.unsure.is_empty();
        let drift = match kept {
            Some(kept) if is_level(&kept) => return Ok(kept),
            Some(kept)
                if kept.text.version() <= text.version()
                    && self.is_only_written_since(kept.text.version())? =>
            {
                self.drift_since(sifted, &text, &kept)?
            }
            Some(_) | None => self.drift_anew(sifted, &text)?,
        };
        let drift = Arc::new(drift);
        let mut kept = place.lock().unwrap_or_else(PoisonError::into_inner);
        let before = kept.get(&document).map(|it| it.text.version());
        if before.is_none_or(|it| it <= text.version()) {
            if kept.len() >= KEPT && before.is_none() {
                kept.clear();
            }
            kept.insert(document, Arc::clone(&drift));
        }
        Ok(drift)
    }

    fn drift_anew(&self, sifted: &Sifted, text: &Arc<TextNow>) -> Result<DriftNow, StoreFault> {
        let mut drift = DriftNow {
            text: Arc::clone(text),
            in_document: in_document(text),
            by_line: BTreeMap::new(),
            unsure: BTreeSet::new(),
        };
        self.look_at(sifted, text.lines().iter(), &mut drift)?;
        Ok(drift)
    }

    fn drift_since(
        &self,
        sifted: &Sifted,
        text: &Arc<TextNow>,
        before: &DriftNow,
    ) -> Result<DriftNow, StoreFault> {
        let in_document = in_document(text);
        if in_document != before.in_document {
            return self.drift_anew(sifted, text);
        }
        let mut drift = DriftNow {
            text: Arc::clone(text),
            in_document,
            unsure: BTreeSet::new(),
            by_line: before.by_line.clone(),
        };
        let known: BTreeMap<OperationId, &Arc<LineRow>> = before
            .text
            .lines()
            .iter()
            .map(|it| (it.said.id, it))
            .collect();
        // Lines that nobody touched are the very same.
        let is_fresh = |it: &&Arc<LineRow>| {
            let before = known.get(&it.said.id);
            !before.is_some_and(|before| Arc::ptr_eq(before, it))
        };
        let touched = |it: &&Arc<LineRow>| is_fresh(it) || before.unsure.contains(&it.said.id);
        self.look_at(sifted, text.lines().iter().filter(touched), &mut drift)?;
        Ok(drift)
    }

    fn look_at<'a>(
        &self,
        sifted: &Sifted,
        lines: impl Iterator<Item = &'a Arc<LineRow>>,
        drift: &mut DriftNow,
    ) -> Result<(), StoreFault> {
        let lines: Vec<LineRow> = lines.map(|it| LineRow::clone(it)).collect();
        let in_document = self.numbers_of(&drift.in_document)?;
        let is_behind = self.is_search_behind()?;
        for line in &lines {
            drift.by_line.remove(&line.said.id);
            let gives = |it: &str| is_behind && gives_words(it);
            if line.wordings.iter().any(|it| gives(&it.text.words)) {
                drift.unsure.insert(line.said.id);
            }
        }
        for found in self.drift_among(sifted, &lines, &in_document)? {
            drift.by_line.entry(found.line).or_default().push(found);
        }
        Ok(())
    }

    /// The numbers of what is here of these.
    pub(super) fn numbers_of(
        &self,
        ids: &BTreeSet<OperationId>,
    ) -> Result<BTreeSet<i64>, StoreFault> {
        let mut numbers = BTreeSet::new();
        for id in ids {
            numbers.extend(self.number(*id)?);
        }
        Ok(numbers)
    }
}

fn in_document(text: &TextNow) -> BTreeSet<OperationId> {
    let standing = text.lines().iter().filter(|it| !it.is_struck);
    let wordings = standing.flat_map(|it| &it.wordings);
    wordings.flat_map(|it| &it.traces).map(|it| it.of).collect()
}
