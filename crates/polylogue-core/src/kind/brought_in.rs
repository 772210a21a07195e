//! Words brought in from elsewhere: who is said to have spoken is text with a source, never a
//! person of this commons.

use minicbor::{Decode, Encode};

use crate::kind::Malformed;
use crate::limits::{ADDRESS_BYTES_MAX, LICENCE_BYTES_MAX, NAME_BYTES_MAX};
use crate::text::check_words;

/// How the speaker's name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Naming {
    /// The source names the speaker.
    #[n(0)]
    Named,
    /// Taken from the pattern of sibling pages; the source does not say.
    #[n(1)]
    Repaired,
    /// Nobody is named.
    #[n(2)]
    Unnamed,
    /// A paraphrase, in the words of whoever brought it in.
    #[n(3)]
    Paraphrased,
}

/// Where a piece was brought in from.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct BroughtIn {
    /// Who is said to have spoken; empty if unnamed.
    #[n(0)]
    pub speaker: String,
    /// How that name was found.
    #[n(1)]
    pub naming: Naming,
    /// Address of the source.
    #[n(2)]
    pub address: String,
    /// Revision of the source: its own number, or the hash of what was read.
    #[n(3)]
    pub revision: String,
    /// Licence of the source (SPDX).
    #[n(4)]
    pub licence: String,
    /// When it was said, as far as the source tells: `2011`, `2011-12-13`.
    #[n(5)]
    pub date: String,
    /// First and last line read, counted from 1; zeros if the source has no lines.
    #[n(6)]
    pub lines: (u32, u32),
}

impl BroughtIn {
    pub(crate) fn check(&self) -> Result<(), Malformed> {
        check_words(&self.speaker, "the speaker", NAME_BYTES_MAX)?;
        check_words(&self.address, "the address", ADDRESS_BYTES_MAX)?;
        check_words(&self.revision, "the revision", NAME_BYTES_MAX)?;
        check_words(&self.licence, "the licence", LICENCE_BYTES_MAX)?;
        check_words(&self.date, "the date", NAME_BYTES_MAX)?;
        if self.address.is_empty() {
            Err(Malformed::Missing("the address"))
        } else {
            Ok(())
        }
    }
}
