//! The sample commons "Planetary futures", signed anew by whoever loads it.
//!
//! What was said in 2011 comes in as paraphrases with their source, brought in by the founder of
//! the sample; the sample voters are invented, and each has a key made for that voter alone.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    Admission, BroughtIn, Change, Choice, Claim, Dialogue, Evidence, EvidenceLink, Lineage,
    Matters, Move, Naming, Perspective, Practice, Question, Quote, RowsOfPeople, Source, State,
    Target, Template, Turn, Voice, Vote,
};
use polylogue_core::operation::Operation;
use polylogue_core::passage::Passage;
use polylogue_core::text::Text;

use crate::entering::Door;
use crate::intent::Found;
use crate::node::Node;
use crate::pen::{Edge, Pen, Place};
use crate::refusal::Refusal;
use crate::{rendered, sample};

mod synthesis;

const FOUNDER: &str = "Keeper of this sample";

/// Founds the sample commons in a node's home and answers its id. All of it is signed first and
/// kept in one batch.
///
/// # Errors
/// A [`Refusal`] if the home cannot be written.
pub fn demo(node: &Node) -> Result<OperationId, Refusal> {
    let found = Found {
        title: sample::COMMONS.title.to_owned(),
        question: sample::COMMONS.question.to_owned(),
        template: Template::Inquiry,
        licence: sample::COMMONS.licence.to_owned(),
        language: sample::COMMONS.language.to_owned(),
        admission: Admission::Invitation,
        charter: sample::COMMONS.charter.to_owned(),
        name: FOUNDER.to_owned(),
        // Its votes are invented: they are nobody's.
        rows: RowsOfPeople::MayTravel,
    };
    let commons = node.found_with(&found, |pen, founding| {
        let mut telling = Telling::new(pen);
        telling.tell_all()?;
        telling.cast_votes(node, founding)
    })?;
    synthesis::release(node, &commons)?;
    Ok(commons)
}

type Ids = BTreeMap<&'static str, OperationId>;

/// Signs the sample piece by piece, remembering by key what has which id.
struct Telling<'a> {
    pen: &'a mut Pen,
    sources: Ids,
    perspectives: Ids,
    questions: Ids,
    dialogues: Ids,
    turns: Ids,
    claims: Ids,
    moves: Ids,
    practices: Ids,
    synthesis: Option<OperationId>,
}

impl<'a> Telling<'a> {
    fn new(pen: &'a mut Pen) -> Self {
        Self {
            pen,
            sources: Ids::new(),
            perspectives: Ids::new(),
            questions: Ids::new(),
            dialogues: Ids::new(),
            turns: Ids::new(),
            claims: Ids::new(),
            moves: Ids::new(),
            practices: Ids::new(),
            synthesis: None,
        }
    }

    fn tell_all(&mut self) -> Result<(), Refusal> {
        self.tell_sources()?;
        self.tell_perspectives()?;
        self.tell_questions()?;
        self.tell_dialogues()?;
        self.tell_claims()?;
        self.tell_moves()?;
        self.tell_practices()?;
        self.tell_synthesis()
    }

    fn tell_sources(&mut self) -> Result<(), Refusal> {
        for it in sample::SOURCES {
            let id = self.pen.say(Source {
                csl_type: it.form.to_owned(),
                title: text(it.title),
                authors: it.authors.to_owned(),
                issued: it.year.unwrap_or_default().to_owned(),
                address: it.address.unwrap_or_default().to_owned(),
                licence: it.licence.to_owned(),
                note: text(it.note),
                text: None,
            })?;
            self.sources.insert(it.key, id);
        }
        Ok(())
    }

    fn tell_perspectives(&mut self) -> Result<(), Refusal> {
        for it in sample::PERSPECTIVES {
            let mut summary = format!("{}\n\n*{}*", it.summary, it.authors);
            if let Some(note) = it.note {
                summary.push_str("\n\n");
                summary.push_str(note);
            }
            let sources = named(&self.sources, it.sources);
            let id = self.pen.say(Perspective {
                name: text(it.name),
                short: text(it.short),
                summary: text(&summary),
                sources,
                brought_in: None,
            })?;
            self.perspectives.insert(it.key, id);
            for change in it.lineage {
                self.tell_change(id, change)?;
            }
        }
        Ok(())
    }

