//! Schedules that broke weaker versions of the design, over the real fold. Each is delivered in
//! several orders, with duplicates and in batches of several sizes, and by real sessions between
//! peers that hold what one person said each ([`World::verdicts`], [`World::stores`]).
//!
//! A test is named after the number of its attack. Here stand those on law, membership and words;
//! beside this, those by numbers (10, 11, 18: `crowd`), on what travels (15–17, 19, 22, 23, 25, 27,
//! 30: `sessions`) and by newer peers (20: `newer`). In polylogue-node's `sync::tests`, where the
//! set itself can be forged: 21 (`different_sets_with_one_digest_are_found_by_the_census`), 22
//! (`nonsense_ends_in_bounded_bytes`), 24 (`a_device_key_opens_the_door_after_the_secret_changed`).

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Admission, Admit, Assent, Choice, DeviceEnd, Document, Ended, Erase, Hide, InvitationClose,
    Law, Leave, Line, LinePlace, LineStruck, LineText, OfficeKind, Power, Removal, Scope, Struck,
    Vouch,
};
use polylogue_core::text::Text;
use polylogue_core::verdict::{Reason, Verdict, Wait};
use polylogue_testkit::world::{DAY, Knowing, START, TestStore, World, key, law, office};

fn invited() -> World {
    World::founded_by("ana", Admission::Invitation)
}

/// A law with two more moderators, so that there is somebody to quarrel.
fn with_moderators(world: &mut World, names: &[&'static str], days: u64) -> OperationId {
    let mut next = law("ana", Admission::Invitation);
    next.offices.extend(
        names
            .iter()
            .map(|name| office(OfficeKind::Moderator, name, days)),
    );
    world.resolve("ana", next, vec![])
}

fn remove(world: &mut World, by: &'static str, whom: &'static str) -> OperationId {
    let accepts = sorted(world.heads(whom));
    let words = world.words(by, "A reason.");
    world.say(
        by,
        Removal {
            person: key(whom),
            accepts,
            words,
        },
    )
}

fn sorted(mut ids: Vec<OperationId>) -> Vec<OperationId> {
    ids.sort_unstable();
    ids
}

#[test]
fn attack_01_an_ended_moderator_acts_on_nobody() {
    let mut world = invited();
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    with_moderators(&mut world, &["ben"], 300);
    let before = world.say("ben", World::profile("Ben"));
    let march = world.act;
    let mut next = law("ana", Admission::Invitation);
    next.charter.words = "Be fairer.".to_owned();
    let ended = Ended {
        holder: key("ben"),
        power: Power::Moderator,
        accepts: sorted(vec![before]),
    };
    world.resolve("ana", next, vec![ended]);
    world.time += 180 * DAY;
    let words = world.say_knowing(
        "ben",
        polylogue_core::kind::Note {
            text: polylogue_core::text::Text::new("Out.", "en"),
        },
        Knowing {
            previous: Some(vec![before]),
            act: Some(march),
            ..Knowing::default()
        },
    );
    let accepts = sorted(world.heads("cleo"));
    let removal = Removal {
        person: key("cleo"),
        accepts,
        words: Some(words),
    };
    let knowing = Knowing {
        act: Some(march),
        ..Knowing::default()
    };
    let removal = world.say_knowing("ben", removal, knowing);
    let claim = world.claim("cleo", "I am still here.");
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&removal], Verdict::SetAside(Reason::OfficeEnded));
    assert_eq!(verdicts[&claim], Verdict::Accepted);
    assert_eq!(verdicts[&before], Verdict::Accepted);
}

#[test]
fn attack_02_two_moderators_cannot_take_each_others_office() {
    let mut world = invited();
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    with_moderators(&mut world, &["ben", "cleo"], 300);
    let first = remove(&mut world, "ben", "cleo");
    let second = remove(&mut world, "cleo", "ben");
    let spoken = world.claim("cleo", "Removed people do not speak.");
    let verdicts = world.verdicts();
    // Each ends the other's membership, which is speech, and neither the other's office.
    assert_eq!(verdicts[&first], Verdict::Accepted);
    assert_eq!(verdicts[&second], Verdict::Accepted);
    assert_eq!(
        verdicts[&spoken],
        Verdict::SetAside(Reason::MembershipEnded)
    );
}

