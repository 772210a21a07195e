//! Gaps: erased, hidden and withdrawn things, whatever came first.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Appeal, Choice, Claim, Erase, Hide, ModeratorErase, Note, Perspective, Question, Quote,
    Restore, Withdraw,
};
use polylogue_core::operation::Operation;
use polylogue_core::passage::Passage;
use polylogue_store::query::{Anchored, Page, Shown};

use crate::world::{Home, World, assert_same, text, turn, vote};

const DAY: u64 = 86_400;

fn reason(world: &mut World, words: &str) -> Option<OperationId> {
    Some(world.say(0, Note { text: text(words) }))
}

#[test]
fn an_author_empties_a_turn_at_once_and_for_good() {
    let mut world = World::new(1, 2);
    let dialogue = world.dialogue(1, "D");
    let turn = world.turn(1, dialogue, "secret words");
    let home = Home::new();
    let store = world.store(&home);
    let note = world.say(
        1,
        Note {
            text: text("I would rather not."),
        },
    );
    let erase = world.say(
        1,
        Erase {
            targets: vec![turn],
            words: Some(note),
            dialogue: Some(dialogue),
        },
    );
    let late = [world.operation(note), world.operation(erase)];
    store.append(&late, 1).unwrap();
    let reader = store.reader().unwrap();
    let row = reader.turn(turn).unwrap().unwrap();
    assert_eq!(
        row.said.shown,
        Shown::ErasedByAuthor("I would rather not.".to_owned())
    );
    assert_eq!(row.text.words, "");
    let turns = reader.turns(dialogue, Page::first(9)).unwrap();
    let ids: Vec<_> = turns.iter().map(|it| it.said.id).collect();
    assert_eq!(ids, [turn], "the gap stays where the turn stood");
    assert!(!reader.operation(turn).unwrap().unwrap().has_body);
    // Given again by a peer that still has it, the text does not come back.
    store.append(&[world.operation(turn)], 2).unwrap();
    assert!(
        !store
            .reader()
            .unwrap()
            .operation(turn)
            .unwrap()
            .unwrap()
            .has_body
    );
    assert!(store.wanted_bodies(9).unwrap().is_empty());
}

#[test]
fn a_gap_stands_where_others_answered_it() {
    let mut world = World::new(8, 2);
    let dialogue = world.dialogue(1, "D");
    let gone = world.turn(1, dialogue, "gone");
    let mut answer = crate::world::turn(dialogue, "I heard you.");
    answer.reply_to = Some(gone);
    let answer = world.say(2, answer);
    let home = Home::new();
    let store = world.store(&home);
    let erase = world.say(
        1,
        Erase {
            targets: vec![gone],
            words: None,
            dialogue: None,
        },
    );
    store.append(&[world.operation(erase)], 1).unwrap();
    let reader = store.reader().unwrap();
    let turns = reader.turns(dialogue, Page::first(9)).unwrap();
    let ids: Vec<_> = turns.iter().map(|it| it.said.id).collect();
    assert_eq!(ids, [gone, answer]);
    assert_eq!(turns[0].said.shown, Shown::ErasedByAuthor(String::new()));
    assert_eq!(turns[0].text.words, "");
    // It keeps its number, and so it counts.
    assert_eq!(reader.counts().unwrap().turns, 2);
}

#[test]
fn nobody_empties_the_words_of_others() {
    let mut world = World::new(2, 2);
    let dialogue = world.dialogue(1, "D");
    let turn = world.turn(1, dialogue, "mine");
    world.say(
        2,
        Erase {
            targets: vec![turn],
            words: None,
            dialogue: None,
        },
    );
    let home = Home::new();
    let reader = world.store(&home).reader().unwrap();
    let row = reader.turn(turn).unwrap().unwrap();
    assert_eq!(
        (row.said.shown, row.text.words.as_str()),
        (Shown::Whole, "mine")
    );
}

