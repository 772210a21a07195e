//! What is kept of a document from one look to the next is what is read of it anew, whatever
//! happened between.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, Choice, Matters, Struck};
use polylogue_core::move_kind::MoveKind;
use polylogue_node::intent::{Intent, MakeMove, Standpoint, Tracing};
use polylogue_node::{Invite, Node};
use polylogue_store::query::{LineDrift, TextNow};

use super::documents::{Dice, begin, lines, save, words};
use super::newcomers::joined;
use super::{carry, claim, dialogue, founded, open, say};

/// Acts by what they are and what they name, in an order of their own.
fn acts(text: &TextNow) -> BTreeMap<OperationId, (String, Vec<OperationId>, Vec<OperationId>)> {
    let acts = text.log().acts();
    let named = |places: &[usize]| {
        let mut ids: Vec<OperationId> = places.iter().map(|it| acts[*it].id).collect();
        ids.sort_unstable();
        ids
    };
    let told = |it: &polylogue_store::versions::Act| {
        use polylogue_store::versions::What;
        let of = |line: usize| acts[line].id;
        let what = match it.what {
            What::Worded(line) => format!("worded {}", of(line)),
            What::Placed(line) => format!("placed {}", of(line)),
            What::Struck(line) => format!("struck {}", of(line)),
            What::Said(line) => format!("said {}", of(line)),
            other => format!("{other:?}"),
        };
        (it.id, (what, named(&it.names), named(&it.replaces)))
    };
    acts.iter().map(told).collect()
}

/// Compares what is kept with what is read anew.
fn check(node: &Node, commons: &OperationId, document: OperationId, after: &str) {
    let store = node.store(commons).expect("here");
    let reader = store.reader().expect("open");
    let kept = reader.text_now(document).expect("readable");
    let anew = reader.text_anew(document).expect("readable");
    assert_eq!(kept.lines(), anew.lines(), "lines after {after}");
    assert_eq!(acts(&kept), acts(&anew), "acts after {after}");
    // While the index of words is behind nobody knows of some lines; what was known stays known.
    let sifted = reader.sift().expect("readable");
    reader.drift_now(&sifted, document).expect("readable");
    drop(reader);
    store.index_all_words().expect("indexed");
    let reader = store.reader().expect("open");
    let of_kept = reader.drift_now(&sifted, document).expect("readable");
    let rows = reader.lines(document).expect("readable");
    let mut of_anew: BTreeMap<OperationId, Vec<LineDrift>> = BTreeMap::new();
    for found in reader.drift(&sifted, &rows).expect("readable") {
        of_anew.entry(found.line).or_default().push(found);
    }
    for row in &rows {
        let expected = of_anew.remove(&row.said.id).unwrap_or_default();
        let found = of_kept.of_line(&row.said.id);
        assert_eq!(found, expected, "how a line stands after {after}");
    }
    let counted: usize = of_kept.counts().values().sum();
    let standing = rows.iter().map(|it| of_kept.of_line(&it.said.id).len());
    assert_eq!(counted, standing.sum::<usize>(), "counts after {after}");
}

struct World {
    commons: OperationId,
    document: OperationId,
    dialogue: OperationId,
    turns: Vec<OperationId>,
    moves: Vec<OperationId>,
    claims: Vec<OperationId>,
    changes: Vec<OperationId>,
}

fn mark(target: OperationId, kind: MoveKind) -> Intent {
    Intent::Move(Box::new(MakeMove {
        kind,
        target,
        passage: None,
        standpoint: Standpoint::ONESELF,
        found_in: None,
        reason: Some("It was looked at.".into()),
        object: None,
        condition: None,
        from: None,
        to: None,
    }))
}

