//! What an import read, left out and repaired, as values that can say themselves in a sentence.

use std::fmt;

use super::text::Damage;

/// The report on one page, or on many after [`Report::append`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What was read.
    pub read: Vec<Read>,
    /// What was left out, and why.
    pub skipped: Vec<Skipped>,
    /// What was damaged or missing, and what was put in its place.
    pub repaired: Vec<Repair>,
}

/// Something that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The title of the page.
    pub page: String,
    /// The first line, counted from 1.
    pub first_line: u32,
    /// The last line.
    pub last_line: u32,
    /// What it is.
    pub kind: ReadKind,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadKind {
    /// A turn, counted from 1 in its dialogue.
    Turn {
        /// Its number.
        number: usize,
        /// Its speaker.
        speaker: Option<String>,
    },
    /// Standing questions.
    Questions {
        /// How many.
        count: usize,
    },
    /// A list of the pages of a series.
    Listing {
        /// How many pages.
        count: usize,
    },
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The title of the page.
    pub page: String,
    /// The line it starts on, counted from 1.
    pub line: u32,
    /// The heading of the section, as written.
    pub section: Option<String>,
    /// Why.
    pub why: SkipReason,
}

/// Why something was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SkipReason {
    /// A section of sources; they are kept as references.
    Sources,
    /// A section of links or a list of pages.
    Navigation,
    /// A section that repeats the standing questions and says nothing else.
    OnlyQuestions,
    /// A section that names nobody who takes part in the exchange.
    NobodyNamed,
    /// A section by someone who takes no part in the exchange.
    ThirdParty {
        /// The name.
        name: String,
    },
    /// Text above the first turn that is not part of the exchange.
    BeforeFirstTurn,
    /// Text taken from another work, by its own first line.
    AnotherWork,
    /// A place for a turn that holds no text.
    EmptyTurn {
        /// Who was to speak.
        speaker: String,
    },
    /// Text of an index page beside its questions and its list.
    IndexText,
    /// A page without an exchange that no index page lists.
    NoExchange,
    /// A page that only points at another.
    Redirect {
        /// The title of the other page.
        target: String,
    },
    /// A page of a namespace that holds no exchanges.
    Namespace {
        /// The number of the namespace.
        number: i64,
    },
    /// A page too large to be read.
    PageTooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
}

/// Something that was damaged or missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The title of the page.
    pub page: String,
    /// The line, counted from 1.
    pub line: u32,
    /// What it was and what was done.
    pub kind: RepairKind,
}

/// What was damaged or missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RepairKind {
    /// No page names the speaker; sibling pages suggest one, and that one is offered.
    SpeakerOffered {
        /// The speaker offered.
        speaker: String,
        /// How many sibling pages show this speaker in this place.
        pages: u32,
        /// How many sibling pages name any speaker in this place.
        of: u32,
    },
    /// No page names the speaker; the caller did.
    SpeakerGiven {
        /// The speaker given.
        speaker: String,
    },
    /// No page names the speaker and nothing suggests one.
    SpeakerUnnamed,
    /// A link spells a page another way; it now leads to the page.
    LinkSpelling {
        /// The title as the link spells it.
        written: String,
        /// The title of the page.
        title: String,
    },
    /// Bytes that are not UTF-8 were replaced by U+FFFD.
    NotUtf8 {
        /// In how many places.
        count: u32,
    },
    /// Control characters were left out.
    Controls {
        /// How many.
        count: u32,
    },
    /// A comment never closes; it was kept as text.
    OpenComment,
}

impl Report {
    /// Adds the entries of another report after those of this one.
    pub fn append(&mut self, mut other: Self) {
        self.read.append(&mut other.read);
        self.skipped.append(&mut other.skipped);
        self.repaired.append(&mut other.repaired);
    }

    pub(crate) fn skip(&mut self, page: &str, line: u32, section: Option<&str>, why: SkipReason) {
        let section = section.map(str::to_owned);
        self.skipped.push(Skipped {
            page: page.to_owned(),
            line,
            section,
            why,
        });
    }

