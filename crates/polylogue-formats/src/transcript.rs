//! What was said, as people paste it: lines that begin with a name, or mails one under another.
//!
//! Nothing is guessed that a reader cannot check: who is taken for a speaker is listed with how
//! often they speak, and the caller says which of them count.
//!
//! Mails: RFC 5322 for the headers looked at, RFC 3676 §4.3 for the line before a signature. Of an
//! address nothing is kept but what stands before its `@`, and only where no name does.

use std::collections::BTreeMap;

/// Turns read from one text, at most.
pub const TURNS_MAX: usize = 20_000;
/// Bytes read, at most.
pub const BYTES_MAX: usize = 16 * 1024 * 1024;
/// Characters of a name.
const NAME_CHARACTERS_MAX: usize = 48;
/// Words of a name.
const NAME_WORDS_MAX: usize = 5;

/// How speakers are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speakers {
    /// A line begins with a name and a colon.
    Names,
    /// Headers of mails: `From:`, `Date:`, `Subject:`.
    Mails,
}

/// One turn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Who, as written.
    pub speaker: String,
    /// When, as written; empty if not told.
    pub date: String,
    /// The words, with paragraphs as they stand.
    pub words: String,
    /// First and last line, from 1.
    pub lines: (u32, u32),
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
}

/// Reads a text. `only` names who counts as a speaker; empty: whoever looks like one.
#[must_use]
pub fn read(text: &str, speakers: Speakers, only: &[String]) -> Transcript {
    let mut reading = Reading::default();
    let end = (0..=text.len().min(BYTES_MAX))
        .rev()
        .find(|it| text.is_char_boundary(*it))
        .unwrap_or(0);
    reading.read.is_cut = end < text.len();
    for (number, line) in (1..).zip(text[..end].lines()) {
        if reading.read.turns.len() >= TURNS_MAX {
            reading.read.is_cut = true;
            reading.open = None;
            break;
        }
        match speakers {
            Speakers::Names => reading.named_line(number, line, only),
            Speakers::Mails => reading.mail_line(number, line),
        }
    }
    reading.close();
    if speakers == Speakers::Mails && !only.is_empty() {
        let is_named = |it: &Spoken| only.contains(&it.speaker);
        reading.read.turns.retain(is_named);
    }
    reading.read
}

#[derive(Default)]
struct Reading {
    read: Transcript,
    open: Option<Spoken>,
    is_in_headers: bool,
    is_in_signature: bool,
}

impl Reading {
    fn close(&mut self) {
        if let Some(mut spoken) = self.open.take() {
            spoken.words = spoken.words.trim().to_owned();
            if !spoken.words.is_empty() {
                self.read.turns.push(spoken);
            }
        }
    }

