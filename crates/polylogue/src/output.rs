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
            Form::Text => self.text.clone(),
            Form::Json if self.json.is_null() && self.text.is_empty() => String::new(),
            Form::Json => format!("{:#}", self.json),
            Form::Quiet if self.made.is_empty() => self.text.clone(),
            Form::Quiet => self.made.join("\n"),
        };
        with_line_end(body)
    }

    /// What goes to standard error.
    pub(crate) fn standard_error(&self, form: Form) -> String {
        match form {
            Form::Quiet => String::new(),
            Form::Text | Form::Json => with_line_end(self.notes.join("\n")),
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
    fn words_found_stand_out_on_a_terminal_and_nowhere_else() {
        let text = "the \u{2}weir\u{3} took".as_bytes();
        assert_eq!(Marks::None.set(text), b"the weir took");
        assert_eq!(Marks::Bold.set(text), b"the \x1b[1mweir\x1b[0m took");
    }
}
