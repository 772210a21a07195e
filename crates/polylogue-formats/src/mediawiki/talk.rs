//! Reads talk pages: threads under headings, remarks that end in a signature, replies by indent.

use super::markdown;
use super::names;
use super::sections::{self, heading};
use super::survey::Corpus;
use super::text::Line;
use super::{
    DialogueState, Imported, ImportedDialogue, ImportedTurn, PageKind, Read, ReadKind, RepairKind,
    SpeakerOrigin, SpeaksFor, TurnRole, Voice,
};

/// The farthest a user link may stand before the time of a signature, in bytes.
const SIGNATURE_BYTES_MAX: usize = 400;
/// The most turns read from one talk page.
const TURNS_MAX: usize = 20_000;

const USER_SPACES: &[&str] = &[
    "user",
    "user talk",
    "benutzer",
    "benutzer diskussion",
    "utilisateur",
    "utilisatrice",
    "discussion utilisateur",
    "usuario",
    "usuaria",
    "usuario discusion",
    "utente",
    "discussioni utente",
    "gebruiker",
    "overleg gebruiker",
    "special:contributions",
];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Fills in the threads of a talk page.
pub(crate) fn read(lines: &[Line<'_>], corpus: &Corpus, imported: &mut Imported) {
    imported.kind = PageKind::Talk;
    let mut thread = Thread {
        title: imported.page.title.clone(),
        heading: None,
        turns: Vec::new(),
    };
    let mut remark: Vec<Line<'_>> = Vec::new();
    for line in lines {
        if let Some((level, title)) = heading(line.text).filter(|(level, _)| *level <= 2) {
            thread.push_unsigned(&mut remark, corpus);
            thread.finish(imported);
            let title = markdown::plain_of(title);
            let heading = (level > 0).then(|| title.clone());
            thread = Thread {
                title,
                heading,
                turns: Vec::new(),
            };
            continue;
        }
        if thread.turns.len() >= TURNS_MAX {
            continue;
        }
        match signature(line.text) {
            Some(signed) => {
                remark.push(Line {
                    number: line.number,
                    text: &line.text[..signed.start],
                });
                thread.push(&remark, Some(&signed), corpus);
                remark.clear();
            }
            None => remark.push(*line),
        }
    }
    thread.push_unsigned(&mut remark, corpus);
    thread.finish(imported);
}

struct Thread {
    title: String,
    heading: Option<String>,
    /// The turns so far, each with its depth of indentation.
    turns: Vec<(ImportedTurn, usize)>,
}

impl Thread {
    fn push_unsigned(&mut self, remark: &mut Vec<Line<'_>>, corpus: &Corpus) {
        let is_text = |line: &Line<'_>| !sections::is_preamble_line(line.text);
        if remark.iter().any(is_text) {
            self.push(remark, None, corpus);
        }
        remark.clear();
    }

    fn push(&mut self, remark: &[Line<'_>], signed: Option<&Signature>, corpus: &Corpus) {
        let mut lines: Vec<Line<'_>> = remark.to_vec();
        while lines.last().is_some_and(Line::is_blank) {
            lines.pop();
        }
        let first = lines.iter().position(|line| !line.is_blank()).unwrap_or(0);
        lines.drain(..first);
        let Some((first, last)) = lines.first().zip(lines.last()) else {
            return;
        };
        let (first_line, last_line) = (first.number, last.number);
        let depth = indent(first.text);
        let unindented: Vec<Line<'_>> = lines
            .iter()
            .map(|line| without_indent(line, depth))
            .collect();
        let resolve = |written: &str| corpus.resolve(written);
        let rendered = markdown::render(&unindented, &resolve);
        let replies_to = self.turns.iter().rposition(|(_, other)| *other < depth);
        let references = rendered
            .footnotes
            .into_iter()
            .map(|(number, markdown, line)| super::ImportedReference {
                markdown,
                line,
                footnote: Some(number),
            });
        let turn = ImportedTurn {
            speaker: signed.map(|signed| signed.user.clone()),
            speaker_origin: match signed {
                Some(_) => SpeakerOrigin::Named { line: last_line },
                None => SpeakerOrigin::Unnamed,
            },
            role: TurnRole::Remark,
            speaks_for: SpeaksFor::Speaker,
            voice: Voice::OwnName,
            heading: self.heading.clone(),
            first_line,
            last_line,
            own_words_line: None,
            said_at: signed.and_then(|signed| signed.said_at.clone()),
            replies_to,
            markdown: rendered.markdown,
            plain: rendered.plain,
            paragraphs: rendered.paragraphs,
            quotes: Vec::new(),
            links: rendered.links,
            references: references.collect(),
        };
        self.turns.push((turn, depth));
    }

    fn finish(&mut self, imported: &mut Imported) {
        if self.turns.is_empty() {
            return;
        }
        let page = imported.page.title.clone();
        for (number, (turn, _)) in self.turns.iter().enumerate() {
            imported.report.read.push(Read {
                page: page.clone(),
                first_line: turn.first_line,
                last_line: turn.last_line,
                kind: ReadKind::Turn {
                    number: number + 1,
                    speaker: turn.speaker.clone(),
                },
            });
            if turn.speaker.is_none() {
                imported
                    .report
                    .repair(&page, turn.first_line, RepairKind::SpeakerUnnamed);
            }
        }
        let turns = self.turns.drain(..).map(|(turn, _)| turn).collect();
        let (title, state) = (self.title.clone(), DialogueState::Thread);
        imported.dialogues.push(ImportedDialogue {
            title,
            state,
            turns,
        });
    }
}

fn indent(text: &str) -> usize {
    text.trim_start()
        .bytes()
        .take_while(|byte| matches!(byte, b':' | b'*' | b'#'))
        .count()
}

/// Takes the marks off that only say how deep a reply stands; a list below them stays.
fn without_indent<'a>(line: &Line<'a>, depth: usize) -> Line<'a> {
    let text = line.text.trim_start();
    Line {
        number: line.number,
        text: text[indent(text).min(depth)..].trim_start(),
    }
}

