//! `polylogue commons`: founds, lists, shows and leaves commons.

use clap::ValueEnum;
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, RowsOfPeople, Template};
use polylogue_node::intent::{Found, Intent};
use polylogue_node::template::StageTemplate;
use polylogue_store::query::CommonsRow;
use serde_json::{Value, json};

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done};
use crate::table::{Table, pairs, parts};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

impl Arguments {
    /// Whether a commons is founded, which makes the home too.
    pub(crate) fn is_founding(&self) -> bool {
        matches!(self.act, Act::New(_))
    }
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Found a commons
    New(New),
    /// List the commons in this home
    List,
    /// Show one: its question, charter, keepers and how much is in it
    Show {
        /// Which, by title or id [default: as with --commons]
        #[arg(value_name = "NAME|ID")]
        which: Option<String>,
    },
    /// Leave one; what you said stays
    Leave(Because),
}

#[derive(Debug, clap::Args)]
struct New {
    /// Its title
    title: String,
    /// The question it stands under
    #[arg(long, value_name = "TEXT")]
    question: String,
    /// What it begins as; its stages are prepared with it [default: an inquiry without stages]
    #[arg(long, value_enum)]
    template: Option<TemplateName>,
    /// The licence of what is said there (SPDX)
    #[arg(long, default_value = "CC-BY-SA-4.0", value_name = "SPDX")]
    licence: String,
    /// Its language
    #[arg(long, default_value = "en", value_name = "TAG")]
    language: String,
    /// How newcomers become members
    #[arg(long, value_enum, default_value_t = AdmissionName::Invitation)]
    admission: AdmissionName,
    /// The charter's text, in Markdown
    #[arg(long, default_value = "", value_name = "TEXT")]
    charter: String,
    /// Your name there [default: none; others see the beginning of your key]
    #[arg(long = "as", default_value = "", value_name = "NAME")]
    name: String,
    /// Let each person's votes be taken out as a row, under a number; say so before anybody votes
    #[arg(long)]
    rows_travel: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TemplateName {
    /// Perspectives in dialogue
    Inquiry,
    /// Claims and votes
    Survey,
    /// A policy process in ten steps
    Process,
    /// Many register and propose; what fits is brought together
    OpenSpace,
    /// Nothing prepared
    Blank,
}

impl TemplateName {
    /// The stages it prepares, if any.
    fn stages(self) -> Option<StageTemplate> {
        match self {
            Self::Inquiry => Some(StageTemplate::Inquiry),
            Self::Survey => Some(StageTemplate::Survey),
            Self::Process => Some(StageTemplate::Policy),
            Self::OpenSpace => Some(StageTemplate::OpenSpace),
            Self::Blank => None,
        }
    }
}

/// How newcomers become members, as typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum AdmissionName {
    /// Anyone is heard; a greeter or a vouch admits
    Open,
    /// By an invitation of a member
    Invitation,
    /// By a member's vouch
    Vouching,
}

impl From<AdmissionName> for Admission {
    fn from(name: AdmissionName) -> Self {
        match name {
            AdmissionName::Open => Self::Open,
            AdmissionName::Invitation => Self::Invitation,
            AdmissionName::Vouching => Self::Vouching,
        }
    }
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::New(arguments) => new(context, arguments),
        Act::List => list(context),
        Act::Show { which } => {
            let row = match which {
                Some(name) => context
                    .reader_of(context.commons_named(&name)?)?
                    .commons()?,
                None => context.reader()?.commons()?,
            };
            Ok(Output::new(text(&row), json_of(&row)))
        }
        Act::Leave(because) => {
            let reason = context.reason(&because)?;
            let it = context.perform(Intent::Leave { reason })?;
            Ok(done("you have left; what you said stays", &it))
        }
    }
}