    fn tell_change(&mut self, id: OperationId, it: &sample::Lineage) -> Result<(), Refusal> {
        let change = match it.change {
            sample::Change::Renamed => Change::Renamed,
            sample::Change::Dropped => Change::Dropped,
        };
        self.pen.say(Lineage {
            change,
            from: vec![id],
            to: Vec::new(),
            name: Some(text(it.from)),
            reason: text(it.reason),
            when: it.when.to_owned(),
        })?;
        Ok(())
    }

    fn tell_questions(&mut self) -> Result<(), Refusal> {
        for (index, it) in sample::QUESTIONS.iter().enumerate() {
            let place = u32::try_from(index + 1).unwrap_or(0);
            let question = Question {
                text: text(it.text),
                place,
                brought_in: None,
            };
            let id = self.pen.say(question)?;
            self.questions.insert(it.key, id);
        }
        Ok(())
    }

    fn tell_dialogues(&mut self) -> Result<(), Refusal> {
        for it in sample::DIALOGUES {
            let state = match it.state {
                sample::DialogueState::Planned => State::Planned,
                sample::DialogueState::Open => State::Open,
                sample::DialogueState::Closed => State::Closed,
            };
            let id = self.pen.say(Dialogue {
                title: text(it.title),
                about: text(it.note),
                perspectives: named(&self.perspectives, it.perspectives),
                questions: named(&self.questions, it.questions),
                state,
                scheduled: None,
                brought_in: None,
            })?;
            self.dialogues.insert(it.key, id);
            for turn in it.turns {
                self.tell_turn(id, turn)?;
            }
        }
        Ok(())
    }

    fn tell_turn(&mut self, dialogue: OperationId, it: &sample::Turn) -> Result<(), Refusal> {
        let (perspective, voice) = self.standpoint(it.speaks);
        let quotes = it.quotes.iter().map(|quote| Quote {
            passage: self.passage(quote.turn, quote.words),
            paragraph: quote.paragraph,
        });
        let quotes = quotes.collect();
        let id = self.pen.say(Turn {
            dialogue,
            text: text(it.text),
            long: None,
            perspective,
            voice,
            reply_to: it.reply_to.map(|key| self.turns[key]),
            quotes,
            licence: String::new(),
            brought_in: Some(paraphrased(it)),
        })?;
        self.turns.insert(it.key, id);
        Ok(())
    }

    fn tell_claims(&mut self) -> Result<(), Refusal> {
        for it in sample::CLAIMS {
            let passages = it
                .passage
                .iter()
                .map(|at| self.passage(at.turn, at.words))
                .collect();
            let id = self.pen.say(Claim {
                text: text(it.text),
                under: self.dialogues.get(it.dialogue).copied(),
                passages,
                held_by: named(&self.perspectives, &[it.perspective]),
                brought_in: None,
            })?;
            self.claims.insert(it.key, id);
        }
        Ok(())
    }

    fn tell_moves(&mut self) -> Result<(), Refusal> {
        for it in sample::moves() {
            let (perspective, voice) = self.standpoint(it.speaks);
            let said = Move {
                kind: it.kind.number(),
                target: self.target(it.target),
                perspective,
                voice,
                found_in: Some(self.passage(it.found.turn, it.found.words)),
                reason: it.because.map(text),
                object: it.object.map(text),
                condition: it.condition.map(text),
                from: it.from.map(text),
                to: it.to.map(text),
            };
            let id = self.pen.say(said)?;
            self.moves.insert(it.key, id);
        }
        Ok(())
    }

    fn tell_practices(&mut self) -> Result<(), Refusal> {
        for it in sample::PRACTICES {
            let link = |link: &sample::PracticeLink| EvidenceLink {
                claim: self.claims[link.claim],
                evidence: match link.bearing {
                    sample::Bearing::For => Evidence::For,
                    sample::Bearing::Against => Evidence::Against,
                },
                reason: text(link.because),
            };
            let practice = Practice {
                title: text(it.title),
                place: text(it.place),
                when: it.when.to_owned(),
                who: text(it.who),
                steps: it.steps.iter().map(|step| text(step)).collect(),
                outcomes: text(&format!("{}\n\n{}", it.summary, it.outcomes)),
                failures: text(it.failures),
                links: it.links.iter().map(link).collect(),
                sources: named(&self.sources, it.sources),
            };
            let id = self.pen.say(practice)?;
            self.practices.insert(it.key, id);
        }
        Ok(())
    }