#[test]
fn a_moderator_empties_with_a_reason_and_bytes_go_after_the_delay() {
    let mut world = World::new(3, 2);
    let dialogue = world.dialogue(1, "D");
    let turn = world.turn(1, dialogue, "an address");
    let words = reason(&mut world, "Somebody's address.");
    world.say(
        0,
        ModeratorErase {
            targets: vec![turn],
            words,
            dialogue: None,
        },
    );
    let home = Home::new();
    let store = home.create(&world.founding);
    store.append(&world.said, 10 * DAY).unwrap();
    let row = store.reader().unwrap().turn(turn).unwrap().unwrap();
    assert_eq!(
        row.said.shown,
        Shown::ErasedByModerator("Somebody's address.".to_owned())
    );
    assert_eq!(store.sweep(16 * DAY).unwrap(), 0);
    assert!(
        store
            .reader()
            .unwrap()
            .operation(turn)
            .unwrap()
            .unwrap()
            .has_body
    );
    assert_eq!(store.sweep(17 * DAY).unwrap(), 1);
    assert!(
        !store
            .reader()
            .unwrap()
            .operation(turn)
            .unwrap()
            .unwrap()
            .has_body
    );
    assert_eq!(store.sweep(18 * DAY).unwrap(), 0);
}

#[test]
fn hidden_words_come_back_when_restored() {
    let mut world = World::new(4, 2);
    let dialogue = world.dialogue(1, "D");
    let turn = world.turn(1, dialogue, "harsh words");
    let home = Home::new();
    let store = world.store(&home);
    let words = reason(&mut world, "Unkind.");
    let hide = world.say(
        0,
        Hide {
            targets: vec![turn],
            words,
            dialogue: None,
        },
    );
    store.append(&world.said, 1).unwrap();
    let row = store.reader().unwrap().turn(turn).unwrap().unwrap();
    assert_eq!(row.said.shown, Shown::Hidden("Unkind.".to_owned()));
    assert_eq!(row.text.words, "");
    let words = reason(&mut world, "It was not.");
    world.say(
        0,
        Restore {
            hides: vec![hide],
            words,
            dialogue: None,
        },
    );
    store.append(&world.said, 1).unwrap();
    let row = store.reader().unwrap().turn(turn).unwrap().unwrap();
    assert_eq!(
        (row.said.shown, row.text.words.as_str()),
        (Shown::Whole, "harsh words")
    );
}

#[test]
fn an_erased_vote_gives_way_to_the_one_it_replaced() {
    let mut world = World::new(5, 2);
    let claim = world.claim(1, None, "It is.");
    let first = world.vote(2, claim, Choice::Agree);
    let second = world.say(2, vote(claim, Choice::Disagree, vec![first]));
    let home = Home::new();
    let store = world.store(&home);
    let tally = |store: &polylogue_store::Store| {
        let row = store.reader().unwrap().claim(claim, None).unwrap().unwrap();
        (row.tally.agree, row.tally.disagree)
    };
    assert_eq!(tally(&store), (0, 1));
    world.say(
        2,
        Erase {
            targets: vec![second],
            words: None,
            dialogue: None,
        },
    );
    store.append(&world.said, 1).unwrap();
    assert_eq!(tally(&store), (1, 0));
    world.say(
        2,
        Erase {
            targets: vec![first],
            words: None,
            dialogue: None,
        },
    );
    store.append(&world.said, 1).unwrap();
    assert_eq!(tally(&store), (0, 0));
}

#[test]
fn a_withdrawn_vote_counts_for_nothing_and_stays_in_the_log() {
    let mut world = World::new(6, 2);
    let claim = world.claim(1, None, "It is.");
    let cast = world.vote(2, claim, Choice::Agree);
    // Somebody else's word takes nothing back.
    world.say(
        1,
        Withdraw {
            target: cast,
            reason: text(""),
        },
    );
    let home = Home::new();
    let store = world.store(&home);
    let agree = |store: &polylogue_store::Store| {
        store
            .reader()
            .unwrap()
            .claim(claim, None)
            .unwrap()
            .unwrap()
            .tally
            .agree
    };
    assert_eq!(agree(&store), 1);
    world.say(
        2,
        Withdraw {
            target: cast,
            reason: text("I was hasty."),
        },
    );
    store.append(&world.said, 1).unwrap();
    assert_eq!(agree(&store), 0);
    let backwards = home.create(&world.founding);
    let mut reversed = world.said.clone();
    reversed.reverse();
    backwards.append(&reversed, 1).unwrap();
    assert_same(&store, &backwards, "withdrawn before it came");
}

