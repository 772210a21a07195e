//! Publishing: an edition as a folder of files that works anywhere, as one file, as a book for
//! reading devices, and as Markdown.
//!
//! The rule of this module: a page of a copy is drawn by the function that draws it for a running
//! peer, and everything written is a function of the edition alone: no clock, no path, no order
//! that another machine would have otherwise. Pages are written as they come; what is kept in
//! memory is their titles and the words that are searched.
//!
//! Reading order: [`Edition`], `walk` (going through a copy), `rewrite` (a page of a peer as a page
//! of a copy), `site`, then one of the other forms.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use polylogue_node::edition::{EditionFault, Report};
use polylogue_store::{Reader, StoreFault};

use crate::copy::Facts;
use crate::trouble::Trouble;

mod address;
mod described;
mod epub;
mod folder;
mod markdown;
mod markup;
mod opened;
mod pages;
mod print;
mod rewrite;
mod search;
mod single;
mod site;
mod style;
mod walk;

pub use self::folder::MARKER;
pub use self::opened::opened;
pub use polylogue_formats::csl::CitationStyle;

use self::folder::Folder;
use self::single::Paper;

/// An edition that is being published: what it holds, and what is known of it.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// Opens a snapshot of what its file holds, and nothing else.
    pub reader: &'a (dyn Fn() -> Result<Reader, PublishFault> + Sync),
    /// What is known of it.
    pub facts: &'a Facts,
    /// Its file, which a site carries along so that anybody can check it.
    pub file: Option<&'a [u8]>,
    /// What came of checking it, where it was opened from its file.
    pub report: Option<&'a Arc<Report>>,
}

/// What an edition is published as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A folder of pages.
    Site,
    /// One page with everything in it.
    SingleFile,
    /// A book for reading devices (EPUB 3).
    Epub,
    /// Markdown, with what each line rests on in notes.
    Markdown,
    /// A PDF on A4, through Chromium where it is installed.
    Pdf,
    /// A PDF on A5, to be folded and bound.
    Booklet,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Site,
        Self::SingleFile,
        Self::Epub,
        Self::Markdown,
        Self::Pdf,
        Self::Booklet,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::SingleFile => "single-file",
            Self::Epub => "epub",
            Self::Markdown => "markdown",
            Self::Pdf => "pdf",
            Self::Booklet => "booklet",
        }
    }
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The folder it is in.
    pub folder: PathBuf,
    /// The file to open first, in the folder.
    pub first: String,
    /// How many pages it has.
    pub pages: usize,
    /// How many bytes were written.
    pub bytes: u64,
}

/// Why an edition is not published; nothing is left of what was begun.
#[derive(Debug, thiserror::Error)]
pub enum PublishFault {
    /// The folder holds something else.
    #[error("{} holds something that is not an earlier publication", place.display())]
    NotOurs {
        /// The folder.
        place: PathBuf,
    },
    /// The folder holds an earlier publication, and a file of somebody's own.
    #[error("{} is no part of the earlier publication and would be lost", file.display())]
    Own {
        /// The file.
        file: PathBuf,
    },
    /// A file cannot be written.
    #[error("{} cannot be written: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The document is not in the edition.
    #[error("the edition does not hold the document it is of")]
    NoDocument,
    /// More pages than a copy may have.
    #[error("the edition has more than {} pages", walk::PAGES_MAX)]
    TooManyPages,
    /// There is no Chromium here.
    #[error("there is no Chromium on this machine to print with")]
    NoBrowser,
    /// Chromium did not print.
    #[error("Chromium did not print: {0}")]
    NotPrinted(String),
    /// The edition does not hold.
    #[error(transparent)]
    Edition(#[from] EditionFault),
    /// A page cannot be drawn.
    #[error("a page cannot be drawn: {0}")]
    Page(#[from] Trouble),
}

impl From<StoreFault> for PublishFault {
    fn from(fault: StoreFault) -> Self {
        Self::Page(Trouble::Store(fault))
    }
}

impl PublishFault {
    /// What to do next, in a sentence.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotOurs { .. } => "name a folder that is empty or not there yet",
            Self::Own { .. } => "move it elsewhere, or publish into a new folder",
            Self::Write { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                "make room on the disk and publish again; nothing was left of this attempt"
            }
            Self::Write { .. } => "look at the path and at the disk, then publish again",
            Self::NoDocument => "fetch the edition's file again, or make the edition anew",
            Self::TooManyPages => "make an edition that rests on less",
            Self::NoBrowser => {
                "install Chromium, or publish with `--format single-file` and print that page \
                 from any browser"
            }
            Self::NotPrinted(_) => {
                "publish with `--format single-file` and print that page from any browser"
            }
            Self::Edition(fault) => fault.hint(),
            Self::Page(_) => "check the edition with `polylogue edition verify`",
        }
    }
}

/// Publishes an edition into a folder, which must be empty, absent, or hold an earlier publication.
///
/// # Errors
/// A [`PublishFault`]; then the folder is as it was.
pub fn publish(
    edition: &Edition<'_>,
    format: Format,
    place: &Path,
) -> Result<Published, PublishFault> {
    publish_within(edition, format, place, u64::MAX)
}

/// As [`publish`], writing at most so many bytes, as on a disk that has no more room.
///
/// # Errors
/// As [`publish`].
pub fn publish_within(
    edition: &Edition<'_>,
    format: Format,
    place: &Path,
    room: u64,
) -> Result<Published, PublishFault> {
    walk::check(edition)?;
    let folder = Folder::begin(place, &marker(edition, format), room)?;
    let (first, pages) = match format {
        Format::Site => site::write(edition, &folder)?,
        Format::SingleFile => single::write(edition, &folder, Paper::A5)?,
        Format::Epub => epub::write(edition, &folder)?,
        Format::Markdown => markdown::write(edition, &folder)?,
        Format::Pdf => print::write(edition, &folder, Paper::A4)?,
        Format::Booklet => print::write(edition, &folder, Paper::A5)?,
    };
    Ok(Published {
        bytes: folder.finish()?,
        folder: place.to_owned(),
        first,
        pages,
    })
}

/// What the marker of a publication says.
fn marker(edition: &Edition<'_>, format: Format) -> String {
    let (hash, format) = (&edition.facts.hash, format.name());
    format!("\"version\":1,\"edition\":\"{hash}\",\"format\":\"{format}\"")
}

/// What a file of an edition is called: title and version in plain letters, and the ending.
fn file_name(facts: &Facts, ending: &str) -> String {
    let mut name = String::new();
    for character in format!("{} {}", facts.title, facts.version).chars() {
        if name.len() >= 60 {
            break;
        }
        if character.is_ascii_alphanumeric() {
            name.push(character.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    match name.trim_end_matches('-') {
        "" => format!("edition-{}.{ending}", facts.short_hash()),
        name => format!("{name}.{ending}"),
    }
}
