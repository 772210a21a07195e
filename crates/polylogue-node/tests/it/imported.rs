//! Bringing in wiki pages: once, twice, and by the real dialogue where it lies beside the checkout.

use std::path::{Path, PathBuf};

use polylogue_core::kind::{Admission, Naming, Scope};
use polylogue_node::import::ImportOptions;
use polylogue_node::intent::{Intent, Worded};
use polylogue_node::{Node, Refusal};
use polylogue_store::query::{Anchored, Page};

use super::{carry, founded, open};

const INDEX: &str = "A dialogue on water in the valley.\n\n\
    == Points of reference ==\n\n\
    # What is water to you?\n# Who may decide about it?\n# Who pays for it?\n\n\
    == Perspectives ==\n\n\
    * [[Upstream]]\n* [[Downstream]]\n";
const UPSTREAM: &str = "=Discussion=\n\nSummary by Ada Brook:\n\n\
    Water begins with us. We let it go on every day.\n\n\
    ==Tomas Lind 1==\n\nThe mill needs its share of water too.\n\n\
    ==Ada Brook 1==\n\n'''Water begins with us. We let it go on every day.'''\n\n\
    And who pays for the wall?\n";
const DOWNSTREAM: &str = "=Discussion=\n\nSummary by Ada Brook:\n\n\
    What comes down to us is what others leave.\n\n\
    ==Tomas Lind 1==\n\nThat is so, and it can be measured.\n";

fn write_pages(folder: &Path) {
    for (name, text) in [
        ("Water in the Valley", INDEX),
        ("Upstream", UPSTREAM),
        ("Downstream", DOWNSTREAM),
    ] {
        std::fs::write(folder.join(format!("{name}.mediawiki")), text).expect("written");
    }
}

fn import_options() -> ImportOptions {
    ImportOptions {
        licence: Some("CC BY-SA 3.0".to_owned()),
        source: Some("https://wiki.example.org/".to_owned()),
        language: Some("en".to_owned()),
        name: "Carrier".to_owned(),
        ..ImportOptions::default()
    }
}

fn counts(
    node: &Node,
    commons: &polylogue_core::id::OperationId,
) -> polylogue_store::query::Counts {
    node.reader(commons)
        .expect("open")
        .counts()
        .expect("counted")
}

#[test]
fn pages_become_a_commons_and_importing_twice_changes_nothing() {
    let (home, pages) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    write_pages(pages.path());
    let node = open(home.path());
    let report = node
        .import_mediawiki(None, pages.path(), &import_options())
        .expect("brought in");
    let commons = report.commons.expect("founded");
    assert!(report.is_founded);
    let reader = node.reader(&commons).expect("open");
    let dialogues = reader.dialogues(Page::first(10)).expect("listed");
    assert_eq!(dialogues.len(), 2, "{report:?}");
    let upstream = dialogues
        .iter()
        .find(|it| it.title.words == "Upstream")
        .expect("it");
    let turns = reader
        .turns(upstream.said.id, Page::first(10))
        .expect("listed");
    assert_eq!(turns.len(), 3);
    let first = turns[0].said.brought_in.as_ref().expect("its source");
    assert_eq!(first.speaker, "Ada Brook");
    assert_eq!(first.naming, Naming::Named);
    assert_eq!(first.address, "https://wiki.example.org/Upstream");
    assert_eq!(first.licence, "CC-BY-SA-3.0");
    assert!(first.revision.starts_with("blake3:"));
    drop(reader);
    let before = counts(&node, &commons);
    let again = node.import_mediawiki(Some(commons), pages.path(), &import_options());
    let again = again.expect("looked at");
    assert_eq!(again.counts.turns, 0);
    assert_eq!(again.counts.pages_unchanged, 3);
    assert_eq!(counts(&node, &commons), before);
}

#[test]
fn a_page_that_went_on_since_goes_on_in_its_dialogue() {
    let (home, pages) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    write_pages(pages.path());
    let node = open(home.path());
    let import = |commons| {
        node.import_mediawiki(commons, pages.path(), &import_options())
            .expect("brought in")
    };
    let commons = import(None).commons.expect("founded");
    let later = "\n==Tomas Lind 2==\n\nWhoever built it.\n";
    let upstream = pages.path().join("Upstream.mediawiki");
    std::fs::write(&upstream, format!("{UPSTREAM}{later}")).expect("written");
    let report = import(Some(commons));
    assert_eq!(
        (report.counts.dialogues, report.counts.turns),
        (0, 1),
        "{report:?}"
    );
    let reader = node.reader(&commons).expect("open");
    let dialogues = reader.dialogues(Page::first(10)).expect("listed");
    assert_eq!(dialogues.len(), 2);
    let upstream_row = dialogues.iter().find(|it| it.title.words == "Upstream");
    let id = upstream_row.expect("it").said.id;
    let turns = reader.turns(id, Page::first(10)).expect("listed");
    let words: Vec<&str> = turns.iter().map(|it| it.text.words.as_str()).collect();
    assert_eq!(words.len(), 4);
    assert_eq!(words[3], "Whoever built it.");
    drop(reader);
    let before = counts(&node, &commons);
    let again = import(Some(commons));
    assert_eq!((again.counts.turns, again.counts.pages_unchanged), (0, 3));
    assert_eq!(counts(&node, &commons), before);
    // Back to what it was: nothing is said twice, and nothing is taken out.
    std::fs::write(&upstream, UPSTREAM).expect("written");
    assert_eq!(import(Some(commons)).counts.turns, 0);
    assert_eq!(counts(&node, &commons), before);
}

