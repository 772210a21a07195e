//! Reads the exchange on a page: which sections are turns, who speaks, and for whom.

use std::collections::BTreeSet;

use super::markdown::{self, Marked};
use super::names::{self, Label, NameUse};
use super::quotes::Quotes;
use super::sections::{self, Segment, heading};
use super::survey::{self, Corpus, Pattern, Suggestion};
use super::text::Line;
use super::{
    DialogueState, Imported, ImportedDialogue, ImportedLink, ImportedPerspective, ImportedQuote,
    ImportedReference, ImportedTurn, LinkTarget, NameSeen, Options, OtherName, PageKind, Read,
    ReadKind, RepairKind, SpeakerOrigin, SpeaksFor, TurnRole, Voice,
};

mod collect;

use self::collect::{Collected, Draft, Opens};

/// What the rest of the import knows while one page is read.
struct Context<'a> {
    title: String,
    group: Option<usize>,
    pattern: &'a Pattern,
    corpus: &'a Corpus,
    options: &'a Options,
    known: BTreeSet<String>,
}

impl Context<'_> {
    /// Whether an index page lists this page, or the caller vouches for a page without one.
    fn is_listed(&self) -> bool {
        self.group.is_some() || (self.options.speaker.is_some() && !self.corpus.has_index())
    }

    fn resolve(&self, written: &str) -> String {
        self.corpus.resolve(written)
    }
}

