//! What the wordings of a line rest on, in text and as JSON: the same for `polylogue trace LINE`
//! and for `polylogue synthesis show`, and what the margin of the page says.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{CameFrom, LineRow, RestRow, behind, written_by};
use polylogue_store::sift::Since;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::words;

/// What became of something since, in words; nothing where it stands as it was.
fn since(since: Since) -> &'static str {
    match since {
        Since::Stands => "",
        Since::NotHere => " (not here)",
        Since::Withdrawn => " (taken back since)",
        Since::Gone => " (hidden or emptied since)",
        Since::Revised => " (its words are no longer in its text)",
        Since::Disputed => " (disputed)",
        Since::Answered => " (answered since)",
        Since::Outvoted => " (more disagree with it than agree)",
    }
}

/// One thing that words rest on, on a line.
fn line(it: &RestRow) -> String {
    let what = it.target.what.map_or("not here", words::thing);
    let said = match &it.target.passage {
        Some(passage) => words::quoted(passage),
        None => words::clip(&it.target.words.words, 80),
    };
    let votes = it
        .tally
        .map_or(String::new(), |it| format!("  {}", super::claim::tally(it)));
    let line = format!("rests on {what} {}  {said}{votes}", it.target.id.short());
    format!("{}{}", line.trim_end(), since(it.since))
}

/// The lines of every wording of a line of a document.
///
/// # Errors
/// A failure of the disk.
pub(super) fn lines(
    context: &Context,
    (row, came): (&LineRow, &BTreeMap<OperationId, CameFrom>),
) -> Result<Vec<String>, Failure> {
    let rests = context.reader()?.rests(std::slice::from_ref(row))?;
    let mut text = Vec::new();
    for strike in row.strikes.iter().filter(|_| row.is_contested()) {
        text.push(format!(
            "struck by {}, and it stands",
            words::person(&strike.by)
        ));
    }
    for wording in &row.wordings {
        if row.is_open() {
            let by = words::person(&wording.said.by);
            let said = words::clip(&wording.text.words, 80);
            text.push(format!(
                "wording {} by {by}: {said}",
                wording.said.id.short()
            ));
        }
        let own = rests.get(&wording.said.id).map_or(&[][..], Vec::as_slice);
        text.extend(own.iter().map(line));
        let is_said = polylogue_node::block::Block::of(&wording.text.words).says_something();
        if own.is_empty() && is_said {
            let by = match came.get(&wording.said.id) {
                Some(CameFrom { said: None, .. }) => "its writer".to_owned(),
                Some(_) | None => words::person(&written_by(came, wording).by),
            };
            text.push(format!("rests on nothing: {by} says so"));
        }
    }
    Ok(text)
}

/// What every wording of a line rests on, as JSON: `[{"wording", "behind", "rests_on"}]`.
///
/// # Errors
/// A failure of the disk.
pub(super) fn as_json(context: &Context, row: &LineRow) -> Result<Value, Failure> {
    let rests = context.reader()?.rests(std::slice::from_ref(row))?;
    Ok(rows_json::list(&row.wordings, |wording| {
        let own = rests.get(&wording.said.id).map_or(&[][..], Vec::as_slice);
        let behind: Vec<_> = behind(own).into_iter().collect();
        json!({
            "wording": rows_json::id(wording.said.id),
            "behind": rows_json::list(&behind, |it| json!(rows_json::id(*it))),
            "rests_on": rows_json::list(own, |it| json!({
                "id": rows_json::id(it.target.id),
                "what": it.target.what.map(words::thing),
                "passage": rows_json::optional(it.target.passage.as_ref(), rows_json::passage),
                "votes": rows_json::optional(it.tally, rows_json::tally),
                "since": it.since.name(),
            })),
        })
    }))
}
