//! How two peers come to hold the same operations: a session without I/O, clock or randomness.
//!
//! A session knows ids, claimed times and opaque bytes; what an operation means, and whether
//! its bytes are good, is its owner's business. Inputs are methods (`handle_message`, `tick`,
//! `announce`, `supply`, `taken_in`), outputs are polled (`poll_message`, `poll_event`,
//! `poll_load`, `poll_lacking`). docs/protocol/session.md is the contract on the wire.
//!
//! hello → proof of the right to read → digest → what differs → operations → news, on one
//! stream. Nothing that tells about the commons is said before the other side's proof. What
//! newcomers say is named beside this and belongs to no comparison, and a text that is lacking here
//! is asked for.
//!
//! Invariant: whatever the other side sends, a session holds bounded memory, computes a bounded
//! amount per second, and ends or slows down where nothing comes of it.

mod compare;
mod ending;
mod frame;
mod gaps;
mod incoming;
mod limits;
mod message;
mod outgoing;
mod porch;
mod proof;
mod session;
mod set;
mod texts;

pub use self::compare::{Comparison, Measured};
pub use self::ending::{CloseReason, Closed, Fault};
pub use self::frame::{Deframer, FrameError, framed};
pub use self::limits::{CONTACT_BYTES_MAX, FRAME_BYTES_MAX, LOAD_BYTES_MAX, Limits};
pub use self::limits::{OPERATION_BYTES_MAX, READ_SECRETS_MAX};
pub use self::message::VERSION;
pub use self::outgoing::Loaded;
pub use self::porch::Porch;
pub use self::proof::{DeviceProof, Door};
pub use self::session::{Delivery, Event, Greeting, Opening, Origin, Parties, Role, Session};
pub use self::session::{TakenIn, View};
pub use self::set::{Digest, Id, Key, SortedSet, TIME_END};
pub use self::texts::Lacking;

#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a seed is cut to what a test needs"
)]
mod tests;
