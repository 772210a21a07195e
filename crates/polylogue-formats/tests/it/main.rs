//! Tests of the readers at their boundary: bytes in, values and reports out.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::too_many_lines,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    reason = "a test that cannot go on stops there, with the line that says why"
)]

mod annotated;
mod annotation;
mod argdown;
mod export;
mod many;
mod pages;
mod polis;
mod seen;
mod shown;
