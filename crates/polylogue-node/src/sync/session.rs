//! The session itself: which message may come when, and what it makes this side do.

use std::collections::VecDeque;

use minicbor::bytes::ByteVec;

use super::compare::{Comparer, Comparison, Measured, Round};
use super::ending::{CloseReason, Closed, Fault};
use super::incoming::Incoming;
use super::limits::{
    Budget, CONTACT_BYTES_MAX, CONTROL_MESSAGES_MAX, Cost, FRAME_BYTES_MAX, Limits,
    NOTICE_KEYS_MAX, OPERATION_BYTES_MAX, REQUEST_IDS_MAX,
};
use super::message::{Message, joined_keys, split_ids, split_keys};
use super::outgoing::{Loaded, Outgoing};
use super::porch::{Porch, Telling};
use super::proof::{Door, Nonces};
use super::set::{Digest, Id, Key, SortedSet};
use super::texts::Texts;

mod census;
mod comparing;
mod handshake;
mod newcomers;
mod texts;

/// Which side of the connection this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The side that opened the connection; it proves first and starts comparisons.
    Dialler = 1,
    /// The side that was called.
    Answerer = 2,
}

impl Role {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Dialler => Self::Answerer,
            Self::Answerer => Self::Dialler,
        }
    }
}

/// Who talks to whom about what.
#[derive(Clone, Copy, Debug)]
pub struct Parties {
    /// Which side this one is.
    pub role: Role,
    /// The id of the commons.
    pub commons: [u8; 32],
    /// This side's endpoint key, as the connection knows it.
    pub local: [u8; 32],
    /// The other side's endpoint key, as the connection proved it.
    pub remote: [u8; 32],
}

impl Parties {
    pub(super) fn endpoint_of(&self, role: Role) -> &[u8; 32] {
        if role == self.role {
            &self.local
        } else {
            &self.remote
        }
    }
}

/// What this side brings to a session.
#[derive(Clone, Debug)]
pub struct Greeting {
    /// 32 random bytes, new for every session.
    pub nonce: [u8; 32],
    /// Where else this side can be reached, opaque, at most 8 KiB; empty to say nothing.
    pub contact: Vec<u8>,
}

/// What a session may look at while it handles a message.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The keys held now.
    pub set: &'a SortedSet,
    /// What newcomers said, as far as it is held.
    pub porch: &'a Porch,
    /// Who may read.
    pub door: &'a dyn Door,
}

/// How the other side showed its right to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// By the newest read secret.
    ReadSecret,
    /// By a device key that may read.
    Device([u8; 32]),
}

/// Operations that came, to be verified and taken in by the owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The bytes of each.
    pub operations: Vec<Vec<u8>>,
    /// What to give back to [`Session::taken_in`]: the bytes of the frame they came in.
    pub frame_bytes: u64,
}

/// What a session tells its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The other side may read; from here on it is told what is here.
    Opened(Opening),
    /// Where else the other side can be reached, opaque.
    Contact(Vec<u8>),
    /// Operations to verify and take in.
    Deliver(Delivery),
    /// A comparison found this; all zero means both hold the same.
    Compared(Comparison),
    /// The same difference as before, which led to nothing: neither side takes what the other
    /// offers. Told on the dialling side.
    Standstill,
    /// The session is over.
    Closed(Closed),
}

/// Where news comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Written here: sent at once, since nobody else can have it.
    Here,
    /// Got from another peer: named first, since the other side may have it already.
    Elsewhere,
    /// Said by a newcomer, here or elsewhere: named apart from what is compared.
    Newcomers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    AwaitingHello,
    AwaitingProof { has_asked_signature: bool },
    Open,
    Closed,
}

