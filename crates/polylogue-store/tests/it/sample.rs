//! A store that an old version wrote, opened by today's code: nothing is lost, nothing is read
//! otherwise, and it goes on. tests/samples/README.md says how the files were made.

use std::path::{Path, PathBuf};

use polylogue_core::header::Header;
use polylogue_core::id::{Hash, Key, OperationId};
use polylogue_core::kind::{
    BroughtIn, Change, Choice, DeviceAdd, DeviceKind, Document, Erase, Hide, Line, LineText,
    Lineage, Move, Naming, Note, Perspective, Profile, Proof, Question, Resolution, Scope, Target,
    TurnRevise, Voice,
};
use polylogue_core::operation::Operation;
use polylogue_core::signature::{self, DEVICE_DOMAIN, OPERATION_DOMAIN, SigningKey};
use polylogue_core::verdict::{Verdict, Wait};
use polylogue_store::Store;
use polylogue_store::query::{MoveFilter, Page, Search, Shown};

use crate::world::{FOUNDED, Home, World, text, turn, vote};

/// Seconds between the founding and what was sampled.
const SAMPLED: u64 = FOUNDED + 1_000_000;

fn sample(schema: u32) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    folder.join(format!("schema-{schema}.sqlite"))
}

/// What a newer version would say: a kind that is not known here.
fn newer(world: &mut World, by: usize) -> Operation {
    let body = [&[9; 16][..], b"\x81\x65later"].concat();
    let person = &world.people[by];
    let header = Header {
        format: 1,
        commons: world.commons(),
        key: person.key,
        standing: None,
        act: Some(world.commons()),
        previous: person.heads.clone(),
        counter: person.counter + 1,
        time: world.time,
        kind: 750,
        body_bytes: u32::try_from(body.len()).unwrap(),
        body_hash: Hash::of(&body),
    };
    let header = header.encode();
    let signature = signature::sign(&person.signing, OPERATION_DOMAIN, &[&header]);
    let operation = Operation::assemble(signature, header, Some(body)).unwrap();
    let person = &mut world.people[by];
    person.heads = vec![operation.id()];
    person.counter += 1;
    world.said.push(operation.clone());
    operation
}

fn device(world: &mut World, by: usize, signing: &SigningKey) {
    let parts: &[&[u8]] = &[&world.commons().0, &world.key(by).0];
    let proof = Proof(signature::sign(signing, DEVICE_DOMAIN, parts));
    world.say(
        by,
        DeviceAdd {
            device: Key::of(signing),
            kind: DeviceKind::Own,
            scope: Scope::All,
            end: None,
            proof,
            words: None,
        },
    );
}

/// The ids that the test asks for by name.
struct Named {
    dialogue: OperationId,
    claim: OperationId,
    document: OperationId,
    newer: OperationId,
    device: Key,
}

/// What the samples hold: of everything that a read model of schema 1 keeps, something.
fn script() -> (World, Named) {
    let mut world = World::new(2026, 2);
    let stranger = world.stranger();
    for (by, name) in [(0, "Ana"), (1, "Ben"), (2, "Cleo")] {
        let profile = Profile {
            name: text(name),
            about: text(""),
            replaces: vec![],
        };
        world.say(by, profile);
    }
    let perspective = |name: &str| Perspective {
        name: text(name),
        short: text(""),
        summary: text("A way to look at it."),
        sources: vec![],
        brought_in: None,
    };
    let old = world.say(1, perspective("Water"));
    let new = world.say(1, perspective("Rivers"));
    world.say(
        1,
        Lineage {
            change: Change::Renamed,
            from: vec![old],
            to: vec![new],
            name: None,
            reason: text("Closer."),
            when: "2026".to_owned(),
        },
    );
    let question = Question {
        text: text("What does the river need?"),
        place: 1,
        brought_in: None,
    };
    world.say(0, question);
    let dialogue = world.dialogue(0, "At the river");
    turns(&mut world, dialogue);
    let claim = votes(&mut world, dialogue, stranger);
    let document = lines(&mut world);
    let newer = newer(&mut world, 2).id();
    let signing = SigningKey::from([77; 32]);
    device(&mut world, 1, &signing);
    law(&mut world);
    let named = Named {
        dialogue,
        claim,
        document,
        newer,
        device: Key::of(&signing),
    };
    (world, named)
}

