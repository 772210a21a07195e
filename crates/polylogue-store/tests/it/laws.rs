//! The laws: what a store shows is a function of the operations it holds.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Accept, Choice, ClaimHeld, DeviceAdd, DeviceKind, DialogueState, Dispute, Erase, Held, Hide,
    Leave, ModeratorErase, Move, Note, Perspective, PerspectiveRevise, Profile, Proof, Removal,
    Restore, Scope, State, Target, TurnRevise, Voice, Withdraw,
};
use polylogue_core::operation::Operation;
use polylogue_core::signature::{DEVICE_DOMAIN, sign};
use polylogue_store::Store;

use crate::world::{Chance, Home, World, assert_same, text, turn, vote};

/// Everything people may do, at random, `steps` times.
pub(crate) fn lively(seed: u64, steps: usize) -> World {
    let mut world = World::new(seed, 4);
    let mut things = Things::default();
    let stranger = world.stranger();
    things.dialogues.push(world.dialogue(0, "First"));
    things.claims.push(world.claim(1, None, "It is."));
    for step in 0..steps {
        let by = 1 + world.chance.below(4);
        let by = if world.chance.below(12) == 0 {
            stranger
        } else {
            by
        };
        act(&mut world, &mut things, by, step);
    }
    world
}

#[derive(Default)]
struct Things {
    dialogues: Vec<OperationId>,
    turns: Vec<OperationId>,
    claims: Vec<OperationId>,
    votes: Vec<(usize, OperationId, OperationId)>,
    moves: Vec<OperationId>,
    perspectives: Vec<OperationId>,
    hides: Vec<OperationId>,
}

fn act(world: &mut World, things: &mut Things, by: usize, step: usize) {
    let words = format!("Words {step}");
    let claim = world.chance.pick(&things.claims).unwrap();
    let dialogue = world.chance.pick(&things.dialogues).unwrap();
    let turn_id = world.chance.pick(&things.turns);
    let choice = [Choice::Agree, Choice::Disagree, Choice::Pass][world.chance.below(3)];
    match world.chance.below(24) {
        0..=5 => {
            let vote = world.vote(by, claim, choice);
            things.votes.push((by, claim, vote));
        }
        6 | 7 => vote_again(world, things, choice),
        8..=10 => {
            let mut said = turn(dialogue, &words);
            said.reply_to = turn_id.filter(|_| step % 2 == 0);
            things.turns.push(world.say(by, said));
        }
        11 => things.claims.push(world.claim(by, Some(dialogue), &words)),
        12 => revise(world, by, turn_id, &words),
        13 | 14 => mark(world, things, by, claim),
        15 => {
            let replaces = vec![];
            let profile = Profile {
                name: text(&words),
                about: text(""),
                replaces,
            };
            world.say(by, profile);
        }
        16 => perspective(world, things, by, &words),
        17 => {
            let all = [
                Some(claim),
                Some(dialogue),
                turn_id,
                things.perspectives.first().copied(),
            ];
            let target = world.chance.pick(&all).unwrap().unwrap_or(claim);
            moderate(world, things, target);
        }
        18 => take_back(world, things, by),
        19 => {
            let state = [State::Planned, State::Open, State::Closed][world.chance.below(3)];
            let reason = text(&words);
            world.say(
                by,
                DialogueState {
                    dialogue,
                    state,
                    reason,
                    replaces: vec![],
                },
            );
        }
        20 => {
            world.fork(
                by,
                vote(claim, choice, vec![]),
                vote(claim, Choice::Pass, vec![]),
            );
        }
        21 => things.dialogues.push(world.dialogue(by, &words)),
        22 => member_comes_or_goes(world, by, step),
        _ => device(world, by),
    }
}

fn vote_again(world: &mut World, things: &mut Things, choice: Choice) {
    if let Some((by, claim, before)) = world.chance.pick(&things.votes) {
        let again = world.say(by, vote(claim, choice, vec![before]));
        things.votes.push((by, claim, again));
    }
}

fn revise(world: &mut World, by: usize, turn: Option<OperationId>, words: &str) {
    if let Some(turn) = turn {
        let (long, quotes, replaces) = (None, vec![], vec![]);
        world.say(
            by,
            TurnRevise {
                turn,
                text: text(words),
                long,
                quotes,
                replaces,
            },
        );
    }
}

fn mark(world: &mut World, things: &mut Things, by: usize, claim: OperationId) {
    let targets: Vec<OperationId> = things
        .moves
        .iter()
        .chain(&things.turns)
        .copied()
        .chain([claim])
        .collect();
    let target = world.chance.pick(&targets).unwrap();
    let said = Move {
        kind: [1, 8, 19, 20][world.chance.below(4)],
        target: Target {
            id: target,
            passage: None,
        },
        perspective: None,
        voice: Voice::Oneself,
        found_in: None,
        reason: Some(text("Why?")),
        object: None,
        condition: None,
        from: None,
        to: None,
    };
    let id = world.say(by, said);
    if world.chance.below(3) == 0 {
        world.say(
            by,
            Dispute {
                target: id,
                reason: text("No."),
            },
        );
        let answer = target;
        world.say(
            by,
            Accept {
                question: id,
                answer,
                words: text(""),
            },
        );
    }
    things.moves.push(id);
}

