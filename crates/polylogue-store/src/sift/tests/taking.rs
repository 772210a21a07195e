//! What is said later, put to what was folded, against folding all of it.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Held, Voice};
use polylogue_core::move_kind::MoveKind;

use crate::sift::{Accepted, Fate, HeldBy, MoveOf, Rows, Sifted, TurnOf, sift};

/// Numbers that look drawn, the same every time.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, bound: i64) -> i64 {
        let step = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = step.wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap_or_default() % bound
    }

    fn voice(&mut self) -> Voice {
        [Voice::Within, Voice::OnBehalf, Voice::Oneself][usize::try_from(self.below(3)).unwrap()]
    }

    fn fate(&mut self) -> Fate {
        match self.below(12) {
            0 => Fate::Withdrawn,
            1 => Fate::Hidden,
            _ => Fate::Stands,
        }
    }
}

/// Perspectives are 1 to 5, and 6 is the first again; questions 9 and 10; claims 20 to 39;
/// dialogues 50 to 53; sources 80 to 82; turns and moves from 100 on. 999 is not here.
fn world(drawn: &mut Drawn) -> Rows {
    let id = |n: i64| (n, OperationId([u8::try_from(n).unwrap(); 32]));
    let mut rows = Rows {
        perspectives: (1..=5).map(id).collect(),
        questions: vec![id(9), id(10)],
        same_as: [(6, 1)].into(),
        claims: (20..40).zip([0, 9, 10, 50].into_iter().cycle()).collect(),
        merged: vec![(20, 21), (22, 23), (23, 22), (24, 39), (25, 999)],
        ..Rows::default()
    };
    for _ in 0..12 {
        rows.held.push(HeldBy {
            claim: 20 + drawn.below(20),
            perspective: 1 + drawn.below(7),
            held: [Held::Holds, Held::DoesNot][usize::from(drawn.below(4) == 0)],
            voice: drawn.voice(),
            said_in: 400 + drawn.below(90),
        });
        rows.under.push((50 + drawn.below(4), 9 + drawn.below(2)));
        rows.meeting.push((50 + drawn.below(4), 1 + drawn.below(6)));
    }
    for _ in 0..4 {
        rows.sources.push((1 + drawn.below(6), 80 + drawn.below(3)));
    }
    rows
}

enum Said {
    Turn(TurnOf, Vec<i64>),
    Move(MoveOf),
}

/// Something that is said, about what was said before.
fn say(n: i64, drawn: &mut Drawn) -> Said {
    // Claimed times go back and forth, and some are the same.
    let at = (n / 4 + drawn.below(30), 0, drawn.below(2));
    let earlier = |drawn: &mut Drawn| 100 + drawn.below((n - 100).max(1));
    let perspective = drawn.below(7);
    let (voice, dialogue) = (drawn.voice(), 50 + drawn.below(4));
    if drawn.below(3) == 0 {
        let answered = (0..drawn.below(3)).map(|_| earlier(drawn));
        let turn = TurnOf {
            n,
            dialogue,
            perspective,
            voice,
            at,
            fate: Fate::Stands,
        };
        let answered: Vec<i64> = answered.filter(|it| *it != n).collect();
        return Said::Turn(turn, answered);
    }
    let asking = [
        MoveKind::Asks,
        MoveKind::Answers,
        MoveKind::LeavesOpen,
        MoveKind::Defers,
    ];
    let kinds = if drawn.below(2) == 0 {
        &asking[..]
    } else {
        &MoveKind::ALL[..]
    };
    let kind = kinds[usize::try_from(drawn.below(i64::try_from(kinds.len()).unwrap())).unwrap()];
    let target = match drawn.below(8) {
        0 => 1 + drawn.below(6),
        1 => 9 + drawn.below(2),
        2 | 3 => 20 + drawn.below(20),
        4 => 999,
        _ => earlier(drawn),
    };
    Said::Move(MoveOf {
        n,
        kind: kind.number(),
        target: if target == n { 1 } else { target },
        found_in: if drawn.below(2) == 0 {
            0
        } else {
            earlier(drawn)
        },
        dialogue: if drawn.below(2) == 0 { 0 } else { dialogue },
        perspective,
        voice,
        at,
        fate: Fate::Stands,
    })
}

/// Puts it to the rows, in their order.
fn put(said: &Said, rows: &mut Rows) {
    match said {
        Said::Turn(turn, answered) => {
            rows.turns.push(*turn);
            rows.turns.sort_by_key(|it| (it.dialogue, it.at, it.n));
            rows.replies.extend(answered.iter().map(|it| (turn.n, *it)));
        }
        Said::Move(made) => {
            rows.moves.push(*made);
            rows.moves.sort_by_key(|it| (it.at, it.n));
        }
    }
}

fn take(said: Said, sifted: &mut Sifted) {
    match said {
        Said::Turn(turn, answered) => sifted.take_turn(turn, &answered),
        Said::Move(made) => sifted.take_move(made),
    }
}

#[test]
fn taking_what_is_said_later_equals_folding_all_of_it() {
    let mut shown = [0; 6];
    for seed in 0..40 {
        let mut drawn = Drawn(seed);
        let mut rows = world(&mut drawn);
        for n in 100..180 {
            let said = say(n, &mut drawn);
            put(&said, &mut rows);
        }
        for turn in &mut rows.turns {
            turn.fate = drawn.fate();
        }
        for made in &mut rows.moves {
            made.fate = drawn.fate();
        }
        for _ in 0..15 {
            let (question, answer) = (100 + drawn.below(80), 100 + drawn.below(80));
            rows.accepted.push(Accepted { question, answer });
        }
        let mut kept = sift(&rows);
        for n in 180..260 {
            let said = say(n, &mut drawn);
            put(&said, &mut rows);
            let before = kept.clone();
            take(said, &mut kept);
            assert_eq!(kept, sift(&rows), "seed {seed}, number {n}");
            assert_ne!(kept, before, "seed {seed}, number {n}: nothing was taken");
        }
        let tables = [
            kept.matrix.len(),
            kept.ledger.len(),
            kept.edges.len(),
            kept.coverage.len(),
            kept.convergence.len(),
            kept.division.len(),
        ];
        shown
            .iter_mut()
            .zip(tables)
            .for_each(|(sum, it)| *sum += it);
    }
    assert!(
        shown.iter().all(|it| *it > 40),
        "tables nearly empty: {shown:?}"
    );
}

/// A reader that looks at the tables of one version is not disturbed by the next.
#[test]
fn what_was_folded_stays_as_it_was_while_a_copy_takes_more() {
    let mut drawn = Drawn(7);
    let mut rows = world(&mut drawn);
    (100..200).for_each(|n| put(&say(n, &mut drawn), &mut rows));
    let before = sift(&rows);
    let mut after = before.clone();
    (200..300).for_each(|n| take(say(n, &mut drawn), &mut after));
    assert_eq!(before, sift(&rows));
}
