//! `polylogue practice`: what was tried, where, by whom, and what came of it.

use polylogue_core::kind::Evidence;
use polylogue_node::intent::{Intent, Worded};
use polylogue_store::query::PracticeRow;

use crate::arguments::InLanguage;
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
    /// Record a case
    Add(Box<Add>),
    /// List them
    List,
    /// Show one
    Show {
        /// Which practice
        practice: String,
    },
}

#[derive(Debug, clap::Args)]
struct Add {
    /// Its title
    title: String,
    /// Where
    #[arg(long = "where", value_name = "TEXT")]
    place: Option<String>,
    /// When: `2014`, `2013-09 to 2014-06`
    #[arg(long, default_value = "", value_name = "DATE")]
    when: String,
    /// Who
    #[arg(long, value_name = "TEXT")]
    who: Option<String>,
    /// One step; give several in their order
    #[arg(long, value_name = "TEXT")]
    step: Vec<String>,
    /// What came of it, in Markdown
    #[arg(long, value_name = "TEXT")]
    outcomes: Option<String>,
    /// What failed, in Markdown
    #[arg(long, value_name = "TEXT")]
    failures: Option<String>,
    /// A claim it speaks for
    #[arg(long = "for", value_name = "CLAIM")]
    speaks_for: Vec<String>,
    /// A claim it speaks against
    #[arg(long, value_name = "CLAIM")]
    against: Vec<String>,
    /// A source, by id
    #[arg(long, value_name = "SOURCE")]
    source: Vec<String>,
    #[command(flatten)]
    language: InLanguage,
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Add(arguments) => add(context, *arguments),
        Act::List => {
            let rows = context.practices()?;
            Ok(Output::new(
                list_text(&rows),
                json::list(&rows, json::practice),
            ))
        }
        Act::Show { practice } => {
            let row = context.practice_row(&practice)?;
            Ok(Output::new(text(&row), json::practice(&row)))
        }
    }
}

fn add(context: &Context, arguments: Add) -> Result<Output, Failure> {
    let language = &arguments.language;
    let worded = |text: &Option<String>| {
        context
            .worded_if(text.as_ref(), language)
            .map(Option::unwrap_or_default)
    };
    let mut links = Vec::new();
    for (claims, evidence) in [
        (&arguments.speaks_for, Evidence::For),
        (&arguments.against, Evidence::Against),
    ] {
        for claim in claims {
            links.push((context.claim(claim)?, evidence, Worded::default()));
        }
    }
    let steps = arguments.step.iter().map(|it| context.worded(it, language));
    let intent = Intent::AddPractice {
        title: context.worded(&arguments.title, language)?,
        place: worded(&arguments.place)?,
        when: arguments.when.clone(),
        who: worded(&arguments.who)?,
        steps: steps.collect::<Result<_, _>>()?,
        outcomes: worded(&arguments.outcomes)?,
        failures: worded(&arguments.failures)?,
        links,
        sources: context.all(&arguments.source)?,
    };
    let it = context.perform(intent)?;
    Ok(done("recorded the practice", &it))
}

fn text(row: &PracticeRow) -> String {
    let case = &row.practice;
    let about = pairs(&[
        ("id", row.said.id.short()),
        ("where", case.place.words.clone()),
        ("when", case.when.clone()),
        ("who", case.who.words.clone()),
        ("recorded by", words::person(&row.said.by)),
        ("state", words::shown(&row.said.shown)),
    ]);
    let steps: Vec<String> = case
        .steps
        .iter()
        .enumerate()
        .map(|(index, step)| format!("{}. {}", index + 1, step.words))
        .collect();
    let links: Vec<String> = case
        .links
        .iter()
        .map(|it| {
            format!(
                "speaks {} claim {}",
                words::evidence(it.evidence),
                it.claim.short()
            )
        })
        .collect();
    let headed = |head: &str, body: &str| match body {
        "" => String::new(),
        body => format!("{head}\n{body}"),
    };
    parts(&[
        words::or_state(&case.title.words, &row.said),
        about,
        steps.join("\n"),
        headed("What came of it:", &case.outcomes.words),
        headed("What failed:", &case.failures.words),
        links.join("\n"),
    ])
}

fn list_text(rows: &[PracticeRow]) -> String {
    let mut table = Table::new(["id", "when", "where", "title"]);
    for row in rows {
        let case = &row.practice;
        let cells = [
            row.said.id.short(),
            case.when.clone(),
            case.place.words.clone(),
            words::or_state(&case.title.words, &row.said),
        ];
        table.row(cells);
    }
    table.text_or("no practice yet: record one with `polylogue practice add TITLE`")
}
