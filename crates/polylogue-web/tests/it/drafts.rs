//! Words not yet published, places one left off at, and what is shown before it is said again.

use crate::browser::Browser;

fn path(location: &str) -> String {
    let end = location.find(['?', '#']).unwrap_or(location.len());
    location[..end].to_owned()
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// A commons of Ada's with a dialogue in it; their paths.
fn begun(browser: &Browser) -> (String, String) {
    let form = [("title", "River talks"), ("name", "Ada")];
    let home = path(&browser.act("/found", &form).0);
    let form = [("title", "Upstream"), ("state", "open")];
    let dialogue = path(&browser.act(&format!("{home}/dialogues/begin"), &form).0);
    (home, dialogue)
}

#[test]
fn a_draft_outlives_the_process_and_ends_when_it_is_published() {
    let browser = Browser::new();
    let (home, dialogue) = begun(&browser);
    let keep = format!("{home}/draft/{}", last(&dialogue));
    let form = [
        ("draft", "say"),
        ("text", "Eels *return* <b>slowly</b>.\n\nSo do we."),
        ("voice", "within"),
    ];
    let (location, page) = browser.act(&keep, &form);
    assert!(location.ends_with("preview=say#preview"), "{location}");
    assert!(page.body.contains("As it will read"), "{}", page.body);
    assert!(page.body.contains("<em>return</em>"), "{}", page.body);
    assert!(!page.body.contains("<b>slowly"), "{}", page.body);
    assert!(!browser.get(&home).expect(200).body.contains("slowly"));

    let browser = browser.killed_and_started_again();
    let page = browser.get(&dialogue).expect(200).body;
    assert!(
        page.contains("Eels *return*"),
        "it is in the field again: {page}"
    );
    assert!(page.contains("kept as a draft on this machine"), "{page}");
    assert!(
        !page.contains("As it will read"),
        "only where it was asked for: {page}"
    );

    let form = [("text", "Eels return slowly.")];
    let (_, page) = browser.act(&format!("{dialogue}/say"), &form);
    assert!(!page.body.contains("kept as a draft"), "{}", page.body);
    let again = browser.get(&dialogue).expect(200).body;
    assert!(!again.contains("Eels *return*"), "{again}");
}

#[test]
fn a_draft_can_be_thrown_away() {
    let browser = Browser::new();
    let (home, dialogue) = begun(&browser);
    let keep = format!("{home}/draft/{}", last(&dialogue));
    browser.act(&keep, &[("draft", "say"), ("text", "Not yet.")]);
    assert!(browser.get(&dialogue).expect(200).body.contains("Not yet."));
    browser.act(&keep, &[("forget", "say"), ("text", "Not yet.")]);
    assert!(!browser.get(&dialogue).expect(200).body.contains("Not yet."));
    browser
        .post(&keep, &[("draft", "found"), ("text", "x")])
        .expect(404);
}

#[test]
fn an_answer_keeps_the_passage_it_takes_up_in_view() {
    let browser = Browser::new();
    let (home, dialogue) = begun(&browser);
    let form = [(
        "text",
        "The weir took the eels.\n\nNobody asked the fishers.",
    )];
    let (_, page) = browser.act(&format!("{dialogue}/say"), &form);
    let links = page.attributes("href");
    let turn = links
        .iter()
        .find(|it| it.contains("/turn/"))
        .expect("it is linked");
    let turn = path(turn);
    let page = browser.get(&format!("{turn}?paragraph=2")).expect(200).body;
    let quoted = page.split("blockquote").nth(1).unwrap_or_default();
    assert!(
        quoted.contains("Nobody asked the fishers.") && quoted.contains("1.2"),
        "{page}"
    );

    let mark = format!("{home}/moves/on/{}?paragraph=2", last(&turn));
    let page = browser.get(&mark).expect(200).body;
    assert!(
        page.contains("1.2 Nobody asked"),
        "numbers are those of the dialogue: {page}"
    );
    let quoted = page.split("blockquote").nth(1).unwrap_or_default();
    assert!(quoted.contains("Nobody asked the fishers."), "{page}");

    let keep = format!("{home}/draft/{}", last(&turn));
    let form = [
        ("draft", "answer"),
        ("text", "They were never told."),
        ("paragraph", "2"),
    ];
    let (_, page) = browser.act(&keep, &form);
    let preview = page.body.split("id=\"preview\"").nth(1).unwrap_or_default();
    let (quote, rest) = preview.split_once("</blockquote>").unwrap_or_default();
    assert!(quote.contains("Nobody asked the fishers."), "{preview}");
    assert!(rest.contains("They were never told."), "{preview}");
}

#[test]
fn a_claim_much_like_another_is_shown_beside_it_before_it_is_put() {
    let browser = Browser::new();
    let (home, _) = begun(&browser);
    let add = format!("{home}/claims/add");
    let first = "Villages should decide together about floodplains upstream.";
    browser.act(&add, &[("text", first)]);
    let commons = browser.node.find_commons(None).expect("there is one");
    browser
        .node
        .index_search(&commons)
        .expect("it can be indexed");

    let second = "Floodplains upstream are for the villages to decide about.";
    let (location, page) = browser.act(&add, &[("text", second)]);
    assert!(location.contains("preview=add-claim"), "{location}");
    let similar = page
        .body
        .split("id=\"similar-h\"")
        .nth(1)
        .unwrap_or_default();
    assert!(similar.contains("Put it all the same"), "{}", page.body);
    assert!(page.attributes("value").iter().any(|it| it == "yes"));
    let (location, page) = browser.act(&add, &[("text", second), ("sure", "yes")]);
    assert!(location.contains("/claim/"), "{location}");
    assert!(page.body.contains(second));

    let (location, _) = browser.act(&add, &[("text", "Fishers own the boats they use.")]);
    assert!(
        location.contains("/claim/"),
        "nothing is like it: {location}"
    );
}

#[test]
fn what_came_since_one_was_there_is_told_apart() {
    let browser = Browser::new();
    let (home, dialogue) = begun(&browser);
    browser.act(&format!("{dialogue}/say"), &[("text", "First.")]);
    let page = browser.get(&dialogue).expect(200).body;
    assert!(page.contains("I have read this far") && !page.contains("since you were here"));
    let (location, _) = browser.act(&format!("{dialogue}/read"), &[]);
    assert_eq!(location, home);
    let page = browser.get(&dialogue).expect(200).body;
    assert!(
        page.contains("Nothing has come since you were here"),
        "{page}"
    );
    assert!(!page.contains("I have read this far"), "{page}");
    browser.act(&format!("{dialogue}/say"), &[("text", "Second.")]);
    let page = browser.get(&home).expect(200).body;
    assert!(
        page.contains("new turn since you were last there"),
        "{page}"
    );
}

#[test]
fn the_first_steps_of_a_new_commons_are_on_its_home_page() {
    let browser = Browser::new();
    let home = path(
        &browser
            .act("/found", &[("title", "River talks"), ("name", "Ada")])
            .0,
    );
    let page = browser.get(&home).expect(200).body;
    assert!(page.contains("when two standpoints are named"), "{page}");
    let form = [("name", "Fishers")];
    browser.act(&format!("{home}/perspectives/add"), &form);
    let page = browser.get(&home).expect(200).body;
    assert!(page.contains("One standpoint is named"), "{page}");
    assert!(page.contains("has not been heard at all"), "{page}");
    let form = [("name", "Engineers")];
    browser.act(&format!("{home}/perspectives/add"), &form);
    let page = browser.get(&home).expect(200).body;
    assert!(page.contains("A dialogue lets them meet"), "{page}");
    let page = browser
        .get(&format!("{home}?arrived=partly"))
        .expect(200)
        .body;
    assert!(page.contains("Not everything has come yet"), "{page}");
}

#[test]
fn a_name_is_a_way_to_go_and_remarks_on_one_thing_are_found() {
    let browser = Browser::new();
    let (home, dialogue) = begun(&browser);
    let page = browser
        .get(&format!("{home}/search?words=upstream"))
        .expect(200)
        .body;
    let named = page.split("id=\"named\"").nth(1).unwrap_or_default();
    assert!(named.contains(&dialogue), "{page}");
    browser.act(&format!("{dialogue}/say"), &[("text", "One.\n\nTwo.")]);
    let page = browser.get(&dialogue).expect(200);
    let links = page.attributes("href");
    let turn = links
        .iter()
        .find(|it| it.contains("/turn/"))
        .expect("it is linked");
    let turn = path(turn);
    let (add, claims) = (
        format!("{home}/moves/on/{}/now", last(&turn)),
        format!("{home}/claims/add"),
    );
    browser.act(&add, &[("kind", "agrees")]);
    let claim = path(&browser.act(&claims, &[("text", "Eels matter.")]).0);
    browser.act(
        &format!("{home}/moves/on/{}/now", last(&claim)),
        &[("kind", "disagrees")],
    );
    let page = browser
        .get(&format!("{home}/moves?target={}", last(&claim)))
        .expect(200)
        .body;
    let main = page.split("id=\"list\"").nth(1).unwrap_or_default();
    assert!(
        main.contains("disagrees</span>") && !main.contains(">agrees</span>"),
        "{main}"
    );
}
