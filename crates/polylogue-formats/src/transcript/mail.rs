//! Mails one under another: with their headers, or as replies quote them (`On … wrote:`).

use super::heading::NAME_CHARACTERS_MAX;
use super::{Reading, Transcript, Why};

/// Levels of quoting that are told apart.
const LEVELS_MAX: usize = 16;

/// Whether a text shows itself as mails: a sender with a date or a subject beside it, or lines
/// over what is quoted.
pub(super) fn is_shown(text: &str) -> bool {
    let mut since_from = u32::MAX;
    let mut attributions = 0;
    for line in text.lines() {
        since_from = since_from.saturating_add(1);
        if header(line, "from").is_some_and(|it| !it.is_empty()) {
            since_from = 0;
        } else if since_from < 8
            && (header(line, "date").is_some() || header(line, "subject").is_some())
        {
            return true;
        }
        attributions += u32::from(attribution(without_marks(line).1).is_some());
    }
    attributions > 0 && text.lines().any(|it| it.starts_with('>'))
}

/// Reads mails; `only` names whose count.
pub(super) fn read(text: &str, only: &[String]) -> Transcript {
    let has_headers = text.lines().any(|it| header(it, "from").is_some());
    let mut mails = Mails::default();
    let mut lines = (1..).zip(text.lines()).peekable();
    while let Some((number, line)) = lines.next() {
        if mails.reading.is_full() {
            break;
        }
        if has_headers {
            mails.line(number, line);
        } else {
            let next = lines.peek().map_or("", |(_, it)| *it);
            mails.quoted_line(number, line, next);
        }
    }
    let mut read = mails.reading.done();
    if !only.is_empty() {
        for turn in std::mem::take(&mut read.turns) {
            if only.contains(&turn.speaker) {
                read.turns.push(turn);
            } else {
                read.doubt(turn.lines.0, &turn.speaker, Why::Unlisted);
            }
        }
    }
    read
}

#[derive(Default)]
struct Mails {
    reading: Reading,
    is_in_headers: bool,
    is_in_signature: bool,
    is_in_quote: bool,
    /// Who speaks at each level of quoting, and when; where headers do not say.
    levels: Vec<(String, String)>,
    level: Option<usize>,
    /// A line over a quote that goes on in the next.
    begun: String,
    /// Whoever was named last, until it is seen at which level they speak.
    named: Option<(usize, (String, String))>,
}

impl Mails {
    fn line(&mut self, number: u32, line: &str) {
        if let Some(from) = header(line, "from") {
            let open = &mut self.reading.open;
            let is_new =
                !self.is_in_headers || open.as_ref().is_some_and(|it| it.speaker.is_empty());
            if is_new {
                let before = open.take_if(|it| it.speaker.is_empty() && it.words.is_empty());
                let date = before.map_or(String::new(), |it| it.date);
                self.reading.begin(number, &sender(from), &date);
            }
            (self.is_in_headers, self.is_in_signature) = (true, false);
            return;
        }
        if self.is_in_headers {
            return self.header_line(line);
        }
        if line == "-- " {
            self.is_in_signature = true;
        }
        let is_mark_of_mbox = line.starts_with("From ") && line.contains('@');
        if !self.is_in_signature && !is_mark_of_mbox {
            let is_kept_from_mbox = line.starts_with(">From ");
            let is_quote = line.starts_with('>') && !is_kept_from_mbox;
            // Without a line between them, an answer would read as a part of what it answers.
            let is_apart = |it: &super::Spoken| it.words.is_empty() || it.words.ends_with("\n\n");
            let is_apart = self.reading.open.as_ref().is_none_or(is_apart);
            if self.is_in_quote != is_quote && !line.trim().is_empty() && !is_apart {
                self.reading.go_on(number, "");
            }
            self.is_in_quote = is_quote;
            let line = if is_kept_from_mbox { &line[1..] } else { line };
            self.reading.go_on(number, line);
        }
    }

