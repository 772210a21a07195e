//! Turns one paragraph of wikitext into Markdown and into the plain words a reader would see.
//!
//! Every step is linear in the length of the paragraph: brackets are matched once with a stack,
//! and a search for a closing mark remembers what it found.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::text::unmask;
use super::{ImportedLink, LinkTarget, wiki_target};

/// A link label or template longer than this, in bytes, is kept as plain text.
const BRACKET_BYTES_MAX: usize = 4_000;
/// An address longer than this, in bytes, is kept as plain text.
const ADDRESS_BYTES_MAX: usize = 2_048;
/// The schemes of external links; anything else stays text.
const SCHEMES: &[&str] = &["https://", "http://", "ftp://", "mailto:", "//"];

/// Finds the page a link means, given the words of the link.
pub(crate) type Resolve<'a> = &'a dyn Fn(&str) -> String;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Style {
    bold: bool,
    italic: bool,
}

impl Style {
    fn is_plain(self) -> bool {
        !self.bold && !self.italic
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// Words as they are read, unescaped.
    Text(String),
    /// Words to be shown as code.
    Code(String),
    /// Markdown that is already complete, with the words a reader sees.
    Made { markdown: String, plain: String },
    /// A forced line break.
    Break,
}

/// What one paragraph became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Inline {
    pub(crate) markdown: String,
    /// The words in order; white space is not yet collapsed.
    pub(crate) plain: String,
    /// Byte ranges of `plain` that stand in bold or italics.
    pub(crate) marked: Vec<std::ops::Range<usize>>,
    pub(crate) links: Vec<ImportedLink>,
    /// The wikitext of each `<ref>` without a number given yet, in order.
    pub(crate) footnotes: Vec<Footnote>,
}

/// One use of a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Footnote {
    pub(crate) number: u32,
    pub(crate) text: String,
}

/// Numbers footnotes through one turn and remembers the named ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FootnoteNumbers {
    last: u32,
    named: BTreeMap<String, u32>,
}

impl FootnoteNumbers {
    /// The named footnotes with their numbers.
    pub(crate) fn named(&self) -> Vec<(u32, String)> {
        self.named
            .iter()
            .map(|(name, number)| (*number, name.clone()))
            .collect()
    }
}

/// Reads one paragraph.
pub(crate) fn read(
    text: &str,
    line: u32,
    resolve: Resolve<'_>,
    numbers: &mut FootnoteNumbers,
) -> Inline {
    let mut reader = Reader {
        text,
        line,
        resolve,
        numbers,
        closers: match_brackets(text),
        quotes: quote_runs(text),
        searches: BTreeMap::new(),
        style: Style::default(),
        pieces: Vec::new(),
        pending: String::new(),
        is_after_note: false,
        out: Inline::default(),
    };
    reader.run();
    let Reader {
        pieces, mut out, ..
    } = reader;
    emit(&pieces, &mut out);
    out
}

