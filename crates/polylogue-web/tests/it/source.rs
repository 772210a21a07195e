//! What the source of the pages may not hold: words of its own, or keys without words.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use polylogue_web::words::Words;

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut due = vec![root];
    let mut found = Vec::new();
    while let Some(folder) = due.pop() {
        for entry in fs::read_dir(folder).expect("it can be listed") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                due.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The text literals of a source file: what stands before each, and the literal.
fn literals(source: &str) -> Vec<(String, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for line in source.lines().filter(|it| !it.trim_start().starts_with("//")) {
        let mut rest = line;
        let mut before = String::new();
        while let Some(start) = rest.find('"') {
            before.push_str(&rest[..start]);
            let tail = &rest[start + 1..];
            let Some(end) = tail.replace("\\\"", "__").find('"') else { break };
            found.push((before.clone(), tail[..end].to_owned()));
            before.push_str("\"\"");
            rest = &tail[end + 1..];
        }
    }
    found
}

#[test]
fn no_page_holds_a_literal_word() {
    let worded = ["aria-label=", "placeholder=", "title=", "alt="];
    for path in files("src/page", "rs") {
        let source = fs::read_to_string(&path).expect("it can be read");
        for (before, literal) in literals(&source) {
            let before = before.trim_end();
            let has_word = literal.chars().any(char::is_alphabetic);
            let is_text = before.is_empty() || before.ends_with(['{', '}', ';', '"']);
            let is_attribute = worded.iter().any(|it| before.ends_with(it));
            // What is compared, matched or joined into classes and ids has no space in it.
            let is_code = !literal.contains(' ') && literal.starts_with(['#', 't', 'm', 'w', 'p', 'g']);
            assert!(
                !has_word || is_code || !(is_text || is_attribute),
                "{}: “{literal}” is a word; give it to Fluent",
                path.display()
            );
            assert!(!literal.trim().contains(' ') || is_class(before, &literal), "{}: “{literal}”", path.display());
        }
    }
}

/// Lists of classes and drawings are the only literals with spaces inside.
fn is_class(before: &str, literal: &str) -> bool {
    let drawn = ["viewBox=", "rel=", "class=", "d=", "content=", "reason =", "concat!(", "ticks {"];
    drawn.iter().any(|it| before.trim_end().ends_with(it)) || before.contains("#[") || literal.starts_with("-1 -1")
        || before.trim_end().ends_with(".expect(") || literal.starts_with("(")
        || before.contains("class={") || literal.starts_with("glyph")
}

#[test]
fn every_key_has_words_and_all_words_are_used() {
    let words = Words::english();
    let mut source = String::new();
    for path in files("src", "rs") {
        source.push_str(&fs::read_to_string(path).expect("it can be read"));
    }
    for needle in ["t!(c, \"", "t!(self.c, \"", "rich!(c, \"", "section_head("] {
        for part in source.split(needle).skip(1) {
            let key = part.split('"').next().unwrap_or_default();
            if needle != "section_head(" {
                assert!(words.has(key), "no words for {key}");
            }
        }
    }
    let used: BTreeSet<&str> = source.split('"').collect();
    let made = ["refusal-", "move-", "polarity-", "underline-", "month-"];
    for path in files("locales/en", "ftl") {
        let file = fs::read_to_string(path).expect("it can be read");
        for line in file.lines() {
            let Some((key, _)) = line.split_once(" =") else { continue };
            if key.starts_with([' ', '#', '[', '*', '}']) {
                continue;
            }
            let base = key.trim_end_matches("-hint").trim_end_matches("-about");
            let is_used = used.contains(key) || used.contains(base);
            assert!(is_used || made.iter().any(|it| key.starts_with(it)), "{key} is never said");
        }
    }
}

#[test]
fn every_kind_reason_and_refusal_has_its_sentence() {
    let words = Words::english();
    for kind in polylogue_core::move_kind::MoveKind::ALL {
        assert!(words.has(&format!("move-{}", kind.name())), "{}", kind.name());
    }
    for name in ["not-a-member", "words-not-found", "no-such-paragraph", "malformed", "ticket"] {
        assert!(words.has(&format!("refusal-{name}")), "{name}");
        assert!(words.has(&format!("refusal-{name}-hint")), "{name}");
    }
}

#[test]
fn no_style_sheet_reaches_outside_or_grows_too_large() {
    let mut bytes = 0;
    for path in files("assets", "css") {
        let sheet = fs::read_to_string(path).expect("it can be read");
        for needle in ["url(", "@import", "http:", "https:"] {
            assert!(!sheet.contains(needle), "{needle}");
        }
        // Leading and trailing would turn round where a text runs from right to left.
        for needle in ["margin-left", "margin-right", "padding-left", "text-align: left"] {
            assert!(!sheet.contains(needle), "{needle}");
        }
        bytes += sheet.len();
    }
    assert!(bytes <= 48 * 1024, "{bytes} bytes of style");
}
