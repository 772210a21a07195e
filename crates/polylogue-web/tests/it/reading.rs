//! Every page can be read, and leads only where there is something.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use polylogue_web::routes::{Answer, Name, ROUTES};

use crate::browser::{Browser, Page};

/// Pages looked at in one walk; the sample has fewer sorts of them, not fewer pages.
const PAGES_MAX: usize = 420;

/// The route of a path: the one whose fixed parts fit.
fn route_of(path: &str, is_act: bool) -> Option<Name> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |pattern: &str| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        pattern.len() == parts.len()
            && pattern
                .iter()
                .zip(&parts)
                .all(|(it, part)| it.starts_with('{') || it == part)
    };
    let kind = |answer: &Answer| matches!(answer, Answer::Act(..)) == is_act;
    ROUTES
        .iter()
        .find(|it| kind(&it.answer) && fits(it.path))
        .map(|it| it.name)
}

fn walk(browser: &Browser, from: &[String]) -> BTreeMap<String, Page> {
    let mut due: VecDeque<String> = from.iter().cloned().collect();
    let mut seen = BTreeMap::new();
    let mut per_route: BTreeMap<Option<Name>, usize> = BTreeMap::new();
    while let Some(path) = due.pop_front() {
        let path = path.split('#').next().unwrap_or_default().to_owned();
        let count = per_route.entry(route_of(&path, false)).or_default();
        if seen.contains_key(&path) || seen.len() >= PAGES_MAX || *count >= 12 {
            continue;
        }
        *count += 1;
        let page = browser.get(&path);
        due.extend(
            page.attributes("href")
                .into_iter()
                .filter(|it| it.starts_with('/')),
        );
        if page.status == 303 {
            due.push_back(page.header("location").to_owned());
        }
        seen.insert(path, page);
    }
    seen
}

#[test]
fn every_page_answers_and_every_link_and_form_leads_somewhere() {
    let (browser, commons) = Browser::with_sample();
    let suggestions = format!("{commons}/suggestions");
    // The sample has no text of its own yet.
    let sift = browser.get(&format!("{commons}/sift")).expect(200);
    let links = sift.attributes("href");
    let synopsis = links.iter().find(|it| it.contains("/sift/synopsis/"));
    let write = format!("{}/write", synopsis.expect("one speaks"));
    let (document, _) = browser.act(&write, &[]);
    browser.act(&format!("{document}/edition"), &[("name", "1.0")]);
    criticised(&browser, &commons, &document);
    browser.act(&format!("{document}/fork"), &[("title", "Once more")]);
    let pages = walk(&browser, &["/".to_owned(), commons, suggestions]);
    let mut visited = BTreeSet::new();
    for (path, page) in &pages {
        assert!(
            matches!(page.status, 200 | 303),
            "{path}: {} {}",
            page.status,
            page.body
        );
        visited.extend(route_of(path, false));
        if page.header("content-type").starts_with("text/html") && page.status == 200 {
            check_page(path, page);
        }
    }
    for route in ROUTES {
        let is_page = matches!(route.answer, Answer::Page(_));
        assert!(
            !is_page || visited.contains(&route.name),
            "{} was not reached",
            route.path
        );
    }
}

/// A comment on a text, a report beside it, an edition without it, and a stage.
fn criticised(browser: &Browser, commons: &str, document: &str) {
    browser.act(&format!("{document}/comment"), &[("text", "Too short.")]);
    let form = [("title", "Otherwise"), ("text", "We read it otherwise.")];
    browser.act(&format!("{document}/dissents/add"), &form);
    let form = [("edition", "The first"), ("reason", "It overlaps.")];
    browser.act(&format!("{document}/leave-out"), &form);
    browser.act(
        &format!("{commons}/stages/begin"),
        &[("template", "process")],
    );
}

fn check_page(path: &str, page: &Page) {
    for href in page.attributes("href") {
        if let Some(anchor) = href.strip_prefix('#') {
            let id = format!(" id=\"{anchor}\"");
            assert!(
                page.body.contains(&id),
                "{path}: nothing is called {anchor}"
            );
        } else if href.starts_with('/') {
            let is_asset = href.starts_with("/assets/");
            assert!(
                is_asset || route_of(&href, false).is_some(),
                "{path}: {href}"
            );
        } else {
            let is_outside = ["http://", "https://", "mailto:"];
            assert!(
                is_outside.iter().any(|it| href.starts_with(it)),
                "{path}: {href}"
            );
        }
    }
    for action in page.attributes("action") {
        let read = [
            Name::Search,
            Name::Line,
            Name::Mark,
            Name::Thing,
            Name::Record,
            Name::Agreement,
            Name::People,
        ];
        let is_read = route_of(&action, false).is_some_and(|it| read.contains(&it));
        assert!(
            is_read || route_of(&action, true).is_some(),
            "{path}: {action}"
        );
    }
    check_markup(path, page);
    check_headings(path, page);
    check_labels(path, page);
}

