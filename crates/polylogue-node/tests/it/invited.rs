//! Invitations to less than membership, and for a time.

use polylogue_core::kind::{Admission, Scope};
use polylogue_node::intent::Intent;
use polylogue_node::{InvitationState, Invite, Refusal, With};
use polylogue_store::query::Standing;

use super::{dialogue, founded, open, saying};

const DAY_SECONDS: u64 = 24 * 60 * 60;

#[test]
fn an_invitation_to_vote_lets_vote_and_nothing_else_until_its_end() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    let river = dialogue(&ada, &commons);
    ada.start_network().expect("a socket");
    let invite = |scope, days| Invite::To { scope, days };
    let ticket = ada
        .ticket(&commons, invite(Scope::Vote, 3))
        .expect("a ticket")
        .to_text();
    assert!(ada.ticket(&commons, invite(Scope::All, 0)).is_err());
    let bea = open(second.path());
    bea.join(&ticket, "Bea").expect("joined");
    assert_eq!(bea.commons().expect("listed")[0].standing, Standing::Voter);
    let refused = bea.perform(&commons, saying(river, "Hello.", Vec::new()));
    assert!(matches!(refused, Err(Refusal::VotesOnly)));
    let person = bea.me(&commons).expect("here");
    let there = ada.reader(&commons).expect("open").person(person);
    let row = there.expect("readable").expect("known");
    assert_eq!(row.person.standing, Standing::Voter);
    ada.ticket(&commons, Invite::Yes).expect("another");
    let close = ada.invitations(&commons).expect("listed")[0].id;
    let close = Intent::CloseInvitation { invitation: close };
    ada.perform(&commons, close).expect("closed");
    bea.sync_once(&commons, &With::Everybody).expect("a peer");
    for node in [&ada, &bea] {
        let rows = node.invitations(&commons).expect("listed");
        let shown: Vec<_> = rows.iter().map(|it| (it.scope, it.state)).collect();
        assert_eq!(
            shown,
            [
                (Scope::All, InvitationState::Closed),
                (Scope::Vote, InvitationState::Open)
            ]
        );
        let open_for = rows[1].end - rows[1].opened;
        assert!(open_for.abs_diff(3 * DAY_SECONDS) < 60, "{open_for}");
    }
    ada.shutdown();
}

#[test]
fn an_old_ticket_does_not_take_the_place_of_the_secret_the_law_names() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let ada = open(first.path());
    let commons = founded(&ada, Admission::Invitation);
    ada.start_network().expect("a socket");
    let ticket = ada.ticket(&commons, Invite::Yes).expect("a ticket");
    let bea = open(second.path());
    bea.join(&ticket.to_text(), "Bea").expect("joined");
    let mut old = ticket.clone();
    old.read_secret = [7; 32];
    bea.sync_once(&commons, &With::Ticket(old.to_text()))
        .expect("the door opens all the same");
    let given = bea.ticket(&commons, Invite::No).expect("a ticket");
    assert_eq!(given.read_secret, ticket.read_secret);
    ada.shutdown();
}
