use polylogue_node::rendered::paragraphs;

use super::place::Sought;
use super::*;

fn shown(markdown: &str) -> String {
    show_prose(
        &read(markdown),
        Showing::plain("/c/x/thing/", "/c/x/search?words="),
    )
    .0
}

#[test]
fn paragraphs_agree_with_the_node() {
    let texts = [
        "# *Water*\n\nGo [on](http://a.example),\nplease.\n\n- one\n- two\n\n  three\n",
        "| a | b |\n|---|---|\n| c | d |\n\nafter\n\n```\ncode\n\nmore\n```\n",
        "a <b>c</b> d\n\n<div>\nblock\n</div>\n\n> quoted\n> on\n\n1. x\n2. y\n",
        "note[^1]\n\n[^1]: The note.\n\n\\\n\n![alt](http://a.example/b.png)\n",
    ];
    for text in texts {
        assert_eq!(read(text).paragraphs, paragraphs(text), "{text}");
    }
}

#[test]
fn a_script_is_inert() {
    let html = shown("<script>alert(1)</script>\n\nand <img src=x onerror=alert(1)> here");
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{html}"
    );
    assert!(html.contains("&lt;script&gt;"));
}

#[test]
fn only_safe_links_are_links() {
    let html =
        shown("[a](javascript:alert(1)) [b](http://b.example/?q=\"x\") [c](data:text/html,x)");
    assert!(
        !html.contains("javascript:") && !html.contains("data:"),
        "{html}"
    );
    assert!(html.contains("href=\"http://b.example/"));
    assert!(shown("[d](//evil.example)").contains("<p>d</p>"));
    assert!(shown("[e](JaVaScRiPt:x)").contains("<p>e</p>"));
    assert!(shown("![a picture](http://c.example/x.png)").contains("<a rel"));
}

#[test]
fn links_inside_lead_inside() {
    let html = shown("[a](polylogue:abcdef0123) and [b](wiki:Some_Page)");
    assert!(html.contains("href=\"/c/x/thing/abcdef0123\""), "{html}");
    assert!(
        html.contains("href=\"/c/x/search?words=Some%20Page\""),
        "{html}"
    );
}

#[test]
fn headings_never_skip_a_level() {
    let html = shown("#### deep\n\n# top\n\n###### deeper\n");
    assert!(html.starts_with("<h3>deep</h3>"), "{html}");
    assert!(
        html.contains("<h3>top</h3>") && html.contains("<h4>deeper</h4>"),
        "{html}"
    );
}

#[test]
fn a_passage_is_underlined_where_it_stands() {
    let text = read("One *two\nthree* four.\n\nFive six.");
    let sought = Sought {
        exact: "two three four. Five",
        before: "One ",
        after: "",
        start: 4,
    };
    let found = locate(&text, sought);
    assert_eq!(found, [(1, 4, 19), (2, 0, 4)]);
    let underlines: Vec<Underline> = found
        .into_iter()
        .map(|(paragraph, start, end)| Underline {
            paragraph,
            start,
            end,
            class: "challenge",
            key: (paragraph == 2).then(|| ("a".into(), "m-1".into(), "Remark a".into())),
        })
        .collect();
    let showing = Showing {
        underlines: &underlines,
        ..Showing::plain("", "")
    };
    let html = show_prose(&text, showing).0;
    assert!(
        html.contains("One <em><span class=\"pas challenge\">two</span>"),
        "{html}"
    );
    assert!(
        html.contains("<span class=\"pas challenge\">Five</span><a class=\"key\""),
        "{html}"
    );
}

#[test]
fn each_paragraph_of_a_list_has_its_address() {
    let text = read("- one\n- two\n");
    let showing = Showing {
        prefix: "t4",
        ..Showing::plain("", "")
    };
    let html = show_block(&text.blocks[0], showing).0;
    assert!(
        html.contains("id=\"t4-2\"") && !html.contains("t4-1"),
        "{html}"
    );
}

#[test]
fn notes_and_citations_are_what_a_page_makes_of_them_and_words_elsewhere() {
    let text = read("Eels [^eel] and [@1a2b3c4d p. 2], in code `[^eel]`.");
    let plain = Showing::plain("", "");
    assert!(
        show_prose(&text, plain)
            .0
            .contains("Eels [^eel] and [@1a2b3c4d p. 2], in")
    );
    let mut marks = Marks::new();
    marks.insert("[^eel]".to_owned(), maud::html! { sup { "1" } });
    let showing = Showing {
        marks: Some(&marks),
        ..plain
    };
    let html = show_inline(&text, showing).0;
    assert_eq!(
        html,
        "Eels <sup>1</sup> and [@1a2b3c4d p. 2], in code <code>[^eel]</code>."
    );
    let words = "Eels [^eel] and [@1a2b3c4d p. 2], in code [^eel].";
    assert_eq!(text.paragraphs, [words]);
    assert!(show_inline(&read("- a\n- b"), plain).0.starts_with("<ul>"));
}
