//! Claims and moves from Argdown and from Web Annotations.
//!
//! What this commons wrote is known again by its id and not brought in twice; what is new is signed
//! by whoever brings it in. What has no form of ours is read by its sign: support agrees, attack
//! disagrees, an undercut challenges.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Voice;
use polylogue_core::move_kind::MoveKind;
use polylogue_formats::annotation::{self, Annotation};
use polylogue_formats::argdown::{self, Block, Element, Relation, Sign, Sort, Toward};
use polylogue_store::query::Page;
use serde_json::{Map, Value};

use crate::export::argument::URN;
use crate::intent::{Intent, MakeMove, Quoting, Standpoint, Worded};
use crate::node::Node;
use crate::refusal::Refusal;

/// What was brought in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Perspectives and standing questions put.
    pub things: u64,
    /// Claims put.
    pub claims: u64,
    /// Moves made.
    pub moves: u64,
    /// What was here already, by its id.
    pub known: u64,
    /// What was left out or read otherwise, a sentence each with its place.
    pub skipped: Vec<String>,
}

impl Node {
    /// Brings in what an Argdown text says.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here, or this person may not speak there.
    pub fn import_argdown(&self, commons: &OperationId, text: &str) -> Result<Brought, Refusal> {
        let reading = argdown::read(text);
        let mut bringing = Bringing::of(self, commons)?;
        let faults = reading.faults.iter().map(ToString::to_string);
        bringing.brought.skipped.extend(faults);
        let elements = reading.document.blocks.iter().filter_map(|it| match it {
            Block::Element(element) => Some(element),
            Block::Heading { .. } => None,
        });
        let elements: Vec<&Element> = elements.collect();
        for element in &elements {
            bringing.place = Place::Line(element.line);
            bringing.put(element)?;
        }
        for element in &elements {
            if text_of(&element.data, "kind") == "move" {
                let about = bringing.id_in(&element.data, "about");
                bringing.child(about, (Sign::Undercut, Toward::Parent), element)?;
            } else {
                let id = bringing.titles.get(&element.title).copied();
                bringing.below(id, &element.relations)?;
            }
        }
        Ok(bringing.brought)
    }

    /// Brings in annotations of texts that are here: of ours, of others', of Hypothes.is.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here, or this person may not speak there.
    pub fn import_annotations(
        &self,
        commons: &OperationId,
        text: &str,
    ) -> Result<Brought, Refusal> {
        let reading = annotation::read(text);
        let mut bringing = Bringing::of(self, commons)?;
        let faults = reading.faults.iter().map(ToString::to_string);
        bringing.brought.skipped.extend(faults);
        for (number, it) in &reading.annotations {
            bringing.place = Place::Annotation(*number);
            bringing.annotation(it)?;
        }
        Ok(bringing.brought)
    }
}

/// Where in a file something stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    Line(usize),
    Annotation(usize),
}

struct Bringing<'a> {
    node: &'a Node,
    commons: OperationId,
    /// Ids of the file by what they are here.
    ids: BTreeMap<String, OperationId>,
    titles: BTreeMap<String, OperationId>,
    /// Perspectives by their names.
    names: BTreeMap<String, OperationId>,
    /// Turns by the address they were brought in from; read when it is first needed.
    addresses: Option<BTreeMap<String, Vec<OperationId>>>,
    place: Place,
    brought: Brought,
}

fn text_of<'a>(data: &'a Map<String, Value>, key: &str) -> &'a str {
    data.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn worded(data: &Map<String, Value>, key: &str) -> Option<Worded> {
    let value = data.get(key)?;
    let words = match value {
        Value::String(words) => words.clone(),
        it => it.get("words")?.as_str()?.to_owned(),
    };
    let language = value.get("language").and_then(Value::as_str);
    let is_said = !words.trim().is_empty();
    is_said.then(|| Worded {
        words,
        language: language.map(ToOwned::to_owned),
    })
}

impl<'a> Bringing<'a> {
    fn of(node: &'a Node, commons: &OperationId) -> Result<Self, Refusal> {
        let perspectives = node.reader(commons)?.perspectives()?;
        Ok(Self {
            node,
            commons: *commons,
            ids: BTreeMap::new(),
            titles: BTreeMap::new(),
            names: perspectives
                .into_iter()
                .map(|it| (it.name.words, it.said.id))
                .collect(),
            addresses: None,
            place: Place::Line(0),
            brought: Brought::default(),
        })
    }

    fn skip(&mut self, why: impl std::fmt::Display) {
        let place = match self.place {
            Place::Line(line) => format!("line {line}"),
            Place::Annotation(number) => format!("annotation {number}"),
        };
        self.brought.skipped.push(format!("{place}: {why}"));
    }