#[test]
fn attack_03_an_old_founders_key_does_not_rewrite_a_pinned_law() {
    let mut world = invited();
    let founding = world.act;
    let pinned = world.resolve("ana", charter("The first change."), vec![]);
    let tip = world.resolve("ana", charter("The second."), vec![]);
    world.act = founding;
    // Many second children, so that some has the lower id.
    let rivals: Vec<OperationId> = (0..40)
        .map(|turn| {
            world.act = founding;
            world.time += 80 * DAY;
            world.resolve("ana", charter(&format!("A rewriting {turn}.")), vec![])
        })
        .collect();
    assert!(
        rivals.iter().any(|it| *it < pinned),
        "some rival has the lower id"
    );
    let verdicts = world.verdicts_with(Some(pinned));
    assert_eq!(verdicts[&pinned], Verdict::Accepted);
    assert_eq!(verdicts[&tip], Verdict::Accepted);
    for rival in rivals {
        assert_eq!(verdicts[&rival], Verdict::SetAside(Reason::NotCarried));
    }
}

fn charter(words: &str) -> Law {
    let mut law = law("ana", Admission::Invitation);
    law.charter.words = words.to_owned();
    law
}

#[test]
fn attack_04_the_roll_is_the_one_named_in_the_parent() {
    let mut world = invited();
    for name in ["ben", "cleo", "dina", "eli"] {
        world.welcome("ana", name);
    }
    let mut wide = charter("Five keepers.");
    wide.roll = ["ana", "ben", "cleo", "dina", "eli"].map(key).to_vec();
    wide.roll.sort_unstable();
    wide.threshold = 3;
    world.resolve("ana", wide.clone(), vec![]);
    // Two of five, backdated to the day the founder was alone on the roll.
    world.time = START + 120;
    let parent = world.act;
    let mut grab = wide.clone();
    grab.charter.words = "Ours.".to_owned();
    let grab = world.resolve("ana", grab, vec![]);
    world.say("ben", Assent { resolution: grab });
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&grab], Verdict::Waiting(Wait::Assent));
    assert_eq!(verdicts[&parent], Verdict::Accepted);
    // A third assent carries it.
    world.say("cleo", Assent { resolution: grab });
    assert_eq!(world.verdicts()[&grab], Verdict::Accepted);
}

#[test]
fn attack_05_a_backdated_act_is_outside_the_fence() {
    let mut world = invited();
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    let during = with_moderators(&mut world, &["ben"], 30);
    let seen = world.say("ben", World::profile("Ben"));
    let ended = Ended {
        holder: key("ben"),
        power: Power::Moderator,
        accepts: vec![seen],
    };
    world.time = START + 40 * DAY;
    world.resolve("ana", charter("Without Ben."), vec![ended]);
    // In June he signs as of the day before the end.
    world.time = START + 29 * DAY;
    world.act = during;
    let removal = remove(&mut world, "ben", "cleo");
    assert_eq!(
        world.verdicts()[&removal],
        Verdict::SetAside(Reason::OfficeEnded)
    );
}

#[test]
fn attack_06_a_clock_in_the_year_3000_binds_nobody() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let now = world.time;
    world.time = 32_503_680_000;
    let far = world.claim("ben", "From the year 3000.");
    world.time = now;
    let later = world.claim("ben", "And back.");
    let words = world.words("ana", "A reason.");
    let hide = world.say(
        "ana",
        polylogue_core::kind::Hide {
            targets: vec![far],
            words,
            dialogue: None,
        },
    );
    let verdicts = world.verdicts();
    for id in [far, later, hide] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
}

#[test]
fn attack_07_only_a_resolution_may_void_a_whole_history() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let words = world.words("ana", "A reason.");
    let nothing = Removal {
        person: key("ben"),
        accepts: vec![],
        words,
    };
    assert!(polylogue_core::kind::Body::from(nothing).check().is_err());
    let claim = world.claim("ben", "This was said.");
    let ended = Ended {
        holder: key("ben"),
        power: Power::Membership,
        accepts: vec![],
    };
    world.resolve("ana", charter("Without anything of Ben's."), vec![ended]);
    assert_eq!(
        world.verdicts()[&claim],
        Verdict::SetAside(Reason::MembershipEnded)
    );
}

