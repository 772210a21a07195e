//! Taking dialogues away as a MediaWiki export, and bringing them back into an empty home.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Admission;
use polylogue_node::import::ImportOptions;
use polylogue_node::intent::{Intent, Worded};
use polylogue_node::{Node, demo, rendered};
use polylogue_store::query::Page;

use super::{dialogue, founded, open, say};

/// Each dialogue's title, and of each turn who speaks and the words a reader sees.
type Told = Vec<(String, Vec<(String, String)>)>;

fn told(node: &Node, commons: &OperationId) -> Told {
    let reader = node.reader(commons).expect("open");
    let dialogues = reader.dialogues(Page::first(1_000)).expect("listed");
    let told = dialogues.into_iter().filter(|it| it.turns > 0).map(|row| {
        let turns = reader
            .turns(row.said.id, Page::first(1_000))
            .expect("listed");
        let turns = turns.into_iter().map(|turn| {
            let brought_in = turn.said.brought_in.map(|it| it.speaker);
            let speaker = brought_in.unwrap_or(turn.said.by.name.words);
            let plain = rendered::plain(&turn.text.words);
            let words: Vec<&str> = plain.split_whitespace().collect();
            (speaker, words.join(" "))
        });
        (row.title.words, turns.collect())
    });
    told.collect()
}

fn there_and_back(node: &Node, commons: &OperationId) -> (String, Told) {
    let (home, files) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let path = files.path().join("export.xml");
    let mut bytes = Vec::new();
    let report = node.export_mediawiki(commons, &mut bytes).expect("written");
    assert_eq!((report.left_out, report.pages), (0, report.dialogues));
    std::fs::write(&path, &bytes).expect("written");
    let other = open(home.path());
    let options = ImportOptions {
        language: Some("en".to_owned()),
        name: "Carrier".to_owned(),
        ..ImportOptions::default()
    };
    let imported = other
        .import_mediawiki(None, &path, &options)
        .expect("read back");
    let told = told(&other, &imported.commons.expect("founded"));
    (String::from_utf8(bytes).expect("text"), told)
}

#[test]
fn the_sample_comes_back_with_the_same_pages_speakers_order_and_words() {
    let home = tempfile::tempdir().expect("a folder");
    let node = open(home.path());
    let commons = demo(&node).expect("loaded");
    let (_, back) = there_and_back(&node, &commons);
    let mut before = told(&node, &commons);
    let mut back = back;
    before.sort();
    back.sort();
    assert_eq!(back, before);
}

#[test]
fn words_that_look_like_wikitext_come_back_as_words() {
    let home = tempfile::tempdir().expect("a folder");
    let node = open(home.path());
    let commons = founded(&node, Admission::Invitation);
    let profile = Intent::Profile {
        name: "Ada / Brook".into(),
        about: String::new(),
    };
    let river = dialogue(&node, &commons);
    let hard = [
        "* not a list\\\n= nor a heading =",
        "\\* [[no link]] {{no template}} ''no italics'' <b>no bold</b> &amp; -- ~~~~",
        "- a list\n  - of lists\n    1. with numbers\n\n  and a paragraph\n\n- that opens a turn",
        "> Quoted,\n> twice\n\n# A heading\n\n## Another\n\nand *words* with **marks** and `code`.",
        "```\ncode\n  as it is\n```\n\nand [a link](https://a.example/x?y=[1]), [a page](wiki:User:Ada).",
        "Said[^1] and read.\n\n[^1]: In a book.\n",
        "---\n\n12:34, 3 May 2011 (UTC)",
        "Ω — 水, שלום: \u{201c}quoted\u{201d}; 1. not a list",
    ];
    for words in hard {
        say(&node, &commons, river, words);
    }
    node.perform(&commons, profile).expect("renamed");
    say(&node, &commons, river, "Under another name.");
    let (text, back) = there_and_back(&node, &commons);
    assert_eq!(back, told(&node, &commons));
    assert!(text.contains("Licence: CC-BY-SA-4.0"), "{text}");
    assert!(text.contains("Source: polylogue:"), "{text}");
}

#[test]
fn what_was_erased_is_left_out_and_counted() {
    let home = tempfile::tempdir().expect("a folder");
    let node = open(home.path());
    let commons = founded(&node, Admission::Invitation);
    let river = dialogue(&node, &commons);
    let gone = say(&node, &commons, river, "Forget this.");
    say(&node, &commons, river, "Keep this.");
    let erase = Intent::Erase {
        targets: vec![gone],
        reason: Worded::default(),
    };
    node.perform(&commons, erase).expect("erased");
    let mut bytes = Vec::new();
    let report = node
        .export_mediawiki(&commons, &mut bytes)
        .expect("written");
    assert_eq!((report.turns, report.left_out), (1, 1));
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains("Keep this.") && !text.contains("Forget this."));
}
