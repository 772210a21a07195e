//! What is read in brief, or counted, says what whole rows say.

use std::collections::BTreeSet;

use polylogue_store::query::{Page, Standing};

use crate::laws::lively;
use crate::world::Home;

const ALL: Page = Page {
    offset: 0,
    limit: 1_000,
};

fn each_lively_store(check: impl Fn(u64, &polylogue_store::Store)) {
    for seed in 300..312 {
        let home = Home::new();
        let store = lively(seed, 160).store(&home);
        check(seed, &store);
    }
}

#[test]
fn names_and_states_in_brief_are_those_of_whole_rows() {
    each_lively_store(|seed, store| {
        let reader = store.reader().unwrap();
        let whole = reader.dialogues(ALL).unwrap();
        let brief = reader.dialogues_in_brief().unwrap();
        assert_eq!(whole.len(), brief.len(), "seed {seed}");
        for (whole, brief) in whole.iter().zip(&brief) {
            assert_eq!(whole.said.id, brief.id, "seed {seed}");
            assert_eq!(whole.title, brief.title, "seed {seed}");
            assert_eq!(whole.state, brief.state, "seed {seed}");
            let is_open = whole.open_questions > 0;
            assert_eq!(is_open, brief.has_open_questions, "seed {seed}");
            let meets = (&whole.perspectives, &whole.questions);
            assert_eq!(meets, (&brief.perspectives, &brief.questions));
        }
        let whole = reader.people(ALL).unwrap();
        let brief = reader.people_in_brief().unwrap();
        assert_eq!(whole.len(), brief.len(), "seed {seed}");
        for (whole, brief) in whole.iter().zip(&brief) {
            let said = (whole.person.key, &whole.person.name, whole.person.standing);
            assert_eq!(
                said,
                (brief.key, &brief.name, brief.standing),
                "seed {seed}"
            );
            assert_eq!(whole.turns > 0, brief.has_spoken, "seed {seed}");
            let digits = &brief.key.to_string()[..12];
            assert_eq!(reader.people_of_digits(digits).unwrap(), [brief.key]);
        }
        assert!(brief.iter().any(|it| it.standing == Standing::Newcomer));
    });
}

#[test]
fn lists_and_counts_agree_with_whole_rows() {
    each_lively_store(|seed, store| {
        let reader = store.reader().unwrap();
        let counted = reader.count_reconciled().unwrap();
        let keys = store.reconciled_keys().unwrap();
        assert_eq!(counted, keys.len() as u64, "seed {seed}");
        let mut listed = reader.claims(None, ALL).unwrap();
        listed.iter_mut().for_each(|it| it.passages.clear());
        assert_eq!(listed, reader.claims_listed(ALL).unwrap(), "seed {seed}");
        let mut open = reader.open_questions(ALL).unwrap();
        open.reverse();
        let waiting = reader.waiting_questions(None, ALL).unwrap();
        assert_eq!(open, waiting, "seed {seed}");
        assert_eq!(reader.count_open_questions().unwrap(), open.len() as u64);
        for dialogue in reader.dialogues(ALL).unwrap() {
            let id = dialogue.said.id;
            let its = reader.waiting_questions(Some(id), ALL).unwrap();
            assert_eq!(its.len() as u64, dialogue.open_questions, "seed {seed}");
        }
        for perspective in reader.perspectives().unwrap() {
            let id = perspective.said.id;
            let held = reader.claims_held_by(id, ALL).unwrap();
            assert_eq!(held.len() as u64, perspective.claims, "seed {seed}");
            let ids: BTreeSet<_> = held.iter().map(|it| it.said.id).collect();
            assert_eq!(ids.len(), held.len(), "seed {seed}");
        }
    });
}

/// Where a turn may not be read, neither may its earlier or later wordings.
#[test]
fn no_wording_of_a_turn_that_was_taken_out_is_shown() {
    each_lively_store(|seed, store| {
        let reader = store.reader().unwrap();
        for dialogue in reader.dialogues(ALL).unwrap() {
            for turn in reader.turns(dialogue.said.id, ALL).unwrap() {
                use polylogue_store::query::Shown;
                let is_readable = matches!(turn.said.shown, Shown::Whole | Shown::Withdrawn(_));
                let wordings = reader.turn_wordings(turn.said.id).unwrap();
                assert_eq!(wordings.len() as u64, turn.wordings, "seed {seed}");
                let has_words = wordings.iter().any(|it| !it.text.words.is_empty());
                assert!(is_readable || !has_words, "seed {seed}");
            }
        }
    });
}
