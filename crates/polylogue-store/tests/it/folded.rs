//! Which fold made a home's read models: a home of another fold is folded anew.

use polylogue_core::id::Hash;
use polylogue_store::Store;

use crate::laws::lively;
use crate::world::{Home, assert_same, dump};

/// What the operations of `lively(7, 400)` fold to, and the number of the fold that says so.
const FOLDS_TO: (i64, &str) = (
    2,
    "6fef7d270f209ef7352cb7f542c480bc3f137117204848604f148469bceb6401",
);

fn number(store: &Store) -> i64 {
    let connection = rusqlite::Connection::open(store.path()).unwrap();
    let asked = "SELECT value FROM state WHERE name = 'folded'";
    connection.query_row(asked, [], |row| row.get(0)).unwrap()
}

/// Without this, a home of an earlier version would go on showing what that version made of it.
#[test]
fn whoever_changes_the_fold_raises_its_number() {
    let home = Home::new();
    let store = lively(7, 400).store(&home);
    let rows: Vec<String> = dump(store.path()).into_iter().collect();
    let folds_to = Hash::of(rows.join("\n").as_bytes()).to_string();
    assert_eq!(
        (number(&store), folds_to.as_str()),
        FOLDS_TO,
        "the same operations fold to other rows: raise FOLD in store.rs, and write both here"
    );
}

#[test]
fn a_home_of_another_fold_is_folded_anew_when_it_is_opened() {
    let world = lively(8, 120);
    let home = Home::new();
    let whole = world.store(&home);
    let store = world.store(&home);
    let path = store.path().to_owned();
    drop(store);
    let connection = rusqlite::Connection::open(&path).unwrap();
    let same_fold = "DELETE FROM turn; DELETE FROM tally; UPDATE vote SET standing = 0;";
    connection.execute_batch(same_fold).unwrap();
    let store = Store::open(&path).unwrap();
    assert_ne!(
        dump(whole.path()),
        dump(store.path()),
        "the same fold is believed"
    );
    drop(store);
    let by_another = "UPDATE state SET value = value - 1 WHERE name = 'folded'";
    connection.execute_batch(by_another).unwrap();
    let store = Store::open(&path).unwrap();
    assert_same(&whole, &store, "a fold before this one");
    drop(store);
    let before_numbers = "DELETE FROM claim; DELETE FROM state WHERE name = 'folded'";
    connection.execute_batch(before_numbers).unwrap();
    let store = Store::open(&path).unwrap();
    assert_same(&whole, &store, "a version that gave its fold no number");
}