struct Reader<'a, 'n> {
    text: &'a str,
    line: u32,
    resolve: Resolve<'a>,
    numbers: &'n mut FootnoteNumbers,
    closers: BTreeMap<usize, usize>,
    /// For each run of apostrophes: where it starts → its length and what it means.
    quotes: BTreeMap<usize, (usize, QuoteRun)>,
    searches: BTreeMap<&'static str, Option<usize>>,
    style: Style,
    pieces: Vec<(Piece, Style)>,
    pending: String,
    /// Whether the last thing read is a footnote.
    is_after_note: bool,
    out: Inline,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct QuoteRun {
    literal: usize,
    bold: bool,
    italic: bool,
}

impl Reader<'_, '_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let rest = &self.text[at..];
            let step = match rest.as_bytes()[0] {
                b'\'' => self.quote(at),
                b'[' if rest.starts_with("[[") => self.wiki_link(at),
                b'[' => self.external_link(at),
                b'{' if rest.starts_with("{{") => self.template(at),
                b'<' => self.tag(at),
                b'&' => self.entity(at),
                b'h' | b'f' | b'm' => self.bare_address(at),
                b'_' => magic_word(rest),
                _ => None,
            };
            if let Some(length) = step {
                at += length;
            } else {
                let character = rest.chars().next().unwrap_or(' ');
                self.pending.push(character);
                at += character.len_utf8();
            }
        }
        self.flush();
    }

    fn flush(&mut self) {
        if !self.pending.is_empty() {
            let text = unmask(&std::mem::take(&mut self.pending));
            if text.is_empty() {
                return;
            }
            // After a footnote these would make it a link or the footnote's own text.
            let piece = if self.is_after_note && text.starts_with(['(', ':']) {
                let markdown = format!("\\{}", escape(&text));
                Piece::Made {
                    markdown,
                    plain: text,
                }
            } else {
                Piece::Text(text)
            };
            self.pieces.push((piece, self.style));
            self.is_after_note = false;
        }
    }

    fn made(&mut self, markdown: String, plain: String) {
        self.flush();
        self.pieces
            .push((Piece::Made { markdown, plain }, self.style));
    }

    /// Two spans of code without a word between would be read as one with a longer fence.
    fn code_words(&mut self, words: String) {
        self.flush();
        match self.pieces.last_mut() {
            Some((Piece::Code(before), _)) => before.push_str(&words),
            _ => self.pieces.push((Piece::Code(words), self.style)),
        }
    }

    fn quote(&mut self, at: usize) -> Option<usize> {
        let (length, run) = *self.quotes.get(&at)?;
        for _ in 0..run.literal {
            self.pending.push('\'');
        }
        self.flush();
        self.style.bold ^= run.bold;
        self.style.italic ^= run.italic;
        Some(length)
    }

    fn wiki_link(&mut self, at: usize) -> Option<usize> {
        let close = *self.closers.get(&at)?;
        let inner = &self.text[at + 2..close];
        if inner.len() > BRACKET_BYTES_MAX || inner.trim().is_empty() {
            return None;
        }
        let (target, label) = match inner.split_once('|') {
            Some((target, label)) if is_file(target) => {
                (target, label.rsplit('|').next().unwrap_or(label))
            }
            Some((target, "")) => (target, pipe_trick(target)),
            Some((target, label)) => (target, label),
            None => (inner, inner.strip_prefix(':').unwrap_or(inner)),
        };
        let written = unmask(target.trim().trim_start_matches(':'));
        let label = unmask(&super::names::plain_line(label));
        let (page, section) = match written.split_once('#') {
            Some((page, section)) => (page, Some(section)),
            None => (written.as_str(), None),
        };
        let title = (self.resolve)(page);
        let address = wiki_target(&title, section);
        self.made(format!("[{}]({address})", escape(&label)), label.clone());
        let target = LinkTarget::Page {
            title,
            written: written.clone(),
        };
        self.out.links.push(ImportedLink {
            target,
            label,
            line: self.line,
        });
        Some(close + 2 - at)
    }

    fn external_link(&mut self, at: usize) -> Option<usize> {
        let inner = &self.text[at + 1..];
        SCHEMES
            .iter()
            .find(|scheme| starts_with_scheme(inner, scheme))?;
        let close = self.find("]", at)?;
        let inner = &self.text[at + 1..close];
        if inner.len() > BRACKET_BYTES_MAX {
            return None;
        }
        let end = inner.find([' ', '|']).unwrap_or(inner.len());
        let (address, label) = (&inner[..end], inner[end..].trim());
        if address.len() > ADDRESS_BYTES_MAX || address.len() < 8 {
            return None;
        }
        let address = clean_address(address);
        let label = unmask(&super::names::plain_line(label));
        if label.is_empty() {
            self.made(auto_link(&address), address.clone());
        } else {
            let markdown = format!("[{}](<{}>)", escape(&label), escape_entities(&address));
            self.made(markdown, label.clone());
        }
        let target = LinkTarget::External { address };
        self.out.links.push(ImportedLink {
            target,
            label,
            line: self.line,
        });
        Some(close + 1 - at)
    }

    fn bare_address(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        SCHEMES[..4]
            .iter()
            .find(|scheme| starts_with_scheme(rest, scheme))?;
        let before = self.text[..at].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let stop = |it: char| {
            it.is_whitespace() || matches!(it, '[' | ']' | '<' | '>' | '"' | '|' | '{' | '}')
        };
        let window = rest.char_indices().take(ADDRESS_BYTES_MAX);
        let end = window.clone().find(|(_, it)| stop(*it)).map(|(end, _)| end);
        let end = end.or_else(|| window.last().map(|(last, it)| last + it.len_utf8()))?;
        let address = rest[..end].split("''").next().unwrap_or_default();
        let mut address = address.trim_end_matches([',', ';', '.', ':', '!', '?', '\'']);
        if !address.contains('(') {
            address = address.trim_end_matches(')');
        }
        if address.len() < 11 {
            return None;
        }
        let length = address.len();
        let address = clean_address(address);
        self.made(auto_link(&address), address.clone());
        let label = String::new();
        let target = LinkTarget::External { address };
        self.out.links.push(ImportedLink {
            target,
            label,
            line: self.line,
        });
        Some(length)
    }

    fn template(&mut self, at: usize) -> Option<usize> {
        let close = *self.closers.get(&at)?;
        let whole = &self.text[at..close + 2];
        if whole.len() > BRACKET_BYTES_MAX {
            return None;
        }
        let whole = one_line(&unmask(whole));
        self.code_words(whole);
        Some(close + 2 - at)
    }

    fn tag(&mut self, at: usize) -> Option<usize> {
        let window = self.text[at..].bytes().take(400);
        let length = window.clone().position(|byte| byte == b'>')? + 1;
        let tag = &self.text[at..at + length];
        let is_end = tag.starts_with("</");
        let name_from = if is_end { 2 } else { 1 };
        let name: String = tag[name_from..]
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|it| it.to_ascii_lowercase())
            .collect();
        match name.as_str() {
            "ref" if !is_end => return self.footnote(at, tag),
            "br" => {
                self.flush();
                self.pieces.push((Piece::Break, Style::default()));
            }
            "i" | "em" | "cite" | "var" => self.set_style(|style| style.italic = !is_end),
            "b" | "strong" => self.set_style(|style| style.bold = !is_end),
            "code" | "tt" | "kbd" | "samp" | "math" if !is_end => {
                return self.code(at, &name, length);
            }
            "p" | "div" | "center" | "blockquote" | "poem" | "td" | "tr" | "li" | "ul" | "ol" => {
                self.pending.push(' ');
            }
            "u" | "s" | "del" | "ins" | "small" | "big" | "span" | "font" | "sup" | "sub" | "q"
            | "abbr" | "references" | "nobr" | "noinclude" | "includeonly" | "onlyinclude"
            | "section" | "pre" | "syntaxhighlight" | "source" | "score" | "strike" | "mark"
            | "code" | "tt" | "kbd" | "samp" | "math" | "gallery" | "ref" => {}
            _ => return None,
        }
        Some(length)
    }

    fn set_style(&mut self, change: impl FnOnce(&mut Style)) {
        self.flush();
        change(&mut self.style);
    }

    fn code(&mut self, at: usize, name: &str, open: usize) -> Option<usize> {
        let needle = match name {
            "code" => "</code",
            "tt" => "</tt",
            "kbd" => "</kbd",
            "samp" => "</samp",
            _ => "</math",
        };
        let close = self.find(needle, at)?;
        let inner = one_line(&unmask(&super::names::plain_line(
            &self.text[at + open..close],
        )));
        if !inner.is_empty() {
            self.code_words(inner);
        }
        let end = self.text[close..]
            .find('>')
            .map_or(self.text.len(), |it| close + it + 1);
        Some(end - at)
    }

    fn footnote(&mut self, at: usize, tag: &str) -> Option<usize> {
        let name = reference_name(tag);
        let known = name
            .as_ref()
            .and_then(|name| self.numbers.named.get(name).copied());
        let (text, length) = if tag.ends_with("/>") {
            (None, tag.len())
        } else {
            let close = self.find("</ref", at)?;
            let end = self.text[close..]
                .find('>')
                .map_or(self.text.len(), |it| close + it + 1);
            (Some(self.text[at + tag.len()..close].to_owned()), end - at)
        };
        let is_empty = text.as_ref().is_none_or(|text| text.trim().is_empty());
        if is_empty && name.is_none() {
            return Some(length);
        }
        let number = known.unwrap_or(self.numbers.last + 1);
        if known.is_none() {
            self.numbers.last = number;
            if let Some(name) = name {
                self.numbers.named.insert(name, number);
            }
        }
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.out.footnotes.push(Footnote { number, text });
        }
        self.made(format!("[^{number}]"), String::new());
        self.is_after_note = true;
        Some(length)
    }

    fn entity(&mut self, at: usize) -> Option<usize> {
        let (character, length) = entity(&self.text[at..])?;
        self.pending.push(character);
        Some(length)
    }

    /// The next place of a needle at or after `at`; each needle is searched once per stretch.
    fn find(&mut self, needle: &'static str, at: usize) -> Option<usize> {
        match self.searches.get(needle) {
            Some(None) => return None,
            Some(Some(found)) if *found >= at => return Some(*found),
            _ => {}
        }
        let found = self.text[at..].find(needle).map(|found| at + found);
        self.searches.insert(needle, found);
        found
    }
}