#[test]
fn whoever_never_had_the_text_shows_the_same_gap() {
    let mut world = World::new(7, 2);
    let dialogue = world.dialogue(1, "D");
    let turn = world.turn(1, dialogue, "gone");
    world.say(
        1,
        Erase {
            targets: vec![turn],
            words: None,
            dialogue: Some(dialogue),
        },
    );
    let home = Home::new();
    let (had, never) = (world.store(&home), home.create(&world.founding));
    let without: Vec<_> = world
        .said
        .iter()
        .map(|it| {
            if it.id() == turn {
                it.clone().without_body()
            } else {
                it.clone()
            }
        })
        .collect();
    never.append(&without, 1).unwrap();
    assert_same(&had, &never, "without the text");
    let turns = never.reader().unwrap();
    let turns = turns.turns(dialogue, Page::first(9)).unwrap();
    assert_eq!(turns.len(), 1, "the gap shows where it never was read");
}

#[test]
fn erased_words_are_nowhere_in_the_file() {
    let mut world = World::new(9, 2);
    let dialogue = world.dialogue(1, "D");
    for number in 0..300 {
        world.turn(2, dialogue, &format!("Plain words number {number}."));
    }
    let turn = world.turn(1, dialogue, "quizzaciously xylographed");
    let home = Home::new();
    let store = world.store(&home);
    while store.index_search(50).unwrap() {}
    let erase = Erase {
        targets: vec![turn],
        words: None,
        dialogue: Some(dialogue),
    };
    let erase = world.say(1, erase);
    store.append(&[world.operation(erase)], 1).unwrap();
    while store.index_search(50).unwrap() {}
    assert_nowhere(store, &["quizzaciously", "uizzaciou", "xylograph"]);
}

#[test]
fn words_a_moderator_erased_are_nowhere_in_the_file_once_the_delay_is_over() {
    let mut world = World::new(12, 2);
    let dialogue = world.dialogue(1, "D");
    for number in 0..300 {
        world.turn(2, dialogue, &format!("Plain words number {number}."));
    }
    let turn = world.turn(1, dialogue, "quizzaciously xylographed");
    let home = Home::new();
    let store = world.store(&home);
    while store.index_search(50).unwrap() {}
    let words = reason(&mut world, "An address.");
    let erase = ModeratorErase {
        targets: vec![turn],
        words,
        dialogue: Some(dialogue),
    };
    let erase = world.say(0, erase);
    let acts = [world.operation(words.unwrap()), world.operation(erase)];
    store.append(&acts, 10 * DAY).unwrap();
    while store.index_search(50).unwrap() {}
    assert_eq!(store.sweep(17 * DAY).unwrap(), 1);
    while store.index_search(50).unwrap() {}
    assert_nowhere(store, &["quizzaciously", "uizzaciou", "xylograph"]);
}

/// That the file holds the other turns' words and none of these.
fn assert_nowhere(store: polylogue_store::Store, words: &[&str]) {
    let path = store.path().to_owned();
    drop(store);
    let held = |word: &str| {
        ["", "-wal"].iter().any(|ending| {
            let name = format!("{}{ending}", path.display());
            let bytes = std::fs::read(name).unwrap_or_default();
            bytes.windows(word.len()).any(|it| it == word.as_bytes())
        })
    };
    assert!(held("Plain words number 299"));
    for word in words {
        assert!(!held(word), "{word}");
    }
}

#[test]
fn who_quoted_an_erased_turn_shows_its_words_no_more() {
    let mut world = World::new(13, 3);
    let dialogue = world.dialogue(1, "D");
    let first = world.turn(1, dialogue, "I live at number nine.");
    let text = "I live at number nine.";
    let passage = Passage::of_words(first, first, text, "at number nine").unwrap();
    let mut reply = turn(dialogue, "So you say.");
    reply.quotes = vec![Quote {
        passage: passage.clone(),
        paragraph: 0,
    }];
    let reply = world.say(2, reply);
    let claim = world.say(
        3,
        Claim {
            text: crate::world::text("Everybody lives somewhere."),
            under: None,
            passages: vec![passage],
            held_by: vec![],
            brought_in: None,
        },
    );
    let home = Home::new();
    let store = world.store(&home);
    let quoted = |store: &polylogue_store::Store| {
        let reader = store.reader().unwrap();
        let turn = reader.turn(reply).unwrap().unwrap();
        let claim = reader.claim(claim, None).unwrap().unwrap();
        [&turn.quotes[0].passage, &claim.passages[0]].map(|it| {
            let words = format!("{}{}{}", it.before, it.exact, it.after);
            (it.anchored, words)
        })
    };
    assert!(quoted(&store)[0].1.contains("at number nine"));
    let erase = Erase {
        targets: vec![first],
        words: None,
        dialogue: Some(dialogue),
    };
    let erase = world.say(1, erase);
    store.append(&[world.operation(erase)], 1).unwrap();
    for quoted in quoted(&store) {
        assert_eq!(quoted, (Anchored::Emptied, String::new()));
    }
}

