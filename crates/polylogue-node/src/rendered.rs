//! What a reader of a Markdown text sees, paragraph by paragraph.
//!
//! Pages and passages use the same parser with the same options, so that a paragraph's number and
//! the words in it mean the same where they are shown and where they are quoted.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

/// How deep quotes, lists and marks may stand in each other. People need four or five; whoever
/// reads a tree by recursion must know a bound.
const DEPTH_MAX: usize = 48;
/// Parts of one text. A long turn has a few thousand; a table can be written that has a hundred
/// for each of its bytes.
const NODES_MAX: usize = 20_000;

/// How Markdown is read everywhere: CommonMark with tables, struck words and footnotes. Raw HTML
/// is words like any others and never markup.
#[must_use]
pub fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.render.escape = true;
    options
}

/// The tree of a text; none where it is deeper or larger than anybody writes. Such a text is
/// shown as it was typed, in the paragraphs of [`as_typed`].
#[must_use]
pub fn document<'a>(arena: &'a Arena<'a>, markdown: &str) -> Option<&'a AstNode<'a>> {
    if !is_worth_parsing(markdown) {
        return None;
    }
    let root = parse_document(arena, markdown, &options());
    let (mut depth, mut n_nodes) = (0_usize, 0_usize);
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(_) => {
                depth += 1;
                n_nodes += 1;
                if depth > DEPTH_MAX || n_nodes > NODES_MAX {
                    return None;
                }
            }
            NodeEdge::End(_) => depth = depth.saturating_sub(1),
        }
    }
    Some(root)
}

/// A text that is no tree: what stands between empty lines.
pub fn as_typed(markdown: &str) -> impl Iterator<Item = &str> {
    markdown
        .split("\n\n")
        .map(str::trim)
        .filter(|it| !it.is_empty())
}

/// Whether parsing itself is bounded: no line opens more blocks than the depth allows, and no
/// table has more cells than the parts allow, counting those that are filled in.
fn is_worth_parsing(markdown: &str) -> bool {
    let n_lines = markdown.lines().count();
    markdown.lines().all(|line| {
        let is_rule = line.contains('-') && line.chars().all(|it| "|:- \t>".contains(it));
        let n_columns = line.matches('|').count() + 1;
        opened_by(line) <= DEPTH_MAX && !(is_rule && n_columns * n_lines > NODES_MAX)
    })
}

/// How many quotes and list items a line may open.
fn opened_by(line: &str) -> usize {
    let is_marker = |it: &char| "> \t-*+0123456789.)".contains(*it);
    let beginning: Vec<char> = line.chars().take_while(is_marker).collect();
    let after = |index: usize| beginning.get(index + 1).copied();
    let opens = |(index, it): (usize, &char)| match it {
        '>' => true,
        '-' | '*' | '+' | '.' | ')' => matches!(after(index), Some(' ' | '\t')),
        _ => false,
    };
    beginning.iter().enumerate().filter(|it| opens(*it)).count()
}

/// The paragraphs a reader sees, in reading order: paragraphs, headings, list items, table rows
/// and code blocks; those without words are left out. The first is number 1 where numbers count.
#[must_use]
pub fn paragraphs(markdown: &str) -> Vec<String> {
    let arena = Arena::new();
    let Some(root) = document(&arena, markdown) else {
        return as_typed(markdown).map(str::to_owned).collect();
    };
    let mut found = Vec::new();
    collect(root, &mut found);
    found.retain(|it| !it.trim().is_empty());
    found
}

/// All words a reader sees, paragraphs apart by an empty line.
#[must_use]
pub fn plain(markdown: &str) -> String {
    paragraphs(markdown).join("\n\n")
}

fn collect<'a>(node: &'a AstNode<'a>, found: &mut Vec<String>) {
    let is_leaf = match &node.data.borrow().value {
        NodeValue::CodeBlock(block) => {
            found.push(block.literal.clone());
            return;
        }
        NodeValue::HtmlBlock(block) => {
            found.push(block.literal.clone());
            return;
        }
        NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableRow(_) => true,
        _ => false,
    };
    if is_leaf {
        let mut words = String::new();
        inline(node, &mut words);
        found.push(words);
    } else {
        node.children().for_each(|child| collect(child, found));
    }
}

fn inline<'a>(node: &'a AstNode<'a>, words: &mut String) {
    match &node.data.borrow().value {
        NodeValue::Text(text) => words.push_str(text),
        NodeValue::Code(code) => words.push_str(&code.literal),
        NodeValue::HtmlInline(html) => words.push_str(html),
        NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
        NodeValue::FootnoteReference(_) => {}
        NodeValue::TableCell => {
            node.children().for_each(|child| inline(child, words));
            words.push(' ');
        }
        _ => node.children().for_each(|child| inline(child, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_left_out_and_words_stay() {
        let seen = paragraphs("# *Water*\n\nGo [on](http://a.example),\nplease.\n\n- one\n- two\n");
        assert_eq!(seen, ["Water", "Go on, please.", "one", "two"]);
    }

    #[test]
    fn what_nobody_writes_is_shown_as_it_was_typed() {
        let deep = 48 * 1024;
        for hostile in [
            ">".repeat(deep),
            "> ".repeat(deep / 2),
            "- ".repeat(deep / 2),
            "1. ".repeat(deep / 3),
            format!("{}{}", "*a ".repeat(deep / 6), " b*".repeat(deep / 6)),
            format!("{}{}", "[a".repeat(deep / 8), "](b)".repeat(deep / 8)),
            format!(
                "{}|\n{}|\n{}",
                "|a".repeat(200),
                "|-".repeat(200),
                "x\n".repeat(20_000)
            ),
        ] {
            let seen = paragraphs(&hostile);
            assert!(!seen.is_empty());
            assert!(seen.iter().map(String::len).sum::<usize>() <= hostile.len());
        }
        let rule = format!("a\n\n{}\n\nb", "-".repeat(200));
        assert_eq!(paragraphs(&rule), ["a", "b"]);
        let quoted = format!("{} deep", "> ".repeat(8));
        assert_eq!(paragraphs(&quoted), ["deep"]);
        assert_eq!(paragraphs(&format!("{} a\n\n b ", ">".repeat(99))).len(), 2);
    }

    #[test]
    fn a_script_is_words() {
        assert_eq!(
            paragraphs("<script>alert(1)</script>"),
            ["<script>alert(1)</script>"]
        );
        assert_eq!(paragraphs("a <b>c</b>"), ["a <b>c</b>"]);
    }

    #[test]
    fn tables_read_row_by_row() {
        let seen = paragraphs("| a | b |\n|---|---|\n| c | d |\n");
        assert_eq!(
            seen.iter().map(|it| it.trim()).collect::<Vec<_>>(),
            ["a b", "c d"]
        );
    }
}
