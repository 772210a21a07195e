//! What a reader of a Markdown text sees, paragraph by paragraph.
//!
//! Pages and passages use the same parser with the same options, so that a paragraph's number and
//! the words in it mean the same where they are shown and where they are quoted.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

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

/// The paragraphs a reader sees, in reading order: paragraphs, headings, list items, table rows
/// and code blocks; those without words are left out. The first is number 1 where numbers count.
#[must_use]
pub fn paragraphs(markdown: &str) -> Vec<String> {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options());
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