fn perspective(world: &mut World, things: &mut Things, by: usize, words: &str) {
    let (name, short, summary) = (text(words), text(""), text(""));
    if let Some(perspective) = world.chance.pick(&things.perspectives) {
        let (sources, replaces) = (vec![], vec![]);
        let revise = PerspectiveRevise {
            perspective,
            name,
            short,
            summary,
            sources,
            replaces,
        };
        world.say(by, revise);
        let claim = things.claims[0];
        let (held, voice) = (Held::Holds, Voice::Within);
        let (reason, replaces) = (text(""), vec![]);
        world.say(
            by,
            ClaimHeld {
                claim,
                perspective,
                held,
                voice,
                reason,
                replaces,
            },
        );
    } else {
        let sources = vec![];
        let said = Perspective {
            name,
            short,
            summary,
            sources,
            brought_in: None,
        };
        things.perspectives.push(world.say(by, said));
    }
}

fn moderate(world: &mut World, things: &mut Things, target: OperationId) {
    let note = world.say(
        0,
        Note {
            text: text("A reason."),
        },
    );
    let words = Some(note);
    match world.chance.below(3) {
        0 => {
            let erase = ModeratorErase {
                targets: vec![target],
                words,
                dialogue: world.chance.pick(&things.dialogues),
            };
            world.say(0, erase);
        }
        1 => things.hides.push(world.say(
            0,
            Hide {
                targets: vec![target],
                words,
                dialogue: None,
            },
        )),
        _ => {
            if let Some(hide) = things.hides.pop() {
                world.say(
                    0,
                    Restore {
                        hides: vec![hide],
                        words,
                        dialogue: None,
                    },
                );
            }
        }
    }
}

fn take_back(world: &mut World, things: &mut Things, by: usize) {
    let votes: Vec<OperationId> = things.votes.iter().map(|(_, _, vote)| *vote).collect();
    let all: Vec<OperationId> = votes
        .into_iter()
        .chain(things.turns.iter().copied())
        .chain(things.dialogues.iter().copied())
        .chain(things.claims.iter().copied())
        .chain(things.perspectives.iter().copied())
        .collect();
    let Some(target) = world.chance.pick(&all) else {
        return;
    };
    if world.chance.below(2) == 0 {
        let erase = Erase {
            targets: vec![target],
            words: None,
            dialogue: world.chance.pick(&things.dialogues),
        };
        world.say(by, erase);
    } else {
        world.say(
            by,
            Withdraw {
                target,
                reason: text("Not any more."),
            },
        );
    }
}

fn member_comes_or_goes(world: &mut World, by: usize, step: usize) {
    match step % 3 {
        0 => {
            let heads = world.people[by].heads.clone();
            if !heads.is_empty() {
                let note = world.say(0, Note { text: text("Why.") });
                let (person, words) = (world.key(by), Some(note));
                world.say(
                    0,
                    Removal {
                        person,
                        accepts: heads,
                        words,
                    },
                );
            }
        }
        1 => {
            world.say(by, Leave { words: None });
        }
        _ => {
            world.admit();
        }
    }
}

/// A device signs a vote as its person, from the person's heads.
fn device(world: &mut World, by: usize) {
    let stranger = world.stranger();
    let device = world.key(stranger);
    let parts: &[&[u8]] = &[&world.commons().0, &world.key(by).0];
    let proof = Proof(sign(&world.people[stranger].signing, DEVICE_DOMAIN, parts));
    let (kind, scope) = (DeviceKind::Own, Scope::All);
    world.say(
        by,
        DeviceAdd {
            device,
            kind,
            scope,
            end: None,
            proof,
            words: None,
        },
    );
    let heads = world.people[by].heads.clone();
    let counter = world.people[by].counter + 1;
    let dialogue = world
        .said
        .iter()
        .find(|it| it.header().kind == 520)
        .unwrap()
        .id();
    let said = world.sign_from(
        stranger,
        &heads,
        counter,
        turn(dialogue, "From my other machine."),
    );
    world.people[by].heads = vec![said.id()];
    world.people[by].counter = counter;
    world.said.push(said);
}

pub(crate) fn deliver(store: &Store, operations: &[Operation], chance: &mut Chance) {
    let mut rest = operations;
    while !rest.is_empty() {
        let (batch, later) = rest.split_at((1 + chance.below(40)).min(rest.len()));
        store.append(batch, 1).unwrap();
        rest = later;
    }
}

