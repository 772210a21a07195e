//! A verb beside the process that owns the home is handed to it and behaves the same.

use polylogue_testkit::command::Program;

use crate::place::{Place, assert_refused, done, found, made, refused, serve};

/// Something of everything, so that every read verb has something to say.
struct Filled {
    claim: String,
    turn: String,
    source: String,
    practice: String,
}

fn fill(alice: &Program) -> Filled {
    found(alice);
    done(
        alice,
        &["perspective", "add", "The town", "--short", "Town"],
    );
    done(alice, &["question", "add", "Who decides?"]);
    done(
        alice,
        &[
            "dialogue",
            "open",
            "Summer",
            "--perspective",
            "Town",
            "--question",
            "1",
        ],
    );
    let turn = made(
        alice,
        &["say", "Summer", "The channels leak.", "--for", "Town"],
    );
    let claim = made(
        alice,
        &[
            "claim",
            "add",
            "Mend them.",
            "--from",
            &turn,
            "--quote",
            "leak",
        ],
    );
    done(
        alice,
        &["vote", &claim, "agree", "--because", "It is cheap."],
    );
    done(alice, &["move", "asks", &turn, "--because", "Since when?"]);
    let source = made(alice, &["source", "add", "Old maps", "--issued", "1911"]);
    let practice = made(
        alice,
        &["practice", "add", "A mended channel", "--for", &claim],
    );
    Filled {
        claim,
        turn,
        source,
        practice,
    }
}

fn read_verbs(filled: &Filled) -> Vec<Vec<&str>> {
    let Filled {
        claim,
        turn,
        source,
        practice,
    } = filled;
    vec![
        vec!["commons", "list"],
        vec!["commons", "show"],
        vec!["perspective", "list"],
        vec!["perspective", "show", "Town"],
        vec!["question", "list"],
        vec!["dialogue", "list"],
        vec!["dialogue", "show", "Summer"],
        vec!["claim", "list"],
        vec!["claim", "show", claim],
        vec!["claim", "similar", "mend everything"],
        vec!["next"],
        vec!["trace", claim],
        vec!["trace", turn],
        vec!["search", "channels"],
        vec!["log"],
        vec!["log", "--acts"],
        vec!["people"],
        vec!["people", "Alice"],
        vec!["profile"],
        vec!["device", "list"],
        vec!["source", "list"],
        vec!["source", "show", source],
        vec!["practice", "list"],
        vec!["practice", "show", practice],
        vec!["suggestion", "list"],
        vec!["cite", source],
        vec!["cite", turn, "--format", "ris"],
        vec!["charter", "show"],
        vec!["verify"],
        // And what is refused is refused in the same words.
        vec!["claim", "show", "cafe0000"],
        vec!["dialogue", "show", "Winter"],
        vec!["vote", claim, "perhaps"],
        vec!["commons", "show", "--commons", "Elsewhere"],
    ]
}

#[test]
fn every_read_verb_behaves_the_same_both_ways() {
    let place = Place::new();
    let filled = fill(&place.alice);
    let verbs = read_verbs(&filled);
    let forms: [&[&str]; 3] = [&[], &["--json"], &["--quiet"]];
    let run_all = || -> Vec<_> {
        let all = verbs.iter().flat_map(|verb| {
            forms
                .iter()
                .map(move |form| [verb.as_slice(), form].concat())
        });
        all.map(|typed| (place.alice.run(&typed), typed)).collect()
    };
    let alone = run_all();
    let owner = serve(&place.alice);
    for ((beside, typed), (alone, _)) in run_all().into_iter().zip(alone) {
        assert_eq!(beside, alone, "{typed:?}");
    }
    assert_eq!(owner.stop().code, Some(0));
}

