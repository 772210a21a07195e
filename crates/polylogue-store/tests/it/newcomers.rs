//! Newcomers: heard, not counted, bounded; and what becomes of people's words as they come and go.

use polylogue_core::kind::{Choice, Note, Profile, Removal, Scope, Vouch};
use polylogue_core::operation::Operation;
use polylogue_core::verdict::{Verdict, Wait};
use polylogue_store::query::{Page, Standing};
use polylogue_store::{PORCH_INTRODUCER_MAX, PORCH_KEY_MAX, PORCH_MAX};

use crate::world::{Home, World, text};

#[test]
fn a_newcomers_votes_are_counted_apart_until_somebody_vouches() {
    let mut world = World::new(1, 2);
    let claim = world.claim(1, None, "It is.");
    let newcomer = world.stranger();
    let profile = Profile {
        name: text("Noor"),
        about: text(""),
        replaces: vec![],
    };
    world.say(newcomer, profile);
    let vote = world.vote(newcomer, claim, Choice::Agree);
    let home = Home::new();
    let store = world.store(&home);
    let reader = store.reader().unwrap();
    let row = reader.claim(claim, None).unwrap().unwrap();
    assert_eq!((row.tally.agree, row.newcomers.agree), (0, 1));
    let verdict = reader.operation(vote).unwrap().unwrap().verdict;
    assert_eq!(verdict, Verdict::Waiting(Wait::Admission));
    assert_eq!(store.porch(1 << 20).unwrap().len(), 2);
    assert_eq!(reader.counts().unwrap().newcomers, 1);
    let person = reader.person(world.key(newcomer)).unwrap().unwrap().person;
    assert_eq!(
        (person.name.words.as_str(), person.standing),
        ("Noor", Standing::Newcomer)
    );
    let keys = store.reconciled_keys().unwrap();
    assert!(keys.iter().all(|(_, id)| *id != vote));
    drop(reader);
    let person = world.key(newcomer);
    let vouch = world.say(
        2,
        Vouch {
            person,
            scope: Scope::All,
            heads: vec![vote],
        },
    );
    store.append(&world.said, 1).unwrap();
    let reader = store.reader().unwrap();
    let row = reader.claim(claim, None).unwrap().unwrap();
    assert_eq!((row.tally.agree, row.newcomers.agree), (1, 0));
    assert!(store.porch(1 << 20).unwrap().is_empty());
    assert!(
        store
            .reconciled_keys()
            .unwrap()
            .iter()
            .any(|(_, id)| *id == vote)
    );
    let change = reader.changes(Page::first(1)).unwrap().remove(0);
    assert_eq!((change.because, change.now), (vouch, Verdict::Accepted));
}

