//! Reads dialogues kept on MediaWiki pages: from wikitext files and from XML exports; and writes
//! dialogues as such an export ([`Export`]).
//!
//! A folder or export goes through in two passes, so that forty thousand pages need little memory:
//! [`survey`] reads each page once and keeps only what other pages need, [`CorpusBuilder`] joins
//! those into a bounded [`Corpus`], and [`read_page`] then reads each page whole.
//! Every rule goes by form (headings, attribution lines, lists, positions) and never by knowing a
//! page or a person; docs/formats/mediawiki.md states them all.
//!
//! What this module never does: open files, hash, look at a clock, or guess without saying so.
//! A guess is an offer: it is marked [`SpeakerOrigin::Repaired`] and listed in the [`Report`].

use std::ops::Range;

mod exchange;
mod index;
mod inline;
mod markdown;
mod names;
mod quotes;
mod report;
mod sections;
mod survey;
mod talk;
mod text;
mod wikitext;
mod write;
pub mod xml;

pub use self::report::{Read, ReadKind, Repair, RepairKind, Report, SkipReason, Skipped};
pub use self::survey::{
    Corpus, CorpusBuilder, INDEXES_MAX, LISTED_MAX, NAMES_MAX, PAGES_MAX, PageSurvey,
    REDIRECTS_MAX, TITLES_MAX, survey,
};
pub use self::write::{Export, WrittenDialogue, WrittenSite, WrittenTurn};

use self::text::Clean;

/// The longest wikitext of one page that is read, in bytes; a longer page is skipped and named.
pub const PAGE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// What the caller says that the pages do not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The licence of all pages, in the words it is known by, such as "CC BY-SA 3.0".
    pub licence: Option<String>,
    /// The address that page titles are appended to, such as `https://wiki.example.org/`.
    pub source: Option<String>,
    /// The speaker of turns whose speaker no page names; goes before what sibling pages suggest.
    pub speaker: Option<String>,
}

/// One page to be read: its title, its wikitext, and what an export says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page<'a> {
    /// The title as the wiki writes it, with its namespace when it has one ("Talk:Water").
    pub title: &'a str,
    /// The number of the namespace, when known; odd numbers are talk pages.
    pub namespace: Option<i64>,
    /// The number or name of the revision, when known.
    pub revision: Option<&'a str>,
    /// The wikitext; it should be UTF-8, and what is not is replaced and reported.
    pub text: &'a [u8],
}

impl<'a> Page<'a> {
    /// Makes a page of the main namespace with an unknown revision.
    pub fn new(title: &'a str, text: &'a [u8]) -> Self {
        Self {
            title,
            namespace: None,
            revision: None,
            text,
        }
    }

    fn is_talk(&self) -> bool {
        match self.namespace {
            Some(number) => number > 0 && number % 2 == 1,
            None => self.title.split_once(':').is_some_and(|(namespace, _)| {
                let folded = names::fold(namespace);
                folded == "talk" || folded.ends_with(" talk") || folded.starts_with("diskussion")
            }),
        }
    }
}

/// Everything read from one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The page itself.
    pub page: ImportedPage,
    /// What kind of page it is.
    pub kind: PageKind,
    /// The standing questions an index page puts to every perspective, in order.
    pub questions: Vec<ImportedQuestion>,
    /// The pages an index page lists, in order, under the spelling it uses.
    pub listed: Vec<IndexLink>,
    /// The perspective this page is about.
    pub perspective: Option<ImportedPerspective>,
    /// The perspective that answers on every page of the series, when something names it.
    pub host_perspective: Option<ImportedPerspective>,
    /// The exchange on this page: one at most on a normal page, one per thread on a talk page.
    pub dialogues: Vec<ImportedDialogue>,
    /// What was read, left out and repaired, each with its place.
    pub report: Report,
}

/// What kind of page was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// Lists the pages of a series and the standing questions.
    Index,
    /// Holds one exchange on one perspective.
    Dialogue,
    /// Holds threads of signed remarks.
    Talk,
    /// Only points at another page.
    Redirect,
    /// Anything else; nothing is taken from it.
    Other,
}

