//! What a line begins with that may name a speaker: a name and a colon, a name alone, or a name
//! with the time beside it.

use super::Why;

/// Characters of a name.
pub(super) const NAME_CHARACTERS_MAX: usize = 48;
/// Words of a name.
const NAME_WORDS_MAX: usize = 5;
/// Characters of the longest that is still told of as what may be a name.
const ODD_CHARACTERS_MAX: usize = 160;

/// How a line names who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// A name and a colon.
    Colon,
    /// A name and a time, and nothing else; or `<name>`, as chats write it.
    Stamped,
    /// A name and nothing else.
    Alone,
}

/// The beginning of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading<'a> {
    pub(super) name: &'a str,
    /// When, as written; empty if not told.
    pub(super) stamp: &'a str,
    /// What is said on the same line.
    pub(super) words: &'a str,
    pub(super) how: How,
}

/// What a line begins with, if that may name a speaker.
pub(super) fn heading(line: &str) -> Option<Heading<'_>> {
    let (stamp, rest) = stamped(line.trim());
    let rest = rest.trim_start_matches(SIGNS).trim_start();
    if let Some((nick, words)) = rest.strip_prefix('<').and_then(|it| it.split_once('>')) {
        let is_nick = !nick.is_empty()
            && nick.chars().count() <= NAME_CHARACTERS_MAX
            && !nick.contains(['/', '=', '@', ':', '.', '"', ' ']);
        return is_nick.then_some(Heading {
            name: nick.trim_start_matches(['+', '%']),
            stamp,
            words: words.trim(),
            how: How::Stamped,
        });
    }
    match colon(rest) {
        Some((head, words)) => {
            let (name, later) = with_stamp(head);
            let is_possible = !name.is_empty()
                && name.chars().count() <= ODD_CHARACTERS_MAX
                && name.starts_with(char::is_alphabetic)
                && !words.starts_with("//");
            is_possible.then_some(Heading {
                name: without_says(name, words),
                stamp: if stamp.is_empty() { later } else { stamp },
                words: words.trim_start_matches(SIGNS).trim(),
                how: How::Colon,
            })
        }
        None => alone(stamp, rest),
    }
}

fn alone<'a>(stamp: &'a str, rest: &'a str) -> Option<Heading<'a>> {
    let (name, later) = with_stamp(rest);
    let is_stamped = !stamp.is_empty() || !later.is_empty();
    let letters = name.chars().filter(|it| it.is_alphabetic());
    let is_capital = letters.clone().all(char::is_uppercase) && letters.count() > 1;
    let name = match name.strip_suffix('.') {
        Some(bare) if is_capital && !bare.contains('.') => bare,
        _ => name,
    };
    let is_ended = name.ends_with(['.', '-', '…', '،']) && !is_capital;
    let is_name = odd(name).is_none()
        && !is_ended
        && !name.contains(|it: char| it.is_ascii_digit())
        && name.split_whitespace().all(is_capitalised)
        // Scripts without capitals show no difference between a name and a line of words.
        && (is_stamped || name.chars().any(char::is_uppercase));
    is_name.then_some(Heading {
        name,
        stamp: if stamp.is_empty() { later } else { stamp },
        words: "",
        how: if is_stamped { How::Stamped } else { How::Alone },
    })
}

/// What somebody listed as a speaker says in a line, if it begins with one of them: with a colon,
/// with a time, or alone. The name is given as it is listed.
pub(super) fn listed<'a>(line: &'a str, only: &'a [String]) -> Option<Heading<'a>> {
    if only.is_empty() {
        return None;
    }
    if let Some(found) = heading(line) {
        let name = folded(found.name);
        if let Some(name) = only.iter().find(|it| folded(it) == name) {
            return Some(Heading { name, ..found });
        }
    }
    let (stamp, rest) = stamped(line.trim());
    let rest = rest.trim_start_matches(SIGNS).trim_start();
    let mut found: Option<(&String, &str)> = None;
    for name in only {
        if let Some(behind) = behind(rest, name)
            && found.is_none_or(|(it, _)| it.len() < name.len())
        {
            found = Some((name, behind));
        }
    }
    let (name, behind) = found?;
    let behind = behind.trim_start_matches(SIGNS).trim_start();
    let said = behind.strip_prefix([':', '：']);
    let later = behind.trim_end_matches(':');
    let is_alone = later.is_empty() || later == ".";
    let is_stamp = !is_alone && with_stamp(later).0.is_empty();
    let is_heading = said.is_some() || is_alone || is_stamp;
    is_heading.then(|| Heading {
        name,
        stamp: match is_stamp && said.is_none() {
            true => with_stamp(later).1,
            false => stamp,
        },
        words: said.unwrap_or_default().trim_start_matches(SIGNS).trim(),
        how: How::Colon,
    })
}

/// What stands behind a name, if a line begins with it; spaces and capitals make no difference.
fn behind<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = line;
    for word in name.split_whitespace() {
        rest = rest.trim_start();
        let mut letters = rest.char_indices();
        for sought in word.chars() {
            let (_, found) = letters.next()?;
            if !found.to_lowercase().eq(sought.to_lowercase()) {
                return None;
            }
        }
        rest = letters.as_str();
    }
    let is_whole = !rest.starts_with(|it: char| it.is_alphanumeric());
    (is_whole && rest.len() < line.len()).then_some(rest)
}

/// A name as it is compared: spaces, capitals and a last full stop make no difference.
pub(super) fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_lowercase()
}

