//! Search over everything said that can be read.

use crate::database::as_u64;
use crate::fault::StoreFault;
use crate::folding::{match_expression, snippet};
use crate::index::{Asked, find, thing_code, words_found};
use crate::query::{Hit, Page, Search};
use crate::reader::Reader;

impl Reader {
    /// Whether something that was said is not in the index yet, so that a search may find more
    /// later without anything new being said.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn is_search_behind(&self) -> Result<bool, StoreFault> {
        const DUE: &str = "SELECT EXISTS (SELECT 1 FROM search_due)";
        Ok(self.database().value(DUE, [])?.unwrap_or(false))
    }

    /// What holds all words of a search, each as the beginning of a word, best first. What was
    /// said a moment ago is found once [`crate::Store::index_search`] has come to it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn search(&self, search: &Search, page: Page) -> Result<Vec<Hit>, StoreFault> {
        let Some(expression) = match_expression(&search.words) else {
            return Ok(Vec::new());
        };
        let person = match search.by {
            Some(key) => self.person_number(&key)?.unwrap_or(-1),
            None => 0,
        };
        let perspective = match search.perspective {
            Some(id) => self.number(id)?.unwrap_or(-1),
            None => 0,
        };
        let language = search.language.as_deref().unwrap_or_default();
        let asked = Asked {
            expression,
            person,
            perspective,
            thing: search.thing.map_or(-1, thing_code),
            language: language.split('-').next().unwrap_or_default().to_owned(),
            limit: page.rows(),
            offset: page.skipped(),
        };
        let mut hits = Vec::new();
        for (n, language) in find(self.database(), &asked)? {
            let Some(record) = self.record(n)? else {
                continue;
            };
            let words = words_found(self.database(), &record)?.unwrap_or_default();
            hits.push(Hit {
                target: self.target_of(&record)?,
                by: self.person_ref(self.person_behind(record.key)?)?,
                time: as_u64(record.time),
                snippet: snippet(&words, &search.words),
                language,
            });
        }
        Ok(hits)
    }
}
