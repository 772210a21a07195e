//! Newcomers of an open commons: heard by peers who never met theirs, and counted once admitted.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, Choice, Matters, Scope};
use polylogue_core::verdict::{Verdict, Wait};
use polylogue_node::intent::Intent;
use polylogue_node::{Invite, Node, Outcome, With};
use polylogue_store::query::Standing;
use tempfile::TempDir;

use super::{claim, dialogue, founded, open, say};

/// Connects two homes for as long as one comparison takes.
fn meet(host: &Node, guest: &Node, commons: &OperationId) {
    host.start_network().expect("a socket");
    let mut ticket = host.ticket(commons, Invite::No).expect("a ticket");
    // The others it knows of are away, and would be waited for.
    ticket.addresses.truncate(1);
    let with = With::Ticket(ticket.to_text());
    let report = guest.sync_once(commons, &with).expect("a peer");
    let is_same = |(_, it): &(String, Outcome)| *it == Outcome::Same;
    assert!(report.peers.iter().any(is_same), "{report:?}");
    host.shutdown();
}

pub(crate) fn joined(host: &Node, home: &TempDir, invite: Invite) -> Node {
    let commons = host.commons().expect("listed")[0].id;
    host.start_network().expect("a socket");
    let mut ticket = host.ticket(&commons, invite).expect("a ticket");
    ticket.addresses.truncate(1);
    let ticket = ticket.to_text();
    let guest = open(home.path());
    guest.join(&ticket, "Guest").expect("joined");
    host.shutdown();
    guest
}

fn keys(node: &Node, commons: &OperationId) -> Vec<(u64, OperationId)> {
    let store = node.store(commons).expect("here");
    store.reconciled_keys().expect("readable")
}

fn homes<const N: usize>() -> [TempDir; N] {
    std::array::from_fn(|_| tempfile::tempdir().expect("a folder"))
}

fn vote(node: &Node, commons: &OperationId, claim: OperationId) -> OperationId {
    let vote = Intent::Vote {
        claim,
        choice: Choice::Agree,
        matters: Matters::Unsaid,
        reason: None,
    };
    node.perform(commons, vote).expect("a vote").main()
}

#[test]
fn what_a_newcomer_says_travels_from_peer_to_peer_and_counts_once_a_greeter_admits_them() {
    let [first, second, third, fourth] = homes();
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Open);
    let (river, water) = (
        dialogue(&ada, &commons),
        claim(&ada, &commons, "Water is a common good."),
    );
    let bea = joined(&ada, &second, Invite::Yes);
    let cem = joined(&ada, &third, Invite::Yes);
    meet(&ada, &bea, &commons);
    let dan = joined(&cem, &fourth, Invite::No);
    let said = [
        say(&dan, &commons, river, "I am new here."),
        claim(&dan, &commons, "Newcomers are heard."),
        vote(&dan, &commons, water),
    ];
    // A line: what Dan says goes to Cem, from there to Bea, from there to Ada.
    meet(&cem, &dan, &commons);
    meet(&bea, &cem, &commons);
    meet(&ada, &bea, &commons);

    let person = dan.me(&commons).expect("here");
    let reader = ada.reader(&commons).expect("open");
    for id in said {
        let row = reader.operation(id).expect("readable").expect("here");
        assert_eq!(row.verdict, Verdict::Waiting(Wait::Admission));
    }
    let tally = reader.claim(water, None).expect("readable").expect("here");
    assert_eq!((tally.tally.agree, tally.newcomers.agree), (0, 1));
    assert_eq!(reader.counts().expect("counted").newcomers, 1);
    let row = reader.person(person).expect("readable").expect("known");
    assert_eq!(row.person.standing, Standing::Newcomer);
    drop(reader);
    assert_eq!(keys(&ada, &commons), keys(&dan, &commons));

    let admit = Intent::Admit {
        person,
        scope: Scope::All,
        reason: "welcome".into(),
    };
    ada.perform(&commons, admit).expect("admitted");
    meet(&ada, &bea, &commons);
    meet(&bea, &cem, &commons);
    meet(&cem, &dan, &commons);
    let all = keys(&ada, &commons);
    for node in [&ada, &bea, &cem, &dan] {
        assert_eq!(keys(node, &commons), all);
        let reader = node.reader(&commons).expect("open");
        let row = reader.claim(water, None).expect("readable").expect("here");
        assert_eq!((row.tally.agree, row.newcomers.agree), (1, 0));
        let turn = reader.turn(said[0]).expect("readable").expect("counts");
        assert_eq!(turn.text.words, "I am new here.");
        drop(reader);
        let store = node.store(&commons).expect("here");
        assert!(store.porch_keys().expect("readable").is_empty());
    }
}

#[test]
fn a_newcomer_is_told_that_their_words_wait() {
    let [first, second] = homes();
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Open);
    let river = dialogue(&ada, &commons);
    let dan = joined(&ada, &second, Invite::No);
    say(&dan, &commons, river, "I am new here.");
    ada.start_network().expect("a socket");
    let ticket = ada.ticket(&commons, Invite::No).expect("a ticket");
    let report = dan
        .sync_once(&commons, &With::Ticket(ticket.to_text()))
        .expect("a peer");
    assert_eq!(report.waiting, 3, "the asking to join, the name, the turn");
    let here = ada.store(&commons).expect("here").porch_keys();
    assert_eq!(here.expect("readable").len(), 3);
    let status = dan.status(&commons).expect("known");
    assert_eq!(status.waiting, 3);
    assert!(status.mine.iter().all(|it| it.held_by == 0));
    assert_eq!(status.here_only, 0);
    ada.shutdown();
}