#[test]
fn a_turn_that_was_erased_here_stays_out_when_its_page_goes_on() {
    let (home, pages) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    write_pages(pages.path());
    let node = open(home.path());
    let import = |commons| {
        node.import_mediawiki(commons, pages.path(), &import_options())
            .expect("brought in")
    };
    let commons = import(None).commons.expect("founded");
    let dialogue = |node: &Node| {
        let reader = node.reader(&commons).expect("open");
        let rows = reader.dialogues(Page::first(10)).expect("listed");
        let row = rows.iter().find(|it| it.title.words == "Upstream");
        let id = row.expect("it").said.id;
        reader.turns(id, Page::first(10)).expect("listed")
    };
    let erased = dialogue(&node)[1].said.id;
    let erase = Intent::Erase {
        targets: vec![erased],
        reason: "brought in by mistake".into(),
    };
    node.perform(&commons, erase).expect("emptied");
    // Kept for good, however often the pages are folded again.
    node.store(&commons)
        .expect("open")
        .rebuild()
        .expect("again");
    let later = "\n==Tomas Lind 2==\n\nWhoever built it.\n";
    let upstream = pages.path().join("Upstream.mediawiki");
    std::fs::write(&upstream, format!("{UPSTREAM}{later}")).expect("written");
    let report = import(Some(commons));
    assert_eq!(report.counts.turns, 1, "{report:?}");
    let turns = dialogue(&node);
    let said = |it: &&polylogue_store::query::TurnRow| it.text.words.contains("share of water");
    assert!(!turns.iter().any(|it| said(&it)), "it came back");
    assert_eq!(turns.iter().filter(|it| it.said.id == erased).count(), 1);
    assert_eq!(import(Some(commons)).counts.turns, 0);
}

#[test]
fn an_erased_dialogue_perspective_or_question_stays_out_when_its_page_goes_on() {
    let (home, pages) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    write_pages(pages.path());
    let node = open(home.path());
    let import = |commons| {
        node.import_mediawiki(commons, pages.path(), &import_options())
            .expect("brought in")
    };
    let commons = import(None).commons.expect("founded");
    let reader = node.reader(&commons).expect("open");
    let dialogues = reader.dialogues(Page::first(10)).expect("listed");
    let dialogue = dialogues.iter().find(|it| it.title.words == "Upstream");
    let questions = reader.questions().expect("listed");
    let perspectives = reader.perspectives().expect("listed");
    let perspective = perspectives.iter().find(|it| it.name.words == "Downstream");
    let erase = Intent::Erase {
        targets: vec![
            dialogue.expect("it").said.id,
            questions[0].said.id,
            perspective.expect("it").said.id,
        ],
        reason: "brought in by mistake".into(),
    };
    drop(reader);
    node.perform(&commons, erase).expect("emptied");
    let before = counts(&node, &commons);
    for (name, text) in [
        ("Water in the Valley", INDEX),
        ("Upstream", UPSTREAM),
        ("Downstream", DOWNSTREAM),
    ] {
        let file = pages.path().join(format!("{name}.mediawiki"));
        std::fs::write(file, format!("{text}\n")).expect("written");
    }
    let report = import(Some(commons));
    assert_eq!(report.counts.dialogues, 0, "{report:?}");
    assert_eq!(report.counts.perspectives, 0, "{report:?}");
    assert_eq!(report.counts.questions, 0, "{report:?}");
    assert_eq!(report.counts.turns, 0, "{report:?}");
    assert_eq!(counts(&node, &commons), before);
    let stays = |it: &&String| it.contains("erased here");
    assert_eq!(report.notes.iter().filter(stays).count(), 3, "{report:?}");
}

#[test]
fn an_empty_folder_and_a_missing_one_are_refused_in_words() {
    let (home, pages) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let node = open(home.path());
    let refused = node.import_mediawiki(None, pages.path(), &import_options());
    assert!(matches!(refused, Err(Refusal::NothingToRead { .. })));
    let missing = pages.path().join("nowhere");
    let refused = node.import_mediawiki(None, &missing, &import_options());
    assert!(refused.is_err_and(|it| it.is_failure()));
    assert!(node.commons().expect("listed").is_empty());
}

