//! The sample commons.

use std::time::Instant;

use polylogue_core::kind::Naming;
use polylogue_node::{demo, sample};
use polylogue_store::query::{Anchored, Page};
use polylogue_store::sift::Verdict;

use super::open;

#[test]
fn the_sample_is_whole_and_nothing_of_it_is_set_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let began = Instant::now();
    let commons = demo(&node).expect("loaded");
    println!("the sample was made in {:?}", began.elapsed());
    let reader = node.reader(&commons).expect("open");
    let counts = reader.counts().expect("counted");
    assert_eq!((counts.set_aside, counts.waiting), (0, 0));
    assert_eq!(counts.perspectives, sample::PERSPECTIVES.len() as u64);
    assert_eq!(counts.questions, sample::QUESTIONS.len() as u64);
    assert_eq!(counts.dialogues, sample::DIALOGUES.len() as u64);
    assert_eq!(counts.claims, sample::CLAIMS.len() as u64);
    assert_eq!(counts.moves, sample::moves().count() as u64);
    assert_eq!(counts.turns, sample::turns().count() as u64);
    assert_eq!(counts.votes, sample::votes().count() as u64);
    assert_eq!(counts.people, 1 + sample::SAMPLE_VOTERS.len() as u64);
    for dialogue in reader.dialogues(Page::first(100)).expect("listed") {
        for turn in reader
            .turns(dialogue.said.id, Page::first(100))
            .expect("listed")
        {
            let source = turn
                .said
                .brought_in
                .expect("every turn says where it is from");
            assert_eq!(source.naming, Naming::Paraphrased);
            assert!(
                turn.quotes
                    .iter()
                    .all(|it| it.passage.anchored == Anchored::Here)
            );
        }
    }
}

/// The sample ends in a synthesis whose every sentence rests on something, and whose every clause
/// says no more and no less than what it rests on.
#[test]
fn the_synthesis_of_the_sample_is_traced_throughout_and_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = demo(&node).expect("loaded");
    let reader = node.reader(&commons).expect("open");
    let document = reader.documents().expect("listed").pop().expect("one");
    assert_eq!(document.title.words, sample::SYNTHESIS.title);
    let lines = reader.lines(document.said.id).expect("listed");
    assert_eq!(lines.len(), sample::SYNTHESIS.lines.len());
    for line in &lines {
        let wording = line.wordings.first().expect("worded");
        let is_heading = wording.text.words.starts_with('#');
        assert_eq!(wording.traces.is_empty(), is_heading, "{:?}", wording.text);
        for traced in reader.traced(&wording.traces).expect("read") {
            let stands = traced
                .passage
                .is_none_or(|it| it.anchored == Anchored::Here);
            assert!(traced.what.is_some() && stands, "{:?}", wording.text);
        }
    }
    let sifted = reader.sift().expect("sifted");
    for row in reader.drift(&sifted, &lines).expect("checked") {
        let line = lines.iter().find(|it| it.said.id == row.line);
        assert_eq!(
            row.verdict,
            Verdict::Supported,
            "{:#?}\n{row:#?}",
            line.map(|it| &it.wordings)
        );
    }
}
