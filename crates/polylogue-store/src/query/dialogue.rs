//! Dialogues: how far they are, who meets in them, what is still open.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Dialogue, Kind, State};
use polylogue_core::text::Text;

use crate::database::as_u64;
use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::said::{Entry, no_words, words};
use crate::query::target::told;
use crate::query::{DialogueRow, Page, Words};
use crate::reader::Reader;

impl Reader {
    /// Dialogues in order of claimed time, then of their author's count, then id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn dialogues(&self, page: Page) -> Result<Vec<DialogueRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Dialogue, page)? {
            if let Some(entry) = self.entry_at(n)? {
                rows.push(self.dialogue_row(entry)?);
            }
        }
        Ok(rows)
    }

    /// One dialogue, if it counts; also if it is shown in another's place.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn dialogue(&self, id: OperationId) -> Result<Option<DialogueRow>, StoreFault> {
        self.entry(id, Kind::Dialogue)?
            .map(|entry| self.dialogue_row(entry))
            .transpose()
    }

    /// Numbers of things of one kind, in the order they are listed.
    pub(crate) fn things(&self, kind: Kind, page: Page) -> Result<Vec<i64>, StoreFault> {
        const THINGS: &str = "SELECT n FROM thing WHERE kind = ?1 AND twin = 0
            ORDER BY place, time, counter, tie LIMIT ?2 OFFSET ?3";
        self.database()
            .numbers(THINGS, (kind.number(), page.rows(), page.skipped()))
    }

    fn dialogue_row(&self, entry: Entry) -> Result<DialogueRow, StoreFault> {
        let n = entry.record.n;
        let empty = empty_dialogue();
        let begun = match &entry.body {
            Some(Body::Dialogue(begun)) => begun,
            Some(_) | None => &empty,
        };
        let (state, state_reason) = self.state_of(n)?.unwrap_or((begun.state, no_words()));
        const TURNS: &str = "SELECT count(*) FROM turn WHERE place = ?1 AND twin = 0";
        let (latest, latest_said_at) = self.latest_in(n)?;
        const OPEN: &str = "SELECT count(*) FROM move WHERE dialogue = ?1 AND is_open = 1";
        Ok(DialogueRow {
            title: entry.text(&begun.title),
            about: entry.text(&begun.about),
            perspectives: begun.perspectives.clone(),
            questions: begun.questions.clone(),
            state,
            state_reason,
            scheduled: begun.scheduled,
            turns: self.database().count(TURNS, [n])?,
            latest,
            latest_said_at,
            open_questions: self.database().count(OPEN, [n])?,
            same_as: self.same_as(n)?,
            said: entry.said,
        })
    }

    /// The claimed time of a dialogue's latest turn; and when it was said, as its source tells.
    fn latest_in(&self, n: i64) -> Result<(Option<u64>, Option<String>), StoreFault> {
        const LATEST: &str = "SELECT n FROM turn WHERE place = ?1 AND twin = 0
            ORDER BY time DESC, counter DESC, tie DESC LIMIT 1";
        let latest = self.database().value(LATEST, [n])?;
        let record = latest.map(|it| self.record(it)).transpose()?.flatten();
        Ok(match record {
            Some(record) => (Some(as_u64(record.time)), told(&record).1),
            None => (None, None),
        })
    }

    /// What was said last about how far a dialogue is.
    fn state_of(&self, n: i64) -> Result<Option<(State, Words)>, StoreFault> {
        const STATE: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND about = 0 AND standing = 2";
        let Some(write) = self
            .database()
            .value(STATE, (n, Register::DialogueState.number()))?
        else {
            return Ok(None);
        };
        let said = self.record(write)?.and_then(|it| it.said());
        Ok(match said {
            Some(Ok(Body::DialogueState(it))) => Some((it.state, words(&it.reason))),
            Some(_) | None => None,
        })
    }
}

pub(super) fn empty_dialogue() -> Dialogue {
    Dialogue {
        title: Text::new("", "und"),
        about: Text::new("", "und"),
        perspectives: Vec::new(),
        questions: Vec::new(),
        state: State::Open,
        scheduled: None,
        brought_in: None,
    }
}
