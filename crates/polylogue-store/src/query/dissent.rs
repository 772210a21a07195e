//! Minority reports and reservations, and whose names stand under them.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, DissentForm, Signs};

use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::said::Entry;
use crate::query::{PersonRef, Said, Shown, Words};
use crate::reader::Reader;

/// Names under one text that are read.
const SIGNERS_MAX: u64 = 1_000;

/// A minority report or a reservation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DissentRow {
    /// Who wrote it, when.
    pub said: Said,
    /// The document it is on, where that is known.
    pub document: Option<OperationId>,
    /// The line it is on, if one.
    pub line: Option<OperationId>,
    /// What it is.
    pub form: DissentForm,
    /// Its title.
    pub title: Words,
    /// Its words, Markdown.
    pub text: Words,
    /// Whose names stand under it now, the author's first.
    pub signers: Vec<SignerRow>,
}

impl DissentRow {
    /// Whether it stands: nobody took it back or out of sight, and a name is under it.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.said.shown == Shown::Whole && !self.signers.is_empty()
    }
}

/// A name under a dissent or an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignerRow {
    /// Whose.
    pub who: PersonRef,
    /// The operation that put it there.
    pub signed: OperationId,
    /// Claimed time in seconds.
    pub time: u64,
    /// A few words beside it.
    pub words: Option<Words>,
}

impl Reader {
    /// Dissents on a document and its lines, in order of claimed time, at most 1,000; those that
    /// were taken back, hidden or left by all who signed are among them ([`DissentRow::stands`]).
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn dissents(&self, document: OperationId) -> Result<Vec<DissentRow>, StoreFault> {
        const DISSENTS: &str = "SELECT n FROM thing WHERE kind = 618 AND twin = 0 AND place IN (
                SELECT ?1 UNION ALL SELECT line.n FROM thing AS line
                WHERE line.kind = 601 AND line.twin = 0 AND line.place = ?1)
            ORDER BY time, counter, tie LIMIT 1000";
        let Some(n) = self.number(document)? else {
            return Ok(Vec::new());
        };
        let mut rows = Vec::new();
        for n in self.database().numbers(DISSENTS, [n])? {
            rows.extend(self.dissent_at(n)?);
        }
        Ok(rows)
    }

    /// One dissent, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn dissent(&self, id: OperationId) -> Result<Option<DissentRow>, StoreFault> {
        const COUNTS: &str = "SELECT n FROM thing WHERE n = ?1 AND kind = 618";
        let Some(n) = self.number(id)? else {
            return Ok(None);
        };
        match self.database().value::<i64>(COUNTS, [n])? {
            Some(n) => self.dissent_at(n),
            None => Ok(None),
        }
    }

    fn dissent_at(&self, n: i64) -> Result<Option<DissentRow>, StoreFault> {
        let Some(entry) = self.entry_at(n)? else {
            return Ok(None);
        };
        let Some(Body::Dissent(it)) = &entry.body else {
            return Ok(None);
        };
        let document = self.document_of_comment(it.on)?;
        Ok(Some(DissentRow {
            line: (document != Some(it.on)).then_some(it.on),
            document,
            form: it.form,
            title: entry.text(&it.title),
            text: entry.text(&it.text),
            signers: self.signers(n, &entry)?,
            said: entry.said,
        }))
    }

    /// Whose names stand under a thing: its author's, unless they took it off, and of those who
    /// put theirs under it, in order of claimed time.
    pub(crate) fn signers(&self, n: i64, entry: &Entry) -> Result<Vec<SignerRow>, StoreFault> {
        const SIGNED: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND about = 0 AND standing = 2 LIMIT ?3";
        let mut author = SignerRow {
            who: entry.said.by.clone(),
            signed: entry.said.id,
            time: entry.said.time,
            words: None,
        };
        let mut is_author_in = true;
        let mut signers = Vec::new();
        let most = crate::database::as_i64(SIGNERS_MAX);
        let asked = (n, Register::CoSign.number(), most);
        for n in self.database().numbers(SIGNED, asked)? {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            let Some(Body::CoSign(it)) = &entry.body else {
                continue;
            };
            let is_in = it.signs == Signs::Yes && entry.said.shown == Shown::Whole;
            if entry.said.by.key == author.who.key {
                is_author_in = is_in;
                author.words = it.words.as_ref().map(|it| entry.text(it));
            } else if is_in {
                signers.push(SignerRow {
                    signed: entry.said.id,
                    time: entry.said.time,
                    words: it.words.as_ref().map(|it| entry.text(it)),
                    who: entry.said.by,
                });
            }
        }
        signers.sort_by_key(|it| (it.time, it.signed));
        if is_author_in {
            signers.insert(0, author);
        }
        Ok(signers)
    }
}
