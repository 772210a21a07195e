//! `polylogue synthesis`: documents written together, line by line, every line with what it rests
//! on.

mod critique;

pub(crate) use critique::signers_json;

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Struck;
use polylogue_core::move_kind::MoveKind;
use polylogue_node::intent::{BaseLine, Intent, NewClause, NewLine, Tracing, Worded};
use polylogue_node::lines::on_one_line;
use polylogue_node::references::references;
use polylogue_node::{InCommons, Refusal};
use polylogue_store::query::{CameFrom, DocumentRow, LineRow, Thing, Wording};
use serde_json::{Value, json};

use crate::arguments::InLanguage;
use crate::citing::{Citing, Works};
use crate::context::{Context, passage_of};
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done};
use crate::table::{Table, indented, parts};
use crate::words;

mod fork;
mod history;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Begin a document
    New {
        /// Its title
        title: String,
        #[command(flatten)]
        language: InLanguage,
    },
    /// List documents
    List,
    /// Show the lines of a document with what they rest on
    Show {
        /// Its title or id
        document: String,
        /// Only the text, a line each, with what `edit` saves it against on top
        #[arg(long)]
        text: bool,
        /// As it was after this change
        #[arg(long, value_name = "CHANGE")]
        at: Option<String>,
        #[command(flatten)]
        citing: Citing,
    },
    /// Save the text of a document: only lines that changed are written
    Edit {
        /// Its title or id
        document: String,
        /// The whole text; `-` reads it. Saved against what `show --text` put on top of it, or
        /// against what stands now [default: your own editor opens on it]
        text: Option<String>,
        /// Why
        #[arg(long, value_name = "REASON")]
        because: Option<String>,
        #[command(flatten)]
        language: InLanguage,
    },
    /// Show who changed a document, when, why, and which lines; the latest first
    History(history::Asked),
    /// Show what differs between two versions of a document
    Diff(history::Compared),
    /// Show who wrote each line that stands, and since when
    Blame(history::Blamed),
    /// Take back what one change did; where somebody wrote on, both wordings stand
    Undo(history::Undone),
    /// Make a document of the lines of another, here or in another commons of this home
    Fork(fork::Forking),
    /// Show what moved on in the document a fork was made from, and take it over or not
    Merge(fork::Merging),
    /// Add, change, strike or settle one line
    #[command(subcommand)]
    Line(LineAct),
    #[command(flatten)]
    Critique(critique::Act),
}

#[derive(Debug, clap::Subcommand)]
enum LineAct {
    /// Add a line
    Add {
        /// The title or id of the document
        document: String,
        /// Its words, Markdown
        text: String,
        /// Behind this line [default: at the end]
        #[arg(long, value_name = "LINE")]
        after: Option<String>,
        #[command(flatten)]
        rests: RestsOn,
        #[command(flatten)]
        says: Says,
        #[command(flatten)]
        language: InLanguage,
    },
    /// Word a line anew, or say anew what it rests on; what is not given stays
    Set {
        /// Which line
        line: String,
        /// Its words
        text: Option<String>,
        #[command(flatten)]
        rests: RestsOn,
        /// Let it also rest on all that this line of the same document rested on
        #[arg(long, value_name = "LINE")]
        rests_as: Option<String>,
        #[command(flatten)]
        says: Says,
        #[command(flatten)]
        language: InLanguage,
    },
    /// Strike a line
    Strike {
        /// Which line
        line: String,
    },
    /// Let a struck line stand again
    Restore {
        /// Which line
        line: String,
    },
    /// Let one of several wordings stand for all
    Settle {
        /// Which line
        line: String,
        /// Which wording
        wording: String,
    },
}

/// What a line rests on.
#[derive(Debug, clap::Args)]
struct RestsOn {
    /// A move, claim, turn, question, source or practice it rests on; may be repeated
    #[arg(long = "trace", value_name = "ID")]
    traces: Vec<String>,
    /// Exact words of a turn or source it rests on; may be repeated
    #[arg(long = "passage", num_args = 2, value_names = ["TURN", "WORDS"])]
    passages: Vec<String>,
}

