//! Saying a turn, and saying one's own again.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Kind, Quote, Turn, TurnRevise, Voice};
use polylogue_store::query::Thing;

use crate::act::desk::Desk;
use crate::intent::{Quoting, Standpoint, Worded};
use crate::refusal::Refusal;
use crate::rendered;

/// A turn to say.
pub(crate) struct Saying {
    pub(crate) dialogue: OperationId,
    pub(crate) text: Worded,
    pub(crate) standpoint: Standpoint,
    pub(crate) reply_to: Option<OperationId>,
    pub(crate) quotes: Vec<Quoting>,
    pub(crate) licence: Option<String>,
}

/// The words a passage of a text is matched in: what a reader of its Markdown sees.
#[must_use]
pub fn plain_of(markdown: &str) -> String {
    rendered::plain(markdown)
}

pub(crate) fn say(desk: &mut Desk<'_>, saying: Saying) -> Result<(), Refusal> {
    desk.expect(saying.dialogue, &[Thing::Dialogue], "dialogue")?;
    check_standpoint(desk, saying.standpoint)?;
    if let Some(turn) = saying.reply_to {
        desk.expect(turn, &[Thing::Turn], "turn")?;
    }
    desk.say(Turn {
        dialogue: saying.dialogue,
        text: desk.text(&saying.text),
        long: None,
        perspective: saying.standpoint.perspective,
        voice: saying.standpoint.voice,
        reply_to: saying.reply_to,
        quotes: quotes(desk, &saying.quotes)?,
        licence: saying.licence.unwrap_or_default(),
        brought_in: None,
    })?;
    Ok(())
}

pub(crate) fn revise(
    desk: &mut Desk<'_>,
    turn: OperationId,
    text: &Worded,
    quoted: &[Quoting],
) -> Result<(), Refusal> {
    desk.expect(turn, &[Thing::Turn], "turn")?;
    desk.check_author(turn)?;
    desk.say(TurnRevise {
        turn,
        text: desk.text(text),
        long: None,
        quotes: quotes(desk, quoted)?,
        replaces: desk.standing_writes(Kind::TurnRevise, turn, None)?,
    })?;
    Ok(())
}

/// To speak from within or on behalf takes a perspective; for oneself takes none.
pub(crate) fn check_standpoint(desk: &Desk<'_>, standpoint: Standpoint) -> Result<(), Refusal> {
    match (standpoint.voice, standpoint.perspective) {
        (Voice::Oneself, None) => Ok(()),
        (Voice::Within | Voice::OnBehalf, Some(perspective)) => {
            desk.expect(perspective, &[Thing::Perspective], "perspective")
        }
        (Voice::Within | Voice::OnBehalf, None) | (Voice::Oneself, Some(_)) => {
            Err(Refusal::NoPerspective)
        }
    }
}

/// Passages taken up, in the order given, before the first paragraph.
fn quotes(desk: &Desk<'_>, quoted: &[Quoting]) -> Result<Vec<Quote>, Refusal> {
    let taken_up = quoted.iter().map(|it| {
        Ok(Quote {
            passage: desk.passage(it)?,
            paragraph: 0,
        })
    });
    taken_up.collect()
}
