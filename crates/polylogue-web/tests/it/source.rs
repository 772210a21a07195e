//! What the source of the pages may not hold: words of its own, or keys without words.

use std::collections::{BTreeMap, BTreeSet};
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

/// A source file without its tests and comments.
fn product(path: &Path) -> String {
    let source = fs::read_to_string(path).expect("it can be read");
    let product = source
        .split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines();
    let code = product.filter(|it| !it.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// The literals of a piece of code, each with what stands before it.
fn literals(source: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = source[at..].find('"').map(|it| at + it) {
        let tail = &source[start + 1..];
        let mut end = 0;
        let mut characters = tail.char_indices();
        while let Some((index, character)) = characters.next() {
            match character {
                '\\' => {
                    characters.next();
                }
                '"' => {
                    end = index;
                    break;
                }
                _ => {}
            }
        }
        found.push((source[..start].trim_end(), &tail[..end]));
        at = start + 1 + end + 1;
    }
    found
}

/// Attributes whose values people read or hear.
const SPOKEN: [&str; 4] = ["aria-label=", "placeholder=", "title=", "alt="];

/// In a template a literal that stands by itself is text: it follows a brace, another literal,
/// or the end of a splice. Everywhere else it is a key, a class or a name.
#[test]
fn no_page_holds_a_literal_word() {
    let keys = Words::english();
    for path in files("src/page", "rs") {
        let source = product(&path);
        for (before, literal) in literals(&source) {
            let words = literal.replace("\\n", "");
            let letters = words.chars().filter(|it| it.is_alphabetic()).count();
            let is_word = letters > 1 && !keys.has(literal);
            let is_text = before.ends_with(['}', ';', '"', ')']) || is_in_element(before);
            let is_spoken = SPOKEN.iter().any(|it| before.ends_with(it));
            let shown = path.display();
            assert!(
                !(is_word && (is_text || is_spoken)),
                "{shown}: give “{literal}” to Fluent"
            );
        }
    }
}

/// Whether an opening brace belongs to an element, not to an attribute or to Rust.
fn is_in_element(before: &str) -> bool {
    let Some(head) = before.strip_suffix('{') else {
        return false;
    };
    let head = head.trim_end();
    let is_rust = head.ends_with(['>', '=', '!', ')', ']']) || head.ends_with("else");
    !is_rust && head.ends_with(|it: char| it.is_ascii_alphanumeric())
}

#[test]
fn the_search_for_words_finds_them() {
    let bad = "html! { p { \"Hello\" } a aria-label=\"Go on\" { (x) \" there\" } }";
    let found = literals(bad);
    assert_eq!(found.len(), 3);
    assert!(is_in_element(found[0].0) && found[1].0.ends_with(SPOKEN[0]));
    assert!(found[2].0.ends_with(')'));
}

#[test]
fn every_key_has_words_and_all_words_are_used() {
    let words = Words::english();
    let source: String = files("src", "rs").iter().map(|it| product(it)).collect();
    let asking = [
        "t!(c, \"",
        "t!(self.c, \"",
        "rich!(c, \"",
        "Unclear(\"",
        "send(\"",
    ];
    for needle in asking {
        for part in source.split(needle).skip(1) {
            let key = part.split('"').next().unwrap_or_default();
            assert!(words.has(key), "no words for {key}");
        }
    }
    for (before, key) in literals(&source) {
        // Labels and heads are handed on: `f.line("name", KEY, …)`, `folded(c, …, KEY)`.
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_key = key.starts_with(|it: char| it.is_ascii_lowercase()) && key.contains('-');
        let is_label = is_key && line.contains("(f.") && line.ends_with("\",");
        let is_head = line.contains("folded(") && line.ends_with(',') && is_key;
        assert!(
            !(is_label || is_head) || words.has(key),
            "no words for {key}"
        );
    }
    let used: BTreeSet<&str> = source.split('"').collect();
    let made = [
        "refusal-",
        "move-",
        "kind-",
        "kinds-",
        "polarity-",
        "underline-",
        "month-",
        "outcome-",
        "drift-",
        "finding-",
        "check-",
        "edition-as-",
        "edition-by-",
        "work-",
        "licence-",
        "unchecked-",
        "deed-",
        "merge-",
        "moved-",
        "says-",
    ];
    for path in files("locales/en", "ftl") {
        let file = fs::read_to_string(path).expect("it can be read");
        for line in file
            .lines()
            .filter(|it| it.starts_with(|it: char| it.is_ascii_lowercase()))
        {
            let Some((key, _)) = line.split_once(" =") else {
                continue;
            };
            let base = key.trim_end_matches("-hint").trim_end_matches("-about");
            let is_used = used.contains(key) || used.contains(base);
            assert!(
                is_used || made.iter().any(|it| key.starts_with(it)),
                "{key} is never said"
            );
        }
    }
}

/// The messages of a language: each key with the places in it that are filled, and the kinds of
/// plural are left to each language.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for path in files(&format!("locales/{language}"), "ftl") {
        let file = fs::read_to_string(path).expect("it can be read");
        for line in file.lines().filter(|it| !it.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =")
                && name.starts_with(|it: char| it.is_ascii_lowercase())
            {
                assert!(!found.contains_key(name), "{language} says {name} twice");
                key = name.to_owned();
                found.entry(key.clone()).or_default();
            }
            for part in line.split('$').skip(1) {
                let end = part.find(|it: char| !it.is_ascii_alphanumeric() && it != '_');
                let place = part[..end.unwrap_or(part.len())].to_owned();
                found.entry(key.clone()).or_default().insert(place);
            }
        }
    }
    found
}

