//! What somebody is writing outlives the page, the browser and the program.

use polylogue_testkit::browser::Browser;
use serde_json::Value;
use serde_json::json;

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
    // On a busy machine the first letters are kept before the last are typed.
    let is_kept = || browser.run_later(HOLDS, json!(["Half of what I mean"])) == true;
    let tries = (0..100).take_while(|_| !is_kept()).count();
    assert!(tries < 100, "all of it is kept");
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

/// Whether the page, asked for again, holds these words.
const HOLDS: &str = "
    const [words, said] = arguments;
    fetch(location.href).then((came) => came.text())
      .then((text) => setTimeout(() => said(text.includes(words)), 100), () => said(false));";

/// The first save comes back a second and a half late, as over a bad line.
const SLOW_SAVE: &str = "
    const fetched = window.fetch;
    window.saves = 0;
    window.fetch = async (...what) => {
      const came = await fetched(...what);
      window.saves += 1;
      await new Promise((done) => setTimeout(done, 1500));
      window.back = true;
      return came;
    };";

#[test]
fn what_is_published_waits_for_a_save_under_way_and_is_no_draft_afterwards() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    browser.go(&peer.dialogue(&dialogue));
    browser.run(SLOW_SAVE, Value::Null);
    let field = "form[action$='/say'] textarea[name=text]";
    browser.click(field);
    browser.keys("Said while it is being kept.");
    browser.until("window.saves === 1");
    browser.click("form[action$='/say'] button[type=submit]:not([name])");
    assert!(
        browser.value("window.back").is_null() && browser.value("window.saves") == 1,
        "it is published only once the save is over"
    );
    browser.until("document.querySelector('.told')");
    browser.go(&peer.dialogue(&dialogue));
    let written = format!("document.querySelector(\"{field}\").value");
    assert_eq!(browser.words(&written), "");
    let said = browser.words("document.querySelector('main').innerText");
    assert_eq!(said.matches("Said while it is being kept.").count(), 1);
}

#[test]
fn a_draft_that_cannot_be_kept_says_so_and_is_kept_when_it_can_be() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    browser.go(&peer.dialogue(&dialogue));
    browser.without(&["*/draft/*"]);
    browser.click("form[action$='/say'] textarea[name=text]");
    browser.keys("Where does this go?");
    let note = "document.querySelector('form[action$=\"/say\"] .kept')?.textContent";
    browser.until(&format!("{note}?.includes('could not be kept')"));
    assert_eq!(
        browser.value("document.querySelector('.kept').getAttribute('role')"),
        "status"
    );
    browser.without(&[]);
    browser.until(&format!("{note}?.includes('Draft kept')"));
}
