//! Signs what one person says, one operation after another, before anything is kept.

use polylogue_core::header::Draft;
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Kind};
use polylogue_core::limits::{PREVIOUS_MAX, SALT_BYTES};
use polylogue_core::operation::Operation;
use polylogue_core::signature::SigningKey;

use crate::refusal::Refusal;

const MINUTE: u64 = 60;

/// The clock and the chance of this machine, handed down as values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    /// Seconds since 1970-01-01 UTC.
    pub(crate) clock: fn() -> u64,
    /// Fills bytes so that nobody can guess them.
    pub(crate) random: fn(&mut [u8]),
}

impl Edge {
    pub(crate) fn bytes<const N: usize>(self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }
}

/// Where a person's own operations have come to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Place {
    /// The admission the next operation must name; none while the first counts.
    pub(crate) standing: Option<OperationId>,
    /// The latest resolution known; none before a commons is founded.
    pub(crate) act: Option<OperationId>,
    /// Heads with their counters.
    pub(crate) heads: Vec<(u64, OperationId)>,
}

/// A person's pen in one commons. What it signs is kept nowhere until somebody appends it.
pub(crate) struct Pen {
    key: SigningKey,
    commons: OperationId,
    place: Place,
    edge: Edge,
    signed: Vec<Operation>,
}

impl Pen {
    pub(crate) fn new(key: SigningKey, commons: OperationId, place: Place, edge: Edge) -> Self {
        Self {
            key,
            commons,
            place,
            edge,
            signed: Vec::new(),
        }
    }

    /// The public half of its key.
    pub(crate) fn key(&self) -> Key {
        Key::of(&self.key)
    }

    /// The commons it writes in; for a founding, its random bytes until it is signed.
    pub(crate) fn commons(&self) -> OperationId {
        self.commons
    }

    /// Signs a body as the person's next operation.
    pub(crate) fn say(&mut self, body: impl Into<Body>) -> Result<OperationId, Refusal> {
        let now = (self.edge.clock)();
        self.say_at(body, now)
    }

    /// As [`Pen::say`], claiming that it was said at some time (seconds).
    pub(crate) fn say_at(
        &mut self,
        body: impl Into<Body>,
        time: u64,
    ) -> Result<OperationId, Refusal> {
        let body = body.into();
        let mut heads = self.place.heads.clone();
        heads.sort_unstable_by(|first, second| second.cmp(first));
        heads.truncate(PREVIOUS_MAX);
        let draft = Draft {
            commons: self.commons,
            standing: self.place.standing,
            act: self.place.act,
            previous: heads.iter().map(|(_, id)| *id).collect(),
            counter: heads.first().map_or(1, |(counter, _)| counter + 1),
            time: time_of(body.kind(), time),
        };
        let salt: [u8; SALT_BYTES] = self.edge.bytes();
        let operation = Operation::sign(&draft, &body, salt, &self.key)?;
        let id = operation.id();
        self.place.heads = vec![(draft.counter, id)];
        if body.kind() == Kind::Founding {
            self.commons = id;
            self.place.act = Some(id);
        }
        self.signed.push(operation);
        Ok(id)
    }

    /// What was signed so far.
    pub(crate) fn signed(&self) -> &[Operation] {
        &self.signed
    }

    /// Everything signed so far, in order; the pen goes on from there.
    pub(crate) fn take(&mut self) -> Vec<Operation> {
        std::mem::take(&mut self.signed)
    }

    /// Takes over what another pen signed, to be kept together with what this one signs.
    pub(crate) fn adopt(&mut self, mut signed: Vec<Operation>) {
        self.signed.append(&mut signed);
    }
}

/// Times of votes are whole minutes, so that they tell less about who voted after whom.
fn time_of(kind: Kind, time: u64) -> u64 {
    if kind == Kind::Vote {
        time - time % MINUTE
    } else {
        time
    }
}
