//! Conversations exported by Polis: brought into a commons, taken out again, and the same.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Admission, DeviceKind, Scope};
use polylogue_core::text::Text;
use polylogue_formats::polis::{self, Conversation, Moderation, NamedFile, Options};
use polylogue_node::import::polis::{PolisOptions, PolisReport};
use polylogue_node::intent::{Intent, Worded};
use polylogue_node::maps::{Counted, MapOf, SignKind};
use polylogue_node::{Node, Refusal};
use polylogue_store::query::{ClaimRow, Page, Shown, Standing};

use super::{carry, founded, open};

const SUMMARY: &str = "topic,The oven\nurl,https://votes.example.org/oven\n\
                       conversation-description,How do we keep it?\n";
const COMMENTS: &str = "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,\
                        group-informed-consensus,comment-body\n\
                        1500000000000,0,7,2,0,1,false,true,0.5,\"Bread, and roses\"\n\
                        1500000000001,3,8,1,1,-1,false,false,0.5,Nobody bakes\n\
                        1500000000002,4,9,0,0,0,true,false,0.5,Why these questions?\n\
                        1500000000003,6,8,0,0,0,false,false,0.5,=The oven stays\n";
// Person 8 changes their mind about 3, and within one minute about 0.
const VOTES: &str = "timestamp,datetime,comment-id,voter-id,vote\n\
                     1500000000000,x,0,7,1\n\
                     1500000000005,x,0,8,1\n\
                     1500000000009,x,0,8,-1\n\
                     1500000200000,x,3,8,1\n\
                     1500000100000,x,3,8,0\n\
                     1500000100000,x,6,12,-1\n\
                     1500000100000,x,4,12,1\n";

