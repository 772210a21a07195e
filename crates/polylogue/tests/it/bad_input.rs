//! Bad input and faults of the machine: a sentence and a hint, the right exit code, nothing lost.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;

use polylogue_testkit::command::{Program, wait_until};

use crate::place::{Place, assert_refused, claims, done, found, made, refused, serve};

#[test]
fn what_cannot_be_understood_is_a_matter_of_usage() {
    let place = Place::new();
    found(&place.alice);
    for typed in [
        &["dialog", "list"][..],
        &[],
        &["vote", "1a2b"],
        &["vote", "1a2b", "perhaps"],
        &["commons", "new", "No question"],
        &["say", "A", "B", "--on-behalf"],
        &["move", "praises", "1a2b"],
        &["log", "--limit", "0"],
        &["dialogue", "plan", "Later", "--when", "soon"],
    ] {
        refused(&place.alice, typed, 2);
    }
}

#[test]
fn what_is_not_here_is_refused() {
    let place = Place::new();
    refused(&place.alice, &["claim", "list"], 1);
    found(&place.alice);
    for typed in [
        &["claim", "show", "cafe0000"][..],
        &["claim", "show", "x"],
        &["dialogue", "show", "Nowhere"],
        &["say", "Nowhere", "Hello?"],
        &["perspective", "show", "Nobody"],
        &["people", "Nobody"],
        &["commons", "show", "--commons", "Elsewhere"],
        &["sync"],
        &["join", "not a ticket"],
        &["restore", "cafe0000"],
        &["device", "revoke", "cafe0000"],
    ] {
        refused(&place.alice, typed, 1);
    }
}

#[test]
fn an_ambiguous_beginning_lists_the_candidates() {
    let place = Place::new();
    found(&place.alice);
    // Sixteen beginnings of one letter would need 17 things; four letters take a few hundred, so
    // the same thing is asked of titles, which may be alike.
    done(&place.alice, &["dialogue", "plan", "Alike"]);
    done(&place.alice, &["dialogue", "plan", "alike"]);
    let sentence = refused(&place.alice, &["say", "Alike", "Which?"], 1);
    assert_eq!(
        sentence.matches("(alike)").count() + sentence.matches("(Alike)").count(),
        2
    );
}

#[test]
fn damaged_tickets_are_told_apart() {
    let place = Place::new();
    found(&place.alice);
    let ticket = made(&place.alice, &["ticket", "--invite"]);
    let cut = &ticket[..ticket.len() / 2];
    let middle = ticket.len() / 2;
    let other = if ticket.as_bytes()[middle] == b'a' {
        "b"
    } else {
        "a"
    };
    let changed = format!("{}{other}{}", &ticket[..middle], &ticket[middle + 1..]);
    let long = "polylogue".to_owned() + &"a".repeat(100_000);
    for (typed, word) in [
        (cut, "cut off"),
        (&changed, "damaged"),
        (&long, "too long"),
        ("", "not a"),
        ("https://example.org/", "not a"),
    ] {
        let sentence = refused(&place.bob, &["join", typed], 1);
        assert!(sentence.contains(word), "{word}: {sentence}");
    }
    assert!(done(&place.bob, &["commons", "list"]).starts_with("no commons"));
}