fn starts_with_scheme(text: &str, scheme: &str) -> bool {
    text.get(..scheme.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

fn is_file(target: &str) -> bool {
    let namespace = target
        .split(':')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    let known = [
        "file", "image", "datei", "bild", "fichier", "archivo", "ficheiro", "media",
    ];
    target.contains(':') && known.contains(&namespace.as_str())
}

/// `[[Help:Water (city)|]]` shows "Water".
fn pipe_trick(target: &str) -> &str {
    let name = target.split_once(':').map_or(target, |(_, name)| name);
    name.split(" (").next().unwrap_or(name).trim()
}

fn magic_word(rest: &str) -> Option<usize> {
    let word = rest.strip_prefix("__")?;
    let length = word
        .bytes()
        .take(24)
        .take_while(u8::is_ascii_uppercase)
        .count();
    (length >= 3 && word[length..].starts_with("__")).then_some(length + 4)
}

fn reference_name(tag: &str) -> Option<String> {
    let at = tag.to_ascii_lowercase().find("name")?;
    let value = tag[at + 4..].trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split([' ', '/', '>']).next()?,
    };
    (!value.is_empty()).then(|| value.to_owned())
}

fn match_brackets(text: &str) -> BTreeMap<usize, usize> {
    let mut closers = BTreeMap::new();
    let mut links = Vec::new();
    let mut templates = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at + 1 < bytes.len() {
        let (stack, opens) = match (bytes[at], bytes[at + 1]) {
            (b'[', b'[') => (&mut links, true),
            (b']', b']') => (&mut links, false),
            (b'{', b'{') => (&mut templates, true),
            (b'}', b'}') => (&mut templates, false),
            _ => {
                at += 1;
                continue;
            }
        };
        if opens {
            stack.push(at);
        } else if let Some(open) = stack.pop() {
            closers.insert(open, at);
        }
        at += 2;
    }
    closers
}

/// Reads runs of apostrophes as MediaWiki does, with its rule for unbalanced ones.
fn quote_runs(text: &str) -> BTreeMap<usize, (usize, QuoteRun)> {
    let mut runs = BTreeMap::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = text[at..].find("''") {
        let start = at + found;
        let length = bytes[start..]
            .iter()
            .take_while(|byte| **byte == b'\'')
            .count();
        let (literal, bold, italic) = match length {
            2 => (0, false, true),
            3 => (0, true, false),
            4 => (1, true, false),
            _ => (length - 5, true, true),
        };
        runs.insert(
            start,
            (
                length,
                QuoteRun {
                    literal,
                    bold,
                    italic,
                },
            ),
        );
        at = start + length;
    }
    let bolds = runs.values().filter(|(_, run)| run.bold).count();
    let italics = runs.values().filter(|(_, run)| run.italic).count();
    if bolds % 2 == 1 && italics % 2 == 1 {
        let is_three = |run: &(usize, QuoteRun)| run.1.bold && !run.1.italic;
        let after_letter = |start: usize| {
            let mut before = text[..start].chars().rev();
            before.next().is_some_and(char::is_alphabetic)
                && before.next().is_none_or(char::is_whitespace)
        };
        let chosen = runs
            .iter()
            .find(|(start, run)| is_three(run) && after_letter(**start))
            .or_else(|| runs.iter().find(|(_, run)| is_three(run)))
            .map(|(start, _)| *start);
        if let Some((_, run)) = chosen.and_then(|start| runs.get_mut(&start)) {
            *run = QuoteRun {
                literal: run.literal + 1,
                bold: false,
                italic: true,
            };
        }
    }
    runs
}

fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let character = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|it| !it.is_control())?
    } else {
        named_entity(name)?
    };
    Some((character, end + 1))
}

