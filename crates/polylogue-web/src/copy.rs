//! A copy: an edition opened from its file, as pages are made of it. Nobody reads it as a member,
//! nothing can be done in it, and it knows no time but its own.

use std::sync::Arc;

use polylogue_core::id::{Key, OperationId};
use polylogue_formats::csl::CitationStyle;
use polylogue_node::edition::Report;
use polylogue_store::Reader;

use crate::routes::Name;

/// The key of whoever reads a copy: nobody's.
pub const NOBODY: Key = Key([0; 32]);

/// One snapshot of what an edition holds, with what is known of the edition.
#[derive(Debug)]
pub struct Copy<'a> {
    /// The commons the edition was made in.
    pub commons: OperationId,
    /// What the edition holds.
    pub reader: Reader,
    /// What every page says of the edition.
    pub facts: &'a Facts,
    /// What came of checking it, where it was opened from its file.
    pub report: Option<Arc<Report>>,
}

/// What is known of an edition, from its file alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The commons it was made in.
    pub commons: OperationId,
    /// The document it is of.
    pub document: OperationId,
    /// The page that shows its text: which, and of what.
    pub text: (Name, OperationId),
    /// The title of the document.
    pub title: String,
    /// What this version is called.
    pub version: String,
    /// The content hash, in hexadecimal digits.
    pub hash: String,
    /// When it was made, as its maker claims (seconds since 1970-01-01 UTC).
    pub made: u64,
    /// The language of the document (BCP 47); empty if nobody said.
    pub language: String,
    /// Its licence (SPDX); empty if none is named.
    pub licence: String,
    /// Who signed it, and as what.
    pub signers: Vec<(String, String)>,
    /// Who contributed, by kind of work.
    pub contributors: Vec<(String, String)>,
    /// Notices that travel with the material it cites, a sentence each.
    pub notices: Vec<String>,
    /// How works are cited in it.
    pub style: CitationStyle,
    /// Editions of the same document before this one, the latest first: version, hash and time.
    pub earlier: Vec<(String, String, u64)>,
}

impl Facts {
    /// The beginning of the content hash, as people compare it.
    #[must_use]
    pub fn short_hash(&self) -> &str {
        self.hash.get(..16).unwrap_or(&self.hash)
    }
}
