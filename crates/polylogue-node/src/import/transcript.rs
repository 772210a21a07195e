//! A conversation as people paste it, brought in as one dialogue: who is named there as a speaker
//! is text with a source, never a person of this commons.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{BroughtIn, Dialogue, Naming, Perspective, State, Turn, Voice};
use polylogue_core::limits::{ADDRESS_BYTES_MAX, LICENCE_BYTES_MAX, NAME_BYTES_MAX};
use polylogue_core::text::Text;
pub use polylogue_formats::transcript::{Speakers, Spoken, Transcript, Unsure, Why, read};

use super::telling::{cut, parts, spdx};
use crate::node::Node;
use crate::refusal::Refusal;

/// What is known of a conversation besides its words.
#[derive(Debug, Clone, Default)]
pub struct Pasted {
    /// Its title.
    pub title: String,
    /// Where it comes from; empty if nobody knows: then the text itself stands for it.
    pub address: String,
    /// Its licence (SPDX, or as known).
    pub licence: String,
    /// Its language; none: that of the commons.
    pub language: Option<String>,
    /// For whom each speaker speaks, by name; whoever is not in it speaks for nobody.
    pub speaks_for: BTreeMap<String, SpeaksFor>,
    /// From where they speak, as far as whoever brings it in can say.
    pub from: SpeaksFrom,
}

/// For whom a speaker speaks in a commons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpeaksFor {
    /// For a perspective that is here.
    Perspective(OperationId),
    /// For the perspective of this name: one that is here, or a new one.
    Named(String),
}

/// From where speakers speak for their perspectives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SpeaksFrom {
    /// On their behalf, as far as anybody here knows.
    #[default]
    OnBehalf,
    /// From within them: whoever brings it in says so.
    Within,
}

impl Node {
    /// Brings a conversation in as one dialogue and gives its id.
    ///
    /// # Errors
    /// A [`Refusal`] if nobody speaks in it, or this person may not speak there.
    pub fn import_transcript(
        &self,
        commons: &OperationId,
        said: &Transcript,
        pasted: &Pasted,
    ) -> Result<OperationId, Refusal> {
        if said.turns.is_empty() {
            return Err(Refusal::Missing {
                what: "a line that says who speaks",
            });
        }
        let held = self.held(commons)?;
        let reader = held.reader()?;
        let row = reader.commons()?;
        let language = pasted.language.clone().unwrap_or(row.language);
        let known = reader.perspectives()?.into_iter();
        let mut known: BTreeMap<String, OperationId> =
            known.map(|it| (it.name.words, it.said.id)).collect();
        let of = Of::new(pasted, said, language);
        let mut made = None;
        self.write_in(&held, &mut |pen| {
            let mut perspectives: Vec<OperationId> = Vec::new();
            let mut speaks_for = BTreeMap::new();
            for (speaker, _) in said.speakers_by_turns() {
                let id = match pasted.speaks_for.get(speaker) {
                    None => continue,
                    Some(SpeaksFor::Perspective(id)) => *id,
                    Some(SpeaksFor::Named(name)) => {
                        let name = cut(name, NAME_BYTES_MAX);
                        match known.get(&name) {
                            Some(id) => *id,
                            None => {
                                let id = pen.say(of.perspective(&name))?;
                                known.insert(name, id);
                                id
                            }
                        }
                    }
                };
                speaks_for.insert(speaker, id);
                if !perspectives.contains(&id) {
                    perspectives.push(id);
                }
            }
            perspectives.truncate(polylogue_core::limits::REFERENCES_MAX);
            let dialogue = pen.say(of.dialogue(perspectives))?;
            made = Some(dialogue);
            for spoken in &said.turns {
                let perspective = speaks_for.get(spoken.speaker.as_str()).copied();
                for part in parts(&spoken.words) {
                    pen.say(of.turn(dialogue, (perspective, pasted.from), spoken, &part))?;
                }
            }
            Ok(())
        })?;
        made.ok_or(Refusal::Missing {
            what: "a line that says who speaks",
        })
    }
}

/// What every piece of one conversation says of where it comes from.
struct Of {
    title: String,
    address: String,
    revision: String,
    licence: String,
    language: String,
}

impl Of {
    fn new(pasted: &Pasted, said: &Transcript, language: String) -> Self {
        let mut hasher = blake3::Hasher::new();
        for spoken in &said.turns {
            hasher.update(spoken.speaker.as_bytes());
            hasher.update(&[0]);
            hasher.update(spoken.words.as_bytes());
            hasher.update(&[0]);
        }
        let hash = hasher.finalize().to_hex();
        let address = match pasted.address.trim() {
            "" => format!("pasted:{}", &hash[..32]),
            address => cut(address, ADDRESS_BYTES_MAX),
        };
        Self {
            title: pasted.title.clone(),
            address,
            revision: format!("blake3:{hash}"),
            licence: cut(&spdx(&pasted.licence), LICENCE_BYTES_MAX),
            language,
        }
    }

    fn brought_in(&self, spoken: Option<&Spoken>) -> BroughtIn {
        BroughtIn {
            speaker: spoken.map_or(String::new(), |it| cut(&it.speaker, NAME_BYTES_MAX)),
            naming: match spoken {
                Some(it) if !it.speaker.is_empty() => Naming::Named,
                _ => Naming::Unnamed,
            },
            address: self.address.clone(),
            revision: cut(&self.revision, NAME_BYTES_MAX),
            licence: self.licence.clone(),
            date: spoken.map_or(String::new(), |it| cut(&it.date, NAME_BYTES_MAX)),
            lines: spoken.map_or((0, 0), |it| it.lines),
        }
    }

    fn perspective(&self, name: &str) -> Perspective {
        Perspective {
            name: Text::new(name, &self.language),
            short: Text::new("", &self.language),
            summary: Text::new("", &self.language),
            sources: Vec::new(),
            brought_in: None,
        }
    }

    fn dialogue(&self, perspectives: Vec<OperationId>) -> Dialogue {
        Dialogue {
            title: Text::new(&cut(&self.title, NAME_BYTES_MAX), &self.language),
            about: Text::new("", &self.language),
            perspectives,
            questions: Vec::new(),
            state: State::Open,
            scheduled: None,
            brought_in: Some(self.brought_in(None)),
        }
    }

    fn turn(
        &self,
        dialogue: OperationId,
        (perspective, from): (Option<OperationId>, SpeaksFrom),
        spoken: &Spoken,
        words: &str,
    ) -> Turn {
        Turn {
            dialogue,
            text: Text::new(words, &self.language),
            long: None,
            perspective,
            voice: match (perspective, from) {
                (Some(_), SpeaksFrom::Within) => Voice::Within,
                (Some(_), SpeaksFrom::OnBehalf) => Voice::OnBehalf,
                (None, _) => Voice::Oneself,
            },
            reply_to: None,
            quotes: Vec::new(),
            licence: self.licence.clone(),
            brought_in: Some(self.brought_in(Some(spoken))),
        }
    }
}