fn named_entity(name: &str) -> Option<char> {
    const NAMED: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{A0}'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("bull", '•'),
        ("middot", '·'),
        ("deg", '°'),
        ("copy", '©'),
        ("reg", '®'),
        ("trade", '™'),
        ("sect", '§'),
        ("times", '×'),
        ("euro", '€'),
        ("pound", '£'),
        ("agrave", 'à'),
        ("aacute", 'á'),
        ("acirc", 'â'),
        ("atilde", 'ã'),
        ("auml", 'ä'),
        ("aring", 'å'),
        ("aelig", 'æ'),
        ("ccedil", 'ç'),
        ("egrave", 'è'),
        ("eacute", 'é'),
        ("ecirc", 'ê'),
        ("euml", 'ë'),
        ("iacute", 'í'),
        ("icirc", 'î'),
        ("iuml", 'ï'),
        ("ntilde", 'ñ'),
        ("oacute", 'ó'),
        ("ocirc", 'ô'),
        ("otilde", 'õ'),
        ("ouml", 'ö'),
        ("oslash", 'ø'),
        ("uacute", 'ú'),
        ("ucirc", 'û'),
        ("uuml", 'ü'),
        ("szlig", 'ß'),
        ("Eacute", 'É'),
        ("Auml", 'Ä'),
        ("Ouml", 'Ö'),
        ("Uuml", 'Ü'),
        ("rarr", '→'),
        ("larr", '←'),
        ("minus", '−'),
        ("shy", '\u{AD}'),
        ("thinsp", '\u{2009}'),
    ];
    NAMED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, character)| *character)
}

