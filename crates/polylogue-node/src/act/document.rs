//! Shared documents: a set of lines, each worded, placed and struck by itself.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Document, Kind, Line, LineStruck, LineText, Struck};
use polylogue_core::limits::PLACE_BYTES_MAX;

use crate::act::desk::{Desk, in_order};
use crate::intent::Worded;
use crate::refusal::Refusal;

pub(crate) fn begin(desk: &mut Desk<'_>, title: &Worded) -> Result<(), Refusal> {
    desk.say(Document {
        title: desk.text(title),
        licence: String::new(),
    })?;
    Ok(())
}

/// Adds a line after another, or before all others.
pub(crate) fn add_line(
    desk: &mut Desk<'_>,
    document: OperationId,
    after: Option<OperationId>,
    text: &Worded,
) -> Result<(), Refusal> {
    desk.expect_kind(document, Kind::Document, "document")?;
    let places = desk.places_of(document)?;
    let lower = match after {
        None => None,
        Some(line) => Some(
            places
                .iter()
                .find(|(_, id)| *id == line)
                .map(|(place, _)| place.clone())
                .ok_or(Refusal::OtherThing {
                    id: line,
                    expected: "line of this document",
                })?,
        ),
    };
    let upper = places
        .iter()
        .map(|(place, _)| place)
        .find(|place| lower.as_ref().is_none_or(|lower| *place > lower));
    let place = between(lower.as_deref().unwrap_or(""), upper.map(String::as_str));
    desk.say(Line {
        document,
        text: desk.text(text),
        traces: Vec::new(),
        place,
    })?;
    Ok(())
}

pub(crate) fn revise_line(
    desk: &mut Desk<'_>,
    line: OperationId,
    text: &Worded,
) -> Result<(), Refusal> {
    desk.expect_kind(line, Kind::Line, "line")?;
    let mut replaces = desk.standing_writes(Kind::LineText, line, None)?;
    if replaces.is_empty() {
        replaces.push(line);
    }
    let text = desk.text(text);
    desk.say(LineText {
        line,
        text,
        traces: Vec::new(),
        replaces: in_order(replaces),
    })?;
    Ok(())
}

pub(crate) fn strike_line(
    desk: &mut Desk<'_>,
    line: OperationId,
    struck: Struck,
) -> Result<(), Refusal> {
    desk.expect_kind(line, Kind::Line, "line")?;
    let replaces = desk.standing_writes(Kind::LineStruck, line, None)?;
    desk.say(LineStruck {
        line,
        struck,
        replaces,
    })?;
    Ok(())
}

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A place above `lower` and below `upper`, compared as bytes; as short as it can be. Where there
/// is no room left within the limit, `lower` itself: ties are ordered by id.
fn between(lower: &str, upper: Option<&str>) -> String {
    let value = |it: u8| DIGITS.iter().position(|digit| *digit == it);
    let (lower, upper) = (lower.as_bytes(), upper.map(str::as_bytes));
    let mut place = Vec::new();
    let mut is_below_upper = upper.is_none();
    for index in 0..PLACE_BYTES_MAX {
        let low = lower.get(index).and_then(|it| value(*it)).unwrap_or(0);
        let high = match upper {
            Some(upper) if !is_below_upper => {
                upper.get(index).and_then(|it| value(*it)).unwrap_or(0)
            }
            _ => DIGITS.len(),
        };
        if high > low + 1 {
            place.push(DIGITS[low + (high - low) / 2]);
            return String::from_utf8_lossy(&place).into_owned();
        }
        place.push(DIGITS[low]);
        is_below_upper |= low < high;
    }
    String::from_utf8_lossy(lower).into_owned()
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn there_is_room_between_any_two_places_for_long() {
        let mut places = vec![between("", None)];
        for step in 0..300_usize {
            let index = (step * 7) % (places.len() + 1);
            let lower = index.checked_sub(1).map_or("", |it| places[it].as_str());
            let upper = places.get(index).map(String::as_str);
            let place = between(lower, upper);
            assert!(place.as_str() > lower, "{place} after {lower}");
            assert!(
                upper.is_none_or(|upper| place.as_str() < upper),
                "{place} before {upper:?}"
            );
            places.insert(index, place);
        }
        assert!(places.iter().all(|it| it.len() <= 64 && !it.is_empty()));
    }
}
