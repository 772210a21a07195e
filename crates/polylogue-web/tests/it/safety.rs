//! Who is let in, and what a hostile page or text can do: nothing.

use crate::browser::Browser;

#[test]
fn a_form_of_a_foreign_origin_is_stopped() {
    let (browser, commons) = Browser::with_sample();
    let path = format!("{commons}/questions/add");
    let body = "text=Whose%3F";
    let foreign: [&[(&str, &str)]; 4] = [
        &[("Origin", "http://evil.example")],
        &[("Origin", "null")],
        &[("Sec-Fetch-Site", "cross-site")],
        &[
            ("Sec-Fetch-Site", "same-site"),
            ("Origin", "http://localhost:1"),
        ],
    ];
    for headers in foreign {
        let page = browser.send("POST", &path, headers, body).expect(403);
        assert!(page.body.contains("nothing was changed"), "{}", page.body);
    }
    let own = [("Origin", "null"), ("Sec-Fetch-Site", "same-origin")];
    browser.send("POST", &path, &own, body).expect(303);
}

#[test]
fn an_unknown_host_is_not_answered() {
    let (browser, commons) = Browser::with_sample();
    for host in [
        "evil.example",
        "evil.example:80",
        "127.0.0.1",
        "127.0.0.1.evil.example",
    ] {
        let page = browser
            .send("GET", &commons, &[("Host", host)], "")
            .expect(421);
        assert!(!page.body.contains("What needs you"));
    }
}

#[test]
fn whoever_was_not_let_in_sees_nothing() {
    let (mut browser, commons) = Browser::with_sample();
    browser.get(&commons).expect(200);
    let cookie = std::mem::take(&mut browser.cookie);
    let page = browser.get(&commons).expect(401);
    assert!(page.body.contains("has not been let in") && page.body.contains(&commons));
    browser
        .post(&format!("{commons}/questions/add"), &[("text", "x")])
        .expect(401);
    browser
        .get("/enter/00112233445566778899aabbccddeeff")
        .expect(403);
    for elsewhere in ["//evil.example/x", "/\\evil.example", "/\\/evil.example"] {
        let links = browser.get(elsewhere).expect(401).attributes("href");
        let leads_off = |it: &String| it.starts_with("//") || it.starts_with("/\\");
        assert!(!links.iter().any(leads_off), "{elsewhere}: {links:?}");
    }
    let entry = browser.another_entry();
    let entered = browser.get(&format!("{entry}{commons}")).expect(303);
    assert_eq!(entered.header("location"), commons);
    browser.cookie = cookie;
    browser.get(&format!("{entry}//evil.example")).expect(303);
}

#[test]
fn every_answer_carries_its_policy() {
    let (browser, commons) = Browser::with_sample();
    for path in ["/", &commons, "/nowhere", "/assets/base.css"] {
        let page = browser.get(path);
        let policy = page.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self'"),
            "{path}: {policy}"
        );
        for part in [
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert!(!page.header("referrer-policy").is_empty());
    }
}

#[test]
fn a_script_in_any_text_is_inert() {
    let browser = Browser::new();
    let script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let (home, page) = browser.act(
        "/found",
        &[("title", script), ("question", script), ("name", script)],
    );
    let body = page.without_our_script();
    assert!(
        !body.contains("<script") && !body.contains("<img"),
        "{body}"
    );
    let (dialogue, _) = browser.act(
        &format!("{home}/dialogues/begin"),
        &[("title", script), ("about", script)],
    );
    let dialogue = dialogue.split('?').next().unwrap_or_default().to_owned();
    let text = format!("{script}\n\n[go](javascript:alert(1)) [x](http://a.example/\"onclick=\"y)");
    let (_, page) = browser.act(&format!("{dialogue}/say"), &[("text", &text)]);
    let body = page.without_our_script();
    assert!(
        !body.contains("<script") && !body.contains("<img"),
        "{body}"
    );
    assert!(
        !body.contains("javascript:") && !body.contains("\"onclick"),
        "{body}"
    );
    assert!(
        body.contains("&lt;script&gt;"),
        "the words stay readable: {body}"
    );
}

#[test]
fn a_text_nobody_would_write_is_shown_as_it_was_typed() {
    let browser = Browser::new();
    let (home, _) = browser.act(
        "/found",
        &[("title", "T"), ("question", "Q"), ("name", "N")],
    );
    let (dialogue, _) = browser.act(
        &format!("{home}/dialogues/begin"),
        &[("title", "D"), ("about", "")],
    );
    let dialogue = dialogue.split('?').next().unwrap_or_default().to_owned();
    let table = format!("{}|\n{}|\n", "|a".repeat(200), "|-".repeat(200));
    for text in [
        ">".repeat(30_000),
        "- ".repeat(15_000),
        format!("{}{}", "*a ".repeat(5_000), " b*".repeat(5_000)),
        format!("{table}{}", "x\n".repeat(15_000)),
    ] {
        let (_, page) = browser.act(&format!("{dialogue}/say"), &[("text", &text)]);
        assert!(
            page.body.len() < 4 * text.len() + 200_000,
            "{}",
            page.body.len()
        );
    }
    browser.get(&home).expect(200);
}

#[test]
fn ten_megabytes_get_a_clear_sentence() {
    let (browser, commons) = Browser::with_sample();
    let list = browser.get(&format!("{commons}/dialogues")).expect(200);
    let links = list.attributes("href");
    let dialogue = links
        .iter()
        .find(|it| it.contains("/dialogue/"))
        .expect("there is one");
    let text = "a".repeat(10 * 1024 * 1024);
    let page = browser
        .post(&format!("{dialogue}/say"), &[("text", &text)])
        .expect(413);
    assert!(page.body.contains("too long for one form") && page.body.contains("back button"));
}

#[test]
fn control_characters_and_odd_names_do_no_harm() {
    let browser = Browser::new();
    let name = "\u{202e}gnp.exe \u{0007}𝕬𝖉𝖆";
    let (home, page) = browser.act("/found", &[("title", "T\u{0000}itle"), ("name", name)]);
    assert!(
        !page.body.contains('\u{202e}') && !page.body.contains('\u{0000}'),
        "{}",
        page.body
    );
    let odd = format!("{home}/search?words=%00%ff%27%22OR%201%3D1&by=%00&thing=x&perspective=zz");
    assert!(browser.get(&odd).status < 500);
    assert!(
        browser
            .get(&format!("{home}/moves?from=99999999999999999999&kind=no"))
            .status
            < 500
    );
    assert!(
        browser
            .get(&format!("{home}/moves?from=18446744073709551615"))
            .status
            < 500
    );
}
