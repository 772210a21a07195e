//! A peer from the outside: what people do, what comes of it, and what is refused.

mod acts;
mod carried;
mod credit;
mod critique;
mod devices;
mod documents;
mod editions;
mod exported;
mod forks;
mod housekeeping;
mod imported;
mod invited;
mod kept;
mod maps;
mod newcomers;
mod peers;
mod powers;
mod sampled;
mod staged;
mod struck;
mod voted;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, RowsOfPeople, State, Template};
use polylogue_node::intent::{Found, Intent, Quoting, Standpoint, Worded};
use polylogue_node::{Lacking, LocalOnly, Node, NodeOptions};

/// 1 March 2026.
const BEGINNING: u64 = 1_772_323_200;
static SECONDS: AtomicU64 = AtomicU64::new(0);
static DRAWN: AtomicU64 = AtomicU64::new(0);

/// A clock that goes on by a second whenever somebody looks.
fn clock() -> u64 {
    BEGINNING + SECONDS.fetch_add(1, Ordering::Relaxed)
}

/// Chance that comes out the same in every run of one test.
fn chance(bytes: &mut [u8]) {
    let number = DRAWN.fetch_add(1, Ordering::Relaxed);
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"chance of the tests");
    hasher.update(&number.to_be_bytes());
    hasher.finalize_xof().fill(bytes);
}

fn options() -> NodeOptions {
    NodeOptions {
        clock,
        random: chance,
        local_only: LocalOnly::Yes,
        listen: Some(SocketAddr::from(([127, 0, 0, 1], 0))),
    }
}

fn open(home: &Path) -> Node {
    Node::open(home, options()).expect("a home")
}

fn founded(node: &Node, admission: Admission) -> OperationId {
    node.found(&Found {
        title: "Water".to_owned(),
        question: "Who looks after the river?".to_owned(),
        template: Template::Inquiry,
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission,
        charter: "Answer what was said.".to_owned(),
        name: "Ada".to_owned(),
        rows: RowsOfPeople::StayHere,
    })
    .expect("a new commons")
}

fn dialogue(node: &Node, commons: &OperationId) -> OperationId {
    let begin = Intent::BeginDialogue {
        title: "The river".into(),
        about: Worded::default(),
        perspectives: Vec::new(),
        questions: Vec::new(),
        state: State::Open,
        scheduled: None,
    };
    node.perform(commons, begin).expect("a dialogue").main()
}

fn say(node: &Node, commons: &OperationId, dialogue: OperationId, words: &str) -> OperationId {
    node.perform(commons, saying(dialogue, words, Vec::new()))
        .expect("a turn")
        .main()
}

fn saying(dialogue: OperationId, words: &str, quotes: Vec<Quoting>) -> Intent {
    Intent::Say {
        dialogue,
        text: words.into(),
        standpoint: Standpoint::ONESELF,
        reply_to: None,
        quotes,
        licence: None,
    }
}

/// Carries everything one home reconciles to another, as a bundle would.
fn carry(from: &Node, to: &Node, commons: &OperationId) {
    let mut bytes = Vec::new();
    from.write_bundle(commons, &mut bytes, &Lacking::Nothing)
        .expect("written");
    let report = to.read_bundle(bytes.as_slice()).expect("read");
    assert!(
        report.stopped.is_none() && report.refused == 0,
        "{report:?}"
    );
}

fn claim(node: &Node, commons: &OperationId, words: &str) -> OperationId {
    let put = Intent::AddClaim {
        text: words.into(),
        under: None,
        passages: Vec::new(),
        held_by: Vec::new(),
    };
    node.perform(commons, put).expect("a claim").main()
}
