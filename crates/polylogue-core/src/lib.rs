//! What an operation means.
//!
//! This crate is pure: no input or output, no clock, no randomness of its own, no async, no
//! logging. Random bytes and times come in as arguments; verdicts go out as values. Whoever
//! holds the same operations and the same pin computes the same verdicts, on any machine.
//!
//! Reading order: [`id`], [`header`], [`operation`], [`signature`], then [`kind`] (one file for
//! each thing a person can say), [`authority`] (who may say it) and [`verdict`].
//!
//! ```
//! use polylogue_core::header::{Draft, Header};
//! use polylogue_core::id::{Key, OperationId};
//! use polylogue_core::kind::{Body, Note};
//! use polylogue_core::operation::Operation;
//! use polylogue_core::signature::SigningKey;
//! use polylogue_core::text::Text;
//!
//! let key = SigningKey::from([7; 32]);
//! let body = Body::Note(Note { text: Text::new("We begin here.", "en") });
//! let draft = Draft {
//!     commons: OperationId([1; 32]),
//!     standing: None,
//!     act: Some(OperationId([1; 32])),
//!     previous: vec![],
//!     counter: 1,
//!     time: 1_800_000_000,
//! };
//! let said = Operation::sign(&draft, &body, [9; 16], &key).expect("within limits");
//! let read = Operation::decode(&said.encode()).expect("the same bytes");
//! assert_eq!(said.id(), read.id());
//! assert_eq!(read.header().key, Key::of(&key));
//! ```

pub mod authority;
pub mod cbor;
pub mod edition;
pub mod header;
pub mod id;
pub mod kind;
pub mod limits;
pub mod move_kind;
pub mod operation;
pub mod passage;
pub mod signature;
pub mod text;
pub mod verdict;
