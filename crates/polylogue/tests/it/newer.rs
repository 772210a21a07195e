//! What a newer version made: a ticket says so in a sentence; what a newer peer said is kept,
//! listed, given on and shown round, by verb and by page.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Admission;
use polylogue_testkit::generate::bundle;
use polylogue_testkit::world::World;

use crate::place::{Place, done, found, json, made, refused, serve};

#[test]
fn a_ticket_of_a_newer_version_asks_for_an_update() {
    let place = Place::new();
    found(&place.alice);
    let ticket = made(&place.alice, &["ticket", "--invite"]);
    // The version is the first byte: its letters are `ae` for 1 and `ai` for 2.
    let rest = ticket.strip_prefix("polylogueae").expect("version 1");
    let newer = format!("polylogueai{rest}");
    for typed in [newer.clone(), newer.to_uppercase()] {
        let sentence = refused(&place.bob, &["join", &typed], 1);
        assert!(
            sentence.contains("made by a newer Polylogue (version 2): update this one first"),
            "{sentence}"
        );
    }
    assert!(done(&place.bob, &["commons", "list"]).starts_with("no commons"));
}

/// A commons in which somebody with a newer version took part; its dialogue, and what they said.
fn world() -> (World, OperationId, Vec<OperationId>) {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.welcome("ana", "cleo");
    let dialogue = world.dialogue("ana", "A place");
    world.say("cleo", World::turn(dialogue, "Before."));
    let newer: Vec<OperationId> = [150, 250, 350, 450, 749, 750, 800, 850, 900]
        .map(|kind| world.say_of_kind("cleo", kind, b"\x81\x65later"))
        .to_vec();
    let mut reply = World::turn(dialogue, "To what I cannot read.");
    reply.reply_to = Some(newer[5]);
    world.say("ana", reply);
    (world, dialogue, newer)
}

#[test]
fn what_a_newer_peer_said_is_listed_and_given_on() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    let (world, dialogue, newer) = world();
    let file = place.folder().join("newer.bundle");
    std::fs::write(file, bundle(&world.operations)).expect("a file");
    done(alice, &["bundle", "read", "newer.bundle"]);
    done(alice, &["bundle", "write", "again.bundle"]);
    done(bob, &["bundle", "read", "again.bundle"]);
    for home in [alice, bob] {
        let log = json(home, &["log", "--limit", "1000"]);
        let log = log.as_array().expect("a list");
        assert_eq!(log.len(), world.operations.len());
        for id in &newer {
            let id = id.to_string();
            let row = log.iter().find(|it| it["id"] == *id).expect("listed");
            assert_eq!(row["verdict"], "waiting");
            assert_eq!(row["has_body"], true);
        }
        let table = done(home, &["log"]);
        assert!(table.contains("kind 750"), "{table}");
        assert!(
            table.contains("it was written with a newer version"),
            "{table}"
        );
        let shown = done(home, &["dialogue", "show", &dialogue.to_string()]);
        for words in ["Before.", "To what I cannot read."] {
            assert!(shown.contains(words), "{shown}");
        }
        assert!(done(home, &["verify"]).starts_with("equal"));
        refused(home, &["claim", "show", &newer[5].to_string()], 1);
    }
    // Byte for byte: what alice gives on is what she was given.
    let [given, again] = ["newer.bundle", "again.bundle"]
        .map(|name| std::fs::read(place.folder().join(name)).expect("a file"));
    assert_eq!(given.len(), again.len());
    for operation in &world.operations {
        let bytes = operation.encode();
        assert!(again.windows(bytes.len()).any(|it| it == bytes));
    }
}

/// One request; the status and everything that came.
fn get(host: &str, path: &str, cookie: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(host).expect("the server listens");
    let head = format!(
        "GET {path} HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).expect("it can be sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).and_then(|it| it.parse().ok());
    (status.expect("a status"), answer)
}

#[test]
fn every_page_shows_round_what_a_newer_peer_said() {
    let place = Place::new();
    let alice = &place.alice;
    let (world, dialogue, newer) = world();
    let file = place.folder().join("newer.bundle");
    std::fs::write(file, bundle(&world.operations)).expect("a file");
    done(alice, &["bundle", "read", "newer.bundle"]);
    let owner = serve(alice);
    let address = owner.first_line.trim().trim_start_matches("http://");
    let (host, entry) = address.split_once('/').expect("an address");
    let (status, entered) = get(host, &format!("/{entry}"), "");
    assert_eq!(status, 303, "{entered}");
    let lower = entered.to_ascii_lowercase();
    let at = lower.find("set-cookie: ").expect("a cookie") + "set-cookie: ".len();
    let cookie = entered[at..].split(';').next().expect("a value").to_owned();
    let commons = format!("/c/{}", &world.commons.to_string()[..12]);
    let person = &world
        .operations
        .last()
        .expect("said")
        .header()
        .key
        .to_string()[..12];
    for page in [
        String::new(),
        "/perspectives".to_owned(),
        "/questions".to_owned(),
        "/dialogues".to_owned(),
        format!("/dialogue/{dialogue}"),
        "/claims".to_owned(),
        "/moves".to_owned(),
        "/people".to_owned(),
        format!("/person/{person}"),
        "/search?q=later".to_owned(),
        "/log".to_owned(),
        "/record".to_owned(),
        "/status".to_owned(),
    ] {
        let (status, body) = get(host, &format!("{commons}{page}"), &cookie);
        assert_eq!(status, 200, "{page}: {body}");
    }
    let (_, read) = get(host, &format!("{commons}/dialogue/{dialogue}"), &cookie);
    assert!(read.contains("Before.") && read.contains("To what I cannot read."));
    let (_, record) = get(host, &format!("{commons}/record"), &cookie);
    assert!(
        record.contains("Something from a newer version"),
        "{record}"
    );
    for id in newer {
        for page in ["turn", "claim", "move", "dialogue"] {
            let (status, body) = get(host, &format!("{commons}/{page}/{id}"), &cookie);
            assert_eq!(status, 404, "{page}: {body}");
        }
    }
    assert_eq!(owner.stop().code, Some(0));
}
