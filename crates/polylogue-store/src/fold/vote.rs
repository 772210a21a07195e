//! Votes: every one is kept; of a person's votes on a claim the one that nothing replaces counts,
//! of several the highest by (counter, id). Tallies are whole numbers, changed by differences.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::kind::{Choice, Matters, Vote};
use polylogue_core::verdict::Verdict;
use rusqlite::Row;

use super::{Folding, Record};
use crate::database::{Database, Statement, tie_of};
use crate::fault::StoreFault;
use crate::journal::CHANGES_MAX;

/// A change of one claim's tally: agree, disagree, pass, matters of members, then of newcomers,
/// then how many votes count in all.
pub(super) type Delta = [i64; 9];

/// Choices as numbers in a row. Frozen within schema 1.
pub(crate) fn choice_code(choice: Choice) -> i64 {
    match choice {
        Choice::Agree => 0,
        Choice::Disagree => 1,
        Choice::Pass => 2,
    }
}

/// The choice of a number in a row.
pub(crate) fn choice_of(code: i64) -> Choice {
    match code {
        0 => Choice::Agree,
        1 => Choice::Disagree,
        _ => Choice::Pass,
    }
}

#[derive(Debug, Clone, Copy)]
struct VoteRow {
    n: i64,
    counter: i64,
    tie: i64,
    choice: i64,
    matters: i64,
    class: i64,
    is_withdrawn: bool,
    standing: i64,
}

impl VoteRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            n: row.get(0)?,
            counter: row.get(1)?,
            tie: row.get(2)?,
            choice: row.get(3)?,
            matters: row.get(4)?,
            class: row.get(5)?,
            is_withdrawn: row.get(6)?,
            standing: row.get(7)?,
        })
    }

    /// What it adds to the tally at a standing.
    fn weight(&self, standing: i64) -> Delta {
        let mut delta = [0; 9];
        if standing == 2 && !self.is_withdrawn {
            let group = if self.class == 0 { 0 } else { 4 };
            let place = usize::try_from(self.choice).map_or(2, |it| it.min(2));
            delta[group + place] = 1;
            delta[group + 3] = self.matters;
            delta[8] = 1;
        }
        delta
    }
}

const INSERT: &str = "INSERT INTO vote (n, claim, person, counter, tie, choice, matters,
    class, has_reason, is_withdrawn, standing)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

const HAS_VOTED: &str = "SELECT 1 FROM vote WHERE claim = ?1 AND person = ?2";

const OTHERS: &str = "SELECT n, counter, tie, choice, matters, class, is_withdrawn, standing
    FROM vote WHERE claim = ?1 AND person = ?2";

/// What every vote asks and writes.
pub(super) struct Statements<'database> {
    has_voted: Statement<'database>,
    insert: Statement<'database>,
}

impl<'database> Statements<'database> {
    pub(super) fn prepare(database: &'database Database) -> Result<Self, StoreFault> {
        Ok(Self {
            has_voted: database.statement(HAS_VOTED)?,
            insert: database.statement(INSERT)?,
        })
    }
}

