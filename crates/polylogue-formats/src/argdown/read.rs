//! Reading Argdown.

use serde_json::Map;

use super::{
    Block, DEPTH_MAX, Document, ELEMENT_BYTES_MAX, Element, LINES_MAX, Relation, Sign, Sort,
    Toward, data,
};

/// What a document was read as, and what in it was not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The document.
    pub document: Document,
    /// What was left out or read as plain text, in order of line.
    pub faults: Vec<Fault>,
}

/// Something in a document that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, as a sentence without a full stop.
    pub what: &'static str,
}

/// Reads a document; whatever cannot be read is named with its line.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut state = State::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (front, lines) = front_matter(text);
    state.reading.document.front = front;
    let mut joined: Option<(usize, String)> = None;
    let mut in_comment = false;
    for (at, line) in lines {
        if at > LINES_MAX {
            state.fault(
                at,
                "the rest is left out: there are more lines than are read",
            );
            break;
        }
        let line = uncommented(line, &mut in_comment);
        let is_blank = line.trim().is_empty();
        let begins = !is_blank && begins_element(&line, joined.is_none());
        if (is_blank || begins)
            && let Some((at, whole)) = joined.take()
        {
            state.take(at, &whole);
        }
        if is_blank {
            continue;
        }
        match &mut joined {
            Some((_, whole)) if whole.len() + line.len() < ELEMENT_BYTES_MAX => {
                whole.push(' ');
                whole.push_str(line.trim());
            }
            Some((at, _)) => {
                let at = *at;
                state.fault(at, "it is cut: an element is no longer than 64 KiB");
            }
            None => joined = Some((at, line.trim_end().to_owned())),
        }
    }
    if let Some((at, whole)) = joined {
        state.take(at, &whole);
    }
    if in_comment {
        state.fault(text.lines().count(), "a comment is never closed");
    }
    state.close(0);
    state.reading
}

/// The lines between `===` at the beginning, and all others with their numbers.
fn front_matter(text: &str) -> (Vec<String>, Vec<(usize, &str)>) {
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    let is_rule = |line: &str| line.len() >= 3 && line.bytes().all(|it| it == b'=');
    let first = lines.iter().position(|(_, it)| !it.trim().is_empty());
    let Some(first) = first.filter(|it| is_rule(lines[*it].1.trim_end())) else {
        return (Vec::new(), lines);
    };
    let behind = &lines[first + 1..];
    match behind.iter().position(|(_, it)| is_rule(it.trim_end())) {
        Some(end) => {
            let front = behind[..end].iter().map(|(_, it)| (*it).to_owned());
            (front.collect(), behind[end + 1..].to_vec())
        }
        None => (Vec::new(), lines),
    }
}

/// A line without its comments.
fn uncommented(line: &str, in_comment: &mut bool) -> String {
    let mut kept = String::new();
    let mut rest = line;
    let mut is_quoted = false;
    while let Some(character) = rest.chars().next() {
        if *in_comment {
            let ends = ["*/", "-->"]
                .iter()
                .find_map(|it| Some((rest.find(it)?, it.len())));
            let Some((at, length)) = ends else {
                return kept;
            };
            rest = &rest[at + length..];
            *in_comment = false;
            continue;
        }
        if character == '\\' {
            let two: usize = rest.chars().take(2).map(char::len_utf8).sum();
            kept.push_str(&rest[..two]);
            rest = &rest[two..];
            continue;
        }
        if character == '"' {
            is_quoted = !is_quoted;
        }
        if !is_quoted {
            let before_is_colon = kept.ends_with(':');
            if rest.starts_with("//") && !before_is_colon {
                return kept;
            }
            if rest.starts_with("/*") || rest.starts_with("<!--") {
                *in_comment = true;
                rest = &rest[2..];
                continue;
            }
        }
        kept.push(character);
        rest = &rest[character.len_utf8()..];
    }
    kept
}

/// Whether a line begins an element of its own; `is_first`: nothing is being read before it.
fn begins_element(line: &str, is_first: bool) -> bool {
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    is_first
        || (indent > 0 && sign_of(trimmed).is_some())
        || (indent == 0 && (trimmed.starts_with(['[', '<', '@']) || heading(trimmed).is_some()))
}

/// A relation's sign, its direction, and what stands behind it.
fn sign_of(text: &str) -> Option<(Sign, Toward, &str)> {
    const SIGNS: [(&str, Sign, Toward); 10] = [
        ("><", Sign::Contradiction, Toward::Parent),
        ("<+", Sign::Support, Toward::Parent),
        ("<-", Sign::Attack, Toward::Parent),
        ("<_", Sign::Undercut, Toward::Parent),
        ("+>", Sign::Support, Toward::Child),
        ("->", Sign::Attack, Toward::Child),
        ("_>", Sign::Undercut, Toward::Child),
        ("+", Sign::Support, Toward::Parent),
        ("-", Sign::Attack, Toward::Parent),
        ("_", Sign::Undercut, Toward::Parent),
    ];
    SIGNS.into_iter().find_map(|(text_of, sign, toward)| {
        let rest = text.strip_prefix(text_of)?;
        let rest = rest.strip_prefix([' ', '\t'])?;
        Some((sign, toward, rest.trim_start()))
    })
}

fn heading(text: &str) -> Option<(u8, &str)> {
    let level = text.bytes().take_while(|it| *it == b'#').count();
    let rest = text[level..].strip_prefix(' ')?;
    let level = u8::try_from(level).ok().filter(|it| (1..=6).contains(it))?;
    Some((level, rest.trim()))
}