/// A page as a source of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedPage {
    /// The title, with spaces and not underscores.
    pub title: String,
    /// Where it is found: the given source address with the title, or `mediawiki:Title`.
    pub address: String,
    /// The licence the caller gave; it holds for every turn of the page.
    pub licence: Option<String>,
    /// The revision the caller or the export gave.
    pub revision: Option<String>,
    /// The categories the page files itself under; they are not part of any text.
    pub categories: Vec<String>,
    /// The page a redirect points at.
    pub redirect: Option<String>,
    /// Links that stand above the first turn, such as the one to the index page.
    pub links: Vec<ImportedLink>,
    /// Reference sections that belong to no turn.
    pub references: Vec<ImportedReference>,
}

/// A standing question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedQuestion {
    /// The question as plain words.
    pub text: String,
    /// The line it stands on, counted from 1.
    pub line: u32,
}

/// A page named by an index page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexLink {
    /// The title as the index page spells it.
    pub written: String,
    /// The title of the page that is meant, when there is one under a like spelling.
    pub title: String,
    /// The line it stands on, counted from 1.
    pub line: u32,
}

/// A perspective with the names it was seen under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedPerspective {
    /// The name to use.
    pub name: String,
    /// Other names and spellings, each with where it was seen, in order.
    pub other_names: Vec<OtherName>,
}

/// Another name of a perspective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherName {
    /// The name as written there.
    pub name: String,
    /// Where it was seen.
    pub seen: NameSeen,
}

/// Where another name of a perspective was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameSeen {
    /// In the bold title line or the label line of the page, on this line.
    PageLine(u32),
    /// In a link of this index page.
    Index(String),
    /// In the name of a category of the page.
    Category,
    /// In the title of a page that redirects to this one.
    Redirect,
}

/// A sequence of turns on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedDialogue {
    /// The title: that of the page, or the heading of the thread on a talk page.
    pub title: String,
    /// How far it got.
    pub state: DialogueState,
    /// The turns in the order of the page.
    pub turns: Vec<ImportedTurn>,
}

/// How far an exchange got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogueState {
    /// One voice spoke and nobody replied.
    NoReply,
    /// One reply and nothing after it.
    SingleReply,
    /// The last turn probes the replying side, which did not answer.
    Unanswered,
    /// The replying side had the last word after a probe.
    Closed,
    /// A thread of a talk page, which has no such form.
    Thread,
}

/// One attributed piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedTurn {
    /// The speaker, under the spelling most used for them; `None` when nobody is named.
    pub speaker: Option<String>,
    /// Where the name of the speaker comes from.
    pub speaker_origin: SpeakerOrigin,
    /// The part this turn plays in the exchange.
    pub role: TurnRole,
    /// Which perspective it speaks for.
    pub speaks_for: SpeaksFor,
    /// Whether it speaks from within that perspective.
    pub voice: Voice,
    /// The heading it stands under, as written.
    pub heading: Option<String>,
    /// The first line of its text, counted from 1.
    pub first_line: u32,
    /// The last line of its text; notes of where it was taken from come after it.
    pub last_line: u32,
    /// The line where its own words start, when it opens with a list of standing questions.
    pub own_words_line: Option<u32>,
    /// The time it was signed, as `YYYY-MM-DDTHH:MMZ`, on talk pages that say so.
    pub said_at: Option<String>,
    /// The turn of the same dialogue it replies to, by indentation, on talk pages.
    pub replies_to: Option<usize>,
    /// The text as Markdown.
    pub markdown: String,
    /// The words a reader of that Markdown sees: NFC, white space as one space.
    pub plain: String,
    /// Where each paragraph, heading, list item and code block stands in `plain`, in bytes.
    ///
    /// They come in the order in which Markdown gives them, without the text of footnotes.
    pub paragraphs: Vec<Range<usize>>,
    /// Where it quotes earlier turns.
    pub quotes: Vec<ImportedQuote>,
    /// Its links, in order, those of its references too.
    pub links: Vec<ImportedLink>,
    /// Footnotes, and the lines after it that say where it was taken from.
    pub references: Vec<ImportedReference>,
}

