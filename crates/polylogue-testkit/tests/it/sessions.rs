//! Attacks on what travels: bytes that are not those signed, peers that lie or are cut off, and
//! bodies that some hold and others do not. Stores and sessions are the product's own.

use polylogue_core::header::Draft;
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{
    Admission, Admit, BroughtIn, Choice, DeviceAdd, DeviceKind, Dialogue, Ended, Erase, Kind,
    ModeratorErase, Naming, OfficeKind, Power, Proof, Scope, State,
};
use polylogue_core::operation::{Operation, OperationFault};
use polylogue_core::signature::{self, DEVICE_DOMAIN};
use polylogue_core::text::Text;
use polylogue_core::verdict::Verdict;
use polylogue_store::Store;
use polylogue_store::query::{Page, Shown};
use polylogue_testkit::generate::{Amounts, commons};
use polylogue_testkit::meeting::{Peer, Rest, meet, meet_until};
use polylogue_testkit::world::{
    DAY, Delivery, Knowing, TestStore, World, key, law, office, sign_of_kind, signing_key,
};

fn invited() -> World {
    World::founded_by("ana", Admission::Invitation)
}

fn last(world: &World) -> Operation {
    world.operations.last().expect("something was said").clone()
}

/// The body of `words` under the header of another operation: what a dishonest hub would show.
fn with_other_words(signed: &Operation, words: &[u8]) -> Vec<u8> {
    let encoded = signed.encode();
    let body = signed.body_bytes().expect("held").len();
    let mut changed = encoded[..encoded.len() - body].to_vec();
    changed.extend(words);
    changed
}

/// A moderator on the way out erases everything: hidden at once, kept for the charter's delay,
/// and there again once the act is set aside.
#[test]
fn attack_15_what_a_moderator_erases_on_the_way_out_comes_back() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let mut with_ben = law("ana", Admission::Invitation);
    with_ben
        .offices
        .push(office(OfficeKind::Moderator, "ben", 300));
    world.resolve("ana", with_ben, vec![]);
    let dialogue = world.dialogue("ana", "A place");
    let turns: Vec<OperationId> = (0..5)
        .map(|number| world.say("ana", World::turn(dialogue, &format!("Said {number}."))))
        .collect();
    let seen = world.say("ben", World::profile("Ben"));
    let mut targets = turns.clone();
    targets.sort_unstable();
    let words = world.words("ben", "All of it.");
    let erasing = ModeratorErase {
        targets,
        words,
        dialogue: Some(dialogue),
    };
    let erasing = world.say("ben", erasing);
    let texts = |store: &TestStore| -> Vec<String> {
        let reader = store.store.reader().expect("a reader");
        let rows = reader.turns(dialogue, Page::first(9)).expect("a disk");
        rows.into_iter().map(|it| it.text.words).collect()
    };
    let store = world.store();
    assert_eq!(texts(&store), [""; 5], "hidden at once");
    let swept = store.store.sweep(world.time + 6 * DAY).expect("a disk");
    assert_eq!(swept, 0, "kept for the charter's delay");
    let ended = Ended {
        holder: key("ben"),
        power: Power::Moderator,
        accepts: vec![seen],
    };
    let before = world.operations.len();
    world.resolve("ana", law("ana", Admission::Invitation), vec![ended]);
    let recall = &world.operations[before..];
    store.store.append(recall, world.time).expect("a disk");
    assert_eq!(store.store.sweep(world.time + 30 * DAY).expect("a disk"), 0);
    let all: Vec<String> = (0..5).map(|number| format!("Said {number}.")).collect();
    assert_eq!(texts(&store), all);
    assert!(matches!(world.verdicts()[&erasing], Verdict::SetAside(_)));
    for store in world.stores() {
        assert_eq!(texts(&store), all);
    }
}

