//! Claims, and what is said about them, as Argdown and as Web Annotations.
//!
//! Both carry what their own signs cannot say as data beside them, under one set of keys, which
//! [`crate::import::argument`] reads back.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Held, Voice};
use polylogue_core::move_kind::MoveKind;
use polylogue_formats::annotation::{self, Annotation, Quote, TextBody};
use polylogue_formats::argdown::{
    self, Block, Document, Element, Relation, Sign, Sort, Toward, as_title,
};
use polylogue_formats::date::iso_time;
use polylogue_store::Reader;
use polylogue_store::query::{
    ClaimRow, MoveFilter, MoveRow, Page, PassageRow, Said, Shown, TargetRow, Thing, Words,
};
use serde_json::{Map, Value, json};

use crate::node::Node;
use crate::refusal::Refusal;

const PAGE_ROWS: u64 = 500;
/// Characters of a title.
const TITLE_CHARACTERS: usize = 60;
/// Remarks on remarks are indented so deep; deeper ones stand at the margin and name what they are
/// about.
const DEPTH_MAX: usize = 40;
/// What ids are called as names of the web.
pub const URN: &str = "urn:polylogue:";

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Perspectives and questions.
    pub things: u64,
    /// Claims.
    pub claims: u64,
    /// Moves.
    pub moves: u64,
    /// Moves that are not told: hidden, erased, taken back, or their text is not here.
    pub left_out: u64,
}

impl Node {
    /// Writes perspectives, standing questions, claims and all moves about anything as Argdown.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn export_argdown(&self, commons: &OperationId) -> Result<(String, Written), Refusal> {
        let reader = self.reader(commons)?;
        let row = reader.commons()?;
        let mut writing = Writing::of(&reader)?;
        let mut document = Document {
            front: vec![
                format!("title: {}", json!(row.title.words)),
                format!("commons: {commons}"),
                "model: {mode: loose}".to_owned(),
            ],
            blocks: Vec::new(),
        };
        writing.things(&reader, &mut document)?;
        writing.claims(&reader, &mut document)?;
        writing.texts(&reader, &mut document)?;
        Ok((argdown::write(&document), writing.written))
    }

    /// Writes claims lifted from passages and all moves as Web Annotations.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn export_annotations(&self, commons: &OperationId) -> Result<(String, Written), Refusal> {
        let reader = self.reader(commons)?;
        let mut writing = Writing::of(&reader)?;
        let mut all = Vec::new();
        for row in claims(&reader)? {
            writing.written.claims += 1;
            all.extend(row.passages.iter().map(|it| of_claim(&row, it)));
        }
        for rows in std::mem::take(&mut writing.about).into_values() {
            writing.written.moves += rows.len() as u64;
            all.extend(rows.iter().map(of_move));
        }
        all.sort_by(|one, other| (&one.created, &one.id).cmp(&(&other.created, &other.id)));
        let context = json!({"polylogue": URN});
        let label = reader.commons()?.title.words;
        Ok((annotation::write(&label, &context, &all), writing.written))
    }
}

/// Moves by what they are about, and titles given so far.
struct Writing {
    about: BTreeMap<OperationId, Vec<MoveRow>>,
    titles: BTreeMap<String, u32>,
    deep: Vec<(OperationId, usize)>,
    written: Written,
}

impl Writing {
    fn of(reader: &Reader) -> Result<Self, Refusal> {
        let mut writing = Self {
            about: BTreeMap::new(),
            titles: BTreeMap::new(),
            deep: Vec::new(),
            written: Written::default(),
        };
        let mut page = Page::first(PAGE_ROWS);
        loop {
            let rows = reader.moves(&MoveFilter::default(), page)?;
            if rows.is_empty() {
                break;
            }
            page.offset += PAGE_ROWS;
            for row in rows {
                if row.said.shown == Shown::Whole {
                    writing.about.entry(row.target.id).or_default().push(row);
                } else {
                    writing.written.left_out += 1;
                }
            }
        }
        for rows in writing.about.values_mut() {
            rows.sort_by_key(|it| (it.said.time, it.said.id));
        }
        Ok(writing)
    }

