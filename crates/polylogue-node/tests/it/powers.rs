//! Membership, offices and law: what is refused before it is signed.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, OfficeKind, Scope};
use polylogue_node::intent::{Intent, Worded};
use polylogue_node::{Doing, Heard, Invite, Node, Refusal};
use polylogue_store::query::Standing;

use super::{carry, dialogue, founded, open, saying};

/// A second home that reads along by a bundle and is nobody there yet.
fn reading_along(ada: &Node, commons: &OperationId, home: &std::path::Path) -> Node {
    let bea = open(home);
    carry(ada, &bea, commons);
    bea
}

#[test]
fn in_an_invited_commons_a_reader_may_not_write() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    let bea = reading_along(&ada, &commons, second.path());
    let refused = bea.perform(&commons, saying(river, "Hello.", Vec::new()));
    assert!(matches!(refused, Err(Refusal::NotAMember)));
    assert!(matches!(
        bea.may(&commons, Doing::Vote),
        Err(Refusal::NotAMember)
    ));
    assert!(matches!(
        bea.ticket(&commons, Invite::No),
        Err(Refusal::Missing { .. })
    ));
}

#[test]
fn in_an_open_commons_a_newcomer_is_heard_as_one() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Open);
    let river = dialogue(&ada, &commons);
    let bea = reading_along(&ada, &commons, second.path());
    let done = bea
        .perform(&commons, saying(river, "Hello.", Vec::new()))
        .expect("heard");
    assert_eq!(done.heard, Heard::AsNewcomer);
}

#[test]
fn powers_are_granted_used_and_recalled() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let bea = reading_along(&ada, &commons, second.path())
        .me(&commons)
        .expect("here");
    let admit = |scope| Intent::Admit {
        person: bea,
        scope,
        reason: "welcome".into(),
    };
    ada.perform(&commons, admit(Scope::All)).expect("admitted");
    let standing = |node: &Node| {
        let person = node
            .reader(&commons)
            .expect("open")
            .person(bea)
            .expect("readable");
        person.expect("known").person.standing
    };
    assert_eq!(standing(&ada), Standing::Member);
    let again = ada.perform(&commons, admit(Scope::All));
    assert!(matches!(again, Err(Refusal::AlreadyAMember { .. })));
    let grant = Intent::Grant {
        person: bea,
        office: OfficeKind::Moderator,
        scope: None,
        days: 30,
        reason: "for a month".into(),
    };
    ada.perform(&commons, grant).expect("granted");
    let offices = || {
        ada.reader(&commons)
            .expect("open")
            .commons()
            .expect("read")
            .offices
    };
    assert!(offices().iter().any(|it| it.holder.key == bea));
    let recall = Intent::Recall {
        person: bea,
        office: OfficeKind::Moderator,
        reason: Worded::default(),
    };
    ada.perform(&commons, recall.clone()).expect("recalled");
    assert!(!offices().iter().any(|it| it.holder.key == bea));
    let refused = ada.perform(&commons, recall);
    assert!(matches!(refused, Err(Refusal::OfficeNotHeld { .. })));
    let remove = |reason: &str| Intent::Remove {
        person: bea,
        reason: reason.into(),
    };
    let refused = ada.perform(&commons, remove(" "));
    assert!(matches!(refused, Err(Refusal::NoWords { .. })));
    ada.perform(&commons, remove("spam")).expect("removed");
    assert_eq!(standing(&ada), Standing::Removed);
    ada.perform(&commons, admit(Scope::Vote))
        .expect("admitted again");
    assert_eq!(standing(&ada), Standing::Voter);
}

#[test]
fn a_member_without_an_office_is_told_which_one_it_needs() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let bea = reading_along(&ada, &commons, second.path());
    let person = bea.me(&commons).expect("here");
    let admit = Intent::Admit {
        person,
        scope: Scope::All,
        reason: Worded::default(),
    };
    ada.perform(&commons, admit).expect("admitted");
    carry(&ada, &bea, &commons);
    let ada_key = ada.me(&commons).expect("here");
    let remove = Intent::Remove {
        person: ada_key,
        reason: "no".into(),
    };
    let refused = bea.perform(&commons, remove);
    assert!(matches!(
        refused,
        Err(Refusal::NoOffice {
            office: "moderator"
        })
    ));
    let vouch = Intent::Vouch {
        person: ada_key,
        scope: Scope::All,
    };
    assert!(matches!(
        bea.perform(&commons, vouch),
        Err(Refusal::NoVouching)
    ));
    let grant = Intent::Grant {
        person,
        office: OfficeKind::Greeter,
        scope: None,
        days: 1,
        reason: Worded::default(),
    };
    assert!(matches!(
        bea.perform(&commons, grant),
        Err(Refusal::NotAKeeper)
    ));
    let leave = Intent::Leave {
        reason: Worded::default(),
    };
    bea.perform(&commons, leave).expect("left");
    assert!(matches!(
        bea.may(&commons, Doing::Speak),
        Err(Refusal::Left)
    ));
}

#[test]
fn words_and_offices_of_a_newcomer_count_once_somebody_admits_them() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Open);
    let river = dialogue(&ada, &commons);
    let bea = reading_along(&ada, &commons, second.path());
    let turn = bea
        .perform(&commons, saying(river, "Hello.", Vec::new()))
        .expect("heard")
        .main();
    let said = bea
        .store(&commons)
        .expect("here")
        .load(&[turn], usize::MAX)
        .expect("readable");
    ada.store(&commons)
        .expect("here")
        .append(&said, super::clock())
        .expect("on the porch");
    assert_eq!(
        ada.reader(&commons)
            .expect("open")
            .counts()
            .expect("counted")
            .turns,
        0
    );
    let person = bea.me(&commons).expect("here");
    let vouch = Intent::Vouch {
        person,
        scope: Scope::All,
    };
    ada.perform(&commons, vouch).expect("vouched");
    let row = ada
        .reader(&commons)
        .expect("open")
        .turn(turn)
        .expect("readable")
        .expect("counts");
    assert_eq!(row.text.words, "Hello.");
}

