//! Moves: what a voice does to a target, what was disputed, which questions are open.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind, Move};
use polylogue_core::text::Text;

use crate::database::id_at;
use crate::fault::StoreFault;
use crate::query::said::{Entry, words};
use crate::query::target::not_here;
use crate::query::{AnswerRow, DisputeRow, MoveFilter, MoveRow, Page, PersonRef, Words};
use crate::reader::Reader;

impl Reader {
    /// Moves that fit a filter, latest claimed time first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn moves(&self, filter: &MoveFilter, page: Page) -> Result<Vec<MoveRow>, StoreFault> {
        let (sql, values) = self.moves_asked(filter, page)?;
        let numbers = self
            .database()
            .numbers(&sql, rusqlite::params_from_iter(values))?;
        self.move_rows(&numbers)
    }

    /// The statement that a filter asks, and the values in it.
    fn moves_asked(
        &self,
        filter: &MoveFilter,
        page: Page,
    ) -> Result<(String, Vec<i64>), StoreFault> {
        let mut wheres = Vec::new();
        let mut values: Vec<i64> = vec![page.rows(), page.skipped()];
        let mut ask = |column: &str, value: i64| {
            values.push(value);
            wheres.push(format!("{column} = ?{}", values.len()));
        };
        let ids = [
            ("dialogue", filter.dialogue),
            ("perspective", filter.perspective),
        ];
        for (column, id) in ids {
            if let Some(id) = id {
                ask(column, self.number(id)?.unwrap_or(-1));
            }
        }
        if let Some(key) = filter.by {
            ask("person", self.person_number(&key)?.unwrap_or(-1));
        }
        if let Some(kind) = filter.kind {
            ask("kind", i64::from(kind));
        }
        // Partial indexes are used only where the query says what they hold.
        wheres.extend(filter.dialogue.map(|_| "dialogue > 0".to_owned()));
        wheres.extend(filter.perspective.map(|_| "perspective > 0".to_owned()));
        if let Some(target) = filter.target {
            values.push(self.number(target)?.unwrap_or(-1));
            wheres.push(format!(
                "n IN (SELECT source FROM reference WHERE target = ?{} AND kind = 540)",
                values.len()
            ));
        }
        let wheres = if wheres.is_empty() {
            "1".to_owned()
        } else {
            wheres.join(" AND ")
        };
        let sql = format!(
            "SELECT n FROM move WHERE {wheres}
             ORDER BY time DESC, counter DESC, tie DESC LIMIT ?1 OFFSET ?2"
        );
        Ok((sql, values))
    }

    /// One move, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn move_(&self, id: OperationId) -> Result<Option<MoveRow>, StoreFault> {
        self.entry(id, Kind::Move)?
            .map(|entry| self.move_row(entry))
            .transpose()
    }

    /// Moves that ask or leave open and have no answer, offered or accepted; latest first. To say
    /// that a question is left open is not to ask another.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn open_questions(&self, page: Page) -> Result<Vec<MoveRow>, StoreFault> {
        const OPEN: &str = "SELECT n FROM move WHERE is_open = 1
            AND NOT (kind = 21 AND EXISTS (SELECT 1 FROM move AS asked
                WHERE asked.n = move.target AND asked.kind IN (19, 21, 22)))
            ORDER BY time DESC, counter DESC, tie DESC LIMIT ?1 OFFSET ?2";
        let numbers = self
            .database()
            .numbers(OPEN, (page.rows(), page.skipped()))?;
        self.move_rows(&numbers)
    }

    /// Moves as [`Reader::open_questions`], the longest waiting first: all, or those of one
    /// dialogue.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn waiting_questions(
        &self,
        dialogue: Option<OperationId>,
        page: Page,
    ) -> Result<Vec<MoveRow>, StoreFault> {
        const WAITING: &str = "SELECT n FROM move WHERE is_open = 1
            AND NOT (kind = 21 AND EXISTS (SELECT 1 FROM move AS asked
                WHERE asked.n = move.target AND asked.kind IN (19, 21, 22)))
            ORDER BY time, counter, tie LIMIT ?1 OFFSET ?2";
        const IN_DIALOGUE: &str = "SELECT n FROM move WHERE is_open = 1 AND dialogue = ?3
            AND NOT (kind = 21 AND EXISTS (SELECT 1 FROM move AS asked
                WHERE asked.n = move.target AND asked.kind IN (19, 21, 22)))
            ORDER BY time, counter, tie LIMIT ?1 OFFSET ?2";
        let (rows, skipped) = (page.rows(), page.skipped());
        let numbers = match dialogue {
            None => self.database().numbers(WAITING, (rows, skipped))?,
            Some(id) => {
                let asked = (rows, skipped, self.number(id)?.unwrap_or(-1));
                self.database().numbers(IN_DIALOGUE, asked)?
            }
        };
        self.move_rows(&numbers)
    }

    /// How many moves ask or leave open and have no answer.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn count_open_questions(&self) -> Result<u64, StoreFault> {
        const OPEN: &str = "SELECT count(*) FROM move WHERE is_open = 1
            AND NOT (kind = 21 AND EXISTS (SELECT 1 FROM move AS asked
                WHERE asked.n = move.target AND asked.kind IN (19, 21, 22)))";
        self.database().count(OPEN, [])
    }

    /// Moves about a thing, a passage of it, or made by its words, in order of claimed time.
    pub(crate) fn moves_on(&self, n: i64) -> Result<Vec<MoveRow>, StoreFault> {
        const ON: &str = "SELECT move.n FROM reference JOIN move ON move.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 540
            AND (move.target = ?1 OR move.found_in = ?1)
            ORDER BY move.time, move.counter, move.tie LIMIT 200";
        let numbers = self.database().numbers(ON, [n])?;
        self.move_rows(&numbers)
    }

    pub(super) fn move_rows(&self, numbers: &[i64]) -> Result<Vec<MoveRow>, StoreFault> {
        let mut rows = Vec::with_capacity(numbers.len());
        for n in numbers {
            if let Some(entry) = self.entry_at(*n)? {
                rows.push(self.move_row(entry)?);
            }
        }
        Ok(rows)
    }

    fn move_row(&self, entry: Entry) -> Result<MoveRow, StoreFault> {
        let n = entry.record.n;
        let said = match &entry.body {
            Some(Body::Move(said)) => Some(said),
            Some(_) | None => None,
        };
        let text = |of: fn(&Move) -> Option<&Text>| -> Option<Words> {
            said.filter(|_| entry.may_read).and_then(of).map(words)
        };
        let target = match said {
            Some(said) => self.target(said.target.id, said.target.passage.as_ref())?,
            None => not_here(entry.record.id),
        };
        let found_in = said.and_then(|it| it.found_in.as_ref());
        Ok(MoveRow {
            kind: said.map_or(0, |it| it.kind),
            target,
            perspective: said.and_then(|it| it.perspective),
            voice: said.map_or(polylogue_core::kind::Voice::Oneself, |it| it.voice),
            found_in: found_in.map(|it| self.passage(it)).transpose()?,
            reason: text(|it| it.reason.as_ref()),
            object: text(|it| it.object.as_ref()),
            condition: text(|it| it.condition.as_ref()),
            from: text(|it| it.from.as_ref()),
            to: text(|it| it.to.as_ref()),
            disputes: self.disputes(n)?,
            answers: self.answers(n)?,
            said: entry.said,
        })
    }

    fn disputes(&self, n: i64) -> Result<Vec<DisputeRow>, StoreFault> {
        const DISPUTES: &str = "SELECT source FROM reference WHERE target = ?1 AND kind = 551";
        let mut rows = Vec::new();
        for source in self.database().numbers(DISPUTES, [n])? {
            if let Some(entry) = self.entry_at(source)?
                && let Some(Body::Dispute(it)) = &entry.body
            {
                rows.push(DisputeRow {
                    reason: entry.text(&it.reason),
                    said: entry.said,
                });
            }
        }
        rows.sort_by_key(|it| (it.said.time, it.said.id));
        Ok(rows)
    }

    /// Answers offered by moves and turns, and who accepted which.
    fn answers(&self, n: i64) -> Result<Vec<AnswerRow>, StoreFault> {
        const OFFERED: &str = "SELECT operation.id FROM move
            JOIN operation ON operation.n = move.n WHERE move.target = ?1 AND move.kind = 20
            ORDER BY move.time, move.counter, move.tie LIMIT 64";
        let mut answers: Vec<AnswerRow> = self.database().all(OFFERED, [n], |row| {
            Ok(AnswerRow {
                id: id_at(row, 0)?,
                accepted_by: Vec::new(),
            })
        })?;
        const ACCEPTED: &str = "SELECT source FROM reference WHERE target = ?1 AND kind = 541";
        for source in self.database().numbers(ACCEPTED, [n])? {
            let Some(entry) = self.entry_at(source)? else {
                continue;
            };
            let Some(Body::Accept(accept)) = &entry.body else {
                continue;
            };
            if self.number(accept.question)? != Some(n) {
                continue;
            }
            let by: PersonRef = entry.said.by.clone();
            match answers.iter_mut().find(|it| it.id == accept.answer) {
                Some(answer) => answer.accepted_by.push(by),
                None => answers.push(AnswerRow {
                    id: accept.answer,
                    accepted_by: vec![by],
                }),
            }
        }
        answers
            .iter_mut()
            .for_each(|it| it.accepted_by.sort_by_key(|by| by.key));
        Ok(answers)
    }
}