#[test]
fn attack_08_a_moderator_does_not_widen_a_resolutions_fence() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let early = world.claim("ben", "Early.");
    let late = world.claim("ben", "Late.");
    let ended = Ended {
        holder: key("ben"),
        power: Power::Membership,
        accepts: vec![early],
    };
    world.resolve("ana", charter("Ben's early words count."), vec![ended]);
    let wider = remove(&mut world, "ana", "ben");
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&wider], Verdict::Accepted);
    assert_eq!(verdicts[&early], Verdict::Accepted);
    assert_eq!(verdicts[&late], Verdict::SetAside(Reason::MembershipEnded));
}

#[test]
fn attack_09_a_recalled_greeters_backdated_admissions_admit_nobody() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let mut greeted = law("ana", Admission::Open);
    greeted
        .offices
        .push(office(OfficeKind::Greeter, "ben", 300));
    world.resolve("ana", greeted, vec![]);
    let during = world.act;
    let seen = world.say("ben", World::profile("Ben"));
    let ended = Ended {
        holder: key("ben"),
        power: Power::Greeter,
        accepts: vec![seen],
    };
    world.resolve("ana", law("ana", Admission::Open), vec![ended]);
    world.act = during;
    let mut crowd = Vec::new();
    for name in ["x1", "x2", "x3", "x4", "x5"] {
        let joined = world.knock(name);
        let admit = Admit {
            person: key(name),
            scope: Scope::All,
            names: vec![],
            words: None,
        };
        let admit = world.say("ben", admit);
        crowd.push((joined, admit, world.claim(name, "Let in by the back door.")));
    }
    let verdicts = world.verdicts();
    for (joined, admit, claim) in crowd {
        assert_eq!(verdicts[&admit], Verdict::SetAside(Reason::OfficeEnded));
        assert_ne!(verdicts.get(&joined), Some(&Verdict::Accepted));
        assert_ne!(verdicts.get(&claim), Some(&Verdict::Accepted));
    }
}

#[test]
fn attack_12_closing_an_invitation_keeps_those_it_names() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let invitation = world.invite("ben", 30);
    let first = world.join("cleo", &invitation);
    let close = InvitationClose {
        invitation: invitation.id,
        accepts: vec![first],
    };
    let close = world.say("ben", close);
    let second = world.join("stranger", &invitation);
    let spoken = world.claim("cleo", "I was before.");
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&close], Verdict::Accepted);
    assert_eq!(verdicts[&first], Verdict::Accepted);
    assert_eq!(verdicts[&spoken], Verdict::Accepted);
    assert_eq!(
        verdicts.get(&second).copied(),
        Some(Verdict::Waiting(Wait::Admission))
    );
}

#[test]
fn attack_13_the_later_of_two_votes_counts_across_devices() {
    let mut world = invited();
    let claim = world.claim("ana", "Small is enough.");
    world.add_device("ana", "anas phone");
    let behind = world.heads("ana");
    for _ in 0..5 {
        world.say("ana", World::profile("Ana"));
    }
    let laptop = world.say("ana", World::vote(claim, Choice::Agree, &[]));
    world.time += DAY;
    // The phone is behind but names the vote it replaces: it is later, not older.
    let knowing = Knowing {
        previous: Some([behind, vec![laptop]].concat()),
        device: Some("anas phone"),
        ..Knowing::default()
    };
    world.say_knowing(
        "ana",
        World::vote(claim, Choice::Disagree, &[laptop]),
        knowing,
    );
    assert!(!world.verdicts().is_empty());
    for store in world.stores() {
        let reader = store.store.reader().expect("a reader");
        let row = reader.claim(claim, Some(key("ana"))).expect("a disk");
        let row = row.expect("the claim");
        assert_eq!((row.tally.agree, row.tally.disagree), (0, 1));
        assert!(row.mine.expect("a vote").others.is_empty());
    }
}