    /// A title that nothing else has.
    fn title(&mut self, words: &str) -> String {
        let clipped: String = as_title(words).chars().take(TITLE_CHARACTERS).collect();
        let clipped = match clipped.trim() {
            "" => "without words".to_owned(),
            it => it.to_owned(),
        };
        let count = self.titles.entry(clipped.clone()).or_default();
        *count += 1;
        match *count {
            1 => clipped,
            again => self.title(&format!("{clipped} ({again})")),
        }
    }

    fn things(&mut self, reader: &Reader, document: &mut Document) -> Result<(), Refusal> {
        heading(document, "Perspectives");
        for row in reader.perspectives()? {
            let mut data = data_of("perspective", &row.said, &row.name);
            data.insert("short".to_owned(), json!(row.short));
            data.insert("summary".to_owned(), words_value(&row.summary));
            self.statement(document, (&row.said, &row.name), "", data);
        }
        heading(document, "Standing questions");
        for row in reader.questions()? {
            let mut data = data_of("question", &row.said, &row.text);
            data.insert("place".to_owned(), json!(row.place));
            self.statement(document, (&row.said, &row.text), &row.text.words, data);
        }
        Ok(())
    }

    fn claims(&mut self, reader: &Reader, document: &mut Document) -> Result<(), Refusal> {
        heading(document, "Claims");
        for row in claims(reader)? {
            self.written.claims += 1;
            let data = data_of_claim(&row);
            self.statement(document, (&row.said, &row.text), &row.text.words, data);
        }
        Ok(())
    }

    /// Turns, sources and whatever else moves are about.
    fn texts(&mut self, reader: &Reader, document: &mut Document) -> Result<(), Refusal> {
        heading(document, "Turns and works");
        let made: BTreeSet<OperationId> =
            self.about.values().flatten().map(|it| it.said.id).collect();
        let due: Vec<OperationId> = self.about.keys().copied().collect();
        for id in due.into_iter().filter(|it| !made.contains(it)) {
            let Some(target) = reader.what(id)? else {
                continue;
            };
            let said = reader.said_of(id)?;
            let mut data = Map::new();
            data.insert("kind".to_owned(), json!(thing_name(&target)));
            data.insert("id".to_owned(), json!(id.to_string()));
            if let Some(turn) = reader.turn(id)? {
                data.insert("dialogue".to_owned(), json!(turn.dialogue.to_string()));
                data.insert("number".to_owned(), json!(turn.number));
                data.insert("by".to_owned(), json!(speaker(&turn.said)));
            }
            data.extend(said.map(|it| ("time".to_owned(), json!(iso_time(it.time)))));
            let element = self.element(Sort::Statement, &target.words.words, "", data);
            self.hang(document, id, element);
        }
        // A remark on one that stands too deep: each names what it is about.
        while let Some((id, _)) = self.deep.pop() {
            if let Some(rows) = self.about.remove(&id) {
                for row in rows {
                    let element = self.remark(&row, 0);
                    document.blocks.push(Block::Element(element));
                }
            }
        }
        Ok(())
    }

    fn statement(
        &mut self,
        document: &mut Document,
        (said, name): (&Said, &Words),
        text: &str,
        data: Map<String, Value>,
    ) {
        self.written.things += u64::from(data["kind"] != json!("claim"));
        let element = self.element(Sort::Statement, &name.words, text, data);
        self.hang(document, said.id, element);
    }

    fn element(&mut self, sort: Sort, name: &str, text: &str, data: Map<String, Value>) -> Element {
        Element {
            sort,
            title: self.title(name),
            text: text.to_owned(),
            data,
            ..Element::default()
        }
    }

