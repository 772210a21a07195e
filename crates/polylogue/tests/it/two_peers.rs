//! Two homes on one machine: both write, one is away for a while, they agree.

use std::time::{Duration, Instant};

use polylogue_testkit::command::wait_until;

use crate::place::{Place, claims, done, found, json, made, serve};

/// Design: they agree within seconds.
const AGREE_WITHIN: Duration = Duration::from_secs(10);

#[test]
fn one_is_stopped_both_write_and_they_agree_again() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    found(alice);
    let alices = serve(alice);
    let ticket = made(alice, &["ticket", "--invite"]);
    done(bob, &["join", &ticket, "--as", "Bob"]);
    let bobs = serve(bob);
    made(alice, &["claim", "add", "Said by Alice while both run."]);
    made(bob, &["claim", "add", "Said by Bob while both run."]);
    let both = || claims(alice) == claims(bob) && claims(alice).len() == 2;
    assert!(wait_until(AGREE_WITHIN, both), "both run and do not agree");

    assert_eq!(bobs.stop().code, Some(0));
    for number in 0..10 {
        made(alice, &["claim", "add", &format!("Alice alone, {number}.")]);
        made(bob, &["claim", "add", &format!("Bob alone, {number}.")]);
    }
    let only_here = json(bob, &["status"])["here_only"].as_u64();
    assert!(
        only_here >= Some(10),
        "the status is honest about what only Bob has: {only_here:?}"
    );

    let bobs = serve(bob);
    let began = Instant::now();
    let all = || claims(alice) == claims(bob) && claims(alice).len() == 22;
    assert!(
        wait_until(AGREE_WITHIN, all),
        "they do not agree after both run again"
    );
    println!(
        "agreed {} ms after both ran again",
        began.elapsed().as_millis()
    );
    for program in [alice, bob] {
        assert!(done(program, &["verify"]).starts_with("equal"));
    }
    let shown = |program| {
        let mut commons = json(program, &["commons", "show"]);
        commons["counts"].take()
    };
    assert_eq!(shown(alice), shown(bob));
    assert_eq!(bobs.stop().code, Some(0));
    assert_eq!(alices.stop().code, Some(0));
}

#[test]
fn a_ticket_without_an_invitation_lets_read_only() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    found(alice);
    let claim = made(
        alice,
        &["claim", "add", "Anybody with a ticket can read this."],
    );
    let alices = serve(alice);
    let ticket = made(alice, &["ticket"]);
    done(bob, &["join", &ticket, "--as", "Bob"]);
    assert_eq!(claims(bob), std::slice::from_ref(&claim));
    crate::place::refused(bob, &["vote", &claim, "agree"], 1);
    assert_eq!(alices.stop().code, Some(0));
}
