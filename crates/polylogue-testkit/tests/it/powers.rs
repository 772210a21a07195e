//! What a power that ended, or is held to one place, still counts for: laws made narrower, people
//! removed who come back, moderators of one dialogue, the same step of the law proposed twice.
//! Each schedule is delivered as those beside this are.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Admission, Admit, CountWithout, Ended, Hide, InvitationClose, Law, ModeratorErase, OfficeKind,
    Power, Removal, Restore, Scope, Vouch,
};
use polylogue_core::verdict::{Reason, Verdict, Wait};
use polylogue_store::query::Shown;
use polylogue_testkit::world::{DAY, Knowing, START, TestStore, World, key, law, office};

fn under(act: OperationId) -> Knowing {
    Knowing {
        act: Some(act),
        ..Knowing::default()
    }
}

fn vouch(world: &mut World, by: &'static str, whom: &str, act: OperationId) -> OperationId {
    let vouch = Vouch {
        person: key(whom),
        scope: Scope::All,
        heads: vec![],
    };
    world.say_knowing(by, vouch, under(act))
}

fn invited_only() -> Law {
    law("ana", Admission::Invitation)
}

/// Which of the vouches that were given a law lets stand.
type LetStand = fn(&[OperationId]) -> Vec<OperationId>;

/// Ana founds, vouches for Ben and Ben for Cleo; then the law lets members vouch no longer.
fn narrowed_vouching(vouches: Option<LetStand>) -> Narrowed {
    let mut world = World::founded_by("ana", Admission::Vouching);
    let wide = world.act;
    for name in ["ben", "cleo", "dina"] {
        world.knock(name);
    }
    let made = [
        vouch(&mut world, "ana", "ben", wide),
        vouch(&mut world, "ben", "cleo", wide),
    ];
    let named = vouches.map(|it| {
        let mut named = it(&made);
        named.sort_unstable();
        named
    });
    let narrow = world.resolve_with("ana", invited_only(), vec![], named);
    let late = vouch(&mut world, "ben", "dina", wide);
    let spoken = ["ben", "cleo", "dina"].map(|name| world.claim(name, "Here."));
    Narrowed {
        world,
        wide,
        narrow,
        made,
        late,
        spoken,
    }
}

struct Narrowed {
    world: World,
    wide: OperationId,
    narrow: OperationId,
    made: [OperationId; 2],
    late: OperationId,
    spoken: [OperationId; 3],
}

#[test]
fn a_law_that_ends_vouching_counts_the_vouches_it_names_and_no_other() {
    let it = narrowed_vouching(Some(|made| made.to_vec()));
    let verdicts = it.world.verdicts();
    assert_eq!(verdicts[&it.narrow], Verdict::Accepted);
    for id in [it.made[0], it.made[1], it.spoken[0], it.spoken[1]] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
    let ended = Verdict::SetAside(Reason::VouchingEnded);
    assert_eq!(verdicts[&it.late], ended);
    let dinas = verdicts.get(&it.spoken[2]);
    assert_eq!(dinas, Some(&Verdict::Waiting(Wait::Admission)));
}

#[test]
fn who_came_in_by_a_vouch_that_is_not_named_is_a_newcomer_again() {
    let it = narrowed_vouching(Some(|made| made[..1].to_vec()));
    let verdicts = it.world.verdicts();
    assert_eq!(verdicts[&it.spoken[0]], Verdict::Accepted);
    assert_eq!(
        verdicts[&it.made[1]],
        Verdict::SetAside(Reason::VouchingEnded)
    );
    let cleos = verdicts.get(&it.spoken[1]);
    assert_eq!(cleos, Some(&Verdict::Waiting(Wait::Admission)));
}