/// What is odd about a name before a colon; nothing about a plain one.
pub(super) fn odd(name: &str) -> Option<Why> {
    const ODD: [char; 12] = ['?', '!', ';', ',', '"', '/', '@', '=', '“', '”', '<', '>'];
    let is_small = name.starts_with(|it: char| !it.is_alphabetic() || it.is_lowercase());
    let is_long = name.chars().count() > NAME_CHARACTERS_MAX
        || name.split_whitespace().count() > NAME_WORDS_MAX;
    match (is_small || name.contains(ODD), is_long) {
        (true, _) => Some(Why::Sign),
        (_, true) => Some(Why::Long),
        _ => None,
    }
}

/// Whether most words of what is odd for a name are written as names are.
pub(super) fn is_like_a_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = words.iter().filter(|it| {
        it.trim_start_matches(['(', '"', '“'])
            .starts_with(char::is_uppercase)
    });
    !name.contains(['?', '!', ';']) && capital.count() * 2 >= words.len() && words.len() <= 24
}

fn is_capitalised(word: &str) -> bool {
    const PARTICLES: [&str; 18] = [
        "de", "del", "la", "las", "los", "da", "dos", "do", "di", "van", "der", "den", "von", "zu",
        "bin", "ibn", "y", "e",
    ];
    PARTICLES.contains(&word) || !word.starts_with(char::is_lowercase)
}

/// `Ana wrote` and `Ana said` name Ana, where the words are below.
fn without_says<'a>(name: &'a str, words: &str) -> &'a str {
    const SAYS: [&str; 8] = [
        " wrote",
        " writes",
        " said",
        " says",
        " escribió",
        " dijo",
        " كتب",
        " قال",
    ];
    let mut says = SAYS.iter().filter_map(|it| name.strip_suffix(it));
    match says.next() {
        Some(bare) if words.is_empty() => bare,
        _ => name,
    }
}

/// What emphasis and headings put around a name.
const SIGNS: [char; 3] = ['*', '_', '#'];

/// The first colon that is none of a time.
fn colon(line: &str) -> Option<(&str, &str)> {
    let is_digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
    let mut colons = line.match_indices([':', '：']);
    let (at, sign) = colons.find(|(at, sign)| {
        let (before, after) = (&line[..*at], &line[at + sign.len()..]);
        !(is_digit(before.chars().last()) && is_digit(after.chars().next()))
    })?;
    let name = line[..at].trim().trim_matches(SIGNS).trim();
    Some((
        name,
        line[at + sign.len()..].trim_start_matches(SIGNS).trim(),
    ))
}

/// A stamp before a line (`[00:12:03]`, `12:03`, `01/05/2024, 12:03 -`), and the rest.
fn stamped(line: &str) -> (&str, &str) {
    let (mut end, mut has_clock, mut rest) = (0, false, line);
    loop {
        let word = rest.split_whitespace().next().unwrap_or_default();
        let is_time = is_clock(word) || is_date(word) || has_clock && is_beside(word);
        if word.is_empty() || !is_time {
            break;
        }
        has_clock |= is_clock(word);
        let at = line.len() - rest.len() + word.len();
        rest = line[at..].trim_start();
        end = at;
    }
    if has_clock {
        (bare(&line[..end]), rest)
    } else {
        ("", line)
    }
}

/// A name and the stamp behind it (`Ana  00:12:03`, `Ana, 12:03 PM`, `Ana (12:03)`).
fn with_stamp(line: &str) -> (&str, &str) {
    let (mut start, mut has_clock) = (line.len(), false);
    while let Some(word) = line[..start].split_whitespace().next_back() {
        let is_time = is_clock(word) || is_date(word) || is_beside(word) || is_of_day(word);
        if !is_time {
            break;
        }
        has_clock |= is_clock(word);
        start = line[..start].trim_end().len() - word.len();
    }
    if has_clock {
        let name = line[..start]
            .trim()
            .trim_end_matches([',', '-', '–', '—', '·', '|']);
        (name.trim().trim_matches(SIGNS).trim(), bare(&line[start..]))
    } else {
        (line.trim(), "")
    }
}

const AROUND: [char; 12] = ['[', ']', '(', ')', ',', '-', '–', '—', '·', '|', ' ', ':'];

fn bare(stamp: &str) -> &str {
    stamp.trim_matches(AROUND)
}

fn is_clock(word: &str) -> bool {
    let word = word.trim_matches(AROUND);
    let parts = word.split(':').count();
    let hour = word.trim_end_matches(|it: char| it.is_ascii_alphabetic());
    parts > 1
        && hour.starts_with(|it: char| it.is_ascii_digit())
        && hour.ends_with(|it: char| it.is_ascii_digit())
        && hour
            .chars()
            .all(|it| it.is_ascii_digit() || matches!(it, ':' | '.' | '-' | 'T' | '+' | 'Z'))
}

fn is_date(word: &str) -> bool {
    let word = word.trim_matches(AROUND);
    word.contains(['/', '-', '.'])
        && word.chars().filter(char::is_ascii_digit).count() >= 3
        && word
            .chars()
            .all(|it| it.is_ascii_digit() || matches!(it, '/' | '-' | '.'))
}

/// What stands beside a time and is no part of a name.
fn is_beside(word: &str) -> bool {
    let is_half = |it: &&str| word.trim_matches(AROUND).eq_ignore_ascii_case(it);
    word.trim_matches(AROUND).is_empty()
        || ["am", "pm", "a.m.", "p.m.", "utc", "gmt"]
            .iter()
            .any(is_half)
}

fn is_of_day(word: &str) -> bool {
    const DAYS: [&str; 5] = ["at", "on", "today", "yesterday", "hoy"];
    let bare = word.trim_matches(AROUND);
    let is_number =
        !bare.is_empty() && bare.len() <= 4 && bare.chars().all(|it| it.is_ascii_digit());
    is_number || DAYS.iter().any(|it| bare.eq_ignore_ascii_case(it))
}
