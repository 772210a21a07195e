//! A moderator counts an opinion map without some people too, with a reason, in the public log.
//!
//! It takes no vote away: the map of everybody stays, and this one is shown beside it.

use minicbor::{Decode, Encode};

use crate::id::{Key, OperationId};
use crate::kind::{Kind, Malformed, Reference, Say, check_named};
use crate::limits::{NAMED_MAX, REFERENCES_MAX};

/// Says without whom a map is counted beside the one of everybody, in place of the earlier words it
/// names; what moderators said knowing nothing of each other stands together, and
/// one that names nobody ends what stood before.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CountWithout {
    /// The question or dialogue the map is of; none for claims under nothing. Who moderates one
    /// dialogue alone may name that.
    #[n(0)]
    pub of: Option<OperationId>,
    /// Root keys of those left out, in order; nobody, to end it.
    #[n(1)]
    pub people: Vec<Key>,
    /// Why, in a note that can be erased.
    #[n(2)]
    pub words: Option<OperationId>,
    /// Earlier words on the same map, in order of id.
    #[n(3)]
    pub replaces: Vec<OperationId>,
}

impl Say for CountWithout {
    fn check(&self) -> Result<(), Malformed> {
        if self.words.is_none() {
            return Err(Malformed::Missing("the reason"));
        }
        let in_order = self.people.is_sorted_by(|first, second| first < second);
        if self.people.len() > NAMED_MAX || !in_order {
            return Err(Malformed::Named("the people left out"));
        }
        if self.people.is_empty() && self.replaces.is_empty() {
            return Err(Malformed::Missing("who is left out, or what it ends"));
        }
        check_named(&self.replaces, "the earlier words", REFERENCES_MAX)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Reference::all(&self.replaces, &[Kind::CountWithout]);
        references.extend(
            self.of
                .map(|id| Reference::to(id, &[Kind::Question, Kind::Dialogue])),
        );
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(people: &[u8], words: Option<u8>, replaces: &[u8]) -> CountWithout {
        let id = |byte: &u8| OperationId([*byte; 32]);
        CountWithout {
            of: None,
            people: people.iter().map(|it| Key([*it; 32])).collect(),
            words: words.as_ref().map(id),
            replaces: replaces.iter().map(id).collect(),
        }
    }

    #[test]
    fn nobody_is_left_out_without_a_reason_or_twice() {
        let without_reason = said(&[1, 2], None, &[]).check();
        assert_eq!(without_reason, Err(Malformed::Missing("the reason")));
        for people in [[2_u8, 1], [1, 1]] {
            let refused = said(&people, Some(9), &[]).check();
            assert_eq!(refused, Err(Malformed::Named("the people left out")));
        }
        assert_eq!(said(&[1, 2], Some(9), &[]).check(), Ok(()));
    }

    #[test]
    fn nobody_left_out_ends_what_stood_and_nothing_else() {
        assert_eq!(said(&[], Some(9), &[3]).check(), Ok(()));
        let ends_nothing = said(&[], Some(9), &[]).check();
        let missing = Malformed::Missing("who is left out, or what it ends");
        assert_eq!(ends_nothing, Err(missing));
    }
}
