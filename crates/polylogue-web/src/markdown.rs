//! People's Markdown as safe HTML: paragraphs numbered as the node numbers them, links to safe
//! places only, raw HTML shown as the words it is, passages underlined where they stand.
//!
//! Reading is apart from showing: what was read is kept by content hash ([`Kept`]), and shown
//! each time with the addresses and remarks of the page.

use std::borrow::Cow;

use comrak::Arena;
use comrak::nodes::{AstNode, ListType, NodeList, NodeValue};
use maud::Render as _;
use polylogue_node::block::mark;
use polylogue_node::rendered;

use crate::outline::Outline;

pub use self::kept::Kept;
pub use self::place::{Sought, Underline, locate};
pub use self::show::{Marks, Showing, show_block, show_inline, show_prose};

mod kept;
mod place;
mod show;

/// A text as read: its blocks in order, and the words of each numbered paragraph.
#[derive(Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The blocks at the top level.
    pub blocks: Vec<Block>,
    /// The words of each paragraph; paragraph `n` is at `n - 1`.
    pub paragraphs: Vec<String>,
}

impl Rendered {
    /// How many bytes of memory it takes, about.
    fn weight(&self) -> usize {
        let heap = |piece: &Piece| match piece {
            Piece::Html(Cow::Owned(text))
            | Piece::Words(_, _, text)
            | Piece::Mark(_, _, text)
            | Piece::Thing(text) => text.capacity(),
            Piece::Html(Cow::Borrowed(_)) | Piece::Begins(_) => 0,
        };
        let pieces = self.blocks.iter().flat_map(|it| &it.pieces);
        let pieces: usize = pieces.map(|it| size_of::<Piece>() + heap(it)).sum();
        let words = |it: &String| size_of::<String>() + it.capacity();
        let blocks = self.blocks.len() * size_of::<Block>();
        blocks + pieces + self.paragraphs.iter().map(words).sum::<usize>()
    }
}

/// One block at the top level.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// The number of its first paragraph, from 1; none: it has no words.
    pub first: Option<u32>,
    /// The number of its last paragraph.
    pub last: Option<u32>,
    pieces: Vec<Piece>,
}

/// A part of a block.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// Markup of ours.
    Html(Cow<'static, str>),
    /// A person's words: paragraph, byte offset in its words, the words.
    Words(u32, usize, String),
    /// As words, and they may stand for a note or a citation of the page.
    Mark(u32, usize, String),
    /// A paragraph begins inside its element: where its address goes when the block has several.
    Begins(u32),
    /// A link to a thing of this commons by id, or to a page of a wiki brought in.
    Thing(String),
}

/// Reads a text.
#[must_use]
pub fn read(markdown: &str) -> Rendered {
    let arena = Arena::new();
    let mut reading = Reading {
        paragraphs: Vec::new(),
        pieces: Vec::new(),
        outline: Outline::under(2),
    };
    let blocks = match rendered::document(&arena, markdown) {
        Some(root) => root.children().map(|node| reading.block(node)).collect(),
        None => rendered::as_typed(markdown)
            .map(|words| reading.typed(words))
            .collect(),
    };
    Rendered {
        blocks,
        paragraphs: reading.paragraphs,
    }
}

struct Reading {
    paragraphs: Vec<String>,
    pieces: Vec<Piece>,
    outline: Outline,
}

/// What is being read of one paragraph.
struct Leaf {
    number: u32,
    words: String,
}

