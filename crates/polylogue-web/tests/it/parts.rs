//! Lists of sifting that strangers can make as long as they like come in parts, whole in the end.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Voice;
use polylogue_core::move_kind::MoveKind;
use polylogue_node::intent::{Intent, MakeMove, Standpoint, Worded};

use crate::browser::{Browser, Page, unescaped};

const PERSPECTIVES: usize = 23;
/// Questions of the first perspective to the second.
const TO_ONE: usize = 60;
const CLAIMS: usize = 12;
const TERMS: usize = 11;

/// A commons in which every list is longer than a page shows.
struct Long {
    browser: Browser,
    home: String,
    perspectives: Vec<OperationId>,
}

impl Long {
    fn make() -> Self {
        let browser = Browser::new();
        let form = [("title", "River talks"), ("name", "Ada")];
        let (home, _) = browser.act("/found", &form);
        let home = home.split(['?', '#']).next().unwrap_or_default().to_owned();
        let mut long = Self {
            browser,
            home,
            perspectives: Vec::new(),
        };
        for number in 0..PERSPECTIVES {
            let named = Intent::AddPerspective {
                name: format!("Perspective {number}").as_str().into(),
                short: format!("P{number}"),
                summary: Worded::default(),
                sources: Vec::new(),
            };
            let named = long.perform(named);
            long.perspectives.push(named);
        }
        // Everybody asks the next, and three others answer.
        for by in 0..PERSPECTIVES {
            let asked = long.mark(MoveKind::Asks, by, long.at(by + 1));
            for other in 2..5 {
                long.mark(MoveKind::Answers, by + other, asked);
            }
        }
        for _ in 0..TO_ONE {
            long.mark(MoveKind::Asks, 0, long.at(1));
        }
        for number in 0..CLAIMS {
            let claim = long.perform(Intent::AddClaim {
                text: format!("Claim no. {number}.").as_str().into(),
                under: None,
                passages: Vec::new(),
                held_by: vec![long.at(1), long.at(2)],
            });
            long.mark(MoveKind::Disagrees, 3, claim);
        }
        for number in 0..TERMS {
            long.perform(Intent::AddSource {
                csl_type: "entry-dictionary".to_owned(),
                title: format!("term {number}").as_str().into(),
                authors: String::new(),
                issued: String::new(),
                address: String::new(),
                licence: String::new(),
                note: Worded::default(),
                text: None,
            });
        }
        long
    }

    fn perform(&self, intent: Intent) -> OperationId {
        let commons = self.browser.node.commons().expect("listed")[0].id;
        let done = self.browser.node.perform(&commons, intent);
        done.expect("an ordinary act").main()
    }

    fn at(&self, index: usize) -> OperationId {
        self.perspectives[index % PERSPECTIVES]
    }

    fn mark(&self, kind: MoveKind, by: usize, target: OperationId) -> OperationId {
        let words = || Some(Worded::from("the reeds"));
        let made = MakeMove {
            kind,
            target,
            passage: None,
            standpoint: Standpoint {
                perspective: Some(self.at(by)),
                voice: Voice::OnBehalf,
            },
            found_in: None,
            reason: words(),
            object: words(),
            condition: words(),
            from: words(),
            to: words(),
        };
        self.perform(Intent::Move(Box::new(made)))
    }

    fn get(&self, path: &str) -> Page {
        self.browser.get(path).expect(200)
    }

    fn short(&self, index: usize) -> String {
        self.at(index).to_string()[..12].to_owned()
    }
}

/// Where the link with words that begin so leads.
fn way(page: &Page, words: &str) -> Option<String> {
    let before = page.body.split(&format!("\">{words}")).next()?;
    let found = page.body.contains(&format!("\">{words}"));
    let href = before.rsplit("href=\"").next()?;
    found.then(|| unescaped(href.split('"').next().unwrap_or_default()))
}

/// Goes from the first part to the last by the links; the parts, each with how many entries it has.
fn walk(long: &Long, path: &str, entry: &str) -> Vec<(String, usize)> {
    let mut parts = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next.take() {
        let page = long.get(&path);
        let main = page.body.split("<main").nth(1).unwrap_or_default();
        parts.push((path, main.matches(entry).count()));
        next = way(&page, "The next ");
        assert!(parts.len() < 20, "it comes to an end: {parts:?}");
    }
    parts
}