#[test]
fn a_law_that_ends_vouching_and_says_nothing_of_those_made_is_none() {
    let mut it = narrowed_vouching(None);
    it.world.act = it.wide;
    let verdicts = it.world.verdicts();
    assert_eq!(
        verdicts[&it.narrow],
        Verdict::SetAside(Reason::ResolutionForm)
    );
    for id in it.spoken {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
}

#[test]
fn a_vouch_that_was_forgotten_is_named_by_a_later_law() {
    let mut it = narrowed_vouching(Some(|made| made[..1].to_vec()));
    let forgotten = Some(vec![it.made[1]]);
    it.world
        .resolve_with("ana", invited_only(), vec![], forgotten);
    let verdicts = it.world.verdicts();
    assert_eq!(verdicts[&it.made[1]], Verdict::Accepted);
    assert_eq!(verdicts[&it.spoken[1]], Verdict::Accepted);
    assert_ne!(verdicts.get(&it.spoken[2]), Some(&Verdict::Accepted));
}

/// Vouching that comes again is for vouches made since, not for those made under the law before.
#[test]
fn vouching_that_comes_again_opens_no_old_door() {
    let mut it = narrowed_vouching(Some(|made| made.to_vec()));
    let again = it
        .world
        .resolve("ana", law("ana", Admission::Vouching), vec![]);
    let verdicts = it.world.verdicts();
    assert_eq!(verdicts[&it.late], Verdict::SetAside(Reason::VouchingEnded));
    vouch(&mut it.world, "ben", "dina", again);
    assert_eq!(it.world.verdicts()[&it.spoken[2]], Verdict::Accepted);
}

/// Ben moderates for three hundred days; Ana makes it thirty.
fn shortened(names_heads: fn(&World) -> Vec<Ended>) -> (World, OperationId, [OperationId; 3]) {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.welcome("ana", "ben");
    let mut long = invited_only();
    long.offices.push(office(OfficeKind::Moderator, "ben", 300));
    let before = world.resolve("ana", long, vec![]);
    let claim = world.claim("ana", "Said.");
    let early = hide(&mut world, "ben", claim, None);
    let mut short = invited_only();
    short.offices.push(office(OfficeKind::Moderator, "ben", 30));
    let ended = names_heads(&world);
    let shorter = world.resolve("ana", short, ended);
    world.time = START + 100 * DAY;
    // He goes on as if he had never heard of it.
    let words = world.words("ben", "A reason.");
    let late = Hide {
        targets: vec![claim],
        words,
        dialogue: None,
    };
    let late = world.say_knowing("ben", late, under(before));
    (world, shorter, [early, late, claim])
}

fn hide(
    world: &mut World,
    by: &'static str,
    target: OperationId,
    dialogue: Option<OperationId>,
) -> OperationId {
    let words = world.words(by, "A reason.");
    world.say(
        by,
        Hide {
            targets: vec![target],
            words,
            dialogue,
        },
    )
}

#[test]
fn an_office_made_shorter_is_fenced_like_one_that_is_dropped() {
    let heads = |world: &World| {
        vec![Ended {
            holder: key("ben"),
            power: Power::Moderator,
            accepts: world.heads("ben"),
        }]
    };
    let (world, shorter, [early, late, _]) = shortened(heads);
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&shorter], Verdict::Accepted);
    assert_eq!(verdicts[&early], Verdict::Accepted);
    assert_eq!(verdicts[&late], Verdict::SetAside(Reason::OfficeEnded));
}

#[test]
fn an_office_made_shorter_without_a_fence_is_no_law() {
    let (world, shorter, _) = shortened(|_| vec![]);
    let verdicts = world.verdicts();
    let malformed = Verdict::SetAside(Reason::ResolutionForm);
    assert_eq!(verdicts[&shorter], malformed);
}

#[test]
fn a_roll_whose_end_is_brought_forward_fences_the_offices_it_ends_with() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    let mut short = invited_only();
    short.roll_end = START + 50 * DAY;
    let silent = world.resolve("ana", short.clone(), vec![]);
    world.act = world.commons;
    let ended = world.fences(&short);
    assert_eq!(ended.len(), 3);
    let fenced = world.resolve("ana", short, ended);
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&silent], Verdict::SetAside(Reason::ResolutionForm));
    assert_eq!(verdicts[&fenced], Verdict::Accepted);
}

#[test]
fn an_office_made_longer_or_wider_needs_no_fence() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.welcome("ana", "ben");
    let river = world.dialogue("ana", "The river");
    let mut narrow = invited_only();
    narrow
        .offices
        .push(office(OfficeKind::Moderator, "ben", 30));
    let mut scoped = narrow.clone();
    scoped.offices[3].scope = Some(river);
    let first = world.resolve("ana", scoped, vec![]);
    let wider = world.resolve("ana", narrow.clone(), vec![]);
    narrow.offices[3].end += 30 * DAY;
    let longer = world.resolve("ana", narrow.clone(), vec![]);
    narrow.offices[3].scope = Some(river);
    let held = world.resolve("ana", narrow, vec![]);
    let verdicts = world.verdicts();
    for id in [first, wider, longer] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
    assert_eq!(verdicts[&held], Verdict::SetAside(Reason::ResolutionForm));
}

