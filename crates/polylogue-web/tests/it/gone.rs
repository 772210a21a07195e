//! What was emptied, hidden or taken back: its place stays, and says what became of it.

use crate::browser::{Browser, Page};

fn path(location: &str) -> String {
    let end = location.find(['?', '#']).unwrap_or(location.len());
    location[..end].to_owned()
}

/// A commons of Ada's with a dialogue and a turn of hers in it; their paths.
fn begun(browser: &Browser) -> (String, String, String) {
    let form = [("title", "River talks"), ("name", "Ada")];
    let home = path(&browser.act("/found", &form).0);
    let form = [("title", "Upstream"), ("state", "open")];
    let dialogue = path(&browser.act(&format!("{home}/dialogues/begin"), &form).0);
    let form = [("text", "The weir took the eels.")];
    let (_, page) = browser.act(&format!("{dialogue}/say"), &form);
    let links = page.attributes("href");
    let turn = links.iter().find(|it| it.contains("/turn/"));
    let turn = path(turn.expect("the turn is linked"));
    (home, dialogue, turn)
}

fn thing(page: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    let at = parts.len() - 2;
    parts[at] = "thing";
    parts.join("/")
}

/// Ada's own page.
fn person(browser: &Browser, home: &str) -> String {
    let links = browser.get(home).expect(200).attributes("href");
    let found = links.into_iter().find(|it| it.contains("/person/"));
    path(&found.expect("she is named on the home page"))
}

#[test]
fn an_emptied_dialogue_keeps_its_line_its_page_and_what_others_said() {
    let browser = Browser::new();
    let (home, dialogue, _) = begun(&browser);
    browser.act(&format!("{}/erase", thing(&dialogue)), &[("reason", "")]);
    let list = browser.get(&format!("{home}/dialogues")).expect(200).body;
    assert!(list.contains("(emptied by its author)"), "{list}");
    assert!(!list.contains("Upstream"), "{list}");
    let page = browser.get(&dialogue).expect(200).body;
    assert!(page.contains("The weir took the eels."), "{page}");
    assert!(page.contains("(emptied by its author)"), "{page}");
    assert!(!page.contains("id=\"reply\""), "nothing is offered: {page}");
    let about = browser.get(&thing(&dialogue)).expect(200).body;
    assert!(about.contains("Its author erased the words"), "{about}");
    assert!(!about.contains("will follow"), "{about}");
    let home = browser.get(&home).expect(200).body;
    assert!(home.contains("Dialogue, turn 1"), "{home}");
}

#[test]
fn emptied_claims_perspectives_questions_works_and_practices_keep_their_lines() {
    let browser = Browser::new();
    let (home, _, _) = begun(&browser);
    for (list, form) in [
        ("claims", [("text", "It is."), ("language", "en")]),
        ("perspectives", [("name", "Fishers"), ("language", "en")]),
        ("questions", [("text", "For whom?"), ("language", "en")]),
        ("sources", [("title", "On eels"), ("language", "en")]),
        ("practices", [("title", "A ladder"), ("language", "en")]),
    ] {
        let (made, _) = browser.act(&format!("{home}/{list}/add"), &form);
        browser.act(&format!("{}/erase", thing(&path(&made))), &[("reason", "")]);
        let page = browser.get(&format!("{home}/{list}")).expect(200).body;
        assert!(page.contains("(emptied by its author)"), "{list}: {page}");
        let page = browser.get(&path(&made)).expect(200).body;
        assert!(
            page.contains("Its author erased the words"),
            "{list}: {page}"
        );
    }
}

/// Ada, who founded and so holds every office, gives up moderating and becomes a moderator again
/// for a shorter time.
fn moderated(browser: &Browser, home: &str) -> Page {
    let recall = format!("{}/recall", person(browser, home));
    browser.act(&recall, &[("office", "moderator"), ("reason", "")]);
    let grant = format!("{}/grant", person(browser, home));
    let form = [("office", "moderator"), ("days", "30"), ("reason", "")];
    browser.act(&grant, &form).1
}