    /// Does it; what one piece is refused for is told and does not end the rest, unless nothing
    /// can be said here at all.
    fn perform(&mut self, intent: Intent) -> Result<Option<OperationId>, Refusal> {
        match self.node.perform(&self.commons, intent) {
            Ok(done) => Ok(Some(done.main())),
            Err(it @ Refusal::Failure(_)) => Err(it),
            Err(it) => {
                self.skip(it);
                Ok(None)
            }
        }
    }

    /// What an id of the file is here: itself where it is here, else what was made of it.
    fn known(&self, id: &str) -> Result<Option<OperationId>, Refusal> {
        if let Some(made) = self.ids.get(id) {
            return Ok(Some(*made));
        }
        let Some(id) = OperationId::from_hex(id) else {
            return Ok(None);
        };
        let here = self.node.reader(&self.commons)?.what(id)?;
        Ok(here.filter(|it| it.what.is_some()).map(|it| it.id))
    }

    /// Remembers what an id of the file became here; what has none is known by its title alone.
    fn note(&mut self, id: &str, made: OperationId) {
        if !id.is_empty() {
            self.ids.insert(id.to_owned(), made);
        }
    }

    fn id_in(&self, data: &Map<String, Value>, key: &str) -> Option<OperationId> {
        self.known(text_of(data, key)).ok().flatten()
    }

    /// Puts what stands at the margin: a perspective, a question, a claim.
    fn put(&mut self, element: &Element) -> Result<(), Refusal> {
        let kind = text_of(&element.data, "kind");
        if kind == "move" {
            return Ok(());
        }
        let is_named_only = element.text.is_empty() && element.data.is_empty();
        if is_named_only && self.titles.contains_key(&element.title) {
            return Ok(());
        }
        let id = text_of(&element.data, "id").to_owned();
        if let Some(known) = self.known(&id)? {
            self.brought.known += 1;
            self.titles.insert(element.title.clone(), known);
            return Ok(());
        }
        let made = match kind {
            "perspective" => self.put_perspective(element)?,
            "question" => self.put_question(element)?,
            "" | "claim" => self.put_claim(element)?,
            _ => {
                self.skip("what remarks here are about is not in this commons");
                None
            }
        };
        if let Some(made) = made {
            self.note(&id, made);
            if !element.title.is_empty() {
                self.titles.insert(element.title.clone(), made);
            }
        }
        Ok(())
    }

    /// The words of an element: as kept in its data, else its text, else its title.
    fn words(element: &Element) -> Worded {
        let language = text_of(&element.data, "language");
        let kept = text_of(&element.data, "words");
        let words = [kept, element.text.as_str(), element.title.as_str()];
        let words = words.into_iter().find(|it| !it.trim().is_empty());
        Worded {
            words: words.unwrap_or_default().to_owned(),
            language: (!language.is_empty()).then(|| language.to_owned()),
        }
    }

    fn put_perspective(&mut self, element: &Element) -> Result<Option<OperationId>, Refusal> {
        let name = Self::words(element);
        if let Some(known) = self.names.get(&name.words) {
            self.brought.known += 1;
            return Ok(Some(*known));
        }
        let made = self.perform(Intent::AddPerspective {
            short: text_of(&element.data, "short").to_owned(),
            summary: worded(&element.data, "summary").unwrap_or_default(),
            sources: Vec::new(),
            name: name.clone(),
        })?;
        if let Some(made) = made {
            self.names.insert(name.words, made);
            self.brought.things += 1;
        }
        Ok(made)
    }

    fn put_question(&mut self, element: &Element) -> Result<Option<OperationId>, Refusal> {
        let place = element.data.get("place").and_then(Value::as_u64);
        let made = self.perform(Intent::AddQuestion {
            text: Self::words(element),
            place: place.and_then(|it| it.try_into().ok()).unwrap_or(0),
        })?;
        self.brought.things += u64::from(made.is_some());
        Ok(made)
    }

    fn put_claim(&mut self, element: &Element) -> Result<Option<OperationId>, Refusal> {
        let (data, text) = (&element.data, Self::words(element));
        let made = self.claim(data, text)?;
        Ok(made)
    }

    fn claim(
        &mut self,
        data: &Map<String, Value>,
        text: Worded,
    ) -> Result<Option<OperationId>, Refusal> {
        let list = |key: &str| {
            data.get(key)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
        };
        let held_by = list("held_by").filter_map(Value::as_str);
        let held_by: Vec<OperationId> = held_by.filter_map(|it| self.known(it).ok()?).collect();
        let passages = list("passages").filter_map(|it| self.quoting(it));
        let passages: Vec<Quoting> = passages.collect();
        let made = self.perform(Intent::AddClaim {
            text,
            under: self.id_in(data, "under"),
            passages,
            held_by,
        })?;
        self.brought.claims += u64::from(made.is_some());
        Ok(made)
    }

