//! Votes by the thing their claims are put under: all that an opinion map is computed from.

use std::sync::PoisonError;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Choice;
use rusqlite::Row;

use crate::database::{as_u64, id_at, key_at};
use crate::fault::StoreFault;
use crate::fold::choice_of;
use crate::query::{BallotClaim, BallotRow, Ballots, MapRow, PastVote, VotedRow};
use crate::reader::Reader;

/// Things with claims under them that are listed, at most. Chosen by us: what one page can show.
const MAPS_MAX: i64 = 1_000;
/// Votes of one map whose times are read, at most. Chosen by us: 32 MB in memory.
const PAST_VOTES_MAX: i64 = 1_000_000;

impl Reader {
    /// The claims under a question or dialogue, or (with none) under nothing, in no order that
    /// means anything.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn ballot_claims(
        &self,
        under: Option<OperationId>,
    ) -> Result<Vec<BallotClaim>, StoreFault> {
        const CLAIMS: &str = "SELECT operation.id, claim.n, claim.gap, EXISTS (
                SELECT 1 FROM reference WHERE reference.target = claim.n
                    AND reference.kind IN (104, 301, 550, 570))
            FROM claim JOIN operation ON operation.n = claim.n
            WHERE claim.under = ?1 AND claim.twin = 0";
        let claim = |row: &Row<'_>| {
            let out: (bool, bool) = (row.get(2)?, row.get(3)?);
            let number: i64 = row.get(1)?;
            Ok((id_at(row, 0)?, number, out))
        };
        let under = self.under(under)?;
        let mut claims = Vec::new();
        for (id, number, (is_emptied, is_marked)) in self.database().all(CLAIMS, [under], claim)? {
            let is_out = is_emptied || (is_marked && !self.may_be_voted_on(number)?);
            claims.push(BallotClaim {
                id,
                number,
                is_shown: !is_out,
            });
        }
        Ok(claims)
    }

    /// The votes that count now on the claims under a question or dialogue, or (with none) on
    /// those under nothing; in no order that means anything, read in one pass.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn ballots(&self, under: Option<OperationId>) -> Result<Ballots, StoreFault> {
        const VOTES: &str = "SELECT vote.claim, vote.person, vote.choice, vote.class
            FROM claim CROSS JOIN vote ON vote.claim = claim.n
            WHERE claim.under = ?1 AND claim.twin = 0
            AND vote.standing = 2 AND vote.is_withdrawn = 0";
        const PEOPLE: &str = "SELECT n, key FROM key WHERE n IN (
            SELECT vote.person FROM claim CROSS JOIN vote ON vote.claim = claim.n
            WHERE claim.under = ?1 AND claim.twin = 0)";
        let claims = self.ballot_claims(under)?;
        let under = self.under(under)?;
        let people = self.database().all(PEOPLE, [under], |row| {
            Ok((row.get::<_, i64>(0)?, key_at(row, 1)?))
        })?;
        let votes = self.database().all(VOTES, [under], ballot_row)?;
        Ok(Ballots {
            version: self.version()?,
            claims,
            people,
            votes,
        })
    }

    /// The votes of the whole commons that may be others than at an earlier version, as they
    /// count now; none where it is not known any more which those are.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn voted_since(&self, version: u64) -> Result<Option<Vec<VotedRow>>, StoreFault> {
        const NOW: &str = "SELECT choice, class FROM vote WHERE claim = ?1 AND person = ?2
            AND standing = 2 AND is_withdrawn = 0";
        const KEY: &str = "SELECT key FROM key WHERE n = ?1";
        let now = self.version()?;
        let journal = self.inner.voted.lock();
        let changed = journal
            .unwrap_or_else(PoisonError::into_inner)
            .between(version, now);
        let Some(changed) = changed else {
            return Ok(None);
        };
        let mut rows = Vec::with_capacity(changed.len());
        for (claim, person) in changed {
            let vote = self.database().one(NOW, (claim, person), |row| {
                Ok((choice_of(row.get(0)?), row.get::<_, i64>(1)? == 0))
            })?;
            let key = self.database().one(KEY, [person], |row| key_at(row, 0))?;
            rows.extend(key.map(|key| VotedRow {
                claim,
                person,
                key,
                vote,
            }));
        }
        Ok(Some(rows))
    }

    /// The votes that count now on one claim, by its number.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn voted_on(&self, claim: i64) -> Result<Vec<VotedRow>, StoreFault> {
        const ON: &str = "SELECT vote.person, key.key, vote.choice, vote.class FROM vote
            JOIN key ON key.n = vote.person
            WHERE vote.claim = ?1 AND vote.standing = 2 AND vote.is_withdrawn = 0";
        self.database().all(ON, [claim], |row| {
            Ok(VotedRow {
                claim,
                person: row.get(0)?,
                key: key_at(row, 1)?,
                vote: Some((choice_of(row.get(2)?), row.get::<_, i64>(3)? == 0)),
            })
        })
    }

    /// One person's votes that count now on the claims under a thing, as claim and choice; those
    /// of a newcomer too.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn ballot_of(
        &self,
        under: Option<OperationId>,
        person: Key,
    ) -> Result<Vec<(OperationId, Choice)>, StoreFault> {
        const OWN: &str = "SELECT operation.id, vote.choice FROM claim
            JOIN vote ON vote.claim = claim.n AND vote.person = ?2
            JOIN operation ON operation.n = claim.n
            WHERE claim.under = ?1 AND claim.twin = 0
            AND vote.standing = 2 AND vote.is_withdrawn = 0";
        let Some(person) = self.person_number(&person)? else {
            return Ok(Vec::new());
        };
        let under = self.under(under)?;
        self.database().all(OWN, (under, person), |row| {
            Ok((id_at(row, 0)?, choice_of(row.get(1)?)))
        })
    }

    /// Whether somebody has a vote that counts on the claims under a thing; a newcomer's does too.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn has_voted_under(
        &self,
        under: Option<OperationId>,
        person: Key,
    ) -> Result<bool, StoreFault> {
        Ok(!self.ballot_of(under, person)?.is_empty())
    }

    /// When each member first voted on the claims under a thing (claimed seconds), by key; votes
    /// taken back are not looked at. The first is the one with the lowest counter, of equal ones
    /// that with the lowest end of its id, so that one operation is looked at for each member.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn first_votes(&self, under: Option<OperationId>) -> Result<Vec<(Key, u64)>, StoreFault> {
        const FIRST: &str = "SELECT key.key, operation.time FROM (
                SELECT vote.person AS person, vote.n AS n,
                    min((vote.counter << 20) | (vote.tie & 1048575))
                FROM claim CROSS JOIN vote ON vote.claim = claim.n
                WHERE claim.under = ?1 AND claim.twin = 0 AND vote.class = 0
                AND vote.is_withdrawn = 0 GROUP BY vote.person) AS first
            JOIN operation ON operation.n = first.n
            JOIN key ON key.n = first.person";
        let under = self.under(under)?;
        let mut first = self.database().all(FIRST, [under], |row| {
            Ok((key_at(row, 0)?, as_u64(row.get(1)?)))
        })?;
        first.sort_unstable();
        Ok(first)
    }

    /// All votes of members on the claims under a thing that were not taken back, those replaced
    /// since among them, with their claimed times, oldest first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn past_votes(&self, under: Option<OperationId>) -> Result<Vec<PastVote>, StoreFault> {
        const PAST: &str = "SELECT vote.claim, vote.person, vote.choice, operation.time
            FROM claim CROSS JOIN vote ON vote.claim = claim.n
            JOIN operation ON operation.n = vote.n
            WHERE claim.under = ?1 AND claim.twin = 0 AND vote.class = 0
            AND vote.is_withdrawn = 0
            ORDER BY operation.time, vote.counter, vote.tie LIMIT ?2";
        let under = self.under(under)?;
        self.database().all(PAST, (under, PAST_VOTES_MAX), |row| {
            Ok(PastVote {
                claim: row.get(0)?,
                person: row.get(1)?,
                choice: choice_of(row.get(2)?),
                time: as_u64(row.get(3)?),
            })
        })
    }

    /// What has claims under it, with how many people voted there: the opinion maps there are;
    /// most votes first, then by id, what hangs on nothing last.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn maps(&self) -> Result<Vec<MapRow>, StoreFault> {
        const MAPS: &str = "SELECT claim.under, count(DISTINCT claim.n), count(vote.n),
                count(DISTINCT vote.person)
            FROM claim LEFT JOIN vote ON vote.claim = claim.n AND vote.class = 0
                AND vote.standing = 2 AND vote.is_withdrawn = 0
            WHERE claim.twin = 0 AND claim.gap = 0
            GROUP BY claim.under ORDER BY claim.under = 0, count(vote.n) DESC LIMIT ?1";
        let counted = self.database().all(MAPS, [MAPS_MAX], |row| {
            let counts: (i64, i64, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
            Ok((row.get::<_, i64>(0)?, counts))
        })?;
        let mut rows = Vec::new();
        for (under, (claims, votes, people)) in counted {
            let of = match under {
                0 => None,
                n => crate::names::id_of(self.database(), n)?,
            };
            let of = of.map(|id| self.target(id, None)).transpose()?;
            rows.push(MapRow {
                of,
                claims: as_u64(claims),
                votes: as_u64(votes),
                people: as_u64(people),
            });
        }
        rows.sort_by_key(|it| {
            let id = it.of.as_ref().map(|of| of.id);
            (id.is_none(), std::cmp::Reverse(it.votes), id)
        });
        Ok(rows)
    }

    /// Claims with their words as a list shows them, by id; those that are not here are left out.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn claims_named(
        &self,
        ids: &[OperationId],
    ) -> Result<Vec<crate::query::ClaimRow>, StoreFault> {
        let mut rows = Vec::new();
        for id in ids {
            rows.extend(self.claim_listed(*id)?);
        }
        Ok(rows)
    }

    fn under(&self, id: Option<OperationId>) -> Result<i64, StoreFault> {
        match id {
            Some(id) => Ok(self.number(id)?.unwrap_or(-1)),
            None => Ok(0),
        }
    }
}

fn ballot_row(row: &Row<'_>) -> rusqlite::Result<BallotRow> {
    Ok(BallotRow {
        claim: row.get(0)?,
        person: row.get(1)?,
        choice: choice_of(row.get(2)?),
        is_counted: row.get::<_, i64>(3)? == 0,
    })
}