impl Reading {
    fn block<'a>(&mut self, node: &'a AstNode<'a>) -> Block {
        let before = self.paragraphs.len();
        self.node(node);
        self.ended(before)
    }

    /// A paragraph that is shown as it was typed.
    fn typed(&mut self, words: &str) -> Block {
        let before = self.paragraphs.len();
        self.literal(words, ("<pre class=\"typed\">", "</pre>"));
        self.ended(before)
    }

    fn ended(&mut self, before: usize) -> Block {
        let after = self.paragraphs.len();
        let number = |index: usize| u32::try_from(index).ok();
        let (first, last) = if after > before {
            (number(before + 1), number(after))
        } else {
            (None, None)
        };
        Block {
            first,
            last,
            pieces: std::mem::take(&mut self.pieces),
        }
    }

    fn html(&mut self, markup: impl Into<Cow<'static, str>>) {
        self.pieces.push(Piece::Html(markup.into()));
    }

    fn inside<'a>(&mut self, node: &'a AstNode<'a>, open: &'static str, close: &'static str) {
        self.html(open);
        node.children().for_each(|child| self.node(child));
        self.html(close);
    }

    fn node<'a>(&mut self, node: &'a AstNode<'a>) {
        match &node.data.borrow().value {
            NodeValue::Paragraph => self.leaf(node, "p"),
            NodeValue::Heading(heading) => {
                let level = self.outline.level(heading.level);
                self.leaf(node, ["h3", "h4", "h5", "h6"][usize::from(level - 3)]);
            }
            NodeValue::BlockQuote => self.inside(node, "<blockquote>", "</blockquote>"),
            NodeValue::List(list) => self.list(node, list),
            NodeValue::Item(_) | NodeValue::TaskItem(_) => self.inside(node, "<li>", "</li>"),
            NodeValue::CodeBlock(block) => {
                self.literal(&block.literal, ("<pre><code>", "</code></pre>"))
            }
            NodeValue::HtmlBlock(block) => self.literal(&block.literal, ("<p>", "</p>")),
            NodeValue::ThematicBreak => self.html("<hr>"),
            NodeValue::Table(_) => {
                self.inside(node, "<div class=\"scroll\"><table>", "</table></div>")
            }
            NodeValue::TableRow(_) => self.leaf(node, "tr"),
            NodeValue::FootnoteDefinition(_) => self.inside(node, "<div class=\"note\">", "</div>"),
            _ => node.children().for_each(|child| self.node(child)),
        }
    }

    fn list<'a>(&mut self, node: &'a AstNode<'a>, list: &NodeList) {
        match list.list_type {
            ListType::Bullet => self.inside(node, "<ul>", "</ul>"),
            ListType::Ordered if list.start == 1 => self.inside(node, "<ol>", "</ol>"),
            ListType::Ordered => {
                self.html(format!("<ol start=\"{}\">", list.start));
                node.children().for_each(|child| self.node(child));
                self.html("</ol>");
            }
        }
    }

    /// One numbered paragraph. Those without words are shown and not counted, as in the node.
    fn leaf<'a>(&mut self, node: &'a AstNode<'a>, element: &'static str) {
        let mut leaf = Leaf {
            number: self.next_number(),
            words: String::new(),
        };
        self.html(format!("<{element}"));
        self.pieces.push(Piece::Begins(leaf.number));
        self.html(">");
        let begun = self.pieces.len() - 2;
        node.children()
            .for_each(|child| self.inline(child, &mut leaf));
        self.html(format!("</{element}>"));
        if leaf.words.trim().is_empty() {
            self.pieces[begun] = Piece::Html(Cow::Borrowed(""));
        } else {
            self.paragraphs.push(leaf.words);
        }
    }

    fn literal(&mut self, words: &str, (open, close): (&'static str, &'static str)) {
        if words.trim().is_empty() {
            return;
        }
        let number = self.next_number();
        self.html(open);
        self.pieces.push(Piece::Words(number, 0, words.to_owned()));
        self.html(close);
        self.paragraphs.push(words.to_owned());
    }

    fn next_number(&self) -> u32 {
        u32::try_from(self.paragraphs.len() + 1).unwrap_or(u32::MAX)
    }

    /// Words outside code, in which notes and citations are told apart.
    fn text(&mut self, leaf: &mut Leaf, text: &str) {
        let mut rest = text;
        while let Some((place, _)) = mark::first(rest) {
            if place.start > 0 {
                self.words(leaf, &rest[..place.start]);
            }
            let sign = rest[place.clone()].to_owned();
            let at = leaf.words.len();
            leaf.words.push_str(&sign);
            self.pieces.push(Piece::Mark(leaf.number, at, sign));
            rest = &rest[place.end..];
        }
        if !rest.is_empty() {
            self.words(leaf, rest);
        }
    }

    fn words(&mut self, leaf: &mut Leaf, words: &str) {
        self.pieces.push(Piece::Words(
            leaf.number,
            leaf.words.len(),
            words.to_owned(),
        ));
        leaf.words.push_str(words);
    }

    fn around<'a>(&mut self, node: &'a AstNode<'a>, leaf: &mut Leaf, element: &'static str) {
        self.html(format!("<{element}>"));
        node.children().for_each(|child| self.inline(child, leaf));
        self.html(format!("</{element}>"));
    }

    fn inline<'a>(&mut self, node: &'a AstNode<'a>, leaf: &mut Leaf) {
        match &node.data.borrow().value {
            NodeValue::Text(text) => self.text(leaf, text),
            NodeValue::Code(code) => {
                self.html("<code>");
                self.words(leaf, &code.literal);
                self.html("</code>");
            }
            NodeValue::HtmlInline(html) => self.words(leaf, html),
            NodeValue::SoftBreak => self.words(leaf, " "),
            NodeValue::LineBreak => {
                self.html("<br>");
                self.words(leaf, " ");
            }
            NodeValue::FootnoteReference(reference) => {
                let mut name = String::new();
                reference.name.as_str().render_to(&mut name);
                self.html(format!("<sup>{name}</sup>"));
            }
            NodeValue::TableCell => {
                self.around(node, leaf, "td");
                leaf.words.push(' ');
            }
            NodeValue::Emph => self.around(node, leaf, "em"),
            NodeValue::Strong => self.around(node, leaf, "strong"),
            NodeValue::Strikethrough => self.around(node, leaf, "s"),
            NodeValue::Link(link) | NodeValue::Image(link) => self.link(node, leaf, &link.url),
            _ => node.children().for_each(|child| self.inline(child, leaf)),
        }
    }

    /// A link to a safe place; anything else is only its words. Pictures are links to them:
    /// a page fetches nothing from elsewhere.
    fn link<'a>(&mut self, node: &'a AstNode<'a>, leaf: &mut Leaf, url: &str) {
        match kind_of_link(url) {
            Place::Outside => {
                let mut escaped = String::new();
                url.render_to(&mut escaped);
                self.html(format!(
                    "<a rel=\"noreferrer nofollow\" href=\"{escaped}\">"
                ));
            }
            Place::Here => self.pieces.push(Piece::Thing(url.to_owned())),
            Place::Nowhere => {
                node.children().for_each(|child| self.inline(child, leaf));
                return;
            }
        }
        node.children().for_each(|child| self.inline(child, leaf));
        self.html("</a>");
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Place {
    Outside,
    Here,
    Nowhere,
}

fn kind_of_link(url: &str) -> Place {
    let scheme = url
        .split_once(':')
        .map(|(scheme, _)| scheme.trim().to_ascii_lowercase());
    match scheme.as_deref() {
        Some("http" | "https") if crate::link::is_elsewhere(url) => Place::Outside,
        Some("mailto") => Place::Outside,
        Some("polylogue" | "wiki") => Place::Here,
        _ => Place::Nowhere,
    }
}

#[cfg(test)]
mod tests;