/// An element that is still open for what stands below it: its indent, how it hangs on the one
/// above, and itself.
struct Open {
    indent: usize,
    bears: Option<(Sign, Toward)>,
    element: Element,
}

#[derive(Default)]
struct State {
    reading: Reading,
    open: Vec<Open>,
}

impl State {
    fn fault(&mut self, line: usize, what: &'static str) {
        self.reading.faults.push(Fault { line, what });
    }

    fn take(&mut self, line: usize, text: &str) {
        let trimmed = text.trim_start();
        let indent = text.len() - trimmed.len();
        if indent == 0 {
            self.close(0);
            if let Some((level, words)) = heading(trimmed) {
                let (words, data) = self.split_data(line, words);
                self.reading.document.blocks.push(Block::Heading {
                    level,
                    words: unescaped(&words),
                    data,
                });
                return;
            }
        }
        let signed = (indent > 0).then(|| sign_of(trimmed)).flatten();
        let (bears, rest) = match signed {
            Some((sign, toward, rest)) => (Some((sign, toward)), rest),
            None => (None, trimmed),
        };
        self.close_to(indent);
        if indent > 0 && self.open.is_empty() {
            self.fault(line, "it is indented, and nothing stands above it");
        }
        if self.open.len() >= DEPTH_MAX {
            self.fault(line, "it is left out: relations stand too deep");
            return;
        }
        let bears = bears.filter(|_| !self.open.is_empty());
        if bears.is_none() && !self.open.is_empty() {
            self.fault(
                line,
                "it is indented without a sign; it is read as an element of its own",
            );
            self.close(0);
        }
        let element = self.element(line, rest);
        self.open.push(Open {
            indent,
            bears,
            element,
        });
    }

    /// Closes what a line so far in does not stand below.
    fn close_to(&mut self, indent: usize) {
        let below = self.open.iter().take_while(|it| it.indent < indent).count();
        self.close(below);
    }

    /// Closes all but so many.
    fn close(&mut self, keep: usize) {
        while self.open.len() > keep {
            let Some(closed) = self.open.pop() else {
                return;
            };
            match (self.open.last_mut(), closed.bears) {
                (Some(parent), Some((sign, toward))) => parent.element.relations.push(Relation {
                    sign,
                    toward,
                    child: closed.element,
                }),
                _ => {
                    let blocks = &mut self.reading.document.blocks;
                    blocks.push(Block::Element(closed.element));
                }
            }
        }
    }

    fn element(&mut self, line: usize, text: &str) -> Element {
        let (text, data) = self.split_data(line, text);
        let (text, tags) = split_tags(&text);
        let mut element = Element {
            tags,
            data,
            line,
            ..Element::default()
        };
        let named = text.strip_prefix('@').unwrap_or(&text);
        let ends = [('[', ']', Sort::Statement), ('<', '>', Sort::Argument)];
        let titled = ends.into_iter().find_map(|(open, close, sort)| {
            let (title, rest) = named.strip_prefix(open)?.split_once(close)?;
            let rest = rest.trim_start();
            let words = match rest.strip_prefix(':') {
                Some(words) => words.trim(),
                None if rest.is_empty() => "",
                None => return None,
            };
            Some((sort, title.trim().to_owned(), words))
        });
        match titled {
            Some((sort, title, words)) => {
                element.sort = sort;
                element.title = title;
                element.text = unescaped(words);
            }
            None => {
                if named.starts_with(['[', '<']) {
                    self.fault(line, "its title is not closed; it is read as text");
                }
                element.text = unescaped(text.trim());
            }
        }
        element
    }

    /// Words and the data behind them.
    fn split_data(&mut self, line: usize, text: &str) -> (String, Map<String, serde_json::Value>) {
        let Some(begin) = first_unescaped(text, '{') else {
            return (text.trim().to_owned(), Map::new());
        };
        let whole = data::end(&text[begin..]).map(|end| begin + end);
        let read = whole.and_then(|end| Some((data::read(&text[begin..end])?, end)));
        match read {
            Some((data, end)) => {
                let words = format!("{} {}", text[..begin].trim(), text[end..].trim());
                (words.trim().to_owned(), data)
            }
            None => {
                self.fault(
                    line,
                    "what stands in its braces is no data; it is read as text",
                );
                (text.trim().to_owned(), Map::new())
            }
        }
    }
}

/// Where a character stands that no backslash is before.
fn first_unescaped(text: &str, sought: char) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            it if it == sought => return Some(at),
            _ => {}
        }
    }
    None
}

/// Words, and the tags among them.
fn split_tags(text: &str) -> (String, Vec<String>) {
    let mut tags = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = first_unescaped(rest, '#') {
        let behind = &rest[at + 1..];
        let (tag, after) = match behind.strip_prefix('(') {
            Some(inner) => match inner.split_once(')') {
                Some((tag, after)) => (tag.trim(), after),
                None => break,
            },
            None => {
                let is_end = |it: char| !(it.is_alphanumeric() || it == '-' || it == '_');
                let end = behind.find(is_end).unwrap_or(behind.len());
                (&behind[..end], &behind[end..])
            }
        };
        words.push_str(&rest[..at]);
        if tag.is_empty() {
            words.push('#');
        } else {
            tags.push(tag.to_owned());
        }
        rest = after;
    }
    words.push_str(rest);
    (words.trim().to_owned(), tags)
}

/// Words without the backslashes before signs.
fn unescaped(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => words.extend(characters.next()),
            it => words.push(it),
        }
    }
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}
