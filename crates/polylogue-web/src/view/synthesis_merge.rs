//! What moved on in the text that a text was made from, or the other way round.

use polylogue_node::{InCommons, MergePlan};
use polylogue_store::query::DocumentRow;

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct SynthesisMergeView {
    /// The document of the address: a fork.
    pub row: DocumentRow,
    /// What moved on; nothing where it was made from no other that is in this home.
    pub plan: Option<MergePlan>,
    /// Whether what the fork did is laid beside the original.
    pub is_back: bool,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesisMergeView, Trouble> {
    let row = asked.reader()?.document(asked.thing()?)?;
    let row = row.ok_or(Trouble::NotFound)?;
    let is_back = asked.query.given("way") == Some("back");
    Ok(SynthesisMergeView {
        plan: plan(asked, is_back)?,
        row,
        is_back,
    })
}

/// What moved on between the document of the address and the one it was made from.
///
/// # Errors
/// As [`load`].
pub fn plan(asked: &Asked<'_>, is_back: bool) -> Result<Option<MergePlan>, Trouble> {
    let fork = InCommons {
        commons: asked.commons()?,
        document: asked.thing()?,
    };
    let Some(original) = asked.node.original(fork)? else {
        return Ok(None);
    };
    if asked.node.me(&original.commons).is_err() {
        return Ok(None);
    }
    let plan = if is_back {
        asked.node.merge_plan(original, fork)?
    } else {
        asked.node.merge_plan(fork, original)?
    };
    Ok(Some(plan))
}
