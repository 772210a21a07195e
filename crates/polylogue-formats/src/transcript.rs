//! What was said, as people paste it: lines that begin with a name, a name on a line of its own
//! with paragraphs under it, chats with the time of each line, or mails one under another.
//!
//! Nothing is guessed that a reader cannot check: who is taken for a speaker is listed with how
//! often they speak, the caller says which of them count, and what looks like a speaker and is
//! not taken is listed with its line, so that no words go to somebody else unseen.
//!
//! Mails: RFC 5322 for the headers looked at, RFC 3676 §4.3 for the line before a signature. Of an
//! address nothing is kept but what stands before its `@`, and only where no name does.

mod heading;
mod mail;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use heading::{Heading, How, folded, heading, listed};

/// Turns read from one text, at most.
pub const TURNS_MAX: usize = 20_000;
/// Bytes read, at most.
pub const BYTES_MAX: usize = 16 * 1024 * 1024;
/// Names that look like speakers and are not taken, listed at most.
pub const UNSURE_MAX: usize = 200;
/// Names on lines of their own that come back, from which on a text names its speakers so.
const ALONE_MIN: usize = 6;
/// Names counted before it is said who speaks, at most: more than any conversation has.
const NAMES_MAX: usize = 20_000;

/// How speakers are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speakers {
    /// As the text shows: mails where it has their headers, else names.
    AsShown,
    /// A line begins with a name and a colon, or has a name alone.
    Names,
    /// Headers of mails: `From:`, `Date:`, `Subject:`; or `On … wrote:` over what is quoted.
    Mails,
}

/// One turn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Who, as written; empty where nobody is named.
    pub speaker: String,
    /// When, as written; empty if not told.
    pub date: String,
    /// The words, with paragraphs as they stand.
    pub words: String,
    /// First and last line, from 1.
    pub lines: (u32, u32),
}

/// Why what looks like a speaker is not taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is not on the list of who speaks.
    Unlisted,
    /// It is longer than names are, and stands there once.
    Long,
    /// It has signs in it that names have not, or a small first letter, and stands there once.
    Sign,
    /// It has a line of its own, once.
    Once,
}

/// What looks like a speaker and is not taken: its words stay with whoever spoke before; of mails,
/// they are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsure {
    /// The first line it stands on, from 1.
    pub line: u32,
    /// As written.
    pub name: String,
    /// On how many lines.
    pub times: usize,
    /// Why it is not taken.
    pub why: Why,
}

/// What a text was read as.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    /// The turns, in order.
    pub turns: Vec<Spoken>,
    /// Lines that stand before anybody speaks, and are left out.
    pub before: u32,
    /// The subject of the first mail; empty if there is none.
    pub subject: String,
    /// What looks like a speaker and is not taken, in order of line; the first [`UNSURE_MAX`].
    pub unsure: Vec<Unsure>,
    /// Whether the end was left out, because there is more than is read.
    pub is_cut: bool,
}

impl Transcript {
    /// Who speaks, with how many turns each, in order of name.
    #[must_use]
    pub fn speakers(&self) -> BTreeMap<&str, usize> {
        let mut speakers = BTreeMap::new();
        for turn in &self.turns {
            *speakers.entry(turn.speaker.as_str()).or_default() += 1;
        }
        speakers
    }

    /// Who speaks, with how many turns each, the most frequent first.
    #[must_use]
    pub fn speakers_by_turns(&self) -> Vec<(&str, usize)> {
        let mut speakers: Vec<_> = self.speakers().into_iter().collect();
        speakers.sort_by_key(|(_, turns)| std::cmp::Reverse(*turns));
        speakers
    }

    fn doubt(&mut self, line: u32, name: &str, why: Why) {
        if let Some(known) = self.unsure.iter_mut().find(|it| it.name == name) {
            known.times += 1;
        } else if self.unsure.len() < UNSURE_MAX {
            let name = name.to_owned();
            self.unsure.push(Unsure {
                line,
                name,
                times: 1,
                why,
            });
        }
    }
}

