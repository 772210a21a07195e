//! Acts of moderation and law, for a log that reads like minutes.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Kind, Law};
use polylogue_core::verdict::Verdict;

use crate::fault::StoreFault;
use crate::fold::Record;
use crate::query::{LawChange, MinuteRow, Page, PersonRef, TargetRow, Words};
use crate::reader::Reader;

/// Acts of hiding and emptying looked through for those about one person.
const ACTS_ABOUT_MAX: i64 = 200;
/// Things named by one act that are put into words.
const ABOUT_MAX: usize = 32;

impl Reader {
    /// Acts of moderation and law, counted or not, latest claimed time first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn minutes(&self, page: Page) -> Result<Vec<MinuteRow>, StoreFault> {
        const MINUTES: &str = "SELECT n FROM operation
            WHERE (kind BETWEEN 200 AND 202 OR kind = 301 OR kind = 404
            OR kind BETWEEN 406 AND 407 OR kind BETWEEN 570 AND 571 OR kind BETWEEN 573 AND 575)
            ORDER BY time DESC, counter DESC, id DESC LIMIT ?1 OFFSET ?2";
        let mut rows = Vec::new();
        for n in self
            .database()
            .numbers(MINUTES, (page.rows(), page.skipped()))?
        {
            if let Some(record) = self.record(n)? {
                rows.push(self.minute(&record)?);
            }
        }
        Ok(rows)
    }

    fn minute(&self, record: &Record) -> Result<MinuteRow, StoreFault> {
        let body = record.said().and_then(Result::ok);
        let (about, person) = match &body {
            Some(Body::Restore(it)) => (self.hidden_by(&it.hides)?, None),
            Some(body) => named(body),
            None => (Vec::new(), None),
        };
        let changes = match &body {
            Some(Body::Resolution(it)) => self.law_changes(it.parent, &it.law)?,
            _ => Vec::new(),
        };
        let doors_closed = match &body {
            Some(Body::Removal(it)) => {
                let doors = self.doors_of(it.person)?;
                doors.iter().filter(|it| it.is_closed).count() as u64
            }
            _ => 0,
        };
        let left_out = match &body {
            Some(Body::CountWithout(it)) => self.left_out_by(it, ABOUT_MAX)?,
            _ => (0, Vec::new()),
        };
        let is_answered = record.kind == Kind::Hide.number() && !self.is_unanswered(record.n)?;
        let about: Result<Vec<TargetRow>, _> = about
            .iter()
            .take(ABOUT_MAX)
            .map(|id| self.target(*id, None))
            .collect();
        Ok(MinuteRow {
            said: self.said(record, None)?,
            kind: record.kind,
            about: about?,
            person: person.map(|key| self.person_of_key(&key)).transpose()?,
            reason: self.reason_words(record)?,
            appeals: self.appeals(record.n)?,
            changes,
            doors_closed,
            is_answered,
            left_out,
            verdict: self.verdict(record)?,
        })
    }

    /// What acts of hiding named, in their order; an act that is not here stands for itself.
    fn hidden_by(&self, hides: &[OperationId]) -> Result<Vec<OperationId>, StoreFault> {
        let mut about: Vec<OperationId> = Vec::new();
        for id in hides {
            let named = match self.record_of(*id)?.and_then(|it| it.said()) {
                Some(Ok(Body::Hide(hide))) => hide.targets,
                Some(_) | None => vec![*id],
            };
            let new: Vec<_> = named.into_iter().filter(|it| !about.contains(it)).collect();
            about.extend(new);
        }
        Ok(about)
    }

    /// What a law changes in the one it follows; nothing while that one is not here.
    fn law_changes(&self, parent: OperationId, law: &Law) -> Result<Vec<LawChange>, StoreFault> {
        let before = match self.record_of(parent)?.and_then(|it| it.said()) {
            Some(Ok(Body::Founding(it))) => it.law,
            Some(Ok(Body::Resolution(it))) => it.law,
            Some(_) | None => return Ok(Vec::new()),
        };
        let mut changes = Vec::new();
        for office in &law.offices {
            if !before.offices.contains(office) {
                changes.push(LawChange::Granted {
                    office: office.kind,
                    holder: self.person_of_key(&office.holder)?,
                    end: office.end,
                });
            }
        }
        for office in &before.offices {
            let is_held = law.offices.iter().any(|it| {
                it.kind == office.kind && it.holder == office.holder && it.scope == office.scope
            });
            if !is_held {
                changes.push(LawChange::Recalled {
                    office: office.kind,
                    holder: self.person_of_key(&office.holder)?,
                });
            }
        }
        for key in law.roll.iter().filter(|it| !before.roll.contains(it)) {
            changes.push(LawChange::KeeperAdded(self.person_of_key(key)?));
        }
        for key in before.roll.iter().filter(|it| !law.roll.contains(it)) {
            changes.push(LawChange::KeeperGone(self.person_of_key(key)?));
        }
        if law.roll_end != before.roll_end {
            changes.push(LawChange::KeptUntil(law.roll_end));
        }
        if law.admission != before.admission {
            changes.push(LawChange::Admission(law.admission));
        }
        if law.licence != before.licence {
            changes.push(LawChange::Licence(law.licence.clone()));
        }
        if law.charter != before.charter {
            changes.push(LawChange::Charter);
        }
        Ok(changes)
    }

    /// Acts that hid or emptied something of a person, which nobody undid and they have not
    /// answered, the latest first: each with what it took out of sight. Of the latest 200 such
    /// acts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn acts_against(&self, person: Key) -> Result<Vec<(OperationId, TargetRow)>, StoreFault> {
        // The range is that of an index; the kinds are among it.
        const ACTS: &str = "SELECT n FROM operation
            WHERE (kind BETWEEN 200 AND 202 OR kind = 301 OR kind = 404
            OR kind BETWEEN 406 AND 407 OR kind BETWEEN 570 AND 571 OR kind BETWEEN 573 AND 575)
            AND kind IN (301, 570) ORDER BY time DESC, counter DESC, id DESC LIMIT ?1";
        const ANSWERED: &str = "SELECT 1 FROM reference
            JOIN operation ON operation.n = reference.source
            JOIN person_key ON person_key.key = operation.key
            WHERE reference.target = ?1 AND reference.kind = 572 AND person_key.person = ?2";
        let Some(person) = self.person_number(&person)? else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for n in self.database().numbers(ACTS, [ACTS_ABOUT_MAX])? {
            let Some(record) = self.record(n)? else {
                continue;
            };
            let targets = match record.said() {
                Some(Ok(Body::Hide(it))) if self.is_unanswered(n)? => it.targets,
                Some(Ok(Body::ModeratorErase(it))) => it.targets,
                Some(_) | None => continue,
            };
            if self.verdict(&record)? != Verdict::Accepted
                || self
                    .database()
                    .value::<i64>(ANSWERED, (n, person))?
                    .is_some()
            {
                continue;
            }
            for id in targets {
                if let Some(about) = self.record_of(id)?
                    && self.person_behind(about.key)? == person
                {
                    found.push((record.id, self.target_of(&about)?));
                }
            }
        }
        Ok(found)
    }

    fn appeals(&self, n: i64) -> Result<Vec<(PersonRef, Words)>, StoreFault> {
        const APPEALS: &str = "SELECT operation.n FROM reference
            JOIN operation ON operation.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 572
            ORDER BY operation.time, operation.id LIMIT 64";
        let mut rows = Vec::new();
        for n in self.database().numbers(APPEALS, [n])? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::Appeal(appeal)) = &entry.body
            {
                rows.push((entry.said.by.clone(), entry.text(&appeal.text)));
            }
        }
        Ok(rows)
    }
}

/// What an act is about: things, and a person.
fn named(body: &Body) -> (Vec<OperationId>, Option<Key>) {
    match body {
        Body::Assent(it) => (vec![it.resolution], None),
        Body::Resolution(it) => (vec![it.parent], None),
        Body::ModeratorErase(it) => (it.targets.clone(), None),
        Body::Hide(it) => (it.targets.clone(), None),
        Body::Hold(it) => (vec![it.target], None),
        Body::Closing(it) => (vec![it.of], None),
        Body::CountWithout(it) => (it.of.into_iter().collect(), None),
        Body::Admit(it) => (it.names.clone(), Some(it.person)),
        Body::Removal(it) => (Vec::new(), Some(it.person)),
        _ => (Vec::new(), None),
    }
}