fn turns(world: &mut World, dialogue: OperationId) {
    let revised = world.turn(1, dialogue, "The river is low.");
    let revision = TurnRevise {
        turn: revised,
        text: text("The river is lower than last year."),
        long: None,
        quotes: vec![],
        replaces: vec![],
    };
    world.say(1, revision);
    let mut brought = turn(dialogue, "Rivers have rights.");
    brought.brought_in = Some(BroughtIn {
        speaker: "An old book".to_owned(),
        naming: Naming::Paraphrased,
        address: "https://example.org/book".to_owned(),
        revision: "1".to_owned(),
        licence: "CC0-1.0".to_owned(),
        date: "1890".to_owned(),
        lines: (1, 3),
    });
    world.say(2, brought);
    let erased = world.turn(2, dialogue, "Words taken back.");
    let mut reply = turn(dialogue, "To what was taken back.");
    reply.reply_to = Some(erased);
    world.say(1, reply);
    let erase = Erase {
        targets: vec![erased],
        words: None,
        dialogue: Some(dialogue),
    };
    world.say(2, erase);
    let hidden = world.turn(2, dialogue, "Harsh words.");
    let note = Note {
        text: text("Unkind."),
    };
    let words = Some(world.say(0, note));
    let hide = Hide {
        targets: vec![hidden],
        words,
        dialogue: None,
    };
    world.say(0, hide);
    let cautions = Move {
        kind: 9,
        target: Target {
            id: revised,
            passage: None,
        },
        perspective: None,
        voice: Voice::Oneself,
        found_in: None,
        reason: None,
        object: Some(text("One dry year is no trend.")),
        condition: None,
        from: None,
        to: None,
    };
    world.say(2, cautions);
}

fn votes(world: &mut World, dialogue: OperationId, stranger: usize) -> OperationId {
    let claim = world.claim(1, Some(dialogue), "The river belongs to itself.");
    world.vote(0, claim, Choice::Agree);
    let first = world.vote(1, claim, Choice::Agree);
    world.say(1, vote(claim, Choice::Disagree, vec![first]));
    world.vote(2, claim, Choice::Pass);
    world.vote(stranger, claim, Choice::Agree);
    claim
}

fn lines(world: &mut World) -> OperationId {
    let document = Document {
        title: text("What we say together"),
        licence: String::new(),
    };
    let document = world.say(0, document);
    let line = Line {
        document,
        text: text("We begin."),
        traces: vec![],
        place: "m".to_owned(),
    };
    let line = world.say(0, line);
    for (by, words) in [(1, "We start."), (2, "We set out.")] {
        let wording = LineText {
            line,
            text: text(words),
            traces: vec![],
            replaces: vec![line],
        };
        world.say(by, wording);
    }
    document
}

fn law(world: &mut World) {
    let Some(Ok(polylogue_core::kind::Body::Founding(founding))) = world.founding.body() else {
        unreachable!("it was made here");
    };
    let mut law = founding.law;
    law.charter = text("Be kind, also to rivers.");
    let resolution = Resolution {
        rules: 1,
        parent: world.commons(),
        law,
        ended: vec![],
        words: None,
        vouches: None,
    };
    world.say(0, resolution);
}

#[test]
#[ignore = "writes the sample of this schema anew: by hand, when a schema is released"]
fn writes_the_sample() {
    let (world, _) = script();
    let home = Home::new();
    let store = home.create(&world.founding);
    store.append(&world.said, SAMPLED).unwrap();
    while store.index_search(100).unwrap() {}
    let path = store.path().to_owned();
    drop(store);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM;")
        .unwrap();
    drop(connection);
    std::fs::copy(&path, sample(1)).unwrap();
}

/// A copy of a kept sample in a folder of its own.
fn copied(home: &Home, schema: u32) -> PathBuf {
    let path = home.path();
    std::fs::copy(sample(schema), &path).unwrap();
    path
}

