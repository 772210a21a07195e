//! Scripts and attacks over the real fold, store and session, and laws under a seed.

#![expect(clippy::print_stdout, reason = "a measured test says what it measured")]

mod attacks;
mod crowd;
mod laws;
mod newer;
mod sessions;
