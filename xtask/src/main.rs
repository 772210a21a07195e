//! The project's own chores: `cargo xtask ci`, `test`, `tidy`, `bench`, `shots` and `fuzz`.
//!
//! Reading order: this dispatch, then one file per chore, then `step`, which runs other programs.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore runner talks to the person who started it"
)]

mod bench;
mod browser;
mod ci;
mod fuzz;
mod packages;
mod shots;
mod step;
mod test;
mod tidy;

use std::process::ExitCode;

use crate::step::Failure;

/// The words shown when the command is not understood.
const USAGE: &str = "\
usage: cargo xtask CHORE

chores:
  ci                   format, lint, tidy, documentation and every test
  test [CARGO ARGS]    every test of every crate; arguments go to `cargo test`
  tidy                 the house rules a machine can check
  bench [BENCH ARGS]   measurements beside their limits; arguments go to the bench,
                       those after `map` to the bench of the map alone
  shots [FOLDER]       a picture of every page, and a sheet to look at all of them
  fuzz TARGET [SECS]   bytes made to break a reader: operation, polis or mediawiki";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Runs the chore named by the first argument with the rest of them.
fn dispatch(arguments: &[String]) -> Result<(), Failure> {
    let Some((chore, rest)) = arguments.split_first() else {
        return Err(Failure::Usage(USAGE.to_owned()));
    };
    match chore.as_str() {
        "ci" => refuse_arguments(chore, rest).and_then(|()| ci::run()),
        "test" => test::run(rest),
        "tidy" => refuse_arguments(chore, rest).and_then(|()| tidy::run()),
        "bench" => bench::run(rest),
        "shots" => shots::run(rest),
        "fuzz" => fuzz::run(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(Failure::Usage(format!(
            "there is no chore `{unknown}`\n{USAGE}"
        ))),
    }
}

/// Refuses arguments where a chore takes none, so that a mistyped filter is never ignored.
fn refuse_arguments(chore: &str, rest: &[String]) -> Result<(), Failure> {
    match rest.first() {
        None => Ok(()),
        Some(first) => Err(Failure::Usage(format!(
            "`{chore}` takes no arguments, found `{first}`\n{USAGE}"
        ))),
    }
}
