//! That somebody is writing is seen by others while it goes on, and by nobody who put it off.

use polylogue_testkit::browser::Browser;

use crate::place::{Peer, is_here, turn};

/// Who is at work, as a page says it; empty if nobody.
const AT_WORK: &str = "document.querySelector('.at-work')?.innerText ?? ''";

#[test]
fn somebody_who_answers_is_named_to_others_until_they_are_done() {
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
    // Both are connected once something said by one has come to the other.
    ana.made(&["say", &dialogue, "Shall we begin?"]);
    his.until("document.querySelector('#t2')");

    hers.click("#t1 .turn-f a[href*='#answer']");
    hers.until("document.querySelector('#answer textarea')");
    hers.click("#answer textarea[name=text]");
    hers.keys("I think that");
    his.until(&format!("{AT_WORK} === 'Ana is answering turn 1.'"));
    let place = his.words("document.querySelector('.at-work').closest('article').id");
    assert_eq!(place, "t1");
    let own = hers.words("document.querySelector('main').innerText");
    assert!(!own.contains("Ana is answering"), "{own}");

    // Another window of hers knows what this one is at.
    let first = hers.another_window();
    hers.go(&ana.dialogue(&dialogue));
    assert_eq!(hers.words(AT_WORK), "");
    hers.click("#t1 .turn-f a[href*='#answer']");
    hers.until("document.querySelector('#answer textarea')");
    assert!(hers.words(AT_WORK).contains("in another window"));
    hers.window(&first);

    hers.keys(" it is so.");
    hers.click("#answer button[type=submit]:not([name])");
    hers.until("document.querySelector('.told')");
    his.until(&format!("{AT_WORK} === ''"));
    his.until("document.querySelector('#t3')");

    // Ben is told no more, and tells no more, once he put it off.
    his.go(&ben.page("/settings"));
    his.click("input[name=telling][value=off]");
    his.click("form[action$='/settings/presence'] button");
    his.until("location.hash === '#presence' && document.querySelector('[value=off]')?.checked");
    his.go(&ben.dialogue(&dialogue));
    hers.click("form[action$='/say'] textarea[name=text]");
    hers.keys("Something else, then.");
    hers.until("document.querySelector('form[action$=\"/say\"] .kept')");
    his.click("form[action$='/say'] textarea[name=text]");
    his.keys("Nobody sees me write.");
    his.until("document.querySelector('form[action$=\"/say\"] .kept')");
    ana.made(&["say", &dialogue, "A turn that comes after."]);
    his.until("document.querySelector('#t4')");
    hers.until("document.querySelector('#t4')");
    assert_eq!(his.words(AT_WORK), "");
    let heard = hers.words("document.querySelector('main').innerText");
    assert!(!heard.contains("Ben is writing"), "{heard}");
}
