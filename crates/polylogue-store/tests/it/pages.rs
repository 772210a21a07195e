//! What pages and commands ask.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    BroughtIn, Change, Choice, Dialogue, Dispute, Lineage, Move, Naming, Perspective, Question,
    State, Target, Voice,
};
use polylogue_core::passage::Passage;
use polylogue_store::query::{Anchored, MoveFilter, Page, Thing};

use crate::world::{Home, World, text, turn};

fn asks(target: OperationId, kind: u16) -> Move {
    Move {
        kind,
        target: Target {
            id: target,
            passage: None,
        },
        perspective: None,
        voice: Voice::Oneself,
        found_in: None,
        reason: Some(text("Who decides?")),
        object: None,
        condition: None,
        from: None,
        to: None,
    }
}

fn brought(lines: (u32, u32)) -> BroughtIn {
    BroughtIn {
        speaker: "M.".to_owned(),
        naming: Naming::Named,
        address: "https://example.org/page".to_owned(),
        revision: "7".to_owned(),
        licence: "CC-BY-SA-3.0".to_owned(),
        date: "2011".to_owned(),
        lines,
    }
}

#[test]
fn turns_stand_in_order_with_their_moves_quotes_and_numbers() {
    let mut world = World::new(1, 3);
    let dialogue = world.dialogue(1, "On land");
    let first = world.turn(1, dialogue, "Land is *not* a thing, it is a relation.");
    let mut reply = turn(dialogue, "Then who may sell it?");
    reply.reply_to = Some(first);
    let words = "Land is not a thing";
    let passage = Passage::of_words(first, first, "Land is not a thing, it is.", words).unwrap();
    reply.quotes = vec![polylogue_core::kind::Quote {
        passage,
        paragraph: 0,
    }];
    let second = world.say(2, reply);
    let question = world.say(3, asks(second, 19));
    world.say(
        1,
        Dispute {
            target: question,
            reason: text("It does not ask."),
        },
    );
    let home = Home::new();
    let store = world.store(&home);
    let reader = store.reader().unwrap();
    let turns = reader.turns(dialogue, Page::first(9)).unwrap();
    let numbers: Vec<_> = turns.iter().map(|it| (it.number, it.said.id)).collect();
    assert_eq!(numbers, [(1, first), (2, second)]);
    assert_eq!(turns[1].reply_to, Some(first));
    let quote = &turns[1].quotes[0].passage;
    assert_eq!((quote.anchored, quote.number), (Anchored::Here, Some(1)));
    assert_eq!(turns[1].moves[0].disputes.len(), 1);
    let rows = reader.dialogues(Page::first(9)).unwrap();
    assert_eq!((rows[0].turns, rows[0].open_questions), (2, 1));
    assert_eq!(reader.latest_turns(1).unwrap()[0].said.id, second);
    drop(reader);
    world.say(2, asks(question, 20));
    store.append(&world.said, 1).unwrap();
    let reader = store.reader().unwrap();
    assert_eq!(
        reader.dialogue(dialogue).unwrap().unwrap().open_questions,
        0
    );
    assert!(reader.open_questions(Page::first(9)).unwrap().is_empty());
    let filter = MoveFilter {
        dialogue: Some(dialogue),
        ..MoveFilter::default()
    };
    assert_eq!(reader.moves(&filter, Page::first(9)).unwrap().len(), 2);
    let by = Some(world.key(3));
    let filter = MoveFilter {
        by,
        target: Some(second),
        ..MoveFilter::default()
    };
    let mine = reader.moves(&filter, Page::first(9)).unwrap();
    assert_eq!((mine.len(), mine[0].target.what), (1, Some(Thing::Turn)));
    let resting = reader.rest_on(first).unwrap();
    assert!(resting.iter().any(|it| it.id == second));
}

