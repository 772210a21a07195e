//! Conversations exported by Polis: the set of CSV files called polis-export/1 and its older forms.
//!
//! Accepted: the files in a folder or a zip, under both namings (`participant-votes.csv`,
//! `participants-votes.csv`), with folder or dated prefixes; headers old and new; times in seconds
//! or milliseconds; votes as events, or where those are absent as the matrix. A file that is cut
//! short, or has lines that cannot be read, gives what can be read of it, and the report says
//! which lines were left out and why. What a spreadsheet saved in another encoding, or with
//! semicolons, is read as that, and the report says so.
//!
//! What is never done silently: votes whose sign seems to be the opposite one are reported and
//! left as they are, unless [`Options::signs`] says otherwise.
//!
//! Reading order: the types here, then [`set`] (which file is which), `legible` (what a spreadsheet
//! made of them), `rows` (lines and fields), one module for each file, and `write`, which makes all
//! of them.

mod comments;
mod legible;
mod matrix;
mod rows;
pub mod set;
mod sign;
mod summary;
mod votes;
mod write;

use std::collections::BTreeMap;

pub use self::set::{NamedFile, unzip};
pub use self::sign::Sign;
pub use self::write::{DECLARATION, write};

/// The longest file that is read.
pub const FILE_BYTES_MAX: usize = 512 << 20;
/// The most claims that are read; the largest conversation known has 2,162.
pub const CLAIMS_MAX: usize = 100_000;
/// The most votes that are read.
pub const VOTES_MAX: usize = 100_000_000;
/// The longest text of a claim that is kept, in bytes; the longest seen has 500 characters.
pub const TEXT_BYTES_MAX: usize = 16 << 10;
/// Lines of each sort that a report names; all are counted.
pub const NAMED_MAX: usize = 1_000;

/// Why a set of files is no conversation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolisFault {
    /// The zip cannot be opened or a file in it cannot be read.
    #[error("the zip cannot be read: {why}")]
    Zip {
        /// What is wrong with it.
        why: String,
    },
    /// A file is longer than is read, or there are too many.
    #[error("{file} is longer than the {max} bytes that are read")]
    TooLong {
        /// Which file.
        file: String,
        /// The most that is read.
        max: usize,
    },
    /// There are no votes among the files.
    #[error(
        "there are no votes here: none of the {count} files is a votes.csv, \
         participants-votes.csv or participant-votes.csv"
    )]
    NoVotes {
        /// How many files were looked at.
        count: usize,
    },
    /// Two files could both be meant.
    #[error("{first} and {second} are both a {kind}: this seems to be more than one conversation")]
    TwoOfAKind {
        /// What both are.
        kind: &'static str,
        /// One of them.
        first: String,
        /// The other.
        second: String,
    },
    /// Two files seem to be of different conversations.
    #[error(
        "{first} and {second} seem to be of two conversations: keep one’s files in a folder, or \
         name them alike"
    )]
    TwoConversations {
        /// One of them.
        first: String,
        /// The other.
        second: String,
    },
    /// A file is not text.
    #[error("{file}, line {line}: this is not text in UTF-8")]
    NotText {
        /// Which file.
        file: String,
        /// The line, from 1.
        line: usize,
    },
    /// The first line does not name a column that is needed.
    #[error("{file}, line 1: no column is called “{column}”; there are {found}")]
    NoColumn {
        /// Which file.
        file: String,
        /// What was looked for.
        column: &'static str,
        /// The columns there are.
        found: String,
    },
    /// More of something than is read.
    #[error("{file}, line {line}: more than the {max} {what} that are read")]
    TooMany {
        /// Which file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What there is too much of.
        what: &'static str,
        /// The most that is read.
        max: usize,
    },
    /// A quoted text does not end.
    #[error("{file}, line {line}: a quote is opened here and never closed")]
    OpenQuote {
        /// Which file.
        file: String,
        /// The line of the row, from 1.
        line: usize,
    },
    /// No line of a file could be read.
    #[error("{file}, line {line}: {why}; no other line could be read either")]
    NothingRead {
        /// Which file.
        file: String,
        /// The first line that could not be read, from 1.
        line: usize,
        /// Why not.
        why: String,
    },
}

/// How a set is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// What the signs of votes mean.
    pub signs: Signs,
    /// Whether the matrix is compared with the votes where both are there.
    pub matrix: Matrix,
}

/// What the signs of votes mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Signs {
    /// 1 is agree, unless the files themselves declare otherwise.
    #[default]
    AsWritten,
    /// −1 is agree: somebody looked, and says so.
    Turned,
}