/// The body of a vote cannot be guessed from its hash: every body begins with random bytes.
#[test]
fn attack_16_the_same_words_never_have_the_same_hash() {
    let mut world = invited();
    let claim = world.claim("ana", "Guess.");
    let votes = [0, 1].map(|_| {
        world.say("ana", World::vote(claim, Choice::Agree, &[]));
        last(&world)
    });
    let [first, second] = votes.map(|it| it.header().body_hash);
    assert_ne!(first, second);
    let said = votes_said(&world);
    assert_eq!(said[0], said[1], "but for the salt they are the same");
    for guess in [said[0].clone(), [vec![0; 16], said[0].clone()].concat()] {
        assert_ne!(polylogue_core::id::Hash::of(&guess), first);
    }
    let unsalted = Draft {
        commons: world.commons,
        standing: None,
        act: Some(world.act),
        previous: vec![],
        counter: 1,
        time: world.time,
    };
    let header = sign_of_kind(&unsalted, 532, &[7; 16], &signing_key("ana"));
    assert!(
        header.body().expect("held").is_err(),
        "a salt alone says nothing"
    );
}

fn votes_said(world: &World) -> Vec<Vec<u8>> {
    let votes = world
        .operations
        .iter()
        .filter(|it| it.header().kind == Kind::Vote.number());
    votes
        .map(|it| it.body_bytes().expect("held")[16..].to_vec())
        .collect()
}

/// Who never had an erased body shows what others show, and asks nobody for it.
#[test]
fn attack_17_an_erased_body_is_asked_for_by_nobody() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let claim = world.claim("ana", "Erased?");
    let first = world.say("ben", World::vote(claim, Choice::Agree, &[]));
    let vote = world.say("ben", World::vote(claim, Choice::Disagree, &[first]));
    let erase = Erase {
        targets: vec![vote],
        words: None,
        dialogue: None,
    };
    world.say("ben", erase);
    let had = world.store();
    let without: Vec<Operation> = world
        .operations
        .iter()
        .map(|it| match it.id() == vote {
            true => it.clone().without_body(),
            false => it.clone(),
        })
        .collect();
    let never = world.store_of(&without, None);
    let mut late = without.clone();
    late.reverse();
    let never_late = world.store_of(&late, None);
    for store in [&never, &never_late] {
        assert_eq!(store.dump(), had.dump());
        assert!(store.store.wanted_bodies(9).expect("a disk").is_empty());
        let met = meet(&Peer::new(&store.store, 1), &Peer::new(&had.store, 2), 1);
        assert_eq!((met.rest, met.delivered), (Rest::Equal, [0, 0]));
    }
    let reader = never.store.reader().expect("a reader");
    let row = reader.claim(claim, None).expect("a disk").expect("a claim");
    assert_eq!(row.tally.agree, 1, "what it replaced counts again");
    let row = reader.operation(vote).expect("a disk").expect("a gap");
    assert!(!row.has_body);
}

/// Some keys have several signatures that hold for one header (ZIP-215): any one is kept, and a
/// bad one that came first is held against its sender alone.
#[test]
fn attack_19_of_two_good_signatures_either_gives_the_same() {
    // A point of small order as key, another as `R`, and zero as `s`.
    let mut small = [0; 32];
    small[0] = 1;
    let mut other = [0xff; 32];
    (other[0], other[31]) = (0xec, 0x7f);
    let mut world = invited();
    let admit = Admit {
        person: Key(small),
        scope: Scope::All,
        names: vec![],
        words: None,
    };
    world.say("ana", admit);
    let claim = world.claim("ana", "Signed twice.");
    let draft = Draft {
        commons: world.commons,
        standing: None,
        act: Some(world.act),
        previous: vec![],
        counter: 1,
        time: world.time,
    };
    let body = polylogue_core::kind::Body::from(World::vote(claim, Choice::Agree, &[]));
    let signed = Operation::sign(&draft, &body, [3; 16], &signing_key("ana")).expect("a body");
    let mut header = signed.header().clone();
    header.key = Key(small);
    let variant = |r: [u8; 32]| {
        let mut signature = [0; 64];
        signature[..32].copy_from_slice(&r);
        let body = signed.body_bytes().map(<[u8]>::to_vec);
        Operation::assemble(signature, header.encode(), body).expect("well formed")
    };
    let (first, second) = (variant(small), variant(other));
    assert_eq!(first.id(), second.id());
    assert_ne!(first.signature(), second.signature());
    assert_eq!((first.verify(), second.verify()), (Ok(()), Ok(())));
    let stores = [&first, &second].map(|it| {
        let store = world.store();
        store
            .store
            .append(std::slice::from_ref(it), world.time)
            .expect("a disk");
        store
    });
    assert_eq!(stores[0].dump(), stores[1].dump());
    let row = stores[0]
        .store
        .reader()
        .and_then(|it| it.claim(claim, None));
    assert_eq!(row.expect("a disk").expect("a claim").tally.agree, 1);
    let peers = [
        Peer::new(&stores[0].store, 1),
        Peer::new(&stores[1].store, 2),
    ];
    let met = meet(&peers[0], &peers[1], 1);
    assert_eq!((met.rest, met.delivered), (Rest::Equal, [0, 0]));
}

