//! Web Annotations: a mark on the words of a text, in the data model of the W3C, and as Hypothes.is
//! exports them.
//!
//! Positions count characters of the text as normalised; the exact words win over them. Whatever
//! keys an annotation has besides those of the model are kept as they are, so that what
//! [`write()`] wrote is read back the same by [`read`].
//!
//! Source: W3C Recommendation "Web Annotation Data Model", 2017-02-23, sections 3 and 4.

use serde_json::{Map, Value, json};

/// Annotations read from one file, at most.
pub const ANNOTATIONS_MAX: usize = 100_000;
/// Bytes of a file, at most.
pub const BYTES_MAX: usize = 256 * 1024 * 1024;
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// One annotation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotation {
    /// Its IRI; empty if it has none.
    pub id: String,
    /// Why it was made: `commenting`, `questioning` …
    pub motivations: Vec<String>,
    /// Who made it: IRI and name; either may be empty.
    pub creator: (String, String),
    /// When, as written; empty if not told.
    pub created: String,
    /// What is said.
    pub bodies: Vec<TextBody>,
    /// Tags of its bodies.
    pub tags: Vec<String>,
    /// The text it is on.
    pub source: String,
    /// The exact words, with a little before and after.
    pub quote: Option<Quote>,
    /// Where they begin and end, in characters.
    pub position: Option<(u32, u32)>,
    /// All other keys.
    pub other: Map<String, Value>,
}

/// Words of an annotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextBody {
    /// The words.
    pub value: String,
    /// Their language (BCP 47); empty if not told.
    pub language: String,
    /// Their format, such as `text/markdown`; empty if not told.
    pub format: String,
}

/// Exact words in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// Before.
    pub prefix: String,
    /// After.
    pub suffix: String,
}

/// What a file was read as.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The annotations, in their order, each with its number in the file from 1.
    pub annotations: Vec<(usize, Annotation)>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// Something that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file is no JSON.
    #[error("line {line}, column {column}: it is no JSON")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// The file has no annotations.
    #[error("there are no annotations in it")]
    NoAnnotations,
    /// It is too long.
    #[error("it is too long to be read: more than 256 MB, or 100,000 annotations")]
    TooLong,
    /// One annotation lacks something.
    #[error("annotation {number}: {what}")]
    Annotation {
        /// Its number in the file, from 1.
        number: usize,
        /// What is wrong, as a sentence without a full stop.
        what: &'static str,
    },
}

/// Reads annotations: a collection, a page, a list, one alone, or an export of Hypothes.is.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut reading = Reading::default();
    if text.len() > BYTES_MAX {
        reading.faults.push(Fault::TooLong);
        return reading;
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(it) => {
            let (line, column) = (it.line(), it.column());
            reading.faults.push(Fault::NotJson { line, column });
            return reading;
        }
    };
    let Some(items) = items(&value) else {
        reading.faults.push(Fault::NoAnnotations);
        return reading;
    };
    if items.len() > ANNOTATIONS_MAX {
        reading.faults.push(Fault::TooLong);
    }
    for (number, item) in (1..).zip(items.iter().take(ANNOTATIONS_MAX)) {
        match annotation(item) {
            Ok(it) => reading.annotations.push((number, it)),
            Err(what) => reading.faults.push(Fault::Annotation { number, what }),
        }
    }
    reading
}

fn items(value: &Value) -> Option<Vec<&Value>> {
    if let Value::Array(list) = value {
        return Some(list.iter().collect());
    }
    for key in ["items", "annotations"] {
        if let Some(Value::Array(list)) = value.get(key) {
            return Some(list.iter().collect());
        }
    }
    if let Some(first) = value.get("first") {
        return items(first);
    }
    value.get("target").map(|_| vec![value])
}

/// A value that may stand alone or in a list.
fn one_or_more(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one) => vec![one],
    }
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn annotation(item: &Value) -> Result<Annotation, &'static str> {
    let Value::Object(keys) = item else {
        return Err("it is no object");
    };
    let targets = one_or_more(keys.get("target"));
    let Some(target) = targets.first() else {
        return Err("it has no target");
    };
    let mut read = Annotation {
        id: text(keys.get("id")),
        created: text(keys.get("created")),
        creator: creator(keys),
        source: source(keys, target),
        ..Annotation::default()
    };
    if read.source.is_empty() {
        return Err("its target names no text");
    }
    let motivations = one_or_more(keys.get("motivation")).into_iter();
    read.motivations = motivations.map(|it| text(Some(it))).collect();
    for body in one_or_more(keys.get("body").or_else(|| keys.get("bodyValue"))) {
        read_body(&mut read, body);
    }
    let words = text(keys.get("text"));
    if !words.is_empty() {
        let format = "text/markdown".to_owned();
        let language = String::new();
        read.bodies.push(TextBody {
            value: words,
            language,
            format,
        });
    }
    let tags = one_or_more(keys.get("tags")).into_iter();
    read.tags.extend(tags.map(|it| text(Some(it))));
    for selector in one_or_more(target.get("selector")) {
        read_selector(&mut read, selector);
    }
    const KNOWN: [&str; 14] = [
        "@context",
        "id",
        "type",
        "motivation",
        "creator",
        "user",
        "created",
        "body",
        "bodyValue",
        "text",
        "tags",
        "target",
        "uri",
        "updated",
    ];
    let other = keys
        .iter()
        .filter(|(key, _)| !KNOWN.contains(&key.as_str()));
    read.other = other.map(|(key, it)| (key.clone(), it.clone())).collect();
    Ok(read)
}

