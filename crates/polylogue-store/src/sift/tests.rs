//! Small dialogues by hand: perspectives are 1 to 4, everything else has a number above.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Held, Voice};
use polylogue_core::move_kind::MoveKind;

use super::*;

mod taking;

/// The claims of a list in their order.
fn ranked(list: &Ranked) -> Vec<&Shared> {
    list.values().map(AsRef::as_ref).collect()
}

fn rows() -> Rows {
    let id = |n: u8| (i64::from(n), OperationId([n; 32]));
    Rows {
        perspectives: (1..=4).map(id).collect(),
        questions: vec![id(9)],
        ..Rows::default()
    }
}

fn turn(n: i64, perspective: i64, voice: Voice) -> TurnOf {
    TurnOf {
        n,
        dialogue: n / 10,
        perspective,
        voice,
        at: (n, 0, 0),
        fate: Fate::Stands,
    }
}

/// A move on its perspective's behalf.
fn made(n: i64, kind: MoveKind, perspective: i64, target: i64) -> MoveOf {
    MoveOf {
        n,
        kind: kind.number(),
        target,
        found_in: 0,
        dialogue: 0,
        perspective,
        voice: if perspective == 0 {
            Voice::Oneself
        } else {
            Voice::OnBehalf
        },
        at: (n, 0, 0),
        fate: Fate::Stands,
    }
}

fn holds(claim: i64, perspective: i64) -> HeldBy {
    HeldBy {
        claim,
        perspective,
        held: Held::Holds,
        voice: Voice::OnBehalf,
        said_in: claim,
    }
}

#[test]
fn a_move_speaks_to_whoever_its_target_is_of() {
    let mut rows = rows();
    rows.turns = vec![turn(20, 2, Voice::OnBehalf)];
    rows.claims = vec![(30, 0)];
    rows.held = vec![holds(30, 3), holds(30, 4)];
    rows.moves = vec![
        made(40, MoveKind::Agrees, 1, 2),
        made(41, MoveKind::Cautions, 1, 20),
        made(42, MoveKind::Disagrees, 1, 30),
        made(43, MoveKind::Answers, 2, 40),
        made(44, MoveKind::Challenges, 1, 1),
        made(45, MoveKind::Agrees, 0, 2),
        made(46, MoveKind::Links, 1, 9),
    ];
    let sifted = sift(&rows);
    let at = |from, to| sifted.matrix.get(&(from, to)).map(Cell::polarities);
    assert_eq!(
        at(0, 1),
        Some([1, 0, 1, 0, 0]),
        "a perspective and its turn"
    );
    assert_eq!(
        (at(0, 2), at(0, 3)),
        (Some([0, 0, 1, 0, 0]), Some([0, 0, 1, 0, 0]))
    );
    assert_eq!(at(1, 0), Some([0, 0, 0, 0, 1]), "a move");
    assert_eq!(at(0, 0), Some([0, 0, 1, 0, 0]), "of itself");
    assert_eq!(sifted.elsewhere, 2, "for oneself, and about a question");
}

#[test]
fn what_was_taken_back_or_hidden_is_not_counted() {
    let mut rows = rows();
    rows.moves = vec![
        made(40, MoveKind::Agrees, 1, 2),
        made(41, MoveKind::Asks, 1, 2),
        made(42, MoveKind::Asks, 1, 2),
    ];
    rows.moves[0].fate = Fate::Withdrawn;
    rows.moves[1].fate = Fate::Withdrawn;
    rows.moves[2].fate = Fate::Hidden;
    let sifted = sift(&rows);
    assert!(sifted.matrix.is_empty());
    let ledger: Vec<_> = sifted.ledger.values().map(|it| (it.n, it.state)).collect();
    assert_eq!(
        ledger,
        [(41, AskState::Withdrawn)],
        "taken back stays in the ledger"
    );
}

