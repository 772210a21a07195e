//! Writing what was read as HTML, with a page's own addresses and remarks.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use maud::{Markup, PreEscaped, Render as _};

use super::{Block, Piece, Rendered, Underline};

/// What a page adds to a text.
#[derive(Debug, Clone, Copy)]
pub struct Showing<'a> {
    /// What paragraph addresses begin with: `t4` for `#t4-2`; empty: no addresses.
    pub prefix: &'a str,
    /// What the number beside a paragraph begins with: `4` for `4.2`.
    pub number: &'a str,
    /// Where links to things of this commons begin, without the id.
    pub things: &'a str,
    /// Where links to pages of a wiki brought in begin, without the name.
    pub search: &'a str,
    /// Stretches that carry remarks.
    pub underlines: &'a [Underline],
    /// What stands for the notes and citations of the page; where it has none, they are words.
    pub marks: Option<&'a Marks>,
}

/// What is shown for each note and citation of a page, by how it is written.
pub type Marks = BTreeMap<String, Markup>;

impl<'a> Showing<'a> {
    /// Showing without addresses or remarks.
    #[must_use]
    pub fn plain(things: &'a str, search: &'a str) -> Self {
        Self {
            prefix: "",
            number: "",
            things,
            search,
            underlines: &[],
            marks: None,
        }
    }
}

/// A whole text, one block after the other.
#[must_use]
pub fn show_prose(text: &Rendered, showing: Showing<'_>) -> Markup {
    let mut html = String::new();
    for block in &text.blocks {
        write_block(&mut html, block, showing, Addresses::None);
    }
    PreEscaped(html)
}

/// A text that is one paragraph, without the element around it; anything else whole.
#[must_use]
pub fn show_inline(text: &Rendered, showing: Showing<'_>) -> Markup {
    let [block] = text.blocks.as_slice() else {
        return show_prose(text, showing);
    };
    let is_paragraph = matches!(block.pieces.first(), Some(Piece::Html(it)) if it == "<p");
    let inside = block.pieces.get(3..block.pieces.len().saturating_sub(1));
    match inside.filter(|_| is_paragraph) {
        Some(pieces) => {
            let mut html = String::new();
            write_pieces(&mut html, pieces, (block.first, showing), Addresses::None);
            PreEscaped(html)
        }
        None => show_prose(text, showing),
    }
}

/// One block. Where it has several paragraphs, each carries its own address and number; where
/// it has one, the page gives the address to the element around it.
#[must_use]
pub fn show_block(block: &Block, showing: Showing<'_>) -> Markup {
    let mut html = String::new();
    let addresses = if block.first == block.last || showing.prefix.is_empty() {
        Addresses::None
    } else {
        Addresses::Each
    };
    write_block(&mut html, block, showing, addresses);
    PreEscaped(html)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Addresses {
    None,
    Each,
}

fn write_block(html: &mut String, block: &Block, showing: Showing<'_>, addresses: Addresses) {
    write_pieces(html, &block.pieces, (block.first, showing), addresses);
}

fn write_pieces(
    html: &mut String,
    pieces: &[Piece],
    (first, showing): (Option<u32>, Showing<'_>),
    addresses: Addresses,
) {
    for piece in pieces {
        match piece {
            Piece::Html(markup) => html.push_str(markup),
            Piece::Words(paragraph, start, words) => {
                write_words(html, (*paragraph, *start, words), showing.underlines);
            }
            Piece::Begins(paragraph) => {
                // The first paragraph's address belongs to the block itself.
                if addresses == Addresses::Each && first != Some(*paragraph) {
                    put(html, format_args!(" id=\"{}-{paragraph}\"", showing.prefix));
                }
            }
            Piece::Mark(paragraph, start, sign) => {
                match showing.marks.and_then(|it| it.get(sign)) {
                    Some(markup) => html.push_str(&markup.0),
                    None => write_words(html, (*paragraph, *start, sign), showing.underlines),
                }
            }
            Piece::Thing(url) => write_thing(html, url, showing),
        }
    }
}

fn put(html: &mut String, words: std::fmt::Arguments<'_>) {
    html.write_fmt(words)
        .expect("writing to a string does not fail");
}

fn write_thing(html: &mut String, url: &str, showing: Showing<'_>) {
    let (scheme, rest) = url.split_once(':').unwrap_or(("", url));
    html.push_str("<a href=\"");
    if scheme.eq_ignore_ascii_case("polylogue") {
        showing.things.render_to(html);
        let id: String = rest.chars().filter(char::is_ascii_hexdigit).collect();
        id.render_to(html);
    } else {
        showing.search.render_to(html);
        crate::link::encoded(&rest.replace('_', " ")).render_to(html);
    }
    html.push_str("\">");
}

/// Words of a paragraph, cut where an underline begins or ends.
fn write_words(
    html: &mut String,
    (paragraph, start, words): (u32, usize, &str),
    all: &[Underline],
) {
    let end = start + words.len();
    let here: Vec<&Underline> = all
        .iter()
        .filter(|it| it.paragraph == paragraph && it.start < end && it.end > start)
        .collect();
    if here.is_empty() {
        words.render_to(html);
        return;
    }
    let mut cuts: Vec<usize> = here.iter().flat_map(|it| [it.start, it.end]).collect();
    cuts.extend([start, end]);
    cuts.retain(|it| (start..=end).contains(it));
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let &[from, to] = pair else { continue };
        let Some(part) = words.get(from - start..to - start) else {
            continue;
        };
        let over: Vec<_> = here
            .iter()
            .filter(|it| it.start <= from && it.end >= to)
            .collect();
        for underline in &over {
            put(
                html,
                format_args!("<span class=\"pas {}\">", underline.class),
            );
        }
        part.render_to(html);
        over.iter().for_each(|_| html.push_str("</span>"));
        for underline in here.iter().filter(|it| it.end == to) {
            write_key(html, underline);
        }
    }
}

fn write_key(html: &mut String, underline: &Underline) {
    let Some((letter, address, name)) = &underline.key else {
        return;
    };
    let mut escaped = String::new();
    name.render_to(&mut escaped);
    put(
        html,
        format_args!("<a class=\"key\" href=\"#{address}\" aria-label=\"{escaped}\">{letter}</a>"),
    );
}