/// What is done with the matrix where there are votes as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Matrix {
    /// Its groups are read, its cells are not.
    #[default]
    Groups,
    /// Every cell is compared with the votes.
    Compared,
}

/// What moderators said of a claim.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Moderation {
    /// Rejected (−1).
    Rejected,
    /// Not moderated (0).
    #[default]
    None,
    /// Accepted (1).
    Accepted,
}

/// One claim (a comment, or statement, of Polis).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Claim {
    /// Its number in the conversation.
    pub id: u64,
    /// When it was put, in milliseconds since 1970.
    pub time_ms: Option<i64>,
    /// Who put it: a person's number.
    pub author: Option<u64>,
    /// What moderators said of it.
    pub moderation: Moderation,
    /// Whether it is about the conversation rather than its subject.
    pub is_meta: bool,
    /// Whether the organisers put it.
    pub is_seed: bool,
    /// Its words; empty where no file has them.
    pub text: String,
    /// The group-aware consensus that Polis published, in 0..=1.
    pub published_consensus: Option<f64>,
}

/// One vote as it was cast, or as the matrix holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vote {
    /// When, in milliseconds since 1970; 0 where only the matrix is there.
    pub time_ms: i64,
    /// The claim's number.
    pub claim: u64,
    /// The person's number.
    pub person: u64,
    /// 1 agree, 0 pass, −1 disagree.
    pub sign: i8,
    /// Whether the person said that the claim matters to them.
    pub is_important: bool,
}

/// What was told of the whole conversation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Its title.
    pub topic: String,
    /// Where it took place.
    pub url: String,
    /// What its organisers wrote above it.
    pub description: String,
    /// How votes are to be read, where the files declare it.
    pub convention: Option<String>,
}

/// A line that was left out or mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What and why, as the rest of a sentence.
    pub what: String,
}

impl std::fmt::Display for Told {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{}, line {}: {}",
            self.file, self.line, self.what
        )
    }
}

/// What was read, left out and mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Each file that was read, with its lines of content.
    pub read: Vec<(String, usize)>,
    /// Lines left out, at most [`NAMED_MAX`] of them.
    pub skipped: Vec<Told>,
    /// How many lines were left out.
    pub skipped_count: usize,
    /// Lines mended, at most [`NAMED_MAX`] of them.
    pub repaired: Vec<Told>,
    /// How many lines were mended.
    pub repaired_count: usize,
    /// Sentences about the whole.
    pub notes: Vec<String>,
}

impl Report {
    fn skip(&mut self, file: &str, line: usize, what: impl Into<String>) {
        self.skipped_count += 1;
        note_line(&mut self.skipped, file, line, what.into());
    }

    fn repair(&mut self, file: &str, line: usize, what: impl Into<String>) {
        self.repaired_count += 1;
        note_line(&mut self.repaired, file, line, what.into());
    }
}

fn note_line(list: &mut Vec<Told>, file: &str, line: usize, what: String) {
    if list.len() < NAMED_MAX {
        let file = file.to_owned();
        list.push(Told { file, line, what });
    }
}

/// A conversation as its export tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Conversation {
    /// The whole of it.
    pub summary: Summary,
    /// Its claims by number; those only votes name among them, without words.
    pub claims: BTreeMap<u64, Claim>,
    /// Votes in the order of the file. Of several by one person on one claim the latest counts,
    /// of equally late ones the last.
    pub votes: Vec<Vote>,
    /// The group that was published for each person in the matrix; none for those in no group.
    pub groups: BTreeMap<u64, Option<u64>>,
    /// What was found out about the signs of votes.
    pub sign: Sign,
    /// How many cells of the matrix the votes contradict, and how many were compared.
    pub compared: Option<Compared>,
    /// What was read, left out and mended.
    pub report: Report,
}

/// What came of comparing the matrix with the votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compared {
    /// Cells in which somebody voted, in either.
    pub cells: usize,
    /// Cells that differ.
    pub different: usize,
}

