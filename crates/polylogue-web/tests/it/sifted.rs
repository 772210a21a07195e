//! Where each stands: every number opens what it counts, and every list can be narrowed.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{State, Voice};
use polylogue_core::move_kind::MoveKind;
use polylogue_node::intent::{Intent, MakeMove, Standpoint, Worded};

use crate::browser::{Browser, Page, unescaped};

/// Links of a table with the number each shows; several numbers in one link are added up.
fn numbers(page: &Page, table: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for piece in page.body.split("<a ").skip(1) {
        let (tag, inner) = piece.split_once('>').expect("a link");
        let inner = inner.split("</a>").next().unwrap_or_default();
        let Some(link) = tag.split("href=\"").nth(1) else {
            continue;
        };
        let link = unescaped(link.split('"').next().unwrap_or_default());
        if !link.contains(&format!("/sift/cell?table={table}")) {
            continue;
        }
        let words = inner.split(['<', '>']).map(str::trim);
        let sum = words.filter_map(|it| it.parse::<usize>().ok()).sum();
        found.push((link, sum));
    }
    found
}

/// How many rows the list behind a link has, on all its parts.
fn rows(browser: &Browser, link: &str) -> usize {
    let mut count = 0;
    for from in (0..).step_by(25) {
        let page = browser.get(&format!("{link}&from={from}")).expect(200);
        let list = page.body.split("<ul class=\"list\">").nth(1);
        let Some(list) = list.and_then(|it| it.split("</ul>").next()) else {
            break;
        };
        count += list.matches("<li").count();
    }
    count
}

#[test]
fn every_number_opens_as_many_things_as_it_counts() {
    let (browser, home) = Browser::with_sample();
    let mut seen = 0;
    for (page, table) in [("sift", "moves"), ("sift/voices", "answers")] {
        let page = browser.get(&format!("{home}/{page}")).expect(200);
        for (link, count) in numbers(&page, table) {
            assert_eq!(rows(&browser, &link), count, "{link}");
            seen += count;
        }
    }
    assert!(seen > 50, "the sample has something to count: {seen}");
}

#[test]
fn every_clause_of_a_synopsis_opens_its_remarks() {
    let (browser, home) = Browser::with_sample();
    let sift = browser.get(&format!("{home}/sift")).expect(200);
    let links = sift.attributes("href");
    let pages: Vec<&String> = links
        .iter()
        .filter(|it| it.contains("/sift/synopsis/"))
        .collect();
    assert!(!pages.is_empty(), "the sample has perspectives that speak");
    let mut clauses = 0;
    for page in pages {
        let page = browser.get(page).expect(200);
        assert!(
            page.body.contains("class=\"warn"),
            "the warning stands above"
        );
        for piece in page.body.split("<a class=\"mv-link\" href=\"").skip(1) {
            let link = unescaped(piece.split('"').next().unwrap_or_default());
            if link.contains("/move/") {
                browser.get(&link).expect(200);
            } else {
                assert!(
                    link.contains("&kind=") && rows(&browser, &link) > 1,
                    "{link}"
                );
            }
            clauses += 1;
        }
    }
    assert!(clauses > 20, "{clauses}");
}

#[test]
fn the_ledger_is_narrowed_to_a_state_and_a_perspective() {
    let (browser, home) = Browser::with_sample();
    let rows = |query: &str| {
        let page = browser
            .get(&format!("{home}/sift/questions{query}"))
            .expect(200);
        let main = page.body.split("<main").nth(1).unwrap_or_default();
        main.matches("<li id=").count()
    };
    let (all, open, answered) = (rows(""), rows("?state=open"), rows("?state=answered"));
    assert!(
        open > 0 && answered > 0 && all >= open.max(answered),
        "{all} {open} {answered}"
    );
    assert!(rows("?state=open&from=1000") == 0);
    let lost = browser.get(&format!("{home}/sift/questions?to=00000000"));
    assert_eq!(lost.status, 404);
    let lost = browser.get(&format!("{home}/sift/cell?table=moves&speaks=zz&about=zz"));
    assert_eq!(lost.status, 404);
}

#[test]
fn open_questions_stand_first_under_who_asks_whom_and_the_answered_are_folded() {
    let (browser, home) = Browser::with_sample();
    let page = browser.get(&format!("{home}/sift/questions")).expect(200);
    let main = page.body.split("<main").nth(1).expect("the page");
    let (open, answered) = main.split_once("<details class=\"more\"").expect("a fold");
    assert!(answered.contains("21 answered</summary>"), "{answered}");
    assert_eq!(open.matches("<li id=").count(), 25);
    assert_eq!(answered.matches("<li id=").count(), 21);
    let heads: Vec<&str> = open.split("<h3").skip(1).collect();
    assert!(heads.len() < 25, "several questions under one heading");
    let said: Vec<&str> = heads
        .iter()
        .filter_map(|it| it.split("</h3>").next())
        .collect();
    let all: std::collections::BTreeSet<&&str> = said.iter().collect();
    assert_eq!(all.len(), said.len(), "each heading once: {said:#?}");
    assert!(
        !page.body.contains("not yet accepted"),
        "only the accepted are marked"
    );
    // The same count everywhere.
    let counted = "24 with no reply, one left open";
    let matrix = browser.get(&format!("{home}/sift")).expect(200);
    assert!(matrix.body.contains("25 are open:") && matrix.body.contains(counted));
    assert!(page.body.contains("25 open:"), "{}", page.body);
    let narrowed = browser.get(&format!("{home}/sift/questions?state=answered"));
    let narrowed = narrowed.expect(200);
    assert!(
        !narrowed.body.contains("21 answered</summary>"),
        "asked for, not folded"
    );
}