    /// A passage of a text that is here.
    fn quoting(&self, value: &Value) -> Option<Quoting> {
        let of = value.get("of")?.as_str()?;
        Some(Quoting {
            of: self.known(of).ok()??,
            words: value.get("exact")?.as_str()?.to_owned(),
            paragraph: None,
        })
    }

    fn below(&mut self, id: Option<OperationId>, all: &[Relation]) -> Result<(), Refusal> {
        for it in all {
            self.child(id, (it.sign, it.toward), &it.child)?;
        }
        Ok(())
    }

    /// A child of something: a move of ours, or what its sign says.
    fn child(
        &mut self,
        parent: Option<OperationId>,
        bears: (Sign, Toward),
        element: &Element,
    ) -> Result<(), Refusal> {
        self.place = Place::Line(element.line);
        let Some(parent) = parent else {
            self.skip("what this is about is not here");
            return Ok(());
        };
        let made = if text_of(&element.data, "kind") == "move" {
            self.our_move(&element.data, parent)?
        } else {
            self.foreign_child(parent, bears, element)?
        };
        self.below(made, &element.relations)
    }

    fn our_move(
        &mut self,
        data: &Map<String, Value>,
        about: OperationId,
    ) -> Result<Option<OperationId>, Refusal> {
        let id = text_of(data, "id");
        if let Some(known) = self.known(id)? {
            self.brought.known += 1;
            return Ok(Some(known));
        }
        let Some(kind) = MoveKind::of_name(text_of(data, "move")) else {
            self.skip("no remark is called so; `polylogue move --help` lists their names");
            return Ok(None);
        };
        let named = !text_of(data, "for").is_empty();
        let perspective = self.id_in(data, "for");
        let voice = match text_of(data, "voice") {
            "within" => Voice::Within,
            "on-behalf" => Voice::OnBehalf,
            _ => Voice::Oneself,
        };
        if named && perspective.is_none() {
            self.skip("the perspective it speaks for is not here");
            return Ok(None);
        }
        let passage = |key: &str| data.get(key).map(|it| (it, self.quoting(it)));
        let (target, found) = (passage("passage"), passage("found_in"));
        if [&target, &found]
            .iter()
            .any(|it| matches!(it, Some((_, None))))
        {
            self.skip("the text its words stand in is not here");
            return Ok(None);
        }
        let made = MakeMove {
            kind,
            target: about,
            passage: target.and_then(|it| it.1),
            standpoint: Standpoint { perspective, voice },
            found_in: found.and_then(|it| it.1),
            reason: worded(data, "reason"),
            object: worded(data, "object"),
            condition: worded(data, "condition"),
            from: worded(data, "from"),
            to: worded(data, "to"),
        };
        let made = self.make(made)?;
        if let Some(made) = made {
            self.note(id, made);
        }
        Ok(made)
    }

    fn make(&mut self, made: MakeMove) -> Result<Option<OperationId>, Refusal> {
        let made = self.perform(Intent::Move(Box::new(made)))?;
        self.brought.moves += u64::from(made.is_some());
        Ok(made)
    }

    /// A statement becomes a claim, and its sign a move; an argument becomes that move alone.
    fn foreign_child(
        &mut self,
        parent: OperationId,
        (sign, toward): (Sign, Toward),
        element: &Element,
    ) -> Result<Option<OperationId>, Refusal> {
        let kind = match sign {
            Sign::Support => MoveKind::Agrees,
            Sign::Attack | Sign::Contradiction => MoveKind::Disagrees,
            Sign::Undercut => MoveKind::Challenges,
        };
        let is_claim = element.sort == Sort::Statement && !element.title.is_empty();
        if is_claim {
            self.put(element)?;
        }
        let claim = self
            .titles
            .get(&element.title)
            .copied()
            .filter(|_| is_claim);
        let (target, said) = match (toward, claim) {
            (Toward::Child, Some(claim)) => (claim, self.words_here(parent)?),
            (Toward::Child, None) => {
                self.skip("only a statement with a title can be what another speaks about");
                return Ok(None);
            }
            (Toward::Parent, _) => (parent, Self::words(element)),
        };
        let made = self.make(MakeMove {
            kind,
            target,
            passage: None,
            standpoint: Standpoint::ONESELF,
            found_in: None,
            reason: (!said.words.trim().is_empty()).then_some(said),
            object: None,
            condition: None,
            from: None,
            to: None,
        })?;
        Ok(claim.or(made))
    }

