//! Every page × light and dark × left-to-right and right-to-left × 320, 390 and 1280 pixels: axe
//! finds nothing, nothing moves sideways, and the browser complains of nothing.

use std::path::{Path, PathBuf};

use polylogue_testkit::browser::{Browser, Scheme, axe, pages};
use polylogue_testkit::generate::{self, Amounts};
use polylogue_web::routes::Name;
use serde_json::json;

use crate::place::{Peer, is_here, turn};

const WIDTHS: [u32; 3] = [320, 390, 1280];
/// English runs from left to right, Arabic from right to left.
const LANGUAGES: [&str; 2] = ["en", "ar"];

/// Folds out whatever can be, so that nothing on the page is passed over.
const FOLD_OUT: &str = "document.querySelectorAll('main details').forEach((it) => {
    it.open = true; })";

/// How closely pages are looked at.
struct Look {
    schemes: &'static [Scheme],
    /// The widths at which axe looks, too: on a page that holds much it takes seconds.
    axe: &'static [u32],
}

/// Looks at pages in every way; gives what is wrong, each finding once with where it shows.
fn looked_at(browser: &Browser, base: &str, paths: &[String], look: &Look) -> Vec<String> {
    let mut found = std::collections::BTreeMap::<String, Vec<String>>::new();
    let ways = paths
        .iter()
        .flat_map(|path| LANGUAGES.map(|language| (path, language)));
    for (path, language) in ways {
        browser.language(language);
        browser.go(&format!("{base}{path}"));
        browser.run(FOLD_OUT, json!([]));
        let direction = browser.words("document.documentElement.dir");
        assert_eq!(direction == "rtl", language == "ar", "{path} in {language}");
        for scheme in look.schemes {
            browser.scheme(*scheme);
            for width in WIDTHS {
                browser.width(width);
                let mut wrong = axe::sideways(browser);
                if look.axe.contains(&width) {
                    wrong.extend(axe::findings(browser));
                }
                let way = format!("{path} {} {direction} {width}", scheme.name());
                for it in wrong {
                    found.entry(it).or_default().push(way.clone());
                }
            }
        }
        let complaints = browser.complaints().into_iter();
        for complaint in complaints.filter(|it| !it.contains("404")) {
            found.entry(complaint).or_default().push(path.clone());
        }
    }
    found
        .iter()
        .map(|(words, ways)| in_short(words, ways))
        .collect()
}

fn in_short(words: &str, ways: &[String]) -> String {
    let first = ways.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
    format!("{words} [{} times: {first} …]", ways.len())
}