#[test]
fn attack_13_after_a_true_fork_the_person_is_shown_both() {
    let mut world = invited();
    let claim = world.claim("ana", "Small is enough.");
    let fork = world.heads("ana");
    world.say("ana", World::vote(claim, Choice::Agree, &[]));
    let knowing = Knowing {
        previous: Some(fork),
        ..Knowing::default()
    };
    world.say_knowing("ana", World::vote(claim, Choice::Disagree, &[]), knowing);
    assert!(!world.verdicts().is_empty());
    for store in world.stores() {
        let reader = store.store.reader().expect("a reader");
        let row = reader.claim(claim, Some(key("ana"))).expect("a disk");
        let row = row.expect("the claim");
        assert_eq!(row.tally.agree + row.tally.disagree, 1);
        assert_eq!(row.mine.expect("a vote").others.len(), 1);
    }
}

#[test]
fn attack_14_two_copies_of_a_backup_make_a_branch_that_joins() {
    let mut world = invited();
    let restored = world.heads("ana");
    let one = world.claim("ana", "Written on the one copy.");
    let knowing = Knowing {
        previous: Some(restored),
        ..Knowing::default()
    };
    let other = world.say_knowing("ana", World::profile("Ana"), knowing);
    let joined = world.claim("ana", "Knows both.");
    let verdicts = world.verdicts();
    for id in [one, other, joined] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
}

#[test]
fn attack_18_votes_wait_for_nothing_when_their_claim_comes_late() {
    let mut world = invited();
    let claim = world.claim("ana", "Withheld.");
    world.welcome("ana", "ben");
    world.say("ana", World::vote(claim, Choice::Agree, &[]));
    world.say("ben", World::vote(claim, Choice::Agree, &[]));
    let withheld = world
        .operations
        .iter()
        .position(|it| it.id() == claim)
        .expect("signed");
    let body_later = world.operations[withheld].clone();
    let mut without = world.operations.clone();
    without[withheld] = body_later.clone().without_body();
    let store = world.store_of(&without, None);
    let votes = without.iter().filter(|it| it.header().kind == 532);
    for vote in votes {
        let row = store.store.reader().expect("a reader").operation(vote.id());
        assert_eq!(
            row.expect("a disk").expect("here").verdict,
            Verdict::Accepted
        );
    }
    store
        .store
        .append(&[body_later], world.time)
        .expect("a disk");
    let reader = store.store.reader().expect("a reader");
    let row = reader
        .claim(claim, None)
        .expect("a disk")
        .expect("the claim came");
    assert_eq!(row.tally.agree, 2);
    assert_eq!(store.dump(), world.store().dump());
}

/// A shared document with one line, and its first wording.
fn document(world: &mut World) -> (OperationId, OperationId) {
    let document = world.say(
        "ana",
        Document {
            title: Text::new("Together", "en"),
            licence: String::new(),
        },
    );
    let line = world.say(
        "ana",
        Line {
            document,
            text: Text::new("We begin.", "en"),
            traces: vec![],
            place: "m".to_owned(),
        },
    );
    (document, line)
}

fn wording(line: OperationId, words: &str, replaces: &[OperationId]) -> LineText {
    LineText {
        line,
        text: Text::new(words, "en"),
        traces: vec![],
        replaces: sorted(replaces.to_vec()),
    }
}

/// The wordings of each line that nothing replaces, in order of place; the words of one line in
/// alphabetical order.
fn lines(store: &TestStore, document: OperationId) -> Vec<Vec<String>> {
    let reader = store.store.reader().expect("a reader");
    let rows = reader.lines(document).expect("a disk");
    let words = rows.into_iter().map(|row| {
        let mut words: Vec<String> = row.wordings.into_iter().map(|it| it.text.words).collect();
        words.sort();
        words
    });
    words.collect()
}