#[test]
fn english_and_spanish_say_the_same_things_with_the_same_places() {
    let (english, spanish) = (messages("en"), messages("es"));
    assert!(english.len() > 500);
    for (key, places) in &english {
        let other = spanish.get(key);
        assert_eq!(Some(places), other, "write {key} into locales/es as well");
    }
    for key in spanish.keys() {
        assert!(english.contains_key(key), "{key} is in Spanish alone");
    }
}

/// What English says newly is said in English until somebody has written it in Arabic, marked as
/// such on the page; more than a tenth of that would be a page nobody wants to read.
#[test]
fn arabic_says_the_same_things_with_the_same_places() {
    let (english, arabic) = (messages("en"), messages("ar"));
    for key in arabic.keys() {
        assert!(english.contains_key(key), "{key} is in Arabic alone");
    }
    for (key, all) in &english {
        let places = arabic.get(key);
        assert!(
            places.is_none_or(|it| it.is_subset(all)),
            "{key} is never given {places:?}"
        );
    }
    let lacking: Vec<_> = english
        .keys()
        .filter(|it| !arabic.contains_key(*it))
        .collect();
    assert!(
        lacking.len() * 10 < english.len(),
        "write these into locales/ar as well: {lacking:?}"
    );
}

#[test]
fn every_kind_of_remark_and_refusal_has_its_sentence() {
    let words = Words::english();
    for kind in polylogue_core::move_kind::MoveKind::ALL {
        assert!(
            words.has(&format!("move-{}", kind.name())),
            "{}",
            kind.name()
        );
    }
    for name in [
        "not-a-member",
        "words-not-found",
        "no-such-paragraph",
        "malformed",
        "ticket",
    ] {
        assert!(words.has(&format!("refusal-{name}")), "{name}");
        assert!(words.has(&format!("refusal-{name}-hint")), "{name}");
    }
}

#[test]
fn no_style_sheet_reaches_outside_or_grows_too_large() {
    let mut bytes = 0;
    for path in files("assets", "css") {
        let sheet = fs::read_to_string(&path).expect("it can be read");
        for needle in ["url(", "@import", "http:", "https:"] {
            assert!(!sheet.contains(needle), "{needle}");
        }
        // Left and right would be wrong where a text runs from right to left.
        for needle in [
            "margin-left",
            "margin-right",
            "padding-left",
            "text-align: left",
        ] {
            assert!(!sheet.contains(needle), "{needle}");
        }
        // What only copies of an edition are sent beside is no weight of a page.
        let is_of_copies = path.ends_with("book.css") || path.ends_with("copy.css");
        bytes += if is_of_copies { 0 } else { sheet.len() };
    }
    assert!(
        bytes <= 48 * 1024,
        "{bytes} bytes of style, as they are written"
    );
}

#[test]
fn the_script_is_small_and_makes_no_markup_from_text() {
    let sent = (polylogue_web::assets::SCRIPT.content)();
    assert!(sent.len() <= 10 * 1024, "{} bytes of script", sent.len());
    for needle in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "DOMParser",
        "createContextualFragment",
        "eval(",
        "Function(",
        "import(",
        "http:",
        "https:",
    ] {
        assert!(!sent.contains(needle), "{needle}");
    }
    assert!(!sent.contains("  ") && !sent.contains("\n//"), "{sent}");
}
