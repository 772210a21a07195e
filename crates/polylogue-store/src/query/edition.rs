//! Editions, their signatures, and what bears on what an edition rests on.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Edition, Kind, SignedAs};
use polylogue_core::verdict::{Verdict, Wait};

use crate::database::id_at;
use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::{BroughtInRow, Page, Said, Words};
use crate::reader::Reader;

/// An edition that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionRow {
    /// Who made it, when.
    pub said: Said,
    /// What it says of itself.
    pub edition: Edition,
    /// The title of its document as it stands now; empty where it may not be read.
    pub title: Words,
}

/// What of an operation can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carries {
    /// It is not here, or does not count.
    Nothing,
    /// That it was, by whom and when: its words were emptied, hidden, or are not here.
    Place,
    /// All of it.
    Words,
}

/// Under what licence a turn stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licensed {
    /// What its author said (SPDX); empty: as the commons.
    pub licence: String,
    /// Where it was brought in from, if it was.
    pub brought_in: Option<BroughtInRow>,
}

/// A signature under an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureRow {
    /// Who signed, when.
    pub said: Said,
    /// As what.
    pub signed_as: SignedAs,
    /// A reservation, or what the signer says beside; may be empty.
    pub words: Words,
}

impl Reader {
    /// What was brought in from elsewhere, and what does not count, by id: of everything else its
    /// header says who said it.
    ///
    /// # Errors
    /// A failure of this machine.
    pub fn brought_in_or_not_accepted(&self) -> Result<Vec<OperationId>, StoreFault> {
        const SUCH: &str = "SELECT id FROM operation
            WHERE n IN (SELECT n FROM brought UNION SELECT n FROM verdict)";
        self.database().all(SUCH, [], |row| id_at(row, 0))
    }