/// What a line says, as data.
#[derive(Debug, clap::Args)]
struct Says {
    /// Who, as the line has it: a perspective
    #[arg(long = "for", value_name = "PERSPECTIVE", requires = "does")]
    perspective: Option<String>,
    /// What it does: a kind of move
    #[arg(long, value_name = "KIND", requires = "about")]
    does: Option<String>,
    /// To whom or what: a perspective, claim, turn or move
    #[arg(long, value_name = "TARGET", requires = "perspective")]
    about: Option<String>,
    /// The condition it keeps
    #[arg(long, value_name = "TEXT", requires = "does")]
    condition: Option<String>,
}

impl Arguments {
    /// The document that is to be opened in an editor, if one is.
    pub(crate) fn opened_in_editor(&self) -> Option<&str> {
        match &self.act {
            Act::Edit {
                document,
                text: None,
                ..
            } => Some(document),
            _ => None,
        }
    }
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::New { title, language } => {
            let title = context.worded(&title, &language)?;
            let lines = Vec::new();
            let it = context.perform(Intent::BeginDocument { title, lines })?;
            Ok(done("begun", &it))
        }
        Act::List => list(context),
        Act::Show {
            document,
            text,
            at,
            citing,
        } => {
            let read = match at {
                Some(at) => history::version(context, &document, &at)?,
                None => document_row(context, &document)?,
            };
            show(context, read, (text.then_some(()), &citing))
        }
        Act::Edit {
            document,
            text,
            because,
            language,
        } => {
            let because = context.worded_if(because.as_ref(), &language)?;
            let typed = text.as_deref().ok_or_else(|| {
                let hint = "give the text, or `-` to read it from standard input";
                Failure::usage("there is no text to save", hint)
            })?;
            let worded = context.worded(typed, &language)?;
            edit(context, &document, worded, because)
        }
        Act::History(asked) => history::history(context, &asked),
        Act::Diff(asked) => history::diff(context, &asked),
        Act::Blame(asked) => history::blame(context, &asked),
        Act::Fork(asked) => fork::fork(context, &asked),
        Act::Merge(asked) => fork::merge(context, &asked),
        Act::Undo(asked) => history::undo(context, &asked),
        Act::Line(act) => line(context, act),
        Act::Critique(act) => critique::run(context, act),
    }
}

fn line(context: &Context, act: LineAct) -> Result<Output, Failure> {
    match act {
        LineAct::Add {
            document,
            text,
            after,
            rests,
            says,
            language,
        } => {
            let (row, lines) = document_row(context, &document)?;
            let after = match after {
                Some(typed) => Some(context.anything(&typed)?),
                None => lines.last().map(|it| it.said.id),
            };
            let line = NewLine {
                text: context.worded(&text, &language)?,
                traces: traces(context, &rests)?.unwrap_or_default(),
                clause: clause(context, &says)?,
            };
            let it = context.perform(Intent::AddLine {
                document: row.said.id,
                after,
                line: Box::new(line),
            })?;
            let made = it.operations.first().copied().unwrap_or_else(|| it.main());
            let text = format!("added  {}", made.short());
            Ok(Output::new(text, json!({"id": rows_json::id(made)})).making([made.to_string()]))
        }
        LineAct::Set {
            line,
            text,
            rests,
            rests_as,
            says,
            language,
        } => {
            let line = context.anything(&line)?;
            let text = context.worded_if(text.as_ref(), &language)?;
            let (traces, clause) = (traces(context, &rests)?, clause(context, &says)?);
            let mut last = None;
            if text.is_some() || traces.is_some() {
                last = Some(context.perform(Intent::ReviseLine { line, text, traces })?);
            }
            if let Some(typed) = rests_as {
                let from = context.anything(&typed)?;
                last = Some(context.perform(Intent::TakeTraces { line, from })?);
            }
            if let Some(clause) = clause {
                let clause = Box::new(clause);
                last = Some(context.perform(Intent::SayClause { line, clause })?);
            }
            let nothing = || {
                let hint = "give words, --trace, --passage, --rests-as, or --for, --does, --about";
                Failure::usage("nothing to set", hint)
            };
            Ok(done("set", &last.ok_or_else(nothing)?))
        }
        LineAct::Strike { line } => strike(context, &line, Struck::Yes, "struck"),
        LineAct::Restore { line } => strike(context, &line, Struck::No, "stands again"),
        LineAct::Settle { line, wording } => {
            let (line, wording) = (context.anything(&line)?, context.anything(&wording)?);
            let it = context.perform(Intent::SettleLine { line, wording })?;
            Ok(done(history::or_unchanged("settled", &it), &it))
        }
    }
}

