//! Opinion maps: what their pages show, with every dot's reasons, and how much they weigh.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::GzEncoder;
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Admission;
use polylogue_map::{Ballots, OneHand, Standing, Vote, compute};
use polylogue_node::maps::{LeftOut, OpenMap, Who};
use polylogue_store::query::{ClaimRow, PersonRef, Said, Shown, Tally, Words as Text};
use polylogue_web::context::{Context, Here, May, PeersLine};
use polylogue_web::form::Form;
use polylogue_web::markdown::Kept;
use polylogue_web::page;
use polylogue_web::view::map::{MapView, Signs};
use polylogue_web::words::Words;

use crate::browser::{Browser, Page};

/// The path of the map with the most votes in the sample.
fn first_map(browser: &Browser, home: &str) -> String {
    let page = browser.get(&format!("{home}/map")).expect(200);
    let links = page.attributes("href");
    let maps = format!("{home}/map/");
    links
        .into_iter()
        .find(|it| it.starts_with(&maps))
        .expect("there are maps")
}

fn main_of(page: &Page) -> &str {
    let main = page.body.split("<main").nth(1).unwrap_or_default();
    main.split("</main>").next().unwrap_or_default()
}

#[test]
fn the_list_comes_before_the_picture_and_every_dot_opens_its_reasons() {
    let (browser, home) = Browser::with_sample();
    let map = first_map(&browser, &home);
    let page = browser.get(&map).expect(200);
    let main = main_of(&page);
    let order = [
        "id=\"shared\"",
        "<svg class=\"big\"",
        "id=\"apart\"",
        "id=\"groups\"",
        "id=\"next\"",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|it| main.find(it).unwrap_or_else(|| panic!("{it}: {main}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(
        !main.contains("style="),
        "no style outside the sheet: {main}"
    );
    let dots: Vec<String> = page
        .attributes("href")
        .into_iter()
        .filter(|it| it.contains("who="))
        .collect();
    let mut people = dots.clone();
    people.sort();
    people.dedup();
    assert_eq!(people.len(), 36, "everybody who voted has a dot");
    let opened = browser
        .get(people[0].split('#').next().expect("a path"))
        .expect(200);
    let main = main_of(&opened);
    assert!(
        main.contains("id=\"who\"") && main.contains("their vote"),
        "{main}"
    );
    let bars = page
        .attributes("href")
        .into_iter()
        .filter(|it| it.ends_with("#votes-h"));
    assert!(bars.count() > 10, "every bar leads to the votes");
    for part in ["table", "past"] {
        browser.get(&format!("{map}/{part}")).expect(200);
    }
    let sheet = browser.get(&format!("{map}/sheet")).expect(200);
    assert!(sheet.header("content-disposition").contains(".csv"));
    assert_eq!(sheet.body.lines().count(), 11, "{}", sheet.body);
    browser.get(&format!("{home}/map/00000000")).expect(404);
    browser
        .get(&format!("{map}?who=zz&people=cell-99999999"))
        .expect(200);
}

#[test]
fn how_many_more_there_are_leads_to_all_of_them() {
    let (browser, home) = Browser::with_sample();
    let map = first_map(&browser, &home);
    let page = browser.get(&map).expect(200);
    let links = page.attributes("href");
    let more = links.iter().find(|it| it.contains("people=group-0"));
    let more = more.expect("group A has more people than are named");
    let page = browser
        .get(more.split('#').next().expect("a path"))
        .expect(200);
    let main = main_of(&page);
    let list = main.split("id=\"people\"").nth(1).expect("all of them");
    let list = list.split("</section>").next().unwrap_or_default();
    assert_eq!(list.matches("who=").count(), 16, "{list}");
    for some in ["unplaced", "group-9", "cell-3", "sign-0", "sign-", "x"] {
        browser.get(&format!("{map}?people={some}")).expect(200);
    }
}

#[test]
fn every_dot_of_a_crowd_is_reached_by_keys_and_has_a_row() {
    let view = view(crowd(2_000, 60));
    let page = shown(&view);
    let picture = page.split("<svg class=\"big\"").nth(1).expect("a picture");
    let picture = picture.split("</svg>").next().unwrap_or_default();
    let dots: Vec<&str> = picture
        .split("<a ")
        .filter(|it| it.contains("people=cell-"))
        .collect();
    assert!(dots.len() > 60, "{}", dots.len());
    let stops = dots.iter().filter(|it| !it.contains("tabindex")).count();
    assert_eq!(stops, 1, "the tab key stops at the first; arrows lead on");
    let rows = page.matches("<tr><th scope=\"row\"><a href=\"").count();
    assert!(rows >= dots.len(), "each has a row of the table: {rows}");
    assert!(page.contains("with the arrow keys"));
}

#[test]
fn with_few_voters_the_votes_themselves_are_shown() {
    let browser = Browser::new();
    let form = [
        ("title", "River talks"),
        ("question", "Whose?"),
        ("name", "Ada"),
    ];
    let (home, _) = browser.act("/found", &form);
    let home = home.split(['?', '#']).next().expect("a path").to_owned();
    let page = browser.get(&format!("{home}/map")).expect(200);
    assert!(page.body.contains("no claims yet"), "{}", page.body);
    browser.act(
        &format!("{home}/claims/add"),
        &[("text", "Weirs need ladders.")],
    );
    let map = first_map(&browser, &home);
    let page = browser.get(&map).expect(200);
    assert!(
        page.body.contains("Nobody has voted here yet"),
        "{}",
        page.body
    );
    let vote = browser.get(&format!("{home}/vote")).expect(200);
    assert!(
        vote.body
            .contains("Asked now because nobody has voted on this"),
        "{}",
        vote.body
    );
    let links = vote.attributes("action");
    let ballot = links
        .iter()
        .find(|it| it.ends_with("/vote"))
        .expect("a ballot");
    let (_, page) = browser.act(ballot, &[("choice", "agree"), ("back", "vote")]);
    assert!(page.body.contains("Where you sit"), "{}", page.body);
    assert!(
        page.body.contains("You have voted on 1 of 1 claims here"),
        "{}",
        page.body
    );
    let page = browser.get(&map).expect(200);
    let main = main_of(&page);
    assert!(
        main.contains("One person has voted") && main.contains("agreed"),
        "{main}"
    );
    assert!(
        !main.contains("class=\"big\""),
        "one dot says nothing: {main}"
    );
    assert!(main.contains("Fewer than 10 people have voted"), "{main}");
}

#[test]
fn who_votes_on_one_map_goes_on_there_and_can_take_it_back() {
    let (browser, home) = Browser::with_sample();
    let map = first_map(&browser, &home);
    let id = map.rsplit('/').next().expect("an id");
    let mut path = format!("{home}/vote?of={id}");
    for _ in 0..3 {
        let page = browser.get(&path).expect(200);
        let links = page.attributes("action");
        let ballot = links
            .iter()
            .find(|it| it.ends_with("/vote"))
            .expect("a ballot");
        let form = [("choice", "agree"), ("back", "vote"), ("of", id)];
        let (next, page) = browser.act(ballot, &form);
        assert!(next.contains(&format!("of={id}")), "{next}");
        assert!(page.body.contains("Where you sit"), "{}", page.body);
        path = next;
    }
    let page = browser.get(&path).expect(200);
    let undo = page.attributes("action");
    let undo = undo
        .iter()
        .find(|it| it.ends_with("/withdraw"))
        .expect("an undo");
    let (back, _) = browser.act(undo, &[("back", "vote"), ("of", id)]);
    assert!(back.contains(&format!("of={id}")), "{back}");
    let seen = browser.get(&map).expect(200);
    assert!(
        seen.body.contains("37 people"),
        "two votes are left: {}",
        seen.body
    );
}

fn said(id: OperationId, by: &PersonRef) -> Said {
    Said {
        id,
        by: by.clone(),
        time: 0,
        is_earlier_than_parent: false,
        shown: Shown::Whole,
        act: None,
        brought_in: None,
    }
}

/// A number as 32 bytes.
fn bytes(number: usize) -> [u8; 32] {
    let mut bytes = [0x5a; 32];
    bytes[..8].copy_from_slice(&(number as u64).to_be_bytes());
    bytes
}

/// A crowd of two leanings that vote on some of the claims, under a seed.
fn crowd(people: usize, claims: usize) -> OpenMap {
    let mut seed = 1_u64;
    let mut chance = move |below: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut ballots = Ballots::new(claims).expect("few");
    for person in 0..people {
        let leaning = person % 5 < 2;
        let votes: Vec<(usize, Vote)> = (0..claims)
            .filter_map(|claim| {
                if chance(20) > 1 {
                    return None;
                }
                let is_theirs = (claim % 2 == 0) == leaning || claim % 7 == 0;
                let vote = match chance(10) {
                    0 => Vote::Pass,
                    1 | 2 => [Vote::Agree, Vote::Disagree][usize::from(is_theirs)],
                    _ => [Vote::Disagree, Vote::Agree][usize::from(is_theirs)],
                };
                Some((claim, vote))
            })
            .collect();
        ballots.push_person(votes).expect("they are there");
    }
    let map = compute(&ballots, &[], &OneHand);
    OpenMap {
        version: 1,
        claims: (0..claims).map(|it| OperationId(bytes(it))).collect(),
        standing: vec![Standing::Shown; claims],
        people: (0..people).map(|it| Key(bytes(it))).collect(),
        ballots,
        map,
        left_out: LeftOut::default(),
        scores: std::sync::OnceLock::new(),
        scrutiny: std::sync::OnceLock::new(),
    }
}

fn here() -> Here {
    Here {
        counts: polylogue_store::query::Counts::default(),
        commons: OperationId(bytes(9_999_999)),
        title: Text::default(),
        language: "en".to_owned(),
        licence: String::new(),
        admission: Admission::Open,
        chips: Arc::default(),
        me: Key(bytes(0)),
        may: May::default(),
        reach: PeersLine::default(),
        present: Vec::new(),
        done: None,
        version: 1,
    }
}

/// A map's page over a generated crowd, every list as long as it gets.
fn view(open: OpenMap) -> MapView {
    let row = |number: usize| {
        let by = PersonRef {
            key: Key(bytes(0)),
            name: Text::default(),
            standing: polylogue_store::query::Standing::Member,
        };
        let words = format!(
            "Claim {number} says what number {} would say.",
            number * 7919 % 1000
        );
        ClaimRow {
            said: said(OperationId(bytes(number)), &by),
            text: Text {
                words,
                language: "en".to_owned(),
                direction: "auto",
            },
            under: None,
            passages: Vec::new(),
            held_by: Vec::new(),
            tally: Tally::default(),
            newcomers: Tally::default(),
            mine: None,
            lineage: Vec::new(),
        }
    };
    let claims: BTreeMap<usize, ClaimRow> =
        (0..open.claims.len()).map(|it| (it, row(it))).collect();
    let next = open.by_priority().into_iter().take(5);
    MapView {
        of: None,
        id: OperationId(bytes(9_999_999)),
        who: Who::Members,
        claims,
        people: BTreeMap::new(),
        me: Some(0),
        seat: None,
        placed: Vec::new(),
        voices: Vec::new(),
        next: next.map(|it| (it, open.why(it))).collect(),
        unknown: Vec::new(),
        chosen: None,
        gathered: None,
        signs: Signs::none(&open),
        bridging: (0..5).map(|it| (it, 0.5)).collect(),
        at: String::new(),
        copies: Vec::new(),
        open: Arc::new(open),
    }
}

/// The page of a map.
fn shown(view: &MapView) -> String {
    let (words, kept, query) = (Words::english(), Kept::default(), Form::default());
    let context = Context {
        words: &words,
        kept: &kept,
        is_trial: false,
        now: 0,
        query: &query,
        refused: None,
        copy: None,
        drafts: Vec::new(),
        here: Some(here()),
    };
    page::map::page(&context, view).body.0
}

/// Four camps, each with half of the claims of its own: two directions do not tell them apart.
fn four_camps() -> OpenMap {
    let (people, claims) = (240, 60);
    let mut open = crowd(people, claims);
    let mut ballots = Ballots::new(claims).expect("few");
    for person in 0..people {
        let camp = person % 4;
        let votes = (0..claims).map(|claim| {
            let is_theirs = (claim % 3 == 0 && camp < 2)
                || (claim % 3 == 1 && camp % 2 == 0)
                || (claim % 3 == 2 && (camp == 0 || camp == 3));
            let is_odd = (person * 31 + claim * 17) % 13 == 0;
            let vote = [Vote::Disagree, Vote::Agree][usize::from(is_theirs != is_odd)];
            (claim, vote)
        });
        ballots.push_person(votes).expect("they are there");
    }
    open.map = compute(&ballots, &[], &OneHand);
    open.ballots = ballots;
    open
}

#[test]
fn a_third_direction_is_drawn_where_it_matters_and_nowhere_else() {
    let view_of = |open| {
        let mut view = view(open);
        view.me = None;
        view
    };
    let with = view_of(four_camps());
    let axes = &with.open.map.axes;
    assert!(axes.has_third(), "{:?} {}", axes.strengths, axes.chance);
    let page = shown(&with);
    for part in [
        "id=\"third\"",
        "viewBox=\"0 0 640 280\"",
        "three quarters as strong",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let two = view_of(crowd(240, 60));
    assert!(!two.open.map.axes.has_third());
    assert!(!shown(&two).contains("id=\"third\""));
}

#[test]
fn a_moderator_counts_a_map_without_some_too_and_both_results_are_told() {
    let (browser, home) = Browser::with_sample();
    let map = first_map(&browser, &home);
    let page = browser.get(&map).expect(200);
    let hrefs = page.attributes("href");
    let key = |it: &String| Some(it.split("who=").nth(1)?.split('#').next()?.to_owned());
    let mut keys: Vec<String> = hrefs.iter().filter_map(key).collect();
    keys.sort();
    keys.dedup();
    let act = format!("{map}/without");
    let people = keys[..9].join("\n");
    let silent = browser.post(&act, &[("people", &people)]).expect(422);
    assert!(silent.body.contains("Say why."), "{}", silent.body);
    let nobody = browser.post(&act, &[("reason", "Nine keys, one person.")]);
    let nobody = nobody.expect(422);
    assert!(
        nobody.body.contains("write who is left out"),
        "{}",
        nobody.body
    );

    let form = [
        ("people", &people[..]),
        ("reason", "Nine keys, one person."),
    ];
    let (back, page) = browser.act(&act, &form);
    assert!(back.starts_with(&map), "{back}");
    let main = main_of(&page);
    for told in [
        "counts this map without 9 people too",
        "Nine keys, one person.",
        "With everybody:",
        "Without them:",
        "Without those whom a moderator leaves out",
        "36 people",
    ] {
        assert!(main.contains(told), "{told}: {main}");
    }
    let without = browser.get(&format!("{map}?without=recorded")).expect(200);
    let main = main_of(&without);
    assert!(
        main.contains("27 people") && main.contains("Show everybody"),
        "{main}"
    );
    let log = browser.get(&format!("{home}/log")).expect(200);
    assert!(
        log.body.contains("without 9 people too") && log.body.contains("Nine keys, one person."),
        "{}",
        log.body
    );

    let end = [("nobody", "yes"), ("reason", "They were nine people.")];
    let (_, page) = browser.act(&act, &end);
    assert!(!main_of(&page).contains("counts this map without"));
    let log = browser.get(&format!("{home}/log")).expect(200);
    assert!(
        log.body.contains("of everybody alone again"),
        "{}",
        log.body
    );
}

#[test]
fn a_map_of_a_hundred_thousand_people_is_light() {
    let view = view(crowd(100_000, 200));
    assert!(view.has_groups(), "{:?}", view.open.map.grouping.outcome);
    let began = std::time::Instant::now();
    let body = shown(&view);
    println!("made in {:?}", began.elapsed());
    assert!(body.contains("100,000 people"), "it is of everybody");
    let dots = body.matches("<circle class=\"dim\"").count();
    assert!((50..=864).contains(&dots), "{dots} dots");
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(body.as_bytes()).expect("memory");
    let packed = packed.finish().expect("memory").len();
    println!("{} bytes, {packed} compressed, {dots} dots", body.len());
    assert!(packed <= 100 * 1024, "{packed} bytes");
}
