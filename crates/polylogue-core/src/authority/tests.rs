//! What judging costs, in steps: whatever one member signs, four times as much of it costs about
//! four times as much, for everybody.

use std::collections::BTreeMap;

use super::*;
use crate::header::Draft;
use crate::id::Hash;
use crate::kind::{
    DeviceAdd, Founding, Handover, Invitation, InvitationClose, Invited, Join, Leave, Resolution,
    RowsOfPeople, Template, Vouch,
};
use crate::signature::SigningKey;
use crate::text::Text;

const COMMONS: [u8; 32] = [42; 32];

fn signer(name: &str) -> SigningKey {
    SigningKey::from(Hash::of(name.as_bytes()).0)
}

fn first_law() -> Law {
    Law {
        charter: Text::new("Be fair.", "en"),
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission: Admission::Vouching,
        roll: vec![Key::of(&signer("ana"))],
        threshold: 1,
        roll_end: 1 << 40,
        offices: vec![],
        read_secret: Hash([5; 32]),
        erase_delay_days: 7,
        quota: 1_000_000,
        rows: RowsOfPeople::StayHere,
    }
}

/// Acts of one commons, each person's one after the other.
struct Making {
    commons: OperationId,
    founding: Act,
    acts: BTreeMap<OperationId, Act>,
    logs: BTreeMap<Key, Vec<LogEntry>>,
    counters: BTreeMap<Key, (u64, Option<OperationId>)>,
}

impl Making {
    fn new() -> Self {
        let founding = Founding {
            rules: 1,
            title: Text::new("A test", "en"),
            question: Text::new("What does it cost?", "en"),
            template: Template::Blank,
            law: first_law(),
        };
        let draft = Draft {
            commons: OperationId(COMMONS),
            standing: None,
            act: None,
            previous: vec![],
            counter: 1,
            time: 1,
        };
        let ana = signer("ana");
        let founding = Operation::sign(&draft, &founding.into(), [0; 16], &ana).expect("signed");
        let id = founding.id();
        let act = Act::of(&founding).expect("an act");
        let entry = LogEntry {
            id,
            previous: vec![],
        };
        Self {
            commons: id,
            acts: BTreeMap::from([(id, act.clone())]),
            founding: act,
            logs: BTreeMap::from([(Key::of(&ana), vec![entry])]),
            counters: BTreeMap::from([(Key::of(&ana), (1, Some(id)))]),
        }
    }

    fn say(&mut self, key: &SigningKey, body: impl Into<Body>) -> OperationId {
        let public = Key::of(key);
        let (counter, head) = self.counters.get(&public).copied().unwrap_or_default();
        let draft = Draft {
            commons: self.commons,
            standing: None,
            act: Some(self.commons),
            previous: head.into_iter().collect(),
            counter: counter + 1,
            time: 2 + counter,
        };
        let mut salt = [0; 16];
        salt[..8].copy_from_slice(&u64::try_from(self.acts.len()).expect("small").to_be_bytes());
        let operation = Operation::sign(&draft, &body.into(), salt, key).expect("signed");
        let id = operation.id();
        self.counters.insert(public, (counter + 1, Some(id)));
        self.logs.entry(public).or_default().push(LogEntry {
            id,
            previous: draft.previous,
        });
        self.acts.insert(id, Act::of(&operation).expect("an act"));
        id
    }

    fn judged(&self) -> (Box<Authority>, u64) {
        let mut logs: BTreeMap<Key, Vec<LogEntry>> = BTreeMap::new();
        loop {
            let input = Input {
                founding: &self.founding,
                acts: &self.acts,
                pin: None,
                logs: &logs,
            };
            match compute_counting(&input) {
                (Computed::Ready(authority), steps) => return (authority, steps),
                (Computed::Needs(keys), _) => {
                    for key in keys {
                        let log = self.logs.get(&key).cloned().unwrap_or_default();
                        logs.insert(key, log);
                    }
                }
            }
        }
    }
}

/// Steps for so many and for four times as many of something, and their ratio.
fn check_grows_evenly(what: &str, make: impl Fn(&mut Making, usize)) {
    let [few, many] = [250, 1_000].map(|count| {
        let mut making = Making::new();
        make(&mut making, count);
        let began = std::time::Instant::now();
        let steps = making.judged().1;
        println!("{what}: {count} cost {steps} steps, {:?}", began.elapsed());
        steps
    });
    assert!(many < 5 * few, "{what}: {few} steps, then {many}");
    assert!(many >= 1_000, "{what}: {many} steps count nothing");
}