#[test]
fn a_ticket_nobody_answers_is_refused_in_bounded_time() {
    let place = Place::new();
    found(&place.alice);
    let owner = serve(&place.alice);
    let ticket = made(&place.alice, &["ticket", "--invite"]);
    assert_eq!(owner.stop().code, Some(0));
    let began = std::time::Instant::now();
    refused(&place.bob, &["join", &ticket], 1);
    assert!(
        began.elapsed() < std::time::Duration::from_secs(40),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn damaged_bundles_are_told_apart_and_what_came_before_is_kept() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    found(alice);
    for number in 0..20 {
        done(alice, &["claim", "add", &format!("Claim {number}.")]);
    }
    let whole = place.folder().join("whole.bundle");
    done(alice, &["bundle", "write", "whole.bundle"]);
    let bytes = std::fs::read(&whole).expect("it was written");
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(place.folder().join(name), bytes).expect("a file");
    };
    write("cut.bundle", &bytes[..bytes.len() * 2 / 3]);
    let mut changed = bytes.clone();
    let word = bytes.windows(9).position(|it| it == b"Claim 10.");
    changed[word.expect("the words stand in the file")] ^= 1;
    write("changed.bundle", &changed);
    write(
        "newer.bundle",
        &[b"polylogue-bundle 9\n".as_slice(), &bytes[19..]].concat(),
    );
    let mut oversized = bytes[..19 + 32].to_vec();
    oversized.extend([0xff; 64]);
    write("oversized.bundle", &oversized);
    write("letter.bundle", b"Dear Ana\n");
    write("empty.bundle", b"");
    for (file, word) in [
        ("newer.bundle", "newer"),
        ("letter.bundle", "not a bundle"),
        ("empty.bundle", "not a bundle"),
        ("oversized.bundle", "longer than any"),
        ("cut.bundle", "cut short"),
        ("changed.bundle", "not the one that was signed"),
    ] {
        let sentence = refused(bob, &["bundle", "read", file], 1);
        assert!(sentence.contains(word), "{file}: {sentence}");
    }
    refused(bob, &["bundle", "read", "nothing.bundle"], 3);
    let kept = claims(bob).len();
    assert!(
        (5..20).contains(&kept),
        "what came before the fault is kept: {kept}"
    );
    assert!(done(bob, &["verify"]).starts_with("equal"));
    done(bob, &["bundle", "read", "whole.bundle"]);
    assert_eq!(claims(bob), claims(alice));
}

#[test]
fn a_port_in_use_is_said_and_another_is_taken_where_none_was_named() {
    let place = Place::new();
    found(&place.alice);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("bound").port().to_string();
    let sentence = refused(&place.alice, &["serve", "--port", &port, "--local-only"], 3);
    assert!(sentence.contains(&port), "{sentence}");
    let first = place.alice.start(&["serve", "--local-only"]);
    found(&place.bob);
    let second = place.bob.start(&["serve", "--local-only"]);
    assert_ne!(first.first_line, second.first_line);
}

#[test]
fn a_folder_that_is_no_home_is_left_alone() {
    let place = Place::new();
    let folder = place.folder().join("letters");
    std::fs::create_dir(&folder).expect("a new folder");
    std::fs::write(folder.join("letter.txt"), "Dear Ana").expect("a file");
    let program = Program {
        home: folder.clone(),
        ..place.alice.clone()
    };
    refused(&program, &["commons", "list"], 3);
    assert_eq!(std::fs::read_dir(&folder).expect("still there").count(), 1);
    let file = Program {
        home: folder.join("letter.txt"),
        ..place.alice.clone()
    };
    refused(&file, &["commons", "list"], 3);
}

#[test]
fn a_read_only_home_is_said() {
    let place = Place::new();
    let Place { alice, .. } = &place;
    found(alice);
    done(alice, &["claim", "add", "Said before."]);
    let is_root = std::fs::metadata(&alice.home).expect("a home").uid() == 0;
    let typed = ["claim", "add", "Said too late."];
    if is_root {
        // Nothing is read-only for root but what is mounted so.
        let program = in_read_only_mount(alice, place.folder());
        let probe = program.run(&["commons", "list"]);
        if probe.code == Some(77) {
            println!("skipped: mounts cannot be changed here");
            return;
        }
        refused(&program, &typed, 3);
    } else {
        set_modes(&alice.home, 0o500, 0o400);
        refused(alice, &typed, 3);
        set_modes(&alice.home, 0o700, 0o600);
    }
    assert_eq!(claims(alice).len(), 1);
    assert!(done(alice, &["verify"]).starts_with("equal"));
}

