//! Where a passage's words stand in a text as read.

use polylogue_core::id::OperationId;
use polylogue_core::passage::Passage;
use polylogue_core::text::normalised;

use super::Rendered;

/// A stretch of one paragraph that carries a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Underline {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// Where it begins in the paragraph's words, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The polarity's class.
    pub class: &'static str,
    /// The letter that keys it to its note, at the last stretch of a passage; with the note's
    /// address and its accessible name.
    pub key: Option<(String, String, String)>,
}

/// The words of a passage as the store gives them.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// The exact words.
    pub exact: &'a str,
    /// What stood before.
    pub before: &'a str,
    /// What stood after.
    pub after: &'a str,
    /// Where they began, in characters: a hint.
    pub start: u32,
}

/// Finds the words: one stretch for each paragraph they touch, or none.
#[must_use]
pub fn locate(text: &Rendered, sought: Sought<'_>) -> Vec<(u32, usize, usize)> {
    let (flat, places) = flatten(text);
    if normalised(&flat) != flat {
        return Vec::new();
    }
    let nothing = OperationId([0; 32]);
    let passage = Passage {
        of: nothing,
        revision: nothing,
        exact: sought.exact.to_owned(),
        before: sought.before.to_owned(),
        after: sought.after.to_owned(),
        start: sought.start,
    };
    let Some(found) = passage.find_in(&flat) else {
        return Vec::new();
    };
    let mut stretches: Vec<(u32, usize, usize)> = Vec::new();
    let inside = places
        .iter()
        .filter(|it| it.flat >= found.start && it.flat < found.end);
    for place in inside {
        match stretches.last_mut() {
            Some((paragraph, _, end)) if *paragraph == place.paragraph => *end = place.end,
            _ => stretches.push((place.paragraph, place.start, place.end)),
        }
    }
    stretches
}

/// One character of the flat text and where it stands.
struct PlaceOf {
    flat: usize,
    paragraph: u32,
    start: usize,
    end: usize,
}

/// The text with every run of white space as one space, and where each character came from.
fn flatten(text: &Rendered) -> (String, Vec<PlaceOf>) {
    let mut flat = String::new();
    let mut places = Vec::new();
    for (words, paragraph) in text.paragraphs.iter().zip(1..) {
        let mut is_gap = true;
        for (start, character) in words.char_indices() {
            if character.is_whitespace() {
                is_gap = true;
                continue;
            }
            if is_gap && !flat.is_empty() {
                flat.push(' ');
            }
            is_gap = false;
            let end = start + character.len_utf8();
            places.push(PlaceOf {
                flat: flat.len(),
                paragraph,
                start,
                end,
            });
            flat.push(character);
        }
    }
    (flat, places)
}
