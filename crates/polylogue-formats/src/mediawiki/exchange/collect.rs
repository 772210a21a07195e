//! Sorts the segments of a page into turns, sources and sections to leave out.

use super::super::names::{self, Label, NameUse};
use super::super::sections::{self, Announced, Segment};
use super::super::text::Line;
use super::super::{SkipReason, Skipped};
use super::{Context, Source, is_heading};

/// The fewest bytes of text that make an unnamed opening a turn.
const OPENING_BYTES_MIN: usize = 40;
/// What a line begins with that says where the text above it was taken from.
const SOURCE_STARTS: &[&str] = &[
    "source:",
    "sources:",
    "retrieved from",
    "via:",
    "reference:",
    "references:",
    "url:",
    "link:",
    "original:",
    "quelle:",
    "fuente:",
    "fonte:",
];
/// Words that say the same when only links follow them.
const SOURCE_WORDS: &[&str] = &["from", "via", "see", "source", "at", "more at", "more"];

/// How an unnamed turn comes to stand where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// It opens the exchange.
    Exchange,
    /// It stands under a heading for a reply.
    Reply,
    /// It is named.
    Named,
}

/// A turn before it is rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft<'a> {
    pub(super) named: Option<(NameUse, u32)>,
    pub(super) opens: Opens,
    pub(super) heading: Option<&'a str>,
    pub(super) level: u8,
    /// The line it is announced on.
    pub(super) line: u32,
    pub(super) lines: Vec<Line<'a>>,
    sources: Vec<Source>,
}

/// All of a page, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Collected<'a> {
    pub(super) drafts: Vec<Draft<'a>>,
    pub(super) skipped: Vec<Skipped>,
    pub(super) preamble: Vec<Line<'a>>,
    pub(super) references: Vec<Source>,
}

/// Where lines that name nobody go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Turn,
    Pending,
    Container,
    Skipped,
}

struct Collector<'a, 'c> {
    context: &'c Context<'c>,
    out: Collected<'a>,
    current: Option<Draft<'a>>,
    /// Whether deeper sections still belong to the current turn.
    is_open: bool,
    target: Target,
    pending: Vec<Segment<'a>>,
    /// The level of a section that was left out together with what is nested in it.
    skip_level: Option<u8>,
}

/// Sorts segments.
pub(super) fn collect<'a>(segments: Vec<Segment<'a>>, context: &Context<'_>) -> Collected<'a> {
    let mut collector = Collector {
        context,
        out: Collected::default(),
        current: None,
        is_open: false,
        target: Target::Pending,
        pending: Vec::new(),
        skip_level: None,
    };
    for segment in segments {
        collector.take(segment);
    }
    if !collector.has_turn() {
        collector.settle_pending(None);
    }
    collector.close_turn();
    collector.out
}

