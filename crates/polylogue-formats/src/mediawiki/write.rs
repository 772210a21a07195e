//! Writes dialogues as an XML export of MediaWiki talk pages: one page for each dialogue, its turns
//! signed as people sign there.
//!
//! A talk page says who speaks in a form that needs no guessing, so that what is written here is
//! read back by [`super::read_page`] with the same speakers, order and words. Licence and source
//! of each turn stand in a comment below it and in the summary of the page.

use super::wikitext;
use super::{PAGE_BYTES_MAX, normal_title};
use crate::date::{Civil, civil, iso_time};

/// The longest title of a page in a wiki, in bytes, without its namespace.
const TITLE_BYTES_MAX: usize = 240;
/// The most turns on one page; what goes beyond stands on a page of its own.
const TURNS_MAX: usize = 10_000;
/// Room for what a page holds beside its turns.
const MARGIN_BYTES: usize = 64 * 1024;
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A dialogue to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenDialogue {
    /// Its title.
    pub title: String,
    /// Its turns, in order.
    pub turns: Vec<WrittenTurn>,
}

/// A turn to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenTurn {
    /// Who speaks; empty where nobody is named.
    pub speaker: String,
    /// When it was said, in seconds since 1970, where that is known.
    pub said_at: Option<u64>,
    /// What is said, in Markdown.
    pub markdown: String,
    /// The licence, as it is known.
    pub licence: String,
    /// Where it was taken from, or can be found.
    pub source: String,
}

/// Where an export was made: what its head says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenSite {
    /// The name of the place.
    pub name: String,
    /// The language of the interface (BCP 47).
    pub language: String,
    /// Who made the export.
    pub contributor: String,
    /// When, in seconds since 1970.
    pub time: u64,
}

/// Writes an export piece by piece: head, pages, end.
#[derive(Debug)]
pub struct Export {
    site: WrittenSite,
    pages: u64,
    titles: std::collections::BTreeSet<String>,
}

impl Export {
    /// Begins an export; the text is its head.
    pub fn begin(site: WrittenSite) -> (Self, String) {
        let head = format!(
            "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" \
             xml:lang=\"{}\">\n  <siteinfo>\n    <sitename>{}</sitename>\n    \
             <generator>Polylogue</generator>\n    <case>first-letter</case>\n    \
             <namespaces>\n      \
             <namespace key=\"0\" case=\"first-letter\" />\n      \
             <namespace key=\"1\" case=\"first-letter\">Talk</namespace>\n    </namespaces>\n  \
             </siteinfo>\n",
            in_xml(&site.language),
            in_xml(&site.name),
        );
        let export = Self {
            site,
            pages: 0,
            titles: std::collections::BTreeSet::new(),
        };
        (export, head)
    }

    /// Writes one dialogue: a page, or several where one would be too long to be read back.
    pub fn dialogue(&mut self, dialogue: &WrittenDialogue) -> String {
        let mut out = String::new();
        let mut page = Page::begin(&dialogue.title);
        for turn in &dialogue.turns {
            let written = turn_text(turn);
            let is_full = page.text.len() + written.len() + MARGIN_BYTES > PAGE_BYTES_MAX;
            if page.turns > 0 && (is_full || page.turns >= TURNS_MAX) {
                out.push_str(&self.page(&dialogue.title, &page));
                page = Page::begin(&dialogue.title);
            }
            page.add(turn, &written);
        }
        out.push_str(&self.page(&dialogue.title, &page));
        out
    }

