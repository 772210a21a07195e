//! A new wording of a perspective; of several that nothing replaces, all are shown.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_listed, check_named};
use crate::limits::{NAME_BYTES_MAX, NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// Replaces name, summary and sources whole.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct PerspectiveRevise {
    /// The perspective.
    #[n(0)]
    pub perspective: OperationId,
    /// The name.
    #[n(1)]
    pub name: Text,
    /// A short name for tables; empty: the name.
    #[n(2)]
    pub short: Text,
    /// What it says, Markdown; may be empty.
    #[n(3)]
    pub summary: Text,
    /// Sources it rests on.
    #[n(4)]
    pub sources: Vec<OperationId>,
    /// Earlier writes this replaces, in order of id.
    #[n(5)]
    pub replaces: Vec<OperationId>,
}

impl Say for PerspectiveRevise {
    fn check(&self) -> Result<(), Malformed> {
        self.name.check("the name", NAME_BYTES_MAX)?;
        self.short
            .check_optional("the short name", NAME_BYTES_MAX)?;
        self.summary.check_optional("the summary", NOTE_BYTES_MAX)?;
        check_listed(&self.sources, "the sources", REFERENCES_MAX)?;
        check_named(&self.replaces, "the earlier wordings", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.replaces, &[Kind::PerspectiveRevise]);
        references.extend(Reference::all(&self.sources, &[Kind::Source]));
        references.push(Reference::to(self.perspective, &[Kind::Perspective]));
        references
    }
}
