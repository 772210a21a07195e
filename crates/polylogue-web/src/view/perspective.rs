//! One perspective.

use polylogue_store::query::{
    ClaimRow, DialogueRow, MoveRow, Page, PerspectiveRow, SourceRow, TurnRow, Words,
};

use super::ALL;
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
    /// Remarks on it.
    pub moves: Vec<MoveRow>,
}

/// Turns and claims listed.
const LISTED: usize = 50;
/// Dialogues whose turns are looked through, and turns of each.
const DIALOGUES: usize = 12;
const TURNS: u64 = 60;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the perspective is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<PerspectiveView, Trouble> {
    let id = asked.thing()?;
    let reader = asked.reader()?;
    let row = super::perspective(asked, &id)?;
    let mut dialogues = reader.dialogues(Page::first(ALL))?;
    dialogues.retain(|it| it.perspectives.contains(&id));
    let mut sources = Vec::new();
    for source in &row.sources {
        sources.extend(reader.source(*source)?);
    }
    let mut claims = Vec::new();
    if row.claims > 0 {
        claims = reader.claims(None, Page::first(ALL))?;
        claims.retain(|it| holders(it).contains(&id));
        claims.truncate(LISTED);
    }
    let mut turns = Vec::new();
    for dialogue in dialogues.iter().take(DIALOGUES) {
        let said = reader.turns(dialogue.said.id, Page::first(TURNS))?;
        let its = said.into_iter().filter(|it| it.perspective == Some(id));
        turns.extend(its.map(|it| (it, dialogue.title.clone())));
    }
    turns.truncate(LISTED);
    let moves = super::remarks_about(asked, &id)?;
    Ok(PerspectiveView {
        row,
        sources,
        dialogues,
        turns,
        claims,
        moves,
    })
}
