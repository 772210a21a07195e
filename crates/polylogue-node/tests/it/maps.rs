//! Opinion maps of a living commons: kept open, they are what they would be from nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Choice, Matters, OfficeKind, Scope};
use polylogue_core::move_kind::MoveKind;
use polylogue_map::axes::Position;
use polylogue_map::{OneHand, compute};
use polylogue_node::intent::{Intent, MakeMove, Standpoint};
use polylogue_node::maps::{Asking, Counted, MapOf, OpenMap, Scrutiny, past};
use polylogue_node::refusal::Refusal;
use polylogue_node::{Node, demo};
use tempfile::TempDir;

use super::{carry, open, say};

/// A home with the sample commons, and the dialogue there with the most votes.
fn sampled() -> (TempDir, Node, OperationId, OperationId) {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = demo(&node).expect("loaded");
    let maps = node.reader(&commons).expect("open").maps().expect("listed");
    let under = maps[0].of.as_ref().expect("a dialogue").id;
    (folder, node, commons, under)
}

fn map(node: &Node, commons: OperationId, under: OperationId) -> Arc<OpenMap> {
    let reader = node.reader(&commons).expect("open");
    let of = MapOf::members(Some(under));
    node.map(commons, &reader, of).expect("a map")
}

fn vote(claim: OperationId, choice: Choice) -> Intent {
    Intent::Vote {
        claim,
        choice,
        matters: Matters::Unsaid,
        reason: None,
    }
}

/// Where everybody stands, by key: the order of people means nothing.
fn places(map: &OpenMap) -> BTreeMap<Key, (Position, Option<u8>)> {
    let groups = &map.map.grouping.group_of;
    let placed = map.map.positions.iter().zip(groups);
    let placed = placed.map(|(place, group)| (*place, *group));
    map.people.iter().copied().zip(placed).collect()
}

/// That a map kept open is the one computed from the same votes alone, bit for bit.
fn assert_cold(map: &OpenMap) {
    let cold = compute(&map.ballots, &map.standing, &OneHand);
    assert_eq!(map.map, cold);
}

#[test]
fn a_map_kept_open_is_the_one_computed_from_nothing() {
    let (_home, node, commons, under) = sampled();
    let first = map(&node, commons, under);
    assert_eq!((first.people.len(), first.claims.len()), (36, 10));
    assert_cold(&first);
    assert!(
        Arc::ptr_eq(&first, &map(&node, commons, under)),
        "nothing changed, nothing is counted"
    );
    let claim = first.claims[3];
    let did = node.perform(&commons, vote(claim, Choice::Agree));
    let mine = did.expect("a vote").main();
    let second = map(&node, commons, under);
    assert_eq!(second.people.len(), 37, "one person more");
    assert_cold(&second);
    node.perform(&commons, vote(claim, Choice::Disagree))
        .expect("another vote");
    node.perform(&commons, vote(first.claims[0], Choice::Pass))
        .expect("a second claim");
    let third = map(&node, commons, under);
    assert_eq!(
        third.ballots.vote_count(),
        first.ballots.vote_count() + 2,
        "a changed vote is one vote"
    );
    assert_cold(&third);
    let hide = Intent::Hide {
        targets: vec![first.claims[5]],
        reason: "twice here".into(),
    };
    node.perform(&commons, hide).expect("hidden");
    let fourth = map(&node, commons, under);
    assert_ne!(fourth.map.axes, third.map.axes, "it moves nobody any more");
    assert_cold(&fourth);
    let _ = mine;
}

#[test]
fn a_map_opened_anew_is_the_one_that_was_kept() {
    let (home, node, commons, under) = sampled();
    let first = map(&node, commons, under);
    node.perform(&commons, vote(first.claims[1], Choice::Agree))
        .expect("a vote");
    let kept = map(&node, commons, under);
    node.shutdown();
    drop(node);
    let again = open(home.path());
    let cold = map(&again, commons, under);
    assert_eq!(places(&kept), places(&cold));
    assert_eq!(kept.claims, cold.claims);
    assert_eq!(kept.map.axes, cold.map.axes);
    assert_eq!(kept.map.results, cold.map.results);
}

#[test]
fn replies_and_remarks_never_change_a_map() {
    let (_home, node, commons, under) = sampled();
    let before = map(&node, commons, under);
    say(&node, &commons, under, "I would answer every one of these.");
    let remark = Intent::Move(Box::new(MakeMove {
        kind: MoveKind::Disagrees,
        target: before.claims[2],
        passage: None,
        standpoint: Standpoint::ONESELF,
        found_in: None,
        reason: None,
        object: None,
        condition: None,
        from: None,
        to: None,
    }));
    node.perform(&commons, remark).expect("a remark");
    let after = map(&node, commons, under);
    assert!(after.version > before.version);
    assert_eq!(after.ballots, before.ballots);
    assert_eq!(after.map, before.map);
}

