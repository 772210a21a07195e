//! What a line of a document is, told from how it begins: a heading, a paragraph, a quotation, an
//! item of a list, a row of a table, a note, a figure. Pure: pages, commands and publishing ask
//! here, so that a line is the same thing everywhere. Described in docs/formats/document.md.

pub mod mark;

/// Cells of one row that are told apart; a row with more is shown as it was typed.
pub const CELLS_MAX: usize = 1_000;
/// How long the name of a note may be, in characters.
const NAME_CHARACTERS_MAX: usize = 64;

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<'a> {
    /// A heading, level 1 to 6.
    Heading(u8, &'a str),
    /// An item of a list, without its sign.
    Item(List, &'a str),
    /// A row of a table: its cells, Markdown each.
    Row(Vec<&'a str>),
    /// The rule below the head of a table; it says nothing by itself.
    Rule,
    /// A quotation, without its sign.
    Quotation(&'a str),
    /// A note: its name, and its text.
    Note(&'a str, &'a str),
    /// A figure: its caption, and what it shows.
    Figure(&'a str, Asked<'a>),
    /// A line across the page, between parts.
    Break,
    /// Anything else: Markdown.
    Words(&'a str),
}

/// The two sorts of list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// In any order.
    Bulleted,
    /// First, second, third: counted anew where it is shown.
    Numbered,
}

/// What a figure shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The opinion map of a question or dialogue, or of claims under nothing.
    Map,
    /// Who says what about whom.
    Matrix,
    /// What was asked, and what became of it; all, or what was put to one perspective.
    Ledger,
    /// Which standing question each perspective takes up.
    Coverage,
    /// What several perspectives share.
    Shared,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Map,
        Self::Matrix,
        Self::Ledger,
        Self::Coverage,
        Self::Shared,
    ];

    /// Its name in a line, in `--json` and in keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Matrix => "matrix",
            Self::Ledger => "ledger",
            Self::Coverage => "coverage",
            Self::Shared => "shared",
        }
    }
}

/// The figure a line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Which; none: there is none of that name.
    pub figure: Option<Figure>,
    /// What stands behind its name: the beginning of an id; empty: of nothing in particular.
    pub of: &'a str,
}

impl<'a> Block<'a> {
    /// Tells what a line is. Never fails: what is nothing else is words.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let text = text.trim();
        if text.contains('\n') {
            return Self::Words(text);
        }
        let found = heading(text)
            .or_else(|| rule(text))
            .or_else(|| row(text))
            .or_else(|| item(text))
            .or_else(|| note(text))
            .or_else(|| figure(text));
        found.unwrap_or_else(|| match text.strip_prefix('>') {
            Some(words) => Self::Quotation(words.trim_start()),
            None => Self::Words(text),
        })
    }

    /// Its words without the signs that say what it is; a row's cells apart by a stroke.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Heading(_, words)
            | Self::Item(_, words)
            | Self::Quotation(words)
            | Self::Note(_, words)
            | Self::Figure(words, _)
            | Self::Words(words) => (*words).to_owned(),
            Self::Row(cells) => cells.join(" | "),
            Self::Rule | Self::Break => String::new(),
        }
    }

    /// Its name in `--json`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Heading(..) => "heading",
            Self::Item(..) => "item",
            Self::Row(_) => "row",
            Self::Rule => "rule",
            Self::Quotation(_) => "quotation",
            Self::Note(..) => "note",
            Self::Figure(..) => "figure",
            Self::Break => "break",
            Self::Words(_) => "paragraph",
        }
    }

    /// Whether it says something that could rest on something: headings, rules and breaks do not.
    #[must_use]
    pub fn says_something(&self) -> bool {
        !matches!(self, Self::Heading(..) | Self::Rule | Self::Break)
    }
}

fn heading(text: &str) -> Option<Block<'_>> {
    let words = text.trim_start_matches('#');
    let level = u8::try_from(text.len() - words.len()).ok()?;
    let is_heading = (1..=6).contains(&level) && words.starts_with([' ', '\t']);
    let words = words.trim().trim_end_matches('#').trim_end();
    (is_heading && !words.is_empty()).then_some(Block::Heading(level, words))
}

/// A rule of a table, or a line across the page.
fn rule(text: &str) -> Option<Block<'_>> {
    let is_of = |signs: &str| text.chars().all(|it| signs.contains(it));
    if text.contains('|') && text.contains('-') && is_of("|:- ") {
        return Some(Block::Rule);
    }
    let bare: String = text.chars().filter(|it| *it != ' ').collect();
    let mut signs = bare.chars();
    let first = signs.next()?;
    let is_break = bare.len() >= 3 && "-*_".contains(first) && signs.all(|it| it == first);
    is_break.then_some(Block::Break)
}

