//! Splits a page at its headings and at lines that may name a speaker, and tells sections apart.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{self, NameUse, Place, Strength};
use super::text::Line;

/// The longest bold line, in bytes, that counts as a title line and not as text.
const TITLE_LINE_BYTES_MAX: usize = 160;
/// The longest list item, in bytes, in a section that is only a list of names.
const LIST_ITEM_BYTES_MAX: usize = 90;

/// A heading with the line it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading<'a> {
    pub(crate) text: &'a str,
    pub(crate) level: u8,
    pub(crate) line: Line<'a>,
}

/// A stretch of a page under one heading, or after one attribution line under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment<'a> {
    pub(crate) heading: Option<Heading<'a>>,
    /// The attribution line that opens this segment, when it does not open with its heading.
    pub(crate) attribution: Option<Line<'a>>,
    /// Who may speak here, and on which line it says so.
    pub(crate) named: Option<(NameUse, u32)>,
    pub(crate) lines: Vec<Line<'a>>,
}

impl Segment<'_> {
    /// The level of the heading above, 0 before the first heading.
    pub(crate) fn level(&self) -> u8 {
        self.heading.map_or(0, |heading| heading.level)
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.lines.iter().all(Line::is_blank)
    }

    /// Whether this segment opens with its heading, or with the page.
    pub(crate) fn opens_section(&self) -> bool {
        self.attribution.is_none()
    }
}

/// What a heading without a speaker announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Announced {
    Sources,
    Navigation,
    Other,
}

/// Reads a heading: level 1 to 6 and its text; a line of equals signs alone is none.
pub(crate) fn heading(line: &str) -> Option<(u8, &str)> {
    let line = line.trim_end();
    let before = line.bytes().take_while(|byte| *byte == b'=').count();
    let after = line.bytes().rev().take_while(|byte| *byte == b'=').count();
    if before == 0 || after == 0 || before == line.len() {
        return None;
    }
    let level = before.min(after).min(6);
    let text = line[level..line.len() - level].trim();
    if text.is_empty() {
        None
    } else {
        Some((u8::try_from(level).unwrap_or(6), text))
    }
}

/// A line of three or more equals signs, or of four or more dashes, is drawn as a rule.
pub(crate) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let all =
        |wanted: u8, least: usize| line.len() >= least && line.bytes().all(|byte| byte == wanted);
    all(b'=', 3) || all(b'-', 4)
}

/// Splits a page into segments.
pub(crate) fn split<'a>(lines: &[Line<'a>]) -> Vec<Segment<'a>> {
    let mut segments = vec![Segment {
        heading: None,
        attribution: None,
        named: None,
        lines: Vec::new(),
    }];
    let last_table_end = lines.iter().rposition(is_table_end).unwrap_or(0);
    let mut is_table_until = 0;
    let mut is_preamble = true;
    for (index, line) in lines.iter().enumerate() {
        if index < is_table_until {
            push_line(&mut segments, *line);
            continue;
        }
        if index < last_table_end && line.text.trim_start().starts_with("{|") {
            is_table_until = table_end(&lines[index..]).map_or(0, |count| index + count);
        }
        if let Some((level, text)) = heading(line.text) {
            let heading = Heading {
                text,
                level,
                line: *line,
            };
            let named = names::speaker(text, Place::Heading).map(|it| (it, line.number));
            let (attribution, lines) = (None, Vec::new());
            segments.push(Segment {
                heading: Some(heading),
                attribution,
                named,
                lines,
            });
            is_preamble = true;
            continue;
        }
        let place = if is_preamble {
            Place::SectionStart
        } else {
            Place::Inside
        };
        let found = attribution(line, place, &lines[index + 1..]);
        if let Some((named, rest)) = found {
            let heading = segments.last().and_then(|segment| segment.heading);
            let mut opened = Segment {
                heading,
                attribution: Some(*line),
                named: Some((named, line.number)),
                lines: Vec::new(),
            };
            opened.lines.extend(rest.map(|text| Line {
                number: line.number,
                text,
            }));
            segments.push(opened);
            is_preamble = false;
            continue;
        }
        is_preamble = is_preamble && is_preamble_line(line.text);
        push_line(&mut segments, *line);
    }
    segments
}

