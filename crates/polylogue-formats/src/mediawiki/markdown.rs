//! Turns the lines of one turn into Markdown blocks, and keeps the plain words beside them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::inline::{self, Footnote, FootnoteNumbers, Resolve};
use super::sections::{heading, is_rule, is_table_end};
use super::text::{Line, unmask};
use super::{ImportedLink, names};

/// The deepest nesting of lists and indents that is kept; deeper ones are shown at this depth.
const DEPTH_MAX: usize = 6;
/// The most lines one template may take before it is read as text.
const TEMPLATE_LINES_MAX: usize = 100;
/// The fewest words between double quotes that may be a quotation of an earlier turn.
const QUOTED_WORDS_MIN: usize = 8;

/// A stretch of a turn's plain words that may quote an earlier turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marked {
    pub(crate) range: Range<usize>,
    pub(crate) line: u32,
}

/// What the lines of a turn became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) markdown: String,
    /// The words as a reader sees them, white space as one space, NFC.
    pub(crate) plain: String,
    /// Where each paragraph, heading, list item and raw block stands in `plain`.
    pub(crate) paragraphs: Vec<Range<usize>>,
    pub(crate) links: Vec<ImportedLink>,
    /// Footnotes of the wikitext: their number, Markdown and line.
    pub(crate) footnotes: Vec<(u32, String, u32)>,
    pub(crate) marked: Vec<Marked>,
}

