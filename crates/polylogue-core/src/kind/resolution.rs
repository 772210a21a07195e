//! A step of the law, signed by a keeper.

use minicbor::{Decode, Encode};

use crate::cbor;
use crate::id::{Hash, Key, OperationId};
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
    /// Where this law lets members vouch no longer: the vouches made so far that keep counting, in
    /// order of id. Others made under the laws before it count no longer. Also in a resolution
    /// that comes before or after that one, where there are too many for one, or some were
    /// forgotten.
    #[n(5)]
    pub vouches: Option<Vec<OperationId>>,
}

impl Resolution {
    /// A hash of all it says but the reason: proposals with the same one that follow the same law
    /// are one proposal.
    pub(crate) fn says(&self) -> Hash {
        let vouches = self.vouches.clone();
        let without_reason = Self {
            words: None,
            vouches,
            rules: self.rules,
            parent: OperationId([0; 32]),
            law: self.law.clone(),
            ended: self.ended.clone(),
        };
        Hash::of(&cbor::encode(&without_reason))
    }
}

impl Say for Resolution {
    fn check(&self) -> Result<(), Malformed> {
        self.law.check()?;
        if self.ended.len() > OFFICES_MAX {
            return Err(Malformed::Named("the powers ended"));
        }
        if let Some(vouches) = &self.vouches {
            check_named(vouches, "the vouches", NAMED_MAX)?;
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
