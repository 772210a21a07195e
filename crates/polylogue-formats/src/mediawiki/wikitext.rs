//! Turns Markdown into wikitext that reads back as the same words, here and in a wiki.
//!
//! Words that would mean something in wikitext are written as character references. What wikitext
//! cannot say without new words is left plain: struck words, and the look of code inside a line.

use std::collections::BTreeMap;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::title_of_target;

/// Headings of a thread's level would begin another thread.
const LEVELS_BELOW_THREAD: u8 = 2;
const LEVEL_MAX: u8 = 6;
/// Lists and quotations nested deeper than this are written at this depth.
const DEPTH_MAX: usize = 6;
/// Deeper than this nobody writes; such a text is written as words.
const TREE_DEPTH_MAX: usize = 48;
const SCHEMES: [&str; 4] = ["https://", "http://", "ftp://", "mailto:"];

/// Writes one turn's Markdown as wikitext: blocks apart by an empty line, without an end of line.
pub(crate) fn of_markdown(markdown: &str) -> String {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    let root = parse_document(&arena, markdown, &options);
    if depth_of(root) > TREE_DEPTH_MAX {
        return escaped(markdown);
    }
    let mut writer = Writer {
        notes: BTreeMap::new(),
        out: String::new(),
    };
    writer.take_notes(root);
    root.children().for_each(|it| writer.block(it, 0));
    let mut out = writer.out;
    out.truncate(out.trim_end().len());
    if out.starts_with(['*', '#']) {
        // On a talk page marks before the first words say how deep a reply stands.
        out.insert_str(0, "<blockquote></blockquote>\n");
    }
    out
}

/// How deep a tree is, found without recursion.
fn depth_of<'a>(root: &'a AstNode<'a>) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(_) => depth += 1,
            NodeEdge::End(_) => depth = depth.saturating_sub(1),
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Words as wikitext: what would be a mark is a character reference.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut before = None;
    let mut rest = words.chars().peekable();
    while let Some(character) = rest.next() {
        let is_twice = before == Some(character) || rest.peek() == Some(&character);
        let is_mark = match character {
            '[' | ']' | '{' | '}' | '<' | '>' | '&' | '|' | '~' => true,
            '\'' | '_' => is_twice,
            _ => false,
        };
        before = Some(character);
        if is_mark {
            push_reference(&mut out, character);
        } else if character == '\n' {
            out.push(' ');
        } else {
            out.push(character);
        }
    }
    out
}

/// Words of a line of their own: the first is no mark of a list, heading or rule either.
pub(crate) fn escaped_line(line: &str) -> String {
    let line = line.trim();
    let Some(first) = line.chars().next() else {
        return String::new();
    };
    let is_rule = line.starts_with("----");
    if matches!(first, '=' | '*' | '#' | ':' | ';') || is_rule {
        let mut out = String::with_capacity(line.len() + 5);
        push_reference(&mut out, first);
        out.push_str(&line[first.len_utf8()..]);
        out
    } else {
        line.to_owned()
    }
}

fn push_reference(out: &mut String, character: char) {
    out.push_str(&format!("&#{};", u32::from(character)));
}

struct Writer {
    /// What each footnote says, as wikitext.
    notes: BTreeMap<String, String>,
    out: String,
}

