//! An edition: a document as it stood, frozen with everything it rests on.

use minicbor::{Decode, Encode};

use crate::id::{Hash, OperationId};
use crate::kind::{Kind, Malformed, Reference, Say, check_listed, check_named};
use crate::limits::{EDITION_PARTS_MAX, LICENCE_BYTES_MAX, NAME_BYTES_MAX, NAMED_MAX};
use crate::text::check_words;

/// Freezes a document. What it consists of is listed in a [`crate::edition::Manifest`], which
/// travels in the parts named here.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Edition {
    /// The document.
    #[n(0)]
    pub document: OperationId,
    /// The name of this version, such as `1.0`.
    #[n(1)]
    pub name: String,
    /// Its licence (SPDX).
    #[n(2)]
    pub licence: String,
    /// BLAKE3 of what is read: [`crate::edition::Content`]. No signature is in it.
    #[n(3)]
    pub content: Hash,
    /// BLAKE3 of the manifest's bytes.
    #[n(4)]
    pub manifest: Hash,
    /// The operations that carry the manifest ([`super::EditionPart`]), in the order of its bytes.
    #[n(5)]
    pub parts: Vec<OperationId>,
    /// Comments that are open in it, in order of id.
    #[n(6)]
    pub open: Vec<OperationId>,
}

impl Say for Edition {
    fn check(&self) -> Result<(), Malformed> {
        if self.name.trim().is_empty() {
            return Err(Malformed::Empty("the name of the version"));
        }
        check_words(&self.name, "the name of the version", NAME_BYTES_MAX)?;
        check_words(&self.licence, "the licence", LICENCE_BYTES_MAX)?;
        if self.parts.is_empty() {
            return Err(Malformed::Missing("what the edition consists of"));
        }
        check_listed(&self.parts, "the parts", EDITION_PARTS_MAX)?;
        check_named(&self.open, "the open comments", NAMED_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = vec![Reference::to(self.document, &[Kind::Document])];
        references.extend(Reference::all(&self.parts, &[Kind::EditionPart]));
        references.extend(Reference::all(&self.open, &[]));
        references
    }
}
