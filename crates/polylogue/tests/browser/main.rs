//! The pages in a real browser: the built program serves them, Chromium shows them.
//!
//! Each test says plainly that it is skipped where there is no Chromium; `cargo xtask test`
//! installs it, or says what to install.

#![expect(clippy::print_stdout, reason = "a test says what it measured")]

mod budgets;
mod drafts;
mod every_page;
mod first_minute;
mod hostile;
mod keyboard;
mod live;
mod place;
mod plain;
mod presence;
mod published;
mod spoken;
mod ways;
mod words;
