//! The store as its users see it: what goes in, in what order, and what can be read afterwards.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::needless_borrow,
    clippy::manual_is_multiple_of,
    reason = "a test that cannot go on stops there, and a measured test says what it measured"
)]

mod ballots;
mod brief;
mod crowd;
mod erasure;
mod faults;
mod folded;
mod laws;
mod newcomers;
mod pages;
mod plans;
mod registers;
mod sample;
mod search;
mod speed;
mod world;
