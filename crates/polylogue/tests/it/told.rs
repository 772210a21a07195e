//! What people are told where nothing changes, where they have to wait, and where names are alike.

use crate::place::{Place, done, found, json, made, refused, serve};

#[test]
fn what_stands_already_is_said_and_not_recorded_again() {
    let place = Place::new();
    let alice = &place.alice;
    found(alice);
    let claim = made(alice, &["claim", "add", "Votes are said once."]);
    let vote = made(alice, &["vote", &claim, "agree"]);
    let records = || json(alice, &["commons", "show"])["counts"]["operations"].clone();
    let before = records();
    assert_eq!(made(alice, &["vote", &claim, "agree"]), vote);
    assert!(done(alice, &["vote", &claim, "agree"]).starts_with("nothing changed"));
    assert_eq!(records(), before);
    done(alice, &["vote", &claim, "take-back"]);
    refused(alice, &["vote", &claim, "take-back"], 1);
    assert!(done(alice, &["vote", &claim, "agree"]).starts_with("voted"));
    done(alice, &["withdraw", &claim]);
    done(alice, &["hide", &claim, "--because", "It is spam."]);
    done(alice, &["appeal", &claim, "It is not."]);
    done(alice, &["restore", &claim, "--because", "It is not."]);
    let erased = made(alice, &["claim", "add", "Gone soon."]);
    done(alice, &["erase", &erased]);
    let before = records();
    for typed in [
        &["withdraw", claim.as_str()][..],
        &["restore", &claim, "--because", "Again."],
        &["erase", &erased],
    ] {
        let sentence = refused(alice, typed, 1);
        assert!(sentence.contains("nothing changed"), "{sentence}");
    }
    assert_eq!(records(), before);
}

#[test]
fn what_was_emptied_says_so_where_its_title_stood() {
    let place = Place::new();
    let alice = &place.alice;
    found(alice);
    for (noun, words) in [
        ("practice", "A mended channel"),
        ("source", "A map of channels"),
        ("question", "Who mends it?"),
    ] {
        let made = made(alice, &[noun, "add", words]);
        assert!(done(alice, &[noun, "list"]).contains(words));
        done(alice, &["erase", &made]);
        let list = done(alice, &[noun, "list"]);
        let line = list.lines().find(|it| it.contains(&made[..8]));
        let line = line.unwrap_or_else(|| panic!("{noun}: {list}"));
        assert!(line.contains("(emptied by its author)"), "{line}");
    }
}

#[test]
fn whoever_has_to_wait_for_a_vouch_is_told_so() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    let typed = ["--admission", "vouching", "--as", "Alice"];
    let new = ["commons", "new", "Test", "--question", "Does it hold?"];
    done(alice, &[&new[..], &typed].concat());
    let alices = serve(alice);
    let ticket = made(alice, &["ticket"]);
    let joined = bob.run(&["join", &ticket, "--as", "Bob"]);
    assert!(joined.error.contains("must vouch for you"), "{joined:?}");
    let sentence = refused(bob, &["claim", "add", "Too early."], 1);
    assert!(sentence.contains("must vouch for you"), "{sentence}");
    assert_eq!(alices.stop().code, Some(0));
}

#[test]
fn whoever_may_only_vote_is_told_on_entering() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    found(alice);
    let alices = serve(alice);
    let ticket = made(alice, &["ticket", "--invite", "--vote-only"]);
    let joined = bob.run(&["join", &ticket]);
    assert!(joined.error.contains("vote here, and nothing else"));
    assert!(
        joined.error.contains("profile --name"),
        "no name is noticed"
    );
    assert_eq!(alices.stop().code, Some(0));
}

#[test]
fn two_commons_of_one_title_are_told_apart() {
    let place = Place::new();
    let alice = &place.alice;
    found(alice);
    let first = json(alice, &["commons", "show"])["id"].clone();
    let first = first.as_str().expect("an id").to_owned();
    let new = [
        "commons",
        "new",
        "Test",
        "--question",
        "Again?",
        "--as",
        "A",
    ];
    let again = alice.run(&new);
    assert!(again.error.contains(&first[..8]), "{}", again.error);
    let sentence = refused(alice, &["claim", "list", "--commons", "Test"], 1);
    assert!(sentence.contains("several commons fit") && sentence.contains(&first[..8]));
    let sentence = refused(alice, &["say", "Roof", "It leaks."], 1);
    assert!(sentence.contains("in “Test”"), "{sentence}");
    done(alice, &["commons", "show", &first[..8]]);
}

#[test]
fn files_of_another_sort_are_never_written_over() {
    let place = Place::new();
    let alice = &place.alice;
    found(alice);
    std::fs::write(place.folder().join("letter.xml"), "Dear Ana").expect("a file");
    refused(alice, &["bundle", "write", "letter.xml"], 1);
    refused(alice, &["export", "mediawiki", "letter.xml"], 1);
    done(alice, &["bundle", "write", "a.bundle"]);
    let again = alice.run(&["bundle", "write", "a.bundle"]);
    assert!(again.error.contains("is replaced"), "{}", again.error);
    let sentence = refused(alice, &["backup", "a.bundle"], 1);
    assert!(sentence.contains("name another file"), "{sentence}");
    let home = place.folder().join("homes/new");
    let home = home.to_str().expect("plain");
    let sentence = refused(alice, &["restore", "a.bundle", "--home", home], 1);
    assert!(sentence.contains("bundle read"), "{sentence}");
    let sentence = refused(alice, &["commons", "list", "--home", home], 1);
    assert!(sentence.contains("no home at"), "{sentence}");
}

#[test]
fn a_wiki_brought_in_with_and_without_its_address_is_there_once() {
    let place = Place::new();
    let alice = &place.alice;
    let pages = place.folder().join("village");
    std::fs::create_dir(&pages).expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(pages.join(name), text).expect("a page");
    };
    write("Notes.txt", "Only a shopping list.");
    refused(alice, &["import", "mediawiki", "village", "--as", "A"], 1);
    assert!(done(alice, &["commons", "list"]).starts_with("no commons"));
    write(
        "Oven.mediawiki",
        "== Response by Rosa Lind ==\n\nIt feeds forty.\n\n\
        == Response by Karl Ebner ==\n\nWho lights it?\n",
    );
    let import = ["import", "mediawiki", "village", "--as", "A"];
    let source = ["--source", "https://wiki.example.org/"];
    let told = done(alice, &import);
    assert!(told.starts_with("founded “village”"), "{told}");
    let told = done(alice, &[&import[..], &source].concat());
    assert!(told.starts_with("into “village”"), "{told}");
    assert_eq!(
        json(alice, &["dialogue", "list"]).as_array().map(Vec::len),
        Some(1)
    );
}
