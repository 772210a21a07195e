//! Reads who speaks from a heading or an attribution line, by shape and not by knowing anybody.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest heading or line, in bytes, that may name a speaker.
const NAME_LINE_BYTES_MAX: usize = 160;

/// Words that stand before "by" in a heading such as "Second reply by …", already folded.
const LABELS_OPENING: &[&str] = &[
    "summary",
    "introduction",
    "intro",
    "opening",
    "statement",
    "text",
    "elicitation",
    "thesis",
    "position",
    "presentation",
    "resume",
    "resumen",
    "resumo",
    "zusammenfassung",
    "sintesi",
];
const LABELS_REPLY: &[&str] = &[
    "response",
    "responses",
    "reply",
    "replies",
    "answer",
    "answers",
    "comment",
    "comments",
    "commentary",
    "question",
    "questions",
    "probe",
    "probes",
    "challenge",
    "rejoinder",
    "remark",
    "remarks",
    "reaction",
    "critique",
    "note",
    "followup",
    "reponse",
    "respuesta",
    "resposta",
    "antwort",
    "risposta",
    "comentario",
    "commentaire",
    "kommentar",
];
const LABELS_ORDER: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "final", "last", "initial", "further",
    "another", "new", "short", "brief", "closing", "1st", "2nd", "3rd", "4th", "5th", "the", "a",
    "premiere", "deuxieme", "primera", "segunda", "erste", "zweite",
];
const CONNECTORS: &[&str] = &["by", "from", "of", "par", "por", "von", "de", "da", "di"];

/// Lower-case words that may stand inside a personal name.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "van", "von", "la",
    "le", "el", "bin", "ibn", "al", "af", "av", "zu", "ten", "ter", "y",
];

/// Words that make two capitalised words a section title and not a person.
const NEVER_IN_NAMES: &[&str] = &[
    "abstract",
    "and",
    "answer",
    "answers",
    "appendix",
    "article",
    "articles",
    "background",
    "bibliography",
    "book",
    "books",
    "case",
    "category",
    "chapter",
    "characteristics",
    "citation",
    "citations",
    "comment",
    "commentary",
    "comments",
    "conclusion",
    "conclusions",
    "contents",
    "context",
    "course",
    "critique",
    "current",
    "data",
    "date",
    "definition",
    "definitions",
    "description",
    "details",
    "directory",
    "discussion",
    "documentation",
    "done",
    "dialogue",
    "entry",
    "event",
    "events",
    "example",
    "examples",
    "excerpt",
    "excerpts",
    "external",
    "first",
    "footnotes",
    "further",
    "general",
    "history",
    "how",
    "image",
    "index",
    "information",
    "interview",
    "introduction",
    "issues",
    "key",
    "link",
    "links",
    "list",
    "literature",
    "main",
    "method",
    "methods",
    "methodology",
    "more",
    "new",
    "news",
    "note",
    "notes",
    "open",
    "other",
    "outline",
    "overview",
    "page",
    "pages",
    "paper",
    "papers",
    "part",
    "perspective",
    "perspectives",
    "phase",
    "point",
    "points",
    "practice",
    "practices",
    "principles",
    "pro",
    "project",
    "projects",
    "publication",
    "publications",
    "question",
    "questions",
    "quote",
    "quotes",
    "reading",
    "readings",
    "recent",
    "reference",
    "references",
    "related",
    "research",
    "resource",
    "resources",
    "response",
    "responses",
    "review",
    "reviews",
    "second",
    "section",
    "see",
    "short",
    "source",
    "sources",
    "statistics",
    "status",
    "step",
    "summary",
    "synopsis",
    "table",
    "term",
    "terms",
    "text",
    "the",
    "theory",
    "third",
    "title",
    "topic",
    "topics",
    "typology",
    "update",
    "updates",
    "video",
    "videos",
    "volume",
    "war",
    "website",
    "websites",
    "what",
    "why",
    "working",
    "world",
];

/// How firmly a heading or line names a speaker, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// A bare name on a line inside running text, or in bold before text on the same line.
    LineInside,
    /// A bare name as a whole heading.
    Heading,
    /// A bare name that opens a section, or a heading with a number such as "Ada Brook 2".
    Opening,
    /// A name after a word for a turn: "Reply by …".
    Labelled,
}