/// A dialogue with another's turn, a claim with another's vote, a perspective and a question.
fn four_things(world: &mut World) -> [OperationId; 4] {
    let dialogue = world.dialogue(1, "Mine to empty");
    world.turn(2, dialogue, "What I said in it");
    let claim = world.claim(1, Some(dialogue), "It is.");
    world.vote(2, claim, Choice::Agree);
    let perspective = world.say(
        1,
        Perspective {
            name: text("From here"),
            short: text(""),
            summary: text(""),
            sources: vec![],
            brought_in: None,
        },
    );
    let question = world.say(
        1,
        Question {
            text: text("What now?"),
            place: 1,
            brought_in: None,
        },
    );
    [dialogue, claim, perspective, question]
}

fn in_order(ids: &[OperationId]) -> Vec<OperationId> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids
}

fn assert_all_are_listed(store: &polylogue_store::Store, things: [OperationId; 4], fate: &Shown) {
    let [dialogue, claim, perspective, question] = things;
    let reader = store.reader().unwrap();
    let dialogues = reader.dialogues(Page::first(9)).unwrap();
    assert_eq!(dialogues.len(), 1);
    assert_eq!(
        (dialogues[0].said.id, &dialogues[0].said.shown),
        (dialogue, fate)
    );
    assert_eq!(
        (dialogues[0].title.words.as_str(), dialogues[0].turns),
        ("", 1)
    );
    let turns = reader.turns(dialogue, Page::first(9)).unwrap();
    assert_eq!(turns[0].text.words, "What I said in it");
    let claims = reader.claims_listed(Page::first(9)).unwrap();
    assert_eq!((claims[0].said.id, &claims[0].said.shown), (claim, fate));
    assert_eq!(
        (claims[0].text.words.as_str(), claims[0].tally.agree),
        ("", 1)
    );
    let perspectives = reader.perspectives().unwrap();
    assert_eq!(
        (perspectives[0].said.id, &perspectives[0].said.shown),
        (perspective, fate)
    );
    let questions = reader.questions().unwrap();
    assert_eq!(
        (questions[0].said.id, &questions[0].said.shown),
        (question, fate)
    );
    assert_eq!(reader.counts().unwrap().claims, 0, "nobody can vote on it");
}

#[test]
fn what_was_emptied_keeps_its_line_and_what_others_said_in_it() {
    let mut world = World::new(9, 2);
    let things = four_things(&mut world);
    let erase = Erase {
        targets: in_order(&things),
        words: None,
        dialogue: None,
    };
    world.say(1, erase);
    let home = Home::new();
    let had = world.store(&home);
    let fate = Shown::ErasedByAuthor(String::new());
    assert_all_are_listed(&had, things, &fate);
    let never = home.create(&world.founding);
    let bare = |it: &Operation| match things.contains(&it.id()) {
        true => it.clone().without_body(),
        false => it.clone(),
    };
    let without: Vec<Operation> = world.said.iter().map(bare).collect();
    never.append(&without, 1).unwrap();
    assert_same(&had, &never, "without the texts");
    assert_all_are_listed(&never, things, &fate);
    let mut reversed = without.clone();
    reversed.reverse();
    let backwards = home.create(&world.founding);
    backwards.append(&reversed, 1).unwrap();
    backwards.append(&world.said, 1).unwrap();
    assert_same(&had, &backwards, "the erasure first, the texts last");
    assert!(
        had.reader()
            .unwrap()
            .next_claim(world.key(2), None)
            .unwrap()
            .is_none()
    );
}

