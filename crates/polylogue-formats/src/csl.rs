//! Works cited, as a style of the Citation Style Language sets them: in the text, and in a list
//! behind it.
//!
//! The processor is hayagriva's. What is here is what a work of a commons is to it, the two styles
//! and three languages that travel with the program, and the bounds within which a style of
//! somebody's own is taken: a style is a small program, and one that calls itself has no end.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use hayagriva::citationberg::json::{
    DateValue, FixedDate, FixedDateRange, Item, LiteralName, NameItem, NameValue, Value,
};
use hayagriva::citationberg::{
    FontStyle, FontVariant, FontWeight, IndependentStyle, Locale, LocaleCode, LocaleFile, Style,
    StyleClass, VerticalAlign,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild,
    ElemChildren, ElemMeta, Formatting,
};

mod bounds;

/// A style's file is never longer. Chosen by us: the longest of ten thousand has 330 KB.
pub const STYLE_BYTES_MAX: usize = 512 << 10;
/// Works and citations of one set. Chosen by us; the processor compares works with each other.
const SET_MAX: usize = 2_000;

const HARVARD: &str = include_str!("../assets/csl/harvard-cite-them-right.csl");
const IEEE: &str = include_str!("../assets/csl/ieee.csl");
const LOCALES: [(&str, &str); 3] = [
    ("en-US", include_str!("../assets/csl/locales-en-US.xml")),
    ("es-ES", include_str!("../assets/csl/locales-es-ES.xml")),
    ("ar", include_str!("../assets/csl/locales-ar.xml")),
];

/// How works are cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationStyle {
    title: String,
    style: IndependentStyle,
}

/// Why a file is no style that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StyleFault {
    /// Longer than any style is.
    #[error("the style has more than {} bytes", STYLE_BYTES_MAX)]
    TooLong,
    /// Not the language of styles.
    #[error("this is no style that can be read: {0}")]
    NotAStyle(String),
    /// Only names another style.
    #[error("this style says only that it is like another ({0})")]
    Dependent(String),
    /// Its parts stand in each other without end, or too deep.
    #[error("the style's part “{0}” comes back to itself, or goes too deep")]
    Endless(String),
    /// Meant for footnotes.
    #[error("this style is for footnotes; works are cited in the text here")]
    Notes,
    /// It says what stands in the text, and nothing of a list.
    #[error("this style has no list of works")]
    NoList,
}

impl StyleFault {
    /// What to do next, in a sentence.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Dependent(_) => "fetch the file of the style it names, and give that",
            Self::TooLong | Self::NotAStyle(_) | Self::Endless(_) => {
                "give a CSL file such as those of citationstyles.org, or `author-date` or `numeric`"
            }
            Self::Notes | Self::NoList => {
                "give a style by author and date or by number, or `author-date` or `numeric`"
            }
        }
    }
}

impl CitationStyle {
    /// By author and year: Cite Them Right (Harvard).
    #[must_use]
    pub fn author_date() -> &'static Self {
        static STYLE: OnceLock<CitationStyle> = OnceLock::new();
        STYLE.get_or_init(|| Self::read(HARVARD).expect("a test reads the style that is ours"))
    }

    /// By number: IEEE.
    #[must_use]
    pub fn numeric() -> &'static Self {
        static STYLE: OnceLock<CitationStyle> = OnceLock::new();
        STYLE.get_or_init(|| Self::read(IEEE).expect("a test reads the style that is ours"))
    }

    /// One of the styles that travel with the program, by its name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        match name {
            "author-date" => Some(Self::author_date()),
            "numeric" => Some(Self::numeric()),
            _ => None,
        }
    }

    /// Reads a style of somebody's own.
    ///
    /// # Errors
    /// A [`StyleFault`] saying why it cannot be used.
    pub fn read(xml: &str) -> Result<Self, StyleFault> {
        bounds::check(xml)?;
        let style = match Style::from_xml(xml) {
            Ok(Style::Independent(style)) => style,
            Ok(Style::Dependent(it)) => return Err(StyleFault::Dependent(it.parent_link.href)),
            Err(fault) => return Err(StyleFault::NotAStyle(fault.to_string())),
        };
        if style.settings.class == StyleClass::Note {
            return Err(StyleFault::Notes);
        }
        if style.bibliography.is_none() {
            return Err(StyleFault::NoList);
        }
        let title = style.info.title.value.clone();
        Ok(Self { title, style })
    }

    /// What the style is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }
}

/// A work, in the fields that are known of it; what is empty is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// What nothing else in the set has.
    pub id: String,
    /// The type of work in CSL.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Who made it, as printed, separated by `;`.
    pub authors: String,
    /// When it was issued, as printed.
    pub issued: String,
    /// Where it can be read.
    pub address: String,
    /// The language of its title (BCP 47).
    pub language: String,
}