impl<'a> Collector<'a, '_> {
    fn has_turn(&self) -> bool {
        self.current.is_some() || !self.out.drafts.is_empty()
    }

    fn take(&mut self, segment: Segment<'a>) {
        let is_speaker = segment
            .named
            .as_ref()
            .is_some_and(|(named, _)| self.context.known.contains(&named.folded));
        if is_speaker && !self.is_in_sources(&segment) {
            self.named(segment);
        } else if segment.opens_section() {
            self.section(segment);
        } else {
            self.put_back(segment);
        }
    }

    /// A name on a line inside a section of sources is an author there and not a speaker here.
    fn is_in_sources(&self, segment: &Segment<'_>) -> bool {
        !segment.opens_section()
            && segment
                .heading
                .is_some_and(|heading| sections::announced(heading.text) == Announced::Sources)
    }

    fn named(&mut self, segment: Segment<'a>) {
        let Some((named, line)) = segment.named.clone() else {
            return;
        };
        if let Some(current) = &mut self.current {
            let is_same = current
                .named
                .as_ref()
                .is_some_and(|it| it.0.folded == named.folded);
            let is_blank = current.lines.iter().all(Line::is_blank);
            if is_same && is_blank && !segment.opens_section() {
                current.lines.extend(segment.lines);
                return;
            }
        }
        if !self.has_turn() {
            self.settle_pending(Some(&named));
        }
        self.close_turn();
        self.skip_level = None;
        self.is_open = true;
        self.target = Target::Turn;
        self.current = Some(Draft {
            opens: Opens::Named,
            heading: segment.heading.map(|heading| heading.text),
            level: segment.level(),
            line,
            named: Some((named, line)),
            lines: segment.lines,
            sources: Vec::new(),
        });
    }

    /// Gives a line that only looked like an attribution back to the text around it.
    fn put_back(&mut self, mut segment: Segment<'a>) {
        let Some(attribution) = segment.attribution else {
            return;
        };
        segment
            .lines
            .retain(|line| line.number != attribution.number);
        segment.lines.insert(0, attribution);
        match self.target {
            Target::Turn => {
                if let Some(current) = &mut self.current {
                    current.lines.extend(segment.lines);
                }
            }
            Target::Pending => match self.pending.last_mut() {
                Some(last) => last.lines.extend(segment.lines),
                None => self.pending.push(segment),
            },
            Target::Container if !self.has_turn() => {
                self.pending.push(segment);
                self.target = Target::Pending;
            }
            Target::Container => {
                let name = segment
                    .named
                    .as_ref()
                    .map(|(named, _)| named.written.clone());
                let name = name.unwrap_or_default();
                self.skip(&segment, SkipReason::ThirdParty { name });
                self.target = Target::Skipped;
            }
            Target::Skipped => {}
        }
    }

    /// A section, or the top of the page, that names no speaker.
    fn section(&mut self, segment: Segment<'a>) {
        let Some(heading) = segment.heading else {
            self.pending.push(segment);
            return;
        };
        let level = heading.level;
        if self.skip_level.is_some_and(|skipped| level > skipped) {
            self.target = Target::Skipped;
            return;
        }
        self.skip_level = None;
        let current_level = self.current.as_ref().map_or(0, |current| current.level);
        let is_nested = self.is_open && current_level > 0 && level > current_level;
        let reply = names::reply_heading(heading.text);
        self.is_open = is_nested;
        if self.is_empty_section(&segment) {
            if !self.has_turn() {
                let lines = segment.lines.iter().filter(|line| !line.is_blank());
                self.out.preamble.extend(lines.copied());
            }
            if is_nested && reply.is_none() {
                self.append(segment);
            } else {
                self.is_open = false;
                self.target = Target::Container;
            }
        } else if let Some(why) = self.reason(&segment, is_nested) {
            if why == SkipReason::Sources {
                self.keep_sources(&segment, is_nested);
            }
            self.skip_level = is_nested.then_some(level);
            self.skip(&segment, why);
        } else if reply.is_some() && (self.has_turn() || !self.pending.is_empty()) {
            self.unnamed_reply(segment);
        } else if is_nested {
            self.append(segment);
        } else if self.has_turn() {
            let why = if is_excerpt(&segment) {
                SkipReason::AnotherWork
            } else {
                SkipReason::NobodyNamed
            };
            self.skip(&segment, why);
        } else {
            self.pending.push(segment);
            self.target = Target::Pending;
        }
    }

    fn is_empty_section(&self, segment: &Segment<'_>) -> bool {
        if self.has_turn() {
            segment.is_blank()
        } else {
            segment
                .lines
                .iter()
                .all(|line| sections::is_preamble_line(line.text))
        }
    }

    fn reason(&self, segment: &Segment<'_>, is_nested: bool) -> Option<SkipReason> {
        let heading = segment.heading?;
        let (corpus, group) = (self.context.corpus, self.context.group);
        match sections::announced(heading.text) {
            Announced::Sources => return Some(SkipReason::Sources),
            Announced::Navigation => return Some(SkipReason::Navigation),
            Announced::Other => {}
        }
        let is_standing = |text: &str| corpus.is_standing_question(group, text);
        if sections::is_only_questions(&segment.lines, is_standing) {
            return Some(SkipReason::OnlyQuestions);
        }
        if !is_nested && sections::is_only_list(&segment.lines) {
            return Some(SkipReason::Navigation);
        }
        let author = names::excerpt_author(heading.text)?;
        let takes_part = self.context.known.contains(&names::fold(&author));
        (!takes_part).then_some(SkipReason::ThirdParty { name: author })
    }

    fn append(&mut self, segment: Segment<'a>) {
        if let (Some(current), Some(heading)) = (&mut self.current, segment.heading) {
            current.lines.push(heading.line);
            current.lines.extend(segment.lines);
            self.target = Target::Turn;
        }
    }

    fn keep_sources(&mut self, segment: &Segment<'_>, is_nested: bool) {
        let kept = paragraphs(&segment.lines);
        match &mut self.current {
            Some(current) if is_nested => current.sources.extend(kept),
            _ => self.out.references.extend(kept),
        }
    }

    fn skip(&mut self, segment: &Segment<'_>, why: SkipReason) {
        let text = segment
            .lines
            .iter()
            .find(|line| !sections::is_preamble_line(line.text));
        let line = segment
            .heading
            .map(|heading| heading.line)
            .or(text.copied());
        let line = line.map_or(1, |line| line.number);
        let section = segment.heading.map(|heading| heading.text.to_owned());
        let page = self.context.title.clone();
        self.out.skipped.push(Skipped {
            page,
            line,
            section,
            why,
        });
        self.target = Target::Skipped;
    }

    fn unnamed_reply(&mut self, segment: Segment<'a>) {
        let Some(heading) = segment.heading else {
            return;
        };
        if !self.has_turn() {
            let named = NameUse {
                written: String::new(),
                folded: String::new(),
                strength: names::Strength::Labelled,
                label: Some(Label::Reply),
            };
            self.settle_pending(Some(&named));
        }
        self.close_turn();
        self.is_open = true;
        self.target = Target::Turn;
        self.current = Some(Draft {
            named: None,
            opens: Opens::Reply,
            heading: Some(heading.text),
            level: heading.level,
            line: heading.line.number,
            lines: segment.lines,
            sources: Vec::new(),
        });
    }

    /// Decides whether the text before the first named turn is an opening that nobody signed.
    fn settle_pending(&mut self, first: Option<&NameUse>) {
        let pending = std::mem::take(&mut self.pending);
        let mut opening: Option<Draft<'a>> = None;
        let is_opening = self.may_open(first);
        for segment in pending {
            let preamble = preamble_length(&segment.lines);
            let lines = segment.lines[..preamble]
                .iter()
                .filter(|line| !line.is_blank());
            self.out.preamble.extend(lines.copied());
            let text = &segment.lines[preamble..];
            if text.iter().all(Line::is_blank) {
                continue;
            }
            let size: usize = text.iter().map(|line| line.text.trim().len()).sum();
            if is_excerpt(&segment) {
                self.skip(&segment, SkipReason::AnotherWork);
            } else if !is_opening || (size < OPENING_BYTES_MIN && opening.is_none()) {
                self.skip(&segment, SkipReason::BeforeFirstTurn);
            } else if let Some(draft) = &mut opening {
                draft
                    .lines
                    .extend(segment.heading.map(|heading| heading.line));
                draft.lines.extend_from_slice(text);
            } else {
                opening = Some(Draft {
                    named: None,
                    opens: Opens::Exchange,
                    heading: segment.heading.map(|heading| heading.text),
                    level: segment.level(),
                    line: text[0].number,
                    lines: text.to_vec(),
                    sources: Vec::new(),
                });
            }
        }
        self.current = opening;
        self.close_turn();
    }

    fn may_open(&self, first: Option<&NameUse>) -> bool {
        match (first, &self.context.pattern.opener) {
            (None, _) => self.context.is_listed(),
            (Some(first), Some(opener)) => opener.folded != first.folded,
            (Some(first), None) => first.label == Some(Label::Reply),
        }
    }

    fn close_turn(&mut self) {
        let Some(mut draft) = self.current.take() else {
            return;
        };
        draft.trim();
        if draft.lines.is_empty() {
            if let Some((named, line)) = draft.named {
                let section = draft.heading.map(str::to_owned);
                let why = SkipReason::EmptyTurn {
                    speaker: named.written,
                };
                let page = self.context.title.clone();
                self.out.skipped.push(Skipped {
                    page,
                    line,
                    section,
                    why,
                });
            }
            self.out.references.extend(draft.sources);
        } else {
            self.out.drafts.push(draft);
        }
    }
}

