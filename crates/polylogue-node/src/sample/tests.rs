//! What a reader may rely on, beyond what the compiler proves in `check`.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn key_is_slug(key: &str) -> bool {
    !key.is_empty()
        && key
            .chars()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
}

fn turn(key: &str) -> &'static Turn {
    turns()
        .find(|it| it.key == key)
        .expect("every turn named is a turn of the sample")
}

#[test]
fn counts_are_those_of_the_dialogue() {
    assert_eq!(PERSPECTIVES.len(), 11);
    assert_eq!(QUESTIONS.len(), 8);
    assert_eq!(DIALOGUES.len(), 10);
    assert_eq!(SAMPLE_VOTERS.len(), 36);
    assert_eq!(VOICES.len(), 2);
    let of_the_nine = CLAIMS.iter().filter(|it| it.perspective != "p2p");
    assert_eq!(of_the_nine.count(), 54);
}

#[test]
fn keys_are_slugs_and_each_is_used_once() {
    let mut keys: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    keys.insert(
        "perspective",
        PERSPECTIVES.iter().map(|it| it.key).collect(),
    );
    keys.insert("question", QUESTIONS.iter().map(|it| it.key).collect());
    keys.insert("dialogue", DIALOGUES.iter().map(|it| it.key).collect());
    keys.insert("turn", turns().map(|it| it.key).collect());
    keys.insert("claim", CLAIMS.iter().map(|it| it.key).collect());
    keys.insert("move", moves().map(|it| it.key).collect());
    keys.insert("source", SOURCES.iter().map(|it| it.key).collect());
    keys.insert(
        "voice",
        VOICES
            .iter()
            .chain(SAMPLE_VOTERS)
            .map(|it| it.key)
            .collect(),
    );
    for (table, keys) in keys {
        let once: BTreeSet<&str> = keys.iter().copied().collect();
        assert_eq!(once.len(), keys.len(), "a {table} key is used twice");
        assert!(
            keys.iter().all(|it| key_is_slug(it)),
            "a {table} key is not a slug"
        );
    }
}

#[test]
fn dialogues_have_the_shape_of_2011() {
    let shape: Vec<(&str, usize, DialogueState)> = DIALOGUES
        .iter()
        .map(|it| (it.key, it.turns.len(), it.state))
        .collect();
    let expected = [
        ("reform", 4, DialogueState::Closed),
        ("post-development", 4, DialogueState::Closed),
        ("cosmopolitanism", 4, DialogueState::Closed),
        ("co-evolution", 4, DialogueState::Closed),
        ("autonomism", 4, DialogueState::Closed),
        ("reloc", 3, DialogueState::Open),
        ("neo-marxism", 3, DialogueState::Open),
        ("ecumenism", 3, DialogueState::Open),
        ("meta-industrial", 2, DialogueState::Open),
        ("indigenous", 1, DialogueState::Planned),
    ];
    assert_eq!(shape, expected);
}

#[test]
fn turns_alternate_and_answer_the_one_before() {
    for dialogue in DIALOGUES {
        assert_eq!(dialogue.perspectives, ["p2p", dialogue.key]);
        assert_eq!(dialogue.questions.len(), QUESTIONS.len());
        for (place, turn) in dialogue.turns.iter().enumerate() {
            assert_eq!(turn.key, format!("{}-{}", dialogue.key, place + 1));
            let before = place.checked_sub(1).map(|it| dialogue.turns[it].key);
            assert_eq!(turn.reply_to, before);
            let (voice, speaks) = if place % 2 == 0 {
                ("ramos-2011", Speaks::OnBehalfOf(dialogue.key))
            } else {
                ("bauwens-2011", Speaks::FromWithin("p2p"))
            };
            assert_eq!((turn.voice, turn.speaks), (voice, speaks));
        }
    }
}

#[test]
fn turns_are_short_and_name_their_page() {
    for turn in turns() {
        let words = turn.text.split_whitespace().count();
        assert!(
            (60..=160).contains(&words),
            "{} has {words} words",
            turn.key
        );
        let source = SOURCES.iter().find(|it| it.key == turn.source);
        let address = source.and_then(|it| it.address).unwrap_or_default();
        assert!(
            address.starts_with("https://wiki.p2pfoundation.net/"),
            "{}",
            turn.key
        );
    }
}

