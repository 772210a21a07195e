//! kill -9 in the middle of writing, importing and replicating, a hundred times in all: nothing
//! that was acknowledged is lost, and what is kept is whole.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use polylogue_testkit::command::Program;
use polylogue_testkit::world::Seeded;

use crate::place::{Place, claims, done, found, json, made, serve};

/// Kills of a process that writes one claim and ends.
const KILLS_OF_WRITERS: u32 = 40;
/// Kills of an owner that writes claims for others.
const KILLS_OF_OWNERS: u32 = 20;
/// Kills of an import.
const KILLS_OF_IMPORTS: u32 = 20;
/// Kills of a replication.
const KILLS_OF_SYNCS: u32 = 20;

/// Kills a child after a while and gives what it had written by then.
fn kill_after(mut child: Child, delay: Duration) -> String {
    use std::io::Read;
    std::thread::sleep(delay);
    // It may have ended by itself.
    child.kill().unwrap_or_default();
    let mut written = String::new();
    let mut output = child.stdout.take().expect("piped");
    output.read_to_string(&mut written).expect("ids are plain");
    child.wait().expect("our own child");
    written
}

/// How long a verb takes here when nobody kills it.
fn usual_time(program: &Program, arguments: &[&str]) -> Duration {
    let began = Instant::now();
    done(program, arguments);
    began.elapsed()
}

/// A moment within a usual time and a half.
fn moment(random: &mut Seeded, usual: Duration) -> Duration {
    let thousandth = u32::try_from(random.below(1500)).expect("small");
    usual * thousandth / 1000
}

fn assert_whole(program: &Program, acknowledged: &BTreeSet<String>, when: &str) {
    let held: BTreeSet<String> = claims(program).into_iter().collect();
    let lost: Vec<&String> = acknowledged.difference(&held).collect();
    assert!(lost.is_empty(), "{when}: acknowledged and lost: {lost:?}");
    let verified = done(program, &["verify"]);
    assert!(verified.starts_with("equal"), "{when}: {verified}");
}

#[test]
fn a_writer_is_killed() {
    let place = Place::new();
    let alice = &place.alice;
    found(alice);
    let usual = usual_time(alice, &["claim", "add", "How long it takes."]);
    let mut random = Seeded(1);
    let mut acknowledged = BTreeSet::new();
    for number in 0..KILLS_OF_WRITERS {
        let text = format!("Writer {number}.");
        let child = alice
            .command(&["claim", "add", &text, "--quiet"])
            .spawn()
            .expect("it starts");
        let written = kill_after(child, moment(&mut random, usual));
        acknowledged.extend(
            written
                .lines()
                .filter(|it| it.len() == 64)
                .map(str::to_owned),
        );
        assert_whole(alice, &acknowledged, &format!("kill {number}"));
    }
    println!(
        "{} of {KILLS_OF_WRITERS} were acknowledged before the kill",
        acknowledged.len()
    );
}

#[test]
fn an_owner_is_killed_while_others_write_through_it() {
    let place = Place::new();
    let alice = &place.alice;
    found(alice);
    let mut random = Seeded(2);
    let mut acknowledged = BTreeSet::new();
    for number in 0..KILLS_OF_OWNERS {
        let owner = serve(alice);
        let text = format!("Through the owner, {number}.");
        let children: Vec<Child> = (0..3)
            .map(|_| alice.command(&["claim", "add", &text, "--quiet"]).spawn())
            .map(|it| it.expect("it starts"))
            .collect();
        std::thread::sleep(moment(&mut random, Duration::from_millis(40)));
        drop(owner.kill());
        for child in children {
            // Whoever was cut off says so, or opens the home itself.
            let output = child.wait_with_output().expect("our own child");
            let written = String::from_utf8(output.stdout).expect("ids are plain");
            acknowledged.extend(
                written
                    .lines()
                    .filter(|it| it.len() == 64)
                    .map(str::to_owned),
            );
        }
        assert_whole(alice, &acknowledged, &format!("kill {number}"));
    }
    println!("{} writes were acknowledged", acknowledged.len());
}

fn write_pages(folder: &Path, pages: usize) {
    std::fs::create_dir_all(folder).expect("a new folder");
    let mut index = "== Points of reference ==\n* Who decides?\n\n== Pages ==\n".to_owned();
    for number in 0..pages {
        index.push_str(&format!("* [[Page {number}]]\n"));
        let words = "We have looked at this for a long time. ".repeat(20);
        let text = format!(
            "== Response by Rosa Lind ==\n\n{words}\n\n== Response by Karl Ebner ==\n\n{words}\n"
        );
        std::fs::write(folder.join(format!("Page {number}.mediawiki")), text).expect("a page");
    }
    std::fs::write(folder.join("All pages.mediawiki"), index).expect("the index");
}

#[test]
fn an_import_is_killed() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    write_pages(&place.folder().join("wiki"), 60);
    found(bob);
    let typed = [
        "import",
        "mediawiki",
        "wiki",
        "--source",
        "https://wiki.example.org/",
        "--commons",
        "Test",
        "--licence",
        "CC-BY-SA-4.0",
        "--quiet",
    ];
    let usual = usual_time(bob, &typed);
    found(alice);
    let mut random = Seeded(3);
    for number in 0..KILLS_OF_IMPORTS {
        let child = alice.command(&typed).spawn().expect("it starts");
        kill_after(child, moment(&mut random, usual / 4));
        assert_whole(alice, &BTreeSet::new(), &format!("kill {number}"));
    }
    done(alice, &typed);
    let turns = |program| json(program, &["commons", "show"])["counts"]["turns"].take();
    assert_eq!(
        turns(alice),
        turns(bob),
        "a finished import after kills brings in the same"
    );
    assert_eq!(turns(alice), 120);
    done(alice, &typed);
    assert_eq!(turns(alice), 120, "importing twice changes nothing");
}

#[test]
fn a_replication_is_killed() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    write_pages(&place.folder().join("wiki"), 100);
    found(alice);
    let owner = serve(alice);
    let ticket = made(alice, &["ticket", "--invite"]);
    done(bob, &["join", &ticket, "--as", "Bob"]);
    done(
        alice,
        &[
            "import",
            "mediawiki",
            "wiki",
            "--source",
            "https://wiki.example.org/",
            "--commons",
            "Test",
            "--licence",
            "CC-BY-SA-4.0",
            "--quiet",
        ],
    );
    let mine = made(bob, &["claim", "add", "Said before all the kills."]);
    let acknowledged = BTreeSet::from([mine]);
    let mut random = Seeded(4);
    for number in 0..KILLS_OF_SYNCS {
        let child = bob.command(&["sync"]).spawn().expect("it starts");
        kill_after(child, moment(&mut random, Duration::from_millis(250)));
        assert_whole(bob, &acknowledged, &format!("kill {number}"));
    }
    done(bob, &["sync"]);
    let shown = |program| json(program, &["commons", "show"])["counts"].take();
    assert_eq!(
        shown(alice),
        shown(bob),
        "a finished replication after kills brings all"
    );
    assert_eq!(owner.stop().code, Some(0));
}