/// Escapes words so that Markdown shows exactly them.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        let special = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|' => true,
            '!' => next.is_none_or(|it| it == '['),
            '&' => next.is_some_and(|it| it.is_ascii_alphanumeric() || it == '#'),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(if character.is_whitespace() {
            ' '
        } else {
            character
        });
    }
    escaped
}

/// Escapes what would start a block at the head of each line of a paragraph.
pub(crate) fn escape_line_starts(markdown: &str) -> String {
    let mut escaped = String::with_capacity(markdown.len() + 4);
    for (index, line) in markdown.split('\n').enumerate() {
        if index > 0 {
            escaped.push('\n');
        }
        let line = line.trim_start();
        let digits = line.len()
            - line
                .trim_start_matches(|it: char| it.is_ascii_digit())
                .len();
        let ordered = (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']);
        if ordered {
            let _ = write!(escaped, "{}\\{}", &line[..digits], &line[digits..]);
        } else {
            if line.starts_with(['#', '>', '+', '-', '=', ':']) {
                escaped.push('\\');
            }
            escaped.push_str(line);
        }
    }
    escaped
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words that Markdown shows as they are; they must be one line.
fn code_span(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

pub(crate) fn longest_run(text: &str, wanted: char) -> usize {
    let mut longest = 0;
    let mut current = 0;
    for character in text.chars() {
        current = if character == wanted { current + 1 } else { 0 };
        longest = longest.max(current);
    }
    longest
}

/// Writes a clean address as a link that shows it.
fn auto_link(address: &str) -> String {
    if address.starts_with("//") {
        format!("[{}](<{}>)", escape(address), escape_entities(address))
    } else {
        format!("<{}>", escape_entities(address))
    }
}

/// An address without what would end it in Markdown; `&amp;` in it is undone.
fn clean_address(address: &str) -> String {
    let mut clean = String::with_capacity(address.len());
    for character in unmask(address).replace("&amp;", "&").chars() {
        match character {
            '<' => clean.push_str("%3C"),
            '>' => clean.push_str("%3E"),
            '\\' => clean.push_str("%5C"),
            '`' => clean.push_str("%60"),
            it if it.is_whitespace() => clean.push_str("%20"),
            it => clean.push(it),
        }
    }
    clean
}

/// Keeps what looks like an entity from being read as one.
fn escape_entities(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for (at, character) in address.char_indices() {
        escaped.push(character);
        let name = address[at + character.len_utf8()..]
            .split(';')
            .next()
            .unwrap_or_default();
        let is_name = name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        if character == '&' && !name.is_empty() && name.len() < 40 && is_name {
            escaped.push_str("amp;");
        }
    }
    escaped
}

/// Writes the pieces: bold and italic marks only where Markdown will read them as such.
fn emit(pieces: &[(Piece, Style)], out: &mut Inline) {
    let mut at = 0;
    while at < pieces.len() {
        if pieces[at].1.is_plain() {
            let markdown = plain_markdown(&pieces[at].0, &mut out.plain);
            out.markdown.push_str(&markdown);
            at += 1;
            continue;
        }
        let end = (at..pieces.len())
            .find(|index| pieces[*index].1.is_plain())
            .unwrap_or(pieces.len());
        let from = out.plain.len();
        let mut parts: Vec<(String, Style)> = Vec::new();
        for (piece, style) in &pieces[at..end] {
            let markdown = plain_markdown(piece, &mut out.plain);
            match parts.last_mut() {
                Some((inside, known)) if known == style => inside.push_str(&markdown),
                _ => parts.push((markdown, *style)),
            }
        }
        let after = pieces
            .get(end)
            .and_then(|(piece, _)| first_character(piece));
        let around = Around {
            before: out.markdown.chars().next_back(),
            after,
        };
        out.markdown.push_str(&styled(&parts, around));
        out.marked.push(from..out.plain.len());
        at = end;
    }
}

/// The characters on both sides of styled words.
#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

/// Writes words of several styles: one mark round them all where they share it, and marks within.
fn styled(parts: &[(String, Style)], around: Around) -> String {
    let all: String = parts.iter().map(|(inside, _)| inside.as_str()).collect();
    let core = all.trim();
    let shared = Style {
        bold: parts.iter().all(|(_, style)| style.bold),
        italic: parts.iter().all(|(_, style)| style.italic),
    };
    // Marks that meet at an end of the words run together and can be read in two ways.
    let mut filled = parts.iter().filter(|(inside, _)| !inside.trim().is_empty());
    let ends = [filled.next(), filled.next_back()];
    let meets = ends.iter().flatten().any(|(_, style)| *style != shared);
    let is_readable = !meets && opens(around.before, core) && closes(core, around.after);
    let outer = if is_readable { mark(shared) } else { "" };
    let mut written = String::with_capacity(all.len() + 12);
    for (index, (inside, style)) in parts.iter().enumerate() {
        let own = match outer {
            "" => *style,
            _ => Style {
                bold: style.bold && !shared.bold,
                italic: style.italic && !shared.italic,
            },
        };
        let next = parts
            .get(index + 1)
            .and_then(|(inside, _)| inside.chars().next());
        let around = Around {
            before: written.chars().next_back().or(around.before),
            after: next.or(around.after),
        };
        push_marked(&mut written, inside, mark(own), around);
    }
    if outer.is_empty() {
        return written;
    }
    let core = written.trim();
    let lead = written.len() - written.trim_start().len();
    let trail = &written[lead + core.len()..];
    format!("{}{outer}{core}{outer}{trail}", &written[..lead])
}

fn mark(style: Style) -> &'static str {
    match (style.bold, style.italic) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    }
}

/// Appends marked words, white space outside the marks; drops marks that could not be read.
fn push_marked(written: &mut String, inside: &str, mark: &str, around: Around) {
    let core = inside.trim();
    let lead = inside.len() - inside.trim_start().len();
    let (lead, trail) = (&inside[..lead], &inside[lead + core.len()..]);
    let before = lead.chars().next_back().or(around.before);
    let after = trail.chars().next().or(around.after);
    let mark = if opens(before, core) && closes(core, after) {
        mark
    } else {
        ""
    };
    for piece in [lead, mark, core, mark, trail] {
        written.push_str(piece);
    }
}

fn is_punctuation(character: char) -> bool {
    !character.is_alphanumeric() && !character.is_whitespace()
}

/// Whether a mark before `core` is left-flanking in Markdown's sense.
fn opens(before: Option<char>, core: &str) -> bool {
    let Some(first) = core.chars().next() else {
        return false;
    };
    before.is_none_or(|it| it.is_whitespace() || (is_punctuation(it) && it != '*' && it != '\\'))
        || (!is_punctuation(first) && before != Some('*') && before != Some('\\'))
}

/// Whether a mark after `core` is right-flanking in Markdown's sense.
fn closes(core: &str, after: Option<char>) -> bool {
    let Some(last) = core.chars().next_back().filter(|it| *it != '\\') else {
        return false;
    };
    after.is_none_or(|it| it.is_whitespace() || (is_punctuation(it) && it != '*'))
        || (!is_punctuation(last) && after != Some('*'))
}

fn first_character(piece: &Piece) -> Option<char> {
    match piece {
        Piece::Text(text) => text.chars().next(),
        Piece::Made { markdown, .. } => markdown.chars().next(),
        Piece::Code(_) => Some('`'),
        Piece::Break => Some(' '),
    }
}

fn plain_markdown(piece: &Piece, plain: &mut String) -> String {
    match piece {
        Piece::Text(text) => {
            plain.push_str(text);
            escape(text)
        }
        Piece::Made {
            markdown,
            plain: words,
        } => {
            plain.push_str(words);
            markdown.clone()
        }
        Piece::Code(words) => {
            plain.push_str(words);
            code_span(words)
        }
        Piece::Break => {
            plain.push(' ');
            "\\\n".to_owned()
        }
    }
}