#[test]
fn attack_19_a_bad_signature_is_held_against_the_sender_and_not_against_the_id() {
    let mut world = invited();
    let claim = world.claim("ana", "Signed.");
    let (honest, learning) = (world.store(), TestStore::new(&world.operations[0]));
    let liar = Peer::new(&honest.store, 2).sending(|operation| {
        let mut bytes = operation.encode();
        bytes[40] ^= u8::from(operation.id() == claim);
        Some(bytes)
    });
    let learner = Peer::new(&learning.store, 1);
    let met = meet(&learner, &liar, 1);
    assert!(met.refused[0] > 0, "{met:?}");
    assert!(learning.held(&[last(&world)]).is_empty());
    let met = meet(&learner, &Peer::new(&honest.store, 3), 2);
    assert_eq!((met.rest, met.refused), (Rest::Equal, [0, 0]));
    assert_eq!(learning.dump(), honest.dump());
}

/// A peer that offers everything and gives nothing is left after bounded bytes; others supply.
#[test]
fn attack_22_who_offers_and_withholds_is_left_and_others_supply() {
    let operations = commons(3, Amounts::MIXED_1_000);
    let (full, empty) = (
        TestStore::new(&operations[0]),
        TestStore::new(&operations[0]),
    );
    let now = operations[0].header().time;
    full.store.append(&operations, now).expect("a disk");
    let learner = Peer::new(&empty.store, 1);
    let met = meet(&learner, &Peer::new(&full.store, 2).sending(|_| None), 1);
    assert_ne!(met.rest, Rest::Equal);
    assert!(met.bytes < 512 * 1024, "{met:?}");
    assert_eq!(met.delivered, [0, 0]);
    let met = meet(&learner, &Peer::new(&full.store, 3), 2);
    assert_eq!(met.rest, Rest::Equal);
    assert_eq!(empty.dump(), full.dump());
}

/// A peer passes everything on without its words. Whoever meets an honest peer afterwards gets
/// them: the ids are here already, so no comparison shows that the words are not.
#[test]
fn attack_22_words_stripped_on_the_way_come_from_others() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let claim = world.claim("ben", "Read me.");
    let (full, empty) = (world.store(), TestStore::new(&world.operations[0]));
    let stripping = Peer::new(&full.store, 2).sending(|operation| {
        let mut sent = operation.clone();
        if sent.id() == claim {
            sent = sent.without_body();
        }
        Some(sent.encode())
    });
    let learner = Peer::new(&empty.store, 1);
    assert_eq!(meet(&learner, &stripping, 1).rest, Rest::Equal);
    let wanted = empty.store.wanted_bodies(9).expect("a disk");
    assert_eq!(wanted, [claim]);
    let met = meet(&learner, &Peer::new(&full.store, 3), 2);
    assert_eq!(met.rest, Rest::Equal);
    assert_eq!(empty.dump(), full.dump());
}