/// Lines have no page yet; their kinds, their three registers and how they merge are here.
#[test]
fn attack_26_two_wordings_of_one_line_stand_until_someone_settles_them() {
    let mut world = invited();
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    let (document, line) = document(&mut world);
    let bens = world.say("ben", wording(line, "We start.", &[line]));
    let cleos = world.say("cleo", wording(line, "We set out.", &[line]));
    assert!(!world.verdicts().is_empty());
    for store in world.stores() {
        assert_eq!(lines(&store, document), [["We set out.", "We start."]]);
    }
    // One of the two alone settles nothing; who names both does.
    let again = world.say("ben", wording(line, "We start now.", &[bens]));
    for store in world.stores() {
        assert_eq!(lines(&store, document), [["We set out.", "We start now."]]);
    }
    let settled = world.say("ana", wording(line, "We set out now.", &[again, cleos]));
    assert_eq!(world.verdicts()[&settled], Verdict::Accepted);
    for store in world.stores() {
        assert_eq!(lines(&store, document), [["We set out now."]]);
    }
    // What is erased gives way to what it replaced: both are there again.
    let erase = Erase {
        targets: vec![settled],
        words: None,
        dialogue: None,
    };
    world.say("ana", erase);
    assert!(!world.verdicts().is_empty());
    for store in world.stores() {
        assert_eq!(lines(&store, document), [["We set out.", "We start now."]]);
    }
}

/// As above: a wording that names none replaces none, not the first either.
#[test]
fn attack_26_a_wording_that_names_no_other_stands_beside_the_first() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let (document, line) = document(&mut world);
    let beside = world.say("ben", wording(line, "We start.", &[]));
    assert!(!world.verdicts().is_empty());
    for store in world.stores() {
        assert_eq!(lines(&store, document), [["We begin.", "We start."]]);
    }
    world.say("ana", wording(line, "We all begin.", &[line, beside]));
    for store in world.stores() {
        assert_eq!(lines(&store, document), [["We all begin."]]);
    }
}

/// As above: place and striking are registers of their own, and a removal that comes late takes
/// one branch and leaves the other.
#[test]
fn attack_26_branches_of_place_and_striking_meet_in_any_order() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let (document, line) = document(&mut world);
    let second = Line {
        document,
        text: Text::new("We end.", "en"),
        traces: vec![],
        place: "t".to_owned(),
    };
    let second = world.say("ana", second);
    let accepts = world.heads("ben");
    world.say("ben", wording(line, "We start.", &[line]));
    world.say("ana", wording(line, "We set out.", &[line]));
    let place = LinePlace {
        line: second,
        place: "c".to_owned(),
        replaces: vec![second],
    };
    world.say("ana", place);
    let struck = LineStruck {
        line,
        struck: Struck::Yes,
        replaces: vec![],
    };
    world.say("ben", struck);
    assert!(!world.verdicts().is_empty());
    for store in world.stores() {
        assert_eq!(
            lines(&store, document),
            [vec!["We end."], vec!["We set out.", "We start."]]
        );
        let reader = store.store.reader().expect("a reader");
        let rows = reader.lines(document).expect("a disk");
        assert_eq!((rows[0].is_struck, rows[1].is_struck), (false, true));
    }
    let words = world.words("ana", "A reason.");
    let removal = Removal {
        person: key("ben"),
        accepts,
        words,
    };
    world.say("ana", removal);
    assert!(!world.verdicts().is_empty());
    for store in world.stores() {
        assert_eq!(lines(&store, document), [["We end."], ["We set out."]]);
        let reader = store.store.reader().expect("a reader");
        let rows = reader.lines(document).expect("a disk");
        assert!(!rows[1].is_struck);
    }
}

