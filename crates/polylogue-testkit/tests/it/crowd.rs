//! Attacks by numbers: a crowd that joins in one evening, votes on what is withheld, a flood of
//! strangers. `POLYLOGUE_SLOW=1` also lets five thousand come one by one.

use std::time::{Duration, Instant};

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, Choice};
use polylogue_core::limits::HEADER_BYTES_MAX;
use polylogue_core::operation::Operation;
use polylogue_core::verdict::Verdict;
use polylogue_store::query::Page;
use polylogue_store::{PORCH_INTRODUCER_MAX, PORCH_MAX};
use polylogue_testkit::meeting::{Peer, Rest, meet};
use polylogue_testkit::world::{TestStore, World};

fn is_slow() -> bool {
    std::env::var("POLYLOGUE_SLOW").is_ok_and(|it| it == "1")
}

/// Names live as long as the test does.
fn names(stem: &str, count: usize) -> Vec<&'static str> {
    (0..count)
        .map(|number| &*format!("{stem} {number}").leak())
        .collect()
}

/// A commons that so many people join through three hubs, each under a name of their own and with
/// one vote; the claim they vote on.
fn evening(people: usize) -> (World, OperationId, Vec<&'static str>) {
    let mut world = World::founded_by("ana", Admission::Invitation);
    let hubs = ["hub 1", "hub 2", "hub 3"];
    let doors = hubs.map(|hub| {
        world.welcome("ana", hub);
        world.invite(hub, 30)
    });
    let claim = world.claim("ana", "Many can decide.");
    let crowd = names("guest", people);
    for (number, name) in crowd.iter().enumerate() {
        world.time += 3;
        world.join(name, &doors[number % doors.len()]);
        world.say(name, World::profile(name));
        world.say(name, World::vote(claim, Choice::Agree, &[]));
    }
    (world, claim, crowd)
}

fn longest_header(operations: &[Operation]) -> usize {
    let lengths = operations.iter().map(|it| it.header_bytes().len());
    lengths.max().expect("at least the founding")
}

/// The shortest time that one more vote takes, of several.
fn one_vote(world: &mut World, store: &TestStore, claim: OperationId, by: &[&'static str]) -> f64 {
    let mut shortest = Duration::MAX;
    for name in by.iter().take(30) {
        world.say(name, World::vote(claim, Choice::Pass, &[]));
        let vote = world.operations.last().expect("just said").clone();
        let began = Instant::now();
        let appended = store.store.append(std::slice::from_ref(&vote), world.time);
        shortest = shortest.min(began.elapsed());
        assert_eq!(appended.expect("a disk").new, [vote.id()]);
    }
    shortest.as_secs_f64() * 1e6
}

/// The shortest time that one more joining takes, of several.
fn one_joining(world: &mut World, store: &TestStore) -> Duration {
    let door = world.invite("hub 2", 30);
    let invitation = world.operations.last().expect("just said").clone();
    let appended = store.store.append(&[invitation], world.time);
    appended.expect("a disk");
    let mut shortest = Duration::MAX;
    for name in names("late guest", 20) {
        let joined = world.join(name, &door);
        let operation = world.operations.last().expect("just said").clone();
        let began = Instant::now();
        let appended = store.store.append(&[operation], world.time);
        shortest = shortest.min(began.elapsed());
        appended.expect("a disk");
        let row = store.store.reader().and_then(|it| it.operation(joined));
        let row = row.expect("a disk").expect("here");
        assert_eq!(row.verdict, Verdict::Accepted);
    }
    shortest
}

/// Design: headers stay ≤ 1 KiB, verdicts stay a few look-ups.
#[test]
fn attack_10_five_thousand_join_through_three_hubs_in_one_evening() {
    const PEOPLE: usize = 5_000;
    let (mut small, small_claim, few) = evening(60);
    let (mut world, claim, crowd) = evening(PEOPLE);
    assert_eq!(
        longest_header(&world.operations),
        longest_header(&small.operations),
        "a header does not grow with the people"
    );
    assert!(longest_header(&world.operations) <= HEADER_BYTES_MAX);
    let began = Instant::now();
    let store = world.store();
    let all_at_once = began.elapsed();
    let small_store = small.store();
    let (little, much) = (
        one_vote(&mut small, &small_store, small_claim, &few),
        one_vote(&mut world, &store, claim, &crowd),
    );
    let reader = store.store.reader().expect("a reader");
    let row = reader.claim(claim, None).expect("a disk").expect("a claim");
    assert_eq!(row.tally.agree + row.tally.pass, PEOPLE as u64);
    let counts = reader.commons().expect("a disk").counts;
    assert_eq!((counts.waiting, counts.set_aside), (0, 0));
    drop(reader);
    let joining = one_joining(&mut world, &store);
    println!(
        "{PEOPLE} people, {} operations: {all_at_once:?} at once; one more vote {little:.0} µs \
        among 60 people, {much:.0} µs among {PEOPLE}; one more joining {joining:?}",
        world.operations.len()
    );
    // A commons 80 times as large may cost a deeper tree, never a walk over its people.
    assert!(
        much < 4.0 * little + 500.0,
        "a vote takes {much:.0} µs among {PEOPLE} people and {little:.0} µs among 60"
    );
    // Authority is computed whole when an act arrives: that grows with the people, and may.
    assert!(
        joining < Duration::from_millis(250),
        "one joining takes {joining:?} among {PEOPLE} people"
    );
}

/// The same evening as it is lived, every operation by itself: at most so long in all, on top of
/// three hours of their time.
#[test]
fn attack_10_each_of_the_evening_comes_by_itself() {
    let people = if is_slow() { 5_000 } else { 600 };
    let (world, claim, _) = evening(people);
    let store = TestStore::new(&world.operations[0]);
    let began = Instant::now();
    for operation in &world.operations {
        let one = std::slice::from_ref(operation);
        store.store.append(one, world.time).expect("a disk");
    }
    let lived = began.elapsed();
    println!("{people} people, one operation after the other: {lived:?}");
    let row = store.store.reader().and_then(|it| it.claim(claim, None));
    let row = row.expect("a disk").expect("a claim");
    assert_eq!(row.tally.agree, people as u64);
    let at_most = Duration::from_millis(60) * u32::try_from(people).expect("small");
    assert!(lived < at_most, "{people} people took {lived:?}");
}

/// 10,000 votes on a claim that whoever holds it does not give; they count when another does.
#[test]
fn attack_18_ten_thousand_votes_arrive_while_their_claim_is_withheld() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    let door = world.invite("ana", 30);
    let claim = world.claim("ana", "Withheld.");
    let crowd = names("voter", 500);
    for name in &crowd {
        world.join(name, &door);
        let mut last = vec![];
        for turn in 0..20 {
            let choice = if turn % 2 == 0 {
                Choice::Disagree
            } else {
                Choice::Agree
            };
            last = vec![world.say(name, World::vote(claim, choice, &last))];
        }
    }
    let whole = world.store();
    let learning = TestStore::new(&world.operations[0]);
    let learner = Peer::new(&learning.store, 1);
    let withholding = Peer::new(&whole.store, 2)
        .sending(|operation| (operation.id() != claim).then(|| operation.encode()));
    let met = meet(&learner, &withholding, 1);
    assert_ne!(met.rest, Rest::Equal);
    assert!(learning.held(&world.operations).len() == world.operations.len() - 1);
    let reader = learning.store.reader().expect("a reader");
    assert!(reader.claim(claim, None).expect("a disk").is_none());
    let votes = world.operations.iter().filter(|it| it.header().kind == 532);
    for vote in votes.step_by(97) {
        let row = reader.operation(vote.id()).expect("a disk").expect("here");
        assert_eq!(row.verdict, Verdict::Accepted);
    }
    drop(reader);
    let met = meet(&learner, &Peer::new(&whole.store, 3), 2);
    assert_eq!((met.rest, met.delivered), (Rest::Equal, [1, 0]));
    let reader = learning.store.reader().expect("a reader");
    let row = reader.claim(claim, None).expect("a disk").expect("it came");
    assert_eq!((row.tally.agree, row.tally.disagree), (500, 0));
    assert_eq!(learning.dump(), whole.dump());
}

