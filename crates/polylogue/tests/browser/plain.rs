//! With scripts off nothing is lost but convenience.

use polylogue_testkit::browser::Browser;

use crate::place::{Peer, is_here, turn};

#[test]
fn without_scripts_a_reader_votes_answers_and_marks() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.made(&["claim", "add", "Water is nobody's."]);
    browser.without_scripts();
    browser.go(&peer.entry);
    browser.go(&peer.dialogue(&dialogue));
    browser.click("#t1-1 > .a a");
    browser.until("location.hash");
    browser.click("#t1-1 .take a[href*='#answer']");
    browser.until("document.querySelector('#answer')");
    browser.click("#answer textarea[name=text]");
    browser.keys("Said without a script.");
    browser.click("#answer button[type=submit]:not([name])");
    browser.until("document.querySelector('.told')");
    assert!(browser.source().contains("Said without a script."));
    browser.go(&peer.page("/vote"));
    browser.click(".votes [value=agree]");
    browser.until("document.querySelector('.undo')");
    browser.go(&peer.dialogue(&dialogue));
    browser.click("#t1-2 > .a a");
    browser.until("location.hash");
    browser.click("#t1-2 .take a[href*='/moves/on/']");
    browser.until("document.querySelector('input[name=kind]')");
    browser.click("details[name=kinds] > summary");
    browser.click("details[name=kinds][open] input[name=kind]");
    browser.click("form[action*='/moves/on/'] button[type=submit]:not([name])");
    browser.until("document.querySelector('#t1-2 .told')");
    let source = browser.source();
    let hidden = ["id=\"keys-open\"", "<dialog"];
    assert!(hidden.iter().all(|it| source.contains(it)));
    assert!(!source.contains("<dialog open"));
}
