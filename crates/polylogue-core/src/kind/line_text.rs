//! A new wording of a line; two that nothing replaces are both shown.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::line::{check_traces, traced};
use crate::kind::{Kind, Malformed, Reference, Say, Trace, check_named};
use crate::limits::{LINE_BYTES_MAX, REFERENCES_MAX};
use crate::text::Text;

/// Writes a line's text and traces.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LineText {
    /// The line.
    #[n(0)]
    pub line: OperationId,
    /// The text, Markdown; may be empty.
    #[n(1)]
    pub text: Text,
    /// What it rests on.
    #[n(2)]
    pub traces: Vec<Trace>,
    /// Wordings this replaces, in order of id; the line itself for its first.
    #[n(3)]
    pub replaces: Vec<OperationId>,
}

impl Say for LineText {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check_optional("the line", LINE_BYTES_MAX)?;
        check_traces(&self.traces)?;
        check_named(&self.replaces, "the earlier wordings", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = traced(&self.traces);
        references.extend(Reference::all(
            &self.replaces,
            &[Kind::Line, Kind::LineText],
        ));
        references.push(Reference::to(self.line, &[Kind::Line]));
        references
    }
}