#[test]
fn a_question_is_open_until_something_answers_it() {
    let mut rows = rows();
    rows.moves = vec![
        made(40, MoveKind::Asks, 1, 2),
        made(41, MoveKind::Asks, 1, 2),
        made(42, MoveKind::Asks, 1, 2),
        made(43, MoveKind::Asks, 0, 2),
        made(50, MoveKind::Answers, 2, 41),
        made(51, MoveKind::LeavesOpen, 2, 42),
        made(52, MoveKind::Defers, 2, 41),
        made(53, MoveKind::LeavesOpen, 2, 3),
    ];
    rows.accepted = vec![Accepted {
        question: 43,
        answer: 20,
    }];
    let sifted = sift(&rows);
    let ledger: Vec<_> = sifted.ledger.values().map(|it| (it.n, it.state)).collect();
    let expected = [
        (40, AskState::Open),
        (41, AskState::Answered),
        (42, AskState::LeftOpen),
        (43, AskState::Accepted),
        (53, AskState::LeftOpen),
    ];
    assert_eq!(ledger, expected);
    let ledger: Vec<&Asked> = sifted.ledger.values().collect();
    assert_eq!(ledger[1].left_open, [52]);
    assert_eq!(ledger[3].answers, [20]);
    assert_eq!((ledger[3].by, &ledger[0].to), (None, &vec![1]));
    assert_eq!(sifted.count_of_asked().waiting(), 3);
}

#[test]
fn a_star_is_seen_and_so_is_who_answers_from_within() {
    let mut rows = rows();
    rows.turns = vec![
        turn(20, 2, Voice::OnBehalf),
        turn(21, 1, Voice::Within),
        turn(22, 2, Voice::OnBehalf),
        turn(30, 3, Voice::Within),
        turn(31, 1, Voice::Within),
        turn(40, 4, Voice::OnBehalf),
    ];
    rows.replies = vec![(21, 20), (22, 21), (31, 30), (21, 20), (40, 999)];
    let shape = sift(&rows).shape();
    assert_eq!(
        (shape.pairs, shape.both_ways, shape.both_ways_within),
        (2, 1, 0)
    );
    assert_eq!(shape.star_around, Some(0));
    assert_eq!((shape.no_reply, shape.no_edge), (vec![3], vec![3]));
    rows.turns.push(turn(32, 3, Voice::Within));
    rows.replies.extend([(32, 31), (32, 22)]);
    let sifted = sift(&rows);
    assert_eq!(sifted.edges[&(0, 1)].turns, [21], "one turn counts once");
    let shape = sifted.shape();
    assert_eq!((shape.star_around, shape.both_ways_within), (None, 1));
}

#[test]
fn a_turn_that_names_none_answers_whoever_spoke_before_it() {
    let mut rows = rows();
    rows.turns = vec![
        turn(20, 1, Voice::Within),
        turn(21, 2, Voice::Within),
        turn(22, 2, Voice::Within),
        turn(23, 3, Voice::Within),
        turn(24, 1, Voice::Within),
        turn(30, 4, Voice::Within),
        turn(31, 0, Voice::Oneself),
    ];
    rows.replies = vec![(24, 21)];
    let sifted = sift(&rows);
    let edges = sifted.edges.iter();
    let edges: Vec<_> = edges.map(|(at, it)| (*at, it.turns.clone())).collect();
    let expected = [
        ((0, 1), vec![24]),
        ((1, 0), vec![21, 22]),
        ((2, 1), vec![23]),
    ];
    assert_eq!(edges, expected);
}

#[test]
fn a_question_is_covered_by_its_own_voice_before_others() {
    let mut rows = rows();
    rows.meeting = vec![(70, 1), (70, 2)];
    rows.under = vec![(70, 9)];
    let covered = |rows: &Rows| {
        let sifted = sift(rows);
        let of = |place| sifted.coverage.get(&(place, 0)).map(|it| it.by);
        [of(0), of(1), of(2)]
    };
    let asked = Some(Cover::Asked);
    assert_eq!(covered(&rows), [asked, asked, None]);
    rows.moves = vec![made(40, MoveKind::Asks, 1, 9)];
    assert_eq!(
        covered(&rows),
        [asked, asked, None],
        "asking it takes nothing up"
    );
    rows.moves = vec![made(40, MoveKind::Answers, 1, 9)];
    rows.moves[0].voice = Voice::Within;
    rows.moves[0].dialogue = 70;
    let by_others = Some(Cover::ByOthers);
    assert_eq!(covered(&rows), [Some(Cover::Within), by_others, None]);
    assert!(sift(&rows).coverage[&(1, 0)].is_explicit);
    rows.claims = vec![(30, 9)];
    rows.held = vec![holds(30, 3)];
    assert_eq!(covered(&rows)[2], Some(Cover::OnBehalf), "a claim under it");
}

