//! Argdown: arguments as indented text that people write and read.
//!
//! What is read and written is the part of the language that dialogues need: front matter,
//! headings, statements `[Title]: text`, arguments `<Title>: text`, mentions, tags, data in braces,
//! and the relations of an indented child to what stands above it. Premise–conclusion lines are
//! kept as text. What the language has no sign for stands in the data, so that what [`write()`]
//! wrote is read back the same by [`read`].
//!
//! Source: `docs/syntax` of the Argdown repository (argdown/argdown), read 2026.

mod data;
mod read;
mod write;

use serde_json::{Map, Value};

pub use read::{Fault, Reading, read};
pub use write::write;

/// Lines read, at most; what follows is left out and said so.
pub const LINES_MAX: usize = 200_000;
/// How deep relations may stand below one another.
pub const DEPTH_MAX: usize = 64;
/// Bytes of one element, at most.
pub const ELEMENT_BYTES_MAX: usize = 64 * 1024;

/// A document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The lines between `===`, as they stand.
    pub front: Vec<String>,
    /// Headings and elements, in order.
    pub blocks: Vec<Block>,
}

/// A heading, or an element at the margin.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// `#` to `######`, with its words and data.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words.
        words: String,
        /// Data behind them.
        data: Map<String, Value>,
    },
    /// An element with what stands below it.
    Element(Element),
}

/// A statement, an argument, or text without a title.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Element {
    /// What it is.
    pub sort: Sort,
    /// Its title; empty where there is none.
    pub title: String,
    /// Its text on one line; empty where it is only named.
    pub text: String,
    /// Tags, without `#`.
    pub tags: Vec<String>,
    /// Data in braces.
    pub data: Map<String, Value>,
    /// What stands indented below it.
    pub relations: Vec<Relation>,
    /// The line it began on, from 1; 0 for one that was never read.
    pub line: usize,
}

/// What an element is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// `[Title]`, or text alone.
    #[default]
    Statement,
    /// `<Title>`.
    Argument,
}

/// A child and how it bears on its parent.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// The sign.
    pub sign: Sign,
    /// Which of the two it speaks of.
    pub toward: Toward,
    /// The child.
    pub child: Element,
}

/// The four relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `+`
    Support,
    /// `-`
    Attack,
    /// `_`
    Undercut,
    /// `><`
    Contradiction,
}

/// Who bears on whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// The child on its parent: `+` or `<+`.
    Parent,
    /// The parent on its child: `+>`.
    Child,
}

impl Sign {
    /// The sign of a relation as the table of moves names it: `+`, `-`, `_` or `><`.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Some(match text {
            "+" => Self::Support,
            "-" => Self::Attack,
            "_" => Self::Undercut,
            "><" => Self::Contradiction,
            _ => return None,
        })
    }

    fn text(self) -> &'static str {
        match self {
            Self::Support => "+",
            Self::Attack => "-",
            Self::Undercut => "_",
            Self::Contradiction => "><",
        }
    }
}

/// A title that can stand in brackets: on one line, without what would end it.
#[must_use]
pub fn as_title(words: &str) -> String {
    let kept = words.replace(
        ['[', ']', '<', '>', '{', '}', '#', '@', '/', '\\', '"'],
        " ",
    );
    // Behind a `<` it would begin a comment.
    let kept = kept.replace("!--", " ");
    kept.split_whitespace().collect::<Vec<&str>>().join(" ")
}
