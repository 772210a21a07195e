//! What a session may cost: every bound on bytes, counts and time in one place.

/// The longest frame either side may send, in bytes, without its four length bytes.
///
/// One operation is at most about 65 KiB and travels in one frame, so a frame must be able to
/// hold more than 64 KiB; frames of several operations stay below [`PACKED_BYTES_MAX`].
pub const FRAME_BYTES_MAX: usize = 128 * 1024;

/// The longest operation, in bytes: signature, header of 1 KiB, body of 64 KiB, and some room.
pub const OPERATION_BYTES_MAX: usize = 68 * 1024;

/// How many bytes of operations are packed into one frame, unless a single one is longer.
pub(super) const PACKED_BYTES_MAX: usize = 60 * 1024;

/// How long a message of the reconciliation may be, in bytes.
pub(super) const DIFFERENCE_BYTES_MAX: usize = 60 * 1024;

/// How many ids one request names at most.
pub(super) const REQUEST_IDS_MAX: usize = 1024;

/// How many keys one notice of news names at most; more news than that becomes a hint to compare.
pub(super) const NOTICE_KEYS_MAX: usize = 256;

/// How many operations are read from the store at a time.
pub(super) const LOAD_IDS_MAX: usize = 1024;

/// How many bytes of operations are read from the store at a time, roughly.
pub const LOAD_BYTES_MAX: usize = 512 * 1024;

/// How many read secrets a peer proves or checks at most, the newest first.
pub const READ_SECRETS_MAX: usize = 8;

/// How long the contact line of a peer may be, in bytes.
pub const CONTACT_BYTES_MAX: usize = 8 * 1024;

/// How many gaps the other side may have named before the session ends.
pub(super) const GAPS_MAX: usize = 16 * 1024;

/// How many newcomers' operations one side names when a session opens, and has waiting to be
/// named: as many as the other side keeps of those one peer introduced.
pub(super) const PORCH_OFFER_MAX: usize = 2_048;

/// How many newcomers' operations that are held no longer a peer remembers, so as not to ask for
/// them again.
pub(super) const PORCH_PAST_MAX: usize = 16 * 1024;

/// How many operations without their text are looked up at a time, and asked for in one request.
pub(super) const TEXTS_LOOKED_MAX: usize = 256;

/// How many operations without their text one peer is asked for in one session.
pub(super) const TEXTS_ASKED_MAX: usize = 16 * 1024;

/// How many ids may wait to be sent or asked for; past that a comparison finds them again.
pub(super) const WAITING_IDS_MAX: usize = 64 * 1024;

/// How many control messages may wait to be sent before the other side counts as flooding.
pub(super) const CONTROL_MESSAGES_MAX: usize = 64;

/// Bounds that a test may want to tighten; the defaults are what peers run with.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of operations sent that the other side has not yet taken in.
    pub window_bytes: u64,
    /// How long the hello and the proofs may take together.
    pub handshake_ms: u64,
    /// How long the other side may owe an answer without sending anything.
    pub stall_ms: u64,
    /// How many messages of the reconciliation one comparison may take from either side.
    pub rounds_max: u32,
    /// How often the dialling side compares digests when all is quiet.
    pub compare_ms: u64,
    /// How rarely, where comparing keeps finding what neither side takes.
    pub compare_ms_max: u64,
    /// How often equal digests are checked by a keyed hash over the whole set.
    pub seal_ms: u64,
    /// How many operations with bad bytes are borne before the session ends.
    pub bad_operations_max: u64,
    /// How many times in a row offers may be withheld before the session ends.
    pub withheld_max: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            window_bytes: 4 * 1024 * 1024,
            handshake_ms: 10_000,
            stall_ms: 20_000,
            rounds_max: 256,
            compare_ms: 3_000,
            compare_ms_max: 300_000,
            seal_ms: 600_000,
            bad_operations_max: 16,
            withheld_max: 4,
        }
    }
}

/// A bucket of cost that refills with time: what a peer may make this one compute.
#[derive(Debug)]
pub(super) struct Budget {
    left: u64,
    at_ms: u64,
}

/// What a message costs, in units of about a microsecond of a small set's work.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cost {
    Light = 1,
    Medium = 4,
    Heavy = 16,
}

impl Budget {
    const FULL: u64 = 32 * 1024;
    const PER_SECOND: u64 = 2048;

    pub(super) fn new(now_ms: u64) -> Self {
        Self {
            left: Self::FULL,
            at_ms: now_ms,
        }
    }

    /// Takes the cost out and tells whether there was enough.
    pub(super) fn spend(&mut self, cost: Cost, now_ms: u64) -> bool {
        let gained = now_ms
            .saturating_sub(self.at_ms)
            .saturating_mul(Self::PER_SECOND)
            / 1000;
        if gained > 0 {
            self.left = self.left.saturating_add(gained).min(Self::FULL);
            self.at_ms = now_ms;
        }
        let cost = cost as u64;
        let is_affordable = self.left >= cost;
        self.left = self.left.saturating_sub(cost);
        is_affordable
    }
}