#[test]
fn standard_input_and_paths_are_those_of_whoever_types() {
    let place = Place::new();
    found(&place.alice);
    let owner = serve(&place.alice);
    let elsewhere = place.folder().join("elsewhere");
    std::fs::create_dir(&elsewhere).expect("a new folder");
    let there = Program {
        folder: elsewhere.clone(),
        ..place.alice.clone()
    };
    let typed = ["claim", "add", "-", "--quiet"];
    let ended = there.run_with_input(&typed, Some("Bread rises — ψωμί.\n".as_bytes()));
    assert_eq!(ended.code, Some(0), "{}", ended.error);
    assert!(done(&there, &["claim", "list"]).contains("Bread rises — ψωμί."));
    done(&there, &["bundle", "write", "here.bundle"]);
    assert!(
        elsewhere.join("here.bundle").is_file(),
        "the path is taken from where it was typed"
    );
    let not_utf8 = there.run_with_input(&typed, Some(&[0xff, 0xfe]));
    assert_refused(&not_utf8, &typed, 2);
    assert_eq!(owner.stop().code, Some(0));
}

#[test]
fn a_home_is_served_once() {
    let place = Place::new();
    found(&place.alice);
    let owner = serve(&place.alice);
    let sentence = refused(&place.alice, &["serve", "--port", "0"], 1);
    let page = owner.first_line.split("/enter").next().expect("an address");
    assert!(sentence.contains(page), "{sentence}");
    let demo = [
        "demo",
        "--home",
        place.alice.home.to_str().expect("a plain path"),
    ];
    refused(&place.alice, &demo, 1);
    assert_eq!(owner.stop().code, Some(0));
    assert_eq!(serve(&place.alice).stop().code, Some(0));
}

#[test]
fn only_the_owners_user_may_open_the_socket() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    found(&place.alice);
    let owner = serve(&place.alice);
    let socket = place.alice.home.join("owner.socket");
    let mode = std::fs::metadata(&socket)
        .expect("a socket")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(owner.stop().code, Some(0));
    assert!(!socket.exists(), "the socket goes with its owner");
}

#[test]
fn a_home_deep_in_folders_has_its_socket_elsewhere() {
    let place = Place::new();
    let deep = Program {
        home: place.folder().join("deep/".repeat(40)),
        ..place.alice.clone()
    };
    found(&deep);
    let owner = serve(&deep);
    done(&deep, &["claim", "add", "It is reached all the same."]);
    assert_eq!(owner.stop().code, Some(0));
}

#[test]
fn an_owner_that_was_killed_is_not_waited_for() {
    let place = Place::new();
    found(&place.alice);
    drop(serve(&place.alice).kill());
    let began = std::time::Instant::now();
    done(&place.alice, &["claim", "add", "Life goes on."]);
    assert!(began.elapsed() < std::time::Duration::from_secs(5));
}

#[test]
fn verbs_typed_at_the_same_time_all_have_their_turn() {
    let place = Place::new();
    found(&place.alice);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let alice = &place.alice;
            scope.spawn(move || done(alice, &["claim", "add", &format!("Claim {number}.")]));
        }
    });
    assert_eq!(crate::place::claims(&place.alice).len(), 8);
}

#[test]
fn garbage_on_the_socket_harms_nobody() {
    use std::io::{Read, Write};
    let place = Place::new();
    found(&place.alice);
    let owner = serve(&place.alice);
    let socket = place.alice.home.join("owner.socket");
    for bytes in [
        &b"GET / HTTP/1.1\r\n\r\n"[..],
        b"\x01\xff\xff\xff\xff",
        b"\x01\0\0\0\x02{}",
    ] {
        let mut stream = std::os::unix::net::UnixStream::connect(&socket).expect("it listens");
        stream.write_all(bytes).expect("it reads");
        stream
            .shutdown(std::net::Shutdown::Write)
            .expect("half closed");
        let mut answer = Vec::new();
        // It answers, or closes before it has read everything.
        stream
            .read_to_end(&mut answer)
            .map(drop)
            .unwrap_or_default();
    }
    done(&place.alice, &["claim", "add", "It still answers."]);
    assert_eq!(owner.stop().code, Some(0));
}
