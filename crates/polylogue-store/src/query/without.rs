//! Without whom moderators count an opinion map too, beside the one of everybody.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, CountWithout};

use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::{PersonRef, Said, Words};
use crate::reader::Reader;

/// Words on one map that know nothing of each other and are read, at most. Chosen by us: as many
/// moderators acting at once.
const STANDING_MAX: i64 = 16;

/// What a moderator said of whom to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutRow {
    /// Who said it, when.
    pub said: Said,
    /// Who is left out, by root key; nobody where it ends what stood before.
    pub people: Vec<Key>,
    /// Why; empty if it was erased.
    pub reason: Words,
}

impl Reader {
    /// What moderators said of whom to leave out of the map of a question or dialogue, or (with
    /// none) of the claims under nothing, as far as nothing replaces it: what stands first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn counts_without(&self, of: Option<OperationId>) -> Result<Vec<WithoutRow>, StoreFault> {
        const STANDING: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND about = 0 AND standing > 0 ORDER BY standing DESC, counter, tie LIMIT ?3";
        let target = match of {
            Some(id) => self.number(id)?.unwrap_or(-1),
            None => 0,
        };
        let asked = (target, Register::CountWithout.number(), STANDING_MAX);
        let mut rows = Vec::new();
        for n in self.database().numbers(STANDING, asked)? {
            let Some(record) = self.record(n)? else {
                continue;
            };
            let Some(Ok(Body::CountWithout(it))) = record.said() else {
                continue;
            };
            rows.push(WithoutRow {
                said: self.said(&record, None)?,
                people: self.left_out_of(&it)?,
                reason: self.reason_words(&record)?,
            });
        }
        Ok(rows)
    }

    /// The root keys that stand today for those an act leaves out.
    fn left_out_of(&self, it: &CountWithout) -> Result<Vec<Key>, StoreFault> {
        let mut people = Vec::with_capacity(it.people.len());
        for key in &it.people {
            people.push(self.person_of_key(key)?.key);
        }
        people.sort_unstable();
        people.dedup();
        Ok(people)
    }

    /// Some of those an act leaves out, by name, and how many they are.
    pub(crate) fn left_out_by(
        &self,
        it: &CountWithout,
        most: usize,
    ) -> Result<(u64, Vec<PersonRef>), StoreFault> {
        let named = it.people.iter().take(most);
        let named: Result<Vec<PersonRef>, _> = named.map(|key| self.person_of_key(key)).collect();
        Ok((it.people.len() as u64, named?))
    }
}
