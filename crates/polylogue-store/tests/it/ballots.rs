//! The votes an opinion map is computed from.

use std::collections::BTreeMap;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Choice, Withdraw};
use polylogue_store::Store;

use crate::world::{Chance, Home, World, text, vote};

/// Votes by person and claim, with whether they count; the numbers of a store mean nothing.
fn votes(
    store: &Store,
    under: Option<OperationId>,
) -> BTreeMap<(Key, OperationId), (Choice, bool)> {
    let ballots = store.reader().unwrap().ballots(under).unwrap();
    let people: BTreeMap<i64, Key> = ballots.people.iter().copied().collect();
    let claims: BTreeMap<i64, OperationId> =
        ballots.claims.iter().map(|it| (it.number, it.id)).collect();
    let rows = ballots.votes.iter();
    rows.map(|it| {
        (
            (people[&it.person], claims[&it.claim]),
            (it.choice, it.is_counted),
        )
    })
    .collect()
}

#[test]
fn only_votes_that_count_now_are_read_and_newcomers_apart() {
    let mut world = World::new(1, 3);
    let dialogue = world.dialogue(1, "The river");
    let here = world.claim(1, Some(dialogue), "It rains.");
    let elsewhere = world.claim(1, None, "It shines.");
    let first = world.vote(2, here, Choice::Agree);
    world.say(2, vote(here, Choice::Disagree, vec![first]));
    let taken = world.vote(3, here, Choice::Agree);
    world.say(
        3,
        Withdraw {
            target: taken,
            reason: text(""),
        },
    );
    world.vote(1, elsewhere, Choice::Pass);
    let newcomer = world.stranger();
    world.vote(newcomer, here, Choice::Agree);
    let home = Home::new();
    let store = world.store(&home);
    let under = votes(&store, Some(dialogue));
    assert_eq!(
        under.get(&(world.key(2), here)),
        Some(&(Choice::Disagree, true))
    );
    assert_eq!(under.get(&(world.key(3), here)), None, "it was taken back");
    let theirs = under.get(&(world.key(newcomer), here));
    assert_eq!(
        theirs,
        Some(&(Choice::Agree, false)),
        "it is there, and does not count"
    );
    assert_eq!(under.len(), 2);
    let nowhere = votes(&store, None);
    assert_eq!(
        nowhere.len(),
        1,
        "what hangs on nothing has a map of its own"
    );
    let maps = store.reader().unwrap().maps().unwrap();
    assert_eq!(maps.len(), 2);
    assert_eq!((maps[0].people, maps[0].votes, maps[0].claims), (1, 1, 1));
    assert!(maps[1].of.is_none());
    let past = store.reader().unwrap().past_votes(Some(dialogue)).unwrap();
    assert_eq!(
        past.len(),
        2,
        "what was replaced is still known, what was taken back is not"
    );
    assert!(past[0].time < past[1].time);
}

#[test]
fn the_order_of_arrival_makes_no_difference() {
    let mut world = World::new(7, 6);
    let claims: Vec<OperationId> = (0..4)
        .map(|it| world.claim(1, None, &format!("Claim {it}.")))
        .collect();
    let mut chance = Chance(11);
    for person in 1..=6 {
        for claim in &claims {
            let choice = chance.pick(&[Choice::Agree, Choice::Disagree, Choice::Pass]);
            world.vote(person, *claim, choice.unwrap());
        }
    }
    let homes = [Home::new(), Home::new()];
    let one = world.store(&homes[0]);
    chance.shuffle(&mut world.said);
    let other = world.store(&homes[1]);
    assert_eq!(votes(&one, None).len(), 24);
    assert_eq!(votes(&one, None), votes(&other, None));
}

#[test]
fn votes_that_changed_are_told_until_the_store_is_opened_again() {
    let mut world = World::new(3, 4);
    let claim = world.claim(1, None, "It rains.");
    let first = world.vote(1, claim, Choice::Agree);
    let home = Home::new();
    let store = world.store(&home);
    // The first write of a process reads the law; from then on changes are known.
    world.vote(2, claim, Choice::Agree);
    store.append(&world.said, 1).unwrap();
    let before = store.version();
    world.say(1, vote(claim, Choice::Pass, vec![first]));
    world.vote(3, claim, Choice::Disagree);
    store.append(&world.said, 1).unwrap();
    let reader = store.reader().unwrap();
    let mut changed = reader.voted_since(before).unwrap().unwrap();
    let is_pass = |it: &polylogue_store::query::VotedRow| it.key == world.key(1);
    changed.sort_by_key(is_pass);
    let said: Vec<_> = changed.iter().map(|it| (it.key, it.vote)).collect();
    let expected = [
        (world.key(3), Some((Choice::Disagree, true))),
        (world.key(1), Some((Choice::Pass, true))),
    ];
    assert_eq!(said, expected);
    drop(reader);
    let path = store.path().to_owned();
    drop(store);
    let again = Store::open(&path).unwrap();
    let reader = again.reader().unwrap();
    assert_eq!(
        reader.voted_since(before).unwrap(),
        None,
        "then all is read"
    );
}

#[test]
fn somebody_came_to_a_vote_with_their_first_that_was_not_taken_back() {
    let mut world = World::new(2, 3);
    let dialogue = world.dialogue(1, "The river");
    let claims = ["It rains.", "It pours."].map(|it| world.claim(1, Some(dialogue), it));
    let first = world.vote(2, claims[1], Choice::Agree);
    world.say(2, vote(claims[1], Choice::Pass, vec![first]));
    world.vote(2, claims[0], Choice::Disagree);
    world.vote(1, claims[0], Choice::Agree);
    let taken = world.vote(3, claims[0], Choice::Agree);
    let target = taken;
    let reason = text("");
    world.say(3, Withdraw { target, reason });
    let home = Home::new();
    let reader = world.store(&home).reader().unwrap();
    let ballots = reader.ballots(Some(dialogue)).unwrap();
    let keys: BTreeMap<i64, Key> = ballots.people.iter().copied().collect();
    let mut earliest: BTreeMap<Key, u64> = BTreeMap::new();
    for it in reader.past_votes(Some(dialogue)).unwrap() {
        let time = earliest.entry(keys[&it.person]).or_insert(it.time);
        *time = it.time.min(*time);
    }
    let came: BTreeMap<Key, u64> = reader
        .first_votes(Some(dialogue))
        .unwrap()
        .into_iter()
        .collect();
    assert_eq!(came, earliest);
    let who: Vec<Key> = came.keys().copied().collect();
    let mut two = [world.key(1), world.key(2)];
    two.sort_unstable();
    assert_eq!(who, two, "who took their only vote back did not come");
}