fn file(name: &str, text: &str) -> NamedFile {
    NamedFile {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn small(votes: &str) -> Conversation {
    with(COMMENTS, votes)
}

fn with(comments: &str, votes: &str) -> Conversation {
    let files = [
        file("summary.csv", SUMMARY),
        file("comments.csv", comments),
        file("votes.csv", votes),
    ];
    polis::read(&files, Options::default()).expect("a conversation")
}

fn import_options() -> PolisOptions {
    PolisOptions {
        licence: Some("CC BY 4.0".to_owned()),
        language: Some("en".to_owned()),
        name: "Carrier".to_owned(),
        ..PolisOptions::default()
    }
}

fn import(node: &Node, commons: Option<OperationId>, it: &Conversation) -> PolisReport {
    let done = node.import_polis(commons, it, &import_options());
    done.expect("brought in")
}

/// The vote that counts of each person on each claim.
fn cells(it: &Conversation) -> BTreeMap<(u64, u64), i8> {
    let mut votes: Vec<_> = it.votes.iter().collect();
    votes.sort_by_key(|it| it.time_ms);
    let cell = |it: &&polis::Vote| ((it.person, it.claim), it.sign);
    votes.iter().map(cell).collect()
}

/// What of the claims the votes and the map rest on; words as a commons keeps words.
fn claims(it: &Conversation) -> BTreeMap<u64, (String, Option<u64>, bool)> {
    let is_out = |it: &polis::Claim| it.is_meta || it.moderation == Moderation::Rejected;
    let words = |it: &polis::Claim| Text::new(it.text.trim(), "en").words;
    let claim = |it: &polis::Claim| (it.id, (words(it), it.author, is_out(it)));
    it.claims.values().map(claim).collect()
}

fn check_same(node: &Node, report: &PolisReport, it: &Conversation) {
    let out = node.conversation(&report.commons, report.question);
    let out = out.expect("it may leave");
    assert_eq!(cells(&out), cells(it));
    let (out_claims, it_claims) = (claims(&out), claims(it));
    for (number, claim) in &it_claims {
        assert_eq!(out_claims.get(number), Some(claim), "claim {number}");
    }
    assert_eq!(out_claims.len(), it_claims.len());
    assert_eq!(out.votes.len(), it.votes.len(), "replaced votes too");
    assert_eq!(out.summary.topic, it.summary.topic);
    assert_eq!(out.summary.url, it.summary.url);
}

#[test]
fn a_conversation_becomes_a_commons_and_comes_out_the_same() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let it = small(VOTES);
    let report = import(&node, None, &it);
    assert!(report.is_founded);
    let counts = report.counts;
    assert_eq!((counts.claims, counts.people, counts.votes), (4, 3, 7));
    assert_eq!(counts.claims_rejected, 2);
    check_same(&node, &report, &it);
    let reader = node.reader(&report.commons).expect("open");
    let rows = reader.claims(Some(report.question), Page::first(10));
    let rows = rows.expect("listed");
    let words: Vec<&str> = rows.iter().map(|it| it.text.words.as_str()).collect();
    assert_eq!(words.len(), 4);
    let from = rows[0].said.brought_in.as_ref().expect("its source");
    assert_eq!(from.address, "https://votes.example.org/oven");
    assert_eq!(from.licence, "CC-BY-4.0");
    let bread = rows.iter().find(|it| it.text.words == "Bread, and roses");
    let bread = bread.expect("it");
    assert_eq!((bread.tally.agree, bread.tally.disagree), (1, 1));
    let taken_back = rows
        .iter()
        .filter(|it| matches!(it.said.shown, Shown::Withdrawn(_)));
    assert_eq!(taken_back.count(), 2);
    let people = reader.people(Page::first(10)).expect("listed");
    let entered: BTreeSet<&str> = people
        .iter()
        .filter(|it| it.root == DeviceKind::EnteredBy)
        .map(|it| it.person.name.words.as_str())
        .collect();
    let names = ["Participant 12", "Participant 7", "Participant 8"];
    assert_eq!(entered, BTreeSet::from(names));
    assert!(
        people
            .iter()
            .all(|it| it.person.standing == Standing::Member)
    );
}

#[test]
fn bringing_it_in_again_adds_only_what_is_new() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let first = import(&node, None, &small(VOTES));
    let before = node.reader(&first.commons).expect("open").counts();
    for commons in [None, Some(first.commons)] {
        let again = import(&node, commons, &small(VOTES));
        assert_eq!(
            (again.commons, again.question),
            (first.commons, first.question)
        );
        let counts = again.counts;
        assert_eq!((counts.claims, counts.people, counts.votes), (0, 0, 0));
        assert_eq!((counts.claims_here, counts.votes_here), (4, 7));
    }
    let after = node.reader(&first.commons).expect("open").counts();
    assert_eq!(after.expect("read"), before.expect("read"));
    // Person 7 changes their mind, and somebody new comes.
    let later = format!("{VOTES}1500000900000,x,0,7,-1\n1500000900000,x,6,20,1\n");
    let more = import(&node, None, &small(&later));
    assert_eq!((more.counts.people, more.counts.votes), (1, 2));
    check_same(&node, &first, &small(&later));
}

#[test]
fn a_corrected_export_brings_its_corrections_in() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let first = import(&node, None, &small(VOTES));
    // Within its minute person 12 now agrees; and a claim has other words.
    let votes = VOTES.replace("1500000100000,x,6,12,-1", "1500000100000,x,6,12,1");
    let comments = COMMENTS.replace("=The oven stays", "The oven stays where it is");
    let corrected = with(&comments, &votes);
    let counts = import(&node, Some(first.commons), &corrected).counts;
    assert_eq!((counts.claims, counts.claims_reworded), (0, 1));
    let out = node.conversation(&first.commons, first.question);
    let out = out.expect("it may leave");
    assert_eq!(cells(&out), cells(&corrected));
    assert_eq!(claims(&out), claims(&corrected));
    let reader = node.reader(&first.commons).expect("open");
    let rows = reader
        .claims(Some(first.question), Page::first(20))
        .expect("listed");
    let said = |words: &str| rows.iter().find(|it| it.text.words == words);
    let old = said("=The oven stays").expect("it is kept");
    assert!(matches!(old.said.shown, Shown::Withdrawn(_)));
    let new = said("The oven stays where it is").expect("it is said anew");
    let page = reader.claim(new.said.id, None).expect("a disk");
    let lineage = page.expect("it is here").lineage;
    assert_eq!(lineage.len(), 1, "it says where it came from");
    // The same again brings nothing in; and a correction can be taken back.
    let again = import(&node, Some(first.commons), &corrected).counts;
    assert_eq!(
        (again.claims, again.claims_reworded, again.votes),
        (0, 0, 0)
    );
    let back = with(&comments, VOTES);
    import(&node, Some(first.commons), &back);
    let out = node.conversation(&first.commons, first.question);
    assert_eq!(cells(&out.expect("it may leave")), cells(&back));
}

