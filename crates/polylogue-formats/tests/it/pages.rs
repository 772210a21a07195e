//! Small pages of our own, one for each thing real pages do, with what must be read from them.

use std::path::{Path, PathBuf};

use expect_test::expect_file;
use polylogue_formats::mediawiki::{
    self, Corpus, Options, Page, PageKind, SpeakerOrigin, read_page, title_from_file_name,
};

use crate::seen::check;
use crate::shown::shown;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn pages_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut pages: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "mediawiki"))
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            (title_from_file_name(name), std::fs::read(&path).unwrap())
        })
        .collect();
    pages.sort();
    pages
}

#[test]
fn each_page_alone_reads_as_kept() {
    for (title, text) in pages_in(&folder()) {
        let page = Page::new(&title, &text);
        let corpus = Corpus::from_surveys([mediawiki::survey(&page)]);
        let imported = read_page(&page, &corpus, &Options::default());
        check(&imported);
        let kept = folder().join(format!("{}.txt", title.replace([' ', ':'], "_")));
        expect_file![kept].assert_eq(&shown(&imported));
    }
}

#[test]
fn a_series_reads_as_kept_in_either_order() {
    let folder = folder().join("series");
    let pages = pages_in(&folder);
    let surveys = || {
        pages
            .iter()
            .map(|(title, text)| mediawiki::survey(&Page::new(title, text)))
    };
    let corpus = Corpus::from_surveys(surveys());
    let reversed = Corpus::from_surveys(surveys().collect::<Vec<_>>().into_iter().rev());
    assert_eq!(corpus, reversed);
    for (title, text) in &pages {
        let imported = read_page(&Page::new(title, text), &corpus, &Options::default());
        check(&imported);
        let kept = folder.join(format!("{}.txt", title.replace(' ', "_")));
        expect_file![kept].assert_eq(&shown(&imported));
    }
}

#[test]
fn the_caller_may_say_who_speaks_where_nobody_is_named() {
    let folder = folder().join("series");
    let pages = pages_in(&folder);
    let surveys = pages
        .iter()
        .map(|(title, text)| mediawiki::survey(&Page::new(title, text)));
    let corpus = Corpus::from_surveys(surveys);
    let options = Options {
        speaker: Some("The guild scribe".into()),
        ..Options::default()
    };
    let (title, text) = pages
        .iter()
        .find(|(title, _)| title == "Tinsmithing")
        .unwrap();
    let imported = read_page(&Page::new(title, text), &corpus, &options);
    let turn = &imported.dialogues[0].turns[0];
    assert_eq!(turn.speaker.as_deref(), Some("The guild scribe"));
    assert_eq!(turn.speaker_origin, SpeakerOrigin::Given);
}

/// Reads one page made here.
fn read(text: &[u8]) -> mediawiki::Imported {
    let page = Page::new("Made here", text);
    let corpus = Corpus::from_surveys([mediawiki::survey(&page)]);
    read_page(&page, &corpus, &Options::default())
}

fn exchange(first: &[u8]) -> Vec<u8> {
    let mut text = b"Summary by Ada Brook:\n\n".to_vec();
    text.extend_from_slice(first);
    text.extend_from_slice(b"\n\n=Response by Tomas Lind=\n\nYes.\n");
    text
}

#[test]
fn bytes_that_are_not_utf8_are_replaced_and_reported() {
    let imported = read(&exchange(b"caf\xE9 and \xFF\xFE more"));
    let turn = &imported.dialogues[0].turns[0];
    assert_eq!(turn.plain, "caf\u{FFFD} and \u{FFFD}\u{FFFD} more");
    let repaired = imported.report.repaired[0].to_string();
    let sentence = "Made here, line 3: not UTF-8 in 3 places, from here; replaced by U+FFFD";
    assert_eq!(repaired, sentence);
}

#[test]
fn control_characters_are_left_out_and_reported() {
    let imported = read(&exchange(b"\xEF\xBB\xBFa\x00b\x07c\td\r\ne\xC2\x85f"));
    let turn = &imported.dialogues[0].turns[0];
    assert_eq!(turn.plain, "\u{FEFF}abc d ef");
    let repaired = imported.report.repaired[0].to_string();
    assert_eq!(
        repaired,
        "Made here, line 3: 3 control characters, from here, left out"
    );
}

/// Units that open something, close something, or nearly do.
const UNITS: &[&str] = &[
    "word ",
    "[[",
    "]]",
    "{{",
    "}}",
    "''",
    "'''",
    "<ref>",
    "<blockquote>",
    "[http://",
    "[[a|",
    "<!--",
    "<nowiki>",
    "<pre>",
    "\"",
    "“a b c d e f g h i ",
    "&#",
    "__A",
    "''a'' b ",
    "'",
    "[[Category:",
    "{|",
    "http://a",
    "<code>",
    ":",
    "*",
    "=",
    "<br>",
    "\\",
    "`",
    "[[a]]",
    "{{a}}",
    "<ref>a</ref>",
    "<ref name=a />",
    "[[User:A]] ",
    "12:34, ",
    "{{unsigned|",
    "#*",
    "-",
];

