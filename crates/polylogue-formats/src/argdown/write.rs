//! Writing Argdown.

use serde_json::{Map, Value};

use super::{Block, Document, Element, Sort, Toward};

/// Spaces for each step below.
const STEP: &str = "  ";

/// Writes a document.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut text = String::new();
    if !document.front.is_empty() {
        text.push_str("===\n");
        for line in &document.front {
            text.push_str(line);
            text.push('\n');
        }
        text.push_str("===\n");
    }
    for block in &document.blocks {
        if !text.is_empty() {
            text.push('\n');
        }
        match block {
            Block::Heading { level, words, data } => {
                let signs = "#".repeat(usize::from((*level).clamp(1, 6)));
                text.push_str(&format!(
                    "{signs} {}{}\n",
                    escaped(&line(words)),
                    braced(data)
                ));
            }
            Block::Element(element) => write_element(&mut text, element, 0),
        }
    }
    text
}

fn write_element(text: &mut String, element: &Element, depth: usize) {
    text.push_str(&head(element));
    text.push('\n');
    for relation in &element.relations {
        text.push_str(&STEP.repeat(depth + 1));
        let sign = relation.sign.text();
        text.push_str(sign);
        if relation.toward == Toward::Child && sign != "><" {
            text.push('>');
        }
        text.push(' ');
        write_element(text, &relation.child, depth + 1);
    }
}

fn head(element: &Element) -> String {
    let (open, close) = match element.sort {
        Sort::Statement => ('[', ']'),
        Sort::Argument => ('<', '>'),
    };
    let words = escaped(&line(&element.text));
    let mut head = match (element.title.is_empty(), words.is_empty()) {
        (true, _) => words,
        (false, true) => format!("{open}{}{close}", element.title),
        (false, false) => format!("{open}{}{close}: {words}", element.title),
    };
    for tag in &element.tags {
        head.push_str(&format!(" #({})", tag.replace([')', '\n'], " ")));
    }
    head.push_str(&braced(&element.data));
    head.trim_start().to_owned()
}

fn braced(data: &Map<String, Value>) -> String {
    if data.is_empty() {
        return String::new();
    }
    // A reader takes what looks like a comment for one, also within quotation marks that an odd
    // mark before them turned inside out; JSON has another spelling for these signs.
    let data = Value::Object(data.clone()).to_string();
    format!(
        " {}",
        data.replace('/', "\\/").replace("<!--", "\\u003c!--")
    )
}

/// Words on one line: white space as one space.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// What would be taken for a sign of the language stands behind a backslash.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for (at, character) in words.char_indices() {
        let is_sign = matches!(character, '{' | '#' | '\\')
            || (at == 0 && matches!(character, '[' | '<' | '@' | '+' | '-' | '_' | '=' | '('))
            || (at == 0 && character == '>')
            || words[at..].starts_with("//")
            || words[at..].starts_with("/*")
            || words[at..].starts_with("<!--");
        if is_sign {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
