//! One line worded anew where it stands, against the wordings that were seen: what others wrote
//! meanwhile stands beside it.

use polylogue_core::kind::{Kind, LineText};

use crate::act::desk::{Desk, in_order};
use crate::act::document::{add_lines, strike_seen};
use crate::intent::{BaseLine, NewLine, Worded};
use crate::lines::lines_of;
use crate::refusal::Refusal;

/// Words a line anew. Its first line continues it; others become lines of their own behind it;
/// without any it is struck.
pub(crate) fn word(desk: &mut Desk<'_>, base: &BaseLine, text: &Worded) -> Result<(), Refusal> {
    desk.expect_kind(base.line, Kind::Line, "line")?;
    let loaded = desk.wording_of(base)?;
    let worded = |words: &str| Worded {
        words: words.to_owned(),
        ..text.clone()
    };
    let lines = lines_of(&text.words);
    let Some((first, more)) = lines.split_first() else {
        return strike_seen(desk, base.line, &base.wordings);
    };
    if *first != loaded.text.words.trim() {
        desk.say(LineText {
            line: base.line,
            text: desk.text(&worded(first)),
            traces: loaded.traces.clone(),
            replaces: in_order(base.wordings.clone()),
        })?;
    } else if more.is_empty() {
        desk.leave_as_is(base.line);
    }
    let more: Vec<NewLine> = more
        .iter()
        .map(|words| NewLine {
            text: worded(words),
            traces: Vec::new(),
            clause: None,
        })
        .collect();
    if more.is_empty() {
        return Ok(());
    }
    let document = desk.document_of(base.line)?;
    add_lines(desk, document, Some(base.line), &more)
}