impl World {
    /// Does one thing; says what.
    #[expect(clippy::too_many_lines, reason = "one arm for each thing")]
    fn step(&mut self, node: &Node, dice: &mut Dice, round: usize) -> &'static str {
        let commons = &self.commons;
        let perform = |intent: Intent| node.perform(commons, intent).ok();
        let rows = lines(node, commons, self.document);
        let line = rows[dice.below(rows.len())].said.id;
        let turn = self.turns[dice.below(self.turns.len())];
        let made = self.moves[dice.below(self.moves.len())];
        let claim_of = self.claims[dice.below(self.claims.len())];
        match dice.below(16) {
            0..=3 => {
                let mut text = words(&rows);
                let at = dice.below(text.len());
                text[at] = format!("In round {round} “the eels came” is said at {at}.");
                text.insert(dice.below(text.len()), format!("Added in round {round}."));
                if text.len() > 12 {
                    text.remove(dice.below(text.len()));
                }
                let done = save(node, commons, self.document, &text.join("\n"));
                self.changes.extend(done.changes);
                "a save"
            }
            4 => {
                let of = [turn, made, claim_of][dice.below(3)];
                let traces = vec![Tracing { of, passage: None }];
                perform(Intent::AttachTraces { line, traces });
                "a trace"
            }
            5 => {
                perform(Intent::StrikeLine {
                    line,
                    struck: Struck::Yes,
                });
                "a strike"
            }
            6 => {
                self.turns
                    .push(say(node, commons, self.dialogue, "The eels came back."));
                "a turn"
            }
            7 => {
                let kinds = [MoveKind::Emphasises, MoveKind::Asks];
                let intent = mark(turn, kinds[dice.below(2)]);
                self.moves.extend(perform(intent).map(|it| it.main()));
                "a remark"
            }
            8 => {
                let change = self.changes[dice.below(self.changes.len())];
                let done = perform(Intent::UndoChange { change });
                self.changes
                    .extend(done.into_iter().flat_map(|it| it.changes));
                "an undoing"
            }
            9 => {
                perform(Intent::Profile {
                    name: format!("Name {round}"),
                    about: String::new(),
                });
                "a name"
            }
            10 => {
                let wordings = rows.iter().flat_map(|it| &it.wordings);
                let wordings: Vec<OperationId> = wordings.map(|it| it.said.id).collect();
                let target = [turn, made, wordings[dice.below(wordings.len())]][dice.below(3)];
                let reason = "Said too soon.".into();
                perform(Intent::Withdraw { target, reason });
                "a taking back"
            }
            11 => {
                perform(Intent::Hide {
                    targets: vec![[line, turn][dice.below(2)]],
                    reason: "Not here.".into(),
                });
                "a hiding"
            }
            12 => {
                perform(Intent::Vote {
                    claim: claim_of,
                    choice: Choice::Disagree,
                    matters: Matters::Unsaid,
                    reason: None,
                });
                "a vote"
            }
            13 => {
                perform(Intent::Comment {
                    on: line,
                    words: String::new(),
                    text: "Why?".into(),
                    proposes: None,
                });
                "a comment"
            }
            14 => {
                perform(Intent::Erase {
                    targets: vec![[line, turn][dice.below(2)]],
                    reason: "Mine.".into(),
                });
                "an erasing"
            }
            _ => {
                let wording = rows.iter().find(|it| it.wordings.len() > 1);
                if let Some(row) = wording {
                    perform(Intent::SettleLine {
                        line: row.said.id,
                        wording: row.wordings[0].said.id,
                    });
                }
                "a settling"
            }
        }
    }
}

#[test]
fn what_is_kept_of_a_text_is_what_is_read_anew_whatever_happens() {
    const ROUNDS: usize = 160;
    for seed in [0x1ee5, 0x2bad] {
        eprintln!("seed {seed:#x}");
        let mut dice = Dice(seed);
        let homes: [tempfile::TempDir; 2] =
            std::array::from_fn(|_| tempfile::tempdir().expect("a folder"));
        let ada = open(homes[0].path());
        let commons = founded(&ada, Admission::Invitation);
        let document = begin(&ada, &commons, "Kept");
        let text: String = (0..8).map(|it| format!("Line {it} of it.\n")).collect();
        let first = save(&ada, &commons, document, &text);
        let talk = dialogue(&ada, &commons);
        let turn = say(&ada, &commons, talk, "The eels came in May.");
        let made = ada.perform(&commons, mark(turn, MoveKind::Emphasises));
        let mut world = World {
            commons,
            document,
            dialogue: talk,
            turns: vec![turn],
            moves: vec![made.expect("a remark").main()],
            claims: vec![claim(&ada, &commons, "The weir holds.")],
            changes: first.changes,
        };
        let guest = joined(&ada, &homes[1], Invite::Yes);
        carry(&ada, &guest, &commons);
        carry(&guest, &ada, &commons);
        let homes = [ada, guest];
        for round in 0..ROUNDS {
            let node = &homes[dice.below(2)];
            let done = world.step(node, &mut dice, round);
            check(node, &commons, document, done);
            if dice.below(6) == 0 {
                for (from, to) in [(0, 1), (1, 0)] {
                    carry(&homes[from], &homes[to], &commons);
                    check(&homes[to], &commons, document, "what was carried here");
                }
            }
        }
    }
}
