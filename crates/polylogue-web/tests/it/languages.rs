//! The pages in other languages: chosen, asked for by the browser, from right to left.

use crate::browser::Browser;

#[test]
fn a_browser_is_answered_in_its_language_until_one_is_chosen() {
    let (browser, home) = Browser::with_sample();
    let spanish = [("Accept-Language", "es-MX,es;q=0.9,en;q=0.5")];
    let page = browser.send("GET", &home, &spanish, "").expect(200).body;
    assert!(page.contains("<html lang=\"es\" dir=\"ltr\">"), "{page}");
    assert!(page.contains("Lo que te espera"), "{page}");
    let english = browser.get(&home).expect(200).body;
    assert!(
        english.contains("What needs you"),
        "kept pages are of one language: {english}"
    );

    let form = [("language", "es"), ("commons", &home[3..])];
    let (location, page) = browser.act("/languages/choose", &form);
    assert_eq!(location, home);
    assert!(page.body.contains("Lo que te espera"), "{}", page.body);
    let browser = browser.killed_and_started_again();
    assert!(
        browser
            .get(&home)
            .expect(200)
            .body
            .contains("Lo que te espera")
    );
    let (location, page) = browser.act("/languages/choose", &[("language", "")]);
    assert_eq!(location, "/");
    assert!(page.body.contains("Your commons"), "{}", page.body);
    let lost = browser
        .send("GET", "/nowhere", &spanish, "")
        .expect(404)
        .body;
    assert!(lost.contains("No hay nada en esta dirección"), "{lost}");
}

#[test]
fn a_page_in_arabic_runs_from_right_to_left_and_marks_what_is_not_arabic() {
    let (browser, home) = Browser::with_sample();
    browser.act("/languages/choose", &[("language", "ar")]);
    for part in [
        "",
        "/dialogues",
        "/claims",
        "/vote",
        "/people",
        "/charter",
        "/search",
    ] {
        let page = browser.get(&format!("{home}{part}")).expect(200).body;
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
        let signs = ['\u{f8f0}', '\u{f8f1}'];
        assert!(
            !page.contains(signs),
            "every gap is marked on {part}: {page}"
        );
        let text = page.split("<main").nth(1).unwrap_or_default();
        for word in ["<h2 id=", "<h1>"] {
            assert!(!text.contains(&format!("{word}Claims")), "{part}: {text}");
        }
    }
    // The word for the acts on a device, among the least visited.
    let page = browser.get(&format!("{home}/devices")).expect(200).body;
    assert!(page.contains("أضف جهازًا"), "{page}");
}