/// Ben is removed, and joins again with the same key by an invitation still open, and is vouched
/// for where that is allowed: neither answers the removal, so neither counts.
#[test]
fn a_removed_key_does_not_come_back_by_an_open_invitation() {
    let mut world = World::founded_by("ana", Admission::Vouching);
    let door = world.invite("ana", 300);
    let joined = world.join("ben", &door);
    let before = world.claim("ben", "Before.");
    let removal = remove(&mut world, "ana", "ben");
    let again = world.join("ben", &door);
    let act = world.act;
    vouch(&mut world, "ana", "ben", act);
    let after = world.claim("ben", "After.");
    let verdicts = world.verdicts();
    for id in [joined, before, removal] {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
    for id in [again, after] {
        assert_eq!(verdicts[&id], Verdict::SetAside(Reason::MembershipEnded));
    }
    let admit = Admit {
        person: key("ben"),
        scope: Scope::All,
        names: vec![removal],
        words: None,
    };
    let admit = world.say("ana", admit);
    let standing = Knowing {
        standing: Some(admit),
        ..Knowing::default()
    };
    let back = world.say_knowing("ben", World::profile("Ben"), standing);
    assert_eq!(world.verdicts()[&back], Verdict::Accepted);
}

/// A wider invitation, used after the removal, does not widen what was said before it.
#[test]
fn coming_back_widens_nothing_that_was_said_before() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.knock("ben");
    let admit = Admit {
        person: key("ben"),
        scope: Scope::Vote,
        names: vec![],
        words: None,
    };
    world.say("ana", admit);
    let beyond = world.claim("ben", "More than a vote.");
    remove(&mut world, "ana", "ben");
    let door = world.invite("ana", 30);
    world.join("ben", &door);
    assert_eq!(world.verdicts()[&beyond], Verdict::SetAside(Reason::Scope));
}

/// What the product signs with a removal: the invitation Ben came by and the one he wrote are
/// closed, whoever came by them so far stays, and Ben is not back under another key.
#[test]
fn a_removal_with_its_closings_keeps_the_removed_out_under_another_key() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    let came_by = world.invite("ana", 300);
    let joined = world.join("ben", &came_by);
    let other = world.join("cleo", &came_by);
    let wrote = world.invite("ben", 300);
    let guest = world.join("dina", &wrote);
    remove(&mut world, "ana", "ben");
    for (door, mut accepts) in [(&came_by, vec![joined, other]), (&wrote, vec![guest])] {
        accepts.sort_unstable();
        let close = InvitationClose {
            invitation: door.id,
            accepts,
        };
        world.say("ana", close);
    }
    let doors = [("ben again", &came_by), ("ben once more", &wrote)];
    let returned = doors.map(|(name, door)| world.join(name, door));
    let kept = ["cleo", "dina"].map(|name| world.claim(name, "Still here."));
    let verdicts = world.verdicts();
    for id in kept.iter().chain([&joined, &other, &guest]) {
        assert_eq!(verdicts[id], Verdict::Accepted);
    }
    for id in returned {
        let verdict = verdicts.get(&id);
        assert_eq!(verdict, Some(&Verdict::Waiting(Wait::Admission)));
    }
}

fn remove(world: &mut World, by: &'static str, whom: &'static str) -> OperationId {
    let mut accepts = world.heads(whom);
    accepts.sort_unstable();
    let words = world.words(by, "A reason.");
    let removal = Removal {
        person: key(whom),
        accepts,
        words,
    };
    world.say(by, removal)
}

/// Two dialogues with a turn each; Ben moderates the first.
struct Scoped {
    world: World,
    river: OperationId,
    sea: OperationId,
    in_river: OperationId,
    in_sea: OperationId,
}

