//! Comments, answers to them, votes on wordings, dissent and what was left out, without scripts.

use crate::browser::{Browser, Page};

/// A text of two lines: the browser, the path of the text, and of its second line.
fn begun() -> (Browser, String, String) {
    let browser = Browser::new();
    let (home, _) = browser.act("/found", &[("title", "River talks"), ("name", "Ada")]);
    let home = home.split(['?', '#']).next().unwrap_or_default().to_owned();
    let (edit, _) = browser.act(&format!("{home}/syntheses/begin"), &[("title", "In short")]);
    let document = edit.trim_end_matches("/edit").to_owned();
    let text = "# The river\nThe weir took all the eels.";
    let (_, page) = browser.act(&format!("{document}/save"), &[("base", ""), ("text", text)]);
    let line = link(&page, "/line/");
    (browser, document, line)
}

#[expect(clippy::panic, reason = "a test that cannot go on stops there")]
fn link(page: &Page, part: &str) -> String {
    let links = page.attributes("href").into_iter();
    let mut links = links.filter(|it| it.contains(part));
    let found = links
        .next()
        .unwrap_or_else(|| panic!("{part}: {}", page.body));
    found
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn path(location: &str) -> String {
    location
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn a_proposed_wording_is_voted_on_accepted_and_credited() {
    let (browser, document, line) = begun();
    let form = [
        ("text", "It was counted."),
        ("words", "all the eels"),
        ("proposes", "The weir took many eels."),
    ];
    let (at, page) = browser.act(&format!("{line}/comment"), &form);
    let comment = path(&at);
    for words in [
        "It was counted.",
        "all the eels",
        "The weir took many eels.",
        "to be answered",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let text = browser.get(&document).expect(200);
    assert!(
        text.body.contains("One comment, to be answered"),
        "{}",
        text.body
    );
    let home = document.split("/synthesis/").next().unwrap_or_default();
    let needs = browser.get(home).expect(200);
    assert!(
        needs.body.contains("comment waits for an answer"),
        "{}",
        needs.body
    );
    let (_, page) = browser.act(&format!("{comment}/vote"), &[("choice", "agree")]);
    assert!(page.body.contains("You agreed."), "{}", page.body);
    let refused = browser.post(&format!("{comment}/dispose"), &[("disposed", "accepted")]);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.body.contains("Say why."), "{}", refused.body);
    let form = [
        ("disposed", "accepted"),
        ("reason", "That is what was counted."),
    ];
    let (_, page) = browser.act(&format!("{comment}/dispose"), &form);
    assert!(
        page.body.contains("the line was worded for it"),
        "{}",
        page.body
    );
    assert!(
        page.body.contains("no longer stand"),
        "its words went: {}",
        page.body
    );
    let page = browser.get(&line).expect(200);
    assert!(page.body.contains("As proposed by"), "{}", page.body);
    let rounds = page.body.matches("scope=\"row\"").count();
    assert_eq!(rounds, 1, "one wording was voted on: {}", page.body);
    let list = browser
        .get(&format!("{document}/comments?state=accepted"))
        .expect(200);
    assert!(
        list.body.contains("That is what was counted."),
        "{}",
        list.body
    );
    let none = browser
        .get(&format!("{document}/comments?state=open"))
        .expect(200);
    assert!(none.body.contains("Nobody has commented."), "{}", none.body);
}

#[test]
fn a_comment_is_replied_to_declined_and_taken_back() {
    let (browser, document, _) = begun();
    let (at, _) = browser.act(&format!("{document}/comment"), &[("text", "Too short.")]);
    let comment = path(&at);
    let (reply, _) = browser.act(
        &format!("{comment}/reply"),
        &[("text", "It is meant to be.")],
    );
    let page = browser.get(&path(&reply)).expect(200);
    assert!(
        !page.body.contains("/reply\""),
        "a reply is not replied to: {}",
        page.body
    );
    let form = [("disposed", "declined"), ("reason", "It stays short.")];
    let (_, page) = browser.act(&format!("{comment}/dispose"), &form);
    assert!(page.body.contains("It stays short.") && page.body.contains("It is meant to be."));
    let id = comment.rsplit('/').next().unwrap_or_default();
    let home = document.split("/synthesis/").next().unwrap_or_default();
    browser.act(&format!("{home}/thing/{id}/withdraw"), &[]);
    let page = browser.get(&comment).expect(200);
    assert!(page.body.contains("taken back"), "{}", page.body);
    assert!(
        !page.body.contains(&format!("{comment}/dispose")),
        "{}",
        page.body
    );
    let refused = browser.post(&format!("{document}/comment"), &[("text", " ")]);
    assert_eq!(refused.status, 422, "{}", refused.body);
}

#[test]
fn votes_on_two_wordings_of_a_line_are_counted_apart() {
    let (browser, _, line) = begun();
    let page = browser.get(&line).expect(200);
    assert!(
        !page.body.contains("Votes on the wordings"),
        "one wording, nobody voted"
    );
    let form = [
        ("text", "Too strong."),
        ("proposes", "The weir took many eels."),
    ];
    let (at, _) = browser.act(&format!("{line}/comment"), &form);
    let proposed = path(&at);
    let proposed = proposed.rsplit('/').next().unwrap_or_default();
    let first = line.rsplit('/').next().unwrap_or_default();
    let vote = |wording: &str, choice: &str| {
        let form = [
            ("wording", wording),
            ("choice", choice),
            ("reason", "Counted."),
        ];
        browser.act(&format!("{line}/vote"), &form).1
    };
    vote(first, "disagree");
    let page = vote(proposed, "agree");
    assert_eq!(
        page.body.matches("scope=\"row\"").count(),
        2,
        "{}",
        page.body
    );
    assert!(page.body.contains("stands now") && page.body.contains("proposed"));
    let refused = browser.post(&format!("{line}/vote"), &[("wording", first)]);
    assert_eq!(refused.status, 422, "{}", refused.body);
}

#[test]
fn a_minority_report_stands_whole_beside_the_text() {
    let (browser, document, _) = begun();
    let form = [
        ("form", "report"),
        ("title", "We read it otherwise"),
        ("text", "The eels went **before** the weir."),
    ];
    let (at, page) = browser.act(&format!("{document}/dissents/add"), &form);
    let dissent = path(&at);
    assert!(page.body.contains("Signed by"), "{}", page.body);
    let text = browser.get(&document).expect(200);
    assert!(
        text.body.contains("<strong>before</strong> the weir."),
        "{}",
        text.body
    );
    assert!(text.body.contains("class=\"minority\""), "{}", text.body);
    let (_, page) = browser.act(&format!("{dissent}/sign"), &[("leaves", "yes")]);
    assert!(
        page.body.contains("Put your name under it"),
        "{}",
        page.body
    );
    let text = browser.get(&document).expect(200);
    assert!(
        !text.body.contains("class=\"minority\""),
        "nobody signs it: {}",
        text.body
    );
    let (_, page) = browser.act(&format!("{dissent}/sign"), &[("words", "as a fisher")]);
    assert!(page.body.contains("as a fisher"), "{}", page.body);
    let refused = browser.post(
        &format!("{document}/dissents/add"),
        &[("title", "No words")],
    );
    assert_eq!(refused.status, 422, "{}", refused.body);
}

#[test]
fn leaving_out_is_said_with_a_reason_and_answered_beside_it() {
    let (browser, document, _) = begun();
    let act = format!("{document}/leave-out");
    let refused = browser.post(&act, &[("edition", "The first edition")]);
    assert_eq!(refused.status, 422, "{}", refused.body);
    let form = [("edition", "The first edition"), ("reason", "It overlaps.")];
    let (at, page) = browser.act(&act, &form);
    assert!(page.body.contains("It overlaps."), "{}", page.body);
    let left = path(&at);
    let (_, page) = browser.act(&format!("{left}/reply"), &[("text", "It does not.")]);
    assert!(page.body.contains("It does not."), "{}", page.body);
    let list = browser.get(&format!("{document}/comments")).expect(200);
    assert!(list.body.contains("It overlaps.") && list.body.contains("One reply"));
}

#[test]
fn stages_are_prepared_changed_and_done() {
    let browser = Browser::new();
    let form = [
        ("title", "Open river"),
        ("name", "Ada"),
        ("template", "open-space"),
        ("stages", "yes"),
    ];
    let (at, page) = browser.act("/found", &form);
    assert!(at.ends_with("/stages"), "{at}");
    assert!(page.body.contains("Mural of proposals"), "{}", page.body);
    let stage = link(&page, "/stage/");
    let form = [
        ("name", "Sign up"),
        ("needs", "A list.\nA door."),
        ("starts", "2026-12-01"),
        ("until", "2026-12-24"),
        ("place", "1"),
    ];
    let (_, page) = browser.act(&format!("{stage}/revise"), &form);
    for words in [
        "Sign up",
        "A door.",
        "24 December 2026",
        "nobody answers for it yet",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(
        page.body.contains("Perspectives named"),
        "what is counted stays"
    );
    let form = [("step", "done"), ("text", "All came.")];
    let (_, page) = browser.act(&format!("{stage}/set"), &form);
    assert!(page.body.contains("All came."), "{}", page.body);
    let refused = browser.post(
        &format!("{stage}/revise"),
        &[("name", "x"), ("until", "soon")],
    );
    assert_eq!(refused.status, 422, "{}", refused.body);
    let home = at.trim_end_matches("/stages");
    let form = [("text", "Repair the weir."), ("until", "2026-12-24")];
    let (_, page) = browser.act(&format!("{home}/actions/add"), &form);
    assert!(page.body.contains("Repair the weir.") && page.body.contains("Signed by"));
    let refused = browser.post(&format!("{home}/actions/add"), &[("text", "Some day.")]);
    assert_eq!(refused.status, 422, "{}", refused.body);
}