/// The program, run by a script that first mounts the home read-only for itself alone.
fn in_read_only_mount(program: &Program, folder: &Path) -> Program {
    let script = folder.join("read-only");
    let home = program.home.display();
    let words = format!(
        "#!/bin/sh\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\nexport PATH\n\
        exec unshare --mount sh -c '{{ mount --bind {home} {home} && \
        mount -o remount,ro,bind {home}; }} 2>/dev/null || exit 77; \
        exec \"$0\" \"$@\"' {} \"$@\"\n",
        program.path.display()
    );
    std::fs::write(&script, words).expect("a script");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).expect("ours");
    Program {
        path: script,
        ..program.clone()
    }
}

fn set_modes(folder: &Path, folder_mode: u32, file_mode: u32) {
    let set = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("ours");
    };
    // A folder must be open while its entries are changed.
    set(folder, 0o700);
    for entry in std::fs::read_dir(folder).expect("ours") {
        let path = entry.expect("ours").path();
        if path.is_dir() {
            set_modes(&path, folder_mode, file_mode);
        } else {
            set(&path, file_mode);
        }
    }
    set(folder, folder_mode);
}

#[test]
fn a_paste_of_ten_megabytes_is_refused_and_harms_nothing() {
    let place = Place::new();
    found(&place.alice);
    done(&place.alice, &["dialogue", "open", "Long"]);
    let paste = "word ".repeat(2_000_000);
    let typed = ["say", "Long", "-"];
    let ended = place.alice.run_with_input(&typed, Some(paste.as_bytes()));
    assert_refused(&ended, &typed, 1);
    let owner = serve(&place.alice);
    let ended = place.alice.run_with_input(&typed, Some(paste.as_bytes()));
    assert_refused(&ended, &typed, 1);
    let too_long = vec![b'a'; 17 * 1024 * 1024];
    assert_refused(
        &place.alice.run_with_input(&typed, Some(&too_long)),
        &typed,
        1,
    );
    done(&place.alice, &["say", "Long", "Short."]);
    assert_eq!(owner.stop().code, Some(0));
}

#[test]
fn words_in_every_script_and_control_characters() {
    let place = Place::new();
    found(&place.alice);
    for text in [
        "Ψωμί για όλους.",
        "الماء للجميع",
        "すべての人に水を",
        "सबके लिए पानी",
        "👩‍🌾🥖 e\u{301}",
        "bell\u{7} and escape \u{1b}[31m",
    ] {
        done(&place.alice, &["claim", "add", text]);
    }
    let shown = done(&place.alice, &["claim", "list"]);
    assert!(shown.contains("الماء للجميع") && shown.contains("すべての人に水を"));
    let is_control = |it: char| it.is_control() && it != '\n';
    assert!(
        !shown.contains(is_control),
        "no control character reaches the terminal"
    );
}

#[test]
fn whoever_stops_listening_is_no_fault() {
    let place = Place::new();
    found(&place.alice);
    let mut child = place
        .alice
        .command(&["log", "--json"])
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let mut ended = None;
    let is_over = wait_until(std::time::Duration::from_secs(20), || {
        ended = child.try_wait().expect("our own child");
        ended.is_some()
    });
    assert!(is_over);
    assert_eq!(ended.and_then(|it| it.code()), Some(0));
}

#[test]
fn ctrl_c_ends_a_demo_and_its_throw_away_home() {
    let place = Place::new();
    let temporary = place.folder().join("temporary");
    std::fs::create_dir(&temporary).expect("a new folder");
    let mut command = place.alice.command(&["demo", "--port", "0"]);
    command.env("TMPDIR", &temporary);
    let mut child = command.spawn().expect("it starts");
    let mut first = String::new();
    let output = child.stdout.take().expect("piped");
    std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut first).expect("a line");
    assert!(first.starts_with("http://127.0.0.1:"), "{first}");
    assert_eq!(std::fs::read_dir(&temporary).expect("there").count(), 1);
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(sent.is_ok_and(|it| it.success()));
    assert_eq!(child.wait().expect("our own child").code(), Some(0));
    assert_eq!(
        std::fs::read_dir(&temporary).expect("there").count(),
        0,
        "nothing is left behind"
    );
}