fn strike(
    context: &Context,
    line: &str,
    struck: Struck,
    sentence: &str,
) -> Result<Output, Failure> {
    let line = context.anything(line)?;
    let it = context.perform(Intent::StrikeLine { line, struck })?;
    Ok(done(history::or_unchanged(sentence, &it), &it))
}

fn traces(context: &Context, rests: &RestsOn) -> Result<Option<Vec<Tracing>>, Failure> {
    if rests.traces.is_empty() && rests.passages.is_empty() {
        return Ok(None);
    }
    let mut all = Vec::new();
    for typed in &rests.traces {
        let of = context.anything(typed)?;
        all.push(Tracing { of, passage: None });
    }
    for pair in rests.passages.chunks(2) {
        if let [typed, words] = pair {
            let of = context.anything(typed)?;
            let passage = Some(passage_of(of, words.clone()));
            all.push(Tracing { of, passage });
        }
    }
    Ok(Some(all))
}

fn clause(context: &Context, says: &Says) -> Result<Option<NewClause>, Failure> {
    let (Some(who), Some(does), Some(about)) = (&says.perspective, &says.does, &says.about) else {
        return Ok(None);
    };
    let kind = MoveKind::of_name(does).ok_or_else(|| {
        let hint = "`polylogue help move` lists the kinds";
        Failure::usage(format!("“{does}” is no kind of move"), hint)
    })?;
    let target = match context.perspective(about) {
        Ok(perspective) => perspective,
        Err(_) => context.anything(about)?,
    };
    Ok(Some(NewClause {
        perspective: context.perspective(who)?,
        kind,
        target,
        condition: says.condition.as_deref().map(Worded::from),
    }))
}

/// A document by its title or id, with its lines.
pub(crate) fn document_row(
    context: &Context,
    typed: &str,
) -> Result<(DocumentRow, Vec<LineRow>), Failure> {
    let reader = context.reader()?;
    let wanted = typed.to_lowercase();
    let titled = |it: &DocumentRow| it.title.words.to_lowercase() == wanted;
    let found: Vec<DocumentRow> = reader.documents()?.into_iter().filter(titled).collect();
    let row = match <[DocumentRow; 1]>::try_from(found) {
        Ok([row]) => Some(row),
        Err(several) if several.len() > 1 => return Err(titled_alike(typed, &several)),
        Err(_) => reader.document(context.anything(typed)?)?,
    };
    let row = row.ok_or_else(|| {
        let hint = "`polylogue synthesis list` lists them";
        Failure::refused(format!("“{typed}” is no document here"), hint)
    })?;
    let lines = reader.lines(row.said.id)?;
    Ok((row, lines))
}

fn titled_alike(typed: &str, rows: &[DocumentRow]) -> Failure {
    let ids: Vec<String> = rows.iter().map(|it| it.said.id.short()).collect();
    let count = words::count(rows.len() as u64, "document has", "documents have");
    Failure::refused(
        format!("{count} the title “{typed}”: {}", ids.join(", ")),
        "name one by its id; `polylogue synthesis list` says who began which",
    )
}

fn list(context: &Context) -> Result<Output, Failure> {
    let rows = context.reader()?.documents()?;
    let mut table = Table::new(["id", "begun", "by", "title"]);
    for row in &rows {
        table.row([
            row.said.id.short(),
            words::day(row.said.time),
            words::person(&row.said.by),
            row.title.words.clone(),
        ]);
    }
    let text = table.text_or("no document yet: `polylogue synthesis new TITLE` begins one");
    let json = rows_json::list(&rows, |it| {
        rows_json::thing(&it.said, json!({"title": rows_json::words(&it.title)}))
    });
    Ok(Output::new(text, json))
}