/// One conversation between two peers about one commons; see the module's text.
#[derive(Debug)]
pub struct Session {
    parties: Parties,
    limits: Limits,
    nonces: Nonces,
    contact: Vec<u8>,
    phase: Phase,
    may_be_asked_signature: bool,
    /// The other side is known to have accepted this one's proof.
    is_accepted: bool,
    control: VecDeque<Vec<u8>>,
    events: VecDeque<Event>,
    outgoing: Outgoing,
    incoming: Incoming,
    compare: Comparer,
    notices: Vec<Key>,
    telling: Telling,
    texts: Texts,
    is_change_due: bool,
    is_done_due: bool,
    budget: Budget,
    began_ms: u64,
    heard_ms: u64,
}

impl Session {
    /// Begins a session; the dialler's hello is ready to be polled.
    ///
    /// `now_ms` is a clock of milliseconds that never goes back; any start will do.
    pub fn new(parties: Parties, greeting: Greeting, limits: Limits, now_ms: u64) -> Self {
        let mut contact = greeting.contact;
        contact.truncate(CONTACT_BYTES_MAX);
        let mut session = Self {
            parties,
            limits,
            nonces: Nonces {
                dialler: greeting.nonce,
                answerer: greeting.nonce,
            },
            contact,
            phase: Phase::AwaitingHello,
            may_be_asked_signature: true,
            is_accepted: false,
            control: VecDeque::new(),
            events: VecDeque::new(),
            outgoing: Outgoing::new(limits.window_bytes),
            incoming: Incoming::new(limits.window_bytes),
            compare: Comparer::new(&limits),
            notices: Vec::new(),
            telling: Telling::default(),
            texts: Texts::default(),
            is_change_due: false,
            is_done_due: false,
            budget: Budget::new(now_ms),
            began_ms: now_ms,
            heard_ms: now_ms,
        };
        if parties.role == Role::Dialler {
            session.say_hello();
        }
        session
    }

    /// Takes in one whole message of the other side.
    ///
    /// # Errors
    /// If the other side broke the protocol; the session is then closed, and what is left to
    /// poll is the word that says so.
    pub fn handle_message(
        &mut self,
        message: &[u8],
        view: &View<'_>,
        now_ms: u64,
    ) -> Result<(), Fault> {
        if self.phase == Phase::Closed {
            return Ok(());
        }
        self.heard_ms = now_ms;
        let outcome = self.try_message(message, view, now_ms);
        self.failing(outcome)
    }

    /// Lets time pass: deadlines, the timer of comparisons. Call it a few times a second.
    ///
    /// # Errors
    /// If the other side let a deadline pass; the session is then closed.
    pub fn tick(&mut self, set: &SortedSet, now_ms: u64) -> Result<(), Fault> {
        let outcome = match self.phase {
            Phase::Closed => Ok(()),
            Phase::Open => self.tick_open(set, now_ms),
            Phase::AwaitingHello | Phase::AwaitingProof { .. } => {
                let waited_ms = now_ms.saturating_sub(self.began_ms);
                if waited_ms > self.limits.handshake_ms {
                    Err(Fault::Stalled)
                } else {
                    Ok(())
                }
            }
        };
        self.failing(outcome)
    }

    /// Returns the next message to send.
    pub fn poll_message(&mut self) -> Option<Vec<u8>> {
        if let Some(message) = self.control.pop_front() {
            return Some(message);
        }
        if !self.may_speak() {
            return None;
        }
        if let Some(message) = self.incoming.next_message() {
            return Some(message.encoded());
        }
        if let Some(message) = self.next_notice() {
            return Some(message.encoded());
        }
        self.outgoing.next_message()
    }

    /// Tells whether [`Self::poll_message`] would return one.
    pub fn has_message(&self) -> bool {
        !self.control.is_empty()
            || (self.may_speak()
                && (self.incoming.has_message()
                    || !self.notices.is_empty()
                    || self.has_porch_message()
                    || self.is_change_due
                    || self.is_done_sendable()
                    || self.outgoing.has_message()))
    }

