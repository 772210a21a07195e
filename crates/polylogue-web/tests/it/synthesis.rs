//! Texts written together: a synopsis written on, saved line by line, two wordings side by side.

use crate::browser::{Browser, Page, unescaped};

/// The value of a hidden or other field of a form.
fn field(page: &Page, name: &str) -> String {
    let needle = format!("name=\"{name}\" value=\"");
    let rest = page.body.split(&needle).nth(1).expect("the field is there");
    unescaped(rest.split('"').next().unwrap_or_default())
}

/// What stands in the field for the text.
fn text(page: &Page) -> String {
    let rest = page
        .body
        .split("<textarea")
        .nth(1)
        .expect("a field for the text");
    let rest = rest.split_once('>').expect("it begins").1;
    // A browser passes over a line end right behind the tag.
    let text = rest.split("</textarea>").next().unwrap_or_default();
    unescaped(text.strip_prefix('\n').unwrap_or(text))
}

fn begun(lines: &str) -> (Browser, String) {
    let browser = Browser::new();
    let (home, _) = browser.act("/found", &[("title", "River talks"), ("name", "Ada")]);
    let home = home.split(['?', '#']).next().unwrap_or_default().to_owned();
    let (edit, page) = browser.act(&format!("{home}/syntheses/begin"), &[("title", "In short")]);
    let path = edit.trim_end_matches("/edit").to_owned();
    let form = [("base", field(&page, "base")), ("text", lines.to_owned())];
    save(&browser, &path, &form);
    (browser, path)
}

fn save(browser: &Browser, path: &str, form: &[(&str, String); 2]) -> Page {
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    browser.act(&format!("{path}/save"), &form).1
}

/// Links to lines, in their order.
fn lines(page: &Page) -> Vec<String> {
    let links = page.attributes("href").into_iter();
    links.filter(|it| it.contains("/line/")).collect()
}

