//! What newcomers say: named when the session opens and whenever something comes, asked for where
//! it was never met. It is part of no comparison, and no difference in it is anybody's fault.

use super::{Session, View};
use crate::sync::ending::Fault;
use crate::sync::limits::NOTICE_KEYS_MAX;
use crate::sync::message::{Message, joined_keys, split_keys};
use crate::sync::porch::Porch;
use crate::sync::set::Key;

impl Session {
    /// Names what newcomers said and is held here, before anything is compared: where both then
    /// hold the same, the other side has heard of it.
    pub(super) fn name_porch(&mut self, porch: &Porch) {
        self.telling.push(&porch.offered());
        while let Some(message) = self.next_naming() {
            self.control.push_back(message.encoded());
        }
    }

    /// Names the whole porch once more, where what came in the meantime could not be named.
    pub fn repeat_porch(&mut self, porch: &Porch) {
        if self.may_speak() {
            self.telling.push(&porch.offered());
        }
    }

    /// Tells whether each side has dealt with all the other named of newcomers' operations.
    pub fn is_porch_settled(&self) -> bool {
        self.may_speak() && self.telling.is_settled() && self.incoming.is_quiet()
    }

    /// Queues keys to be named; until the other side is known to listen they wait on the porch.
    pub(super) fn name_newcomers(&mut self, keys: &[Key]) {
        if self.is_accepted {
            self.telling.push(keys);
        }
    }

    pub(super) fn handle_porch(&mut self, keys: &[u8], view: &View<'_>) -> Result<(), Fault> {
        let keys = split_keys(keys).ok_or(Fault::Malformed)?;
        if keys.is_empty() || keys.len() > NOTICE_KEYS_MAX {
            return Err(Fault::Malformed);
        }
        self.telling.received += keys.len() as u64;
        let is_strange = |key: &&Key| !view.set.contains(key) && !view.porch.has_met(&key.id);
        // What finds no room to be asked for now is named again with the next session.
        self.incoming
            .want(keys.iter().filter(is_strange).map(|key| key.id));
        Ok(())
    }

    pub(super) fn handle_porch_heard(&mut self, keys: u64) -> Result<(), Fault> {
        if self.telling.note_heard(keys) {
            Ok(())
        } else {
            Err(Fault::Malformed)
        }
    }

    pub(super) fn has_porch_message(&self) -> bool {
        !self.telling.due.is_empty() || self.is_answer_due()
    }

    pub(super) fn next_porch_message(&mut self) -> Option<Message> {
        if self.is_answer_due() {
            self.telling.answered = self.telling.received;
            return Some(Message::PorchHeard {
                keys: self.telling.received,
            });
        }
        self.next_naming()
    }

    fn next_naming(&mut self) -> Option<Message> {
        let keys = self.telling.take(NOTICE_KEYS_MAX);
        (!keys.is_empty()).then(|| Message::Porch {
            keys: joined_keys(keys),
        })
    }

    fn is_answer_due(&self) -> bool {
        self.telling.answered < self.telling.received && self.incoming.is_quiet()
    }
}
