//! Attack 20: a newer peer says what this version does not know. It is kept, passed on and waits;
//! everything known is read around it.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Admission, Choice, Dispute, Erase, Hide, Kind, Layer, Move, RESERVED, Resolution, Suggestion,
    Target, Translation, Voice, Way, Withdraw,
};
use polylogue_core::limits::RULES_VERSION;
use polylogue_core::operation::Operation;
use polylogue_core::text::Text;
use polylogue_core::verdict::{Verdict, Wait};
use polylogue_store::query::Page;
use polylogue_testkit::meeting::{Peer, Rest, meet};
use polylogue_testkit::world::{Knowing, TestStore, World, law};

/// Kinds that a later version may have: both ends of every range that is kept, and gaps in every
/// layer.
const NEWER: [u16; 18] = [
    150, 250, 350, 450, 505, 699, 710, 749, 750, 799, 800, 849, 850, 899, 900, 949, 950, 65_535,
];
const WAITS: Verdict = Verdict::Waiting(Wait::NewerVersion);
/// What stands behind the salt: an array that begins like a turn's would, and goes on otherwise.
const SAID: &[u8] = b"\x83\x01\x78\x05later\xf5";

/// Three people, a dialogue, and one of them, with a newer version, says something of every kind
/// that is not known here.
fn world() -> (World, OperationId, Vec<OperationId>) {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    let dialogue = world.dialogue("ana", "A place");
    world.say("ben", World::turn(dialogue, "Before."));
    let newer = NEWER.map(|kind| world.say_of_kind("cleo", kind, SAID));
    (world, dialogue, newer.to_vec())
}

fn moving(target: OperationId) -> Move {
    Move {
        kind: 1,
        target: Target {
            id: target,
            passage: None,
        },
        perspective: None,
        voice: Voice::Oneself,
        found_in: None,
        reason: None,
        object: None,
        condition: None,
        from: None,
        to: None,
    }
}

#[test]
fn attack_20_every_kept_range_is_tried_and_nothing_of_it_is_known() {
    for (first, last, range) in RESERVED {
        for end in [first, last] {
            assert!(NEWER.contains(&end), "{range}");
        }
    }
    for kind in NEWER {
        assert_eq!(Kind::of(kind), None);
    }
    let layers: std::collections::BTreeSet<Layer> =
        NEWER.iter().map(|kind| Layer::of(*kind)).collect();
    assert_eq!(layers.len(), 5, "every layer is tried");
}

#[test]
fn attack_20_what_is_newer_waits_and_holds_up_nothing() {
    let (mut world, _, newer) = world();
    let after = world.claim("cleo", "My next words count.");
    let vote = world.say("ben", World::vote(after, Choice::Agree, &[]));
    let verdicts = world.verdicts();
    for id in newer {
        assert_eq!(verdicts[&id], WAITS);
    }
    for id in [after, vote] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
}

#[test]
fn attack_20_what_is_newer_is_judged_like_its_author_where_that_is_known() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.welcome("ana", "ben");
    let accepts = world.heads("ben");
    let kept = world.say_of_kind("ana", 710, SAID);
    let outside = world.say_of_kind("ben", 710, SAID);
    world.knock("stranger");
    let strange = world.say_of_kind("stranger", 710, SAID);
    let words = world.words("ana", "A reason.");
    let removal = polylogue_core::kind::Removal {
        person: polylogue_testkit::world::key("ben"),
        accepts,
        words,
    };
    world.say("ana", removal);
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&kept], WAITS);
    assert!(matches!(verdicts[&outside], Verdict::SetAside(_)));
    assert_eq!(verdicts[&strange], Verdict::Waiting(Wait::Admission));
}

/// Everything known says something about what is not: replies, votes, moves and the rest.
fn around(world: &mut World, dialogue: OperationId, newer: OperationId) -> Vec<OperationId> {
    let mut reply = World::turn(dialogue, "To what I cannot read.");
    reply.reply_to = Some(newer);
    let text = |words: &str| Text::new(words, "en");
    let words = world.words("ana", "A reason.");
    let hide = Hide {
        targets: vec![newer],
        words,
        dialogue: None,
    };
    vec![
        world.say("ben", reply),
        world.say("ben", World::turn(newer, "In what is no dialogue here.")),
        world.say("ben", World::vote(newer, Choice::Agree, &[])),
        world.say("ben", moving(newer)),
        world.say(
            "ben",
            Translation {
                of: newer,
                revision: newer,
                text: text("Später."),
                replaces: vec![],
            },
        ),
        world.say(
            "ben",
            Dispute {
                target: newer,
                reason: text("Not so."),
            },
        ),
        world.say(
            "ben",
            Suggestion {
                way: Way::Meet,
                of: vec![newer, dialogue],
                reason: text("One table."),
            },
        ),
        world.say("ana", hide),
        world.say(
            "cleo",
            Withdraw {
                target: newer,
                reason: text("No more."),
            },
        ),
        world.say(
            "cleo",
            Erase {
                targets: vec![newer],
                words: None,
                dialogue: None,
            },
        ),
    ]
}

