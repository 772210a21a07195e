//! Comparing: the digests, what differs, who owes what, and when it is done.

use std::collections::BTreeSet;

use negentropy::Negentropy;

use super::{Event, Role, Session};
use crate::sync::compare::{Comparison, Measured, Round};
use crate::sync::ending::Fault;
use crate::sync::gaps::{Listed, joined, without_lists};
use crate::sync::limits::{DIFFERENCE_BYTES_MAX, GAPS_MAX, WAITING_IDS_MAX};
use crate::sync::message::Message;
use crate::sync::set::{Digest, Id, SortedSet};

impl Session {
    pub(super) fn handle_compare(&mut self, set: &SortedSet, now_ms: u64) -> Result<(), Fault> {
        if self.parties.role != Role::Answerer {
            return Err(Fault::OutOfTurn);
        }
        self.compare.begin(Round::Comparing);
        self.compare.measured = measured(set, now_ms);
        self.control
            .push_back(Message::compared(set.digest()).encoded());
        Ok(())
    }

    pub(super) fn handle_compared(
        &mut self,
        theirs: Digest,
        set: &SortedSet,
        now_ms: u64,
    ) -> Result<(), Fault> {
        if self.parties.role != Role::Dialler || self.compare.round != Round::Comparing {
            return Err(Fault::OutOfTurn);
        }
        let mine = set.digest();
        self.compare.measured = measured(set, now_ms);
        if mine == theirs {
            let is_census_due = self.compare.equal(&self.limits, now_ms);
            self.events.push_back(Event::Compared(self.compare.found));
            self.control.push_back(Message::Equal.encoded());
            if is_census_due && !set.is_empty() {
                self.begin_census(set);
            }
        } else if self.compare.unequal((mine, theirs), &self.limits, now_ms) {
            self.compare.begin(Round::Differing);
            let opening = negentropy_over(set)?.initiate();
            let negentropy = opening.map_err(|_| Fault::Malformed)?;
            self.control
                .push_back(Message::Difference { negentropy }.encoded());
        } else {
            self.events.push_back(Event::Standstill);
        }
        Ok(())
    }

    pub(super) fn handle_difference_as_answerer(
        &mut self,
        message: &[u8],
        set: &SortedSet,
    ) -> Result<(), Fault> {
        if !matches!(self.compare.round, Round::Comparing | Round::Differing) {
            return Err(Fault::OutOfTurn);
        }
        self.compare.round = Round::Differing;
        let message = self.take_lists(message, set)?;
        let reply = negentropy_over(set)?.reconcile(&message);
        let negentropy = reply.map_err(|_| Fault::Malformed)?;
        self.control
            .push_back(Message::Difference { negentropy }.encoded());
        Ok(())
    }

    pub(super) fn handle_difference_as_dialler(
        &mut self,
        message: &[u8],
        set: &SortedSet,
    ) -> Result<(), Fault> {
        if self.compare.round != Round::Differing {
            return Err(Fault::OutOfTurn);
        }
        let message = self.take_lists(message, set)?;
        let mut negentropy = negentropy_over(set)?;
        negentropy.set_initiator();
        // The lists were taken out, so negentropy itself finds no ids.
        let next = negentropy
            .reconcile_with_ids(&message, &mut Vec::new(), &mut Vec::new())
            .map_err(|_| Fault::Malformed)?;
        let n_found = self.compare.have.len() + self.compare.need.len();
        // What is found by then is sent first; the next comparison finds the rest.
        let is_capped =
            self.compare.n_messages >= self.limits.rounds_max || n_found >= WAITING_IDS_MAX;
        match next {
            Some(negentropy) if !is_capped => {
                self.control
                    .push_back(Message::Difference { negentropy }.encoded());
                Ok(())
            }
            Some(_) if n_found == 0 && self.compare.gaps.is_empty() => Err(Fault::TooManyRounds),
            _ => {
                self.settle(set);
                Ok(())
            }
        }
    }