/// Reads a conversation from its files.
///
/// # Errors
/// A [`PolisFault`] where no conversation can be made of them.
pub fn read(files: &[NamedFile], options: Options) -> Result<Conversation, PolisFault> {
    let mut report = Report::default();
    let mut legible = |it| legible::legible(it, &mut report);
    let files: Vec<_> = files.iter().map(&mut legible).collect();
    let set = set::Set::of(&files, &mut report)?;
    let mut summary = match set.summary {
        Some(file) => summary::read(file, &mut report)?,
        None => Summary::default(),
    };
    if let Some(format) = set.format {
        summary.convention = summary::declared(format).or(summary.convention);
    }
    let (mut claims, counted) = match set.comments {
        Some(file) => comments::read(file, &mut report)?,
        None => (BTreeMap::new(), 0),
    };
    let mut votes = match set.votes {
        Some(file) => {
            let found = votes::read(file, &mut report)?;
            note_missing(counted, found.sided, file, &mut report);
            found.votes
        }
        None => Vec::new(),
    };
    let mut groups = BTreeMap::new();
    let mut compared = None;
    if let Some(file) = set.matrix {
        let wanted = match (set.votes, options.matrix) {
            (None, _) => matrix::Wanted::Votes,
            (Some(_), Matrix::Groups) => matrix::Wanted::Groups,
            (Some(_), Matrix::Compared) => matrix::Wanted::Both,
        };
        let found = matrix::read(file, wanted, &mut report)?;
        groups = found.groups;
        match wanted {
            matrix::Wanted::Votes => votes = found.votes,
            matrix::Wanted::Both => compared = Some(matrix::compare(&votes, &found.votes)),
            matrix::Wanted::Groups => {}
        }
    }
    if set.comments.is_none() {
        let words = "no comments.csv is here: every claim counts as shown, without its words";
        report.notes.push(words.to_owned());
    }
    add_unnamed(&mut claims, &votes, set.comments.is_some(), &mut report);
    note_unvoted(&claims, &votes, &mut report);
    let sign = sign::look(&claims, &votes, summary.convention.as_deref());
    if sign::is_to_be_turned(sign, options.signs) {
        votes.iter_mut().for_each(|it| it.sign = -it.sign);
        let words = "every vote was turned: −1 is read as agree";
        report.notes.push(words.to_owned());
    }
    Ok(Conversation {
        summary,
        claims,
        votes,
        groups,
        sign,
        compared,
        report,
    })
}

/// Says so where comments.csv has counted more votes than there are: a file that was cut short at
/// the end of a line looks whole.
fn note_missing(counted: usize, found: usize, file: &NamedFile, report: &mut Report) {
    // Of lines that are there and could not be read, that is said already.
    let unread = report.skipped.iter().any(|it| it.file == file.name);
    if counted > found && !unread {
        report.notes.push(format!(
            "comments.csv counts {counted} votes that agree or disagree, and {} holds {found}: \
             it may be cut short; download it again if it can be had",
            file.name
        ));
    }
}

/// Claims named where some have no votes.
const UNVOTED_NAMED: usize = 5;

/// Says so where claims that are shown have no votes.
fn note_unvoted(claims: &BTreeMap<u64, Claim>, votes: &[Vote], report: &mut Report) {
    let mut voted: Vec<u64> = votes.iter().map(|it| it.claim).collect();
    voted.dedup();
    voted.sort_unstable();
    let is_unvoted =
        |it: &&Claim| it.moderation != Moderation::Rejected && voted.binary_search(&it.id).is_err();
    let unvoted: Vec<u64> = claims.values().filter(is_unvoted).map(|it| it.id).collect();
    if unvoted.is_empty() {
        return;
    }
    let named: Vec<String> = unvoted
        .iter()
        .take(UNVOTED_NAMED)
        .map(u64::to_string)
        .collect();
    let more = match unvoted.len() - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    report.notes.push(format!(
        "without any vote: {} of the {} claims ({} {}{more}); nothing can be said of them",
        unvoted.len(),
        claims.len(),
        if named.len() == 1 {
            "comment"
        } else {
            "comments"
        },
        named.join(", "),
    ));
}

/// Adds claims that only votes name.
fn add_unnamed(
    claims: &mut BTreeMap<u64, Claim>,
    votes: &[Vote],
    has_comments: bool,
    report: &mut Report,
) {
    let mut unnamed = 0;
    let mut last = None;
    for vote in votes {
        if last == Some(vote.claim) {
            continue;
        }
        last = Some(vote.claim);
        claims.entry(vote.claim).or_insert_with(|| {
            unnamed += 1;
            Claim {
                id: vote.claim,
                ..Claim::default()
            }
        });
    }
    if unnamed > 0 && has_comments {
        report.notes.push(format!(
            "{unnamed} of the claims voted on are not in comments.csv: they count as shown, \
             without their words"
        ));
    }
}
