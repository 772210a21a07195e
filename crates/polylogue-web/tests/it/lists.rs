//! Long lists come in parts that links lead through, and no page is shown that is out of date.

use std::collections::BTreeSet;

use crate::browser::{Browser, Page};

/// A commons of one's own; its path.
fn founded(browser: &Browser) -> String {
    let form = [("title", "River talks"), ("name", "Ada")];
    let (home, _) = browser.act("/found", &form);
    home.split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn begin(browser: &Browser, home: &str, title: &str) -> String {
    let form = [("title", title), ("state", "open")];
    let (location, _) = browser.act(&format!("{home}/dialogues/begin"), &form);
    let path = location.split(['?', '#']).next().unwrap_or_default();
    path.to_owned()
}

/// The link to the part after or before.
fn part(page: &Page, from: u64) -> Option<String> {
    let links = page.attributes("href");
    let wanted = format!("from={from}");
    links.into_iter().find(|it| it.ends_with(&wanted))
}

fn titles(page: &Page) -> BTreeSet<String> {
    let list = page.body.split("<ul class=\"list\">").nth(1);
    let list = list.and_then(|it| it.split("</ul>").next());
    let lines = list.unwrap_or_default().split("Dialogue no. ").skip(1);
    lines
        .filter_map(|it| it.split('<').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_long_list_of_dialogues_goes_on_and_back() {
    let browser = Browser::new();
    let home = founded(&browser);
    for number in 0..53 {
        begin(&browser, &home, &format!("Dialogue no. {number}"));
    }
    let first = browser.get(&format!("{home}/dialogues")).expect(200);
    let next = part(&first, 50).expect("there is a part after");
    let second = browser.get(&next).expect(200);
    let (before, after) = (titles(&first), titles(&second));
    assert_eq!((before.len(), after.len()), (50, 3));
    assert!(before.is_disjoint(&after));
    assert!(part(&second, 0).is_some() && part(&second, 100).is_none());
    let beyond = browser.get(&format!("{home}/dialogues?from=5000"));
    assert!(titles(&beyond.expect(200)).is_empty());
}

#[test]
fn a_long_dialogue_leads_to_the_turn_just_said_on_the_part_it_is_on() {
    let browser = Browser::new();
    let home = founded(&browser);
    let dialogue = begin(&browser, &home, "A long one");
    let mut said = String::new();
    for number in 1..=32 {
        let form = [("text", format!("Turn {number} says this."))];
        let form = form.each_ref().map(|(name, text)| (*name, text.as_str()));
        (said, _) = browser.act(&format!("{dialogue}/say"), &form);
    }
    assert!(said.contains("from=30") && said.ends_with("#t32"), "{said}");
    let page = browser.get(&dialogue).expect(200);
    assert!(page.body.contains("Turn 30 says this.") && !page.body.contains("Turn 31 says this."));
    let next = part(&page, 30).expect("there is a part after");
    let rest = browser.get(&next).expect(200).body;
    assert!(
        rest.contains("Turn 31 says this.") && rest.contains("id=\"t32\""),
        "{rest}"
    );
    let latest = browser.get(&home).expect(200);
    let links = latest.attributes("href");
    assert!(
        links.iter().any(|it| it.ends_with("?from=30#t32")),
        "{links:?}"
    );
}

/// Lets search catch up with what was said.
fn index(browser: &Browser) {
    let id = browser.node.find_commons(None).expect("it is here");
    let store = browser.node.store(&id).expect("it is here");
    while store.index_search(1_000).expect("it can") {}
}

/// Pages are kept until anything they show changes: whatever is done shows on the next look.
#[test]
fn no_page_is_out_of_date() {
    let browser = Browser::new();
    let home = founded(&browser);
    let dialogue = begin(&browser, &home, "The river");
    let pages = ["", "/dialogues", "/people", "/log", "/charter"];
    for page in pages {
        let path = format!("{home}{page}");
        let twice = [
            browser.get(&path).expect(200),
            browser.get(&path).expect(200),
        ];
        assert_eq!(twice[0].body, twice[1].body, "{path}");
        assert_eq!(twice[1].header("cache-control"), "no-store", "{path}");
    }
    browser.act(&format!("{home}/settings/profile"), &[("name", "Grace")]);
    for page in ["", "/people", "/charter"] {
        let body = browser.get(&format!("{home}{page}")).expect(200).body;
        assert!(
            body.contains("Grace") && !body.contains("Ada"),
            "{page}: {body}"
        );
    }
    let search = format!("{home}/search?words=moment");
    let before = browser.get(&search).expect(200).body;
    assert!(before.contains("Nothing here holds"), "{before}");
    let words = [("text", "Only for a moment.")];
    let (location, _) = browser.act(&format!("{dialogue}/say"), &words);
    let shown = browser.get(&dialogue).expect(200).body;
    assert!(shown.contains("Only for a moment.") && location.contains("done="));
    let id = location.split("done=").nth(1).unwrap_or_default();
    let id = id.split('#').next().unwrap_or_default();
    index(&browser);
    for _ in 0..2 {
        let found = browser.get(&search).expect(200).body;
        assert!(found.contains("<mark>moment</mark>"), "{found}");
    }
    browser.act(&format!("{home}/thing/{id}/erase"), &[("reason", "")]);
    for path in [home.clone(), dialogue, search.clone()] {
        let body = browser.get(&path).expect(200).body;
        assert!(!body.contains("Only for a moment."), "{path}: {body}");
    }
}