impl Writer {
    fn take_notes<'a>(&mut self, root: &'a AstNode<'a>) {
        for node in root.children() {
            if let NodeValue::FootnoteDefinition(note) = &node.data.borrow().value {
                let words: Vec<String> = node.children().map(|it| self.line_of(it)).collect();
                self.notes.insert(note.name.clone(), words.join(" "));
            }
        }
    }

    fn block<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) {
        match &node.data.borrow().value {
            NodeValue::Paragraph => self.paragraph(&self.line_of(node)),
            NodeValue::HtmlBlock(html) => self.paragraph(&escaped(&html.literal)),
            NodeValue::Heading(heading) => {
                let level = (heading.level + LEVELS_BELOW_THREAD).min(LEVEL_MAX);
                let marks = "=".repeat(usize::from(level));
                let words = self.line_of(node);
                if !words.trim().is_empty() {
                    self.lines(&format!("{marks} {} {marks}", words.trim()));
                }
            }
            NodeValue::ThematicBreak => self.lines("----"),
            NodeValue::CodeBlock(code) => {
                let literal = code.literal.trim_end().replace("</pre", "< /pre");
                self.lines(&format!("<pre>\n{literal}\n</pre>"));
            }
            NodeValue::BlockQuote if depth < DEPTH_MAX => {
                self.out.push_str("<blockquote>\n");
                node.children().for_each(|it| self.block(it, depth + 1));
                self.out.truncate(self.out.trim_end().len());
                self.lines("\n</blockquote>");
            }
            NodeValue::List(_) => {
                self.list(node, "");
                self.out.push('\n');
            }
            NodeValue::TableRow(_) => {
                let cells: Vec<String> = node.children().map(|it| self.line_of(it)).collect();
                self.paragraph(&cells.join(" &#124; "));
            }
            NodeValue::FootnoteDefinition(_) => {}
            _ => node.children().for_each(|it| self.block(it, depth)),
        }
    }

    fn paragraph(&mut self, words: &str) {
        let line = escaped_line(words);
        if !line.is_empty() {
            self.lines(&line);
        }
    }

    fn lines(&mut self, lines: &str) {
        self.out.push_str(lines);
        self.out.push_str("\n\n");
    }

    fn list<'a>(&mut self, list: &'a AstNode<'a>, above: &str) {
        let mark = match &list.data.borrow().value {
            NodeValue::List(it) if it.list_type == ListType::Ordered => '#',
            _ => '*',
        };
        let mut marks = above.to_owned();
        if marks.len() < DEPTH_MAX {
            marks.push(mark);
        }
        for item in list.children() {
            let mut words: Vec<String> = Vec::new();
            for child in item.children() {
                if matches!(child.data.borrow().value, NodeValue::List(_)) {
                    self.item(&marks, &mut words);
                    self.list(child, &marks);
                } else {
                    words.push(self.line_of(child));
                }
            }
            self.item(&marks, &mut words);
        }
    }

    /// Writes what was gathered of one item; what comes after a list inside it is another item, so
    /// that the order stays.
    fn item(&mut self, marks: &str, words: &mut Vec<String>) {
        words.retain(|it| !it.trim().is_empty());
        if !words.is_empty() {
            self.out
                .push_str(&format!("{marks} {}\n", words.join("<br>")));
            words.clear();
        }
    }

    /// Everything below a node as one line.
    fn line_of<'a>(&self, node: &'a AstNode<'a>) -> String {
        let mut line = String::new();
        self.inline(node, &mut line);
        line
    }

    fn inline<'a>(&self, node: &'a AstNode<'a>, line: &mut String) {
        let tagged = |tag: &str, line: &mut String| {
            let inside = self.inside(node);
            if !inside.is_empty() {
                line.push_str(&format!("<{tag}>{inside}</{tag}>"));
            }
        };
        match &node.data.borrow().value {
            NodeValue::Text(text) => line.push_str(&escaped(text)),
            NodeValue::Code(code) => line.push_str(&escaped(&code.literal)),
            NodeValue::CodeBlock(code) => line.push_str(&escaped(code.literal.trim())),
            NodeValue::HtmlInline(html) => line.push_str(&escaped(html)),
            NodeValue::HtmlBlock(html) => line.push_str(&escaped(html.literal.trim())),
            NodeValue::SoftBreak => line.push(' '),
            NodeValue::LineBreak => line.push_str("<br>"),
            NodeValue::Emph => tagged("i", line),
            NodeValue::Strong => tagged("b", line),
            NodeValue::Link(link) => line.push_str(&linked(&link.url, &self.inside(node))),
            NodeValue::FootnoteReference(note) => {
                if let Some(words) = self.notes.get(&note.name) {
                    line.push_str(&format!("<ref>{words}</ref>"));
                }
            }
            _ => line.push_str(&self.inside(node)),
        }
    }

    fn inside<'a>(&self, node: &'a AstNode<'a>) -> String {
        let mut line = String::new();
        node.children().for_each(|it| self.inline(it, &mut line));
        line
    }
}

/// A link; one whose address no wiki would follow is its words alone.
fn linked(address: &str, words: &str) -> String {
    let words = words.trim();
    if let Some(title) = title_of_target(address) {
        let colon = if title.contains(':') { ":" } else { "" };
        return match words {
            "" => format!("[[{colon}{}]]", escaped(&title)),
            words => format!("[[{colon}{}|{words}]]", escaped(&title)),
        };
    }
    let lower = address.to_ascii_lowercase();
    if !SCHEMES.iter().any(|it| lower.starts_with(it)) {
        return if words.is_empty() {
            escaped(address)
        } else {
            words.to_owned()
        };
    }
    let mut target = String::new();
    for character in address.chars() {
        match character {
            '[' | ']' | '<' | '>' | '"' | '\'' | '{' | '}' | '|' | ' ' => {
                target.push_str(&format!("%{:02X}", u32::from(character)));
            }
            it if it.is_whitespace() || it.is_control() => {}
            it => target.push(it),
        }
    }
    if words.is_empty() || words == escaped(address) {
        target
    } else {
        format!("[{target} {words}]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_marks_and_words_stay_words() {
        let text =
            of_markdown("# Bread\n\n*One* **oven**,\non [the ridge](https://a.example/x).\n");
        let expected =
            "=== Bread ===\n\n<i>One</i> <b>oven</b>, on [https://a.example/x the ridge].";
        assert_eq!(text, expected);
        assert_eq!(
            of_markdown("\\* no list, [no link] ''"),
            "&#42; no list, &#91;no link&#93; &#39;&#39;"
        );
        assert_eq!(
            of_markdown("A [page](wiki:Water/Bread)."),
            "A [[Water/Bread|page]]."
        );
        assert_eq!(
            of_markdown("A[^1] b.\n\n[^1]: Why.\n"),
            "A<ref>Why.</ref> b."
        );
    }

    #[test]
    fn lists_nest_and_never_open_a_turn() {
        let text = of_markdown("- one\n  1. first\n  2. second\n- two\n\n> said\n");
        let expected = "<blockquote></blockquote>\n* one\n*# first\n*# second\n* two\n\n\
            <blockquote>\nsaid\n</blockquote>";
        assert_eq!(text, expected);
    }
}
