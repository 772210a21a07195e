//! The ways people read that tests of widths and colours pass over: with a finger, with text twice
//! as large, over a slow line, without what moves, on paper, in their own language.

use std::time::{Duration, Instant};

use polylogue_testkit::browser::{Browser, TEXT_PIXELS, axe, pages};
use serde_json::json;

use crate::place::{Peer, is_here, turn};

/// How small the side of something for a finger is, in pixels.
fn side(browser: &Browser, selector: &str) -> f64 {
    let script = "const { width, height } =
        document.querySelector(arguments[0]).getBoundingClientRect();
        return Math.min(width, height);";
    let side = browser.run(script, json!([selector]));
    side.as_f64().unwrap_or_default()
}

/// The long press that selects a word is the browser's own, and Chromium without a screen has none:
/// the words are selected for it, and the finger goes on from there.
#[test]
fn words_and_passages_are_taken_with_a_finger() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    browser.width(390);
    browser.go(&peer.dialogue(&dialogue));
    let tap = Duration::from_millis(60);
    let link = "#t1-2 .take a[href*='#answer']";
    browser.run(
        "const text = document.querySelector('#t1-2 > div > p').firstChild;
         getSelection().setBaseAndExtent(text, 5, text, 13);",
        json!([]),
    );
    browser.until("document.querySelector('#t1-2 .take.on')");
    assert!(side(&browser, link) >= 24.0, "{} px", side(&browser, link));
    browser.touch(link, tap);
    browser.until("document.querySelector('#answer [name=quote]')");
    let quote = "document.querySelector('#answer [name=quote]').value";
    assert_eq!(browser.words(quote), "dry year");

    browser.go(&peer.dialogue(&dialogue));
    let number = "#t1-2 > .a a";
    assert!(
        side(&browser, number) >= 24.0,
        "{} px",
        side(&browser, number)
    );
    browser.touch(number, tap);
    browser.until("location.hash === '#t1-2'");
    browser.touch("#t1-2 .take a[href*='/moves/on/']", tap);
    browser.until("document.querySelector('form[action*=\"/moves/on/\"]')");
    browser.touch("details:has([value=cautions]) > summary", tap);
    browser.touch("input[name=kind][value=cautions]", tap);
    browser.until("document.querySelector('[name=object-cautions]').checkVisibility()");
    browser.touch("[name=object-cautions]", tap);
    browser.keys("Thirst.");
    browser.touch(
        "form[action*='/moves/on/'] button[type=submit]:not([name])",
        tap,
    );
    browser.until("document.querySelector('.told')");
    let said = browser.words("document.querySelector('main').innerText");
    assert!(said.contains("Thirst."), "{said}");
}

/// What is wider or higher than the box that hides the rest of it.
const CUT: &str = "
    return [...document.querySelectorAll('body *')].filter((it) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(it);
      if (clipPath !== 'none' || it.closest('.sprite, .vh, .scroll, svg, [hidden]')) return false;
      const hides = (how) => how === 'hidden' || how === 'clip';
      return it.checkVisibility() && it.textContent.trim() &&
        (hides(overflowX) && it.scrollWidth > it.clientWidth + 1 ||
         hides(overflowY) && it.scrollHeight > it.clientHeight + 1);
    }).slice(0, 3).map((it) => it.tagName + '.' + it.className);";