#[test]
fn any_order_and_any_duplication_show_the_same() {
    for seed in 0..12 {
        let world = lively(seed, 160);
        let home = Home::new();
        let in_order = world.store(&home);
        let mut chance = Chance(seed + 1_000);
        for round in 0..3 {
            let mut shuffled = world.said.clone();
            let doubles: Vec<Operation> = (0..30)
                .filter_map(|_| shuffled.get(chance.below(shuffled.len())).cloned())
                .collect();
            shuffled.extend(doubles);
            chance.shuffle(&mut shuffled);
            let store = home.create(&world.founding);
            deliver(&store, &shuffled, &mut chance);
            assert_same(&in_order, &store, &format!("seed {seed}, round {round}"));
        }
    }
}

#[test]
fn bodies_that_come_later_show_the_same() {
    for seed in 20..26 {
        let world = lively(seed, 120);
        let home = Home::new();
        let in_order = world.store(&home);
        let mut chance = Chance(seed);
        let mut parts: Vec<Operation> = Vec::new();
        for operation in &world.said {
            parts.push(operation.clone());
            parts.push(operation.clone().without_body());
        }
        chance.shuffle(&mut parts);
        let store = home.create(&world.founding);
        deliver(&store, &parts, &mut chance);
        assert_same(&in_order, &store, &format!("seed {seed}"));
    }
}

#[test]
fn what_follows_equals_what_is_folded_from_nothing() {
    for seed in 40..46 {
        let mut world = lively(seed, 160);
        let home = Home::new();
        let mut shuffled = world.said.clone();
        world.chance.shuffle(&mut shuffled);
        let store = home.create(&world.founding);
        deliver(&store, &shuffled, &mut Chance(seed));
        let before = crate::world::dump(store.path());
        let report = store.verify().unwrap();
        assert!(report.is_whole(), "seed {seed}: {report:?}");
        store.rebuild().unwrap();
        let after = crate::world::dump(store.path());
        let lost: Vec<_> = before.difference(&after).take(5).collect();
        assert!(before == after, "seed {seed}: {lost:#?}");
    }
}

#[test]
fn a_store_opened_again_shows_the_same_and_goes_on() {
    let world = lively(60, 120);
    let home = Home::new();
    let whole = world.store(&home);
    let store = home.create(&world.founding);
    let path = store.path().to_owned();
    drop(store);
    for batch in world.said.chunks(17) {
        Store::open(&path).unwrap().append(batch, 1).unwrap();
    }
    assert_same(
        &whole,
        &Store::open(&path).unwrap(),
        "opened again for each batch",
    );
}

/// What sifting keeps from one version to the next shows what reading everything again would.
#[test]
fn sifting_what_came_since_equals_sifting_everything() {
    for seed in 70..82 {
        let mut world = lively(seed, 220);
        let home = Home::new();
        let mut arriving = world.said.clone();
        if seed % 2 == 0 {
            world.chance.shuffle(&mut arriving);
        }
        let store = home.create(&world.founding);
        for (at, operation) in arriving.iter().enumerate() {
            store.append(std::slice::from_ref(operation), 1).unwrap();
            let reader = store.reader().unwrap();
            let (kept, anew) = (reader.sift().unwrap(), reader.sift_anew().unwrap());
            assert_eq!(*kept, anew, "seed {seed}, operation {at}");
        }
    }
}

/// Or else the law above would hold of a store that keeps nothing.
#[test]
fn a_vote_leaves_the_tables_of_sifting_as_they_are_and_a_move_is_put_to_them() {
    let mut world = World::new(90, 2);
    let claim = world.claim(1, None, "It is.");
    let home = Home::new();
    let store = world.store(&home);
    let before = store.reader().unwrap().sift().unwrap();
    let voted = world.vote(1, claim, Choice::Agree);
    let vote = world.said.iter().find(|it| it.id() == voted).unwrap();
    store.append(std::slice::from_ref(vote), 1).unwrap();
    let after = store.reader().unwrap().sift().unwrap();
    assert!(std::sync::Arc::ptr_eq(&before, &after));
    let about = agreement_with(claim);
    let marked = world.say(2, about);
    let made = world.said.iter().find(|it| it.id() == marked).unwrap();
    store.append(std::slice::from_ref(made), 1).unwrap();
    assert_eq!(store.reader().unwrap().sift().unwrap().moves(), 1);
}

fn agreement_with(id: OperationId) -> Move {
    Move {
        kind: polylogue_core::move_kind::MoveKind::Agrees.number(),
        target: Target { id, passage: None },
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
fn operations_of_another_commons_are_not_stored() {
    let (world, other) = (World::new(1, 1), World::new(2, 1));
    let home = Home::new();
    let store = world.store(&home);
    let before = store.reader().unwrap().counts().unwrap();
    let appended = store.append(&other.said, 1).unwrap();
    assert_eq!(appended.refused, u64::try_from(other.said.len()).unwrap());
    assert_eq!(store.reader().unwrap().counts().unwrap(), before);
}
