//! Failing disks and killed processes: what comes back is a prefix, whole.

use polylogue_store::query::Page;
use polylogue_store::{Store, StoreFault};

use crate::laws::lively;
use crate::world::{Home, World, assert_same};

#[test]
fn whichever_write_fails_the_store_opens_again_and_can_go_on() {
    let world = lively(100, 60);
    let home = Home::new();
    let whole = world.store(&home);
    for writes in (0..40).chain((40..1_200).step_by(29)) {
        let store = home.create(&world.founding);
        let path = store.path().to_owned();
        store.fail_after_writes(Some(writes));
        let mut acknowledged = 0;
        let mut failed = false;
        for batch in world.said.chunks(20) {
            match store.append(batch, 1) {
                Ok(_) => acknowledged += batch.len(),
                Err(fault) => {
                    assert!(matches!(fault, StoreFault::Injected), "{fault:?}");
                    failed = true;
                    break;
                }
            }
        }
        drop(store);
        let store = Store::open(&path).unwrap();
        let held = store.reader().unwrap().counts().unwrap().operations;
        let held = usize::try_from(held).unwrap();
        assert!(held >= acknowledged, "nothing acknowledged is lost");
        let prefix = home.create(&world.founding);
        prefix.append(&world.said[..held.max(1)], 1).unwrap();
        assert_same(
            &store,
            &prefix,
            &format!("after {writes} writes; failed: {failed}"),
        );
        store.append(&world.said, 1).unwrap();
        assert_same(&store, &whole, &format!("gone on after {writes} writes"));
    }
}

#[test]
fn a_store_goes_on_after_a_failed_write_without_being_opened_again() {
    let world = lively(101, 60);
    let home = Home::new();
    let whole = world.store(&home);
    let store = home.create(&world.founding);
    for writes in [3, 40, 200, 500] {
        store.fail_after_writes(Some(writes));
        store.append(&world.said, 1).ok();
    }
    store.fail_after_writes(None);
    store.append(&world.said, 1).unwrap();
    store.follow().unwrap();
    assert_same(&store, &whole, "after several failures");
}

#[test]
fn killed_between_log_and_read_models_it_follows_from_the_cursor() {
    let world = lively(102, 100);
    let home = Home::new();
    let whole = world.store(&home);
    let store = home.create(&world.founding);
    let path = store.path().to_owned();
    let (first, second) = world.said.split_at(60);
    store.append(first, 1).unwrap();
    store.append_unfollowed(second, 1).unwrap();
    drop(store);
    assert_same(&Store::open(&path).unwrap(), &whole, "followed on opening");
}

#[test]
fn what_is_no_store_is_refused_with_a_sentence_and_a_hint() {
    let home = Home::new();
    let path = home.path();
    let fault = Store::open(&path).unwrap_err();
    assert!(matches!(fault, StoreFault::NotHere { .. }));
    std::fs::write(
        &path,
        b"not a store at all, but long enough to be read as one",
    )
    .unwrap();
    let fault = Store::open(&path).unwrap_err();
    assert!(matches!(fault, StoreFault::NotAStore { .. }), "{fault:?}");
    assert!(!fault.hint().is_empty());
    let newer = home.create(&World::new(1, 0).founding);
    let path = newer.path().to_owned();
    drop(newer);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    drop(connection);
    let fault = Store::open(&path).unwrap_err();
    assert!(
        matches!(fault, StoreFault::Newer { found: 99, .. }),
        "{fault:?}"
    );
    let other = World::new(2, 0);
    assert!(matches!(
        Store::create(&path, &other.founding).unwrap_err(),
        StoreFault::Exists { .. }
    ));
}

#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let world = lively(103, 200);
    let home = Home::new();
    let store = home.create(&world.founding);
    let path = store.path().to_owned();
    drop(store);
    let limited = Store::open(&path).unwrap();
    limited.limit_pages(1).unwrap();
    let mut acknowledged = 0;
    for batch in world.said.chunks(10) {
        match limited.append(batch, 1) {
            Ok(_) => acknowledged += batch.len(),
            Err(fault) => {
                assert!(matches!(fault, StoreFault::Full(_)), "{fault:?}");
                break;
            }
        }
    }
    assert!(acknowledged < world.said.len(), "the disk was never full");
    drop(limited);
    let store = Store::open(&path).unwrap();
    let held = store.reader().unwrap().counts().unwrap().operations;
    assert!(usize::try_from(held).unwrap() >= acknowledged);
    store.append(&world.said, 1).unwrap();
    assert_same(&store, &world.store(&home), "with room again");
}

#[test]
fn verify_names_a_signature_that_does_not_hold() {
    let world = lively(104, 20);
    let home = Home::new();
    let store = world.store(&home);
    assert!(store.verify().unwrap().is_whole());
    let connection = rusqlite::Connection::open(store.path()).unwrap();
    let change = "UPDATE operation SET signature = zeroblob(64) WHERE n = 5";
    connection.execute_batch(change).unwrap();
    let report = store.verify().unwrap();
    assert_eq!(report.bad_signatures, [world.said[4].id()]);
    connection
        .execute_batch("UPDATE vote SET standing = 1 WHERE standing = 2")
        .unwrap();
    assert_eq!(store.verify().unwrap().differing, ["vote"]);
}

#[test]
fn what_waited_for_a_newer_version_is_judged_by_it() {
    let mut world = World::new(105, 2);
    let dialogue = world.dialogue(1, "D");
    let turn = world.turn(1, dialogue, "words");
    let home = Home::new();
    let store = world.store(&home);
    let path = store.path().to_owned();
    drop(store);
    let connection = rusqlite::Connection::open(&path).unwrap();
    // As a version would leave it that does not know what a turn is.
    let older = "INSERT INTO verdict (n, code) SELECT n, 3 FROM operation WHERE kind = 522;
        DELETE FROM turn;";
    connection.execute_batch(older).unwrap();
    let count = |store: &Store| {
        let reader = store.reader().unwrap();
        reader.turns(dialogue, Page::first(9)).unwrap().len()
    };
    assert_eq!(count(&Store::open(&path).unwrap()), 0, "the same version");
    let by_another = "UPDATE state SET value = value - 1 WHERE name = 'understood'";
    connection.execute_batch(by_another).unwrap();
    let store = Store::open(&path).unwrap();
    assert_eq!(count(&store), 1);
    let row = store.reader().unwrap().turn(turn).unwrap().unwrap();
    assert_eq!(row.text.words, "words");
}
