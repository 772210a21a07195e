//! The whole MediaWiki folder of the real dialogue, where it is at hand.

use std::path::{Path, PathBuf};
use std::time::Instant;

use polylogue_node::import::ImportOptions;

use crate::child;
use crate::table::{Limit, Line, Table};
use crate::{Bench, Fault};

const SECONDS_MAX: f64 = 0.5;

/// Imports the folder into a new home.
pub(crate) fn run(bench: &Bench, table: &mut Table) -> Result<(), Fault> {
    let Some(folder) = folder() else {
        println!("the dialogue's folder is not at hand: its import is skipped");
        return Ok(());
    };
    let node = child::open(&bench.folder.join("importer"))?;
    let options = ImportOptions {
        licence: Some("CC-BY-SA-3.0".to_owned()),
        source: Some("https://wiki.p2pfoundation.net/".to_owned()),
        name: "Bench".to_owned(),
        ..ImportOptions::default()
    };
    let began = Instant::now();
    let report = node.import_mediawiki(None, &folder, &options)?;
    let seconds = began.elapsed().as_secs_f64();
    table.say(Line::fact(
        "the real dialogue: turns imported",
        report.counts.turns as f64,
        "",
    ));
    table.say(Line::new(
        "the real dialogue: import",
        seconds,
        "s",
        Limit::AtMost(SECONDS_MAX),
    ));
    Ok(())
}

fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("POLYLOGUE_SHARED").map_or(beside, PathBuf::from);
    Some(shared.join("data/dialogue")).filter(|it| it.is_dir())
}