/// A first sync that is cut twenty times goes on where it was: nothing that was taken in is sent
/// again.
#[test]
fn attack_23_a_first_sync_cut_twenty_times_goes_on_where_it_was() {
    let amounts = Amounts {
        turns: 1_100,
        ..Amounts::MIXED_1_000
    };
    let operations = commons(4, amounts);
    let (full, empty) = (
        TestStore::new(&operations[0]),
        TestStore::new(&operations[0]),
    );
    let now = operations[0].header().time;
    full.store.append(&operations, now).expect("a disk");
    let (from, to) = (Peer::new(&full.store, 2), Peer::new(&empty.store, 1));
    let bytes: usize = operations.iter().map(|it| it.encode().len()).sum();
    let part = u64::try_from(bytes / 21).expect("small");
    let (mut delivered, mut cuts) = (0, 0);
    for seed in 0.. {
        let met = meet_until(&to, &from, seed, part);
        delivered += met.delivered[0];
        if met.rest == Rest::Equal {
            break;
        }
        assert_eq!(met.rest, Rest::Cut);
        cuts += 1;
        assert!(cuts < 100, "it comes to an end");
    }
    println!("{cuts} cuts, {bytes} bytes in all, {part} between two cuts");
    assert!(cuts >= 20, "only {cuts} cuts");
    assert_eq!(delivered, operations.len() as u64 - 1);
    assert_eq!(empty.dump(), full.dump());
}

/// A hub prepares bytes whose words differ from what the person read. Whoever holds the header's
/// hash refuses them: this peer does, and so must a browser before it signs. The page on which a
/// browser recomputes the hash comes with the browser's own key; what is reached here is that no
/// store, session or reader takes a body that is not the one signed, that a browser's key is told
/// apart and that it ends.
#[test]
fn attack_25_words_other_than_those_signed_are_refused() {
    let mut world = invited();
    let parts: &[&[u8]] = &[&world.commons.0, &key("ana").0];
    let proof = Proof(signature::sign(
        &signing_key("anas browser"),
        DEVICE_DOMAIN,
        parts,
    ));
    let end = world.time + DAY;
    world.say(
        "ana",
        DeviceAdd {
            device: key("anas browser"),
            kind: DeviceKind::Browser,
            scope: Scope::All,
            end: Some(end),
            proof,
            words: None,
        },
    );
    let device = |at: &mut World, time: u64| {
        at.time = time;
        let knowing = Knowing {
            device: Some("anas browser"),
            ..Knowing::default()
        };
        at.say_knowing("ana", World::profile("Ana"), knowing)
    };
    let read = device(&mut world, end - 60);
    let shown = last(&world);
    let late = device(&mut world, end);
    let swapped = with_other_words(
        &shown,
        &polylogue_core::kind::Body::from(World::profile("Not Ana")).encode([9; 16]),
    );
    assert_eq!(Operation::decode(&swapped), Err(OperationFault::Body));
    let (honest, learning) = (world.store(), TestStore::new(&world.operations[0]));
    let hub = Peer::new(&honest.store, 2).sending(|operation| {
        let is_read = operation.id() == read;
        Some(if is_read {
            swapped.clone()
        } else {
            operation.encode()
        })
    });
    let learner = Peer::new(&learning.store, 1);
    let met = meet(&learner, &hub, 1);
    assert!(met.refused[0] > 0);
    assert!(learning.held(std::slice::from_ref(&shown)).is_empty());
    let met = meet(&learner, &Peer::new(&honest.store, 3), 2);
    assert_eq!((met.rest, met.refused), (Rest::Equal, [0, 0]));
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&read], Verdict::Accepted);
    assert!(matches!(verdicts[&late], Verdict::SetAside(_)));
    let person = learning.store.reader().and_then(|it| it.person(key("ana")));
    let devices = person.expect("a disk").expect("Ana").devices;
    assert_eq!(devices[0].kind, DeviceKind::Browser);
}

