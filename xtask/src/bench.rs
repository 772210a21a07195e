//! `cargo xtask bench`: hands its arguments to the testkit's bench program.

use crate::step::{self, Failure};

/// Runs `polylogue-bench` in the release profile with the arguments as given.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let mut command = step::cargo(&[
        "run",
        "--release",
        "--package",
        "polylogue-testkit",
        "--bin",
        "polylogue-bench",
        "--",
    ])?;
    step::run("bench", command.args(arguments))
}
