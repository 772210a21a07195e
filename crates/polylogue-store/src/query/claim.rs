//! Claims and votes.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Choice, Claim, Held, Kind, Matters};
use polylogue_core::text::Text;
use rusqlite::Row;

use crate::database::{Go, as_u64, id_at};
use crate::fault::StoreFault;
use crate::fold::{Register, choice_of};
use crate::query::said::{Entry, words};
use crate::query::{ClaimRow, MyVote, Page, Shown, Tally, VoteRow, VotingProgress};
use crate::reader::Reader;

/// Whether a row holds the passages a claim was lifted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lifted {
    Shown,
    LeftOut,
}

impl Reader {
    /// Claims in order of claimed time, then of their author's count, then id: all, or those
    /// under one question or dialogue.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn claims(
        &self,
        under: Option<OperationId>,
        page: Page,
    ) -> Result<Vec<ClaimRow>, StoreFault> {
        const UNDER: &str = "SELECT n FROM claim WHERE under = ?3 AND twin = 0
            ORDER BY time, counter, tie LIMIT ?1 OFFSET ?2";
        let numbers = match under {
            None => self.claims_in_order(page)?,
            Some(id) => {
                let under = self.number(id)?.unwrap_or(-1);
                self.database()
                    .numbers(UNDER, (page.rows(), page.skipped(), under))?
            }
        };
        let mut rows = Vec::new();
        for n in numbers {
            rows.extend(self.claim_at(n, self.me)?);
        }
        Ok(rows)
    }

    /// Claims in the order of [`Reader::claims`], as a list shows them: without the passages they
    /// were lifted from, for which the texts would have to be read.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn claims_listed(&self, page: Page) -> Result<Vec<ClaimRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.claims_in_order(page)? {
            if let Some(entry) = self.entry_at(n)? {
                rows.push(self.claim_row(entry, self.me, Lifted::LeftOut)?);
            }
        }
        Ok(rows)
    }

    /// One claim as a list shows it, if it counts.
    pub(super) fn claim_listed(&self, id: OperationId) -> Result<Option<ClaimRow>, StoreFault> {
        let entry = self.entry(id, Kind::Claim)?;
        entry
            .map(|it| self.claim_row(it, self.me, Lifted::LeftOut))
            .transpose()
    }

    fn claims_in_order(&self, page: Page) -> Result<Vec<i64>, StoreFault> {
        const ALL: &str = "SELECT n FROM claim WHERE twin = 0
            ORDER BY time, counter, tie LIMIT ?1 OFFSET ?2";
        self.database().numbers(ALL, (page.rows(), page.skipped()))
    }

    /// One claim, if it counts, with `me`'s own vote.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn claim(&self, id: OperationId, me: Option<Key>) -> Result<Option<ClaimRow>, StoreFault> {
        self.entry(id, Kind::Claim)?
            .map(|entry| self.claim_row(entry, me, Lifted::Shown))
            .transpose()
    }

    /// The claim a person should vote on next: not voted on by them, neither emptied, hidden nor
    /// taken back; fewest votes first, ties in order of id; under one question or dialogue, or
    /// anywhere.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn next_claim(
        &self,
        me: Key,
        under: Option<OperationId>,
    ) -> Result<Option<ClaimRow>, StoreFault> {
        // Claims nobody voted on have no tally.
        const FEWEST: &str = "SELECT claim.n FROM claim
            LEFT JOIN tally ON tally.claim = claim.n
            WHERE claim.twin = 0 AND claim.gap = 0 AND (?1 = 0 OR claim.under = ?1)
            ORDER BY coalesce(tally.votes, 0), claim.tie";
        const VOTED: &str = "SELECT 1 FROM vote WHERE claim = ?1 AND person = ?2
            AND standing = 2 AND is_withdrawn = 0";
        let person = self.person_number(&me)?.unwrap_or(-1);
        let under = match under {
            Some(id) => self.number(id)?.unwrap_or(-1),
            None => 0,
        };
        let mut next = None;
        self.database().each(FEWEST, [under], |row| {
            let claim: i64 = row.get(0)?;
            if self
                .database()
                .value::<i64>(VOTED, (claim, person))?
                .is_some()
                || !self.may_be_voted_on(claim)?
            {
                return Ok(Go::On);
            }
            next = Some(claim);
            Ok(Go::Stop)
        })?;
        match next {
            Some(n) => self.claim_at(n, Some(me)),
            None => Ok(None),
        }
    }

    /// Whether a claim stands: neither hidden, emptied nor taken back.
    pub(super) fn may_be_voted_on(&self, claim: i64) -> Result<bool, StoreFault> {
        let shown = match self.record(claim)? {
            Some(record) => self.shown(&record)?,
            None => return Ok(false),
        };
        Ok(matches!(shown, Shown::Whole | Shown::TextNotHere))
    }

    /// How many claims a person's vote counts on.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn claims_voted_by(&self, me: Key) -> Result<u64, StoreFault> {
        const VOTED: &str = "SELECT count(*) FROM claim WHERE twin = 0 AND gap = 0
            AND EXISTS (SELECT 1 FROM vote WHERE vote.claim = claim.n AND vote.person = ?1
                AND vote.standing = 2 AND vote.is_withdrawn = 0)";
        match self.person_number(&me)? {
            Some(person) => self.database().count(VOTED, [person]),
            None => Ok(0),
        }
    }

    /// How far a person is with voting, among the claims that can be voted on now.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn voting_progress(&self, me: Key) -> Result<VotingProgress, StoreFault> {
        const ALL: &str = "SELECT count(*) FROM claim WHERE twin = 0 AND gap = 0";
        // Only what something was done to can be out of sight.
        const MARKED: &str = "SELECT claim.n, EXISTS (
                SELECT 1 FROM vote WHERE vote.claim = claim.n AND vote.person = ?1
                AND vote.standing = 2 AND vote.is_withdrawn = 0)
            FROM claim WHERE twin = 0 AND gap = 0 AND EXISTS (
                SELECT 1 FROM reference WHERE reference.target = claim.n
                AND reference.kind IN (104, 301, 550, 570))";
        let person = self.person_number(&me)?.unwrap_or(-1);
        let mut progress = VotingProgress {
            claims: self.database().count(ALL, [])?,
            voted: self.claims_voted_by(me)?,
        };
        let marked = self.database().all(MARKED, [person], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?))
        })?;
        for (claim, is_voted_on) in marked {
            if !self.may_be_voted_on(claim)? {
                progress.claims = progress.claims.saturating_sub(1);
                let out = u64::from(is_voted_on);
                progress.voted = progress.voted.saturating_sub(out);
            }
        }
        Ok(progress)
    }

    /// The votes on a claim that count, those with a reason first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn votes(&self, claim: OperationId, page: Page) -> Result<Vec<VoteRow>, StoreFault> {
        const VOTES: &str = "SELECT n FROM vote WHERE claim = ?1 AND standing = 2
            AND is_withdrawn = 0 ORDER BY has_reason DESC, tie LIMIT ?2 OFFSET ?3";
        let Some(claim) = self.number(claim)? else {
            return Ok(Vec::new());
        };
        let mut rows = Vec::new();
        for n in self
            .database()
            .numbers(VOTES, (claim, page.rows(), page.skipped()))?
        {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::Vote(vote)) = &entry.body
            {
                let reason = vote.reason.as_ref().filter(|_| entry.may_read).map(words);
                let (choice, matters) = (vote.choice, vote.matters == Matters::Yes);
                rows.push(VoteRow {
                    choice,
                    matters,
                    reason,
                    said: entry.said,
                });
            }
        }
        Ok(rows)
    }

    pub(super) fn claim_at(&self, n: i64, me: Option<Key>) -> Result<Option<ClaimRow>, StoreFault> {
        self.entry_at(n)?
            .map(|entry| self.claim_row(entry, me, Lifted::Shown))
            .transpose()
    }

    fn claim_row(
        &self,
        entry: Entry,
        me: Option<Key>,
        lifted: Lifted,
    ) -> Result<ClaimRow, StoreFault> {
        let n = entry.record.n;
        let empty = empty_claim();
        let claim = match &entry.body {
            Some(Body::Claim(claim)) => claim,
            Some(_) | None => &empty,
        };
        let passages: Result<Vec<_>, _> = match entry.may_read && lifted == Lifted::Shown {
            true => claim.passages.iter().map(|it| self.passage(it)).collect(),
            false => Ok(Vec::new()),
        };
        let (tally, newcomers) = self.tallies(n)?;
        Ok(ClaimRow {
            text: entry.text(&claim.text),
            under: claim.under.map(|id| self.target(id, None)).transpose()?,
            passages: passages?,
            held_by: self.held_by(n, claim)?,
            tally,
            newcomers,
            mine: me.map(|key| self.my_vote(n, &key)).transpose()?.flatten(),
            lineage: self.lineage(n)?,
            said: entry.said,
        })
    }

    pub(super) fn tallies(&self, claim: i64) -> Result<(Tally, Tally), StoreFault> {
        const TALLY: &str = "SELECT agree, disagree, pass, matters, newcomers_agree,
            newcomers_disagree, newcomers_pass, newcomers_matters FROM tally WHERE claim = ?1";
        let tally = |row: &Row<'_>, at: usize| -> rusqlite::Result<Tally> {
            Ok(Tally {
                agree: as_u64(row.get(at)?),
                disagree: as_u64(row.get(at + 1)?),
                pass: as_u64(row.get(at + 2)?),
                matters: as_u64(row.get(at + 3)?),
            })
        };
        let read = |row: &Row<'_>| Ok((tally(row, 0)?, tally(row, 4)?));
        Ok(self
            .database()
            .one(TALLY, [claim], read)?
            .unwrap_or_default())
    }

    /// Who holds a claim: as its author said, then as voices of perspectives said later.
    pub(super) fn held_by(
        &self,
        n: i64,
        claim: &Claim,
    ) -> Result<Vec<(OperationId, Held)>, StoreFault> {
        let mut held: Vec<(OperationId, Held)> =
            claim.held_by.iter().map(|id| (*id, Held::Holds)).collect();
        const SAID: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND standing = 2 ORDER BY counter, tie";
        for write in self
            .database()
            .numbers(SAID, (n, Register::ClaimHeld.number()))?
        {
            let said = self.record(write)?.and_then(|it| it.said());
            if let Some(Ok(Body::ClaimHeld(it))) = said
                && !held.contains(&(it.perspective, it.held))
            {
                held.push((it.perspective, it.held));
            }
        }
        Ok(held)
    }

    /// A person's own vote on a claim, and what stands beside it.
    fn my_vote(&self, claim: i64, me: &Key) -> Result<Option<MyVote>, StoreFault> {
        const MINE: &str = "SELECT n, standing, choice FROM vote WHERE claim = ?1 AND person = ?2
            AND standing > 0 AND is_withdrawn = 0 ORDER BY standing DESC, counter DESC, tie";
        let Some(person) = self.person_number(me)? else {
            return Ok(None);
        };
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, choice_of(row.get(2)?)));
        let mut votes: Vec<(i64, i64, Choice)> =
            self.database().all(MINE, (claim, person), read)?;
        if votes.first().is_none_or(|(_, standing, _)| *standing != 2) {
            return Ok(None);
        }
        let (counts, _, choice) = votes.remove(0);
        let Some(entry) = self.entry_at(counts)? else {
            return Ok(None);
        };
        let (matters, reason) = match &entry.body {
            Some(Body::Vote(vote)) => (
                vote.matters == Matters::Yes,
                vote.reason.as_ref().map(words),
            ),
            Some(_) | None => (false, None),
        };
        let mut others = Vec::new();
        for (n, _, choice) in votes {
            const ID: &str = "SELECT id FROM operation WHERE n = ?1";
            let id = self.database().one(ID, [n], |row| id_at(row, 0))?;
            others.extend(id.map(|id| (id, choice)));
        }
        Ok(Some(MyVote {
            id: entry.record.id,
            choice,
            matters,
            reason,
            others,
        }))
    }
}

fn empty_claim() -> Claim {
    Claim {
        text: Text::new("", "und"),
        under: None,
        passages: Vec::new(),
        held_by: Vec::new(),
        brought_in: None,
    }
}
