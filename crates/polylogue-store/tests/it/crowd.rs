//! What one key signs more often than it may: the same pages wherever the same set is held.

use polylogue_core::header::Draft;
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Choice, Note};
use polylogue_core::operation::Operation;
use polylogue_store::Store;

use crate::laws::{deliver, lively};
use crate::world::{Chance, Home, World, assert_same, text, turn, vote};

/// Everything people may do, and people who sign many things with one counter, some of which
/// others go on from.
fn crowded(seed: u64) -> World {
    let mut world = lively(seed, 60);
    let dialogue = world.dialogue(1, "Crowded");
    let claim = world.claim(1, Some(dialogue), "It is crowded.");
    for round in 0..6 {
        let by = 1 + world.chance.below(4);
        let count = 3 + world.chance.below(6);
        let crowd: Vec<OperationId> = (0..count)
            .map(|place| say_beside(&mut world, by, dialogue, claim, place))
            .collect();
        let stood_on = world.chance.pick(&crowd).unwrap();
        go_on_from(&mut world, by, stood_on);
        let words = format!("After round {round}");
        let mut said = turn(dialogue, &words);
        said.reply_to = world.chance.pick(&crowd);
        world.say(by, said);
        name_as_what_it_is_not(&mut world, 1 + by % 4, stood_on);
        let voted_on = world.chance.pick(&crowd).unwrap();
        world.vote(1 + by % 4, voted_on, Choice::Agree);
    }
    world
}

/// Signs from where somebody stands, without their going on from it.
fn say_beside(
    world: &mut World,
    by: usize,
    dialogue: OperationId,
    claim: OperationId,
    place: usize,
) -> OperationId {
    let heads = world.people[by].heads.clone();
    let counter = world.people[by].counter + 1;
    let body: Body = match world.chance.below(3) {
        0 => turn(dialogue, &format!("Beside {place}")).into(),
        1 => vote(claim, Choice::Disagree, vec![]).into(),
        _ => Note {
            text: text("beside"),
        }
        .into(),
    };
    let operation = world.sign_from(by, &heads, counter, body);
    let id = operation.id();
    world.said.push(operation);
    id
}

fn go_on_from(world: &mut World, by: usize, stood_on: OperationId) {
    world.people[by].heads = vec![stood_on];
    world.people[by].counter += 1;
}

/// Somebody else's content that names this as its law, its admission and what came before it.
fn name_as_what_it_is_not(world: &mut World, by: usize, named: OperationId) {
    let heads = world.people[by].heads.clone();
    let counter = world.people[by].counter + 1;
    let draft = |standing, act, previous: &[OperationId]| Draft {
        commons: world.commons(),
        standing,
        act: Some(act),
        previous: previous.to_vec(),
        counter,
        time: world.time,
    };
    let law = world.commons();
    let drafts = [
        draft(None, named, &heads),
        draft(Some(named), law, &heads),
        draft(None, law, &[named]),
    ];
    for draft in drafts {
        let body = Body::from(Note {
            text: text("named"),
        });
        let salt = world.chance.bytes();
        let signing = &world.people[by].signing;
        let operation = Operation::sign(&draft, &body, salt, signing).unwrap();
        world.said.push(operation);
    }
}

/// Another store that was given nothing but the set of this one, and what waits on its porch.
fn of_the_set(world: &World, home: &Home, store: &Store) -> Store {
    let ids: Vec<OperationId> = store
        .reconciled_keys()
        .unwrap()
        .into_iter()
        .map(|(_, id)| id)
        .collect();
    let mut operations = store.load(&ids, usize::MAX).unwrap();
    operations.extend(store.porch(usize::MAX).unwrap());
    let other = home.create(&world.founding);
    other.append(&operations, world.time).unwrap();
    other
}

#[test]
fn whoever_holds_the_same_set_shows_the_same() {
    for seed in 80..90 {
        let world = crowded(seed);
        let home = Home::new();
        let in_order = world.store(&home);
        let alike = of_the_set(&world, &home, &in_order);
        assert_same(&in_order, &alike, &format!("seed {seed}, the set alone"));
        let mut chance = Chance(seed);
        for round in 0..3 {
            let mut shuffled = world.said.clone();
            chance.shuffle(&mut shuffled);
            let store = home.create(&world.founding);
            deliver(&store, &shuffled, &mut chance);
            assert_same(&in_order, &store, &format!("seed {seed}, round {round}"));
            let keys = store.reconciled_keys().unwrap();
            assert_eq!(keys, in_order.reconciled_keys().unwrap(), "seed {seed}");
            let report = store.verify().unwrap();
            assert!(report.is_whole(), "seed {seed}: {report:?}");
        }
    }
}