    fn hang(&mut self, document: &mut Document, id: OperationId, mut element: Element) {
        element.relations = self.relations(id, 1);
        document.blocks.push(Block::Element(element));
    }

    fn relations(&mut self, id: OperationId, depth: usize) -> Vec<Relation> {
        if depth > DEPTH_MAX {
            self.deep.push((id, depth));
            return Vec::new();
        }
        let rows = self.about.remove(&id).unwrap_or_default();
        let relation = |row: &MoveRow, child: Element| Relation {
            sign: MoveKind::of(row.kind)
                .and_then(|it| Sign::of(it.argdown()))
                .unwrap_or(Sign::Undercut),
            toward: Toward::Parent,
            child,
        };
        rows.iter()
            .map(|row| relation(row, self.remark(row, depth)))
            .collect()
    }

    fn remark(&mut self, row: &MoveRow, depth: usize) -> Element {
        self.written.moves += 1;
        let name = format!("{} {}", name_of(row.kind), row.said.id.short());
        let said = [&row.reason, &row.object, &row.condition, &row.to];
        let text = said.into_iter().flatten().next();
        let text = text.map(|it| it.words.clone()).unwrap_or_default();
        let mut element = self.element(Sort::Argument, &name, &text, data_of_move(row));
        element.tags = vec![name_of(row.kind)];
        element.relations = self.relations(row.said.id, depth + 1);
        element
    }
}

fn heading(document: &mut Document, words: &str) {
    document.blocks.push(Block::Heading {
        level: 1,
        words: words.to_owned(),
        data: Map::new(),
    });
}

fn claims(reader: &Reader) -> Result<Vec<ClaimRow>, Refusal> {
    let mut rows = Vec::new();
    let mut page = Page::first(PAGE_ROWS);
    loop {
        let part = reader.claims(None, page)?;
        if part.is_empty() {
            return Ok(rows);
        }
        page.offset += PAGE_ROWS;
        let whole = part.into_iter().filter(|it| it.said.shown == Shown::Whole);
        rows.extend(whole);
    }
}

/// The name of a move's kind; `move` for one of a newer version.
fn name_of(kind: u16) -> String {
    MoveKind::of(kind).map_or("move", MoveKind::name).to_owned()
}

fn thing_name(target: &TargetRow) -> &'static str {
    match target.what {
        Some(Thing::Perspective) => "perspective",
        Some(Thing::Question) => "question",
        Some(Thing::Dialogue) => "dialogue",
        Some(Thing::Turn) => "turn",
        Some(Thing::Claim) => "claim",
        Some(Thing::Source) => "source",
        Some(
            Thing::Move
            | Thing::Practice
            | Thing::Document
            | Thing::Line
            | Thing::Comment
            | Thing::Dissent
            | Thing::Person,
        )
        | None => "other",
    }
}

fn speaker(said: &Said) -> String {
    let brought = said.brought_in.as_ref().map(|it| it.speaker.clone());
    brought.unwrap_or_else(|| said.by.name.words.clone())
}

fn words_value(words: &Words) -> Value {
    json!({"words": words.words, "language": words.language})
}

fn data_of(kind: &str, said: &Said, words: &Words) -> Map<String, Value> {
    let data = json!({
        "kind": kind,
        "id": said.id.to_string(),
        "by": said.by.name.words,
        "key": said.by.key.to_string(),
        "time": iso_time(said.time),
        "words": words.words,
        "language": words.language,
    });
    match data {
        Value::Object(data) => data,
        _ => Map::new(),
    }
}

fn passage_value(it: &PassageRow) -> Value {
    json!({
        "of": it.of.to_string(),
        "revision": it.revision.to_string(),
        "exact": it.exact,
        "before": it.before,
        "after": it.after,
        "start": it.start,
    })
}