fn creator(keys: &Map<String, Value>) -> (String, String) {
    match keys.get("creator") {
        Some(Value::String(id)) => (id.clone(), String::new()),
        Some(it) => (text(it.get("id")), text(it.get("name"))),
        None => (text(keys.get("user")), String::new()),
    }
}

fn source(keys: &Map<String, Value>, target: &Value) -> String {
    match target {
        Value::String(source) => source.clone(),
        it => match it.get("source") {
            Some(Value::String(source)) => source.clone(),
            Some(it) => text(it.get("id")),
            None => match text(it.get("id")) {
                source if source.is_empty() => text(keys.get("uri")),
                source => source,
            },
        },
    }
}

fn read_body(read: &mut Annotation, body: &Value) {
    let value = match body {
        Value::String(value) => value.clone(),
        it => text(it.get("value")),
    };
    if text(body.get("purpose")) == "tagging" {
        read.tags.push(value);
        return;
    }
    if !value.is_empty() {
        read.bodies.push(TextBody {
            value,
            language: text(body.get("language")),
            format: text(body.get("format")),
        });
    }
}

fn read_selector(read: &mut Annotation, selector: &Value) {
    let number = |key: &str| -> Option<u32> { selector.get(key)?.as_u64()?.try_into().ok() };
    match text(selector.get("type")).as_str() {
        "TextQuoteSelector" => {
            read.quote = Some(Quote {
                exact: text(selector.get("exact")),
                prefix: text(selector.get("prefix")),
                suffix: text(selector.get("suffix")),
            });
        }
        "TextPositionSelector" => read.position = number("start").zip(number("end")),
        _ => {}
    }
}

/// Writes a collection of annotations; `context` says what the keys of our own mean.
#[must_use]
pub fn write(label: &str, context: &Value, annotations: &[Annotation]) -> String {
    let items: Vec<Value> = annotations.iter().map(value).collect();
    let collection = json!({
        "@context": [CONTEXT, context],
        "type": "AnnotationCollection",
        "label": label,
        "total": items.len(),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    });
    format!("{collection:#}\n")
}

fn value(it: &Annotation) -> Value {
    let mut keys = it.other.clone();
    let mut put = |key: &str, value: Value| keys.insert(key.to_owned(), value);
    put("type", json!("Annotation"));
    if !it.id.is_empty() {
        put("id", json!(it.id));
    }
    if !it.motivations.is_empty() {
        put("motivation", json!(it.motivations));
    }
    if !it.created.is_empty() {
        put("created", json!(it.created));
    }
    let (id, name) = &it.creator;
    if !(id.is_empty() && name.is_empty()) {
        let mut creator = Map::new();
        creator.insert("type".to_owned(), json!("Person"));
        for (key, words) in [("id", id), ("name", name)] {
            if !words.is_empty() {
                creator.insert(key.to_owned(), json!(words));
            }
        }
        put("creator", Value::Object(creator));
    }
    let tags = it.tags.iter();
    let tags = tags.map(|tag| json!({"type": "TextualBody", "purpose": "tagging", "value": tag}));
    let bodies: Vec<Value> = it.bodies.iter().map(body).chain(tags).collect();
    if !bodies.is_empty() {
        put("body", json!(bodies));
    }
    let mut selectors = Vec::new();
    if let Some(it) = &it.quote {
        selectors.push(json!({
            "type": "TextQuoteSelector",
            "exact": it.exact,
            "prefix": it.prefix,
            "suffix": it.suffix,
        }));
    }
    if let Some((start, end)) = it.position {
        selectors.push(json!({"type": "TextPositionSelector", "start": start, "end": end}));
    }
    let mut target = Map::from_iter([("source".to_owned(), json!(it.source))]);
    if !selectors.is_empty() {
        target.insert("selector".to_owned(), Value::Array(selectors));
    }
    put("target", Value::Object(target));
    Value::Object(keys)
}

fn body(it: &TextBody) -> Value {
    let mut keys = Map::new();
    keys.insert("type".to_owned(), json!("TextualBody"));
    keys.insert("value".to_owned(), json!(it.value));
    for (key, words) in [("language", &it.language), ("format", &it.format)] {
        if !words.is_empty() {
            keys.insert(key.to_owned(), json!(words));
        }
    }
    Value::Object(keys)
}