#[test]
fn every_passage_and_quotation_stands_once_in_its_turn() {
    let stands = |words: &str, key: &str, of: &str| {
        let times = turn(key).text.matches(words).count();
        assert_eq!(times, 1, "{of}: {words:?} stands {times} times in {key}");
    };
    for claim in CLAIMS {
        if let Some(passage) = claim.passage {
            stands(passage.words, passage.turn, claim.key);
        }
    }
    for one in moves() {
        stands(one.found.words, one.found.turn, one.key);
        if let Target::Passage(passage) = one.target {
            stands(passage.words, passage.turn, one.key);
        }
    }
    for later in turns() {
        for quote in later.quotes {
            stands(quote.words, quote.turn, later.key);
            let paragraphs = later.text.split("\n\n").count();
            assert!((quote.paragraph as usize) < paragraphs, "{}", later.key);
        }
    }
}

#[test]
fn only_one_claim_has_no_passage_and_the_dropped_perspective_has_no_claim() {
    let without: Vec<&str> = CLAIMS
        .iter()
        .filter(|it| it.passage.is_none())
        .map(|it| it.key)
        .collect();
    assert_eq!(without, ["post-development-c5"]);
    assert!(CLAIMS.iter().all(|it| it.perspective != "indigenous"));
    assert!(moves().all(|it| it.target != Target::Perspective("indigenous")));
    for perspective in PERSPECTIVES
        .iter()
        .filter(|it| !["p2p", "indigenous"].contains(&it.key))
    {
        assert_eq!(
            CLAIMS
                .iter()
                .filter(|it| it.perspective == perspective.key)
                .count(),
            6
        );
    }
}

#[test]
fn the_question_ledger_is_that_of_the_pages() {
    let open = |dialogue: &str| {
        let is_open = |it: &&Move| matches!(it.asked, Some(Asked::Open(_)));
        let in_dialogue = |it: &&Move| it.found.turn.starts_with(dialogue);
        moves().filter(is_open).filter(in_dialogue).count()
    };
    assert_eq!(
        [open("reloc"), open("neo-marxism"), open("ecumenism")],
        [7, 9, 6]
    );
    assert_eq!([open("post-development"), open("cosmopolitanism")], [1, 1]);
    let answered: BTreeSet<&str> = moves()
        .filter(|it| it.kind == MoveKind::Answers)
        .filter_map(|it| {
            if let Target::Move(key) = it.target {
                Some(key)
            } else {
                None
            }
        })
        .collect();
    for one in moves() {
        assert_eq!(
            one.kind == MoveKind::Asks,
            one.asked.is_some(),
            "{}",
            one.key
        );
        let is_answered = matches!(one.asked, Some(Asked::Answered | Asked::Partly(_)));
        assert_eq!(is_answered, answered.contains(one.key), "{}", one.key);
    }
}

#[test]
fn every_move_says_what_its_kind_needs() {
    use MoveKind::*;
    for one in moves() {
        let is_complete = match one.kind {
            SeesSynergy | Extends | SidesWith | PartlyAgrees | Cautions | Limits | Adds
            | Generalises | Links | Defers => one.object.is_some(),
            AcceptsBut => one.condition.is_some(),
            Reframes | Distinguishes => one.from.is_some() && one.to.is_some(),
            Asks | LeavesOpen => one.because.is_some(),
            _ => true,
        };
        assert!(
            is_complete,
            "{} lacks what {} needs",
            one.key,
            one.kind.name()
        );
    }
}

