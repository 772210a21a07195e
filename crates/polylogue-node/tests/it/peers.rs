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

/// A port with some free ones after it.
fn free_ports() -> u16 {
    let is_free = |port: u16| std::net::UdpSocket::bind(("127.0.0.1", port)).is_ok();
    let ends_here = |first: &u16| (0..3).all(|more| is_free(first + more));
    (20_000..60_000)
        .step_by(7)
        .skip(usize::try_from(std::process::id() % 4_000).expect("small"))
        .find(ends_here)
        .expect("free ports")
}

#[test]
fn every_commons_of_a_home_is_reached_where_it_listens() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let port = free_ports();
    let listening = || {
        let mut options = super::options();
        options.listen = Some(std::net::SocketAddr::from(([127, 0, 0, 1], port)));
        Node::open(first.path(), options).expect("a home")
    };
    let ports = |node: &Node, all: &[OperationId]| -> Vec<u16> {
        let port = |id: &OperationId| {
            let ticket = node.ticket(id, Invite::No).expect("a ticket");
            ticket.addresses[0].direct[0].port()
        };
        all.iter().map(port).collect()
    };
    let ada = listening();
    let mut all = vec![founded(&ada, Admission::Invitation)];
    ada.start_network().expect("a socket");
    all.push(founded(&ada, Admission::Open));
    // One that is joined has its port from the first call on, while the others are open.
    let bea = open(second.path());
    let of_bea = founded(&bea, Admission::Open);
    bea.start_network().expect("a socket");
    let ticket = bea.ticket(&of_bea, Invite::Yes).expect("a ticket");
    all.push(ada.join(&ticket.to_text(), "Ada").expect("joined"));
    let expected = vec![port, port + 1, port + 2];
    assert_eq!(ports(&ada, &all), expected);
    ada.shutdown();
    drop(ada);

    let ada = listening();
    ada.start_network().expect("sockets");
    assert_eq!(ports(&ada, &all), expected, "they stay");
    let ticket = ada.ticket(&all[1], Invite::Yes).expect("a ticket");
    assert_eq!(bea.join(&ticket.to_text(), "Bea").expect("joined"), all[1]);
    bea.shutdown();
    ada.shutdown();
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

/// A clock that stands: everything happens in one second.
fn standing_clock() -> u64 {
    super::BEGINNING
}

#[test]
fn what_was_written_in_the_second_of_a_comparison_is_not_said_to_be_here_only() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let open = |home: &std::path::Path| {
        let options = polylogue_node::NodeOptions {
            clock: standing_clock,
            ..super::options()
        };
        Node::open(home, options).expect("a home")
    };
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    ada.start_network().expect("a socket");
    let ticket = ada.ticket(&commons, Invite::Yes).expect("a ticket");
    let bea = open(second.path());
    bea.join(&ticket.to_text(), "Bea").expect("joined");
    say(&bea, &commons, river, "Not every summer.");
    bea.sync_once(&commons, &With::Everybody).expect("a peer");
    // Bea's network is closed again: what is known is what was noted.
    let of_bea = bea.status(&commons).expect("known");
    assert_eq!((of_bea.peers.len(), of_bea.here_only), (1, 0), "{of_bea:?}");
    assert!(of_bea.mine.iter().all(|it| it.held_by == 1), "{of_bea:?}");
    assert!(
        until(|| ada.status(&commons).expect("known").here_only == 0),
        "{:?}",
        ada.status(&commons)
    );
    // What she writes now is on her machine only, though it is the same second.
    say(&bea, &commons, river, "Nearly.");
    let of_bea = bea.status(&commons).expect("known");
    assert_eq!(of_bea.here_only, 1, "{of_bea:?}");
    assert_eq!(of_bea.mine[0].held_by, 0, "{of_bea:?}");
    bea.shutdown();
    ada.shutdown();
}

#[test]
fn a_commons_whose_port_is_taken_or_past_the_last_listens_at_another() {
    let first = tempfile::tempdir().expect("one");
    for port in [free_ports(), u16::MAX] {
        let home = first.path().join(port.to_string());
        let taken = port
            .checked_add(1)
            .map(|it| std::net::UdpSocket::bind(("127.0.0.1", it)).expect("it is free"));
        let mut options = super::options();
        options.listen = Some(std::net::SocketAddr::from(([127, 0, 0, 1], port)));
        let ada = Node::open(&home, options).expect("a home");
        let all = [Admission::Invitation, Admission::Open].map(|it| founded(&ada, it));
        if let Err(refusal) = ada.start_network() {
            // Somebody else has the last port just now: nothing to see here.
            assert!(port == u16::MAX, "{refusal}");
            continue;
        }
        let at = |id: &OperationId| ada.status(id).expect("known").addresses;
        let all = all.iter().flat_map(at).collect::<Vec<_>>();
        let is_first = |it: &&String| **it == format!("127.0.0.1:{port}");
        assert_eq!(all.iter().filter(is_first).count(), 1, "{all:?}");
        let is_usable = |it: &String| !it.ends_with(":0");
        assert!(all.len() == 2 && all.iter().all(is_usable), "{all:?}");
        drop(taken);
        ada.shutdown();
    }
}
