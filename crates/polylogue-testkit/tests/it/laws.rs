//! Laws under a seed: whatever people do, every order and every duplication of delivery gives the
//! same verdicts and the same tables, and folding from nothing gives what following gave.
//! `SEED=n` runs one seed, `SEEDS=n` that many.

use std::collections::BTreeSet;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{
    Admission, Admit, Choice, DialogueState, Document, Ended, Erase, Hide, InvitationClose, Kind,
    Leave, Line, LineStruck, LineText, Move, OfficeKind, Power, Removal, Restore, Scope, State,
    Struck, Target, TurnRevise, Voice, Vouch, Withdraw,
};
use polylogue_core::text::Text;
use polylogue_core::verdict::Verdict;
use polylogue_store::Reader;
use polylogue_testkit::world::{
    DAY, Delivery, Knowing, OpenInvitation, Seeded, TestStore, World, key, law, office,
};

const PEOPLE: [&str; 6] = ["ana", "ben", "cleo", "dina", "eli", "fay"];

/// A commons in which people do whatever a seed says, with clocks and knowledge that lag.
struct Script {
    world: World,
    random: Seeded,
    invitations: Vec<(&'static str, OpenInvitation)>,
    joined: Vec<(OperationId, OperationId)>,
    dialogues: Vec<OperationId>,
    turns: Vec<(&'static str, OperationId)>,
    claims: Vec<OperationId>,
    votes: Vec<(&'static str, OperationId, OperationId)>,
    acts: Vec<OperationId>,
    hides: Vec<OperationId>,
    /// A document with a line or a wording of one.
    lines: Vec<(OperationId, OperationId)>,
}

impl Script {
    fn new(seed: u64) -> Self {
        let mut random = Seeded(seed);
        let admissions = [Admission::Invitation, Admission::Open, Admission::Vouching];
        let world = World::founded_by("ana", admissions[random.below(3)]);
        let acts = vec![world.act];
        Self {
            world,
            random,
            invitations: vec![],
            joined: vec![],
            dialogues: vec![],
            turns: vec![],
            claims: vec![],
            votes: vec![],
            acts,
            hides: vec![],
            lines: vec![],
        }
    }

    fn somebody(&mut self) -> &'static str {
        PEOPLE[self.random.below(PEOPLE.len())]
    }

    fn one_of<T: Clone>(&mut self, list: &[T]) -> Option<T> {
        (!list.is_empty()).then(|| list[self.random.below(list.len())].clone())
    }

    /// Sometimes somebody writes from an older copy, under an older law, or at a wrong time.
    fn knowing(&mut self, name: &'static str) -> Knowing {
        let mut knowing = Knowing::default();
        if self.random.below(6) == 0 {
            let own = |it: &&polylogue_core::operation::Operation| it.header().key == key(name);
            let earlier: Vec<OperationId> = self
                .world
                .operations
                .iter()
                .filter(own)
                .map(|it| it.id())
                .collect();
            knowing.previous = self.one_of(&earlier).map(|id| vec![id]);
        }
        if self.random.below(5) == 0 {
            let acts = self.acts.clone();
            knowing.act = self.one_of(&acts);
        }
        knowing
    }

    fn step(&mut self) {
        let shift = i64::try_from(self.random.below(40)).expect("small") - 8;
        self.world.time = self.world.time.saturating_add_signed(shift * 3600);
        let name = self.somebody();
        match self.random.below(20) {
            0 => {
                let id = self.world.dialogue(name, "A place");
                self.dialogues.push(id);
            }
            1 | 2 => self.turn(name),
            3 => {
                let id = self.world.claim(name, "It holds.");
                self.claims.push(id);
            }
            4..=6 => self.vote(name),
            7 => self.membership(name),
            8 => self.moderate(name),
            9 => self.law(name),
            10 => self.own(name),
            11 => self.mark(name),
            12 => self.newer(name),
            13 => self.write_together(name),
            14 => self.narrow(name),
            15 => self.hold_to_a_dialogue(name),
            _ => self.arrive(name),
        }
    }

    fn turn(&mut self, name: &'static str) {
        let dialogues = self.dialogues.clone();
        let Some(dialogue) = self.one_of(&dialogues) else {
            return;
        };
        let knowing = self.knowing(name);
        let id = self
            .world
            .say_knowing(name, World::turn(dialogue, "Words."), knowing);
        self.turns.push((name, id));
        if self.random.below(4) == 0 {
            let state = [State::Open, State::Closed, State::Planned][self.random.below(3)];
            let reason = Text::new("", "en");
            self.world.say(
                name,
                DialogueState {
                    dialogue,
                    state,
                    reason,
                    replaces: vec![],
                },
            );
        }
    }

    fn vote(&mut self, name: &'static str) {
        let claims = self.claims.clone();
        let Some(claim) = self.one_of(&claims) else {
            return;
        };
        let choice = [Choice::Agree, Choice::Disagree, Choice::Pass][self.random.below(3)];
        let mine = self
            .votes
            .iter()
            .rev()
            .find(|it| it.0 == name && it.1 == claim);
        let replaces: Vec<OperationId> = mine.map(|it| it.2).into_iter().collect();
        let knowing = self.knowing(name);
        let id = self
            .world
            .say_knowing(name, World::vote(claim, choice, &replaces), knowing);
        self.votes.push((name, claim, id));
    }

    fn arrive(&mut self, name: &'static str) {
        let open = self.invitations.clone();
        match self.random.below(4) {
            0 => drop(self.world.knock(name)),
            1 | 2 if !open.is_empty() => {
                let (_, invitation) = self.one_of(&open).expect("not empty");
                let joined = self.world.join(name, &invitation);
                self.joined.push((invitation.id, joined));
            }
            _ => {
                let invitation = self.world.invite(name, 30);
                self.invitations.push((name, invitation));
            }
        }
    }

    fn membership(&mut self, name: &'static str) {
        let whom = key(self.somebody());
        match self.random.below(4) {
            0 => {
                let vouch = Vouch {
                    person: whom,
                    scope: Scope::All,
                    heads: vec![],
                };
                self.world.say(name, vouch);
            }
            1 => {
                let names = self.hides.clone();
                let mut names: Vec<OperationId> = self.one_of(&names).into_iter().collect();
                names.sort_unstable();
                self.world.say(
                    "ana",
                    Admit {
                        person: whom,
                        scope: Scope::All,
                        names,
                        words: None,
                    },
                );
            }
            2 => {
                let id = self.world.say(name, Leave { words: None });
                self.hides.push(id);
            }
            _ => {
                let invitations = self.invitations.clone();
                let Some((by, it)) = self.one_of(&invitations) else {
                    return;
                };
                let mut accepts: Vec<OperationId> = self
                    .joined
                    .iter()
                    .filter(|(id, _)| *id == it.id)
                    .map(|pair| pair.1)
                    .collect();
                accepts.truncate(1);
                self.world.say(
                    by,
                    InvitationClose {
                        invitation: it.id,
                        accepts,
                    },
                );
            }
        }
    }

    fn moderate(&mut self, name: &'static str) {
        let by = if self.random.below(3) == 0 {
            name
        } else {
            "ana"
        };
        let turns = self.turns.clone();
        let words = self.world.words(by, "A reason.");
        match (self.random.below(3), self.one_of(&turns)) {
            (0, Some((_, turn))) => {
                let id = self.world.say(
                    by,
                    Hide {
                        targets: vec![turn],
                        words,
                        dialogue: None,
                    },
                );
                if self.random.below(2) == 0 {
                    self.world.say(
                        by,
                        Restore {
                            hides: vec![id],
                            words,
                            dialogue: None,
                        },
                    );
                }
            }
            (1, _) => {
                let whom = self.somebody();
                let mut accepts = self.world.heads(whom);
                accepts.sort_unstable();
                if !accepts.is_empty() {
                    let removal = Removal {
                        person: key(whom),
                        accepts,
                        words,
                    };
                    let knowing = self.knowing(by);
                    let id = self.world.say_knowing(by, removal, knowing);
                    self.hides.push(id);
                }
            }
            _ => {}
        }
    }

    fn law(&mut self, name: &'static str) {
        if self.random.below(3) > 0 {
            return;
        }
        let mut next = law("ana", Admission::Invitation);
        next.charter = Text::new("Changed.", "en");
        let holder = key(name);
        let accepts = self.world.heads(name).into_iter().take(1).collect();
        let ended = vec![Ended {
            holder,
            power: Power::Membership,
            accepts,
        }];
        let ended = if self.random.below(2) == 0 {
            ended
        } else {
            vec![]
        };
        let acts = self.acts.clone();
        let tip = self.world.act;
        self.world.act = self.one_of(&acts).expect("the founding at least");
        let made = self.world.resolve("ana", next, ended);
        self.acts.push(made);
        self.world.act = if self.random.below(2) == 0 { made } else { tip };
    }

    /// A law that gives an office to somebody, for everything or for one dialogue, or takes it, or
    /// makes it shorter, or lets members vouch or not: fenced or not, and twice in the same words.
    fn narrow(&mut self, name: &'static str) {
        let admissions = [Admission::Invitation, Admission::Open, Admission::Vouching];
        let mut next = law("ana", admissions[self.random.below(3)]);
        if self.random.below(2) == 0 {
            let days = [30, 300][self.random.below(2)];
            let mut held = office(OfficeKind::Moderator, name, days);
            let dialogues = self.dialogues.clone();
            held.scope = self.one_of(&dialogues).filter(|_| days == 30);
            next.offices.push(held);
        }
        if self.random.below(6) == 0 {
            next.roll_end -= 3620 * DAY;
        }
        let acts = self.acts.clone();
        let tip = self.world.act;
        if self.random.below(3) == 0 {
            self.world.act = self.one_of(&acts).expect("the founding at least");
        }
        let parent = self.world.act;
        let ended = match self.random.below(5) {
            0 => vec![],
            _ => self.world.fences(&next),
        };
        let mut vouches: Vec<OperationId> = self.of_kind(Kind::Vouch);
        vouches.retain(|_| self.random.below(3) > 0);
        vouches.sort_unstable();
        let vouches = Some(vouches).filter(|_| self.random.below(5) > 0);
        for _ in 0..=self.random.below(2) {
            self.world.act = parent;
            let (next, ended) = (next.clone(), ended.clone());
            let made = self.world.resolve_with("ana", next, ended, vouches.clone());
            self.acts.push(made);
        }
        if self.random.below(3) == 0 {
            self.world.act = tip;
        }
    }

    fn of_kind(&self, kind: Kind) -> Vec<OperationId> {
        let said = self.world.operations.iter();
        let of_kind = said.filter(|it| it.header().kind == kind.number());
        of_kind
            .map(polylogue_core::operation::Operation::id)
            .collect()
    }

    /// A hide held to a dialogue of what stands there or elsewhere, or showing that again; or
    /// somebody who was removed comes again, by a door that may be closed meanwhile.
    fn hold_to_a_dialogue(&mut self, name: &'static str) {
        let (turns, dialogues) = (self.turns.clone(), self.dialogues.clone());
        let (Some((_, turn)), Some(dialogue)) = (self.one_of(&turns), self.one_of(&dialogues))
        else {
            return;
        };
        let words = self.world.words(name, "A reason.");
        let knowing = self.knowing(name);
        if self.random.below(3) > 0 {
            let hide = Hide {
                targets: vec![turn],
                words,
                dialogue: Some(dialogue),
            };
            self.world.say_knowing(name, hide, knowing);
        } else if let Some(hide) = {
            let hides = self.of_kind(Kind::Hide);
            self.one_of(&hides)
        } {
            let restore = Restore {
                hides: vec![hide],
                words,
                dialogue: Some(dialogue).filter(|_| name != "ana"),
            };
            self.world.say_knowing(name, restore, knowing);
        }
        let invitations = self.invitations.clone();
        if let Some((by, door)) = self.one_of(&invitations) {
            let close = InvitationClose {
                invitation: door.id,
                accepts: vec![],
            };
            let by = if self.random.below(2) == 0 { "ana" } else { by };
            self.world.say(by, close);
            let joined = self.world.join(name, &door);
            self.joined.push((door.id, joined));
        }
    }

    fn own(&mut self, name: &'static str) {
        let turns = self.turns.clone();
        let Some((author, turn)) = self.one_of(&turns) else {
            return;
        };
        let by = if self.random.below(4) == 0 {
            name
        } else {
            author
        };
        match self.random.below(3) {
            0 => drop(self.world.say(
                by,
                Erase {
                    targets: vec![turn],
                    words: None,
                    dialogue: None,
                },
            )),
            1 => {
                let reason = Text::new("", "en");
                self.world.say(
                    by,
                    Withdraw {
                        target: turn,
                        reason,
                    },
                );
            }
            _ => {
                let revised = TurnRevise {
                    turn,
                    text: Text::new("Other words.", "en"),
                    long: None,
                    quotes: vec![],
                    replaces: vec![],
                };
                let knowing = self.knowing(by);
                self.world.say_knowing(by, revised, knowing);
            }
        }
    }

    /// Something of a later version, in any layer; others may answer it.
    fn newer(&mut self, name: &'static str) {
        let kind = [150, 250, 350, 450, 700, 750, 800, 850, 900][self.random.below(9)];
        let id = self.world.say_of_kind(name, kind, b"\x81\x05");
        self.turns.push((name, id));
    }

    /// A line of a shared document, another wording of one, or whether it is struck.
    fn write_together(&mut self, name: &'static str) {
        let text = Text::new("Together.", "en");
        let lines = self.lines.clone();
        let Some((document, line)) = self.one_of(&lines) else {
            let document = Document {
                title: Text::new("A document", "en"),
                licence: String::new(),
            };
            let document = self.world.say(name, document);
            self.lines.push((document, document));
            return;
        };
        let id = if self.random.below(3) == 0 {
            self.world.say(
                name,
                Line {
                    document,
                    text,
                    traces: vec![],
                    place: ["c", "m", "t"][self.random.below(3)].to_owned(),
                },
            )
        } else {
            let mut replaces: Vec<OperationId> = lines.iter().map(|it| it.1).collect();
            replaces.retain(|_| self.random.below(3) == 0);
            replaces.sort_unstable();
            replaces.dedup();
            if self.random.below(3) == 0 {
                let struck = [Struck::Yes, Struck::Yes, Struck::No][self.random.below(3)];
                let strike = LineStruck {
                    line,
                    struck,
                    replaces,
                };
                let knowing = self.knowing(name);
                let id = self.world.say_knowing(name, strike, knowing);
                self.lines.push((document, id));
                return;
            }
            let wording = LineText {
                line,
                text,
                traces: vec![],
                replaces,
            };
            let knowing = self.knowing(name);
            self.world.say_knowing(name, wording, knowing)
        };
        self.lines.push((document, id));
    }

    fn mark(&mut self, name: &'static str) {
        let turns = self.turns.clone();
        let Some((_, turn)) = self.one_of(&turns) else {
            return;
        };
        let made = Move {
            kind: [1, 8, 11, 13, 20][self.random.below(5)],
            target: Target {
                id: turn,
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
        };
        self.world.say(name, made);
    }
}

fn seeds() -> Vec<u64> {
    let number = |name: &str| {
        std::env::var(name)
            .ok()
            .and_then(|it| it.parse::<u64>().ok())
    };
    match number("SEED") {
        Some(seed) => vec![seed],
        None => (1..=number("SEEDS").unwrap_or(24)).collect(),
    }
}

fn script(seed: u64, steps: usize) -> World {
    script_with_pin(seed, steps).0
}

/// What a seed says, and the resolution that peers have pinned, if they have.
fn script_with_pin(seed: u64, steps: usize) -> (World, Option<OperationId>) {
    let mut script = Script::new(seed);
    for _ in 0..steps {
        script.step();
    }
    script.world.time += 30 * DAY;
    let acts = script.acts.clone();
    let pin = script.one_of(&acts).filter(|_| seed.is_multiple_of(3));
    (script.world, pin)
}

#[test]
fn any_order_and_any_duplication_gives_the_same_commons() {
    for seed in seeds() {
        let broke = |steps: usize| {
            let verdicts = || {
                let (world, pin) = script_with_pin(seed, steps);
                drop(world.verdicts_by(Delivery::Direct, pin));
            };
            std::panic::catch_unwind(verdicts).is_err()
        };
        let steps = 60;
        if broke(steps) {
            let fewest = (1..=steps).find(|fewer| broke(*fewer)).unwrap_or(steps);
            let world = script(seed, fewest);
            let said: Vec<String> = world
                .operations
                .iter()
                .map(|it| {
                    format!(
                        "{} {} {}",
                        it.id().short(),
                        it.header().key.short(),
                        it.header().kind
                    )
                })
                .collect();
            panic!(
                "SEED={seed}: {fewest} steps are enough:\n{}",
                said.join("\n")
            );
        }
    }
}

/// The same people, each with a peer of their own, and the product's sessions between them.
#[test]
fn replicating_gives_the_same_commons() {
    let seeds = seeds();
    for seed in seeds.iter().take(8.max(seeds.len() / 8)) {
        let (world, pin) = script_with_pin(*seed, 60);
        let broke = std::panic::catch_unwind(|| drop(world.verdicts_by(Delivery::Session, pin)));
        assert!(broke.is_ok(), "SEED={seed}");
    }
}

#[test]
fn following_equals_folding_from_nothing() {
    for seed in seeds() {
        let world = script(seed, 60);
        let kept = world.store();
        let before = kept.dump();
        kept.store.rebuild().expect("a working disk");
        assert_eq!(before, kept.dump(), "SEED={seed}");
        let report = kept.store.verify().expect("a working disk");
        assert!(report.is_whole(), "SEED={seed}: {report:?}");
    }
}

/// Everything before some heads of one person's log, the heads included.
fn past(world: &World, heads: &[OperationId]) -> BTreeSet<OperationId> {
    let mut past = BTreeSet::new();
    let mut due = heads.to_vec();
    while let Some(id) = due.pop() {
        let found = world.operations.iter().find(|it| it.id() == id);
        if let (true, Some(operation)) = (past.insert(id), found) {
            due.extend(&operation.header().previous);
        }
    }
    past
}

/// Whether somebody's admission leads back to another by who let whom in.
fn stems_from(reader: &Reader, author: Key, whom: Key) -> bool {
    let mut person = author;
    for _ in 0..=PEOPLE.len() {
        let row = reader.person(person).expect("a working disk");
        match row.and_then(|it| it.admission).and_then(|it| it.by) {
            Some(by) if by.key == whom => return true,
            Some(by) => person = by.key,
            None => return false,
        }
    }
    false
}

/// A removal that comes after everything else takes what is outside it of one person, and the
/// standing of those who came in from there; nothing of anybody else.
#[test]
fn a_fence_that_arrives_late_touches_one_person_and_whom_they_let_in() {
    let mut removals = 0;
    for seed in seeds() {
        let mut world = script(seed, 60);
        let mut random = Seeded(seed);
        let whom = PEOPLE[1 + random.below(PEOPLE.len() - 1)];
        let said = world.said_by(whom);
        if said.is_empty() {
            continue;
        }
        let accepts = vec![said[random.below(said.len())].id()];
        let store = world.store();
        let verdict_of = |store: &TestStore, id| {
            let row = store.store.reader().and_then(|it| it.operation(id));
            row.expect("a working disk").expect("here").verdict
        };
        let ids: Vec<(OperationId, Key)> = world
            .operations
            .iter()
            .map(|it| (it.id(), it.header().key))
            .collect();
        let before: Vec<Verdict> = ids.iter().map(|it| verdict_of(&store, it.0)).collect();
        let reader = store.store.reader().expect("a working disk");
        let kept = past(&world, &accepts);
        let words = world.words("ana", "A reason.");
        let removal = Removal {
            person: key(whom),
            accepts,
            words,
        };
        let removal = world.say("ana", removal);
        let late = &world.operations[ids.len()..];
        store.store.append(late, world.time).expect("a disk");
        assert_eq!(store.dump(), world.store().dump(), "SEED={seed}");
        removals += u32::from(verdict_of(&store, removal) == Verdict::Accepted);
        for ((id, author), before) in ids.iter().zip(before) {
            let now = verdict_of(&store, *id);
            let is_theirs = *author == key(whom);
            if now != before && is_theirs {
                assert!(!kept.contains(id), "SEED={seed} {id}: {before:?} {now:?}");
            } else if now != before {
                let stems = stems_from(&reader, *author, key(whom));
                assert!(stems, "SEED={seed} {id}: {before:?} {now:?}");
            }
        }
    }
    assert!(removals > 0, "no removal counted: nothing was tried");
}
