//! `cargo xtask shots`: a picture of every page, and one page to look at all of them.

use crate::browser::{self, AXE, Browser};
use crate::step::{self, Failure};

/// Runs `polylogue-shots` in the release profile with the arguments as given.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let axe = match browser::look_for_browser()? {
        Browser::Usable(axe) => axe,
        Browser::Skipped(reason) => {
            return Err(Failure::Environment(format!(
                "no pictures can be taken: {reason}"
            )));
        }
    };
    let mut command = step::cargo(&[
        "run",
        "--release",
        "--package",
        "polylogue-testkit",
        "--bin",
        "polylogue-shots",
        "--",
    ])?;
    step::run("shots", command.args(arguments).env(AXE, axe))
}