#[test]
fn equal_votes_within_a_minute_keep_their_count_on_the_way_back() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let votes = format!("{VOTES}1500000100007,x,6,12,-1\n1500000100009,x,6,12,-1\n");
    let it = small(&votes);
    let report = import(&node, None, &it);
    let out = node.conversation(&report.commons, report.question);
    let files = polis::write(&out.expect("it may leave"));
    let again = polis::read(&files, Options::default()).expect("a conversation");
    assert_eq!(again.votes.len(), it.votes.len());
    let counts = import(&node, Some(report.commons), &again).counts;
    assert_eq!((counts.votes, counts.votes_here), (0, 9));
}

#[test]
fn files_without_a_claim_found_nothing() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let empty = with(
        "timestamp,comment-id,author-id,moderated,comment-body\n",
        "timestamp,datetime,comment-id,voter-id,vote\n",
    );
    let refused = node.import_polis(None, &empty, &import_options());
    assert!(
        matches!(refused, Err(Refusal::NothingVotedOn)),
        "{refused:?}"
    );
    assert!(node.commons().expect("readable").is_empty());
}

#[test]
fn a_matrix_without_times_does_as_well() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let files = [
        file("summary.csv", SUMMARY),
        file("comments.csv", COMMENTS),
        file(
            "participants-votes.csv",
            "participant,group-id,0,3,6\n7,0,1,-1,\n8,1,,1,0\n",
        ),
    ];
    let it = polis::read(&files, Options::default()).expect("a conversation");
    let report = import(&node, None, &it);
    assert_eq!(report.counts.votes, 4);
    check_same(&node, &report, &it);
    assert_eq!(import(&node, None, &it).counts.votes, 0);
}

#[test]
fn what_was_taken_out_stays_out() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let first = import(&node, None, &small(VOTES));
    let commons = first.commons;
    let rows = node.reader(&commons).expect("open");
    let rows = rows.claims(Some(first.question), Page::first(10));
    let rows = rows.expect("listed");
    let bread = rows.iter().find(|it| it.text.words == "Bread, and roses");
    let targets = vec![bread.expect("it").said.id, first.question];
    let erase = Intent::Erase {
        targets,
        reason: "private".into(),
    };
    node.perform(&commons, erase).expect("erased");
    let again = import(&node, Some(commons), &small(VOTES));
    let counts = again.counts;
    assert_eq!(again.question, first.question);
    assert_eq!((counts.claims, counts.people, counts.votes), (0, 0, 0));
    let reader = node.reader(&commons).expect("open");
    let found = reader.claims_listed(Page::first(20)).expect("listed");
    assert!(found.iter().all(|it| it.text.words != "Bread, and roses"));
}

#[test]
fn votes_without_times_settle_on_the_last() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let files = [
        file("summary.csv", SUMMARY),
        file("comments.csv", COMMENTS),
        file(
            "votes.csv",
            "comment-id,voter-id,vote\n0,1,1\n0,1,-1\n0,1,1\n0,2,-1\n",
        ),
    ];
    let it = polis::read(&files, Options::default()).expect("a conversation");
    assert_eq!(import(&node, None, &it).counts.votes, 2);
    assert_eq!(import(&node, None, &it).counts.votes, 0);
}

