//! A move: what a voice does to a target (`move` is a word of the language this is written in).

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, Voice};
use crate::limits::NOTE_BYTES_MAX;
use crate::move_kind::MoveKind;
use crate::passage::Passage;
use crate::text::Text;

/// What a move is about.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Target {
    /// A perspective, claim, turn, question, source, line or another move.
    #[n(0)]
    pub id: OperationId,
    /// The passage of it, where it is one.
    #[n(1)]
    pub passage: Option<Passage>,
}

/// One move, signed by whoever marks it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Move {
    /// The number of its kind ([`MoveKind`]).
    #[n(0)]
    pub kind: u16,
    /// What it is about.
    #[n(1)]
    pub target: Target,
    /// The perspective spoken for; none: oneself.
    #[n(2)]
    pub perspective: Option<OperationId>,
    /// From where.
    #[n(3)]
    pub voice: Voice,
    /// The words that make the move, where another's turn makes it: the mark is the marker's,
    /// not yet the speaker's.
    #[n(4)]
    pub found_in: Option<Passage>,
    /// Why.
    #[n(5)]
    pub reason: Option<Text>,
    /// The danger, the part, the other party: what its kind asks for.
    #[n(6)]
    pub object: Option<Text>,
    /// The condition.
    #[n(7)]
    pub condition: Option<Text>,
    /// Reframes from, distinguishes this.
    #[n(8)]
    pub from: Option<Text>,
    /// Reframes to, distinguishes from that.
    #[n(9)]
    pub to: Option<Text>,
}

impl Say for Move {
    fn check(&self) -> Result<(), Malformed> {
        if (self.voice == Voice::Oneself) != self.perspective.is_none() {
            return Err(Malformed::Missing("the perspective spoken for"));
        }
        let passages = [&self.target.passage, &self.found_in];
        passages
            .into_iter()
            .flatten()
            .try_for_each(Passage::check)?;
        let texts = [
            &self.reason,
            &self.object,
            &self.condition,
            &self.from,
            &self.to,
        ];
        texts
            .into_iter()
            .flatten()
            .try_for_each(|it| it.check("the remark", NOTE_BYTES_MAX))?;
        match MoveKind::of(self.kind) {
            Some(kind) => kind.check_needs(self),
            None => Err(Malformed::Unknown),
        }
    }

    fn references(&self) -> Vec<Reference> {
        const TARGETS: &[Kind] = &[
            Kind::Perspective,
            Kind::Claim,
            Kind::Turn,
            Kind::Question,
            Kind::Source,
            Kind::Line,
            Kind::Move,
        ];
        let mut references = vec![Reference::to(self.target.id, TARGETS)];
        references.extend(
            self.perspective
                .map(|id| Reference::to(id, &[Kind::Perspective])),
        );
        references.extend(
            self.found_in
                .iter()
                .map(|it| Reference::to(it.of, &[Kind::Turn])),
        );
        references
    }
}