/// What so many keys of strangers said, ten sentences each, and a peer that holds it.
fn flood(world: &mut World, stem: &str, keys: usize) -> TestStore {
    let before = world.operations.len();
    for name in names(stem, keys) {
        world.knock(name);
        for turn in 0..9 {
            world.claim(name, &format!("Read me {turn}."));
        }
    }
    let store = TestStore::new(&world.operations[0]);
    let strangers = &world.operations[before..];
    store.store.append(strangers, world.time).expect("a disk");
    store
}

/// A thousand keys of a stranger flood the porch by three peers: it is bounded for whom brings
/// them, and nothing that counts is touched.
#[test]
fn attack_11_a_flood_of_strangers_stays_on_the_porch() {
    let mut world = World::founded_by("ana", Admission::Open);
    world.welcome("ana", "ben");
    let claim = world.claim("ben", "This counts.");
    let members = world.store();
    let (kept, set) = (
        members.dump(),
        members.store.reconciled_keys().expect("a disk"),
    );
    let founding = world.operations[0].clone();
    let floods = ["first", "second", "third"].map(|stem| flood(&mut world, stem, 334));
    let porch = |store: &TestStore| store.store.porch(usize::MAX).expect("a disk").len() as u64;
    let member = Peer::new(&members.store, 1);
    // Two floods come by one peer, the third by another.
    for (seed, (store, number)) in (0..).zip(floods.iter().zip([2, 2, 3])) {
        assert!(porch(store) > PORCH_INTRODUCER_MAX);
        let met = meet(&Peer::new(&store.store, number), &member, seed);
        assert_eq!(met.refused, [0, 0]);
        let kept = porch(&members);
        let most = PORCH_INTRODUCER_MAX * u64::from(number - 1);
        assert!(
            kept > most / 2 && kept <= most,
            "{kept} are kept of what {} peers brought",
            number - 1
        );
    }
    assert!(porch(&members) <= PORCH_MAX);
    assert_eq!(members.store.reconciled_keys().expect("a disk"), set);
    let without_newcomers = |dump: &str| -> Vec<String> {
        let claims = dump.lines().filter(|it| it.contains("This counts."));
        claims.map(str::to_owned).collect()
    };
    assert_eq!(without_newcomers(&members.dump()), without_newcomers(&kept));
    let reader = members.store.reader().expect("a reader");
    let claims = reader.claims(None, Page::first(50)).expect("a disk");
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].said.id, claim);
    drop(reader);
    // Members go on as before.
    world.say("ana", World::vote(claim, Choice::Agree, &[]));
    let vote = world.operations.last().expect("just said").clone();
    members.store.append(&[vote], world.time).expect("a disk");
    let third = TestStore::new(&founding);
    let met = meet(&Peer::new(&third.store, 3), &member, 9);
    assert_eq!(met.rest, Rest::Equal);
    assert_eq!(
        third.store.reconciled_keys().expect("a disk"),
        members.store.reconciled_keys().expect("a disk")
    );
}
