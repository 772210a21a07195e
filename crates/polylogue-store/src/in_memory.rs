//! Stores that are folded in memory, looked at and thrown away.
//!
//! They begin without the indexes that only lists and orders of whole pages are read by, and
//! without the index of words: keeping these up to date is a third of folding, and whoever checks
//! one text asks none of them. [`Store::ready`] makes both, for whoever goes on to ask anything.

use polylogue_core::operation::Operation;

use crate::database::{Database, path_in_memory};
use crate::fault::StoreFault;
use crate::store::Store;

/// Indexes that folding looks nothing up by, and checking a text neither.
const LEFT_OUT: [&str; 14] = [
    "operation_in_key_order",
    "operation_minute",
    "verdict_code",
    "person_standing",
    "turn_time",
    "turn_person",
    "turn_perspective",
    "move_time",
    "move_kind",
    "move_dialogue",
    "move_perspective",
    "move_open",
    "move_open_in_dialogue",
    "move_person",
];

impl Store {
    /// Makes the store of a commons in this process's memory, at most 1 GiB of it: what is folded
    /// there is looked at and thrown away. Every question is answered as by any store; those that
    /// go through whole lists take long before [`Store::ready`], and nothing is found by its words.
    ///
    /// # Errors
    /// As [`Store::create`].
    pub fn in_memory(founding: &Operation) -> Result<Self, StoreFault> {
        let store = Self::create(&path_in_memory(), founding)?;
        let left_out = store.with_writer(leave_out)?;
        *store.left_out() = left_out;
        Ok(store)
    }

    /// Makes what a store in memory began without. Of any other store, indexes the words that are
    /// due.
    ///
    /// # Errors
    /// A failure of this machine.
    pub fn ready(&self) -> Result<(), StoreFault> {
        let left_out = std::mem::take(&mut *self.left_out());
        self.with_writer(|database| left_out.iter().try_for_each(|it| database.batch(it)))?;
        self.index_all_words()
    }

    /// Indexes all words that are due; in memory, those of everything the first time.
    ///
    /// # Errors
    /// A failure of this machine.
    pub fn index_all_words(&self) -> Result<(), StoreFault> {
        const ALL: &str = "INSERT INTO search_due (n)
            SELECT n FROM operation WHERE header IS NOT NULL ON CONFLICT DO NOTHING";
        self.with_writer(|database| match database.leaves_words.replace(false) {
            true => database.transaction(|| database.write(ALL, []).map(drop)),
            false => Ok(()),
        })?;
        while self.index_search(usize::MAX)? {}
        Ok(())
    }
}

/// Drops the indexes; answers how each is made.
fn leave_out(database: &Database) -> Result<Vec<String>, StoreFault> {
    const MADE: &str = "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?1";
    database.leaves_words.set(true);
    let mut all = Vec::with_capacity(LEFT_OUT.len());
    for name in LEFT_OUT {
        all.extend(database.value::<String>(MADE, [name])?);
        database.batch(&format!("DROP INDEX IF EXISTS {name}"))?;
    }
    Ok(all)
}
