//! A step of the law, signed by a keeper.

use minicbor::{Decode, Encode};

use crate::id::{Key, OperationId};
use crate::kind::{Kind, Law, Malformed, Reference, Say, check_named};
use crate::limits::{NAMED_MAX, OFFICES_MAX};

/// A power that a resolution can end for one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Power {
    /// Greeting.
    #[n(0)]
    Greeter,
    /// Moderating.
    #[n(1)]
    Moderator,
    /// Facilitating.
    #[n(2)]
    Facilitator,
    /// Publishing.
    #[n(3)]
    Publisher,
    /// Membership.
    #[n(4)]
    Membership,
}

/// A power ended, with what still counts of it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Ended {
    /// Whose.
    #[n(0)]
    pub holder: Key,
    /// Which.
    #[n(1)]
    pub power: Power,
    /// Heads whose past still counts, in order of id; none: nothing.
    #[n(2)]
    pub accepts: Vec<OperationId>,
}

/// Replaces the whole law once enough keepers of its parent's roll assent.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Resolution {
    /// The rules it is judged under.
    #[n(0)]
    pub rules: u64,
    /// The founding or resolution it follows.
    #[n(1)]
    pub parent: OperationId,
    /// The whole new law.
    #[n(2)]
    pub law: Law,
    /// Powers this ends.
    #[n(3)]
    pub ended: Vec<Ended>,
    /// Why, in a note that can be erased.
    #[n(4)]
    pub words: Option<OperationId>,
}

impl Say for Resolution {
    fn check(&self) -> Result<(), Malformed> {
        self.law.check()?;
        if self.ended.len() > OFFICES_MAX {
            return Err(Malformed::Named("the powers ended"));
        }
        self.ended
            .iter()
            .try_for_each(|it| check_named(&it.accepts, "the heads", NAMED_MAX))
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Vec::new();
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
