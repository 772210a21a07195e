//! Folding words for search, so that people find what they remember and not how it was spelled:
//! compatibility forms and case are folded, marks on Latin, Greek, Arabic and Hebrew letters are
//! left out, `ı` is `i` and `ß` is `ss`; scripts written without spaces are cut into overlapping
//! pairs of characters.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Marks put around a match in a snippet.
pub(crate) const MATCH_BEGINS: char = '\u{2}';
/// The end of a match in a snippet.
pub(crate) const MATCH_ENDS: char = '\u{3}';
/// Bytes of text in a snippet, about.
const SNIPPET_BYTES: usize = 240;
/// Bytes kept before the first match.
const SNIPPET_BEFORE_BYTES: usize = 80;
/// Terms of one question that are looked at.
const QUERY_TERMS_MAX: usize = 32;

/// What a folded character belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A word of a script with spaces.
    Letter,
    /// A script written without spaces.
    Unspaced,
    /// Neither: the end of a word.
    Other,
}

/// A word, or a run of a script written without spaces, and where it stands in the original.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    sort: Sort,
    folded: String,
    /// For each folded character, the bytes of the original it came from.
    from: Vec<Range<usize>>,
}

fn is_unspaced(character: char) -> bool {
    matches!(u32::from(character),
        0x0e00..=0x0eff            // Thai, Lao
        | 0x1000..=0x109f          // Myanmar
        | 0x1780..=0x17ff          // Khmer
        | 0x3005..=0x3007
        | 0x3040..=0x30ff          // Hiragana, Katakana
        | 0x31f0..=0x31ff
        | 0x3400..=0x4dbf          // Han
        | 0x4e00..=0x9fff
        | 0xf900..=0xfaff
        | 0x20000..=0x3134f)
}

/// Letters whose marks people leave out when they write in haste.
fn loses_marks(character: char) -> bool {
    matches!(u32::from(character),
        0x00c0..=0x024f            // Latin
        | 0x0370..=0x03ff          // Greek
        | 0x0590..=0x05ff          // Hebrew
        | 0x0600..=0x06ff          // Arabic
        | 0x1e00..=0x1fff          // Latin and Greek with more marks
        | 0xfb1d..=0xfb4f)
}

fn is_lost(character: char) -> bool {
    matches!(u32::from(character),
        0x0300..=0x036f | 0x0591..=0x05c7 | 0x0610..=0x061a | 0x0640 | 0x064b..=0x065f | 0x0670
        | 0x200b..=0x200f | 0x00ad)
}

fn sort_of(character: char) -> Sort {
    if is_unspaced(character) {
        Sort::Unspaced
    } else if character.is_alphanumeric() || is_combining_mark(character) {
        Sort::Letter
    } else {
        Sort::Other
    }
}

/// Gives the folded characters of one character, in order.
fn fold_character(character: char, mut give: impl FnMut(char)) {
    if character.is_ascii() {
        give(character.to_ascii_lowercase());
        return;
    }
    if is_lost(character) {
        return;
    }
    for composed in std::iter::once(character).nfkc() {
        for lower in composed.to_lowercase() {
            match lower {
                'ı' => give('i'),
                'ß' => ['s', 's'].into_iter().for_each(&mut give),
                'ς' => give('σ'),
                'ё' => give('е'),
                'ø' => give('o'),
                'ł' => give('l'),
                'đ' => give('d'),
                'æ' => ['a', 'e'].into_iter().for_each(&mut give),
                'œ' => ['o', 'e'].into_iter().for_each(&mut give),
                other if loses_marks(other) => {
                    let letters = std::iter::once(other).nfd().filter(|it| !is_lost(*it));
                    letters.for_each(&mut give);
                }
                other if is_lost(other) => {}
                other => give(other),
            }
        }
    }
}

/// The words as they are put into the index: separated by spaces, runs as overlapping pairs.
#[must_use]
pub fn fold_for_index(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / 8);
    let mut last: Option<char> = None;
    for character in text.chars() {
        if character.is_ascii() {
            finish_run(&mut folded, &mut last);
            if character.is_ascii_alphanumeric() {
                folded.push(character.to_ascii_lowercase());
            } else if !folded.ends_with(' ') {
                folded.push(' ');
            }
            continue;
        }
        fold_character(character, |it| match sort_of(it) {
            Sort::Letter => {
                finish_run(&mut folded, &mut last);
                folded.push(it);
            }
            Sort::Unspaced => {
                match last {
                    Some(before) => folded.push(before),
                    None => folded.push(' '),
                }
                if last.is_some() {
                    folded.push(it);
                    folded.push(' ');
                }
                last = Some(it);
            }
            Sort::Other => {
                finish_run(&mut folded, &mut last);
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
        });
    }
    finish_run(&mut folded, &mut last);
    folded
}

/// The last character of a run stands for itself too, so that one character finds it.
fn finish_run(folded: &mut String, last: &mut Option<char>) {
    if let Some(character) = last.take() {
        folded.push(character);
        folded.push(' ');
    }
}

/// Cuts a text into words and runs.
fn terms(text: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let mut is_open = false;
    for (start, character) in text.char_indices() {
        let from = start..start + character.len_utf8();
        fold_character(character, |it| {
            let sort = sort_of(it);
            if sort == Sort::Other {
                is_open = false;
                return;
            }
            match terms.last_mut() {
                Some(term) if is_open && term.sort == sort => {
                    term.folded.push(it);
                    term.from.push(from.clone());
                }
                _ => {
                    let folded = it.to_string();
                    terms.push(Term {
                        sort,
                        folded,
                        from: vec![from.clone()],
                    });
                }
            }
            is_open = true;
        });
    }
    terms
}