fn sample_in(schemes: &'static [Scheme]) {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let peer = Peer::with_sample();
    peer.enter(&browser);
    let path = peer.page("").replace(&peer.base, "");
    let paths = pages::found(&browser, &["/".to_owned(), path.clone()], 1);
    let mut paths: Vec<String> = paths.into_iter().map(|(_, path)| path).collect();
    // Nothing of the sample leads to these.
    paths.extend([format!("{path}/suggestions"), "/nowhere".to_owned()]);
    let wrong = looked_at(
        &browser,
        &peer.base,
        &paths,
        &Look {
            schemes,
            axe: &WIDTHS,
        },
    );
    println!(
        "{} pages in {} ways",
        paths.len(),
        LANGUAGES.len() * WIDTHS.len()
    );
    assert!(
        wrong.is_empty(),
        "{} findings:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_page_of_the_sample_is_clean_in_light() {
    sample_in(&[Scheme::Light]);
}

#[test]
fn every_page_of_the_sample_is_clean_in_dark() {
    sample_in(&[Scheme::Dark]);
}

/// A synopsis written on, the field for its text, and one of its lines.
#[test]
fn a_text_written_together_is_clean() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let peer = Peer::with_sample();
    peer.enter(&browser);
    browser.go(&peer.page("/sift"));
    browser.click("main a[href*='/sift/synopsis/']");
    browser.until("location.pathname.includes('/sift/synopsis/')");
    browser.click("form[action$='/write'] button[type=submit]");
    browser.until("location.pathname.includes('/synthesis/')");
    let document = browser.words("location.pathname");
    let line = browser.words("document.querySelector(\"main a[href*='/line/']\").pathname");
    browser.go(&format!("{}{document}/history", peer.base));
    let version = browser.words("document.querySelector(\"main a[href*='/version/']\").pathname");
    let list = document.split("/synthesis/").next().unwrap_or_default();
    browser.go(&format!("{}{document}?open=make-edition", peer.base));
    browser.click("form[action$='/edition'] input[name=name]");
    browser.keys("1.0");
    browser.click("form[action$='/edition'] button[type=submit]");
    browser.until("location.pathname.includes('/edition/')");
    let edition = browser.words("location.pathname");
    let criticised = criticised(&browser, &peer, (&document, &line));
    let mut paths = vec![
        format!("{document}/history"),
        version,
        format!("{list}/syntheses"),
        format!("{document}/edit"),
        format!("{list}/editions"),
        edition,
        document.clone(),
        format!("{document}?write=lines&line={}", last(&line)),
        format!("{list}/use/{}?figure=matrix", last(list)),
        line,
        format!("{document}/comments"),
        format!("{document}/dissents"),
        format!("{list}/stages"),
        format!("{list}/actions"),
    ];
    paths.extend(criticised);
    let look = Look {
        schemes: &[Scheme::Light, Scheme::Dark],
        axe: &WIDTHS,
    };
    let wrong = looked_at(&browser, &peer.base, &paths, &look);
    assert!(
        wrong.is_empty(),
        "{} findings:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// A comment with another wording on a line, a report beside the text, an edition that leaves the
/// text out, and prepared stages; the paths of one of each.
fn criticised(browser: &Browser, peer: &Peer, (document, line): (&str, &str)) -> [String; 4] {
    let write = |id: &str, words: &str| {
        browser.click(&format!("#{id}"));
        browser.keys(words);
    };
    let send = |act: &str| browser.click(&format!("form[action$='{act}'] button[type=submit]"));
    browser.go(&format!("{}{line}?open=comment-line", peer.base));
    write("comment-line-text", "It was counted.");
    write("comment-line-proposes", "Some of it holds.");
    send("/comment");
    browser.until("location.pathname.includes('/comment/')");
    let comment = browser.words("location.pathname");
    browser.go(&format!("{}{document}/dissents", peer.base));
    write("dissent-now-title", "We read it otherwise");
    write("dissent-now-text", "It was said with more care.");
    send("/dissents/add");
    browser.until("location.pathname.includes('/dissent/')");
    let dissent = browser.words("location.pathname");
    browser.go(&format!("{}{document}/comments?open=leave-out", peer.base));
    write("leave-out-edition", "2.0");
    write("leave-out-reason", "It is not finished.");
    send("/leave-out");
    browser.until("location.pathname.includes('/left-out/')");
    let left_out = browser.words("location.pathname");
    let home = document.split("/synthesis/").next().unwrap_or_default();
    browser.go(&format!("{}{home}/stages?open=begin-stages", peer.base));
    send("/stages/begin");
    browser.until("document.querySelector('main ol.list') !== null");
    let stage = browser.words("document.querySelector(\"main a[href*='/stage/']\").pathname");
    [comment, dissent, left_out, stage]
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Pages that show much where a commons holds much.
const MAIN: [Name; 16] = [
    Name::Home,
    Name::Dialogues,
    Name::Dialogue,
    Name::Turn,
    Name::Perspectives,
    Name::Claims,
    Name::Moves,
    Name::People,
    Name::NextClaim,
    Name::Maps,
    Name::Map,
    Name::Claim,
    Name::Person,
    Name::Search,
    Name::Mark,
    Name::Record,
];

/// Where the way to them begins.
const FROM: [&str; 8] = [
    "/dialogues",
    "/claims",
    "/moves",
    "/people",
    "/vote",
    "/search?words=water",
    "/record",
    "/map",
];

/// Looks at the main pages of a large commons in every way but the dark.
fn large(peer: &Peer) {
    let browser = Browser::start();
    peer.enter(&browser);
    let path = peer.page("").replace(&peer.base, "");
    let mut from: Vec<String> = FROM.iter().map(|it| format!("{path}{it}")).collect();
    from.push(path);
    let found = pages::found_of(&browser, &from, &MAIN);
    let paths: Vec<String> = found.into_iter().map(|(_, path)| path).collect();
    assert!(paths.len() >= 8, "{paths:?}");
    let wrong = looked_at(
        &browser,
        &peer.base,
        &paths,
        &Look {
            schemes: &[Scheme::Light],
            axe: &[320, 1280],
        },
    );
    assert!(
        wrong.is_empty(),
        "{} findings:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_imported_dialogue_is_clean() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("POLYLOGUE_SHARED").map_or(beside, PathBuf::from);
    let folder = shared.join("data/dialogue");
    if !folder.is_dir() {
        println!("the dialogue's folder is not at hand: its pages are not looked at");
        return;
    }
    if !is_here() {
        return;
    }
    let _turn = turn();
    let mut peer = Peer::new("importer");
    let folder = folder.to_string_lossy().into_owned();
    peer.done(&["import", "mediawiki", &folder]);
    peer.start("serve");
    large(&peer);
}

#[test]
fn a_home_of_100_000_operations_is_clean() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let mut peer = Peer::new("large");
    let operations = generate::commons(1, Amounts::MIXED_100_000);
    let bundle = peer.program.folder.join("large.bundle");
    std::fs::write(&bundle, generate::bundle(&operations)).expect("there is room");
    peer.done(&["bundle", "read", &bundle.to_string_lossy()]);
    peer.start("serve");
    large(&peer);
}
