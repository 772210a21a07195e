//! What stands in the words of a line and leads elsewhere: `[^name]` to a note of the document,
//! `[@1a2b3c4d p. 12]` to a work of the library.

use super::is_name;

/// Works named by one citation, at most.
const CITED_MAX: usize = 32;
/// How long a citation may be, in bytes: it is looked for no farther.
const BYTES_MAX: usize = 2_048;

/// One such sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark<'a> {
    /// A note of the document, by its name.
    Note(&'a str),
    /// Works of the library.
    Citation(Vec<Cited<'a>>),
}

/// One work that is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cited<'a> {
    /// The beginning of its id.
    pub id: &'a str,
    /// Where in it: `p. 12`; may be empty.
    pub place: &'a str,
}

/// The first sign in some words: where it begins and ends, and what it is.
#[must_use]
pub fn first(text: &str) -> Option<(std::ops::Range<usize>, Mark<'_>)> {
    let mut from = 0;
    while let Some(at) = text[from..].find(['[']).map(|it| it + from) {
        from = at + 1;
        let inside = &text[from..];
        if !inside.starts_with(['^', '@']) {
            continue;
        }
        // A mark is short; what is not closed soon is none.
        let near = inside.len().min(BYTES_MAX);
        let closed = inside.bytes().take(near).position(|it| it == b']');
        let Some(end) = closed else { continue };
        if let Some(mark) = mark(&inside[..end]) {
            return Some((at..from + end + 1, mark));
        }
    }
    None
}

/// All signs in some words, in their order.
pub fn all(text: &str) -> impl Iterator<Item = Mark<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (place, mark) = first(rest)?;
        rest = &rest[place.end..];
        Some(mark)
    })
}

fn mark(inside: &str) -> Option<Mark<'_>> {
    if let Some(name) = inside.strip_prefix('^') {
        return is_name(name).then_some(Mark::Note(name));
    }
    let works: Option<Vec<Cited<'_>>> = inside.split(';').take(CITED_MAX).map(cited).collect();
    works.filter(|it| !it.is_empty()).map(Mark::Citation)
}

fn cited(text: &str) -> Option<Cited<'_>> {
    let text = text.trim().strip_prefix('@')?;
    let end = text
        .find(|it: char| !it.is_ascii_hexdigit())
        .unwrap_or(text.len());
    let (id, place) = text.split_at(end);
    let is_apart = place.is_empty() || place.starts_with([' ', ',']);
    let is_id = (8..=64).contains(&id.len()) && is_apart;
    let place = place.trim_start_matches([' ', ',']).trim_end();
    is_id.then_some(Cited { id, place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_and_citations_are_found_and_nothing_else_is() {
        let text = "Eels [^eel] return [see] [@zz] [@1a2b3c4d p. 12; @aabbccdd] [^a b]";
        let found: Vec<Mark<'_>> = all(text).collect();
        let cited = |id, place| Cited { id, place };
        let both = vec![cited("1a2b3c4d", "p. 12"), cited("aabbccdd", "")];
        assert_eq!(found, [Mark::Note("eel"), Mark::Citation(both)]);
        let (place, _) = first("x [@1a2b3c4d, chap. 2] y").expect("one is there");
        assert_eq!((place.start, place.end), (2, 22));
        for text in [
            "[",
            "[^",
            "[^]",
            "[@]",
            "[@1a2b3c4dx]",
            "é[^é",
            "[@1a2b3c4d;]",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn opening_brackets_without_end_take_no_time() {
        let text = "[^".repeat(8 * 1024);
        assert_eq!(first(&text), None);
    }
}
