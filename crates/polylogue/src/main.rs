//! `polylogue`: everything the pages do, from the keyboard.
//!
//! The rule this crate obeys: it is the only one that prints or exits, and it decides nothing
//! that a page would have to decide again. Reading order: `arguments` (what may be typed),
//! `verb` (one file for each thing a person can do, all with the same four parts: arguments,
//! `run`, `text`, `json`), `context` (what a verb works with), `output` and `failure` (what comes
//! of it), `exported` (a conversation exported elsewhere, and its map), `session` (who
//! runs the verb), `handover` (how a verb reaches the process that owns the home).

mod arguments;
mod citing;
mod context;
mod csv;
mod exported;
mod failure;
mod handover;
mod json;
mod output;
mod session;
mod table;
mod verb;
mod words;

use std::process::ExitCode;

fn main() -> ExitCode {
    session::run(std::env::args_os().collect())
}
