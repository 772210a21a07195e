//! Where one side stands in comparing: when the next comparison is due, and what this one found.

use super::gaps::Gap;
use super::limits::Limits;
use super::set::{Digest, Id, Key};

/// What a finished comparison found, for the honest status of a peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How many operations the other side lacked.
    pub they_lack: u64,
    /// How many operations this side lacked.
    pub we_lack: u64,
}

/// A part of the sequence that both sides go through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Round {
    /// Nothing under way.
    Idle,
    /// The dialler waits for the other side's digest.
    Comparing,
    /// Negentropy messages go to and fro.
    Differing,
    /// The census goes to and fro; the next part starts at this key.
    Census(Key),
    /// Both send what they owe; the flag tells whether the other side is done.
    Transferring { is_peer_done: bool },
}

/// For what a comparison was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// How many operations were held here.
    pub n_here: u64,
    /// When, in milliseconds of the session's clock.
    pub at_ms: u64,
}

#[derive(Debug)]
pub(super) struct Comparer {
    pub(super) round: Round,
    pub(super) n_messages: u32,
    pub(super) have: Vec<Key>,
    pub(super) need: Vec<Id>,
    pub(super) gaps: Vec<Gap>,
    pub(super) found: Comparison,
    pub(super) measured: Measured,
    due_ms: u64,
    interval_ms: u64,
    census_due_ms: u64,
    fruitless: Option<(Digest, Digest)>,
    pair: Option<(Digest, Digest)>,
    unequal_streak: u32,
    n_gained: u64,
}

/// After so many unequal comparisons in a row, further ones wait for the timer.
const UNEQUAL_STREAK_MAX: u32 = 3;

/// Who brings this many new operations in one comparison is worth comparing again at once.
const GAIN_WORTH_MORE: u64 = 256;

impl Comparer {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            round: Round::Idle,
            n_messages: 0,
            have: Vec::new(),
            need: Vec::new(),
            gaps: Vec::new(),
            found: Comparison {
                they_lack: 0,
                we_lack: 0,
            },
            measured: Measured::default(),
            due_ms: u64::MAX,
            interval_ms: limits.compare_ms,
            census_due_ms: u64::MAX,
            fruitless: None,
            pair: None,
            unequal_streak: 0,
            n_gained: 0,
        }
    }

    pub(super) fn opened(&mut self, limits: &Limits, now_ms: u64) {
        self.due_ms = now_ms;
        self.census_due_ms = now_ms.saturating_add(limits.seal_ms / 10);
    }

    pub(super) fn is_due(&self, now_ms: u64) -> bool {
        self.round == Round::Idle && self.due_ms <= now_ms
    }

    pub(super) fn hasten(&mut self, due_ms: u64) {
        self.due_ms = self.due_ms.min(due_ms);
    }

    pub(super) fn postpone(&mut self, until_ms: u64) {
        if self.round == Round::Idle {
            self.due_ms = self.due_ms.max(until_ms);
        }
    }

    pub(super) fn begin(&mut self, round: Round) {
        self.round = round;
        self.n_messages = 0;
        self.have.clear();
        self.need.clear();
        self.gaps.clear();
        self.n_gained = 0;
    }

    pub(super) fn gained(&mut self, n_accepted: u64) {
        self.n_gained += n_accepted;
    }

    /// The digests are equal; tells whether the census is due.
    pub(super) fn equal(&mut self, limits: &Limits, now_ms: u64) -> bool {
        self.round = Round::Idle;
        self.unequal_streak = 0;
        self.fruitless = None;
        self.interval_ms = limits.compare_ms;
        self.due_ms = now_ms.saturating_add(self.interval_ms);
        self.found = Comparison {
            they_lack: 0,
            we_lack: 0,
        };
        let is_census_due = self.census_due_ms <= now_ms;
        if is_census_due {
            self.census_due_ms = now_ms.saturating_add(limits.seal_ms);
        }
        is_census_due
    }

    /// The digests differ; tells whether it is worth finding out where.
    ///
    /// It is not where the same two digests led to nothing before.
    pub(super) fn unequal(&mut self, pair: (Digest, Digest), limits: &Limits, now_ms: u64) -> bool {
        if self.fruitless == Some(pair) {
            self.round = Round::Idle;
            self.slow_down(limits, now_ms);
            return false;
        }
        self.pair = Some(pair);
        true
    }

    /// Everything found has been sent and taken in: chooses when to look again.
    pub(super) fn conclude(&mut self, limits: &Limits, now_ms: u64) {
        self.round = Round::Idle;
        self.fruitless = self.pair.take().filter(|_| self.n_gained == 0);
        self.unequal_streak += 1;
        if self.n_gained >= GAIN_WORTH_MORE {
            self.unequal_streak = 0;
        }
        if self.unequal_streak < UNEQUAL_STREAK_MAX {
            self.due_ms = now_ms;
        } else {
            self.slow_down(limits, now_ms);
        }
    }

    fn slow_down(&mut self, limits: &Limits, now_ms: u64) {
        self.due_ms = now_ms.saturating_add(self.interval_ms);
        self.interval_ms = self
            .interval_ms
            .saturating_mul(2)
            .min(limits.compare_ms_max);
    }
}