#[test]
fn a_store_of_schema_1_opens_whole_and_reads_as_it_was_written() {
    let (world, named) = script();
    let home = Home::new();
    let path = copied(&home, 1);
    let version = |path: &Path| -> i64 {
        let connection = rusqlite::Connection::open(path).unwrap();
        connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap()
    };
    assert_eq!(version(&path), 1, "the sample itself is never migrated");
    let store = Store::open(&path).unwrap();
    assert_eq!(store.commons(), world.commons());
    let report = store.verify().unwrap();
    assert!(report.is_whole(), "{report:?}");
    assert_eq!(report.operations, world.said.len() as u64);
    assert_eq!(report.bodies, world.said.len() as u64 - 1, "one was erased");

    let reader = store.reader().unwrap();
    let commons = reader.commons().unwrap();
    assert_eq!(commons.charter.words, "Be kind, also to rivers.");
    assert_eq!(commons.version, 2);
    let counts = commons.counts;
    assert_eq!(
        (counts.perspectives, counts.questions, counts.dialogues),
        (2, 1, 1)
    );
    assert_eq!((counts.claims, counts.moves, counts.votes), (1, 1, 3));
    assert_eq!((counts.people, counts.newcomers), (3, 1));
    assert_eq!(counts.operations, 34);
    assert_eq!((counts.set_aside, counts.waiting), (0, 2));

    let turns = reader.turns(named.dialogue, Page::first(20)).unwrap();
    let words: Vec<&str> = turns.iter().map(|it| it.text.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "The river is lower than last year.",
            "Rivers have rights.",
            "",
            "To what was taken back.",
            ""
        ]
    );
    assert_eq!(turns[2].said.shown, Shown::ErasedByAuthor(String::new()));
    assert_eq!(turns[4].said.shown, Shown::Hidden("Unkind.".to_owned()));
    let speaker = turns[1].said.brought_in.as_ref().unwrap();
    assert_eq!(speaker.speaker, "An old book");
    let claim = reader.claim(named.claim, None).unwrap().unwrap();
    assert_eq!(claim.text.words, "The river belongs to itself.");
    let tally = claim.tally;
    assert_eq!((tally.agree, tally.disagree, tally.pass), (1, 1, 1));
    assert_eq!(claim.newcomers.agree, 1);
    reads_the_rest(&store, &world, &named);
}

fn reads_the_rest(store: &Store, world: &World, named: &Named) {
    // What a migration folds again is indexed again, in its own time.
    while store.index_search(500).unwrap() {}
    let reader = store.reader().unwrap();
    let moves = reader
        .moves(&MoveFilter::default(), Page::first(9))
        .unwrap();
    let object = moves[0].object.as_ref().unwrap();
    assert_eq!(object.words, "One dry year is no trend.");
    let lines = reader.lines(named.document).unwrap();
    let mut wordings: Vec<&str> = lines[0]
        .wordings
        .iter()
        .map(|it| it.text.words.as_str())
        .collect();
    wordings.sort_unstable();
    assert_eq!(wordings, ["We set out.", "We start."]);
    let ben = reader.person(world.key(1)).unwrap().unwrap();
    assert_eq!(ben.person.name.words, "Ben");
    assert_eq!(ben.devices[0].key, named.device);
    let row = reader.operation(named.newer).unwrap().unwrap();
    assert_eq!(row.verdict, Verdict::Waiting(Wait::NewerVersion));
    let search = Search {
        words: "river".to_owned(),
        ..Search::default()
    };
    let found = reader.search(&search, Page::first(9)).unwrap();
    assert!(found.len() >= 3, "{found:?}");
}

#[test]
fn a_store_of_schema_1_goes_on() {
    let (mut world, named) = script();
    let home = Home::new();
    let path = copied(&home, 1);
    let store = Store::open(&path).unwrap();
    let before = world.said.len();
    world.turn(1, named.dialogue, "And now it rains.");
    world.vote(2, named.claim, Choice::Agree);
    store.append(&world.said[before..], SAMPLED + 60).unwrap();
    drop(store);
    let store = Store::open(&path).unwrap();
    let reader = store.reader().unwrap();
    let turns = reader.turns(named.dialogue, Page::first(20)).unwrap();
    assert_eq!(turns.last().unwrap().text.words, "And now it rains.");
    drop(reader);
    let report = store.verify().unwrap();
    assert!(report.is_whole(), "{report:?}");
    // Whatever the file went through, it shows what a new one shows.
    let new = world.store(&home);
    crate::world::assert_same(&store, &new, "the sample and a new store");
}

/// The script did not drift from the file it once wrote.
#[test]
fn the_sample_holds_what_its_script_says() {
    let (world, _) = script();
    let home = Home::new();
    let store = Store::open(&copied(&home, 1)).unwrap();
    let ids: Vec<OperationId> = world.said.iter().map(Operation::id).collect();
    let held = store.load(&ids, usize::MAX).unwrap();
    assert_eq!(held.len(), world.said.len());
}