#[test]
fn text_twice_as_large_is_neither_cut_nor_beside_the_screen() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::with_text(2 * TEXT_PIXELS);
    let peer = Peer::with_sample();
    peer.enter(&browser);
    let size = browser.words("getComputedStyle(document.body).fontSize");
    let size: f64 = size.trim_end_matches("px").parse().expect("a length");
    assert!(
        size >= 36.0,
        "the text is as large as it was asked for: {size} px"
    );
    let path = peer.page("").replace(&peer.base, "");
    let mut wrong = Vec::new();
    for language in ["en", "ar"] {
        browser.language(language);
        for (_, path) in pages::found(&browser, &["/".to_owned(), path.clone()], 1) {
            browser.go(&format!("{}{path}", peer.base));
            browser.run(
                "document.querySelectorAll('details').forEach((it) => { it.open = true; })",
                json!([]),
            );
            for width in [390, 1280] {
                browser.width(width);
                let cut = browser.run(CUT, json!([]));
                let cut = cut.as_array().cloned().unwrap_or_default();
                let found = axe::sideways(&browser).into_iter();
                let found = found.chain(cut.iter().map(|it| format!("cut: {it}")));
                wrong.extend(found.map(|it| format!("{path} {language} {width}: {it}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line as it is at the edge of a village: half a second, and fifty kilobytes in each.
const LATENCY: Duration = Duration::from_millis(500);
const BYTES_PER_SECOND: u32 = 50_000;
/// What somebody waits for the words of a page on such a line; the rest of it may come later.
const READ_WITHIN: Duration = Duration::from_secs(4);

#[test]
fn a_slow_line_brings_the_words_first_and_takes_what_is_sent() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    browser.slow(LATENCY, BYTES_PER_SECOND);
    let began = Instant::now();
    browser.go(&peer.dialogue(&dialogue));
    browser.until("document.querySelector('#t1-1')");
    println!(
        "read over a slow line after {} ms",
        began.elapsed().as_millis()
    );
    assert!(began.elapsed() < READ_WITHIN, "{:?}", began.elapsed());

    // Neither the styles nor the script come: the words do, and can be answered.
    browser.without(&["*page.js*", "*style.css*"]);
    browser.chromium("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    browser.go(&peer.dialogue(&dialogue));
    let margin = browser.words("getComputedStyle(document.body).marginTop");
    assert_eq!(margin, "8px", "there are no styles but the browser's own");
    let words = browser.words("document.querySelector('#t1').innerText");
    assert!(words.contains("The river belongs to nobody"), "{words}");
    browser.click("form[action$='/say'] textarea[name=text]");
    browser.keys("Sent over a slow line.");
    browser.click("form[action$='/say'] button[type=submit]:not([name])");
    browser.until("document.querySelector('.told')");
    let said = browser.words("document.querySelector('main').innerText");
    assert!(said.contains("Sent over a slow line."), "{said}");
}

/// What moves by itself, or would when it changes.
const MOVES: &str = "
    const lasts = (times) => times.split(',').some((it) => parseFloat(it) > 0);
    const moving = [...document.querySelectorAll('*')].filter((it) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(it);
      return lasts(transitionDuration) || lasts(animationDuration) || scrollBehavior === 'smooth';
    });
    return moving.length + document.getAnimations().length;";

#[test]
fn nothing_moves_for_whoever_asked_for_little_motion_nor_for_others() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.enter(&browser);
    for preference in ["reduce", "no-preference"] {
        browser.motion(preference);
        for address in [peer.page(""), peer.dialogue(&dialogue), peer.page("/vote")] {
            browser.go(&address);
            let query = format!("matchMedia('(prefers-reduced-motion: {preference})').matches");
            assert_eq!(browser.value(&query), true);
            assert_eq!(browser.run(MOVES, json!([])), 0, "{address} {preference}");
        }
    }
}

#[test]
fn a_dialogue_prints_as_a_booklet_and_keeps_to_the_rules_of_its_language() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, dialogue) = Peer::with_dialogue();
    peer.made(&[
        "say",
        &dialogue,
        "El río no es de nadie.",
        "--language",
        "es",
    ]);
    for number in 0..8 {
        let text = format!("{number}. {}", "Water, stones and reeds. ".repeat(60));
        peer.made(&["say", &dialogue, &text]);
    }
    peer.enter(&browser);
    browser.go(&peer.dialogue(&dialogue));
    let style = |selector: &str, property: &str| {
        browser.words(&format!(
            "getComputedStyle(document.querySelector('{selector}')).{property}"
        ))
    };
    assert_eq!(style("#t1 .para > div p", "hyphens"), "auto");
    assert_eq!(
        browser.words("document.querySelector('#t2 .para > div p').closest('[lang]').lang"),
        "es"
    );
    assert_eq!(style("#t2 .para > div[lang]", "quotes"), "\"«\" \"»\"");

    browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let seen = |selector: &str| {
        let script = format!(
            "[...document.querySelectorAll('{selector}')]
            .filter((it) => it.checkVisibility()).length"
        );
        browser.value(&script).as_u64().unwrap_or_default()
    };
    assert_eq!(seen("form, button, nav, .foot, .take, .live"), 0);
    assert_eq!(seen("article.turn"), 10);
    let printed = browser.printed();
    let printed = String::from_utf8_lossy(&printed);
    // A5 is 420 by 595 points, give or take a part of one.
    let sheets = printed.matches("/MediaBox [0 0 4").count();
    assert!(sheets >= 3, "{sheets} sheets of A5");
    assert!(
        !printed.contains("/MediaBox [0 0 6"),
        "and none of another size"
    );
}