fn scoped() -> Scoped {
    let mut world = World::founded_by("ana", Admission::Invitation);
    world.welcome("ana", "ben");
    let river = world.dialogue("ana", "The river");
    let sea = world.dialogue("ana", "The sea");
    let mut next = invited_only();
    let mut held = office(OfficeKind::Moderator, "ben", 300);
    held.scope = Some(river);
    next.offices.push(held.clone());
    held.kind = OfficeKind::Greeter;
    next.offices.push(held);
    world.resolve("ana", next, vec![]);
    let in_river = world.say("ana", World::turn(river, "In the river."));
    let in_sea = world.say("ana", World::turn(sea, "In the sea."));
    Scoped {
        world,
        river,
        sea,
        in_river,
        in_sea,
    }
}

fn is_hidden(store: &TestStore, turn: OperationId) -> bool {
    let reader = store.store.reader().expect("a reader");
    let row = reader.turn(turn).expect("a disk").expect("the turn");
    matches!(row.said.shown, Shown::Hidden(_))
}

#[test]
fn a_moderator_of_one_dialogue_hides_there_and_nowhere_else() {
    let mut it = scoped();
    let within = hide(&mut it.world, "ben", it.in_river, Some(it.river));
    let unnamed = hide(&mut it.world, "ben", it.in_sea, None);
    let elsewhere = hide(&mut it.world, "ben", it.in_sea, Some(it.sea));
    let pretended = hide(&mut it.world, "ben", it.in_sea, Some(it.river));
    let verdicts = it.world.verdicts();
    assert_eq!(verdicts[&within], Verdict::Accepted);
    for id in [unnamed, elsewhere] {
        assert_eq!(verdicts[&id], Verdict::SetAside(Reason::OfficeScope));
    }
    // Held to the river, it finds nothing there to hide.
    assert_eq!(verdicts[&pretended], Verdict::Accepted);
    for store in it.world.stores() {
        assert!(is_hidden(&store, it.in_river));
        assert!(!is_hidden(&store, it.in_sea));
    }
    // Nor does a moderator of everything hide beyond the dialogue an act of theirs is held to.
    hide(&mut it.world, "ana", it.in_sea, Some(it.river));
    assert!(!is_hidden(&it.world.store(), it.in_sea));
    hide(&mut it.world, "ana", it.in_sea, None);
    assert!(is_hidden(&it.world.store(), it.in_sea));
}

#[test]
fn a_moderator_of_one_dialogue_shows_again_what_was_hidden_for_it_alone() {
    let mut it = scoped();
    let own = hide(&mut it.world, "ben", it.in_river, Some(it.river));
    let anas = hide(&mut it.world, "ana", it.in_sea, None);
    let words = it.world.words("ben", "Shown again.");
    for hide in [own, anas] {
        let restore = Restore {
            hides: vec![hide],
            words,
            dialogue: Some(it.river),
        };
        it.world.say("ben", restore);
    }
    assert!(!it.world.verdicts().is_empty());
    for store in it.world.stores() {
        assert!(!is_hidden(&store, it.in_river));
        assert!(is_hidden(&store, it.in_sea));
    }
}

#[test]
fn an_office_for_one_dialogue_erases_removes_admits_and_closes_nothing() {
    let mut it = scoped();
    let world = &mut it.world;
    let words = world.words("ben", "A reason.");
    let erase = ModeratorErase {
        targets: vec![it.in_river],
        words,
        dialogue: Some(it.river),
    };
    let erase = world.say("ben", erase);
    world.welcome("ana", "cleo");
    let removal = remove(world, "ben", "cleo");
    world.knock("dina");
    let admit = Admit {
        person: key("dina"),
        scope: Scope::All,
        names: vec![],
        words: None,
    };
    let admit = world.say("ben", admit);
    let door = world.invite("ana", 30);
    let close = InvitationClose {
        invitation: door.id,
        accepts: vec![],
    };
    let close = world.say("ben", close);
    let verdicts = world.verdicts();
    for id in [erase, removal, admit] {
        assert_eq!(verdicts[&id], Verdict::SetAside(Reason::OfficeScope));
    }
    assert_eq!(verdicts[&close], Verdict::SetAside(Reason::NotTheAuthor));
    assert!(!is_hidden(&world.store(), it.in_river));
}