#[test]
fn nobody_counts_the_same_votes_twice() {
    let (one, two) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let (node, other) = (open(one.path()), open(two.path()));
    let report = import(&node, None, &small(VOTES));
    carry(&node, &other, &report.commons);
    let refused = other.import_polis(Some(report.commons), &small(VOTES), &import_options());
    assert!(
        matches!(refused, Err(Refusal::BroughtInAlready { .. })),
        "{refused:?}"
    );
    let kept = other.reader(&report.commons).expect("open");
    assert_eq!(kept.questions().expect("listed").len(), 1);
}

/// Two members of one commons on two homes, both of whom know of the other.
fn two_members(one: &Path, two: &Path) -> (Node, Node, OperationId) {
    let ada = open(one);
    let commons = founded(&ada, Admission::Invitation);
    let bea = open(two);
    carry(&ada, &bea, &commons);
    let person = bea.me(&commons).expect("here");
    let admit = Intent::Admit {
        person,
        scope: Scope::All,
        reason: Worded::default(),
    };
    ada.perform(&commons, admit).expect("admitted");
    carry(&ada, &bea, &commons);
    (ada, bea, commons)
}

#[test]
fn what_two_peers_brought_in_apart_is_one_conversation_once_they_met() {
    let (one, two) = (
        tempfile::tempdir().expect("one"),
        tempfile::tempdir().expect("two"),
    );
    let (ada, bea, commons) = two_members(one.path(), two.path());
    // Bea's copy is a later one, with one claim more and another worded anew.
    let later = format!("{COMMENTS}1500000000004,9,8,0,0,0,false,false,0.5,Later words\n")
        .replace("=The oven stays", "The oven remains");
    let later_votes = format!("{VOTES}1500000300000,x,9,7,1\n");
    let mine = import(&ada, Some(commons), &small(VOTES));
    let theirs = import(&bea, Some(commons), &with(&later, &later_votes));
    assert_ne!(mine.question, theirs.question);
    carry(&ada, &bea, &commons);
    carry(&bea, &ada, &commons);
    let mut maps = Vec::new();
    for node in [&ada, &bea] {
        let reader = node.reader(&commons).expect("open");
        let questions = reader.questions().expect("listed");
        let brought = questions.iter().filter(|it| it.said.brought_in.is_some());
        let shown: Vec<OperationId> = brought.map(|it| it.said.id).collect();
        assert_eq!(shown.len(), 1, "one question");
        let rows = reader
            .claims(Some(shown[0]), Page::first(20))
            .expect("listed");
        let revision = |it: &ClaimRow| it.said.brought_in.as_ref().map(|it| it.revision.clone());
        let revisions: BTreeSet<Option<String>> = rows.iter().map(revision).collect();
        assert_eq!(rows.len(), 5, "every claim once, under the question shown");
        assert_eq!(revisions.len(), 5);
        let first = rows
            .iter()
            .filter(|it| revision(it).as_deref() != Some("comment 9"));
        let bringers: BTreeSet<Key> = first.map(|it| it.said.by.key).collect();
        assert_eq!(bringers.len(), 1, "not split between the two");
        assert_eq!(
            node.fusable(&commons).expect("readable").len(),
            1,
            "offered to be fused"
        );
        let map = node
            .map(commons, &reader, MapOf::members(Some(shown[0])))
            .expect("a map");
        maps.push((shown[0], map.claims.clone(), map.map.results.counts.clone()));
    }
    assert_eq!(maps[0], maps[1]);
    // Whoever's question is shown brings in what comes later; the other is told who does.
    let (goes_on, other) = match maps[0].0 == mine.question {
        true => (&ada, &bea),
        false => (&bea, &ada),
    };
    let latest = format!("{later_votes}1500000900000,x,0,7,-1\n");
    let more = import(goes_on, Some(commons), &with(&later, &latest));
    assert_eq!(more.question, maps[0].0);
    assert!(more.counts.votes >= 1);
    let refused = other.import_polis(Some(commons), &with(&later, &latest), &import_options());
    assert!(
        matches!(refused, Err(Refusal::BroughtInAlready { .. })),
        "{refused:?}"
    );
}

