//! What is here without its text: when this side looks for it, and what it asked the other for.
//!
//! Its id is in the set, so no comparison shows that the text is lacking: a peer that took it out
//! on the way would have taken it out for good.

use std::collections::BTreeSet;

use super::limits::{TEXTS_ASKED_MAX, TEXTS_LOOKED_MAX};
use super::set::Id;

/// Which operations without their text the owner should name next to [`super::Session::want`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// Those behind this one in an order of the owner's own; from the first on, if there is none.
    pub after: Option<Id>,
    /// How many at most.
    pub count_max: usize,
}

#[derive(Debug, Default)]
pub(super) struct Texts {
    is_due: bool,
    is_looking: bool,
    /// The last one that was looked at; the next look begins behind it.
    after: Option<Id>,
    /// Asked of the other side in this session.
    asked: BTreeSet<Id>,
}

impl Texts {
    /// Something came to be here, with or without its text.
    pub(super) fn hasten(&mut self) {
        self.is_due = self.asked.len() < TEXTS_ASKED_MAX;
    }

    /// Tells whether there is nothing to look for or being looked for.
    pub(super) fn is_settled(&self) -> bool {
        !self.is_due && !self.is_looking
    }

    /// What to look for, if it is time to.
    pub(super) fn look(&mut self) -> Option<Lacking> {
        if !self.is_due || self.is_looking {
            return None;
        }
        self.is_looking = true;
        self.is_due = false;
        Some(Lacking {
            after: self.after,
            count_max: TEXTS_LOOKED_MAX,
        })
    }

    /// Takes in what was found and gives what the other side was not asked for yet.
    pub(super) fn found(&mut self, lacking: &[Id]) -> Vec<Id> {
        self.is_looking = false;
        self.after = lacking.get(TEXTS_LOOKED_MAX - 1).copied();
        let room = TEXTS_ASKED_MAX - self.asked.len();
        let strange = lacking.iter().filter(|id| !self.asked.contains(*id));
        let strange: Vec<Id> = strange.take(room).copied().collect();
        self.asked.extend(&strange);
        if self.after.is_some() {
            self.hasten();
        }
        strange
    }

    /// Tells whether the other side was asked for it.
    pub(super) fn has_asked(&self, id: &Id) -> bool {
        self.asked.contains(id)
    }
}