#[test]
fn attack_20_what_names_something_newer_is_read_without_it() {
    let (mut world, dialogue, newer) = world();
    let (place, newer) = (dialogue, newer[8]);
    let about = around(&mut world, place, newer);
    let verdicts = world.verdicts();
    for id in about {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
    for store in world.stores() {
        let reader = store.store.reader().expect("a reader");
        let turns = reader.turns(place, Page::first(9)).expect("a disk");
        let words: Vec<&str> = turns.iter().map(|it| it.text.words.as_str()).collect();
        assert_eq!(words, ["Before.", "To what I cannot read."]);
        assert_eq!(turns[1].reply_to, Some(newer));
        let row = reader.operation(newer).expect("a disk").expect("carried");
        assert_eq!((row.kind, row.verdict), (750, WAITS));
        let what = reader.what(newer).expect("a disk").expect("named");
        assert_eq!((what.what, what.words.words.as_str()), (None, ""));
        let found = reader.resolve(&newer.to_string()[..16]).expect("a disk");
        assert_eq!(found, [(newer, 750)]);
    }
}

#[test]
fn attack_20_the_log_lists_what_is_newer_and_the_store_is_whole() {
    let (world, _, newer) = world();
    for store in world.stores() {
        while store.store.index_search(1000).expect("a disk") {}
        let reader = store.store.reader().expect("a reader");
        let log = reader.log(Page::first(1000)).expect("a disk");
        assert_eq!(log.len(), world.operations.len());
        for (id, kind) in newer.iter().zip(NEWER) {
            let row = log.iter().find(|it| it.id == *id).expect("listed");
            assert_eq!((row.kind, row.verdict, row.has_body), (kind, WAITS, true));
        }
        let counts = reader.commons().expect("a disk").counts;
        assert_eq!(counts.waiting, NEWER.len() as u64);
        assert_eq!((counts.set_aside, counts.turns), (0, 1));
        drop(reader);
        let before = store.dump();
        store.store.rebuild().expect("a disk");
        assert_eq!(store.dump(), before);
        let report = store.store.verify().expect("a disk");
        assert!(report.is_whole(), "{report:?}");
    }
}

#[test]
fn attack_20_an_older_peer_serves_a_third_every_byte_it_does_not_know() {
    let (mut world, dialogue, newer) = world();
    around(&mut world, dialogue, newer[8]);
    let founding = &world.operations[0];
    let (newest, older, third) = (
        world.store(),
        TestStore::new(founding),
        TestStore::new(founding),
    );
    let peers = [
        Peer::new(&newest.store, 1),
        Peer::new(&older.store, 2),
        Peer::new(&third.store, 3),
    ];
    assert_eq!(meet(&peers[0], &peers[1], 1).rest, Rest::Equal);
    let met = meet(&peers[2], &peers[1], 2);
    assert_eq!((met.rest, met.refused), (Rest::Equal, [0, 0]));
    let bytes = |operations: Vec<Operation>| -> Vec<Vec<u8>> {
        operations.iter().map(Operation::encode).collect()
    };
    let served = third.held(&world.operations);
    assert_eq!(bytes(served), bytes(world.operations.clone()));
    assert_eq!(third.dump(), newest.dump());
    // Whoever has all of it is told nothing again.
    let again = meet(&peers[0], &peers[2], 3);
    assert_eq!((again.rest, again.delivered), (Rest::Equal, [0, 0]));
}

#[test]
fn attack_20_a_law_under_newer_rules_waits_and_life_goes_on() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.welcome("ana", "ben");
    let turn = world.dialogue("ben", "A place");
    let turn = world.say("ben", World::turn(turn, "Harsh words."));
    let mut next = law("ana", Admission::Invitation);
    next.charter.words = "Be fair by rules of later.".to_owned();
    let newer = world.say(
        "ana",
        Resolution {
            rules: RULES_VERSION + 1,
            parent: world.commons,
            law: next.clone(),
            ended: vec![],
            words: None,
            vouches: None,
        },
    );
    world.act = newer;
    let claim = world.claim("ben", "I know that law, you do not.");
    let words = world.words("ana", "A reason.");
    let hide = Hide {
        targets: vec![turn],
        words,
        dialogue: None,
    };
    let hide = world.say("ana", hide);
    let child = world.resolve("ana", next, vec![]);
    let later = world.claim("ben", "And after the one that follows it.");
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&newer], WAITS);
    assert_eq!(
        verdicts[&child], WAITS,
        "what follows it waits for the same"
    );
    for id in [claim, hide, later] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
    for store in world.stores() {
        let commons = store.store.reader().and_then(|it| it.commons());
        assert_eq!(commons.expect("a disk").charter.words, "Be fair.");
    }
}

#[test]
fn attack_20_a_newer_head_may_be_named_by_a_fence() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.welcome("ana", "ben");
    let early = world.claim("ben", "Early.");
    let newer = world.say_of_kind("ben", 800, SAID);
    let fork = Knowing {
        previous: Some(vec![newer]),
        ..Knowing::default()
    };
    let late = world.say_knowing("ben", World::profile("Ben"), fork);
    let words = world.words("ana", "A reason.");
    let removal = polylogue_core::kind::Removal {
        person: polylogue_testkit::world::key("ben"),
        accepts: vec![newer],
        words,
    };
    world.say("ana", removal);
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&early], Verdict::Accepted);
    assert_eq!(verdicts[&newer], WAITS);
    assert!(matches!(verdicts[&late], Verdict::SetAside(_)));
}