fn granting(person: polylogue_core::id::Key, scope: Option<OperationId>, days: u64) -> Intent {
    Intent::Grant {
        person,
        office: OfficeKind::Moderator,
        scope,
        days,
        reason: Worded::default(),
    }
}

#[test]
fn an_office_given_twice_is_given_once() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let bea = reading_along(&ada, &commons, second.path());
    let bea = bea.me(&commons).expect("here");
    let admit = Intent::Admit {
        person: bea,
        scope: Scope::All,
        reason: Worded::default(),
    };
    ada.perform(&commons, admit).expect("admitted");
    let law = || ada.reader(&commons).expect("open").commons().expect("read");
    ada.perform(&commons, granting(bea, None, 30))
        .expect("given");
    let once = law();
    for days in [30, 10] {
        let again = ada.perform(&commons, granting(bea, None, days));
        assert!(matches!(again, Err(Refusal::OfficeHeld { .. })));
    }
    assert_eq!(law(), once);
    ada.perform(&commons, granting(bea, None, 60))
        .expect("longer");
    assert_eq!(law().offices.len(), once.offices.len());
    let greeter = Intent::Grant {
        person: bea,
        office: OfficeKind::Greeter,
        scope: Some(dialogue(&ada, &commons)),
        days: 30,
        reason: Worded::default(),
    };
    let refused = ada.perform(&commons, greeter);
    assert!(matches!(refused, Err(Refusal::OfficeWhole { .. })));
}

#[test]
fn a_moderator_of_one_dialogue_is_held_to_it() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    let sea = dialogue(&ada, &commons);
    let in_river = super::say(&ada, &commons, river, "In the river.");
    let in_sea = super::say(&ada, &commons, sea, "In the sea.");
    let bea = reading_along(&ada, &commons, second.path());
    let person = bea.me(&commons).expect("here");
    let admit = Intent::Admit {
        person,
        scope: Scope::All,
        reason: Worded::default(),
    };
    ada.perform(&commons, admit).expect("admitted");
    let grant = granting(person, Some(river), 30);
    ada.perform(&commons, grant).expect("given");
    carry(&ada, &bea, &commons);
    let hide = |turn| Intent::Hide {
        targets: vec![turn],
        reason: "a reason".into(),
    };
    let hidden = bea.perform(&commons, hide(in_river)).expect("hidden");
    let outside = [
        hide(in_sea),
        Intent::Erase {
            targets: vec![in_river],
            reason: "a reason".into(),
        },
        Intent::Remove {
            person: ada.me(&commons).expect("here"),
            reason: "a reason".into(),
        },
    ];
    for intent in outside {
        let refused = bea.perform(&commons, intent);
        assert!(
            matches!(refused, Err(Refusal::OfficeScope { .. })),
            "{refused:?}"
        );
    }
    carry(&bea, &ada, &commons);
    let is_hidden = |node: &Node, turn| {
        let reader = node.reader(&commons).expect("open");
        let row = reader.turn(turn).expect("read").expect("here");
        matches!(row.said.shown, polylogue_store::query::Shown::Hidden(_))
    };
    assert!(is_hidden(&ada, in_river) && is_hidden(&bea, in_river));
    assert!(!is_hidden(&ada, in_sea));
    let restore = Intent::Restore {
        hides: vec![hidden.main()],
        reason: "shown again".into(),
    };
    bea.perform(&commons, restore).expect("shown again");
    assert!(!is_hidden(&bea, in_river));
}

#[test]
fn a_removal_closes_what_its_person_wrote_or_came_by() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    ada.start_network().expect("a network");
    let ticket = ada
        .ticket(&commons, Invite::Yes)
        .expect("a ticket")
        .to_text();
    let bea = open(second.path());
    bea.join(&ticket, "Bea").expect("joined");
    bea.perform(
        &commons,
        Intent::Invite {
            scope: Scope::All,
            days: 30,
        },
    )
    .expect("invited");
    carry(&bea, &ada, &commons);
    let person = bea.me(&commons).expect("here");
    let doors = |node: &Node| {
        let reader = node.reader(&commons).expect("open");
        reader.doors_of(person).expect("read")
    };
    assert_eq!(doors(&ada).len(), 2);
    assert!(doors(&ada).iter().all(|it| !it.is_closed));
    let remove = Intent::Remove {
        person,
        reason: "a reason".into(),
    };
    ada.perform(&commons, remove).expect("removed");
    assert!(doors(&ada).iter().all(|it| it.is_closed));
    let reader = ada.reader(&commons).expect("open");
    let standing = reader.person(person).expect("read").expect("known");
    assert_eq!(standing.person.standing, Standing::Removed);
    let minutes = reader.minutes(polylogue_store::query::Page::first(20));
    let removal = minutes.expect("read").into_iter().find(|it| it.kind == 406);
    assert_eq!(removal.expect("in the minutes").doors_closed, 2);
    drop(reader);
    carry(&ada, &bea, &commons);
    assert!(matches!(bea.join(&ticket, "Bea"), Err(Refusal::Removed)));
    ada.shutdown();
    bea.shutdown();
}
