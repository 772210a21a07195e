//! `cargo xtask bench`: hands its arguments to the testkit's bench program, and what comes after
//! `map` to the map's.

use std::path::PathBuf;

use crate::browser::{self, AXE, Browser};
use crate::step::{self, Failure};

/// Runs the benches in the release profile: `map` alone, other parts by name, or everything.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    if let Some((first, rest)) = arguments.split_first()
        && first == "map"
    {
        return run_map(rest);
    }
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
    step::run("bench", command.args(arguments).env(AXE, axe))?;
    if arguments.is_empty() {
        run_map(&[])?;
    }
    Ok(())
}

/// Runs the map's bench, which is an example of its crate so that it needs nothing else built.
fn run_map(sizes: &[String]) -> Result<(), Failure> {
    let mut command = step::cargo(&[
        "run",
        "--release",
        "--package",
        "polylogue-map",
        "--example",
        "map-bench",
        "--",
    ])?;
    step::run("bench of the map", command.args(sizes))
}
