//! What one side still has to send: news first, then answers, then what a comparison owed.

use std::collections::VecDeque;

use minicbor::bytes::ByteVec;

use super::gaps::Gap;
use super::limits::{
    LOAD_BYTES_MAX, LOAD_IDS_MAX, OPERATION_BYTES_MAX, PACKED_BYTES_MAX, WAITING_IDS_MAX,
};
use super::message::Message;
use super::set::{Id, SortedSet};

/// What the owner read from its store when the session asked for ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The bytes found, in the order of the ids; those not here are left out.
    pub operations: Vec<Vec<u8>>,
    /// How many ids, from the first, were looked up: all, unless the bytes became too many.
    pub n_looked_up: usize,
}

/// Operations waiting to be read and sent, within the window the other side allows.
#[derive(Debug)]
pub(super) struct Outgoing {
    window_bytes: u64,
    sent_bytes: u64,
    consumed_bytes: u64,
    news: VecDeque<Id>,
    answer: Option<Answer>,
    owed_ids: VecDeque<Id>,
    owed_gaps: VecDeque<Gap>,
    loading: Option<Loading>,
    ready: VecDeque<Ready>,
    ready_bytes: usize,
}

#[derive(Debug)]
struct Answer {
    ids: VecDeque<Id>,
    missing: u64,
}

#[derive(Debug)]
struct Loading {
    lane: Lane,
    ids: Vec<Id>,
}

#[derive(Clone, Copy, Debug)]
enum Lane {
    News,
    Answer,
    Owed,
}

#[derive(Debug)]
enum Ready {
    Operation(Vec<u8>),
    Answered { missing: u64 },
}

impl Outgoing {
    pub(super) fn new(window_bytes: u64) -> Self {
        Self {
            window_bytes,
            sent_bytes: 0,
            consumed_bytes: 0,
            news: VecDeque::new(),
            answer: None,
            owed_ids: VecDeque::new(),
            owed_gaps: VecDeque::new(),
            loading: None,
            ready: VecDeque::new(),
            ready_bytes: 0,
        }
    }

    /// Queues news and tells whether all of it found room.
    pub(super) fn push_news(&mut self, ids: impl IntoIterator<Item = Id>) -> bool {
        for id in ids {
            if self.news.len() >= WAITING_IDS_MAX {
                return false;
            }
            self.news.push_back(id);
        }
        true
    }

    /// Queues the answer to a request and tells whether none was being answered.
    pub(super) fn begin_answer(&mut self, ids: Vec<Id>) -> bool {
        let is_free = self.answer.is_none();
        if is_free {
            self.answer = Some(Answer {
                ids: ids.into(),
                missing: 0,
            });
        }
        is_free
    }

    /// Queues what a comparison found the other side to lack.
    pub(super) fn owe(&mut self, ids: impl IntoIterator<Item = Id>, gaps: Vec<Gap>) {
        self.owed_ids.extend(ids);
        self.owed_gaps.extend(gaps);
    }

    /// Tells whether nothing is left to be read or sent.
    pub(super) fn is_all_sent(&self) -> bool {
        self.ready.is_empty()
            && self.loading.is_none()
            && self.owed_ids.is_empty()
            && self.owed_gaps.is_empty()
            && self.news.is_empty()
            && self.answer.is_none()
    }

    /// Tells whether sent operations have not yet been taken in by the other side.
    pub(super) fn is_awaiting_consumption(&self) -> bool {
        self.sent_bytes > self.consumed_bytes
    }

    /// Notes what the other side has taken in; `false` if it cannot be.
    pub(super) fn consumed(&mut self, bytes: u64) -> bool {
        let is_possible = bytes >= self.consumed_bytes && bytes <= self.sent_bytes;
        if is_possible {
            self.consumed_bytes = bytes;
        }
        is_possible
    }

    /// Returns the ids to read next, if there is anything to send and room to send it.
    pub(super) fn next_load(&mut self, set: &SortedSet) -> Option<Vec<Id>> {
        if self.loading.is_some() || self.ready_bytes >= LOAD_BYTES_MAX || !self.has_window() {
            return None;
        }
        let (lane, ids) = self.take_ids(set)?;
        self.loading = Some(Loading {
            lane,
            ids: ids.clone(),
        });
        Some(ids)
    }

