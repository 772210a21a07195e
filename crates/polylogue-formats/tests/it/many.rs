//! Forty thousand made pages go through in two passes, and what is held stays small.

use polylogue_formats::mediawiki::{self, CorpusBuilder, Options, Page, read_page};

const PAGES: u32 = 40_000;

/// A page by its number alone, the same every time.
fn made(number: u32) -> (String, String) {
    let title = format!("Craft number {number}");
    let opener = ["Ada Brook", "Tomas Lind", "Mira Voss"][(number % 3) as usize];
    let text = match number % 4 {
        0 => format!(
            "'''= on craft {number} as work'''\n\nProject: [[Index {}]]\n\n=Discussion=\n\n\
             Summary by {opener}:\n\nCraft {number} needs hands and time, and a roof.\n\n\
             =Guild Commentary=\n\n==Noor Haddad 1==\n\nThe guild lends the roof.\n\n\
             =={opener}==\n\nFor how long?\n\n==Noor Haddad 2==\n\nFor {number} days.\n",
            number / 1000
        ),
        1 => format!("#REDIRECT [[Craft number {}]]\n", number - 1),
        2 => format!(
            "=History=\n\nCraft {number} is old.\n\n* [[Craft number {}]]\n",
            number / 2
        ),
        _ => {
            let speaker = format!("Person{} Family{number}", ["a", "b"][(number % 2) as usize]);
            format!("Summary by {speaker}:\n\nOnly one voice speaks of craft {number} here.\n")
        }
    };
    (title, text)
}

fn index(number: u32) -> (String, String) {
    let mut text = String::from("* What is it?\n* Who does it?\n* Why?\n\n=Crafts=\n\n");
    for page in number * 1000..(number + 1) * 1000 {
        if page % 4 == 0 {
            text.push_str(&format!("* [[craft number {page}]]\n"));
        }
    }
    (format!("Index {number}"), text)
}

#[test]
fn forty_thousand_pages_need_little_memory_and_little_time() {
    let started = std::time::Instant::now();
    let all = || (0..PAGES).map(made).chain((0..PAGES / 1000).map(index));
    let mut builder = CorpusBuilder::new();
    for (title, text) in all() {
        builder.add(&mediawiki::survey(&Page::new(&title, text.as_bytes())));
    }
    let corpus = builder.build();
    assert_eq!(corpus.pages_surveyed(), u64::from(PAGES) + 40);
    assert!(
        corpus.bytes_held() < 8 * 1024 * 1024,
        "{}",
        corpus.bytes_held()
    );
    assert!(corpus.entries_held() < 60_000, "{}", corpus.entries_held());
    let surveyed = started.elapsed();
    let options = Options::default();
    let (mut turns, mut questions) = (0, 0);
    for (title, text) in all() {
        let imported = read_page(&Page::new(&title, text.as_bytes()), &corpus, &options);
        turns += imported
            .dialogues
            .iter()
            .map(|dialogue| dialogue.turns.len())
            .sum::<usize>();
        questions += imported.questions.len();
    }
    assert_eq!(turns, 4 * 10_000);
    assert_eq!(questions, 3 * 40);
    let limits = corpus.limits_reached();
    println!(
        "{} bytes held, surveyed in {surveyed:?}, {limits:?}",
        corpus.bytes_held()
    );
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    assert!(limits.is_empty(), "{limits:?}");
}

#[test]
fn more_than_the_limits_is_said_and_not_held() {
    let mut builder = CorpusBuilder::new();
    for number in 0..60_000 {
        let title = format!("Page {number}");
        let text = match number % 3 {
            0 => format!("#REDIRECT [[Elsewhere {number}]]"),
            1 => format!("Summary by Ada Brook:\n\nA.\n\n=Response by Tom Lind{number}=\n\nB."),
            _ => {
                let letters: String = number
                    .to_string()
                    .bytes()
                    .map(|it| char::from(it - b'0' + b'a'))
                    .collect();
                format!("Summary by Ada X{letters}:\n\nA.\n\n=Response by Tom Y{letters}=\n\nB.")
            }
        };
        builder.add(&mediawiki::survey(&Page::new(&title, text.as_bytes())));
    }
    let corpus = builder.build();
    let limits = corpus.limits_reached().join("; ");
    assert!(limits.contains("names beyond the limit"), "{limits}");
    assert!(limits.contains("pages beyond the limit"), "{limits}");
    assert!(limits.contains("redirects beyond the limit"), "{limits}");
    assert!(
        corpus.bytes_held() < 8 * 1024 * 1024,
        "{}",
        corpus.bytes_held()
    );
    assert!(corpus.entries_held() < 100_000, "{}", corpus.entries_held());
}