/// One work that a citation names: its place among the works, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Its place among the works of the set.
    pub work: usize,
    /// Where in it: `p. 12`; may be empty.
    pub place: String,
}

/// Some words that are set in one way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub words: String,
    /// How they are set.
    pub look: Look,
    /// Which of the works they stand for, where they are a part of a citation.
    pub work: Option<usize>,
    /// Where they lead, if to an address.
    pub address: Option<String>,
}

/// How words are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// In italics.
    pub is_italic: bool,
    /// In bold.
    pub is_bold: bool,
    /// Above the line.
    pub is_raised: bool,
}

/// A work as the list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its place among the works of the set.
    pub work: usize,
    /// What stands before it: its number; may be empty.
    pub label: Vec<Run>,
    /// What is said of it.
    pub runs: Vec<Run>,
}

/// Works as a style sets them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Set {
    /// What stands in the text, for each citation in its order.
    pub citations: Vec<Vec<Run>>,
    /// The list, in the order of the style.
    pub list: Vec<Listed>,
}

/// The words of runs alone.
#[must_use]
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|it| it.words.as_str()).collect()
}

/// Sets works in the language of a text. Nothing where there are more of them than are set, or
/// where the style breaks on them: then the caller says what it can.
#[must_use]
pub fn set(
    style: &CitationStyle,
    language: &str,
    works: &[Work],
    citations: &[Vec<Cited>],
) -> Option<Set> {
    if works.len() > SET_MAX || citations.len() > 5 * SET_MAX {
        return None;
    }
    // Styles come from anywhere, and the processor has places that give up. A text is readable
    // without its works set, so none of them may take the page along.
    let set = || set_by(style, language, works, citations);
    catch_unwind(AssertUnwindSafe(set)).ok()
}

fn set_by(style: &CitationStyle, language: &str, works: &[Work], citations: &[Vec<Cited>]) -> Set {
    let items: Vec<Item> = works.iter().map(item).collect();
    let locale = Some(LocaleCode(locale_of(language).to_owned()));
    let mut driver = BibliographyDriver::new();
    let request = |all| CitationRequest::new(all, &style.style, locale.clone(), locales(), None);
    // First every work in the order of the text, since that is what numbers go by.
    let all = items.iter().map(CitationItem::with_entry).collect();
    driver.citation(request(all));
    for cited in citations {
        let named = cited.iter().filter_map(|it| items.get(it.work));
        driver.citation(request(named.map(CitationItem::with_entry).collect()));
    }
    let rendered = driver.finish(BibliographyRequest::new(
        &style.style,
        locale.clone(),
        locales(),
    ));
    let places: BTreeMap<&str, usize> = works
        .iter()
        .zip(0..)
        .map(|(it, at)| (&*it.id, at))
        .collect();
    let of_text = rendered.citations.iter().skip(1).zip(citations);
    let citations = of_text.map(|(it, cited)| {
        let mut runs = Vec::new();
        flatten(&it.citation, None, &mut runs);
        for run in &mut runs {
            run.work = run.work.and_then(|at| cited.get(at)).map(|it| it.work);
        }
        placed(runs, cited)
    });
    let list = rendered.bibliography.into_iter().flat_map(|it| it.items);
    let list = list.filter_map(|it| {
        let mut listed = Listed {
            work: *places.get(it.key.as_str())?,
            label: Vec::new(),
            runs: Vec::new(),
        };
        if let Some(first) = it.first_field {
            flatten(&ElemChildren(vec![first]), None, &mut listed.label);
        }
        flatten(&it.content, None, &mut listed.runs);
        Some(listed)
    });
    Set {
        citations: citations.collect(),
        list: list.collect(),
    }
}

/// Puts where in its works a citation leads behind each: styles differ in how they name pages, and
/// what somebody typed (`p. 12`, `cap. 3`) is said as they typed it.
fn placed(runs: Vec<Run>, cited: &[Cited]) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::with_capacity(runs.len());
    let put = |all: &mut Vec<Run>, work: usize| {
        let place = cited
            .iter()
            .find(|it| it.work == work && !it.place.is_empty());
        let Some(place) = place else { return };
        // A number in brackets of its own has them behind it: `[3]` becomes `[3, p. 12]`.
        let closes = all.last_mut().filter(|it| it.words.ends_with([']', ')']));
        let closing = closes.and_then(|it| it.words.pop());
        all.push(Run {
            words: format!(
                ", {}{}",
                place.place,
                closing.map(String::from).unwrap_or_default()
            ),
            ..Run::default()
        });
    };
    let mut open = None;
    for run in runs {
        if let Some(work) = open.filter(|it| run.work != Some(*it)) {
            put(&mut all, work);
        }
        open = run.work;
        all.push(run);
    }
    if let Some(work) = open {
        put(&mut all, work);
    }
    all
}

