//! What a document can hold: headings, lists, tables, notes, figures, citations; each line with
//! its address and margin. Hostile and odd lines stay readable.

use crate::browser::{Browser, Page, unescaped};

fn path(location: &str) -> String {
    let end = location.find(['?', '#']).unwrap_or(location.len());
    location[..end].to_owned()
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// A commons of Ada's: its path.
fn founded(browser: &Browser) -> String {
    path(
        &browser
            .act("/found", &[("title", "River talks"), ("name", "Ada")])
            .0,
    )
}

/// A text with these lines: its path and its page.
fn text(browser: &Browser, home: &str, lines: &str) -> (String, Page) {
    let begin = format!("{home}/syntheses/begin");
    let (edit, _) = browser.act(&begin, &[("title", "In short")]);
    let path = path(&edit).trim_end_matches("/edit").to_owned();
    let (_, page) = browser.act(&format!("{path}/save"), &[("base", ""), ("text", lines)]);
    (path, page)
}

fn article(page: &Page) -> &str {
    let rest = page.body.split("<article").nth(1).unwrap_or_default();
    rest.split("</article>").next().unwrap_or_default()
}

fn hidden(page: &Page, name: &str) -> String {
    let needle = format!("name=\"{name}\" value=\"");
    let rest = page.body.split(&needle).nth(1).expect("the field is there");
    unescaped(rest.split('"').next().unwrap_or_default())
}

#[test]
fn neighbouring_items_are_one_list_and_rows_one_table_and_each_keeps_its_address() {
    let browser = Browser::new();
    let home = founded(&browser);
    let lines = "# Water\nThe river is *low*.\n- eels\n- salmon\n1. meet\n2. agree\n\
                 | who | wants |\n|---|---|\n| fishers | eels |\n> We were not asked.\n---\nEnd.";
    let (_, page) = text(&browser, &home, lines);
    let shown = article(&page);
    for (one, count) in [
        ("<ul>", 1),
        ("<ol>", 1),
        ("<li class=\"srow\"", 4),
        ("<table", 1),
    ] {
        assert_eq!(shown.matches(one).count(), count, "{one}: {shown}");
    }
    for words in [
        "<h2>",
        "<em>low</em>",
        "<th scope=\"col\">",
        "<blockquote>",
        "<hr id=",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(
        !shown.contains("|---|") && !shown.contains("- eels"),
        "{shown}"
    );
    // Eleven lines have an address each; the rule of the table says nothing and has none.
    assert_eq!(shown.matches(" id=\"").count(), 11, "{shown}");
    assert_eq!(
        shown.matches("/line/").count(),
        9,
        "headings and rules have no margin: {shown}"
    );
}

#[test]
fn notes_are_numbered_as_the_text_leads_to_them_and_missing_ones_say_so() {
    let browser = Browser::new();
    let home = founded(&browser);
    let lines = "[^weir]: Built in 1904.\nEels [^eel] left at the weir [^weir], they say [^none].\n\
                 [^eel]: Anguilla.\n[^idle]:";
    let (_, page) = text(&browser, &home, lines);
    let shown = article(&page);
    let first = shown.find("Anguilla").expect("a note");
    assert!(first < shown.find("1904").expect("another"), "{shown}");
    assert!(
        shown.contains("no such note here") && shown.contains("has no text yet"),
        "{shown}"
    );
    assert_eq!(shown.matches("<sup>").count(), 2, "{shown}");
}

#[test]
fn a_citation_leads_to_a_work_and_one_of_none_says_so() {
    let browser = Browser::new();
    let home = founded(&browser);
    let form = [
        ("title", "On rivers"),
        ("authors", "L. Moss"),
        ("issued", "1998-04"),
    ];
    let source = path(&browser.act(&format!("{home}/sources/add"), &form).0);
    let lines = format!(
        "Weirs kill [@{}, p. 12; @00000000].\nIn code `[@{}]` it is not one.",
        last(&source),
        last(&source)
    );
    let (document, page) = text(&browser, &home, &lines);
    let shown = article(&page);
    assert!(
        shown.contains("id=\"works\"") && shown.contains("On rivers"),
        "{shown}"
    );
    assert!(shown.contains("no such work here"), "{shown}");
    assert!(shown.contains("Apr. 1998"), "{shown}");
    assert_eq!(shown.matches("href=\"#w-").count(), 1, "{shown}");
    let by_author = browser
        .get(&format!("{document}?cite=author-date"))
        .expect(200);
    assert!(
        by_author
            .body
            .contains("<bdi>Moss, 1998</bdi></a><bdi>, p. 12</bdi>"),
        "{}",
        by_author.body
    );
}

#[test]
fn figures_are_drawn_with_a_date_and_one_of_nothing_says_so() {
    let browser = Browser::new();
    let home = founded(&browser);
    let question = "What does the river need?";
    let question = path(
        &browser
            .act(&format!("{home}/questions/add"), &[("text", question)])
            .0,
    );
    let form = [("text", "It needs eels."), ("under", last(&question))];
    let claim = path(&browser.act(&format!("{home}/claims/add"), &form).0);
    browser.act(&format!("{claim}/vote"), &[("choice", "agree")]);
    let lines = format!(
        "![Where we stand](figure:map/{})\n![Who](figure:matrix)\n![Asked](figure:ledger)\n\
         ![Covered](figure:coverage)\n![Shared](figure:shared)\n![Gone](figure:map/00000000)\n\
         ![Pie](figure:pie)",
        last(&question)
    );
    let (_, page) = text(&browser, &home, &lines);
    let shown = article(&page);
    assert_eq!(shown.matches("<figure").count(), 7, "{shown}");
    assert_eq!(shown.matches("As of ").count(), 5, "{shown}");
    assert!(shown.contains("nothing here for this figure"), "{shown}");
    assert!(shown.contains("No such figure"), "{shown}");
    assert!(
        shown.contains("It needs eels."),
        "the map of few shows the votes: {shown}"
    );
}

#[test]
fn scripts_are_words_and_long_and_wide_lines_are_shown() {
    let browser = Browser::new();
    let home = founded(&browser);
    let wide = format!("|{}", " x |".repeat(500));
    let long = "é".repeat(8 * 1024);
    let lines = format!(
        "<script>alert(1)</script>\n| <img src=x onerror=alert(1)> |\n- [a](javascript:alert(1))\n\
         [^n]: <b onclick=x>n</b>\n![<script>](figure:pie)\n{wide}\n{long}"
    );
    let (_, page) = text(&browser, &home, &lines);
    let shown = article(&page);
    assert!(
        !shown.contains("<script") && !shown.contains("<img"),
        "{shown}"
    );
    assert!(
        !shown.contains("javascript:") && !shown.contains("<b "),
        "{shown}"
    );
    assert!(shown.contains(&long));
    assert_eq!(
        shown.matches("<td>").count(),
        501,
        "the row above the wide one is one table with it"
    );
}

#[test]
fn something_is_taken_up_from_its_page_and_the_margin_says_what_became_of_it() {
    let browser = Browser::new();
    let home = founded(&browser);
    let (document, _) = text(&browser, &home, "The river is low.");
    let claim = path(
        &browser
            .act(&format!("{home}/claims/add"), &[("text", "Eels matter.")])
            .0,
    );
    let page = browser.get(&claim).expect(200);
    let links = page.attributes("href");
    let way = links
        .iter()
        .find(|it| it.contains("/use/"))
        .expect("a way to take it up");
    let form = browser.get(&unescaped(way)).expect(200);
    assert!(form.body.contains("Eels matter.") && form.body.contains("The river is low."));
    let fields = [
        ("document", last(&document)),
        ("text", "Eels matter to all."),
    ];
    let (location, page) = browser.act(&format!("{}/now", path(way)), &fields);
    assert!(location.starts_with(&document), "{location}");
    assert!(page.body.contains("Eels matter to all."));
    assert!(
        article(&page).contains("Rests on one thing"),
        "{}",
        page.body
    );
    let line = location.split('#').nth(1).expect("at its line").to_owned();
    browser.act(
        &format!("{home}/thing/{}/withdraw", last(&claim)),
        &[("reason", "No.")],
    );
    for path in [document.clone(), format!("{home}/line/{line}")] {
        let page = browser.get(&path).expect(200);
        assert!(
            page.body.contains("This was taken back since:"),
            "{}",
            page.body
        );
    }
    // The other line comes to rest on it too, and lets it go again.
    let lines = browser.get(&document).expect(200).attributes("href");
    let other = lines
        .iter()
        .find(|it| it.contains("/line/") && !it.ends_with(&line));
    let other = other.expect("the first line").clone();
    let (_, page) = browser.act(&format!("{other}/attach"), &[("of", last(&claim))]);
    assert!(page.body.contains("rests on one thing"), "{}", page.body);
    let of = hidden(&page, "of");
    let (_, page) = browser.act(&format!("{other}/detach"), &[("of", &of)]);
    assert!(page.body.contains("rests on nothing"), "{}", page.body);
}

#[test]
fn a_passage_of_a_turn_is_taken_up_in_a_new_text() {
    let browser = Browser::new();
    let home = founded(&browser);
    let form = [("title", "Upstream"), ("state", "open")];
    let dialogue = path(&browser.act(&format!("{home}/dialogues/begin"), &form).0);
    let said = [(
        "text",
        "The weir took the eels.\n\nNobody asked the fishers.",
    )];
    let (_, page) = browser.act(&format!("{dialogue}/say"), &said);
    let links = page.attributes("href");
    let way = links
        .iter()
        .find(|it| it.contains("/use/") && it.contains("paragraph=2"));
    let way = unescaped(way.expect("beside the paragraph"));
    let form = browser.get(&way).expect(200);
    assert_eq!(hidden(&form, "quote"), "Nobody asked the fishers.");
    let fields = [
        ("title", "In short"),
        ("text", "The fishers were not asked."),
        ("quote", "Nobody asked the fishers."),
    ];
    let (_, page) = browser.act(&format!("{}/now", path(&way)), &fields);
    let shown = article(&page);
    assert!(shown.contains("The fishers were not asked."), "{shown}");
    assert!(
        shown.contains("<q>") && shown.contains("Nobody asked the fishers."),
        "{shown}"
    );
}

#[test]
fn a_line_is_worded_in_place_against_what_was_seen() {
    let browser = Browser::new();
    let home = founded(&browser);
    let (document, page) = text(&browser, &home, "The weir holds.\nEnd.");
    let line = page.attributes("href");
    let line = line
        .iter()
        .find(|it| it.contains("/line/"))
        .expect("a line")
        .clone();
    let there = format!("{document}?write=lines&line={}", last(&line));
    let form = browser.get(&there).expect(200);
    let base = hidden(&form, "base");
    let word = |text: &str| {
        let fields = [("base", base.as_str()), ("text", text), ("write", "lines")];
        browser.act(&format!("{line}/word"), &fields).1
    };
    let page = word("The weir leaks.\nIt was built in 1904.");
    let shown = article(&page);
    let place = |words: &str| {
        shown
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {shown}"))
    };
    assert!(place("leaks") < place("1904") && place("1904") < place("End."));
    let page = word("The weir is gone.");
    let shown = article(&page);
    assert!(shown.contains("2 wordings stand side by side"), "{shown}");
    assert!(
        shown.contains("The weir leaks.") && shown.contains("The weir is gone."),
        "{shown}"
    );
    assert!(!shown.contains("The weir holds."), "{shown}");
}

#[test]
fn three_hundred_wordings_of_one_line_are_readable() {
    let browser = Browser::new();
    let home = founded(&browser);
    let (document, page) = text(&browser, &home, "The weir holds.");
    let line = page.attributes("href");
    let line = line
        .iter()
        .find(|it| it.contains("/line/"))
        .expect("a line")
        .clone();
    let form = browser
        .get(&format!("{document}?write=lines&line={}", last(&line)))
        .expect(200);
    let base = hidden(&form, "base");
    for number in 0..300 {
        let text = format!("Wording number {number} of the weir.");
        let fields = [("base", base.as_str()), ("text", text.as_str())];
        browser.post(&format!("{line}/word"), &fields).expect(303);
    }
    let page = browser.get(&document).expect(200);
    let shown = article(&page);
    assert!(shown.contains("300 wordings stand side by side"), "{shown}");
    assert!(shown.contains("297 more wordings"), "{shown}");
    for number in 0..300 {
        assert!(
            shown.contains(&format!("Wording number {number} of")),
            "{number}"
        );
    }
}

#[test]
fn a_draft_of_a_text_is_kept_with_what_it_was_loaded_from() {
    let browser = Browser::new();
    let home = founded(&browser);
    let (document, page) = text(&browser, &home, "The weir holds.");
    let line = page.attributes("href");
    let line = line
        .iter()
        .find(|it| it.contains("/line/"))
        .expect("a line")
        .clone();
    let edit = browser.get(&format!("{document}/edit")).expect(200);
    let base = hidden(&edit, "base");
    let keep = format!("{home}/draft/{}", last(&document));
    let fields = [
        ("draft", "save-synthesis"),
        ("base", base.as_str()),
        ("text", "The weir leaks."),
    ];
    browser.act(&keep, &fields);
    let meanwhile = [("base", base.as_str()), ("text", "The weir stands.")];
    browser.act(&format!("{line}/word"), &meanwhile);
    let browser = browser.killed_and_started_again();
    let edit = browser.get(&format!("{document}/edit")).expect(200);
    assert!(edit.body.contains("The weir leaks."), "{}", edit.body);
    assert_eq!(
        hidden(&edit, "base"),
        base,
        "it is saved against what it was loaded from"
    );
}