    pub(crate) fn repair(&mut self, page: &str, line: u32, kind: RepairKind) {
        self.repaired.push(Repair {
            page: page.to_owned(),
            line,
            kind,
        });
    }

    pub(crate) fn damage(&mut self, page: &str, damage: Damage) {
        if let Some((line, count)) = damage.not_utf8 {
            self.repair(page, line, RepairKind::NotUtf8 { count });
        }
        if let Some((line, count)) = damage.controls {
            self.repair(page, line, RepairKind::Controls { count });
        }
        if let Some(line) = damage.open_comment {
            self.repair(page, line, RepairKind::OpenComment);
        }
    }
}

impl fmt::Display for Read {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            page,
            first_line,
            last_line,
            kind,
        } = self;
        write!(
            formatter,
            "{page}, lines {first_line} to {last_line}: {kind}"
        )
    }
}

impl fmt::Display for ReadKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Turn {
                number,
                speaker: Some(speaker),
            } => {
                write!(formatter, "turn {number}, {speaker}")
            }
            Self::Turn {
                number,
                speaker: None,
            } => write!(formatter, "turn {number}, unnamed"),
            Self::Questions { count } => write!(formatter, "{count} standing questions"),
            Self::Listing { count } => write!(formatter, "a list of {count} pages"),
        }
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            page,
            line,
            section,
            why,
        } = self;
        match section {
            Some(section) => write!(formatter, "{page}, line {line}, “{section}”: {why}"),
            None => write!(formatter, "{page}, line {line}: {why}"),
        }
    }
}

impl fmt::Display for SkipReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Sources => "left out: sources, kept as references",
            Self::Navigation => "left out: a list of links or pages",
            Self::OnlyQuestions => "left out: holds only the standing questions",
            Self::NobodyNamed => "left out: names nobody who takes part in the exchange",
            Self::BeforeFirstTurn => "left out: stands before the first turn and names no speaker",
            Self::AnotherWork => "left out: taken from another work, as its first line says",
            Self::IndexText => "left out: text of an index page",
            Self::NoExchange => "left out: no exchange, and no index page lists it",
            Self::ThirdParty { name } => {
                return write!(
                    formatter,
                    "left out: by {name}, who takes no part in the exchange"
                );
            }
            Self::EmptyTurn { speaker } => {
                return write!(formatter, "left out: names {speaker} but holds no text");
            }
            Self::Redirect { target } => {
                return write!(formatter, "left out: only points at “{target}”");
            }
            Self::Namespace { number } => {
                return write!(formatter, "left out: namespace {number} holds no exchanges");
            }
            Self::PageTooLarge { bytes } => {
                let limit = super::PAGE_BYTES_MAX;
                return write!(formatter, "left out: {bytes} bytes, more than {limit}");
            }
        };
        formatter.write_str(words)
    }
}

impl fmt::Display for Repair {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { page, line, kind } = self;
        write!(formatter, "{page}, line {line}: {kind}")
    }
}

impl fmt::Display for RepairKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SpeakerOffered { speaker, pages, of } => write!(
                formatter,
                "unnamed; offered {speaker}, who speaks in this place on {pages} of {of} pages"
            ),
            Self::SpeakerGiven { speaker } => write!(formatter, "unnamed; {speaker}, as given"),
            Self::SpeakerUnnamed => formatter.write_str("unnamed, and nothing suggests a speaker"),
            Self::LinkSpelling { written, title } => {
                write!(formatter, "the link “{written}” now leads to “{title}”")
            }
            Self::NotUtf8 { count } => {
                write!(
                    formatter,
                    "not UTF-8 in {count} places, from here; replaced by U+FFFD"
                )
            }
            Self::Controls { count } => {
                write!(formatter, "{count} control characters, from here, left out")
            }
            Self::OpenComment => formatter.write_str("a comment never closes; kept as text"),
        }
    }
}
