//! Comments on documents and their lines, what they are anchored to, and what became of them.

use std::collections::{BTreeMap, BTreeSet, btree_map};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Comment, Disposed, Kind};
use polylogue_core::passage::Passage;
use rusqlite::Row;

use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::said::{Entry, words};
use crate::query::target::stands_in;
use crate::query::{
    Anchored, LineRow, Page, PassageRow, PersonRef, Said, Shown, Tally, Wording, Words,
};
use crate::reader::Reader;

/// Comments of one document that are read, at most; the first by claimed time.
pub const COMMENTS_MAX: usize = 10_000;
/// Dispositions of one comment that are shown.
const DISPOSITIONS_MAX: usize = 16;

/// What a comment is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommentOn {
    /// A whole document.
    Document(OperationId),
    /// A line.
    Line(OperationId),
    /// Another comment: it answers it.
    Comment(OperationId),
    /// The leaving out of a document: it answers that.
    LeaveOut(OperationId),
    /// Something that is not here, was emptied, or cannot be commented on.
    Missing(OperationId),
}

impl CommentOn {
    /// The thing.
    #[must_use]
    pub fn id(self) -> OperationId {
        match self {
            Self::Document(id)
            | Self::Line(id)
            | Self::Comment(id)
            | Self::LeaveOut(id)
            | Self::Missing(id) => id,
        }
    }
}

/// What became of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommentState {
    /// Nobody has disposed of it.
    Open,
    /// Several disposed of it otherwise, and nobody has said which holds.
    Divided,
    /// Taken as it is.
    Accepted,
    /// Taken in another form.
    Adapted,
    /// Not taken.
    Declined,
    /// Taken back by whoever made it, or hidden: nothing is to be done.
    TakenBack,
}

impl CommentState {
    /// All, in the order they are listed.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Divided,
        Self::Accepted,
        Self::Adapted,
        Self::Declined,
        Self::TakenBack,
    ];

    /// Its name in `--json`, addresses and keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Divided => "divided",
            Self::Accepted => "accepted",
            Self::Adapted => "adapted",
            Self::Declined => "declined",
            Self::TakenBack => "taken-back",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentRow {
    /// Who made it, when, and what has become of its words.
    pub said: Said,
    /// What it is on.
    pub on: CommentOn,
    /// The document that is in, where it is known.
    pub document: Option<OperationId>,
    /// The exact words meant; orphaned where no standing wording of the line has them.
    pub passage: Option<PassageRow>,
    /// What it says; empty unless readable.
    pub text: Words,
    /// How the whole line should read instead.
    pub proposes: Option<Words>,
    /// What became of it.
    pub state: CommentState,
    /// Dispositions that nothing replaces, the one farthest from acceptance first.
    pub dispositions: Vec<DispositionRow>,
    /// Votes of members on the wording it proposes.
    pub votes: Tally,
    /// Comments on it.
    pub replies: u64,
}

/// A disposition of a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispositionRow {
    /// Who disposed of it, when.
    pub said: Said,
    /// What became of it.
    pub disposed: Disposed,
    /// Why.
    pub reason: Words,
    /// The wording written for it.
    pub wrote: Option<OperationId>,
}

/// Whose proposal a wording of a line was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditRow {
    /// The comment.
    pub comment: OperationId,
    /// Who made it.
    pub by: PersonRef,
}

/// How many comments there are on a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommentCounts {
    /// For each line or document commented on: those open or divided, and all but those taken back.
    pub on: BTreeMap<OperationId, (u64, u64)>,
    /// How many are in each state.
    pub by_state: BTreeMap<CommentState, u64>,
}

impl CommentCounts {
    /// Those open or divided, of all that were not taken back.
    #[must_use]
    pub fn open_of_all(&self) -> (u64, u64) {
        let sum = |(open, all): (u64, u64), it: &(u64, u64)| (open + it.0, all + it.1);
        self.on.values().fold((0, 0), sum)
    }
}

/// One comment by its number, what it is on and what became of it.
#[derive(Debug, Clone, Copy)]
struct Placed {
    n: i64,
    on: i64,
    state: CommentState,
}

impl Reader {
    /// Comments on a document and its lines, in order of claimed time, at most [`COMMENTS_MAX`];
    /// answers to comments stand with these ([`Reader::replies`]).
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn comments(&self, document: OperationId) -> Result<Vec<CommentRow>, StoreFault> {
        let placed = self.placed_under(document)?;
        self.comment_rows(&placed)
    }