fn resolution(parent: OperationId, charter: &str) -> Resolution {
    let mut law = first_law();
    law.charter = Text::new(charter, "en");
    Resolution {
        rules: 1,
        parent,
        law,
        ended: vec![],
        words: None,
        vouches: None,
    }
}

#[test]
fn resolutions_one_after_another_on_nothing_that_is_here_cost_evenly() {
    check_grows_evenly("resolutions on an unknown parent", |making, count| {
        let mut parent = OperationId([9; 32]);
        for _ in 0..count {
            parent = making.say(&signer("ben"), resolution(parent, "Mine."));
            let assent = crate::kind::Assent { resolution: parent };
            making.say(&signer("ben"), assent);
        }
    });
}

#[test]
fn resolutions_one_after_another_on_the_founding_cost_evenly() {
    check_grows_evenly("a chain of resolutions", |making, count| {
        let mut parent = making.commons;
        for _ in 0..count {
            parent = making.say(&signer("ana"), resolution(parent, "Again."));
        }
    });
    check_grows_evenly("resolutions that no keeper signed", |making, count| {
        let mut parent = making.commons;
        for _ in 0..count {
            parent = making.say(&signer("ben"), resolution(parent, "Again."));
        }
    });
}

#[test]
fn resolutions_beside_each_other_cost_evenly() {
    check_grows_evenly("resolutions after the same law", |making, count| {
        let parent = making.commons;
        for number in 0..count {
            making.say(
                &signer("ana"),
                resolution(parent, &format!("Law {number}.")),
            );
        }
    });
}

#[test]
fn vouches_for_one_person_cost_evenly() {
    check_grows_evenly("vouches for one person who vouches", |making, count| {
        let ben = signer("ben");
        for number in 0..count {
            let vouch = |key: &SigningKey| Vouch {
                person: Key::of(key),
                scope: Scope::All,
                heads: vec![],
            };
            making.say(&signer("ana"), vouch(&ben));
            let guest = signer(&format!("guest {number}"));
            making.say(&ben, vouch(&guest));
        }
    });
}

#[test]
fn leaving_over_and_over_costs_evenly() {
    check_grows_evenly("leavings of one person", |making, count| {
        let ben = signer("ben");
        for _ in 0..count {
            making.say(&ben, Leave { words: None });
        }
    });
}

#[test]
fn moving_on_and_on_costs_evenly_and_stops() {
    let moved = |making: &mut Making, count: usize| {
        for number in 0..count {
            let [old, new] = [number, number + 1].map(|it| signer(&format!("root {it}")));
            let parts: &[&[u8]] = &[&making.commons.0, &Key::of(&new).0];
            let proof = Proof(signature::sign(&old, HANDOVER_DOMAIN, parts));
            let handover = Handover {
                old: Key::of(&old),
                accepts: vec![],
                proof,
            };
            making.say(&new, handover);
        }
    };
    check_grows_evenly("handovers in a line", moved);
    let mut making = Making::new();
    moved(&mut making, 100);
    let (authority, _) = making.judged();
    let first = Key::of(&signer("root 0"));
    let person = |number: usize| authority.person_of(&Key::of(&signer(&format!("root {number}"))));
    assert_eq!(person(crate::limits::HANDOVERS_MAX), first);
    assert_ne!(person(crate::limits::HANDOVERS_MAX + 1), first);
}

#[test]
fn a_root_has_so_many_devices_and_no_more() {
    let mut making = Making::new();
    let ana = signer("ana");
    let added: Vec<OperationId> = (0..100)
        .map(|number| {
            let device = signer(&format!("device {number}"));
            let parts: &[&[u8]] = &[&making.commons.0, &Key::of(&ana).0];
            let add = DeviceAdd {
                device: Key::of(&device),
                kind: DeviceKind::Own,
                scope: Scope::All,
                end: None,
                proof: Proof(signature::sign(&device, DEVICE_DOMAIN, parts)),
                words: None,
            };
            making.say(&ana, add)
        })
        .collect();
    let (authority, _) = making.judged();
    let counted = added
        .iter()
        .filter(|id| authority.act_verdict(id) == Some(Verdict::Accepted));
    assert_eq!(counted.count(), crate::limits::DEVICES_MAX);
}

