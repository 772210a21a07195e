//! `cargo xtask test`: every test of every crate, with what it needs installed or named.
//!
//! Rust and a C compiler are enough. A C compiler is not checked for: this program could not
//! have been linked without one. Network-namespace tests also need root and `ip` from iproute2,
//! browser tests need Chromium with its driver and axe-core.

use std::path::Path;

use crate::browser::{self, AXE, BROWSER, Browser};
use crate::packages;
use crate::step::{self, Failure};

/// Set to 1 for the tests when network namespaces can be made here; absent otherwise.
const NETWORK_NAMESPACES: &str = "POLYLOGUE_NETNS";

/// Whether network-namespace tests can run on this machine.
#[derive(Debug, PartialEq, Eq)]
enum Namespaces {
    /// A namespace was made and taken down again.
    Usable,
    /// They cannot run; the words say why and what to do.
    Skipped(&'static str),
}

/// Runs `cargo test --release` over the workspace, or the packages named, with the arguments.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    say_where_shared_data_is()?;
    let mut command = step::cargo(&["test", "--release"])?;
    if !names_package(arguments) {
        command.arg("--workspace");
    }
    command
        .args(arguments)
        .env_remove(NETWORK_NAMESPACES)
        .env_remove(BROWSER);
    match look_for_namespaces() {
        Namespaces::Usable => {
            println!("network-namespace tests: they run");
            command.env(NETWORK_NAMESPACES, "1");
        }
        Namespaces::Skipped(reason) => println!("network-namespace tests: skipped, {reason}"),
    }
    match browser::look_for_browser()? {
        Browser::Usable(axe) => {
            println!("browser tests: they run");
            command.env(BROWSER, "1").env(AXE, axe);
        }
        Browser::Skipped(reason) => println!("browser tests: skipped, {reason}"),
    }
    step::run("test", &mut command)
}

/// Tells whether the arguments choose packages, as `-p polylogue-core` does.
fn names_package(arguments: &[String]) -> bool {
    let mut of_cargo = arguments.iter().take_while(|argument| *argument != "--");
    of_cargo.any(|argument| {
        argument.starts_with("-p") || argument == "--package" || argument.starts_with("--package=")
    })
}

/// Says whether the shared test data is beside the project; tests skip plainly without it.
fn say_where_shared_data_is() -> Result<(), Failure> {
    let beside = step::project_root()?.join("../shared/data");
    let named = std::env::var_os("POLYLOGUE_SHARED").map(|folder| Path::new(&folder).join("data"));
    if named.unwrap_or(beside).is_dir() {
        println!("shared test data: found");
    } else {
        println!("shared test data: absent, the tests that read it say that they are skipped");
    }
    Ok(())
}

/// Finds out whether namespaces can be made, installing iproute2 where that is possible.
fn look_for_namespaces() -> Namespaces {
    if step::ask("id", &["-u"]).is_none_or(|user| user.trim() != "0") {
        return Namespaces::Skipped("they need root (run `cargo xtask test` as root)");
    }
    if step::ask("ip", &["-Version"]).is_none() && !packages::install(&["iproute2"]) {
        return Namespaces::Skipped("they need `ip` (install the package iproute2)");
    }
    let name = format!("polylogue-probe-{}", std::process::id());
    if step::ask("ip", &["netns", "add", &name]).is_none() {
        return Namespaces::Skipped("this machine does not let namespaces be made");
    }
    if step::ask("ip", &["netns", "delete", &name]).is_none() {
        return Namespaces::Skipped("this machine does not let namespaces be taken down");
    }
    Namespaces::Usable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_named_before_the_dashes() {
        let names = |words: &[&str]| {
            let arguments: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            names_package(&arguments)
        };
        assert!(names(&["-p", "polylogue-core"]));
        assert!(names(&["--package=polylogue-core", "a_late_vote"]));
        assert!(!names(&["a_late_vote"]));
        assert!(!names(&["--", "-p"]));
    }
}
