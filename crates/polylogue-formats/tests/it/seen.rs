//! What a reader of a turn's Markdown sees, by the parser the pages use.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use polylogue_formats::mediawiki::{Imported, ImportedTurn};

/// The paragraphs a reader sees, footnotes left out, white space as one space.
fn paragraphs(markdown: &str) -> Vec<String> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    let mut found = Vec::new();
    collect(root, &mut found);
    found
        .iter()
        .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|words| !words.is_empty())
        .collect()
}

fn collect<'a>(node: &'a AstNode<'a>, found: &mut Vec<String>) {
    match &node.data.borrow().value {
        NodeValue::CodeBlock(block) => found.push(block.literal.clone()),
        NodeValue::HtmlBlock(block) => panic!("markup from a page: {}", block.literal),
        NodeValue::Table(_) => panic!("a table from a page"),
        NodeValue::FootnoteDefinition(_) => {}
        NodeValue::Paragraph | NodeValue::Heading(_) => {
            let mut words = String::new();
            inline(node, &mut words);
            found.push(words);
        }
        _ => node.children().for_each(|child| collect(child, found)),
    }
}

fn inline<'a>(node: &'a AstNode<'a>, words: &mut String) {
    match &node.data.borrow().value {
        NodeValue::Text(text) => words.push_str(text),
        NodeValue::Code(code) => words.push_str(&code.literal),
        NodeValue::HtmlInline(html) => panic!("markup from a page: {html}"),
        NodeValue::Image(_) => panic!("an image from a page"),
        NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
        NodeValue::FootnoteReference(_) => {}
        _ => node.children().for_each(|child| inline(child, words)),
    }
}

/// Holds a turn's plain words and paragraphs against what its Markdown shows.
pub(crate) fn check_turn(turn: &ImportedTurn) {
    let seen = paragraphs(&turn.markdown);
    let said: Vec<String> = turn
        .paragraphs
        .iter()
        .map(|range| turn.plain[range.clone()].to_owned())
        .collect();
    for (seen, said) in seen.iter().zip(&said) {
        assert_eq!(seen, said, "line {}", turn.first_line);
    }
    assert_eq!(seen.len(), said.len(), "{seen:?} {said:?}");
    assert_eq!(said.join(" "), turn.plain);
    assert!(turn.first_line <= turn.last_line);
}

/// Holds every turn of a page against what its Markdown shows.
pub(crate) fn check(imported: &Imported) {
    for dialogue in &imported.dialogues {
        for turn in &dialogue.turns {
            check_turn(turn);
            for quote in &turn.quotes {
                let quoted = &dialogue.turns[quote.turn];
                let parts = quoted.parts(&quote.quoted);
                let words: Vec<&str> = parts.iter().map(|(_, words)| *words).collect();
                assert_eq!(words.join(" "), quote.words);
            }
        }
    }
}
