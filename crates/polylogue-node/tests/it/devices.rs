//! One person, two homes: a device that speaks for its person's root key.

use polylogue_core::kind::{Admission, Choice, Matters};
use polylogue_node::intent::{Intent, Worded};
use polylogue_node::{Doing, Node, Refusal};

use super::{carry, claim, founded, open};

fn vote(node: &Node, commons: &polylogue_core::id::OperationId, intent: Choice) {
    let claim = node.reader(commons).expect("open");
    let claim = claim
        .claims(None, polylogue_store::query::Page::first(1))
        .expect("listed");
    let vote = Intent::Vote {
        claim: claim[0].said.id,
        choice: intent,
        matters: Matters::Unsaid,
        reason: None,
    };
    node.perform(commons, vote).expect("a vote");
}

#[test]
fn the_later_of_two_votes_is_known_across_devices() {
    let (first, second) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let laptop = open(first.path());
    let commons = founded(&laptop, Admission::Invitation);
    let claim = claim(&laptop, &commons, "The river belongs to all.");
    let phone = open(second.path());
    carry(&laptop, &phone, &commons);
    let root = laptop.me(&commons).expect("here");
    let (device, proof) = phone.device_proof(&commons, &root).expect("agreed");
    let forged = Intent::AddDevice {
        device,
        proof: [7; 64],
        name: "phone".to_owned(),
    };
    assert!(matches!(
        laptop.perform(&commons, forged),
        Err(Refusal::DeviceProof)
    ));
    let add = Intent::AddDevice {
        device,
        proof,
        name: "phone".to_owned(),
    };
    laptop.perform(&commons, add).expect("added");
    vote(&laptop, &commons, Choice::Agree);
    carry(&laptop, &phone, &commons);
    vote(&phone, &commons, Choice::Disagree);
    assert!(matches!(
        phone.may(&commons, Doing::Keep),
        Err(Refusal::RootOnly)
    ));
    carry(&phone, &laptop, &commons);
    for node in [&laptop, &phone] {
        let reader = node.reader(&commons).expect("open");
        let row = reader
            .claim(claim, Some(root))
            .expect("readable")
            .expect("here");
        assert_eq!((row.tally.agree, row.tally.disagree), (0, 1));
        assert!(row.mine.expect("voted").others.is_empty());
    }
    let end = Intent::EndDevice {
        device,
        reason: Worded::from("lost on the train"),
    };
    laptop.perform(&commons, end).expect("ended");
    carry(&laptop, &phone, &commons);
    let reader = laptop.reader(&commons).expect("open");
    let row = reader
        .claim(claim, Some(root))
        .expect("readable")
        .expect("here");
    assert_eq!(row.tally.disagree, 1, "what it said before still counts");
}
