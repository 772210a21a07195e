//! `polylogue trace`: everything a thing rests on, and everything that rests on it.

use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{Anchored, LinkRow, MoveRow, Thing, TraceRow};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{indented, parts};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A claim, turn, move, perspective, source or anything else
    target: String,
    /// Write a table for other programs
    #[arg(long)]
    csv: bool,
}

/// Follows every link in both directions.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let id = context.anything(&arguments.target)?;
    let trace = context.reader()?.trace(id)?;
    if arguments.csv {
        return Ok(for_sheet(&trace));
    }
    let votes = match trace.target.what {
        Some(Thing::Claim) => Some(context.claim_row(id)?.tally),
        Some(_) | None => None,
    };
    let line = match trace.target.what {
        Some(Thing::Line) => context.reader()?.line(id)?,
        Some(_) | None => None,
    };
    let stands = match &line {
        Some((document, row)) => {
            let alone = std::slice::from_ref(row);
            let came = super::synthesis::came_from(context, *document, alone)?;
            super::rests::lines(context, (row, &came))?
        }
        None => Vec::new(),
    };
    let head = head(&trace);
    let voted = votes.map(|it| format!("votes  {}", super::claim::tally(it)));
    let cut = "some links are left out: a trace tells at most 1,000 each way, 32 steps away";
    let text = parts(&[
        head,
        voted.unwrap_or_default(),
        as_it_stands(&stands),
        block("It rests on:", &trace.rests_on),
        block("On it rest:", &trace.rested_on_by),
        if trace.is_cut { cut } else { "" }.to_owned(),
    ]);
    let document = json!({
        "target": rows_json::target(&trace.target),
        "votes": rows_json::optional(votes, rows_json::tally),
        "rests_on": rows_json::list(&trace.rests_on, link_json),
        "rested_on_by": rows_json::list(&trace.rested_on_by, link_json),
        "wordings": match &line {
            Some((_, row)) => super::rests::as_json(context, row)?,
            None => Value::Null,
        },
        "is_cut": trace.is_cut,
    });
    Ok(Output::new(text, document))
}

/// A line of a text as its page has it: what it rests on now, and what became of that.
fn as_it_stands(rests: &[String]) -> String {
    if rests.is_empty() {
        return String::new();
    }
    format!("As it stands:\n{}", indented(&rests.join("\n")))
}

fn head(trace: &TraceRow) -> String {
    let what = trace.target.what.map_or("not here yet", words::thing);
    let said = words::clip(&trace.target.words.words, 200);
    format!("{what}  {}\n{said}", trace.target.id.short())
}

/// How a link bears on its near end, in words: a move by its kind.
pub(super) fn how(link: &LinkRow) -> String {
    let how = match link.kind {
        Some(kind) => words::move_kind(kind),
        None => link.how.name().replace('-', " "),
    };
    let gone = match link.passage.as_ref().map(|it| it.anchored) {
        None | Some(Anchored::Here) => "",
        Some(Anchored::Orphaned) => " (words since changed)",
        Some(Anchored::TextNotHere) => " (text not here)",
        Some(Anchored::Emptied) => " (words taken out)",
    };
    format!("{how}{gone}")
}

/// The words a link is told with: those of the passage, else the far end's.
pub(super) fn told(link: &LinkRow) -> &str {
    let passage = link.passage.as_ref().map(|it| it.exact.as_str());
    let passage = passage.filter(|it| !it.is_empty());
    let far = Some(link.thing.words.words.as_str()).filter(|it| !it.is_empty());
    passage.or(far).unwrap_or(&link.words.words)
}

fn block(title: &str, links: &[LinkRow]) -> String {
    if links.is_empty() {
        return format!("{title}\n  nothing recorded");
    }
    let line = |it: &LinkRow| {
        let steps = usize::try_from(it.step).unwrap_or(1).saturating_sub(1);
        let what = it.thing.what.map_or("", words::thing);
        let line = format!(
            "{}{} {what} {}  {}",
            "  ".repeat(steps),
            how(it),
            it.thing.id.short(),
            words::clip(told(it), 100)
        );
        line.trim_end().to_owned()
    };
    let lines: Vec<String> = links.iter().map(line).collect();
    format!("{title}\n{}", indented(&lines.join("\n")))
}

/// A link as JSON, the same in every verb.
pub(super) fn link_json(it: &LinkRow) -> Value {
    json!({
        "how": it.how.name(),
        "outcome": it.outcome().name(),
        "step": it.step,
        "near": rows_json::id(it.near),
        "id": rows_json::id(it.thing.id),
        "thing": rows_json::target(&it.thing),
        "kind": it.kind.map(words::move_kind),
        "said_in": rows_json::id(it.said.id),
        "by": rows_json::person(&it.said.by),
        "time": it.said.time,
        "words": rows_json::words(&it.words),
        "passage": rows_json::optional(it.passage.as_ref(), rows_json::passage),
    })
}

fn for_sheet(trace: &TraceRow) -> Output {
    const HEAD: [&str; 9] = [
        "direction",
        "step",
        "how",
        "kind",
        "thing",
        "id",
        "near",
        "words",
        "passage",
    ];
    let row = |direction: &str, it: &LinkRow| {
        vec![
            direction.to_owned(),
            it.step.to_string(),
            it.how.name().to_owned(),
            it.kind.map(words::move_kind).unwrap_or_default(),
            it.thing.what.map_or("", words::thing).to_owned(),
            it.thing.id.to_string(),
            it.near.to_string(),
            it.thing.words.words.clone(),
            it.passage
                .as_ref()
                .map_or(String::new(), |it| it.exact.clone()),
        ]
    };
    let down = trace.rests_on.iter().map(|it| row("rests-on", it));
    let up = trace.rested_on_by.iter().map(|it| row("rested-on-by", it));
    super::sift::sheet(&HEAD, down.chain(up))
}

/// A move on one line: its glyph, kind, who, and why.
pub(crate) fn move_line(row: &MoveRow) -> String {
    let glyph = MoveKind::of(row.kind).map_or("·", MoveKind::glyph);
    let mut line = format!(
        "{glyph} {} {} {}",
        row.said.id.short(),
        words::person(&row.said.by),
        words::move_kind(row.kind)
    );
    let reason = reason_of(row);
    if !reason.is_empty() {
        line.push_str(&format!(": {}", words::clip(reason, 120)));
    }
    line
}

/// What a move says, in the part its kind asks for.
fn reason_of(row: &MoveRow) -> &str {
    let said = [&row.object, &row.condition, &row.reason, &row.to];
    said.into_iter()
        .flatten()
        .next()
        .map_or("", |it| it.words.as_str())
}