#[test]
fn what_may_not_leave_and_cannot_come_in_is_refused_in_words() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let commons = founded(&node, Admission::Open);
    let refused = node.import_polis(Some(commons), &small(VOTES), &import_options());
    assert!(matches!(refused, Err(Refusal::VotersNeedInvitations)));
    let commons = founded(&node, Admission::Invitation);
    let report = import(&node, Some(commons), &small(VOTES));
    assert!(!report.is_founded);
    let refused = node.conversation(&commons, report.question);
    assert!(matches!(refused, Err(Refusal::RowsStayHere)), "{refused:?}");
    let report = import(&node, None, &small(VOTES));
    let missing = node.conversation(&report.commons, OperationId([7; 32]));
    assert!(matches!(missing, Err(Refusal::NotFound { .. })));
}

#[test]
fn real_conversations_come_out_as_they_came_in() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("POLYLOGUE_SHARED").map_or(beside, PathBuf::from);
    for name in [
        "london.youth.policing",
        "brexit-consensus",
        "bg2050-volunteers",
    ] {
        let folder = shared.join("data/polis").join(name);
        let Ok(entries) = std::fs::read_dir(&folder) else {
            println!("skipped: the shared conversations are not at hand");
            return;
        };
        let files: Vec<NamedFile> = entries
            .map(|it| it.expect("readable"))
            .filter(|it| it.file_name().to_string_lossy().ends_with(".csv"))
            .map(|it| NamedFile {
                name: it.file_name().to_string_lossy().into_owned(),
                bytes: std::fs::read(it.path()).expect("readable"),
            })
            .collect();
        let it = polis::read(&files, Options::default()).expect("a conversation");
        let home = tempfile::tempdir().expect("one");
        let node = open(home.path());
        let report = import(&node, None, &it);
        println!("{name}: {:?}", report.counts);
        check_same(&node, &report, &it);
        let again = import(&node, None, &it).counts;
        assert_eq!((again.claims, again.people, again.votes), (0, 0, 0));
    }
}

/// Sixty in two camps who come one by one, each with a mind of their own, and fifteen with one mind
/// of whom twelve come within an hour.
fn with_a_crowd() -> Conversation {
    const CLAIMS: u64 = 24;
    let mut comments =
        "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n".to_owned();
    for claim in 0..CLAIMS {
        comments += &format!("1500000000000,{claim},0,0,0,1,Claim {claim}\n");
    }
    let mut votes = "timestamp,datetime,comment-id,voter-id,vote\n".to_owned();
    let mut seed = 7_u64;
    for person in 0..75_u64 {
        let came = match person {
            60..72 => 1_500_605_000 + (person - 60) * 120,
            _ => 1_500_000_000 + person * 20_000,
        };
        for claim in 0..CLAIMS {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let said = [1, -1, -1][(claim % 3) as usize];
            // On every fourth claim the crowd is of no mind at all.
            let odd_of_twelve = if claim % 4 == 3 { 6 } else { 3 };
            let is_odd = person < 60 && (seed >> 40) % 12 < odd_of_twelve;
            let is_turned = person < 30;
            let sign = if is_odd == is_turned { said } else { -said };
            votes += &format!("{},x,{claim},{person},{sign}\n", (came + claim) * 1_000);
        }
    }
    with(&comments, &votes)
}

