//! A map with the words for what its numbers stand for, whether it is of an exported conversation
//! or of this commons.

use polylogue_core::id::{Key, OperationId};
use polylogue_formats::polis::Moderation;
use polylogue_map::{Ballots, OpinionMap, Standing};
use polylogue_node::maps::OpenMap;
use polylogue_store::Reader;
use polylogue_store::query::MapRow;
use serde_json::{Value, json};

use crate::exported::Exported;
use crate::failure::Failure;
use crate::words;

/// A map with names.
pub(super) struct Charted<'a> {
    /// The question or dialogue of this commons it is of; none where it is of neither.
    pub(super) of: Option<OperationId>,
    /// What it is of, in words.
    pub(super) title: String,
    /// Where it came from; empty for a map of this commons.
    pub(super) address: String,
    /// The votes.
    pub(super) ballots: &'a Ballots,
    /// Which claims take part.
    pub(super) standing: &'a [Standing],
    /// The map.
    pub(super) map: &'a OpinionMap,
    /// The claims by number.
    pub(super) claims: Vec<ClaimLabel>,
    people: People<'a>,
}

/// A claim as it is named.
pub(super) struct ClaimLabel {
    /// Its id: a number in exports, hexadecimal in a commons.
    pub(super) id: Value,
    /// A short form of it for people.
    pub(super) name: String,
    /// Its words, or why there are none.
    pub(super) words: String,
    /// −1 rejected, 0 not judged, 1 accepted.
    pub(super) moderated: i8,
}

/// The people by number.
enum People<'a> {
    Numbers(&'a [u64]),
    Named(Vec<(Key, String)>),
}

impl<'a> Charted<'a> {
    /// The map of an export.
    pub(super) fn of_export(it: &'a Exported) -> Self {
        let claims = it.roll.claims.iter().enumerate().map(|(at, id)| {
            let known = it.conversation.claims.get(id);
            let moderation = known.map_or(Moderation::None, |it| it.moderation);
            ClaimLabel {
                id: json!(id),
                name: format!("#{id}"),
                words: it.words(at).to_owned(),
                moderated: match moderation {
                    Moderation::Rejected => -1,
                    Moderation::None => 0,
                    Moderation::Accepted => 1,
                },
            }
        });
        Self {
            of: None,
            title: it.conversation.summary.topic.clone(),
            address: it.conversation.summary.url.clone(),
            ballots: &it.roll.ballots,
            standing: &it.standing,
            map: &it.map,
            claims: claims.collect(),
            people: People::Numbers(&it.roll.people),
        }
    }

    /// The map of a question, a dialogue, or what hangs on nothing in a commons.
    ///
    /// # Errors
    /// A failure of the disk.
    pub(super) fn of_commons(
        reader: &Reader,
        row: &MapRow,
        open: &'a OpenMap,
    ) -> Result<Self, Failure> {
        let mut claims = Vec::with_capacity(open.claims.len());
        for (id, standing) in open.claims.iter().zip(&open.standing) {
            let row = reader.claims_named(&[*id])?.pop();
            let text = row.map(|it| it.text.words).unwrap_or_default();
            claims.push(ClaimLabel {
                id: json!(id.to_string()),
                name: id.short(),
                words: match standing {
                    Standing::Shown => text,
                    Standing::Rejected | Standing::Meta => "(hidden or emptied)".to_owned(),
                },
                moderated: if *standing == Standing::Shown { 0 } else { -1 },
            });
        }
        let mut people = Vec::with_capacity(open.people.len());
        for key in &open.people {
            people.push((*key, words::person(&reader.person_of_key(key)?)));
        }
        let title = match &row.of {
            Some(of) => of.words.words.clone(),
            None => "Claims under nothing in particular".to_owned(),
        };
        Ok(Self {
            of: row.of.as_ref().map(|it| it.id),
            title,
            address: String::new(),
            ballots: &open.ballots,
            standing: &open.standing,
            map: &open.map,
            claims,
            people: People::Named(people),
        })
    }

    /// How many people voted.
    pub(super) fn person_count(&self) -> usize {
        self.ballots.person_count()
    }

    /// The id of a person: a number in exports, a key in a commons.
    pub(super) fn person_id(&self, at: usize) -> Value {
        match &self.people {
            People::Numbers(ids) => json!(ids[at]),
            People::Named(named) => json!(named[at].0.to_string()),
        }
    }

    /// The name of a person; none in exports, which have numbers for names.
    pub(super) fn person_name(&self, at: usize) -> Option<&str> {
        match &self.people {
            People::Numbers(_) => None,
            People::Named(named) => Some(&named[at].1),
        }
    }

    /// A claim's words, on one line.
    pub(super) fn words(&self, claim: usize) -> &str {
        &self.claims[claim].words
    }
}
