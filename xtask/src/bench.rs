//! `cargo xtask bench`: hands its arguments to the testkit's bench program.

use std::path::PathBuf;

use crate::browser::{self, AXE, Browser};
use crate::step::{self, Failure};

/// Runs `polylogue-bench` in the release profile with the arguments as given.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    // Only what is drawn needs a browser; without one the bench says that it is skipped.
    let axe = match browser::look_for_browser()? {
        Browser::Usable(axe) => axe,
        Browser::Skipped(_) => PathBuf::new(),
    };
    let mut command = step::cargo(&[
        "run",
        "--release",
        "--package",
        "polylogue-testkit",
        "--bin",
        "polylogue-bench",
        "--",
    ])?;
    step::run("bench", command.args(arguments).env(AXE, axe))
}