#[test]
fn moves_are_spoken_by_the_voice_of_their_turn() {
    let mut seen = BTreeSet::new();
    let mut kinds = BTreeSet::new();
    let mut self_criticisms = 0;
    for one in moves() {
        let from = turn(one.found.turn);
        let is_own = one.speaks == Speaks::OwnName && from.voice == "ramos-2011";
        assert!(is_own || one.speaks == from.speaks, "{}", one.key);
        if let Target::Move(key) = one.target {
            assert!(
                seen.contains(key),
                "{} stands before what it answers",
                one.key
            );
        }
        if one.speaks.perspective().map(Target::Perspective) == Some(one.target) {
            self_criticisms += usize::from(matches!(
                one.kind,
                MoveKind::Cautions | MoveKind::Limits | MoveKind::Challenges
            ));
        }
        seen.insert(one.key);
        kinds.insert(one.kind.name());
    }
    assert!(self_criticisms >= 8, "{self_criticisms}");
    assert_eq!(
        kinds.len(),
        22,
        "every kind of the product's table is shown once"
    );
}

#[test]
fn votes_are_invented_and_cover_60_to_90_percent() {
    let mut seen: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for row in votes() {
        assert!(SAMPLE_VOTERS[row.voter].name.ends_with("(invented)"));
        assert_eq!(SAMPLE_VOTERS[row.voter].kind, VoiceKind::InventedReader);
        assert!(CLAIMS.iter().any(|it| it.key == row.claim));
        assert!(
            seen.entry(row.voter).or_default().insert(row.claim),
            "one vote per claim"
        );
    }
    assert_eq!(seen.len(), SAMPLE_VOTERS.len());
    for claims in seen.values() {
        let percent = claims.len() as f64 * 100.0 / CLAIMS.len() as f64;
        assert!((60.0..=90.0).contains(&percent), "{percent}");
    }
    assert!(votes().eq(votes()), "the same votes every time");
}

#[test]
fn votes_make_common_ground_and_divisions() {
    let mut counts: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for row in votes() {
        counts.entry(row.claim).or_default()[row.vote as usize] += 1;
    }
    let share = |key: &str| {
        let [agree, disagree, pass] = counts[key];
        f64::from(agree) / f64::from(agree + disagree + pass)
    };
    assert!(share("cosmopolitanism-c1") > 0.75, "common ground");
    assert!((0.25..0.75).contains(&share("reform-c5")), "a division");
    assert!(
        counts.values().all(|it| it.iter().sum::<u32>() >= 15),
        "no claim is left out"
    );
}

#[test]
fn real_names_stand_only_in_paraphrased_voices() {
    for voice in VOICES {
        assert_eq!(voice.kind, VoiceKind::Paraphrased2011);
        assert!(voice.name.ends_with("(2011, paraphrased)"));
    }
    assert!(turns().all(|it| VOICES.iter().any(|voice| voice.key == it.voice)));
    for voter in SAMPLE_VOTERS {
        assert!(!voter.name.contains("Ramos") && !voter.name.contains("Bauwens"));
    }
}

#[test]
fn perspectives_have_their_names_in_order_and_one_was_dropped() {
    for perspective in PERSPECTIVES {
        for pair in perspective.lineage.windows(2) {
            assert_eq!(pair[0].to, Some(pair[1].from), "{}", perspective.key);
        }
    }
    let dropped: Vec<&str> = PERSPECTIVES
        .iter()
        .filter(|it| {
            it.lineage
                .iter()
                .any(|change| change.change == Change::Dropped)
        })
        .map(|it| it.key)
        .collect();
    assert_eq!(dropped, ["indigenous"]);
}

#[test]
fn every_source_is_used() {
    let mut used: BTreeSet<&str> = COMMONS.sources.iter().copied().collect();
    used.extend(PERSPECTIVES.iter().flat_map(|it| it.sources));
    used.extend(PRACTICES.iter().flat_map(|it| it.sources));
    used.extend(turns().map(|it| it.source));
    for source in SOURCES {
        assert!(used.contains(source.key), "{} is not used", source.key);
        assert!(
            source.address.is_none_or(|it| it.starts_with("http")),
            "{}",
            source.key
        );
    }
}

#[test]
fn the_practice_has_ten_steps() {
    assert_eq!(PRACTICES.len(), 1);
    assert_eq!(PRACTICES[0].steps.len(), 10);
}
