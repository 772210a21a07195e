//! `polylogue charter`: the law of a commons, and the steps that change it.

use std::time::{SystemTime, UNIX_EPOCH};

use polylogue_core::id::Key;
use polylogue_core::kind::{Body, Kind, Law};
use polylogue_core::operation::OPERATION_BYTES_MAX;
use polylogue_core::text::Text;
use polylogue_node::intent::Intent;
use polylogue_store::query::{CommonsRow, MinuteRow, Page};
use serde_json::Value;

use super::commons::AdmissionName;
use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};
use crate::table::{Table, pairs, parts};
use crate::{json, words};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Show the charter in force, its keepers, the offices, and steps that wait for assent
    Show,
    /// Propose another charter; what is not named stays as it is
    Propose(Box<Propose>),
    /// Assent to a proposed step, as a keeper
    Assent {
        /// Which step
        step: String,
    },
}

#[derive(Debug, clap::Args)]
struct Propose {
    /// The charter's text, in Markdown
    #[arg(long, value_name = "TEXT")]
    charter: Option<String>,
    /// The licence of what is said here (SPDX)
    #[arg(long, value_name = "SPDX")]
    licence: Option<String>,
    /// How newcomers become members
    #[arg(long, value_enum)]
    admission: Option<AdmissionName>,
    /// A keeper from now on: name all of them, yourself too
    #[arg(long, value_name = "PERSON")]
    keeper: Vec<String>,
    /// How many keepers must assent to the next step [default: more than half]
    #[arg(long, value_name = "N")]
    threshold: Option<u32>,
    /// Renew: the keepers' time ends so many days from now
    #[arg(long, value_name = "N")]
    days: Option<u64>,
    #[command(flatten)]
    because: Because,
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Show => {
            let reader = context.reader()?;
            let row = reader.commons()?;
            let minutes = reader.minutes(Page::first(1000))?;
            Ok(Output::new(text(&row, &minutes), json_of(&row, &minutes)))
        }
        Act::Propose(arguments) => propose(context, &arguments),
        Act::Assent { step } => {
            let resolution = context.anything(&step)?;
            let it = context.perform(Intent::Assent { resolution })?;
            Ok(done("assented", &it))
        }
    }
}

fn propose(context: &Context, arguments: &Propose) -> Result<Output, Failure> {
    let mut law = law_in_force(context)?;
    if let Some(charter) = &arguments.charter {
        law.charter = Text::new(&context.text(charter)?, &law.language);
    }
    if let Some(licence) = &arguments.licence {
        law.licence.clone_from(licence);
    }
    if let Some(admission) = arguments.admission {
        law.admission = admission.into();
    }
    if !arguments.keeper.is_empty() {
        let keepers = arguments.keeper.iter().map(|it| context.person(it));
        law.roll = keepers.collect::<Result<Vec<Key>, _>>()?;
        law.roll.sort_unstable();
        law.roll.dedup();
        law.threshold = more_than_half(law.roll.len());
    }
    if let Some(threshold) = arguments.threshold {
        law.threshold = threshold;
    }
    if let Some(days) = arguments.days {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let now = since.as_secs();
        law.roll_end = now.saturating_add(days.saturating_mul(86_400));
    }
    let reason = context.reason(&arguments.because)?;
    let it = context.perform(Intent::ProposeLaw {
        law: Box::new(law),
        reason,
    })?;
    Ok(done(
        "proposed; it is in force once enough keepers have assented",
        &it,
    ))
}

/// The whole law, as the latest step that was carried says it.
fn law_in_force(context: &Context) -> Result<Law, Failure> {
    let act = context.reader()?.commons()?.act;
    let store = context.node.store(&context.commons()?)?;
    let step = store.load(&[act], OPERATION_BYTES_MAX)?.into_iter().next();
    match step.and_then(|it| it.body()).and_then(Result::ok) {
        Some(Body::Resolution(resolution)) => Ok(resolution.law),
        Some(Body::Founding(founding)) => Ok(founding.law),
        Some(_) | None => Err(Failure::refused(
            format!(
                "the text of the charter's latest step {} is not here yet",
                act.short()
            ),
            "try again after `polylogue sync`",
        )),
    }
}

fn more_than_half(keepers: usize) -> u32 {
    u32::try_from(keepers / 2 + 1).unwrap_or(u32::MAX)
}

fn is_step(row: &MinuteRow) -> bool {
    row.kind == Kind::Resolution.number()
}

fn text(row: &CommonsRow, minutes: &[MinuteRow]) -> String {
    let mut offices = Table::new(["office", "until", "held by"]);
    for office in &row.offices {
        offices.row([
            words::office(office.kind).to_owned(),
            words::day(office.end),
            words::person(&office.holder),
        ]);
    }
    let about = pairs(&[
        ("step", format!("{} ({})", row.version, row.act.short())),
        (
            "newcomers",
            words::admission_sentence(row.admission).to_owned(),
        ),
        ("licence", row.licence.clone()),
        (
            "keepers",
            row.keepers
                .iter()
                .map(words::person)
                .collect::<Vec<_>>()
                .join(", "),
        ),
        ("until", words::day(row.roll_end)),
    ]);
    let charter = match row.charter.words.as_str() {
        "" => "(the charter has no text yet)".to_owned(),
        text => text.to_owned(),
    };
    let waiting: Vec<String> = minutes
        .iter()
        .filter(|it| is_step(it) && words::verdict_name(it.verdict) == "waiting")
        .map(|it| {
            format!(
                "proposed by {}, waits for assent: {}  {}",
                words::person(&it.said.by),
                words::clip(&it.reason.words, 100),
                it.said.id.short()
            )
        })
        .collect();
    parts(&[charter, about, offices.text_or(""), waiting.join("\n")])
}

fn json_of(row: &CommonsRow, minutes: &[MinuteRow]) -> Value {
    let mut document = super::commons::json_of(row);
    let steps: Vec<&MinuteRow> = minutes.iter().filter(|it| is_step(it)).collect();
    document["steps"] = steps.into_iter().map(json::minute).collect();
    document
}