#[test]
fn what_a_moderator_emptied_keeps_its_line_before_and_after_its_bytes_go() {
    let mut world = World::new(10, 2);
    let things = four_things(&mut world);
    let words = reason(&mut world, "An address.");
    let erase = ModeratorErase {
        targets: in_order(&things),
        words,
        dialogue: None,
    };
    world.say(0, erase);
    let home = Home::new();
    let store = home.create(&world.founding);
    store.append(&world.said, 10 * DAY).unwrap();
    let fate = Shown::ErasedByModerator("An address.".to_owned());
    assert_all_are_listed(&store, things, &fate);
    let before = crate::world::dump(store.path());
    assert_eq!(store.sweep(17 * DAY).unwrap(), 4);
    assert_all_are_listed(&store, things, &fate);
    store.rebuild().unwrap();
    assert_eq!(before, crate::world::dump(store.path()));
}

#[test]
fn an_act_against_somebody_is_told_until_it_is_undone_or_answered() {
    let mut world = World::new(11, 2);
    let dialogue = world.dialogue(1, "D");
    let (first, second) = (world.turn(1, dialogue, "a"), world.turn(1, dialogue, "b"));
    let words = reason(&mut world, "Harsh.");
    let mut hide = |targets| {
        world.say(
            0,
            Hide {
                targets,
                words,
                dialogue: None,
            },
        )
    };
    let (one, other) = (hide(vec![first]), hide(vec![second]));
    let home = Home::new();
    let store = world.store(&home);
    let told = |store: &polylogue_store::Store, key| {
        let rows = store.reader().unwrap().acts_against(key).unwrap();
        rows.into_iter()
            .map(|(act, about)| (act, about.id))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&store, world.key(1)), [(other, second), (one, first)]);
    assert_eq!(told(&store, world.key(2)), []);
    let row = store.reader().unwrap().turn(first).unwrap().unwrap();
    assert_eq!(row.said.act, Some(one), "which act hid it");
    world.say(
        1,
        Appeal {
            act: one,
            text: text("It was fair."),
        },
    );
    let restore = world.say(
        0,
        Restore {
            hides: vec![other],
            words,
            dialogue: None,
        },
    );
    store.append(&world.said, 1).unwrap();
    assert_eq!(told(&store, world.key(1)), []);
    let minutes = store.reader().unwrap().minutes(Page::first(50)).unwrap();
    let find = |id| minutes.iter().find(|it| it.said.id == id).unwrap();
    assert!(find(other).is_answered && !find(one).is_answered);
    let shown: Vec<_> = find(restore).about.iter().map(|it| it.id).collect();
    assert_eq!(shown, [second], "a restore names what it showed");
}

#[test]
fn a_claim_whose_vote_was_taken_back_is_voted_on_next() {
    let mut world = World::new(12, 2);
    let claim = world.claim(1, None, "It is.");
    let cast = world.vote(2, claim, Choice::Agree);
    let home = Home::new();
    let store = world.store(&home);
    let reader = store.reader().unwrap();
    assert_eq!(reader.claims_voted_by(world.key(2)).unwrap(), 1);
    assert!(reader.next_claim(world.key(2), None).unwrap().is_none());
    drop(reader);
    world.say(
        2,
        Withdraw {
            target: cast,
            reason: text(""),
        },
    );
    store.append(&world.said, 1).unwrap();
    let reader = store.reader().unwrap();
    assert_eq!(reader.claims_voted_by(world.key(2)).unwrap(), 0);
    assert!(reader.next_claim(world.key(2), None).unwrap().is_some());
}

#[test]
fn what_was_taken_back_is_not_asked_and_not_counted_as_left_to_vote_on() {
    let mut world = World::new(13, 2);
    let claims = ["It is.", "It was.", "It will be."].map(|it| world.claim(1, None, it));
    world.vote(2, claims[0], Choice::Agree);
    world.vote(2, claims[1], Choice::Agree);
    let home = Home::new();
    let store = world.store(&home);
    let progress = |world: &World| {
        let reader = store.reader().unwrap();
        let it = reader.voting_progress(world.key(2)).unwrap();
        (it.voted, it.claims)
    };
    assert_eq!(progress(&world), (2, 3));
    for target in [claims[0], claims[2]] {
        let reason = text("");
        world.say(1, Withdraw { target, reason });
    }
    store.append(&world.said, 1).unwrap();
    assert_eq!(progress(&world), (1, 1));
}
