//! What rests on what, what became of what was said, what says nearly the same, terms, two
//! readers: the pages.

use polylogue_core::id::OperationId;
use polylogue_core::move_kind::MoveKind;
use polylogue_node::intent::{Intent, MakeMove, Quoting, Standpoint};

use crate::browser::{Browser, Page};

fn links(page: &Page, part: &str) -> Vec<String> {
    let all = page.attributes("href");
    all.into_iter().filter(|it| it.contains(part)).collect()
}

fn path(location: &str) -> String {
    location
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn a_claim_of_the_sample_leads_to_what_it_rests_on_and_back() {
    let (browser, home) = Browser::with_sample();
    let claims = browser.get(&format!("{home}/claims")).expect(200);
    let mut lifted = 0;
    for claim in links(&claims, "/claim/").into_iter().take(12) {
        let claim = browser.get(&path(&claim)).expect(200);
        let trace = links(&claim, "/trace/");
        let trace = browser
            .get(trace.first().expect("its trace is linked"))
            .expect(200);
        for turn in links(&trace, "/turn/").iter().take(1) {
            lifted += 1;
            let turn = browser.get(&path(turn)).expect(200);
            let back = links(&turn, "/trace/");
            browser
                .get(back.first().expect("its trace is linked"))
                .expect(200);
        }
    }
    assert!(
        lifted > 0,
        "some claim of the sample was lifted from a turn"
    );
    let lost = browser.get(&format!("{home}/trace/00000000"));
    assert_eq!(lost.status, 404);
}

#[test]
fn people_see_what_became_of_what_they_said() {
    let (browser, home) = Browser::with_sample();
    let people = browser.get(&format!("{home}/people")).expect(200);
    let person = path(links(&people, "/person/").first().expect("somebody"));
    let person = browser.get(&person).expect(200);
    let became = links(&person, "/became");
    let page = browser
        .get(became.first().expect("it is linked"))
        .expect(200);
    assert!(page.body.contains("class=\"list\"") || page.body.contains("class=\"quiet\""));
}

#[test]
fn tables_are_files_with_the_columns_that_are_documented() {
    let (browser, home) = Browser::with_sample();
    for table in polylogue_node::sheets::Table::ALL {
        let file = browser
            .get(&format!("{home}/sift/{}/sheet", table.name()))
            .expect(200);
        assert!(file.header("content-disposition").contains(table.name()));
        let head = file.body.lines().next().unwrap_or_default();
        let documented = include_str!("../../../../docs/formats/sift.md");
        for column in head.split(',') {
            assert!(
                documented.contains(&format!("`{column}`")),
                "{}: {column}",
                table.name()
            );
        }
    }
    for page in [
        "",
        "/questions",
        "/voices",
        "/coverage",
        "/shared",
        "/glossary",
    ] {
        let page = browser.get(&format!("{home}/sift{page}")).expect(200);
        assert_eq!(links(&page, "/sheet").len(), 1);
    }
    assert_eq!(
        browser.get(&format!("{home}/sift/people/sheet")).status,
        404
    );
}

#[test]
fn a_question_much_like_another_is_shown_beside_it_before_it_is_put() {
    let browser = Browser::new();
    let (home, _) = browser.act("/found", &[("title", "River talks"), ("name", "Ada")]);
    let home = path(&home);
    let add = format!("{home}/questions/add");
    browser.act(
        &add,
        &[("text", "Who should decide about the floodplains upstream?")],
    );
    let second = "Who is to decide about the floodplains upstream?";
    let (location, page) = browser.act(&add, &[("text", second)]);
    assert!(location.contains("preview=add-question"), "{location}");
    assert!(page.body.contains("similar-h"), "{}", page.body);
    let (location, _) = browser.act(&add, &[("text", second), ("sure", "yes")]);
    assert!(location.contains("/question/"), "{location}");
    let pairs = browser
        .get(&format!("{home}/sift/alike?what=questions"))
        .expect(200);
    assert_eq!(links(&pairs, "/question/").len(), 2);
    let suggest = links(&pairs, "/thing/");
    let suggest = browser
        .get(suggest.first().expect("it can be suggested"))
        .expect(200);
    assert!(suggest.body.contains(second), "the other is offered");
}

#[test]
fn a_term_shows_when_it_was_first_said() {
    let (browser, home) = Browser::with_sample();
    let commons = browser.node.find_commons(None).expect("there is one");
    let indexed = browser.node.index_search(&commons);
    indexed.expect("it can be indexed");
    let form = [("title", "commons"), ("type", "entry-dictionary")];
    browser.act(&format!("{home}/sources/add"), &form);
    let page = browser.get(&format!("{home}/sift/glossary")).expect(200);
    assert!(page.body.contains("<mark>"), "{}", page.body);
    assert!(
        !links(&page, "/moves/on/").is_empty(),
        "what it means can be said"
    );
}

#[test]
fn two_readers_are_chosen_and_compared() {
    let (browser, home) = Browser::with_sample();
    // Of all who are here only one has marked anything: two readings take two.
    let page = browser.get(&format!("{home}/sift/agreement")).expect(200);
    assert!(
        page.body
            .contains("Only one person has made moves on these texts."),
        "{}",
        page.body
    );
    assert!(page.body.contains(" moves</p>") && !page.body.contains("<select"));
    let people = browser.get(&format!("{home}/people")).expect(200);
    let keys: std::collections::BTreeSet<String> = links(&people, "/person/")
        .iter()
        .filter_map(|it| {
            Some(
                it.split("/person/")
                    .nth(1)?
                    .split(['/', '?', '#'])
                    .next()?
                    .to_owned(),
            )
        })
        .collect();
    let mut keys = keys.iter();
    let (first, second) = (keys.next().expect("one"), keys.next().expect("another"));
    let compared = format!("{home}/sift/agreement?first={first}&second={second}");
    browser.get(&compared).expect(200);
    let same = format!("{home}/sift/agreement?first={first}&second={first}");
    browser.get(&same).expect(200);
    browser
        .get(&format!("{home}/sift/agreement?first=zz&second=zz"))
        .expect(200);
}

#[test]
fn a_conversation_is_pasted_looked_at_and_brought_in() {
    let browser = Browser::new();
    let (home, _) = browser.act("/found", &[("title", "River talks"), ("name", "Ada")]);
    let home = path(&home);
    let now = format!("{home}/dialogues/bring-in/now");
    // Five voices and some 20,000 words.
    let names = ["Ana Ríos", "Ben", "Chipo", "Dilnoza", "أمينة"];
    let mut text = String::from("Minutes of the meeting in May\n\n");
    for turn in 0..100 {
        let name = names[turn % 5];
        text.push_str(&format!(
            "{name}: {}\n\nNote well: it is {turn}.\n\n",
            "The river needs us. ".repeat(49)
        ));
    }
    assert!(text.split_whitespace().count() > 20_000);
    let form = [("text", text.as_str()), ("title", "May"), ("how", "names")];
    let (location, page) = browser.act(&now, &form);
    assert!(location.contains("preview=bring-in-now"), "{location}");
    assert!(
        page.body.contains("Note well") && page.body.contains("6 speakers"),
        "{}",
        page.body.len()
    );
    let chosen = names.join("\n");
    let sure = [
        ("names", chosen.as_str()),
        ("speakers", "perspectives"),
        ("sure", "yes"),
    ];
    let (location, page) = browser.act(&now, &[&form[..], &sure[..]].concat());
    assert!(location.contains("/dialogue/"), "{location}");
    assert!(page.body.contains("Chipo"));
    let commons = browser.node.find_commons(None).expect("there is one");
    let reader = browser.node.reader(&commons).expect("open");
    assert_eq!(reader.commons().expect("readable").counts.turns, 100);
    let perspectives = reader.perspectives().expect("listed");
    assert_eq!(perspectives.len(), 5);
    // Nobody here knows that they speak from within.
    assert_eq!(perspectives[0].turns_within, 0);
    assert_eq!(perspectives[0].turns, 20);
    let nobody = [("text", "so it is"), ("title", "May"), ("sure", "yes")];
    assert_ne!(browser.post(&now, &nobody).status, 303);
}

/// 5,000 marks on one turn: its page and its trace stay readable.
#[test]
fn five_thousand_marks_on_one_turn() {
    if std::env::var("POLYLOGUE_SLOW").is_err() {
        return;
    }
    let (browser, home) = Browser::with_sample();
    let commons = browser.node.find_commons(None).expect("there is one");
    let dialogues = browser.get(&format!("{home}/dialogues")).expect(200);
    let dialogue = path(links(&dialogues, "/dialogue/").first().expect("one"));
    let dialogue = browser.get(&dialogue).expect(200);
    let turn = path(links(&dialogue, "/turn/").first().expect("one"));
    let prefix = turn.rsplit('/').next().unwrap_or_default();
    let reader = browser.node.reader(&commons).expect("open");
    let found = reader.resolve(prefix).expect("readable");
    let id: OperationId = found.first().expect("here").0;
    let text = reader.turn(id).expect("readable").expect("here").text.words;
    let plain = polylogue_node::rendered::plain(&text);
    let words: Vec<&str> = plain.split_whitespace().take(6).collect();
    drop(reader);
    for number in 0..5_000 {
        let made = MakeMove {
            kind: MoveKind::ALL[number % 2],
            target: id,
            passage: Some(Quoting {
                of: id,
                words: words[number % 3..3 + number % 3].join(" "),
                paragraph: None,
            }),
            standpoint: Standpoint::ONESELF,
            found_in: None,
            reason: Some("so".into()),
            object: None,
            condition: None,
            from: None,
            to: None,
        };
        let done = browser.node.perform(&commons, Intent::Move(Box::new(made)));
        done.expect("an ordinary act");
    }
    let id = &id.to_string()[..16];
    for page in [
        turn.clone(),
        format!("{home}/trace/{id}"),
        format!("{home}/sift/agreement"),
    ] {
        let began = std::time::Instant::now();
        let bytes = browser.get(&page).expect(200).body.len();
        println!("{page}: {:?}, {bytes} bytes", began.elapsed());
        assert!(bytes < 3_000_000, "{page}: {bytes}");
    }
}
