//! Texts made from others, in their commons and in another one, and what moved on in the one taken
//! over in the other.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Admission;
use polylogue_node::merging::{Choice, Moved};
use polylogue_node::{InCommons, MergePlan, Node};

use super::documents::{begin, lines, save, words};
use super::{founded, open};

fn decide(node: &Node, plan: MergePlan, choice: impl Fn(Moved) -> Choice) -> usize {
    let all = plan.lines.iter();
    let choices: BTreeMap<OperationId, Choice> =
        all.map(|it| (it.there.said.id, choice(it.moved))).collect();
    let count = choices.len();
    node.merge(plan, &choices, None).expect("merged");
    count
}

/// Forks a text into `into`, changes both, and takes over what moved on, there and back.
#[expect(clippy::too_many_lines, reason = "one story, told in order")]
fn there_and_back(node: &Node, commons: OperationId, into: OperationId) {
    let document = begin(node, &commons, "Together");
    let original = InCommons { commons, document };
    let text = "The first line says this.\nThe second line says this.\nThe third line says this.\n\
                The fourth line says this.";
    save(node, &commons, document, text);
    let forked = node.fork(original, &into, None).expect("forked");
    let fork = InCommons {
        commons: into,
        document: forked.operations[0],
    };
    assert_eq!(words(&lines(node, &into, fork.document)).join("\n"), text);
    assert_eq!(node.original(fork).expect("read"), Some(original));
    let plan = |here, there| node.merge_plan(here, there).expect("both are here");
    assert!(plan(fork, original).lines.is_empty() && plan(original, fork).lines.is_empty());

    // The original rewords two lines, strikes one and adds one; the fork rewords one of the two.
    let moved = "The first line says that.\nThe second line says that.\nA new line came.\n\
                 The fourth line says this.";
    save(node, &commons, document, moved);
    let own = text.replace("second line says this", "second line says more");
    save(node, &into, fork.document, &own);
    let found = plan(fork, original);
    let told: Vec<Moved> = found.lines.iter().map(|it| it.moved).collect();
    assert_eq!(
        told,
        [Moved::Reworded, Moved::Both, Moved::Added, Moved::Struck]
    );
    let choice = |it| match it {
        Moved::Both => Choice::Discuss,
        Moved::Struck => Choice::Keep,
        Moved::Reworded | Moved::Added => Choice::Take,
    };
    assert_eq!(decide(node, found, choice), 4);
    assert!(
        plan(fork, original).lines.is_empty(),
        "what was decided is not asked again"
    );
    let rows = lines(node, &into, fork.document);
    let first = [
        "The first line says that.",
        "A new line came.",
        "The third line says this.",
    ];
    assert!(
        first
            .iter()
            .all(|it| words(&rows).iter().any(|row| row == it)),
        "{:?}",
        words(&rows)
    );
    let second = rows
        .iter()
        .find(|it| it.wordings.len() == 2)
        .expect("both wordings stand");
    let mut both: Vec<&str> = second
        .wordings
        .iter()
        .map(|it| it.text.words.as_str())
        .collect();
    both.sort_unstable();
    assert_eq!(
        both,
        ["The second line says more.", "The second line says that."]
    );

    // Back: the fork settles its line and words another anew; the original takes both over.
    let settled = own.replace("fourth line says this", "fourth line says enough");
    save(
        node,
        &into,
        fork.document,
        &settled.replace("first line says this", "first line says that"),
    );
    let back = plan(original, fork);
    let theirs: Vec<&str> = back
        .lines
        .iter()
        .map(|it| it.wording.text.words.as_str())
        .collect();
    assert!(
        theirs.contains(&"The fourth line says enough."),
        "{theirs:?}"
    );
    decide(node, back, |_| Choice::Take);
    assert!(plan(original, fork).lines.is_empty());
    let now = words(&lines(node, &commons, document));
    assert!(
        now.contains(&"The fourth line says enough.".to_owned()),
        "{now:?}"
    );
    assert!(
        now.contains(&"The second line says more.".to_owned()),
        "{now:?}"
    );
}

#[test]
fn a_fork_in_the_same_commons_and_its_original_take_over_from_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    there_and_back(&node, commons, commons);
}

#[test]
fn a_fork_in_a_commons_of_ones_own_is_offered_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let own = founded(&node, Admission::Invitation);
    there_and_back(&node, commons, own);
}

#[test]
fn a_fork_of_two_thousand_lines_signs_little_more_than_its_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let node = open(folder.path());
    let commons = founded(&node, Admission::Invitation);
    let document = begin(&node, &commons, "Long");
    let text: String = (0..2_000)
        .map(|it| format!("Line number {it} of many.\n"))
        .collect();
    save(&node, &commons, document, &text);
    let done = node
        .fork(InCommons { commons, document }, &commons, None)
        .expect("forked");
    assert!(
        done.operations.len() <= 2_000 + 8,
        "{}",
        done.operations.len()
    );
    let fork = InCommons {
        commons,
        document: done.operations[0],
    };
    let plan = node
        .merge_plan(fork, InCommons { commons, document })
        .expect("read");
    assert!(plan.lines.is_empty());
}
