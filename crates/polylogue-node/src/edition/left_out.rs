//! Which documents were left out of an edition: those somebody said of it, by its id or, before it
//! was made, by its name.

use polylogue_core::id::OperationId;
use polylogue_store::query::{LeaveOutRow, Page, Shown, Words};
use polylogue_store::{Reader, StoreFault};

/// Leavings out that are looked through, at most.
const LOOKED_AT: u64 = 10_000;

/// What was left out of an edition, in order of document and claimed time: what names the edition,
/// and what names none yet and calls it by its version, or by its title and version.
pub(super) fn left_out_of(
    reader: &Reader,
    title: &Words,
    (edition, name): (OperationId, &str),
) -> Result<Vec<LeaveOutRow>, StoreFault> {
    let rows = reader.leave_outs(Page::first(LOOKED_AT))?.into_iter();
    let is_of = |it: &LeaveOutRow| match it.edition {
        Some(id) => id == edition,
        None => is_called(&it.name.words, (&title.words, name)),
    };
    Ok(rows.filter(is_of).filter(stands).collect())
}

/// What was left out by name of an edition that is being made.
pub(super) fn left_out_by_name(
    reader: &Reader,
    named: (&str, &str),
) -> Result<Vec<LeaveOutRow>, StoreFault> {
    let rows = reader.leave_outs(Page::first(LOOKED_AT))?.into_iter();
    let is_of = |it: &LeaveOutRow| it.edition.is_none() && is_called(&it.name.words, named);
    Ok(rows.filter(is_of).filter(stands).collect())
}

fn stands(row: &LeaveOutRow) -> bool {
    !matches!(row.said.shown, Shown::Withdrawn(_))
}

fn is_called(said: &str, (title, name): (&str, &str)) -> bool {
    let folded = |it: &str| {
        let words: Vec<String> = it.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    let said = folded(said);
    said == folded(&format!("{title} {name}")) || said == folded(name)
}
