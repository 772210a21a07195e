//! One turn.

use polylogue_core::id::OperationId;
use polylogue_store::query::{Compared, Hit, Thing, TurnRow, WordingRow, Words};

use super::similar::{alike, similar};
use crate::asked::Asked;
use crate::routes::{self, Name};
use crate::trouble::Trouble;

/// What a turn's page shows.
#[derive(Debug, Clone)]
pub struct TurnView {
    /// The turn.
    pub turn: TurnRow,
    /// The title of its dialogue.
    pub dialogue_title: Words,
    /// Perspectives that meet in its dialogue.
    pub meets: Vec<OperationId>,
    /// All its wordings, the latest first.
    pub wordings: Vec<WordingRow>,
    /// Turns it quotes, so that quotations can lead to the very passage.
    pub quoted: Vec<TurnRow>,
    /// Whether the reader said it.
    pub is_mine: bool,
    /// Turns like the answer that is being written, when it is looked at before it is published.
    pub similar: Vec<Hit>,
    /// Claims like the one that is being lifted.
    pub similar_claims: Vec<Hit>,
}

/// Quoted turns looked up.
const QUOTED_MAX: usize = 16;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the turn is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<TurnView, Trouble> {
    let id = asked.thing()?;
    let turn = super::turn(asked, &id)?;
    let dialogue = asked.reader()?.dialogue(turn.dialogue)?;
    let wordings = if turn.wordings > 1 {
        wordings(asked, &id)?
    } else {
        Vec::new()
    };
    let mut quoted = Vec::new();
    for quote in turn.quotes.iter().take(QUOTED_MAX) {
        quoted.extend(asked.reader()?.turn(quote.passage.of)?);
    }
    let is_own = turn.said.brought_in.is_none();
    let answer = asked.with_draft(Name::AnswerTurn, &id)?;
    let claim = asked.with_draft(Name::LiftClaim, &id)?;
    asked.with_draft(Name::ReviseTurn, &id)?;
    let looked_at = asked.query.get("preview");
    let looked_at = |form: Name| looked_at == routes::of(form).word;
    let answer = answer.filter(|_| looked_at(Name::AnswerTurn));
    let claim = claim.filter(|_| looked_at(Name::LiftClaim));
    Ok(TurnView {
        similar: match answer {
            Some(it) => similar(asked, it.get("text"), Thing::Turn)?,
            None => Vec::new(),
        },
        similar_claims: match claim {
            Some(it) => alike(asked, &it, Compared::Claims)?,
            None => Vec::new(),
        },
        is_mine: is_own && turn.said.by.key == asked.me()?,
        dialogue_title: dialogue
            .as_ref()
            .map(|it| it.title.clone())
            .unwrap_or_default(),
        meets: dialogue.map(|it| it.perspectives).unwrap_or_default(),
        wordings,
        quoted,
        turn,
    })
}

fn wordings(asked: &Asked<'_>, id: &OperationId) -> Result<Vec<WordingRow>, Trouble> {
    let mut rows = asked.reader()?.turn_wordings(*id)?;
    rows.reverse();
    Ok(rows)
}
