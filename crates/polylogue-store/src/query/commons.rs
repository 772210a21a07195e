//! The commons at a glance.

use std::sync::PoisonError;

use polylogue_core::kind::{Body, DeviceKind};

use crate::codes;
use crate::database::as_u64;
use crate::fault::StoreFault;
use crate::fold::device_kind_code;
use crate::query::said::words;
use crate::query::{CommonsRow, Counts, OfficeRow, PersonRef};
use crate::reader::Reader;

impl Reader {
    /// The commons: its title, its law, and how much is in it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn commons(&self) -> Result<CommonsRow, StoreFault> {
        let founding = self.inner.founding.clone();
        let Some(Ok(Body::Founding(begun))) = founding.body() else {
            return Err(StoreFault::NotAFounding);
        };
        let law = self.law()?;
        let chain = self
            .database()
            .numbers("SELECT n FROM chain ORDER BY place", [])?;
        let act = match chain.last() {
            Some(n) => crate::names::id_of(self.database(), *n)?,
            None => None,
        };
        let keepers: Result<Vec<PersonRef>, _> =
            law.roll.iter().map(|key| self.person_of_key(key)).collect();
        let mut offices = Vec::with_capacity(law.offices.len());
        for office in &law.offices {
            offices.push(OfficeRow {
                kind: office.kind,
                holder: self.person_of_key(&office.holder)?,
                scope: office.scope,
                end: office.end,
            });
        }
        Ok(CommonsRow {
            id: founding.id(),
            title: words(&begun.title),
            question: words(&begun.question),
            charter: words(&law.charter),
            act: act.unwrap_or(founding.id()),
            version: u64::try_from(chain.len().max(1)).unwrap_or(1),
            licence: law.licence.clone(),
            rows: law.rows,
            language: law.language.clone(),
            admission: law.admission,
            founder: self.person_of_key(&founding.header().key)?,
            founded: founding.header().time,
            keepers: keepers?,
            roll_end: law.roll_end,
            offices,
            counts: self.counts()?,
        })
    }

    /// How much there is of each thing. Counted once for each version of the read models.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn counts(&self) -> Result<Counts, StoreFault> {
        let version = as_u64(self.database().state("version")?);
        let lock = || {
            self.inner
                .counts
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some((counted, counts)) = *lock()
            && counted == version
        {
            return Ok(counts);
        }
        let counts = self.count_all()?;
        *lock() = Some((version, counts));
        Ok(counts)
    }

    fn count_all(&self) -> Result<Counts, StoreFault> {
        let database = self.database();
        const THINGS: &str = "SELECT count(*) FROM thing WHERE kind = ?1 AND twin = 0";
        const VOTES: &str = "SELECT sum(tally.agree + tally.disagree + tally.pass) FROM tally";
        const PEOPLE: &str = "SELECT count(*) FROM person WHERE standing IN (0, 1)";
        const BROUGHT_IN: &str = "SELECT count(*) FROM person
            WHERE standing IN (0, 1) AND root_kind = ?1";
        const WAITING: &str = "SELECT count(*) FROM verdict WHERE code BETWEEN ?1 AND ?2";
        let one = |sql: &str| database.count(sql, []);
        Ok(Counts {
            perspectives: database.count(THINGS, [510])?,
            questions: database.count(THINGS, [513])?,
            dialogues: database.count(THINGS, [520])?,
            // As dialogues number them: what was emptied keeps its place.
            turns: one("SELECT count(*) FROM turn WHERE twin = 0")?,
            claims: one("SELECT count(*) FROM claim WHERE twin = 0 AND gap = 0")?,
            moves: one("SELECT count(*) FROM move")?,
            sources: database.count(THINGS, [560])?,
            practices: database.count(THINGS, [561])?,
            votes: one(VOTES)?,
            people: one(PEOPLE)?,
            brought_in: database.count(BROUGHT_IN, [device_kind_code(DeviceKind::EnteredBy)])?,
            newcomers: one("SELECT count(*) FROM person WHERE standing = 2")?,
            operations: one("SELECT count(*) FROM operation WHERE key IS NOT NULL")?,
            set_aside: one("SELECT count(*) FROM verdict WHERE code >= 10")?,
            waiting: database.count(WAITING, [codes::WAITS_OPERATION, codes::ASIDE - 1])?,
        })
    }
}