/// Renders lines of wikitext.
pub(crate) fn render(lines: &[Line<'_>], resolve: Resolve<'_>) -> Rendered {
    let mut writer = Writer {
        resolve,
        out: Rendered::default(),
        paragraph: Vec::new(),
        quote_depth: 0,
        tag_quotes: 0,
        last: Last::Nothing,
        numbers: FootnoteNumbers::default(),
        pending_notes: Vec::new(),
        list_offsets: Vec::new(),
        ends: Ends::of(lines),
    };
    let mut at = 0;
    while at < lines.len() {
        at += writer.take(&lines[at..]);
    }
    writer.flush();
    writer.write_footnotes();
    let mut out = writer.out;
    out.plain.truncate(out.plain.trim_end().len());
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Item,
    Quote(usize),
    Footnote,
    Other,
}

struct Writer<'a, 'l> {
    resolve: Resolve<'a>,
    out: Rendered,
    paragraph: Vec<Line<'l>>,
    /// How deep the paragraph is indented by `:`.
    quote_depth: usize,
    /// How many `<blockquote>` are open.
    tag_quotes: usize,
    last: Last,
    numbers: FootnoteNumbers,
    pending_notes: Vec<(Footnote, u32)>,
    /// The column where the text of each open list item starts, outermost first.
    list_offsets: Vec<usize>,
    ends: Ends,
}

/// The last line that closes each kind of raw block: below it no end is looked for.
struct Ends {
    table: Option<u32>,
    preformatted: Option<u32>,
    template: Option<u32>,
}

impl Ends {
    fn of(lines: &[Line<'_>]) -> Self {
        let last = |closes: fn(&Line<'_>) -> bool| {
            lines
                .iter()
                .rev()
                .find(|line| closes(line))
                .map(|line| line.number)
        };
        Self {
            table: last(is_table_end),
            preformatted: last(closes_preformatted),
            template: last(|line| line.text.contains("}}")),
        }
    }
}

fn closes_preformatted(line: &Line<'_>) -> bool {
    let lower = line.text.to_ascii_lowercase();
    lower.contains("</pre") || lower.contains("</syntax") || lower.contains("</source")
}

impl<'l> Writer<'_, 'l> {
    /// Reads the block that starts at the first line; returns how many lines it took.
    fn take(&mut self, lines: &[Line<'l>]) -> usize {
        let line = lines[0];
        let text = line.text.trim();
        if line.is_blank() || text.is_empty() {
            self.flush();
            return 1;
        }
        if is_rule(line.text) {
            self.flush();
            self.block("---", Last::Other);
            return 1;
        }
        if let Some((level, title)) = heading(line.text) {
            self.flush();
            let inside = self.inline(title, line.number, false).replace("\\\n", " ");
            let hashes = "#".repeat(usize::from(level));
            // Number signs at the end would be read as closing the heading.
            let inside = match inside.strip_suffix('#') {
                Some(start) => format!("{start}\\#"),
                None => inside,
            };
            self.block(&format!("{hashes} {inside}"), Last::Other);
            return 1;
        }
        if let Some(count) = self.take_raw(lines) {
            return count;
        }
        if text.starts_with(['*', '#', ';']) || (text.starts_with(':') && is_list(text)) {
            self.flush();
            self.list_item(text, line.number);
            return 1;
        }
        self.text_line(line);
        1
    }

    /// Tables, preformatted text and templates over several lines stay as they are.
    fn take_raw(&mut self, lines: &[Line<'l>]) -> Option<usize> {
        let text = lines[0].text.trim_start();
        let may_end = |end: Option<u32>| end.filter(|end| *end >= lines[0].number);
        let count = if text.starts_with("{|") {
            may_end(self.ends.table)?;
            lines.iter().position(is_table_end)? + 1
        } else if starts_with_tag(text, &["pre", "syntaxhighlight", "source"]) {
            may_end(self.ends.preformatted)?;
            lines.iter().position(closes_preformatted)? + 1
        } else if text.starts_with("{{") && !text.contains("}}") {
            may_end(self.ends.template)?;
            template_lines(lines)?
        } else if lines[0].text.starts_with(' ') {
            let indented = |line: &&Line<'_>| line.text.starts_with(' ') && !line.is_blank();
            let count = lines.iter().take_while(indented).count();
            (count >= 2).then_some(count)?
        } else {
            return None;
        };
        self.flush();
        let raw: Vec<String> = lines[..count]
            .iter()
            .map(|line| without_tags(line.text))
            .collect();
        let raw = raw.join("\n");
        let raw = raw.trim_matches('\n');
        let fence = "`".repeat(inline::longest_run(raw, '`').max(2) + 1);
        self.plain(raw);
        self.block(&format!("{fence}\n{raw}\n{fence}"), Last::Other);
        Some(count)
    }

    fn list_item(&mut self, text: &str, line: u32) {
        let marks: String = text
            .chars()
            .take_while(|it| matches!(it, '*' | '#' | ':' | ';'))
            .collect();
        let body = text[marks.len()..].trim();
        let open = if self.last == Last::Item {
            self.list_offsets.len()
        } else {
            0
        };
        let depth = marks.len().min(DEPTH_MAX).min(open + 1);
        self.list_offsets.truncate(depth - 1);
        let column = self.list_offsets.last().copied().unwrap_or(0);
        let inside = self.inline(body, line, false).replace("\\\n", " ");
        if inside.is_empty() {
            return;
        }
        let inside = inline::escape_line_starts(&inside);
        let (mark, inside) = match marks.chars().last() {
            Some('#') => ("1. ", inside),
            Some(';') => ("- ", format!("**{}**", inside.replace('*', ""))),
            _ => ("- ", inside),
        };
        self.block(&format!("{}{mark}{inside}", " ".repeat(column)), Last::Item);
        self.list_offsets.push(column + mark.len());
    }

    fn text_line(&mut self, line: Line<'l>) {
        let depth = line
            .text
            .trim_start()
            .bytes()
            .take_while(|byte| *byte == b':')
            .count();
        let depth = depth.min(DEPTH_MAX);
        let text = &line.text.trim_start()[depth..];
        if depth != self.quote_depth || depth > 0 {
            self.flush();
        }
        self.quote_depth = depth;
        let lower = text.to_ascii_lowercase();
        let mut rest = text;
        if lower.trim_start().starts_with("<blockquote") {
            self.flush();
            self.quote_depth = depth;
            self.tag_quotes = (self.tag_quotes + 1).min(DEPTH_MAX);
            rest = text.split_once('>').map_or("", |(_, rest)| rest);
        }
        let closes = rest.to_ascii_lowercase().find("</blockquote");
        let inside = closes.map_or(rest, |at| &rest[..at]);
        if !inside.trim().is_empty() {
            self.paragraph.push(Line {
                number: line.number,
                text: inside,
            });
        }
        if let Some(at) = closes {
            self.flush();
            self.tag_quotes = self.tag_quotes.saturating_sub(1);
            let after = rest[at..].split_once('>').map_or("", |(_, after)| after);
            if !after.trim().is_empty() {
                self.paragraph.push(Line {
                    number: line.number,
                    text: after,
                });
            }
        }
    }

    /// Writes the paragraph that has been gathered, its hard-wrapped lines joined.
    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let depth = (std::mem::take(&mut self.quote_depth) + self.tag_quotes).min(DEPTH_MAX);
        let Some(first) = paragraph.first() else {
            return;
        };
        let mut joined = String::new();
        for line in &paragraph {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(line.text.trim());
        }
        let inside = self.inline(&joined, first.number, depth > 0);
        if inside.trim().is_empty() {
            return;
        }
        let inside = inline::escape_line_starts(inside.trim());
        if depth == 0 {
            self.block(&inside, Last::Other);
        } else {
            let prefix = "> ".repeat(depth);
            let quoted: Vec<String> = inside
                .split('\n')
                .map(|line| format!("{prefix}{line}"))
                .collect();
            self.block(&quoted.join("\n"), Last::Quote(depth));
        }
    }

    /// Renders words and records their plain form; the whole of them is marked when quoted.
    fn inline(&mut self, text: &str, line: u32, is_quoted: bool) -> String {
        let read = inline::read(text, line, self.resolve, &mut self.numbers);
        if !self.out.plain.is_empty() && !self.out.plain.ends_with(' ') {
            self.out.plain.push(' ');
        }
        let from = self.out.plain.len();
        let places = push_collapsed(&mut self.out.plain, &read.plain, &read.marked);
        let whole = from..self.out.plain.trim_end().len().max(from);
        if !whole.is_empty() {
            self.out.paragraphs.push(whole.clone());
        }
        let ranges = if is_quoted {
            vec![whole.clone()]
        } else {
            join_near(places)
        };
        let ranges: Vec<_> = if ranges.is_empty() {
            quoted_ranges(&self.out.plain, whole)
        } else {
            ranges
        };
        self.out
            .marked
            .extend(ranges.into_iter().map(|range| Marked { range, line }));
        self.out.links.extend(read.links);
        self.pending_notes
            .extend(read.footnotes.into_iter().map(|note| (note, line)));
        one_space(without_outer_breaks(&read.markdown))
    }

    fn plain(&mut self, text: &str) {
        if !self.out.plain.is_empty() && !self.out.plain.ends_with(' ') {
            self.out.plain.push(' ');
        }
        let from = self.out.plain.len();
        push_collapsed(&mut self.out.plain, text, &[]);
        let to = self.out.plain.trim_end().len();
        if to > from {
            self.out.paragraphs.push(from..to);
        }
    }

    fn block(&mut self, markdown: &str, kind: Last) {
        let between = match (self.last, kind) {
            (Last::Nothing, _) => String::new(),
            (Last::Item, Last::Item) | (Last::Footnote, Last::Footnote) => "\n".to_owned(),
            (Last::Quote(before), Last::Quote(now)) => {
                format!("\n{}\n", "> ".repeat(before.min(now)).trim_end())
            }
            _ => "\n\n".to_owned(),
        };
        self.out.markdown.push_str(&between);
        self.out.markdown.push_str(markdown);
        self.last = kind;
    }

    fn write_footnotes(&mut self) {
        let mut written = BTreeSet::new();
        for (note, line) in std::mem::take(&mut self.pending_notes) {
            if written.insert(note.number) {
                // A footnote inside a footnote can only be one that is known already.
                let read = inline::read(&note.text, line, self.resolve, &mut self.numbers);
                let markdown = one_space(read.markdown.replace("\\\n", " ").trim());
                self.out.links.extend(read.links);
                self.footnote(note.number, &markdown, line);
            }
        }
        for (number, name) in self.numbers.named() {
            if !written.contains(&number) {
                self.footnote(number, &inline::escape(&name), 0);
            }
        }
    }

    fn footnote(&mut self, number: u32, markdown: &str, line: u32) {
        let text = inline::escape_line_starts(markdown);
        self.block(&format!("[^{number}]: {text}"), Last::Footnote);
        if line > 0 {
            self.out.footnotes.push((number, markdown.to_owned(), line));
        }
    }
}

/// A forced line break at either end of a paragraph breaks nothing.
fn without_outer_breaks(markdown: &str) -> &str {
    let mut inner = markdown.trim_matches(' ');
    while let Some(shorter) = inner
        .strip_suffix("\\\n")
        .or_else(|| inner.strip_prefix("\\\n"))
    {
        inner = shorter.trim_matches(' ');
    }
    inner
}

/// White space as one space; forced line breaks stay.
fn one_space(markdown: &str) -> String {
    let mut kept = String::with_capacity(markdown.len());
    for character in markdown.chars() {
        if character != ' ' || !kept.ends_with([' ', '\n']) {
            kept.push(character);
        }
    }
    kept
}

/// A line of colons is an indent unless a list mark follows them.
fn is_list(text: &str) -> bool {
    text.trim_start_matches(':').starts_with(['*', '#', ';'])
}

fn starts_with_tag(text: &str, names: &[&str]) -> bool {
    let Some(after) = text.strip_prefix('<') else {
        return false;
    };
    let lower: String = after
        .chars()
        .take(20)
        .collect::<String>()
        .to_ascii_lowercase();
    names.iter().any(|name| {
        lower
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(['>', ' ']))
    })
}

fn without_tags(line: &str) -> String {
    let mut kept = line.to_owned();
    for name in ["pre", "syntaxhighlight", "source"] {
        for open in [format!("<{name}"), format!("</{name}")] {
            while let Some(at) = kept.to_ascii_lowercase().find(&open) {
                let end = kept[at..].find('>').map_or(kept.len(), |end| at + end + 1);
                kept.replace_range(at..end, "");
            }
        }
    }
    unmask(&kept)
}

fn template_lines(lines: &[Line<'_>]) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, line) in lines.iter().take(TEMPLATE_LINES_MAX).enumerate() {
        depth += line.text.matches("{{").count();
        depth = depth.saturating_sub(line.text.matches("}}").count());
        if depth == 0 {
            return line.text.trim_end().ends_with("}}").then_some(index + 1);
        }
    }
    None
}

/// Appends words with white space collapsed; returns where the given ranges ended up.
fn push_collapsed(plain: &mut String, words: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    // The ranges are in order and apart, so their bounds are met in order too.
    let bounds: Vec<usize> = ranges
        .iter()
        .flat_map(|range| [range.start, range.end])
        .collect();
    let mut places = Vec::with_capacity(bounds.len());
    for (at, character) in words.char_indices() {
        while bounds.get(places.len()).is_some_and(|bound| *bound <= at) {
            places.push(plain.len());
        }
        if !character.is_whitespace() {
            plain.push(character);
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    places.resize(bounds.len(), plain.len());
    places
        .chunks_exact(2)
        .map(|pair| pair[0]..pair[1])
        .collect()
}

/// Joins marked ranges with at most four bytes between them: a quotation with one plain word.
fn join_near(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        match joined.last_mut() {
            Some(last) if range.start <= last.end + 4 => last.end = range.end,
            _ => joined.push(range),
        }
    }
    joined
}

/// Finds words between double quotes that are long enough to be a quotation.
fn quoted_ranges(plain: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, character) in plain[within.clone()].char_indices() {
        let at = within.start + at;
        match (character, open) {
            ('“' | '«', _) | ('"', None) => open = Some(at + character.len_utf8()),
            ('”' | '»' | '"', Some(start)) => {
                if plain[start..at].split_whitespace().count() >= QUOTED_WORDS_MIN {
                    found.push(start..at);
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Renders a short text, such as a reference, as one line of Markdown.
pub(crate) fn render_line(
    text: &str,
    line: u32,
    resolve: Resolve<'_>,
) -> (String, Vec<ImportedLink>) {
    let text = text.trim().trim_start_matches(['*', '#', ':', ';']).trim();
    let read = inline::read(text, line, resolve, &mut FootnoteNumbers::default());
    let markdown = inline::escape_line_starts(&read.markdown.replace("\\\n", " "));
    (markdown.trim().to_owned(), read.links)
}

/// The plain words of one line, white space as one space.
pub(crate) fn plain_of(text: &str) -> String {
    unmask(&names::plain_line(text))
}
