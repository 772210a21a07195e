#![doc = include_str!("../README.md")]
//!
//! # Reading order
//!
//! [`ballots`] (the votes), [`opinion`] (the map, and what it is made of in order), then the
//! stages: `tally` (counts), `order` (of claims), [`axes`] with `pairs`, `spread` and `eigen`
//! (where people stand), [`groups`], [`polis`] (the numbers Polis publishes), [`lens`] (others
//! beside them). [`ledger`] keeps a map fresh as votes come, [`hands`] shares the work, `chance`
//! holds the only functions that are not + − × ÷ √.

pub mod axes;
pub mod ballots;
mod chance;
mod eigen;
pub mod groups;
pub mod hands;
pub mod ledger;
pub mod lens;
mod number;
pub mod opinion;
mod order;
mod pairs;
pub mod polis;
mod spread;
mod tally;
mod vote;

pub use ballots::{BallotFault, Ballots, Cast, Roll};
pub use hands::{Hands, OneHand};
pub use ledger::Ledger;
pub use opinion::{OpinionMap, Results, bridging, compute, places, results};
pub use tally::Count;
pub use vote::{Standing, Vote};
