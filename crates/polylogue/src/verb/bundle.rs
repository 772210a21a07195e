//! `polylogue bundle`: a commons in a file, for a stick or a mail.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use polylogue_node::{BundleReport, Lacking};
use serde_json::json;

use crate::context::Context;
use crate::failure::{Failure, FileAct, check_replaceable};
use crate::json as rows_json;
use crate::output::Output;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Write a carried copy
    Write {
        /// The file to write
        file: PathBuf,
        /// Only what this peer lacks, as far as is known here
        #[arg(long, value_name = "PEER")]
        lacking: Option<String>,
    },
    /// Read a carried copy; reading it twice changes nothing
    Read {
        /// The file to read
        file: PathBuf,
    },
}

/// Writes or reads.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Write { file, lacking } => write(context, &context.path(&file), lacking),
        Act::Read { file } => read(context, &context.path(&file)),
    }
}

fn write(context: &Context, path: &Path, lacking: Option<String>) -> Result<Output, Failure> {
    let replaced = check_replaceable(path, "polylogue-bundle ")?;
    let lacking = lacking.map_or(Lacking::Nothing, Lacking::Peer);
    let next = path.with_extension("part");
    let file = File::create(&next).map_err(|it| Failure::file(FileAct::Write, path, &it))?;
    let mut to = BufWriter::new(file);
    let written = context
        .node
        .write_bundle(&context.commons()?, &mut to, &lacking);
    let kept = written.map_err(Failure::from).and_then(|operations| {
        let file = to.into_inner().map_err(|it| it.into_error());
        file.and_then(|it| it.sync_all())
            .and_then(|()| std::fs::rename(&next, path))
            .map_err(|it| Failure::file(FileAct::Write, path, &it))?;
        Ok(operations)
    });
    if kept.is_err() {
        // What is left of a copy that was not finished is of no use to anybody.
        std::fs::remove_file(&next).unwrap_or_default();
    }
    let operations = kept?;
    let bytes = std::fs::metadata(path).map(|it| it.len()).unwrap_or(0);
    let held = words::count(operations, "record", "records");
    let text = format!("{held} in {}", words::bytes(bytes));
    let document = json!({"file": path, "operations": operations, "bytes": bytes});
    let output = Output::new(text, document);
    let output = replaced.into_iter().fold(output, Output::noting);
    Ok(output.noting("whoever holds this file can read everything in it"))
}

fn read(context: &Context, path: &Path) -> Result<Output, Failure> {
    let file = File::open(path).map_err(|it| Failure::file(FileAct::Read, path, &it))?;
    let report = context.node.read_bundle(BufReader::new(file))?;
    if let Some(stopped) = &report.stopped {
        let kept = words::count(report.new, "new record", "new records");
        return Err(Failure::refused(
            format!("{stopped}; {kept} kept"),
            stopped.hint(),
        ));
    }
    if let Some(commons) = report.commons.filter(|_| report.is_created) {
        context.use_commons(commons);
    }
    Ok(Output::new(text(&report), json_of(&report)))
}

fn text(report: &BundleReport) -> String {
    let read = words::count(report.read, "record", "records");
    let mut text = format!("{read} read, {} new", report.new);
    if report.refused > 0 {
        text.push_str(&format!(
            ", {} with a signature that does not hold",
            report.refused
        ));
    }
    text
}

fn json_of(report: &BundleReport) -> serde_json::Value {
    json!({
        "commons": rows_json::optional(report.commons, rows_json::id),
        "operations": report.read,
        "new": report.new,
        "refused": report.refused,
        "created": report.is_created,
    })
}
