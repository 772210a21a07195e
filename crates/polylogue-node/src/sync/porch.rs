//! What newcomers say, apart from what is compared: which of it is here, and what was here lately.
//!
//! The porch is no set that peers make equal: each drops what is over its own quotas. So a side
//! names what it holds, the other asks for what it has never met, and what a peer once let go of
//! is not asked for again; else a flood would go round a ring of peers for ever.

use std::collections::{BTreeMap, VecDeque};

use super::limits::{PORCH_OFFER_MAX, PORCH_PAST_MAX};
use super::set::{Id, Key};

/// The newcomers' operations held here, in the order they came, and those held here lately.
#[derive(Debug, Default)]
pub struct Porch {
    /// Held now, by when they came.
    held: BTreeMap<u64, Key>,
    /// Held now or lately, with when they came.
    met: BTreeMap<Id, u64>,
    /// Held no longer, the latest last.
    past: VecDeque<Id>,
    next: u64,
}

impl Porch {
    /// A porch that holds these, the oldest first.
    pub fn new(keys: &[Key]) -> Self {
        let mut porch = Self::default();
        porch.change(keys, &[]);
        porch
    }

    /// Notes what came, the oldest first, and what is held no longer.
    pub fn change(&mut self, joined: &[Key], left: &[Key]) {
        for key in joined {
            let is_held = |came: &u64| self.held.contains_key(came);
            if !self.met.get(&key.id).is_some_and(is_held) {
                self.met.insert(key.id, self.next);
                self.held.insert(self.next, *key);
                self.next += 1;
            }
        }
        for key in left {
            if let Some(came) = self.met.get(&key.id)
                && self.held.remove(came).is_some()
            {
                self.past.push_back(key.id);
            }
        }
        while self.past.len() > PORCH_PAST_MAX {
            let oldest = self.past.pop_front();
            if let Some(id) = oldest
                && let Some(came) = self.met.get(&id)
                && !self.held.contains_key(came)
            {
                self.met.remove(&id);
            }
        }
    }

    /// Tells whether it is here, or was here lately.
    pub(super) fn has_met(&self, id: &Id) -> bool {
        self.met.contains_key(id)
    }

    /// Returns the newest, which is what another peer would keep of them, the oldest of these
    /// first.
    pub(super) fn offered(&self) -> Vec<Key> {
        let newest = self.held.values().rev().take(PORCH_OFFER_MAX);
        let mut keys: Vec<Key> = newest.copied().collect();
        keys.reverse();
        keys
    }
}

/// What was named of newcomers' operations in one session, and how far it was dealt with.
#[derive(Debug, Default)]
pub(super) struct Telling {
    /// To be named, the oldest first.
    pub(super) due: VecDeque<Key>,
    /// Keys named to the other side since the start.
    pub(super) named: u64,
    /// Of these, as many as it said it has dealt with.
    pub(super) heard: u64,
    /// Keys the other side named since the start.
    pub(super) received: u64,
    /// Of these, as many as it was told are dealt with.
    pub(super) answered: u64,
}

impl Telling {
    /// Queues keys to be named; past what the other side would keep, the oldest go unnamed.
    pub(super) fn push(&mut self, keys: &[Key]) {
        self.due.extend(keys);
        let surplus = self.due.len().saturating_sub(PORCH_OFFER_MAX);
        self.due.drain(..surplus);
    }

    /// Takes the next keys to name.
    pub(super) fn take(&mut self, n_max: usize) -> Vec<Key> {
        let keys: Vec<Key> = self.due.drain(..self.due.len().min(n_max)).collect();
        self.named += keys.len() as u64;
        keys
    }

    /// Notes what the other side has dealt with; `false` if it cannot be.
    pub(super) fn note_heard(&mut self, keys: u64) -> bool {
        let is_possible = keys >= self.heard && keys <= self.named;
        if is_possible {
            self.heard = keys;
        }
        is_possible
    }

    /// Tells whether all is named and dealt with, on both sides.
    pub(super) fn is_settled(&self) -> bool {
        self.due.is_empty() && self.named == self.heard && self.received == self.answered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u64) -> Key {
        let mut id = [0; 32];
        id[..8].copy_from_slice(&number.to_be_bytes());
        Key { time: 1, id }
    }

    #[test]
    fn what_was_let_go_of_is_remembered_and_not_named() {
        let mut porch = Porch::new(&[key(1), key(2), key(3)]);
        porch.change(&[key(3), key(4)], &[key(1)]);
        assert_eq!(porch.offered(), [key(2), key(3), key(4)]);
        assert!(porch.has_met(&key(1).id) && !porch.has_met(&key(5).id));
        porch.change(&[key(1)], &[]);
        assert_eq!(porch.offered(), [key(2), key(3), key(4), key(1)]);
    }

    #[test]
    fn what_is_named_and_remembered_is_bounded_and_the_newest() {
        let n_all = (PORCH_PAST_MAX + 100) as u64;
        let all: Vec<Key> = (0..n_all).map(key).collect();
        let mut porch = Porch::new(&all);
        assert_eq!(porch.offered().len(), PORCH_OFFER_MAX);
        assert_eq!(porch.offered().last(), all.last());
        porch.change(&[], &all);
        assert!(porch.offered().is_empty());
        assert!(!porch.has_met(&key(99).id) && porch.has_met(&key(100).id));
        assert_eq!(porch.met.len(), PORCH_PAST_MAX);
    }
}
