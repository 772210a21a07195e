//! Search finds what people remember, however it was spelled: twelve questions, nine languages.

use polylogue_core::kind::{Erase, Hide, Note, TurnRevise};
use polylogue_core::text::Text;
use polylogue_store::Store;
use polylogue_store::query::{Page, Search, Thing};

use crate::world::{Home, World, text, turn};

/// (language, words said, question).
const SAID: [(&str, &str, &str); 12] = [
    (
        "en",
        "The commons is tended by those who depend on it.",
        "commons DEPEND",
    ),
    (
        "de",
        "Die Straße gehört allen, die auf ihr gehen.",
        "strasse gehort",
    ),
    (
        "fr",
        "L’économie du don n’a pas de maître.",
        "economie maitre",
    ),
    (
        "es",
        "La decisión pertenece a quien la lleva a cabo mañana.",
        "DECISION manana",
    ),
    (
        "tr",
        "Işık kimsenin malı değildir, ırmak da öyle.",
        "isik irmak",
    ),
    ("el", "Η γη δεν ανήκει σε κανέναν.", "ΑΝΗΚΕΙ κανεναν"),
    ("ru", "Всё общее требует заботы.", "все ЗАБОТЫ"),
    ("ar", "الأَرْضُ لِمَنْ يَعْتَنِي بِهَا", "الارض يعتني"),
    ("zh", "公共资源由使用者共同照看。", "使用者"),
    (
        "ja",
        "森は誰のものでもなく、みんなで守るものだ。",
        "みんなで守",
    ),
    ("th", "แม่น้ำเป็นของทุกคนที่ดูแลมัน", "ทุกคน"),
    ("hi", "हिन्दी में साझी भूमि सबकी है।", "साझी भूमि"),
];

fn found(store: &Store, words: &str) -> Vec<String> {
    let search = Search {
        words: words.to_owned(),
        ..Search::default()
    };
    let hits = store
        .reader()
        .unwrap()
        .search(&search, Page::first(20))
        .unwrap();
    hits.into_iter().map(|it| it.snippet).collect()
}

fn index(store: &Store) {
    while store.index_search(7).unwrap() {}
}

#[test]
fn each_question_finds_what_was_said_and_nothing_else() {
    let mut world = World::new(1, 1);
    let dialogue = world.dialogue(1, "x");
    for (language, words, _) in SAID {
        let mut said = turn(dialogue, "x");
        said.text = Text::new(words, language);
        world.say(1, said);
    }
    let home = Home::new();
    let store = world.store(&home);
    assert!(found(&store, "commons").is_empty(), "search follows later");
    index(&store);
    for (language, words, question) in SAID {
        let snippets = found(&store, question);
        assert_eq!(
            snippets.len(),
            1,
            "{language}: {question} found {snippets:?}"
        );
        let plain: String = snippets[0]
            .chars()
            .filter(|it| !matches!(it, '\u{2}' | '\u{3}'))
            .collect();
        assert_eq!(plain, Text::new(words, language).words, "{language}");
        assert!(
            snippets[0].contains('\u{2}'),
            "{language}: nothing is marked in {snippets:?}"
        );
    }
    assert_eq!(found(&store, "森").len(), 1, "one character is enough");
    assert!(found(&store, "資源").is_empty());
}

#[test]
fn search_follows_revisions_and_forgets_what_was_taken_out() {
    let mut world = World::new(2, 2);
    let dialogue = world.dialogue(1, "x");
    let first = world.turn(1, dialogue, "mushrooms under oaks");
    let second = world.turn(2, dialogue, "mushrooms under pines");
    let home = Home::new();
    let store = world.store(&home);
    index(&store);
    assert_eq!(found(&store, "mushroom").len(), 2);
    let said = text("lichen on stones");
    let (long, quotes, replaces) = (None, vec![], vec![]);
    world.say(
        1,
        TurnRevise {
            turn: first,
            text: said,
            long,
            quotes,
            replaces,
        },
    );
    world.say(
        2,
        Erase {
            targets: vec![second],
            words: None,
            dialogue: None,
        },
    );
    store.append(&world.said, 1).unwrap();
    index(&store);
    assert!(found(&store, "mushroom").is_empty());
    assert_eq!(found(&store, "lichen").len(), 1);
    let note = world.say(0, Note { text: text("why") });
    world.say(
        0,
        Hide {
            targets: vec![first],
            words: Some(note),
            dialogue: None,
        },
    );
    store.append(&world.said, 1).unwrap();
    index(&store);
    assert!(found(&store, "lichen").is_empty());
}

#[test]
fn search_can_be_narrowed() {
    let mut world = World::new(3, 2);
    let dialogue = world.dialogue(1, "Rivers");
    world.turn(1, dialogue, "rivers of the north");
    world.turn(2, dialogue, "rivers of the south");
    world.claim(2, None, "rivers are persons");
    let home = Home::new();
    let store = world.store(&home);
    index(&store);
    let reader = store.reader().unwrap();
    let ask = |search: Search| reader.search(&search, Page::first(9)).unwrap().len();
    let words = "rivers".to_owned();
    assert_eq!(
        ask(Search {
            words: words.clone(),
            ..Search::default()
        }),
        4
    );
    let by = Some(world.key(2));
    assert_eq!(
        ask(Search {
            words: words.clone(),
            by,
            ..Search::default()
        }),
        2
    );
    let thing = Some(Thing::Claim);
    assert_eq!(
        ask(Search {
            words: words.clone(),
            thing,
            ..Search::default()
        }),
        1
    );
    let language = Some("en-GB".to_owned());
    assert_eq!(
        ask(Search {
            words: words.clone(),
            language,
            ..Search::default()
        }),
        4
    );
    let language = Some("de".to_owned());
    assert_eq!(
        ask(Search {
            words,
            language,
            ..Search::default()
        }),
        0
    );
}

/// What is counted as it comes is what a store that was just opened counts.
#[test]
fn languages_are_counted_as_they_stand_in_the_search() {
    let mut world = World::new(5, 2);
    let dialogue = world.dialogue(1, "x");
    let home = Home::new();
    let store = world.store(&home);
    let counted = |store: &Store| {
        index(store);
        let kept = store.reader().unwrap().languages().unwrap();
        let anew = Store::open(store.path()).unwrap();
        assert_eq!(kept, anew.reader().unwrap().languages().unwrap());
        let rows = kept.into_iter();
        rows.map(|it| (it.language, it.turns)).collect::<Vec<_>>()
    };
    let before = counted(&store);
    assert_eq!(before, [("en".to_owned(), 0)], "a title is no turn");
    let mut turns = Vec::new();
    for number in 0..3 {
        turns.push(world.turn(1, dialogue, &format!("turn {number}")));
        store.append(&world.said, 1).unwrap();
        let turns = u64::try_from(turns.len()).unwrap();
        assert_eq!(counted(&store), [("en".to_owned(), turns)]);
    }
    world.say(
        1,
        TurnRevise {
            turn: turns[0],
            text: Text::new("un turno", "es"),
            long: None,
            quotes: vec![],
            replaces: vec![],
        },
    );
    store.append(&world.said, 1).unwrap();
    let both = [("en".to_owned(), 2), ("es".to_owned(), 1)];
    assert_eq!(counted(&store), both);
    world.say(
        1,
        Erase {
            targets: vec![turns[1]],
            words: None,
            dialogue: None,
        },
    );
    store.append(&world.said, 1).unwrap();
    let both = [("en".to_owned(), 1), ("es".to_owned(), 1)];
    assert_eq!(counted(&store), both);
}
