//! What a document was: its changes, any version, what differs, who wrote what stands; and taking
//! a change back.

use polylogue_core::id::OperationId;
use polylogue_node::aftermath::aftermath;
use polylogue_node::difference::{self, Piece};
use polylogue_node::intent::{Done, Intent, Worded};
use polylogue_store::query::{
    Deed, Did, DocumentChangeRow, DocumentRow, LineRow, Page, written_by,
};
use polylogue_store::versions::LineDifference;
use serde_json::{Value, json};

use super::{document_row, standing};
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done};
use crate::table::{indented, parts};
use crate::words;

/// Characters of a line shown where the line is only named.
const CHARACTERS: usize = 160;

/// What `history` asks.
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// Its title or id
    document: String,
    /// How many changes to show
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    limit: u64,
    /// How many of the latest to pass over
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    skip: u64,
}

/// What `diff` asks.
#[derive(Debug, clap::Args)]
pub(super) struct Compared {
    /// Its title or id
    document: String,
    /// After this change; alone: what this change itself did
    from: Option<String>,
    /// After that change [default: as it stands now]
    to: Option<String>,
}

/// What `blame` asks.
#[derive(Debug, clap::Args)]
pub(super) struct Blamed {
    /// Its title or id
    document: String,
    /// As it was after this change
    #[arg(long, value_name = "CHANGE")]
    at: Option<String>,
}

/// What `undo` asks.
#[derive(Debug, clap::Args)]
pub(super) struct Undone {
    /// Which change; `history` lists them
    change: String,
    /// Why
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
}

/// An intent with its reason, if there is one.
pub(super) fn because(act: Intent, reason: Option<Worded>) -> Intent {
    match reason {
        Some(reason) => Intent::Because {
            act: Box::new(act),
            reason,
        },
        None => act,
    }
}

/// What was done, or that nothing was.
pub(super) fn or_unchanged<'a>(sentence: &'a str, it: &Done) -> &'a str {
    if it.is_unchanged {
        "nothing changed"
    } else {
        sentence
    }
}

/// The same, with what its author must be told of a document that was saved.
pub(super) fn told(
    context: &Context,
    document: OperationId,
    it: &Done,
    output: Output,
) -> Result<Output, Failure> {
    let Some(change) = it.changes.first() else {
        return Ok(output);
    };
    let found = aftermath(&context.reader()?, document, *change)?;
    let mut output = output;
    for it in found.untraced {
        let (line, gone) = (it.line.short(), it.gone.short());
        output = output.noting(format!(
            "line {} is new; what the old line in its place rested on went with it: \
             `polylogue synthesis line set {line} --rests-as {gone}` puts it back",
            it.number
        ));
    }
    for it in found.contested {
        let by = it.row.strikes.first();
        let by = by.map_or_else(String::new, |it| words::person(&it.by));
        output = output.noting(format!(
            "line {} was struck by {by}: it stands beside that until somebody settles it, with \
             `polylogue synthesis line settle` or `line strike`",
            it.number
        ));
    }
    Ok(output)
}

/// What came of a change of a document, with its address.
pub(super) fn saved(sentence: &str, it: &Done) -> Output {
    let sentence = or_unchanged(sentence, it);
    match it.changes.first() {
        Some(change) => {
            let text = format!("{sentence}  {}", change.short());
            let json = json!({
                "id": rows_json::id(it.main()),
                "change": rows_json::id(change),
                "operations": rows_json::ids(&it.operations),
            });
            Output::new(text, json).making([change.to_string()])
        }
        None => done(sentence, it),
    }
}

fn no_version(typed: &str) -> Failure {
    let hint = "`polylogue synthesis history DOCUMENT` lists its changes";
    Failure::refused(format!("“{typed}” is no change of this document"), hint)
}

/// A document as it was after a change.
pub(super) fn version(
    context: &Context,
    typed: &str,
    at: &str,
) -> Result<(DocumentRow, Vec<LineRow>), Failure> {
    let (row, _) = document_row(context, typed)?;
    let change = context.anything(at)?;
    let lines = context.reader()?.lines_at(row.said.id, change)?;
    Ok((row, lines.ok_or_else(|| no_version(at))?))
}

