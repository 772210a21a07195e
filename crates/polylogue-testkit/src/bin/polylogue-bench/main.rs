//! The benches of the product, each beside its limit, measured in the same run on the same machine.
//!
//! `polylogue-bench` runs all; names choose some: `rates bundle refold search sync reconcile pages
//! members import drawn crowd conversations similar sift documents editions publish`. What must be
//! measured by itself (peak memory, a cold start) runs in a process of its own: this program again,
//! as `child ROLE …`.
//!
//! Ends with 1 if a limit is missed.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program run by hand"
)]

mod bundle;
mod carried;
mod child;
mod conversations;
mod crowd;
mod documents;
mod drawn;
mod editions;
mod floor;
mod import;
mod members;
mod pages;
mod publish;
mod rates;
mod reconcile;
mod sifted;
mod similar;
mod sync;
mod table;

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use polylogue_core::operation::Operation;
use polylogue_testkit::generate::{self, Amounts};

use self::table::{Line, Table};

/// The seed of everything generated here.
pub(crate) const SEED: u64 = 20_161_122;

/// What a bench may go wrong with: it then says so, and the run fails.
pub(crate) type Fault = Box<dyn std::error::Error>;

/// What is made once and used by several benches.
pub(crate) struct Bench {
    /// Where everything is kept while the run lasts.
    pub(crate) folder: PathBuf,
    /// Signatures checked one by one, per second and core.
    pub(crate) single_rate: f64,
    /// Signatures checked in batches on all cores, per second.
    pub(crate) batch_rate: f64,
    /// Operations in the mixed commons.
    pub(crate) operations: u64,
    /// Their bytes as they travel.
    pub(crate) operation_bytes: u64,
    /// Bytes of words in it, as the search sees them.
    pub(crate) text_bytes: u64,
    /// What checking and writing rows costs at least, once measured.
    pub(crate) floor: OnceCell<floor::Floor>,
}

impl Bench {
    /// The bundle of the mixed commons.
    pub(crate) fn bundle(&self) -> PathBuf {
        self.folder.join("mixed.bundle")
    }

    /// A home that has read it.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.join("home")
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ended = match arguments.first().map(String::as_str) {
        Some("child") => child::play(&arguments[1..]),
        _ => run(&arguments),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("polylogue-bench: {fault}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one story, told in order")]
fn run(chosen: &[String]) -> Result<(), Fault> {
    let is_chosen = |name: &str| chosen.is_empty() || chosen.iter().any(|it| it == name);
    let folder = tempfile::tempdir()?;
    let mut table = Table::default();
    if is_chosen("drawn") {
        drawn::run(&mut table)?;
    }
    if is_chosen("crowd") {
        crowd::run(&mut table)?;
    }
    if is_chosen("conversations") {
        conversations::run(&mut table)?;
    }
    if is_chosen("similar") {
        similar::run(&mut table)?;
    }
    if is_chosen("sift") {
        sifted::run(&mut table)?;
    }
    if is_chosen("documents") {
        documents::run(&mut table)?;
    }
    if is_chosen("editions") {
        editions::run(&mut table)?;
    }
    if is_chosen("publish") {
        publish::run(folder.path(), &mut table)?;
    }
    let needs_none = |it: &String| {
        let alone = [
            "drawn",
            "conversations",
            "crowd",
            "similar",
            "sift",
            "documents",
            "editions",
            "publish",
        ];
        alone.contains(&it.as_str())
    };
    if !chosen.is_empty() && chosen.iter().all(needs_none) {
        return table.finish();
    }
    let bench = prepare(folder.path())?;
    table.say(Line::fact(
        "signatures checked one by one, one core",
        bench.single_rate,
        "1/s",
    ));
    table.say(Line::fact(
        "signatures checked in batches, all cores",
        bench.batch_rate,
        "1/s",
    ));
    if ["bundle", "refold", "search", "pages"]
        .into_iter()
        .any(is_chosen)
    {
        bundle::run(&bench, &mut table)?;
    }
    if ["refold", "search"].into_iter().any(is_chosen) {
        bundle::refold(&bench, &mut table)?;
    }
    if is_chosen("sync") {
        sync::run(&bench, &mut table)?;
    }
    if is_chosen("reconcile") {
        reconcile::run(&mut table)?;
    }
    if is_chosen("pages") {
        pages::run(&bench, &mut table)?;
    }
    if is_chosen("members") {
        members::run(&bench, &mut table)?;
    }
    if is_chosen("import") {
        import::run(&bench, &mut table)?;
    }
    table.finish()
}

/// Makes the mixed commons and measures the rates it is judged by.
fn prepare(folder: &Path) -> Result<Bench, Fault> {
    eprintln!("making 100,000 mixed operations under seed {SEED} …");
    let operations = generate::commons(SEED, Amounts::MIXED_100_000);
    let operation_bytes = operations.iter().map(|it| it.encode().len() as u64).sum();
    let text_bytes = operations.iter().map(generate::words_bytes).sum();
    let (single_rate, batch_rate) = rates::measure(&operations);
    let bench = Bench {
        folder: folder.to_owned(),
        single_rate,
        batch_rate,
        operations: operations.len() as u64,
        operation_bytes,
        text_bytes,
        floor: OnceCell::new(),
    };
    write_bundle(&bench.bundle(), &operations)?;
    Ok(bench)
}

fn write_bundle(path: &Path, operations: &[Operation]) -> Result<(), Fault> {
    let bytes = generate::bundle(operations);
    std::fs::write(path, bytes)?;
    Ok(())
}
