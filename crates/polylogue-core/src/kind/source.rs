//! A work in the shared library that passages can anchor to.

use minicbor::{Decode, Encode};

use crate::kind::{Malformed, Say};
use crate::limits::{
    ADDRESS_BYTES_MAX, LICENCE_BYTES_MAX, NAME_BYTES_MAX, NOTE_BYTES_MAX, SENTENCE_BYTES_MAX,
    TURN_BYTES_MAX,
};
use crate::text::{Text, check_words};

/// A work, in the fields of CSL.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Source {
    /// The type of work in CSL: `webpage`, `book`, `article-journal`.
    #[n(0)]
    pub csl_type: String,
    /// Its title.
    #[n(1)]
    pub title: Text,
    /// Who made it, as printed, separated by `; `.
    #[n(2)]
    pub authors: String,
    /// When it was issued, as printed.
    #[n(3)]
    pub issued: String,
    /// Where it can be read; empty if nowhere.
    #[n(4)]
    pub address: String,
    /// Its licence (SPDX), if known; else empty.
    #[n(5)]
    pub licence: String,
    /// What it is to this commons; may be empty.
    #[n(6)]
    pub note: Text,
    /// Its text, where it may be kept here.
    #[n(7)]
    pub text: Option<Text>,
}

impl Say for Source {
    fn check(&self) -> Result<(), Malformed> {
        self.title.check("the title", SENTENCE_BYTES_MAX)?;
        self.note.check_optional("the note", NOTE_BYTES_MAX)?;
        check_words(&self.csl_type, "the type", LICENCE_BYTES_MAX)?;
        check_words(&self.authors, "the authors", SENTENCE_BYTES_MAX)?;
        check_words(&self.issued, "the date", NAME_BYTES_MAX)?;
        check_words(&self.address, "the address", ADDRESS_BYTES_MAX)?;
        check_words(&self.licence, "the licence", LICENCE_BYTES_MAX)?;
        match &self.text {
            Some(text) => text.check("the text", TURN_BYTES_MAX),
            None => Ok(()),
        }
    }
}