#[test]
fn a_row_that_says_the_same_throughout_is_one_cell() {
    let (browser, home) = Browser::with_sample();
    let matrix = browser.get(&format!("{home}/sift")).expect(200);
    let rows: Vec<&str> = matrix.body.split("<tr>").collect();
    let silent: Vec<&&str> = rows
        .iter()
        .filter(|it| it.contains("<td colspan"))
        .collect();
    assert!(!silent.is_empty(), "somebody says nothing about the others");
    for row in silent {
        assert_eq!(row.matches("<td").count(), 1, "{row}");
        assert!(row.contains("has said nothing about the others"), "{row}");
    }
    assert!(rows.iter().any(|it| it.matches("<td").count() > 1));
    // Where nobody took up anything there is no table, and a way to the first question.
    let coverage = browser.get(&format!("{home}/sift/coverage")).expect(200);
    assert!(!coverage.body.contains("<table"), "{}", coverage.body);
    assert!(
        coverage
            .body
            .contains("Nobody has taken up any of the 8 questions yet.")
    );
    assert!(coverage.body.contains("To the first question"));
}

#[test]
fn an_empty_commons_says_what_to_do_next() {
    let browser = Browser::new();
    let form = [("title", "River talks"), ("name", "Ada")];
    let (home, _) = browser.act("/found", &form);
    let home = home.split(['?', '#']).next().unwrap_or_default().to_owned();
    for part in ["", "/questions", "/voices", "/coverage", "/shared"] {
        let page = browser.get(&format!("{home}/sift{part}")).expect(200);
        assert!(
            page.body.contains("class=\"button\""),
            "{part}: {}",
            page.body
        );
    }
}

/// 10,000 turns, 20,000 moves, 50 perspectives: every page after one more move each time, so that
/// nothing is kept from before.
#[test]
fn a_large_commons_is_sifted_in_time() {
    if std::env::var("POLYLOGUE_SLOW").is_err() {
        return;
    }
    let browser = Browser::new();
    let form = [("title", "River talks"), ("name", "Ada")];
    let (home, _) = browser.act("/found", &form);
    let home = home.split(['?', '#']).next().unwrap_or_default().to_owned();
    let large = Large::make(&browser);
    let parts = ["", "/questions", "/voices", "/coverage", "/shared"];
    let mut all = Vec::new();
    for part in parts {
        let path = format!("{home}/sift{part}");
        let mut times = Vec::new();
        let mut bytes = 0;
        for index in 0..20 {
            large.mark(&browser, index);
            let began = std::time::Instant::now();
            bytes = browser.get(&path).expect(200).body.len();
            times.push(began.elapsed());
        }
        times.sort_unstable();
        println!(
            "sift{part}: median {:?}, slowest {:?}, {bytes} bytes",
            times[10], times[19]
        );
        all.push(times[10]);
    }
    let slowest = all.into_iter().max().expect("five pages");
    assert!(slowest.as_millis() < 300, "{slowest:?}");
}

/// The ids that marks are made on.
struct Large {
    commons: OperationId,
    perspectives: Vec<OperationId>,
    turns: Vec<OperationId>,
}

impl Large {
    fn make(browser: &Browser) -> Self {
        let commons = browser.node.commons().expect("listed")[0].id;
        let mut large = Self {
            commons,
            perspectives: Vec::new(),
            turns: Vec::new(),
        };
        for number in 0..50 {
            let name = Worded::from(format!("Perspective {number}").as_str());
            let named = Intent::AddPerspective {
                name,
                short: format!("P{number}"),
                summary: Worded::default(),
                sources: Vec::new(),
            };
            large.perspectives.push(large.perform(browser, named));
        }
        for number in 0..200 {
            let dialogue = large.perform(
                browser,
                Intent::BeginDialogue {
                    title: format!("Dialogue {number}").as_str().into(),
                    about: Worded::default(),
                    perspectives: vec![large.at(number), large.at(number + 1)],
                    questions: Vec::new(),
                    state: State::Open,
                    scheduled: None,
                },
            );
            for turn in 0..50 {
                let said = Intent::Say {
                    dialogue,
                    text: "We need the river, and the river needs us.".into(),
                    standpoint: large.standpoint(number + turn % 2),
                    reply_to: (turn > 0).then(|| large.turns[large.turns.len() - 1]),
                    quotes: Vec::new(),
                    licence: None,
                };
                let said = large.perform(browser, said);
                large.turns.push(said);
            }
        }
        (0..20_000).for_each(|index| large.mark(browser, index));
        large
    }

    fn perform(&self, browser: &Browser, intent: Intent) -> OperationId {
        browser
            .node
            .perform(&self.commons, intent)
            .expect("an ordinary act")
            .main()
    }

    fn at(&self, index: usize) -> OperationId {
        self.perspectives[index % self.perspectives.len()]
    }

    fn standpoint(&self, index: usize) -> Standpoint {
        Standpoint {
            perspective: Some(self.at(index)),
            voice: Voice::OnBehalf,
        }
    }

    fn mark(&self, browser: &Browser, index: usize) {
        let words = || Some(Worded::from("the reeds"));
        let made = MakeMove {
            kind: MoveKind::ALL[index % MoveKind::ALL.len()],
            target: self.turns[index * 7 % self.turns.len()],
            passage: None,
            standpoint: self.standpoint(index * 13),
            found_in: None,
            reason: words(),
            object: words(),
            condition: words(),
            from: words(),
            to: words(),
        };
        self.perform(browser, Intent::Move(Box::new(made)));
    }
}
