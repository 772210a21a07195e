//! Turns the bytes of a page into clean lines that keep the numbers they have in the page.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Stands where a comment was, so that a line that held nothing else can be dropped.
const GONE: char = '\u{10FFFD}';
/// The first of 128 private characters that stand for ASCII inside `<nowiki>` and its like.
const MASK_FIRST: u32 = 0x10_FF00;
/// Elements whose content is not wikitext.
const VERBATIM: &[&str] = &[
    "nowiki",
    "pre",
    "syntaxhighlight",
    "source",
    "math",
    "score",
];

/// One line of a page with its number, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    pub(crate) number: u32,
    pub(crate) text: &'a str,
}

impl Line<'_> {
    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// What was damaged in the bytes of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Damage {
    /// The first line with bytes that are not UTF-8, and how many places there are.
    pub(crate) not_utf8: Option<(u32, u32)>,
    /// The first line with control characters, and how many there are.
    pub(crate) controls: Option<(u32, u32)>,
    /// The line where a comment opens that never closes.
    pub(crate) open_comment: Option<u32>,
}

/// A page's text, ready to be read line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clean {
    text: String,
    pub(crate) damage: Damage,
    /// Names of the categories the page files itself under, in order.
    pub(crate) categories: Vec<String>,
}

impl Clean {
    /// Decodes a page; nothing it meets is an error, all of it is recorded as damage.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let mut damage = Damage::default();
        let decoded = decode(bytes, &mut damage);
        let decoded = if is_nfc(&decoded) {
            decoded
        } else {
            decoded.nfc().collect()
        };
        let unmarked = hide_comments(decoded, &mut damage);
        let masked = mask_verbatim(&unmarked);
        let mut categories = Vec::new();
        let text = take_categories(masked, &mut categories);
        Self {
            text,
            damage,
            categories,
        }
    }

    /// The lines in order, without those that held only a comment.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut number = 0;
        self.text.split('\n').filter_map(move |text| {
            number += 1;
            let kept = text.trim_matches(GONE);
            let was_comment = kept.len() < text.len() && kept.trim().is_empty();
            (!was_comment).then_some(Line { number, text: kept })
        })
    }
}

/// Puts the characters back that were masked inside `<nowiki>`.
pub(crate) fn unmask(text: &str) -> String {
    text.chars()
        .filter(|it| *it != GONE)
        .map(unmask_character)
        .collect()
}

/// Puts one masked character back.
pub(crate) fn unmask_character(character: char) -> char {
    let code = u32::from(character);
    if (MASK_FIRST..MASK_FIRST + 128).contains(&code) {
        char::from_u32(code - MASK_FIRST).unwrap_or(character)
    } else {
        character
    }
}

fn mask_character(character: char) -> char {
    if character.is_ascii_punctuation() {
        char::from_u32(MASK_FIRST + u32::from(character)).unwrap_or(character)
    } else {
        character
    }
}

fn decode(bytes: &[u8], damage: &mut Damage) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut text = String::with_capacity(bytes.len());
    let mut line = 1;
    for chunk in bytes.utf8_chunks() {
        let mut characters = chunk.valid().chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\r' if characters.peek() == Some(&'\n') => {}
                '\n' | '\r' => {
                    line += 1;
                    text.push('\n');
                }
                '\t' => text.push(' '),
                it if it.is_control() => count(&mut damage.controls, line),
                it if u32::from(it) >= MASK_FIRST => text.push('\u{FFFD}'),
                it => text.push(it),
            }
        }
        if !chunk.invalid().is_empty() {
            count(&mut damage.not_utf8, line);
            text.push('\u{FFFD}');
        }
    }
    text
}

fn count(place: &mut Option<(u32, u32)>, line: u32) {
    match place {
        Some((_, times)) => *times = times.saturating_add(1),
        None => *place = Some((line, 1)),
    }
}

