//! XML exports: order, namespaces, limits and damage.

use std::fmt::Write;
use std::io::{BufReader, Read};

use polylogue_formats::mediawiki::xml::{ExportedPage, Pages, XmlError};
use polylogue_formats::mediawiki::{self, Corpus, Options, read_page};

const OLD: &str = "<revision><id>9</id><timestamp>2011-05-01T10:00:00Z</timestamp>\
    <contributor><ip>192.0.2.1</ip></contributor><text>old</text></revision>";
const MIDDLE: &str = "<revision><id>10</id><parentid>9</parentid>\
    <timestamp>2011-05-09T10:00:00Z</timestamp>\
    <contributor><username>Mira</username><id>3</id></contributor>\
    <text>a later clock, but not the last</text></revision>";
const NEW: &str = "<revision><id>12</id><parentid>10</parentid>\
    <timestamp>2011-05-03T10:00:00Z</timestamp>\
    <contributor><username>Ada &amp; Co</username><id>4</id></contributor>\
    <text xml:space=\"preserve\" bytes=\"9\">new &lt;b&gt; &#233; &amp;amp;</text></revision>";

fn export(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" \
         version=\"0.11\" xml:lang=\"en\">\n<siteinfo><sitename>Coast</sitename>\
         <base>https://coast.example.org/Main</base><generator>MediaWiki 1.40</generator>\
         <namespaces><namespace key=\"0\" case=\"first-letter\" /></namespaces></siteinfo>\n\
         {inside}\n</mediawiki>\n"
    )
}

fn page(title: &str, namespace: i64, revisions: &str) -> String {
    format!("<page><title>{title}</title><ns>{namespace}</ns><id>7</id>{revisions}</page>")
}

fn all(text: &str) -> Result<Vec<ExportedPage>, XmlError> {
    Pages::new(text.as_bytes()).collect()
}

#[test]
fn the_newest_revision_is_found_in_every_order() {
    let orders = [
        [OLD, MIDDLE, NEW],
        [OLD, NEW, MIDDLE],
        [MIDDLE, OLD, NEW],
        [MIDDLE, NEW, OLD],
        [NEW, OLD, MIDDLE],
        [NEW, MIDDLE, OLD],
    ];
    for order in orders {
        let pages = all(&export(&page("Lamps", 0, &order.concat()))).unwrap();
        let page = &pages[0];
        assert_eq!(page.revision.as_deref(), Some("12"));
        assert_eq!(page.text.as_deref(), Some("new <b> é &amp;"));
        assert_eq!(page.contributor.as_deref(), Some("Ada & Co"));
        assert_eq!(page.timestamp.as_deref(), Some("2011-05-03T10:00:00Z"));
        assert_eq!((page.revisions, page.id.as_deref()), (3, Some("7")));
    }
}

#[test]
fn elements_are_matched_by_their_local_names() {
    let text = export(&page("Lamps", 0, NEW))
        .replace("<page>", "<x:page>")
        .replace("</page>", "</x:page>")
        .replace("<title>", "<x:title>")
        .replace("</title>", "</x:title>");
    assert_eq!(all(&text).unwrap()[0].title, "Lamps");
    let mut pages = Pages::new(text.as_bytes());
    pages.next_page().unwrap();
    assert_eq!(pages.site().name.as_deref(), Some("Coast"));
    assert_eq!(
        pages.site().base.as_deref(),
        Some("https://coast.example.org/Main")
    );
}

