//! `polylogue perspective`: names perspectives and follows what becomes of them.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Change;
use polylogue_node::intent::{Intent, Worded};
use polylogue_store::query::{LineageRow, PerspectiveRow};
use serde_json::Value;

use crate::arguments::{Because, InLanguage};
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
    /// Name a perspective
    Add(Add),
    /// Show one, with its lineage
    Show { perspective: String },
    /// List them
    List,
    /// Word one anew: name, short name, summary or sources
    Revise(Revise),
    /// Give one another name, and say why
    Rename(Rename),
    /// Say that one became several
    Split(Split),
    /// Say that several became one
    Merge(Merge),
    /// Put one down, and say why
    Drop(Drop),
}

#[derive(Debug, clap::Args)]
struct Add {
    /// Its name
    name: String,
    /// A short name [default: the name]
    #[arg(long, value_name = "NAME")]
    short: Option<String>,
    /// What it says, in Markdown
    #[arg(long, value_name = "TEXT")]
    summary: Option<String>,
    /// A source, by id
    #[arg(long, value_name = "SOURCE")]
    source: Vec<String>,
    #[command(flatten)]
    language: InLanguage,
}

#[derive(Debug, clap::Args)]
struct Revise {
    /// Which perspective
    perspective: String,
    /// Its name [default: as it is]
    #[arg(long)]
    name: Option<String>,
    /// Its short name [default: as it is]
    #[arg(long, value_name = "NAME")]
    short: Option<String>,
    /// What it says, in Markdown [default: as it is]
    #[arg(long, value_name = "TEXT")]
    summary: Option<String>,
    /// A source, by id [default: as they are]
    #[arg(long, value_name = "SOURCE")]
    source: Vec<String>,
    #[command(flatten)]
    language: InLanguage,
}

#[derive(Debug, clap::Args)]
struct Rename {
    /// Which perspective
    perspective: String,
    /// Its new name
    name: String,
    #[command(flatten)]
    lineage: LineageArguments,
}

#[derive(Debug, clap::Args)]
struct Split {
    /// Which perspective
    perspective: String,
    /// What came of it: perspectives that are here already
    #[arg(long, required = true, value_name = "PERSPECTIVE")]
    into: Vec<String>,
    #[command(flatten)]
    lineage: LineageArguments,
}

#[derive(Debug, clap::Args)]
struct Merge {
    /// Which perspectives
    #[arg(required = true, num_args = 2..)]
    perspectives: Vec<String>,
    /// What came of them: a perspective that is here already
    #[arg(long, value_name = "PERSPECTIVE")]
    into: String,
    #[command(flatten)]
    lineage: LineageArguments,
}

#[derive(Debug, clap::Args)]
struct Drop {
    /// Which perspective
    perspective: String,
    #[command(flatten)]
    lineage: LineageArguments,
}

#[derive(Debug, clap::Args)]
struct LineageArguments {
    #[command(flatten)]
    because: Because,
    /// When it happened, as far as is known: `2011`, `2016-05`
    #[arg(long, default_value = "", value_name = "DATE")]
    when: String,
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Add(arguments) => add(context, &arguments),
        Act::Show { perspective } => show(context, &perspective),
        Act::List => list(context),
        Act::Revise(arguments) => revise(context, arguments),
        Act::Rename(arguments) => rename(context, &arguments),
        Act::Split(arguments) => split(context, &arguments),
        Act::Merge(arguments) => merge(context, &arguments),
        Act::Drop(arguments) => put_down(context, &arguments),
    }
}

fn add(context: &Context, arguments: &Add) -> Result<Output, Failure> {
    let language = &arguments.language;
    let intent = Intent::AddPerspective {
        name: context.worded(&arguments.name, language)?,
        short: arguments.short.clone().unwrap_or_default(),
        summary: context
            .worded_if(arguments.summary.as_ref(), language)?
            .unwrap_or_default(),
        sources: context.all(&arguments.source)?,
    };
    let it = context.perform(intent)?;
    Ok(done("named the perspective", &it))
}

fn show(context: &Context, perspective: &str) -> Result<Output, Failure> {
    let row = context.perspective_row(perspective)?;
    Ok(Output::new(text(&row), json::perspective(&row)))
}

fn list(context: &Context) -> Result<Output, Failure> {
    let rows = context.perspectives()?;
    Ok(Output::new(list_text(&rows), list_json(&rows)))
}

fn revise(context: &Context, arguments: Revise) -> Result<Output, Failure> {
    let row = context.perspective_row(&arguments.perspective)?;
    let kept = |words: &polylogue_store::query::Words| Worded {
        words: words.words.clone(),
        language: Some(words.language.clone()),
    };
    let language = &arguments.language;
    let name = context.worded_if(arguments.name.as_ref(), language)?;
    let summary = context.worded_if(arguments.summary.as_ref(), language)?;
    let sources = context.all(&arguments.source)?;
    let intent = Intent::RevisePerspective {
        perspective: row.said.id,
        name: name.unwrap_or_else(|| kept(&row.name)),
        short: arguments.short.unwrap_or_else(|| row.short.clone()),
        summary: summary.unwrap_or_else(|| kept(&row.summary)),
        sources: if sources.is_empty() {
            row.sources
        } else {
            sources
        },
    };
    let it = context.perform(intent)?;
    Ok(done("worded anew; the earlier wording stays readable", &it))
}