fn data_of_claim(row: &ClaimRow) -> Map<String, Value> {
    let mut data = data_of("claim", &row.said, &row.text);
    let held = row.held_by.iter();
    let held = held
        .filter(|it| it.1 == Held::Holds)
        .map(|it| it.0.to_string());
    data.insert("held_by".to_owned(), held.collect::<Vec<String>>().into());
    let under = row.under.as_ref().map(|it| it.id.to_string());
    data.insert("under".to_owned(), json!(under));
    let passages: Vec<Value> = row.passages.iter().map(passage_value).collect();
    data.insert("passages".to_owned(), passages.into());
    data
}

fn data_of_move(row: &MoveRow) -> Map<String, Value> {
    let voice = match row.voice {
        Voice::Oneself => "oneself",
        Voice::Within => "within",
        Voice::OnBehalf => "on-behalf",
    };
    let mut data = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            data.insert(key.to_owned(), value);
        }
    };
    put("kind", json!("move"));
    put("move", json!(name_of(row.kind)));
    put("id", json!(row.said.id.to_string()));
    put("about", json!(row.target.id.to_string()));
    put("by", json!(row.said.by.name.words));
    put("key", json!(row.said.by.key.to_string()));
    put("time", json!(iso_time(row.said.time)));
    put("voice", json!(voice));
    put("for", json!(row.perspective.map(|it| it.to_string())));
    let passage = |it: Option<&PassageRow>| it.map_or(Value::Null, passage_value);
    put("passage", passage(row.target.passage.as_ref()));
    put("found_in", passage(row.found_in.as_ref()));
    let words = |it: Option<&Words>| it.map_or(Value::Null, words_value);
    put("reason", words(row.reason.as_ref()));
    put("object", words(row.object.as_ref()));
    put("condition", words(row.condition.as_ref()));
    put("from", words(row.from.as_ref()));
    put("to", words(row.to.as_ref()));
    data
}

fn on_passage(said: &Said, of: OperationId, passage: Option<&PassageRow>) -> Annotation {
    let end = |it: &PassageRow| {
        let characters = u32::try_from(it.exact.chars().count()).unwrap_or(u32::MAX);
        it.start.saturating_add(characters)
    };
    Annotation {
        id: format!("{URN}{}", said.id),
        creator: (
            format!("{URN}key:{}", said.by.key),
            said.by.name.words.clone(),
        ),
        created: iso_time(said.time),
        source: format!("{URN}{}", passage.map_or(of, |it| it.of)),
        quote: passage.map(|it| Quote {
            exact: it.exact.clone(),
            prefix: it.before.clone(),
            suffix: it.after.clone(),
        }),
        position: passage.map(|it| (it.start, end(it))),
        ..Annotation::default()
    }
}

fn body_of(words: &Words) -> TextBody {
    TextBody {
        value: words.words.clone(),
        language: words.language.clone(),
        format: "text/plain".to_owned(),
    }
}

fn of_claim(row: &ClaimRow, passage: &PassageRow) -> Annotation {
    let data = Value::Object(data_of_claim(row));
    Annotation {
        motivations: vec!["describing".to_owned()],
        bodies: vec![body_of(&row.text)],
        tags: vec!["claim".to_owned()],
        other: Map::from_iter([("polylogue:data".to_owned(), data)]),
        ..on_passage(&row.said, passage.of, Some(passage))
    }
}

fn of_move(row: &MoveRow) -> Annotation {
    let motivation = MoveKind::of(row.kind).map_or("commenting", MoveKind::motivation);
    let said = [&row.reason, &row.object, &row.condition, &row.from, &row.to];
    let passage = row.found_in.as_ref().or(row.target.passage.as_ref());
    let data = Value::Object(data_of_move(row));
    Annotation {
        motivations: vec![motivation.to_owned()],
        bodies: said.into_iter().flatten().map(body_of).collect(),
        tags: vec![name_of(row.kind)],
        other: Map::from_iter([("polylogue:data".to_owned(), data)]),
        ..on_passage(&row.said, row.target.id, passage)
    }
}
