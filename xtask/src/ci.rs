//! `cargo xtask ci`: everything that must hold before a change is on main, cheapest first.

use crate::step::{self, Failure};
use crate::{test, tidy};

/// Runs format, lint, tidy, documentation and tests; the first failure ends it.
pub(crate) fn run() -> Result<(), Failure> {
    step::run(
        "format",
        &mut step::cargo(&["fmt", "--all", "--", "--check"])?,
    )?;
    step::run(
        "lint",
        &mut step::cargo(&[
            "clippy",
            "--release",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])?,
    )?;
    tidy::run()?;
    step::run(
        "documentation",
        step::cargo(&["doc", "--release", "--workspace", "--no-deps"])?
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    test::run(&[])
}