/// The question in FTS5's own language: all of its words, each as the beginning of a word.
/// `None` if it has no words.
pub(crate) fn match_expression(question: &str) -> Option<String> {
    let parts: Vec<String> = terms(question)
        .iter()
        .take(QUERY_TERMS_MAX)
        .map(match_part)
        .collect();
    (!parts.is_empty()).then(|| parts.join(" AND "))
}

/// The question in FTS5's own language: its words one behind the other, the last as a
/// beginning.
/// `None` if it has no words.
pub(crate) fn match_phrase(question: &str) -> Option<String> {
    let mut tokens: Vec<String> = Vec::new();
    for term in terms(question).into_iter().take(QUERY_TERMS_MAX) {
        let characters: Vec<char> = term.folded.chars().collect();
        if term.sort == Sort::Letter || characters.len() == 1 {
            tokens.push(term.folded);
            continue;
        }
        let pairs = characters.windows(2);
        tokens.extend(pairs.map(|pair| pair.iter().collect::<String>()));
    }
    // The last word may go on: a term is also said in the plural.
    (!tokens.is_empty()).then(|| format!("\"{}\" *", tokens.join(" ")))
}

fn match_part(term: &Term) -> String {
    let characters: Vec<char> = term.folded.chars().collect();
    if term.sort == Sort::Letter || characters.len() == 1 {
        return format!("\"{}\" *", term.folded);
    }
    let pairs: Vec<String> = characters
        .windows(2)
        .map(|pair| pair.iter().collect::<String>())
        .collect();
    format!("\"{}\"", pairs.join(" "))
}

/// The part of a text around what a question finds in it, each match between two marks.
#[must_use]
pub fn snippet(text: &str, question: &str) -> String {
    let matches = find_matches(text, &terms(question));
    let first = matches.first().map_or(0, |it| it.start);
    let begin = boundary_before(text, first.saturating_sub(SNIPPET_BEFORE_BYTES));
    let end = boundary_before(text, (begin + SNIPPET_BYTES).min(text.len()));
    let mut snippet = String::new();
    if begin > 0 {
        snippet.push('…');
    }
    let mut at = begin;
    for found in matches
        .iter()
        .filter(|it| it.start >= begin && it.end <= end)
    {
        if found.start < at {
            continue;
        }
        snippet.push_str(&text[at..found.start]);
        snippet.push(MATCH_BEGINS);
        snippet.push_str(&text[found.clone()]);
        snippet.push(MATCH_ENDS);
        at = found.end;
    }
    snippet.push_str(&text[at..end.max(at)]);
    if end < text.len() {
        snippet.push('…');
    }
    snippet.replace('\n', " ")
}

/// The nearest place at or before a byte where a word, or at least a character, begins.
fn boundary_before(text: &str, byte: usize) -> usize {
    let mut at = byte;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    if at == text.len() {
        return at;
    }
    let nearby = &text[..at];
    match nearby.rfind(char::is_whitespace) {
        Some(space) if at - space < 24 => space + 1,
        _ => at,
    }
}

fn find_matches(text: &str, asked: &[Term]) -> Vec<Range<usize>> {
    let mut matches = Vec::new();
    for term in terms(text) {
        for wanted in asked.iter().filter(|it| it.sort == term.sort) {
            if wanted.sort == Sort::Letter {
                if term.folded.starts_with(&wanted.folded) {
                    matches.push(span(&term, 0, term.from.len()));
                }
                continue;
            }
            let length = wanted.folded.chars().count();
            for (byte, _) in term.folded.match_indices(&wanted.folded) {
                let start = term.folded[..byte].chars().count();
                matches.push(span(&term, start, start + length));
            }
        }
    }
    matches.sort_by_key(|it| (it.start, it.end));
    matches
}

fn span(term: &Term, start: usize, end: usize) -> Range<usize> {
    let begin = term.from.get(start).map_or(0, |it| it.start);
    let end = end
        .checked_sub(1)
        .and_then(|it| term.from.get(it))
        .map_or(begin, |it| it.end);
    begin..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_and_special_letters_are_folded_away() {
        assert_eq!(
            fold_for_index("Straße IĞDIR ılık Ελλάς Æsir"),
            "strasse igdir ilik ελλασ aesir"
        );
        assert_eq!(fold_for_index("Économie, dégrowth!"), "economie degrowth ");
        assert_eq!(fold_for_index("أَرض"), "ارض");
    }

    #[test]
    fn scripts_without_spaces_become_overlapping_pairs() {
        assert_eq!(
            fold_for_index("公共资源")
                .split_whitespace()
                .collect::<Vec<_>>(),
            ["公共", "共资", "资源", "源"]
        );
        assert_eq!(
            match_expression("公共 commons").as_deref(),
            Some("\"公共\" AND \"commons\" *")
        );
        assert_eq!(match_expression("水").as_deref(), Some("\"水\" *"));
        assert_eq!(match_expression("…!"), None);
    }

    #[test]
    fn a_snippet_marks_the_original_words() {
        let marked = snippet("The Économie of gifts and 公共资源 here", "econ 资源");
        assert_eq!(
            marked,
            "The \u{2}Économie\u{3} of gifts and 公共\u{2}资源\u{3} here"
        );
    }

    #[test]
    fn a_question_cannot_speak_the_language_of_the_index() {
        assert_eq!(
            match_expression("a\" OR words:b*").as_deref(),
            Some("\"a\" * AND \"or\" * AND \"words\" * AND \"b\" *")
        );
    }
}
