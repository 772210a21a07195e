//! Tests of the map as others see it: recorded values, laws, and odd input.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test stops where it cannot go on, says what it measured, and need not repeat bits"
)]

mod acceptance;
mod conversation;
mod copies;
mod goldens;
mod laws;
mod odd;