#[test]
fn two_who_change_one_line_leave_two_wordings_until_one_is_settled() {
    let (browser, path) = begun("The river is low.\nThe weir holds.\nWe meet in May.");
    let edit = browser.get(&format!("{path}/edit")).expect(200);
    assert_eq!(
        text(&edit),
        "The river is low.\nThe weir holds.\nWe meet in May."
    );
    let before = lines(&browser.get(&path).expect(200));
    assert_eq!(before.len(), 3);
    let base = field(&edit, "base");
    let changed = |to: &str| text(&edit).replace("The weir holds.", to);
    save(
        &browser,
        &path,
        &[("base", base.clone()), ("text", changed("The weir leaks."))],
    );
    let other = changed("The weir still holds.").replace("in May", "in June");
    let page = save(&browser, &path, &[("base", base), ("text", other)]);
    for words in [
        "The weir leaks.",
        "The weir still holds.",
        "We meet in June.",
        "The river is low.",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(!page.body.contains("The weir holds.") && !page.body.contains("in May"));
    let now: std::collections::BTreeSet<String> = lines(&page).into_iter().collect();
    assert_eq!(
        now,
        before.iter().cloned().collect(),
        "lines keep their ids"
    );
    let line = browser.get(&before[1]).expect(200);
    assert!(line.body.contains("The weir leaks.") && line.body.contains("The weir still holds."));
    let kept = field(&line, "wording");
    let (_, settled) = browser.act(&format!("{}/settle", before[1]), &[("wording", &kept)]);
    let stands = ["The weir leaks.", "The weir still holds."];
    let count = stands
        .iter()
        .filter(|it| settled.body.contains(**it))
        .count();
    assert_eq!(count, 1, "{}", settled.body);
}

#[test]
fn the_trace_of_a_line_begins_with_the_words_that_stand_now() {
    let (browser, path) = begun("The weir holds.");
    let edit = browser.get(&format!("{path}/edit")).expect(200);
    let line = lines(&browser.get(&path).expect(200))[0].clone();
    let form = [
        ("base", field(&edit, "base")),
        ("text", "The weir leaks.".to_owned()),
    ];
    save(&browser, &path, &form);
    let trace = browser.get(&line.replace("/line/", "/trace/")).expect(200);
    assert!(trace.body.contains("The weir leaks."), "{}", trace.body);
    assert!(!trace.body.contains("The weir holds."), "{}", trace.body);
}

#[test]
fn what_is_saved_unchanged_or_twice_writes_nothing() {
    let (browser, path) = begun("One line of words.\nAnother of other kind.");
    let edit = browser.get(&format!("{path}/edit")).expect(200);
    let form = [
        ("base", field(&edit, "base")),
        ("text", format!("{}\n\n", text(&edit))),
    ];
    save(&browser, &path, &form);
    let again = browser.get(&format!("{path}/edit")).expect(200);
    assert_eq!(field(&again, "base"), form[0].1, "the same wordings stand");
    let refused = browser.post(
        &format!("{path}/save"),
        &[("base", "nonsense"), ("text", "x")],
    );
    assert_ne!(refused.status, 303, "{}", refused.body);
}

#[test]
fn a_line_without_a_trace_is_somebodys_assertion_and_may_be_struck() {
    let (browser, path) = begun("# In short\nIt will be dry.");
    let page = browser.get(&path).expect(200);
    assert!(
        page.body.contains("untraced") && page.body.contains("<h2>"),
        "{}",
        page.body
    );
    let line = lines(&page)[0].clone();
    browser.act(&format!("{line}/strike"), &[("struck", "yes")]);
    let page = browser.get(&path).expect(200);
    assert!(!page.body.contains("It will be dry.") && page.body.contains("one line struck"));
    browser.act(&format!("{line}/strike"), &[]);
    assert!(
        browser
            .get(&path)
            .expect(200)
            .body
            .contains("It will be dry.")
    );
}

/// A long text is shown in parts; a line keeps its number and is found in its part, and a note
/// stands where it is led to, with its number in the whole.
#[test]
fn a_long_text_is_shown_in_parts_and_a_line_leads_to_its_own() {
    let mut text: Vec<String> = (1..=450).map(|it| format!("Line {it} says so.")).collect();
    text[2] = "Line 3 says so.[^a]".to_owned();
    text[299] = "Line 300 says so.[^b]".to_owned();
    text.push("[^a]: The first note.".to_owned());
    text.push("[^b]: The second note.".to_owned());
    let (browser, path) = begun(&text.join("\n"));
    let first = browser.get(&path).expect(200);
    assert!(first.body.contains("Line 200 says so.") && !first.body.contains("Line 201 says"));
    assert!(first.body.contains("The first note.") && !first.body.contains("The second note."));
    let second = browser.get(&format!("{path}?from=200")).expect(200);
    assert!(second.body.contains("Line 201 says so.") && second.body.contains("Line 400 says"));
    assert!(!second.body.contains("Line 200 says") && !second.body.contains("Line 401 says"));
    assert!(second.body.contains("The second note.") && !second.body.contains("The first note."));
    assert!(
        second.body.contains("value=\"2\""),
        "a note keeps its number"
    );
    assert!(second.body.contains("Line 300: ") || second.body.contains(">300</a>"));
    let last = browser.get(&format!("{path}?from=9999")).expect(200);
    assert!(last.body.contains("Line 450 says so.") && !last.body.contains("Line 400 says"));
    let link = lines(&second).into_iter().nth(150).expect("a line");
    let line = browser.get(&link).expect(200);
    let back = line.attributes("href").into_iter();
    let back = back.map(|it| unescaped(&it)).find(|it| it.contains("at="));
    let back = back.expect("the way back names the line");
    let part = browser
        .get(back.split('#').next().unwrap_or_default())
        .expect(200);
    let anchor = back.split('#').nth(1).expect("and its place");
    assert!(part.body.contains(&format!("id=\"{anchor}\"")), "{back}");
    assert!(
        part.body.contains("Line 201 says so."),
        "it is the same part"
    );
}

/// The synopsis of the sample, written on: every line rests on what it was made of, and nothing
/// is stronger than that.
#[test]
fn a_synopsis_written_on_says_what_its_remarks_say() {
    let (browser, home) = Browser::with_sample();
    let sift = browser.get(&format!("{home}/sift")).expect(200);
    let links = sift.attributes("href");
    let synopsis = links
        .iter()
        .find(|it| it.contains("/sift/synopsis/"))
        .expect("one speaks");
    let (document, page) = browser.act(&format!("{synopsis}/write"), &[]);
    assert!(document.contains("/synthesis/"), "{document}");
    let clauses = browser
        .get(synopsis)
        .expect(200)
        .body
        .matches("class=\"mv-link\"")
        .count();
    assert_eq!(lines(&page).len(), clauses, "a line for each clause");
    assert!(!page.body.contains("untraced"));
    let drifted: Vec<&str> = page.body.split("class=\"state drift\">").skip(1).collect();
    let drifted: Vec<&str> = drifted
        .iter()
        .map(|it| it.split('<').next().unwrap_or_default())
        .collect();
    assert!(drifted.is_empty(), "{drifted:?}");
    let line = browser.get(&lines(&page)[0]).expect(200);
    assert!(line.body.contains("/move/"), "it opens what it rests on");
}

/// What a line is in the text, it is in the edition: neighbouring items are one list, neighbouring
/// rows one table, and a note stands at the end, is led to by its number, and leads back.
#[test]
fn an_edition_reads_as_its_text_does() {
    let text = "# Low water\n- The weir holds.\n- The mill waits.\n| Week | Level |\n\
                | --- | --- |\n| 1 | low |\n> Said by many.\nIt is dry.[^why]\n[^why]: Since May.";
    let (browser, path) = begun(text);
    let (_, page) = browser.act(&format!("{path}/edition"), &[("name", "1.0")]);
    let book = page.body.split("<article class=\"book\">").nth(1);
    let book = book.and_then(|it| it.split("</article>").next());
    let book = book.expect("a text");
    for (what, count) in [
        ("<ul>", 1),
        ("<li class=\"srow\" id=\"l2\"", 1),
        ("<li class=\"srow\" id=\"l3\"", 1),
        ("<table", 1),
        ("<th scope=\"col\">", 2),
        ("<blockquote>", 1),
        ("<sup><a href=\"#l9\" aria-label=\"Note 1\">1</a>", 1),
        ("<a href=\"#l8\">back to line ", 1),
        ("[^why]", 0),
        ("---", 0),
    ] {
        assert_eq!(book.matches(what).count(), count, "{what}: {book}");
    }
}

#[test]
fn a_text_is_frozen_signed_and_given_as_a_file_that_anyone_can_check() {
    let (browser, path) = begun("# Low water\nThe weir holds.");
    let refused = browser.post(&format!("{path}/edition"), &[("name", "")]);
    assert!(refused.body.contains("role=\"alert\""), "{}", refused.body);
    let (edition, page) = browser.act(&format!("{path}/edition"), &[("name", "1.0")]);
    assert!(edition.contains("/edition/"), "{edition}");
    for words in ["Low water", "The weir holds.", "Nobody has signed it yet."] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    // What changes afterwards changes the text, and not the edition.
    let edit = browser.get(&format!("{path}/edit")).expect(200);
    let form = [
        ("base", field(&edit, "base")),
        ("text", "# Low water\nThe weir leaks.".to_owned()),
    ];
    save(&browser, &path, &form);
    let sign = [("as", "reservation"), ("words", "Not in winter.")];
    let (_, page) = browser.act(&format!("{edition}/sign"), &sign);
    for words in ["The weir holds.", "with a reservation", "Not in winter."] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(!page.body.contains("The weir leaks."));
    let file = browser.get(&format!("{edition}/file")).expect(200);
    assert!(
        file.body.starts_with("polylogue-edition 1"),
        "{}",
        file.body
    );
    let list = path.split("/synthesis/").next().unwrap_or_default();
    let list = browser.get(&format!("{list}/editions")).expect(200);
    assert!(list.body.contains("signed by one person"), "{}", list.body);
}
