//! Why an edition's file is not believed, and the place in it.

use std::fmt;
use std::io;

use polylogue_core::edition::ManifestFault;
use polylogue_core::id::OperationId;
use polylogue_core::operation::OperationFault;
use polylogue_core::verdict::Verdict;
use polylogue_store::StoreFault;

use super::file::VERSION;

/// What a place in the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its first line, the commons and the edition it names.
    Head,
    /// The founding of the commons.
    Founding,
    /// The edition itself.
    Edition,
    /// A part of the list of what it consists of, from 1.
    Manifest(usize),
    /// A line of the text, from 1.
    Line(usize),
    /// What it rests on.
    Evidence,
    /// Signatures, and what was said of its evidence since.
    After,
    /// The count and the hash at the end.
    End,
}

impl Part {
    /// Its name in `--json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Founding => "founding",
            Self::Edition => "edition",
            Self::Manifest(_) => "manifest",
            Self::Line(_) => "line",
            Self::Evidence => "evidence",
            Self::After => "after",
            Self::End => "end",
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head => write!(to, "the head of the file"),
            Self::Founding => write!(to, "the founding of its commons"),
            Self::Edition => write!(to, "the edition itself"),
            Self::Manifest(number) => {
                write!(to, "part {number} of the list of what it consists of")
            }
            Self::Line(number) => write!(to, "line {number} of the text"),
            Self::Evidence => write!(to, "what it rests on"),
            Self::After => write!(to, "signatures, and what was said since"),
            Self::End => write!(to, "the end of the file"),
        }
    }
}

/// A place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// What it is for.
    pub part: Part,
    /// The record it is in, from 1; none where it is in none.
    pub record: Option<usize>,
    /// The byte at which that begins, from 0.
    pub byte: usize,
    /// The operation that should stand there, where that is known.
    pub id: Option<OperationId>,
}

impl At {
    /// A place outside of all records.
    pub(super) fn of(part: Part, byte: usize) -> Self {
        Self {
            part,
            record: None,
            byte,
            id: None,
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.record {
            Some(record) => write!(
                to,
                "record {record}, from byte {}: {}",
                self.byte, self.part
            )?,
            None => write!(to, "{}, from byte {}", self.part, self.byte)?,
        }
        match self.id {
            Some(id) => write!(to, " ({})", id.short()),
            None => Ok(()),
        }
    }
}

/// What is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It ends too early, or a length is out of range.
    #[error("its length is not what it says")]
    Length,
    /// Bytes of an operation that break a rule, or a signature that does not hold.
    #[error("{0}")]
    Operation(OperationFault),
    /// Another operation than the edition names.
    #[error("something else stands here than the edition names")]
    Other,
    /// It is there twice, or in another order.
    #[error("it is out of order, or here twice")]
    Order,
    /// It is not what it should be.
    #[error("it says nothing of the kind that belongs here")]
    Kind,
    /// Words of which the edition says that they stay in the commons.
    #[error("words are here that the edition says stay in the commons")]
    Stays,
    /// Bytes of the list are not those that were signed.
    #[error("the list is not the one whose hash was signed")]
    ManifestHash,
    /// The list says nothing that can be read.
    #[error("{0}")]
    Manifest(ManifestFault),
    /// The text is not the one whose hash was signed.
    #[error("the text is not the one whose hash was signed")]
    Content,
    /// A figure, computed again from what is here, comes to something else.
    #[error("the figure “{0}” comes to something else when it is computed again")]
    Figure(String),
    /// It does not count by the rules of the commons.
    #[error("by the rules of the commons this does not count")]
    SetAside(Verdict),
    /// The count or the hash at the end does not fit.
    #[error("the count or the hash at the end does not fit what stands before it")]
    Sum,
}

/// Why an edition's file is not believed.
#[derive(Debug, thiserror::Error)]
pub enum EditionFault {
    /// Another file.
    #[error("this is no edition's file: it does not begin as one")]
    NotAnEdition,
    /// A later version.
    #[error("this file was made by a newer Polylogue (version {0}; this one reads {VERSION})")]
    Newer(u64),
    /// Longer than one can be.
    #[error("this file is longer than an edition's can be")]
    TooLong,
    /// It does not hold.
    #[error("this edition does not hold. {at}: {what}")]
    Broken {
        /// Where.
        at: At,
        /// What.
        what: Wrong,
    },
    /// It cannot be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] io::Error),
    /// What is in it could not be folded here: a failure of this machine.
    #[error("the edition could not be checked here: {0}")]
    Store(#[from] StoreFault),
}

impl EditionFault {
    /// What to do next.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotAnEdition => "name a file that `polylogue edition file` made",
            Self::Newer(_) => "update this Polylogue",
            Self::TooLong => "ask whoever gave it to you for another copy",
            Self::Broken { .. } => {
                "do not rely on it; ask whoever gave it to you, or any member of the commons, for \
                 another copy"
            }
            Self::File(_) => "look at the file's name and permissions, and at the disk",
            Self::Store(_) => "look at the room left for temporary files, and try again",
        }
    }
}