/// The founder is lost: nobody else renews the law, offices stop when the roll is over, and what
/// members say counts all the same. A commons that adopts this one comes with the kinds kept for
/// adoption; what is reached here is that a successor can be founded by whoever goes, and that an
/// adoption made by a newer peer is carried.
#[test]
fn attack_28_without_its_founder_a_commons_keeps_its_law_and_speaks_on() {
    let mut world = invited();
    let mut short = law("ana", Admission::Invitation);
    short.roll_end = START + 100 * DAY;
    let ended = world.fences(&short);
    world.resolve("ana", short.clone(), ended);
    let lawful = world.act;
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    let claim = world.claim("ben", "We go on.");
    world.time = START + 101 * DAY;
    let mut grab = short.clone();
    grab.roll = vec![key("ben")];
    let grab = world.resolve("ben", grab, vec![]);
    world.act = lawful;
    let mut renewal = short.clone();
    renewal.roll_end += 365 * DAY;
    let renewal_by_others = world.resolve("cleo", renewal.clone(), vec![]);
    world.say(
        "ben",
        Assent {
            resolution: renewal_by_others,
        },
    );
    world.act = lawful;
    let words = world.words("ana", "A reason.");
    let hide = Hide {
        targets: vec![claim],
        words,
        dialogue: None,
    };
    let too_late = world.say("ana", hide);
    let vote = world.say("cleo", World::vote(claim, Choice::Agree, &[]));
    let adoption = world.say_of_kind("cleo", 850, b"\x80");
    let verdicts = world.verdicts();
    for id in [grab, renewal_by_others] {
        assert_eq!(verdicts[&id], Verdict::SetAside(Reason::NotAKeeper));
    }
    assert_eq!(verdicts[&too_late], Verdict::SetAside(Reason::Office));
    for id in [claim, vote] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
    assert_eq!(verdicts[&adoption], Verdict::Waiting(Wait::NewerVersion));
    for store in world.stores() {
        let commons = store.store.reader().and_then(|it| it.commons());
        assert_eq!(commons.expect("a disk").act, lawful);
    }
    // Whoever goes founds another; nothing of this one is needed for it.
    let successor = World::founded_by("ben", Admission::Invitation);
    assert_ne!(successor.commons, world.commons);
    assert!(!successor.verdicts().is_empty());
}

/// With three on the roll two renew without the third, and after its end they renew and no more.
#[test]
fn attack_28_a_roll_of_three_renews_without_the_one_who_is_lost() {
    let mut world = invited();
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    let mut three = law("ana", Admission::Invitation);
    three.roll = ["ana", "ben", "cleo"].map(key).to_vec();
    three.roll.sort_unstable();
    three.threshold = 2;
    three.roll_end = START + 100 * DAY;
    let ended = world.fences(&three);
    let parent = world.resolve("ana", three.clone(), ended);
    world.time = START + 120 * DAY;
    let mut more = three.clone();
    more.roll_end += 365 * DAY;
    more.charter.words = "And a new charter.".to_owned();
    let more = world.resolve("ben", more, vec![]);
    world.say("cleo", Assent { resolution: more });
    world.act = parent;
    let mut renewed = three.clone();
    renewed.roll_end += 365 * DAY;
    let renewed = world.resolve("ben", renewed, vec![]);
    assert_eq!(world.verdicts()[&renewed], Verdict::Waiting(Wait::Assent));
    world.say(
        "cleo",
        Assent {
            resolution: renewed,
        },
    );
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&renewed], Verdict::Accepted);
    assert_eq!(verdicts[&more], Verdict::SetAside(Reason::ResolutionForm));
}

/// What follows a law that waits for assents waits with it; no other was carried in its place.
#[test]
fn a_law_that_follows_one_that_waits_waits_with_it() {
    let mut world = invited();
    for name in ["ben", "cleo"] {
        world.welcome("ana", name);
    }
    let mut three = law("ana", Admission::Invitation);
    three.roll = ["ana", "ben", "cleo"].map(key).to_vec();
    three.roll.sort_unstable();
    three.threshold = 2;
    world.resolve("ana", three.clone(), vec![]);
    let mut next = three.clone();
    next.charter.words = "The second.".to_owned();
    let first = world.resolve("ben", next.clone(), vec![]);
    next.charter.words = "The third.".to_owned();
    let second = world.resolve("ben", next, vec![]);
    let verdicts = world.verdicts();
    for id in [first, second] {
        assert_eq!(verdicts[&id], Verdict::Waiting(Wait::Assent));
    }
    world.say("cleo", Assent { resolution: first });
    world.say("cleo", Assent { resolution: second });
    let verdicts = world.verdicts();
    for id in [first, second] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
}