#[test]
fn convergence_counts_independent_sources_and_keeps_each_reason() {
    let mut rows = rows();
    rows.claims = vec![(30, 0), (31, 0), (32, 0)];
    rows.held = vec![holds(30, 1), holds(31, 2), holds(32, 1)];
    rows.moves = vec![
        made(40, MoveKind::Agrees, 3, 30),
        made(41, MoveKind::AcceptsBut, 4, 30),
        made(42, MoveKind::Disagrees, 2, 32),
    ];
    let sifted = sift(&rows);
    let [shared] = ranked(&sifted.convergence)[..] else {
        panic!("one claim: {:?}", sifted.convergence);
    };
    assert_eq!(
        (
            shared.claim,
            shared.support.len(),
            shared.support_independent
        ),
        (30, 3, 3)
    );
    let qualified: Vec<bool> = shared.support.iter().map(|it| it.is_qualified).collect();
    assert_eq!(qualified, [false, false, true]);
    assert_eq!(sifted.division.len(), 1);
    assert_eq!(ranked(&sifted.division)[0].claim, 32);
    // The same source behind two of them, and through a third behind all.
    rows.sources = vec![(1, 80), (3, 80)];
    assert_eq!(ranked(&sift(&rows).convergence)[0].support_independent, 2);
    rows.sources.extend([(3, 81), (4, 81)]);
    assert_eq!(ranked(&sift(&rows).convergence)[0].support_independent, 1);
    // Two claims made one: each perspective's own claim is its reason.
    rows.merged = vec![(30, 32), (31, 32)];
    let sifted = sift(&rows);
    let shared = ranked(&sifted.convergence)[0];
    assert_eq!((shared.claim, shared.support.len()), (32, 4));
    assert_eq!(shared.support[0].because, [30, 32]);
    assert_eq!(shared.support[1].because, [31]);
}

#[test]
fn a_claim_that_its_own_holder_denies_comes_after_what_nobody_challenges() {
    let mut rows = rows();
    rows.claims = vec![(30, 0), (31, 0), (32, 0), (33, 0)];
    rows.held = vec![holds(30, 1), holds(31, 1), holds(32, 1), holds(33, 1)];
    rows.moves = vec![
        // Of many, but one of them denies it, too.
        made(40, MoveKind::Agrees, 2, 30),
        made(41, MoveKind::Agrees, 3, 30),
        made(42, MoveKind::Disagrees, 3, 30),
        // With conditions.
        made(43, MoveKind::AcceptsBut, 2, 31),
        made(44, MoveKind::Agrees, 3, 31),
        // Plainly, by two, and by three.
        made(45, MoveKind::Agrees, 2, 32),
        made(46, MoveKind::Agrees, 2, 33),
        made(47, MoveKind::Agrees, 3, 33),
    ];
    let sifted = sift(&rows);
    let shared = ranked(&sifted.convergence);
    let claims: Vec<i64> = shared.iter().map(|it| it.claim).collect();
    assert_eq!(claims, [33, 32, 31, 30]);
    assert_eq!(shared[3].both(), 1, "it is told apart");
    assert!(shared[3].is_both(2) && !shared[3].is_both(0));
    assert_eq!(shared[0].both(), 0);
}