#[cfg(test)]
mod tests {
    use polylogue_core::header::Draft;
    use polylogue_core::id::{Hash, Key};
    use polylogue_core::kind::{Admission, Founding, Law, RowsOfPeople, Template};
    use polylogue_core::operation::Operation;
    use polylogue_core::signature::SigningKey;

    use super::*;
    use crate::Store;

    fn store(folder: &std::path::Path) -> Store {
        let signing = SigningKey::from([7; 32]);
        let text = |words: &str| Text::new(words, "en");
        let law = Law {
            charter: text("Be fair."),
            licence: "CC0-1.0".to_owned(),
            language: "en".to_owned(),
            admission: Admission::Open,
            roll: vec![Key::of(&signing)],
            threshold: 1,
            roll_end: 2_000_000_000,
            offices: vec![],
            read_secret: Hash([5; 32]),
            erase_delay_days: 7,
            quota: 1_000,
            rows: RowsOfPeople::StayHere,
        };
        let founding = Founding {
            rules: 1,
            title: text("A test"),
            question: text("What holds?"),
            template: Template::Blank,
            law,
        };
        let draft = Draft {
            commons: OperationId([42; 32]),
            standing: None,
            act: None,
            previous: vec![],
            counter: 1,
            time: 1_700_000_000,
        };
        let founding = Operation::sign(&draft, &founding.into(), [0; 16], &signing);
        let founding = founding.expect("a valid founding");
        Store::create(&folder.join("store.sqlite"), &founding).expect("a new store")
    }

