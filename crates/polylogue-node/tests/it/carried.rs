//! Bundles and backups: the same operations in a file, whole, cut, damaged, twice.

use polylogue_core::kind::Admission;
use polylogue_node::bundle::BundleFault;
use polylogue_node::{Lacking, Node, Refusal};

use super::{dialogue, founded, open, options, say};

#[test]
fn a_bundle_makes_the_same_commons_elsewhere_and_reading_it_twice_changes_nothing() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    let turn = say(&ada, &commons, river, "It runs dry.");
    let mut bytes = Vec::new();
    let count = ada
        .write_bundle(&commons, &mut bytes, &Lacking::Nothing)
        .expect("written");
    let bea = open(second.path());
    let report = bea.read_bundle(bytes.as_slice()).expect("read");
    assert!(report.is_created && report.stopped.is_none());
    assert_eq!((report.read, report.new, report.refused), (count, count, 0));
    let again = bea.read_bundle(bytes.as_slice()).expect("read");
    assert_eq!((again.new, again.is_created), (0, false));
    let row = bea
        .reader(&commons)
        .expect("open")
        .turn(turn)
        .expect("readable")
        .expect("here");
    assert_eq!(row.text.words, "It runs dry.");
    let keys = |node: &Node| {
        node.store(&commons)
            .expect("here")
            .reconciled_keys()
            .expect("read")
    };
    assert_eq!(keys(&ada), keys(&bea));
}

#[test]
fn a_bundle_cut_short_keeps_what_came_before_and_says_so() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    say(&ada, &commons, river, "It runs dry.");
    let mut bytes = Vec::new();
    ada.write_bundle(&commons, &mut bytes, &Lacking::Nothing)
        .expect("written");
    let bea = open(second.path());
    let report = bea
        .read_bundle(&bytes[..bytes.len() - 100])
        .expect("the beginning is good");
    assert!(matches!(report.stopped, Some(BundleFault::Truncated(_))));
    assert!(report.new > 1);
    let whole = bea.read_bundle(bytes.as_slice()).expect("read");
    assert!(whole.stopped.is_none() && whole.new > 0);
    let refused = bea.read_bundle(b"something else\n".as_slice());
    assert!(matches!(
        refused,
        Err(Refusal::Bundle(BundleFault::NotABundle))
    ));
}

#[test]
fn a_home_is_backed_up_in_one_file_and_restored_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let (home, again, file) = (
        folder.path().join("home"),
        folder.path().join("again"),
        folder.path().join("backup"),
    );
    let ada = open(&home);
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    say(&ada, &commons, river, "It runs dry.");
    ada.backup(&file).expect("written");
    let restored = Node::restore(&again, &file, options()).expect("restored");
    assert_eq!(
        restored.me(&commons).expect("here"),
        ada.me(&commons).expect("here")
    );
    let counts = |node: &Node| {
        node.reader(&commons)
            .expect("open")
            .counts()
            .expect("counted")
    };
    assert_eq!(counts(&restored), counts(&ada));
    say(&restored, &commons, river, "Still.");
    assert!(matches!(
        Node::restore(&home, &file, options()),
        Err(Refusal::HomeNotEmpty)
    ));
    let mut bytes = std::fs::read(&file).expect("there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).expect("written");
    let third = folder.path().join("third");
    assert!(matches!(
        Node::restore(&third, &file, options()),
        Err(Refusal::BackupDamaged)
    ));
}