/// Reads a text. `only` names who counts as a speaker, however long the name; empty: whoever looks
/// like one.
#[must_use]
pub fn read(text: &str, speakers: Speakers, only: &[String]) -> Transcript {
    let end = (0..=text.len().min(BYTES_MAX))
        .rev()
        .find(|it| text.is_char_boundary(*it))
        .unwrap_or(0);
    let is_cut = end < text.len();
    let text = &text[..end];
    let is_mail = match speakers {
        Speakers::AsShown => mail::is_shown(text),
        Speakers::Names => false,
        Speakers::Mails => true,
    };
    let mut read = if is_mail {
        mail::read(text, only)
    } else {
        let mut named = Named::new(text, only);
        named.read(text);
        named.reading.done()
    };
    read.is_cut |= is_cut;
    read
}

/// A text being read: the turns that are whole, and the one that is open.
#[derive(Default)]
struct Reading {
    read: Transcript,
    open: Option<Spoken>,
}

impl Reading {
    fn done(mut self) -> Transcript {
        self.close();
        self.read
    }

    fn is_full(&mut self) -> bool {
        let is_full = self.read.turns.len() >= TURNS_MAX;
        if is_full {
            self.read.is_cut = true;
            self.open = None;
        }
        is_full
    }

    fn close(&mut self) {
        if let Some(mut spoken) = self.open.take() {
            spoken.words = spoken.words.trim().to_owned();
            if !spoken.words.is_empty() {
                self.read.turns.push(spoken);
            }
        }
    }

    fn begin(&mut self, number: u32, speaker: &str, date: &str) {
        self.close();
        self.open = Some(Spoken {
            speaker: speaker.to_owned(),
            date: date.to_owned(),
            lines: (number, number),
            ..Spoken::default()
        });
    }

    /// A line of whoever speaks now. Spaces before it say nothing in a pasted text.
    fn go_on(&mut self, number: u32, line: &str) {
        match &mut self.open {
            Some(spoken) => {
                spoken.words.push_str(line.trim());
                spoken.words.push('\n');
                spoken.lines.1 = number;
            }
            None => self.read.before += u32::from(!line.trim().is_empty()),
        }
    }
}

/// Reads a text in which lines name who speaks.
struct Named<'a> {
    only: &'a [String],
    /// How often what looks like a name stands before words or alone, where nobody is listed.
    times: BTreeMap<String, usize>,
    /// How names stand on lines of their own, where that is how this text names who speaks.
    alone: Option<Under>,
    /// A subtitle file: one that speaks on is not begun anew with every cue.
    is_cues: bool,
    reading: Reading,
}

impl<'a> Named<'a> {
    fn new(text: &str, only: &'a [String]) -> Self {
        let mut times = BTreeMap::new();
        for found in text.lines().filter_map(heading) {
            let name = folded(found.name);
            if times.len() < NAMES_MAX || times.contains_key(&name) {
                *times.entry(name).or_default() += 1;
            }
        }
        Self {
            only,
            alone: alone(text, &times),
            times,
            is_cues: text.lines().any(is_cue),
            reading: Reading::default(),
        }
    }

    fn read(&mut self, text: &str) {
        let lines: Vec<&str> = text.lines().collect();
        let mut is_after_blank = true;
        for (number, (index, line)) in (1..).zip(lines.iter().enumerate()) {
            if self.reading.is_full() {
                return;
            }
            let is_of_cues = self.is_cues
                && (is_cue(line)
                    || line.trim() == "WEBVTT"
                    || is_number(line) && lines.get(index + 1).is_some_and(|it| is_cue(it)));
            if !is_of_cues {
                let next = lines.get(index + 1).map_or("", |it| it.trim());
                let around = Around {
                    is_after_blank,
                    is_before_words: !next.is_empty(),
                };
                self.line(number, line, around);
                is_after_blank = line.trim().is_empty();
            }
        }
    }