/// A row begins and ends with a stroke; `\|` and a stroke in code are words.
fn row(text: &str) -> Option<Block<'_>> {
    let inside = text.strip_prefix('|')?.strip_suffix('|')?;
    if inside.ends_with('\\') {
        return None;
    }
    let mut cells = Vec::new();
    let (mut from, mut is_escaped, mut is_code) = (0, false, false);
    for (at, character) in inside.char_indices() {
        match character {
            '\\' if !is_escaped => {
                is_escaped = true;
                continue;
            }
            '`' if !is_escaped => is_code = !is_code,
            '|' if !is_escaped && !is_code => {
                cells.push(inside[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
        is_escaped = false;
    }
    cells.push(inside[from..].trim());
    (cells.len() <= CELLS_MAX).then_some(Block::Row(cells))
}

fn item(text: &str) -> Option<Block<'_>> {
    if let Some(words) = text.strip_prefix(['-', '*', '+']) {
        return words
            .starts_with([' ', '\t'])
            .then(|| Block::Item(List::Bulleted, words.trim_start()));
    }
    let words = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_counted = (1..=9).contains(&(text.len() - words.len()));
    let words = words.strip_prefix(['.', ')']).filter(|_| is_counted)?;
    words
        .starts_with([' ', '\t'])
        .then(|| Block::Item(List::Numbered, words.trim_start()))
}

fn note(text: &str) -> Option<Block<'_>> {
    let (name, words) = text.strip_prefix("[^")?.split_once("]:")?;
    is_name(name).then(|| Block::Note(name, words.trim()))
}

/// Whether something can be the name of a note.
pub(crate) fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    let is_word = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_' | '.');
    (1..=NAME_CHARACTERS_MAX).contains(&length) && name.chars().all(is_word)
}

fn figure(text: &str) -> Option<Block<'_>> {
    let (caption, rest) = text.strip_prefix("![")?.rsplit_once("](figure:")?;
    let asked = rest.strip_suffix(')')?.trim();
    let (name, of) = asked.split_once(['/', ' ']).unwrap_or((asked, ""));
    let figure = Figure::ALL.into_iter().find(|it| it.name() == name);
    let of = of.trim();
    Some(Block::Figure(caption.trim(), Asked { figure, of }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_it_begins_as() {
        let asked = |name: &str, of: &'static str| Asked {
            figure: Figure::ALL.into_iter().find(|it| it.name() == name),
            of,
        };
        let cases = [
            ("## Low water ##", Block::Heading(2, "Low water")),
            ("#hashtag", Block::Words("#hashtag")),
            ("####### seven", Block::Words("####### seven")),
            ("- eels", Block::Item(List::Bulleted, "eels")),
            ("-eels", Block::Words("-eels")),
            ("12) eels", Block::Item(List::Numbered, "eels")),
            ("1984 was dry", Block::Words("1984 was dry")),
            (
                "| a | b \\| c | `d|e` |",
                Block::Row(vec!["a", "b \\| c", "`d|e`"]),
            ),
            ("|---|:-:|", Block::Rule),
            ("| - |", Block::Rule),
            ("---", Block::Break),
            ("* * *", Block::Break),
            ("> said", Block::Quotation("said")),
            ("[^eel]: Anguilla.", Block::Note("eel", "Anguilla.")),
            ("[^eel]:", Block::Note("eel", "")),
            ("[^a b]: x", Block::Words("[^a b]: x")),
            (
                "![Who](figure:map/1a2b)",
                Block::Figure("Who", asked("map", "1a2b")),
            ),
            ("![](figure:matrix)", Block::Figure("", asked("matrix", ""))),
            ("![x](figure:pie)", Block::Figure("x", asked("pie", ""))),
            (
                "![x](http://a.example/b.png)",
                Block::Words("![x](http://a.example/b.png)"),
            ),
            ("", Block::Words("")),
        ];
        for (text, block) in cases {
            assert_eq!(Block::of(text), block, "{text}");
        }
    }

    #[test]
    fn a_line_of_any_length_is_something() {
        for sign in ["|", "#", "- ", "> ", "[^", "![", "1", "`|", "\\|", "---"] {
            let text = sign.repeat(16 * 1024 / sign.len());
            let _ = Block::of(&text).words();
        }
        let wide = format!("|{}", "x|".repeat(500));
        assert!(matches!(Block::of(&wide), Block::Row(cells) if cells.len() == 500));
        let wider = format!("|{}", "x|".repeat(2_000));
        assert!(matches!(Block::of(&wider), Block::Words(_)));
    }
}