    /// Returns the next thing the owner should know.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Returns ids whose bytes the owner should read and give to [`Self::supply`].
    ///
    /// `None` until the last ones were supplied, and while the other side is not keeping up.
    pub fn poll_load(&mut self, set: &SortedSet) -> Option<Vec<Id>> {
        if self.phase == Phase::Open {
            self.outgoing.next_load(set)
        } else {
            None
        }
    }

    /// Takes in what the owner read for the ids of the last [`Self::poll_load`].
    pub fn supply(&mut self, loaded: Loaded, now_ms: u64) {
        self.outgoing.supply(loaded);
        self.conclude_if_done(now_ms);
    }

    /// Notes that deliveries have been taken in: their frame bytes together, how many of their
    /// operations were new, and how many had bad bytes.
    ///
    /// # Errors
    /// If the other side has by now sent too many bad operations; the session is then closed.
    pub fn taken_in(&mut self, taken_in: TakenIn, now_ms: u64) -> Result<(), Fault> {
        self.incoming.taken_in(taken_in.frame_bytes);
        self.compare.gained(taken_in.n_new);
        if taken_in.n_new > 0 {
            self.texts.hasten();
            self.incoming.kept_a_promise();
        }
        let outcome = self
            .incoming
            .bad(taken_in.n_bad, self.limits.bad_operations_max);
        self.conclude_if_done(now_ms);
        if self.phase == Phase::Closed {
            Ok(())
        } else {
            self.failing(outcome)
        }
    }

    /// Tells the other side about operations that came to be held here.
    pub fn announce(&mut self, keys: &[Key], origin: Origin, now_ms: u64) {
        if self.phase != Phase::Open {
            return;
        }
        self.texts.hasten();
        let has_room = match origin {
            Origin::Here => self.outgoing.push_news(keys.iter().map(|key| key.id)),
            Origin::Elsewhere => {
                let has_room = self.notices.len() + keys.len() <= NOTICE_KEYS_MAX;
                if has_room {
                    self.notices.extend_from_slice(keys);
                }
                has_room
            }
            Origin::Newcomers => {
                self.name_newcomers(keys);
                true
            }
        };
        if !has_room {
            self.changed(now_ms);
        }
    }

    /// Asks for a comparison soon, whichever side starts it.
    pub fn changed(&mut self, now_ms: u64) {
        self.texts.hasten();
        match self.parties.role {
            Role::Dialler => self.compare.hasten(now_ms),
            Role::Answerer => self.is_change_due = true,
        }
    }

    /// Puts the next comparison off, because another session is in the middle of one that may
    /// bring the same operations.
    pub fn postpone(&mut self, until_ms: u64) {
        self.compare.postpone(until_ms);
    }

    /// Tells whether a comparison is under way, up to the last operation it found missing.
    pub fn is_comparing(&self) -> bool {
        self.phase == Phase::Open && self.compare.round != Round::Idle
    }

    /// For what the last comparison was made that this session told of.
    pub fn measured(&self) -> Measured {
        self.compare.measured
    }

    /// Leaves: the last message to poll says why.
    pub fn close(&mut self, reason: CloseReason) {
        if self.phase != Phase::Closed {
            self.phase = Phase::Closed;
            self.control.clear();
            self.control.push_back(
                Message::Close {
                    reason: reason.number(),
                }
                .encoded(),
            );
        }
    }

    /// Tells whether the other side has proven itself and the session goes on.
    pub fn is_open(&self) -> bool {
        self.phase == Phase::Open
    }

    /// Tells whether the session is over.
    pub fn is_closed(&self) -> bool {
        self.phase == Phase::Closed
    }