    /// Lets the invented voters in by one invitation, closes it behind them, and signs each one's
    /// votes with that voter's key. Answers what they signed.
    fn cast_votes(&mut self, node: &Node, founding: &[u8; 32]) -> Result<Vec<Operation>, Refusal> {
        let commons = self.pen.commons();
        let mut door = Door::open(self.pen, node.edge())?;
        let mut votes: BTreeMap<usize, Vec<sample::VoteRow>> = BTreeMap::new();
        for row in sample::votes() {
            votes.entry(row.voter).or_default().push(row);
        }
        let mut signed = Vec::new();
        for (index, voter) in sample::SAMPLE_VOTERS.iter().enumerate() {
            let mut pen = voter_pen(node, founding, commons, voter.key);
            door.enter(&mut pen, (text(voter.name), text(voter.note)))?;
            for row in votes.remove(&index).unwrap_or_default() {
                pen.say(self.vote(row))?;
            }
            self.dissent(voter.key, &mut pen)?;
            signed.append(&mut pen.take());
        }
        door.close(self.pen)?;
        Ok(signed)
    }

    fn vote(&self, row: sample::VoteRow) -> Vote {
        let choice = match row.vote {
            sample::Vote::Agree => Choice::Agree,
            sample::Vote::Disagree => Choice::Disagree,
            sample::Vote::Pass => Choice::Pass,
        };
        Vote {
            claim: self.claims[row.claim],
            choice,
            matters: Matters::Unsaid,
            reason: None,
            replaces: Vec::new(),
        }
    }

    fn standpoint(&self, speaks: sample::Speaks) -> (Option<OperationId>, Voice) {
        match speaks {
            sample::Speaks::FromWithin(key) => (Some(self.perspectives[key]), Voice::Within),
            sample::Speaks::OnBehalfOf(key) => (Some(self.perspectives[key]), Voice::OnBehalf),
            sample::Speaks::OwnName => (None, Voice::Oneself),
        }
    }

    fn target(&self, target: sample::Target) -> Target {
        match target {
            sample::Target::Perspective(key) => whole(self.perspectives[key]),
            sample::Target::Claim(key) => whole(self.claims[key]),
            sample::Target::Move(key) => whole(self.moves[key]),
            sample::Target::Passage(at) => Target {
                id: self.turns[at.turn],
                passage: Some(self.passage(at.turn, at.words)),
            },
        }
    }

    fn passage(&self, turn: &str, words: &str) -> Passage {
        let id = self.turns[turn];
        let said = sample::turns()
            .find(|it| it.key == turn)
            .expect("the sample's keys hold");
        Passage::of_words(id, id, &rendered::plain(said.text), words)
            .expect("the sample's passages stand in its turns, as its tests hold")
    }
}

fn voter_pen(node: &Node, founding: &[u8; 32], commons: OperationId, voter: &str) -> Pen {
    let edge: Edge = node.edge();
    let key = node.entered_key(founding, voter);
    let place = Place {
        act: Some(commons),
        ..Place::default()
    };
    Pen::new(key, commons, place, edge)
}

fn whole(id: OperationId) -> Target {
    Target { id, passage: None }
}

fn named(ids: &Ids, keys: &[&str]) -> Vec<OperationId> {
    keys.iter().map(|key| ids[key]).collect()
}

fn text(words: &str) -> Text {
    Text::new(words, sample::COMMONS.language)
}

fn paraphrased(it: &sample::Turn) -> BroughtIn {
    let voice = sample::VOICES.iter().find(|voice| voice.key == it.voice);
    let source = sample::SOURCES
        .iter()
        .find(|source| source.key == it.source);
    BroughtIn {
        speaker: voice.map(|it| it.name).unwrap_or_default().to_owned(),
        naming: Naming::Paraphrased,
        address: source
            .and_then(|it| it.address)
            .unwrap_or("urn:polylogue:sample")
            .to_owned(),
        revision: format!("{}, paraphrased", it.key),
        licence: source.map(|it| it.licence).unwrap_or_default().to_owned(),
        date: "2011".to_owned(),
        lines: (0, 0),
    }
}