    fn begin(&mut self, number: u32, speaker: &str) {
        self.close();
        self.open = Some(Spoken {
            speaker: speaker.to_owned(),
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

    fn named_line(&mut self, number: u32, line: &str, only: &[String]) {
        let (stamp, rest) = stamped(line.trim());
        let named = name_before_colon(rest);
        let counts = |name: &str| only.is_empty() || only.iter().any(|it| it == name);
        match named.filter(|(name, _)| counts(name)) {
            Some((name, words)) => {
                self.begin(number, name);
                if let Some(open) = &mut self.open {
                    stamp.clone_into(&mut open.date);
                }
                self.go_on(number, words);
            }
            None => self.go_on(number, line),
        }
    }

    fn mail_line(&mut self, number: u32, line: &str) {
        if let Some(from) = header(line, "from") {
            let is_new =
                !self.is_in_headers || self.open.as_ref().is_some_and(|it| it.speaker.is_empty());
            if is_new {
                let date = self
                    .open
                    .take_if(|it| it.speaker.is_empty() && it.words.is_empty());
                self.begin(number, &sender(from));
                if let (Some(open), Some(before)) = (&mut self.open, date) {
                    open.date = before.date;
                }
            }
            (self.is_in_headers, self.is_in_signature) = (true, false);
            return;
        }
        if self.is_in_headers {
            if line.trim().is_empty() {
                self.is_in_headers = false;
            } else if let (Some(date), Some(open)) = (header(line, "date"), &mut self.open) {
                date.clone_into(&mut open.date);
            } else if let Some(subject) =
                header(line, "subject").filter(|_| self.read.subject.is_empty())
            {
                self.read.subject = without_reply(subject).to_owned();
            }
            return;
        }
        if line == "-- " {
            self.is_in_signature = true;
        }
        let is_mark_of_mbox = line.starts_with("From ") && line.contains('@');
        if !self.is_in_signature && !is_mark_of_mbox {
            self.go_on(
                number,
                line.strip_prefix(">From ").map_or(line, |_| &line[1..]),
            );
        }
    }
}

/// A stamp before a line (`[00:12:03]`, `12:03`), and the rest.
fn stamped(line: &str) -> (&str, &str) {
    let is_stamp = |it: &str| {
        it.contains(':')
            && it
                .chars()
                .all(|it| it.is_ascii_digit() || matches!(it, ':' | '.'))
    };
    let bracketed = line.strip_prefix(['[', '(']);
    if let Some((stamp, rest)) = bracketed.and_then(|it| it.split_once([']', ')']))
        && is_stamp(stamp.trim())
    {
        return (stamp.trim(), rest.trim_start());
    }
    match line.split_once(' ') {
        Some((stamp, rest)) if is_stamp(stamp) => (stamp, rest.trim_start()),
        _ => ("", line),
    }
}

/// The name that a line begins with, and what is said behind the colon.
fn name_before_colon(line: &str) -> Option<(&str, &str)> {
    let (name, words) = line.split_once([':', '：'])?;
    let name = name.trim().trim_matches('*').trim();
    let words = words.trim_start_matches('*').trim();
    let first = name.chars().next()?;
    let is_name = first.is_alphabetic()
        && !first.is_lowercase()
        && name.chars().count() <= NAME_CHARACTERS_MAX
        && name.split_whitespace().count() <= NAME_WORDS_MAX
        && !name.contains(['?', '!', ';', ',', '"', '/', '@', '=', '“', '”'])
        && !words.starts_with("//");
    is_name.then_some((name, words))
}

/// What a header says, if a line is this header.
fn header<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (found, words) = line.split_once(':')?;
    found
        .trim_matches('*')
        .eq_ignore_ascii_case(name)
        .then(|| words.trim_matches([' ', '*']))
}

/// A sender's name; of an address alone what stands before its `@`.
fn sender(from: &str) -> String {
    let (name, address) = match from.split_once('<') {
        Some((name, address)) => (name, address),
        None => match from.split_once('(') {
            Some((address, name)) => (name.trim_end_matches(')'), address),
            None if from.contains('@') => ("", from),
            None => (from, ""),
        },
    };
    let name = name.trim().trim_matches('"').trim();
    let kept = match name {
        "" => address.split('@').next().unwrap_or_default().trim(),
        name => name,
    };
    kept.chars().take(NAME_CHARACTERS_MAX).collect()
}

fn without_reply(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((first, behind)) = rest.split_once(':') {
        let is_reply = ["re", "fwd", "fw", "aw", "sv", "rv"];
        if !is_reply
            .iter()
            .any(|it| first.trim().eq_ignore_ascii_case(it))
        {
            break;
        }
        rest = behind.trim();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_before_a_colon_are_speakers() {
        let text = "Minutes of May\n\n[00:01:02] **Ana Ríos:** Water first.\n  \
                    It is short.\n\nThen bread.\nBen: See https://example.org\nNote that: this goes on.\nأمينة: نعم\n";
        let read = read(text, Speakers::Names, &[]);
        assert_eq!(read.before, 1);
        let who: Vec<&str> = read.turns.iter().map(|it| it.speaker.as_str()).collect();
        assert_eq!(who, ["Ana Ríos", "Ben", "Note that", "أمينة"]);
        assert_eq!(
            read.turns[0].words,
            "Water first.\nIt is short.\n\nThen bread."
        );
        assert_eq!(
            (read.turns[0].date.as_str(), read.turns[0].lines),
            ("00:01:02", (3, 6))
        );
        let only = ["Ana Ríos", "Ben", "أمينة"].map(str::to_owned);
        let read = super::read(text, Speakers::Names, &only);
        assert_eq!(read.turns.len(), 3);
        assert!(read.turns[1].words.contains("Note that: this goes on."));
    }

    #[test]
    fn mails_one_under_another_are_turns() {
        let text = "From: \"Ana Ríos\" <ana@example.org>\nDate: Tue, 3 May 2011 12:34:00 +0200\n\
                    Subject: Re: [river] The weir\nTo: river@example.org\n\nWater first.\n\n\
                    > so they say\n\nNo.\n-- \nAna\nUpper farm\n\n\
                    From ben@example.org Tue May  3 2011\n\
                    From: ben@example.org\nSubject: Re: The weir\n\nThen bread.\n>From here.\n";
        let read = read(text, Speakers::Mails, &[]);
        assert_eq!(read.subject, "[river] The weir");
        assert_eq!(
            read.speakers(),
            BTreeMap::from([("Ana Ríos", 1), ("ben", 1)])
        );
        assert_eq!(read.turns[0].words, "Water first.\n\n> so they say\n\nNo.");
        assert_eq!(read.turns[0].date, "Tue, 3 May 2011 12:34:00 +0200");
        assert_eq!(read.turns[1].words, "Then bread.\nFrom here.");
        assert!(!read.turns.iter().any(|it| it.words.contains("example.org")));
    }

    #[test]
    fn nothing_and_much_are_bounded() {
        assert!(super::read("", Speakers::Names, &[]).turns.is_empty());
        assert!(
            super::read(":\n::\nFrom:\n", Speakers::Mails, &[])
                .turns
                .is_empty()
        );
        let long = "Ana: yes\n".repeat(TURNS_MAX + 5);
        let read = super::read(&long, Speakers::Names, &[]);
        assert!(read.is_cut && read.turns.len() == TURNS_MAX);
    }
}
