//! `polylogue map`: who stands where on the claims of a question or dialogue, which groups that
//! makes, what they share and what divides them; or, with a path, in a conversation exported by
//! Polis, without a home.

mod charted;
mod compared;
mod document;
mod drawing;
mod sheet;
mod verify;
mod without;
mod words;

use std::path::{Path, PathBuf};

use polylogue_core::id::OperationId;
use polylogue_formats::polis::{Matrix, Options};
use polylogue_map::{bridging, groups};
use polylogue_node::cores::Cores;
use polylogue_node::maps::{MapOf, Who};
use polylogue_store::query::{MapRow, Thing};
use serde_json::Value;

use self::charted::Charted;
use crate::context::Context;
use crate::exported::{self, Exported};
use crate::failure::Failure;
use crate::output::{Form, Output};
use crate::table::Table;

/// What may be typed.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Option<Act>,
    /// A folder or zip with comments.csv and votes.csv, as Polis exports them; without one, the
    /// map of this commons
    path: Option<PathBuf>,
    /// The dialogue or question whose claims were voted on
    #[arg(long, value_name = "DIALOGUE|QUESTION", conflicts_with = "path")]
    of: Option<String>,
    /// Count the votes of newcomers too, as they are held here
    #[arg(long, conflicts_with = "path")]
    newcomers: bool,
    /// Draw the map as SVG
    #[arg(long, conflicts_with_all = ["csv", "compare"])]
    svg: bool,
    /// Write a table for other programs: of claims, or of people [default: claims]
    #[arg(
        long,
        value_name = "claims|people",
        num_args = 0..=1,
        default_missing_value = "claims",
        conflicts_with = "compare"
    )]
    csv: Option<String>,
    /// Compare the groups and numbers with those in the files
    #[arg(long)]
    compare: bool,
    /// Read −1 as agree: for exports whose signs are the opposite ones
    #[arg(long)]
    turned: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Compute a published map again from the votes, and say whether it is equal
    Verify {
        /// The map, as `polylogue map --json` wrote it
        file: PathBuf,
        /// The exported conversation it is of; without one, the signed votes of this commons
        path: Option<PathBuf>,
    },
    /// As a moderator, have a map counted without some people too, with a reason in the public
    /// log; the map of everybody stays beside it
    Without(without::Without),
    /// As a moderator, have a map counted of everybody alone again
    Everybody(without::Everybody),
}

impl Arguments {
    /// Takes what stands behind `--csv` as the exported conversation where it is one: it was meant
    /// so.
    pub(crate) fn take_path(&mut self, folder: &Path) {
        let is_path = |it: &String| Sheet::of_name(it).is_none() && folder.join(it).exists();
        if self.path.is_none() && self.of.is_none() && self.csv.as_ref().is_some_and(is_path) {
            self.path = self.csv.replace("claims".to_owned()).map(PathBuf::from);
        }
    }

    /// The table asked for.
    fn sheet(&self) -> Result<Option<Sheet>, Failure> {
        let Some(typed) = &self.csv else {
            return Ok(None);
        };
        match Sheet::of_name(typed) {
            Some(sheet) => Ok(Some(sheet)),
            None => Err(Failure::usage(
                format!("--csv writes a table of claims or of people, and “{typed}” is neither"),
                "name the conversation first: polylogue map PATH --csv people",
            )),
        }
    }

    /// Whether it is about an exported conversation, which needs no home.
    pub(crate) fn needs_no_home(&self) -> bool {
        match &self.act {
            Some(Act::Verify { path, .. }) => path.is_some(),
            Some(Act::Without(_) | Act::Everybody(_)) => false,
            None => self.path.is_some(),
        }
    }
}

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sheet {
    /// A row for each claim
    Claims,
    /// A row for each person
    People,
}

impl Sheet {
    fn of_name(name: &str) -> Option<Self> {
        match name {
            "claims" => Some(Self::Claims),
            "people" => Some(Self::People),
            _ => None,
        }
    }
}

/// Shows the map of a question or dialogue of the commons.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    if arguments.needs_no_home() {
        return show(&context.folder, &arguments, context.common.form());
    }
    match &arguments.act {
        Some(Act::Verify { file, .. }) => return verify::here(context, file),
        Some(Act::Without(whom)) => return without::record(context, whom),
        Some(Act::Everybody(again)) => return without::end(context, again),
        None => {}
    }
    arguments.sheet()?;
    if arguments.compare || arguments.turned {
        return Err(Failure::usage(
            "--compare and --turned are about an exported conversation",
            "name its folder or zip: polylogue map PATH --compare",
        ));
    }
    let reader = context.reader()?;
    let maps = reader.maps()?;
    let row = match (&arguments.of, maps.as_slice()) {
        (_, []) => return Err(no_claims()),
        (Some(typed), _) => of_this(context, typed, &maps)?,
        (None, [one]) => one,
        (None, several) => return Ok(listed(several)),
    };
    let under = row.of.as_ref().map(|it| it.id);
    let who = if arguments.newcomers {
        Who::NewcomersToo
    } else {
        Who::Members
    };
    let open = context
        .node
        .map(context.commons()?, &reader, MapOf { under, who })?;
    let it = Charted::of_commons(&reader, row, &open)?;
    let mut output = told(&it, &arguments, context.common.form())?;
    if !arguments.newcomers && !arguments.svg && arguments.csv.is_none() {
        let scrutiny = context.node.scrutiny(context.commons()?, &reader, under)?;
        output = without::told(output, &it, (&open, &scrutiny));
    }
    if arguments.newcomers {
        output = output.with_json(|mut json| {
            json["as_held_here"] = serde_json::json!(true);
            json
        });
    }
    let left_out = open.left_out;
    Ok(if left_out.votes > 0 {
        output.noting(format!(
            "{} by {} not yet counted; --newcomers shows the map with them, as held here",
            count(left_out.votes, "vote", "votes"),
            count(left_out.people, "newcomer", "newcomers"),
        ))
    } else {
        output
    })
}