    /// Editions, in order of claimed time: of one document, or of all.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn editions(
        &self,
        document: Option<OperationId>,
        page: Page,
    ) -> Result<Vec<EditionRow>, StoreFault> {
        const EDITIONS: &str = "SELECT n FROM thing WHERE kind = 700 AND twin = 0
            AND (place = ?1 OR ?1 = 0) ORDER BY time, counter, tie LIMIT ?2 OFFSET ?3";
        let document = match document {
            Some(id) => self.number(id)?.unwrap_or(-1),
            None => 0,
        };
        let asked = (document, page.rows(), page.skipped());
        let mut rows = Vec::new();
        for n in self.database().numbers(EDITIONS, asked)? {
            if let Some(record) = self.record(n)? {
                rows.extend(self.edition(record.id)?);
            }
        }
        Ok(rows)
    }

    /// One edition, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn edition(&self, id: OperationId) -> Result<Option<EditionRow>, StoreFault> {
        let Some(entry) = self.entry(id, Kind::Edition)? else {
            return Ok(None);
        };
        let Some(Body::Edition(edition)) = entry.body else {
            return Ok(None);
        };
        let document = self.document(edition.document)?;
        Ok(Some(EditionRow {
            title: document.map(|it| it.title).unwrap_or_default(),
            said: entry.said,
            edition,
        }))
    }

    /// Who signed an edition: the latest word of each person, in order of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn signatures(&self, edition: OperationId) -> Result<Vec<SignatureRow>, StoreFault> {
        const SIGNED: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND about = 0 AND standing = 2 LIMIT 10000";
        let Some(edition) = self.number(edition)? else {
            return Ok(Vec::new());
        };
        let asked = (edition, Register::EditionSign.number());
        let mut rows = Vec::new();
        for n in self.database().numbers(SIGNED, asked)? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::EditionSign(it)) = &entry.body
            {
                rows.push(SignatureRow {
                    signed_as: it.signed_as,
                    words: entry.text(&it.words),
                    said: entry.said,
                });
            }
        }
        rows.sort_by_key(|it| (it.said.time, it.said.id));
        Ok(rows)
    }

    /// Everything that keys, law, offices and memberships are judged from (kinds below 500), in
    /// order of (claimed time, id).
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn acts(&self) -> Result<Vec<OperationId>, StoreFault> {
        const ACTS: &str = "SELECT id FROM operation
            WHERE kind < 500 AND header IS NOT NULL ORDER BY time, id";
        self.database().all(ACTS, [], |row| id_at(row, 0))
    }

    /// Lines of a document with everything that words, places, strikes or explains them, in no
    /// order that means anything.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn line_writes(&self, document: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        const WRITES: &str = "SELECT operation.id FROM thing
            JOIN operation ON operation.n = thing.n
            WHERE thing.kind = 601 AND thing.place = ?1
            UNION SELECT operation.id FROM thing
            JOIN write ON write.target = thing.n AND write.register BETWEEN 8 AND 11
            JOIN operation ON operation.n = write.n
            WHERE thing.kind = 601 AND thing.place = ?1";
        self.listed(WRITES, document)
    }

    /// Turns and moves of a dialogue, and claims put under it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn said_in(&self, dialogue: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        const SAID: &str = "SELECT operation.id FROM turn
            JOIN operation ON operation.n = turn.n WHERE turn.place = ?1 AND turn.twin = 0
            UNION SELECT operation.id FROM move
            JOIN operation ON operation.n = move.n WHERE move.dialogue = ?1
            UNION SELECT operation.id FROM claim
            JOIN operation ON operation.n = claim.n WHERE claim.under = ?1 AND claim.twin = 0";
        self.listed(SAID, dialogue)
    }

    /// Claims put under a question or dialogue.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn claims_put_under(&self, under: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        const CLAIMS: &str = "SELECT operation.id FROM claim
            JOIN operation ON operation.n = claim.n WHERE claim.under = ?1 AND claim.twin = 0";
        self.listed(CLAIMS, under)
    }

    /// Every perspective, question, dialogue, turn, claim and move, and every change of a lineage.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn everything_said(&self) -> Result<Vec<OperationId>, StoreFault> {
        const ALL: &str = "SELECT operation.id FROM operation WHERE n IN (
            SELECT n FROM turn WHERE twin = 0 UNION SELECT n FROM move
            UNION SELECT n FROM claim WHERE twin = 0
            UNION SELECT n FROM thing WHERE kind IN (510, 512, 513, 520))";
        self.database().all(ALL, [], |row| id_at(row, 0))
    }

    /// Moves made for a perspective.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn moves_for(&self, perspective: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        const MOVES: &str = "SELECT operation.id FROM move
            JOIN operation ON operation.n = move.n WHERE move.perspective = ?1 AND ?1 > 0";
        self.listed(MOVES, perspective)
    }

    /// Votes on a claim that count or counted.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn votes_on(&self, claim: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        const VOTES: &str = "SELECT operation.id FROM vote
            JOIN operation ON operation.n = vote.n WHERE vote.claim = ?1 AND vote.class = 0";
        self.listed(VOTES, claim)
    }

    /// What bears on a thing: later wordings, lineage, answers, what was taken back, disputed,
    /// emptied or hidden.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn bearing_on(&self, id: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        const BEARING: &str = "SELECT operation.id FROM reference
            JOIN operation ON operation.n = reference.source
            WHERE reference.target = ?1
            AND reference.kind IN (104, 301, 511, 512, 521, 523, 531, 541, 550, 551, 570, 571)";
        self.listed(BEARING, id)
    }

    /// The words on themselves that a person stands by, if any.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn profile_of(&self, key: Key) -> Result<Option<OperationId>, StoreFault> {
        let Some(person) = self.person_number(&key)? else {
            return Ok(None);
        };
        Ok(self.profile(person)?.map(|(record, _)| record.id))
    }

    /// Whether an operation counts, and whether its words may be read.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn carries(&self, id: OperationId) -> Result<Carries, StoreFault> {
        let Some(record) = self.record_of(id)? else {
            return Ok(Carries::Nothing);
        };
        match self.verdict(&record)? {
            Verdict::Accepted | Verdict::Waiting(Wait::Body) => {}
            Verdict::Waiting(_) | Verdict::SetAside(_) => return Ok(Carries::Nothing),
        }
        let has_words = record.body.is_some() && self.may_read(&record)?;
        Ok(if has_words {
            Carries::Words
        } else {
            Carries::Place
        })
    }

    /// Under what licence a turn stands, and where it was brought in from.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn licensed(&self, turn: OperationId) -> Result<Option<Licensed>, StoreFault> {
        let Some(entry) = self.entry(turn, Kind::Turn)? else {
            return Ok(None);
        };
        let brought_in = entry.said.brought_in.clone();
        Ok(match entry.body {
            Some(Body::Turn(it)) => Some(Licensed {
                licence: it.licence,
                brought_in,
            }),
            Some(_) | None => None,
        })
    }

    pub(super) fn listed(
        &self,
        sql: &str,
        of: OperationId,
    ) -> Result<Vec<OperationId>, StoreFault> {
        match self.number(of)? {
            Some(n) => self.database().all(sql, [n], |row| id_at(row, 0)),
            None => Ok(Vec::new()),
        }
    }
}

impl SignatureRow {
    /// What is signed, as a name in `--json`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.signed_as.name()
    }
}
