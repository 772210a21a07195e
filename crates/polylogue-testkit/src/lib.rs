//! Scripts, many peers under one seed, and checkers. For tests and benches only.

pub mod world;