/// `history`.
pub(super) fn history(context: &Context, asked: &Asked) -> Result<Output, Failure> {
    let (row, _) = document_row(context, &asked.document)?;
    let page = Page {
        offset: asked.skip,
        limit: asked.limit,
    };
    let (count, changes) = context.reader()?.document_changes(row.said.id, page)?;
    let mut blocks = vec![format!(
        "{}  {}",
        row.title.words,
        words::count(count, "change", "changes")
    )];
    blocks.extend(changes.iter().map(change_text));
    let json = rows_json::thing(
        &row.said,
        json!({
            "title": rows_json::words(&row.title),
            "count": count,
            "changes": rows_json::list(&changes, change_json),
        }),
    );
    Ok(Output::new(parts(&blocks), json))
}

fn change_text(row: &DocumentChangeRow) -> String {
    let mut text = format!(
        "{}  {}  {}  {}",
        row.said.id.short(),
        words::time(row.said.time),
        words::person(&row.said.by),
        match row.lines {
            0 => "begun".to_owned(),
            lines => words::count(lines, "line", "lines"),
        },
    );
    if let Some(reason) = &row.because {
        text.push_str(&format!("\n  why: {}", reason.words));
    }
    if let Some(undone) = &row.undoes {
        text.push_str(&format!("\n  takes back {}", undone.short()));
    }
    for deed in &row.deeds {
        text.push('\n');
        text.push_str(&indented(&deed_text(deed)));
    }
    let told = row.deeds.len() as u64;
    if row.writes > told + 1 {
        let more = row.writes - told;
        text.push_str(&format!(
            "\n  and more: {}",
            words::count(more, "act", "acts")
        ));
    }
    text
}

fn deed_text(deed: &Deed) -> String {
    let said = match deed.did {
        Did::Reworded | Did::Settled if !deed.before.words.is_empty() => {
            marked(&deed.before.words, &deed.after.words)
        }
        _ => words::clip(&deed.after.words, CHARACTERS),
    };
    let mut text = format!("{}  {}  {said}", deed.did.name(), deed.line.short());
    for cited in &deed.cites {
        let what = cited.what.map_or("not here yet", words::thing);
        text.push_str(&format!("\n  rests on {what} {}", cited.id.short()));
    }
    text
}

/// Words that went stand in `[-…-]`, words that came in `{+…+}`.
fn marked(before: &str, after: &str) -> String {
    let piece = |it: Piece| match it {
        Piece::Same(it) => it,
        Piece::Gone(it) => format!("[-{it}-]"),
        Piece::Came(it) => format!("{{+{it}+}}"),
    };
    difference::words(before, after)
        .into_iter()
        .map(piece)
        .collect()
}

fn change_json(row: &DocumentChangeRow) -> Value {
    rows_json::thing(
        &row.said,
        json!({
            "because": rows_json::optional(row.because.as_ref(), rows_json::words),
            "undoes": rows_json::optional(row.undoes, rows_json::id),
            "lines": row.lines,
            "writes": row.writes,
            "deeds": rows_json::list(&row.deeds, |it| json!({
                "line": rows_json::id(it.line),
                "id": rows_json::id(it.act),
                "did": it.did.name(),
                "before": rows_json::words(&it.before),
                "after": rows_json::words(&it.after),
                "cites": rows_json::list(&it.cites, rows_json::target),
            })),
        }),
    )
}

/// `diff`.
pub(super) fn diff(context: &Context, asked: &Compared) -> Result<Output, Failure> {
    let (row, _) = document_row(context, &asked.document)?;
    let id = |typed: &Option<String>| typed.as_deref().map(|it| context.anything(it)).transpose();
    let (from, to) = (id(&asked.from)?, id(&asked.to)?);
    // One change alone: against what stood when it was made.
    let between = match (from, to) {
        (Some(one), None) => (None, Some(one)),
        both => both,
    };
    let found = context
        .reader()?
        .document_differences(row.said.id, between)?;
    let typed = [&asked.from, &asked.to].into_iter().flatten();
    let typed: Vec<&str> = typed.map(String::as_str).collect();
    let found = found.ok_or_else(|| no_version(&typed.join("” or “")))?;
    let blocks: Vec<String> = found.iter().map(difference_text).collect();
    let text = if blocks.is_empty() {
        "the two say the same".to_owned()
    } else {
        blocks.join("\n")
    };
    let json = json!({
        "id": rows_json::id(row.said.id),
        "from": rows_json::optional(from, rows_json::id),
        "to": rows_json::optional(to, rows_json::id),
        "lines": rows_json::list(&found, difference_json),
    });
    Ok(Output::new(text, json))
}

