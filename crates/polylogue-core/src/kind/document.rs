//! A co-written document: a set of lines.

use minicbor::{Decode, Encode};

use crate::kind::{Malformed, Say};
use crate::limits::{LICENCE_BYTES_MAX, SENTENCE_BYTES_MAX};
use crate::text::{Text, check_words};

/// Begins a document.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Document {
    /// The title.
    #[n(0)]
    pub title: Text,
    /// Its licence (SPDX), where it is not the commons' own; else empty.
    #[n(1)]
    pub licence: String,
}

impl Say for Document {
    fn check(&self) -> Result<(), Malformed> {
        self.title.check("the title", SENTENCE_BYTES_MAX)?;
        check_words(&self.licence, "the licence", LICENCE_BYTES_MAX)
    }
}