    /// Every combination of what can be asked: each step that reads moves goes by an index, and
    /// without a filter they come in order, unsorted.
    #[test]
    fn no_filter_reads_all_moves() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = store(folder.path());
        let reader = store.reader().expect("a working disk");
        let id = store.commons();
        for asked in 0..1_u32 << 5 {
            let is_asked = |bit: u32| asked & (1 << bit) != 0;
            let filter = MoveFilter {
                dialogue: is_asked(0).then_some(id),
                perspective: is_asked(1).then_some(id),
                by: is_asked(2).then_some(store.founding().header().key),
                kind: is_asked(3).then_some(9),
                target: is_asked(4).then_some(id),
            };
            let page = Page::first(20);
            let (sql, values) = reader.moves_asked(&filter, page).expect("a working disk");
            let explained = format!("EXPLAIN QUERY PLAN {sql}");
            let values = rusqlite::params_from_iter(values);
            let steps: Vec<String> = reader
                .database()
                .all(&explained, values, |row| row.get(3))
                .expect("a plan");
            let of_moves: Vec<&String> = steps
                .iter()
                .filter(|it| it.split(' ').nth(1) == Some("move"))
                .collect();
            assert_eq!(of_moves.len(), 1, "{filter:?}: {steps:?}");
            let is_in_order = of_moves[0].ends_with(" INDEX move_time")
                && !steps.iter().any(|it| it.contains("TEMP B-TREE"));
            let is_looked_up = of_moves[0].starts_with("SEARCH move USING ");
            let is_good = if asked == 0 {
                is_in_order
            } else {
                is_looked_up
            };
            assert!(is_good, "{filter:?}: {steps:?}");
            assert!(
                !steps.iter().any(|it| it.starts_with("SCAN reference")),
                "{filter:?}: {steps:?}"
            );
        }
    }
}
