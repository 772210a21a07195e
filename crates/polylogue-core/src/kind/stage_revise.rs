//! A stage is planned otherwise.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::{Kind, Malformed, Plan, Reference, Say, check_named};
use crate::limits::REFERENCES_MAX;

/// Plans a stage anew; of two plans that nothing replaces both are shown.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct StageRevise {
    /// The stage.
    #[n(0)]
    pub stage: OperationId,
    /// What it is now.
    #[n(1)]
    pub plan: Plan,
    /// Earlier plans this replaces, in order of id.
    #[n(2)]
    pub replaces: Vec<OperationId>,
}

impl Say for StageRevise {
    fn check(&self) -> Result<(), Malformed> {
        self.plan.check()?;
        check_named(&self.replaces, "the earlier plans", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.replaces, &[Kind::StageRevise]);
        references.push(Reference::to(self.stage, &[Kind::Stage]));
        references
    }
}
