//! What pages say in plain words: people by what they speak from, moves as sentences, fields by
//! their kind, steps that say when they are done, letters, saves.

use crate::browser::{Browser, Page, unescaped};
use crate::forms::{begun, say};

fn path(location: &str) -> &str {
    location.split(['?', '#']).next().unwrap_or_default()
}

fn hidden(page: &Page, name: &str) -> String {
    let needle = format!("name=\"{name}\" value=\"");
    let rest = page.body.split(&needle).nth(1).unwrap_or_default();
    unescaped(rest.split('"').next().unwrap_or_default())
}

#[test]
fn people_stand_under_what_they_speak_from_within() {
    let browser = Browser::new();
    let (home, dialogue, fishers) = begun(&browser);
    let people = format!("{home}/people");
    let before = browser.get(&people).expect(200).body;
    assert!(!before.contains("id=\"within-0\""), "{before}");
    say(&browser, &dialogue, "The weir took the eels.", &fishers);
    let page = browser.get(&people).expect(200).body;
    let group = page.split("id=\"within-0\"").nth(1).expect("the group");
    assert!(group.contains("Ada"), "{page}");
}

#[test]
fn a_move_found_reads_as_a_sentence_with_the_words_found() {
    let browser = Browser::new();
    let (home, dialogue, fishers) = begun(&browser);
    let (turn, _) = say(&browser, &dialogue, "The weir took the eels.", &fishers);
    let mark = format!("{}/now", turn.replace("/turn/", "/moves/on/"));
    let form = [
        ("kind", "accepts-but"),
        ("paragraph", "1"),
        ("condition-accepts-but", "the mill keeps its wheel"),
        ("condition", "what another kind would ask"),
    ];
    browser.act(&mark, &form);
    let page = browser
        .get(&format!("{home}/search?words=wheel"))
        .expect(200);
    let hit = page
        .body
        .split("id=\"found\"")
        .nth(1)
        .expect("what was found");
    for said in [
        "Ada",
        "accepts, but",
        "The weir took the eels.",
        "<mark>wheel</mark>",
    ] {
        assert!(hit.contains(said), "{said}: {hit}");
    }
    assert!(!hit.contains("another kind"), "{hit}");
}

#[test]
fn each_kind_of_move_asks_in_its_own_words() {
    let browser = Browser::new();
    let (_, dialogue, fishers) = begun(&browser);
    let (turn, _) = say(&browser, &dialogue, "One.\n\nTwo.", &fishers);
    let mark = turn.replace("/turn/", "/moves/on/");
    let page = browser.get(&mark).expect(200).body;
    for asked in [
        "What is the danger?",
        "On which condition?",
        "What do you ask?",
    ] {
        assert_eq!(page.matches(asked).count(), 1, "{asked}");
    }
    let none = [("kind", "cautions"), ("object-adds", "not of this kind")];
    let refused = browser.post(&format!("{mark}/now"), &none);
    assert_eq!(refused.status, 422, "{}", refused.body);
}

#[test]
fn a_claim_lifted_from_words_begins_with_them() {
    let browser = Browser::new();
    let (_, dialogue, fishers) = begun(&browser);
    let (turn, _) = say(&browser, &dialogue, "One.\n\nTwo eels.", &fishers);
    let turn = path(&turn);
    let page = browser
        .get(&format!("{turn}?open=lift&paragraph=2"))
        .expect(200);
    let form = page
        .body
        .split("id=\"lift-text\"")
        .nth(1)
        .expect("the form");
    assert!(
        form.split("</textarea>")
            .next()
            .unwrap_or_default()
            .ends_with("\nTwo eels.")
    );
}

#[test]
fn the_first_steps_stay_until_they_are_put_away() {
    let browser = Browser::new();
    let (home, dialogue, fishers) = begun(&browser);
    let form = [("text", "The weir should be open."), ("language", "en")];
    let (claim, _) = browser.act(&format!("{home}/claims/add"), &form);
    assert!(browser.get(&home).expect(200).body.contains("Begin here"));
    say(&browser, &dialogue, "The weir took the eels.", &fishers);
    let page = browser.get(&home).expect(200).body;
    assert!(
        page.contains("Done:</b> You said something of your own."),
        "{page}"
    );
    browser.act(&format!("{home}/steps/away"), &[]);
    assert!(!browser.get(&home).expect(200).body.contains("Begin here"));
    assert!(claim.contains("/claim"));
}

#[test]
fn an_invitation_comes_with_a_letter_in_the_language_of_its_receiver() {
    let browser = Browser::new();
    let (home, _, _) = begun(&browser);
    let form = [
        ("kind", "vote"),
        ("whom", "Berta"),
        ("days", "7"),
        ("letter", "es"),
    ];
    let (_, page) = browser.act(&format!("{home}/invite/now"), &form);
    let letter = page.body.split("id=\"letter\"").nth(1).expect("a letter");
    let letter = letter.split("</textarea>").next().unwrap_or_default();
    for said in ["lang=\"es\"", "Hola, Berta:", "polylogue serve", "votar"] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
}

#[test]
fn a_long_text_is_written_a_part_at_a_time() {
    let browser = Browser::new();
    let (home, _, _) = begun(&browser);
    let begin = format!("{home}/syntheses/begin");
    let (edit, _) = browser.act(&begin, &[("title", "In short")]);
    let text = path(&edit).trim_end_matches("/edit").to_owned();
    let lines: Vec<String> = (1..=230).map(|it| format!("Line {it} stands.")).collect();
    let lines = lines.join("\n");
    let (_, page) = browser.act(&format!("{text}/save"), &[("base", ""), ("text", &lines)]);
    assert!(page.body.contains("Saved: 230 lines"), "{}", page.body);

    let page = browser.get(&format!("{text}/edit?from=200")).expect(200);
    let (base, before) = (hidden(&page, "base"), hidden(&page, "before"));
    assert_eq!(before, "Line 200 stands.");
    assert!(!page.body.contains("Line 199 stands."), "{}", page.body);
    let part: Vec<String> = (201..=230).map(|it| format!("Line {it} stands.")).collect();
    let part = format!("A line more.\n{}", part.join("\n"));
    let form = [
        ("base", base.as_str()),
        ("before", &before),
        ("from", "200"),
        ("text", &part),
    ];
    let (_, page) = browser.act(&format!("{text}/save"), &form);
    assert!(page.body.contains("Saved: one line"), "{}", page.body);
    let (more, last) = (
        page.body.find("A line more."),
        page.body.find("Line 201 stands."),
    );
    assert!(more < last && more.is_some(), "{}", page.body);
    let first = browser.get(&text).expect(200).body;
    assert!(first.contains("Line 1 stands.") && !first.contains("A line more."));
}
