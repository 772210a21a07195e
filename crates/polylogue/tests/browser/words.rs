//! Words taken with the mouse.

use polylogue_testkit::browser::Browser;
use serde_json::Value;

use crate::place::{Peer, is_here, turn};

/// Selects words of the first turn from one to another, as a drag does.
fn select(browser: &Browser, from: &str, to: &str) {
    let script = "
        const words = document.createTreeWalker(document.querySelector('#t1'), 4);
        const range = document.createRange();
        for (let node; (node = words.nextNode());) {
          const start = node.data.indexOf(arguments[0]);
          if (start >= 0) range.setStart(node, start);
          const end = node.data.indexOf(arguments[1]);
          if (end >= 0) range.setEnd(node, end + arguments[1].length);
        }
        getSelection().removeAllRanges();
        getSelection().addRange(range);";
    browser.run(script, serde_json::json!([from, to]));
}

#[test]
fn words_are_quoted_answered_lifted_and_asked_about() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    let address = peer.dialogue(&dialogue);
    let quote = "everybody drinks";
    for (link, field) in [
        ("a[href*='#answer']", "#answer [name=quote]"),
        (
            "a[href*='/moves/on/']:not([href*='kind='])",
            "form[action*='/moves/on/'] [name=quote]",
        ),
        ("a[href*='#lift']", "#lift [name=quote]"),
        (
            "a[href*='kind=asks']",
            "form[action*='/moves/on/'] [name=quote]",
        ),
    ] {
        browser.go(&address);
        select(&browser, "everybody", "drinks");
        browser.until("document.querySelector('#t1-1 .take.on')");
        browser.click(&format!("#t1-1 .take {link}"));
        browser.until(&format!("document.querySelector({})", Value::from(field)));
        let taken = browser.words(&format!(
            "document.querySelector({}).value",
            Value::from(field)
        ));
        assert_eq!(taken, quote, "{link}");
    }
    let asked = "document.querySelector('[name=kind]:checked').value";
    assert_eq!(browser.words(asked), "asks");

    browser.go(&address);
    select(&browser, "drinks", "In a dry year");
    browser.until("document.querySelector('#t1-1 .take.on')");
    browser.click("#t1-1 .take a[href*='#answer']");
    browser.until("document.querySelector('#answer textarea')");
    browser.click("#answer textarea[name=text]");
    browser.keys("Across two paragraphs.");
    browser.click("#answer button[type=submit]:not([name])");
    browser.until("document.querySelector('.told')");
    let quoted = browser.words("document.querySelector('blockquote.quoted p').innerText");
    assert!(
        quoted.starts_with("drinks from it.") && quoted.ends_with("dry year"),
        "{quoted}"
    );
}
