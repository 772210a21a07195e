//! What is here without its text: the other side is asked for it once, and again if it says that
//! it has come to hold it.

use super::Session;
use crate::sync::compare::Round;
use crate::sync::set::{Id, Key, SortedSet};
use crate::sync::texts::Lacking;

impl Session {
    /// Returns what the owner should look for among operations that are here without their text,
    /// and give to [`Self::want`].
    ///
    /// `None` until the last ones were given, where nothing came since, and while what a comparison
    /// found or a request is under way.
    pub fn poll_lacking(&mut self) -> Option<Lacking> {
        // An answerer is not told that a comparison stood still, and waits for the next.
        let is_between = matches!(self.compare.round, Round::Idle | Round::Comparing);
        if is_between && self.may_speak() && self.incoming.is_quiet() {
            self.texts.look()
        } else {
            None
        }
    }

    /// Takes in the ids the owner found for the last [`Self::poll_lacking`], and asks the other
    /// side for those it was not asked for before.
    pub fn want(&mut self, lacking: &[Id]) {
        let strange = self.texts.found(lacking);
        self.incoming.want_texts(strange);
    }

    /// Tells whether the other side has answered for every text that is lacking here.
    pub fn is_text_settled(&self) -> bool {
        self.texts.is_settled() && self.incoming.is_quiet()
    }

    /// The other side names what it had no text of when it was asked: now it may have.
    pub(super) fn want_again(&mut self, keys: &[Key], set: &SortedSet) {
        let again = keys
            .iter()
            .filter(|key| set.contains(key) && self.texts.has_asked(&key.id))
            .map(|key| key.id);
        let again: Vec<Id> = again.collect();
        self.incoming.want_texts(again);
    }
}