/// Takes comments out; a comment that never closes is kept as text and recorded.
fn hide_comments(text: String, damage: &mut Damage) -> String {
    if !text.contains("<!--") {
        return text;
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(open) = rest.find("<!--") {
        kept.push_str(&rest[..open]);
        let Some(length) = rest[open + 4..].find("-->") else {
            let line = kept.matches('\n').count() + 1;
            damage.open_comment = Some(u32::try_from(line).unwrap_or(u32::MAX));
            rest = &rest[open..];
            break;
        };
        kept.push(GONE);
        for _ in rest[open + 4..open + 4 + length].matches('\n') {
            kept.push('\n');
            kept.push(GONE);
        }
        rest = &rest[open + 4 + length + 3..];
    }
    kept.push_str(rest);
    kept
}

/// Masks what stands inside elements whose content is not wikitext; the tags stay, except nowiki.
fn mask_verbatim(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    let mut unclosed: Vec<&'static str> = Vec::new();
    while let Some(found) = lower[at..].find('<') {
        let open = at + found;
        masked.push_str(&text[at..open]);
        at = open;
        let Some((element, inner, end)) = verbatim_at(&lower, open, &mut unclosed) else {
            masked.push('<');
            at += 1;
            continue;
        };
        let close = inner + end;
        let is_nowiki = element == "nowiki";
        if !is_nowiki {
            masked.push_str(&text[open..inner]);
        }
        masked.extend(text[inner..close].chars().map(mask_character));
        let after = lower[close..]
            .find('>')
            .map_or(text.len(), |it| close + it + 1);
        if !is_nowiki {
            masked.push_str(&text[close..after]);
        }
        at = after;
    }
    masked.push_str(&text[at..]);
    masked
}

/// The element at `open`, where its content starts, and the length of its content.
fn verbatim_at(
    lower: &str,
    open: usize,
    unclosed: &mut Vec<&'static str>,
) -> Option<(&'static str, usize, usize)> {
    let after = &lower[open + 1..];
    let element = VERBATIM.iter().copied().find(|element| {
        after
            .strip_prefix(element)
            .is_some_and(|rest| rest.starts_with(['>', ' ']))
    })?;
    let tag = after
        .get(..after.len().min(400))
        .or_else(|| after.get(..element.len() + 1))?;
    let inner = open + 1 + tag.find('>')? + 1;
    if unclosed.contains(&element) || tag[..tag.find('>')?].ends_with('/') {
        return None;
    }
    let Some(length) = lower[inner..].find(&format!("</{element}")) else {
        unclosed.push(element);
        return None;
    };
    Some((element, inner, length))
}

/// Takes `[[Category:…]]` links out of the text and keeps the names.
fn take_categories(text: String, categories: &mut Vec<String>) -> String {
    if !text.contains("[[") {
        return text;
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(open) = rest.find("[[") {
        let inner = &rest[open + 2..];
        let close = inner
            .bytes()
            .take(400)
            .position(|byte| matches!(byte, b']' | b'\n' | b'['));
        let name = close
            .filter(|close| inner[*close..].starts_with("]]"))
            .and_then(|close| Some((close, category_name(&inner[..close])?)));
        if let Some((close, name)) = name {
            kept.push_str(&rest[..open]);
            if !categories.contains(&name) && categories.len() < 256 {
                categories.push(name);
            }
            rest = &inner[close + 2..];
        } else {
            kept.push_str(&rest[..open + 2]);
            rest = inner;
        }
    }
    kept.push_str(rest);
    kept
}

fn category_name(link: &str) -> Option<String> {
    let (namespace, name) = link.split_once(':')?;
    let known = [
        "category",
        "kategorie",
        "catégorie",
        "categoría",
        "categoria",
        "категория",
    ];
    if !known.contains(&namespace.trim().to_lowercase().as_str()) {
        return None;
    }
    let name = name.split('|').next().unwrap_or(name).replace('_', " ");
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}
