//! Pages as somebody hears them: headings, sentences, fields and buttons in reading order, kept
//! as text in `tests/pages`. After a change that is meant, `POLYLOGUE_PAGES=write cargo test -p
//! polylogue-web pages_read` writes them anew; the difference is then read like any other.

use std::fs;
use std::path::Path;

use polylogue_web::routes::{Answer, ROUTES};

use crate::browser::{Browser, unescaped};

fn path(location: &str) -> String {
    let end = location.find(['?', '#']).unwrap_or(location.len());
    location[..end].to_owned()
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// What an address says was just done.
fn done(location: &str) -> &str {
    let done = location.split("done=").nth(1).unwrap_or_default();
    done.split('#').next().unwrap_or_default()
}

/// A small commons with something of everything; the paths of its pages by name.
fn small(browser: &Browser) -> Vec<(&'static str, String)> {
    let form = [
        ("title", "River talks"),
        ("question", "Who looks after the river?"),
        ("name", "Ada"),
    ];
    let home = path(&browser.act("/found", &form).0);
    let add =
        |part: &str, form: &[(&str, &str)]| path(&browser.act(&format!("{home}/{part}"), form).0);
    let form = [("name", "Fishers"), ("summary", "The river *feeds* us.")];
    let fishers = add("perspectives/add", &form);
    let form = [("name", "Engineers"), ("summary", "The river can be led.")];
    let engineers = add("perspectives/add", &form);
    let question = add("questions/add", &[("text", "What does the river need?")]);
    let form = [
        ("title", "Upstream, downstream"),
        ("perspectives", last(&fishers)),
        ("perspectives", last(&engineers)),
        ("questions", last(&question)),
        ("state", "open"),
    ];
    let dialogue = add("dialogues/begin", &form);
    let form = [
        (
            "text",
            "The weir took the eels.\n\nNobody asked the fishers.",
        ),
        ("perspective", last(&fishers)),
        ("voice", "within"),
    ];
    let (_, page) = browser.act(&format!("{dialogue}/say"), &form);
    let links = page.attributes("href");
    let turn = links.iter().find(|it| it.contains("/turn/"));
    let turn = path(turn.expect("it is linked"));
    let form = [
        ("kind", "cautions"),
        ("object", "an empty river"),
        ("paragraph", "1"),
    ];
    let (made, _) = browser.act(&format!("{home}/moves/on/{}/now", last(&turn)), &form);
    let remark = format!("{home}/move/{}", done(&made));
    let form = [("text", "Weirs need fish ladders."), ("paragraph", "1")];
    let claim = path(&browser.act(&format!("{turn}/lift"), &form).0);
    let form = [
        ("title", "Taking out a weir"),
        ("place", "On the Sélune"),
        ("outcomes", "Eels came back."),
    ];
    let practice = add("practices/add", &form);
    let form = [
        ("title", "On rivers"),
        ("authors", "L. Moss"),
        ("licence", "CC0-1.0"),
    ];
    let source = add("sources/add", &form);
    let form = [
        ("others", last(&engineers)),
        ("way", "dialogue"),
        ("reason", "Both live by it."),
    ];
    add(&format!("thing/{}/suggest", last(&fishers)), &form);
    let people = browser.get(&format!("{home}/people")).attributes("href");
    let person = people.iter().find(|it| it.contains("/person/"));
    let person = path(person.expect("Ada is named"));
    let things = [
        dialogue, turn, remark, fishers, question, claim, practice, source, person,
    ];
    let written = written(browser, &home);
    let critique = criticised(browser, &home, &written);
    let pages = named(home, things).into_iter().chain(written);
    pages.chain(critique).collect()
}

/// What is said of that text, its stage and an action that comes of it.
fn criticised(
    browser: &Browser,
    home: &str,
    written: &[(&'static str, String)],
) -> Vec<(&'static str, String)> {
    let of = |name: &str| {
        let found = written.iter().find(|it| it.0 == name);
        path(&found.expect("it was written").1)
    };
    let (document, line) = (of("synthesis"), of("line"));
    let act = |at: String, form: &[(&str, &str)]| path(&browser.act(&at, form).0);
    let form = [
        ("text", "It was counted."),
        ("words", "the eels"),
        ("proposes", "The weir took many eels."),
    ];
    let comment = act(format!("{line}/comment"), &form);
    act(format!("{comment}/vote"), &[("choice", "agree")]);
    act(format!("{comment}/reply"), &[("text", "By whom?")]);
    let form = [
        ("disposed", "adapted"),
        ("reason", "Nobody knows how many."),
    ];
    act(format!("{comment}/dispose"), &form);
    act(format!("{document}/comment"), &[("text", "Too short.")]);
    let form = [
        ("title", "We read it otherwise"),
        ("text", "The eels went before the weir."),
    ];
    let dissent = act(format!("{document}/dissents/add"), &form);
    let form = [("edition", "The first edition"), ("reason", "It overlaps.")];
    let left_out = act(format!("{document}/leave-out"), &form);
    let form = [
        ("name", "Gather"),
        ("needs", "Every village was asked."),
        ("starts", "2026-12-01"),
        ("until", "2026-12-24"),
    ];
    let stages = act(format!("{home}/stages/add"), &form);
    let links = browser.get(&stages).attributes("href");
    let stage = links.iter().find(|it| it.contains("/stage/"));
    let form = [("text", "Repair the weir."), ("until", "2126-12-24")];
    let actions = act(format!("{home}/actions/add"), &form);
    vec![
        ("comments", format!("{document}/comments")),
        ("comment", comment),
        ("dissents", format!("{document}/dissents")),
        ("dissent", dissent),
        ("left-out", left_out),
        ("stages", stages),
        ("stage", stage.expect("a stage").clone()),
        ("actions", actions),
    ]
}

/// The pages of a text of two lines.
fn written(browser: &Browser, home: &str) -> [(&'static str, String); 6] {
    let list = format!("{home}/syntheses");
    let (edit, _) = browser.act(&format!("{list}/begin"), &[("title", "In short")]);
    let document = edit.trim_end_matches("/edit").to_owned();
    let form = [
        ("base", ""),
        ("text", "# Low water\nThe weir took the eels."),
    ];
    let (_, page) = browser.act(&format!("{document}/save"), &form);
    let links = page.attributes("href");
    let line = links
        .iter()
        .find(|it| it.contains("/line/"))
        .expect("a line");
    let line = line.clone();
    let form = [("name", "1.0"), ("open", "yes")];
    let (edition, _) = browser.act(&format!("{document}/edition"), &form);
    let sign = [("as", "reservation"), ("words", "Not the second line.")];
    browser.act(&format!("{edition}/sign"), &sign);
    [
        ("editions", format!("{home}/editions")),
        ("edition", edition),
        ("syntheses", list),
        ("synthesis-edit", edit),
        ("synthesis", document),
        ("line", line),
    ]
}

/// The paths of the pages by name.
#[expect(clippy::too_many_lines, reason = "a list, one page a line")]
fn named(home: String, things: [String; 9]) -> Vec<(&'static str, String)> {
    let [
        dialogue,
        turn,
        remark,
        fishers,
        question,
        claim,
        practice,
        source,
        person,
    ] = things;
    let within = |part: &str| format!("{home}/{part}");
    let under = last(&dialogue).to_owned();
    let map = |part: &str| within(&format!("map/{under}{part}"));
    let ends = format!("speaks={}&about={}", last(&fishers), last(&question));
    let (trace, became) = (
        format!("trace/{}", last(&claim)),
        format!("{person}/became"),
    );
    vec![
        ("sift", within("sift")),
        ("sift-questions", within("sift/questions")),
        ("sift-voices", within("sift/voices")),
        ("sift-coverage", within("sift/coverage")),
        ("sift-shared", within("sift/shared")),
        (
            "synopsis",
            within(&format!("sift/synopsis/{}", last(&fishers))),
        ),
        (
            "sift-cell",
            within(&format!("sift/cell?table=coverage&{ends}")),
        ),
        ("glossary", within("sift/glossary")),
        ("alike", within("sift/alike")),
        ("use", within(&format!("use/{}", last(&claim)))),
        ("bring-in", within("dialogues/bring-in")),
        ("agreement", within("sift/agreement")),
        ("trace", within(&trace)),
        ("became", became),
        ("maps", within("map")),
        ("map", map("")),
        ("map-table", map("/table")),
        ("map-past", map("/past")),
        ("commons", "/".to_owned()),
        ("join", "/join".to_owned()),
        ("languages", "/languages".to_owned()),
        ("dialogues", within("dialogues")),
        ("dialogue", dialogue),
        ("turn", format!("{turn}?paragraph=2")),
        (
            "mark",
            within(&format!("moves/on/{}?paragraph=1", last(&turn))),
        ),
        ("move", remark),
        ("perspectives", within("perspectives")),
        ("perspective", fishers),
        ("question", question),
        ("claims", within("claims")),
        ("claim", claim),
        ("vote", within("vote")),
        ("people", within("people")),
        ("invite", within("invite")),
        ("charter", within("charter")),
        ("log", within("log")),
        ("settings", within("settings")),
        ("devices", within("devices")),
        ("practice", practice),
        ("source", source),
        ("sources", within("sources")),
        ("practices", within("practices")),
        ("questions", within("questions")),
        ("moves", within("moves")),
        ("signs", within("signs")),
        ("status", within("status")),
        ("record", within("record")),
        ("suggestions", within("suggestions")),
        ("thing", within(&format!("thing/{}", last(&turn)))),
        ("person", person),
        ("search", within("search?words=fishers")),
        ("not-found", within("turn/00000000")),
        ("home", home),
    ]
}

/// A page's main part in reading order, a line for each block.
fn outline(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap_or_default();
    let main = main.split("</main>").next().unwrap_or_default();
    let mut lines = Lines::default();
    let mut rest = main.split_once('>').map_or("", |(_, rest)| rest);
    while let Some((text, after)) = rest.split_once('<') {
        lines.text(text);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        lines.tag(tag);
        rest = after;
    }
    lines.flush();
    lines.all
}

#[derive(Default)]
struct Lines {
    all: String,
    now: String,
    sign: &'static str,
    /// The element whose content is passed over.
    silent: Option<&'static str>,
    /// How deep in spans that are hidden from the ear.
    deaf: u32,
}

/// Elements that a line ends with.
const BLOCKS: [&str; 27] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "aside",
    "form",
    "fieldset",
    "legend",
    "label",
    "table",
    "tr",
    "caption",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "blockquote",
    "h1",
    "h2",
    "h3",
];

impl Lines {
    fn text(&mut self, text: &str) {
        if self.silent.is_none() && self.deaf == 0 {
            self.now.push_str(&unescaped(text).replace('\n', " "));
        }
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.trim_start_matches('/');
        let name = name.split([' ', '/']).next().unwrap_or_default();
        let ends = tag.starts_with('/');
        if let Some(silent) = self.silent {
            if ends && name == silent {
                self.silent = None;
            }
            return;
        }
        match name {
            "svg" if !ends => self.silent = Some("svg"),
            "span" if tag.contains("aria-hidden") => self.deaf = 1,
            "span" if self.deaf > 0 => self.deaf = if ends { self.deaf - 1 } else { self.deaf + 1 },
            "time" if !ends => self.hush("time", "(time)"),
            "select" if !ends => self.hush("select", "____ (a list)"),
            "textarea" if !ends => self.hush("textarea", "____"),
            "input" if tag.contains("hidden") => {}
            "input" if tag.contains("radio") => self.now.push_str("( ) "),
            "input" if tag.contains("checkbox") => self.now.push_str("[ ] "),
            "input" => self.now.push_str("____"),
            "button" => self.now.push_str(if ends { " ]" } else { "[ " }),
            "td" | "th" => self.now.push_str(if ends { "" } else { " | " }),
            _ if BLOCKS.contains(&name) => {
                self.flush();
                self.sign = match (name, ends) {
                    ("h1", false) => "# ",
                    ("h2", false) => "## ",
                    ("h3", false) => "### ",
                    ("li", false) => "- ",
                    ("summary", false) => "> ",
                    ("li" | "h1" | "h2" | "h3" | "summary", true) => "",
                    _ => self.sign,
                };
            }
            _ => {}
        }
    }

    fn hush(&mut self, element: &'static str, instead: &str) {
        self.silent = Some(element);
        self.now.push_str(instead);
    }

    fn flush(&mut self) {
        let words: Vec<String> = self.now.split_whitespace().map(without_ids).collect();
        self.now.clear();
        if !words.is_empty() {
            self.all.push_str(self.sign);
            self.all.push_str(&words.join(" "));
            self.all.push('\n');
            self.sign = "";
        }
    }
}

/// A word, unless it is the beginning of an id or a key, which are others in every run.
fn without_ids(word: &str) -> String {
    let bare = word.trim_matches(|it: char| !it.is_ascii_alphanumeric());
    let is_id = bare.len() >= 8
        && bare.bytes().all(|it| it.is_ascii_hexdigit())
        && bare.bytes().any(|it| it.is_ascii_digit());
    if word.starts_with('/') {
        "(folder)".to_owned()
    } else if is_id {
        word.replace(bare, "(id)")
    } else {
        word.to_owned()
    }
}

#[test]
fn pages_read_as_they_are_written_down() {
    let browser = Browser::new();
    let pages = small(&browser);
    assert_read(&browser, &pages, &["home", "dialogue", "vote", "map"]);
}

#[test]
fn the_map_of_the_sample_reads_as_it_is_written_down() {
    let (browser, home) = Browser::with_sample();
    let maps = browser.get(&format!("{home}/map")).expect(200);
    let links = maps.attributes("href");
    let begin = format!("{home}/map/");
    let map = links.iter().find(|it| it.starts_with(&begin));
    let map = map.expect("there are maps").clone();
    let pages = vec![
        ("sample-maps", format!("{home}/map")),
        ("sample-map-past", format!("{map}/past")),
        ("sample-map", map),
    ];
    assert_read(&browser, &pages, &["sample-map"]);
}

#[test]
fn where_each_stands_in_the_sample_reads_as_it_is_written_down() {
    let (browser, home) = Browser::with_sample();
    let matrix = browser.get(&format!("{home}/sift")).expect(200);
    let links = matrix.attributes("href");
    let cell = links.iter().find(|it| it.contains("/sift/cell?"));
    let table = |name: &str| format!("{home}/sift/{name}");
    let pages = vec![
        ("sample-sift", format!("{home}/sift")),
        ("sample-sift-questions", table("questions")),
        ("sample-sift-voices", table("voices")),
        ("sample-sift-coverage", table("coverage")),
        ("sample-sift-shared", table("shared")),
        ("sample-sift-divided", table("shared?list=division")),
        ("sample-sift-cell", unescaped(cell.expect("a number"))),
    ];
    assert_read(&browser, &pages, &["sample-sift", "sample-sift-voices"]);
}

/// That pages read as they are written down: all in English, some in every language.
fn assert_read(browser: &Browser, pages: &[(&'static str, String)], in_all: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let writes = std::env::var("POLYLOGUE_PAGES").is_ok_and(|it| it == "write");
    let mut different = Vec::new();
    for language in ["en", "es", "ar"] {
        browser.act("/languages/choose", &[("language", language)]);
        for (name, path) in pages {
            if language != "en" && !in_all.contains(name) {
                continue;
            }
            let seen = outline(&browser.get(path).body);
            assert!(seen.contains("# "), "{path} has a heading: {seen}");
            let file = folder.join(format!("{name}.{language}.txt"));
            if writes {
                fs::create_dir_all(&folder).expect("a folder can be made");
                fs::write(&file, &seen).expect("a file can be written");
            }
            let kept = fs::read_to_string(&file).unwrap_or_default();
            if kept != seen {
                different.push(format!("{name} in {language} reads:\n{seen}"));
            }
        }
    }
    let again = "POLYLOGUE_PAGES=write cargo test --release -p polylogue-web pages_read";
    let all = different.join("\n\n");
    assert!(different.is_empty(), "{all}\n\nIf it is meant: {again}");
}

/// Whether a path is one of a route's.
fn fits(pattern: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let (pattern, path): (Vec<_>, Vec<_>) =
        (pattern.split('/').collect(), path.split('/').collect());
    let mut parts = pattern.iter().zip(&path);
    pattern.len() == path.len() && parts.all(|(it, part)| it.starts_with('{') || it == part)
}

#[test]
fn every_page_is_written_down() {
    let browser = Browser::new();
    let pages = small(&browser);
    let missing: Vec<&str> = ROUTES
        .iter()
        .filter(|it| matches!(it.answer, Answer::Page(_)))
        .filter(|it| !pages.iter().any(|(_, path)| fits(it.path, path)))
        .map(|it| it.path)
        .collect();
    assert!(missing.is_empty(), "no text of {missing:?}");
}

#[test]
fn an_outline_is_what_is_heard() {
    let html = "<body><main id=\"main\"><h1>A <b>b</b></h1><p>c<svg><path/></svg> \
                <time datetime=\"x\">today</time></p><ul><li>d 0123456789ab</li></ul>\
                <label>e</label><input type=\"text\"><button>f</button></main>g";
    assert_eq!(outline(html), "# A b\nc (time)\n- d (id)\ne\n____[ f ]\n");
}
