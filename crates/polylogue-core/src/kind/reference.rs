//! A soft reference: an id and the kinds expected behind it.

use crate::id::OperationId;
use crate::kind::Kind;

/// Names another operation; inert, in words, while that is absent, set aside, erased or of
/// another kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The operation named.
    pub id: OperationId,
    /// Kinds that make sense here; empty: any.
    pub expects: &'static [Kind],
}

impl Reference {
    /// A reference to one of some kinds.
    pub(crate) fn to(id: OperationId, expects: &'static [Kind]) -> Self {
        Self { id, expects }
    }

    /// References to one of some kinds each.
    pub(crate) fn all(ids: &[OperationId], expects: &'static [Kind]) -> Vec<Self> {
        ids.iter().map(|id| Self::to(*id, expects)).collect()
    }
}
