//! Runs other programs and says how a chore can fail.

use std::fmt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// How a chore ends when it does not succeed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The work was done and the answer is no: a test, a lint or a rule failed.
    Refused(String),
    /// The command line was not understood.
    Usage(String),
    /// Something the chore needs is missing on this machine.
    Environment(String),
}

impl Failure {
    /// Returns the exit code of the house: 1 refused, 2 usage, 3 environment.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Refused(_) => 1,
            Self::Usage(_) => 2,
            Self::Environment(_) => 3,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(words) | Self::Usage(words) | Self::Environment(words) => {
                formatter.write_str(words)
            }
        }
    }
}

/// Returns the project's root: the folder above this package.
///
/// Cargo tells it at run time, so a checkout may move without a rebuild.
pub(crate) fn project_root() -> Result<PathBuf, Failure> {
    let Some(package) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        return Err(Failure::Environment(
            "the project's root is unknown\nhint: run the chore as `cargo xtask …`".to_owned(),
        ));
    };
    match PathBuf::from(package).parent() {
        Some(root) => Ok(root.to_path_buf()),
        None => Err(Failure::Environment(
            "the xtask package has no folder above it".to_owned(),
        )),
    }
}

/// Returns the folder that cargo builds into.
pub(crate) fn target_folder() -> Result<PathBuf, Failure> {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => Ok(project_root()?.join("target")),
    }
}

/// Returns the cargo that started this program, to be run in the project's root.
///
/// What the outer cargo said about this package is taken out of the environment: some build
/// scripts watch it, and their crates would be compiled again under each chore.
pub(crate) fn cargo(arguments: &[&str]) -> Result<Command, Failure> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(project_root()?);
    for (name, _) in std::env::vars_os() {
        let is_about_us = name.to_str().is_some_and(is_about_this_package);
        if is_about_us {
            command.env_remove(name);
        }
    }
    Ok(command)
}

/// Tells whether cargo sets this variable to describe the package it runs.
fn is_about_this_package(variable: &str) -> bool {
    variable.starts_with("CARGO_PKG_")
        || variable.starts_with("CARGO_MANIFEST_")
        || ["CARGO_BIN_NAME", "CARGO_CRATE_NAME", "OUT_DIR"].contains(&variable)
}

/// Runs one step in the foreground, says what it was and how long it took, in seconds.
pub(crate) fn run(title: &str, command: &mut Command) -> Result<(), Failure> {
    println!("== {title}");
    let begin = Instant::now();
    let status = command.status().map_err(|source| {
        Failure::Environment(format!(
            "{title}: the program could not be started: {source}"
        ))
    })?;
    let seconds = begin.elapsed().as_secs_f64();
    if status.success() {
        println!("== {title}: passed in {seconds:.1} s");
        Ok(())
    } else {
        Err(Failure::Refused(format!(
            "{title} failed after {seconds:.1} s ({status})"
        )))
    }
}

/// Runs a program unseen and returns what it printed, or nothing if it is absent or fails.
///
/// Only for questions about the machine where "no" and "cannot say" lead to the same answer.
pub(crate) fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    if !output.status.success() {
        return None;
    }
    String::from_utf8(output.stdout).ok()
}
