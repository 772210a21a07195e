//! The published edition, opened from the disk: no server is there, and no program of ours.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use polylogue_testkit::browser::{Browser, Scheme, axe, key};

use crate::place::{Peer, is_here, turn};

/// The first page with its style sheet, before pictures, as they lie on the disk.
const FIRST_BYTES_MAX: u64 = 60 * 1024;

/// The running head takes this much of a phone's first screen at most, in pixels.
const HEAD_PIXELS_MAX: f64 = 200.0;

/// The sample's edition, as a site in a folder.
fn site() -> (Peer, PathBuf) {
    let peer = Peer::with_sample();
    let editions: serde_json::Value =
        serde_json::from_str(&peer.done(&["edition", "list", "--json"])).expect("it is JSON");
    let edition = editions[0]["id"].as_str().expect("an edition");
    let folder = peer.program.folder.join("site");
    peer.done(&[
        "publish",
        "--edition",
        edition,
        &folder.display().to_string(),
    ]);
    (peer, folder)
}

/// One page of each kind: the first file of every folder, and every list at the top.
fn kinds(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let pages = |folder: &Path| {
        let entries = std::fs::read_dir(folder).expect("a folder");
        let mut paths: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    for path in pages(folder) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let is_page = path.extension().is_some_and(|it| it == "html");
        if path.is_dir() {
            let is_page = |it: &PathBuf| it.extension().is_some_and(|it| it == "html");
            let first = pages(&path).into_iter().find(is_page);
            found.extend(first.map(|it| (format!("one {name}"), it)));
        } else if is_page {
            // Lists in parts are of one kind.
            let kind = name.split("-from-").next().unwrap_or_default();
            let kind = kind.split("-to-").next().unwrap_or_default();
            found.entry(kind.to_owned()).or_insert(path);
        }
    }
    found
}

fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}

#[test]
fn a_site_opened_from_the_disk_is_clean_and_light() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (_peer, folder) = site();
    let mut wrong = Vec::new();
    let kinds = kinds(&folder);
    for (kind, path) in &kinds {
        browser.go(&address(path));
        // Asked before axe looks: it asks for the style sheet by itself, which the page forbids.
        let complaints = browser.complaints().into_iter();
        wrong.extend(complaints.map(|it| format!("{kind}: {it}")));
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.scheme(scheme);
            for width in [320, 390, 1280] {
                browser.width(width);
                let mut found = axe::sideways(&browser);
                let is_looked_at = match scheme {
                    Scheme::Light => width == 320,
                    Scheme::Dark => width == 1280,
                };
                if is_looked_at {
                    found.extend(axe::findings(&browser));
                }
                let head =
                    "document.querySelector('.head')?.getBoundingClientRect().bottom ?? 9999";
                let head = browser.value(head).as_f64().expect("a height");
                if head > HEAD_PIXELS_MAX {
                    found.push(format!("its head ends {head} pixels down"));
                }
                let way = format!("{kind} {} {width}", scheme.name());
                wrong.extend(found.into_iter().map(|it| format!("{way}: {it}")));
            }
        }
        drop(browser.complaints());
    }
    println!("{} kinds of pages", kinds.len());
    assert!(kinds.len() > 30, "{:?}", kinds.keys());
    assert!(
        wrong.is_empty(),
        "{} findings:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    let weighs = |name: &str| std::fs::metadata(folder.join(name)).map_or(u64::MAX, |it| it.len());
    let (page, style) = (weighs("index.html"), weighs("copy.css"));
    println!("the first page {page} bytes, its style sheet {style}");
    assert!(page + style <= FIRST_BYTES_MAX, "{} bytes", page + style);
}

#[test]
fn words_are_found_in_a_site_without_a_server() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (_peer, folder) = site();
    browser.go(&address(&folder.join("search.html")));
    browser.click("#words");
    browser.keys("horizontalism");
    browser.until("document.querySelectorAll('.found a').length > 0");
    browser.tab_to(".found a");
    browser.keys(&key::ENTER.to_string());
    browser.until("!location.pathname.endsWith('search.html')");
    browser.until("document.body.innerText.toLowerCase().includes('horizontalism')");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
