//! `cargo xtask fuzz TARGET [SECONDS]`: bytes made to break a reader, by libFuzzer.
//!
//! The targets stand in `fuzz/`, a workspace of its own: coverage is counted by flags that nothing
//! else is built with. They are stable flags of the compiler, so no other toolchain is needed.

use crate::step::{self, Failure};

/// Targets, each with a folder of the repository whose files are good to begin with.
const TARGETS: [(&str, Option<&str>); 3] = [
    ("operation", None),
    ("polis", None),
    ("mediawiki", Some("crates/polylogue-formats/tests/pages")),
];
const SECONDS: u64 = 60;
const BYTES_MAX: usize = 8_192;
/// What counts which parts of a program were reached.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
                     -Cllvm-args=-sanitizer-coverage-pc-table \
                     -Cllvm-args=-sanitizer-coverage-trace-compares \
                     --cfg fuzzing -Cdebug-assertions";

/// Builds a target and lets it run; what it finds worth keeping stays in the target folder.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let names = TARGETS.map(|(name, _)| name).join(", ");
    let usage = || Failure::Usage(format!("usage: cargo xtask fuzz TARGET [SECONDS]: {names}"));
    let (name, seconds) = match arguments {
        [name] => (name, SECONDS),
        [name, seconds] => (name, seconds.parse().map_err(|_| usage())?),
        _ => return Err(usage()),
    };
    let target = TARGETS.iter().find(|(it, _)| it == name);
    let (name, seeds) = target.copied().ok_or_else(usage)?;
    let folder = step::target_folder()?.join("fuzz");
    let corpus = folder.join("corpus").join(name);
    std::fs::create_dir_all(&corpus).map_err(|what| {
        let corpus = corpus.display();
        Failure::Environment(format!("{corpus} cannot be made: {what}"))
    })?;
    // Flags count for what is built for a named machine alone, not for build scripts.
    let host = host()?;
    let mut build = step::cargo(&["build", "--release", "--manifest-path", "fuzz/Cargo.toml"])?;
    build.args(["--bin", name, "--target", &host]);
    build
        .arg("--target-dir")
        .arg(&folder)
        .env("RUSTFLAGS", FLAGS);
    step::run("fuzz: build", &mut build)?;
    let program = folder.join(&host).join("release").join(name);
    let mut command = std::process::Command::new(program);
    command
        .current_dir(step::project_root()?)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={BYTES_MAX}"))
        .arg(format!("-artifact_prefix={}/", folder.display()))
        .arg("-print_final_stats=1")
        .arg(&corpus)
        .args(seeds);
    step::run("fuzz", &mut command)
}

/// The machine the compiler builds for when nothing is said.
fn host() -> Result<String, Failure> {
    let said = std::process::Command::new("rustc").arg("-vV").output();
    let said = said.map_err(|what| Failure::Environment(format!("no rustc can be run: {what}")))?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let host = said.lines().find_map(|it| it.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| Failure::Environment("rustc does not say what it builds for".to_owned()))
}