/// What somebody says whose membership or office ended bears on no other verdict, unless a fence
/// named it before it was here.
#[test]
fn only_what_a_fence_named_and_missed_is_waited_for() {
    let mut making = Making::new();
    let ben = signer("ben");
    making.say(&ben, Leave { words: None });
    let head = making.counters[&Key::of(&ben)].1.expect("said");
    let missing = OperationId([8; 32]);
    making.logs.get_mut(&Key::of(&ben)).expect("a log")[0]
        .previous
        .push(missing);
    let (authority, _) = making.judged();
    assert!(authority.is_missed(&missing));
    assert!(!authority.is_missed(&head));
    assert!(!authority.is_missed(&OperationId([7; 32])));
}

/// Joining is the act that comes in thousands: its cost grows with the people and no faster.
#[test]
fn joinings_cost_evenly() {
    check_grows_evenly("joinings", |making, count| {
        for number in 0..count {
            let join = Join {
                invited: None,
                root: DeviceKind::Own,
                helper: None,
            };
            making.say(&signer(&format!("guest {number}")), join);
        }
    });
}

const GUESTS: usize = 5;

/// A number below `end`, from the state of a generator.
fn draw(state: &mut u64, end: usize) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).expect("31 bits") % end
}

/// One act of somebody, whatever it is worth.
fn anything(making: &mut Making, offered: &mut Vec<(OperationId, SigningKey)>, state: &mut u64) {
    let named = |state: &mut u64| match draw(state, GUESTS + 1) {
        0 => "ana".to_owned(),
        number => format!("guest {number}"),
    };
    let (author, other) = (signer(&named(state)), Key::of(&signer(&named(state))));
    match draw(state, 12) {
        0 | 1 => {
            let door = signer(&format!("door {}", offered.len()));
            let invitation = Invitation {
                key: Key::of(&door),
                end: 3 + u64::try_from(draw(state, 9)).expect("small"),
                scope: [Scope::All, Scope::Vote][draw(state, 2)],
            };
            offered.push((making.say(&author, invitation), door));
        }
        2 => {
            let vouch = Vouch {
                person: other,
                scope: Scope::All,
                heads: vec![],
            };
            making.say(&author, vouch);
        }
        3 => {
            making.say(&author, Leave { words: None });
        }
        4 => {
            if let Some((invitation, _)) = offered.last() {
                let close = InvitationClose {
                    invitation: *invitation,
                    accepts: vec![],
                };
                making.say(&author, close);
            }
        }
        _ if offered.is_empty() => {}
        _ => {
            let (invitation, door) = &offered[draw(state, offered.len())];
            let root = Key::of(&author);
            let parts: &[&[u8]] = &[&making.commons.0, &invitation.0, &root.0];
            let join = Join {
                invited: Some(Invited {
                    invitation: *invitation,
                    key: Key::of(door),
                    proof: Proof(signature::sign(door, INVITATION_DOMAIN, parts)),
                }),
                root: DeviceKind::Own,
                helper: None,
            };
            making.say(&author, join);
        }
    }
}

#[test]
fn a_joining_judged_alone_gives_what_judging_everything_gives() {
    let mut alone = 0;
    for seed in 0..500_u64 {
        let (mut making, mut offered, mut state) = (Making::new(), Vec::new(), seed);
        for _ in 0..25 {
            let (before, known) = (making.judged().0, making.acts.clone());
            anything(&mut making, &mut offered, &mut state);
            let mut new = making
                .acts
                .values()
                .filter(|it| !known.contains_key(&it.id));
            let Some(act) = new.next() else { continue };
            let Ok(Body::Join(join)) = &act.body else {
                continue;
            };
            let invited = join.invited.as_ref().expect("all of them are");
            let mut later = before.clone();
            if later.join(&[(act, &making.acts[&invited.invitation])]) {
                alone += 1;
                assert_eq!(later, making.judged().0, "seed {seed}");
            } else {
                assert_eq!(later, before, "seed {seed}: it changed nothing");
            }
        }
    }
    assert!(alone > 100, "only {alone} were judged alone");
}