impl ImportedTurn {
    /// Cuts a range of `plain` at the paragraphs it runs through.
    ///
    /// Returns for each its number, counted from 1, and the words of the range in it; a quotation
    /// that runs over two paragraphs is two passages.
    pub fn parts(&self, range: &Range<usize>) -> Vec<(usize, &str)> {
        self.paragraphs
            .iter()
            .enumerate()
            .filter_map(|(index, paragraph)| {
                let start = range.start.max(paragraph.start);
                let end = range.end.min(paragraph.end);
                let words = self.plain.get(start..end)?.trim();
                (!words.is_empty()).then_some((index + 1, words))
            })
            .collect()
    }
}

/// Where the name of a turn's speaker comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerOrigin {
    /// The page names the speaker on this line.
    Named {
        /// The line of the heading, attribution or signature, counted from 1.
        line: u32,
    },
    /// No page names the speaker; sibling pages suggest this one.
    Repaired {
        /// How many sibling pages show this speaker in this place.
        pages: u32,
        /// How many sibling pages name any speaker in this place.
        of: u32,
    },
    /// No page names the speaker; the caller did.
    Given,
    /// Nobody names the speaker.
    Unnamed,
}

/// The part a turn plays in an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnRole {
    /// Sets out the perspective of the page.
    Elicitation,
    /// The first reply of the other side.
    Response,
    /// Asks the other side further.
    Probe,
    /// Answers a probe.
    Answer,
    /// A remark in a thread.
    Remark,
}

/// Which perspective a turn speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeaksFor {
    /// The perspective the page is about.
    Page,
    /// The perspective that replies on every page.
    Host,
    /// Nobody but the speaker.
    Speaker,
}

/// Whether a turn speaks from within a perspective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// From within it.
    Within,
    /// On its behalf: the speaker lends it a voice.
    OnBehalf,
    /// In the speaker's own name.
    OwnName,
}

/// A quotation of an earlier turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedQuote {
    /// The quoted turn's place in the dialogue, counted from 0.
    pub turn: usize,
    /// The exact words of the quoted turn, as in its `plain`.
    pub words: String,
    /// Where those words stand in the quoted turn's `plain`, in bytes.
    pub quoted: Range<usize>,
    /// Where the quotation stands in the quoting turn's `plain`, in bytes.
    pub quoting: Range<usize>,
    /// The line of the paragraph that quotes, counted from 1.
    pub line: u32,
    /// Whether both sides agree to the letter, and not only in words.
    pub is_exact: bool,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedLink {
    /// Where it leads.
    pub target: LinkTarget,
    /// The words it shows; empty when it shows its address.
    pub label: String,
    /// The line of its paragraph, counted from 1.
    pub line: u32,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// To a page of the same wiki; in Markdown it is written as [`wiki_target`] does.
    Page {
        /// The title of the page that is meant, when one of a like spelling was surveyed.
        title: String,
        /// The title as the link spells it.
        written: String,
    },
    /// To an address elsewhere.
    External {
        /// The address as written.
        address: String,
    },
}

/// A footnote, or a note of where a text was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedReference {
    /// The reference as one line of Markdown.
    pub markdown: String,
    /// The line it stands on, counted from 1.
    pub line: u32,
    /// The footnote's number in the turn's Markdown, when it is a footnote.
    pub footnote: Option<u32>,
}

/// Reads one page with what the survey of all pages found.
///
/// Nothing in the page is an error: what cannot be read stands in the report of the result.
pub fn read_page(page: &Page<'_>, corpus: &Corpus, options: &Options) -> Imported {
    let mut imported = empty(page, options);
    let title = imported.page.title.clone();
    if page.text.len() > PAGE_BYTES_MAX {
        let why = SkipReason::PageTooLarge {
            bytes: page.text.len(),
        };
        imported.report.skip(&title, 1, None, why);
        return imported;
    }
    let is_talk = page.is_talk();
    if let Some(number) = page.namespace.filter(|number| *number != 0 && !is_talk) {
        imported
            .report
            .skip(&title, 1, None, SkipReason::Namespace { number });
        return imported;
    }
    let clean = Clean::from_bytes(page.text);
    imported.report.damage(&title, clean.damage);
    imported.page.categories = clean.categories.clone();
    let lines: Vec<_> = clean.lines().collect();
    if let Some((target, line)) = survey::redirect(&lines) {
        imported.kind = PageKind::Redirect;
        imported.report.skip(
            &title,
            line,
            None,
            SkipReason::Redirect {
                target: target.clone(),
            },
        );
        imported.page.redirect = Some(target);
        return imported;
    }
    if is_talk {
        talk::read(&lines, corpus, &mut imported);
    } else if let Some(found) = index::find(&lines, &title) {
        index::read(found, &lines, corpus, &mut imported);
    } else {
        exchange::read(&lines, corpus, options, &mut imported);
    }
    imported
}