    fn line(&mut self, number: u32, line: &str, around: Around) {
        if let Some(taken) = listed(line, self.only) {
            return self.begin(number, &taken);
        }
        let Some(found) = heading(line) else {
            return self.reading.go_on(number, line);
        };
        let times = self.times.get(&folded(found.name)).copied();
        match doubt(&found, times.unwrap_or(1), (self.alone, around)) {
            Doubt::None if self.only.is_empty() => self.begin(number, &found),
            Doubt::None if found.how == How::Alone => self.reading.go_on(number, line),
            Doubt::None => {
                self.reading.read.doubt(number, found.name, Why::Unlisted);
                self.reading.go_on(number, line);
            }
            Doubt::Says(why) => {
                if self.only.is_empty() {
                    self.reading.read.doubt(number, found.name, why);
                }
                self.reading.go_on(number, line);
            }
            Doubt::IsProse => self.reading.go_on(number, line),
        }
    }

    fn begin(&mut self, number: u32, found: &Heading<'_>) {
        let goes_on =
            self.is_cues && (self.reading.open.as_ref()).is_some_and(|it| it.speaker == found.name);
        if !goes_on {
            self.reading.begin(number, found.name, found.stamp);
        }
        self.reading.go_on(number, found.words);
    }
}

enum Doubt {
    /// It is a speaker.
    None,
    /// It looks like one, and is not taken.
    Says(Why),
    /// It is a sentence with a colon in it.
    IsProse,
}

/// Whether what a line begins with is a speaker: a plain name is; what is odd for a name is where
/// it comes back, and is told of where it stands once and still looks like one.
fn doubt(found: &Heading<'_>, times: usize, stands: (Option<Under>, Around)) -> Doubt {
    let (style, around) = stands;
    match found.how {
        How::Alone if !around.is_after_blank => Doubt::IsProse,
        How::Alone if style == Some(Under::Words) && !around.is_before_words => Doubt::IsProse,
        // Where all others stand so, one who speaks but once stands so, too.
        How::Alone if style == Some(Under::Words) => Doubt::None,
        // Who has a line of their own needs no colon: these are colons of sentences.
        How::Colon if style.is_some() && !(around.is_after_blank && times > 1) => Doubt::IsProse,
        How::Alone if times < 2 => Doubt::Says(Why::Once),
        How::Alone | How::Stamped => Doubt::None,
        How::Colon => match heading::odd(found.name) {
            None => Doubt::None,
            Some(_) if times > 1 && heading::is_like_a_name(found.name) => Doubt::None,
            Some(why) if times > 1 || heading::is_like_a_name(found.name) => Doubt::Says(why),
            Some(_) => Doubt::IsProse,
        },
    }
}

/// What stands before and after a line.
#[derive(Debug, Clone, Copy)]
struct Around {
    is_after_blank: bool,
    is_before_words: bool,
}

/// What stands right under a name on a line of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    /// What is said.
    Words,
    /// A line without words.
    Blank,
}

/// How names stand on lines of their own, if that is how a text names who speaks: names that come
/// back do so more often than before a colon.
fn alone(text: &str, times: &BTreeMap<String, usize>) -> Option<Under> {
    let (mut under_words, mut under_blank, mut colons) = (0, 0, 0);
    let mut is_after_blank = true;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(found) = heading(line)
            && times.get(&folded(found.name)).is_some_and(|it| *it > 1)
        {
            let is_blank = lines.peek().is_none_or(|it| it.trim().is_empty());
            match found.how {
                How::Alone if is_after_blank && is_blank => under_blank += 1,
                How::Alone if is_after_blank => under_words += 1,
                How::Colon | How::Stamped => colons += 1,
                How::Alone => {}
            }
        }
        is_after_blank = line.trim().is_empty();
    }
    let all = under_words + under_blank;
    match all >= ALONE_MIN && all > colons {
        true if under_words > under_blank => Some(Under::Words),
        true => Some(Under::Blank),
        false => None,
    }
}

fn is_cue(line: &str) -> bool {
    line.split_once("-->").is_some_and(|(from, to)| {
        let is_time = |it: &str| it.trim().starts_with(|it: char| it.is_ascii_digit());
        is_time(from) && is_time(to)
    })
}

fn is_number(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().all(|it| it.is_ascii_digit())
}