#[test]
fn the_minutes_say_who_got_which_office_what_was_hidden_and_what_was_shown_again() {
    let browser = Browser::new();
    let (home, dialogue, turn) = begun(&browser);
    moderated(&browser, &home);
    let minutes = browser.get(&format!("{home}/log")).expect(200).body;
    assert!(
        minutes.contains("has the office of moderator until"),
        "{minutes}"
    );
    assert!(minutes.contains("changed the charter"), "{minutes}");
    let form = [("reason", "Harsh.")];
    let (_, page) = browser.act(&format!("{}/hide", thing(&turn)), &form);
    assert!(page.body.contains(">a turn</a> by"), "{}", page.body);
    let actions = page.attributes("action");
    let restore = actions.iter().find(|it| it.ends_with("/restore"));
    let restore = restore.expect("it can be shown again").clone();
    let page = browser.get(&dialogue).expect(200);
    assert!(page.body.contains("To the minute"), "{}", page.body);
    assert!(!page.body.contains("#answer"), "{}", page.body);
    let links = page.attributes("href");
    assert!(links.iter().any(|it| it.contains("/log#")), "{links:?}");
    let about = browser.get(&thing(&turn)).expect(200).body;
    assert!(about.contains("Hidden by a moderator"), "{about}");
    assert!(!about.contains("Translate it"), "{about}");
    let needs = browser.get(&home).expect(200).body;
    assert!(needs.contains("thing you said was hidden"), "{needs}");
    let (_, page) = browser.act(&restore, &[("reason", "It was not.")]);
    assert!(
        page.body.contains("It was shown again later."),
        "{}",
        page.body
    );
    assert!(
        page.body.contains("The weir took the eels."),
        "{}",
        page.body
    );
    let actions = page.attributes("action");
    assert!(
        !actions.iter().any(|it| it.ends_with("/restore")),
        "{actions:?}"
    );
    let needs = browser.get(&home).expect(200).body;
    assert!(!needs.contains("thing you said was hidden"), "{needs}");
}

#[test]
fn an_office_has_to_be_chosen() {
    let browser = Browser::new();
    let (home, _, _) = begun(&browser);
    let ada = person(&browser, &home);
    let form = [("days", "30"), ("reason", "")];
    let page = browser.post(&format!("{ada}/grant"), &form).expect(422);
    assert!(page.body.contains("Choose an office."), "{}", page.body);
}

#[test]
fn a_vote_taken_back_leaves_its_claim_to_vote_on() {
    let browser = Browser::new();
    let (home, _, _) = begun(&browser);
    let (claim, _) = browser.act(&format!("{home}/claims/add"), &[("text", "It is.")]);
    let form = [("choice", "agree"), ("back", "vote")];
    let (_, page) = browser.act(&format!("{}/vote", path(&claim)), &form);
    assert!(
        page.body.contains("You have voted on every claim"),
        "{}",
        page.body
    );
    let actions = page.attributes("action");
    let undo = actions.iter().find(|it| it.contains("/withdraw"));
    let undo = undo.expect("it can be taken back").clone();
    let (_, page) = browser.act(&undo, &[("back", "vote")]);
    assert!(
        !page.body.contains("You have voted on every claim"),
        "{}",
        page.body
    );
    assert!(page.body.contains("0 of 1"), "{}", page.body);
    assert!(page.body.contains("<h1 class=\"claim\">"), "{}", page.body);
}

#[test]
fn a_passage_number_that_is_none_is_refused_with_what_was_written() {
    let browser = Browser::new();
    let (_, _, turn) = begun(&browser);
    let form = [("text", "My answer."), ("paragraph", "nine")];
    let page = browser.post(&format!("{turn}/answer"), &form).expect(422);
    assert!(
        page.body.contains("This is no number of a passage"),
        "{}",
        page.body
    );
    assert!(page.body.contains("My answer."), "{}", page.body);
}

#[test]
fn what_is_taken_back_says_so_wherever_it_is_named() {
    let browser = Browser::new();
    let (home, dialogue, turn) = begun(&browser);
    let form = [("reason", "Too soon.")];
    browser.act(&format!("{}/withdraw", thing(&turn)), &form);
    let page = browser.get(&home).expect(200).body;
    assert!(page.contains("Taken back"), "{page}");
    assert!(!page.contains("The weir took the eels."), "{page}");
    let ada = person(&browser, &home);
    let search = format!("{home}/search?words=weir");
    for path in [ada, search, format!("{home}/record")] {
        let page = browser.get(&path).expect(200).body;
        assert!(page.contains("(taken back)"), "{path}: {page}");
    }
    let page = browser.get(&dialogue).expect(200).body;
    assert!(page.contains("Taken back"), "{page}");
}

#[test]
fn an_emptied_turn_is_marked_and_counted_like_the_others() {
    let browser = Browser::new();
    let (home, dialogue, turn) = begun(&browser);
    let form = [("text", "It was built in 1911.")];
    browser.act(&format!("{dialogue}/say"), &form);
    browser.act(&format!("{}/erase", thing(&turn)), &[("reason", "")]);
    let page = browser.get(&home).expect(200).body;
    assert!(page.contains("All 2 turns"), "{page}");
    for path in [dialogue.clone(), format!("{home}/dialogues")] {
        let page = browser.get(&path).expect(200).body;
        assert!(page.contains("2 turns"), "{path}: {page}");
    }
    let page = browser.get(&person(&browser, &home)).expect(200).body;
    assert!(page.contains("2 turns"), "{page}");
    assert!(page.contains("(emptied by its author)"), "{page}");
}
