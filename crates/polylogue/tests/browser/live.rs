//! Two peers in two browsers: what one says the other sees, without losing what they are at.

use std::time::{Duration, Instant};

use polylogue_testkit::browser::Browser;
use serde_json::{Value, json};

use crate::place::{Peer, is_here, turn};

/// The limit is 400 ms on a quiet machine (docs/performance.md); a test machine is not quiet.
const SEEN_WITHIN: Duration = Duration::from_secs(4);

#[test]
fn two_peers_see_each_other_and_nobody_loses_what_they_write() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let (ana, dialogue) = Peer::with_dialogue();
    let ticket = ana.made(&["ticket", "--invite"]);
    let mut ben = Peer::new("ben");
    ben.done(&["join", &ticket, "--as", "Ben"]);
    ben.start("serve");
    let [hers, his] = [Browser::start(), Browser::start()];
    for (peer, browser) in [(&ana, &hers), (&ben, &his)] {
        peer.enter(browser);
        browser.go(&peer.dialogue(&dialogue));
        browser.until("document.querySelector('#t1')");
    }
    for number in 0..6 {
        let text = format!("Turn {number}. {}", "Water, stones and reeds. ".repeat(40));
        ana.made(&["say", &dialogue, &text]);
    }
    his.until("document.querySelector('#t7')");

    his.click("form[action$='/say'] textarea[name=text]");
    his.keys("I am not done with");
    let place = "[document.activeElement.name, document.activeElement.value]";
    let top = "document.activeElement.getBoundingClientRect().top";
    let top = || his.value(top).as_f64().expect("a length");
    let (before, top_before) = (his.value(place), top());
    hers.click("form[action$='/say'] textarea[name=text]");
    hers.keys("Seen at once?");
    let began = Instant::now();
    hers.click("form[action$='/say'] button[type=submit]:not([name])");
    his.until("document.querySelector('#t8')");
    println!(
        "said on one peer, seen on the other after {} ms",
        began.elapsed().as_millis()
    );
    assert!(began.elapsed() < SEEN_WITHIN);
    assert_eq!(his.value(place), before, "focus and words are kept");
    // A page scrolls by whole pixels, here once for the turn and once for who is writing.
    let moved = top() - top_before;
    assert!(moved.abs() < 2.0, "the place is kept: {moved} px");
    his.keys(" this.");
    let kept = his.words("document.activeElement.value");
    assert_eq!(kept, "I am not done with this.");
    let told = his.words("document.querySelector('#live').innerText");
    assert!(told.contains('8') && told.contains("Ana"), "{told}");
    let link = his.words("document.querySelector('#live a').getAttribute('href')");
    assert_eq!(link, "#t8");

    his.click("form[action$='/say'] button[type=submit]:not([name])");
    hers.until("document.querySelector('#t9')");
    assert!(hers.complaints().is_empty() && his.complaints().is_empty());
}

#[test]
fn what_is_selected_and_folded_out_stays_so() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    browser.go(&peer.dialogue(&dialogue));
    browser.run(
        "const prose = document.querySelector('#t1-1 > div > p') ||
           document.querySelector('#t1-1 > div');
         getSelection().selectAllChildren(prose);
         document.querySelectorAll('main details').forEach((it) => { it.open = true; });",
        Value::Null,
    );
    browser.until("document.querySelector('#t1-1 .take.on')");
    let folded = "[...document.querySelectorAll('main details')].filter((it) => it.open).length";
    let before = browser.value(folded);
    peer.made(&["say", &dialogue, "Something else."]);
    browser.until("document.querySelector('#t2')");
    let selected = browser.words("getSelection().toString()");
    assert!(
        selected.contains("The river belongs to nobody"),
        "{selected}"
    );
    assert_eq!(browser.value(folded), before);
    browser.until("document.querySelector('#t1-1 .take.on a').href.includes('quote=')");
}

#[test]
fn a_page_says_when_it_no_longer_hears_of_changes() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (mut peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    browser.go(&peer.dialogue(&dialogue));
    browser.click("form[action$='/say'] textarea[name=text]");
    browser.keys("Half a thought");
    peer.kill();
    browser.until("document.querySelector('#live').textContent.length > 10");
    let kept = browser.words("document.activeElement.value");
    assert_eq!(kept, "Half a thought");
    let role = browser.run(
        "return document.querySelector('#live').getAttribute('role')",
        json!([]),
    );
    assert_eq!(role, json!("status"));
}