fn empty(page: &Page<'_>, options: &Options) -> Imported {
    let title = normal_title(page.title);
    Imported {
        page: ImportedPage {
            address: source_address(&title, options.source.as_deref()),
            title,
            licence: options.licence.clone(),
            revision: page.revision.map(str::to_owned),
            categories: Vec::new(),
            redirect: None,
            links: Vec::new(),
            references: Vec::new(),
        },
        kind: PageKind::Other,
        questions: Vec::new(),
        listed: Vec::new(),
        perspective: None,
        host_perspective: None,
        dialogues: Vec::new(),
        report: Report::default(),
    }
}

/// Returns the title a file of wikitext stands for: its name without folder and ending.
///
/// Underscores are spaces, and `%XX` is undone, so that "Water%2FBread.mediawiki" is "Water/Bread".
pub fn title_from_file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let endings = [".mediawiki", ".wikitext", ".wiki", ".mw", ".txt"];
    let lower = name.to_ascii_lowercase();
    let ending = endings.iter().find(|ending| lower.ends_with(**ending));
    let stem = ending.map_or(name, |ending| &name[..name.len() - ending.len()]);
    normal_title(&percent_decoded(stem))
}

/// Returns the Markdown target of a link to a page of the same wiki: `wiki:` and the title.
///
/// Spaces become underscores; every byte that has a meaning in Markdown or addresses is `%XX`.
pub fn wiki_target(title: &str, section: Option<&str>) -> String {
    let mut target = String::from("wiki:");
    push_encoded(&mut target, &title.replace(' ', "_"));
    if let Some(section) = section {
        target.push('#');
        push_encoded(&mut target, &section.trim().replace(' ', "_"));
    }
    target
}

/// Returns the title that a target written by [`wiki_target`] means, without its section.
pub fn title_of_target(target: &str) -> Option<String> {
    let rest = target.strip_prefix("wiki:")?;
    let page = rest.split('#').next().unwrap_or(rest);
    Some(normal_title(&percent_decoded(page)))
}

/// Returns where a page is found: the source address and the title, or `mediawiki:Title`.
pub fn source_address(title: &str, source: Option<&str>) -> String {
    let mut address = source.unwrap_or("mediawiki:").to_owned();
    if source.is_some() && !address.ends_with(['/', '=', ':', '?']) {
        address.push('/');
    }
    push_encoded(&mut address, &title.replace(' ', "_"));
    address
}

fn normal_title(title: &str) -> String {
    let spaced = title.replace('_', " ");
    let kept: String = spaced
        .chars()
        .filter(|it| !it.is_control())
        .take(512)
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two titles are one to a wiki, which does not tell the case of the first letter.
fn is_same_title(one: &str, other: &str) -> bool {
    let (one, other) = (normal_title(one), normal_title(other));
    let mut one = one.chars();
    let mut other = other.chars();
    let first = (one.next(), other.next());
    let is_same_first = match first {
        (Some(one), Some(other)) => one.to_lowercase().eq(other.to_lowercase()),
        (one, other) => one == other,
    };
    is_same_first && one.as_str() == other.as_str()
}

fn push_encoded(address: &mut String, text: &str) {
    for character in text.chars() {
        let is_kept = character.is_ascii_alphanumeric()
            || matches!(
                character,
                '-' | '_' | '.' | '~' | ':' | '/' | ',' | ';' | '@' | '!'
            )
            || (!character.is_ascii() && character.is_alphanumeric());
        if is_kept {
            address.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                address.push('%');
                for half in [byte >> 4, byte & 15] {
                    let digit = char::from_digit(u32::from(half), 16).unwrap_or('0');
                    address.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|pair| {
            let high = char::from(pair[0]).to_digit(16)?;
            let low = char::from(pair[1]).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        });
        if let (b'%', Some(byte)) = (first, digits) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