    fn words_here(&self, id: OperationId) -> Result<Worded, Refusal> {
        let target = self.node.reader(&self.commons)?.what(id)?;
        let words = target.map(|it| it.words).unwrap_or_default();
        Ok(Worded {
            words: words.words,
            language: Some(words.language).filter(|it| it != "und"),
        })
    }

    fn annotation(&mut self, it: &Annotation) -> Result<(), Refusal> {
        if let Some(Value::Object(data)) = it.other.get("polylogue:data") {
            return self.our_annotation(data);
        }
        let Some(quote) = it.quote.as_ref().filter(|it| !it.exact.trim().is_empty()) else {
            self.skip("it quotes no words");
            return Ok(());
        };
        let Some(of) = self.text_with(&it.source, &quote.exact)? else {
            self.skip("the text it is on is not here, or does not have these words");
            return Ok(());
        };
        let body = it.bodies.first().map(|it| Worded {
            words: it.value.clone(),
            language: (!it.language.is_empty()).then(|| it.language.clone()),
        });
        let kind = kind_of(it, body.is_some());
        let words = body.clone();
        self.make(MakeMove {
            kind,
            target: of,
            passage: Some(Quoting {
                of,
                words: quote.exact.clone(),
                paragraph: None,
            }),
            standpoint: Standpoint::ONESELF,
            found_in: None,
            reason: body,
            object: words.clone(),
            condition: words.clone(),
            from: words.clone(),
            to: words,
        })?;
        Ok(())
    }

    fn our_annotation(&mut self, data: &Map<String, Value>) -> Result<(), Refusal> {
        if text_of(data, "kind") == "claim" {
            let id = text_of(data, "id").to_owned();
            if self.known(&id)?.is_some() {
                self.brought.known += 1;
                return Ok(());
            }
            let language = text_of(data, "language");
            let text = Worded {
                words: text_of(data, "words").to_owned(),
                language: (!language.is_empty()).then(|| language.to_owned()),
            };
            if let Some(made) = self.claim(data, text)? {
                self.note(&id, made);
            }
            return Ok(());
        }
        match self.id_in(data, "about") {
            Some(about) => self.our_move(data, about).map(|_| ()),
            None => {
                self.skip("what this is about is not here");
                Ok(())
            }
        }
    }

    /// A turn of this id, or one brought in from this address, that has these words.
    fn text_with(&mut self, source: &str, words: &str) -> Result<Option<OperationId>, Refusal> {
        let id = source.strip_prefix(URN).unwrap_or(source);
        if let Some(known) = self.known(id)? {
            return Ok(Some(known));
        }
        let addresses = match self.addresses.take() {
            Some(known) => known,
            None => self.read_addresses()?,
        };
        let turns = addresses.get(source).cloned().unwrap_or_default();
        self.addresses = Some(addresses);
        let reader = self.node.reader(&self.commons)?;
        let words = polylogue_core::text::normalised(words);
        for turn in turns {
            let text = reader
                .turn(turn)?
                .map(|it| it.text.words)
                .unwrap_or_default();
            let plain = crate::rendered::plain(&text);
            if polylogue_core::text::normalised(&plain).contains(&words) {
                return Ok(Some(turn));
            }
        }
        Ok(None)
    }

    fn read_addresses(&self) -> Result<BTreeMap<String, Vec<OperationId>>, Refusal> {
        const ROWS: u64 = 500;
        let reader = self.node.reader(&self.commons)?;
        let mut addresses: BTreeMap<String, Vec<OperationId>> = BTreeMap::new();
        let mut page = Page::first(ROWS);
        loop {
            let dialogues = reader.dialogues(page)?;
            if dialogues.is_empty() {
                return Ok(addresses);
            }
            page.offset += ROWS;
            for dialogue in dialogues {
                for turn in reader.turns(dialogue.said.id, Page::first(1_000))? {
                    let from = turn.said.brought_in.map(|it| it.address);
                    addresses
                        .entry(from.unwrap_or_default())
                        .or_default()
                        .push(turn.said.id);
                }
            }
        }
    }
}

/// The kind of somebody else's annotation: as a tag names it, else by what it was made for.
fn kind_of(it: &Annotation, has_words: bool) -> MoveKind {
    let tagged = it.tags.iter().find_map(|it| MoveKind::of_name(it));
    let is_for = |what: &str| it.motivations.iter().any(|it| it == what);
    match tagged {
        Some(kind) if has_words => kind,
        _ if !has_words => MoveKind::Emphasises,
        _ if is_for("questioning") => MoveKind::Asks,
        _ => MoveKind::Adds,
    }
}