#[test]
fn claims_merged_in_a_circle_stay_what_they_are() {
    let mut rows = rows();
    rows.claims = vec![(30, 0), (31, 0)];
    rows.held = vec![holds(30, 1), holds(30, 2), holds(31, 3)];
    rows.merged = vec![(30, 31), (31, 30), (30, 30)];
    let sifted = sift(&rows);
    assert_eq!(sifted.convergence.len(), 1);
    assert_eq!(
        (
            ranked(&sifted.convergence)[0].claim,
            ranked(&sifted.convergence)[0].support.len()
        ),
        (30, 2)
    );
}

#[test]
fn what_was_brought_in_twice_counts_as_the_one_that_is_shown() {
    let mut rows = rows();
    rows.same_as = [(11, 1), (19, 9)].into();
    rows.moves = vec![
        made(40, MoveKind::Agrees, 11, 2),
        made(41, MoveKind::Answers, 2, 19),
    ];
    let sifted = sift(&rows);
    assert!(sifted.matrix.contains_key(&(0, 1)));
    assert!(sifted.coverage.contains_key(&(1, 0)));
}

#[test]
fn a_synopsis_says_first_what_is_said_flatly_and_keeps_what_is_kept_back() {
    let mut rows = rows();
    rows.turns = vec![turn(20, 2, Voice::OnBehalf)];
    rows.moves = vec![
        made(40, MoveKind::Disagrees, 1, 20),
        made(41, MoveKind::Cautions, 1, 2),
        made(42, MoveKind::Disagrees, 1, 2),
        made(43, MoveKind::Agrees, 1, 2),
        made(44, MoveKind::AcceptsBut, 1, 2),
        made(45, MoveKind::Asks, 1, 2),
        made(46, MoveKind::Asks, 2, 1),
        made(47, MoveKind::Asks, 3, 1),
        made(48, MoveKind::Challenges, 1, 1),
    ];
    rows.moves[3].voice = Voice::Within;
    let synopsis = sift(&rows).synopsis(0);
    let others: Vec<usize> = synopsis.toward.iter().map(|it| it.whom).collect();
    assert_eq!((others, &synopsis.silent_about), (vec![1, 2], &vec![3]));
    let toward = &synopsis.toward[0];
    let clauses = |all: &[ClauseOf]| -> Vec<(u16, Vec<i64>)> {
        all.iter().map(|it| (it.kind, it.moves.clone())).collect()
    };
    assert_eq!(
        clauses(&toward.headlines),
        [
            (MoveKind::Agrees.number(), vec![43]),
            (MoveKind::Disagrees.number(), vec![42, 40])
        ],
        "what is about the perspective itself stands before what is about its words"
    );
    assert_eq!(
        clauses(&toward.qualifiers),
        [
            (MoveKind::AcceptsBut.number(), vec![44]),
            (MoveKind::Cautions.number(), vec![41])
        ]
    );
    assert_eq!((toward.moves, toward.within, toward.on_behalf), (6, 1, 5));
    assert_eq!(
        (&toward.unanswered, &toward.asked_in_vain),
        (&vec![46], &vec![45])
    );
    assert_eq!(
        synopsis.toward[1].unanswered,
        [47],
        "a question alone is enough to be named"
    );
    let itself = synopsis.itself.expect("it speaks of itself");
    assert_eq!(
        clauses(&itself.headlines),
        [(MoveKind::Challenges.number(), vec![48])]
    );
}

#[test]
fn a_turn_that_was_taken_back_or_hidden_answers_nobody_and_is_not_heard() {
    let mut rows = rows();
    rows.turns = vec![
        turn(20, 1, Voice::Within),
        turn(21, 2, Voice::Within),
        turn(22, 3, Voice::Within),
    ];
    rows.replies = vec![(22, 20)];
    assert_eq!(sift(&rows).edges.len(), 2);
    rows.turns[1].fate = Fate::Withdrawn;
    rows.turns[2].fate = Fate::Hidden;
    let sifted = sift(&rows);
    assert!(sifted.edges.is_empty(), "{:?}", sifted.edges);
    let heard: Vec<bool> = sifted.heard.iter().map(Heard::is_heard).collect();
    assert_eq!(heard, [true, false, false, false]);
}