    fn try_message(&mut self, bytes: &[u8], view: &View<'_>, now_ms: u64) -> Result<(), Fault> {
        if bytes.len() > FRAME_BYTES_MAX {
            return Err(Fault::Malformed);
        }
        let message = Message::decoded(bytes).ok_or(Fault::Malformed)?;
        if !self.budget.spend(cost_of(&message), now_ms) {
            return Err(Fault::Flooded);
        }
        if let Message::Close { reason } = message {
            self.phase = Phase::Closed;
            let reason = CloseReason::from_number(reason);
            self.events.push_back(Event::Closed(Closed::ByPeer(reason)));
            return Ok(());
        }
        match self.phase {
            Phase::AwaitingHello => self.handle_hello(message, view),
            Phase::AwaitingProof { .. } => self.handle_proof(message, view, now_ms),
            Phase::Open => match message {
                Message::Operations { operations } => {
                    self.be_accepted(view.porch);
                    self.handle_operations(operations, bytes.len() as u64)
                }
                message => self.handle_open(message, view, now_ms),
            },
            Phase::Closed => Ok(()),
        }?;
        if self.control.len() > CONTROL_MESSAGES_MAX {
            return Err(Fault::Flooded);
        }
        self.conclude_if_done(now_ms);
        Ok(())
    }

    fn handle_open(&mut self, message: Message, view: &View<'_>, now_ms: u64) -> Result<(), Fault> {
        let set = view.set;
        if !matches!(message, Message::AskSignature) {
            self.be_accepted(view.porch);
        }
        match message {
            Message::AskSignature => self.answer_signature(view.door),
            Message::Contact { contact } => self.handle_contact(contact),
            Message::Compare { .. } => self.handle_compare(set, now_ms),
            Message::Compared { count, sum } => {
                self.handle_compared(Digest { count, sum }, set, now_ms)
            }
            Message::Difference { negentropy } => match self.parties.role {
                Role::Dialler => self.handle_difference_as_dialler(&negentropy, set),
                Role::Answerer => self.handle_difference_as_answerer(&negentropy, set),
            },
            Message::Equal => self.handle_equal(),
            Message::Settled { owed, asked } => self.handle_settled(owed, asked, set),
            Message::Done => self.handle_done(),
            Message::Request { ids } => self.handle_request(&ids),
            Message::Answered { missing } => {
                self.incoming.answered(missing, self.limits.withheld_max)
            }
            Message::Consumed { bytes } => {
                if self.outgoing.consumed(bytes) {
                    Ok(())
                } else {
                    Err(Fault::Malformed)
                }
            }
            Message::Have { keys } => self.handle_have(&keys, set, now_ms),
            Message::Changed => {
                self.compare.hasten(now_ms);
                Ok(())
            }
            Message::Census { from, buckets } => self.handle_census(&from, &buckets, set),
            Message::CensusBucket { from, until, keys } => {
                self.handle_census_bucket(&[from, until], &keys, set)
            }
            Message::CensusDone => self.handle_census_done(set),
            Message::Porch { keys } => self.handle_porch(&keys, view),
            Message::PorchHeard { keys } => self.handle_porch_heard(keys),
            Message::Hello { .. }
            | Message::ProofBySecret { .. }
            | Message::ProofByDevice { .. }
            | Message::Operations { .. }
            | Message::Close { .. } => Err(Fault::OutOfTurn),
        }
    }

    fn handle_contact(&mut self, contact: Vec<u8>) -> Result<(), Fault> {
        if contact.len() > CONTACT_BYTES_MAX {
            return Err(Fault::Malformed);
        }
        self.events.push_back(Event::Contact(contact));
        Ok(())
    }

    fn handle_operations(
        &mut self,
        operations: Vec<ByteVec>,
        frame_bytes: u64,
    ) -> Result<(), Fault> {
        let is_bounded =
            |operation: &ByteVec| !operation.is_empty() && operation.len() <= OPERATION_BYTES_MAX;
        if operations.is_empty() || !operations.iter().all(is_bounded) {
            return Err(Fault::Malformed);
        }
        self.incoming.received(operations.len(), frame_bytes)?;
        let operations = operations.into_iter().map(Vec::from).collect();
        self.events.push_back(Event::Deliver(Delivery {
            operations,
            frame_bytes,
        }));
        Ok(())
    }

