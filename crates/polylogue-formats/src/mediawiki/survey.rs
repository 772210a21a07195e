//! The first pass: what one page tells about others, and what is kept of all pages together.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{self, Label};
use super::sections::{self, Announced, Segment};
use super::text::{Clean, Line};
use super::{PAGE_BYTES_MAX, Page, index, normal_title};

/// The most pages with an exchange whose pattern is kept.
pub const PAGES_MAX: usize = 20_000;
/// The most names of speakers that are kept.
pub const NAMES_MAX: usize = 8_192;
/// The most pages listed by index pages that are kept.
pub const LISTED_MAX: usize = 16_384;
/// The most index pages that are kept.
pub const INDEXES_MAX: usize = 256;
/// The most redirects that are kept.
pub const REDIRECTS_MAX: usize = 16_384;
/// The most redirects to one page that are kept as its other names.
const REDIRECTED_MAX: usize = 8;
/// The most titles held while surveying, to find pages under another spelling.
pub const TITLES_MAX: usize = 100_000;
/// A name that speaks on this many pages is known on every page.
const KNOWN_PAGES_MIN: u32 = 2;
/// The most lines at the top of a page in which a link to its index page is looked for.
const SERIES_LINES_MAX: usize = 80;

/// What one page tells about others: a few hundred bytes at most for an ordinary page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageSurvey {
    pub(crate) title: String,
    pub(crate) redirect: Option<String>,
    pub(crate) questions: Vec<String>,
    pub(crate) links: Vec<String>,
    pub(crate) series: Vec<String>,
    /// Folded names of the speakers and the spelling on this page, in order of appearance.
    pub(crate) speakers: Vec<(String, String)>,
    pub(crate) opener: Option<String>,
    pub(crate) second: Option<String>,
    pub(crate) host_heading: Option<String>,
}

impl PageSurvey {
    /// Whether the page is an index page, which is worth reading before the pages it lists.
    pub fn is_index(&self) -> bool {
        !self.links.is_empty()
    }
}

/// Surveys one page for the first pass; a page that is too large tells nothing but its title.
pub fn survey(page: &Page<'_>) -> PageSurvey {
    let mut found = PageSurvey {
        title: normal_title(page.title),
        ..PageSurvey::default()
    };
    let is_other = page.namespace.is_some_and(|number| number != 0) || page.is_talk();
    if page.text.len() > PAGE_BYTES_MAX || is_other {
        return found;
    }
    let clean = Clean::from_bytes(page.text);
    let lines: Vec<_> = clean.lines().collect();
    if let Some((target, _)) = redirect(&lines) {
        found.redirect = Some(target);
        return found;
    }
    if let Some(index) = index::find(&lines, &found.title) {
        found.questions = index
            .questions
            .iter()
            .map(|(text, _)| names::fold(text))
            .collect();
        found.links = index.links.into_iter().map(|(link, _)| link).collect();
        return found;
    }
    found.series = series(&lines);
    survey_exchange(&sections::split(&lines), &mut found);
    found
}

