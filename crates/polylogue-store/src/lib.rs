//! The log of one commons and its read models, in one SQLite file.
//!
//! The only crate that speaks SQL, and it decides nothing: verdicts are core's. Appending to the
//! log is one transaction; the read models follow by a cursor, hold only numbers, and can be
//! dropped and folded again to the same rows. What counts is a function of the set of operations
//! held and the pin, whatever order they came in.
//!
//! A process killed at any moment loses nothing that [`Store::append`] has returned. When power
//! fails, the latest transactions may be missing as a whole (WAL, `synchronous = NORMAL`); peers
//! that hold them give them back.
//!
//! What differs from a plain list of rows, and why: ids and keys are numbers inside one file, so
//! that a vote is a row of small integers; accepted operations have no verdict row; words stay in
//! the bodies and are read from there; turns, perspectives and dialogues are ordered by claimed
//! time, then their author's count, then id, which is the same on every peer.
//!
//! Reading order: `migrations/1.sql`, [`Store`], then `log`, `judge`, `fold`, and [`query`].
//!
//! ```no_run
//! # fn main() -> Result<(), polylogue_store::StoreFault> {
//! use polylogue_store::{Store, query::Page};
//!
//! let store = Store::open(std::path::Path::new("planet.sqlite"))?;
//! for dialogue in store.reader()?.dialogues(Page::first(20))? {
//!     println!("{}: {} turns", dialogue.title.words, dialogue.turns);
//! }
//! # Ok(()) }
//! ```

pub mod agreement;
mod codes;
mod crowd;
mod database;
mod fault;
mod fold;
mod folding;
mod in_memory;
mod index;
mod journal;
mod judge;
mod log;
mod names;
mod porch;
pub mod query;
mod reader;
mod set;
pub mod shelf;
pub mod sift;
pub mod similar;
mod store;
mod verify;
pub mod versions;

pub use fault::StoreFault;
pub use fold::Known;
pub use folding::{fold_for_index, snippet};
pub use log::Appended;
pub use porch::{PORCH_INTRODUCER_MAX, PORCH_KEY_MAX, PORCH_MAX};
pub use reader::Reader;
pub use set::Places;
pub use store::{AuthorState, Store};
pub use verify::VerifyReport;