/// Fills in what the exchange on a page gives.
pub(crate) fn read(
    lines: &[Line<'_>],
    corpus: &Corpus,
    options: &Options,
    imported: &mut Imported,
) {
    let title = imported.page.title.clone();
    let segments = sections::split(lines);
    let series: Vec<String> = survey::series(lines)
        .iter()
        .map(|title| names::fold_title(title))
        .collect();
    let group = corpus.group(&names::fold_title(&title), &series);
    let own = names::fold(&title);
    let known = sections::confirmed(
        &segments,
        |name| corpus.is_known_speaker(name),
        |name| name == own || corpus.is_topic(name),
    );
    let pattern = corpus.pattern(group);
    let context = Context {
        title,
        group,
        pattern,
        corpus,
        options,
        known,
    };
    let host_heading = {
        let second = second_speaker(&segments, &context.known);
        survey::host_heading(&segments, second.as_deref())
    };
    let collected = collect::collect(segments, &context);
    if !context.is_listed() && named_speakers(&collected.drafts) < 2 {
        let why = super::SkipReason::NoExchange;
        imported.report.skip(&context.title, 1, None, why);
        return;
    }
    imported.kind = PageKind::Dialogue;
    fill(collected, host_heading, &context, imported);
}

fn named_speakers(drafts: &[Draft<'_>]) -> usize {
    let names: BTreeSet<&str> = drafts
        .iter()
        .filter_map(|draft| draft.named.as_ref().map(|(named, _)| named.folded.as_str()))
        .collect();
    names.len()
}

fn second_speaker(segments: &[Segment<'_>], known: &BTreeSet<String>) -> Option<String> {
    let mut spoken = segments
        .iter()
        .filter(|segment| !segment.is_blank())
        .filter_map(|segment| segment.named.as_ref().map(|(named, _)| &named.folded))
        .filter(|name| known.contains(*name));
    let first = spoken.next()?;
    spoken.find(|name| *name != first).cloned()
}

fn fill(
    collected: Collected<'_>,
    host_heading: Option<String>,
    context: &Context<'_>,
    imported: &mut Imported,
) {
    let Collected {
        drafts,
        skipped,
        preamble,
        references,
    } = collected;
    imported.report.skipped.extend(skipped);
    let resolve = |written: &str| context.resolve(written);
    for line in &preamble {
        let (_, links) = markdown::render_line(line.text, line.number, &resolve);
        imported.page.links.extend(links);
    }
    imported.page.references = references
        .iter()
        .map(|it| reference(it, context).0)
        .collect();
    imported.perspective = Some(page_perspective(&preamble, context));
    let host = host(&drafts, context);
    let host_name = context
        .pattern
        .host_name
        .clone()
        .or(host_heading)
        .filter(|_| host.is_some());
    let mut speakers = Speakers {
        context,
        host,
        host_name,
        said: Vec::new(),
        asked: false,
    };
    let mut marked = Vec::new();
    let mut turns = Vec::new();
    for draft in drafts {
        let (turn, passages) = speakers.turn(draft);
        turns.push(turn);
        marked.push(passages);
    }
    let quotes = find_quotes(&turns, &marked);
    for (turn, quotes) in turns.iter_mut().zip(quotes) {
        turn.quotes = quotes;
    }
    report_turns(&turns, imported);
    let name = speakers.host_name.take();
    imported.host_perspective = name.map(|name| host_perspective(name, &imported.page.categories));
    if !turns.is_empty() {
        let state = speakers.state();
        let title = context.title.clone();
        imported.dialogues.push(ImportedDialogue {
            title,
            state,
            turns,
        });
    }
}

/// The speaker who replies: the one who does on most sibling pages, or the second on this page.
fn host(drafts: &[Draft<'_>], context: &Context<'_>) -> Option<String> {
    if let Some(host) = &context.pattern.host {
        return Some(host.folded.clone());
    }
    let mut names = drafts
        .iter()
        .filter_map(|draft| draft.named.as_ref().map(|it| &it.0.folded));
    let first = names.next()?;
    if drafts.first().is_some_and(|draft| draft.named.is_none()) {
        return Some(first.clone());
    }
    names.find(|name| *name != first).cloned()
}

/// Gives each turn its speaker, role and standpoint, in order.
struct Speakers<'a> {
    context: &'a Context<'a>,
    host: Option<String>,
    host_name: Option<String>,
    /// For each turn so far: who spoke, and whether for the replying side.
    said: Vec<(Option<String>, bool)>,
    asked: bool,
}

impl Speakers<'_> {
    fn turn(&mut self, mut draft: Draft<'_>) -> (ImportedTurn, Vec<Marked>) {
        let (speaker, speaker_origin) = self.speaker(&draft);
        let folded = speaker.as_deref().map(names::fold);
        let is_reply = match &folded {
            Some(folded) => self.host.as_ref() == Some(folded),
            None => draft.opens == Opens::Reply,
        };
        let role = self.role(is_reply);
        let (speaks_for, voice) = self.standpoint(&draft, folded.as_deref(), is_reply);
        self.said.push((folded, is_reply));
        let sources = draft.take_sources();
        let resolve = |written: &str| self.context.resolve(written);
        let rendered = markdown::render(&draft.lines, &resolve);
        let mut links = rendered.links;
        let mut references: Vec<ImportedReference> = rendered
            .footnotes
            .into_iter()
            .map(|(number, markdown, line)| ImportedReference {
                markdown,
                line,
                footnote: Some(number),
            })
            .collect();
        for source in &sources {
            let (reference, more) = reference(source, self.context);
            references.push(reference);
            links.extend(more);
        }
        let turn = ImportedTurn {
            speaker,
            speaker_origin,
            role,
            speaks_for,
            voice,
            heading: draft.heading.map(str::to_owned),
            first_line: draft.lines.first().map_or(draft.line, |line| line.number),
            last_line: draft.lines.last().map_or(draft.line, |line| line.number),
            own_words_line: own_words_line(&draft.lines),
            said_at: None,
            replies_to: None,
            markdown: rendered.markdown,
            plain: rendered.plain,
            paragraphs: rendered.paragraphs,
            quotes: Vec::new(),
            links,
            references,
        };
        (turn, rendered.marked)
    }

    fn speaker(&self, draft: &Draft<'_>) -> (Option<String>, SpeakerOrigin) {
        let corpus = self.context.corpus;
        let spelling = |folded: &str| corpus.spelling(folded).map(str::to_owned);
        if let Some((
            NameUse {
                written, folded, ..
            },
            line,
        )) = &draft.named
        {
            let speaker = spelling(folded).unwrap_or_else(|| written.clone());
            return (Some(speaker), SpeakerOrigin::Named { line: *line });
        }
        if let Some(given) = &self.context.options.speaker {
            return (Some(given.clone()), SpeakerOrigin::Given);
        }
        let Some(Suggestion { folded, pages, of }) = self.suggestion(draft) else {
            return (None, SpeakerOrigin::Unnamed);
        };
        let origin = SpeakerOrigin::Repaired {
            pages: *pages,
            of: *of,
        };
        (spelling(folded), origin)
    }

    /// Who sibling pages suggest: whoever opens there, or whoever did not speak just before.
    fn suggestion(&self, draft: &Draft<'_>) -> Option<&Suggestion> {
        let pattern = self.context.pattern;
        let before = self.said.last().and_then(|(name, _)| name.as_ref());
        let host = pattern.host.as_ref();
        if draft.opens == Opens::Exchange || host.is_some_and(|it| Some(&it.folded) == before) {
            pattern.opener.as_ref()
        } else {
            host
        }
    }

    fn role(&mut self, is_reply: bool) -> TurnRole {
        let has_reply = self.said.iter().any(|(_, is_reply)| *is_reply);
        match (is_reply, has_reply) {
            (false, false) => TurnRole::Elicitation,
            (false, true) => {
                self.asked = true;
                TurnRole::Probe
            }
            (true, _) if self.asked => TurnRole::Answer,
            (true, _) => TurnRole::Response,
        }
    }

    fn standpoint(
        &self,
        draft: &Draft<'_>,
        folded: Option<&str>,
        is_reply: bool,
    ) -> (SpeaksFor, Voice) {
        if is_reply {
            return match self.host_name {
                Some(_) => (SpeaksFor::Host, Voice::Within),
                None => (SpeaksFor::Speaker, Voice::OwnName),
            };
        }
        let openers = &self.context.pattern.openers;
        let pages = folded
            .and_then(|name| openers.get(name))
            .copied()
            .unwrap_or(0);
        let summarises = draft
            .named
            .as_ref()
            .is_none_or(|(named, _)| named.label == Some(Label::Opening));
        let has_summarised = self.said.iter().any(|(name, _)| name.as_deref() == folded);
        let voice = if pages >= 2 || (summarises && !has_summarised) {
            Voice::OnBehalf
        } else {
            Voice::Within
        };
        (SpeaksFor::Page, voice)
    }

    fn state(&self) -> DialogueState {
        let replies = self.said.iter().filter(|(_, is_reply)| *is_reply).count();
        let last_is_reply = self.said.last().is_some_and(|(_, is_reply)| *is_reply);
        match (replies, last_is_reply) {
            (0, _) => DialogueState::NoReply,
            (_, true) if self.asked => DialogueState::Closed,
            (_, true) => DialogueState::SingleReply,
            (_, false) => DialogueState::Unanswered,
        }
    }
}

/// The first line of own words below a list of at least two questions.
fn own_words_line(lines: &[Line<'_>]) -> Option<u32> {
    let is_question =
        |line: &&Line<'_>| sections::list_item(line.text).is_some_and(|item| item.contains('?'));
    let mut filled = lines.iter().filter(|line| !line.is_blank()).peekable();
    let mut questions = 0;
    while filled.next_if(|line| is_question(line)).is_some() {
        questions += 1;
    }
    filled
        .next()
        .filter(|_| questions >= 2)
        .map(|line| line.number)
}

fn reference(line: &Source, context: &Context<'_>) -> (ImportedReference, Vec<ImportedLink>) {
    let resolve = |written: &str| context.resolve(written);
    let (markdown, links) = markdown::render_line(&line.text, line.line, &resolve);
    (
        ImportedReference {
            markdown,
            line: line.line,
            footnote: None,
        },
        links,
    )
}

/// A note of where a text was taken from, its lines joined.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Source {
    text: String,
    line: u32,
}

fn page_perspective(preamble: &[Line<'_>], context: &Context<'_>) -> ImportedPerspective {
    let name = context.title.clone();
    let mut other_names: Vec<OtherName> = Vec::new();
    let mut add = |other: String, seen: NameSeen| {
        let is_new = !super::is_same_title(&other, &name)
            && other_names.iter().all(|known| known.name != other);
        if is_new && !other.is_empty() {
            other_names.push(OtherName { name: other, seen });
        }
    };
    if let Some((written, index)) = context.corpus.spelling_on_index(&names::fold_title(&name)) {
        add(written.to_owned(), NameSeen::Index(index.to_owned()));
    }
    for line in preamble {
        let found = sections::title_line(line.text)
            .map(named_in_title)
            .or_else(|| sections::label_line(line.text));
        if let Some(other) = found {
            add(other, NameSeen::PageLine(line.number));
        }
    }
    for from in context.corpus.redirects_to(&name) {
        add(from.clone(), NameSeen::Redirect);
    }
    ImportedPerspective { name, other_names }
}

/// "On water rights as a political perspective" names "water rights".
fn named_in_title(title: &str) -> String {
    let plain = markdown::plain_of(title);
    let words = plain.trim_matches(['=', ' ', ':']);
    let words = words
        .strip_prefix("on ")
        .or_else(|| words.strip_prefix("On "))
        .unwrap_or(words);
    words
        .split(" as ")
        .next()
        .unwrap_or(words)
        .trim()
        .to_owned()
}

/// The host's other names: categories of the page that begin with its name.
fn host_perspective(name: String, categories: &[String]) -> ImportedPerspective {
    let folded = names::fold(&name);
    let other_names = categories
        .iter()
        .filter(|category| names::fold(category).starts_with(&format!("{folded} ")))
        .map(|category| OtherName {
            name: category.clone(),
            seen: NameSeen::Category,
        })
        .collect();
    ImportedPerspective { name, other_names }
}

fn find_quotes(turns: &[ImportedTurn], marked: &[Vec<Marked>]) -> Vec<Vec<ImportedQuote>> {
    let mut quotes = Quotes::new(turns.iter().map(|turn| turn.plain.as_str()).collect());
    let mut all = Vec::new();
    for (number, turn) in turns.iter().enumerate() {
        let others: Vec<usize> = (0..number)
            .filter(|other| {
                turns[*other].speaker.is_none() || turns[*other].speaker != turn.speaker
            })
            .collect();
        let found = quotes.find(number, &marked[number], &others);
        let found = found.into_iter().map(|found| ImportedQuote {
            turn: found.turn,
            words: turns[found.turn].plain[found.quoted.clone()].to_owned(),
            quoted: found.quoted,
            quoting: found.quoting,
            line: found.line,
            is_exact: found.is_exact,
        });
        all.push(found.collect());
    }
    all
}

/// Reports each turn read, each speaker repaired and each link that now leads elsewhere.
fn report_turns(turns: &[ImportedTurn], imported: &mut Imported) {
    let page = imported.page.title.clone();
    for (number, turn) in turns.iter().enumerate() {
        let speaker = turn.speaker.clone();
        imported.report.read.push(Read {
            page: page.clone(),
            first_line: turn.first_line,
            last_line: turn.last_line,
            kind: ReadKind::Turn {
                number: number + 1,
                speaker: speaker.clone(),
            },
        });
        let kind = match (turn.speaker_origin, speaker) {
            (SpeakerOrigin::Named { .. }, _) => None,
            (SpeakerOrigin::Repaired { pages, of }, Some(speaker)) => {
                Some(RepairKind::SpeakerOffered { speaker, pages, of })
            }
            (SpeakerOrigin::Given, Some(speaker)) => Some(RepairKind::SpeakerGiven { speaker }),
            _ => Some(RepairKind::SpeakerUnnamed),
        };
        if let Some(kind) = kind {
            imported.report.repair(&page, turn.first_line, kind);
        }
    }
    let links = turns
        .iter()
        .flat_map(|turn| &turn.links)
        .chain(&imported.page.links);
    let respelled: Vec<_> = links
        .filter_map(|link| match &link.target {
            LinkTarget::Page { title, written } => {
                let page = written.split('#').next().unwrap_or(written);
                let is_respelled = !page.is_empty() && !super::is_same_title(page, title);
                is_respelled.then_some((link.line, page, title))
            }
            LinkTarget::External { .. } => None,
        })
        .map(|(line, written, title)| {
            let (written, title) = (written.to_owned(), title.clone());
            (line, RepairKind::LinkSpelling { written, title })
        })
        .collect();
    for (line, kind) in respelled {
        imported.report.repair(&page, line, kind);
    }
}

/// Whether a line is a heading inside a turn.
fn is_heading(line: &Line<'_>) -> bool {
    heading(line.text).is_some()
}
