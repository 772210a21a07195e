//! How soon a page is first drawn in Chromium: every sort of page of the sample, and a dialogue of
//! 30,000 words.
//!
//! A browser that was let in opens each page several times; the middle one counts. The time is the
//! browser's own first contentful paint, counted from when the address was opened.

use polylogue_core::kind::{Admission, RowsOfPeople, State, Template};
use polylogue_node::intent::{Found, Intent, Standpoint, Worded};
use polylogue_node::{LocalOnly, Node, NodeOptions};
use polylogue_testkit::browser::{self, Browser, pages};
use polylogue_web::{ServeOptions, Server};

use crate::Fault;
use crate::table::{Limit, Line, Table};

const SAMPLE_MILLISECONDS_MAX: f64 = 200.0;
const DIALOGUE_MILLISECONDS_MAX: f64 = 400.0;
/// A page is opened so many times.
const OPENED: usize = 7;
/// Turns of the long dialogue: as many as a page shows, each of a thousand words.
const TURNS: usize = 30;
const WORDS_OF_TURN: usize = 1_000;
/// Words of a paragraph.
const WORDS_OF_PARAGRAPH: usize = 100;
/// Pages named one by one, the slowest first.
const NAMED: usize = 5;

/// Measures both, or says why not.
pub(crate) fn run(table: &mut Table) -> Result<(), Fault> {
    if let Some(words) = browser::missing() {
        println!("{words}");
        return Ok(());
    }
    let browser = Browser::start();
    let folder = tempfile::tempdir()?;
    let options = NodeOptions::of_this_machine(LocalOnly::Yes);
    let node = Node::open(&folder.path().join("home"), options)?;
    let commons = polylogue_node::demo(&node)?;
    let dialogue = long_dialogue(&node)?;
    let server = polylogue_web::serve(node, ServeOptions::default())?;
    browser.go(&server.url);
    browser.until("document.querySelector('main')");
    let path = format!("/c/{}", &commons.to_string()[..12]);
    let mut times = Vec::new();
    for (_, path) in pages::found(&browser, &["/".to_owned(), path], 1) {
        times.push((painted(&browser, &server, &path)?, path));
    }
    times.sort_by(|first, second| second.0.total_cmp(&first.0));
    for (time, path) in times.iter().take(NAMED) {
        let parts: Vec<&str> = path.split('/').collect();
        let what = format!("sample, first drawn: {}", parts.get(3).unwrap_or(&"home"));
        let limit = Limit::AtMost(SAMPLE_MILLISECONDS_MAX);
        table.say(Line::new(&what, *time, "ms", limit));
    }
    let time = painted(&browser, &server, &dialogue)?;
    table.say(Line::new(
        "a dialogue of 30,000 words: first drawn",
        time,
        "ms",
        Limit::AtMost(DIALOGUE_MILLISECONDS_MAX),
    ));
    Ok(())
}

/// The middle of several first paints, in milliseconds.
pub(crate) fn painted(browser: &Browser, server: &Server, path: &str) -> Result<f64, Fault> {
    let mut times = Vec::new();
    for _ in 0..OPENED {
        browser.go(&format!("{}{path}", server.base));
        let painted = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
        browser.until(painted);
        times.push(browser.value(painted).as_f64().ok_or("a time")?);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[OPENED / 2])
}

/// A commons with one long dialogue; the path of its page.
fn long_dialogue(node: &Node) -> Result<String, Fault> {
    let commons = node.found(&Found {
        title: "A long talk".to_owned(),
        question: "How long is too long?".to_owned(),
        template: Template::Blank,
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission: Admission::Invitation,
        charter: String::new(),
        name: "Ada".to_owned(),
        rows: RowsOfPeople::StayHere,
    })?;
    let begun = node.perform(
        &commons,
        Intent::BeginDialogue {
            title: Worded::from("Thirty thousand words"),
            about: Worded::from(""),
            perspectives: Vec::new(),
            questions: Vec::new(),
            state: State::Open,
            scheduled: None,
        },
    )?;
    let dialogue = begun.main();
    for turn in 0..TURNS {
        let said = Intent::Say {
            dialogue,
            text: Worded::from(text(turn).as_str()),
            standpoint: Standpoint::ONESELF,
            reply_to: None,
            quotes: Vec::new(),
            licence: None,
        };
        node.perform(&commons, said)?;
    }
    let short = |id: String| id[..12].to_owned();
    Ok(format!(
        "/c/{}/dialogue/{}",
        short(commons.to_string()),
        short(dialogue.to_string())
    ))
}

/// A thousand words in ten paragraphs, no two turns alike.
fn text(turn: usize) -> String {
    let some = [
        "water",
        "stones",
        "a *field*",
        "the old bridge",
        "and",
        "reeds",
        "nobody",
        "asks",
    ];
    let words = (0..WORDS_OF_TURN).map(|it| {
        let word = some[(it * 7 + turn * 3 + it / 11) % some.len()];
        let end = if (it + 1) % WORDS_OF_PARAGRAPH == 0 {
            ".\n\n"
        } else {
            " "
        };
        format!("{word}{end}")
    });
    words.collect()
}
