//! The languages that things are said in.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::PoisonError;

use crate::database::as_u64;
use crate::fault::StoreFault;
use crate::index::{REINDEXED, thing_code};
use crate::query::{LanguageRow, Thing};
use crate::reader::Reader;

/// Languages listed, at most.
const LANGUAGES_MAX: usize = 200;

/// Rows of the search by language, as far as they were counted: a row is counted once, and all
/// are counted again after one was written anew or taken out.
#[derive(Debug, Default, Clone)]
pub(crate) struct Languages {
    reindexed: i64,
    /// The last row that is counted.
    until: i64,
    rows: i64,
    /// Things and turns.
    counts: BTreeMap<String, (u64, u64)>,
}

impl Reader {
    /// Languages that anything here is said in, with how many turns are; most turns first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn languages(&self) -> Result<Vec<LanguageRow>, StoreFault> {
        let place = &self.inner.languages;
        let kept = place.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let counted = self.counted_since(kept)?;
        let rows = counted.counts.iter().map(|(language, it)| LanguageRow {
            language: language.clone(),
            things: it.0,
            turns: it.1,
        });
        let mut rows: Vec<LanguageRow> = rows.collect();
        rows.sort_by_key(|it| Reverse(it.turns));
        rows.truncate(LANGUAGES_MAX);
        let mut kept = place.lock().unwrap_or_else(PoisonError::into_inner);
        if (kept.reindexed, kept.until) <= (counted.reindexed, counted.until) {
            *kept = counted;
        }
        Ok(rows)
    }

    /// What was counted, with the rows behind it; all of them where it does not fit what is here.
    fn counted_since(&self, mut counted: Languages) -> Result<Languages, StoreFault> {
        const ALL: &str = "SELECT count(*) FROM search_row";
        const SINCE: &str = "SELECT n, language, thing FROM search_row WHERE n > ?1";
        let reindexed = self.database().state(REINDEXED)?;
        let rows: i64 = self.database().value(ALL, [])?.unwrap_or_default();
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let since = |n: i64| -> Result<Vec<(i64, String, i64)>, StoreFault> {
            self.database().all(SINCE, [n], read)
        };
        let mut new = since(counted.until)?;
        // A thing may have waited for another, and be indexed behind those that came after it.
        let fits = i64::try_from(new.len()).is_ok_and(|it| counted.rows + it == rows);
        if counted.reindexed != reindexed || !fits {
            counted = Languages::default();
            new = since(counted.until)?;
        }
        for (n, language, thing) in new {
            let (things, turns) = counted.counts.entry(language).or_default();
            *things += 1;
            *turns += as_u64(i64::from(thing == thing_code(Thing::Turn)));
            counted.until = counted.until.max(n);
        }
        (counted.reindexed, counted.rows) = (reindexed, rows);
        Ok(counted)
    }
}
