//! Who took part in what an edition rests on, by kind of work: derived from what was signed, in
//! order of name, with no score.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Kind;
use polylogue_store::query::PersonRef;
use polylogue_store::{Reader, StoreFault};

use super::Said;

/// A kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// Wrote lines of the text.
    Wrote,
    /// Said what it rests on.
    Spoke,
    /// Put claims.
    Claimed,
    /// Marked what words do.
    Marked,
    /// Opened perspectives, questions and dialogues.
    Prepared,
    /// Described works and practices.
    Documented,
    /// Translated.
    Translated,
    /// Brought in what others said elsewhere.
    BroughtIn,
    /// Voted.
    Voted,
}

impl Work {
    /// All, in the order they are printed.
    pub const ALL: [Self; 9] = [
        Self::Wrote,
        Self::Spoke,
        Self::Claimed,
        Self::Marked,
        Self::Prepared,
        Self::Documented,
        Self::Translated,
        Self::BroughtIn,
        Self::Voted,
    ];

    /// Its name in `--json` and as the end of a key.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Wrote => "wrote",
            Self::Spoke => "spoke",
            Self::Claimed => "claimed",
            Self::Marked => "marked",
            Self::Prepared => "prepared",
            Self::Documented => "documented",
            Self::Translated => "translated",
            Self::BroughtIn => "brought-in",
            Self::Voted => "voted",
        }
    }

    fn of(kind: Kind) -> Option<Self> {
        Some(match kind {
            Kind::Line | Kind::LineText | Kind::LineClause => Self::Wrote,
            Kind::Turn | Kind::TurnRevise => Self::Spoke,
            Kind::Claim | Kind::ClaimHeld => Self::Claimed,
            Kind::Move | Kind::Accept | Kind::Dispute => Self::Marked,
            Kind::Perspective
            | Kind::PerspectiveRevise
            | Kind::Question
            | Kind::Dialogue
            | Kind::DialogueState => Self::Prepared,
            Kind::Source | Kind::Practice => Self::Documented,
            Kind::Translation => Self::Translated,
            Kind::Vote => Self::Voted,
            _ => return None,
        })
    }
}

/// Those who did one kind of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributor {
    /// The work.
    pub work: Work,
    /// Who signed it, by name, then key. Of votes nobody is named: how many voted is in `count`.
    pub people: Vec<PersonRef>,
    /// Speakers who are named in what others brought in; they are not people of the commons.
    pub speakers: Vec<String>,
    /// How many people there are, the speakers apart.
    pub count: u64,
}

/// Who did what. Whoever took lines over from another document did not write them: those who did
/// are named where their words are here, and elsewhere it is said that they were brought in.
pub(super) fn contributors(
    reader: &Reader,
    document: OperationId,
    all: &[Said],
) -> Result<Vec<Contributor>, StoreFault> {
    let mut people: BTreeMap<Work, BTreeSet<Key>> = BTreeMap::new();
    let mut speakers: BTreeMap<Work, BTreeSet<String>> = BTreeMap::new();
    let came = reader.came_from(document, &reader.lines(document)?)?;
    for said in all {
        let Some(work) = Work::of(said.kind) else {
            continue;
        };
        if let Some(from) = came.get(&said.id) {
            let (work, key) = match &from.said {
                Some(there) => (Work::Wrote, there.by.key),
                None => (Work::BroughtIn, said.key),
            };
            people.entry(work).or_default().insert(key);
            continue;
        }
        let work = match &said.speaker {
            Some(speaker) => {
                if !speaker.is_empty() {
                    speakers.entry(work).or_default().insert(speaker.clone());
                }
                people.entry(work).or_default();
                Work::BroughtIn
            }
            None => work,
        };
        people.entry(work).or_default().insert(said.key);
    }
    let mut contributors = Vec::new();
    for (work, keys) in people {
        let mut by_key = BTreeMap::new();
        for key in keys {
            let person = reader.person_of_key(&key)?;
            by_key.insert(person.key, person);
        }
        let count = by_key.len() as u64;
        let mut people: Vec<PersonRef> = match work {
            Work::Voted => Vec::new(),
            _ => by_key.into_values().collect(),
        };
        people.sort_by(|first, second| {
            (&first.name.words, first.key).cmp(&(&second.name.words, second.key))
        });
        contributors.push(Contributor {
            work,
            people,
            speakers: speakers.remove(&work).into_iter().flatten().collect(),
            count,
        });
    }
    Ok(contributors)
}