/// Two peers import the same page at once: shown once, both kept. (That fusing is then offered is
/// tried with two homes in polylogue-node.)
#[test]
fn attack_27_a_page_imported_by_two_peers_at_once_is_shown_once() {
    let mut world = invited();
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    let brought = |lines| BroughtIn {
        speaker: "A. Writer".to_owned(),
        naming: Naming::Named,
        address: "https://example.org/page".to_owned(),
        revision: "7".to_owned(),
        licence: "CC-BY-SA-3.0".to_owned(),
        date: "2011".to_owned(),
        lines,
    };
    let mut both = Vec::new();
    for name in ["ben", "cleo"] {
        let dialogue = world.say(
            name,
            Dialogue {
                title: Text::new("A page", "en"),
                about: Text::new("", "en"),
                perspectives: vec![],
                questions: vec![],
                state: State::Open,
                scheduled: None,
                brought_in: Some(brought((1, 40))),
            },
        );
        let mut turn = World::turn(dialogue, "I answer.");
        turn.brought_in = Some(brought((2, 9)));
        both.push((dialogue, world.say(name, turn)));
    }
    let verdicts = world.verdicts();
    for store in world.stores() {
        let reader = store.store.reader().expect("a reader");
        let dialogues = reader.dialogues(Page::first(9)).expect("a disk");
        assert_eq!(dialogues.len(), 1);
        assert_eq!(dialogues[0].same_as.len(), 1);
        let shown = dialogues[0].said.id;
        let turns = reader.turns(shown, Page::first(9)).expect("a disk");
        assert_eq!(turns.len(), 1);
        for (dialogue, turn) in &both {
            assert_eq!(verdicts[dialogue], Verdict::Accepted);
            assert_eq!(verdicts[turn], Verdict::Accepted);
        }
        assert!(!reader.brought_in_twice().expect("a disk").is_empty());
    }
}

/// Killed between the log and the read models, at any operation: opened again, both are level.
#[test]
fn attack_30_killed_between_log_and_read_models_both_are_level_again() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let dialogue = world.dialogue("ana", "A place");
    let claim = world.claim("ben", "It holds.");
    world.say("ben", World::turn(dialogue, "Words."));
    world.say("ana", World::vote(claim, Choice::Agree, &[]));
    let expected = world.store().dump();
    for cut in 0..=world.operations.len() {
        let store = TestStore::new(&world.operations[0]);
        let (before, after) = world.operations.split_at(cut);
        store.store.append(before, world.time).expect("a disk");
        let logged = store.store.append_unfollowed(after, world.time);
        logged.expect("a disk");
        let path = store.path.clone();
        let again = Store::open(&path).expect("it opens");
        let reader = again.reader().expect("a reader");
        let row = reader.claim(claim, None).expect("a disk").expect("a claim");
        assert_eq!(row.tally.agree, 1, "cut at {cut}");
        drop(reader);
        drop(again);
        store.store.follow().expect("a disk");
        assert_eq!(store.dump(), expected, "cut at {cut}");
    }
}

/// What was hidden, erased and never here is told apart by every peer, by sessions as well.
#[test]
fn gaps_are_the_same_by_both_ways_of_delivery() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let dialogue = world.dialogue("ana", "A place");
    let turn = world.say("ben", World::turn(dialogue, "Gone."));
    let mut reply = World::turn(dialogue, "To what is gone.");
    reply.reply_to = Some(turn);
    world.say("ana", reply);
    let erase = Erase {
        targets: vec![turn],
        words: None,
        dialogue: None,
    };
    world.say("ben", erase);
    for delivery in Delivery::ALL {
        assert_eq!(world.verdicts_by(delivery, None)[&turn], Verdict::Accepted);
    }
    for store in world.stores() {
        let reader = store.store.reader().expect("a reader");
        let turns = reader.turns(dialogue, Page::first(9)).expect("a disk");
        assert_eq!(turns.len(), 2);
        assert!(matches!(turns[0].said.shown, Shown::ErasedByAuthor(_)));
    }
}