    /// Comments on a document and its lines that nobody has disposed of, or several otherwise.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn open_comments(&self, document: OperationId) -> Result<Vec<CommentRow>, StoreFault> {
        let mut placed = self.placed_under(document)?;
        placed.retain(|it| is_open(it.state));
        self.comment_rows(&placed)
    }

    /// A part of the comments on a document and its lines, or on one line alone, of one state or
    /// of any; and how many there are of it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn comments_in(
        &self,
        of: OperationId,
        state: Option<CommentState>,
        page: Page,
    ) -> Result<(Vec<CommentRow>, u64), StoreFault> {
        let mut placed = self.placed_under(of)?;
        placed.retain(|it| state.is_none_or(|state| it.state == state));
        if state.is_none() {
            placed.sort_by_key(|it| it.state);
        }
        let from = usize::try_from(page.offset).unwrap_or(usize::MAX);
        let rows = usize::try_from(page.limit.min(1_000)).unwrap_or(0);
        let part: Vec<Placed> = placed.iter().skip(from).take(rows).copied().collect();
        Ok((self.comment_rows(&part)?, placed.len() as u64))
    }

    /// How many comments there are on a document and its lines.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn comment_counts(&self, document: OperationId) -> Result<CommentCounts, StoreFault> {
        let mut counts = CommentCounts::default();
        let mut on: BTreeMap<i64, (u64, u64)> = BTreeMap::new();
        for it in self.placed_under(document)? {
            *counts.by_state.entry(it.state).or_default() += 1;
            if it.state != CommentState::TakenBack {
                let (open, all) = on.entry(it.on).or_default();
                *open += u64::from(is_open(it.state));
                *all += 1;
            }
        }
        for (n, count) in on {
            if let Some(id) = crate::names::id_of(self.database(), n)? {
                counts.on.insert(id, count);
            }
        }
        Ok(counts)
    }

    /// Answers to a comment or a leaving out, in order of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn replies(&self, of: OperationId, page: Page) -> Result<Vec<CommentRow>, StoreFault> {
        Ok(self.comments_in(of, None, page)?.0)
    }

    /// One comment, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn comment(&self, id: OperationId) -> Result<Option<CommentRow>, StoreFault> {
        const PLACE: &str = "SELECT place FROM thing WHERE n = ?1 AND kind = 615";
        let Some(n) = self.number(id)? else {
            return Ok(None);
        };
        let Some(on) = self.database().value::<i64>(PLACE, [n])? else {
            return Ok(None);
        };
        Ok(self.comment_rows(&self.comments_placed(on, n)?)?.pop())
    }

    /// Comments that proposed what a wording of a line says and were accepted so.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn credits(&self, wording: OperationId) -> Result<Vec<CreditRow>, StoreFault> {
        const WROTE: &str = "SELECT DISTINCT write.target FROM reference
            JOIN write ON write.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 616 AND write.register = 20
            ORDER BY write.target LIMIT 16";
        let mut credits = Vec::new();
        let Some(n) = self.number(wording)? else {
            return Ok(credits);
        };
        for n in self.database().numbers(WROTE, [n])? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::Comment(comment)) = &entry.body
                && comment.proposes.is_some()
            {
                credits.push(CreditRow {
                    comment: entry.said.id,
                    by: entry.said.by,
                });
            }
        }
        Ok(credits)
    }

    /// Documents that a person wrote lines of, with how many of the comments on each are open, in
    /// order of id; those without are left out.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn comments_for(&self, person: Key) -> Result<Vec<(OperationId, u64)>, StoreFault> {
        const COMMENTED: &str = "SELECT DISTINCT place FROM thing
            WHERE kind = 615 AND twin = 0 LIMIT 10000";
        const WROTE: &str = "SELECT 1 FROM thing AS line
            WHERE line.kind = 601 AND line.twin = 0 AND line.place = ?1
            AND (line.person = ?2 OR EXISTS (SELECT 1 FROM write WHERE write.register = 8
                AND write.target = line.n AND write.about = 0 AND write.person = ?2)) LIMIT 1";
        let Some(person) = self.person_number(&person)? else {
            return Ok(Vec::new());
        };
        let mut documents = BTreeSet::new();
        for n in self.database().numbers(COMMENTED, [])? {
            documents.extend(self.document_over(n)?);
        }
        let mut rows = BTreeMap::new();
        for n in documents {
            let wrote = self.database().value::<i64>(WROTE, (n, person))?;
            if wrote.is_some() {
                let open = self.comments_placed(n, 0)?;
                let open = open.iter().filter(|it| is_open(it.state)).count();
                if let Some(id) = crate::names::id_of(self.database(), n)?
                    && open > 0
                {
                    rows.insert(id, open as u64);
                }
            }
        }
        Ok(rows.into_iter().collect())
    }

    /// The number of the document that a line or document is.
    fn document_over(&self, n: i64) -> Result<Option<i64>, StoreFault> {
        const OVER: &str = "SELECT CASE kind WHEN 601 THEN place ELSE n END FROM thing
            WHERE n = ?1 AND kind IN (600, 601)";
        self.database().value(OVER, [n])
    }

    fn placed_under(&self, of: OperationId) -> Result<Vec<Placed>, StoreFault> {
        match self.number(of)? {
            Some(n) => self.comments_placed(n, 0),
            None => Ok(Vec::new()),
        }
    }

    /// Comments on a thing and, where it is a document, on its lines; one alone, or with 0 all.
    fn comments_placed(&self, of: i64, one: i64) -> Result<Vec<Placed>, StoreFault> {
        // A comment taken back or hidden asks for nothing, nor does a disposition taken back count.
        const PLACED: &str = "SELECT thing.n, thing.place, min(write.rank), max(write.rank),
                EXISTS (SELECT 1 FROM reference
                    JOIN operation ON operation.n = reference.source
                    JOIN person_key ON person_key.key = operation.key
                    WHERE reference.target = thing.n AND reference.kind = 550
                    AND person_key.person = thing.person)
                OR EXISTS (SELECT 1 FROM reference
                    WHERE reference.target = thing.n AND reference.kind = 570
                    AND NOT EXISTS (SELECT 1 FROM reference AS answer
                        WHERE answer.target = reference.source AND answer.kind = 571))
            FROM thing LEFT JOIN write ON write.register = 20 AND write.target = thing.n
                AND write.about = 0 AND write.standing > 0
                AND NOT EXISTS (SELECT 1 FROM reference
                    JOIN operation ON operation.n = reference.source
                    JOIN person_key ON person_key.key = operation.key
                    WHERE reference.target = write.n AND reference.kind = 550
                    AND person_key.person = write.person)
            WHERE thing.kind = 615 AND thing.twin = 0 AND (?3 = 0 OR thing.n = ?3)
                AND thing.place IN (SELECT ?1 UNION ALL SELECT line.n FROM thing AS line
                WHERE line.kind = 601 AND line.twin = 0 AND line.place = ?1)
            GROUP BY thing.n ORDER BY thing.time, thing.counter, thing.tie LIMIT ?2";
        let read = |row: &Row<'_>| {
            let ranks: (Option<i64>, Option<i64>) = (row.get(2)?, row.get(3)?);
            Ok(Placed {
                n: row.get(0)?,
                on: row.get(1)?,
                state: if row.get(4)? {
                    CommentState::TakenBack
                } else {
                    state_of(ranks)
                },
            })
        };
        let most = i64::try_from(COMMENTS_MAX).unwrap_or(i64::MAX);
        self.database().all(PLACED, (of, most, one), read)
    }

    fn comment_rows(&self, placed: &[Placed]) -> Result<Vec<CommentRow>, StoreFault> {
        let mut on = BTreeMap::new();
        let mut rows = Vec::with_capacity(placed.len());
        for it in placed {
            let Some(entry) = self.entry_at(it.n)? else {
                continue;
            };
            let Some(Body::Comment(comment)) = entry.body.clone() else {
                continue;
            };
            let on = match on.entry(comment.on) {
                btree_map::Entry::Occupied(known) => known.into_mut(),
                btree_map::Entry::Vacant(place) => place.insert(self.commented(comment.on)?),
            };
            rows.push(self.comment_row(*it, &entry, &comment, on)?);
        }
        Ok(rows)
    }

    fn comment_row(
        &self,
        placed: Placed,
        entry: &Entry,
        comment: &Comment,
        on: &Commented,
    ) -> Result<CommentRow, StoreFault> {
        const REPLIES: &str =
            "SELECT count(*) FROM thing WHERE kind = 615 AND twin = 0 AND place = ?1";
        let passage = comment.passage.as_ref().filter(|_| entry.may_read);
        let passage = passage.map(|it| self.line_passage(it, on.line.as_ref()));
        let proposes = comment.proposes.as_ref().filter(|_| entry.may_read);
        let votes = match proposes {
            Some(_) => self.wording_votes(entry.said.id, None)?.tally,
            None => Tally::default(),
        };
        Ok(CommentRow {
            said: entry.said.clone(),
            on: on.on,
            document: on.document,
            passage: passage.transpose()?,
            text: entry.text(&comment.text),
            proposes: proposes.map(words),
            state: placed.state,
            dispositions: self.dispositions(placed.n)?,
            votes,
            replies: self.database().count(REPLIES, [placed.n])?,
        })
    }

    /// What a comment is on.
    fn commented(&self, id: OperationId) -> Result<Commented, StoreFault> {
        let missing = Commented {
            on: CommentOn::Missing(id),
            document: None,
            line: None,
        };
        let Some(record) = self.record_of(id)? else {
            return Ok(missing);
        };
        let of_kind = Kind::of(record.kind);
        Ok(match (of_kind, record.said()) {
            (Some(Kind::Line), _) => match self.line(id)? {
                Some((document, row)) => Commented {
                    on: CommentOn::Line(id),
                    document: Some(document),
                    line: Some(row),
                },
                None => missing,
            },
            (Some(Kind::Document), _) if self.document(id)?.is_some() => Commented {
                on: CommentOn::Document(id),
                document: Some(id),
                line: None,
            },
            (Some(Kind::Comment), Some(Ok(Body::Comment(it)))) => Commented {
                on: CommentOn::Comment(id),
                document: self.document_of_comment(it.on)?,
                line: None,
            },
            (Some(Kind::LeaveOut), Some(Ok(Body::LeaveOut(it)))) => Commented {
                on: CommentOn::LeaveOut(id),
                document: Some(it.document),
                line: None,
            },
            _ => missing,
        })
    }

    /// The document that a line or document is.
    pub(crate) fn document_of_comment(
        &self,
        id: OperationId,
    ) -> Result<Option<OperationId>, StoreFault> {
        let over = match self.number(id)? {
            Some(n) => self.document_over(n)?,
            None => None,
        };
        match over {
            Some(n) => crate::names::id_of(self.database(), n),
            None => Ok(None),
        }
    }

    /// A passage of a line, looked for in the wordings that stand now.
    fn line_passage(
        &self,
        passage: &Passage,
        line: Option<&LineRow>,
    ) -> Result<PassageRow, StoreFault> {
        let mut row = PassageRow {
            of: passage.of,
            dialogue: None,
            number: None,
            revision: passage.revision,
            exact: passage.exact.clone(),
            before: passage.before.clone(),
            after: passage.after.clone(),
            start: passage.start,
            anchored: Anchored::TextNotHere,
        };
        let read_in = self.said_of(passage.revision)?.map(|it| it.shown);
        let is_emptied = matches!(
            read_in,
            Some(Shown::ErasedByAuthor(_) | Shown::ErasedByModerator(_) | Shown::Hidden(_))
        );
        if is_emptied {
            row.anchored = Anchored::Emptied;
            for words in [&mut row.exact, &mut row.before, &mut row.after] {
                words.clear();
            }
        } else if let Some(line) = line {
            let has = |it: &Wording| stands_in(&it.text.words, &passage.exact);
            row.anchored = if line.wordings.iter().any(has) {
                Anchored::Here
            } else {
                Anchored::Orphaned
            };
        }
        Ok(row)
    }

    /// Dispositions of a comment that nothing replaces and nobody took back.
    fn dispositions(&self, comment: i64) -> Result<Vec<DispositionRow>, StoreFault> {
        const STANDING: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND about = 0 AND standing > 0
            ORDER BY standing DESC, rank DESC, counter DESC, tie LIMIT 64";
        let asked = (comment, Register::Disposition.number());
        let mut rows = Vec::new();
        for n in self.database().numbers(STANDING, asked)? {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            if let Some(Body::Disposition(it)) = &entry.body
                && !matches!(entry.said.shown, Shown::Withdrawn(_))
                && rows.len() < DISPOSITIONS_MAX
            {
                rows.push(DispositionRow {
                    disposed: it.disposed,
                    reason: entry.text(&it.reason),
                    wrote: it.wrote,
                    said: entry.said,
                });
            }
        }
        Ok(rows)
    }
}

/// What a comment is on, with the document it is in.
struct Commented {
    on: CommentOn,
    document: Option<OperationId>,
    line: Option<LineRow>,
}

fn is_open(state: CommentState) -> bool {
    matches!(state, CommentState::Open | CommentState::Divided)
}

/// The state of the least and the greatest disposition that stand.
fn state_of(ranks: (Option<i64>, Option<i64>)) -> CommentState {
    match ranks {
        (Some(least), Some(most)) if least != most => CommentState::Divided,
        (Some(0), _) => CommentState::Accepted,
        (Some(1), _) => CommentState::Adapted,
        (Some(_), _) => CommentState::Declined,
        (None, _) => CommentState::Open,
    }
}