    /// The end of the export.
    pub fn end(self) -> &'static str {
        "</mediawiki>\n"
    }

    /// How many pages were written.
    pub fn pages(&self) -> u64 {
        self.pages
    }

    fn page(&mut self, title: &str, page: &Page) -> String {
        self.pages += 1;
        let title = self.page_title(title);
        let Page { text, licences, .. } = page;
        let comment = match licences.as_slice() {
            [] => "Exported from Polylogue".to_owned(),
            licences => format!("Exported from Polylogue; licences: {}", licences.join(", ")),
        };
        format!(
            "  <page>\n    <title>Talk:{title}</title>\n    <ns>1</ns>\n    <id>{number}</id>\n    \
             <revision>\n      <id>{number}</id>\n      <timestamp>{time}</timestamp>\n      \
             <contributor>\n        <username>{by}</username>\n      </contributor>\n      \
             <comment>{comment}</comment>\n      <model>wikitext</model>\n      \
             <format>text/x-wiki</format>\n      \
             <text bytes=\"{bytes}\" xml:space=\"preserve\">{text}</text>\n    </revision>\n  \
             </page>\n",
            title = in_xml(&title),
            number = self.pages,
            time = iso_time(page.latest.unwrap_or(self.site.time)),
            by = in_xml(&self.site.contributor),
            comment = in_xml(&comment),
            bytes = text.len(),
            text = in_xml(text),
        )
    }

    /// A title no other page of this export has, without what no wiki takes in one.
    fn page_title(&mut self, title: &str) -> String {
        let plain = title.replace(['#', '<', '>', '[', ']', '|', '{', '}'], " ");
        let mut plain = normal_title(&plain);
        plain.truncate(plain.floor_char_boundary(TITLE_BYTES_MAX));
        let plain = match plain.trim() {
            "" => "Untitled".to_owned(),
            plain => plain.to_owned(),
        };
        let mut free = plain.clone();
        let mut number = 1;
        while !self.titles.insert(free.to_lowercase()) {
            number += 1;
            free = format!("{plain} ({number})");
        }
        free
    }
}

/// A page being written.
struct Page {
    text: String,
    turns: usize,
    licences: Vec<String>,
    latest: Option<u64>,
}

impl Page {
    fn begin(title: &str) -> Self {
        let title = wikitext::escaped(&normal_title(title)).replace('=', "&#61;");
        Self {
            text: format!("== {title} ==\n"),
            turns: 0,
            licences: Vec::new(),
            latest: None,
        }
    }

    fn add(&mut self, turn: &WrittenTurn, written: &str) {
        self.text.push_str(written);
        self.turns += 1;
        self.latest = self.latest.max(turn.said_at);
        if !turn.licence.is_empty() && !self.licences.contains(&turn.licence) {
            self.licences.push(turn.licence.clone());
        }
    }
}

fn turn_text(turn: &WrittenTurn) -> String {
    let mut out = format!(
        "\n{}\n\n{}\n",
        wikitext::of_markdown(&turn.markdown),
        signature(turn)
    );
    let known = [("Licence", &turn.licence), ("Source", &turn.source)];
    let said: Vec<String> = known
        .iter()
        .filter(|(_, what)| !what.is_empty())
        .map(|(name, what)| format!("{name}: {what}"))
        .collect();
    if !said.is_empty() {
        let comment = said.join("; ").replace('\n', " ").replace("--", "- -");
        out.push_str(&format!("<!-- {comment} -->\n"));
    }
    out
}

/// Who said it and when, as people sign on talk pages; a name that cannot stand in a link to a user
/// is given as one that somebody else put there.
fn signature(turn: &WrittenTurn) -> String {
    let speaker = normal_title(&turn.speaker);
    let time = turn.said_at.map(signed_time);
    let may_be_linked = |it: char| !"#<>[]|{}/:@".contains(it);
    if !speaker.is_empty() && speaker.chars().all(may_be_linked) {
        let user = format!("— [[User:{speaker}|{speaker}]]");
        return match time {
            Some(time) => format!("{user} {time}"),
            None => user,
        };
    }
    let speaker = match speaker.replace(['|', '{', '}'], " ").trim() {
        "" => "unnamed".to_owned(),
        name => name.to_owned(),
    };
    match time {
        Some(time) => format!("{{{{unsigned|{speaker}|{time}}}}}"),
        None => format!("{{{{unsigned|{speaker}}}}}"),
    }
}

fn signed_time(seconds: u64) -> String {
    let Civil {
        year,
        month,
        day,
        hour,
        minute,
        ..
    } = civil(seconds);
    let month = MONTHS[month];
    format!("{hour:02}:{minute:02}, {day} {month} {year} (UTC)")
}

/// Words as XML text or attribute, without the characters XML cannot hold.
fn in_xml(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(character),
            '\u{FFFE}' | '\u{FFFF}' => {}
            it if it.is_control() => {}
            it => out.push(it),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(signed_time(1_304_426_040), "12:34, 3 May 2011 (UTC)");
    }
}
