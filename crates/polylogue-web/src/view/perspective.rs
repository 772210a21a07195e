//! One perspective.

use polylogue_store::query::{
    ClaimRow, DialogueRow, MoveFilter, MoveRow, Page, PerspectiveRow, SourceRow, TurnRow, Words,
};

use crate::asked::Asked;
use crate::page::claim::holders;
use crate::trouble::Trouble;

/// What a perspective's page shows.
#[derive(Debug, Clone)]
pub struct PerspectiveView {
    /// The perspective.
    pub row: PerspectiveRow,
    /// Works it rests on.
    pub sources: Vec<SourceRow>,
    /// Dialogues it takes part in.
    pub dialogues: Vec<DialogueRow>,
    /// Turns said for it, with the titles of their dialogues.
    pub turns: Vec<(TurnRow, Words)>,
    /// Claims it holds.
    pub claims: Vec<ClaimRow>,
    /// The latest remarks on it.
    pub moves: Vec<MoveRow>,
    /// Whether there are more remarks.
    pub has_more_moves: bool,
}

/// Turns and claims listed.
const LISTED: u64 = 50;

/// Remarks on the page itself; the page of remarks has all of them.
const MOVES: u64 = 20;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the perspective is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<PerspectiveView, Trouble> {
    let id = asked.thing()?;
    let reader = asked.reader()?;
    let row = super::perspective(asked, &id)?;
    let mut dialogues = Vec::new();
    for brief in asked
        .dialogues()?
        .iter()
        .filter(|it| it.perspectives.contains(&id))
    {
        dialogues.extend(reader.dialogue(brief.id)?);
    }
    let mut sources = Vec::new();
    for source in &row.sources {
        sources.extend(reader.source(*source)?);
    }
    let mut claims = Vec::new();
    if row.claims > 0 {
        claims = reader.claims_held_by(id, Page::first(LISTED))?;
        claims.retain(|it| holders(it).contains(&id));
    }
    let mut turns = Vec::new();
    for turn in reader.turns_spoken_for(id, Page::first(LISTED))? {
        let title = super::dialogue_title(asked, &turn.dialogue)?;
        turns.push((turn, title));
    }
    let about = MoveFilter {
        target: Some(id),
        ..MoveFilter::default()
    };
    let page = Page::first(MOVES);
    let mut moves = reader.moves(&about, super::and_one(page))?;
    let has_more_moves = super::cut(&mut moves, page);
    Ok(PerspectiveView {
        row,
        sources,
        dialogues,
        turns,
        claims,
        moves,
        has_more_moves,
    })
}
