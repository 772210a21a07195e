//! Registers: what nothing replaces counts, and the history stays.

use polylogue_core::kind::{
    Choice, DialogueState, Perspective, PerspectiveRevise, Profile, State, TurnRevise,
};
use polylogue_core::verdict::{Verdict, Wait};
use polylogue_store::query::{MyVote, Page};

use crate::world::{Home, World, text, vote};

fn mine(store: &polylogue_store::Store, world: &World, by: usize) -> MyVote {
    let claim = world
        .said
        .iter()
        .find(|it| it.header().kind == 530)
        .unwrap()
        .id();
    let reader = store.reader().unwrap();
    reader
        .claim(claim, Some(world.key(by)))
        .unwrap()
        .unwrap()
        .mine
        .unwrap()
}

#[test]
fn a_late_vote_replaces_an_earlier_one() {
    let mut world = World::new(1, 2);
    let claim = world.claim(1, None, "It is.");
    let first = world.vote(2, claim, Choice::Agree);
    world.say(2, vote(claim, Choice::Disagree, vec![first]));
    let home = Home::new();
    let store = world.store(&home);
    let row = store.reader().unwrap().claim(claim, None).unwrap().unwrap();
    assert_eq!((row.tally.agree, row.tally.disagree), (0, 1));
    assert!(mine(&store, &world, 2).others.is_empty());
}

#[test]
fn a_true_fork_shows_both_votes_until_one_names_them() {
    let mut world = World::new(2, 2);
    let claim = world.claim(1, None, "It is.");
    let agree = vote(claim, Choice::Agree, vec![]);
    let (first, second) = world.fork(2, agree, vote(claim, Choice::Pass, vec![]));
    let home = Home::new();
    let store = world.store(&home);
    let shown = mine(&store, &world, 2);
    assert_eq!(
        shown.id,
        first.max(second),
        "of equal counters the highest id counts"
    );
    assert_eq!(shown.others.len(), 1);
    let mut replaces = vec![first, second];
    replaces.sort();
    let joined = world.say(2, vote(claim, Choice::Disagree, replaces));
    store.append(&world.said, 1).unwrap();
    let shown = mine(&store, &world, 2);
    assert_eq!((shown.id, shown.choice), (joined, Choice::Disagree));
    assert!(shown.others.is_empty());
}

#[test]
fn votes_on_a_claim_that_is_withheld_count_when_it_comes() {
    let mut world = World::new(3, 9);
    let claim = world.claim(1, None, "It is.");
    for by in 2..10 {
        world.vote(by, claim, Choice::Agree);
    }
    let home = Home::new();
    let store = home.create(&world.founding);
    let at = world.index(claim);
    let without: Vec<_> = world
        .said
        .iter()
        .filter(|it| it.id() != claim)
        .cloned()
        .collect();
    store.append(&without, 1).unwrap();
    let reader = store.reader().unwrap();
    assert!(reader.claim(claim, None).unwrap().is_none());
    assert_eq!(reader.what(claim).unwrap().unwrap().what, None);
    let voted = reader.person_acts(world.key(5), Page::first(9)).unwrap();
    assert_eq!(voted[0].verdict, Verdict::Accepted);
    drop(reader);
    store.append(&world.said[at..=at], 1).unwrap();
    let row = store.reader().unwrap().claim(claim, None).unwrap().unwrap();
    assert_eq!(row.tally.agree, 8);
}

#[test]
fn what_follows_an_absent_operation_waits_for_it_by_name() {
    let mut world = World::new(4, 2);
    let dialogue = world.dialogue(1, "D");
    let first = world.turn(1, dialogue, "one");
    let second = world.turn(1, dialogue, "two");
    let home = Home::new();
    let store = home.create(&world.founding);
    let at = world.index(first);
    let without: Vec<_> = world
        .said
        .iter()
        .filter(|it| it.id() != first)
        .cloned()
        .collect();
    store.append(&without, 1).unwrap();
    let row = store.reader().unwrap().operation(second).unwrap().unwrap();
    assert_eq!(row.verdict, Verdict::Waiting(Wait::Operation(first)));
    store.append(&world.said[at..=at], 1).unwrap();
    let reader = store.reader().unwrap();
    assert_eq!(reader.turns(dialogue, Page::first(9)).unwrap().len(), 2);
    let change = reader.changes(Page::first(1)).unwrap().remove(0);
    assert_eq!(
        (change.id, change.because, change.now),
        (second, first, Verdict::Accepted)
    );
}

#[test]
fn a_turn_is_revised_by_its_author_alone() {
    let mut world = World::new(5, 2);
    let dialogue = world.dialogue(1, "D");
    let turn = world.turn(1, dialogue, "first");
    let revise = |words: &str| TurnRevise {
        turn,
        text: text(words),
        long: None,
        quotes: vec![],
        replaces: vec![],
    };
    world.say(2, revise("not yours"));
    let home = Home::new();
    let store = world.store(&home);
    assert_eq!(
        store
            .reader()
            .unwrap()
            .turn(turn)
            .unwrap()
            .unwrap()
            .text
            .words,
        "first"
    );
    let revision = world.say(1, revise("second"));
    store.append(&world.said, 1).unwrap();
    let reader = store.reader().unwrap();
    let row = reader.turn(turn).unwrap().unwrap();
    assert_eq!(
        (row.text.words.as_str(), row.revision, row.wordings),
        ("second", revision, 2)
    );
    assert!(!row.is_forked);
    let wordings = reader.turn_wordings(turn).unwrap();
    let words: Vec<&str> = wordings.iter().map(|it| it.text.words.as_str()).collect();
    assert_eq!(words, ["first", "second"]);
}

#[test]
fn of_several_states_that_nothing_replaces_the_furthest_counts() {
    let mut world = World::new(6, 3);
    let dialogue = world.dialogue(1, "D");
    let say = |state, replaces| DialogueState {
        dialogue,
        state,
        reason: text("done"),
        replaces,
    };
    let closed = world.say(2, say(State::Closed, vec![]));
    world.say(3, say(State::Planned, vec![]));
    let home = Home::new();
    let store = world.store(&home);
    let state = |store: &polylogue_store::Store| {
        store
            .reader()
            .unwrap()
            .dialogue(dialogue)
            .unwrap()
            .unwrap()
            .state
    };
    assert_eq!(state(&store), State::Closed);
    world.say(1, say(State::Open, vec![closed]));
    store.append(&world.said, 1).unwrap();
    assert_eq!(state(&store), State::Open);
}

#[test]
fn names_and_wordings_show_the_latest() {
    let mut world = World::new(7, 2);
    let profile = |name: &str| Profile {
        name: text(name),
        about: text(""),
        replaces: vec![],
    };
    let first = world.say(1, profile("Ana"));
    world.say(
        1,
        Profile {
            replaces: vec![first],
            ..profile("Ana M.")
        },
    );
    let perspective = world.say(
        1,
        Perspective {
            name: text("Commons"),
            short: text(""),
            summary: text(""),
            sources: vec![],
            brought_in: None,
        },
    );
    world.say(
        2,
        PerspectiveRevise {
            perspective,
            name: text("Commoning"),
            short: text("C"),
            summary: text("What we do together."),
            sources: vec![],
            replaces: vec![],
        },
    );
    let home = Home::new();
    let reader = world.store(&home).reader().unwrap();
    let person = reader.person(world.key(1)).unwrap().unwrap();
    assert_eq!(person.person.name.words, "Ana M.");
    let row = reader.perspective(perspective).unwrap().unwrap();
    assert_eq!(
        (row.name.words.as_str(), row.short.as_str()),
        ("Commoning", "C")
    );
}