impl Draft<'_> {
    /// Drops blank lines at both ends, and headings and rules that nothing follows.
    fn trim(&mut self) {
        let is_empty =
            |line: &Line<'_>| line.is_blank() || is_heading(line) || sections::is_rule(line.text);
        while self.lines.last().is_some_and(is_empty) {
            self.lines.pop();
        }
        let first = self
            .lines
            .iter()
            .position(|line| !line.is_blank())
            .unwrap_or(0);
        self.lines.drain(..first);
    }

    /// Takes the paragraphs off the end that only say where the text was taken from.
    pub(super) fn take_sources(&mut self) -> Vec<Source> {
        let mut sources = std::mem::take(&mut self.sources);
        loop {
            let start = self
                .lines
                .iter()
                .rposition(|line| line.is_blank() || is_heading(line))
                .map_or(0, |blank| blank + 1);
            let paragraph = &self.lines[start..];
            let Some(first) = paragraph.first().filter(|_| start > 0) else {
                break;
            };
            let text = joined(paragraph);
            if !is_source_note(&text) {
                break;
            }
            sources.insert(
                0,
                Source {
                    text,
                    line: first.number,
                },
            );
            self.lines.truncate(start);
            self.trim();
        }
        sources
    }
}

fn joined(lines: &[Line<'_>]) -> String {
    lines
        .iter()
        .map(|line| line.text.trim())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Paragraphs, and list items each for itself.
fn paragraphs(lines: &[Line<'_>]) -> Vec<Source> {
    let mut found: Vec<Source> = Vec::new();
    let mut is_new = true;
    for line in lines {
        if line.is_blank() {
            is_new = true;
            continue;
        }
        let text = line.text.trim().to_owned();
        match found.last_mut() {
            Some(last) if !is_new && sections::list_item(&text).is_none() => {
                last.text.push(' ');
                last.text.push_str(&text);
            }
            _ => found.push(Source {
                text,
                line: line.number,
            }),
        }
        is_new = false;
    }
    found
}

fn is_source_note(text: &str) -> bool {
    let plain = text.trim_matches(['\'', ' ', '(', ')', '-', '—']);
    let lower = plain.to_lowercase();
    if SOURCE_STARTS.iter().any(|start| lower.starts_with(start)) {
        return true;
    }
    let rest = SOURCE_WORDS
        .iter()
        .filter_map(|word| lower.strip_prefix(word))
        .map(|rest| rest.trim_start_matches([':', ' ']))
        .find(|rest| rest.starts_with(['[', 'h', '<']));
    is_only_links(rest.unwrap_or(&lower))
}

/// Whether a text is links and punctuation and at least one link.
fn is_only_links(text: &str) -> bool {
    let mut rest = text.trim();
    let mut has_link = false;
    while let Some(first) = rest.chars().next() {
        let is_address = rest.starts_with("http://") || rest.starts_with("https://");
        let end = if rest.starts_with("[http") {
            rest.find(']').map(|end| end + 1)
        } else if is_address {
            rest.find(char::is_whitespace).or(Some(rest.len()))
        } else if first.is_alphanumeric() || rest.starts_with("[[") {
            None
        } else {
            rest = rest[first.len_utf8()..].trim_start();
            continue;
        };
        let Some(end) = end else { return false };
        has_link = true;
        rest = rest[end..].trim_start();
    }
    has_link
}

/// How many lines at the top are no text: the preamble, and a label line after it.
fn preamble_length(lines: &[Line<'_>]) -> usize {
    let mut length = 0;
    for (index, line) in lines.iter().enumerate() {
        let is_label = sections::label_line(line.text).is_some()
            && lines.get(index + 1).is_none_or(Line::is_blank);
        if !sections::is_preamble_line(line.text) && !is_label {
            break;
        }
        length = index + 1;
    }
    length
}

/// Whether the first line of a section says that its text is taken from another work.
fn is_excerpt(segment: &Segment<'_>) -> bool {
    let first = segment.lines.iter().find(|line| !line.is_blank());
    first.is_some_and(|line| {
        let plain = line.text.trim();
        plain.ends_with(':')
            && (plain.contains("from the [[")
                || plain.contains("from [[")
                || plain.contains(" from "))
    })
}
