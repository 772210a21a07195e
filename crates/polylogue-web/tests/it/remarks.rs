//! Remarks: many beside one passage, in somebody else's words, and answers that are accepted; and
//! what a person is asked for on the way: never an id.

use crate::browser::Browser;

fn path(location: &str) -> String {
    let end = location.find(['?', '#']).unwrap_or(location.len());
    location[..end].to_owned()
}

/// What an address says was just done.
fn done(location: &str) -> &str {
    let done = location.split("done=").nth(1).unwrap_or_default();
    done.split(['&', '#']).next().unwrap_or_default()
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// A commons with a dialogue of these turns by Ada; the paths of home, dialogue and turns.
fn begun(browser: &Browser, turns: &[&str]) -> (String, String, Vec<String>) {
    let form = [("title", "River talks"), ("name", "Ada")];
    let home = path(&browser.act("/found", &form).0);
    let form = [("title", "Upstream"), ("state", "open")];
    let dialogue = path(&browser.act(&format!("{home}/dialogues/begin"), &form).0);
    for text in turns {
        browser.act(&format!("{dialogue}/say"), &[("text", text)]);
    }
    let mut said: Vec<String> = Vec::new();
    for link in browser.get(&dialogue).attributes("href") {
        if link.contains("/turn/") && !said.contains(&path(&link)) {
            said.push(path(&link));
        }
    }
    (home, dialogue, said)
}

#[test]
fn of_many_remarks_on_a_passage_the_first_are_read_and_the_rest_is_counted() {
    let browser = Browser::new();
    let (home, dialogue, turns) = begun(&browser, &["The weir took the eels."]);
    let mark = format!("{home}/moves/on/{}/now", last(&turns[0]));
    let remark = |number: usize| {
        let reason = format!("reason {number}");
        let form = [("kind", "agrees"), ("paragraph", "1"), ("reason", &reason)];
        browser.act(&mark, &form);
        browser.get(&dialogue).expect(200).body
    };
    let mut page = String::new();
    for number in 1..=7 {
        page = remark(number);
    }
    assert!(!page.contains("more move"), "seven are read one by one");
    page = remark(8);
    let margin = page
        .split("<ul class=\"marks z\"")
        .nth(1)
        .unwrap_or_default();
    let (open, folded) = margin.split_once("<details>").expect("the rest is folded");
    assert_eq!(open.matches("class=\"k\"").count(), 5, "{margin}");
    assert!(folded.contains("3 more moves here"), "{margin}");
    let folded = folded.split("</details>").next().unwrap_or_default();
    assert_eq!(folded.matches("class=\"k\"").count(), 3, "{folded}");
}

#[test]
fn a_remark_in_others_words_is_marked_by_choosing_what_it_is_on() {
    let browser = Browser::new();
    let turns = ["The weir took the eels.", "I see a danger in that claim."];
    let (home, _, turns) = begun(&browser, &turns);
    let form = [("name", "Fishers"), ("summary", "The river feeds us.")];
    browser.act(&format!("{home}/perspectives/add"), &form);
    let page = browser
        .get(&format!(
            "{home}/moves/on/{}?quote=a+danger",
            last(&turns[1])
        ))
        .expect(200);
    assert!(page.body.contains("Perspective: Fishers"), "{}", page.body);
    assert!(!page.body.contains("<input type=\"text\" name=\"found-in\""));
    let links = page.attributes("href");
    let on = links.iter().find(|it| it.contains("found-in="));
    let on = on.expect("a perspective is offered").replace("&amp;", "&");
    assert!(
        on.contains("found-words=a%20danger") || on.contains("a+danger"),
        "{on}"
    );

    let page = browser.get(&on).expect(200);
    assert!(
        page.body.contains("Ada says it in these words"),
        "{}",
        page.body
    );
    assert!(page.body.contains("<p>a danger</p>"), "{}", page.body);
    let form = [
        ("kind", "cautions"),
        ("object", "Thirst"),
        ("found-in", last(&turns[1])),
        ("found-words", "a danger"),
    ];
    let (location, _) = browser.act(&format!("{}/now", path(&on)), &form);
    let page = browser.get(&format!("{home}/move/{}", done(&location)));
    assert!(
        page.body.contains("It stands in these words"),
        "{}",
        page.body
    );

    // What is looked for is offered instead.
    let find = format!(
        "{home}/moves/on/{}?quote=a+danger&find=fish",
        last(&turns[1])
    );
    let page = browser.get(&find).expect(200).body;
    assert!(page.contains("Perspective: Fishers"), "{page}");
    let find = find.replace("find=fish", "find=zebra");
    let page = browser.get(&find).expect(200).body;
    assert!(page.contains("Nothing here has these words"), "{page}");
}

#[test]
fn whoever_asked_chooses_the_turn_that_answers() {
    let browser = Browser::new();
    let turns = ["The weir took the eels.", "It was built in 1911."];
    let (home, _, turns) = begun(&browser, &turns);
    let form = [("kind", "asks"), ("reason", "When?"), ("paragraph", "1")];
    let mark = format!("{home}/moves/on/{}/now", last(&turns[0]));
    let asked = browser.act(&mark, &form).0;
    let asked = format!("{home}/move/{}", done(&asked));
    let page = browser.get(&asked).expect(200).body;
    assert!(page.contains(">Turn 2 by Ada</option>"), "{page}");
    assert!(
        !page.contains("<input type=\"text\" id=\"accept-answer\""),
        "{page}"
    );
    let form = [("answer", last(&turns[1])), ("words", "Thank you")];
    let (_, page) = browser.act(&format!("{asked}/accept"), &form);
    assert!(page.body.contains("accepted by"), "{}", page.body);
    assert!(
        page.body.contains("Turn: It was built in 1911."),
        "{}",
        page.body
    );
}

#[test]
fn what_is_suggested_is_chosen_by_its_words() {
    let browser = Browser::new();
    let (home, _, _) = begun(&browser, &["The weir took the eels."]);
    let add = |name: &str| {
        let form = [("name", name), ("summary", "It feeds us.")];
        path(&browser.act(&format!("{home}/perspectives/add"), &form).0)
    };
    let (fishers, _) = (add("Fishers"), add("Engineers"));
    let thing = format!("{home}/thing/{}", last(&fishers));
    let page = browser.get(&thing).expect(200).body;
    assert!(page.contains("Perspective: Engineers"), "{page}");
    let page = browser
        .get(&format!("{thing}?open=suggest&find=weir"))
        .expect(200)
        .body;
    assert!(
        page.contains("<details class=\"more\" id=\"suggest\" open"),
        "{page}"
    );
}

#[test]
fn somebody_is_found_by_a_part_of_their_name() {
    let browser = Browser::new();
    let form = [("title", "River talks"), ("name", "Añá Müller-Öz")];
    let home = path(&browser.act("/found", &form).0);
    let form = [("title", "Upstream"), ("state", "open")];
    browser.act(&format!("{home}/dialogues/begin"), &form);
    let found = |by: &str| {
        let page = browser.get(&format!("{home}/search?by={by}&thing=dialogue"));
        page.expect(200).body
    };
    for by in ["mull", "ANA", "ana+m%C3%BCl", "oz"] {
        let page = found(by);
        assert!(!page.contains("goes by that name"), "{by}: {page}");
    }
    for by in ["ller", "bo"] {
        assert!(found(by).contains("Nobody here goes by that name"), "{by}");
    }
}

#[test]
fn after_a_move_one_is_back_at_the_passage_with_the_way_to_take_it_back() {
    let browser = Browser::new();
    let turns = ["The weir took the eels.\n\nNobody counted them."];
    let (home, dialogue, turns) = begun(&browser, &turns);
    let act = format!("{home}/moves/on/{}/now", last(&turns[0]));
    let form = [
        ("kind", "cautions"),
        ("object", "Thirst"),
        ("paragraph", "1"),
        ("quote", "the eels"),
    ];
    let (location, page) = browser.act(&act, &form);
    assert!(location.starts_with(&dialogue), "{location}");
    assert!(location.ends_with("#done"), "{location}");
    let place = |sign: &str| page.body.find(sign).unwrap_or_default();
    assert_eq!(page.body.matches("id=\"done\"").count(), 1);
    assert!(
        page.body
            .contains("<div class=\"told\" id=\"done\" role=\"status\"")
    );
    let places = [
        place("id=\"t1-1\""),
        place("id=\"done\""),
        place("id=\"t1-2\""),
    ];
    assert!(places.is_sorted() && places[0] > 0, "{places:?}");
    assert!(
        page.body.contains("aria-label=\"Move a: cautions\""),
        "{}",
        page.body
    );
    let actions = page.attributes("action");
    let undo = actions.iter().find(|it| it.ends_with("/withdraw"));
    let undo = undo.expect("it can be taken back").clone();
    let made = undo.replace("/withdraw", "").replace("/thing/", "/move/");
    let page = browser.get(&made).expect(200).body;
    assert_eq!(page.matches("the eels").count(), 1, "quoted once: {page}");

    let (location, page) = browser.act(&undo, &[("back", "passage")]);
    assert!(
        location.starts_with(&format!("{dialogue}#m1-")),
        "{location}"
    );
    assert!(page.body.contains("(taken back)"), "{}", page.body);
}

#[test]
fn a_refused_move_keeps_the_words_chosen_and_not_their_paragraph() {
    let browser = Browser::new();
    let (home, _, turns) = begun(&browser, &["The weir took the eels."]);
    let form_page = format!("{home}/moves/on/{}", last(&turns[0]));
    let form = [
        ("kind", "cautions"),
        ("paragraph", "1"),
        ("quote", "the eels"),
    ];
    let page = browser.post(&format!("{form_page}/now"), &form).expect(422);
    assert!(page.body.contains("<p>the eels</p>"), "{}", page.body);
    assert!(
        page.body
            .contains("name=\"quote\" dir=\"auto\" value=\"the eels\"")
    );
    assert_eq!(
        page.body.matches("class=\"quoted").count(),
        1,
        "{}",
        page.body
    );

    // What is chosen anew is not mixed with what was kept before.
    let draft = format!("{home}/draft/{}", last(&turns[0]));
    let kept = [&form[..], &[("draft", "mark-now")]].concat();
    let (_, page) = browser.act(&draft, &kept);
    assert_eq!(
        page.body.matches("<p>the eels</p>").count(),
        1,
        "{}",
        page.body
    );
    let page = browser.get(&format!("{form_page}?paragraph=1")).expect(200);
    assert!(
        page.body.contains("<p>The weir took the eels.</p>"),
        "{}",
        page.body
    );
    assert!(page.body.contains("name=\"quote\" dir=\"auto\" value=\"\""));
}

#[test]
fn kinds_of_moves_come_in_groups_and_speak_to_the_reader() {
    let browser = Browser::new();
    let (home, _, turns) = begun(&browser, &["The weir took the eels."]);
    let path = format!("{home}/moves/on/{}", last(&turns[0]));
    let page = browser.get(&path).expect(200).body;
    assert_eq!(
        page.matches("<details class=\"more\" name=\"kinds\">")
            .count(),
        5
    );
    assert_eq!(page.matches("name=\"kind\"").count(), 22);
    assert!(page.contains("<span>agree</span>"), "{page}");
    let page = browser.get(&format!("{path}?kind=asks")).expect(200).body;
    let open = "<details class=\"more\" name=\"kinds\" open>";
    assert_eq!(page.matches(open).count(), 1, "{page}");
    let spanish = [("Accept-Language", "es")];
    let page = browser.send("GET", &path, &spanish, "").body;
    assert!(page.contains("<span>estás de acuerdo</span>"), "{page}");
}

#[test]
fn an_address_of_the_form_from_before_still_leads_there() {
    let browser = Browser::new();
    let (home, _, turns) = begun(&browser, &["The weir took the eels."]);
    let before = format!("{home}/mark/{}?quote=the+eels&kind=asks", last(&turns[0]));
    let page = browser.get(&before).expect(303);
    let now = format!(
        "{home}/moves/on/{}?quote=the%20eels&kind=asks",
        last(&turns[0])
    );
    assert_eq!(page.header("location"), now);
}

#[test]
fn a_turn_just_published_says_so_at_the_turn_and_its_author_need_not_look_for_more() {
    let browser = Browser::new();
    let (_, dialogue, turns) = begun(&browser, &["The weir took the eels."]);
    let (location, page) = browser.act(&format!("{dialogue}/say"), &[("text", "And then?")]);
    assert!(location.ends_with("#t2"), "{location}");
    let place = |sign: &str| page.body.find(sign).unwrap_or_default();
    let places = [place("id=\"t2\""), place("id=\"done\""), place("And then?")];
    assert!(places.is_sorted() && places[0] > 0, "{places:?}");
    let page = browser.get(&turns[0]).expect(200);
    let links = page.attributes("href");
    for way in ["open=withdraw#withdraw", "open=erase#erase"] {
        assert!(links.iter().any(|it| it.ends_with(way)), "{way}: {links:?}");
    }
}
