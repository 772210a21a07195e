//! What a verb gives back, in its three forms: text for people, one JSON document, or quietly.

use std::io::IsTerminal;

use clap::builder::styling::Style;
use polylogue_node::intent::Done;
use serde_json::{Value, json};

use crate::json;

/// What a verb gives back.
#[derive(Debug, Default)]
pub(crate) struct Output {
    text: String,
    json: Value,
    made: Vec<String>,
    notes: Vec<String>,
    /// Whether the text is for another program, byte for byte.
    is_sheet: bool,
}

/// How standard output is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Plain text for people.
    Text,
    /// One JSON document.
    Json,
    /// As little as a script needs: the ids of what was made, or the text where nothing was.
    Quiet,
}

impl Output {
    /// Output in its two full forms.
    pub(crate) fn new(text: String, json: Value) -> Self {
        Self {
            text,
            json,
            ..Self::default()
        }
    }

    /// The same, as a sheet for another program: its text is written as it is.
    pub(crate) fn for_sheet(mut self) -> Self {
        self.is_sheet = true;
        self
    }

    /// The same, with what is left of it under `--quiet`: full ids, tickets, addresses.
    pub(crate) fn making(mut self, made: impl IntoIterator<Item = String>) -> Self {
        self.made = made.into_iter().collect();
        self
    }

    /// The same, with a sentence for standard error.
    pub(crate) fn noting(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same, with another JSON document made of its own.
    pub(crate) fn with_json(mut self, change: impl FnOnce(Value) -> Value) -> Self {
        self.json = change(self.json);
        self
    }

    /// The same, with further paragraphs of text.
    pub(crate) fn with_more(mut self, paragraphs: &[String]) -> Self {
        for paragraph in paragraphs {
            self.text.push_str("\n\n");
            self.text.push_str(paragraph);
        }
        self
    }

    /// What goes to standard output.
    pub(crate) fn standard_output(&self, form: Form) -> String {
        let body = match form {
            Form::Text | Form::Quiet if self.is_sheet => self.text.clone(),
            Form::Text => shown(&self.text),
            Form::Json if self.json.is_null() && self.text.is_empty() => String::new(),
            Form::Json => escaped(&format!("{:#}", self.json)),
            Form::Quiet if self.made.is_empty() => shown(&self.text),
            Form::Quiet => self.made.join("\n"),
        };
        with_line_end(body)
    }

    /// What goes to standard error.
    pub(crate) fn standard_error(&self, form: Form) -> String {
        match form {
            Form::Quiet => String::new(),
            Form::Text | Form::Json => with_line_end(shown(&self.notes.join("\n"))),
        }
    }
}

/// How words that were looked for stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marks {
    /// In bold, on a terminal.
    Bold,
    /// They do not: whoever reads a file or another program wants the words alone.
    None,
}

/// The sign before a word that was looked for, as the store sets it.
pub(crate) const FOUND: char = '\u{2}';
/// The sign behind it.
pub(crate) const FOUND_END: char = '\u{3}';

impl Marks {
    /// As standard output takes them.
    pub(crate) fn of_output() -> Self {
        let is_plain = std::env::var_os("TERM").is_none_or(|it| it == "dumb");
        if std::io::stdout().is_terminal() && !is_plain {
            Self::Bold
        } else {
            Self::None
        }
    }

    /// A part of a text, whose words found stand out, or do not. The signs are a byte each, so
    /// that a text may be cut anywhere.
    pub(crate) fn set(self, text: &[u8]) -> Vec<u8> {
        let bold = Style::new().bold();
        let (begins, ends) = match self {
            Self::Bold => (bold.render().to_string(), bold.render_reset().to_string()),
            Self::None => (String::new(), String::new()),
        };
        let mut set = Vec::with_capacity(text.len());
        for byte in text {
            match char::from(*byte) {
                FOUND => set.extend_from_slice(begins.as_bytes()),
                FOUND_END => set.extend_from_slice(ends.as_bytes()),
                _ => set.push(*byte),
            }
        }
        set
    }
}

/// Text as a terminal may have it: what would move the cursor, colour what follows or turn its
/// order round is named instead. Words of people come from anywhere, and this is the one place
/// where they meet a terminal.
pub(crate) fn shown(text: &str) -> String {
    if !text.contains(is_unsafe) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match is_unsafe(character) {
            true => shown.push_str(&format!("<U+{:04X}>", u32::from(character))),
            false => shown.push(character),
        }
    }
    shown
}

/// JSON with the same characters written as JSON names them: it says the same.
fn escaped(json: &str) -> String {
    if !json.contains(is_unsafe) {
        return json.to_owned();
    }
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match is_unsafe(character) {
            true => escaped.push_str(&format!("\\u{:04x}", u32::from(character))),
            false => escaped.push(character),
        }
    }
    escaped
}

fn is_unsafe(character: char) -> bool {
    let is_layout = matches!(character, '\n' | '\t' | FOUND | FOUND_END);
    let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || character.is_control() && !is_layout
}

fn with_line_end(mut text: String) -> String {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// What came of an act, where a sentence and an id say it all.
pub(crate) fn done(sentence: &str, done: &Done) -> Output {
    let id = done.main();
    let text = format!("{sentence}  {}", id.short());
    let document = json!({"id": json::id(id), "operations": json::ids(&done.operations)});
    Output::new(text, document).making([id.to_string()])
}

/// As [`done`], of words that were said: with the way to take them back.
pub(crate) fn said(sentence: &str, it: &Done) -> Output {
    let id = it.main().short();
    done(sentence, it).noting(format!("`polylogue withdraw {id}` takes it back"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_people_cannot_turn_or_drive_a_terminal() {
        let hostile = "a\u{202e}b\u{2066}c\u{1b}[31m\u{9b}d\r\te\nlا";
        let output = Output::new(hostile.to_owned(), json!({"words": hostile})).noting(hostile);
        for form in [Form::Text, Form::Quiet, Form::Json] {
            let text = output.standard_output(form) + &output.standard_error(form);
            let bad = |it: char| matches!(it, '\u{202e}' | '\u{2066}' | '\u{1b}' | '\u{9b}' | '\r');
            assert!(!text.contains(bad), "{text:?}");
        }
        assert!(
            output
                .standard_output(Form::Text)
                .starts_with("a<U+202E>b<U+2066>c<U+001B>[31m")
        );
        let json = output.standard_output(Form::Json);
        let read: Value = serde_json::from_str(&json).expect("JSON still");
        assert_eq!(read["words"], hostile);
        let sheet = Output::new(hostile.to_owned(), Value::Null).for_sheet();
        assert!(sheet.standard_output(Form::Text).contains('\u{202e}'));
    }

    #[test]
    fn words_found_stand_out_on_a_terminal_and_nowhere_else() {
        let text = "the \u{2}weir\u{3} took".as_bytes();
        assert_eq!(Marks::None.set(text), b"the weir took");
        assert_eq!(Marks::Bold.set(text), b"the \x1b[1mweir\x1b[0m took");
    }
}