#[test]
fn of_what_shares_a_counter_the_four_lowest_ids_stay() {
    let mut world = World::new(3, 2);
    let dialogue = world.dialogue(1, "Crowded");
    let mut ids: Vec<OperationId> = (0..9)
        .map(|place| say_beside(&mut world, 1, dialogue, dialogue, place))
        .collect();
    ids.sort();
    let home = Home::new();
    let store = home.create(&world.founding);
    let before: Vec<Operation> = world.said[1..world.said.len() - 9].to_vec();
    store.append(&before, 1).unwrap();
    // From the highest id down: each but the first four pushes one out.
    let mut displaced = Vec::new();
    for id in ids.iter().rev() {
        let appended = store.append(&[world.operation(*id)], 1).unwrap();
        assert_eq!((appended.new.len(), appended.beyond), (1, 0));
        displaced.extend(appended.displaced.iter().map(|(_, id)| *id));
    }
    displaced.sort();
    assert_eq!(displaced, ids[4..]);
    let again = store.append(&[world.operation(ids[8])], 1).unwrap();
    assert_eq!((again.new.len(), again.beyond), (0, 1));
    let kept = store.reader().unwrap().count_reconciled().unwrap();
    assert_eq!(
        kept,
        before.len() as u64 + 5,
        "the founding and four of nine"
    );
}

#[test]
fn acts_are_not_pushed_out_by_whoever_signed_them() {
    let mut world = World::new(4, 1);
    let heads = world.people[0].heads.clone();
    let counter = world.people[0].counter;
    let admitted = world.stranger();
    let person = world.key(admitted);
    for _ in 0..6 {
        let scope = polylogue_core::kind::Scope::All;
        let heads_of_theirs = vec![];
        let vouch = polylogue_core::kind::Vouch {
            person,
            scope,
            heads: heads_of_theirs,
        };
        let act = world.sign_from(0, &heads, counter + 1, vouch);
        world.said.push(act);
    }
    let home = Home::new();
    let store = world.store(&home);
    let kept = store.reconciled_keys().unwrap().len();
    assert_eq!(kept, world.said.len());
}

#[test]
fn a_process_that_died_before_it_made_room_makes_it_when_it_opens() {
    let mut world = World::new(6, 2);
    let dialogue = world.dialogue(1, "Crowded");
    for place in 0..9 {
        say_beside(&mut world, 1, dialogue, dialogue, place);
    }
    let home = Home::new();
    let whole = world.store(&home);
    for writes in 0.. {
        let store = home.create(&world.founding);
        store.fail_after_writes(Some(writes));
        let outcome = store.append(&world.said, 1);
        let path = store.path().to_owned();
        drop(store);
        let store = Store::open(&path).unwrap();
        store.append(&world.said, 1).unwrap();
        assert_same(&whole, &store, &format!("after {writes} writes"));
        if outcome.is_ok() {
            return;
        }
    }
}

#[test]
fn what_is_beyond_the_quota_of_the_founding_is_not_kept() {
    let mut world = World::within(11, 2, 5);
    let dialogue = world.dialogue(1, "Short");
    for number in 0..9 {
        world.turn(1, dialogue, &format!("Turn {number}"));
    }
    let home = Home::new();
    let store = home.create(&world.founding);
    let appended = store.append(&world.said[1..], 1).unwrap();
    assert_eq!(appended.beyond, 5, "one dialogue and four turns stay");
    let mut backwards = world.said.clone();
    backwards.reverse();
    let other = home.create(&world.founding);
    deliver(&other, &backwards, &mut Chance(1));
    assert_same(&store, &other, "backwards");
    let keys = store.reconciled_keys().unwrap();
    assert_eq!(keys, other.reconciled_keys().unwrap());
    assert_eq!(keys.len(), world.said.len() - 5);
}
