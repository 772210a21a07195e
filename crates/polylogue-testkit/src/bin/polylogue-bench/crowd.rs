//! A conversation of 100,000 people, each with ten votes: what bringing it in costs, the first
//! opening of its map, and how soon the map is drawn in Chromium once it is kept.

use std::fmt::Write as _;
use std::time::Instant;

use polylogue_formats::polis::{self, NamedFile, Options};
use polylogue_node::import::polis::PolisOptions;
use polylogue_node::{LocalOnly, Node, NodeOptions};
use polylogue_testkit::browser::{self, Browser};
use polylogue_web::ServeOptions;

use crate::drawn::painted;
use crate::table::{Limit, Line, Table};
use crate::{Fault, child, sifted};

const PEOPLE: usize = 100_000;
const CLAIMS: usize = 100;
const VOTES: usize = 10;
const IMPORT_SECONDS_MAX: f64 = 120.0;
const OPENING_SECONDS_MAX: f64 = 10.0;
const DRAWN_MILLISECONDS_MAX: f64 = 300.0;
const PAGE_BYTES_MAX: f64 = 100.0 * 1024.0;

/// Brings it in, and opens its map.
pub(crate) fn run(table: &mut Table) -> Result<(), Fault> {
    let folder = tempfile::tempdir()?;
    let options = NodeOptions::of_this_machine(LocalOnly::Yes);
    let node = Node::open(&folder.path().join("home"), options)?;
    let conversation = polis::read(&files(), Options::default())?;
    let before = child::processor_seconds("self")?;
    let report = node.import_polis(None, &conversation, &PolisOptions::default())?;
    table.say(Line::new(
        "100,000 people × 10 votes brought in: processor time",
        child::processor_seconds("self")? - before,
        "s",
        Limit::AtMost(IMPORT_SECONDS_MAX),
    ));
    drop(conversation);
    if let Some(words) = browser::missing() {
        println!("{words}");
        return Ok(());
    }
    let short = |id: String| id[..12].to_owned();
    let path = format!(
        "/c/{}/map/{}",
        short(report.commons.to_string()),
        short(report.question.to_string())
    );
    let server = polylogue_web::serve(node, ServeOptions::default())?;
    let browser = Browser::start();
    browser.go(&server.url);
    browser.until("document.querySelector('main')");
    let began = Instant::now();
    browser.go(&format!("{}{path}", server.base));
    browser.until("document.querySelector('svg.big')");
    table.say(Line::new(
        "the same: its map, opened for the first time",
        began.elapsed().as_secs_f64(),
        "s",
        Limit::AtMost(OPENING_SECONDS_MAX),
    ));
    table.say(Line::new(
        "the same: its map, first drawn once it is kept",
        painted(&browser, &server, &path)?,
        "ms",
        Limit::AtMost(DRAWN_MILLISECONDS_MAX),
    ));
    let bytes = sifted::compressed(browser.source().as_bytes())?;
    table.say(Line::new(
        "the same: the page, compressed",
        bytes as f64,
        "bytes",
        Limit::AtMost(PAGE_BYTES_MAX),
    ));
    Ok(())
}

/// What Polis would export of it: two leanings, and claims that one of them is for, or both.
fn files() -> Vec<NamedFile> {
    let mut comments =
        "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n".to_owned();
    for claim in 0..CLAIMS {
        let _ = writeln!(comments, "1600000000,{claim},0,0,0,1,Claim number {claim}");
    }
    let mut votes = "timestamp,datetime,comment-id,voter-id,vote\n".to_owned();
    for person in 0..PEOPLE {
        for place in 0..VOTES {
            // One of ten claims in a row each, so that nobody votes twice on one.
            let mixed = (person * 2_654_435_761 + place * 40_503) >> 7;
            let claim = place * VOTES + mixed % VOTES;
            let is_theirs = claim.is_multiple_of(3) || (claim % 3 == 1) == (person % 5 < 3);
            let is_odd = (mixed / VOTES) % 10 < 2;
            let sign = if is_theirs == is_odd { -1 } else { 1 };
            let time = 1_600_000_000 + person * 3 + place;
            let _ = writeln!(votes, "{time},x,{claim},{person},{sign}");
        }
    }
    let summary = "topic,A hundred thousand\nurl,https://example.org/crowd\n".to_owned();
    let files = [
        ("summary.csv", summary),
        ("comments.csv", comments),
        ("votes.csv", votes),
    ];
    let named = files.map(|(name, text)| NamedFile {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    });
    named.into()
}