#[test]
fn every_list_of_sifting_comes_in_parts_that_make_up_the_whole() {
    let long = Long::make();
    let sift = format!("{}/sift", long.home);
    let ends = format!("speaks={}&about={}", long.short(0), long.short(1));
    let to = long.short(1);
    let asked = PERSPECTIVES + TO_ONE;
    let answers = 3 * PERSPECTIVES;
    let rows = "<li id=\"";
    let cells = "/sift/cell?table=answers";
    let lists = [
        ("/questions".to_owned(), rows, vec![50, asked - 50]),
        (
            format!("/questions?to={to}"),
            rows,
            vec![50, TO_ONE + 1 - 50],
        ),
        (
            format!("/questions?state=open&to={to}"),
            rows,
            vec![50, TO_ONE - 50],
        ),
        (
            format!("/cell?table=moves&{ends}"),
            rows,
            vec![25, 25, TO_ONE + 1 - 50],
        ),
        ("/shared".to_owned(), rows, vec![10, CLAIMS - 10]),
        (
            "/shared?list=division".to_owned(),
            rows,
            vec![10, CLAIMS - 10],
        ),
        ("/voices".to_owned(), cells, vec![50, answers - 50]),
        ("/glossary".to_owned(), "<article", vec![10, TERMS - 10]),
    ];
    for (list, entry, counts) in lists {
        let first = format!("{sift}{list}");
        let parts = walk(&long, &first, entry);
        let found: Vec<usize> = parts.iter().map(|it| it.1).collect();
        assert_eq!(found, counts, "{list}");
        let whole: usize = counts.iter().sum();
        let page = long.get(&first);
        let shown = format!("1 to {} of {whole}", counts[0]);
        assert!(page.body.contains(&shown), "{list}: {shown}");
        let (last, _) = parts.last().expect("it has parts");
        let page = long.get(last);
        let before = way(&page, &format!("The {} before", counts[0])).expect("a way back");
        let shown = long.get(&before);
        assert!(
            way(&shown, "The next ").as_deref() == Some(last),
            "{list}: {before}"
        );
        behind_the_end(&long, &first, whole);
    }
}

/// A part behind the last says so, and leads back to the beginning of the same list.
#[track_caller]
fn behind_the_end(long: &Long, first: &str, whole: usize) {
    let join = if first.contains('?') { '&' } else { '?' };
    for from in [whole, 5_000, usize::MAX] {
        let page = long.get(&format!("{first}{join}from={from}"));
        let words = format!("This list ends before here: it has {whole} entries.");
        assert!(
            page.body.contains(&words),
            "{first}, from {from}: {}",
            page.body
        );
        assert_eq!(
            way(&page, "To its beginning").as_deref(),
            Some(first),
            "{from}"
        );
    }
}

#[test]
fn the_tables_of_many_perspectives_come_in_parts_both_ways() {
    let long = Long::make();
    let sift = format!("{}/sift", long.home);
    let first = long.get(&sift);
    assert!(first.body.contains(&format!("1 to 20 of {PERSPECTIVES}")));
    let mut moves = 0;
    for (from, rows) in [(0, 20), (20, PERSPECTIVES - 20)] {
        for (across, columns) in [(0, 20), (20, PERSPECTIVES - 20)] {
            let page = long.get(&format!("{sift}?from={from}&across={across}"));
            let table = page.body.split("<table").nth(1).expect("a table");
            let table = table.split("</table>").next().unwrap_or_default();
            assert_eq!(table.matches("<th scope=\"row\"").count(), rows);
            assert_eq!(table.matches("<th scope=\"col\"").count(), columns + 1);
            let cells = table.split("<span class=\"c ").skip(1);
            let counts = cells.filter_map(|it| it.split("</span>").nth(1)?.split('<').next());
            moves += counts
                .filter_map(|it| it.trim().parse::<usize>().ok())
                .sum::<usize>();
        }
    }
    // Who disagrees with a claim says something about both that hold it.
    assert_eq!(moves, 4 * PERSPECTIVES + TO_ONE + 2 * CLAIMS);
    // The way down keeps the columns, the way across the rows.
    let page = long.get(&format!("{sift}?across=20"));
    assert_eq!(
        way(&page, "The next "),
        Some(format!("{sift}?across=20&from=20"))
    );
    let page = long.get(&format!("{sift}?from=20"));
    assert_eq!(
        way(&page, "The next "),
        Some(format!("{sift}?from=20&across=20"))
    );
    for query in ["from=23", "across=23", "from=9999&across=20"] {
        let page = long.get(&format!("{sift}?{query}"));
        assert!(page.body.contains("This list ends before here"), "{query}");
        assert_eq!(way(&page, "To its beginning"), Some(sift.clone()));
    }
    let silent = long.get(&format!("{sift}/questions?state=withdrawn"));
    assert!(silent.body.contains("No such question was asked yet."));
    let silent = long.get(&format!("{sift}/questions?state=withdrawn&from=25"));
    assert!(silent.body.contains("No such question was asked yet."));
}

#[test]
fn a_question_with_many_answers_shows_the_first_and_leads_to_all() {
    let long = Long::make();
    let asked = long.mark(MoveKind::Asks, 5, long.at(6));
    for other in 0..7 {
        long.mark(MoveKind::Answers, other, asked);
    }
    let page = long.get(&format!(
        "{}/sift/questions?to={}",
        long.home,
        long.short(6)
    ));
    let id = &asked.to_string()[..12];
    let line = page.body.split(&format!("<li id=\"{id}\"")).nth(1);
    let line = line
        .and_then(|it| it.split("</li>").next())
        .expect("its line");
    assert!(line.contains("and 4 more"), "{line}");
    assert!(line.matches(&format!("/move/{id}")).count() >= 2, "{line}");
}
