//! Everything with keys alone: no test here touches the mouse.

use polylogue_testkit::browser::{Browser, key};

use crate::place::{Peer, is_here, turn};

fn enter(browser: &Browser) {
    browser.keys(&key::ENTER.to_string());
}

#[test]
fn writing_quoting_and_marking_by_keys_alone() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    let address = peer.dialogue(&dialogue);
    browser.go(&address);

    browser.tab_to("form[action$='/say'] textarea[name=text]");
    browser.keys("I write this without a mouse.");
    browser.tab_to("form[action$='/say'] button[type=submit]:not([name])");
    enter(&browser);
    browser.until("document.querySelector('.told')");
    assert!(page(&browser).contains("I write this without a mouse."));

    browser.go(&address);
    browser.tab_to("#t1-1 > .a a");
    for _ in 0..4 {
        browser.shifted(key::RIGHT);
    }
    browser.until("document.querySelector('#t1-1 .take.on')");
    let spoken = browser.words("document.querySelector('#live').textContent");
    assert!(spoken.contains("The river belongs"), "{spoken}");
    browser.tab_to("#t1-1 .take a[href*='#answer']");
    enter(&browser);
    browser.until("document.querySelector('form[action$=\"/answer\"]')");
    let taken = browser.words("document.querySelector('#answer [name=quote]').value");
    assert!(taken.starts_with("The river belongs"), "{taken}");
    browser.tab_to("#answer textarea[name=text]");
    browser.keys("Nobody, or all of us?");
    browser.tab_to("#answer button[type=submit]:not([name])");
    enter(&browser);
    browser.until("document.querySelector('.told')");
    let quoted = browser.words("document.querySelector('blockquote.quoted p').textContent");
    assert_eq!(quoted, taken);

    browser.go(&address);
    browser.tab_to("#t1-2 > .a a");
    for _ in 0..3 {
        browser.shifted(key::RIGHT);
    }
    browser.until("document.querySelector('#t1-2 .take.on')");
    browser.tab_to("#t1-2 .take a[href*='/moves/on/']");
    enter(&browser);
    browser.until("document.querySelector('form[action*=\"/moves/on/\"]')");
    browser.tab_to("details[name=kinds] > summary");
    browser.keys(" ");
    browser.tab_to("details[name=kinds][open] input[name=kind]");
    browser.keys(" ");
    browser.tab_to("form[action*='/moves/on/'] button[type=submit]:not([name])");
    enter(&browser);
    browser.until("document.querySelector('#t1-2 .told')");
    browser.until("document.querySelector('#t1-2 .marks')");
}

#[test]
fn a_move_on_a_passage_takes_a_dozen_keys() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    // As the address of a passage leads there.
    browser.go(&format!("{}#t1-2", peer.dialogue(&dialogue)));
    browser.keys("m");
    browser.until("document.querySelector('form[action*=\"/moves/on/\"]')");
    browser.keys("m");
    browser.until("document.activeElement.matches('#itself summary')");
    browser.keys("r");
    browser.keys(&format!(" {} ", key::TAB));
    let chosen = browser.value("document.querySelector('input[name=kind]:checked')?.value");
    assert!(!chosen.is_null(), "no kind is chosen");
    browser.held(key::CONTROL, key::ENTER);
    browser.until("document.querySelector('#t1-2 .told')");
    browser.until("document.querySelector('#t1-2 .marks')");
    browser.go(&format!("{}#t1-2", peer.dialogue(&dialogue)));
    browser.keys("l");
    browser.until("location.hash === '#lift'");
    browser.keys("r");
    browser.until("document.activeElement.matches('#lift textarea')");
}

fn page(browser: &Browser) -> String {
    browser.words("document.querySelector('main').innerText")
}

#[test]
fn keys_are_told_and_never_taken_from_somebody_who_writes() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let peer = Peer::with_sample();
    peer.enter(&browser);
    browser.go(&peer.page("/vote"));
    browser.keys("?");
    browser.until("document.querySelector('dialog#keys').open");
    let told = browser.words("document.querySelector('#keys').innerText");
    for key in ["?", "/", "j", "k", "r", "m", "l", "a", "d", "p", "u"] {
        assert!(told.contains(key), "{key} is not in {told}");
    }
    browser.keys(&key::ESCAPE.to_string());
    browser.until("!document.querySelector('dialog#keys').open");

    browser.tab_to("textarea[name=reason]");
    browser.keys("adpu?/jkr");
    let written = browser.words("document.querySelector('textarea[name=reason]').value");
    assert_eq!(written, "adpu?/jkr");
    assert!(browser.address().ends_with("/vote"));

    browser.go(&peer.page("/vote"));
    browser.keys("?");
    browser.until("document.querySelector('dialog#keys').open");
    browser.tab_to("#keys input");
    browser.keys(" ");
    browser.keys(&key::ESCAPE.to_string());
    browser.keys("a");
    browser.go(&peer.page("/vote"));
    assert!(
        browser.value("document.querySelector('.undo')").is_null(),
        "keys are off"
    );
}

#[test]
fn keys_lead_from_turn_to_turn_and_to_the_search() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.made(&["say", &dialogue, "A second turn."]);
    peer.enter(&browser);
    browser.go(&peer.dialogue(&dialogue));
    let focus = "document.activeElement.closest('article')?.id";
    browser.keys("jj");
    assert_eq!(browser.words(focus), "t2");
    browser.keys("k");
    assert_eq!(browser.words(focus), "t1");
    browser.keys("/");
    browser.until("document.querySelector('[role=search] input')");
    browser.keys("/");
    browser.keys("river");
    enter(&browser);
    browser.until("location.search.includes('river')");
}