fn new(context: &Context, arguments: New) -> Result<Output, Failure> {
    let found = Found {
        title: context.text(&arguments.title)?,
        question: context.text(&arguments.question)?,
        template: match arguments.template {
            Some(TemplateName::Inquiry) | None => Template::Inquiry,
            Some(TemplateName::Survey) => Template::Survey,
            Some(TemplateName::Process | TemplateName::OpenSpace) => Template::Process,
            Some(TemplateName::Blank) => Template::Blank,
        },
        licence: arguments.licence,
        language: arguments.language,
        admission: arguments.admission.into(),
        charter: context.text(&arguments.charter)?,
        name: arguments.name,
        rows: if arguments.rows_travel {
            RowsOfPeople::MayTravel
        } else {
            RowsOfPeople::StayHere
        },
    };
    let title = found.title.clone();
    let alike = titled(context, &title)?;
    let id = context.node.found(&found)?;
    if let Some(template) = arguments.template.and_then(TemplateName::stages) {
        context
            .node
            .perform(&id, Intent::BeginStages { template })?;
    }
    let text = format!("founded “{title}”  {}", id.short());
    let output = Output::new(text, json!({"id": rows_json::id(id), "title": title}));
    let output = output
        .making([id.to_string()])
        .noting("invite others with `polylogue ticket --invite`");
    let output = super::join::noting_no_name(output, &found.name);
    if alike.is_empty() {
        return Ok(output);
    }
    Ok(output.noting(format!(
        "another commons here has this title: {}; this one is in use now, --commons ID names \
         either",
        alike.join(", ")
    )))
}

/// The ids of commons here that have a title.
fn titled(context: &Context, title: &str) -> Result<Vec<String>, Failure> {
    let folded = title.trim().to_lowercase();
    let all = context.node.commons()?;
    let alike = all
        .iter()
        .filter(|it| it.title.trim().to_lowercase() == folded);
    Ok(alike.map(|it| it.id.short()).collect())
}

fn list(context: &Context) -> Result<Output, Failure> {
    let rows = context.all_commons()?;
    let current = context.current_commons();
    Ok(Output::new(
        list_text(&rows, current),
        rows_json::list(&rows, json_of),
    ))
}

fn list_text(rows: &[CommonsRow], current: Option<OperationId>) -> String {
    let mut table = Table::new(["id", "people", "turns", "votes", "title"]);
    for row in rows {
        let mark = if current == Some(row.id) && rows.len() > 1 {
            " (in use)"
        } else {
            ""
        };
        table.row([
            row.id.short(),
            row.counts.people.to_string(),
            row.counts.turns.to_string(),
            row.counts.votes.to_string(),
            format!("{}{mark}", row.title.words),
        ]);
    }
    table.text_or(
        "no commons here yet: found one with `polylogue commons new`, \
        or enter one with `polylogue join`",
    )
}

/// A commons at a glance.
fn text(row: &CommonsRow) -> String {
    let counts = &row.counts;
    let said = [
        words::count(counts.perspectives, "perspective", "perspectives"),
        words::count(counts.questions, "question", "questions"),
        words::count(counts.dialogues, "dialogue", "dialogues"),
        words::count(counts.turns, "turn", "turns"),
        words::count(counts.claims, "claim", "claims"),
        words::count(counts.moves, "move", "moves"),
        words::count(counts.votes, "vote", "votes"),
    ];
    let people = words::people(counts);
    let people = match counts.newcomers {
        0 => people,
        newcomers => format!(
            "{people}, {}",
            words::count(newcomers, "newcomer", "newcomers")
        ),
    };
    let about = pairs(&[
        ("id", row.id.short()),
        ("question", row.question.words.clone()),
        (
            "founded",
            format!(
                "{} by {}",
                words::day(row.founded),
                words::person(&row.founder)
            ),
        ),
        ("language", row.language.clone()),
        ("licence", row.licence.clone()),
        (
            "newcomers",
            words::admission_sentence(row.admission).to_owned(),
        ),
        ("people", people),
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
    parts(&[
        row.title.words.clone(),
        about,
        said.join(", "),
        row.charter.words.clone(),
    ])
}

/// A commons with its counts and its law at a glance.
pub(crate) fn json_of(row: &CommonsRow) -> Value {
    let office = |it: &polylogue_store::query::OfficeRow| {
        json!({
            "office": words::office(it.kind),
            "holder": rows_json::person(&it.holder),
            "dialogue": rows_json::optional(it.scope, rows_json::id),
            "end": it.end,
        })
    };
    json!({
        "id": rows_json::id(row.id),
        "title": rows_json::words(&row.title),
        "question": rows_json::words(&row.question),
        "charter": rows_json::words(&row.charter),
        "act": rows_json::id(row.act),
        "version": row.version,
        "licence": row.licence,
        "language": row.language,
        "admission": words::admission(row.admission),
        "founder": rows_json::person(&row.founder),
        "founded": row.founded,
        "keepers": rows_json::list(&row.keepers, rows_json::person),
        "roll_end": row.roll_end,
        "offices": rows_json::list(&row.offices, office),
        "counts": row.counts,
    })
}
