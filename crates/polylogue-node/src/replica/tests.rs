//! A commons that comes from several peers at once.

use std::sync::{Arc, Barrier};

use polylogue_core::id::Hash;
use polylogue_core::kind::{Admission, RowsOfPeople, Template};

use super::*;
use crate::intent::{Found, Intent};
use crate::{LocalOnly, NodeOptions};

fn open(home: &std::path::Path) -> Node {
    Node::open(home, NodeOptions::of_this_machine(LocalOnly::Yes)).unwrap()
}

fn found(node: &Node) -> OperationId {
    let founded = node.found(&Found {
        title: "The river".to_owned(),
        question: "Who looks after it?".to_owned(),
        template: Template::Blank,
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission: Admission::Invitation,
        charter: String::new(),
        name: "Ada".to_owned(),
        rows: RowsOfPeople::StayHere,
    });
    let commons = founded.unwrap();
    for number in 1..=20 {
        let text = format!("What of stretch {number}?");
        let asking = Intent::AddQuestion {
            text: text.as_str().into(),
            place: number,
        };
        node.perform(&commons, asking).unwrap();
    }
    commons
}

#[test]
fn several_peers_that_give_the_founding_at_once_make_one_store() {
    const PEERS: u8 = 4;
    let home = tempfile::tempdir().unwrap();
    let ada = open(home.path());
    let commons = found(&ada);
    let held = ada.held(&commons).unwrap();
    let keys = held.store.reconciled_keys().unwrap();
    let ids: Vec<OperationId> = keys.iter().map(|(_, id)| *id).collect();
    let all: Vec<Vec<u8>> = held
        .load(&ids)
        .unwrap()
        .iter()
        .map(Operation::encode)
        .collect();
    for _ in 0..3 {
        let home = tempfile::tempdir().unwrap();
        let bea = open(home.path());
        let secret = held.read_secrets()[0];
        let joining = JoiningReplica::new(&bea, commons, held.founding_bytes, secret);
        let joining = Arc::new(joining);
        let barrier = Barrier::new(usize::from(PEERS));
        std::thread::scope(|scope| {
            for number in 0..PEERS {
                let (joining, all, barrier) = (Arc::clone(&joining), all.clone(), &barrier);
                let endpoint = Hash::of(&[number]).0;
                scope.spawn(move || {
                    let inbox = joining.inbox(endpoint);
                    inbox.check(all);
                    barrier.wait();
                    inbox.keep(1);
                });
            }
        });
        let came = bea.held(&commons).unwrap();
        assert!(Arc::ptr_eq(&came, &joining.held().unwrap()));
        assert_eq!(came.store.reconciled_keys().unwrap(), keys);
        assert_eq!(bea.commons().unwrap()[0].operations, keys.len() as u64);
        assert!(joining.giver().is_some());
    }
}
