//! A standpoint that takes part.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{BroughtIn, Kind, Malformed, Reference, Say, check_listed};
use crate::limits::{NAME_BYTES_MAX, NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// Names a standpoint.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Perspective {
    /// The name.
    #[n(0)]
    pub name: Text,
    /// A short name for tables; empty: the name.
    #[n(1)]
    pub short: Text,
    /// What it says, Markdown; may be empty.
    #[n(2)]
    pub summary: Text,
    /// Sources it rests on.
    #[n(3)]
    pub sources: Vec<OperationId>,
    /// Where it was brought in from, if it was.
    #[n(4)]
    pub brought_in: Option<BroughtIn>,
}

impl Say for Perspective {
    fn check(&self) -> Result<(), Malformed> {
        self.name.check("the name", NAME_BYTES_MAX)?;
        self.short
            .check_optional("the short name", NAME_BYTES_MAX)?;
        self.summary.check_optional("the summary", NOTE_BYTES_MAX)?;
        self.brought_in.as_ref().map_or(Ok(()), BroughtIn::check)?;
        check_listed(&self.sources, "the sources", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        Reference::all(&self.sources, &[Kind::Source])
    }
}
