//! A document made from another, and what moved on in the one laid beside the other.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_node::difference::{self, Piece};
use polylogue_node::intent::Worded;
use polylogue_node::merging::{Choice, Moved, MovedLine};
use polylogue_node::{InCommons, MergePlan};
use serde_json::{Value, json};

use super::document_row;
use super::history::saved;
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::words;

/// What `fork` asks.
#[derive(Debug, clap::Args)]
pub(super) struct Forking {
    /// Its title or id
    document: String,
    /// Into this commons of the home [default: the same]
    #[arg(long, value_name = "COMMONS")]
    into: Option<String>,
    /// Its title there [default: the same]
    #[arg(long)]
    title: Option<String>,
}

/// What `merge` asks.
#[derive(Debug, clap::Args)]
pub(super) struct Merging {
    /// The title or id of the fork
    fork: String,
    /// The other way: lay what the fork did beside the original, to be taken over there
    #[arg(long)]
    back: bool,
    /// Take this line over, by its id there; may be repeated, `all` for every line
    #[arg(long, value_name = "LINE")]
    take: Vec<String>,
    /// Keep this line as it is here; may be repeated, `all` for every line
    #[arg(long, value_name = "LINE")]
    keep: Vec<String>,
    /// Let both wordings of this line stand here; may be repeated, `all` for every line
    #[arg(long, value_name = "LINE")]
    discuss: Vec<String>,
    /// Why
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
}

/// `fork`.
pub(super) fn fork(context: &Context, asked: &Forking) -> Result<Output, Failure> {
    let (row, _) = document_row(context, &asked.document)?;
    let commons = context.commons()?;
    let into = match &asked.into {
        Some(typed) => context.node.find_commons(Some(typed))?,
        None => commons,
    };
    let from = InCommons {
        commons,
        document: row.said.id,
    };
    let title = asked.title.as_deref().map(Worded::from);
    let done = context.node.fork(from, &into, title)?;
    let made = done
        .operations
        .first()
        .copied()
        .unwrap_or_else(|| done.main());
    let text = format!("forked  {}", made.short());
    let json = json!({"id": rows_json::id(made), "commons": rows_json::id(into)});
    Ok(Output::new(text, json).making([made.to_string()]))
}

/// `merge`.
pub(super) fn merge(context: &Context, asked: &Merging) -> Result<Output, Failure> {
    let (row, _) = document_row(context, &asked.fork)?;
    let fork = InCommons {
        commons: context.commons()?,
        document: row.said.id,
    };
    let original = context.node.original(fork)?.ok_or_else(|| {
        let hint = "`polylogue synthesis fork` makes a text from another";
        Failure::refused(
            format!("“{}” was made from no other text", asked.fork),
            hint,
        )
    })?;
    let (here, there) = if asked.back {
        (original, fork)
    } else {
        (fork, original)
    };
    let plan = context.node.merge_plan(here, there)?;
    let choices = choices(&plan, asked)?;
    if choices.is_empty() {
        return Ok(shown(&plan));
    }
    let because = asked.because.as_deref().map(Worded::from);
    Ok(saved(
        "merged",
        &context.node.merge(plan, &choices, because)?,
    ))
}

fn choices(plan: &MergePlan, asked: &Merging) -> Result<BTreeMap<OperationId, Choice>, Failure> {
    let all = [&asked.take, &asked.keep, &asked.discuss];
    let of_all = all.iter().filter(|it| it.iter().any(|it| it == "all"));
    if of_all.count() > 1 {
        let hint = "give `all` to one of them, and name lines for the others";
        return Err(Failure::usage("every line is to go two ways", hint));
    }
    let mut choices = BTreeMap::new();
    let typed = [
        (&asked.take, Choice::Take),
        (&asked.keep, Choice::Keep),
        (&asked.discuss, Choice::Discuss),
    ];
    for (lines, choice) in typed {
        for typed in lines {
            let is_meant = |it: &&MovedLine| {
                typed == "all" || it.there.said.id.to_string().starts_with(typed.as_str())
            };
            let meant: Vec<&MovedLine> = plan.lines.iter().filter(is_meant).collect();
            if meant.is_empty() {
                let hint = "`polylogue synthesis merge` without a choice lists the lines";
                let sentence = format!("“{typed}” is no line that moved on there");
                return Err(Failure::refused(sentence, hint));
            }
            // A line named by itself goes before `all`.
            for it in meant {
                if typed == "all" {
                    choices.entry(it.there.said.id).or_insert(choice);
                } else {
                    choices.insert(it.there.said.id, choice);
                }
            }
        }
    }
    Ok(choices)
}

fn shown(plan: &MergePlan) -> Output {
    let count = plan.lines.len() as u64;
    let mut text = format!(
        "“{}” moved on: {}",
        plan.other.title.words,
        words::count(count, "line", "lines")
    );
    for line in &plan.lines {
        text.push_str(&format!("\n{}", line_text(line)));
    }
    let json = json!({
        "here": rows_json::id(plan.here.document),
        "there": rows_json::id(plan.there.document),
        "lines": rows_json::list(&plan.lines, line_json),
    });
    let output = Output::new(text, json);
    if count == 0 {
        return output;
    }
    output.noting("`--take`, `--keep` and `--discuss` with a line or `all` decide".to_owned())
}

fn line_text(line: &MovedLine) -> String {
    let piece = |it: Piece| match it {
        Piece::Same(it) => it,
        Piece::Gone(it) => format!("[-{it}-]"),
        Piece::Came(it) => format!("{{+{it}+}}"),
    };
    let theirs = &line.wording.text.words;
    let said: String = match line.moved {
        Moved::Added | Moved::Struck => theirs.clone(),
        Moved::Reworded | Moved::Both => {
            let pieces = difference::words(&line.base, theirs).into_iter();
            pieces.map(piece).collect()
        }
    };
    let mut text = format!(
        "{}  {}  {said}",
        line.moved.name(),
        line.there.said.id.short()
    );
    let own = line.here.as_ref().and_then(|it| it.wordings.first());
    if line.moved == Moved::Both
        && let Some(own) = own
    {
        text.push_str(&format!("\n  here: {}", own.text.words));
    }
    text
}

fn line_json(line: &MovedLine) -> Value {
    let own = line.here.as_ref().and_then(|it| it.wordings.first());
    json!({
        "moved": line.moved.name(),
        "there": rows_json::id(line.there.said.id),
        "here": rows_json::optional(line.here.as_ref(), |it| rows_json::id(it.said.id)),
        "base": line.base,
        "theirs": rows_json::words(&line.wording.text),
        "ours": rows_json::optional(own, |it| rows_json::words(&it.text)),
    })
}