/// A signature found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Signature {
    /// Where it starts in the line, in bytes.
    start: usize,
    user: String,
    said_at: Option<String>,
}

/// Finds the signature at the end of a line: a link to a user and mostly a time.
fn signature(line: &str) -> Option<Signature> {
    if let Some(found) = unsigned_template(line) {
        return Some(found);
    }
    let (time_at, said_at) = match signed_time(line) {
        Some((at, said_at)) => (at, said_at),
        None => (line.trim_end().len(), None),
    };
    let window = char_floor(line, time_at.saturating_sub(SIGNATURE_BYTES_MAX));
    let links = user_links(&line[window..time_at]);
    let (_, end, user) = links.last()?.clone();
    let is_at_end = line[window + end..time_at]
        .chars()
        .all(|it| !it.is_alphanumeric());
    let is_signed =
        signed_time(line).is_some() || (is_at_end && before_is_dash(line, window, &links));
    if !is_signed || line[window + end..time_at].len() > 40 {
        return None;
    }
    let start = links
        .iter()
        .find(|(_, _, other)| names::fold(other) == names::fold(&user))
        .map_or(time_at, |(start, _, _)| window + start);
    let text = line[..start].trim_end_matches([' ', '-', '–', '—', '~', '(']);
    Some(Signature {
        start: text.len(),
        user,
        said_at,
    })
}

fn before_is_dash(line: &str, window: usize, links: &[(usize, usize, String)]) -> bool {
    links.first().is_some_and(|(start, _, _)| {
        line[..window + start]
            .trim_end()
            .ends_with(['-', '–', '—', '~'])
    })
}

fn char_floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// `{{unsigned|Ada|12:34, 3 May 2011}}` names who forgot to sign.
fn unsigned_template(line: &str) -> Option<Signature> {
    let lower = line.to_ascii_lowercase();
    let start = lower.rfind("{{unsigned")?;
    let inner = line[start + 2..].split("}}").next()?;
    let mut parts = inner.split('|').skip(1);
    let user = parts.next()?.trim().to_owned();
    let said_at = parts
        .next()
        .and_then(signed_time)
        .and_then(|(_, said_at)| said_at);
    (!user.is_empty()).then_some(Signature {
        start,
        user,
        said_at,
    })
}

/// Links to users: where each starts and ends, and the user's name.
fn user_links(text: &str) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find("[[").map(|open| at + open) {
        let Some(close) = text[open..].find("]]").map(|close| open + close) else {
            break;
        };
        let target = text[open + 2..close]
            .split(['|', '#'])
            .next()
            .unwrap_or_default();
        let folded = target.replace('_', " ").to_lowercase();
        let space = USER_SPACES.iter().find(|space| {
            folded
                .trim_start()
                .strip_prefix(**space)
                .is_some_and(|rest| rest.starts_with([':', '/']))
        });
        if space.is_some() {
            let user = target.rsplit([':', '/']).next().unwrap_or_default().trim();
            if !user.is_empty() {
                found.push((open, close + 2, super::normal_title(user)));
            }
        }
        at = close + 2;
    }
    found
}

/// The time a signature gives: where it starts, and the time itself when it is in UTC.
fn signed_time(line: &str) -> Option<(usize, Option<String>)> {
    let comma = line
        .rfind(", ")
        .filter(|at| line[..*at].ends_with(|it: char| it.is_ascii_digit()))?;
    let clock_at = line[..comma].rfind(|it: char| !it.is_ascii_digit() && it != ':');
    let clock_at = clock_at.map_or(0, |at| {
        at + line[at..].chars().next().map_or(1, char::len_utf8)
    });
    let (hour, minute) = line[clock_at..comma].split_once(':')?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    let mut words = line[comma + 2..].split_whitespace();
    let day: u8 = words.next()?.trim_end_matches('.').parse().ok()?;
    let month = words.next()?;
    let year: u16 = words.next()?.trim_end_matches(['.', ',']).parse().ok()?;
    if hour > 23 || minute > 59 || !(1..=31).contains(&day) || year < 1990 {
        return None;
    }
    let is_utc = words.next().is_some_and(|zone| zone.starts_with("(UTC)"));
    let month = month_number(month).filter(|_| is_utc);
    let said_at =
        month.map(|month| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}Z"));
    Some((clock_at, said_at))
}

fn month_number(word: &str) -> Option<usize> {
    let folded = names::fold(word);
    let is_month = |month: &str| folded.len() >= 3 && month.starts_with(&folded);
    MONTHS
        .iter()
        .position(|month| is_month(month))
        .map(|month| month + 1)
}