/// What the word before the name says of the turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A summary or statement: it may open an exchange.
    Opening,
    /// A response, reply, question or remark: something was said before it.
    Reply,
}

/// Where a possible name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the text of a heading.
    Heading,
    /// On the first line of a section that holds more than its title line.
    SectionStart,
    /// On a later line.
    Inside,
}

/// One naming of a possible speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameUse {
    pub(crate) written: String,
    pub(crate) folded: String,
    pub(crate) strength: Strength,
    pub(crate) label: Option<Label>,
}

/// Folds a text to lower-case words without accents or punctuation, one space between words.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text
        .nfd()
        .filter(|character| !is_combining_mark(*character))
    {
        for lower in character.to_lowercase() {
            match lower {
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' | 'ð' => folded.push('d'),
                'ı' => folded.push('i'),
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                other if other.is_alphanumeric() => folded.push(other),
                '\'' | '’' => {}
                _ if folded.is_empty() || folded.ends_with(' ') => {}
                _ => folded.push(' '),
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Folds a page title so that "Re-Localisation", "re-localisation " and "Relocalisation" meet.
pub(crate) fn fold_title(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Reads the plain words of one short line: no bold or italic marks, links by their labels.
///
/// A line longer than the limit for names comes back as it is.
pub(crate) fn plain_line(text: &str) -> String {
    if text.len() > 4 * NAME_LINE_BYTES_MAX {
        return text.to_owned();
    }
    let mut plain = text.to_owned();
    while let Some(open) = plain.find("[[") {
        let Some(length) = plain[open..].find("]]") else {
            break;
        };
        let inner = &plain[open + 2..open + length];
        let label = inner.rsplit('|').next().unwrap_or(inner).to_owned();
        plain.replace_range(open..open + length + 2, &label);
    }
    let mut kept = String::with_capacity(plain.len());
    let mut quotes = 0;
    for character in plain.chars() {
        if character == '\'' {
            quotes += 1;
            continue;
        }
        if quotes == 1 {
            kept.push('\'');
        }
        quotes = 0;
        kept.push(character);
    }
    if quotes == 1 {
        kept.push('\'');
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a possible speaker from the text of a heading or from an attribution line.
///
/// A line names a speaker only when the name is followed by a colon that ends the line.
pub(crate) fn speaker(text: &str, place: Place) -> Option<NameUse> {
    if text.len() > NAME_LINE_BYTES_MAX {
        return None;
    }
    let plain = plain_line(text);
    let bare = match (place, plain.strip_suffix([':', '：'])) {
        (_, Some(bare)) => bare.trim(),
        (Place::Heading, None) => plain.as_str(),
        (Place::SectionStart | Place::Inside, None) => return None,
    };
    let unnumbered = strip_leading_number(bare);
    let (unnumbered, numbered) = strip_trailing_number(unnumbered);
    let (name, label) = strip_labels(unnumbered);
    if !is_name_shaped(&name, label.is_some()) {
        return None;
    }
    let strength = match (label, place) {
        (Some(_), _) => Strength::Labelled,
        (None, Place::Heading) if numbered => Strength::Opening,
        (None, Place::SectionStart) => Strength::Opening,
        (None, Place::Heading) => Strength::Heading,
        (None, Place::Inside) => Strength::LineInside,
    };
    Some(NameUse {
        folded: fold(&name),
        written: name,
        strength,
        label,
    })
}

/// Reads a bold name with a colon that stands before text on one line; also returns that text.
pub(crate) fn inline_speaker(line: &str, place: Place) -> Option<(NameUse, &str)> {
    let after = line.trim_start().strip_prefix("'''")?;
    let close = after
        .find("'''")
        .filter(|close| *close <= NAME_LINE_BYTES_MAX)?;
    let (bold, rest) = (&after[..close], &after[close + 3..]);
    let (name, rest) = match bold.trim_end().strip_suffix(':') {
        Some(name) => (name, rest),
        None => (bold, rest.strip_prefix(':')?),
    };
    if rest.trim().is_empty() {
        return None;
    }
    let found = speaker(&format!("{name}:"), place)?;
    Some((found, rest))
}

/// Says whether a heading is a name followed by " on " or ": ", as excerpts are often headed.
pub(crate) fn excerpt_author(heading: &str) -> Option<String> {
    let plain = plain_line(heading);
    let (name, _) = plain
        .split_once(" on ")
        .or_else(|| plain.split_once(": "))?;
    is_name_shaped(name, false).then(|| name.to_owned())
}

/// Reads a heading such as "Water Theory Commentary" as the name before the word for a reply.
///
/// Returns an empty name for a bare "Commentary"; `None` when the heading is not of this form.
pub(crate) fn reply_heading(heading: &str) -> Option<String> {
    let plain = plain_line(heading);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let (last, before) = words.split_last()?;
    let kind = fold(last);
    if before.len() > 4 || !LABELS_REPLY.contains(&kind.as_str()) || kind.starts_with("question") {
        return None;
    }
    let unnamed = before.iter().any(|word| {
        let word = fold(word);
        LABELS_ORDER.contains(&word.as_str()) || NEVER_IN_NAMES.contains(&word.as_str())
    });
    Some(if unnamed {
        String::new()
    } else {
        before.join(" ")
    })
}

fn strip_leading_number(text: &str) -> &str {
    let digits = text.len()
        - text
            .trim_start_matches(|it: char| it.is_ascii_digit())
            .len();
    match text[digits..].strip_prefix(['.', ')']) {
        Some(rest) if (1..=3).contains(&digits) => rest.trim_start(),
        _ => text,
    }
}

/// Takes "Ada Brook 2", "Ada Brook (2)", "Ada Brook #2" and "Ada Brook II" apart.
fn strip_trailing_number(text: &str) -> (&str, bool) {
    let Some((name, last)) = text.rsplit_once(' ') else {
        return (text, false);
    };
    let number = last.trim_matches(['(', ')', '#']);
    let is_digits =
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = matches!(
        number,
        "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII"
    );
    if is_digits || (is_roman && name.contains(' ')) {
        (name.trim_end(), true)
    } else {
        (text, false)
    }
}

fn label_of(word: &str) -> Option<Label> {
    if LABELS_OPENING.contains(&word) {
        Some(Label::Opening)
    } else if LABELS_REPLY.contains(&word) {
        Some(Label::Reply)
    } else {
        None
    }
}

/// Takes away the words that say what kind of turn it is, before or after the name.
fn strip_labels(text: &str) -> (String, Option<Label>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let connector = folded
        .iter()
        .position(|word| CONNECTORS.contains(&word.as_str()));
    if let Some(at) = connector {
        let known = folded[..at]
            .iter()
            .all(|word| label_of(word).is_some() || LABELS_ORDER.contains(&word.as_str()));
        let label = folded[..at].iter().find_map(|word| label_of(word));
        let alone = at == 0 && folded[0] == "by";
        if known && (label.is_some() || alone) {
            return (words[at + 1..].join(" "), label.or(Some(Label::Opening)));
        }
    }
    if let (Some((last, before)), Some(word)) = (words.split_last(), folded.last()) {
        let label = match word.as_str() {
            "responds" | "replies" | "answers" | "asks" | "comments" => Some(Label::Reply),
            word if last.starts_with('(') && last.ends_with(')') => label_of(word),
            word if before.last().is_some_and(|it| ends_possessive(it)) => label_of(word),
            _ => None,
        };
        if label.is_some() && before.len() >= 2 {
            let name = before.join(" ");
            let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s"));
            return (name.map_or_else(|| before.join(" "), str::to_owned), label);
        }
    }
    (text.to_owned(), None)
}

fn ends_possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

fn is_name_shaped(name: &str, is_labelled: bool) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let shortest = if is_labelled { 1 } else { 2 };
    if words.len() < shortest || words.len() > 5 {
        return false;
    }
    let first_and_last_capital = [words.first(), words.last()]
        .into_iter()
        .flatten()
        .all(|word| is_name_word(word));
    first_and_last_capital
        && words.iter().all(|word| {
            let folded = fold(word);
            (is_name_word(word) || PARTICLES.contains(&folded.as_str()))
                && !NEVER_IN_NAMES.contains(&folded.as_str())
        })
}

/// A word of a name starts with a letter that is not lower case and holds no digit.
fn is_name_word(word: &str) -> bool {
    let starts = word
        .chars()
        .next()
        .is_some_and(|it| it.is_alphabetic() && !it.is_lowercase());
    let rest = word.chars().all(|it| {
        it.is_alphabetic() || is_combining_mark(it) || matches!(it, '\'' | '’' | '-' | '.' | '‐')
    });
    starts && rest
}
