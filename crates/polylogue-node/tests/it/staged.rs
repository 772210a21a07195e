//! Stages of a process, templates of them, what each needs beside what there is, and actions.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, Signs, StageStep};
use polylogue_node::intent::{Intent, NewPlan, Worded};
use polylogue_node::template::StageTemplate;
use polylogue_node::{Node, Refusal};
use polylogue_store::Reader;
use polylogue_store::query::{Check, Page, StageRow};

use super::{founded, open};

fn begun() -> (tempfile::TempDir, Node, OperationId) {
    let home = tempfile::tempdir().expect("a folder");
    let node = open(home.path());
    let commons = founded(&node, Admission::Invitation);
    (home, node, commons)
}

fn reader(node: &Node, commons: &OperationId) -> Reader {
    node.reader(commons).expect("open")
}

fn stages(node: &Node, commons: &OperationId) -> Vec<StageRow> {
    reader(node, commons).stages().expect("read")
}

#[test]
fn a_template_prepares_stages_with_dates_and_somebody_responsible() {
    let (_home, node, commons) = begun();
    for template in StageTemplate::ALL {
        let before = stages(&node, &commons).len();
        node.perform(&commons, Intent::BeginStages { template })
            .expect("prepared");
        let all = stages(&node, &commons);
        let fresh = &all[before..];
        assert_eq!(fresh.len(), template.stages("en").stages.len());
        let me = node.me(&commons).expect("here");
        for (index, it) in fresh.iter().enumerate() {
            let plan = it.plan();
            assert_eq!(plan.responsible.as_ref().map(|it| it.key), Some(me));
            assert!(plan.from < plan.until && !plan.checks.is_empty());
            assert_eq!(usize::try_from(plan.place).ok(), Some(before + index + 1));
            assert_eq!(it.step, StageStep::Open);
        }
    }
}

#[test]
fn a_stage_is_changed_moved_and_done_and_goes_on_again() {
    let (_home, node, commons) = begun();
    let perform = |intent: Intent| node.perform(&commons, intent).expect("done").main();
    let template = StageTemplate::Survey;
    perform(Intent::BeginStages { template });
    let first = stages(&node, &commons)[0].clone();
    let plan = NewPlan {
        name: "Ask around".into(),
        purpose: "In the market.".into(),
        place: Some(9),
        ..NewPlan::default()
    };
    let stage = first.said.id;
    perform(Intent::ReviseStage {
        stage,
        plan: Box::new(plan),
    });
    let all = stages(&node, &commons);
    let last = all.last().expect("four stages");
    assert_eq!(
        (last.said.id, last.plan().name.words.as_str()),
        (stage, "Ask around")
    );
    assert_eq!(
        (last.plan().responsible.as_ref(), last.plan().from),
        (None, None)
    );
    let set = |step| Intent::SetStage {
        stage,
        step,
        rests_on: vec![commons],
        words: "All were asked.".into(),
    };
    perform(set(StageStep::Done));
    let row = reader(&node, &commons)
        .stage(stage)
        .expect("read")
        .expect("it counts");
    assert_eq!((row.step, row.rests_on.len()), (StageStep::Done, 1));
    perform(set(StageStep::Open));
    let row = reader(&node, &commons)
        .stage(stage)
        .expect("read")
        .expect("it counts");
    assert_eq!(row.step, StageStep::Open);
}

#[test]
fn bad_plans_are_refused_in_words() {
    let (_home, node, commons) = begun();
    let refused = |plan: NewPlan| {
        let plan = Box::new(plan);
        let done = node.perform(&commons, Intent::AddStage { plan });
        done.expect_err("it is refused")
    };
    let named = || NewPlan {
        name: "Gather".into(),
        ..NewPlan::default()
    };
    assert!(matches!(
        refused(NewPlan::default()),
        Refusal::NoWords { .. }
    ));
    let backwards = NewPlan {
        from: Some(2_000),
        until: Some(1_000),
        ..named()
    };
    assert!(matches!(refused(backwards), Refusal::Malformed(_)));
    let long = NewPlan {
        needs: vec!["More.".into(); 17],
        ..named()
    };
    assert!(matches!(refused(long), Refusal::Malformed(_)));
    let other = Intent::SetStage {
        stage: commons,
        step: StageStep::Done,
        rests_on: Vec::new(),
        words: Worded::default(),
    };
    let done = node.perform(&commons, other);
    assert!(matches!(done, Err(Refusal::OtherThing { .. })), "{done:?}");
}

#[test]
fn what_a_stage_needs_is_counted_from_what_there_is() {
    let (_home, node, commons) = begun();
    let count = |check: Check| {
        let row = reader(&node, &commons).check(check).expect("read");
        (row.have, row.of, row.is_met())
    };
    for check in Check::ALL {
        let (have, of, is_met) = count(check);
        let expected = check == Check::Charter;
        assert_eq!(is_met, expected, "{}: {have} of {of}", check.name());
        assert_eq!(Check::of(check.number()), Some(check));
        assert_eq!(Check::of_name(check.name()), Some(check));
    }
    for name in ["Fishers", "Engineers"] {
        let add = Intent::AddPerspective {
            name: name.into(),
            short: String::new(),
            summary: Worded::default(),
            sources: Vec::new(),
        };
        node.perform(&commons, add).expect("named");
    }
    assert_eq!(count(Check::Perspectives), (2, 2, true));
    assert_eq!(count(Check::PerspectivesHeard), (0, 2, false));
}

#[test]
fn an_action_is_bound_to_who_signs_it() {
    let (_home, node, commons) = begun();
    let act = |text: &str, until: u64| Intent::Act {
        text: text.into(),
        until,
        from: None,
    };
    let later = node
        .perform(&commons, act("Repair it.", 1_900_000_000))
        .expect("said");
    node.perform(&commons, act("Look at it.", 1_800_000_000))
        .expect("said");
    let actions = || {
        reader(&node, &commons)
            .actions(Page::first(10))
            .expect("read")
    };
    let words: Vec<String> = actions().iter().map(|it| it.text.words.clone()).collect();
    assert_eq!(words, ["Look at it.", "Repair it."], "by their day");
    assert_eq!(actions()[1].signers.len(), 1);
    let leave = Intent::CoSign {
        of: later.main(),
        signs: Signs::No,
        words: None,
    };
    node.perform(&commons, leave).expect("left");
    assert!(actions()[1].signers.is_empty());
    let check = reader(&node, &commons).check(Check::Actions).expect("read");
    assert_eq!((check.have, check.of), (1, 2));
    let withdraw = Intent::Withdraw {
        target: later.main(),
        reason: Worded::default(),
    };
    node.perform(&commons, withdraw).expect("taken back");
    assert_eq!(actions().len(), 1);
    let refused = node.perform(&commons, act("Too late.", 1 << 48));
    assert!(matches!(refused, Err(Refusal::Malformed(_))), "{refused:?}");
}