#[test]
fn the_porch_keeps_the_beginning_of_a_flood_since_the_rest_stands_on_it() {
    let mut world = World::new(2, 1);
    let claim = world.claim(1, None, "It is.");
    let stranger = world.stranger();
    let over = usize::try_from(PORCH_KEY_MAX).unwrap() + 40;
    for _ in 0..over {
        world.vote(stranger, claim, Choice::Agree);
    }
    let home = Home::new();
    let store = home.create(&world.founding);
    let introducer = world.key(1);
    for batch in world.said.chunks(50) {
        store.append_from(introducer, batch, 1).unwrap();
    }
    let porch = store.porch(1 << 24).unwrap();
    assert_eq!(u64::try_from(porch.len()).unwrap(), PORCH_KEY_MAX);
    let kept: std::collections::BTreeSet<_> = porch.iter().map(Operation::id).collect();
    let key = porch[0].header().key;
    let theirs = world.said.iter().filter(|it| it.header().key == key);
    for first in theirs.take(usize::try_from(PORCH_KEY_MAX).unwrap()) {
        assert!(kept.contains(&first.id()));
    }
    let members = store
        .reader()
        .unwrap()
        .claim(claim, None)
        .unwrap()
        .unwrap()
        .tally;
    assert_eq!(members.agree, 0);
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn what_was_written_in_this_home_is_never_dropped() {
    let mut world = World::new(7, 1);
    let claim = world.claim(1, None, "It is.");
    let me = world.stranger();
    let home = Home::new();
    let store = home.create(&world.founding);
    store.append(&world.said, 1).unwrap();
    let before = world.said.len();
    for _ in 0..PORCH_KEY_MAX + 40 {
        world.vote(me, claim, Choice::Agree);
    }
    let own = world.said[before..].to_vec();
    for batch in own.chunks(50) {
        store.append(batch, 1).unwrap();
    }
    for _ in 0..3 {
        let stranger = world.stranger();
        let before = world.said.len();
        for _ in 0..PORCH_KEY_MAX {
            world.vote(stranger, claim, Choice::Agree);
        }
        let flood = world.said[before..].to_vec();
        store.append_from(world.key(1), &flood, 1).unwrap();
    }
    let ids: Vec<_> = own.iter().map(Operation::id).collect();
    assert_eq!(store.load(&ids, usize::MAX).unwrap().len(), own.len());
}

#[test]
fn a_flood_of_some_introducers_leaves_what_another_introduced() {
    let mut world = World::new(6, 2);
    let claim = world.claim(1, None, "It is.");
    let home = Home::new();
    let store = home.create(&world.founding);
    let quiet = world.stranger();
    let few = [0; 3].map(|_| world.vote(quiet, claim, Choice::Agree));
    let host = world.key(1);
    store.append_from(host, &world.said, 1).unwrap();
    let count = |it: u64| usize::try_from(it).unwrap();
    for _ in 0..PORCH_MAX / PORCH_INTRODUCER_MAX {
        let introducer = world.stranger();
        let before = world.said.len();
        for _ in 0..=PORCH_INTRODUCER_MAX / PORCH_KEY_MAX {
            let flooder = world.stranger();
            for _ in 0..PORCH_KEY_MAX {
                world.vote(flooder, claim, Choice::Pass);
            }
        }
        let introducer = world.key(introducer);
        for batch in world.said[before..].chunks(500) {
            store.append_from(introducer, batch, 1).unwrap();
        }
    }
    let porch = store.porch_keys().unwrap();
    assert_eq!(porch.len(), count(PORCH_MAX));
    let kept: Vec<_> = porch.iter().take(3).map(|(.., id)| *id).collect();
    assert_eq!(
        kept, few,
        "the oldest of all, and the only ones of their introducer"
    );
}

#[test]
fn a_removal_that_comes_late_takes_exactly_what_is_outside_it() {
    let mut world = World::new(3, 3);
    let claim = world.claim(1, None, "It is.");
    let kept = world.vote(2, claim, Choice::Agree);
    let other = world.claim(1, None, "It is not.");
    world.vote(3, claim, Choice::Agree);
    let outside = world.vote(2, other, Choice::Agree);
    let home = Home::new();
    let store = world.store(&home);
    let note = world.say(
        0,
        Note {
            text: text("Many accounts."),
        },
    );
    let person = world.key(2);
    let removal = world.say(
        0,
        Removal {
            person,
            accepts: vec![kept],
            words: Some(note),
        },
    );
    store.append(&world.said, 1).unwrap();
    let reader = store.reader().unwrap();
    assert_eq!(reader.claim(claim, None).unwrap().unwrap().tally.agree, 2);
    assert_eq!(reader.claim(other, None).unwrap().unwrap().tally.agree, 0);
    let person = reader.person(world.key(2)).unwrap().unwrap();
    assert_eq!(person.person.standing, Standing::Removed);
    let changes = reader.changes(Page::first(9)).unwrap();
    let about: Vec<_> = changes.iter().map(|it| (it.id, it.because)).collect();
    assert_eq!(about, [(outside, removal)]);
    let minutes = reader.minutes(Page::first(1)).unwrap();
    assert_eq!(minutes[0].reason.words, "Many accounts.");
}

#[test]
fn an_author_learns_heads_counter_and_law() {
    let mut world = World::new(4, 2);
    let home = Home::new();
    let store = world.store(&home);
    let key = world.key(1);
    let fresh = store.author(&[key]).unwrap();
    assert_eq!(
        (fresh.heads.len(), fresh.counter, fresh.act),
        (0, 0, world.commons())
    );
    let claim = world.claim(1, None, "It is.");
    let first = crate::world::vote(claim, Choice::Agree, vec![]);
    let second = crate::world::vote(claim, Choice::Pass, vec![]);
    let (first, second) = world.fork(1, first, second);
    let mut shuffled = world.said.clone();
    world.chance.shuffle(&mut shuffled);
    store.append(&shuffled, 1).unwrap();
    let forked = store.author(&[key]).unwrap();
    let mut expected = vec![(2, first), (2, second)];
    expected.sort_by(|a, b| b.cmp(a));
    assert_eq!((forked.heads, forked.counter), (expected, 2));
}

#[test]
fn the_set_is_in_order_and_its_bytes_stream_in_parts() {
    let mut world = World::new(5, 3);
    let claim = world.claim(1, None, "It is.");
    for _ in 0..20 {
        world.vote(2, claim, Choice::Agree);
    }
    let home = Home::new();
    let store = world.store(&home);
    let keys = store.reconciled_keys().unwrap();
    assert_eq!(keys.len(), world.said.len());
    assert!(keys.is_sorted());
    let ids: Vec<_> = keys.iter().map(|(_, id)| *id).collect();
    let loaded = store.load(&ids, usize::MAX).unwrap();
    let of = |it: &Operation| (it.header().time, it.id());
    assert_eq!(loaded.iter().map(of).collect::<Vec<_>>(), keys);
    let mut streamed = Vec::new();
    let mut left = ids.as_slice();
    while !left.is_empty() {
        let (part, n_looked_up) = store.load_encoded(left, 1_500).unwrap();
        let bytes: usize = part.iter().map(Vec::len).sum();
        assert!(bytes >= 1_500 || n_looked_up == left.len());
        assert!(bytes - part.last().map_or(0, Vec::len) < 1_500);
        streamed.extend(part);
        left = &left[n_looked_up..];
    }
    let encoded: Vec<_> = loaded.iter().map(Operation::encode).collect();
    assert_eq!(streamed, encoded);
}

/// Who introduced what is written on the porch alone: folding again from nothing must not make a
/// flood look as if it had been written here, which is never dropped.
#[test]
fn the_share_of_an_introducer_outlives_folding_from_nothing() {
    let mut world = World::new(9, 1);
    let claim = world.claim(1, None, "It is.");
    let home = Home::new();
    let store = home.create(&world.founding);
    store.append(&world.said, 1).unwrap();
    let introducer = world.key(1);
    let mut flood = |keys: u64| {
        for _ in 0..keys {
            let stranger = world.stranger();
            let before = world.said.len();
            for _ in 0..PORCH_KEY_MAX {
                world.vote(stranger, claim, Choice::Agree);
            }
            let said = world.said[before..].to_vec();
            store.append_from(introducer, &said, 1).unwrap();
        }
        store.porch(1 << 24).unwrap().len() as u64
    };
    let keys = PORCH_INTRODUCER_MAX / PORCH_KEY_MAX;
    assert!(flood(keys) <= PORCH_INTRODUCER_MAX);
    store.rebuild().unwrap();
    assert!(flood(keys) <= PORCH_INTRODUCER_MAX);
    assert!(store.verify().unwrap().is_whole());
}
