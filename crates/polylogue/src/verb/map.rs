//! `polylogue map`: who stands where in a conversation exported by Polis, which groups that makes,
//! what they share and what divides them. It needs no home.

mod compared;
mod document;
mod drawing;
mod sheet;
mod words;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use polylogue_formats::polis::{Matrix, Options};
use polylogue_map::bridging;

use crate::context::Context;
use crate::cores::Cores;
use crate::exported::{self, Exported};
use crate::failure::Failure;
use crate::output::Output;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A folder or zip with comments.csv and votes.csv, as Polis exports them
    path: PathBuf,
    /// Draw the map as SVG
    #[arg(long, conflicts_with_all = ["csv", "compare"])]
    svg: bool,
    /// Write a table for other programs: of claims, or of people
    #[arg(
        long,
        value_name = "OF",
        num_args = 0..=1,
        default_missing_value = "claims",
        conflicts_with = "compare"
    )]
    csv: Option<Sheet>,
    /// Compare the groups and numbers with those in the files
    #[arg(long)]
    compare: bool,
    /// Read −1 as agree: for exports whose signs are the opposite ones
    #[arg(long)]
    turned: bool,
}

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sheet {
    /// A row for each claim
    Claims,
    /// A row for each person
    People,
}

/// Shows the map.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    show(&context.folder, &arguments)
}

/// Shows the map, without a home, for paths typed in a folder.
pub(crate) fn show(folder: &Path, arguments: &Arguments) -> Result<Output, Failure> {
    let options = Options {
        signs: exported::signs(arguments.turned),
        matrix: if arguments.compare {
            Matrix::Compared
        } else {
            Matrix::Groups
        },
    };
    let it = Exported::read(&folder.join(&arguments.path), options)?;
    let output = if arguments.compare {
        let found = compared::compare(&it)?;
        Output::new(compared::text(&it, &found), compared::json_of(&found))
    } else if arguments.svg {
        let drawing = drawing::svg(&it);
        Output::new(drawing.clone(), serde_json::json!({"svg": drawing}))
    } else if let Some(of) = arguments.csv {
        let sheet = match of {
            Sheet::Claims => sheet::of_claims(&it, &scores(&it)),
            Sheet::People => sheet::of_people(&it),
        };
        Output::new(sheet.clone(), serde_json::json!({"csv": sheet}))
    } else {
        let scores = scores(&it);
        Output::new(words::text(&it, &scores), document::json_of(&it, &scores))
    };
    Ok(noted(output, &it))
}

fn scores(it: &Exported) -> Vec<f64> {
    let cores = Cores::of_this_machine();
    bridging(&it.roll.ballots, &it.standing, &it.map, &cores).scores
}

/// Lines left out that are named on standard error; `--json` has more of them.
const LINES_SHOWN_MAX: usize = 8;

/// Says what was left out or mended, and what looks wrong.
fn noted(mut output: Output, it: &Exported) -> Output {
    let report = &it.conversation.report;
    output = exported::noting_sign(output, &it.conversation);
    for note in &report.notes {
        output = output.noting(note.clone());
    }
    let told = [
        ("left out", &report.skipped, report.skipped_count),
        ("mended", &report.repaired, report.repaired_count),
    ];
    for (what, lines, count) in told {
        for line in lines.iter().take(LINES_SHOWN_MAX) {
            output = output.noting(format!("{what}: {line}"));
        }
        if count > LINES_SHOWN_MAX {
            let more = count - LINES_SHOWN_MAX;
            output = output.noting(format!("{what}: {more} lines more; --json lists them"));
        }
    }
    output
}

/// A group's letter: A for the largest.
pub(crate) fn letter(group: usize) -> char {
    let letter = u8::try_from(group).ok().and_then(|it| b'A'.checked_add(it));
    letter.map_or('?', char::from)
}

/// A share as `84 %`.
fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