/// The map of a dialogue or question as typed.
fn of_this<'a>(context: &Context, typed: &str, maps: &'a [MapRow]) -> Result<&'a MapRow, Failure> {
    let id = meant(context, typed)?;
    let found = maps
        .iter()
        .find(|it| it.of.as_ref().is_some_and(|of| of.id == id));
    found.ok_or_else(|| {
        Failure::refused(
            format!("there are no claims under “{typed}” yet, so there is no map of it"),
            "put one with `polylogue claim add`; `polylogue map` lists the maps there are",
        )
    })
}

/// A dialogue or question as typed.
///
/// # Errors
/// A refusal if there is neither.
pub(crate) fn meant(context: &Context, typed: &str) -> Result<OperationId, Failure> {
    // What is no question may be a dialogue; who means neither is told what there is.
    let meant = context.question(typed).or_else(|_| context.dialogue(typed));
    meant.map_err(|_| {
        Failure::refused(
            format!("no dialogue or question here goes by “{typed}”"),
            "`polylogue map` lists those with claims under them",
        )
    })
}

fn no_claims() -> Failure {
    Failure::refused(
        "there are no claims here yet, so there is nothing to vote on",
        "put one with `polylogue claim add`, and vote on it with `polylogue vote`",
    )
}

/// Which maps there are.
fn listed(maps: &[MapRow]) -> Output {
    let mut table = Table::new(["people", "votes", "claims", "id", "map of"]);
    for row in maps {
        let (id, name) = match &row.of {
            Some(it) => (it.id.short(), it.words.words.clone()),
            None => (
                String::new(),
                "claims under nothing in particular".to_owned(),
            ),
        };
        table.row([
            row.people.to_string(),
            row.votes.to_string(),
            row.claims.to_string(),
            id,
            name,
        ]);
    }
    let text = format!(
        "One map for each dialogue or question with claims under it.\n{}",
        table.text_or("none yet")
    );
    let json = maps.iter().map(|row| {
        serde_json::json!({
            "of": row.of.as_ref().map(|it| it.id.to_string()),
            "what": row.of.as_ref().and_then(|it| it.what).map(thing),
            "words": row.of.as_ref().map(|it| &it.words.words),
            "people": row.people,
            "votes": row.votes,
            "claims": row.claims,
        })
    });
    let output = Output::new(text, serde_json::json!({"maps": json.collect::<Vec<_>>()}));
    output.noting("hint: name one: polylogue map --of ID")
}

fn thing(thing: Thing) -> &'static str {
    if thing == Thing::Question {
        "question"
    } else {
        "dialogue"
    }
}

fn count(number: usize, one: &str, several: &str) -> String {
    crate::words::count(u64::try_from(number).unwrap_or(u64::MAX), one, several)
}

/// Shows the map of an export, without a home, for paths typed in a folder.
pub(crate) fn show(folder: &Path, arguments: &Arguments, form: Form) -> Result<Output, Failure> {
    let path = match (&arguments.act, &arguments.path) {
        (Some(Act::Verify { file, path }), _) => {
            let path = path.as_deref().unwrap_or(folder);
            return verify::exported(&folder.join(file), &folder.join(path));
        }
        (_, Some(path)) => path.as_path(),
        (_, None) => folder,
    };
    let options = Options {
        signs: exported::signs(arguments.turned),
        matrix: if arguments.compare {
            Matrix::Compared
        } else {
            Matrix::Groups
        },
    };
    let it = Exported::read(&folder.join(path), options)?;
    let output = if arguments.compare {
        let found = compared::compare(&it)?;
        Output::new(compared::text(&it, &found), compared::json_of(&found))
    } else {
        let output = told(&Charted::of_export(&it), arguments, form)?;
        match form {
            Form::Json => output.with_json(|json| document::with_report(json, &it)),
            Form::Text | Form::Quiet => output,
        }
    };
    Ok(noted(output, &it))
}

/// The map in the form asked for; only what is written is made, since the document of a map costs
/// as much as the map.
fn told(it: &Charted<'_>, arguments: &Arguments, form: Form) -> Result<Output, Failure> {
    if arguments.svg {
        refuse_few(it)?;
        let drawing = drawing::svg(it);
        return Ok(Output::new(
            drawing.clone(),
            serde_json::json!({"svg": drawing}),
        ));
    }
    if let Some(of) = arguments.sheet()? {
        let sheet = match of {
            Sheet::Claims => sheet::of_claims(it, &scores(it)),
            Sheet::People => sheet::of_people(it),
        };
        return Ok(Output::new(sheet.clone(), serde_json::json!({"csv": sheet})).for_sheet());
    }
    let scores = scores(it);
    Ok(match form {
        Form::Json => Output::new(String::new(), document::json_of(it, &scores)),
        Form::Text | Form::Quiet => Output::new(words::text(it, &scores), Value::Null),
    })
}

/// Of fewer people than groups can be found among nobody draws a picture: their places would be
/// chance.
fn refuse_few(it: &Charted<'_>) -> Result<(), Failure> {
    let people = it.person_count();
    if people >= groups::PEOPLE_MIN {
        return Ok(());
    }
    Err(Failure::refused(
        format!(
            "{} voted: a map is drawn of {} or more",
            count(people, "person", "people"),
            groups::PEOPLE_MIN
        ),
        "`polylogue map` shows the votes themselves",
    ))
}

fn scores(it: &Charted<'_>) -> Vec<f64> {
    let cores = Cores::of_this_machine();
    bridging(it.ballots, it.standing, it.map, &cores).scores
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
