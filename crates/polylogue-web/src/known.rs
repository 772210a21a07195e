//! What many pages need of the whole of a commons, read once for each version of what it shows:
//! names, orders, and counts that no index holds.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::State;
use polylogue_store::Reader;
use polylogue_store::query::{
    CommonsRow, DialogueBrief, Page, PersonBrief, PerspectiveRow, Shown, Standing, VotingProgress,
};
use polylogue_store::sift::Sifted;

use crate::context::Chip;
use crate::trouble::Trouble;
use crate::view::ALL;

/// Commons that something is kept of. Chosen by us: of each it is at most about 4 MB.
const COMMONS_MAX: usize = 4;

/// Perspectives by id, as chips.
pub type Chips = Arc<BTreeMap<OperationId, Chip>>;

/// What is known of each commons.
#[derive(Debug, Default)]
pub struct KnownCommons {
    latest: Mutex<BTreeMap<OperationId, Arc<Known>>>,
}

impl KnownCommons {
    /// What is known of the commons a snapshot is of, at the version it is of.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn of(&self, commons: OperationId, reader: &Reader) -> Result<Arc<Known>, Trouble> {
        let version = reader.version()?;
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let before = latest.get(&commons).filter(|it| it.version >= version);
        if let Some(known) = before
            && known.version == version
        {
            return Ok(Arc::clone(known));
        }
        let is_newest = before.is_none();
        let known = Arc::new(Known {
            version,
            ..Known::default()
        });
        if is_newest {
            if latest.len() >= COMMONS_MAX && !latest.contains_key(&commons) {
                latest.pop_first();
            }
            latest.insert(commons, Arc::clone(&known));
        }
        Ok(known)
    }
}

/// What is known of one version of one commons; each part is read when it is first asked for.
#[derive(Debug, Default)]
pub struct Known {
    version: u64,
    row: OnceLock<CommonsRow>,
    perspectives: OnceLock<Vec<PerspectiveRow>>,
    chips: OnceLock<Chips>,
    dialogues: OnceLock<Vec<DialogueBrief>>,
    people: OnceLock<Vec<PersonBrief>>,
    within: OnceLock<Vec<(Key, OperationId)>>,
    voted: OnceLock<u64>,
    progress: OnceLock<VotingProgress>,
    spoken: OnceLock<bool>,
    sifted: OnceLock<Arc<Sifted>>,
    unanswered: OnceLock<u64>,
    comments: OnceLock<Vec<(OperationId, u64)>>,
}

impl Known {
    /// The version.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The commons at a glance.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn row(&self, reader: &Reader) -> Result<&CommonsRow, Trouble> {
        once(&self.row, || Ok(reader.commons()?))
    }

    /// All perspectives, in order of arrival.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn perspectives(&self, reader: &Reader) -> Result<&[PerspectiveRow], Trouble> {
        once(&self.perspectives, || Ok(reader.perspectives()?)).map(Vec::as_slice)
    }

    /// All perspectives as chips.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn chips(&self, reader: &Reader) -> Result<&Chips, Trouble> {
        once(&self.chips, || {
            let chips = self.perspectives(reader)?.iter().map(|it| {
                let short = if it.short.is_empty() {
                    it.name.words.clone()
                } else {
                    it.short.clone()
                };
                let chip = Chip {
                    name: it.name.clone(),
                    short,
                    mark: it.mark,
                };
                (it.said.id, chip)
            });
            Ok(Arc::new(chips.collect()))
        })
    }

    /// All dialogues by need: what waits for an answer, what is open, what is planned, what is
    /// over.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn dialogues(&self, reader: &Reader) -> Result<&[DialogueBrief], Trouble> {
        let dialogues = once(&self.dialogues, || {
            let mut rows = reader.dialogues_in_brief()?;
            rows.sort_by_key(|it| {
                let rank = match it.state {
                    State::Open => 0,
                    State::Planned => 1,
                    State::Closed => 2,
                };
                (rank, !it.has_open_questions)
            });
            Ok(rows)
        });
        dialogues.map(Vec::as_slice)
    }

    /// Everybody: newcomers, then members, then those who went; within each the reader, those who
    /// have spoken, the others, by name.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn people(&self, reader: &Reader, me: Key) -> Result<&[PersonBrief], Trouble> {
        let people = once(&self.people, || {
            let mut rows = reader.people_in_brief()?;
            rows.sort_by(|first, second| {
                let rank = |it: &PersonBrief| match it.standing {
                    Standing::Newcomer => 0,
                    Standing::Member | Standing::Voter => 1,
                    Standing::Left | Standing::Removed => 2,
                };
                let place = |it: &PersonBrief| (rank(it), it.key != me, !it.has_spoken);
                let names = || first.name.words.cmp(&second.name.words);
                place(first).cmp(&place(second)).then_with(names)
            });
            Ok(rows)
        });
        people.map(Vec::as_slice)
    }

    /// Who spoke from within which perspective.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn within(&self, reader: &Reader) -> Result<&[(Key, OperationId)], Trouble> {
        once(&self.within, || Ok(reader.speakers_within()?)).map(Vec::as_slice)
    }

    /// Where each perspective stands.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn sifted(&self, reader: &Reader) -> Result<&Sifted, Trouble> {
        once(&self.sifted, || Ok(reader.sift()?)).map(AsRef::as_ref)
    }

    /// How many claims the reader has voted on.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn voted(&self, reader: &Reader, me: Key) -> Result<u64, Trouble> {
        once(&self.voted, || Ok(reader.claims_voted_by(me)?)).copied()
    }

    /// How far the reader is with voting.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn progress(&self, reader: &Reader, me: Key) -> Result<VotingProgress, Trouble> {
        once(&self.progress, || Ok(reader.voting_progress(me)?)).copied()
    }

    /// Whether the reader said a turn of their own.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn spoken(&self, reader: &Reader, me: &Key) -> Result<bool, Trouble> {
        once(&self.spoken, || Ok(reader.has_spoken(me)?)).copied()
    }

    /// How many suggestions nobody has answered.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn unanswered(&self, reader: &Reader) -> Result<u64, Trouble> {
        let unanswered = once(&self.unanswered, || {
            let rows = reader.suggestions(Page::first(ALL))?;
            let waits = |it: &&polylogue_store::query::SuggestionRow| {
                it.answers.is_empty() && it.said.shown == Shown::Whole
            };
            Ok(rows.iter().filter(waits).count() as u64)
        });
        unanswered.copied()
    }

    /// Documents the reader wrote lines of, with how many comments on each wait for an answer.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn comments(&self, reader: &Reader, me: Key) -> Result<&[(OperationId, u64)], Trouble> {
        once(&self.comments, || Ok(reader.comments_for(me)?)).map(Vec::as_slice)
    }
}

/// What a place holds, read now if nothing was kept there before. Two requests may read it at the
/// same time; they read the same.
fn once<T>(place: &OnceLock<T>, read: impl FnOnce() -> Result<T, Trouble>) -> Result<&T, Trouble> {
    if let Some(known) = place.get() {
        return Ok(known);
    }
    let known = read()?;
    Ok(place.get_or_init(|| known))
}