/// The target of a redirect and its line.
pub(crate) fn redirect(lines: &[Line<'_>]) -> Option<(String, u32)> {
    let line = lines.iter().find(|line| !line.is_blank())?;
    let text = line.text.trim();
    let after = text.strip_prefix('#')?;
    let word: String = after.chars().take_while(|it| it.is_alphabetic()).collect();
    let known = [
        "redirect",
        "weiterleitung",
        "redirection",
        "redirección",
        "redirecionamento",
    ];
    if !known.contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let inner = after[word.len()..]
        .trim_start_matches([':', ' '])
        .strip_prefix("[[")?;
    let target = inner.split(['|', '#', ']']).next()?;
    Some((normal_title(target), line.number))
}

/// Pages that lines such as `Project: [[Title]]` at the top name.
pub(crate) fn series(lines: &[Line<'_>]) -> Vec<String> {
    lines
        .iter()
        .take(SERIES_LINES_MAX)
        .filter_map(|line| sections::series_link(line.text))
        .map(normal_title)
        .take(4)
        .collect()
}

fn survey_exchange(segments: &[Segment<'_>], found: &mut PageSurvey) {
    let own = names::fold(&found.title);
    let speakers = sections::confirmed(segments, |_| false, |name| name == own);
    let mut sequence: Vec<(&str, Option<Label>)> = Vec::new();
    let mut has_text_before = false;
    let mut is_text_first = false;
    for segment in segments {
        let named = segment
            .named
            .as_ref()
            .filter(|(it, _)| speakers.contains(&it.folded));
        let Some((named, _)) = named else {
            has_text_before |= holds_text(segment);
            continue;
        };
        let spelling = (named.folded.clone(), named.written.clone());
        if !found.speakers.contains(&spelling) && found.speakers.len() < 32 {
            found.speakers.push(spelling);
        }
        if !segment.is_blank() {
            is_text_first |= sequence.is_empty() && has_text_before;
            sequence.push((&named.folded, named.label));
        }
    }
    let Some((first, label)) = sequence.first().copied() else {
        return;
    };
    let is_opening_unnamed = is_text_first && label == Some(Label::Reply);
    found.opener = (!is_opening_unnamed).then(|| first.to_owned());
    found.second = if is_opening_unnamed {
        Some(first.to_owned())
    } else {
        sequence
            .iter()
            .find(|(name, _)| *name != first)
            .map(|(name, _)| (*name).to_owned())
    };
    found.host_heading = host_heading(segments, found.second.as_deref());
}

fn holds_text(segment: &Segment<'_>) -> bool {
    let is_other = segment
        .heading
        .is_none_or(|heading| sections::announced(heading.text) == Announced::Other);
    is_other
        && segment
            .lines
            .iter()
            .any(|line| !sections::is_preamble_line(line.text))
}

/// The name in a heading such as "Water Theory Commentary" above or before the second speaker.
pub(crate) fn host_heading(segments: &[Segment<'_>], second: Option<&str>) -> Option<String> {
    let second = second?;
    let mut last = None;
    for segment in segments {
        if let Some(heading) = segment.heading {
            let is_speaker = segment.opens_section() && segment.named.is_some();
            let name = names::reply_heading(heading.text).filter(|_| !is_speaker);
            last = name.filter(|name| !name.is_empty()).or(last);
        }
        if segment
            .named
            .as_ref()
            .is_some_and(|(named, _)| named.folded == second)
        {
            return last;
        }
    }
    None
}

/// A speaker that sibling pages suggest for a place in the exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggestion {
    pub(crate) folded: String,
    pub(crate) pages: u32,
    pub(crate) of: u32,
}

/// What the pages of one series have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub(crate) opener: Option<Suggestion>,
    pub(crate) host: Option<Suggestion>,
    pub(crate) host_name: Option<String>,
    pub(crate) openers: BTreeMap<String, u32>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Counts {
    openers: BTreeMap<String, u32>,
    seconds: BTreeMap<String, u32>,
    headings: BTreeMap<String, u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct IndexHeld {
    title: String,
    folded: String,
    questions: BTreeSet<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Listing {
    index: usize,
    written: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct NameHeld {
    pages: u32,
    spellings: BTreeMap<String, u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct PageHeld {
    folded: String,
    series: Vec<String>,
    opener: Option<String>,
    second: Option<String>,
    host_heading: Option<String>,
}

/// Gathers surveys; holds at most the stated number of each thing, whatever is added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CorpusBuilder {
    pages: Vec<PageHeld>,
    titles: BTreeMap<String, Option<String>>,
    corpus: Corpus,
}

/// What all pages together tell: who is known, which pages belong together, who usually speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corpus {
    surveyed: u64,
    names: BTreeMap<String, NameHeld>,
    indexes: Vec<IndexHeld>,
    listed: BTreeMap<String, Listing>,
    redirects: BTreeMap<String, String>,
    redirected: BTreeMap<String, Vec<String>>,
    titles: BTreeMap<String, Option<String>>,
    patterns: Vec<Pattern>,
    whole: Pattern,
    dropped: BTreeMap<&'static str, u64>,
}

impl CorpusBuilder {
    /// Makes a builder that holds nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what one page tells.
    pub fn add(&mut self, survey: &PageSurvey) {
        let corpus = &mut self.corpus;
        corpus.surveyed += 1;
        let folded = names::fold_title(&survey.title);
        if let Some(target) = &survey.redirect {
            if corpus.redirects.len() < REDIRECTS_MAX {
                corpus
                    .redirects
                    .insert(survey.title.clone(), target.clone());
            } else {
                corpus.drop_one("redirects");
            }
            return;
        }
        if self.titles.len() < TITLES_MAX && !folded.is_empty() {
            let title = survey.title.clone();
            self.titles
                .entry(folded.clone())
                .and_modify(|held| {
                    if held.as_ref() != Some(&title) {
                        *held = None;
                    }
                })
                .or_insert_with(|| Some(title.clone()));
        } else {
            corpus.drop_one("titles");
        }
        if !survey.links.is_empty() {
            corpus.add_index(survey);
        }
        corpus.add_names(&survey.speakers);
        if survey.opener.is_none() && survey.second.is_none() {
            return;
        }
        if self.pages.len() < PAGES_MAX {
            self.pages.push(PageHeld {
                folded,
                series: survey
                    .series
                    .iter()
                    .map(|title| names::fold_title(title))
                    .collect(),
                opener: survey.opener.clone(),
                second: survey.second.clone(),
                host_heading: survey.host_heading.clone(),
            });
        } else {
            corpus.drop_one("pages");
        }
    }

    /// Joins everything added; the order in which pages were added does not matter below limits.
    pub fn build(self) -> Corpus {
        let Self {
            pages,
            titles,
            mut corpus,
        } = self;
        let mut groups = vec![Counts::default(); corpus.indexes.len()];
        let mut whole = Counts::default();
        let mut kept: BTreeSet<&str> = BTreeSet::new();
        for page in &pages {
            kept.insert(&page.folded);
            let group = corpus.group(&page.folded, &page.series);
            whole.add(page);
            if let Some(group) = group {
                groups[group].add(page);
            }
        }
        corpus.patterns = groups.iter().map(Counts::pattern).collect();
        corpus.whole = whole.pattern();
        corpus.titles = titles
            .into_iter()
            .filter(|(folded, _)| kept.contains(folded.as_str()) || corpus.is_topic(folded))
            .collect();
        for index in &corpus.indexes {
            corpus
                .titles
                .insert(index.folded.clone(), Some(index.title.clone()));
        }
        for (from, to) in &corpus.redirects {
            let names = corpus.redirected.entry(to.clone()).or_default();
            if names.len() < REDIRECTED_MAX {
                names.push(from.clone());
            }
        }
        corpus
    }
}

impl Counts {
    fn add(&mut self, page: &PageHeld) {
        let places = [
            (&mut self.openers, &page.opener),
            (&mut self.seconds, &page.second),
            (&mut self.headings, &page.host_heading),
        ];
        for (counts, name) in places {
            if let Some(name) = name {
                *counts.entry(name.clone()).or_default() += 1;
            }
        }
    }

    fn pattern(&self) -> Pattern {
        let opener = most(&self.openers);
        let host = most(&self.seconds).filter(|host| {
            opener
                .as_ref()
                .is_none_or(|opener| opener.folded != host.folded)
        });
        let heading = self
            .headings
            .iter()
            .max_by_key(|(name, pages)| (**pages, std::cmp::Reverse(name.as_str())));
        let host_name = heading
            .filter(|(_, pages)| **pages >= KNOWN_PAGES_MIN)
            .map(|(name, _)| name.clone());
        Pattern {
            opener,
            host,
            host_name,
            openers: self.openers.clone(),
        }
    }
}

/// The name in more than half of the pages, when there are at least two of them.
fn most(counts: &BTreeMap<String, u32>) -> Option<Suggestion> {
    let of: u32 = counts.values().sum();
    let (folded, pages) = counts.iter().max_by_key(|(_, pages)| **pages)?;
    (*pages >= KNOWN_PAGES_MIN && pages * 2 > of).then(|| Suggestion {
        folded: folded.clone(),
        pages: *pages,
        of,
    })
}

impl Corpus {
    /// Joins surveys in one go.
    pub fn from_surveys(surveys: impl IntoIterator<Item = PageSurvey>) -> Self {
        let mut builder = CorpusBuilder::new();
        for survey in surveys {
            builder.add(&survey);
        }
        builder.build()
    }

    /// How many pages were surveyed.
    pub fn pages_surveyed(&self) -> u64 {
        self.surveyed
    }

    /// How many names, titles, listings and redirects are held.
    pub fn entries_held(&self) -> usize {
        self.names.len()
            + self.titles.len()
            + self.listed.len()
            + self.redirects.len()
            + self.indexes.len()
    }

    /// About how many bytes of text are held.
    pub fn bytes_held(&self) -> usize {
        let names: usize = self
            .names
            .iter()
            .map(|(name, held)| name.len() + held.spellings.keys().map(String::len).sum::<usize>())
            .sum();
        let titles: usize = self
            .titles
            .iter()
            .map(|(folded, title)| folded.len() + title.as_ref().map_or(0, String::len))
            .sum();
        let listed: usize = self
            .listed
            .iter()
            .map(|(folded, it)| folded.len() + it.written.len())
            .sum();
        let redirects: usize = self
            .redirects
            .iter()
            .map(|(from, to)| from.len() + to.len())
            .sum();
        names + titles + listed + 2 * redirects
    }

    /// One sentence for each kind of thing of which there were more than are kept.
    pub fn limits_reached(&self) -> Vec<String> {
        self.dropped
            .iter()
            .map(|(what, count)| format!("{count} {what} beyond the limit were not compared"))
            .collect()
    }

    /// The title of the page a link means: itself, a redirect's target, or one spelled alike.
    pub fn resolve(&self, written: &str) -> String {
        let title = normal_title(written);
        if let Some(target) = self.redirects.get(&title) {
            return target.clone();
        }
        let alike = self.titles.get(&names::fold_title(&title));
        match alike {
            Some(Some(known)) => known.clone(),
            _ => title,
        }
    }

    fn drop_one(&mut self, what: &'static str) {
        *self.dropped.entry(what).or_default() += 1;
    }

    fn add_index(&mut self, survey: &PageSurvey) {
        if self.indexes.len() >= INDEXES_MAX {
            self.drop_one("index pages");
            return;
        }
        let index = self.indexes.len();
        let questions = survey.questions.iter().cloned().collect();
        let folded = names::fold_title(&survey.title);
        self.indexes.push(IndexHeld {
            title: survey.title.clone(),
            folded,
            questions,
        });
        for written in survey.links.iter().take(index::LINKS_MAX) {
            let folded = names::fold_title(written);
            if self.listed.len() >= LISTED_MAX {
                self.drop_one("listed pages");
            } else if !folded.is_empty() {
                let listing = Listing {
                    index,
                    written: written.clone(),
                };
                self.list(folded, listing);
            }
        }
    }

    /// A page that two index pages list belongs to the one that sorts first.
    fn list(&mut self, folded: String, listing: Listing) {
        let title = |index: usize| self.indexes.get(index).map(|index| index.title.as_str());
        let known = self.listed.get(&folded);
        if known.is_none_or(|known| title(known.index) > title(listing.index)) {
            self.listed.insert(folded, listing);
        }
    }

    fn add_names(&mut self, speakers: &[(String, String)]) {
        let mut counted: Vec<&str> = Vec::new();
        for (folded, written) in speakers {
            if self.names.len() >= NAMES_MAX && !self.names.contains_key(folded) {
                self.drop_one("names");
                continue;
            }
            let held = self.names.entry(folded.clone()).or_default();
            if !counted.contains(&folded.as_str()) {
                held.pages += 1;
                counted.push(folded);
            }
            if held.spellings.len() < 4 || held.spellings.contains_key(written) {
                *held.spellings.entry(written.clone()).or_default() += 1;
            }
        }
    }

    /// Which series a page belongs to: the index page that lists it, or that it names itself.
    pub(crate) fn group(&self, folded_title: &str, series: &[String]) -> Option<usize> {
        self.listed
            .get(folded_title)
            .map(|listing| listing.index)
            .or_else(|| {
                let named = self.indexes.iter().enumerate();
                let named = named.filter(|(_, index)| series.contains(&index.folded));
                named
                    .min_by_key(|(_, index)| &index.title)
                    .map(|(at, _)| at)
            })
    }

    /// The pattern of a series; of all pages when the page belongs to none.
    pub(crate) fn pattern(&self, group: Option<usize>) -> &Pattern {
        group
            .and_then(|group| self.patterns.get(group))
            .unwrap_or(&self.whole)
    }

    pub(crate) fn is_known_speaker(&self, folded: &str) -> bool {
        self.names
            .get(folded)
            .is_some_and(|held| held.pages >= KNOWN_PAGES_MIN)
    }

    /// Whether an index page lists a page of this name.
    pub(crate) fn is_topic(&self, folded: &str) -> bool {
        self.listed.contains_key(&folded.replace(' ', ""))
    }

    pub(crate) fn has_index(&self) -> bool {
        !self.indexes.is_empty()
    }

    /// The spelling most pages use for a speaker; among equals the one with accents.
    pub(crate) fn spelling(&self, folded: &str) -> Option<&str> {
        let held = self.names.get(folded)?;
        let best = held
            .spellings
            .iter()
            .max_by_key(|(written, pages)| (**pages, written.as_str()))?;
        Some(best.0)
    }

    pub(crate) fn is_standing_question(&self, group: Option<usize>, text: &str) -> bool {
        group.is_some_and(|group| self.indexes[group].questions.contains(&names::fold(text)))
    }

    /// How the index page of a series spells a page, with the title of that index page.
    pub(crate) fn spelling_on_index(&self, folded_title: &str) -> Option<(&str, &str)> {
        let listing = self.listed.get(folded_title)?;
        Some((&listing.written, &self.indexes.get(listing.index)?.title))
    }

    /// Titles that redirect to a page.
    pub(crate) fn redirects_to(&self, title: &str) -> &[String] {
        self.redirected.get(title).map_or(&[], Vec::as_slice)
    }
}