fn push_line<'a>(segments: &mut [Segment<'a>], line: Line<'a>) {
    if let Some(segment) = segments.last_mut() {
        segment.lines.push(line);
    }
}

fn table_end(lines: &[Line<'_>]) -> Option<usize> {
    lines.iter().position(is_table_end).map(|at| at + 1)
}

pub(crate) fn is_table_end(line: &Line<'_>) -> bool {
    line.text.trim_start().starts_with("|}")
}

/// Reads an attribution line; one that introduces a quotation in italics is none.
fn attribution<'a>(
    line: &Line<'a>,
    place: Place,
    after: &[Line<'a>],
) -> Option<(NameUse, Option<&'a str>)> {
    if let Some((named, rest)) = names::inline_speaker(line.text, place) {
        return Some((named, Some(rest)));
    }
    if line
        .text
        .trim_start()
        .starts_with(['*', '#', '|', '!', '{'])
    {
        return None;
    }
    let named = names::speaker(line.text, place)?;
    let next = after
        .iter()
        .find(|line| !line.is_blank())
        .map_or("", |line| line.text.trim());
    let introduces_quotation = named.strength < Strength::Labelled
        && (is_wholly_quoted(next) || next.starts_with(['“', '"', '‘', ':']))
        && place == Place::Inside;
    if introduces_quotation {
        None
    } else {
        Some((named, None))
    }
}

fn is_wholly_quoted(text: &str) -> bool {
    text.to_ascii_lowercase().starts_with("<blockquote")
        || (text.starts_with("''") && text.ends_with("''") && text.len() > 4)
}

/// Lines that may stand between the top of a section and its text without being text.
pub(crate) fn is_preamble_line(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || (text.starts_with("{{") && text.ends_with("}}"))
        || (text.starts_with("__") && text.ends_with("__"))
        || title_line(text).is_some()
        || series_link(text).is_some()
        || is_image_line(text)
}

fn is_image_line(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    (lower.starts_with("[[file:") || lower.starts_with("[[image:"))
        && text.ends_with("]]")
        && text.matches("[[").count() == 1
}

/// The words of a short line that is wholly bold: the title some pages put at their top.
pub(crate) fn title_line(text: &str) -> Option<&str> {
    let text = text.trim();
    let inner = text.strip_prefix("'''")?.strip_suffix("'''")?;
    let is_title = inner.len() <= TITLE_LINE_BYTES_MAX
        && !inner.contains("'''")
        && !inner.trim_end().ends_with(['.', '!', ';'])
        && !inner.trim().is_empty();
    is_title.then(|| inner.trim_matches(['\'', '=', ' ', '*']))
}

/// The target of a line such as `Project: [[Title]]`, which ties a page to an index page.
pub(crate) fn series_link(text: &str) -> Option<&str> {
    let (label, rest) = text.trim().split_once(':')?;
    let label = label.trim_matches('\'');
    if label.is_empty() || label.len() > 40 || label.contains(['[', ']', '.']) {
        return None;
    }
    let target = rest
        .trim()
        .trim_matches('\'')
        .strip_prefix("[[")?
        .strip_suffix("]]")?;
    let target = target.split(['|', '#']).next().unwrap_or(target).trim();
    (!target.is_empty() && !target.contains(['[', ']'])).then_some(target)
}

/// A short line that ends with a colon, such as "Coastal farming:", names what follows.
pub(crate) fn label_line(text: &str) -> Option<String> {
    let plain = names::plain_line(text);
    let label = plain.strip_suffix(':')?.trim();
    let is_label = label.len() <= 80
        && !label.contains(['.', '?', '!', ',', ':'])
        && label.split_whitespace().count() <= 6
        && label.chars().next().is_some_and(char::is_uppercase);
    is_label.then(|| label.to_owned())
}

/// What a heading announces, judged by its words.
pub(crate) fn announced(heading: &str) -> Announced {
    let folded = names::fold(&names::plain_line(heading));
    let words: Vec<&str> = folded.split(' ').collect();
    let sources = [
        "source",
        "sources",
        "reference",
        "references",
        "bibliography",
        "notes",
        "footnotes",
        "citations",
        "literature",
        "endnotes",
        "works cited",
        "further reading",
        "readings",
        "quellen",
        "literatur",
        "fuentes",
        "fontes",
        "fonti",
        "bibliographie",
        "bibliografia",
    ];
    let navigation = [
        "see also",
        "more information",
        "external links",
        "links",
        "related",
        "related pages",
        "navigation",
        "documentation",
        "more",
        "more info",
        "contents",
        "siehe auch",
        "weblinks",
        "voir aussi",
        "vease tambien",
        "ver tambem",
        "vedi anche",
    ];
    if sources.contains(&folded.as_str()) || (words.len() <= 2 && sources.contains(&words[0])) {
        Announced::Sources
    } else if navigation.contains(&folded.as_str()) {
        Announced::Navigation
    } else {
        Announced::Other
    }
}

/// Whether a section holds questions in a list and nothing else.
pub(crate) fn is_only_questions(lines: &[Line<'_>], is_standing: impl Fn(&str) -> bool) -> bool {
    let mut items = 0;
    let all = lines.iter().filter(|line| !line.is_blank()).all(|line| {
        items += 1;
        list_item(line.text).is_some_and(|item| item.contains('?') || is_standing(item))
    });
    all && items > 0
}

/// Whether a section holds a list of short items, perhaps with short lines between, and no text.
pub(crate) fn is_only_list(lines: &[Line<'_>]) -> bool {
    let mut items = 0;
    let all = lines.iter().filter(|line| !line.is_blank()).all(|line| {
        if let Some(item) = list_item(line.text) {
            items += 1;
            item.len() <= LIST_ITEM_BYTES_MAX
        } else {
            line.text.len() <= LIST_ITEM_BYTES_MAX && line.text.trim_end().ends_with(':')
        }
    });
    all && items >= 2
}

/// The words of a list item.
pub(crate) fn list_item(text: &str) -> Option<&str> {
    let text = text.trim();
    let item = text.trim_start_matches(['*', '#', ':', ';']);
    (text.starts_with(['*', '#']) && !item.trim().is_empty()).then(|| item.trim())
}

/// Decides who speaks on a page: the folded names that are borne out by more than their shape.
///
/// A name counts when it follows a word for a turn, when other pages bear it out, when it is
/// used twice, or when it is the only further name beside the one speaker known so far; a bare
/// heading or line needs that speaker to speak twice as well, or any short title would do.
/// The name of a page is a topic and not a speaker, unless a word for a turn stands before it.
pub(crate) fn confirmed(
    segments: &[Segment<'_>],
    is_known: impl Fn(&str) -> bool,
    is_topic: impl Fn(&str) -> bool,
) -> BTreeSet<String> {
    let mut uses: BTreeMap<&str, (Strength, usize)> = BTreeMap::new();
    for (named, _) in segments.iter().filter_map(|segment| segment.named.as_ref()) {
        if named.strength < Strength::Labelled && is_topic(&named.folded) {
            continue;
        }
        let entry = uses.entry(&named.folded).or_insert((named.strength, 0));
        entry.0 = entry.0.max(named.strength);
        entry.1 += 1;
    }
    let mut speakers: BTreeSet<String> = uses
        .iter()
        .filter(|(name, (strength, times))| {
            *strength == Strength::Labelled
                || is_known(name)
                || (*times >= 2 && *strength > Strength::LineInside)
        })
        .map(|(name, _)| (*name).to_owned())
        .collect();
    for class in [Strength::Opening, Strength::Heading, Strength::LineInside] {
        let mut open = uses
            .iter()
            .filter(|(name, (strength, _))| *strength == class && !speakers.contains(**name));
        let found = (open.next(), open.next());
        let speaks_twice = speakers
            .iter()
            .all(|name| uses.get(name.as_str()).is_some_and(|it| it.1 >= 2));
        let is_borne_out = class == Strength::Opening || speaks_twice;
        if let (1, true, (Some((name, _)), None)) = (speakers.len(), is_borne_out, found) {
            let name = (*name).to_owned();
            speakers.insert(name);
        }
    }
    speakers
}