#[test]
fn a_line_of_a_megabyte_is_read_quickly_whatever_it_holds() {
    for unit in UNITS {
        let line = unit.repeat(1_000_000 / unit.len());
        let started = std::time::Instant::now();
        let imported = read(&exchange(line.as_bytes()));
        let taken = started.elapsed();
        assert!(taken.as_secs() < 5, "{unit:?}: {taken:?}");
        assert!(imported.report.read.len() <= 2);
    }
}

#[test]
fn many_short_lines_are_read_quickly_whatever_they_hold() {
    for unit in UNITS {
        let lines = format!("{unit}\n").repeat(60_000);
        let started = std::time::Instant::now();
        let imported = read(&exchange(lines.as_bytes()));
        let page = Page::new("Talk:Made here", lines.as_bytes());
        let talk = read_page(&page, &Corpus::default(), &Options::default());
        let taken = started.elapsed();
        assert!(taken.as_secs() < 5, "{unit:?}: {taken:?}");
        assert!(imported.report.read.len() <= 2 && talk.kind == PageKind::Talk);
    }
}

/// A small generator of its own, so that a seed gives the same text everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

#[test]
fn any_mixture_of_marks_shows_the_words_it_says() {
    let more = [
        "\n",
        "\n\n",
        " ",
        "é",
        "e\u{301}",
        "水",
        "1. ",
        "# ",
        "> ",
        "- ",
        "| ",
        "!",
        "a",
        "b c",
        "\n==Ada Brook==\n",
        "\n=Reply by Tomas Lind=\n",
        "\nAda Brook:\n",
        "</ref>",
        "</pre>",
        "</nowiki>",
        "-->",
        "|}",
        "]",
        "|b",
        "http://example.org/a_b ",
        "</blockquote>",
        "&amp;",
        "\u{a0}",
        "\t",
        "\0",
        "\n----\n",
        "\n===\n",
        "_",
        "~~",
        "(",
        ")",
        ".",
        "[^1]",
        "</code>",
        "Ada",
        "\n* ",
        "\n** ",
        "\n# ",
        "\n: ",
        "\n ",
    ];
    let number = |name| {
        std::env::var(name)
            .ok()
            .and_then(|value| value.parse::<u64>().ok())
    };
    let seeds = match number("SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("SEEDS").unwrap_or(3_000),
    };
    let mut failed = Vec::new();
    for seed in seeds {
        let mut random = Random(seed);
        let mut text = String::new();
        for _ in 0..random.below(60) {
            let units = if random.below(2) == 0 { UNITS } else { &more };
            text.push_str(units[random.below(units.len())]);
        }
        let mut page = exchange(text.as_bytes());
        page.extend_from_slice(text.as_bytes());
        let checked = std::panic::catch_unwind(|| {
            check(&read(&page));
            let talk = Page::new("Talk:Made here", text.as_bytes());
            check(&read_page(&talk, &Corpus::default(), &Options::default()));
        });
        if checked.is_err() {
            failed.push(format!("SEED={seed} {text:?}"));
        }
        assert!(failed.len() < 5, "{}", failed.join("\n"));
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_page_above_the_limit_is_left_out_with_a_reason() {
    let imported = read(&vec![b'a'; mediawiki::PAGE_BYTES_MAX + 1]);
    assert!(imported.dialogues.is_empty());
    let skipped = imported.report.skipped[0].to_string();
    assert_eq!(
        skipped,
        "Made here, line 1: left out: 8388609 bytes, more than 8388608"
    );
}

#[test]
fn empty_pages_and_odd_ones_are_no_exchange() {
    for text in [
        "", "\n", "=", "==", "= =", "''", ":", "\u{FEFF}", "{|", "<!--", "'''a'''",
    ] {
        let imported = read(text.as_bytes());
        assert!(imported.dialogues.is_empty(), "{text:?}");
    }
}

#[test]
fn addresses_and_titles_go_both_ways() {
    assert_eq!(
        title_from_file_name("a/Water%2FBread_and_salt.mediawiki"),
        "Water/Bread and salt"
    );
    let target = mediawiki::wiki_target("Water (deep) & more", Some("On salt"));
    assert_eq!(target, "wiki:Water_%28deep%29_%26_more#On_salt");
    let title = mediawiki::title_of_target(&target);
    assert_eq!(title.as_deref(), Some("Water (deep) & more"));
    let address = mediawiki::source_address("A b", Some("https://wiki.example.org/wiki"));
    assert_eq!(address, "https://wiki.example.org/wiki/A_b");
    assert_eq!(mediawiki::source_address("A b", None), "mediawiki:A_b");
}