#[test]
fn what_two_people_brought_in_is_shown_once() {
    let mut world = World::new(2, 3);
    let begin = |world: &mut World, by| {
        let dialogue = world.say(
            by,
            Dialogue {
                title: text("P2P and others"),
                about: text(""),
                perspectives: vec![],
                questions: vec![],
                state: State::Open,
                scheduled: None,
                brought_in: Some(brought((1, 90))),
            },
        );
        let mut said = turn(dialogue, "I answer.");
        said.brought_in = Some(brought((3, 20)));
        (dialogue, world.say(by, said))
    };
    let (first, first_turn) = begin(&mut world, 1);
    let (second, second_turn) = begin(&mut world, 2);
    world.turn(3, first, "A reply in one.");
    world.turn(3, second, "A reply in the other.");
    let home = Home::new();
    let store = world.store(&home);
    let reader = store.reader().unwrap();
    let dialogues = reader.dialogues(Page::first(9)).unwrap();
    assert_eq!(dialogues.len(), 1);
    let (shown, other) = (first.min(second), first.max(second));
    assert_eq!(
        (dialogues[0].said.id, &dialogues[0].same_as),
        (shown, &vec![other])
    );
    let turns = reader.turns(shown, Page::first(9)).unwrap();
    assert_eq!(turns.len(), 3, "both replies, and what was brought in once");
    let twice = reader.brought_in_twice().unwrap();
    assert_eq!(twice.len(), 2);
    let page = reader.brought_in("https://example.org/page", "7").unwrap();
    assert_eq!(page.len(), 4);
    assert!(page.contains(&first_turn) && page.contains(&second_turn));
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn perspectives_keep_their_marks_and_lineage() {
    let mut world = World::new(3, 2);
    let perspective = |name: &str| Perspective {
        name: text(name),
        short: text(""),
        summary: text(""),
        sources: vec![],
        brought_in: None,
    };
    let first = world.say(1, perspective("Ecology"));
    let second = world.say(2, perspective("Commons"));
    world.say(
        1,
        Lineage {
            change: Change::Split,
            from: vec![first],
            to: vec![second],
            name: None,
            reason: text("Too wide."),
            when: "2011".to_owned(),
        },
    );
    let dialogue = world.dialogue(1, "D");
    let mut said = turn(dialogue, "From within.");
    said.perspective = Some(second);
    said.voice = Voice::Within;
    world.say(1, said);
    for (place, words) in [(0, "Last?"), (2, "Second?"), (1, "First?")] {
        world.say(
            1,
            Question {
                text: text(words),
                place,
                brought_in: None,
            },
        );
    }
    let home = Home::new();
    let reader = world.store(&home).reader().unwrap();
    let rows = reader.perspectives().unwrap();
    assert_eq!((rows[0].mark, rows[1].mark), (0, 1));
    assert_eq!((rows[1].turns, rows[1].turns_within), (1, 1));
    assert_eq!(rows[0].lineage[0].to, [(second, "Commons".to_owned())]);
    assert_eq!(reader.perspective(second).unwrap().unwrap().mark, 1);
    let questions: Vec<_> = reader
        .questions()
        .unwrap()
        .into_iter()
        .map(|it| it.text.words)
        .collect();
    assert_eq!(questions, ["First?", "Second?", "Last?"]);
    let counts = reader.counts().unwrap();
    assert_eq!(
        (counts.perspectives, counts.questions, counts.turns),
        (2, 3, 1)
    );
    let found = reader.resolve(&second.to_string()[..8]).unwrap();
    assert_eq!(found, [(second, 510)]);
    assert!(reader.resolve("ab").unwrap().is_empty());
    let commons = reader.commons().unwrap();
    assert_eq!(
        (commons.title.words.as_str(), commons.version),
        ("Planet", 1)
    );
    assert_eq!(reader.people(Page::first(9)).unwrap().len(), 3);
    assert_eq!(reader.log(Page::first(3)).unwrap().len(), 3);
}

#[test]
fn the_next_claim_is_one_not_voted_on_with_the_fewest_votes() {
    let mut world = World::new(4, 3);
    let claims: Vec<_> = (0..3)
        .map(|n| world.claim(1, None, &format!("Claim {n}.")))
        .collect();
    world.vote(1, claims[0], Choice::Agree);
    world.vote(2, claims[0], Choice::Agree);
    world.vote(1, claims[1], Choice::Agree);
    world.vote(3, claims[2], Choice::Pass);
    let home = Home::new();
    let reader = world.store(&home).reader().unwrap();
    let next = reader.next_claim(world.key(3), None).unwrap().unwrap();
    assert_eq!(next.said.id, claims[1]);
    assert_eq!(reader.claims_voted_by(world.key(1)).unwrap(), 2);
    let next = reader.next_claim(world.key(1), None).unwrap().unwrap();
    assert_eq!(next.said.id, claims[2]);
    assert_eq!(reader.votes(claims[0], Page::first(9)).unwrap().len(), 2);
    assert_eq!(reader.claims(None, Page::first(9)).unwrap().len(), 3);
}

#[test]
fn what_is_local_stays_with_its_home() {
    let world = World::new(5, 0);
    let home = Home::new();
    let store = world.store(&home);
    assert_eq!(store.local_get("draft").unwrap(), None);
    store.local_put("draft", b"half a thought").unwrap();
    assert_eq!(
        store.local_get("draft").unwrap().as_deref(),
        Some(&b"half a thought"[..])
    );
    store.local_put("draft", b"").unwrap();
    assert_eq!(store.local_get("draft").unwrap(), None);
    let version = store.version();
    store.local_put("seen", b"1").unwrap();
    assert_eq!(store.version(), version, "nothing on pages changed");
}
