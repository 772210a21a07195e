//! Marking a remark on something.

use polylogue_core::move_kind::MoveKind;
use polylogue_node::rendered;
use polylogue_store::query::{TargetRow, Thing, TurnRow};

use crate::asked::Asked;
use crate::routes::Name;
use crate::trouble::Trouble;

/// What the form for a remark shows.
#[derive(Debug, Clone)]
pub struct MarkView {
    /// What the remark is about.
    pub target: TargetRow,
    /// Its paragraphs, where it is a turn or a source with its text.
    pub paragraphs: Vec<String>,
    /// The turn, if it is one.
    pub turn: Option<TurnRow>,
    /// The kind the link here suggested.
    pub chosen: Option<MoveKind>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the thing is not here or cannot be remarked upon.
pub fn load(asked: &Asked<'_>) -> Result<MarkView, Trouble> {
    let id = asked.thing()?;
    let target = super::target(asked, &id)?;
    let turn = match target.what {
        Some(Thing::Turn) => Some(super::turn(asked, &id)?),
        _ => None,
    };
    asked.with_draft(Name::MarkNow, &id)?;
    let paragraphs = match target.what {
        Some(Thing::Turn) => {
            let words = turn.as_ref().map_or("", |it| it.text.words.as_str());
            rendered::paragraphs(words)
        }
        Some(Thing::Source) => match super::source(asked, &id)?.text {
            Some(text) => rendered::paragraphs(&text.words),
            None => Vec::new(),
        },
        Some(Thing::Perspective | Thing::Claim | Thing::Question | Thing::Move) => Vec::new(),
        Some(Thing::Dialogue | Thing::Practice | Thing::Person) | None => {
            return Err(Trouble::NotFound);
        }
    };
    Ok(MarkView {
        target,
        paragraphs,
        turn,
        chosen: MoveKind::of_name(asked.query.get("kind")),
    })
}
