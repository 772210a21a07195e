//! What one side waits for: bytes not yet taken in, ids to ask for, the request under way.

use std::collections::VecDeque;

use super::ending::Fault;
use super::limits::{
    FRAME_BYTES_MAX, REQUEST_IDS_MAX, TEXTS_ASKED_MAX, TEXTS_LOOKED_MAX, WAITING_IDS_MAX,
};
use super::message::{Message, joined_ids};
use super::set::Id;

#[derive(Debug)]
pub(super) struct Incoming {
    window_bytes: u64,
    received_bytes: u64,
    taken_in_bytes: u64,
    consumed_sent_bytes: u64,
    wanted: VecDeque<Id>,
    /// Here, but without their text.
    texts: VecDeque<Id>,
    request: Option<Request>,
    withheld_streak: u32,
    n_bad: u64,
}

#[derive(Debug)]
struct Request {
    asks: Asks,
    n_asked: u64,
    n_received: u64,
}

/// What a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    /// What the other side said that it holds.
    Offered,
    /// Texts it may have or not: that it has none is nobody's fault.
    Texts,
}

impl Incoming {
    pub(super) fn new(window_bytes: u64) -> Self {
        Self {
            window_bytes,
            received_bytes: 0,
            taken_in_bytes: 0,
            consumed_sent_bytes: 0,
            wanted: VecDeque::new(),
            texts: VecDeque::new(),
            request: None,
            withheld_streak: 0,
            n_bad: 0,
        }
    }

    /// Queues ids to ask for and tells whether all found room.
    pub(super) fn want(&mut self, ids: impl IntoIterator<Item = Id>) -> bool {
        for id in ids {
            if self.wanted.len() >= WAITING_IDS_MAX {
                return false;
            }
            self.wanted.push_back(id);
        }
        true
    }

    /// Queues operations whose text is lacking; what finds no room is left.
    pub(super) fn want_texts(&mut self, ids: Vec<Id>) {
        let room = TEXTS_ASKED_MAX.saturating_sub(self.texts.len());
        self.texts.extend(ids.into_iter().take(room));
    }

    /// Notes that a frame of operations came.
    pub(super) fn received(&mut self, n_operations: usize, bytes: u64) -> Result<(), Fault> {
        self.received_bytes += bytes;
        if let Some(request) = &mut self.request {
            request.n_received += n_operations as u64;
        }
        let frame_bytes_max = FRAME_BYTES_MAX as u64;
        let not_consumed = self.received_bytes - self.consumed_sent_bytes;
        if not_consumed > self.window_bytes + frame_bytes_max {
            return Err(Fault::WindowOverrun);
        }
        Ok(())
    }

    /// Notes that the owner has taken in so many bytes of frames.
    pub(super) fn taken_in(&mut self, bytes: u64) {
        self.taken_in_bytes = (self.taken_in_bytes + bytes).min(self.received_bytes);
    }

    /// Notes operations whose bytes were bad; errs once there were too many.
    pub(super) fn bad(&mut self, n_bad: u64, n_bad_max: u64) -> Result<(), Fault> {
        self.n_bad += n_bad;
        if self.n_bad > n_bad_max {
            Err(Fault::BadOperations)
        } else {
            Ok(())
        }
    }

    /// Notes that the request under way is answered.
    pub(super) fn answered(&mut self, missing: u64, withheld_max: u32) -> Result<(), Fault> {
        let request = self.request.take().ok_or(Fault::Unasked)?;
        if request.n_received.saturating_add(missing) < request.n_asked {
            return Err(Fault::Withheld);
        }
        if request.asks == Asks::Texts {
            return Ok(());
        }
        if missing >= request.n_asked {
            self.withheld_streak += 1;
        } else {
            self.withheld_streak = 0;
        }
        if self.withheld_streak >= withheld_max {
            Err(Fault::Withheld)
        } else {
            Ok(())
        }
    }

    /// Notes that the other side brought something new.
    pub(super) fn kept_a_promise(&mut self) {
        self.withheld_streak = 0;
    }

    /// Tells whether nothing is asked for, waited for or still to be taken in.
    pub(super) fn is_quiet(&self) -> bool {
        !self.has_request() && self.request.is_none() && self.is_all_taken_in()
    }

    /// Tells whether everything that came has been taken in.
    pub(super) fn is_all_taken_in(&self) -> bool {
        self.taken_in_bytes == self.received_bytes
    }

    /// Tells whether an answer is being waited for.
    pub(super) fn is_awaiting_answer(&self) -> bool {
        self.request.is_some()
    }

    pub(super) fn has_message(&self) -> bool {
        self.taken_in_bytes > self.consumed_sent_bytes
            || (self.request.is_none() && self.has_request())
    }

    fn has_request(&self) -> bool {
        !self.wanted.is_empty() || !self.texts.is_empty()
    }

    /// Returns the next word on what was taken in, or the next request.
    pub(super) fn next_message(&mut self) -> Option<Message> {
        if self.taken_in_bytes > self.consumed_sent_bytes {
            self.consumed_sent_bytes = self.taken_in_bytes;
            return Some(Message::Consumed {
                bytes: self.taken_in_bytes,
            });
        }
        if self.request.is_some() || !self.has_request() {
            return None;
        }
        let (asks, queue, n_max) = match self.wanted.is_empty() {
            false => (Asks::Offered, &mut self.wanted, REQUEST_IDS_MAX),
            true => (Asks::Texts, &mut self.texts, TEXTS_LOOKED_MAX),
        };
        let ids: Vec<Id> = queue.drain(..queue.len().min(n_max)).collect();
        self.request = Some(Request {
            asks,
            n_asked: ids.len() as u64,
            n_received: 0,
        });
        Some(Message::Request {
            ids: joined_ids(&ids),
        })
    }
}