/// Records the change of name and then uses the new name.
fn rename(context: &Context, arguments: &Rename) -> Result<Output, Failure> {
    let row = context.perspective_row(&arguments.perspective)?;
    let former = row.name.words.clone();
    let id = row.said.id;
    let named = Worded {
        words: former.clone(),
        language: Some(row.name.language.clone()),
    };
    let changed = Changed {
        change: Change::Renamed,
        from: vec![id],
        to: Vec::new(),
        name: Some(named),
    };
    record(context, changed, &arguments.lineage)?;
    let revise_arguments = Revise {
        perspective: id.to_string(),
        name: Some(arguments.name.clone()),
        short: (row.short == former).then(String::new),
        summary: None,
        source: Vec::new(),
        language: InLanguage::default(),
    };
    revise(context, revise_arguments)
}

fn split(context: &Context, arguments: &Split) -> Result<Output, Failure> {
    let from = vec![context.perspective(&arguments.perspective)?];
    let to = arguments
        .into
        .iter()
        .map(|it| context.perspective(it))
        .collect::<Result<_, _>>()?;
    record(
        context,
        Changed {
            change: Change::Split,
            from,
            to,
            name: None,
        },
        &arguments.lineage,
    )
}

fn merge(context: &Context, arguments: &Merge) -> Result<Output, Failure> {
    let named = &arguments.perspectives;
    let from = named
        .iter()
        .map(|it| context.perspective(it))
        .collect::<Result<_, _>>()?;
    let to = vec![context.perspective(&arguments.into)?];
    record(
        context,
        Changed {
            change: Change::Merged,
            from,
            to,
            name: None,
        },
        &arguments.lineage,
    )
}

fn put_down(context: &Context, arguments: &Drop) -> Result<Output, Failure> {
    let from = vec![context.perspective(&arguments.perspective)?];
    context.reason_given(&arguments.lineage.because)?;
    record(
        context,
        Changed {
            change: Change::Dropped,
            from,
            to: Vec::new(),
            name: None,
        },
        &arguments.lineage,
    )
}

/// What changed, without why and when.
struct Changed {
    change: Change,
    from: Vec<OperationId>,
    to: Vec<OperationId>,
    name: Option<Worded>,
}

fn record(
    context: &Context,
    changed: Changed,
    lineage: &LineageArguments,
) -> Result<Output, Failure> {
    let Changed {
        change,
        from,
        to,
        name,
    } = changed;
    let reason = context.reason(&lineage.because)?;
    let when = lineage.when.clone();
    let intent = Intent::RecordLineage {
        change,
        from,
        to,
        name,
        reason,
        when,
    };
    let it = context.perform(intent)?;
    Ok(done(&format!("recorded: {}", words::change(change)), &it))
}

fn text(row: &PerspectiveRow) -> String {
    let spoken = format!(
        "{}, {} from within",
        words::count(row.turns, "turn", "turns"),
        row.turns_within
    );
    let about = pairs(&[
        ("id", row.said.id.short()),
        ("short", row.short.clone()),
        ("named by", words::person(&row.said.by)),
        ("state", words::shown(&row.said.shown)),
        ("spoken for", spoken),
        ("claims held", row.claims.to_string()),
        (
            "sources",
            row.sources
                .iter()
                .map(OperationId::short)
                .collect::<Vec<_>>()
                .join(", "),
        ),
    ]);
    let lineage: Vec<String> = row.lineage.iter().map(lineage_line).collect();
    parts(&[
        row.name.words.clone(),
        about,
        row.summary.words.clone(),
        lineage.join("\n"),
    ])
}

/// One change in words: what, when, from, to, and why.
pub(crate) fn lineage_line(row: &LineageRow) -> String {
    let names = |named: &[(OperationId, String)]| {
        named
            .iter()
            .map(|(_, name)| words::clip(name, 48))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut line = words::change(row.change).to_owned();
    if !row.when.is_empty() {
        line.push_str(&format!(" ({})", row.when));
    }
    line.push_str(&format!(": {}", names(&row.from)));
    let to = names(&row.to);
    if !to.is_empty() {
        line.push_str(&format!(" → {to}"));
    }
    if let Some(name) = &row.name {
        line.push_str(&format!(", formerly “{}”", name.words));
    }
    if !row.reason.words.is_empty() {
        line.push_str(&format!(" — {}", words::clip(&row.reason.words, 120)));
    }
    line
}

fn list_text(rows: &[PerspectiveRow]) -> String {
    let mut table = Table::new(["id", "turns", "claims", "name"]);
    for row in rows {
        let dropped = row.lineage.iter().any(|it| it.change == Change::Dropped);
        let mark = if dropped { " (dropped)" } else { "" };
        table.row([
            row.said.id.short(),
            row.turns.to_string(),
            row.claims.to_string(),
            format!("{}{mark}", row.name.words),
        ]);
    }
    table.text_or("no perspective yet: name one with `polylogue perspective add NAME`")
}

fn list_json(rows: &[PerspectiveRow]) -> Value {
    json::list(rows, json::perspective)
}