    fn take_ids(&mut self, set: &SortedSet) -> Option<(Lane, Vec<Id>)> {
        if !self.news.is_empty() {
            return Some((Lane::News, take_front(&mut self.news)));
        }
        if let Some(answer) = &mut self.answer {
            if !answer.ids.is_empty() {
                return Some((Lane::Answer, take_front(&mut answer.ids)));
            }
            let missing = answer.missing;
            self.answer = None;
            self.ready.push_back(Ready::Answered { missing });
        }
        if self.owed_ids.is_empty() {
            self.unroll_gaps(set);
        }
        if !self.owed_ids.is_empty() {
            return Some((Lane::Owed, take_front(&mut self.owed_ids)));
        }
        None
    }

    /// Turns the next part of the gaps into ids, in key order.
    fn unroll_gaps(&mut self, set: &SortedSet) {
        while let Some(gap) = self.owed_gaps.front_mut() {
            let room = LOAD_IDS_MAX - self.owed_ids.len();
            let mut last = None;
            for key in set.between(gap.from, gap.until).take(room) {
                self.owed_ids.push_back(key.id);
                last = Some(key);
            }
            match last {
                Some(key) if self.owed_ids.len() == LOAD_IDS_MAX => {
                    gap.from = key.next();
                    return;
                }
                _ => drop(self.owed_gaps.pop_front()),
            }
        }
    }

    /// Takes in what the owner read for the ids of the last load.
    pub(super) fn supply(&mut self, loaded: Loaded) {
        let Some(Loading { lane, ids }) = self.loading.take() else {
            return;
        };
        let n_looked_up = loaded.n_looked_up.clamp(1, ids.len());
        let mut n_found = 0;
        for operation in loaded.operations {
            // What no peer would take is not sent: it would end the session over there.
            if !operation.is_empty() && operation.len() <= OPERATION_BYTES_MAX {
                n_found += 1;
                self.ready_bytes += operation.len();
                self.ready.push_back(Ready::Operation(operation));
            }
        }
        let rest = ids[n_looked_up..].iter().rev();
        match lane {
            Lane::News => rest.for_each(|id| self.news.push_front(*id)),
            Lane::Owed => rest.for_each(|id| self.owed_ids.push_front(*id)),
            Lane::Answer => {
                if let Some(answer) = &mut self.answer {
                    answer.missing += (n_looked_up.saturating_sub(n_found)) as u64;
                    rest.for_each(|id| answer.ids.push_front(*id));
                }
            }
        }
    }

    /// Tells whether [`Self::next_message`] would return one.
    pub(super) fn has_message(&self) -> bool {
        match self.ready.front() {
            Some(Ready::Operation(_)) => self.has_window(),
            Some(_) => true,
            None => false,
        }
    }

    /// Returns the next message of this lane, packing operations up to the frame's bound.
    pub(super) fn next_message(&mut self) -> Option<Vec<u8>> {
        match self.ready.front()? {
            Ready::Operation(_) => self.pack_operations(),
            Ready::Answered { missing } => {
                let message = Message::Answered { missing: *missing };
                self.ready.pop_front();
                Some(message.encoded())
            }
        }
    }

    fn pack_operations(&mut self) -> Option<Vec<u8>> {
        if !self.has_window() {
            return None;
        }
        let mut operations: Vec<ByteVec> = Vec::new();
        let mut bytes = 0;
        while let Some(Ready::Operation(operation)) = self.ready.front() {
            if !operations.is_empty() && bytes + operation.len() > PACKED_BYTES_MAX {
                break;
            }
            bytes += operation.len();
            if let Some(Ready::Operation(operation)) = self.ready.pop_front() {
                operations.push(operation.into());
            }
        }
        self.ready_bytes -= bytes;
        let message = Message::Operations { operations }.encoded();
        self.sent_bytes += message.len() as u64;
        Some(message)
    }

    fn has_window(&self) -> bool {
        self.sent_bytes - self.consumed_bytes < self.window_bytes
    }
}

fn take_front(ids: &mut VecDeque<Id>) -> Vec<Id> {
    ids.drain(..ids.len().min(LOAD_IDS_MAX)).collect()
}