#[test]
fn what_two_people_bring_in_is_shown_once_and_offered_to_be_fused() {
    let (one, two) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let pages = tempfile::tempdir().expect("pages");
    write_pages(pages.path());
    let ada = open(one.path());
    let commons = founded(&ada, Admission::Invitation);
    let bea = open(two.path());
    carry(&ada, &bea, &commons);
    let person = bea.me(&commons).expect("here");
    let admit = Intent::Admit {
        person,
        scope: Scope::All,
        reason: Worded::default(),
    };
    ada.perform(&commons, admit).expect("admitted");
    carry(&ada, &bea, &commons);
    for node in [&ada, &bea] {
        node.import_mediawiki(Some(commons), pages.path(), &import_options())
            .expect("brought in");
    }
    carry(&ada, &bea, &commons);
    carry(&bea, &ada, &commons);
    for node in [&ada, &bea] {
        let reader = node.reader(&commons).expect("open");
        let dialogues = reader.dialogues(Page::first(10)).expect("listed");
        assert_eq!(dialogues.len(), 2, "each stands once");
        let upstream = dialogues
            .iter()
            .find(|it| it.title.words == "Upstream")
            .expect("it");
        let turns = reader
            .turns(upstream.said.id, Page::first(10))
            .expect("listed");
        assert_eq!(turns.len(), 3);
        assert_eq!(turns[0].same_as.len(), 1, "both are kept");
    }
    assert_eq!(counts(&ada, &commons), counts(&bea, &commons));
    let pairs = ada.fusable(&commons).expect("readable");
    assert!(!pairs.is_empty());
    let reason = Worded::from("brought in by two of us");
    let suggested = ada.suggest_fusing(&commons, &reason).expect("suggested");
    assert_eq!(suggested.len(), pairs.len());
    assert!(
        ada.fusable(&commons).expect("readable").is_empty(),
        "suggested once"
    );
}

/// Forty thousand generated pages, in a bounded memory.
#[test]
fn a_large_wiki_comes_in_page_by_page() {
    if std::env::var("POLYLOGUE_SLOW").is_err() {
        return;
    }
    let (home, pages) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    for number in 0..40_000 {
        let paragraph = format!("Page {number} says this about water, and more. ").repeat(20);
        let text = format!(
            "=Discussion=\n\nSummary by Ada Brook:\n\n{paragraph}\n\n\
            ==Tomas Lind 1==\n\nNot so on page {number}. {paragraph}\n"
        );
        let folder = pages.path().join(format!("{}", number / 1000));
        std::fs::create_dir_all(&folder).expect("made");
        std::fs::write(folder.join(format!("Page {number}.wiki")), text).expect("written");
    }
    let node = open(home.path());
    let began = std::time::Instant::now();
    let report = node
        .import_mediawiki(None, pages.path(), &import_options())
        .expect("brought in");
    println!("{:?} after {:?}", report.counts, began.elapsed());
    assert_eq!(report.counts.turns, 80_000);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find(|it| it.starts_with("VmHWM"))
        .unwrap_or_default();
    println!("{peak}");
}

/// The dialogue of 2011, which lies beside the checkout and is never copied into it.
fn real_dialogue() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/dialogue");
    folder.is_dir().then_some(folder)
}

#[test]
fn the_real_dialogue_comes_in_whole() {
    let Some(folder) = real_dialogue() else {
        println!("skipped: the pages of 2011 are not beside this checkout");
        return;
    };
    let home = tempfile::tempdir().expect("a folder");
    let node = open(home.path());
    let options = ImportOptions {
        source: Some("https://wiki.p2pfoundation.net/".to_owned()),
        ..import_options()
    };
    let began = std::time::Instant::now();
    let report = node
        .import_mediawiki(None, &folder, &options)
        .expect("brought in");
    println!("imported in {:?}", began.elapsed());
    let commons = report.commons.expect("founded");
    let counts = counts(&node, &commons);
    assert_eq!(
        (counts.dialogues, counts.turns, counts.questions),
        (10, 32, 8)
    );
    assert_eq!(counts.perspectives, 11);
    let reader = node.reader(&commons).expect("open");
    let mut anchored = 0;
    for dialogue in reader.dialogues(Page::first(100)).expect("listed") {
        for turn in reader
            .turns(dialogue.said.id, Page::first(100))
            .expect("listed")
        {
            for quote in &turn.quotes {
                assert_eq!(
                    quote.passage.anchored,
                    Anchored::Here,
                    "{}",
                    quote.passage.exact
                );
                anchored += 1;
            }
        }
    }
    assert!(
        anchored >= 4,
        "quotations of the other speaker are passages: {anchored}"
    );
}
