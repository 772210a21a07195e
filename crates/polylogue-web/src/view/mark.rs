//! Marking a remark on something.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Voice;
use polylogue_core::move_kind::MoveKind;
use polylogue_node::rendered;
use polylogue_store::query::{TargetRow, Thing, TurnRow};

use super::near::{self, Near};
use crate::asked::Asked;
use crate::form::Form;
use crate::link::short;
use crate::page::fields::PASSAGE;
use crate::routes::Name;
use crate::trouble::Trouble;

/// What the form for a remark shows.
#[derive(Debug, Clone)]
pub struct MarkView {
    /// What the remark is about.
    pub target: TargetRow,
    /// Its paragraphs, where it is a turn or a source with its text.
    pub paragraphs: Vec<String>,
    /// The passage chosen: a paragraph by its number, and exact words; both may be empty.
    pub passage: (String, String),
    /// The turn, if it is one.
    pub turn: Option<TurnRow>,
    /// The kind the link here suggested.
    pub chosen: Option<MoveKind>,
    /// The kind of remark made last in this dialogue.
    pub last: Option<MoveKind>,
    /// For whom it is made, as far as that is known: of words somebody else said, on behalf of
    /// those they spoke for; else as the reader spoke last in this dialogue.
    pub speaks: (String, Voice),
    /// The turn whose words make the remark, where another's do.
    pub found_in: Option<TurnRow>,
    /// What the passage chosen may itself be a remark upon.
    pub about: Near,
}

/// What one can remark upon.
const TARGETS: [Thing; 6] = [
    Thing::Turn,
    Thing::Perspective,
    Thing::Claim,
    Thing::Question,
    Thing::Source,
    Thing::Move,
];

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the thing is not here or cannot be remarked upon.
pub fn load(asked: &Asked<'_>) -> Result<MarkView, Trouble> {
    let id = asked.thing()?;
    let target = super::target(asked, &id)?;
    if !target.what.is_some_and(|it| TARGETS.contains(&it)) {
        return Err(Trouble::NotFound);
    }
    let turn = match target.what {
        Some(Thing::Turn) => Some(super::turn(asked, &id)?),
        _ => None,
    };
    let draft = asked.with_draft(Name::MarkNow, &id)?;
    let paragraphs = match (&turn, target.what) {
        (Some(turn), _) => rendered::paragraphs(&turn.text.words),
        (None, Some(Thing::Source)) => match super::source(asked, &id)?.text {
            Some(text) => rendered::paragraphs(&text.words),
            None => Vec::new(),
        },
        _ => Vec::new(),
    };
    let passage = passage(asked, draft.as_ref());
    let found_in = found_in(asked, draft.as_ref())?;
    let dialogue = found_in.as_ref().map(|it| it.dialogue).or(target.dialogue);
    let last = match dialogue {
        Some(dialogue) => asked.last_voice(&dialogue)?,
        None => Form::default(),
    };
    Ok(MarkView {
        about: about(asked, &id, turn.as_ref().filter(|_| is_chosen(&passage)))?,
        passage,
        speaks: speaks(found_in.as_ref(), &last),
        last: MoveKind::of_name(last.get("kind")),
        found_in,
        target,
        paragraphs,
        turn,
        chosen: MoveKind::of_name(asked.query.get("kind")),
    })
}

fn speaks(found_in: Option<&TurnRow>, last: &Form) -> (String, Voice) {
    match found_in {
        Some(turn) => {
            let perspective = turn.perspective.map_or(String::new(), |it| short(&it));
            (perspective, Voice::OnBehalf)
        }
        None => {
            let voice = match last.get("voice") {
                "behalf" => Voice::OnBehalf,
                _ => Voice::Within,
            };
            (last.get("perspective").to_owned(), voice)
        }
    }
}

/// The turn whose words make the remark: as the address names it, or what was written before.
fn found_in(asked: &Asked<'_>, draft: Option<&Form>) -> Result<Option<TurnRow>, Trouble> {
    let refused = asked.refused.as_ref().map(|it| &it.written);
    let forms = [refused, Some(&asked.query), draft];
    let mut given = forms
        .into_iter()
        .flatten()
        .filter_map(|it| it.given("found-in"));
    match given.next() {
        Some(prefix) => Ok(Some(super::turn(asked, &asked.resolve(prefix)?)?)),
        None => Ok(None),
    }
}

/// The passage chosen, all of it as one form has it: what was refused, else the address, else what
/// was kept.
fn passage(asked: &Asked<'_>, draft: Option<&Form>) -> (String, String) {
    let refused = asked.refused.as_ref().map(|it| &it.written);
    let forms = [refused, Some(&asked.query), draft];
    let passages = forms.into_iter().flatten().map(|form| {
        let [paragraph, quote] = PASSAGE.map(|it| form.get(it).to_owned());
        (paragraph, quote)
    });
    passages.into_iter().find(is_chosen).unwrap_or_default()
}

fn is_chosen((paragraph, quote): &(String, String)) -> bool {
    !paragraph.is_empty() || !quote.is_empty()
}

fn about(asked: &Asked<'_>, id: &OperationId, turn: Option<&TurnRow>) -> Result<Near, Trouble> {
    let Some(turn) = turn else {
        return Ok(Near::default());
    };
    near::near(asked, id, &TARGETS, &near::of_turn(asked, turn)?)
}
