//! What somebody is writing outlives the page, the browser and the program.

use polylogue_testkit::browser::Browser;

use crate::place::{Peer, is_here, turn};

#[test]
fn a_draft_outlives_a_killed_program_and_goes_when_it_is_said() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (mut peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    browser.go(&peer.dialogue(&dialogue));
    let field = "form[action$='/say'] textarea[name=text]";
    browser.click(field);
    browser.keys("Half of what I mean");
    browser.until("document.querySelector('form[action$=\"/say\"] .kept')");
    assert_eq!(
        browser.value("localStorage.length + sessionStorage.length"),
        0
    );
    peer.kill();
    drop(browser);

    let browser = Browser::start();
    peer.start("serve");
    peer.enter(&browser);
    browser.go(&peer.dialogue(&dialogue));
    let written = format!("document.querySelector(\"{field}\").value");
    assert_eq!(browser.words(&written), "Half of what I mean");
    browser.click(field);
    browser.keys(", and the rest.");
    browser.click("form[action$='/say'] button[type=submit]:not([name])");
    browser.until("document.querySelector('.told')");
    browser.go(&peer.dialogue(&dialogue));
    assert_eq!(
        browser.words(&written),
        "",
        "what was said is no draft any more"
    );
}
