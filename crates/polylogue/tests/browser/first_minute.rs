//! From the first appearance of the page to a first vote and a first reply, step by step, without
//! having read anything.

use std::time::{Duration, Instant};

use polylogue_testkit::browser::Browser;

use crate::place::{Peer, is_here, turn};

/// What the machine may take of the minute; the rest is the reader's.
const STEPS_WITHIN: Duration = Duration::from_secs(10);

struct Steps {
    began: Instant,
    count: u32,
}

impl Steps {
    fn begin() -> Self {
        Self {
            began: Instant::now(),
            count: 0,
        }
    }

    fn step(&mut self, words: &str) {
        self.count += 1;
        let at = self.began.elapsed().as_millis();
        println!("step {}: {words} at {at} ms", self.count);
    }
}

#[test]
fn a_newcomer_votes_and_replies_within_a_few_steps() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let mut steps = Steps::begin();
    let peer = Peer::with_sample();
    steps.step("the program says its address");
    peer.enter(&browser);
    steps.step("the first page is drawn");
    if !browser.words("location.pathname").starts_with("/c/") {
        browser.click("main a[href^='/c/']");
        browser.until("location.pathname.startsWith('/c/')");
        steps.step("the commons is open, and says what needs the reader");
    }
    let home = browser.address();
    if browser.value("document.querySelector('.votes')").is_null() {
        browser.click("main a[href$='/vote']");
        browser.until("document.querySelector('.votes')");
    }
    steps.step("a first claim is read");
    browser.keys("a");
    browser.until("document.querySelector('.undo, .told')");
    steps.step("the first vote is cast, with its undo beside it");
    browser.keys("u");
    browser.until("!document.querySelector('.undo, .told')");
    steps.step("it is taken back");
    browser.go(&home);
    browser.click(".contents a[href$='/dialogues']");
    browser.until("document.querySelector('main a[href*=\"/dialogue/\"]')");
    browser.click("main a[href*='/dialogue/']");
    browser.until("document.querySelector('form[action$=\"/say\"]')");
    steps.step("a dialogue is open");
    browser.keys("r");
    browser.keys("What would a child say to this?");
    browser.click("form[action$='/say'] button[type=submit]:not([name])");
    browser.until("document.querySelector('.told')");
    steps.step("the first reply is said");
    let said = browser.words("document.querySelector('main').innerText");
    assert!(said.contains("What would a child say to this?"), "{said}");
    let elapsed = steps.began.elapsed();
    assert!(elapsed < STEPS_WITHIN * 3, "{elapsed:?}");
}

#[test]
fn a_commons_is_founded_in_one_form() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let mut peer = Peer::new("empty");
    let mut steps = Steps::begin();
    peer.start("serve");
    peer.enter(&browser);
    steps.step("the first page of an empty home is drawn");
    for (field, words) in [
        ("title", "The orchard"),
        ("question", "Who prunes the old trees?"),
        ("name", "Ana"),
    ] {
        browser.click(&format!("form[action='/found'] [name={field}]"));
        browser.keys(words);
    }
    browser.click("form[action='/found'] button[type=submit]");
    browser.until("location.pathname.startsWith('/c/')");
    steps.step("a commons is founded");
    let home = browser.words("document.querySelector('main').innerText");
    assert!(home.contains("Who prunes the old trees?"), "{home}");
    assert!(browser.complaints().is_empty());
}