    /// Counts a message of the reconciliation and settles the ranges its sender listed.
    pub(super) fn take_lists(&mut self, message: &[u8], set: &SortedSet) -> Result<Vec<u8>, Fault> {
        self.compare.n_messages += 1;
        if self.compare.n_messages > self.limits.rounds_max + 1 {
            return Err(Fault::TooManyRounds);
        }
        if message.len() > DIFFERENCE_BYTES_MAX {
            return Err(Fault::Malformed);
        }
        let without = without_lists(message).ok_or(Fault::Malformed)?;
        for Listed { range, ids } in without.listed {
            let mut theirs: BTreeSet<Id> = ids.into_iter().collect();
            let mine = set.between(range.from, range.until);
            self.compare
                .have
                .extend(mine.filter(|key| !theirs.remove(&key.id)));
            self.compare.need.extend(theirs);
        }
        self.compare.gaps.extend(without.gaps);
        let n_found = self.compare.have.len().max(self.compare.need.len());
        if self.compare.gaps.len() > GAPS_MAX || n_found > 2 * WAITING_IDS_MAX {
            return Err(Fault::TooManyRounds);
        }
        Ok(without.message)
    }

    /// Both know what differs: says how much this side owes and asks for, and begins with it.
    pub(super) fn settle(&mut self, set: &SortedSet) {
        // Where a message was cut at its bound, a range may have been settled twice.
        let mut have = std::mem::take(&mut self.compare.have);
        have.sort_unstable();
        have.dedup();
        let mut need = std::mem::take(&mut self.compare.need);
        need.sort_unstable();
        need.dedup();
        let gaps = joined(std::mem::take(&mut self.compare.gaps));
        let n_in_gaps = gaps
            .iter()
            .map(|gap| set.between(gap.from, gap.until).len() as u64);
        let owed = have.len() as u64 + n_in_gaps.sum::<u64>();
        let asked = need.len() as u64;
        self.compare.found = Comparison {
            they_lack: owed,
            we_lack: asked,
        };
        self.compare.measured.n_here = set.len() as u64;
        self.compare.round = Round::Transferring {
            is_peer_done: false,
        };
        self.control
            .push_back(Message::Settled { owed, asked }.encoded());
        self.outgoing.owe(have.into_iter().map(|key| key.id), gaps);
        self.incoming.want(need);
        self.is_done_due = true;
    }

    pub(super) fn handle_settled(
        &mut self,
        owed: u64,
        asked: u64,
        set: &SortedSet,
    ) -> Result<(), Fault> {
        match (self.parties.role, self.compare.round) {
            (Role::Dialler, Round::Transferring { .. }) => {}
            (Role::Answerer, Round::Comparing | Round::Differing | Round::Census(_)) => {
                self.settle(set);
            }
            _ => return Err(Fault::OutOfTurn),
        }
        let found = &mut self.compare.found;
        found.we_lack = found.we_lack.saturating_add(owed);
        found.they_lack = found.they_lack.saturating_add(asked);
        self.events.push_back(Event::Compared(*found));
        Ok(())
    }

    pub(super) fn handle_equal(&mut self) -> Result<(), Fault> {
        if self.parties.role != Role::Answerer || self.compare.round != Round::Comparing {
            return Err(Fault::OutOfTurn);
        }
        self.compare.round = Round::Idle;
        self.compare.found = Comparison {
            they_lack: 0,
            we_lack: 0,
        };
        self.events.push_back(Event::Compared(self.compare.found));
        Ok(())
    }

    pub(super) fn handle_done(&mut self) -> Result<(), Fault> {
        match self.compare.round {
            Round::Transferring {
                is_peer_done: false,
            } => {
                self.compare.round = Round::Transferring { is_peer_done: true };
                Ok(())
            }
            _ => Err(Fault::OutOfTurn),
        }
    }

    /// Ends a comparison once both sides have sent and taken in everything.
    pub(super) fn conclude_if_done(&mut self, now_ms: u64) {
        let is_done = self.compare.round == Round::Transferring { is_peer_done: true }
            && !self.is_done_due
            && self.is_quiet();
        match self.parties.role {
            _ if !is_done => {}
            Role::Dialler => self.compare.conclude(&self.limits, now_ms),
            Role::Answerer => self.compare.round = Round::Idle,
        }
    }

    /// Tells whether nothing is under way in either direction.
    pub(super) fn is_quiet(&self) -> bool {
        self.outgoing.is_all_sent()
            && !self.outgoing.is_awaiting_consumption()
            && self.incoming.is_quiet()
    }
}

fn measured(set: &SortedSet, now_ms: u64) -> Measured {
    Measured {
        n_here: set.len() as u64,
        at_ms: now_ms,
    }
}

fn negentropy_over(set: &SortedSet) -> Result<Negentropy<'_, SortedSet>, Fault> {
    Negentropy::borrowed(set, DIFFERENCE_BYTES_MAX as u64).map_err(|_| Fault::Malformed)
}