fn check_markup(path: &str, page: &Page) {
    let body = page.without_our_script();
    for needle in [
        " style=",
        "<script",
        "<style",
        " onclick=",
        " onload=",
        "javascript:",
    ] {
        assert!(!body.contains(needle), "{path} holds {needle}");
    }
    let ids = page.attributes("id");
    let distinct: BTreeSet<&String> = ids.iter().collect();
    let twice = ids
        .iter()
        .find(|it| ids.iter().filter(|other| other == it).count() > 1);
    assert_eq!(ids.len(), distinct.len(), "{path}: {twice:?} twice");
    assert!(
        page.body
            .starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\">"),
        "{path}"
    );
    for word in ["fence", "anonymous", "operation"] {
        // People's own texts may use any word; the interface does not.
        let frame: String = page
            .body
            .split("<bdi")
            .filter_map(|it| it.split("</bdi>").nth(1))
            .collect();
        let plain = frame.split('<').filter_map(|it| it.split('>').nth(1));
        let found = plain
            .filter(|it| it.len() < 200)
            .any(|it| it.split(' ').any(|it| it == word));
        assert!(!found, "{path} says {word}");
    }
}

fn check_headings(path: &str, page: &Page) {
    let mut before = 0;
    let mut rest = page.body.as_str();
    while let Some(at) = rest.find("<h") {
        rest = &rest[at + 2..];
        let Some(level) = rest.chars().next().and_then(|it| it.to_digit(10)) else {
            continue;
        };
        assert!(level <= before + 1, "{path}: h{level} after h{before}");
        before = level;
    }
    assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
}

/// Every field has a label: one around it, one for it, or a name of its own.
fn check_labels(path: &str, page: &Page) {
    let labelled: BTreeSet<String> = page.attributes("for").into_iter().collect();
    for element in ["<input ", "<textarea ", "<select "] {
        for (at, _) in page.body.match_indices(element) {
            let tag = &page.body[at..at + page.body[at..].find('>').expect("tags are closed")];
            let id = tag
                .split(" id=\"")
                .nth(1)
                .and_then(|it| it.split('"').next());
            let before = &page.body[..at];
            let is_inside = before.rfind("<label") > before.rfind("</label>");
            let is_named = tag.contains("aria-label") || tag.contains("type=\"hidden\"");
            let is_labelled = id.is_some_and(|it| labelled.contains(it));
            assert!(is_inside || is_named || is_labelled, "{path}: {tag}");
        }
    }
}

#[test]
fn ids_may_be_shortened_and_unknown_ones_are_explained() {
    let (browser, commons) = Browser::with_sample();
    let short = &commons[..3 + 8];
    assert!(
        browser
            .get(short)
            .expect(200)
            .body
            .contains("What needs you")
    );
    let missing = browser
        .get(&format!("{commons}/turn/0123456789ab"))
        .expect(404);
    assert!(
        missing.body.contains("There is nothing at this address"),
        "{}",
        missing.body
    );
    assert!(missing.body.contains("To the commons"));
    browser.get("/c/0123456789ab").expect(404);
    browser.get("/nowhere").expect(404);
}

#[test]
fn the_home_page_says_what_needs_the_reader() {
    let (browser, commons) = Browser::with_sample();
    let home = browser.get(&commons).expect(200);
    for words in [
        "questions are open",
        "does not stand in them",
        "not voted on",
        "On this machine only",
    ] {
        assert!(home.body.contains(words), "no “{words}” in {}", home.body);
    }
    assert!(!home.body.contains("of 0 peers"));
}

#[test]
fn a_dialogue_says_who_speaks_and_from_where() {
    let (browser, commons) = Browser::with_sample();
    let list = browser.get(&format!("{commons}/dialogues")).expect(200);
    let links = list.attributes("href");
    let dialogue = links
        .iter()
        .find(|it| it.contains("/dialogue/"))
        .expect("there is one");
    let page = browser.get(dialogue).expect(200).body;
    for words in [
        "on its behalf",
        "from within it",
        "Paraphrased by",
        "2011",
        "class=\"set para\"",
    ] {
        assert!(page.contains(words), "no “{words}” in {page}");
    }
    assert!(
        page.contains("class=\"key\""),
        "remarks stand beside their passages"
    );
}

#[test]
fn search_finds_and_marks_words() {
    let (browser, commons) = Browser::with_sample();
    let store_is_due = || {
        let id = browser.node.find_commons(None).expect("it is here");
        browser
            .node
            .store(&id)
            .expect("it is here")
            .index_search(10_000)
            .expect("it can")
    };
    while store_is_due() {}
    let found = browser
        .get(&format!("{commons}/search?words=austerity"))
        .expect(200)
        .body;
    assert!(found.contains("<mark>austerity</mark>"), "{found}");
    let nothing = browser
        .get(&format!("{commons}/search?words=xyzzyq"))
        .expect(200)
        .body;
    assert!(
        nothing.contains("Nothing here holds all of these words"),
        "{nothing}"
    );
}
