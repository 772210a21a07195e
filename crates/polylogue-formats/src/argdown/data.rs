//! Data in braces: YAML in its flow form, of which JSON is a part.

use serde_json::{Map, Number, Value};

/// How deep lists and maps may stand in one another.
const DEPTH_MAX: usize = 32;

/// Reads a map in braces; `None` if it is none.
pub(super) fn read(text: &str) -> Option<Map<String, Value>> {
    let mut reading = Flow { rest: text.trim() };
    let map = reading.map(0)?;
    reading.skip();
    reading.rest.is_empty().then_some(map)
}

/// Where a map that begins with this text ends, behind its last brace; `None` if it does not.
pub(super) fn end(text: &str) -> Option<usize> {
    let (mut depth, mut quote, mut escaped) = (0_usize, None, false);
    for (at, character) in text.char_indices() {
        match (quote, character) {
            _ if escaped => escaped = false,
            (Some('"'), '\\') => escaped = true,
            (Some(open), it) if it == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if opens(text, at) => quote = Some(character),
            (None, '{') => depth += 1,
            (None, '}') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            (None, _) => {}
        }
    }
    None
}

/// Whether a quotation mark begins a value: an apostrophe in the middle of a word does not.
fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end().chars().next_back();
    matches!(before, None | Some('{' | '[' | ',' | ':'))
}

struct Flow<'a> {
    rest: &'a str,
}

impl<'a> Flow<'a> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, expected: char) -> bool {
        self.skip();
        match self.rest.strip_prefix(expected) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn map(&mut self, depth: usize) -> Option<Map<String, Value>> {
        if depth > DEPTH_MAX || !self.eat('{') {
            return None;
        }
        let mut map = Map::new();
        loop {
            if self.eat('}') {
                return Some(map);
            }
            let key = match self.scalar(&[':', '}', ','])? {
                Value::String(key) => key,
                other => other.to_string(),
            };
            let value = match self.eat(':') {
                true => self.value(depth + 1)?,
                false => Value::Null,
            };
            map.insert(key, value);
            if !self.eat(',') {
                return self.eat('}').then_some(map);
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip();
        if self.rest.starts_with('{') {
            return self.map(depth).map(Value::Object);
        }
        if depth > DEPTH_MAX || !self.eat('[') {
            return self.scalar(&[',', '}', ']']);
        }
        let mut list = Vec::new();
        loop {
            if self.eat(']') {
                return Some(Value::Array(list));
            }
            list.push(self.value(depth + 1)?);
            if !self.eat(',') {
                return self.eat(']').then_some(Value::Array(list));
            }
        }
    }

    fn scalar(&mut self, ends: &[char]) -> Option<Value> {
        self.skip();
        if self.rest.starts_with('"') {
            let end = closing(self.rest)?;
            let text = serde_json::from_str(&self.rest[..end]).ok()?;
            self.rest = &self.rest[end..];
            return Some(Value::String(text));
        }
        if let Some(inner) = self.rest.strip_prefix('\'') {
            let mut text = String::new();
            let mut parts = inner;
            loop {
                let (before, after) = parts.split_once('\'')?;
                text.push_str(before);
                match after.strip_prefix('\'') {
                    Some(more) => {
                        text.push('\'');
                        parts = more;
                    }
                    None => {
                        self.rest = after;
                        return Some(Value::String(text));
                    }
                }
            }
        }
        let end = self.rest.find(ends)?;
        let bare: &'a str = self.rest[..end].trim();
        self.rest = &self.rest[end..];
        Some(bare_value(bare))
    }
}

/// Behind the closing mark of a text in double quotation marks.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn bare_value(bare: &str) -> Value {
    match bare {
        "" | "null" | "~" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => match bare.parse::<i64>() {
            Ok(number) => Value::Number(Number::from(number)),
            Err(_) => Value::String(bare.to_owned()),
        },
    }
}
