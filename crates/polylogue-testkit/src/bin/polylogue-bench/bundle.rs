//! A bundle of 100,000 mixed operations into an empty home; the read models folded again; the
//! search index.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::time::Instant;

use polylogue_store::Store;

use crate::child::{self, memory_kilobytes, number, say};
use crate::table::{Limit, Line, Table};
use crate::{Bench, Fault};

/// Of the rate at which the same operations can be checked and their rows be written at all.
const RATE_SHARE_MIN: f64 = 0.7;
const PEAK_MEGABYTES_MAX: f64 = 150.0;
const REFOLD_RATE_MIN: f64 = 100_000.0;
const SEARCH_MEGABYTES_MIN: f64 = 10.0;
/// Operations of text indexed at a time.
const SEARCH_BUDGET: usize = 1_000;

/// Reads the bundle in a process of its own.
pub(crate) fn run(bench: &Bench, table: &mut Table) -> Result<(), Fault> {
    let (home, bundle) = (bench.home(), bench.bundle());
    let found = child::run(&["read-bundle", text(&home)?, text(&bundle)?])?;
    let rate = bench.operations as f64 / number(&found, "seconds")?;
    let floor = crate::floor::measure(bench, &store_of(&home)?)?;
    let least = RATE_SHARE_MIN * floor.rate;
    table.say(Line::fact(
        "mixed bundle: checked, and its rows written by copying",
        floor.rate,
        "1/s",
    ));
    table.say(Line::fact(
        "the same: processor time, each operation",
        floor.processor_us,
        "µs",
    ));
    table.say(Line::fact(
        "mixed bundle: operations",
        bench.operations as f64,
        "",
    ));
    table.say(Line::new(
        "mixed bundle: read, verified, stored and folded",
        rate,
        "1/s",
        Limit::AtLeast(least),
    ));
    table.say(Line::fact(
        "mixed bundle: processor time, each operation",
        1e6 * number(&found, "processor_seconds")? / bench.operations as f64,
        "µs",
    ));
    let peak = number(&found, "peak_kilobytes")? / 1000.0;
    table.say(Line::new(
        "mixed bundle: peak memory",
        peak,
        "MB",
        Limit::AtMost(PEAK_MEGABYTES_MAX),
    ));
    assert_counted(bench, number(&found, "new")?)
}

fn assert_counted(bench: &Bench, new: f64) -> Result<(), Fault> {
    if (new - u32::try_from(bench.operations).map_or(f64::NAN, f64::from)).abs() < 0.5 {
        return Ok(());
    }
    Err(format!("{new} of {} operations were taken in", bench.operations).into())
}

/// The role that reads a bundle.
pub(crate) fn read_in(home: &Path, bundle: &Path) -> Result<(), Fault> {
    let node = child::open(home)?;
    let began = Instant::now();
    let report = node.read_bundle(BufReader::new(File::open(bundle)?))?;
    say("seconds", began.elapsed().as_secs_f64());
    say("processor_seconds", child::processor_seconds("self")?);
    say("peak_kilobytes", memory_kilobytes("self", "VmHWM")?);
    say("new", report.new);
    match report.stopped {
        None => Ok(()),
        Some(fault) => Err(fault.into()),
    }
}

/// Folds and indexes a home that is there already, in a process of its own.
pub(crate) fn refold(bench: &Bench, table: &mut Table) -> Result<(), Fault> {
    let found = child::run(&["refold", text(&store_of(&bench.home())?)?])?;
    let rate = bench.operations as f64 / number(&found, "fold_seconds")?;
    table.say(Line::new(
        "read models folded again, without search",
        rate,
        "1/s",
        Limit::AtLeast(REFOLD_RATE_MIN),
    ));
    let megabytes = bench.text_bytes as f64 / 1e6;
    let rate = megabytes / number(&found, "search_seconds")?;
    table.say(Line::fact(
        "search: text in the mixed commons",
        megabytes,
        "MB",
    ));
    table.say(Line::new(
        "search: text indexed",
        rate,
        "MB/s",
        Limit::AtLeast(SEARCH_MEGABYTES_MIN),
    ));
    let peak = number(&found, "peak_kilobytes")? / 1000.0;
    table.say(Line::fact("refold and search: peak memory", peak, "MB"));
    Ok(())
}

/// The store of the only commons of a home.
pub(crate) fn store_of(home: &Path) -> Result<PathBuf, Fault> {
    let mut commons = std::fs::read_dir(home.join("commons"))?;
    let folder = commons.next().ok_or("a home with a commons")??.path();
    Ok(folder.join("store.sqlite"))
}

/// The role that folds and indexes.
pub(crate) fn refold_in(path: &Path) -> Result<(), Fault> {
    let store = Store::open(path)?;
    let began = Instant::now();
    store.rebuild()?;
    say("fold_seconds", began.elapsed().as_secs_f64());
    let began = Instant::now();
    while store.index_search(SEARCH_BUDGET)? {}
    say("search_seconds", began.elapsed().as_secs_f64());
    say("peak_kilobytes", memory_kilobytes("self", "VmHWM")?);
    Ok(())
}

/// A path as text.
pub(crate) fn text(path: &Path) -> Result<&str, Fault> {
    path.to_str()
        .ok_or_else(|| "a temporary folder with a plain name".into())
}
