//! Argdown, read and written.

use polylogue_formats::argdown::{
    Block, Document, Element, Relation, Sign, Sort, Toward, as_title, read, write,
};
use serde_json::{Map, Value, json};

const SAMPLE: &str = r#"===
title: The river
model: {mode: loose}
===

# What it needs {id: h1}

// Only between us.
[Eels]: The eels must come
back. #fish #(old river) {by: Ada, held: [Fishers, "The town"], year: 2016}
  + <Ladders>: Fish ladders work.
      - They cost too much. /* says who? */
      _ [Cheap ladders]: There are cheap ones.
  <- <Silt>
  +> [Fishing]
  >< [No eels]

<Silt>: The silt is full of lead: see https://example.org/silt.

@[Eels]
"#;

fn elements(document: &Document) -> Vec<&Element> {
    let elements = document.blocks.iter().filter_map(|it| match it {
        Block::Element(element) => Some(element),
        Block::Heading { .. } => None,
    });
    elements.collect()
}

#[test]
fn what_people_write_is_read() {
    let reading = read(SAMPLE);
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    assert_eq!(
        reading.document.front,
        ["title: The river", "model: {mode: loose}"]
    );
    let Some(Block::Heading { level, words, data }) = reading.document.blocks.first() else {
        unreachable!("{:?}", reading.document.blocks)
    };
    assert_eq!(
        (*level, words.as_str(), &data["id"]),
        (1, "What it needs", &json!("h1"))
    );
    let all = elements(&reading.document);
    assert_eq!(all.len(), 3);
    let eels = all[0];
    assert_eq!((eels.title.as_str(), eels.line), ("Eels", 9));
    assert_eq!(eels.text, "The eels must come back.");
    assert_eq!(eels.tags, ["fish", "old river"]);
    assert_eq!(eels.data["held"], json!(["Fishers", "The town"]));
    assert_eq!(eels.data["year"], json!(2016));
    let signs: Vec<_> = eels
        .relations
        .iter()
        .map(|it| (it.sign, it.toward))
        .collect();
    assert_eq!(
        signs,
        [
            (Sign::Support, Toward::Parent),
            (Sign::Attack, Toward::Parent),
            (Sign::Support, Toward::Child),
            (Sign::Contradiction, Toward::Parent),
        ]
    );
    let ladders = &eels.relations[0].child;
    assert_eq!((ladders.sort, ladders.relations.len()), (Sort::Argument, 2));
    assert_eq!(ladders.relations[0].child.text, "They cost too much.");
    assert_eq!(ladders.relations[1].child.title, "Cheap ladders");
    assert_eq!(
        all[1].text,
        "The silt is full of lead: see https://example.org/silt."
    );
    assert_eq!(all[2].title, "Eels");
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let text =
        "[Eels: must come back.\n\n  + nothing above\n\n[A]: b {c: {\n\n[B]: x\n   c: d\n/* never";
    let told: Vec<String> = read(text).faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "line 1: its title is not closed; it is read as text",
            "line 5: what stands in its braces is no data; it is read as text",
            "line 9: a comment is never closed",
        ],
        "{:#?}",
        read(text)
    );
    let deep: String = (0..80)
        .map(|it| format!("{}+ a\n", "  ".repeat(it)))
        .collect();
    let deep = format!("[A]\n{deep}").replacen("\n+ a", "\n  + a", 1);
    assert!(
        read(&deep)
            .faults
            .iter()
            .any(|it| it.what.contains("too deep"))
    );
    for hostile in [
        "{", "[", "<", "===", "- ", "\u{feff}", "/*", "\\", "#(", "[]: {{{{", "@[",
    ] {
        let _read = read(hostile);
        let _read = read(&hostile.repeat(2_000));
    }
}

/// A generator of our own, so that a seed says everything.
/// The second says how deep relations go: the first documents are small, so that what fails first
/// is short.
struct Random(u64, usize);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_000).expect("it fits") % most
    }

    fn words(&mut self, least: usize) -> String {
        const WORDS: [&str; 22] = [
            "river",
            "the",
            "[eels]",
            "<b>",
            "#fish",
            "{a: 1}",
            "//",
            "/*",
            "*/",
            "<!--",
            "-->",
            "\\",
            "\"",
            "'",
            "النهر",
            "川",
            "+",
            "-",
            "_",
            "><",
            "(1)",
            "a/b",
        ];
        let count = least + self.below(6);
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect();
        words.join(" ")
    }

    fn data(&mut self) -> Map<String, Value> {
        (0..self.below(3))
            .map(|at| {
                let value = match self.below(4) {
                    0 => json!(self.below(1_000)),
                    1 => json!([self.words(0), {"deep": self.words(0)}]),
                    2 => Value::Null,
                    _ => json!(format!("{}\n{}", self.words(1), self.words(0))),
                };
                (format!("key {at}"), value)
            })
            .collect()
    }

    fn element(&mut self, depth: usize) -> Element {
        let titled = self.below(3) > 0;
        let title = if titled {
            as_title(&format!("{} t", self.words(1)))
        } else {
            String::new()
        };
        let relations = if depth < self.1 { self.below(4) } else { 0 };
        Element {
            sort: if titled && self.below(2) == 0 {
                Sort::Argument
            } else {
                Sort::Statement
            },
            text: self.words(usize::from(!titled)),
            title,
            tags: (0..self.below(3)).map(|it| format!("tag-{it}")).collect(),
            data: self.data(),
            relations: (0..relations).map(|_| self.relation(depth + 1)).collect(),
            line: 0,
        }
    }

    fn relation(&mut self, depth: usize) -> Relation {
        let signs = [
            Sign::Support,
            Sign::Attack,
            Sign::Undercut,
            Sign::Contradiction,
        ];
        let sign = signs[self.below(4)];
        let toward = match (sign, self.below(2)) {
            (Sign::Contradiction, _) | (_, 0) => Toward::Parent,
            _ => Toward::Child,
        };
        Relation {
            sign,
            toward,
            child: self.element(depth),
        }
    }

    fn document(&mut self) -> Document {
        let blocks = (0..1 + self.below(5)).map(|_| match self.below(4) {
            0 => Block::Heading {
                level: u8::try_from(1 + self.below(6)).expect("a level"),
                words: self.words(1),
                data: self.data(),
            },
            _ => Block::Element(self.element(0)),
        });
        Document {
            blocks: blocks.collect(),
            front: vec!["title: a".to_owned()],
        }
    }
}

fn without_lines(mut document: Document) -> Document {
    fn clear(element: &mut Element) {
        element.line = 0;
        element
            .relations
            .iter_mut()
            .for_each(|it| clear(&mut it.child));
    }
    for block in &mut document.blocks {
        if let Block::Element(element) = block {
            clear(element);
        }
    }
    document
}

#[test]
fn what_is_written_is_read_back_the_same() {
    let seed = std::env::var("SEED").ok().and_then(|it| it.parse().ok());
    let seed: u64 = seed.unwrap_or(0x5eed_2026);
    println!("SEED={seed}");
    let mut random = Random(seed, 0);
    for round in 0..600 {
        random.1 = round / 100;
        let document = random.document();
        let text = write(&document);
        let reading = read(&text);
        let again = without_lines(reading.document);
        assert!(
            again == document,
            "round {round}:
{text}
becomes
{}",
            write(&again)
        );
        assert!(
            reading.faults.is_empty(),
            "round {round}: {:?}\n{text}",
            reading.faults
        );
    }
}
