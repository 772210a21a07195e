//! Two homes over loopback: a ticket, a joining, both write, both hold the same.

use std::time::{Duration, Instant};

use polylogue_core::id::OperationId;
use polylogue_core::kind::Admission;
use polylogue_node::{Arrival, Invite, Node, Outcome, Refusal, With};
use polylogue_store::query::{Page, Standing};

use super::{dialogue, founded, open, say};

fn held(node: &Node, commons: &OperationId) -> Vec<(u64, OperationId)> {
    node.store(commons)
        .expect("here")
        .reconciled_keys()
        .expect("readable")
}

/// Waits in real time, as peers do, and not longer than ten seconds.
fn until(mut is_done: impl FnMut() -> bool) -> bool {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(10) {
        if is_done() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

#[test]
fn a_second_home_joins_and_both_agree_live() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    say(&ada, &commons, river, "It runs dry.");
    ada.start_network().expect("a socket");
    let ticket = ada
        .ticket(&commons, Invite::Yes)
        .expect("a ticket")
        .to_text();

    let bea = open(second.path());
    assert_eq!(bea.join(&ticket, "Bea").expect("joined"), commons);
    let summary = &bea.commons().expect("listed")[0];
    assert_eq!(
        (summary.standing, summary.is_active),
        (Standing::Member, true)
    );
    bea.start_network().expect("a socket");
    say(&bea, &commons, river, "Not every summer.");
    say(&ada, &commons, river, "Nearly.");
    let rows = |node: &Node| {
        let reader = node.reader(&commons).expect("open");
        let turns = reader.turns(river, Page::first(10)).expect("listed");
        turns
            .into_iter()
            .map(|it| (it.said.id, it.text.words))
            .collect::<Vec<_>>()
    };
    // What came is in the log a moment before it is on pages.
    let agree = || held(&ada, &commons) == held(&bea, &commons) && rows(&ada) == rows(&bea);
    assert!(
        until(|| agree() && rows(&ada).len() == 3),
        "they come to agree"
    );
    let status = ada.status(&commons).expect("known");
    assert_eq!((status.is_networked, status.peers.len()), (true, 1));
    assert!(matches!(
        bea.join(&ticket, "Bea"),
        Err(Refusal::AlreadyHere { .. })
    ));
    bea.shutdown();
    ada.shutdown();
}

#[test]
fn after_being_apart_one_sync_makes_both_equal() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    ada.start_network().expect("a socket");
    let ticket = ada
        .ticket(&commons, Invite::Yes)
        .expect("a ticket")
        .to_text();
    let bea = open(second.path());
    bea.join(&ticket, "Bea").expect("joined");
    for number in 0..20 {
        say(&ada, &commons, river, &format!("Ada {number}"));
        say(&bea, &commons, river, &format!("Bea {number}"));
    }
    let report = bea.sync_once(&commons, &With::Everybody).expect("a peer");
    assert_eq!(report.peers.len(), 1);
    assert!(
        report.peers.iter().all(|(_, it)| *it == Outcome::Same),
        "{report:?}"
    );
    assert!(until(|| held(&ada, &commons) == held(&bea, &commons)));
    let status = bea.status(&commons).expect("known");
    assert_eq!(
        status.here_only, 0,
        "a comparison has shown that the other peer holds them"
    );
    ada.shutdown();
}

#[test]
fn a_peer_that_is_away_is_not_said_to_hold_what_came_after() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    ada.start_network().expect("a socket");
    let ticket = ada
        .ticket(&commons, Invite::Yes)
        .expect("a ticket")
        .to_text();
    let bea = open(second.path());
    let entered = bea.enter(&ticket, "Bea").expect("joined");
    assert_eq!(entered.arrival, Arrival::Whole);
    bea.start_network().expect("a socket");
    let row = || ada.status(&commons).expect("known").peers.remove(0);
    let n_held = || ada.status(&commons).expect("known").operations;
    assert!(until(|| row().is_connected
        && row().has == Some(n_held())
        && held(&ada, &commons) == held(&bea, &commons)));
    let n_then = n_held();
    bea.shutdown();
    assert!(until(|| !row().is_connected));
    say(&ada, &commons, river, "Is anybody there?");
    say(&ada, &commons, river, "Nobody.");
    assert_eq!((row().has, row().lacks), (Some(n_then), Some(2)));
    assert!(row().compared <= row().heard);
    let report = ada.sync_once(&commons, &With::Everybody).expect("a peer");
    assert!(
        matches!(report.peers.as_slice(), [(_, Outcome::Failed(_))]),
        "{report:?}"
    );
    assert_eq!((row().has, row().lacks), (Some(n_then), Some(2)));
    bea.start_network().expect("a socket");
    let report = bea.sync_once(&commons, &With::Everybody).expect("a peer");
    assert!(
        matches!(report.peers.as_slice(), [(_, Outcome::Same)]),
        "{report:?}"
    );
    assert!(until(|| row().lacks == Some(0)));
    bea.shutdown();
    ada.shutdown();
}

/// Three peers that run all give the founding at once.
#[test]
fn joining_among_three_peers_brings_everything() {
    let homes: [_; 3] = std::array::from_fn(|_| tempfile::tempdir().expect("a home"));
    let nodes: Vec<Node> = homes.iter().map(|it| open(it.path())).collect();
    let commons = founded(&nodes[0], Admission::Invitation);
    let river = dialogue(&nodes[0], &commons);
    for number in 0..40 {
        say(&nodes[0], &commons, river, &format!("Turn {number}"));
    }
    nodes[0].start_network().expect("a socket");
    let ticket = |node: &Node| node.ticket(&commons, Invite::Yes).expect("one").to_text();
    for node in &nodes[1..] {
        node.join(&ticket(&nodes[0]), "Somebody").expect("joined");
        node.start_network().expect("a socket");
    }
    let n_connected = || {
        let status = nodes[0].status(&commons).expect("known");
        status.peers.iter().filter(|it| it.is_connected).count()
    };
    assert!(until(|| n_connected() == 2));
    for number in 0..4 {
        let home = tempfile::tempdir().expect("a home");
        let node = open(home.path());
        let entered = node.enter(&ticket(&nodes[0]), "New").expect("joined");
        assert_eq!(entered.arrival, Arrival::Whole, "number {number}");
        let summary = &node.commons().expect("listed")[0];
        assert_eq!(summary.standing, Standing::Member, "number {number}");
        assert!(summary.operations > 40, "number {number}");
    }
    nodes.iter().for_each(Node::shutdown);
}

#[test]
fn a_ticket_without_a_peer_that_answers_is_refused_in_words() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let bea = open(second.path());
    let nobody = ada
        .ticket(&commons, Invite::Yes)
        .expect("a ticket")
        .to_text();
    assert!(matches!(
        bea.join(&nobody, "Bea"),
        Err(Refusal::NoAddresses)
    ));
    ada.start_network().expect("a socket");
    let ticket = ada
        .ticket(&commons, Invite::Yes)
        .expect("a ticket")
        .to_text();
    ada.shutdown();
    assert!(matches!(
        bea.join(&ticket, "Bea"),
        Err(Refusal::NobodyAnswered { peers: 1 })
    ));
    assert!(
        bea.commons().expect("listed").is_empty(),
        "nothing half made is left"
    );
    assert!(matches!(
        bea.join("polylogue", "Bea"),
        Err(Refusal::Ticket(_))
    ));
}