impl Folding<'_> {
    pub(super) fn apply_vote(
        &mut self,
        record: &Record,
        vote: &Vote,
        verdict: Verdict,
    ) -> Result<(), StoreFault> {
        let claim = self.names.number(self.database, vote.claim)?;
        let person = self.names.person(record.key);
        self.write_replaces(record.n, &vote.replaces)?;
        let has_others = self.statements.has_voted.any((claim, person))?;
        let row = VoteRow {
            n: record.n,
            counter: record.counter,
            tie: tie_of(&record.id.0),
            choice: choice_code(vote.choice),
            matters: i64::from(vote.matters == Matters::Yes),
            class: i64::from(verdict != Verdict::Accepted),
            is_withdrawn: self.is_withdrawn(record.n, person)?,
            standing: if has_others { 0 } else { 2 },
        };
        self.statements.insert.write((
            row.n,
            claim,
            person,
            row.counter,
            row.tie,
            row.choice,
            row.matters,
            row.class,
            vote.reason.is_some(),
            row.is_withdrawn,
            row.standing,
        ))?;
        self.add_to_tally(claim, row.weight(row.standing), 1);
        self.note_voted(claim, person);
        if has_others {
            self.revoted.insert((claim, person));
        }
        Ok(())
    }

    pub(super) fn unapply_vote(&mut self, n: i64) -> Result<(), StoreFault> {
        const FIND: &str = "SELECT n, counter, tie, choice, matters, class, is_withdrawn, standing,
            claim, person FROM vote WHERE n = ?1";
        let found = self.database.one(FIND, [n], |row| {
            Ok((
                VoteRow::read(row)?,
                row.get::<_, i64>(8)?,
                row.get::<_, i64>(9)?,
            ))
        })?;
        let Some((row, claim, person)) = found else {
            return Ok(());
        };
        self.database.write("DELETE FROM vote WHERE n = ?1", [n])?;
        self.database
            .write("DELETE FROM replaces WHERE n = ?1", [n])?;
        self.add_to_tally(claim, row.weight(row.standing), -1);
        self.note_voted(claim, person);
        self.revoted.insert((claim, person));
        Ok(())
    }

    /// Says again which votes count of those who voted more than once in this transaction.
    pub(super) fn flush_votes(&mut self) -> Result<(), StoreFault> {
        for (claim, person) in std::mem::take(&mut self.revoted) {
            self.recount(claim, person)?;
        }
        Ok(())
    }

    /// Says again which of a person's votes on a claim counts.
    fn recount(&mut self, claim: i64, person: i64) -> Result<(), StoreFault> {
        let rows = self.database.all(OTHERS, (claim, person), VoteRow::read)?;
        let places = rows.iter().map(|it| Place {
            n: it.n,
            order: (0, it.counter, it.tie),
        });
        let standings = standings(self.database, &places.collect::<Vec<_>>())?;
        for row in rows {
            let standing = standings.get(&row.n).copied().unwrap_or(0);
            if standing != row.standing {
                const UPDATE: &str = "UPDATE vote SET standing = ?2 WHERE n = ?1";
                self.database.write(UPDATE, (row.n, standing))?;
                self.note_voted(claim, person);
                self.add_to_tally(claim, row.weight(row.standing), -1);
                self.add_to_tally(claim, row.weight(standing), 1);
            }
        }
        Ok(())
    }

    /// Remembers that a person's vote on a claim may be another now.
    fn note_voted(&mut self, claim: i64, person: i64) {
        if let Some(voted) = &mut self.voted {
            if voted.len() > CHANGES_MAX {
                // So many that reading all is cheaper; one more says that they are too many.
                return;
            }
            voted.push((claim, person));
        }
    }

    fn add_to_tally(&mut self, claim: i64, weight: Delta, sign: i64) {
        let delta = self.tallies.entry(claim).or_default();
        delta
            .iter_mut()
            .zip(weight)
            .for_each(|(sum, it)| *sum += sign * it);
    }

    /// Writes the changes of tallies gathered in this transaction.
    pub(super) fn flush_tallies(&mut self) -> Result<(), StoreFault> {
        const ADD: &str = "INSERT INTO tally VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            ON CONFLICT (claim) DO UPDATE SET
            agree = agree + excluded.agree, disagree = disagree + excluded.disagree,
            pass = pass + excluded.pass, matters = matters + excluded.matters,
            newcomers_agree = newcomers_agree + excluded.newcomers_agree,
            newcomers_disagree = newcomers_disagree + excluded.newcomers_disagree,
            newcomers_pass = newcomers_pass + excluded.newcomers_pass,
            newcomers_matters = newcomers_matters + excluded.newcomers_matters,
            votes = votes + excluded.votes";
        for (claim, it) in std::mem::take(&mut self.tallies) {
            if it == Delta::default() {
                continue;
            }
            let row = (
                claim, it[0], it[1], it[2], it[3], it[4], it[5], it[6], it[7], it[8],
            );
            self.database.write(ADD, row)?;
            if it.iter().any(|change| *change < 0) {
                const CLEAN: &str = "DELETE FROM tally WHERE claim = ?1 AND votes = 0";
                self.database.write(CLEAN, [claim])?;
            }
        }
        Ok(())
    }
}

/// One write of a register, in its order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) n: i64,
    /// (rank, counter, beginning of the id).
    pub(super) order: (i64, i64, i64),
}

/// The standing of each write of one register: 0 replaced, 1 stands beside, 2 counts.
pub(super) fn standings(
    database: &Database,
    places: &[Place],
) -> Result<BTreeMap<i64, i64>, StoreFault> {
    let mut replaced = BTreeSet::new();
    if places.len() > 1 {
        const REPLACED: &str = "SELECT replaced FROM replaces WHERE n = ?1";
        for place in places {
            let named = database.numbers(REPLACED, [place.n])?;
            replaced.extend(named.into_iter().filter(|n| *n != place.n));
        }
    }
    let mut standing: Vec<Place> = places
        .iter()
        .filter(|it| !replaced.contains(&it.n))
        .copied()
        .collect();
    standing.sort_by_key(|it| it.order);
    let mut highest = standing.last().copied();
    let top_order = highest.map(|it| it.order);
    // Ids that begin alike are made on purpose; then the whole id decides.
    for place in standing.iter().filter(|it| Some(it.order) == top_order) {
        if let Some(top) = highest
            && top.n != place.n
            && crate::names::id_of(database, place.n)? > crate::names::id_of(database, top.n)?
        {
            highest = Some(*place);
        }
    }
    let mut result: BTreeMap<i64, i64> = places.iter().map(|it| (it.n, 0)).collect();
    for place in &standing {
        let counts = highest.is_some_and(|it| it.n == place.n);
        result.insert(place.n, if counts { 2 } else { 1 });
    }
    Ok(result)
}