fn standing(lines: &[LineRow]) -> impl Iterator<Item = &LineRow> {
    lines.iter().filter(|it| !it.is_struck)
}

fn show(
    context: &Context,
    (row, lines): (DocumentRow, Vec<LineRow>),
    (as_text, citing): (Option<()>, &Citing),
) -> Result<Output, Failure> {
    let style = citing.style(&context.folder)?;
    let references = references(&context.reader()?, &lines).map_err(Refusal::from)?;
    let works = Works::set(&style, &references, &row.title.language);
    let mut json = json_of(context, &row, &lines)?;
    if let Some(fields) = json.as_object_mut() {
        fields.insert("works".to_owned(), works.json());
    }
    if as_text.is_some() {
        return Ok(Output::new(text_of(&lines), json));
    }
    let mut blocks = vec![format!("{}  {}", row.title.words, row.said.id.short())];
    let came = came_from(context, row.said.id, &lines)?;
    for line in standing(&lines) {
        blocks.push(line_text(context, line, (&works, &came))?);
    }
    if standing(&lines).next().is_none() {
        blocks.push("no line yet: `polylogue synthesis line add` or `edit` writes some".to_owned());
    }
    blocks.push(works.list());
    Ok(Output::new(parts(&blocks), json))
}

/// Wordings that a document took from another.
type Came = BTreeMap<OperationId, CameFrom>;

/// Who wrote the lines that a document took from another, by wording.
///
/// # Errors
/// A failure of the disk.
pub(crate) fn came_from(
    context: &Context,
    document: OperationId,
    lines: &[LineRow],
) -> Result<Came, Failure> {
    let commons = context.commons()?;
    let of = InCommons { commons, document };
    Ok(context.node.came_from(of, lines)?)
}

/// Where a wording was taken from, in words.
fn came_words(from: &CameFrom) -> String {
    let title = from.title.as_ref().map(|it| it.words.as_str());
    match (&from.said, title) {
        (Some(said), Some(title)) => format!("{} in “{title}”", words::person(&said.by)),
        (Some(said), None) => words::person(&said.by),
        (None, _) => "its writer in the original, which is not here".to_owned(),
    }
}

fn came_json(from: &CameFrom) -> Value {
    json!({
        "by": rows_json::optional(from.said.as_ref(), |it| rows_json::person(&it.by)),
        "time": from.said.as_ref().map(|it| it.time),
        "commons": rows_json::optional(from.commons, rows_json::id),
        "document": rows_json::id(from.document),
        "title": rows_json::optional(from.title.as_ref(), rows_json::words),
        "wording": rows_json::id(from.wording),
    })
}