    fn header_line(&mut self, line: &str) {
        if line.trim().is_empty() {
            self.is_in_headers = false;
        } else if let (Some(date), Some(open)) = (header(line, "date"), &mut self.reading.open) {
            date.clone_into(&mut open.date);
        } else if let Some(subject) =
            header(line, "subject").filter(|_| self.reading.read.subject.is_empty())
        {
            self.reading.read.subject = without_reply(subject).to_owned();
        }
    }

    /// A line where only the lines over quotes name anybody: what is quoted is theirs.
    fn quoted_line(&mut self, number: u32, line: &str, next: &str) {
        let (level, words) = without_marks(line);
        let (level, next) = (level.min(LEVELS_MAX), without_marks(next).1);
        let whole = match std::mem::take(&mut self.begun).as_str() {
            "" => words.trim().to_owned(),
            begun => format!("{begun} {}", words.trim()),
        };
        if let Some(named) = attribution(&whole) {
            self.place(level);
            self.named = Some((level, named));
            return;
        }
        if attribution(&format!("{whole} {}", next.trim())).is_some() && is_begun(&whole) {
            self.begun = whole;
            return;
        }
        if words.trim().is_empty() {
            return self.reading.go_on(number, "");
        }
        self.place(level);
        if self.level != Some(level) {
            let who = self.levels.get(level).cloned().unwrap_or_default();
            self.reading.begin(number, &who.0, &who.1);
            self.level = Some(level);
        }
        self.reading.go_on(number, words);
    }

    /// Whoever was named last speaks at a level: quoted, one deeper than they were named; else
    /// from here on at this one.
    fn place(&mut self, level: usize) {
        if let Some((at, named)) = self.named.take() {
            let of = if level > at { at + 1 } else { level };
            self.levels.truncate(of.max(1));
            self.levels.resize(of + 1, Default::default());
            self.levels[of] = named;
            self.level = None;
        }
    }
}

/// How deep a line is quoted, and what it says.
fn without_marks(line: &str) -> (usize, &str) {
    let (mut level, mut rest) = (0, line);
    while let Some(inner) = rest.trim_start().strip_prefix('>') {
        (level, rest) = (level + 1, inner);
    }
    (level, rest)
}

fn is_begun(line: &str) -> bool {
    ["On ", "Am ", "Le ", "El ", "في "]
        .iter()
        .any(|it| line.starts_with(it))
}

/// Who wrote what is quoted below, and when: `On Tue, 3 May 2011, Ana <ana@example.org> wrote:`.
fn attribution(line: &str) -> Option<(String, String)> {
    const WROTE: [&str; 6] = ["wrote", "writes", "schrieb", "a écrit", "escribió", "كتب"];
    let said = line.trim().strip_suffix(':')?.trim_end();
    let said = WROTE
        .iter()
        .find_map(|it| said.strip_suffix(it))?
        .trim_end();
    if !is_begun(line.trim()) || line.len() > 400 {
        return None;
    }
    let said = said.split_once(' ').map_or("", |(_, it)| it);
    let (told, address) = match said.rsplit_once('<') {
        Some((told, address)) => (told.trim_end(), address.trim_end_matches('>')),
        None => (said, ""),
    };
    let told = told.trim_end_matches(',');
    let mut start = told.len();
    for word in told.split_whitespace().rev() {
        let is_of_time = word.chars().any(|it| it.is_ascii_digit())
            || ["AM", "PM", "UTC", "GMT"].contains(&word.trim_matches([',', '(', ')']))
            || start < told.len() && word.ends_with(',');
        if is_of_time {
            break;
        }
        start = told[..start].trim_end().len() - word.len();
    }
    let (date, name) = (told[..start].trim(), told[start..].trim().trim_matches('"'));
    let name = match name {
        "" => address.split('@').next().unwrap_or_default(),
        name => name,
    };
    let name: String = name.chars().take(NAME_CHARACTERS_MAX).collect();
    (!name.is_empty()).then(|| (name, date.trim_end_matches([',', ' ']).to_owned()))
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