/// Three keepers, two of whom must assent; Ben and Cleo give Dina the same office while apart.
#[test]
fn the_same_step_of_the_law_proposed_twice_is_one_step() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    for name in ["ben", "cleo", "dina"] {
        world.welcome("ana", name);
    }
    let mut three = invited_only();
    three.roll = ["ana", "ben", "cleo"].map(key).to_vec();
    three.roll.sort_unstable();
    three.threshold = 2;
    let parent = world.resolve("ana", three.clone(), vec![]);
    let mut granted = three.clone();
    granted
        .offices
        .push(office(OfficeKind::Moderator, "dina", 300));
    let bens = world.resolve("ben", granted.clone(), vec![]);
    assert_eq!(world.verdicts()[&bens], Verdict::Waiting(Wait::Assent));
    world.act = parent;
    let cleos = world.resolve("cleo", granted.clone(), vec![]);
    // What is done under either counts, and what follows either follows both.
    let claim = world.claim("ana", "Said.");
    let hides = [bens, cleos].map(|act| {
        world.act = act;
        hide(&mut world, "dina", claim, None)
    });
    let mut next = granted;
    next.charter.words = "The next.".to_owned();
    let higher = bens.max(cleos);
    world.act = higher;
    let after = world.resolve("ana", next.clone(), vec![]);
    world.act = higher;
    let after_too = world.resolve("ben", next, vec![]);
    let verdicts = world.verdicts();
    for id in [bens, cleos, after, after_too].iter().chain(&hides) {
        assert_eq!(verdicts[id], Verdict::Accepted, "{id}");
    }
}

#[test]
fn a_greeter_does_not_answer_what_a_resolution_ended_and_a_resolution_does() {
    let mut world = World::founded_by("ana", Admission::Open);
    world.welcome("ana", "ben");
    let mut greeted = law("ana", Admission::Open);
    greeted
        .offices
        .push(office(OfficeKind::Greeter, "ben", 300));
    world.welcome("ana", "cleo");
    let seen = world.claim("cleo", "Before the end.");
    let ended = |accepts: Vec<OperationId>| Ended {
        holder: key("cleo"),
        power: Power::Membership,
        accepts,
    };
    let first = world.resolve("ana", greeted.clone(), vec![ended(vec![seen])]);
    let admit = Admit {
        person: key("cleo"),
        scope: Scope::All,
        names: vec![first],
        words: None,
    };
    let admit = world.say("ben", admit);
    let on_it = Knowing {
        standing: Some(admit),
        ..Knowing::default()
    };
    let back = world.say_knowing("cleo", World::profile("Cleo again"), on_it);
    let verdicts = world.verdicts();
    assert_eq!(verdicts[&seen], Verdict::Accepted);
    assert_eq!(verdicts[&back], Verdict::SetAside(Reason::MembershipEnded));

    // The keepers say themselves that this admission restores her.
    let mut named = vec![seen, admit];
    named.sort_unstable();
    "Cleo is back.".clone_into(&mut greeted.charter.words);
    world.resolve("ana", greeted, vec![ended(named)]);
    assert_eq!(world.verdicts()[&back], Verdict::Accepted);
}

/// A moderator of the river alone counts its map without Cleo too; not another map, and nobody
/// without the office counts any.
#[test]
fn who_moderates_one_dialogue_counts_only_its_map_without_some() {
    let mut world = World::founded_by("ana", Admission::Invitation);
    for name in ["ben", "cleo"] {
        world.welcome("ana", name);
    }
    let river = world.dialogue("ana", "The river");
    let wood = world.dialogue("ana", "The wood");
    let mut held = invited_only();
    held.offices.push(office(OfficeKind::Moderator, "ben", 30));
    held.offices.last_mut().expect("pushed").scope = Some(river);
    world.resolve("ana", held, vec![]);
    let mut count = |by: &'static str, of: Option<OperationId>| {
        let words = world.words(by, "A reason.");
        let act = CountWithout {
            of,
            people: vec![key("cleo")],
            words,
            replaces: vec![],
        };
        world.say(by, act)
    };
    let allowed = [
        count("ben", Some(river)),
        count("ana", Some(wood)),
        count("ana", None),
    ];
    let beyond = [count("ben", Some(wood)), count("ben", None)];
    let without = count("cleo", Some(river));
    let verdicts = world.verdicts();
    for id in allowed {
        assert_eq!(verdicts[&id], Verdict::Accepted);
    }
    for id in beyond {
        assert_eq!(verdicts[&id], Verdict::SetAside(Reason::OfficeScope));
    }
    assert_eq!(verdicts[&without], Verdict::SetAside(Reason::Office));
}