fn line_text(
    context: &Context,
    line: &LineRow,
    (works, came): (&Works<'_>, &Came),
) -> Result<String, Failure> {
    let mut text = Vec::new();
    let first = line.wordings.first();
    let words = first.map_or_else(String::new, |it| works.in_words(&it.text.words));
    text.push(format!("{}  {words}", line.said.id.short()));
    for from in line.wordings.iter().filter_map(|it| came.get(&it.said.id)) {
        text.push(indented(&format!("written by {}", came_words(from))));
    }
    let rests = super::rests::lines(context, (line, came))?;
    text.extend(rests.iter().map(|it| indented(it)));
    for clause in line.clauses.iter().take(1) {
        let target = context.target(clause.target)?;
        let who = context.target(clause.perspective)?;
        let does = words::move_kind(clause.kind);
        text.push(indented(&format!(
            "says: {} {does} {}",
            who.words.words, target.words.words
        )));
    }
    Ok(text.join("\n"))
}

/// What stands on top of a text that is edited elsewhere.
const BASE: &str = "<!-- saved against: ";
const BASE_END: &str = " -->";

fn text_of(lines: &[LineRow]) -> String {
    let token = |line: &LineRow| {
        let ids: Vec<String> = line
            .wordings
            .iter()
            .map(|it| it.said.id.to_string())
            .collect();
        format!("{}={}", line.said.id, ids.join("+"))
    };
    let base: Vec<String> = standing(lines).map(token).collect();
    let mut text = format!("{BASE}{}{BASE_END}\n", base.join(" "));
    for line in standing(lines) {
        let words = line
            .wordings
            .first()
            .map_or("", |it| it.text.words.as_str());
        text.push_str(&on_one_line(words));
        text.push('\n');
    }
    text
}

/// What a text was loaded with, and the text without it.
fn base_of(text: &str) -> Option<(Vec<BaseLine>, &str)> {
    let (token, rest) = text.trim_start().strip_prefix(BASE)?.split_once(BASE_END)?;
    let mut base = Vec::new();
    for line in token.split_whitespace() {
        let (line, wordings) = line.split_once('=')?;
        let wordings: Option<Vec<_>> = wordings.split('+').map(OperationId::from_hex).collect();
        base.push(BaseLine {
            line: OperationId::from_hex(line)?,
            wordings: wordings?,
        });
    }
    Some((base, rest))
}

fn edit(
    context: &Context,
    typed: &str,
    text: Worded,
    because: Option<Worded>,
) -> Result<Output, Failure> {
    let (row, lines) = document_row(context, typed)?;
    let now = |line: &LineRow| BaseLine {
        line: line.said.id,
        wordings: line.wordings.iter().map(|it| it.said.id).collect(),
    };
    let (base, words) = match base_of(&text.words) {
        Some((base, words)) => (base, words.to_owned()),
        None => (standing(&lines).map(now).collect(), text.words.clone()),
    };
    let save = Intent::SaveDocument {
        document: row.said.id,
        base,
        text: Worded { words, ..text },
    };
    let it = context.perform(history::because(save, because))?;
    history::told(context, row.said.id, &it, history::saved("saved", &it))
}

fn json_of(context: &Context, row: &DocumentRow, lines: &[LineRow]) -> Result<Value, Failure> {
    let mut all = Vec::new();
    let came = came_from(context, row.said.id, lines)?;
    for line in lines {
        let mut wordings = Vec::new();
        for wording in &line.wordings {
            wordings.push(wording_json(context, wording, &came)?);
        }
        let clauses = rows_json::list(&line.clauses, |it| {
            json!({
                "who": rows_json::id(it.perspective),
                "does": words::move_kind(it.kind),
                "whom": rows_json::id(it.target),
                "condition": rows_json::optional(it.condition.as_ref(), rows_json::words),
                "by": rows_json::person(&it.said.by),
            })
        });
        all.push(json!({
            "id": rows_json::id(line.said.id),
            "place": line.place,
            "struck": line.is_struck,
            "contested": line.is_contested(),
            "strikes": rows_json::list(&line.strikes, |it| json!({
                "id": rows_json::id(it.id),
                "by": rows_json::person(&it.by),
                "time": it.time,
            })),
            "block": first_block(line),
            "wordings": wordings,
            "rests": super::rests::as_json(context, line)?,
            "clauses": clauses,
        }));
    }
    Ok(rows_json::thing(
        &row.said,
        json!({"title": rows_json::words(&row.title), "lines": all}),
    ))
}

/// What a line is, by its first wording.
fn first_block(line: &LineRow) -> &'static str {
    let first = line.wordings.first();
    let words = first.map_or("", |it| it.text.words.as_str());
    polylogue_node::block::Block::of(words).name()
}

fn wording_json(context: &Context, wording: &Wording, came: &Came) -> Result<Value, Failure> {
    let traces = context.reader()?.traced(&wording.traces)?;
    let is_thing = |what: Option<Thing>| what.map(words::thing);
    Ok(json!({
        "id": rows_json::id(wording.said.id),
        "text": rows_json::words(&wording.text),
        "by": rows_json::person(&wording.said.by),
        "time": wording.said.time,
        "from": rows_json::optional(came.get(&wording.said.id), came_json),
        "traces": rows_json::list(&traces, |it| json!({
            "id": rows_json::id(it.id),
            "what": is_thing(it.what),
            "passage": rows_json::optional(it.passage.as_ref(), rows_json::passage),
        })),
    }))
}