#[test]
fn each_sign_is_counted_alone_and_all_together_and_a_moderator_may_take_it_up() {
    let home = tempfile::tempdir().expect("a folder");
    let node = open(home.path());
    let report = import(&node, None, &with_a_crowd());
    let (commons, under) = (report.commons, report.question);
    let reader = node.reader(&commons).expect("open");
    let map = node.map(commons, &reader, MapOf::members(Some(under)));
    let map = map.expect("a map");
    let scrutiny = node.scrutiny(commons, &reader, Some(under)).expect("read");
    let people = |counted| {
        let mut rows = scrutiny.rows.iter();
        rows.find(|it| it.counted == counted).map(|it| it.people)
    };
    assert_eq!(people(Counted::Everybody), Some(75));
    let (copies, bursts) = (
        Counted::Without(SignKind::Copies),
        Counted::Without(SignKind::Bursts),
    );
    assert_eq!(people(copies), Some(14), "one of fifteen equal votes stays");
    assert_eq!(people(bursts), Some(12));
    assert_eq!(people(Counted::Without(SignKind::Invited)), None);
    let both: BTreeSet<usize> = [copies, bursts]
        .into_iter()
        .flat_map(|it| scrutiny.left_out(&map, it))
        .collect();
    assert_eq!(scrutiny.left_out(&map, Counted::WithoutAll), both);
    let is_said_already = both.len() == 14;
    let all = people(Counted::WithoutAll);
    assert_eq!(all, Some(both.len()).filter(|_| !is_said_already));
    for row in &scrutiny.rows {
        let out = scrutiny.left_out(&map, row.counted);
        let own = map.without(&out).expect("fewer").map;
        assert_eq!(row.found.groups, own.grouping.sizes, "{:?}", row.counted);
        let divided = own.results.divisions.iter().map(|it| it.claim);
        assert_eq!(row.found.divided, divided.collect::<BTreeSet<_>>());
    }
    let changed = scrutiny.rows.iter().filter(|it| it.counted == copies);
    let changed = changed.map(|it| scrutiny.whole().apart(&it.found).len());
    assert!(
        changed.sum::<usize>() > 0,
        "fifteen of one mind move something"
    );

    let out = scrutiny.left_out(&map, copies);
    let act = Intent::CountWithout {
        of: Some(under),
        people: out.iter().map(|it| map.people[*it]).collect(),
        reason: Worded::from("fifteen ballots, one hand"),
    };
    node.perform(&commons, act).expect("counted");
    let reader = node.reader(&commons).expect("open");
    let now = node.scrutiny(commons, &reader, Some(under)).expect("read");
    let found = |it: &polylogue_node::maps::Scrutiny, counted| {
        let mut rows = it.rows.iter();
        rows.find(|it| it.counted == counted)
            .map(|it| it.found.clone())
    };
    assert_eq!(found(&now, Counted::Recorded), found(&scrutiny, copies));
}

#[test]
fn options_of_a_second_time_are_told_where_they_change_nothing() {
    let home = tempfile::tempdir().expect("one");
    let node = open(home.path());
    let first = import(&node, None, &small(VOTES));
    assert_eq!(first.notes, Vec::<String>::new());
    let same = import(&node, None, &small(VOTES));
    assert_eq!(same.notes, Vec::<String>::new(), "nothing else was said");
    let options = PolisOptions {
        licence: Some("CC0-1.0".to_owned()),
        language: Some("fr".to_owned()),
        name: "Somebody else".to_owned(),
        ..PolisOptions::default()
    };
    let again = node
        .import_polis(None, &small(VOTES), &options)
        .expect("the same");
    assert_eq!((again.question, again.counts.votes), (first.question, 0));
    let notes = again.notes.join("\n");
    for words in [
        "--as was left aside",
        "--licence CC0-1.0 is said of claims that are new now; what was brought in before was \
         signed with CC-BY-4.0",
        "--language fr",
    ] {
        assert!(notes.contains(words), "{words}: {notes}");
    }
    let elsewhere = PolisOptions {
        source: Some("https://example.org/other".to_owned()),
        ..import_options()
    };
    let refused = node.import_polis(None, &small(VOTES), &elsewhere);
    assert!(
        matches!(refused, Err(Refusal::BroughtInFromElsewhere { .. })),
        "{refused:?}"
    );
    let named = node.import_polis(Some(first.commons), &small(VOTES), &elsewhere);
    assert_ne!(named.expect("another one").question, first.question);
}
