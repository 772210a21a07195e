//! Scripts, many peers under one seed, and checkers; guide pages that run, the command in homes of
//! its own, and a commons of any size made from a seed. For tests and benches only.
//!
//! Reading order: [`world`] (people and their operations in a script), [`meeting`] (two stores and
//! the session between them), [`generate`] (many operations from a seed), [`command`] (the built
//! program with a home), [`guide`] (pages whose `$` lines are run), [`browser`] (pages as they are
//! drawn, read out and used by keys).

#![expect(clippy::panic, reason = "a test that cannot go on stops there")]

pub mod browser;
pub mod command;
pub mod generate;
pub mod guide;
pub mod meeting;
pub mod world;
