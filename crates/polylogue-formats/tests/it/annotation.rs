//! Web Annotations, read and written.

use polylogue_formats::annotation::{Annotation, Quote, TextBody, read, write};
use serde_json::{Map, json};

#[test]
fn an_annotation_of_the_w3c_is_read() {
    let text = r#"{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:a", "type": "Annotation",
      "motivation": "questioning", "creator": {"type": "Person", "id": "urn:ada", "name": "Ada"},
      "created": "2016-05-01T10:00:00Z", "body": [{"type": "TextualBody", "value": "Who pays?",
      "format": "text/markdown", "language": "en"}], "target": {"source": "urn:turn", "selector": [
      {"type": "TextQuoteSelector", "exact": "mending", "prefix": "the ", "suffix": " helps"},
      {"type": "TextPositionSelector", "start": 4, "end": 11}]}, "stars": 3}"#;
    let reading = read(text);
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    let (number, it) = &reading.annotations[0];
    assert_eq!(
        (*number, it.source.as_str(), it.position),
        (1, "urn:turn", Some((4, 11)))
    );
    assert_eq!(it.motivations, ["questioning"]);
    assert_eq!(it.creator, ("urn:ada".to_owned(), "Ada".to_owned()));
    assert_eq!(it.bodies[0].value, "Who pays?");
    assert_eq!(it.quote.as_ref().expect("quoted").exact, "mending");
    assert_eq!(it.other["stars"], json!(3));
}

#[test]
fn an_export_of_hypothesis_is_read() {
    let text = r#"{"export_date": "2026-01-01", "annotations": [{"id": "x", "created": "2026-01-01",
      "user": "acct:ada@example.org", "uri": "https://example.org/a", "text": "No.", "tags": ["fish"],
      "references": ["w"], "target": [{"source": "https://example.org/a", "selector": [
      {"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": "eels"}]}]},
      {"id": "y"}, 7]}"#;
    let reading = read(text);
    let (_, it) = &reading.annotations[0];
    assert_eq!(
        (it.source.as_str(), it.tags.len()),
        ("https://example.org/a", 1)
    );
    assert_eq!(it.bodies[0].value, "No.");
    assert_eq!(it.other["references"], json!(["w"]));
    let told: Vec<String> = reading.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "annotation 2: it has no target",
            "annotation 3: it is no object"
        ]
    );
}

#[test]
fn what_is_wrong_is_said() {
    let told = |text: &str| read(text).faults[0].to_string();
    assert_eq!(told("{\n  \"a\": ,"), "line 2, column 8: it is no JSON");
    assert_eq!(told("{}"), "there are no annotations in it");
    let deep = "[".repeat(100_000);
    assert!(told(&deep).ends_with("it is no JSON"));
}

#[test]
fn what_is_written_is_read_back_the_same() {
    let words = |at: usize| format!("words {at} \"with\" \\ <b> النهر\n川");
    let make = |at: usize| Annotation {
        id: format!("urn:{at}"),
        motivations: vec!["assessing".to_owned(); at % 3],
        creator: (
            String::new(),
            if at.is_multiple_of(2) {
                words(at)
            } else {
                String::new()
            },
        ),
        created: if at.is_multiple_of(4) {
            String::new()
        } else {
            "2026-11-23T12:00:00Z".to_owned()
        },
        bodies: vec![
            TextBody {
                value: words(at),
                language: "ar".to_owned(),
                format: String::new(),
            };
            at % 3
        ],
        tags: vec![words(at); at % 2],
        source: words(at),
        quote: (!at.is_multiple_of(3)).then(|| Quote {
            exact: words(at),
            prefix: words(at + 1),
            suffix: String::new(),
        }),
        position: (!at.is_multiple_of(5)).then_some((3, 9)),
        other: Map::from_iter([(
            "polylogue:move".to_owned(),
            json!({"deep": [words(at), null]}),
        )]),
    };
    let all: Vec<Annotation> = (0..60).map(make).collect();
    let reading = read(&write(
        "The river",
        &json!({"polylogue": "urn:polylogue:"}),
        &all,
    ));
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    let again: Vec<Annotation> = reading.annotations.into_iter().map(|it| it.1).collect();
    assert_eq!(again, all);
}