#[test]
fn an_export_is_read_as_its_pages_are() {
    let talk = "<revision><id>3</id><text>== Oil ==\nOlive. [[User:Ada]] 12:34, 3 May 2011 (UTC)\
        </text></revision>";
    let exchange = "<revision><id>5</id><text>Summary by Ada Brook:\n\nLit.\n\n\
        =Response by Tomas Lind=\n\nOut.</text></revision>";
    let redirect = "<redirect title=\"Lamps &amp; Co\" />\
        <revision><id>6</id><text>#REDIRECT [[Lamps &amp; Co]]</text></revision>";
    let text = export(
        &[
            page("Talk:Lamps", 1, talk),
            page("Lamps", 0, exchange),
            page("Lamp", 0, redirect),
            page("Template:Lamp", 10, NEW),
            page(
                "Gone",
                0,
                "<revision><id>8</id><text deleted=\"deleted\" /></revision>",
            ),
        ]
        .concat(),
    );
    let corpus = Corpus::from_surveys(
        Pages::new(text.as_bytes()).map(|page| mediawiki::survey(&page.unwrap().as_page())),
    );
    let mut seen = String::new();
    for page in Pages::new(text.as_bytes()) {
        let page = page.unwrap();
        let imported = read_page(&page.as_page(), &corpus, &Options::default());
        let turns: usize = imported
            .dialogues
            .iter()
            .map(|dialogue| dialogue.turns.len())
            .sum();
        writeln!(
            seen,
            "{} {:?} {turns} {:?}",
            page.title, imported.kind, page.redirect
        )
        .unwrap();
        assert_eq!(imported.page.revision, page.revision);
    }
    expect_test::expect![[r#"
        Talk:Lamps Talk 1 None
        Lamps Dialogue 2 None
        Lamp Redirect 0 Some("Lamps & Co")
        Template:Lamp Other 0 None
        Gone Other 0 None
    "#]]
    .assert_eq(&seen);
}

#[test]
fn a_document_type_is_refused_before_anything_expands() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\">\
        <!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]>\
        <mediawiki><page><title>&c;</title></page></mediawiki>";
    assert!(matches!(all(bomb), Err(XmlError::DocumentType { .. })));
    let unknown = export(&page("A &c; b", 0, NEW));
    assert_eq!(all(&unknown).unwrap()[0].title, "A &c; b");
}

#[test]
fn other_formats_damage_and_deep_nesting_are_refused_with_a_sentence() {
    let html = all("<html><body>no</body></html>").unwrap_err().to_string();
    assert_eq!(
        html,
        "this is not a MediaWiki export: its outermost element is “html”"
    );
    assert!(matches!(all("no xml at all"), Ok(pages) if pages.is_empty()));
    let whole = export(&page("Lamps", 0, NEW));
    for cut in 0..whole.len() {
        let bytes = &whole.as_bytes()[..cut];
        let mut pages = Pages::new(bytes);
        while let Ok(Some(page)) = pages.next_page() {
            assert_eq!(page.title, "Lamps");
        }
        assert!(pages.next_page().unwrap().is_none());
    }
    let middle = &whole[..whole.find("<revision>").unwrap()];
    assert!(matches!(all(middle), Err(XmlError::Truncated { .. })));
    let deep = export(&"<page>".repeat(100));
    assert!(matches!(all(&deep), Err(XmlError::TooDeep { .. })));
    let crossed = export("<page><title>a</page></title>");
    assert!(matches!(all(&crossed), Err(XmlError::Malformed { .. })));
    let not_utf8 = [
        b"<mediawiki><page><title>caf\xE9</title>".as_slice(),
        b"</page></mediawiki>",
    ];
    assert!(
        Pages::new(not_utf8.concat().as_slice())
            .next_page()
            .is_err()
    );
}

/// Bytes that never end: a start, then one unit again and again.
struct Endless {
    start: Vec<u8>,
    unit: &'static [u8],
    given: usize,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        for byte in into.iter_mut() {
            *byte = match self.start.get(self.given) {
                Some(byte) => *byte,
                None => self.unit[(self.given - self.start.len()) % self.unit.len()],
            };
            self.given += 1;
        }
        Ok(into.len())
    }
}

#[test]
fn an_endless_text_or_tag_stops_at_the_limit() {
    let opened = "<mediawiki><page><title>Lamps</title><revision><text>";
    for start in [opened, "<mediawiki><", "<mediawiki><!--", "<mediawiki>"] {
        let endless = Endless {
            start: start.as_bytes().to_vec(),
            unit: b"a",
            given: 0,
        };
        let found = Pages::new(BufReader::new(endless)).next_page();
        assert!(
            matches!(found, Err(XmlError::Unreadable { .. })),
            "{start}: {found:?}"
        );
    }
}

#[test]
fn a_revision_above_the_limit_has_no_text_and_the_next_page_is_read() {
    let long = "a &amp; ".repeat(2_400_000);
    let revision = format!("<revision><id>1</id><text>{long}</text></revision>");
    let text = export(&[page("Long", 0, &revision), page("Lamps", 0, NEW)].concat());
    let pages = all(&text).unwrap();
    assert!(pages[0].text.is_none());
    assert_eq!(pages[1].title, "Lamps");
}

#[test]
fn many_revisions_of_one_page_are_held_within_bounds() {
    let body = "b".repeat(64 * 1024);
    let mut revisions = String::new();
    for id in 1..=600 {
        let parent = id - 1;
        write!(
            revisions,
            "<revision><id>{id}</id><parentid>{parent}</parentid>\
             <timestamp>2011-05-01T10:00:00Z</timestamp><text>{id} {body}</text></revision>"
        )
        .unwrap();
    }
    let pages = all(&export(&page("Lamps", 0, &revisions))).unwrap();
    assert_eq!(pages[0].revision.as_deref(), Some("600"));
    assert!(pages[0].text.as_ref().unwrap().starts_with("600 b"));
}
