//! What a line of a shared document says, as data: who does what to whom.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NOTE_BYTES_MAX, REFERENCES_MAX};
use crate::move_kind::MoveKind;
use crate::text::Text;

/// Writes what a line says; what it rests on stands with its words.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LineClause {
    /// The line.
    #[n(0)]
    pub line: OperationId,
    /// Who, as the line has it.
    #[n(1)]
    pub perspective: OperationId,
    /// What it does: the number of a kind of move ([`MoveKind`]).
    #[n(2)]
    pub kind: u16,
    /// To whom or what: a perspective, claim, turn, question, source or move.
    #[n(3)]
    pub target: OperationId,
    /// The condition that the line keeps, if it keeps one.
    #[n(4)]
    pub condition: Option<Text>,
    /// Earlier words on it, in order of id.
    #[n(5)]
    pub replaces: Vec<OperationId>,
}

impl Say for LineClause {
    fn check(&self) -> Result<(), Malformed> {
        if let Some(condition) = &self.condition {
            condition.check("the condition", NOTE_BYTES_MAX)?;
        }
        if MoveKind::of(self.kind).is_none() {
            return Err(Malformed::Unknown);
        }
        check_named(&self.replaces, "the earlier words", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        const TARGETS: &[Kind] = &[
            Kind::Perspective,
            Kind::Claim,
            Kind::Turn,
            Kind::Question,
            Kind::Source,
            Kind::Move,
        ];
        let mut references = Reference::all(&self.replaces, &[Kind::LineClause]);
        references.push(Reference::to(self.line, &[Kind::Line]));
        references.push(Reference::to(self.perspective, &[Kind::Perspective]));
        references.push(Reference::to(self.target, TARGETS));
        references
    }
}