#[test]
fn everybody_is_asked_in_an_order_of_their_own_and_told_why() {
    let (_home, node, commons, under) = sampled();
    let open = map(&node, commons, under);
    let orders: std::collections::BTreeSet<Vec<usize>> =
        open.people.iter().map(|it| open.asked_of(it)).collect();
    assert!(orders.len() > 30, "{} orders for 36 people", orders.len());
    let me = node.me(&commons).expect("here");
    let on = Asking {
        on: Some(Some(under)),
        left: None,
    };
    let mut asked = Vec::new();
    for _ in 0..open.claims.len() {
        let reader = node.reader(&commons).expect("open");
        let next = node.next_claim(commons, &reader, me, on).expect("read");
        let next = next.expect("there are claims left here");
        assert!(open.claim(&next.claim).is_some(), "one stays on the map");
        asked.push(next.claim);
        node.perform(&commons, vote(next.claim, Choice::Pass))
            .expect("a vote");
    }
    asked.sort_unstable();
    assert_eq!(asked, open.claims, "each once");
    let reader = node.reader(&commons).expect("open");
    let next = node.next_claim(commons, &reader, me, on).expect("read");
    let next = next.expect("there are other maps");
    assert!(
        open.claim(&next.claim).is_none(),
        "then one goes on elsewhere"
    );
}

#[test]
fn perspectives_stand_where_their_claims_put_them() {
    let (_home, node, commons, under) = sampled();
    let reader = node.reader(&commons).expect("open");
    let open = map(&node, commons, under);
    let stances = reader.stances(Some(under)).expect("read");
    let placed = open.placed(&stances).expect("few");
    assert!(placed.len() >= 2, "two perspectives hold claims there");
    let apart = open.apart(&placed);
    assert_eq!(apart.len(), placed.len() * (placed.len() - 1) / 2);
    let farthest = apart.last().expect("one pair");
    assert!((0.0..=1.0).contains(&farthest.share) && farthest.share > 0.05);
    let (_, one, other) = farthest.reasons[0];
    assert!((one - other).abs() > 0.1, "the first reason parts them");
}

#[test]
fn the_past_of_a_map_ends_where_it_is_now() {
    let (_home, node, commons, under) = sampled();
    let reader = node.reader(&commons).expect("open");
    let open = map(&node, commons, under);
    let moments = past::past(&reader, Some(under)).expect("counted");
    let last = moments.last().expect("there are votes");
    assert!(moments.len() <= past::MOMENTS_MAX);
    assert_eq!(last.votes, open.ballots.vote_count());
    assert_eq!(last.people, open.people.len());
    let sure = open.map.results.common_ground.iter();
    let sure = sure
        .filter(|it| it.lowest > 0.5)
        .map(|it| open.claims[it.claim]);
    let sure: std::collections::BTreeSet<OperationId> = sure.collect();
    assert_eq!(
        last.shared
            .iter()
            .map(|it| it.0)
            .collect::<std::collections::BTreeSet<_>>(),
        sure
    );
}

#[test]
fn a_map_without_some_people_is_the_one_of_the_others_and_nobody_is_left_out_by_itself() {
    let (_home, node, commons, under) = sampled();
    let open = map(&node, commons, under);
    let out = [2, 7, 30].into_iter().collect();
    let without = open.without(&out).expect("fewer");
    assert_eq!(without.people.len(), 33);
    assert_eq!(
        without.map,
        compute(&without.ballots, &without.standing, &OneHand)
    );
    assert!(!without.people.contains(&open.people[7]));
    let reader = node.reader(&commons).expect("open");
    let first = reader.first_votes(Some(under)).expect("read");
    assert_eq!(first.len(), 36);
    let signs = open.signs(&first, &reader.let_in_by().expect("read"));
    assert!(
        signs.people().is_empty(),
        "the sample is noisy, and came in one evening: {signs:?}"
    );
}

fn without(under: OperationId, people: Vec<Key>, reason: &str) -> Intent {
    Intent::CountWithout {
        of: Some(under),
        people,
        reason: reason.into(),
    }
}

fn scrutiny(node: &Node, commons: OperationId, under: OperationId) -> Arc<Scrutiny> {
    let reader = node.reader(&commons).expect("open");
    node.scrutiny(commons, &reader, Some(under)).expect("read")
}