    fn handle_request(&mut self, ids: &[u8]) -> Result<(), Fault> {
        let ids = split_ids(ids).ok_or(Fault::Malformed)?;
        if ids.is_empty() || ids.len() > REQUEST_IDS_MAX {
            return Err(Fault::Malformed);
        }
        if self.outgoing.begin_answer(ids) {
            Ok(())
        } else {
            Err(Fault::OutOfTurn)
        }
    }

    fn handle_have(&mut self, keys: &[u8], set: &SortedSet, now_ms: u64) -> Result<(), Fault> {
        let keys = split_keys(keys).ok_or(Fault::Malformed)?;
        if keys.is_empty() || keys.len() > NOTICE_KEYS_MAX {
            return Err(Fault::Malformed);
        }
        let lacking = keys
            .iter()
            .filter(|key| !set.contains(key))
            .map(|key| key.id);
        if !self.incoming.want(lacking) {
            self.changed(now_ms);
        }
        self.want_again(&keys, set);
        Ok(())
    }

    fn tick_open(&mut self, set: &SortedSet, now_ms: u64) -> Result<(), Fault> {
        self.conclude_if_done(now_ms);
        let is_waiting = self.outgoing.is_awaiting_consumption()
            || self.incoming.is_awaiting_answer()
            || (self.parties.role == Role::Dialler && self.compare.round != Round::Idle);
        let silent_ms = now_ms.saturating_sub(self.heard_ms);
        if is_waiting && self.incoming.is_all_taken_in() && silent_ms > self.limits.stall_ms {
            return Err(Fault::Stalled);
        }
        let is_dialler = self.parties.role == Role::Dialler;
        if is_dialler && self.is_quiet() && self.compare.is_due(now_ms) {
            self.compare.begin(Round::Comparing);
            self.control
                .push_back(Message::compare(set.digest()).encoded());
        }
        Ok(())
    }

    fn is_done_sendable(&self) -> bool {
        self.is_done_due && self.outgoing.is_all_sent() && self.incoming.is_quiet()
    }

    fn may_speak(&self) -> bool {
        self.phase == Phase::Open && self.is_accepted
    }

    fn next_notice(&mut self) -> Option<Message> {
        if self.is_done_sendable() {
            self.is_done_due = false;
            return Some(Message::Done);
        }
        if !self.notices.is_empty() {
            let keys = joined_keys(std::mem::take(&mut self.notices));
            return Some(Message::Have { keys });
        }
        if std::mem::take(&mut self.is_change_due) {
            return Some(Message::Changed);
        }
        self.next_porch_message()
    }

    fn failing(&mut self, outcome: Result<(), Fault>) -> Result<(), Fault> {
        if let Err(fault) = outcome {
            self.close(CloseReason::from(fault));
            self.events.push_back(Event::Closed(Closed::Fault(fault)));
        }
        outcome
    }
}

/// What became of deliveries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// The frame bytes of the deliveries together.
    pub frame_bytes: u64,
    /// How many of their operations were new here, or came with a text that was lacking.
    pub n_new: u64,
    /// How many had bad bytes: no operation, or a signature that does not hold.
    pub n_bad: u64,
}

fn cost_of(message: &Message) -> Cost {
    match message {
        Message::Difference { .. } | Message::Census { .. } => Cost::Heavy,
        Message::Hello { .. }
        | Message::ProofBySecret { .. }
        | Message::ProofByDevice { .. }
        | Message::AskSignature
        | Message::Compare { .. }
        | Message::Request { .. }
        | Message::Changed
        | Message::Porch { .. }
        | Message::CensusBucket { .. } => Cost::Medium,
        Message::Contact { .. }
        | Message::Compared { .. }
        | Message::Equal
        | Message::Settled { .. }
        | Message::Done
        | Message::Answered { .. }
        | Message::Operations { .. }
        | Message::Consumed { .. }
        | Message::Have { .. }
        | Message::CensusDone
        | Message::PorchHeard { .. }
        | Message::Close { .. } => Cost::Light,
    }
}