fn flatten(children: &ElemChildren, work: Option<usize>, runs: &mut Vec<Run>) {
    for child in &children.0 {
        match child {
            ElemChild::Text(it) => put(runs, (&it.text, it.formatting), work, None),
            ElemChild::Link { text, url } => {
                put(runs, (&text.text, text.formatting), work, Some(url));
            }
            ElemChild::Markup(words) => put(runs, (words, Formatting::default()), work, None),
            ElemChild::Elem(it) => {
                let work = match it.meta {
                    Some(ElemMeta::Entry(at)) => Some(at),
                    _ => work,
                };
                flatten(&it.children, work, runs);
            }
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn put(
    runs: &mut Vec<Run>,
    (words, set): (&str, Formatting),
    work: Option<usize>,
    address: Option<&String>,
) {
    let look = Look {
        is_italic: set.font_style == FontStyle::Italic,
        is_bold: set.font_weight == FontWeight::Bold || set.font_variant == FontVariant::SmallCaps,
        is_raised: set.vertical_align == VerticalAlign::Sup,
    };
    let run = Run {
        words: words.to_owned(),
        look,
        work,
        address: address.cloned(),
    };
    match runs.last_mut() {
        Some(last) if last.look == look && last.work == work && last.address == run.address => {
            last.words.push_str(&run.words);
        }
        _ if run.words.is_empty() => {}
        _ => runs.push(run),
    }
}

/// The language whose words a list in this language has; English where there are none.
fn locale_of(language: &str) -> &'static str {
    let base = language.split('-').next().unwrap_or_default();
    let found = LOCALES
        .iter()
        .find(|(tag, _)| tag.split('-').next() == Some(base));
    found.map_or(LOCALES[0].0, |(tag, _)| *tag)
}

fn locales() -> &'static [Locale] {
    static ALL: OnceLock<Vec<Locale>> = OnceLock::new();
    ALL.get_or_init(|| {
        let read = |(_, xml): &(&str, &str)| {
            let file = LocaleFile::from_xml(xml).expect("a test reads the words that are ours");
            Locale::from(file)
        };
        LOCALES.iter().map(read).collect()
    })
}

fn item(work: &Work) -> Item {
    let mut fields = BTreeMap::new();
    let mut put = |name: &str, words: &str| {
        if !words.is_empty() {
            fields.insert(name.to_owned(), Value::String(words.to_owned()));
        }
    };
    put("id", &work.id);
    put("type", &work.kind);
    put("title", &work.title);
    put("URL", &work.address);
    put("language", &work.language);
    let authors = work.authors.split(';').map(str::trim);
    let names: Vec<NameValue> = authors.filter(|it| !it.is_empty()).map(name).collect();
    if !names.is_empty() {
        fields.insert("author".to_owned(), Value::Names(names));
    }
    if let Some(start) = date(&work.issued) {
        let raw = FixedDateRange { start, end: None };
        let date = DateValue::Raw {
            raw,
            literal: None,
            season: None,
        };
        fields.insert("issued".to_owned(), Value::Date(date));
    }
    Item(fields)
}

/// A name as it is printed: `Moss, L.` and `L. Moss` are a person's; of others nobody can tell
/// which of the words is a family's.
fn name(printed: &str) -> NameValue {
    let parts = match printed.split_once(',') {
        Some((family, given)) => Some((family.trim(), given.trim())),
        None => printed
            .rsplit_once(' ')
            .filter(|(given, _)| given.split_whitespace().all(|it| it.ends_with('.')))
            .map(|(given, family)| (family, given)),
    };
    match parts {
        Some((family, given)) if !family.is_empty() && !given.is_empty() => {
            NameValue::Item(NameItem {
                family: family.to_owned(),
                given: Some(given.to_owned()),
                non_dropping_particle: None,
                dropping_particle: None,
                suffix: None,
            })
        }
        _ => NameValue::Literal(LiteralName {
            literal: printed.to_owned(),
        }),
    }
}

/// A date as it is printed: `2016`, `2016-05`, `2016-05-03`; of anything else the year in it.
fn date(printed: &str) -> Option<FixedDate> {
    let mut parts = printed.trim().splitn(3, '-');
    let number = |it: Option<&str>, most: u8| {
        let it = it?.trim().parse::<u8>().ok()?;
        (1..=most).contains(&it).then_some(it - 1)
    };
    let is_year = |it: &&str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    let first = parts.next().filter(is_year);
    let year = match first {
        Some(year) => year,
        None => printed
            .split(|it: char| !it.is_ascii_digit())
            .find(is_year)?,
    };
    let month = first.and_then(|_| number(parts.next(), 12));
    Some(FixedDate {
        year: year.parse().ok()?,
        month,
        day: month.and_then(|_| number(parts.next(), 31)),
        season: None,
    })
}

#[cfg(test)]
mod tests;