#[test]
fn a_moderator_counts_a_map_without_some_too_and_takes_no_vote_away() {
    let (_home, node, commons, under) = sampled();
    let before = map(&node, commons, under);
    assert_eq!(scrutiny(&node, commons, under).rows.len(), 1, "no sign");
    let out: Vec<Key> = before.people[..9].to_vec();
    let act = without(under, out.clone(), "one person with nine keys");
    let id = node.perform(&commons, act).expect("counted").main();
    let open = map(&node, commons, under);
    assert_eq!(open.map, before.map, "the map of everybody stays");
    let now = scrutiny(&node, commons, under);
    let [whole, recorded] = &now.rows[..] else {
        panic!("two ways of counting: {:?}", now.rows);
    };
    assert_eq!((whole.counted, whole.people), (Counted::Everybody, 36));
    assert_eq!((recorded.counted, recorded.people), (Counted::Recorded, 9));
    let apart = open
        .without(&now.left_out(&open, Counted::Recorded))
        .expect("fewer");
    assert!(out.iter().all(|it| !apart.people.contains(it)));
    let sizes = &apart.map.grouping.sizes;
    assert_eq!(&recorded.found.groups, sizes);
    assert_eq!(now.recorded[0].reason.words, "one person with nine keys");
    assert_eq!(now.recorded[0].said.id, id);

    let reader = node.reader(&commons).expect("open");
    let page = polylogue_store::query::Page::first(5);
    let minute = reader.minutes(page).expect("read").remove(0);
    assert_eq!((minute.said.id, minute.left_out.0), (id, 9));
    assert_eq!(minute.left_out.1.len(), 9, "by name");
    assert_eq!(minute.reason.words, "one person with nine keys");
    assert_eq!(minute.about[0].id, under);

    // Another act takes the place of this one; nobody left out ends it.
    let fewer = without(under, out[..2].to_vec(), "seven were people");
    node.perform(&commons, fewer).expect("counted");
    assert_eq!(scrutiny(&node, commons, under).rows[1].people, 2);
    let none = || without(under, Vec::new(), "all are people");
    node.perform(&commons, none()).expect("ended");
    let ended = scrutiny(&node, commons, under);
    assert_eq!(ended.rows.len(), 1);
    let again = node.perform(&commons, none());
    assert!(matches!(again, Err(Refusal::NobodyLeftOut)), "{again:?}");
    let minutes = node.reader(&commons).expect("open").minutes(page);
    let kinds: Vec<u16> = minutes.expect("read").iter().map(|it| it.kind).collect();
    assert_eq!(kinds[..3], [575; 3], "each act stays in the log");
}

#[test]
fn what_two_moderators_said_at_once_stands_together() {
    let (_home, ada, commons, under) = sampled();
    let other = tempfile::tempdir().expect("a folder");
    let bea = open(other.path());
    carry(&ada, &bea, &commons);
    let person = bea.me(&commons).expect("here");
    let admit = Intent::Admit {
        person,
        scope: Scope::All,
        reason: "welcome".into(),
    };
    ada.perform(&commons, admit).expect("admitted");
    let grant = Intent::Grant {
        person,
        office: OfficeKind::Moderator,
        scope: None,
        days: 30,
        reason: "chosen".into(),
    };
    ada.perform(&commons, grant).expect("granted");
    carry(&ada, &bea, &commons);

    let people = map(&ada, commons, under).people.clone();
    let nine = without(under, people[..9].to_vec(), "nine keys, one hand");
    let three = without(under, people[8..11].to_vec(), "came in one minute");
    ada.perform(&commons, nine).expect("counted");
    bea.perform(&commons, three).expect("counted");
    carry(&ada, &bea, &commons);
    carry(&bea, &ada, &commons);
    for node in [&ada, &bea] {
        let now = scrutiny(node, commons, under);
        assert_eq!(now.recorded.len(), 2, "{:?}", now.recorded);
        assert_eq!(now.rows[1].counted, Counted::Recorded);
        assert_eq!(now.rows[1].people, 11, "whom either leaves out");
    }
    assert_eq!(
        scrutiny(&ada, commons, under).recorded,
        scrutiny(&bea, commons, under).recorded,
        "in one order for both"
    );

    // One who knew nothing of the other's word ends only what they knew.
    let none = || without(under, Vec::new(), "all are people");
    ada.perform(&commons, none()).expect("ended");
    let two = without(under, people[..2].to_vec(), "two for certain");
    bea.perform(&commons, two).expect("counted");
    carry(&ada, &bea, &commons);
    carry(&bea, &ada, &commons);
    for node in [&ada, &bea] {
        let now = scrutiny(node, commons, under);
        assert_eq!((now.recorded.len(), now.rows[1].people), (1, 2));
    }
    ada.perform(&commons, none()).expect("ended");
    assert_eq!(scrutiny(&ada, commons, under).rows.len(), 1);
}

#[test]
fn nobody_is_left_out_of_a_map_without_a_vote_there_or_a_reason() {
    let (_home, node, commons, under) = sampled();
    let open = map(&node, commons, under);
    let me = node.me(&commons).expect("here");
    let no_vote = node.perform(&commons, without(under, vec![me], "why"));
    assert!(
        matches!(no_vote, Err(Refusal::NotOnTheMap { .. })),
        "{no_vote:?}"
    );
    let no_reason = node.perform(&commons, without(under, vec![open.people[0]], " "));
    assert!(
        matches!(no_reason, Err(Refusal::NoWords { .. })),
        "{no_reason:?}"
    );
    assert!(scrutiny(&node, commons, under).recorded.is_empty());
}
