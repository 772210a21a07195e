//! How long things take on many operations; only with POLYLOGUE_SLOW set, since signing takes a
//! while. The limits are this issue's, the figures are printed.

use std::time::Instant;

use polylogue_core::kind::Choice;
use polylogue_store::query::{MoveFilter, Page};

use crate::world::{Home, World, vote};

const OPERATIONS: usize = 100_000;

/// Microseconds this thread has computed, where the system tells.
fn computed_us() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ')
        .next()
        .and_then(|it| it.parse::<f64>().ok())
        .unwrap_or(f64::NAN)
        / 1e3
}

fn mixed() -> World {
    let mut world = World::new(9, 500);
    let dialogues: Vec<_> = (0..50)
        .map(|n| world.dialogue(0, &format!("D {n}")))
        .collect();
    let claims: Vec<_> = (0..2_000)
        .map(|n| world.claim(1, None, &format!("C {n}")))
        .collect();
    let words = "many words about land and water ".repeat(38);
    let mut turns = Vec::new();
    while world.said.len() < OPERATIONS {
        let by = 1 + world.chance.below(500);
        match world.chance.below(100) {
            0..=10 => {
                let dialogue = world.chance.pick(&dialogues).unwrap();
                turns.push(world.turn(by, dialogue, &words));
            }
            11..=18 if !turns.is_empty() => {
                let target = world.chance.pick(&turns).unwrap();
                world.say(
                    by,
                    polylogue_core::kind::Move {
                        kind: 19,
                        target: polylogue_core::kind::Target {
                            id: target,
                            passage: None,
                        },
                        perspective: None,
                        voice: polylogue_core::kind::Voice::Oneself,
                        found_in: None,
                        reason: Some(crate::world::text("Why?")),
                        object: None,
                        condition: None,
                        from: None,
                        to: None,
                    },
                );
            }
            _ => {
                let claim = world.chance.pick(&claims).unwrap();
                world.say(by, vote(claim, Choice::Agree, vec![]));
            }
        }
    }
    world
}

#[test]
fn a_hundred_thousand_operations() {
    if std::env::var("POLYLOGUE_SLOW").is_err() {
        return;
    }
    let world = mixed();
    let home = Home::new();
    let store = home.create(&world.founding);
    let begun = computed_us();
    store.append(&world.said, 1).unwrap();
    let each = (computed_us() - begun) / OPERATIONS as f64;
    println!("store and fold: {each:.1} µs an operation (limit 24)");
    let begun = computed_us();
    store.rebuild().unwrap();
    let each = (computed_us() - begun) / OPERATIONS as f64;
    println!("fold again: {each:.1} µs an operation (limit 10)");
    let begun = Instant::now();
    while store.index_search(2_000).unwrap() {}
    println!("search: {:.2} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    let keys = store.reconciled_keys().unwrap();
    println!(
        "{} keys: {:.1} ms",
        keys.len(),
        begun.elapsed().as_secs_f64() * 1e3
    );
    pages(&store, &world);
    let path = store.path().to_owned();
    drop(store);
    let begun = Instant::now();
    let store = polylogue_store::Store::open(&path).unwrap();
    store.reader().unwrap().commons().unwrap();
    println!(
        "open and first page: {:.1} ms",
        begun.elapsed().as_secs_f64() * 1e3
    );
}

fn pages(store: &polylogue_store::Store, world: &World) {
    let time = |name: &str, ask: &dyn Fn(&polylogue_store::Reader)| {
        let mut times: Vec<f64> = Vec::new();
        for _ in 0..20 {
            let begun = Instant::now();
            ask(&store.reader().unwrap());
            times.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        println!("{name}: {:.2} ms, at worst {:.2} ms", times[10], times[19]);
    };
    let dialogue = world
        .said
        .iter()
        .find(|it| it.header().kind == 520)
        .unwrap()
        .id();
    let turn = world
        .said
        .iter()
        .rfind(|it| it.header().kind == 522)
        .unwrap()
        .id();
    let key = world.key(7);
    time("commons", &|it| drop(it.commons().unwrap()));
    time("dialogues", &|it| {
        drop(it.dialogues(Page::first(50)).unwrap())
    });
    time("turns", &|it| {
        drop(
            it.turns(
                dialogue,
                Page {
                    offset: 100,
                    limit: 20,
                },
            )
            .unwrap(),
        )
    });
    time("turn", &|it| drop(it.turn(turn).unwrap()));
    time("claims", &|it| {
        drop(it.claims(None, Page::first(50)).unwrap())
    });
    time("next claim", &|it| drop(it.next_claim(key, None).unwrap()));
    time("moves", &|it| {
        drop(it.moves(&MoveFilter::default(), Page::first(50)).unwrap())
    });
    time("open questions", &|it| {
        drop(it.open_questions(Page::first(50)).unwrap())
    });
    time("people", &|it| drop(it.people(Page::first(50)).unwrap()));
    time("person acts", &|it| {
        drop(it.person_acts(key, Page::first(50)).unwrap())
    });
    time("log", &|it| drop(it.log(Page::first(50)).unwrap()));
    let search = polylogue_store::query::Search {
        words: "water".to_owned(),
        ..polylogue_store::query::Search::default()
    };
    time("search", &|it| {
        drop(it.search(&search, Page::first(20)).unwrap())
    });
}
