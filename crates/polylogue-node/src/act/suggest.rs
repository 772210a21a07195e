//! Translating, suggesting to bring things together or keep them apart, and answering that.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Answer, Consent, Kind, Suggestion, Translation, Way};
use polylogue_core::text::Text;
use polylogue_store::query::Thing;

use crate::act::desk::Desk;
use crate::intent::Worded;
use crate::refusal::Refusal;

pub(crate) fn translate(
    desk: &mut Desk<'_>,
    of: OperationId,
    language: &str,
    words: &str,
) -> Result<(), Refusal> {
    const TEXTS: &[Thing] = &[
        Thing::Turn,
        Thing::Claim,
        Thing::Question,
        Thing::Perspective,
        Thing::Dialogue,
    ];
    desk.expect(of, TEXTS, "turn, claim, question, perspective or dialogue")?;
    let me = desk.me();
    let mine = desk.standing_writes(Kind::Translation, of, Some(me))?;
    let replaces = mine
        .into_iter()
        .filter(|id| desk.is_in_language(*id, language))
        .collect();
    let revision = desk.revision(of)?;
    desk.say(Translation {
        of,
        revision,
        text: Text::new(words, language),
        replaces,
    })?;
    Ok(())
}

pub(crate) fn suggest(
    desk: &mut Desk<'_>,
    way: Way,
    of: Vec<OperationId>,
    reason: &Worded,
) -> Result<(), Refusal> {
    if of.len() < 2 {
        return Err(Refusal::TooFew {
            what: "the things to bring together",
            least: 2,
        });
    }
    for id in &of {
        desk.operation(*id)?;
    }
    desk.say(Suggestion {
        way,
        of,
        reason: desk.text(reason),
    })?;
    Ok(())
}

pub(crate) fn answer(
    desk: &mut Desk<'_>,
    suggestion: OperationId,
    answer: Answer,
    reason: &Worded,
) -> Result<(), Refusal> {
    desk.expect_kind(suggestion, Kind::Suggestion, "suggestion")?;
    let me = desk.me();
    desk.say(Consent {
        suggestion,
        answer,
        reason: desk.text(reason),
        replaces: desk.standing_writes(Kind::Consent, suggestion, Some(me))?,
    })?;
    Ok(())
}