#[test]
fn attack_29_a_late_removal_takes_exactly_what_is_outside_it() {
    let mut world = invited();
    world.welcome("ana", "ben");
    world.welcome("ana", "cleo");
    let dialogue = world.dialogue("ana", "A place");
    let claim = world.claim("ana", "Counted?");
    let kept = world.say("ben", World::turn(dialogue, "Before."));
    let accepts = world.heads("ben");
    let late = world.say("ben", World::turn(dialogue, "After."));
    let vote = world.say("ben", World::vote(claim, Choice::Agree, &[]));
    let reply = world.say("cleo", World::turn(dialogue, "To the later one."));
    let store = world.store();
    let words = world.words("ana", "A reason.");
    let removal = world.say(
        "ana",
        Removal {
            person: key("ben"),
            accepts: sorted(accepts),
            words,
        },
    );
    let new = &world.operations[world.operations.len() - 2..];
    store.store.append(new, world.time).expect("a disk");
    assert_eq!(store.dump(), world.store().dump());
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&removal], Verdict::Accepted);
    assert_eq!(verdicts[&kept], Verdict::Accepted);
    assert_eq!(verdicts[&reply], Verdict::Accepted);
    for id in [late, vote] {
        assert_eq!(verdicts[&id], Verdict::SetAside(Reason::MembershipEnded));
    }
    let reader = store.store.reader().expect("a reader");
    let row = reader
        .claim(claim, None)
        .expect("a disk")
        .expect("the claim");
    assert_eq!(row.tally.agree, 0);
    let changes = reader
        .changes(polylogue_store::query::Page::first(50))
        .expect("a disk");
    assert!(
        changes
            .iter()
            .any(|it| it.id == vote && it.because == removal)
    );
}

#[test]
fn a_device_that_was_ended_signs_no_more_and_ends_nobody() {
    let mut world = invited();
    world.add_device("ana", "anas phone");
    let device = |device| Knowing {
        device: Some(device),
        ..Knowing::default()
    };
    let before = world.say_knowing("ana", World::profile("Ana"), device("anas phone"));
    let accepts = world.heads("ana");
    let end = DeviceEnd {
        device: key("anas phone"),
        accepts,
        words: None,
    };
    let end = world.say("ana", end);
    let after = world.say_knowing("ana", World::profile("Thief"), device("anas phone"));
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&before], Verdict::Accepted);
    assert_eq!(verdicts[&end], Verdict::Accepted);
    assert_eq!(verdicts[&after], Verdict::SetAside(Reason::DeviceEnded));
}

#[test]
fn a_ring_of_vouches_admits_nobody_and_one_from_a_member_admits_all() {
    let mut world = World::founded_by("ana", Admission::Vouching);
    for name in ["ben", "cleo", "dina"] {
        world.knock(name);
    }
    let vouch = |whom| Vouch {
        person: key(whom),
        scope: Scope::All,
        heads: vec![],
    };
    for (by, whom) in [("ben", "cleo"), ("cleo", "dina"), ("dina", "ben")] {
        world.say(by, vouch(whom));
    }
    let claim = world.claim("dina", "We vouch for each other.");
    assert_eq!(
        world.verdicts().get(&claim),
        Some(&Verdict::Waiting(Wait::Admission))
    );
    world.say("ana", vouch("ben"));
    assert_eq!(world.verdicts()[&claim], Verdict::Accepted);
}

#[test]
fn who_left_may_be_admitted_again_and_what_was_said_between_stays_aside() {
    let mut world = invited();
    world.welcome("ana", "ben");
    let left = world.say("ben", Leave { words: None });
    let between = world.claim("ben", "From outside.");
    let admit = Admit {
        person: key("ben"),
        scope: Scope::All,
        names: vec![left],
        words: None,
    };
    let admit = world.say("ana", admit);
    let again = Knowing {
        standing: Some(admit),
        ..Knowing::default()
    };
    let back = world.say_knowing("ben", World::profile("Ben again"), again);
    let verdicts = world.verdicts();
    assert_eq!(
        verdicts[&between],
        Verdict::SetAside(Reason::MembershipEnded)
    );
    assert_eq!(verdicts[&back], Verdict::Accepted);
}
