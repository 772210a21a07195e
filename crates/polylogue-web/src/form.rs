//! What a form or a query sent: names and values in order, as browsers encode them.

use polylogue_core::text::is_blank;

use crate::link::encoded;

/// Names and values, in the order they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    fields: Vec<(String, String)>,
}

impl Form {
    /// Reads `application/x-www-form-urlencoded`. What is not UTF-8 becomes the sign for it.
    #[must_use]
    pub fn read(encoded: &[u8]) -> Self {
        let parts = encoded.split(|it| *it == b'&').filter(|it| !it.is_empty());
        let fields = parts.take(FIELDS_MAX).map(|part| {
            let at = part.iter().position(|it| *it == b'=').unwrap_or(part.len());
            let value = part.get(at + 1..).unwrap_or_default();
            (decoded(&part[..at]), decoded(value))
        });
        Self {
            fields: fields.collect(),
        }
    }

    /// The first value of a name, white space around it left out; empty if there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.given(name).unwrap_or_default()
    }

    /// The first value of a name, if it is there with something in it.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(it, _)| it == name);
        found
            .map(|(_, value)| value.trim())
            .filter(|it| !is_blank(it))
    }

    /// Every value of a name that has something in it.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.fields.iter().filter(move |(it, _)| it == name);
        found
            .map(|(_, value)| value.trim())
            .filter(|it| !it.is_empty())
    }

    /// All names with their values, in the order they were sent.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter();
        fields.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn is_ticked(&self, name: &str) -> bool {
        self.given(name).is_some()
    }

    /// A whole number, if the field holds one.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u64> {
        self.given(name)?.parse().ok()
    }

    /// The fields as [`Form::read`] reads them, but those named.
    #[must_use]
    pub fn written(&self, but: &[&str]) -> String {
        let fields = self.fields.iter();
        let kept =
            fields.filter(|(name, value)| !value.is_empty() && !but.contains(&name.as_str()));
        let written = kept.map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        written.collect::<Vec<_>>().join("&")
    }

    /// The same with one more value, for links that keep a filter.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// More fields than any form of ours has.
const FIELDS_MAX: usize = 1024;

fn decoded(encoded: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut at = 0;
    while let Some(byte) = encoded.get(at) {
        let pair = encoded
            .get(at + 1..at + 3)
            .and_then(|it| std::str::from_utf8(it).ok());
        let code = pair.filter(|it| !it.starts_with('+'));
        match (byte, code.and_then(|it| u8::from_str_radix(it, 16).ok())) {
            (b'%', Some(value)) => {
                bytes.push(value);
                at += 2;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(*byte),
        }
        at += 1;
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|it| String::from_utf8_lossy(it.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_as_browsers_send_them() {
        let form = Form::read("text=G%C3%BC+t%0D%0Aja&p=1&p=2&empty=&odd=%zz%2".as_bytes());
        assert_eq!(form.get("text"), "Gü t\r\nja");
        assert_eq!(form.all("p").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!((form.given("empty"), form.get("odd")), (None, "%zz%2"));
        assert_eq!((form.number("p"), form.is_ticked("q")), (Some(1), false));
        let again = Form::read(form.written(&["p"]).as_bytes());
        assert_eq!(
            (again.get("text"), again.get("odd")),
            ("Gü t\r\nja", "%zz%2")
        );
        assert_eq!(again.given("p"), None);
    }
}
