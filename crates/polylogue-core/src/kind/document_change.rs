//! One save of a shared document: which writes belong together, what stood when it was made, why.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::REFERENCES_MAX;

/// Closes a save. Its writes are those of its key from `first` up to this operation; they are not
/// named one by one, so that a save of a whole book is one operation more and no list.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DocumentChange {
    /// The document.
    #[n(0)]
    pub document: OperationId,
    /// The first of its writes.
    #[n(1)]
    pub first: OperationId,
    /// What was known here and nothing known had named yet: changes, and writes that belong to
    /// none; in order of id. With everything they name in turn, and whatever the same keys wrote
    /// before, they are what stood when this was made.
    #[n(2)]
    pub after: Vec<OperationId>,
    /// The note that says why, so that words can be erased and what stood can not.
    #[n(3)]
    pub because: Option<OperationId>,
    /// The change it takes back, where it does.
    #[n(4)]
    pub undoes: Option<OperationId>,
}

impl Say for DocumentChange {
    fn check(&self) -> Result<(), Malformed> {
        check_named(&self.after, "the earlier changes", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        const CHANGES: &[Kind] = &[
            Kind::DocumentChange,
            Kind::Document,
            Kind::Line,
            Kind::LineText,
            Kind::LinePlace,
            Kind::LineStruck,
            Kind::LineClause,
        ];
        let mut references = Reference::all(&self.after, CHANGES);
        references.push(Reference::to(self.document, &[Kind::Document]));
        let undone = self.undoes.into_iter();
        references.extend(undone.map(|it| Reference::to(it, CHANGES)));
        references.extend(self.because.map(|it| Reference::to(it, &[Kind::Note])));
        references
    }
}
