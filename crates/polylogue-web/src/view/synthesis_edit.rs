//! The text of a document, to be saved against the lines it was loaded from.

use polylogue_store::query::{DocumentRow, LineRow};

use super::Part;
use crate::asked::Asked;
use crate::routes::Name;
use crate::trouble::Trouble;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct SynthesisEditView {
    /// The document.
    pub row: DocumentRow,
    /// This part of its lines that stand, in order.
    pub lines: Vec<LineRow>,
    /// The line before them, where they are not the first.
    pub before: Option<LineRow>,
    /// Which part it is.
    pub part: Part,
}

/// Lines written at a time: as many as the page of the text shows.
const LINES: usize = 200;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesisEditView, Trouble> {
    let reader = asked.reader()?;
    let row = reader.document(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let mut lines = reader.lines(row.said.id)?;
    lines.retain(|it| !it.is_struck);
    let draft = asked.with_draft(Name::SaveSynthesis, &row.said.id)?;
    // What was written and not saved comes first, whichever part was asked for.
    let refused = asked.refused.as_ref().map(|it| &it.written);
    let part = match refused.or(draft.as_ref()) {
        Some(written) => Part {
            from: usize::try_from(written.number("from").unwrap_or_default()).unwrap_or_default(),
            ..Part::first(LINES, 0)
        },
        None => Part::asked(asked, "from", LINES),
    };
    let part = part.of(lines.len());
    let shown = part.places();
    let before = match shown.start.checked_sub(1) {
        Some(place) if !shown.is_empty() => lines.get(place).cloned(),
        Some(_) | None => None,
    };
    let lines = lines.drain(shown).collect();
    Ok(SynthesisEditView {
        row,
        lines,
        before,
        part,
    })
}