fn first_words(row: Option<&LineRow>) -> &str {
    let first = row.and_then(|it| it.wordings.first());
    first.map_or("", |it| it.text.words.as_str())
}

fn difference_text(it: &LineDifference) -> String {
    let (before, after) = (
        first_words(it.before.as_ref()),
        first_words(it.after.as_ref()),
    );
    let id = it.row().map_or_else(String::new, |it| it.said.id.short());
    let mut text = match it.stands() {
        (false, _) => format!("+ {id}  {after}"),
        (true, false) => format!("- {id}  {before}"),
        (true, true) => format!("~ {id}  {}", marked(before, after)),
    };
    if it.is_moved() {
        text.push_str("\n  moved");
    }
    for strike in it
        .after
        .iter()
        .filter(|it| it.is_contested())
        .flat_map(|it| &it.strikes)
    {
        text.push_str(&format!(
            "\n  beside it: struck by {}",
            words::person(&strike.by)
        ));
    }
    let others = it.after.iter().flat_map(|it| it.wordings.iter().skip(1));
    for other in others {
        text.push_str(&format!("\n  beside it: {}", other.text.words));
    }
    text
}

fn difference_json(it: &LineDifference) -> Value {
    let wordings = |row: &LineRow| rows_json::list(&row.wordings, |it| rows_json::words(&it.text));
    json!({
        "line": rows_json::optional(it.row(), |it| rows_json::id(it.said.id)),
        "before": rows_json::optional(it.before.as_ref(), wordings),
        "after": rows_json::optional(it.after.as_ref(), wordings),
        "stood": it.stands().0,
        "stands": it.stands().1,
        "moved": it.is_moved(),
    })
}

/// `blame`.
pub(super) fn blame(context: &Context, asked: &Blamed) -> Result<Output, Failure> {
    let (row, _) = document_row(context, &asked.document)?;
    let at = asked
        .at
        .as_deref()
        .map(|it| context.anything(it))
        .transpose()?;
    let found = context.reader()?.blame(row.said.id, at)?;
    let typed = asked.at.as_deref().unwrap_or_default();
    let (lines, origins) = found.ok_or_else(|| no_version(typed))?;
    let mut text = Vec::new();
    let mut json = Vec::new();
    let came = super::came_from(context, row.said.id, &lines)?;
    for line in standing(&lines) {
        for wording in &line.wordings {
            let Some(origin) = origins.get(&wording.said.id) else {
                continue;
            };
            let from = came.get(&wording.said.id);
            let by = from.map_or_else(|| words::person(&wording.said.by), super::came_words);
            text.push(format!(
                "{}  {}  {by}  {}",
                origin.change.short(),
                words::day(written_by(&came, wording).time),
                words::clip(&wording.text.words, CHARACTERS),
            ));
            json.push(json!({
                "line": rows_json::id(line.said.id),
                "wording": rows_json::id(wording.said.id),
                "change": rows_json::id(origin.change),
                "by": rows_json::person(&wording.said.by),
                "time": wording.said.time,
                "from": rows_json::optional(from, super::came_json),
                "earlier": origin.earlier,
                "text": rows_json::words(&wording.text),
            }));
        }
    }
    let json = json!({"id": rows_json::id(row.said.id), "lines": json});
    Ok(Output::new(text.join("\n"), json))
}

/// `undo`.
pub(super) fn undo(context: &Context, asked: &Undone) -> Result<Output, Failure> {
    let change: OperationId = context.anything(&asked.change)?;
    let reason = asked.because.as_deref().map(Worded::from);
    let it = context.perform(because(Intent::UndoChange { change }, reason))?;
    Ok(saved("taken back", &it))
}
