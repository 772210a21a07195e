//! Things somebody may mean, so that nobody has to name one by its id: what stands near, or what
//! their words find.

use polylogue_core::id::OperationId;
use polylogue_store::query::{Page, Search, Shown, TargetRow, Thing, TurnRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// Things offered at most.
const OFFERED_MAX: usize = 24;
/// Hits looked at: several may be in one thing.
const HITS: u64 = 60;
/// Turns offered of those before one.
const BEFORE: u64 = 6;
/// Turns offered after a question.
const TURNS: u64 = 30;

/// What can be offered.
#[derive(Debug, Clone, Default)]
pub struct Near {
    /// The things, the likeliest first.
    pub rows: Vec<TargetRow>,
    /// The words looked for, if any were.
    pub sought: Option<String>,
}

/// What the reader's words find; without words, what stands near.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub(crate) fn near(
    asked: &Asked<'_>,
    but: &OperationId,
    things: &[Thing],
    nearby: &[OperationId],
) -> Result<Near, Trouble> {
    let sought = asked.query.given("find").map(ToOwned::to_owned);
    let mut ids: Vec<OperationId> = match &sought {
        Some(words) => found(asked, words)?,
        None => nearby.to_vec(),
    };
    let mut seen = std::collections::BTreeSet::from([*but]);
    ids.retain(|it| seen.insert(*it));
    let mut rows = Vec::new();
    for id in ids {
        let row = asked.reader()?.what(id)?;
        let is_one = |it: &TargetRow| it.what.is_some_and(|what| things.contains(&what));
        // Nobody means what was emptied, hidden or taken back.
        rows.extend(row.filter(|it| is_one(it) && it.shown == Shown::Whole));
        if rows.len() == OFFERED_MAX {
            break;
        }
    }
    Ok(Near { rows, sought })
}

fn found(asked: &Asked<'_>, words: &str) -> Result<Vec<OperationId>, Trouble> {
    let folded = words.to_lowercase();
    let perspectives = asked.perspectives()?.iter();
    let mut ids: Vec<OperationId> = perspectives
        .filter(|it| it.name.words.to_lowercase().contains(&folded))
        .map(|it| it.said.id)
        .collect();
    let search = Search {
        words: words.to_owned(),
        ..Search::default()
    };
    let hits = asked.reader()?.search(&search, Page::first(HITS))?;
    ids.extend(hits.into_iter().map(|it| it.target.id));
    Ok(ids)
}

/// What a turn may remark upon: what it answers and quotes, then the perspectives of its dialogue,
/// then all others.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub(crate) fn of_turn(asked: &Asked<'_>, turn: &TurnRow) -> Result<Vec<OperationId>, Trouble> {
    let mut ids: Vec<OperationId> = turn.reply_to.into_iter().collect();
    ids.extend(turn.quotes.iter().map(|it| it.passage.of));
    if let Some(dialogue) = asked.reader()?.dialogue(turn.dialogue)? {
        ids.extend(dialogue.perspectives);
    }
    let before = turn.number.saturating_sub(1).min(BEFORE);
    let page = Page {
        offset: turn.number.saturating_sub(1) - before,
        limit: before,
    };
    let rows = asked.reader()?.turns(turn.dialogue, page)?;
    ids.extend(rows.iter().rev().map(|it| it.said.id));
    ids.extend(asked.perspectives()?.iter().map(|it| it.said.id));
    Ok(ids)
}

/// Things of the sort of one: all perspectives, questions, dialogues; of others only what is
/// looked for.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub(crate) fn of_sort(asked: &Asked<'_>, what: Option<Thing>) -> Result<Vec<OperationId>, Trouble> {
    Ok(match what {
        Some(Thing::Perspective) => ids(asked.perspectives()?, |it| it.said.id),
        Some(Thing::Dialogue) => ids(asked.dialogues()?, |it| it.id),
        Some(Thing::Question) => ids(&asked.reader()?.questions()?, |it| it.said.id),
        _ => Vec::new(),
    })
}

fn ids<T>(rows: &[T], id: impl Fn(&T) -> OperationId) -> Vec<OperationId> {
    rows.iter().map(id).collect()
}

/// Turns that came after the words a question was asked about: one of them may answer it.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub(crate) fn turns_after(asked: &Asked<'_>, of: &TargetRow) -> Result<Vec<TurnRow>, Trouble> {
    let reader = asked.reader()?;
    let Some(dialogue) = of.dialogue else {
        return Ok(Vec::new());
    };
    let offset = reader.turn(of.id)?.map_or(0, |it| it.number);
    let page = Page {
        offset,
        limit: TURNS,
    };
    Ok(reader.turns(dialogue, page)?)
}
